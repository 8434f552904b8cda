"""How the people's side is asked: reading the request, answering JSON, saying what is wrong."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.params import read_json
from sandbox.people import Group, Json, Person
from sandbox.refusals import Refusal, bad
from sandbox.routes import WORLD
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of the people's side: who, in which chat, what."""

    world: World
    request: web.Request
    body: Json

    @property
    def person(self) -> Person:
        return self.world.person(self._number("person"))

    @property
    def chat_id(self) -> int:
        """The chat in the address, if the person is in it."""
        number, person = self._number("chat"), self.person
        if number == person.id:
            return number
        group = self.world.group(number)
        if group.migrated_to is not None:
            raise bad(f"the group {number} has become {group.migrated_to}")
        if person.id not in group.members:
            raise bad(f"{person.first_name} is not in the group {group.title}")
        return number

    @property
    def group(self) -> Group:
        return self.world.group(self._number("chat"))

    def _number(self, name: str) -> int:
        try:
            return int(self.request.match_info[name])
        except ValueError:
            raise bad(f"{name} must be a number") from None

    def need(self, name: str) -> Any:
        if self.body.get(name) is None:
            raise bad(f"{name} is missing")
        return self.body[name]


def asked(
    function: Callable[[Asked], Any],
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Makes a web handler of a function that returns JSON; a refusal becomes `{"error": …}`."""

    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            text = await request.text() if request.method == "POST" else ""
            return web.json_response(function(Asked(request.app[WORLD], request, read_json(text))))
        except Refusal as refusal:
            why = refusal.description.removeprefix("Bad Request: ")
            return web.json_response({"error": why}, status=refusal.code)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": f"not understood: {error!r}"}, status=400)

    return handler
