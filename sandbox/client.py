"""Plays the people: a Python client of the sandbox's user side, for tests and scripts."""

import ssl
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import httpx

from sandbox.client_person import Person
from sandbox.client_seeing import Json

PATIENCE_SECONDS = 90


class SandboxError(Exception):
    """The sandbox refused what a person wanted to do, and said why."""


class SandboxClient:
    """Talks to a running sandbox. `async with` it, or call `aclose` at the end."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self._ssl = ssl.create_default_context()
        self._lines: dict[int, httpx.AsyncClient] = {}
        self.http = self._line()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        for line in (self.http, *self._lines.values()):
            await line.aclose()

    def _line(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=self.base_url, timeout=PATIENCE_SECONDS, verify=self._ssl, trust_env=False
        )

    def line(self, person: int | None) -> httpx.AsyncClient:
        """Each person's own connections: httpx grows slow where hundreds share one pool."""
        if person is None:
            return self.http
        if person not in self._lines:
            self._lines[person] = self._line()
        return self._lines[person]

    async def get(self, path: str, *, by: int | None = None, **query: Any) -> Json:
        return _read(await self.line(by).get(path, params=query))

    async def post(self, path: str, body: Json | None = None, *, by: int | None = None) -> Json:
        return _read(await self.line(by).post(path, json=body or {}))

    async def state(self) -> Json:
        return await self.get("/user/state")

    async def person(
        self,
        first_name: str,
        *,
        id: int | None = None,  # noqa: A002 - the name Telegram gives it
        started: bool = False,
        **fields: Any,
    ) -> Person:
        """The person of that id, made if need be; `started` also lets them open the bot."""
        row = await self.post("/user/people", {"first_name": first_name, "id": id, **fields})
        person = Person(self, row["id"], row["first_name"], row["id"])
        if started:
            await person.opens()
        return person

    async def group(
        self,
        title: str,
        members: Sequence[Person] = (),
        *,
        id: int | None = None,  # noqa: A002 - the name Telegram gives it
        type: str = "group",  # noqa: A002 - the name Telegram gives it
        with_bot: bool = False,
        admin: bool = False,
        hides_members: bool = False,
    ) -> "Group":
        """The group of that id, made if need be; `with_bot`: its first member adds the bot."""
        numbers = [member.id for member in members]
        body = {"title": title, "members": numbers, "id": id, "type": type}
        if hides_members:
            body["hides_members"] = True
        row = await self.post("/user/groups", body)
        group = Group(self, row["id"], title)
        if with_bot:
            await group.add_bot(members[0], admin=admin)
        return group

    async def log(self, after: int = 0, method: str | None = None) -> list[Json]:
        """The calls the bot made, oldest first; of one method if named."""
        calls: list[Json] = (await self.get("/control/log", after=after))["calls"]
        return [row for row in calls if method is None or row["method"] == method]

    async def faults(self, **faults: Any) -> Json:
        """What shall go wrong (fields of `sandbox.Faults`); nothing given ends all trouble."""
        return await self.post("/control/faults", faults)

    async def limits(self, **limits: Any) -> Json:
        """Telegram's limits with these changes (fields of `sandbox.Limits`); `off=True`: none."""
        return await self.post("/control/limits", limits)

    async def advance(self, seconds: float) -> None:
        """Moves the sandbox's clock on."""
        await self.post("/control/clock", {"advance": seconds})

    async def privacy_mode(self, on: bool) -> None:
        await self.post("/control/bot", {"privacy_mode": on})

    async def replay(self, update_id: int) -> None:
        """Lets Telegram deliver that update again."""
        await self.post("/control/updates/replay", {"update_id": update_id})

    async def pending(self) -> int:
        """How many updates the bot has not acknowledged."""
        return int((await self.get("/control/pending"))["pending"])

    async def events(self, after: int, seconds: float = 0, person: int | None = None) -> Json:
        query: Json = {"after": after, "timeout": seconds}
        if person is not None:
            query["person"] = person
        return await self.get("/user/events", by=person, **query)

    async def file(self, path: str) -> bytes:
        """The content behind a message's `url`."""
        response = await self.http.get(path)
        response.raise_for_status()
        return response.content


class Group:
    """A group chat. What is done to it is done by a person."""

    def __init__(self, client: SandboxClient, number: int, title: str) -> None:
        self.client = client
        self.id = number
        self.title = title

    async def _act(self, by: Person, act: str, **body: Any) -> Json:
        return await self.client.post(f"/user/{by.id}/groups/{self.id}/{act}", body)

    async def add_bot(self, by: Person, payload: str | None = None, *, admin: bool = False) -> Json:
        return await self._act(by, "add_bot", payload=payload, admin=admin)

    async def kick_bot(self, by: Person) -> Json:
        return await self._act(by, "kick_bot")

    async def mute_bot(self, by: Person) -> Json:
        return await self._act(by, "mute_bot")

    async def unmute_bot(self, by: Person) -> Json:
        return await self._act(by, "unmute_bot")

    async def migrate(self, by: Person) -> "Group":
        """The supergroup this group has become."""
        answer = await self._act(by, "migrate")
        return Group(self.client, int(answer["chat_id"]), self.title)

    async def opens_topic(self, by: Person, name: str) -> int:
        """The message thread of a new topic."""
        return int((await self._act(by, "topic", name=name))["message_thread_id"])

    async def closes_topic(self, by: Person, thread: int) -> Json:
        return await self._act(by, "close_topic", message_thread_id=thread)

    async def deletes_topic(self, by: Person, thread: int) -> Json:
        return await self._act(by, "delete_topic", message_thread_id=thread)

    async def is_deleted(self, by: Person) -> Json:
        """The group is deleted for everybody; bots are told nothing."""
        return await self._act(by, "delete_group")

    async def join(self, person: Person) -> Json:
        return await self._act(person, "join")

    async def leave(self, person: Person) -> Json:
        return await self._act(person, "leave")


def _read(response: httpx.Response) -> Json:
    body: Json = response.json()
    if response.status_code >= 400:
        raise SandboxError(body.get("error") or body)
    return body
