"""One turn of a conversation: what somebody types or presses, and what they read then.

Also what Telegram keeps of the bot beside the chats: everybody's own list of commands.
"""

import asyncio
from typing import Any

from sandbox.client_person import Person
from sandbox.people import scope_key
from tests.endtoend.joining import invites
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words

Message = dict[str, Any]


async def typed(who: Person, text: str, key: str, **args: Any) -> Message:
    """They write that, and read the text of that key in the answer."""
    await who.says(text)
    return await who.sees(words(key, **args))


async def pressed(who: Person, shown: str, key: str, **args: Any) -> Message:
    """They press the button that begins so, and read the text of that key in the answer."""
    await who.presses(shown)
    return await who.sees(words(key, **args))


async def told(who: Person, key: str, **args: Any) -> Message:
    """It reached them at some time, whatever they have done since."""
    return await who.sees(words(key, **args), since=0)


async def menu_of(who: Person) -> list[str]:
    """The labels of the menu that /menu shows."""
    await who.says("/menu")
    message = await who.sees_button(label("menu-darurat"))
    while message["seq"] <= who.since:
        await who.client.events(who.since, 1, who.id)
        message = await who.sees_button(label("menu-darurat"))
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def also(place: Place, who: Person, role: str, region: str) -> None:
    """Somebody known already opens an invitation to one more role."""
    await who.opens(await invites(place, role, region))
    await pressed(who, label("invite-accept"), "invite-waiting")


def listed(place: Place, chat: int) -> set[str] | None:
    """The commands in this chat's own list, None when Telegram shows everybody's there."""
    own = place.box.world.bot.commands.get(scope_key({"type": "chat", "chat_id": chat}, ""))
    return None if own is None else {row["command"] for row in own}


async def lists(
    place: Place, chat: int, *, shows: str = "", hides: str = "", seconds: float = 10.0
) -> None:
    """Wait until the chat has a list of its own, with and without those commands."""

    def is_so() -> bool:
        own = listed(place, chat)
        return own is not None and own >= set(shows.split()) and not own & set(hides.split())

    await _until(place, is_so, seconds, f"the commands of {chat}", chat)


async def has_no_list(place: Place, chat: int, seconds: float = 10.0) -> None:
    """Wait until the chat's own list is gone: Telegram shows everybody's."""
    await _until(place, lambda: listed(place, chat) is None, seconds, f"the end of {chat}", chat)


async def _until(place: Place, is_so: Any, seconds: float, what: str, chat: int) -> None:
    try:
        async with asyncio.timeout(seconds):
            while not is_so():
                await place.box.world.changed.wait(0.05)
    except TimeoutError:
        raise AssertionError(f"waited for {what}; it is {listed(place, chat)}") from None
