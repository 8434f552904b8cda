"""Each part of an erasure on both databases: the person's alone, and twice is once."""

from typing import Any

from sqlalchemy import select

from bot.clock import new_id
from bot.rules.roles import Role
from storage import addressed, claims, erasure, idle, own_data
from storage.claims import Ending
from storage.database import Database
from storage.models import (
    Broadcast,
    Delivery,
    DraftRow,
    OutboxFile,
    PersonRow,
    RoleChange,
    Tombstone,
)
from storage.outbox import Priority
from tests.storage.building import (
    NOW,
    PROVINCE,
    VAULT,
    a_broadcast,
    a_person,
    begun,
    claimed,
    queued,
)


async def all_of(database: Database, model: Any) -> list[Any]:
    async with database.session() as session:
        return list(await session.scalars(select(model).order_by(*model.__mapper__.primary_key)))


async def empties(database: Database, chat: int) -> tuple[int, int]:
    async with database.write() as session:
        upto = await addressed.slice_end(session, 0)
        assert upto is not None
        return await addressed.empty(session, chat, 0, upto, NOW)


async def test_only_this_persons_deliveries_are_emptied(database: Database) -> None:
    theirs = [await queued(database, 5, once="told:5"), await queued(database, 5)]
    others = await queued(database, 6, once="told:6")
    assert await empties(database, 5) == (2, 0)
    assert await empties(database, 5) == (0, 0)
    rows = {one.id: one for one in await all_of(database, Delivery)}
    for number in theirs:
        one = rows[number]
        assert (one.state, one.chat_id, one.params, one.once) == ("gone", None, None, None)
    assert (rows[others].state, rows[others].chat_id) == ("queued", 6)


async def test_a_message_under_way_is_left_to_its_end(database: Database) -> None:
    number = await queued(database, 5)
    await claimed(database)
    await begun(database, [number])
    assert await empties(database, 5) == (0, 1)
    assert (await all_of(database, Delivery))[0].chat_id == 5


async def test_a_cancelled_deliverys_file_goes_with_it(database: Database) -> None:
    async with database.write() as session:
        session.add(OutboxFile(id=9, name="a", content=b"x", person_id=None, created_at=NOW))
    await queued(database, 5, method="sendDocument", params={"document": {"attach": 9}})
    await empties(database, 5)
    assert await all_of(database, OutboxFile) == []


async def test_slices_reach_every_row(database: Database, monkeypatch: Any) -> None:
    monkeypatch.setattr(addressed, "SLICE", 2)
    for _ in range(5):
        await queued(database, 5)
    after, ends = 0, 0
    async with database.write() as session:
        while (upto := await addressed.slice_end(session, after)) is not None:
            await addressed.empty(session, 5, after, upto, NOW)
            after, ends = upto, ends + 1
    assert ends == 3
    assert {one.chat_id for one in await all_of(database, Delivery)} == {None}


async def test_alerts_and_deletions_are_not_counted_in_a_copy(database: Database) -> None:
    for priority in Priority:
        await queued(database, 5, priority=priority)
    await queued(database, 5, seal_with=VAULT)
    async with database.session() as session:
        upto = await addressed.slice_end(session, 0)
        assert upto is not None
        counts = await addressed.count(session, 5, 0, upto)
    assert counts == {"answers": 1, "reminders": 1, "broadcasts": 1}


async def test_a_broadcast_under_way_keeps_its_words_until_it_is_done(database: Database) -> None:
    siti = await a_person(database, 5, (Role.AGENCY_PROVINCE, PROVINCE))
    for number, state in ((1, "running"), (2, "done"), (3, "draft"), (4, "scheduled")):
        await a_broadcast(database, siti, id=number, state=state)
    async with database.write() as session:
        assert await erasure.empty_broadcasts(session, siti.id, NOW)
    left = {one.id: one for one in await all_of(database, Broadcast)}
    assert set(left) == {1, 2}
    assert (left[1].body, left[1].chat_id) == ("Posyandu besok", 5)
    assert (left[2].body, left[2].chat_id) == ("", 0)
    async with database.write() as session:
        (await session.get_one(Broadcast, 1)).state = "done"
        await session.flush()
        assert not await erasure.empty_broadcasts(session, siti.id, NOW)


