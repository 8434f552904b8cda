"""Telegram as the tests have it: one edge for both libraries, which keeps every chat as people
see it and refuses any call made while a transaction of the watched database is open.
"""

import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event

from sandbox.images import picture
from storage.database import Database
from tests.conversations.reading import text_of, trouble_with

Json = dict[str, Any]
Answer = tuple[int, Any]

ME: Json = {"id": 42, "is_bot": True, "first_name": "CIKAR", "username": "cikar_bot"}
SMALL_PICTURE = picture()
HARMLESS = (
    "message is not modified",
    "not found",
    "blocked by the user",
    "can't initiate conversation",
    "inaccessible",
    "group chat was de",
    "not enough rights",
)
"""Refusals that the program must expect in daily life."""


@dataclass(frozen=True)
class Call:
    """One request of the bot. Values are strings, as they travel over HTTP."""

    library: str
    method: str
    params: Mapping[str, str]
    chat: int


@dataclass
class Shown:
    """A message as it stands in a chat; ``stamp`` rises with each change anywhere."""

    id: int
    chat: int
    sender: int
    text: str
    stamp: int
    rows: list[list[Json]] = field(default_factory=list)
    keyboard: list[str] = field(default_factory=list)
    photo: str | None = None
    is_protected: bool = False
    topic: int | None = None
    only_for: int | None = None


@dataclass(frozen=True)
class Toast:
    """The short words a press was answered with."""

    query: str
    text: str
    is_alert: bool
    stamp: int


def chat_of(number: int) -> Json:
    """A chat as Telegram describes it: people have positive ids, groups negative ones."""
    if number > 0:
        return {"id": number, "type": "private", "first_name": "Seseorang"}
    kind = "supergroup" if number < -1_000_000_000_000 else "group"
    return {"id": number, "type": kind, "title": "POKJA"}


def _line(connection: Connection) -> int:
    """Which of the pool's connections this is."""
    return id(connection.connection.dbapi_connection)


