"""Posts over real HTTP: signed so that the other side can tell, retried for three days."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.clock import ManualClock
from bot.settings import PostSettings, Settings, WebhookTarget
from broadcasts.posting import Posting, open_client
from broadcasts.wake import Wake
from storage import webhook_posts
from storage.database import Database
from storage.models import Activity, WebhookPost
from storage.regions import open_book
from tests.broadcasts.agency import Agency, Got, an_agency
from tests.reports.activities import HASH, STEALING, a_photo, an_activity, an_author

KEY = "kunci-rahasia"
LIMITS = PostSettings(timeout_seconds=0.5)


def target(agency: Agency, name: str = "dinas") -> WebhookTarget:
    return WebhookTarget(name=name, url=agency.url, secret_env="CIKAR_HOOK_DINAS")


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CIKAR_HOOK_DINAS", KEY)


@asynccontextmanager
async def posting(
    database: Database, clock: ManualClock, *targets: WebhookTarget
) -> AsyncIterator[Posting]:
    settings = Settings(webhooks=targets, posts=LIMITS)
    async with database.session() as session:
        book = await open_book(session)
    async with open_client(settings) as client:
        yield Posting(database, clock, settings, book, Wake(), chance=lambda: 0.0, client=client)


async def owed(database: Database, clock: ManualClock, to: WebhookTarget, **changes: Any) -> int:
    """An activity, owed to an address."""
    number = await an_activity(database, await an_author(database), **changes)
    async with database.write() as session:
        await webhook_posts.owe(session, [to], "saved", number, 0, clock.now())
    return number


async def rows(database: Database) -> Sequence[WebhookPost]:
    async with database.session() as session:
        return (await session.scalars(select(WebhookPost).order_by(WebhookPost.id))).all()


def is_signed(got: Got, key: str) -> bool:
    """As the other side checks it, by the published rule and nothing of ours."""
    parts = dict(part.split("=", 1) for part in got.headers["X-Cikar-Signature"].split(","))
    message = parts["t"].encode() + b"." + got.body
    wanted = hmac.new(key.encode(), message, hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted, parts["v1"])


async def test_an_activity_arrives_signed_with_its_key_and_nobodys_name(
    database: Database,
) -> None:
    clock = ManualClock()
    async with an_agency() as agency, posting(database, clock, target(agency)) as posts:
        number = await owed(database, clock, target(agency))
        await a_photo(database, number, 0, kept=HASH, caption="Timbang")
        assert await posts.turn()
        assert not await posts.turn()
    (got,) = agency.got
    assert is_signed(got, KEY)
    assert not is_signed(got, "another")
    assert got.headers["X-Cikar-Signature"].startswith(f"t={int(clock.now().timestamp())},")
    assert got.headers["Idempotency-Key"] == f"{number}-0-saved"
    assert got.headers["X-Cikar-Event"] == "saved"
    said = json.loads(got.body)
    assert (said["event"], said["revision"]) == ("saved", 0)
    assert said["id"] == said["activity"]["receipt"]
    assert said["activity"]["title"] == "Posyandu Melati"
    assert said["activity"]["region"]["kabkota"] == "Kabupaten Bangka"
    assert [photo["name"] for photo in said["activity"]["photos"]] == [f"{HASH}.jpg"]
    for words in ("Nama Pengirim", "9001"):
        assert words not in got.body.decode()
    (row,) = await rows(database)
    assert (row.state, row.status, row.attempts) == ("done", 200, 1)


async def test_the_same_key_in_each_try_for_three_days_then_it_is_given_up(
    sqlite_database: Database,
) -> None:
    clock = ManualClock()
    began, pauses = clock.now(), []
    async with (
        an_agency(always=503) as agency,
        posting(sqlite_database, clock, target(agency)) as posts,
    ):
        await owed(sqlite_database, clock, target(agency))
        while True:
            await posts.turn()
            (row,) = await rows(sqlite_database)
            if row.state == "failed":
                break
            assert row.state == "queued"
            pauses.append(row.due_at - clock.now())
            clock.at = row.due_at
    assert pauses[:4] == [timedelta(seconds=30 * factor) for factor in (1, 2, 4, 8)]
    assert max(pauses) == timedelta(hours=1)
    assert timedelta(hours=72) <= clock.now() - began < timedelta(hours=73)
    assert (row.status, row.outcome) == (503, "HTTP 503")
    assert len(agency.got) == len(pauses) + 1 > 72
    assert len({got.headers["Idempotency-Key"] for got in agency.got}) == 1
    assert all(is_signed(got, KEY) for got in agency.got)


@pytest.mark.parametrize("status", [429, 500, 502, 503, None])
async def test_trouble_that_passes_is_tried_again(
    sqlite_database: Database, status: int | None
) -> None:
    clock = ManualClock()
    async with (
        an_agency(script=[status]) as agency,
        posting(sqlite_database, clock, target(agency)) as posts,
    ):
        await owed(sqlite_database, clock, target(agency))
        await posts.turn()
        (row,) = await rows(sqlite_database)
        assert (row.state, row.status) == ("queued", status)
        assert row.outcome == (f"HTTP {status}" if status else "timed out")
        clock.advance(seconds=30)
        await posts.turn()
    assert [row.state for row in await rows(sqlite_database)] == ["done"]


async def test_nobody_there_is_tried_again_too(sqlite_database: Database) -> None:
    clock = ManualClock()
    async with an_agency() as agency:
        address = target(agency)
    async with posting(sqlite_database, clock, address) as posts:
        await owed(sqlite_database, clock, address)
        await posts.turn()
    (row,) = await rows(sqlite_database)
    assert (row.state, row.outcome) == ("queued", "no connection")


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999/", "http://[::1/"])
async def test_an_address_that_is_none_is_given_up_in_time(
    sqlite_database: Database, url: str
) -> None:
    clock = ManualClock()
    address = WebhookTarget(name="dinas", url=url, secret_env="CIKAR_HOOK_DINAS")
    async with posting(sqlite_database, clock, address) as posts:
        await owed(sqlite_database, clock, address)
        await posts.turn()
        assert [one.state for one in await rows(sqlite_database)] == ["queued"]
        clock.advance(hours=72)
        await posts.turn()
    (row,) = await rows(sqlite_database)
    assert (row.state, row.status) == ("failed", None)


async def test_a_bug_with_one_activity_is_given_up_too(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: Any) -> Any:
        raise RuntimeError("of this one")

    monkeypatch.setattr("broadcasts.posting.line_of", breaks)
    clock = ManualClock()
    async with an_agency() as agency, posting(sqlite_database, clock, target(agency)) as posts:
        await owed(sqlite_database, clock, target(agency))
        await posts.turn()
        assert [one.outcome for one in await rows(sqlite_database)] == ["RuntimeError"]
        clock.advance(hours=72)
        await posts.turn()
    assert [one.state for one in await rows(sqlite_database)] == ["failed"]


async def test_what_the_other_side_asks_to_wait_is_waited(sqlite_database: Database) -> None:
    clock = ManualClock()
    async with (
        an_agency(script=[429], headers={"Retry-After": "600"}) as agency,
        posting(sqlite_database, clock, target(agency)) as posts,
    ):
        await owed(sqlite_database, clock, target(agency))
        await posts.turn()
    (row,) = await rows(sqlite_database)
    assert row.due_at - clock.now() == timedelta(minutes=10)


@pytest.mark.parametrize(("status", "tries"), [(410, 1), (400, 5), (404, 5), (302, 5)])
async def test_a_refusal_is_not_tried_for_days(
    sqlite_database: Database, status: int, tries: int
) -> None:
    clock = ManualClock()
    async with (
        an_agency(always=status, headers={"Location": "http://127.0.0.1:1/"}) as agency,
        posting(sqlite_database, clock, target(agency)) as posts,
    ):
        await owed(sqlite_database, clock, target(agency))
        for _ in range(8):
            await posts.turn()
            clock.advance(hours=1)
    (row,) = await rows(sqlite_database)
    assert (row.state, row.status, len(agency.got)) == ("failed", status, tries)


async def test_one_address_that_is_down_does_not_hold_up_the_other(
    sqlite_database: Database,
) -> None:
    clock = ManualClock()
    async with an_agency(always=503) as down, an_agency() as up:
        addresses = target(down, "a-down"), target(up, "b-up")
        async with posting(sqlite_database, clock, *addresses) as posts:
            for _ in range(5):
                for address in addresses:
                    await owed_again(sqlite_database, clock, address)
            while await posts.turn():
                pass
    assert len(up.got) == 5
    assert len(down.got) <= LIMITS.at_once // 2


async def test_no_more_leave_at_a_time_than_allowed_and_every_address_has_its_turn(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.broadcasts.test_posting.LIMITS", PostSettings(at_once=2))
    clock = ManualClock()
    async with an_agency() as agency:
        addresses = [target(agency, f"address-{number}") for number in range(5)]
        async with posting(sqlite_database, clock, *addresses) as posts:
            for address in addresses:
                for _ in range(2):
                    await owed_again(sqlite_database, clock, address)
            turns, served = 0, set()
            while await posts.turn():
                turns += 1
                done = [one for one in await rows(sqlite_database) if one.state == "done"]
                assert len(done) <= 2 * turns
                served = {one.target for one in done}
                assert turns < 5 or len(served) == 5
    assert (len(agency.got), len(served)) == (10, 5)


async def owed_again(database: Database, clock: ManualClock, to: WebhookTarget) -> None:
    """One more activity of somebody who is known by now."""
    async with database.session() as session:
        person = await session.scalar(select(Activity.person_id).limit(1))
    number = await an_activity(database, person or await an_author(database))
    async with database.write() as session:
        await webhook_posts.owe(session, [to], "saved", number, 0, clock.now())


async def test_what_was_withdrawn_meanwhile_is_not_posted(sqlite_database: Database) -> None:
    clock = ManualClock()
    async with an_agency() as agency, posting(sqlite_database, clock, target(agency)) as posts:
        await owed(sqlite_database, clock, target(agency))
        async with sqlite_database.write() as session:
            await session.execute(update(Activity).values(state="withdrawn"))
        await posts.turn()
    assert agency.got == []
    assert [(one.state, one.outcome) for one in await rows(sqlite_database)] == [
        ("done", "withdrawn")
    ]


@pytest.mark.parametrize("field", ["title", "description", "follow_up", "place"])
async def test_what_tells_of_a_child_in_danger_is_not_posted(
    sqlite_database: Database, field: str
) -> None:
    clock = ManualClock()
    async with an_agency() as agency, posting(sqlite_database, clock, target(agency)) as posts:
        await owed(sqlite_database, clock, target(agency), **{field: STEALING})
        await posts.turn()
    assert agency.got == []
    assert [(one.state, one.outcome) for one in await rows(sqlite_database)] == [
        ("done", "withheld")
    ]


async def test_it_is_posted_as_it_stands_when_it_leaves(sqlite_database: Database) -> None:
    clock = ManualClock()
    async with (
        an_agency(script=[500]) as agency,
        posting(sqlite_database, clock, target(agency)) as posts,
    ):
        await owed(sqlite_database, clock, target(agency))
        await posts.turn()
        async with sqlite_database.write() as session:
            await session.execute(update(Activity).values(title="Posyandu Mawar", revision=1))
        clock.advance(minutes=1)
        await posts.turn()
    first, second = (json.loads(got.body) for got in agency.got)
    assert (first["activity"]["title"], first["revision"]) == ("Posyandu Melati", 0)
    assert (second["activity"]["title"], second["revision"]) == ("Posyandu Mawar", 1)


async def test_without_a_key_nothing_leaves_and_after_three_days_it_is_given_up(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CIKAR_HOOK_DINAS")
    clock = ManualClock()
    async with an_agency() as agency, posting(sqlite_database, clock, target(agency)) as posts:
        await owed(sqlite_database, clock, target(agency))
        for hours in (0, 71):
            clock.advance(hours=hours)
            assert not await posts.turn()
            assert [one.state for one in await rows(sqlite_database)] == ["queued"]
        clock.advance(hours=1)
        await posts.turn()
    assert agency.got == []
    assert [(one.state, one.outcome) for one in await rows(sqlite_database)] == [
        ("failed", "no secret")
    ]


async def test_an_address_taken_out_of_the_settings_ends_what_it_waited_for(
    sqlite_database: Database,
) -> None:
    clock = ManualClock()
    async with an_agency() as agency, posting(sqlite_database, clock) as posts:
        await owed(sqlite_database, clock, target(agency))
        await posts.turn()
    assert agency.got == []
    assert [one.outcome for one in await rows(sqlite_database)] == ["address removed"]


async def test_what_the_other_side_says_is_kept_nowhere(
    sqlite_database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = ManualClock()
    async with (
        an_agency(always=400) as agency,
        posting(sqlite_database, clock, target(agency)) as posts,
    ):
        await owed(sqlite_database, clock, target(agency))
        for _ in range(5):
            await posts.turn()
            clock.advance(hours=1)
    (row,) = await rows(sqlite_database)
    assert row.outcome == "HTTP 400"
    said = capsys.readouterr()
    for words in ("rahasia mereka", "kunci=abc", KEY):
        assert words not in said.out + said.err


async def test_many_pauses_are_not_alike(sqlite_database: Database) -> None:
    clock = ManualClock()
    chances: Callable[[], float] = iter([0.0, 0.5]).__next__
    async with (
        an_agency(always=500) as agency,
        posting(sqlite_database, clock, target(agency)) as posts,
    ):
        posts._chance = chances
        for _ in range(2):
            await owed_again(sqlite_database, clock, target(agency))
        await posts.turn()
    pauses = {(one.due_at - clock.now()).total_seconds() for one in await rows(sqlite_database)}
    assert pauses == {30.0, 33.0}
