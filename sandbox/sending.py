"""What all sending methods share: captions, keyboards, replies, and the message itself."""

from typing import Any

from sandbox.calls import Call
from sandbox.entities import read_text
from sandbox.messages import for_bot, post
from sandbox.people import Group, Json
from sandbox.reach import reach
from sandbox.refusals import QUERY_TOO_OLD, bad
from sandbox.validate import check_caption, check_markup
from sandbox.world import Entry, World

EPHEMERAL_SECONDS = 15
"""How long after a command or a press a bot that is no administrator may answer ephemerally."""


def without_nothing(value: Any) -> Any:
    """The same JSON without its nulls."""
    if isinstance(value, dict):
        return {key: without_nothing(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nothing(item) for item in value]
    return value


def markup_of(call: Call[Any], *, private: bool) -> Json | None:
    markup: Json | None = call.raw.get("reply_markup")
    if markup is None:
        return None
    markup = without_nothing(markup)
    check_markup(markup, private=private)
    if "keyboard" in markup:
        rows = markup["keyboard"]
        markup["keyboard"] = [
            [{"text": button} if isinstance(button, str) else button for button in row]
            for row in rows
        ]
    return markup


def caption_of(call: Call[Any]) -> Json:
    """The caption's part of a message, checked."""
    return caption_fields(
        call.given("caption"),
        call.given("parse_mode"),
        call.raw.get("caption_entities"),
        above=bool(call.given("show_caption_above_media")),
    )


def caption_fields(
    caption: str | None, mode: str | None, entities: list[Json] | None, *, above: bool = False
) -> Json:
    if not caption:
        return {}
    text, found = read_text(caption, mode, entities)
    check_caption(text)
    fields: Json = {"caption": text} if text else {}
    if found:
        fields["caption_entities"] = found
    if above:
        fields["show_caption_above_media"] = True
    return fields


def replied(call: Call[Any], chat_id: int) -> Entry | None:
    """The message this one answers."""
    parameters = call.raw.get("reply_parameters") or {}
    number = parameters.get("message_id") or call.raw.get("reply_to_message_id")
    if number is None:
        return None
    number = int(number)
    entry = call.world.entry(chat_id, number)
    lenient = parameters.get("allow_sending_without_reply") or call.given(
        "allow_sending_without_reply"
    )
    if entry is None and not lenient:
        raise bad("message to be replied not found")
    return entry


def send(call: Call[Any], content: Json) -> Entry:
    """Sends one message with all that was asked for besides its content.

    Raises:
        Refusal: the chat cannot be reached, or the keyboard or reply is not allowed.
    """
    world = call.world
    chat_id = reach(world, call.method.chat_id)
    markup = markup_of(call, private=chat_id > 0)
    return post(
        world,
        chat_id,
        world.bot.as_user(),
        content | topic_of(call, world.groups.get(chat_id)),
        markup=markup,
        reply_to=replied(call, chat_id),
        silent=bool(call.given("disable_notification")),
        protect=bool(call.given("protect_content")),
        only_for=receiver(call, world, chat_id),
    )


def sent(call: Call[Any], content: Json) -> Json:
    """Sends one message, and answers it as the bot is given it."""
    return for_bot(call.world, send(call, content))


def topic_of(call: Call[Any], group: Group | None) -> Json:
    """The topic of a forum that was asked for. Raises Refusal where there is none, or none open."""
    thread = call.given("message_thread_id")
    if not thread:
        return {}
    state = group.topics.get(str(thread), "deleted") if group is not None else "deleted"
    if state == "deleted":
        raise bad("message thread not found")
    if state == "closed":
        raise bad("TOPIC_CLOSED")
    return {"message_thread_id": thread, "is_topic_message": True}


def receiver(call: Call[Any], world: World, chat_id: int) -> int | None:
    """The one member who may see an ephemeral group message (Bot API 10.2).

    An administrator may send one at any time; another bot only within 15 seconds of the person's
    own ephemeral command or press, which it must name.
    """
    asked = call.raw.get("ephemeral_message_parameters") or {}
    answered = (call.raw.get("reply_parameters") or {}).get("ephemeral_message_id")
    person = asked.get("receiver_user_id") or call.given("receiver_user_id")
    if person is None:
        if answered is not None:
            raise bad("a reply to an ephemeral message must be ephemeral")
        return None
    if chat_id > 0:
        raise bad("ephemeral messages can be sent only to groups and supergroups")
    person, group = int(person), world.groups[chat_id]
    if person not in group.members:
        raise bad("user not found")
    press = asked.get("callback_query_id") or call.given("callback_query_id")
    if answered is not None:
        _check_answered(world, chat_id, person, int(answered))
    elif press is not None:
        _check_press(world, chat_id, person, str(press))
    elif group.bot_status != "administrator":
        raise bad("not enough rights to send ephemeral messages to the chat")
    return person


def _check_answered(world: World, chat_id: int, person: int, number: int) -> None:
    entry = world.entry(chat_id, number)
    if entry is None or entry.only_for != person or entry.by_bot:
        raise bad("message to be replied not found")
    if world.clock.time() - entry.message["date"] > EPHEMERAL_SECONDS:
        raise bad("the ephemeral message is too old to be replied")


def _check_press(world: World, chat_id: int, person: int, number: str) -> None:
    pressed = world.callbacks.get(number)
    if pressed is None or (pressed.person, pressed.chat_id) != (person, chat_id):
        raise bad(QUERY_TOO_OLD)
    if world.clock.time() - pressed.at > EPHEMERAL_SECONDS:
        raise bad(QUERY_TOO_OLD)
