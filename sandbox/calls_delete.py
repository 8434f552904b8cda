"""Taking messages away: 48 hours, own ones, and others' only where the bot may."""

from aiogram.methods import DeleteEphemeralMessage, DeleteMessage, DeleteMessages

from sandbox.calls import Call, answers
from sandbox.messages import remove
from sandbox.reach import reach
from sandbox.refusals import bad
from sandbox.world import Entry, World

DELETABLE_SECONDS = 48 * 3600
MOST_AT_ONCE = 100


def refusal(world: World, entry: Entry) -> str | None:
    """Why the bot may not delete this message, if so."""
    group = world.groups.get(entry.chat_id)
    if group is not None and not entry.by_bot and group.bot_status != "administrator":
        return "message can't be deleted"
    if world.clock.time() - entry.message["date"] >= DELETABLE_SECONDS:
        return "message can't be deleted for everyone"
    return None


@answers(DeleteMessage)
def delete_message(call: Call[DeleteMessage]) -> bool:
    chat_id = reach(call.world, call.method.chat_id)
    entry = call.world.entry(chat_id, call.method.message_id)
    if entry is None or entry.only_for is not None:
        raise bad("message to delete not found")
    if reason := refusal(call.world, entry):
        raise bad(reason)
    remove(call.world, entry)
    return True


@answers(DeleteEphemeralMessage)
def delete_ephemeral_message(call: Call[DeleteEphemeralMessage]) -> bool:
    """One that the bot showed to a single member."""
    chat_id = reach(call.world, call.method.chat_id)
    entry = call.world.entry(chat_id, call.method.ephemeral_message_id)
    if entry is None or entry.only_for != call.method.receiver_user_id or not entry.by_bot:
        raise bad("message to delete not found")
    remove(call.world, entry)
    return True


@answers(DeleteMessages)
def delete_messages(call: Call[DeleteMessages]) -> bool:
    """Missing messages are skipped silently, as Telegram does."""
    chat_id = reach(call.world, call.method.chat_id)
    check_ids(call.method.message_ids)
    found = [call.world.entry(chat_id, number) for number in call.method.message_ids]
    entries = [entry for entry in found if entry is not None]
    for entry in entries:
        if reason := refusal(call.world, entry):
            raise bad(reason)
    for entry in entries:
        remove(call.world, entry)
    return True


def check_ids(numbers: list[int]) -> None:
    if not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > MOST_AT_ONCE:
        raise bad("too many message identifiers specified")
