"""What all sending methods share: captions, keyboards, replies, and the message itself."""

from typing import Any

from sandbox.calls import Call
from sandbox.entities import read_text
from sandbox.messages import post
from sandbox.people import Json
from sandbox.reach import reach
from sandbox.refusals import bad
from sandbox.validate import check_caption, check_markup
from sandbox.world import Entry, World


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
        content | topic_of(call),
        markup=markup,
        reply_to=replied(call, chat_id),
        silent=bool(call.given("disable_notification")),
        protect=bool(call.given("protect_content")),
        only_for=receiver(call, world, chat_id),
    )


def topic_of(call: Call[Any]) -> Json:
    thread = call.given("message_thread_id")
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}


def receiver(call: Call[Any], world: World, chat_id: int) -> int | None:
    """The one member who may see an ephemeral group message."""
    person: int | None = call.given("receiver_user_id")
    if person is None or chat_id > 0:
        return None
    if person not in world.groups[chat_id].members:
        raise bad("user not found")
    return person
