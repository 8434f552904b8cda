"""What happened to an activity after it was sent, line by line."""

from datetime import date
from typing import Any

from bot.forms import Plain, Say
from bot.forms.clean import clip
from bot.forms.values import Label
from bot.rules.activity_after import spoken, spoken_title
from bot.rules.roles import Person
from bot.work import Work
from handlers.calls import Row, fitting, label
from handlers.invite import role_key
from storage.activity_history import Happened, history
from storage.activity_lists import Whole

NEWEST = 15
_LONGEST = 120
REASONS = ("twice", "wrong", "nothing", "other")
"""Why an activity is withdrawn; ``other`` in the author's own words."""
CHANGED = {
    "held_on": "date",
    "title": "title",
    "section": "section",
    "target_groups": "targets",
    "agencies": "agencies",
    "funding": "funding",
    "male": "participants",
    "female": "participants",
    "children": "participants",
    "people": "participants",
    "place": "place",
    "latitude": "pin",
    "longitude": "pin",
    "description": "description",
    "inpres": "inpres",
    "tags": "tags",
    "poktan": "poktan",
    "post_type": "kind",
    "follow_up": "follow_up",
    "problem_id": "problem",
    "intervention_id": "problem",
    "photos": "photos",
}
"""The label of each column that an edit changes."""


async def told(work: Work, viewer: Person, found: Whole) -> tuple[str, list[Row]]:
    """The newest changes, newest first."""
    happened = await history(await work.session(), viewer, found.row.id, limit=NEWEST)
    row = found.row
    title = spoken_title(row.title, row.section)
    head = work.say("after-history-of", title=title, at=row.created_at)
    lines = [_line(work, one, found) for one in happened]
    shown = lines[: fitting(lines)] if lines else [work.say("after-history-none")]
    back: list[Row] = [[(label(work, "after-back-card"), f"ac:s:{row.id}")]]
    return "\n\n".join([head, *shown]), back


def _line(work: Work, one: Happened, found: Whole) -> str:
    who = Say(role_key(one.role)) if one.role is not None else Say("after-by-author")
    line = work.say(f"after-did-{one.what}", at=one.at, who=who)
    if one.what == "edited" and one.before:
        line += "\n" + work.say("after-did-fields", fields=_fields(one, found))
    if one.note:
        line += "\n" + work.say("after-did-note", note=_note(one.note, own=found.is_own))
    return line


def _fields(one: Happened, found: Whole) -> tuple[Label, ...]:
    """What was changed, with the earlier value where it was words or a day."""
    fields: dict[str, Label] = {}
    for column, earlier in (one.before or {}).items():
        name = CHANGED.get(column)
        if name is None:
            continue
        value = _earlier(column, earlier, own=found.is_own)
        about = Say(f"after-field-{name}")
        fields[name] = Say("after-was", {"name": about, "value": value}) if value else about
    return tuple(fields.values())


def _earlier(column: str, value: Any, *, own: bool) -> Label | None:
    if column == "held_on" and isinstance(value, str):
        return Say("form-value", {"value": date.fromisoformat(value)})
    if column not in ("title", "place") or not isinstance(value, str):
        return None
    words = value if own else spoken(value)
    return Plain(clip(words, _LONGEST)) if words else None


def _note(note: str, *, own: bool) -> Label:
    if note in REASONS:
        return Say(f"after-reason-{note}")
    words = note if own else spoken(note)
    return Plain(clip(words or "…", _LONGEST * 2))
