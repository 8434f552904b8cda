"""Calling the bot: each update is posted to its webhook, again and again until it says yes."""

import asyncio
import json
from collections.abc import Mapping

import aiohttp

from sandbox.dispatch import Dispatcher
from sandbox.params import split_form
from sandbox.people import Json
from sandbox.updates import Waiting
from sandbox.world import Hook, World

LONGEST_WAIT = 60.0
ANSWER_SECONDS = 60.0


class Pusher:
    """Delivers in order within a chat, and up to `max_connections` chats at once."""

    def __init__(self, world: World, dispatcher: Dispatcher, first_wait: float) -> None:
        self.world = world
        self.dispatcher = dispatcher
        self.first_wait = first_wait
        self.busy: set[int] = set()

    async def run(self) -> None:
        """Runs until it is cancelled or the sandbox closes."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            asyncio.TaskGroup() as lanes,
        ):
            signal = self.world.updates.signal
            while not signal.closed:
                self.world.updates.expire()
                for update in self._ready():
                    self.busy.add(update.chat_id)
                    lanes.create_task(self._lane(session, self.world.hook, update))
                await signal.wait(None)

    def _ready(self) -> list[Waiting]:
        """The next update of each chat that has none under way."""
        ready: dict[int, Waiting] = {}
        hook = self.world.hook
        if not hook.url:
            return []
        for update in self.world.updates.waiting.values():
            if len(self.busy) + len(ready) >= hook.max_connections:
                break
            if update.chat_id not in self.busy:
                ready.setdefault(update.chat_id, update)
        return list(ready.values())

    async def _lane(self, session: aiohttp.ClientSession, hook: Hook, update: Waiting) -> None:
        wait = self.first_wait
        try:
            while self.world.hook is hook and update.id in self.world.updates.waiting:
                if (error := await self._post(session, hook, update)) is None:
                    self.world.updates.drop([update.id])
                    self.world.changed.fire()
                    return
                hook.last_error = error
                hook.last_error_at = self.world.clock.time()
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        finally:
            self.busy.discard(update.chat_id)
            self.world.updates.signal.fire()

    async def _post(
        self, session: aiohttp.ClientSession, hook: Hook, update: Waiting
    ) -> str | None:
        """None if the bot took it, else what went wrong."""
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        try:
            async with session.post(hook.url, data=update.text, headers=headers) as response:
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await self._obey(response)
                return None
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except (aiohttp.ClientError, ValueError) as error:
            return f"Connection error: {type(error).__name__}"

    async def _obey(self, response: aiohttp.ClientResponse) -> None:
        """A bot may call one method in its answer."""
        fields = await _fields(response)
        method = fields.pop("method", None)
        if isinstance(method, str):
            await self.dispatcher.answer(method, *split_form(fields), agent="webhook answer")


async def _fields(response: aiohttp.ClientResponse) -> Json:
    match response.content_type:
        case "application/json":
            try:
                body = json.loads(await response.text() or "null")
            except ValueError:
                return {}  # it took the update; what else it says does not matter
            return dict(body) if isinstance(body, Mapping) else {}
        case "multipart/form-data":
            return await _form(response)
    return {}


async def _form(response: aiohttp.ClientResponse) -> Json:
    found: Json = {}
    async for part in aiohttp.MultipartReader.from_response(response):
        if not isinstance(part, aiohttp.BodyPartReader) or part.name is None:
            continue
        data = await part.read()
        found[part.name] = bytes(data) if part.filename else bytes(data).decode()
    return found
