"""The programme's own hint words, laid over those the program brings along; DP3ACSKB edits them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError, NotAllowed, NotFound
from bot.forms.context import Option
from bot.forms.values import Say
from bot.rules.hint_book import DEFAULTS, VALUES, HintBook, usual, why_not
from bot.rules.hints import Hint, Kind
from bot.rules.regions import PROVINCE
from bot.rules.roles import Act, Person, Role
from storage import marks
from storage.database import Database
from storage.models import Assignment, HintRow
from storage.people import in_force

MARK: Final = "hints"
MOST: Final = 1000
"""Rows of the programme's own; every process keeps them all in memory."""


@dataclass(frozen=True, slots=True)
class HintWord:
    """A word as it stands: what it points to now (``""`` is nowhere), what it pointed to as the
    program came (None: it is the programme's own), and who changed it last, where somebody did."""

    kind: str
    word: str
    value: str
    default: str | None
    person: int | None = None
    at: datetime | None = None

    @property
    def key(self) -> str:
        """A short name for buttons, where a word of 60 letters has no room."""
        return key_of(self.kind, self.word)

    @property
    def is_changed(self) -> bool:
        return self.at is not None


def key_of(kind: str, word: str) -> str:
    """Ten hexadecimal digits that stand for a word of a kind."""
    return hashlib.blake2s(f"{kind}:{word}".encode(), digest_size=5).hexdigest()


async def open_hints(session: AsyncSession) -> HintBook:
    """The words in force now."""
    mark = await marks.mark_of(session, MARK)
    return HintBook(await _load(session), mark)


async def refresh(database: Database, book: HintBook) -> bool:
    """Bring a process's words up to date in their place. False when they were already."""
    async with database.session() as session:
        mark = await marks.mark_of(session, MARK)
        if mark == book.mark:
            return False
        book.replace(await _load(session), mark)
    return True


async def _load(session: AsyncSession) -> list[Hint]:
    rows = await session.execute(select(HintRow.word, HintRow.kind, HintRow.value))
    return [Hint(word, cast(Kind, kind), value) for word, kind, value in rows]


async def listed(session: AsyncSession, viewer: Person, kind: str) -> Sequence[HintWord]:
    """Every word of a kind by the alphabet; empty for who may not edit them."""
    if not viewer.may(Act.EDIT_HINTS, PROVINCE) or kind not in VALUES:
        return []
    rows = await session.scalars(select(HintRow).where(HintRow.kind == kind).limit(MOST))
    own = {row.word: row for row in rows}
    defaults = {word: value for (of, word), value in DEFAULTS.items() if of == kind}
    return [_told(kind, word, own, defaults) for word in sorted(own.keys() | defaults.keys())]


def _told(
    kind: str, word: str, own: Mapping[str, HintRow], defaults: Mapping[str, str]
) -> HintWord:
    row, default = own.get(word), defaults.get(word)
    if row is None:
        return HintWord(kind, word, default or "", default)
    return HintWord(kind, word, row.value, default, row.person_id, row.at)


async def found(session: AsyncSession, viewer: Person, key: str) -> HintWord | None:
    """The word a button's key stands for; None for a key of nobody's, or who may not see it."""
    for kind in VALUES:
        for one in await listed(session, viewer, kind):
            if one.key == key:
                return one
    return None


async def meaning(session: AsyncSession, viewer: Person, kind: str, word: str) -> HintWord | None:
    """A word as it stands; None when it stands nowhere, or for who may not see it."""
    return next((one for one in await listed(session, viewer, kind) if one.word == word), None)


async def changed_by(
    session: AsyncSession, viewer: Person, word: HintWord, now: datetime
) -> Role | None:
    """The role that who changed a word last holds today; None when there is none."""
    if word.person is None or not viewer.may(Act.EDIT_HINTS, PROVINCE):
        return None
    held = select(Assignment.role).where(Assignment.person_id == word.person, in_force(now))
    roles = set(await session.scalars(held.order_by(Assignment.id).limit(20)))
    if Role.AGENCY_PROVINCE.value in roles:
        return Role.AGENCY_PROVINCE
    return Role(min(roles)) if roles else None


async def point(
    session: AsyncSession, viewer: Person, kind: str, word: str, value: str, now: datetime
) -> HintWord | None:
    """Let a word point to an id of its kind's list, or nowhere (``""``). Returns how it stood.

    Raises :class:`NotAllowed`, and :class:`AppError` for a word that cannot be one, a value that
    is on no list, or one row too many.
    """
    _require(viewer)
    word = usual(word)
    _check(kind, word, value)
    await marks.touch(session, MARK)
    before = await meaning(session, viewer, kind, word)
    if DEFAULTS.get((kind, word)) == value:
        await _drop(session, kind, word)
        return before
    is_new = before is None or not before.is_changed
    if is_new and (await session.scalar(select(func.count()).select_from(HintRow)) or 0) >= MOST:
        raise AppError("hint-too-many", most=str(MOST))
    await _write(session, kind, word, value, viewer, now)
    return before


async def remove(
    session: AsyncSession, viewer: Person, key: str, was: str, now: datetime
) -> HintWord:
    """Take a word away: one of the program's own is turned off, one of the programme's is gone.
    Returns how it stood.

    Raises :class:`NotAllowed`, and :class:`NotFound` when it does not point to ``was`` any more:
    the button that was pressed showed something else.
    """
    _require(viewer)
    await marks.touch(session, MARK)
    one = await found(session, viewer, key)
    if one is None or one.value != was or (not one.value and one.default is not None):
        raise NotFound("hint-moved-on")
    if one.default:
        await _write(session, one.kind, one.word, "", viewer, now)
    else:
        await _drop(session, one.kind, one.word)
    return one


async def reset(session: AsyncSession, viewer: Person, key: str, was: str) -> HintWord:
    """Let a word of the program's own point again where it did at first. Returns how it stood.

    Raises as :func:`remove` does.
    """
    _require(viewer)
    await marks.touch(session, MARK)
    one = await found(session, viewer, key)
    if one is None or one.default is None or not one.is_changed or one.value != was:
        raise NotFound("hint-moved-on")
    await _drop(session, one.kind, one.word)
    return one


def _require(viewer: Person) -> None:
    if not viewer.may(Act.EDIT_HINTS, PROVINCE):
        raise NotAllowed("refused-edit-hints", ask=Say("ask-province"))


def _check(kind: str, word: str, value: str) -> None:
    trouble = why_not(word)
    if trouble is not None:
        raise AppError(trouble.key, **trouble.args)
    if kind not in VALUES or (value and value not in map(_id, VALUES[kind])):
        raise AppError("form-choice-gone")


def _id(option: Option) -> str:
    return option.id


async def _drop(session: AsyncSession, kind: str, word: str) -> None:
    await session.execute(delete(HintRow).where(HintRow.kind == kind, HintRow.word == word))


async def _write(
    session: AsyncSession, kind: str, word: str, value: str, by: Person, now: datetime
) -> None:
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    changed = {"value": value, "person_id": by.id, "at": now}
    statement = dialect.insert(HintRow).values(kind=kind, word=word, **changed)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["kind", "word"], set_=changed)
    )
