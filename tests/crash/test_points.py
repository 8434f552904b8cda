"""The program dies by SIGKILL between two steps, is started again, and nothing is lost or twice."""

import signal

import pytest

from tests.crash.stories import (
    ActivityStory,
    BroadcastStory,
    ReportStory,
    SentenceStory,
    Story,
    TypingStory,
    register,
)
from tests.endtoend.fixtures import Build

IN = ("fetched", "loaded", "fed", "written", "committed")
SPEAKING = ("answering", "answered", "acknowledging")
OUT = ("claimed", "beginning", "begun", "requested", "settled")
PREPARING = ("firing", "fired", "prepared", "reported")


async def killed_at(build: Build, story: Story, point: str, passage: int = 1) -> None:
    """Die at that passage of the point after the last step, come back, and find all well."""
    await register(build)
    place = await build(delivery={"lease_seconds": 0.4})
    program = await place.runs(trap={"point": point, "passage": passage})
    await story.begins(place)
    program.signals(signal.SIGUSR1)
    await story.ends()
    assert await program.ends() == -signal.SIGKILL
    await place.runs()
    await story.is_told()
    if point in IN:
        assert story.filler.nudges == 0, "what was not acknowledged must come again by itself"
    await story.holds(place)
    await place.all_handled()


@pytest.mark.crash
@pytest.mark.parametrize("point", [*IN, *SPEAKING, *OUT])
async def test_an_activity_is_kept_once_and_its_receipt_arrives(build: Build, point: str) -> None:
    await killed_at(build, ActivityStory(), point)


@pytest.mark.crash
@pytest.mark.parametrize("point", ["written", "committed", "answering", "begun"])
async def test_a_sentence_becomes_one_activity_with_one_receipt(build: Build, point: str) -> None:
    await killed_at(build, SentenceStory(), point)


@pytest.mark.crash
@pytest.mark.parametrize("point", ["written", "claimed", "begun", "requested", "settled"])
async def test_a_report_is_kept_once_and_its_alert_arrives(build: Build, point: str) -> None:
    await killed_at(build, ReportStory(), point)


@pytest.mark.crash
@pytest.mark.parametrize("point", ["committed", "answering", "acknowledging"])
async def test_a_typed_word_that_comes_again_answers_once(build: Build, point: str) -> None:
    await killed_at(build, TypingStory(), point)


@pytest.mark.crash
@pytest.mark.parametrize("point", ["written", "committed", *PREPARING])
async def test_a_broadcast_is_fired_once(build: Build, point: str) -> None:
    await killed_at(build, BroadcastStory(), point)


@pytest.mark.crash
@pytest.mark.parametrize("point", OUT)
async def test_a_broadcast_reaches_nobody_twice(build: Build, point: str) -> None:
    """The first passages are the composer's; the third is among the recipients."""
    await killed_at(build, BroadcastStory(), point, passage=3)


@pytest.mark.crash
@pytest.mark.postgres
@pytest.mark.parametrize(
    ("story", "point"),
    [
        (ActivityStory, "written"),
        (ActivityStory, "committed"),
        (SentenceStory, "committed"),
        (ReportStory, "begun"),
        (BroadcastStory, "fired"),
        (BroadcastStory, "requested"),
    ],
)
async def test_the_same_on_postgresql(
    build_on_postgres: Build, story: type[Story], point: str
) -> None:
    await killed_at(build_on_postgres, story(), point)
