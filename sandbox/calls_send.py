"""Sending what is not a file: texts, places, contacts, polls, dice, and the typing sign."""

import random
import secrets
from typing import Any

from aiogram.methods import (
    SendChatAction,
    SendContact,
    SendDice,
    SendLocation,
    SendMessage,
    SendPoll,
    SendVenue,
)

from sandbox import utf16
from sandbox.calls import Call, answers
from sandbox.entities import read_text
from sandbox.people import Json
from sandbox.reach import reach
from sandbox.refusals import bad
from sandbox.sending import sent
from sandbox.validate import check_text

CHAT_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
MOST_QUESTION = 300
MOST_OPTIONS = 12
MOST_OPTION = 100


@answers(SendMessage)
def send_message(call: Call[SendMessage]) -> Json:
    return sent(call, text_content(call))


def text_content(call: Call[Any]) -> Json:
    mode = call.given("parse_mode")
    text, entities = read_text(call.method.text, mode, call.raw.get("entities"))
    check_text(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


@answers(SendLocation)
def send_location(call: Call[SendLocation]) -> Json:
    return sent(call, {"location": place(call.method.latitude, call.method.longitude)})


def place(latitude: float, longitude: float) -> Json:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}


@answers(SendVenue)
def send_venue(call: Call[SendVenue]) -> Json:
    where = place(call.method.latitude, call.method.longitude)
    venue = {"location": where, "title": call.method.title, "address": call.method.address}
    return sent(call, {"location": where, "venue": venue})


@answers(SendContact)
def send_contact(call: Call[SendContact]) -> Json:
    contact: Json = {
        "phone_number": call.method.phone_number,
        "first_name": call.method.first_name,
    }
    if call.method.last_name:
        contact["last_name"] = call.method.last_name
    return sent(call, {"contact": contact})


@answers(SendDice)
def send_dice(call: Call[SendDice]) -> Json:
    value = random.randint(1, 6)  # noqa: S311 - a die
    return sent(call, {"dice": {"emoji": call.given("emoji") or "🎲", "value": value}})


@answers(SendPoll)
def send_poll(call: Call[SendPoll]) -> Json:
    return sent(call, {"poll": poll_of(call)})


def poll_of(call: Call[SendPoll]) -> Json:
    method = call.method
    kind = method.type or "regular"
    anonymous = method.is_anonymous is not False
    correct = call.given("correct_option_ids") or call.given("correct_option_id")
    if kind == "quiz" and correct is None:
        raise bad("quiz must have at least one correct option")
    return make_poll(
        method.question,
        [option if isinstance(option, str) else option.text for option in method.options],
        kind=kind,
        anonymous=anonymous,
        several=bool(method.allows_multiple_answers),
    )


def make_poll(
    question: str,
    options: list[str],
    *,
    kind: str = "regular",
    anonymous: bool = True,
    several: bool = False,
) -> Json:
    """A Poll, or the refusal of one."""
    if not question.strip():
        raise bad("poll question must be non-empty")
    if utf16.length(question) > MOST_QUESTION:
        raise bad(f"poll question length must not exceed {MOST_QUESTION}")
    if not options:
        raise bad("poll must have at least 1 option")
    if len(options) > MOST_OPTIONS:
        raise bad(f"poll can't have more than {MOST_OPTIONS} options")
    if any(not option.strip() for option in options):
        raise bad("poll options must be non-empty")
    if any(utf16.length(option) > MOST_OPTION for option in options):
        raise bad(f"poll options length must not exceed {MOST_OPTION}")
    return {
        "id": str(secrets.randbelow(10**18)),
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": option, "voter_count": 0}
            for number, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": anonymous,
        "type": kind,
        "allows_multiple_answers": several,
        "allows_revoting": True,
        "members_only": False,
    }


@answers(SendChatAction)
def send_chat_action(call: Call[SendChatAction]) -> bool:
    if str(call.method.action) not in CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    chat_id = reach(call.world, call.method.chat_id)
    call.world.events.put("typing", chat_id, more={"action": str(call.method.action)})
    return True
