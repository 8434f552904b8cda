"""The people's side: who there is, what they see. Shared by the page, the client and tests."""

from aiohttp import web

from sandbox import user_events, user_groups, user_press, user_send
from sandbox.people import Group, Json, Person, new_group_id
from sandbox.routes import WORLD
from sandbox.user_routes import Asked, asked
from sandbox.views import chat_messages, chats_of

NAMES = ("first_name", "last_name", "username", "language_code", "note")


def add_routes(app: web.Application) -> None:
    router = app.router
    router.add_get("/user/state", asked(state))
    router.add_post("/user/people", asked(add_person))
    router.add_post("/user/groups", asked(add_group))
    router.add_get("/user/files/{unique}", file)
    user_events.add_routes(app)
    router.add_get("/user/{person}/chats", asked(chats))
    router.add_get("/user/{person}/chats/{chat}/messages", asked(messages))
    user_send.add_routes(app)
    user_press.add_routes(app)
    user_groups.add_routes(app)


def state(ask: Asked) -> Json:
    world = ask.world
    return {
        "bot": {**world.bot.as_me(), "commands": world.bot.default_commands},
        "people": [person.as_json() for person in world.people.values()],
        "groups": [g.as_json() for g in world.groups.values() if g.migrated_to is None],
        "seq": world.events.seq,
    }


def add_person(ask: Asked) -> Json:
    """Idempotent: the same id again changes what is given and keeps the rest."""
    world = ask.world
    number = int(ask.body.get("id") or 0) or max(world.people, default=100) + 1
    person = world.people.get(number)
    if person is None:
        person = Person(number, str(ask.need("first_name")))
        world.people[number] = person
        world.events.put("chat", number, person=number)
    for name in NAMES:
        if ask.body.get(name) is not None:
            setattr(person, name, str(ask.body[name]))
    world.changed.fire()
    return person.as_json()


def add_group(ask: Asked) -> Json:
    """Idempotent on id. The first member is its creator; the bot is not in it yet."""
    world = ask.world
    kind = ask.body.get("type") or "group"
    number = int(ask.body.get("id") or 0) or new_group_id(kind)
    members = [world.person(int(member)).id for member in ask.body.get("members") or []]
    group = world.groups.get(number)
    if group is None:
        group = Group(number, str(ask.need("title")), kind)
        world.groups[number] = group
        world.events.put("chat", number)
    if "hides_members" in ask.body:
        group.hides_members = bool(ask.body["hides_members"])
    group.admins = [int(admin) for admin in ask.body.get("admins") or group.admins]
    group.members += [member for member in members if member not in group.members]
    world.changed.fire()
    return group.as_json()


def chats(ask: Asked) -> Json:
    return {"seq": ask.world.events.seq, "chats": chats_of(ask.world, ask.person.id)}


def messages(ask: Asked) -> Json:
    seen = chat_messages(ask.world, ask.person.id, ask.chat_id)
    return {"seq": ask.world.events.seq, "messages": seen}


async def file(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    found = world.files.by_unique.get(request.match_info["unique"])
    if found is None:
        raise web.HTTPNotFound(text="no such file")
    safe = found.mime.startswith(("image/", "video/", "audio/")) and "svg" not in found.mime
    disposition = "inline" if safe else "attachment"
    return web.Response(
        body=world.files.content(found),
        content_type=found.mime if safe else "application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff", "Content-Disposition": disposition},
    )
