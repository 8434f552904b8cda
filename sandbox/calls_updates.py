"""How the bot gets its updates: asking for them, or being called."""

import re
import time

from aiogram.methods import DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook

from sandbox.calls import Call, answers
from sandbox.people import Json
from sandbox.refusals import bad, conflict
from sandbox.updates import Waiting
from sandbox.world import Hook, World

MOST_UPDATES = 100
LONGEST_POLL = 50
LOCAL = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\])([:/]|$)")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class RawJson(str):
    """JSON already written, to be sent as it is."""

    __slots__ = ()


@answers(GetUpdates)
async def get_updates(call: Call[GetUpdates]) -> RawJson:
    """Long polling: what lies below the offset is forgotten, the rest comes again and again."""
    world, method = call.world, call.method
    if world.hook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    queue = world.updates
    poll = queue.begin_poll()
    queue.allow(method.allowed_updates)
    if method.offset:
        queue.acknowledge(method.offset)
        world.changed.fire()
    limit = min(method.limit or MOST_UPDATES, MOST_UPDATES)
    seconds = min(max(method.timeout or 0, 0), LONGEST_POLL)
    batch = await _wait(world, poll, limit, seconds)
    return RawJson("[" + ",".join(update.text for update in batch) + "]")


async def _wait(world: World, poll: int, limit: int, seconds: float) -> list[Waiting]:
    queue = world.updates
    until = time.monotonic() + seconds
    while True:
        if batch := queue.batch(limit):
            return batch
        left = until - time.monotonic()
        if left <= 0 or queue.signal.closed:
            return []
        await queue.signal.wait(left)
        if not queue.is_current(poll):
            raise conflict(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
        if world.hook.url:
            raise conflict("terminated by setWebhook request")


@answers(SetWebhook)
def set_webhook(call: Call[SetWebhook]) -> bool:
    world, method = call.world, call.method
    url = method.url.strip()
    if url and not url.startswith("https://") and not LOCAL.match(url):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if method.secret_token and not SECRET.fullmatch(method.secret_token):
        raise bad("secret token contains unallowed characters")
    if method.max_connections is not None and not 1 <= method.max_connections <= 100:
        raise bad("max_connections must be between 1 and 100")
    world.updates.allow(method.allowed_updates)
    if method.drop_pending_updates:
        world.updates.waiting.clear()
    world.hook = Hook(
        url=url, secret=method.secret_token, max_connections=method.max_connections or 40
    )
    world.updates.signal.fire()
    world.changed.fire()
    return True


@answers(DeleteWebhook)
def delete_webhook(call: Call[DeleteWebhook]) -> bool:
    if call.method.drop_pending_updates:
        call.world.updates.waiting.clear()
    call.world.hook = Hook()
    call.world.updates.signal.fire()
    call.world.changed.fire()
    return True


@answers(GetWebhookInfo)
def get_webhook_info(call: Call[GetWebhookInfo]) -> Json:
    world, hook = call.world, call.world.hook
    world.updates.expire()
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
    if hook.last_error_at is not None:
        info["last_error_date"] = int(hook.last_error_at)
        info["last_error_message"] = hook.last_error
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info
