"""A person presses a button, opens the bot by a link, blocks it, or goes away."""

import secrets

from aiohttp import web

from sandbox.messages import bot_member_update, for_bot, post
from sandbox.people import Json, Person
from sandbox.refusals import bad
from sandbox.user_routes import Asked, asked
from sandbox.user_send import may_write, text_contents, told
from sandbox.world import Callback, Entry, World


def add_routes(app: web.Application) -> None:
    add = app.router.add_post
    add("/user/{person}/chats/{chat}/press", asked(press))
    app.router.add_get("/user/{person}/callbacks/{id}", asked(callback))
    add("/user/{person}/start", asked(start))
    add("/user/{person}/block", asked(block))
    add("/user/{person}/unblock", asked(unblock))
    add("/user/{person}/deactivate", asked(deactivate))


def press(ask: Asked) -> Json:
    """Presses an inline button, by label, place or data (which may be forged); twice if asked."""
    world, person, chat_id = ask.world, ask.person, ask.chat_id
    entry = world.entry(chat_id, int(ask.need("message_id")))
    if entry is None:
        raise bad("that message is not there any more")
    if chat_id == person.id:
        may_write(person, chat_id)
    data = _data(ask.body, entry)
    pressed = [
        _query(world, person, entry, data) for _ in range(2 if ask.body.get("double") else 1)
    ]
    callback_id, update_id = pressed[-1]
    return {
        "callback_query_id": callback_id,
        "update_id": update_id,
        "callback_query_ids": [number for number, _ in pressed],
        "update_ids": [number for _, number in pressed if number is not None],
        "seq": world.events.seq,
    }


def _data(body: Json, entry: Entry) -> str:
    if body.get("data") is not None:
        return str(body["data"])
    rows = (entry.message.get("reply_markup") or {}).get("inline_keyboard") or []
    if body.get("index") is not None:
        row, column = body["index"]
        try:
            button: Json = rows[row][column]
        except IndexError:
            raise bad("there is no button in that place") from None
    else:
        button = _labelled(rows, str(body.get("label") or ""))
    if "callback_data" not in button:
        raise bad(f"the button “{button['text']}” sends nothing to the bot")
    return str(button["callback_data"])


def _labelled(rows: list[list[Json]], label: str) -> Json:
    buttons = [button for row in rows for button in row]
    for fits in (str.__eq__, str.startswith):
        for button in buttons:
            if label and fits(button["text"], label):
                return button
    raise bad(f"there is no button “{label}” in that message")


def _query(world: World, person: Person, entry: Entry, data: str) -> tuple[str, int | None]:
    number = str(secrets.randbelow(9 * 10**17) + 10**17)
    pressed = Callback(number, person.id, entry.chat_id, entry.id, world.clock.time())
    world.callbacks[number] = pressed
    body = {
        "id": number,
        "from": person.as_user(),
        "message": for_bot(world, entry),
        "chat_instance": str(abs(entry.chat_id) * 7919),
        "data": data,
    }
    world.changed.fire()
    return number, world.updates.put("callback_query", body, entry.chat_id)


def callback(ask: Asked) -> Json:
    """`answer` is what the bot answered, or null."""
    pressed = ask.world.callbacks.get(ask.request.match_info["id"])
    if pressed is None or pressed.person != ask.person.id:
        raise bad("there is no such callback query")
    return {"answer": pressed.answer, "seq": ask.world.events.seq}


def start(ask: Asked) -> Json:
    """Opens the bot by its link: unblocks it and sends /start with the payload."""
    world, person = ask.world, ask.person
    if person.blocked:
        _set_blocked(world, person, blocked=False)
    may_write(person, person.id)
    payload = str(ask.body.get("payload") or "")
    if payload and not (len(payload) <= 64 and payload.replace("-", "").replace("_", "").isalnum()):
        raise bad("a payload has at most 64 of A-Z a-z 0-9 _ -")
    contents = text_contents(f"/start {payload}".strip())
    return told(world, [post(world, person.id, person.as_user(), content) for content in contents])


def _set_blocked(world: World, person: Person, *, blocked: bool) -> int | None:
    person.blocked = blocked
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    return bot_member_update(world, person.id, person.as_user(), old, new)


def _blocking(ask: Asked, *, blocked: bool) -> Json:
    person = ask.person
    updates: list[int] = []
    if person.blocked != blocked:
        number = _set_blocked(ask.world, person, blocked=blocked)
        updates = [] if number is None else [number]
    return {"update_ids": updates, "seq": ask.world.events.seq}


def block(ask: Asked) -> Json:
    return _blocking(ask, blocked=True)


def unblock(ask: Asked) -> Json:
    return _blocking(ask, blocked=False)


def deactivate(ask: Asked) -> Json:
    """The person deletes their account."""
    person = ask.person
    person.deactivated = True
    ask.world.events.put("chat", person.id, person=person.id)
    ask.world.changed.fire()
    return {"seq": ask.world.events.seq}
