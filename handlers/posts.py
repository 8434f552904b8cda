"""The desk's page of posts to other systems: what left today, what waits, what was given up."""

import os
from datetime import datetime, time
from urllib.parse import urlsplit

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.clock import WIB, today
from bot.rules.roles import Act
from bot.settings import WebhookTarget
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.calls import Calls, Row, fitting, label, pressed_message, shown, toast
from storage import post_desk
from storage.post_desk import MOST, FailedPost, PostAccount

PAGE = 10


def router() -> Router:
    routes = Router(name="posts")
    routes.callback_query.middleware(Needs(Act.ADMIN_DESK))
    routes.callback_query.register(_list_pressed, Pressed("wp:l"), Private())
    routes.callback_query.register(_failed_pressed, Pressed("wp:f:"), Private())
    routes.callback_query.register(_again_pressed, Pressed("wp:r:"), Private())
    return routes


async def _list_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    text, rows = await _addresses(work)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _addresses(work: Work) -> tuple[str, list[Row]]:
    """Every address of the settings in numbers."""
    viewer = require(work.person, Act.ADMIN_DESK)
    targets = {target.name: target for target in work.around.settings.webhooks}
    began = datetime.combine(today(work.now), time(), WIB)
    found = await post_desk.accounts(await work.session(), viewer, list(targets), began)
    lines = [work.say("posts-head" if found else "posts-none")]
    lines += [_told(work, targets[one.target], one) for one in found]
    rows: list[Row] = []
    for one in found:
        if one.failed:
            count = _capped(one.failed)
            key = label(work, "posts-failed-button", name=one.target, count=count)
            rows.append([(key, f"wp:f:{one.target}:")])
    rows.append([(label(work, "admin-back"), "m:admin")])
    return "\n\n".join(lines[: 1 + fitting(lines[1:])] if found else lines), rows


def _told(work: Work, target: WebhookTarget, one: PostAccount) -> str:
    """An address by its name and host: its path and query may hold a secret."""
    text = work.say(
        "posts-line",
        name=target.name,
        host=_host(target.url),
        done=_capped(one.done_today),
        waiting=_capped(one.waiting),
        failed=_capped(one.failed),
    )
    if one.next_at is not None:
        text += "\n" + work.say("posts-trouble", why=_why(one), at=one.next_at)
    if not os.environ.get(target.secret_env):
        text += "\n" + work.say("posts-no-secret", variable=target.secret_env)
    return text


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "–"
    except ValueError:
        return "–"


def _capped(count: int) -> str:
    return str(count) if count < MOST else f"{MOST - 1}+"


def _why(one: PostAccount | FailedPost) -> str:
    return one.outcome or f"HTTP {one.status}"


async def _failed_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    name, _, after = rest.partition(":")
    text, rows = await _given_up(work, name, _number(after))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


def _number(text: str) -> int:
    """A post's id as a button carries it; 0, the first page, for anything else."""
    try:
        found = int(text, 16) if len(text) <= 16 else 0
    except ValueError:
        return 0
    return found if 0 < found < 2**63 else 0


async def _given_up(work: Work, name: str, after: int) -> tuple[str, list[Row]]:
    """One page of what was given up for an address."""
    viewer = require(work.person, Act.ADMIN_DESK)
    found = await post_desk.failed(await work.session(), viewer, name, after=after, limit=PAGE + 1)
    told = [_failed_line(work, one) for one in found[:PAGE]]
    count = fitting(told)
    lines = [work.say("posts-failed-head", name=name) if found else work.say("admin-empty")]
    rows: list[Row] = []
    if found:
        lines += told[:count]
        rows.append([(label(work, "posts-again"), f"wp:r:{name}")])
    if len(found) > count:
        rows.append([(label(work, "list-older"), f"wp:f:{name}:{found[count - 1].id:x}")])
    rows.append([(label(work, "posts-back"), "wp:l")])
    return "\n\n".join(lines), rows


def _failed_line(work: Work, one: FailedPost) -> str:
    return work.say(
        "posts-failed-line",
        receipt=one.receipt,
        event=label(work, f"posts-event-{one.event}"),
        why=_why(one),
        at=one.at,
    )


async def _again_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer = require(work.person, Act.ADMIN_DESK)
    count = await post_desk.try_again(await work.session(), viewer, rest, work.now)
    work.wake()
    key = "posts-tried-again" if count else "posts-nothing-to-try"
    text, rows = await _addresses(work)
    words = toast(query, label(work, key, count=str(count)) if count else label(work, key))
    return [words, shown(work, pressed_message(query), text, rows)]
