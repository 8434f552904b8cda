"""`cikar understand`: what the bot takes from one message, as JSON; no database, no token."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from bot.clock import WIB, SystemClock

if TYPE_CHECKING:
    from bot.forms.context import Option
    from bot.rules.understand import Understood

_OWN = "other:"
_KINDS = ("male", "female", "children", "people")
_TO_THE_PATH = (
    "Ini menyangkut orang yang mungkin dalam bahaya, bukan kegiatan: gunakan /lapor di bot. "
    "Darurat: SAPA 129.\n"
    "This may be about a person in danger, not an activity: use /lapor in the bot. "
    "Emergency: SAPA 129."
)


def day_of(_: object, __: object, value: str | None) -> date:
    """The day of arrival; today in WIB when none is given. Raises click's own error."""
    if value is None:
        return SystemClock().now().astimezone(WIB).date()
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 -- a day, not a time
    except ValueError:
        raise click.BadParameter(f"{value} is no day; write it like 2026-11-19.") from None


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("sentence", nargs=-1, required=True)
@click.option("--at", "at", callback=day_of, help="The day it arrived: 2026-11-19 (today).")
def understand(sentence: tuple[str, ...], at: date) -> None:
    """Print what the bot takes from SENTENCE, a report of an activity in one message, as JSON."""
    # Only this command needs the parser's tables; the others start without them.
    from bot.rules.understand import understand as read_sentence

    found = read_sentence(" ".join(sentence), at)
    click.echo(json.dumps(as_json(found), indent=2, ensure_ascii=False))
    if found.kind == "danger":
        click.echo(_TO_THE_PATH, err=True)


def as_json(found: "Understood") -> dict[str, Any]:
    """Labels as people know them first, then the ids they stand for."""
    from bot.rules.lists import AGENCIES, FUNDING, SECTIONS, label_of

    counted = found.participants or {}
    section = found.section
    return {
        "date": found.date.isoformat() if found.date else None,
        "title": found.title,
        "participants": {kind: counted.get(kind) for kind in _KINDS},
        "funding": _labels(FUNDING, found.funding),
        "agencies": _labels(AGENCIES, found.agencies),
        "section": label_of(SECTIONS, section) if section else None,
        "unsure": list(found.unsure),
        "ids": {
            "funding": list(found.funding),
            "agencies": list(found.agencies),
            "section": section,
        },
        "kind": found.kind,
    }


def _labels(options: "tuple[Option, ...]", ids: Sequence[str]) -> list[str]:
    from bot.rules.lists import label_of

    return [
        one.removeprefix(_OWN) if one.startswith(_OWN) else label_of(options, one) for one in ids
    ]
