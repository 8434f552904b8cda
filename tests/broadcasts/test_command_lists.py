"""A list of commands reaches one chat of the sandbox, and goes again."""

from typing import Any

from bot.rules.commands import OFFERED
from bot.rules.roles import Act, Grant, Person, Role
from broadcasts.command_lists import call_for
from broadcasts.outcomes import Sent
from broadcasts.sender import Sender
from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from tests.broadcasts.test_sender import people, sender, sending, telegram

__all__ = ["people", "sender", "telegram"]
VILLAGE = "19.01.01.1001"


def holder(chat: int, language: str, *grants: Grant) -> Person:
    return Person(1, chat, "Ani", language, grants)


async def commands_of(sandbox_sender: Sender, chat: int) -> list[str]:
    scope = {"type": "chat", "chat_id": chat}
    found: list[dict[str, Any]] = await sandbox_sender.ask("getMyCommands", {"scope": scope})
    return [one["command"] for one in found]


async def test_a_list_is_one_chats_own_and_goes_with_the_last_role(
    sender: Sender, people: SandboxClient, telegram: Sandbox
) -> None:
    ani = await people.person("Ani", started=True)
    tia = await people.person("Tia", started=True)
    method, params = call_for(holder(ani.id, "en", Grant(Role.CADRE, VILLAGE)))
    assert await sending(sender, ani.id, method, **params) == Sent(None)
    assert (await commands_of(sender, ani.id))[:2] == ["activity", "myactivities"]
    assert await commands_of(sender, tia.id) == []
    method, params = call_for(holder(ani.id, "en"))
    assert await sending(sender, ani.id, method, **params) == Sent(None)
    assert await commands_of(sender, ani.id) == []


def test_everybody_is_offered_what_their_roles_allow_and_nothing_else() -> None:
    for role in Role:
        person = holder(5, "id", Grant(role, VILLAGE))
        method, params = call_for(person)
        offered = [one["command"] for one in params.get("commands", ())]
        if not person.acts():
            assert method == "deleteMyCommands"
            continue
        for one in OFFERED:
            assert (one.name in offered) is (one.act is None or one.act in person.acts()), one
    assert Act.READ_CASE not in holder(5, "id", Grant(Role.ADMIN, "19")).acts()
