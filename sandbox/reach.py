"""May the bot reach this chat? Blocks, kicks, upgrades and unknown chats, in Telegram's words."""

from typing import Any

from sandbox.people import Group
from sandbox.refusals import bad, forbidden
from sandbox.world import World


def find_chat(world: World, chat_id: Any) -> int:
    """The id of a chat Telegram would find for the bot.

    Raises:
        Refusal: 400 chat not found, or the group was upgraded (with its new id).
    """
    number = _number(world, chat_id)
    if number is None or (number not in world.people and number not in world.groups):
        raise bad("chat not found")
    group = world.groups.get(number)
    if group is not None and group.migrated_to is not None:
        raise bad(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=group.migrated_to
        )
    return number


def _number(world: World, chat_id: Any) -> int | None:
    if isinstance(chat_id, int):
        return chat_id
    text = str(chat_id).strip()
    if text.startswith("@"):
        # only channels and supergroups are found by name, and the sandbox gives them none
        return None
    if not text:
        raise bad("chat_id is empty")
    try:
        return int(text)
    except ValueError:
        return None


def reach(world: World, chat_id: Any) -> int:
    """The id of a chat the bot may write to.

    Raises:
        Refusal: as `find_chat`, and 403 if the person or the group keeps the bot out.
    """
    number = find_chat(world, chat_id)
    if number in world.groups:
        _reach_group(world.groups[number])
    else:
        _reach_person(world, number)
    return number


def _reach_person(world: World, number: int) -> None:
    person = world.people[number]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def _reach_group(group: Group) -> None:
    be_member(group)
    if group.bot_status == "restricted":
        raise bad("not enough rights to send text messages to the chat")


def be_member(group: Group) -> None:
    """Refuses if the bot is not in the group, or the group is no more."""
    if group.deactivated:
        raise forbidden("the group chat was deleted")
    if group.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {group.type} chat")
    if group.bot_status == "left":
        raise forbidden(f"bot is not a member of the {group.type} chat")
