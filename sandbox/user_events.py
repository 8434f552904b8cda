"""Following what happens: a long poll for tests, a stream of server-sent events for the page."""

import json
import time

from aiohttp import web

from sandbox.events import Event
from sandbox.people import Json
from sandbox.routes import WORLD
from sandbox.views import event_seen
from sandbox.world import World

KEEP_ALIVE_SECONDS = 15.0
LONGEST_POLL = 60.0
LOOK_AGAIN_SECONDS = 5.0  # somebody who waits may meanwhile have joined another group


def add_routes(app: web.Application) -> None:
    app.router.add_get("/user/events", events)
    app.router.add_get("/user/stream", stream)


def _number(text: str | None, fallback: float) -> float:
    try:
        return float(text) if text else fallback
    except ValueError:
        return fallback


def _concerns(world: World, event: Event, person: int | None) -> bool:
    """Whether that person may see the event (None: everybody's)."""
    if person is None:
        return True
    if event.person not in {None, person}:
        return False
    group = world.groups.get(event.chat_id)
    return person in group.members if group is not None else event.chat_id == person


async def events(request: web.Request) -> web.Response:
    """`after`, `timeout` and, to see with one person's eyes only, `person`."""
    world = request.app[WORLD]
    query = request.query
    after = int(_number(query.get("after"), world.events.seq))
    person = int(query["person"]) if query.get("person", "").lstrip("-").isdigit() else None
    seconds = min(_number(query.get("timeout"), 0.0), LONGEST_POLL)
    after, found = await _wait(world, after, person, time.monotonic() + seconds)
    return web.json_response({"seq": after, "events": found})


async def _wait(
    world: World, after: int, person: int | None, until: float
) -> tuple[int, list[Json]]:
    """The next events behind `after` that concern the person, and the number they end at."""
    while True:
        newer = world.events.after(after)
        found = [event_seen(world, e) for e in newer if _concerns(world, e, person)]
        after = newer[-1].seq if newer else after
        left = until - time.monotonic()
        if found or left <= 0 or world.events.signal.closed:
            return after, found
        if not newer:
            await _next_event(world, person, left)


async def _next_event(world: World, person: int | None, seconds: float) -> None:
    if person is None:
        await world.events.signal.wait(seconds)
        return
    groups = [group.id for group in world.groups.values() if person in group.members]
    with world.events.watching([person, *groups]) as signal:
        await signal.wait(min(seconds, LOOK_AGAIN_SECONDS))


async def stream(request: web.Request) -> web.StreamResponse:
    """All events from now on, or from behind `Last-Event-ID`."""
    world = request.app[WORLD]
    last = request.headers.get("Last-Event-ID") or request.query.get("after")
    seq = int(_number(last, world.events.seq))
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
    )
    await response.prepare(request)
    try:
        await response.write(b": hello\n\n")
        while not world.events.signal.closed:
            newer = world.events.after(seq)
            for event in newer:
                seen = json.dumps(event_seen(world, event), ensure_ascii=False)
                await response.write(f"id: {event.seq}\ndata: {seen}\n\n".encode())
                seq = event.seq
            if newer or await world.events.signal.wait(KEEP_ALIVE_SECONDS):
                continue
            if not world.events.signal.closed:
                await response.write(b": still here\n\n")
    except ConnectionError:
        pass  # the reader has gone
    return response
