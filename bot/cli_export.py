"""`cikar export`: an operator's files of activities, written where they are asked for."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli_regions import day_of
from bot.rules.export_order import FORMATS, LAYOUTS, Order

if TYPE_CHECKING:
    from bot.settings import Settings


@click.group()
def export() -> None:
    """Files for other systems."""


@export.command("activities")
@click.option("--region", "code", required=True, help="A region's code: 19.01, or 1901.")
@click.option("--from", "first", required=True, callback=day_of, help="The first day: 2026-01-01.")
@click.option("--to", "last", required=True, callback=day_of, help="The last day: 2026-12-31.")
@click.option("--layout", type=click.Choice(LAYOUTS), default=LAYOUTS[0], show_default=True)
@click.option("--format", "kind", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
def activities_command(
    code: str, first: date, last: date, layout: str, kind: str, out: Path | None, force: bool
) -> None:
    """Write the activities of a region and all within it, held on these days."""
    from bot.cli import prepared, run_until_stopped

    if last < first:
        raise click.BadParameter(f"{last} is before {first}.", param_hint="--to")
    order = Order(_code(code), first, last, layout, kind)
    path = out or Path(order.file_name())
    if path.exists() and not force:
        raise click.ClickException(f"{path} is there already; give --force to write over it.")
    if not path.parent.is_dir():
        raise click.ClickException(f"There is no folder {path.parent}; make it first.")
    settings = prepared()
    run_until_stopped(lambda: _write(settings, order, path))


def _code(code: str) -> str:
    """A region's code with its dots, however it was written. Raises click's own error."""
    from bot.rules.export_order import dotted, undotted

    try:
        return dotted(undotted(code.strip()))
    except ValueError:
        message = f"{code} is no region's code; write it like 19.01 or 19.01.01.2001."
        raise click.BadParameter(message, param_hint="--region") from None


async def _write(settings: "Settings", order: Order, path: Path) -> None:
    """Write the file and say how many activities it holds."""
    from bot.core import open_core
    from bot.errors import Unready
    from reports.activity_files import write
    from storage.reading import ReadingDatabase
    from storage.regions import OPERATOR

    async with open_core(settings) as core:
        if core.book.known(order.region) is None:
            raise Unready(f"There is no region {order.region}; `cikar regions` lists the kab/kota.")
        url, place = core.database.url, core.book.title(order.region)
    reading, most = ReadingDatabase(url), settings.export.most_rows

    async def told(rows: int) -> None:
        click.echo(f"{rows:,} activities …", err=True)

    try:
        written = await write(reading, OPERATOR, order, path, most=most, told=told)
    finally:
        await reading.close()
    click.echo(f"{path}: {written.rows:,} activities of {place}, {written.size:,} bytes.")
    if written.is_cut:
        raise Unready(
            f"There are more than {most:,}: the file holds the first ones and says so in its last "
            "row. Narrow the region or the days, or raise export.most_rows."
        )
