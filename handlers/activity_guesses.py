"""What an activity's form fills in by itself: from the words of its title, and from what was told
of the last one of its kind. Plain functions of the answers; everything is shown before it is sent.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.forms import Context, Option, Plain
from bot.forms.context import Answers
from bot.rules.hints import DEFAULT_HINTS, Hints
from bot.rules.kampung import POKTAN
from bot.rules.likeness import ALIKE, likeness
from bot.rules.words import words

HOME, AREA, MANY = "home", "area", "many"
"""Given before the form begins: one's only village, the one area one's villages lie in, or that
there are several areas, whose kampung are then listed."""
VILLAGE_KEYS: Final = ("title", "section", "region", "village")
OWN_PEOPLE: Final = "komkb"
"""The agency of an activity nobody else took part in: the kampung's own people. The national site
asks for one at least."""
BEFORE_AFTER: Final = "before_after"
_SPOKEN_POKTAN: Final = {"pik": "pikr", "uppks": "uppka"}


def village_id(code: str) -> str:
    """A village's code as an option's id: ``19.01.02.2003`` is ``01022003``."""
    return code.replace(".", "")[2:]


def village_code(key: str) -> str:
    """Undo :func:`village_id`."""
    return f"19.{key[:2]}.{key[2:4]}.{key[4:]}"


def village_of(answers: Answers) -> str | None:
    """The village the activity was in, once it is known."""
    if isinstance(answers.get("village"), str):
        return village_code(answers["village"])
    found: Any = answers.get("region") or answers.get(HOME)
    return found if isinstance(found, str) else None


def hints_of(ctx: Context) -> Hints:
    found: Any = ctx.facts.get("hints")
    return found if isinstance(found, Hints) else DEFAULT_HINTS


def section(answers: Answers, ctx: Context) -> str | None:
    """The section the title's words point to, or that of a title like it."""
    title = answers["title"]
    if not title:
        return None
    alike = _alike(title, _entries(answers, ctx))
    return hints_of(ctx).section(title) or (alike["section"] if alike else None)


def section_offered(answers: Answers, ctx: Context) -> str | None:
    """What to offer first when the words point two ways."""
    found = hints_of(ctx).sections(answers["title"] or "")
    return found[0] if found else None


def inpres(answers: Answers, ctx: Context) -> str | None:
    return hints_of(ctx).inpres(answers["title"] or "")


def tags(answers: Answers, ctx: Context) -> list[str] | None:
    return list(hints_of(ctx).tags(answers["title"] or "")) or None


def poktan(answers: Answers, _: Context) -> list[str] | None:
    """The groups whose session the title names."""
    said = {_SPOKEN_POKTAN.get(word, word) for word in words(answers["title"] or "")}
    return [one for one in POKTAN if one in said] or None


def target_groups(answers: Answers, ctx: Context) -> list[str] | None:
    title = answers["title"]
    if not title:
        return None
    alike = _alike(title, _entries(answers, ctx))
    if alike is not None:
        return list(alike["target_groups"])
    return list(hints_of(ctx).targets(title)) or _usual("target_groups", answers, ctx)


def agencies(answers: Answers, ctx: Context) -> list[str] | None:
    """Those of the last of its kind; without any, the kampung's own people."""
    if not answers["title"]:
        return None
    return _usual("agencies", answers, ctx) or [OWN_PEOPLE]


def funding(answers: Answers, ctx: Context) -> list[str] | None:
    last = _like_this(answers, ctx) if answers["title"] else None
    return list(last["funding"]) if last is not None else None


def place(answers: Answers, ctx: Context) -> dict[str, Any] | None:
    """Where the last of its kind was; without one, the village itself."""
    village = village_of(answers)
    if not answers["title"] or village is None:
        return None
    last = _like_this(answers, ctx)
    if last is not None and last["place"]:
        return {"text": last["place"]}
    known = ctx.regions.known(village) if ctx.regions is not None else None
    return {"text": known.title()} if known is not None else None


def photos_before(answers: Answers, _: Context) -> list[Any] | None:
    """Photos that were sent before anybody said which side they show: the first ones."""
    sent = answers["photos"] or ()
    return list(sent[: len(sent) // 2 or 1]) or None


def photos_after(answers: Answers, _: Context) -> list[Any] | None:
    sent = answers["photos"] or ()
    return list(sent[len(sent) // 2 or 1 :]) or None


def problems(answers: Answers, ctx: Context) -> Sequence[Option]:
    """The open problems of the village: [number, title, region] in the facts."""
    village = village_of(answers)
    return [
        Option(str(number), Plain(title))
        for number, title, region in ctx.facts.get("problems", ())
        if region == village
    ]


def _usual(name: str, answers: Answers, ctx: Context) -> list[str] | None:
    last = _like_this(answers, ctx)
    return list(last[name]) or None if last is not None else None


def _like_this(answers: Answers, ctx: Context) -> Mapping[str, Any] | None:
    """The last entry of this village with a title like this one, else of this section. One of
    another kind tells nothing: a meeting has not the guests of a posyandu."""
    entries = _entries(answers, ctx)
    alike = _alike(answers["title"] or "", entries)
    if alike is not None:
        return alike
    same = (entry for entry in entries if entry["section"] == answers["section"])
    return next(same, None)


def _entries(answers: Answers, ctx: Context) -> Sequence[Mapping[str, Any]]:
    """Earlier entries of this village, newest first, as the facts hold them."""
    village = village_of(answers)
    return [entry for entry in ctx.facts.get("recent", ()) if entry["region"] == village]


def _alike(title: str, entries: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    best, found = ALIKE, None
    for entry in entries:
        if (near := likeness(title, entry["title"])) >= best and (found is None or near > best):
            best, found = near, entry
    return found