class FakeTelegram:
    """Answers like Telegram, minimally. ``broken`` lists every rule of ours that was broken."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.toasts: list[Toast] = []
        self.broken: list[str] = []
        self.refusals: list[str] = []
        self.blocked: set[int] = set()
        self.migrated: dict[int, int] = {}
        self.refusing: dict[int, str] = {}
        """What messages to a chat are refused with (a 400)."""
        self.closed_topics: set[tuple[int, int]] = set()
        self.standing: dict[tuple[int, int], str] = {}
        """Who is what in a group; administrator, where nothing is said. Empty: not shown."""
        self.updates: list[Json] = []
        self.stamp = 0
        self.contents: dict[str, bytes] = {}
        """What is in a file, by its id; in those not named there is a small picture."""
        self._chats: dict[int, dict[int, Shown]] = {}
        self._ids = itertools.count(1)
        self._update_ids = itertools.count(1000)
        self._open: set[int] = set()
        self.commands: dict[int, list[str]] = {}
        """The commands a chat is offered of its own, by chat."""
        self._methods: dict[str, Callable[[Mapping[str, str], int], Answer]] = {
            "sendMessage": self._send,
            "sendPhoto": self._send,
            "sendDocument": self._send,
            "sendMediaGroup": self._send_album,
            "editMessageText": self._edit,
            "editMessageReplyMarkup": self._edit,
            "deleteMessage": self._delete,
            "answerCallbackQuery": self._toast,
            "getUpdates": self._get_updates,
            "getMe": lambda params, chat: (200, ME),
            "setMyCommands": self._set_commands,
            "deleteMyCommands": self._set_commands,
            "getChat": lambda params, chat: (200, chat_of(chat)),
            "getChatMemberCount": lambda params, chat: (200, 12),
            "getChatMember": self._member,
            "getFile": self._get_file,
        }

    def watch(self, database: Database) -> None:
        """From now on, refuse calls made while a transaction of this database is open."""
        engine = database.engine.sync_engine
        event.listen(engine, "begin", lambda one: self._open.add(_line(one)))
        event.listen(engine, "commit", lambda one: self._open.discard(_line(one)))
        event.listen(engine, "rollback", lambda one: self._open.discard(_line(one)))
        event.listen(engine, "checkin", lambda line, _: self._open.discard(id(line)))

    def messages(self, chat: int) -> list[Shown]:
        """What stands in a chat now, oldest first."""
        return list(self._chats.get(chat, {}).values())

    def write(self, chat: int, sender: int, text: str) -> Shown:
        """Put a message into a chat."""
        self.stamp += 1
        shown = Shown(next(self._ids), chat, sender, text, self.stamp)
        self._chats.setdefault(chat, {})[shown.id] = shown
        return shown

    def bring(self, **content: Any) -> int:
        """A new update for the bot. Returns its id."""
        self.updates.append({"update_id": next(self._update_ids), **content})
        return int(self.updates[-1]["update_id"])

    def answer(self, library: str, method: str, params: Mapping[str, str]) -> Answer:
        """Status and body for one request of either library."""
        if self._open:
            self.broken.append(f"{method} was called inside a transaction")
            raise AssertionError(self.broken[-1])
        chat = int(params.get("chat_id", 0))
        self.calls.append(Call(library, method, params, chat))
        if chat in self.blocked:
            return self._no(403, "Forbidden: bot was blocked by the user")
        if chat in self.migrated:
            body = {"migrate_to_chat_id": self.migrated[chat]}
            why = "Bad Request: group chat was upgraded to a supergroup chat"
            return 400, {"ok": False, "error_code": 400, "description": why, "parameters": body}
        status, result = self._methods[method](params, chat)
        return (200, {"ok": True, "result": result}) if status == 200 else (status, result)

    def _no(self, status: int, why: str) -> Answer:
        if not any(words in why for words in HARMLESS):
            self.refusals.append(why)
        return status, {"ok": False, "error_code": status, "description": why}

    def _send(self, params: Mapping[str, str], chat: int) -> Answer:
        wrong = trouble_with(params)
        if wrong:
            return self._no(400, f"Bad Request: {wrong}")
        topic = int(params.get("message_thread_id", 0)) or None
        if chat in self.refusing or (chat, topic) in self.closed_topics:
            why = self.refusing.get(chat, "message thread not found")
            return self._no(400, f"Bad Request: {why}")
        shown = self.write(chat, ME["id"], "")
        shown.topic = topic
        only = json.loads(params.get("ephemeral_message_parameters", "{}"))
        shown.only_for = only.get("receiver_user_id")
        self._fill(shown, params)
        shown.photo = params.get("photo")
        shown.is_protected = params.get("protect_content") == "true"
        result: Json = {"message_id": shown.id, "date": 0, "text": shown.text or "-"}
        if shown.only_for is not None:
            result |= {"message_id": 0, "ephemeral_message_id": shown.id}
        return 200, result | {"chat": chat_of(chat), "from": ME}

    def _send_album(self, params: Mapping[str, str], chat: int) -> Answer:
        items = json.loads(params["media"])
        if not 2 <= len(items) <= 10:
            return self._no(400, "Bad Request: album must have 2-10 items")
        sent: list[Json] = []
        for item in items:
            one = {"photo": item["media"], "caption": item.get("caption", "")}
            status, result = self._send(one, chat)
            if status != 200:
                return status, result
            sent.append(result)
        return 200, sent

    def _member(self, params: Mapping[str, str], chat: int) -> Answer:
        person = int(params["user_id"])
        status = self.standing.get((chat, person), "administrator")
        if not status:
            return self._no(400, "Bad Request: member list is inaccessible")
        user = ME if person == ME["id"] else {"id": person, "is_bot": False, "first_name": "x"}
        rights = {"can_pin_messages": True, "can_delete_messages": True}
        allowed = {"is_member": True, "can_send_messages": False}
        more = {"administrator": rights, "restricted": allowed}.get(status, {})
        return 200, {"user": user, "status": status, **more}

    def _edit(self, params: Mapping[str, str], chat: int) -> Answer:
        shown = self._chats.get(chat, {}).get(int(params["message_id"]))
        if shown is None or shown.sender != ME["id"]:
            return self._no(400, "Bad Request: message to edit not found")
        if "text" in params and (wrong := trouble_with(params)):
            return self._no(400, f"Bad Request: {wrong}")
        before = (shown.text, list(shown.rows))
        self._fill(shown, params)
        if before == (shown.text, shown.rows):
            return self._no(400, "Bad Request: message is not modified")
        self.stamp += 1
        shown.stamp = self.stamp
        return 200, {"message_id": shown.id, "date": 0, "text": "-", "chat": chat_of(chat)}

    def _fill(self, shown: Shown, params: Mapping[str, str]) -> None:
        if "text" in params or "caption" in params:
            shown.text = text_of(params)
        markup = json.loads(params.get("reply_markup", "{}"))
        shown.rows = markup.get("inline_keyboard", [])
        shown.keyboard = [key["text"] for row in markup.get("keyboard", []) for key in row]

    def _delete(self, params: Mapping[str, str], chat: int) -> Answer:
        if self._chats.get(chat, {}).pop(int(params["message_id"]), None) is None:
            return self._no(400, "Bad Request: message to delete not found")
        return 200, True

    def _toast(self, params: Mapping[str, str], chat: int) -> Answer:
        self.stamp += 1
        is_alert = params.get("show_alert") == "true"
        text = params.get("text", "")
        self.toasts.append(Toast(params["callback_query_id"], text, is_alert, self.stamp))
        return (200, True) if len(text) <= 200 else self._no(400, "MESSAGE_TOO_LONG")

    def _set_commands(self, params: Mapping[str, str], chat: int) -> Answer:
        scope = json.loads(params.get("scope", "{}"))
        if chat:
            return self._no(400, "Bad Request: these calls take no chat_id")
        if "chat_id" in scope:
            self.commands.pop(scope["chat_id"], None)
            offered = json.loads(params.get("commands", "[]"))
            if offered:
                self.commands[scope["chat_id"]] = [one["command"] for one in offered]
        return 200, True

    def _get_file(self, params: Mapping[str, str], chat: int) -> Answer:
        number, content = params["file_id"], self.content(params["file_id"])
        file = {"file_id": number, "file_unique_id": f"u-{number}", "file_size": len(content)}
        return 200, file | {"file_path": f"photos/{number}"}

    def content(self, number: str) -> bytes:
        """What is in a file."""
        return self.contents.get(number, SMALL_PICTURE)

    def _get_updates(self, params: Mapping[str, str], chat: int) -> Answer:
        offset = int(params.get("offset", 0))
        self.updates = [one for one in self.updates if one["update_id"] >= offset]
        return 200, self.updates[: int(params.get("limit", 100))]
