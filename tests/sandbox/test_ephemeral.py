"""Ephemeral commands and messages of a group (Bot API 10.2): one member and the bot alone."""

from typing import Any

import pytest

from sandbox.client import Group, SandboxClient
from sandbox.client_person import Person
from tests.sandbox.conftest import Api

COMMANDS = [
    {"command": "lapor", "description": "Lapor", "is_ephemeral": True},
    {"command": "bantuan", "description": "Bantuan"},
]


@pytest.fixture
async def siti(people: SandboxClient) -> Person:
    return await people.person("Siti", id=101)


@pytest.fixture
async def dewi(people: SandboxClient) -> Person:
    return await people.person("Dewi", id=102)


@pytest.fixture
async def group(api: Api, people: SandboxClient, siti: Person, dewi: Person) -> Group:
    group = await people.group("POKJA", [siti, dewi], with_bot=True)
    await api("setMyCommands", commands=COMMANDS, scope={"type": "all_group_chats"})
    return group


async def newest(api: Api) -> dict[str, Any]:
    """The last message that the bot was told of."""
    found: dict[str, Any] = (await api.updates())[-1]["message"]
    return found


def to(person: int, **more: Any) -> dict[str, Any]:
    return {"ephemeral_message_parameters": {"receiver_user_id": person, **more}}


async def test_an_ephemeral_command_reaches_the_bot_and_nobody_else(
    api: Api, siti: Person, dewi: Person, group: Group
) -> None:
    await siti.in_group(group).says("/lapor")
    told = await newest(api)
    assert (told["message_id"], told["text"]) == (0, "/lapor")
    assert told["ephemeral_message_id"] > 0
    assert "/lapor" in str(await siti.in_group(group).messages())
    assert "/lapor" not in str(await dewi.in_group(group).messages())


@pytest.mark.parametrize("text", ["/bantuan", "/lapor@lain_bot", "lapor", "/"])
async def test_everything_else_is_seen_by_all(
    siti: Person, dewi: Person, group: Group, text: str
) -> None:
    await siti.in_group(group).says(text)
    assert text in str(await dewi.in_group(group).messages())


async def test_an_older_app_shows_the_command_to_all(
    api: Api, siti: Person, dewi: Person, group: Group
) -> None:
    await siti.in_group(group).says("/lapor", plain=True)
    assert "/lapor" in str(await dewi.in_group(group).messages())
    told = await newest(api)
    assert told["message_id"] > 0
    assert "ephemeral_message_id" not in told


async def test_a_plain_member_answers_within_fifteen_seconds(
    api: Api, people: SandboxClient, siti: Person, dewi: Person, group: Group
) -> None:
    await siti.in_group(group).says("/lapor")
    asked = await newest(api)
    answer = {"reply_parameters": {"ephemeral_message_id": asked["ephemeral_message_id"]}}
    await people.advance(13)
    sent = await api("sendMessage", chat_id=group.id, text="hanya Siti", **to(101), **answer)
    assert sent["message_id"] == 0
    assert sent["receiver_user"]["id"] == 101
    await siti.in_group(group).sees("hanya Siti")
    assert "hanya Siti" not in str(await dewi.in_group(group).messages())
    await people.advance(3)
    late = await api.refused("sendMessage", chat_id=group.id, text="a", **to(101), **answer)
    assert late[0] == 400
    assert "hanya Siti" in str(await siti.in_group(group).messages())


async def test_unasked_only_an_administrator_shows_something_to_one_member(
    api: Api, siti: Person, dewi: Person, group: Group
) -> None:
    refused = await api.refused("sendMessage", chat_id=group.id, text="a", **to(102))
    assert refused == (
        400,
        "Bad Request: not enough rights to send ephemeral messages to the chat",
    )
    await group.add_bot(siti, admin=True)
    await api("sendMessage", chat_id=group.id, text="hanya Dewi", **to(102))
    await dewi.in_group(group).sees("hanya Dewi")
    assert "hanya Dewi" not in str(await siti.in_group(group).messages())


async def test_what_telegram_would_refuse_is_refused(
    api: Api, people: SandboxClient, siti: Person, dewi: Person, group: Group
) -> None:
    await people.person("Ani", id=103, started=True)
    await group.add_bot(siti, admin=True)
    stranger = await api.refused("sendMessage", chat_id=group.id, text="a", **to(103))
    assert stranger == (400, "Bad Request: user not found")
    private = await api.refused("sendMessage", chat_id=103, text="a", **to(103))
    assert private[1].startswith("Bad Request: ephemeral messages can be sent only to groups")
    await siti.in_group(group).says("/lapor")
    number = (await newest(api))["ephemeral_message_id"]
    reply = {"reply_parameters": {"ephemeral_message_id": number}}
    seen = await api.refused("sendMessage", chat_id=group.id, text="a", **reply)
    assert seen == (400, "Bad Request: a reply to an ephemeral message must be ephemeral")
    other = await api.refused("sendMessage", chat_id=group.id, text="a", **to(102), **reply)
    assert other == (400, "Bad Request: message to be replied not found")


async def test_an_ephemeral_message_is_deleted_by_its_own_method(
    api: Api, siti: Person, group: Group
) -> None:
    await group.add_bot(siti, admin=True)
    sent = await api("sendMessage", chat_id=group.id, text="sebentar", **to(101))
    number = sent["ephemeral_message_id"]
    plain = await api.refused("deleteMessage", chat_id=group.id, message_id=number)
    assert plain == (400, "Bad Request: message to delete not found")
    one = {"chat_id": group.id, "ephemeral_message_id": number}
    assert (await api.refused("deleteEphemeralMessage", receiver_user_id=102, **one))[0] == 400
    assert await api("deleteEphemeralMessage", receiver_user_id=101, **one)
    assert "sebentar" not in str(await siti.in_group(group).messages())
