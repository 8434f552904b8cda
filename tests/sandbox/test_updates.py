"""getUpdates: what a bot gets, again and again, until it asks with a higher offset."""

import asyncio

from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from tests.sandbox.conftest import Api, poll_begun

DAY = 24 * 3600


async def test_the_same_batch_comes_until_a_higher_offset(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    for text in ("satu", "dua", "tiga"):
        await siti.says(text)
    first = await api.updates()
    assert [u["message"]["text"] for u in first] == ["satu", "dua", "tiga"]
    assert [u["update_id"] for u in await api.updates()] == [u["update_id"] for u in first]
    rest = await api.updates(offset=first[1]["update_id"])
    assert [u["message"]["text"] for u in rest] == ["dua", "tiga"]
    assert await people.pending() == 2
    assert await api.updates(offset=first[2]["update_id"] + 1) == []
    assert await people.pending() == 0


async def test_at_most_a_hundred_at_once(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    for number in range(101):
        await siti.says(str(number))
    assert len(await api.updates(limit=500)) == 100
    assert len(await api.updates(limit=7)) == 7


async def test_a_negative_offset_keeps_only_the_newest(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    for text in ("satu", "dua", "tiga"):
        await siti.says(text)
    assert [u["message"]["text"] for u in await api.updates(offset=-1)] == ["tiga"]
    assert await people.pending() == 1


async def test_updates_are_kept_for_24_hours(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await siti.says("lama")
    await people.advance(DAY - 60)
    await siti.says("baru")
    assert len(await api.updates()) == 2
    await people.advance(120)
    assert [u["message"]["text"] for u in await api.updates()] == ["baru"]


async def test_a_long_poll_wakes_when_somebody_writes(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(api.updates(timeout=30))
        await siti.says("halo")
    assert poll.result()[0]["message"]["text"] == "halo"


async def test_a_second_poller_ends_the_first(box: Sandbox, api: Api) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(api.refused("getUpdates", timeout=30))
        await poll_begun(box)
        assert await api.updates() == []
    assert first.result() == (
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )


async def test_allowed_updates_are_remembered(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await api.updates(allowed_updates=["callback_query"])
    assert (await siti.says("tidak diminta"))["update_ids"] == []
    await api.updates(allowed_updates=[])
    assert len((await siti.says("diminta"))["update_ids"]) == 1


async def test_an_update_can_be_delivered_again(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    number = (await siti.says("halo"))["update_ids"][0]
    await api.updates(offset=number + 1)
    await people.replay(number)
    again = await api.updates()
    assert (again[0]["update_id"], again[0]["message"]["text"]) == (number, "halo")


async def test_an_edit_comes_as_an_edited_message(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    number = (await siti.says("salah"))["message_ids"][0]
    await siti.edits(number, "benar")
    edited = (await api.updates())[1]["edited_message"]
    assert (edited["text"], edited["message_id"]) == ("benar", number)
    assert edited["edit_date"] >= edited["date"]


async def test_stopping_ends_open_polls_and_streams_at_once() -> None:
    async with asyncio.timeout(2):
        box = Sandbox()
        await box.start()
        api = Api(box)
        async with asyncio.TaskGroup() as group:
            poll = group.create_task(api.updates(timeout=50))
            await poll_begun(box)
            async with api.http.stream("GET", "/user/stream") as stream:
                lines = stream.aiter_lines()
                assert await anext(lines) == ": hello"
                await box.stop()
                assert [line async for line in lines] == [""]
        assert poll.result() == []
        await api.http.aclose()
