"""Posts to other systems as rows: owed once, in one sender's hand, ended in time."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.rules.roles import Role
from bot.settings import WebhookTarget
from storage import post_desk, webhook_posts
from storage.database import Database
from storage.models import WebhookPost
from storage.webhook_posts import ClaimedPost, PostEnding
from tests.databases import another
from tests.reports.activities import an_activity, an_author
from tests.storage.building import NOW, a_person

LEASE = timedelta(minutes=2)
BOTH = WebhookTarget(name="dinas", url="http://a.example/x", secret_env="CIKAR_HOOK_A")
CHECKED = WebhookTarget(
    name="bps", url="http://b.example/x", secret_env="CIKAR_HOOK_B", events=("verified",)
)


async def owed(database: Database, activity: int, event: str = "saved", revision: int = 0) -> None:
    async with database.write() as session:
        await webhook_posts.owe(session, [BOTH, CHECKED], event, activity, revision, NOW)


async def rows(database: Database) -> Sequence[WebhookPost]:
    async with database.session() as session:
        return (await session.scalars(select(WebhookPost).order_by(WebhookPost.id))).all()


async def claimed(
    database: Database, target: str = "dinas", now: datetime = NOW, limit: int = 100
) -> Sequence[ClaimedPost]:
    async with database.write() as session:
        return await webhook_posts.claim(session, target, limit=limit, now=now, until=now + LEASE)


async def settled(
    database: Database, post: ClaimedPost, ending: PostEnding, now: datetime = NOW
) -> bool:
    async with database.write() as session:
        return await webhook_posts.settle(session, post, ending, now)


async def test_each_address_is_owed_the_events_it_wants_once(database: Database) -> None:
    activity = await an_activity(database, await an_author(database))
    for event, revision in (("saved", 0), ("saved", 0), ("saved", 1), ("verified", 1)):
        await owed(database, activity, event, revision)
    assert [(one.target, one.key) for one in await rows(database)] == [
        ("dinas", f"{activity}-0-saved"),
        ("dinas", f"{activity}-1-saved"),
        ("dinas", f"{activity}-1-verified"),
        ("bps", f"{activity}-1-verified"),
    ]


async def test_without_addresses_nothing_is_owed(database: Database) -> None:
    activity = await an_activity(database, await an_author(database))
    async with database.write() as session:
        await webhook_posts.owe(session, (), "saved", activity, 0, NOW)
    assert await rows(database) == []


async def test_two_processes_never_have_the_same_post(database: Database) -> None:
    person = await an_author(database)
    for _ in range(6):
        await owed(database, await an_activity(database, person))
    async with another(database) as second:

        async def takes(where: Database) -> list[int]:
            found: list[int] = []
            while some := await claimed(where, limit=2):
                found += [one.id for one in some]
            return found

        first, other = await asyncio.gather(takes(database), takes(second))
    assert sorted(first + other) == [one.id for one in await rows(database)]


async def test_one_address_is_not_claimed_with_the_other(database: Database) -> None:
    await owed(database, await an_activity(database, await an_author(database)), "verified")
    assert [one.target for one in await claimed(database, "bps")] == ["bps"]
    assert await claimed(database, "bps") == []
    assert [one.target for one in await claimed(database, "dinas")] == ["dinas"]


async def test_a_dead_senders_post_returns_and_its_late_word_counts_no_more(
    database: Database,
) -> None:
    await owed(database, await an_activity(database, await an_author(database)))
    (first,) = await claimed(database)
    assert await claimed(database, now=NOW + LEASE - timedelta(seconds=1)) == []
    (again,) = await claimed(database, now=NOW + LEASE)
    assert (again.id, again.key, again.attempts) == (first.id, first.key, 2)
    assert not await settled(database, first, PostEnding("failed", 500))
    assert await settled(database, again, PostEnding("done", 200))
    (row,) = await rows(database)
    assert (row.state, row.status, row.done_at) == ("done", 200, NOW)


async def test_a_post_put_off_waits_for_its_time(database: Database) -> None:
    await owed(database, await an_activity(database, await an_author(database)))
    (post,) = await claimed(database)
    later = NOW + timedelta(minutes=1)
    await settled(database, post, PostEnding("queued", 503, "HTTP 503", later))
    assert await claimed(database, now=later - timedelta(seconds=1)) == []
    (again,) = await claimed(database, now=later)
    assert again.created_at == NOW


async def test_what_no_address_of_the_settings_waits_for_is_ended(database: Database) -> None:
    activity = await an_activity(database, await an_author(database))
    await owed(database, activity, "verified")
    async with database.write() as session:
        assert await webhook_posts.end_removed(session, ["bps"], NOW) == 1
    assert [(one.target, one.state, one.outcome) for one in await rows(database)] == [
        ("dinas", "failed", "address removed"),
        ("bps", "queued", None),
    ]
    async with database.write() as session:
        early = NOW - timedelta(seconds=1)
        assert await webhook_posts.end_keyless(session, "bps", early, NOW) == 0
        assert await webhook_posts.end_keyless(session, "bps", NOW, NOW) == 1
        assert await webhook_posts.end_removed(session, [], NOW) == 0


async def test_the_desk_counts_each_address_and_tries_the_failed_ones_again(
    database: Database,
) -> None:
    person = await an_author(database)
    viewer = await a_person(database, 9100, (Role.ADMIN, "19"))
    for _ in range(4):
        await owed(database, await an_activity(database, person))
    done, first, second, waits = await claimed(database)
    await settled(database, done, PostEnding("done", 200))
    for number, post in enumerate((first, second)):
        at = NOW + timedelta(minutes=number)
        await settled(database, post, PostEnding("failed", 410, "HTTP 410"), at)
    again = NOW + timedelta(hours=1)
    await settled(database, waits, PostEnding("queued", 503, "HTTP 503", again))
    async with database.session() as session:
        account, _ = await post_desk.accounts(session, viewer, ["dinas", "bps"], NOW)
        newest = await post_desk.failed(session, viewer, "dinas", limit=1)
        rest = await post_desk.failed(session, viewer, "dinas", after=newest[0].id, limit=9)
        late = await post_desk.accounts(session, viewer, ["dinas"], NOW + timedelta(days=1))
    assert (account.done_today, account.waiting, account.failed) == (1, 1, 2)
    assert (account.status, account.outcome, account.next_at) == (503, "HTTP 503", again)
    assert [one.id for one in (*newest, *rest)] == [second.id, first.id]
    assert late[0].done_today == 0
    async with database.write() as session:
        assert await post_desk.try_again(session, viewer, "dinas", NOW) == 2
        assert await post_desk.try_again(session, viewer, "dinas", NOW) == 0
    assert len(await claimed(database)) == 2


async def test_without_the_desk_nothing_is_shown_or_tried_again(database: Database) -> None:
    await owed(database, await an_activity(database, await an_author(database)))
    (post,) = await claimed(database)
    await settled(database, post, PostEnding("failed", 410))
    cadre = await a_person(database, 9101, (Role.CADRE, "19.01.01.1001"))
    async with database.write() as session:
        assert await post_desk.accounts(session, cadre, ["dinas"], NOW) == ()
        assert await post_desk.failed(session, cadre, "dinas", limit=9) == ()
        assert await post_desk.try_again(session, cadre, "dinas", NOW) == 0
    assert [one.state for one in await rows(database)] == ["failed"]


async def test_what_was_withdrawn_when_its_turn_came_is_owed_again_once_it_is_back(
    database: Database,
) -> None:
    activity = await an_activity(database, await an_author(database))
    await owed(database, activity, "verified")
    (gone,), (taken,) = await claimed(database), await claimed(database, "bps")
    await settled(database, gone, PostEnding("done", outcome="withdrawn"))
    await settled(database, taken, PostEnding("done", 200))
    later = NOW + timedelta(hours=1)
    async with database.write() as session:
        assert await webhook_posts.owe_again(session, [BOTH, CHECKED], activity, 0, later) == 1
        assert await webhook_posts.owe_again(session, [BOTH, CHECKED], activity, 0, later) == 0
    assert await claimed(database, "bps", later) == []
    (again,) = await claimed(database, now=later)
    assert (again.key, again.attempts, again.created_at) == (gone.key, 1, later)
