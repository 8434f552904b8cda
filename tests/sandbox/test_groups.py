"""Groups: privacy mode, coming and going, and becoming a supergroup."""

import pytest

from sandbox.client import Group, SandboxClient
from sandbox.client_person import Person
from tests.sandbox.conftest import Api


@pytest.fixture
async def siti(people: SandboxClient) -> Person:
    return await people.person("Siti", id=101)


@pytest.fixture
async def group(people: SandboxClient, siti: Person) -> Group:
    return await people.group("POKJA Cibeber", [siti], with_bot=True)


async def test_startgroup_adds_the_bot_and_says_the_payload(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    group = await people.group("POKJA", [siti])
    await group.add_bot(siti, payload="kampung-7")
    member, service, command = await api.updates()
    change = member["my_chat_member"]
    assert change["chat"]["id"] == group.id
    assert change["old_chat_member"]["status"] == "left"
    assert change["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["id"] == 42
    assert command["message"]["text"] == "/start@sandbox_bot kampung-7"


async def test_privacy_mode_hides_what_is_not_for_the_bot(
    api: Api, people: SandboxClient, siti: Person, group: Group
) -> None:
    here = siti.in_group(group)
    asked = await api("sendMessage", chat_id=group.id, text="tanya")
    seen = {
        text: bool((await here.says(text, **more))["update_ids"])
        for text, more in (
            ("obrolan", {}),
            ("/bantuan", {}),
            ("/bantuan@sandbox_bot", {}),
            ("/bantuan@lain_bot", {}),
            ("jawab", {"reply_to": asked["message_id"]}),
        )
    }
    assert [text for text, sees in seen.items() if sees] == [
        "/bantuan",
        "/bantuan@sandbox_bot",
        "jawab",
    ]
    await people.privacy_mode(False)
    assert (await here.says("obrolan"))["update_ids"]
    assert (await api("getMe"))["can_read_all_group_messages"] is True


async def test_a_kicked_bot_is_refused_and_told(api: Api, siti: Person, group: Group) -> None:
    offset = (await api.updates())[-1]["update_id"] + 1
    await group.kick_bot(siti)
    change = (await api.updates(offset=offset))[0]["my_chat_member"]
    assert change["new_chat_member"]["status"] == "kicked"
    assert await api.refused("sendMessage", chat_id=group.id, text="a") == (
        403,
        "Forbidden: bot was kicked from the group chat",
    )
    await group.add_bot(siti)
    await group.mute_bot(siti)
    assert await api.refused("sendMessage", chat_id=group.id, text="a") == (
        400,
        "Bad Request: not enough rights to send text messages to the chat",
    )


async def test_an_upgraded_group_names_its_new_id(api: Api, siti: Person, group: Group) -> None:
    offset = (await api.updates())[-1]["update_id"] + 1
    new = await group.migrate(siti)
    leaving, arriving = await api.updates(offset=offset)
    assert leaving["message"]["migrate_to_chat_id"] == new.id
    assert arriving["message"]["migrate_from_chat_id"] == group.id
    body = await api.raw("sendMessage", chat_id=group.id, text="a")
    assert body == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new.id},
    }
    sent = await api("sendMessage", chat_id=new.id, text="halo")
    assert sent["message_id"] == 2, "a supergroup counts its own messages"
    assert (await siti.in_group(new).sees("halo"))["chat_id"] == new.id


async def test_members_come_and_go(api: Api, people: SandboxClient, group: Group) -> None:
    await api.updates(allowed_updates=["message", "chat_member"])
    dewi = await people.person("Dewi", id=102)
    await group.join(dewi)
    assert await api("getChatMemberCount", chat_id=group.id) == 3
    member = {"chat_id": group.id, "user_id": 102}
    assert (await api("getChatMember", **member))["status"] == "member"
    await group.leave(dewi)
    assert (await api("getChatMember", **member))["status"] == "left"
    kinds = [sorted(set(u) - {"update_id"})[0] for u in await api.updates()]
    assert kinds[-4:] == ["chat_member", "message", "chat_member", "message"]


async def test_the_bot_sees_who_leads_pins_and_leaves(api: Api, siti: Person, group: Group) -> None:
    admins = await api("getChatAdministrators", chat_id=group.id)
    assert [(a["user"]["id"], a["status"]) for a in admins] == [(101, "creator")]
    sent = await api("sendMessage", chat_id=group.id, text="penting")
    pin = {"chat_id": group.id, "message_id": sent["message_id"]}
    assert (await api.refused("pinChatMessage", **pin))[1].startswith("Bad Request: not enough")
    await group.add_bot(siti, admin=True)
    assert await api("pinChatMessage", **pin)
    assert (await api("getChat", chat_id=group.id))["pinned_message"]["text"] == "penting"
    assert await api("unpinChatMessage", chat_id=group.id)
    assert await api("leaveChat", chat_id=group.id)
    gone = (403, "Forbidden: bot is not a member of the group chat")
    assert await api.refused("sendMessage", chat_id=group.id, text="a") == gone


async def test_blocking_and_coming_back_by_the_link(api: Api, siti: Person) -> None:
    await siti.opens()
    await siti.blocks()
    await siti.opens("lagi")
    _, blocked, unblocked, start = await api.updates()
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start lagi"