async def test_reasons_about_and_by_the_person_are_emptied_and_lines_stay(
    database: Database,
) -> None:
    siti = await a_person(database, 5)
    async with database.write() as session:
        for person, actor in ((siti.id, 1), (2, siti.id), (2, 1)):
            session.add(
                RoleChange(
                    id=new_id(), at=NOW, actor_id=actor, person_id=person, change="changed",
                    reason="karena",
                )
            )  # fmt: skip
    async with database.write() as session:
        assert await erasure.empty_role_log(session, siti.id, 0, NOW) is not None
    reasons = [one.reason for one in await all_of(database, RoleChange)]
    assert reasons == [None, None, "karena"]


async def test_drafts_of_both_kinds_go_and_others_stay(database: Database) -> None:
    siti = await a_person(database, 5)
    hidden = VAULT.owner("5.5")
    async with database.write() as session:
        for owner in ("5.5", "5.-100", "55.55", hidden):
            session.add(
                DraftRow(
                    owner=owner, form="activity", is_open=True, revision=1, body=b"{}",
                    updated_at=NOW,
                )
            )  # fmt: skip
    async with database.write() as session:
        await erasure.drop_drafts(session, siti.id, 5, hidden, NOW)
    assert [one.owner for one in await all_of(database, DraftRow)] == ["55.55"]
    (tomb,) = await all_of(database, Tombstone)
    assert (tomb.kind, tomb.subject) == ("drafts", str(siti.id))


async def test_a_closed_account_is_a_number_and_closes_once(database: Database) -> None:
    siti = await a_person(database, 5, name="Siti Melati")
    for expected in (True, False):
        async with database.write() as session:
            assert await erasure.close_person(session, siti.id, NOW) is expected
    (row,) = await all_of(database, PersonRow)
    assert (row.telegram_id, row.name, row.search_name, row.phone) == (-siti.id, "", "", None)
    assert (row.closed_at, row.consent_version) == (NOW, 1)
    async with database.session() as session:
        assert await erasure.person_to_erase(session, siti.id) is None
        assert await own_data.account(session, siti.id) is None
        assert not await idle.is_idle(session, siti.id, NOW)


async def test_the_last_word_is_forgotten_only_when_it_has_ended(database: Database) -> None:
    number = await queued(database, 5, once="erased:1")
    async with database.write() as session:
        assert not await addressed.forget(session, "erased:1")
        (await session.get_one(Delivery, number)).state = "sent"
        await session.flush()
        assert await addressed.forget(session, "erased:1")
        assert await addressed.forget(session, "erased:1")
    (row,) = await all_of(database, Delivery)
    assert (row.chat_id, row.params, row.once) == (None, None, None)


async def test_what_has_ended_keeps_no_words_of_anybody(database: Database) -> None:
    """A supervisor was told a name: it must not stand in the outbox for a month."""
    number = await queued(database, 7, params={"text": "Melati meminta peran"})
    await claimed(database)
    async with database.write() as session:
        await claims.settle(session, Ending(number, "sent", message_id=3), who="first", now=NOW)
    (row,) = await all_of(database, Delivery)
    assert (row.params, row.chat_id, row.message_id) == (None, 7, 3)


async def test_what_is_tried_again_keeps_its_words(database: Database) -> None:
    number = await queued(database, 7)
    await claimed(database)
    async with database.write() as session:
        await claims.settle(session, Ending(number, "queued", not_before=NOW), who="first", now=NOW)
    assert (await all_of(database, Delivery))[0].params == {"text": "halo"}
