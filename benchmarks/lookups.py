"""The lists, approvals and lookups that are measured, each as somebody of the programme does it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from benchmarks.country import NAMES, Country
from bot.clock import SystemClock
from bot.rules.regions import Book
from bot.rules.roles import Grant, Person, Role
from storage import groups, kampung, members, requests, supervisors
from storage.database import Database
from storage.people import load_people
from storage.regions import open_book

OFFICER, AGENCY, PROVINCE = "11.01.01", "11.01", "11"


@dataclass(frozen=True, slots=True)
class Room:
    """A filled database, with what a process holds of it in memory."""

    database: Database
    book: Book
    country: Country
    now: datetime

    def person(self, role: Role, region: str) -> Person:
        return Person(1, 1, "Uji", "id", (Grant(role, region),))


Lookup: TypeAlias = Callable[[Room, int], Awaitable[Any]]


async def enter(database: Database, country: Country) -> Room:
    async with database.session() as session:
        book = await open_book(session)
    return Room(database, book, country, SystemClock().now())


async def who_writes(room: Room, n: int) -> None:
    async with room.database.session() as session:
        await load_people(session, [1000 + (n * 7919) % room.country.people], room.now)


def people_of(role: Role, region: str) -> Lookup:
    """A page of the people of a region."""

    async def look(room: Room, n: int) -> None:
        async with room.database.session() as session:
            found = await members.listed(session, room.person(role, region), room.now, limit=11)
        assert found

    return look


async def a_late_page(room: Room, n: int) -> None:
    """A page from the middle of a province's list."""
    after = (room.country.village(400), 0)
    viewer = room.person(Role.AGENCY_PROVINCE, PROVINCE)
    async with room.database.session() as session:
        assert await members.listed(session, viewer, room.now, after=after, limit=11)


def by_name(role: Role, region: str) -> Lookup:
    async def look(room: Room, n: int) -> None:
        name = f"{NAMES[n % len(NAMES)]} {n % 9}"
        async with room.database.session() as session:
            await members.named(session, room.person(role, region), name, room.now, limit=10)

    return look


async def by_phone(room: Room, n: int) -> None:
    phone = f"+62812{10000000 + n * 7 % room.country.people}"
    viewer = room.person(Role.AGENCY_PROVINCE, PROVINCE)
    async with room.database.session() as session:
        await members.of_phone(session, viewer, phone, room.now, limit=5)


def waiting(role: Role, region: str) -> Lookup:
    """The first page of requests that wait for this person."""

    async def look(room: Room, n: int) -> None:
        viewer = room.person(role, region)
        async with room.database.session() as session:
            await requests.waiting_for(session, viewer, after=0, limit=9)

    return look


async def approval(room: Room, n: int) -> None:
    """Approve one request, and take it back, so that the next call finds it waiting."""
    viewer = room.person(Role.AGENCY_PROVINCE, PROVINCE)
    async with room.database.session() as session:
        found = await requests.approve(session, viewer, 1000 + n % 10, room.now)
        assert found is not None
        await session.rollback()


async def who_answers(room: Room, n: int) -> None:
    """Nobody holds the ladder here: every rung is looked for."""
    async with room.database.session() as session:
        village = room.country.village(n % 500)
        await supervisors.nearest(session, village, room.now, without=[1])


def kampung_page(role: Role, region: str) -> Lookup:
    async def look(room: Room, n: int) -> None:
        async with room.database.session() as session:
            assert await kampung.page(session, room.person(role, region), limit=11)

    return look


async def kampung_card(room: Room, n: int) -> None:
    viewer = room.person(Role.AGENCY_PROVINCE, PROVINCE)
    async with room.database.session() as session:
        assert await kampung.card(session, viewer, 1000 + n % 500, room.now)


async def groups_page(room: Room, n: int) -> None:
    viewer = room.person(Role.AGENCY_KABKOTA, AGENCY)
    async with room.database.session() as session:
        page = await groups.kampung_page(session, viewer, limit=9)
        await groups.groups_of(session, viewer, [line.region for line in page], limit=40)


def place_typed(how: str, within: str | None = AGENCY) -> Lookup:
    """A place as people type it: its name, its beginning, its middle, with a letter wrong."""

    async def look(room: Room, n: int) -> None:
        name = room.country.place(n % 800)
        typed = {"name": name, "beginning": name[:5], "middle": name[2:8]}.get(how)
        wrong = name[:3] + "x" + name[4:]
        found = room.book.find(typed or wrong, within=within)
        if not found:
            room.book.near(typed or wrong, within=within)

    return look


LOOKUPS: dict[str, Lookup] = {
    "who writes": who_writes,
    "people of a kecamatan": people_of(Role.FIELD_OFFICER, OFFICER),
    "people of a kab": people_of(Role.AGENCY_KABKOTA, AGENCY),
    "people of a province": people_of(Role.AGENCY_PROVINCE, PROVINCE),
    "people, a late page": a_late_page,
    "name in a kecamatan": by_name(Role.FIELD_OFFICER, OFFICER),
    "name in a province": by_name(Role.AGENCY_PROVINCE, PROVINCE),
    "phone in a province": by_phone,
    "requests of a kecamatan": waiting(Role.FIELD_OFFICER, OFFICER),
    "requests of a province": waiting(Role.AGENCY_PROVINCE, PROVINCE),
    "an approval": approval,
    "who answers for a village": who_answers,
    "kampung of a kab": kampung_page(Role.AGENCY_KABKOTA, AGENCY),
    "a kampung's card": kampung_card,
    "groups of a kab": groups_page,
    "place of a kab by name": place_typed("name"),
    "place of a kab by its beginning": place_typed("beginning"),
    "place of a kab by its middle": place_typed("middle"),
    "place of a kab, a letter wrong": place_typed("wrong"),
    "place anywhere by name": place_typed("name", None),
    "place anywhere by its beginning": place_typed("beginning", None),
    "place anywhere by its middle": place_typed("middle", None),
    "place anywhere, a letter wrong": place_typed("wrong", None),
}
"""In the order they are shown."""
