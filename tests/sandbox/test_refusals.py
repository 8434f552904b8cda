"""Each refusal has Telegram's code and Telegram's words."""

import json
from typing import Any

import pytest

from sandbox.client import SandboxClient
from sandbox.client_person import Person
from sandbox.refusals import NOT_MODIFIED, QUERY_TOO_OLD
from tests.sandbox.conftest import Api

TWO_DAYS = 48 * 3600


@pytest.fixture
async def siti(people: SandboxClient) -> Person:
    return await people.person("Siti", id=101, started=True)


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


BUTTON = {"text": "Ya", "callback_data": "ya"}
MANY = {"inline_keyboard": [[BUTTON] * 5 for _ in range(20)] + [[BUTTON]]}
LONG_DATA = {**BUTTON, "callback_data": "é" * 33}
NO_ACTION = "Text buttons are unallowed in the inline keyboard"
NOT_CLOSED = "can't parse entities: Can't find end tag corresponding to start tag \"b\""
RESERVED = "Character '.' is reserved and must be escaped with the preceding '\\'"
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"text": " \n "}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": "a" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "a", "chat_id": 999}, "chat not found"),
    ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
    ({"text": "a", "reply_markup": inline(LONG_DATA)}, "BUTTON_DATA_INVALID"),
    (
        {"text": "a", "reply_markup": inline({"text": "Ya"})},
        f"can't parse inline keyboard button: {NO_ACTION}",
    ),
    ({"text": "a", "reply_markup": MANY}, "REPLY_MARKUP_TOO_LONG"),
    ({"text": "a", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"text": "a", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
    ({"text": "<b>a", "parse_mode": "HTML"}, NOT_CLOSED),
    ({"text": "a.b", "parse_mode": "MarkdownV2"}, f"can't parse entities: {RESERVED}"),
    ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
]


@pytest.mark.parametrize(("params", "words"), REFUSED)
async def test_a_text_telegram_would_refuse(
    api: Api, siti: Person, params: dict[str, Any], words: str
) -> None:
    refusal = await api.refused("sendMessage", **{"chat_id": siti.id, **params})
    assert refusal == (400, f"Bad Request: {words}")


async def test_what_just_fits_is_taken(api: Api, siti: Person) -> None:
    longest = await api(
        "sendMessage", chat_id=101, text="<b>" + "a" * 4096 + "</b>", parse_mode="HTML"
    )
    assert len(longest["text"]) == 4096
    data = {"text": "Ya", "callback_data": "a" * 64}
    full = {"inline_keyboard": [[data] * 5 for _ in range(20)]}
    await api("sendMessage", chat_id=101, text="a", reply_markup=full)


async def test_who_cannot_be_written_to(api: Api, people: SandboxClient, siti: Person) -> None:
    await people.person("Dewi", id=102)
    assert await api.refused("sendMessage", chat_id=102, text="a") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    await siti.blocks()
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert await api.refused("sendMessage", chat_id=101, text="a") == blocked
    await siti.unblocks()
    await api("sendMessage", chat_id=101, text="a")
    await siti.deactivates()
    gone = (403, "Forbidden: user is deactivated")
    assert await api.refused("sendMessage", chat_id=101, text="a") == gone


async def test_editing(api: Api, siti: Person) -> None:
    sent = await api("sendMessage", chat_id=101, text="satu", reply_markup=inline(BUTTON))
    where = {"chat_id": 101, "message_id": sent["message_id"]}
    same = {**where, "text": "satu", "reply_markup": inline(BUTTON)}
    assert await api.refused("editMessageText", **same) == (400, f"Bad Request: {NOT_MODIFIED}")
    edited = await api("editMessageText", **where, text="satu")
    assert "reply_markup" not in edited
    missing = await api.refused("editMessageText", chat_id=101, message_id=99, text="a")
    assert missing == (400, "Bad Request: message to edit not found")
    others = await api.refused("editMessageText", chat_id=101, message_id=1, text="a")
    assert others == (400, "Bad Request: message can't be edited")
    caption = await api.refused("editMessageCaption", **where, caption="a")
    assert caption == (400, "Bad Request: there is no caption in the message to edit")
    keyboard = {"keyboard": [[{"text": "Ya"}]]}
    with_keyboard = await api("sendMessage", chat_id=101, text="a", reply_markup=keyboard)
    where["message_id"] = with_keyboard["message_id"]
    assert (await api.refused("editMessageText", **where, text="b"))[1].endswith("can't be edited")


async def test_deleting(api: Api, people: SandboxClient, siti: Person) -> None:
    said = (await siti.says("rahasia"))["message_ids"][0]
    assert await api("deleteMessage", chat_id=101, message_id=said)
    missing = await api.refused("deleteMessage", chat_id=101, message_id=said)
    assert missing == (400, "Bad Request: message to delete not found")
    await people.advance(TWO_DAYS)
    late = await api.refused("deleteMessage", chat_id=101, message_id=1)
    assert late == (400, "Bad Request: message can't be deleted for everyone")


async def test_in_a_group_only_an_admin_deletes_others_messages(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    group = await people.group("POKJA", [siti], with_bot=True)
    said = (await siti.in_group(group).says("/start"))["message_ids"][0]
    where = {"chat_id": group.id, "message_id": said}
    assert await api.refused("deleteMessage", **where) == (
        400,
        "Bad Request: message can't be deleted",
    )
    await group.add_bot(siti, admin=True)
    assert await api("deleteMessage", **where)


async def test_a_query_is_answered_once_and_in_time(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    await api("sendMessage", chat_id=101, text="a", reply_markup=inline(BUTTON))
    press = await siti.presses("Ya")
    query = {"callback_query_id": press["callback_query_id"]}
    assert await api("answerCallbackQuery", **query)
    assert await api.refused("answerCallbackQuery", **query) == (
        400,
        f"Bad Request: {QUERY_TOO_OLD}",
    )
    old = (await siti.presses("Ya"))["callback_query_id"]
    await people.advance(3600)
    late = await api.refused("answerCallbackQuery", callback_query_id=old)
    assert late == (400, f"Bad Request: {QUERY_TOO_OLD}")


async def test_albums_and_polls(api: Api, siti: Person) -> None:
    photo = (await siti.sends_photo())["message_ids"]
    assert photo
    file_id = (await siti.messages())[-1]["photo"]["file_id"]
    item = {"type": "photo", "media": file_id}
    for number in (1, 11):
        code, words = await api.refused("sendMediaGroup", chat_id=101, media=[item] * number)
        assert (code, "2-10" in words) == (400, True)
    assert len(await api("sendMediaGroup", chat_id=101, media=json.dumps([item] * 10))) == 10
    poll = {"chat_id": 101, "question": "?", "options": ["a", "b"]}
    assert await api("sendPoll", **poll)
    changes: list[dict[str, Any]] = [
        {"question": "?" * 301},
        {"options": []},
        {"options": ["a"] * 13},
    ]
    for change in changes:
        assert (await api.refused("sendPoll", **{**poll, **change}))[0] == 400
    code, words = await api.refused("sendPhoto", chat_id=101, photo=file_id, caption="a" * 1025)
    assert (code, words) == (400, "Bad Request: message caption is too long")


async def test_files_that_are_not_there(api: Api, siti: Person) -> None:
    wrong = (400, "Bad Request: wrong file identifier/HTTP URL specified")
    assert await api.refused("sendPhoto", chat_id=101, photo="nonsense") == wrong
    none = (400, "Bad Request: there is no photo in the request")
    assert await api.refused("sendPhoto", chat_id=101) == none
    outside = await api.refused("sendPhoto", chat_id=101, photo="https://example.org/a.jpg")
    assert outside == (400, "Bad Request: failed to get HTTP URL content")


async def test_protected_messages_stay(api: Api, siti: Person) -> None:
    sent = await api("sendMessage", chat_id=101, text="kasus", protect_content=True)
    assert sent["has_protected_content"] is True
    assert (await siti.last())["protect_content"] is True
    source = {"chat_id": 101, "from_chat_id": 101, "message_id": sent["message_id"]}
    copying = await api.refused("copyMessage", **source)
    assert copying == (400, "Bad Request: message can't be copied")
    forwarding = await api.refused("forwardMessage", **source)
    assert forwarding == (400, "Bad Request: message can't be forwarded")


async def test_unknown_and_unspoken_methods(api: Api) -> None:
    assert await api.refused("sendTelepathy") == (404, "Not Found")
    code, words = await api.refused("createInvoiceLink")
    assert (code, "does not speak createInvoiceLink" in words) == (501, True)


async def test_a_wrong_token(api: Api) -> None:
    api.token = "42:other"
    assert await api.refused("getMe") == (401, "Unauthorized")


async def test_silent_messages_are_remembered(api: Api, siti: Person) -> None:
    await api("sendMessage", chat_id=101, text="pelan", disable_notification=True)
    assert (await siti.last())["silent"] is True
