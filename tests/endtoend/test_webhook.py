"""The same bot by webhook: only with the secret, only after the commit, on any replica."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.rules.roles import Role
from sandbox.client_buttons import find_button
from tests.endtoend.filling import Filler, activity, is_activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.place import Place
from tests.endtoend.relay import SECRET, Relay, free_port
from tests.endtoend.speech import label, words

KADER = 101


async def replicas(stack: AsyncExitStack, build: Build, number: int) -> tuple[Place, Relay]:
    """That many `cikar webhook` behind a relay that Telegram calls, and one `cikar deliver`."""
    await build.registers([KADER], Role.CADRE, VILLAGE)
    ports = [free_port() for _ in range(number)]
    relay = Relay([f"http://127.0.0.1:{port}/telegram" for port in ports])
    await stack.enter_async_context(relay)
    place = await build(webhook={"url": relay.url})
    for port in ports:
        env = {"CIKAR_WEBHOOK_SECRET": SECRET, "CIKAR_WEBHOOK__PORT": str(port)}
        await place.runs("webhook", env=env)
    await place.runs("deliver")
    return place, relay


async def test_a_conversation_and_a_stranger_without_the_secret(build: Build) -> None:
    async with AsyncExitStack() as stack:
        place, relay = await replicas(stack, build, 1)
        siti = await place.client.person("Siti", id=KADER)
        relay.holds = True
        await siti.says("/kegiatan")
        await relay.holds_so_many(1)
        for secret in ("wrong", SECRET[:-1], "", None):
            assert await relay.passes_on(relay.held[0], secret) == 401
        assert await place.count("handled_updates") == 0
        relay.holds = False
        assert await relay.passes_on(relay.held[0]) == 200
        assert await place.count("handled_updates") == 1
        assert await relay.passes_on(b"no update") == 400
        await Filler(siti, activity("Posyandu")).fills(words("activity-receipt"))
        await place.settled()
        await place.all_handled()
        assert is_activity((await place.rows("select * from activities"))[0], "Posyandu")


@pytest.mark.postgres
async def test_two_replicas_keep_one_persons_answers_in_order(build_on_postgres: Build) -> None:
    async with AsyncExitStack() as stack:
        place, relay = await replicas(stack, build_on_postgres, 2)
        siti = await place.client.person("Siti", id=KADER)
        await siti.says("/kegiatan")
        await Filler(siti, activity("Posyandu")).fills(words("activity-receipt"))
        await place.settled()
        await place.all_handled()
        assert set(relay.statuses) == {200}
        assert is_activity((await place.rows("select * from activities"))[0], "Posyandu")


@pytest.mark.postgres
async def test_answers_that_reach_two_replicas_at_once_are_all_kept(
    build_on_postgres: Build,
) -> None:
    funds = {"apbn": "apbn", "apbd provinsi": "apbdp", "apbd kab/kota": "apbdk", "csr": "csr"}
    funds |= {"dana desa/add": "dd", "swadaya masyarakat": "swadaya"}
    async with AsyncExitStack() as stack:
        place, relay = await replicas(stack, build_on_postgres, 2)
        siti = await place.client.person("Siti", id=KADER)
        await siti.says("/kegiatan")
        filler = Filler(siti, activity("Posyandu"))
        await filler.fills(words("activity-funding"))
        relay.holds = True
        for fund in funds:
            await siti.says(fund)
        await relay.holds_so_many(len(funds))
        relay.holds = False
        statuses = await asyncio.gather(*(relay.passes_on(body) for body in relay.held))
        assert statuses == [200] * len(funds)
        await siti.says("?")
        now = await siti.sees(words("form-help-general"))
        done = find_button([now], label("form-done"))
        assert done is not None
        await siti.presses_data(done.data, done.message_id)
        await filler.fills(words("activity-receipt"))
        [row] = await place.rows("select funding from activities")
        assert sorted(row["funding"]) == sorted(funds.values())
