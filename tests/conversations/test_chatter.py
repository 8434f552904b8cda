"""Somebody who presses whatever is shown and types whatever comes to mind: each doing has an
answer in words of their language, and none fails.

More walks: ``HYPOTHESIS_PROFILE=deep``. A failure prints the last doings of its walk.
"""

import os
import re
from random import Random

import pytest

from bot.rules.commands import OFFERED
from bot.rules.roles import Role
from storage.kampung import add_kampung
from storage.models import FailedUpdate
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.telegram import ME, Shown
from tests.texts.ftl import arguments

WALKS = 40 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 1
DOINGS = 110
KENANGA = "19.01.01.1001"
WHO = {
    "kader": (Role.CADRE, KENANGA),
    "plkb": (Role.FIELD_OFFICER, "19.01.01"),
    "province": (Role.AGENCY_PROVINCE, "19"),
}
COMMANDS = tuple(f"/{word}" for one in OFFERED for word in (one.name, one.english))
WORDS = (
    *("ya", "tidak", "batal", "kembali", "lewati", "kirim", "selesai", "bantuan", "?", "menu"),
    *("kemarin", "31/2", "besok", "20 L 12 P 5 anak", "17", "25-30 orang", "0812 3456 7890"),
    *("Posyandu Melati kemarin, 25 ibu 30 balita, dana desa, dengan Puskesmas", "Rapat desa"),
    *("Balai desa", "Kenanga", "Sungailiat", "Bangka", "19.01.01.1777", "puskesmas", "Siti"),
    *("x", "🎉", "<b>tebal</b> & miring", "kata " * 300, "anak dipukul bapaknya", "/tidakada"),
)
KEYS = frozenset(key for key in arguments("id") if key.count("-"))
TOKEN = re.compile(r"[a-z_]+(?:-[a-z0-9_]+)+")
EMPTY_CELL = re.compile(r"f:[a-z0-9]+:[0-9a-z]+:N\Z")
"""A day of a calendar that cannot be chosen, or the number of a page: such a press says nothing."""


class Chatter:
    """A walk of one person through the bot, the same for the same seed."""

    def __init__(self, somebody: Somebody, seed: int) -> None:
        self.somebody = somebody
        self.random = Random(seed)
        self.done: list[str] = []

    async def does_something(self) -> None:
        """One doing. Raises AssertionError when its answer is missing or reads wrong."""
        way = self.random.random()
        if way < 0.55 and (buttons := self._buttons()):
            await self._presses(*self.random.choice(buttons))
        elif way < 0.68:
            await self._says(self.random.choice(COMMANDS))
        elif way < 0.9:
            await self._says(self.random.choice(WORDS))
        elif way < 0.95:
            self.done.append("photo")
            await self.somebody.sends_photo(self.random.choice("abcdefg"))
        else:
            self.done.append("location")
            await self.somebody.sends_location(-2.1234567, 106.1234567)
        self._reads_everything()

    def _buttons(self) -> list[tuple[Shown, str]]:
        """The buttons of the newest messages, and now and then those of older ones."""
        shown = [one for one in self.somebody.messages() if one.sender == ME["id"] and one.rows]
        far = 12 if self.random.random() < 0.1 else 2
        return [
            (one, button["callback_data"])
            for one in shown[-far:]
            for row in one.rows
            for button in row
            if "callback_data" in button
        ]

    async def _presses(self, on: Shown, data: str) -> None:
        self.done.append(f"presses {data}")
        telegram = self.somebody.telegram
        before = len(telegram.calls)
        await self.somebody.presses_data(data, on)
        said = [one.text for one in self.somebody.toasts() if one.text]
        is_gone = on.id not in [one.id for one in self.somebody.messages()]
        # An edit that changes nothing: what is to be said stands there already.
        stands = any(one.method == "editMessageText" for one in telegram.calls[before:])
        is_answered = said or self.somebody.new() or is_gone or stands or EMPTY_CELL.match(data)
        assert is_answered, f"no answer to {data}"

    async def _says(self, text: str) -> None:
        self.done.append(text[:60])
        await self.somebody.says(text)
        assert self.somebody.new(), f"no answer to {text[:60]!r}"

    def _reads_everything(self) -> None:
        for one in self.somebody.new():
            buttons = " ".join(button["text"] for row in one.rows for button in row)
            for text in (one.text, buttons):
                assert "{ $" not in text, text
                assert not KEYS & set(TOKEN.findall(text)), KEYS & set(TOKEN.findall(text))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("walk", range(WALKS))
async def test_whatever_somebody_does_is_answered(
    bot: RunningBot, who: str, language: str, walk: int
) -> None:
    async with bot.writing() as session:
        await add_kampung(session, KENANGA, "Kampung Uji", bot.clock.now())
    await bot.person("Budi", (Role.CADRE, KENANGA), (Role.WORKING_GROUP, KENANGA))
    somebody = await bot.person("Siti", WHO[who], language=language)
    chatter = Chatter(somebody, hash((sorted(WHO).index(who), language == "id", walk)))
    try:
        for at in range(DOINGS):
            await chatter.does_something()
            bot.clock.advance(seconds=chatter.random.choice((1, 5, 60)))
            if at % 40 == 39:
                bot.clock.advance(seconds=86_400)
            if at % 10 == 9:
                assert [one.traceback for one in await bot.rows(FailedUpdate)] == []
    except AssertionError as failed:
        raise AssertionError("\n".join([*chatter.done[-12:], str(failed)])) from failed
