"""Topics of a forum, who is shown to the bot, and groups that are deleted."""

import pytest

from sandbox.client import Group, SandboxClient
from sandbox.client_person import Person
from tests.sandbox.conftest import Api


@pytest.fixture
async def siti(people: SandboxClient) -> Person:
    return await people.person("Siti", id=101)


@pytest.fixture
async def forum(people: SandboxClient, siti: Person) -> Group:
    return await people.group("POKJA", [siti], type="supergroup", with_bot=True)


async def test_a_message_in_a_topic_says_so(api: Api, siti: Person, forum: Group) -> None:
    thread = await forum.opens_topic(siti, "Bot")
    await siti.in_group(forum).says("/bantuan", thread=thread)
    message = (await api.updates())[-1]["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (thread, True)
    assert message["chat"]["is_forum"] is True
    sent = await api("sendMessage", chat_id=forum.id, text="halo", message_thread_id=thread)
    assert sent["message_thread_id"] == thread


async def test_a_topic_that_is_closed_or_gone_takes_nothing(
    api: Api, siti: Person, forum: Group
) -> None:
    thread = await forum.opens_topic(siti, "Bot")
    message = {"chat_id": forum.id, "text": "a", "message_thread_id": thread}
    await forum.closes_topic(siti, thread)
    assert await api.refused("sendMessage", **message) == (400, "Bad Request: TOPIC_CLOSED")
    await forum.deletes_topic(siti, thread)
    gone = (400, "Bad Request: message thread not found")
    assert await api.refused("sendMessage", **message) == gone
    assert await api.refused("sendMessage", **message | {"message_thread_id": 999}) == gone
    assert await api("sendMessage", chat_id=forum.id, text="a")


async def test_hidden_members_are_shown_to_administrators_only(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    group = await people.group("POKJA", [siti], with_bot=True, hides_members=True)
    asked = {"chat_id": group.id, "user_id": 101}
    hidden = (400, "Bad Request: member list is inaccessible")
    assert await api.refused("getChatMember", **asked) == hidden
    assert (await api("getChatMember", chat_id=group.id, user_id=42))["status"] == "member"
    await group.add_bot(siti, admin=True)
    assert (await api("getChatMember", **asked))["status"] == "creator"


async def test_a_deleted_group_refuses_everything(api: Api, siti: Person, forum: Group) -> None:
    await forum.is_deleted(siti)
    gone = (403, "Forbidden: the group chat was deleted")
    assert await api.refused("sendMessage", chat_id=forum.id, text="a") == gone
    assert await api.refused("getChat", chat_id=forum.id) == gone
    assert await api.refused("getChatMemberCount", chat_id=forum.id) == gone
