"""The form of /daftar: who I am, what I ask for, and where."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.forms import (
    Action,
    AskChoice,
    AskConfirm,
    AskPhone,
    AskRegion,
    AskText,
    Form,
    Option,
    Say,
)
from bot.forms.context import Answers
from bot.rules.roles import DEPTHS, REQUESTABLE, Role

OLD = "old"
"""The choice of somebody whose account is on a phone that is gone."""

_NUMBERS = {role: str(number) for number, role in enumerate(Role)}
_BY_NUMBER = {number: role for role, number in _NUMBERS.items()}
_EVERYWHERE = frozenset({0, 1, 2, 3})

_WORDS = {
    Role.CADRE: ("kader", "cadre"),
    Role.PATBM_ACTIVIST: ("aktivis patbm", "patbm", "aktivis", "patbm activist"),
    Role.WORKING_GROUP: ("pokja", "kelompok kerja", "working group"),
    Role.PARTNER: ("mitra lintas sektor", "mitra", "lintas sektor", "partner"),
    Role.FIELD_OFFICER: ("pkb/plkb", "plkb", "pkb", "penyuluh kb", "field officer"),
    Role.AGENCY_KABKOTA: ("opd kb kab/kota", "opd kb", "opd", "dinas kb", "district agency"),
}
_OLD_WORDS = ("akun lama", "hp hilang", "ganti hp", "akun hilang", "lost phone", "old account")

_WISHES = (
    *(
        Option(_NUMBERS[role], Say(f"role-{role.value.replace('_', '-')}"), _WORDS[role])
        for role in REQUESTABLE
    ),
    Option(OLD, Say("join-role-old"), _OLD_WORDS),
)


def role_in(answers: Answers) -> Role | None:
    """The role asked for; None for an old account, or before it is said."""
    return _BY_NUMBER.get(str(answers.get("role")))


def region_in(answers: Mapping[str, Any]) -> str:
    """The region answered: each depth has a question of its own, and one of them is asked."""
    names = ("village", "area", "kabkota", "anywhere")
    return str(next(answers[name] for name in names if answers.get(name)))


def is_new(answers: Answers) -> bool:
    """Whether the bot does not know this person yet."""
    return not answers.get("known")


def _held_at(*depths: int) -> Callable[[Answers], bool]:
    wanted = frozenset(depths)

    def holds(answers: Answers) -> bool:
        role = role_in(answers)
        if role is None:
            return answers.get("role") == OLD and wanted == _EVERYWHERE
        return DEPTHS[role] == wanted

    return holds


def _reads_notice(answers: Answers) -> bool:
    return is_new(answers) and not answers.get("consent")


JOIN_FORM = Form(
    "join",
    "jn",
    (
        AskConfirm("consent", when=is_new),
        AskText("person", most=120, when=is_new, hint=True),
        AskChoice("role", _WISHES, columns=1),
        AskRegion("village", when=_held_at(3), hint=True),
        AskRegion("area", depths=frozenset({2, 3}), when=_held_at(2, 3), hint=True),
        AskRegion("kabkota", level="kabkota", when=_held_at(1), hint=True),
        AskRegion("anywhere", level="any", when=_held_at(0, 1, 2, 3), hint=True),
        AskPhone("phone", optional=True, hint=True),
    ),
    actions=(Action("notice", Say("invite-notice"), when=_reads_notice, always=True),),
)
