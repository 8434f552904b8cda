"""One activity whole: everything that was told of it, its photos, and what its viewer may do."""

from collections.abc import Sequence

from aiogram.methods import SendPhoto
from aiogram.types import InputMediaPhoto

from bot.forms import Plain, Say
from bot.forms.clean import clip
from bot.forms.context import Option
from bot.forms.steps.picked import label_of as picked
from bot.forms.values import Label
from bot.rules.activity_after import UNDO, edit_fault, spoken, spoken_title, withdraw_fault
from bot.rules.kampung import POKTAN
from bot.rules.lists import AGENCIES, FUNDING, INPRES, SECTIONS, TAGS, TARGET_GROUPS, label_of
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.calls import Album, Calls, Row, label
from handlers.invite import role_key
from storage import activity_history as history
from storage.activity_lists import Whole
from storage.models import Activity, ActivityPhoto
from storage.problems import problem_for

LONGEST = 500
"""Characters of one field on the card: all of them together stay under Telegram's 4096."""
COUNTS = ("male", "female", "children", "people")
FURTHER = ("sender", "checked", "note", "changed", "changes")
"""Labels of what stands beside what the author told."""
HAPPENED = ("edited", "withdrawn", "restored", "verified", "returned")
"""What may happen to an activity after it was sent."""


async def card(work: Work, viewer: Person, found: Whole) -> tuple[str, list[Row]]:
    """The card's text and its buttons."""
    row = found.row
    head = work.say(
        "after-card",
        title=found.heading() if found.is_own else spoken_title(row.title, row.section),
        state=Say(f"after-state-{row.state}"),
        date=row.held_on,
        place=work.around.book.title(row.region_code, row.held_on),
        receipt=row.receipt,
    )
    lines = [
        work.say("after-field", name=Say(f"after-field-{name}"), value=value)
        for name, value in [*_fields(found), *await _linked(work, viewer, found)]
        if value is not None
    ]
    if found.is_own and row.state == "saved" and viewer.may(Act.VERIFY_ACTIVITY, row.region_code):
        lines.append(work.say("after-check-own", ask=Say("ask-agency")))
    return "\n".join([head, "", *lines]), buttons(work, found)


def _fields(found: Whole) -> list[tuple[str, Label | None]]:
    """What the author told, by the name of its label."""
    row, own = found.row, found.is_own
    place = row.place if own else spoken(row.place)
    at = (row.latitude, row.longitude)
    pin = None if at[0] is None or at[1] is None else f"{at[0]:.4f}, {at[1]:.4f}"
    before_after = Say("after-before-after") if row.post_type == "before_after" else None
    return [
        ("section", Plain(label_of(SECTIONS, row.section))),
        ("targets", _several(TARGET_GROUPS, row.target_groups, own=own)),
        ("agencies", _several(AGENCIES, row.agencies, own=own)),
        ("participants", _participants(row)),
        ("funding", _several(FUNDING, row.funding, own=own)),
        ("inpres", Plain(label_of(INPRES, row.inpres)) if row.inpres else None),
        ("tags", _several(TAGS, row.tags, own=own)),
        ("poktan", _poktan(row.poktan)),
        ("kind", before_after),
        ("place", _words(place)),
        ("pin", _words(pin)),
        ("description", _words(row.description if own else spoken(row.description))),
        ("follow_up", _words(row.follow_up if own else spoken(row.follow_up))),
    ]


def _words(text: str | None) -> Label | None:
    return Plain(clip(text, LONGEST)) if text else None


def _several(options: Sequence[Option], value: Sequence[str], *, own: bool) -> Label | None:
    """The labels of what was picked, and people's own words."""
    labels = [picked(options, item) for item in value]
    told = [one.text for one in labels if isinstance(one, Plain)]
    return _words(", ".join(one for one in told if own or spoken(one)))


def _poktan(value: Sequence[str]) -> Label | None:
    known = tuple(Say(f"kampung-poktan-{key}") for key in value if key in POKTAN)
    return Say("form-value", {"value": known}) if known else None


