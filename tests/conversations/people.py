"""People with the app in their hand: what they do in one chat, and what they see of it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tests.telegram import ME, FakeTelegram, Json, Shown, Toast, chat_of
from tests.texts.ftl import pattern

if TYPE_CHECKING:
    from tests.conversations.driver import RunningBot


class Somebody:
    """A person in one chat: their private chat with the bot, or a group (``in_group``).

    What came or changed since their own last action is the answer to it.
    """

    def __init__(
        self, bot: "RunningBot", number: int, name: str, language: str, chat: int | None = None
    ) -> None:
        self.bot = bot
        self.id = number
        self.name = name
        self.language = language
        self.chat = chat or number
        self.since = 0

    @property
    def telegram(self) -> FakeTelegram:
        return self.bot.telegram

    @property
    def account(self) -> Json:
        code = self.language
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": code}

    def in_group(self, chat: int) -> "Somebody":
        """The same person, looking at a group."""
        return Somebody(self.bot, self.id, self.name, self.language, chat)

    async def sends(self, text: str = "", **content: Any) -> Shown:
        """Send anything, as the fields of Telegram's message."""
        self.since = self.telegram.stamp
        shown = self.telegram.write(self.chat, self.id, text)
        message: Json = {"message_id": shown.id, "date": 0, **content}
        if text:
            message["text"] = text
        self.telegram.bring(message=message | {"chat": chat_of(self.chat), "from": self.account})
        await self.bot.turns()
        return shown

    async def says(self, text: str) -> Shown:
        return await self.sends(text)

    async def answers(self, *texts: str) -> None:
        for text in texts:
            await self.says(text)

    async def sends_photo(self, name: str = "a", caption: str | None = None) -> Shown:
        return await self.sends(**photo(name, caption))

    async def sends_album(self, names: Sequence[str], album: str = "77") -> None:
        """Several photos at once: as many updates, in one batch."""
        with self.bot.asleep():
            for name in names:
                await self.sends(**photo(name), media_group_id=album)
        await self.bot.turns()

    async def sends_location(self, latitude: float, longitude: float) -> Shown:
        return await self.sends(location={"latitude": latitude, "longitude": longitude})

    async def presses(self, label: str, *, on: Shown | None = None) -> str:
        """Press the button of that label in the newest message that has it, or in ``on``."""
        shown, button = self._button(label, on)
        return await self.presses_data(button["callback_data"], shown)

    async def picks(self, *labels: str) -> None:
        """Press one button after the other."""
        for label in labels:
            await self.presses(label)

    async def presses_data(self, data: str, on: Shown) -> str:
        """Press a button by its data, which may be old or forged. Returns the query's id."""
        self.since = self.telegram.stamp
        query = f"q{len(self.telegram.toasts)}-{self.telegram.stamp}-{len(self.telegram.updates)}"
        message = {"message_id": on.id, "date": 1, "text": on.text, "from": ME}
        body: Json = {"id": query, "from": self.account, "chat_instance": "1", "data": data}
        body["message"] = message | {"chat": chat_of(self.chat)}
        self.telegram.bring(callback_query=body)
        await self.bot.turns()
        assert self.bot.is_asleep or any(one.query == query for one in self.telegram.toasts), (
            "the press was not answered"
        )
        return query

    async def leaves_the_bot(self, status: str = "kicked") -> None:
        """Block the bot in private, or put it out of the group. "member" lets it in again."""
        (self.telegram.blocked.discard if status == "member" else self.telegram.blocked.add)(
            self.chat
        )
        before, after = ("kicked", "member") if status == "member" else ("member", status)
        change = {
            "old_chat_member": membership(before),
            "new_chat_member": membership(after),
            "date": 0,
            "from": self.account,
            "chat": chat_of(self.chat),
        }
        self.telegram.bring(my_chat_member=change)
        await self.bot.turns()

    def sees(self, key: str, /, **args: Any) -> Shown:
        """The newest answer that reads as this text; arguments not given may be anything."""
        return self._find(pattern(key, self.language, **args), key)

    def sees_text(self, text: str) -> Shown:
        return self._find(re.compile(re.escape(text)), text)

    def sees_toast(self, key: str, /, *, alert: bool = False, **args: Any) -> None:
        """The last press was answered with these words."""
        toast = self.toasts()[-1]
        assert pattern(key, self.language, **args).fullmatch(toast.text), toast
        assert toast.is_alert is alert

    def sees_nothing(self) -> None:
        """No message came or changed since their own last action."""
        assert [one.text for one in self.new()] == []

    def has_not_seen(self, key: str, /, **args: Any) -> None:
        """No message now in the chat reads as this text."""
        wanted = pattern(key, self.language, **args)
        assert not [one.text for one in self.messages() if wanted.search(one.text)]

    def buttons(self) -> list[str]:
        """The labels of the newest message of the bot that has buttons."""
        for shown in reversed(self.messages()):
            if shown.sender == ME["id"] and shown.rows:
                return [button["text"] for row in shown.rows for button in row]
        return []

    def messages(self) -> list[Shown]:
        """What this person sees there; an ephemeral message is shown to one member alone."""
        shown = self.telegram.messages(self.chat)
        return [one for one in shown if one.only_for in (None, self.id)]

    def new(self) -> list[Shown]:
        """What the bot said or changed since this person's own last action."""
        mine = [one for one in self.messages() if one.sender == ME["id"]]
        return [one for one in mine if one.stamp > self.since]

    def toasts(self) -> list[Toast]:
        return [one for one in self.telegram.toasts if one.stamp > self.since]

    def _find(self, wanted: re.Pattern[str], what: str) -> Shown:
        for shown in reversed(self.new()):
            if wanted.search(shown.text):
                return shown
        there = "\n---\n".join(one.text for one in self.new()) or "nothing"
        raise AssertionError(f"{self.name} does not see {what!r}, but:\n{there}")

    def _button(self, label: str, on: Shown | None) -> tuple[Shown, Json]:
        for shown in [on] if on else reversed(self.messages()):
            for button in (one for row in shown.rows for one in row):
                if label in (button["text"], button["text"].partition(" ")[2]):
                    return shown, button
        raise AssertionError(f"{self.name} has no button {label!r}, but {self.buttons()}")


def membership(status: str) -> Json:
    """The bot's standing in a chat."""
    return {"user": ME, "status": status, **({"until_date": 0} if status == "kicked" else {})}


def photo(name: str, caption: str | None = None) -> Json:
    """The fields of a photo message, in two sizes."""
    sizes = [
        {"file_id": f"{name}-{size}", "file_unique_id": f"u-{name}", "width": size, "height": size}
        for size in (90, 1280)
    ]
    return {"photo": sizes, **({"caption": caption} if caption else {})}
