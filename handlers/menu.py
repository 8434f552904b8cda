"""The menu that follows a person's roles, and the way in for those who have none yet."""

from collections.abc import Sequence

from bot.rules.roles import Act
from bot.work import Work
from handlers.calls import Calls, Row, label, message

ENTRIES: tuple[tuple[str, Act | None], ...] = (
    ("kegiatan", Act.LOG_ACTIVITY),
    ("kegiatansaya", Act.LOG_ACTIVITY),
    ("periksa", Act.VERIFY_ACTIVITY),
    ("siaran", Act.BROADCAST),
    ("kasus", Act.READ_CASE),
    ("kampung", Act.READ_KAMPUNG),
    ("masalah", Act.READ_PROBLEM),
    ("grup", Act.BIND_GROUP),
    ("anggota", Act.READ_MEMBER),
    ("undang", Act.INVITE),
    ("wilayah", Act.EDIT_REGION),
    ("admin", Act.ADMIN_DESK),
    ("daftar", None),
    ("lapor", None),
    ("darurat", None),
)
"""What the menu offers, and the act it needs. What needs none is for everybody, but for ``daftar``:
that is for those who have no role yet."""

MOST_ROWS = 7
MOST_ROLES = 6
"""Roles that the greeting names; the others stand in /profil."""


def menu(work: Work, text: str | None = None) -> Calls:
    """The menu as a message, under ``text`` or a greeting."""
    if text is None:
        text = _greeting(work)
    acts = work.person.acts() if work.person else frozenset()
    entries = [
        (label(work, f"menu-{name}"), f"m:{name}")
        for name, act in ENTRIES
        if (act in acts if act else name != "daftar" or not acts)
    ]
    return [message(work, text, _in_rows(entries))]


def _in_rows(entries: Sequence[tuple[str, str]]) -> list[Row]:
    """One below the other; of many two beside each other, but for the last two (danger)."""
    if len(entries) <= MOST_ROWS:
        return [[entry] for entry in entries]
    pairs = entries[:-2]
    rows: list[Row] = [list(pairs[at : at + 2]) for at in range(0, len(pairs), 2)]
    return [*rows, [entries[-2]], [entries[-1]]]


def _greeting(work: Work) -> str:
    person = work.person
    if person is None:
        return work.say("welcome-stranger")
    if not person.grants:
        return work.say("welcome-no-role", name=person.name)
    roles = "\n".join(
        work.say(
            "welcome-role",
            role=label(work, f"role-{grant.role.value.replace('_', '-')}"),
            place=work.around.book.title(grant.region),
        )
        for grant in person.grants[:MOST_ROLES]
    )
    left = len(person.grants) - MOST_ROLES
    if left > 0:
        roles += "\n" + work.say("welcome-more-roles", count=str(left))
    return f"{work.say('welcome', name=person.name)}\n{roles}"
