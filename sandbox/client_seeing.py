"""What a person sees of one chat, and waiting for it without sleeping."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sandbox.client_buttons import all_buttons, find_button

if TYPE_CHECKING:
    from sandbox.client import SandboxClient

Json = dict[str, Any]
Found = TypeVar("Found")
PATIENCE = 10.0


class Eyes:
    """A person's view of one chat. `since` is the event of their own last action."""

    def __init__(self, client: SandboxClient, number: int, first_name: str, chat_id: int) -> None:
        self.client = client
        self.id = number
        self.first_name = first_name
        self.chat_id = chat_id
        self.since = 0

    @property
    def _chat(self) -> str:
        return f"/user/{self.id}/chats/{self.chat_id}"

    async def messages(self) -> list[Json]:
        """What is in the chat now, oldest first."""
        found: list[Json] = (await self.client.get(f"{self._chat}/messages", by=self.id))[
            "messages"
        ]
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
        timeout: float = PATIENCE,
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
        timeout: float = PATIENCE,
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
        timeout: float = PATIENCE,
    ) -> Json:
        """Waits until the bot has answered that press: `{"text", "show_alert", "url"}`."""
        until = time.monotonic() + timeout
        path = f"/user/{self.id}/callbacks/{callback_query_id}"
        while True:
            state = await self.client.get(path, by=self.id)
            if state["answer"] is not None:
                return dict(state["answer"])
            left = until - time.monotonic()
            assert left > 0, f"{self.first_name}'s press was not answered"
            await self.client.events(state["seq"], left, self.id)

    async def sees_gone(
        self,
        message_id: int,
        timeout: float = PATIENCE,
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
            state = await self.client.get(f"{self._chat}/messages", by=self.id)
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
