"""The questions of /anggota: whom to look for, why, until when, and which other role."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.clock import WIB
from bot.errors import NotFound
from bot.forms import AskChoice, AskDate, AskText, Context, Form, Invalid, Option, Say
from bot.forms.context import Answers
from bot.rules.roles import Role, fits
from bot.work import Work
from handlers.flows import Memory, Prepared
from handlers.invite import AskFittingRegion, role_key


def _roles(_: Answers, ctx: Context) -> tuple[Option, ...]:
    """The roles that may be given, by their place in the list of all."""
    mine = {option.id for option in ctx.lists.get("roles", ())}
    return tuple(
        Option(str(number), Say(role_key(role)))
        for number, role in enumerate(Role)
        if str(number) in mine
    )


def _area(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get("area")
    return found if isinstance(found, str) else None


class _GrantedRegion(AskFittingRegion):
    misfit = "membergrant-region-misfit"


def _check_grant(answers: Answers, _: Context) -> None:
    """A kader belongs to a village, an OPD KB to a kab/kota; nothing ends before it begins."""
    if not fits(list(Role)[int(answers["role"])], answers["region"]):
        raise Invalid("membergrant-region-misfit").at("region")
    since, until = answers.get("since"), answers.get("until")
    if since and until and until < since:
        raise Invalid("membergrant-until-early").at("until")


FIND = Form("findmember", "mbf", (AskText("words", most=120, hint=True),), summary=False)
REASON = Form("memberreason", "mbr", (AskText("reason", most=300, hint=True),), summary=False)
UNTIL = Form("memberuntil", "mbu", (AskDate("until", earliest_days=0, hint=True),), summary=False)
GRANT = Form(
    "membergrant",
    "mbg",
    (
        AskChoice("role", _roles, columns=1),
        _GrantedRegion("region", level="any", within=_area, hint=True),
        AskDate("since", earliest_days=0, optional=True, hint=True),
        AskDate("until", earliest_days=0, optional=True, hint=True),
    ),
    check=_check_grant,
)
SUCCESSOR = Form("successor", "hos", (AskText("who", most=120, hint=True),), summary=False)


async def not_by_itself(_: Work) -> Prepared:
    """These forms begin at a button, which says whom they are about."""
    raise NotFound("button-menu")


def about(work: Work, _: str) -> str:
    """What stands above a question: whom it is about, and what will be done."""
    kept = work.drafts.opened()
    memory: Memory = kept.memory if kept is not None else {}
    return str(memory.get("about", ""))


def first_moment(day: str) -> datetime:
    """When a day (ISO) begins in WIB."""
    return datetime.combine(date.fromisoformat(day), time(), WIB)


def after_day(day: str) -> datetime:
    """When a day (ISO) is over in WIB: a role "until the 30th" counts on the 30th."""
    return first_moment(day) + timedelta(days=1)


def last_day(until: datetime) -> date:
    """The last day on which a role that ends at ``until`` counts."""
    return (until - timedelta(microseconds=1)).astimezone(WIB).date()


def number_of(memory: Mapping[str, Any], name: str) -> int:
    """An id in what a form remembers."""
    return int(memory[name])
