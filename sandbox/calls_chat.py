"""Chats and who is in them; pinning and leaving."""

from aiogram.methods import (
    CreateForumTopic,
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetChatMemberCount,
    LeaveChat,
    PinChatMessage,
    UnpinAllChatMessages,
    UnpinChatMessage,
)

from sandbox.calls import Call, answers
from sandbox.messages import bot_member_update, changed, post
from sandbox.people import Group, Json, as_member
from sandbox.reach import be_member, find_chat, reach
from sandbox.refusals import bad
from sandbox.world import Entry, World

PERMISSIONS: Json = {
    "can_send_messages": True,
    "can_send_photos": True,
    "can_send_other_messages": True,
    "can_invite_users": True,
    "can_pin_messages": False,
}
"""What ordinary members of a group may do."""


@answers(GetChat)
def get_chat(call: Call[GetChat]) -> Json:
    world = call.world
    chat_id = find_chat(world, call.method.chat_id)
    if chat_id in world.groups:
        be_member(world.groups[chat_id])
    chat: Json = {
        **world.chat_json(chat_id),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat_id in world.groups:
        chat["permissions"] = PERMISSIONS
    pinned = [entry for entry in world.entries(chat_id).values() if entry.pinned]
    if pinned:
        chat["pinned_message"] = pinned[-1].message
    return chat


def _group(call_world: World, chat_id: int | str) -> Group:
    number = find_chat(call_world, chat_id)
    if number not in call_world.groups:
        raise bad("there are no administrators in the private chat")
    group = call_world.groups[number]
    be_member(group)
    return group


def status_of(group: Group, person: int) -> str:
    if person not in group.members:
        return "left"
    if group.members[0] == person:
        return "creator"
    return "administrator" if person in group.admins else "member"


@answers(GetChatMember)
def get_chat_member(call: Call[GetChatMember]) -> Json:
    world, person = call.world, call.method.user_id
    chat_id = find_chat(world, call.method.chat_id)
    group = world.groups.get(chat_id)
    if person == world.bot.id:
        if group is not None:
            be_member(group)
        return world.bot.as_member(group.bot_status if group is not None else "member")
    if person not in world.people:
        raise bad("invalid user_id specified")
    if group is None:
        if person != chat_id:
            raise bad("member not found")
        return as_member(world.people[person].as_user(), "member")
    be_member(group)
    if group.hides_members and group.bot_status != "administrator":
        raise bad("member list is inaccessible")
    return as_member(world.people[person].as_user(), status_of(group, person))


@answers(GetChatMemberCount)
def get_chat_member_count(call: Call[GetChatMemberCount]) -> int:
    chat_id = find_chat(call.world, call.method.chat_id)
    if chat_id not in call.world.groups:
        return 2
    group = call.world.groups[chat_id]
    be_member(group)
    return len(group.members) + 1


@answers(GetChatAdministrators)
def get_chat_administrators(call: Call[GetChatAdministrators]) -> list[Json]:
    world = call.world
    group = _group(world, call.method.chat_id)
    found = [
        as_member(world.people[person].as_user(), status)
        for person in group.members
        if (status := status_of(group, person)) in {"creator", "administrator"}
    ]
    if group.bot_status == "administrator":
        found.append(world.bot.as_member("administrator"))
    return found


def _may_pin(world: World, chat_id: int) -> None:
    group = world.groups.get(chat_id)
    if group is not None and group.bot_status != "administrator":
        raise bad("not enough rights to manage pinned messages in the chat")


@answers(PinChatMessage)
def pin_chat_message(call: Call[PinChatMessage]) -> bool:
    world = call.world
    chat_id = reach(world, call.method.chat_id)
    _may_pin(world, chat_id)
    entry = world.entry(chat_id, call.method.message_id)
    if entry is None:
        raise bad("message to pin not found")
    entry.pinned = True
    changed(world, entry, edited=False, kind="pinned")
    content = {"pinned_message": entry.message}
    silent = bool(call.method.disable_notification)
    post(world, chat_id, world.bot.as_user(), content, silent=silent)
    return True


def _unpin(world: World, entries: list[Entry]) -> bool:
    for entry in entries:
        entry.pinned = False
        changed(world, entry, edited=False, kind="pinned")
    return True


@answers(UnpinChatMessage)
def unpin_chat_message(call: Call[UnpinChatMessage]) -> bool:
    world = call.world
    chat_id = reach(world, call.method.chat_id)
    _may_pin(world, chat_id)
    pinned = [entry for entry in world.entries(chat_id).values() if entry.pinned]
    if call.method.message_id is not None:
        pinned = [entry for entry in pinned if entry.id == call.method.message_id]
        if not pinned:
            raise bad("message to unpin not found")
    return _unpin(world, pinned[-1:])


@answers(UnpinAllChatMessages)
def unpin_all_chat_messages(call: Call[UnpinAllChatMessages]) -> bool:
    world = call.world
    chat_id = reach(world, call.method.chat_id)
    _may_pin(world, chat_id)
    return _unpin(world, [entry for entry in world.entries(chat_id).values() if entry.pinned])


@answers(LeaveChat)
def leave_chat(call: Call[LeaveChat]) -> bool:
    world = call.world
    chat_id = find_chat(world, call.method.chat_id)
    if chat_id not in world.groups:
        raise bad("chat member status can't be changed in private chats")
    group = world.groups[chat_id]
    be_member(group)
    old, group.bot_status = group.bot_status, "left"
    user = world.bot.as_user()
    post(world, chat_id, user, {"left_chat_member": user})
    bot_member_update(world, chat_id, user, old, "left")
    return True


@answers(CreateForumTopic)
def create_forum_topic(call: Call[CreateForumTopic]) -> Json:
    world = call.world
    chat_id = reach(world, call.method.chat_id)
    group = world.groups.get(chat_id)
    if group is None or group.type != "supergroup":
        raise bad("the chat is not a forum")
    if group.bot_status != "administrator":
        raise bad("not enough rights to create a topic")
    topic = {"name": call.method.name, "icon_color": call.method.icon_color or 7322096}
    entry = post(world, chat_id, world.bot.as_user(), {"forum_topic_created": topic})
    group.topics[str(entry.id)] = "open"
    return {"message_thread_id": entry.id, **topic}
