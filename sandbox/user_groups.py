"""What happens to a group: the bot comes and goes, people do, and it becomes a supergroup."""

from aiohttp import web

from sandbox.messages import bot_member_update, post, tell_bot
from sandbox.people import Group, Json, new_group_id
from sandbox.refusals import bad
from sandbox.user_routes import Asked, asked
from sandbox.user_send import text_contents


def add_routes(app: web.Application) -> None:
    acts = (
        add_bot,
        kick_bot,
        mute_bot,
        unmute_bot,
        migrate,
        join,
        leave,
        topic,
        close_topic,
        delete_topic,
        delete_group,
    )
    for act in acts:
        app.router.add_post(f"/user/{{person}}/groups/{{chat}}/{act.__name__}", asked(act))


def _answer(ask: Asked, updates: list[int | None], **more: object) -> Json:
    ask.world.changed.fire()
    numbers = [number for number in updates if number is not None]
    return {"update_ids": numbers, "seq": ask.world.events.seq, **more}


def _open_group(ask: Asked) -> Group:
    group = ask.group
    if group.migrated_to is not None:
        raise bad(f"the group {group.id} has become {group.migrated_to}")
    return group


def _set_bot(ask: Asked, group: Group, status: str) -> int | None:
    old, group.bot_status = group.bot_status, status
    return bot_member_update(ask.world, group.id, ask.person.as_user(), old, status)


def add_bot(ask: Asked) -> Json:
    """Adds the bot (again); with a payload also says `/start@bot payload`, as startgroup does."""
    world, group, user = ask.world, _open_group(ask), ask.person.as_user()
    was_in = group.has_bot
    admin = bool(ask.body.get("admin"))
    updates = [_set_bot(ask, group, "administrator" if admin else "member")]
    if not was_in:
        joined = post(world, group.id, user, {"new_chat_members": [world.bot.as_user()]})
        updates.append(tell_bot(world, joined))
    if payload := ask.body.get("payload"):
        said = text_contents(f"/start@{world.bot.username} {payload}")[0]
        updates.append(tell_bot(world, post(world, group.id, user, said)))
    return _answer(ask, updates)


def kick_bot(ask: Asked) -> Json:
    group = _open_group(ask)
    updates = [_set_bot(ask, group, "kicked")]
    post(ask.world, group.id, ask.person.as_user(), {"left_chat_member": ask.world.bot.as_user()})
    return _answer(ask, updates)


def mute_bot(ask: Asked) -> Json:
    """Takes the bot's right to write."""
    return _answer(ask, [_set_bot(ask, _open_group(ask), "restricted")])


def unmute_bot(ask: Asked) -> Json:
    return _answer(ask, [_set_bot(ask, _open_group(ask), "member")])


def migrate(ask: Asked) -> Json:
    """Makes a supergroup of the group: a new id, new message numbers, a service message in each."""
    world, old = ask.world, _open_group(ask)
    if old.type != "group":
        raise bad("only a basic group can be upgraded")
    new = Group(
        new_group_id("supergroup"),
        old.title,
        "supergroup",
        list(old.members),
        list(old.admins),
        old.bot_status,
        hides_members=old.hides_members,
    )
    world.groups[new.id] = new
    user = ask.person.as_user()
    leaving = post(world, old.id, user, {"migrate_to_chat_id": new.id})
    arriving = post(world, new.id, user, {"migrate_from_chat_id": old.id})
    updates = [tell_bot(world, leaving), tell_bot(world, arriving)]
    old.migrated_to = new.id
    world.events.put("chat", old.id, more={"migrated_to": new.id})
    world.events.put("chat", new.id)
    return _answer(ask, updates, chat_id=new.id)


def _member_update(ask: Asked, group: Group, old: str, new: str) -> int | None:
    user = ask.person.as_user()
    body: Json = {
        "chat": group.as_chat(),
        "from": user,
        "date": int(ask.world.clock.time()),
        "old_chat_member": {"user": user, "status": old},
        "new_chat_member": {"user": user, "status": new},
    }
    ask.world.events.put("chat", group.id)
    return ask.world.updates.put("chat_member", body, group.id) if group.has_bot else None


def join(ask: Asked) -> Json:
    group, person = _open_group(ask), ask.person
    if person.id in group.members:
        return _answer(ask, [])
    group.members.append(person.id)
    updates = [_member_update(ask, group, "left", "member")]
    user = person.as_user()
    joined = post(ask.world, group.id, user, {"new_chat_members": [user]})
    return _answer(ask, [*updates, tell_bot(ask.world, joined)])


def leave(ask: Asked) -> Json:
    group, person = _open_group(ask), ask.person
    if person.id not in group.members:
        return _answer(ask, [])
    group.members.remove(person.id)
    updates = [_member_update(ask, group, "member", "left")]
    user = person.as_user()
    left = post(ask.world, group.id, user, {"left_chat_member": user})
    return _answer(ask, [*updates, tell_bot(ask.world, left)])


def topic(ask: Asked) -> Json:
    """Opens a topic in a supergroup."""
    group = _open_group(ask)
    content = {"forum_topic_created": {"name": str(ask.need("name")), "icon_color": 7322096}}
    entry = post(ask.world, group.id, ask.person.as_user(), content)
    group.topics[str(entry.id)] = "open"
    return _answer(ask, [tell_bot(ask.world, entry)], message_thread_id=entry.id)


def _end_topic(ask: Asked, state: str) -> Json:
    group, thread = _open_group(ask), str(ask.need("message_thread_id"))
    if thread not in group.topics:
        raise bad("there is no such topic in the group")
    group.topics[thread] = state
    return _answer(ask, [])


def close_topic(ask: Asked) -> Json:
    """Nobody but administrators writes in it any more; bots are refused."""
    return _end_topic(ask, "closed")


def delete_topic(ask: Asked) -> Json:
    return _end_topic(ask, "deleted")


def delete_group(ask: Asked) -> Json:
    """Its creator deletes the group for everybody; the bot is told nothing."""
    _open_group(ask).deactivated = True
    return _answer(ask, [])
