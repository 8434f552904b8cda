"""Ctrl-C and SIGTERM end the program cleanly and soon; the demonstration keeps its data."""

import json
import re
import signal
from time import monotonic

import httpx
import pytest

from bot.rules.roles import Role
from tests.endtoend.filling import Filler, activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.program import Program
from tests.endtoend.speech import words

SOON = 2.0
SIGNALS = (signal.SIGINT, signal.SIGTERM)


async def stops_soon(program: Program, number: int) -> None:
    began = monotonic()
    program.signals(number)
    code = await program.ends()
    assert monotonic() - began <= SOON
    assert code == 0, program.output
    assert program.output.rstrip().endswith("Stopped.")
    assert "Traceback" not in program.output


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("command", ["run", "poll", "deliver"])
async def test_the_program_stops(build: Build, command: str, number: int) -> None:
    place = await build()
    program = await place.runs(command)
    await stops_soon(program, number)


async def test_the_program_started_from_scratch_stops(build: Build) -> None:
    place = await build()
    program = place.starts("-m", "bot.cli", "run")
    await program.says("Running.")
    await stops_soon(program, signal.SIGINT)


async def test_a_stop_in_the_middle_of_a_conversation_loses_nothing(build: Build) -> None:
    await build.registers([101], Role.CADRE, VILLAGE)
    place = await build()
    program = await place.runs()
    siti = await place.client.person("Siti", id=101)
    await siti.says("/kegiatan")
    filler = Filler(siti, activity("Posyandu"))
    await filler.fills(words("activity-funding"))
    await stops_soon(program, signal.SIGTERM)
    await siti.says("APBN")
    await place.runs()
    await filler.fills(words("activity-receipt"), nudges=0)
    await place.settled()
    await place.all_handled()


async def test_the_demonstration_stops_and_keeps_its_data(build: Build) -> None:
    place = await build()
    env = {"CIKAR_SANDBOX__PORT": "0", "CIKAR_SANDBOX__FOLDER": str(place.folder / "demo")}
    people = []
    for number, args in ((signal.SIGINT, ()), (signal.SIGTERM, ()), (signal.SIGINT, ("--fresh",))):
        program = place.forks("demo", *args, env=env)
        await program.says("Ctrl-C ends it")
        address = re.search(r"http://127\.0\.0\.1:\d+", program.output)
        assert address, program.output
        async with httpx.AsyncClient(base_url=address[0], trust_env=False) as http:
            assert "<html" in (await http.get("/")).text
            people.append(len((await http.get("/user/state")).json()["people"]))
            new = json.dumps({"first_name": "Tamu", "id": 999})
            await http.post("/user/people", content=new)
        await stops_soon(program, number)
    assert people[1] == people[0] + 1, "starting again keeps what was done"
    assert people[2] == people[0], "FRESH=1 begins anew"
