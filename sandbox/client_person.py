"""One person with the app in their hand: what they do, and what they see of one chat."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sandbox.client_buttons import Button, all_buttons, find_button

if TYPE_CHECKING:
    from sandbox.client import Group, SandboxClient

Json = dict[str, Any]
Found = TypeVar("Found")
PATIENCE = 10.0


class Person:
    """A person in one chat: their private chat with the bot, or a group (`in_group`).

    `since` is the number of the event of their own last action; what is newer is the answer.
    """

    def __init__(self, client: SandboxClient, number: int, first_name: str, chat_id: int) -> None:
        self.client = client
        self.id = number
        self.first_name = first_name
        self.chat_id = chat_id
        self.since = 0

    def in_group(self, group: Group) -> Self:
        """The same person, looking at a group."""
        return type(self)(self.client, self.id, self.first_name, group.id)

    @property
    def _chat(self) -> str:
        return f"/user/{self.id}/chats/{self.chat_id}"

    async def _act(self, path: str, body: Json) -> Json:
        answer = await self.client.post(path, body)
        self.since = int(answer["seq"])
        return answer

    # ------------------------------------------------------------------ doing

    async def sends(self, kind: str, **fields: Any) -> Json:
        """Sends anything; answers `message_ids` and `update_ids`."""
        return await self._act(f"{self._chat}/send", {"kind": kind, **fields})

    async def says(self, text: str, **fields: Any) -> Json:
        return await self.sends("text", text=text, **fields)

    async def edits(self, message_id: int, text: str) -> Json:
        return await self.sends("edit", message_id=message_id, text=text)

    async def sends_photo(
        self, n: int = 1, caption: str | None = None, content: bytes | None = None
    ) -> Json:
        """That many photos, one message each."""
        return await self.sends("photo", files=_files(n, content), caption=caption)

    async def sends_album(self, n: int = 2, caption: str | None = None) -> Json:
        return await self.sends("album", files=_files(n, None), caption=caption)

    async def sends_location(self, latitude: float, longitude: float) -> Json:
        return await self.sends("location", latitude=latitude, longitude=longitude)

    async def sends_contact(self, **fields: Any) -> Json:
        """Their own contact unless another is given."""
        return await self.sends("contact", **fields)

    async def opens(self, payload: str | None = None) -> Json:
        """Opens the bot by its link."""
        return await self._act(f"/user/{self.id}/start", {"payload": payload})

    async def blocks(self) -> Json:
        return await self._act(f"/user/{self.id}/block", {})

    async def unblocks(self) -> Json:
        return await self._act(f"/user/{self.id}/unblock", {})

    async def deactivates(self) -> Json:
        return await self._act(f"/user/{self.id}/deactivate", {})

    async def presses(
        self,
        label: str,
        *,
        double: bool = False,
        fresh: bool = False,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - how long they look for the button
    ) -> Json:
        """Presses the button of that label (or whose label begins so) in the newest message
        that has it. A button of a reply keyboard sends its label, contact or place.

        Args:
            fresh: only in a message that came or changed since their own last action.
        """
        since = self.since if fresh else -1

        def look(messages: Sequence[Json]) -> Button | None:
            return find_button([m for m in messages if m["seq"] > since], label)

        button = await self._wait(look, timeout, f"no button “{label}”")
        if button.inline:
            return await self.presses_data(button.data, button.message_id, double=double)
        return await self._presses_reply(button)

    async def _presses_reply(self, button: Button) -> Json:
        if button.asks == "contact":
            return await self.sends_contact()
        if button.asks == "location":
            return await self.sends_location(-6.9, 107.6)
        return await self.says(button.label)

    async def presses_data(
        self, data: str, message_id: int | None = None, *, double: bool = False
    ) -> Json:
        """Presses a button by its data, which may be forged; by default in the bot's last message.

        Answers `callback_query_id` and `update_id`.
        """
        if message_id is None:
            message_id = (await self.last())["message_id"]
        body = {"message_id": message_id, "data": data, "double": double}
        return await self._act(f"{self._chat}/press", body)

    # ----------------------------------------------------------------- seeing

    async def messages(self) -> list[Json]:
        """What is in the chat now, oldest first."""
        found: list[Json] = (await self.client.get(f"{self._chat}/messages"))["messages"]
        return found

    async def last(self) -> Json:
        """The bot's newest message."""
        for message in reversed(await self.messages()):
            if message["from"]["is_bot"]:
                return message
        raise AssertionError(f"the bot has written nothing to {self.first_name}")

    async def sees(
        self,
        text: str,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - how long they wait
        since: int | None = None,
    ) -> Json:
        """Waits until the bot shows that text in a message newer, or changed later, than the
        person's own last action (or than event `since`; 0: in any). Answers the message.

        Raises:
            AssertionError: it did not come; says what is there instead.
        """
        after = self.since if since is None else since

        def look(messages: Sequence[Json]) -> Json | None:
            for message in reversed(messages):
                if _by_bot_since(message, after) and text in shown(message):
                    return message
            return None

        return await self._wait(look, timeout, f"nothing that says {text!r}", after)

    async def sees_button(
        self,
        label: str,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - how long they wait
    ) -> Json:
        """Waits for a button of that label (or whose label begins so); answers its message."""

        def look(messages: Sequence[Json]) -> Json | None:
            found = find_button(messages, label)
            return next(
                (m for m in messages if found and m["message_id"] == found.message_id), None
            )

        return await self._wait(look, timeout, f"no button “{label}”")

    async def sees_answer(
        self,
        callback_query_id: str,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - how long they wait
    ) -> Json:
        """Waits until the bot has answered that press: `{"text", "show_alert", "url"}`."""
        until = time.monotonic() + timeout
        path = f"/user/{self.id}/callbacks/{callback_query_id}"
        while True:
            state = await self.client.get(path)
            if state["answer"] is not None:
                return dict(state["answer"])
            left = until - time.monotonic()
            assert left > 0, f"{self.first_name}'s press was not answered"
            await self.client.events(state["seq"], left, self.id)

    async def sees_gone(
        self,
        message_id: int,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - how long they wait
    ) -> None:
        """Waits until that message is deleted."""

        def look(messages: Sequence[Json]) -> bool | None:
            return True if all(m["message_id"] != message_id for m in messages) else None

        await self._wait(look, timeout, f"message {message_id} still there")

    async def _wait(
        self,
        look: Callable[[Sequence[Json]], Found | None],
        seconds: float,
        otherwise: str,
        after: int = 0,
    ) -> Found:
        until = time.monotonic() + seconds
        while True:
            state = await self.client.get(f"{self._chat}/messages")
            if (found := look(state["messages"])) is not None:
                return found
            left = until - time.monotonic()
            if left <= 0:
                seen = "\n".join(_lines(state["messages"], after)) or "  (nothing)"
                raise AssertionError(f"{self.first_name} sees {otherwise}; there is:\n{seen}")
            await self.client.events(state["seq"], left, self.id)


def shown(message: Json) -> str:
    """The words of a message."""
    return str(message.get("text") or message.get("caption") or "")


def _by_bot_since(message: Json, after: int) -> bool:
    return bool(message["from"]["is_bot"]) and message["seq"] > after


def _lines(messages: Sequence[Json], after: int) -> Iterator[str]:
    for message in messages[-8:]:
        mark = "*" if _by_bot_since(message, after) else " "
        buttons = " ".join(f"[{button.label}]" for button in all_buttons(message))
        what = shown(message) or message.get("service") or "(no text)"
        yield f" {mark}{message['from']['first_name']}: {what} {buttons}".rstrip()


def _files(n: int, content: bytes | None) -> list[Json]:
    if content is None:
        return [{} for _ in range(n)]
    return [{"base64": base64.b64encode(content).decode()} for _ in range(n)]