def _participants(row: Activity) -> Label:
    """People by kind, as many kinds as there are."""
    counted = tuple(
        Say(f"after-count-{name}", {"count": str(getattr(row, name))})
        for name in COUNTS
        if getattr(row, name)
    )
    return Say("form-value", {"value": counted}) if counted else Plain("–")


async def _linked(work: Work, viewer: Person, found: Whole) -> list[tuple[str, Label | None]]:
    """What stands beside the activity: the problem it answers, who checked it, what happened."""
    session, row = await work.session(), found.row
    lines: list[tuple[str, Label | None]] = []
    problem = await problem_for(session, viewer, row.problem_id) if row.problem_id else None
    if problem is not None:
        lines.append(("problem", Plain(f"{problem.line.title} ({problem.line.receipt})")))
    if not found.is_own:
        lines.append(("sender", Plain(found.sender)))
    if row.state == "verified" and row.verified_by and row.verified_at:
        role = await history.role_at(session, row.verified_by, row.region_code, row.verified_at)
        by = Say("after-checked-by", {"role": Say(role_key(role)), "at": row.verified_at})
        lines.append(("checked", by))
    if row.state == "returned":
        returned = await history.last(session, row.id, "returned")
        lines.append(("note", _words(returned.note if returned else None)))
    edited = await history.last(session, row.id, "edited") if row.revision else None
    if edited is not None:
        lines.append(("changed", Say("form-value", {"value": edited.at})))
    lines.append(("photos", Plain(str(len(found.photos)))))
    changes = await history.count(session, row.id)
    if changes:
        lines.append(("changes", Plain(str(changes))))
    return lines


def buttons(work: Work, found: Whole) -> list[Row]:
    """What this viewer may do now; storage decides again when it is pressed."""
    row, limits = found.row, work.around.settings.activity
    stands, number = f"{row.id}:{row.revision}", row.id
    rows: list[Row] = []
    if found.may_check:
        if row.state in ("saved", "returned"):
            rows.append([(label(work, "after-yes"), f"av:y:{stands}:{row.state[0]}")])
        if row.state in ("saved", "verified"):
            rows.append([(label(work, "after-return"), f"av:r:{stands}:{row.state[0]}")])
    if found.is_own:
        if edit_fault(row.state, row.created_at, work.now, limits) is None:
            changing = [(label(work, "after-edit"), f"ac:e:{number}")]
            if row.post_type == "activity":  # a pair's sides have their own places in the form
                changing.append((label(work, "after-add-photo"), f"ac:p:{number}"))
            rows.append(changing)
        if withdraw_fault(row.state, row.created_at, work.now, limits) is None:
            rows.append([(label(work, "after-withdraw"), f"ac:w:{number}")])
        # Later changes of a withdrawn activity there are none: it was withdrawn when it moved last.
        if row.state == "withdrawn" and row.updated_at and work.now <= row.updated_at + UNDO:
            rows.append([(label(work, "after-restore"), f"ac:u:{number}")])
    rows.append([(label(work, "after-history"), f"ac:h:{number}")])
    back = ("after-back-mine", "al:") if found.is_own else ("after-back-queue", "av:l")
    rows.append([(label(work, back[0]), back[1])])
    return rows


def photo_calls(work: Work, found: Whole) -> Calls:
    """The photos as Telegram has them, before the card: one, or an album."""
    if not found.photos:
        return []
    items = [(one.file_id, _caption(found, one)) for one in found.photos[:10]]
    if len(items) == 1:
        return [SendPhoto(chat_id=work.chat, photo=items[0][0], caption=items[0][1])]
    media = [
        # The library's defaults are not asked for: nobody wrote these captions as HTML.
        InputMediaPhoto(media=file, caption=caption, parse_mode=None, show_caption_above_media=None)
        for file, caption in items
    ]
    return [Album(chat_id=work.chat, media=media)]


def _caption(found: Whole, photo: ActivityPhoto) -> str | None:
    return photo.caption if found.is_own else spoken(photo.caption)
