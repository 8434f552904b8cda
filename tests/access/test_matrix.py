"""Every act, tried by every role in every place: allowed exactly where the table says."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.rules.roles import Act, Role
from bot.setup import write_key
from tests.access.scene import ATTEMPTS, Attempt, Scene, set_up
from tests.access.viewers import PLACES, Try, Viewer, everybody, tried, without_checks
from tests.conversations.conftest import ROOT, migrated, settings_in
from tests.conversations.driver import RunningBot, running

__all__ = ["migrated"]


@pytest.fixture
async def bot(
    tmp_path: Path, migrated: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RunningBot]:
    monkeypatch.setenv("CIKAR_CONFIG", str(ROOT / "config.toml"))
    (tmp_path / "data").mkdir()
    shutil.copy(migrated, tmp_path / "data" / "cikar.sqlite")
    write_key(tmp_path / "secrets" / "case.key")
    async with running(settings_in(tmp_path), monkeypatch) as bot:
        yield bot


def test_every_act_is_tried() -> None:
    assert ATTEMPTS.keys() == set(Act)


@pytest.mark.parametrize("act", Act)
async def test_the_chat_allows_what_the_table_says(bot: RunningBot, act: Act) -> None:
    scene, viewers = await set_up(bot), await everybody(bot)
    assert await differing(bot, act, ATTEMPTS[act].does, scene, viewers) == []


@pytest.mark.parametrize("act", Act)
async def test_the_query_allows_no_more_without_the_handlers_check(
    bot: RunningBot, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene, viewers = await set_up(bot), await everybody(bot)
    without_checks(monkeypatch)
    attempt = ATTEMPTS[act]
    assert await differing(bot, act, attempt.bare or attempt.does, scene, viewers) == []


async def differing(
    bot: RunningBot, act: Act, does: Try, scene: Scene, viewers: list[Viewer]
) -> list[str]:
    """Where what happened is not what ought to: nothing, unless something is wrong."""
    attempt: Attempt = ATTEMPTS[act]
    assert len(viewers) == len(Role) * len(PLACES)
    found, allowed = [], 0
    for viewer in viewers:
        ought = viewer.ought_to(act, attempt.where)
        allowed += ought
        if await tried(bot, viewer, lambda turn: does(turn, scene)) is not ought:
            found.append(f"{viewer.role} {viewer.place}: ought {ought}")
    assert allowed, "nobody was allowed: nothing was tried"
    return found
