"""One person with the app in their hand: what they do in one chat."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from sandbox.client_buttons import Button, find_button
from sandbox.client_seeing import PATIENCE, Eyes, Json

if TYPE_CHECKING:
    from sandbox.client import Group


class Person(Eyes):
    """A person in one chat: their private chat with the bot, or a group (`in_group`).

    `since` is the number of the event of their own last action; what is newer is the answer.
    """

    def in_group(self, group: Group) -> Self:
        """The same person, looking at a group."""
        return type(self)(self.client, self.id, self.first_name, group.id)

    async def _act(self, path: str, body: Json) -> Json:
        answer = await self.client.post(path, body, by=self.id)
        self.since = int(answer["seq"])
        return answer

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

    async def sends_album(
        self, n: int = 2, caption: str | None = None, contents: Sequence[bytes] = ()
    ) -> Json:
        """That many pictures together, or one of each content given."""
        files = [one for content in contents for one in _files(1, content)]
        return await self.sends("album", files=files or _files(n, None), caption=caption)

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
        timeout: float = PATIENCE,
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


def _files(n: int, content: bytes | None) -> list[Json]:
    if content is None:
        return [{} for _ in range(n)]
    return [{"base64": base64.b64encode(content).decode()} for _ in range(n)]
