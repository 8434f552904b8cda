"""The workshop's side: limits, faults, the clock, the log of calls, replaying an update."""

from dataclasses import fields, replace
from typing import Any

from aiohttp import web

from sandbox.faults import Faults
from sandbox.limits import Limits
from sandbox.people import Json
from sandbox.refusals import bad
from sandbox.user_routes import Asked, asked

MOST_LOG_ROWS = 50_000


def add_routes(app: web.Application) -> None:
    router = app.router
    router.add_post("/control/limits", asked(set_limits))
    router.add_post("/control/faults", asked(set_faults))
    router.add_post("/control/clock", asked(advance))
    router.add_post("/control/bot", asked(set_bot))
    router.add_post("/control/updates/replay", asked(replay))
    router.add_get("/control/log", asked(log))
    router.add_get("/control/pending", asked(pending))


def _known(kind: Any, body: Json) -> Json:
    names = {field.name for field in fields(kind)}
    if unknown := sorted(set(body) - names):
        raise bad(f"{kind.__name__} has no {', '.join(unknown)}; it has {', '.join(sorted(names))}")
    return body


def set_limits(ask: Asked) -> Json:
    """`{"off": true}` switches all off; else what is given replaces Telegram's figure."""
    limiter = ask.world.limiter
    if ask.body.pop("off", False):
        limiter.set(replace(Limits.off(), **_known(Limits, ask.body)))
    else:
        limiter.set(Limits(**_known(Limits, ask.body)))
    return {field.name: getattr(limiter.limits, field.name) for field in fields(Limits)}


def set_faults(ask: Asked) -> Json:
    """What is not given is off: `{}` ends all trouble."""
    body = _known(Faults, ask.body)
    if body.get("methods") is not None:
        body["methods"] = tuple(body["methods"])
    ask.world.faults.set(Faults(**body))
    faults = ask.world.faults.faults
    return {field.name: getattr(faults, field.name) for field in fields(Faults)}


def advance(ask: Asked) -> Json:
    ask.world.clock.advance(float(ask.body.get("advance") or 0))
    ask.world.updates.expire()
    ask.world.changed.fire()
    return {"now": ask.world.clock.time()}


def set_bot(ask: Asked) -> Json:
    """`privacy_mode` on or off, as one would with BotFather."""
    bot = ask.world.bot
    if "privacy_mode" in ask.body:
        bot.privacy_mode = bool(ask.body["privacy_mode"])
    return bot.as_me()


def replay(ask: Asked) -> Json:
    """The same update once more, under its own number."""
    number = int(ask.need("update_id"))
    if not ask.world.updates.replay(number):
        raise bad(f"the sandbox remembers no update {number}")
    return {"update_id": number}


def log(ask: Asked) -> Json:
    after = int(ask.request.query.get("after") or 0)
    rows = [row for row in ask.world.log if row["n"] > after]
    return {"n": ask.world.calls, "calls": rows}


def pending(ask: Asked) -> Json:
    ask.world.updates.expire()
    return {"pending": len(ask.world.updates.waiting)}
