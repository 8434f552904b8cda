"""Answering a pressed button."""

from aiogram.methods import AnswerCallbackQuery

from sandbox import utf16
from sandbox.calls import Call, answers
from sandbox.people import Json
from sandbox.refusals import QUERY_TOO_OLD, bad

ANSWERABLE_SECONDS = 15 * 60
MOST_TEXT = 200


@answers(AnswerCallbackQuery)
def answer_callback_query(call: Call[AnswerCallbackQuery]) -> bool:
    """A query can be answered once, and only while it is fresh."""
    world = call.world
    callback = world.callbacks.get(call.method.callback_query_id)
    if (
        callback is None
        or callback.answer is not None
        or world.clock.time() - callback.at > ANSWERABLE_SECONDS
    ):
        raise bad(QUERY_TOO_OLD)
    text = call.method.text or ""
    if utf16.length(text) > MOST_TEXT:
        raise bad("MESSAGE_TOO_LONG")
    answer: Json = {
        "text": text or None,
        "show_alert": bool(call.method.show_alert),
        "url": call.method.url,
    }
    callback.answer = answer
    world.events.put(
        "callback_answer",
        callback.chat_id,
        callback.message_id,
        callback.person,
        {"callback_query_id": callback.id, "answer": answer},
    )
    return True
