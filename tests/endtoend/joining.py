"""How people come in: an invitation printed by `cikar invite`, opened in the chat, accepted."""

import re

from sandbox.client_person import Person
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words

LINK = re.compile(r"https://t\.me/sandbox_bot\?start=(\S+)")


async def invites(place: Place, role: str, region: str) -> str:
    """The payload of the link that the command prints."""
    command = place.forks("invite", role, region)
    assert await command.ends() == 0, command.output
    found = LINK.search(command.output)
    assert found, command.output
    return found[1]


async def joins(place: Place, number: int, name: str, role: str, region: str) -> Person:
    """Opens an invitation made for them and agrees."""
    payload = await invites(place, role, region)
    who = await place.client.person(name, id=number)
    await who.opens(payload)
    await who.sees(words("invite-offer-consent"))
    await who.presses(label("invite-accept"))
    return who
