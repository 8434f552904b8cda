"""A person writes: texts, photos, albums, places … as messages and as updates for the bot."""

import random
import time
from typing import Any

from aiohttp import web

from sandbox.calls_send import place
from sandbox.entities import read_text
from sandbox.messages import changed, post, tell_bot
from sandbox.people import Json, Person
from sandbox.refusals import bad
from sandbox.user_content import album_contents, contact_of, file_content, poll_content
from sandbox.user_routes import Asked, asked
from sandbox.utf16 import length
from sandbox.validate import MOST_TEXT
from sandbox.world import Entry, World

FILE_KINDS = {"photo", "document", "video", "voice", "audio", "sticker", "animation", "video_note"}


def add_routes(app: web.Application) -> None:
    app.router.add_post("/user/{person}/chats/{chat}/send", asked(send))
    app.router.add_post("/user/{person}/chats/{chat}/vote", asked(vote))


def send(ask: Asked) -> Json:
    """What the person sends, as one message or several. Answers their ids and the updates'."""
    person, chat_id = ask.person, ask.chat_id
    may_write(person, chat_id)
    if ask.body.get("kind") == "edit":
        return _edit(ask, person, chat_id)
    reply_to = ask.world.entry(chat_id, _number(ask.body.get("reply_to")))
    contents = contents_of(ask)
    if (thread := ask.body.get("thread")) is not None:
        topic = {"message_thread_id": int(thread), "is_topic_message": True}
        contents = [content | topic for content in contents]
    only_for = person.id if _is_ephemeral(ask, chat_id) else None
    if ask.body.get("forwarded"):
        contents = [content | {"forward_origin": _origin()} for content in contents]
    entries = [
        post(ask.world, chat_id, person.as_user(), content, reply_to=reply_to, only_for=only_for)
        for content in contents
    ]
    return told(ask.world, entries)


def _is_ephemeral(ask: Asked, chat_id: int) -> bool:
    """Whether the app shows this command of a group to nobody but the bot, as the bot's list of
    commands asks; an older app (`plain`) does not know of that."""
    group = ask.world.groups.get(chat_id)
    text = str(ask.body.get("text") or "")
    if group is None or not group.has_bot or not text.startswith("/") or ask.body.get("plain"):
        return False
    command, _, addressee = text[1:].split()[0].partition("@") if text[1:].split() else ("", "", "")
    bot = ask.world.bot
    return addressee in ("", bot.username) and bot.is_ephemeral(command, group.id)


def told(world: World, entries: list[Entry]) -> Json:
    """Queues the messages for the bot and says what became of them."""
    updates = [tell_bot(world, entry) for entry in entries]
    return {
        "message_ids": [entry.id for entry in entries],
        "update_ids": [number for number in updates if number is not None],
        "seq": world.events.seq,
    }


def may_write(person: Person, chat_id: int) -> None:
    if person.deactivated:
        raise bad(f"{person.first_name} has deleted their account")
    if chat_id != person.id:
        return
    if person.blocked:
        raise bad(f"{person.first_name} has blocked the bot; unblock it first")
    person.started = True


def contents_of(ask: Asked) -> list[Json]:
    """The messages' contents for what was asked, each as Telegram would show it."""
    body = ask.body
    match body.get("kind", "text"):
        case "text":
            return text_contents(str(ask.need("text")))
        case "album":
            return album_contents(ask.world, body)
        case kind if kind in FILE_KINDS:
            return file_content(ask.world, kind, body)
        case "location":
            return [{"location": place(float(ask.need("latitude")), float(ask.need("longitude")))}]
        case "contact":
            return [contact_of(ask.person, body)]
        case "poll":
            return [poll_content(body)]
        case "dice":
            value = random.randint(1, 6)  # noqa: S311 - a die
            return [{"dice": {"emoji": body.get("emoji") or "🎲", "value": value}}]
        case kind:
            raise bad(f"nobody can send a {kind} here")


def text_contents(text: str) -> list[Json]:
    """A text; one that is too long is sent in parts, as Telegram's apps do."""
    contents: list[Json] = []
    for part in _parts(text):
        shown, entities = read_text(part, None, None)
        if shown:
            contents.append({"text": shown, "entities": entities} if entities else {"text": shown})
    if not contents:
        raise bad("an empty message cannot be sent")
    return contents


def _parts(text: str) -> list[str]:
    parts = [""]
    if length(text) <= MOST_TEXT:
        return [text]
    for start in range(0, len(text), 512):
        piece = text[start : start + 512]
        if length(parts[-1]) + length(piece) > MOST_TEXT:
            parts.append("")
        parts[-1] += piece
    return parts


def _origin() -> Json:
    return {"type": "hidden_user", "date": int(time.time()), "sender_user_name": "Seseorang"}


def _number(value: Any) -> int | None:
    return None if value is None else int(value)


def _edit(ask: Asked, person: Person, chat_id: int) -> Json:
    entry = ask.world.entry(chat_id, int(ask.need("message_id")))
    if entry is None or entry.message["from"]["id"] != person.id:
        raise bad("only one's own messages can be edited")
    key = "text" if "text" in entry.message else "caption"
    text, entities = read_text(str(ask.need("text")), None, None)
    name = "entities" if key == "text" else "caption_entities"
    entry.message = {**entry.message, key: text}
    entry.message.pop(name, None)
    if entities:
        entry.message[name] = entities
    changed(ask.world, entry)
    update = tell_bot(ask.world, entry, "edited_message")
    return {
        "message_ids": [entry.id],
        "update_ids": [] if update is None else [update],
        "seq": ask.world.events.seq,
    }


def vote(ask: Asked) -> Json:
    """Votes in a poll of the bot: a `poll_answer` if it is not anonymous, and a `poll` update."""
    world, person, chat_id = ask.world, ask.person, ask.chat_id
    entry = world.entry(chat_id, int(ask.need("message_id")))
    if entry is None or "poll" not in entry.message:
        raise bad("there is no poll in that message")
    chosen = [int(option) for option in ask.need("options")]
    poll: Json = entry.message["poll"]
    for option in chosen:
        poll["options"][option]["voter_count"] += 1
    poll["total_voter_count"] += 1
    changed(world, entry, edited=False)
    updates = [world.updates.put("poll", poll, chat_id)]
    if not poll["is_anonymous"]:
        answer = {
            "poll_id": poll["id"],
            "user": person.as_user(),
            "option_ids": chosen,
            "option_persistent_ids": [str(option) for option in chosen],
        }
        updates.append(world.updates.put("poll_answer", answer, chat_id))
    return {
        "message_ids": [entry.id],
        "update_ids": [number for number in updates if number is not None],
        "seq": world.events.seq,
    }
