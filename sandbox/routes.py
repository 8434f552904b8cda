"""The addresses a bot calls: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio

from aiohttp import web

from sandbox.dispatch import Dispatcher
from sandbox.faults import FILE, Fault
from sandbox.params import read
from sandbox.refusals import Refusal
from sandbox.world import World

WORLD: web.AppKey[World] = web.AppKey("world", World)
DISPATCHER: web.AppKey[Dispatcher] = web.AppKey("dispatcher", Dispatcher)
JSON = "application/json"


def add_routes(app: web.Application) -> None:
    app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", bot_call)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", bot_file)


def _refused(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.as_json(), status=refusal.code)


async def bot_call(request: web.Request) -> web.StreamResponse:
    if request.match_info["token"] not in request.app[WORLD].tokens:
        return _refused(Refusal(401, "Unauthorized"))
    try:
        params, uploads = await read(request)
    except Refusal as refusal:
        return _refused(refusal)
    except web.HTTPRequestEntityTooLarge:
        return _refused(Refusal(413, "Request Entity Too Large"))
    agent = request.headers.get("User-Agent", "")
    method = request.match_info["method"]
    answer = await request.app[DISPATCHER].answer(method, params, uploads, agent)
    if answer.text is None:
        return broken(request)
    return web.Response(text=answer.text, status=answer.status, content_type=JSON)


def broken(request: web.Request) -> web.StreamResponse:
    """Closes the connection without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def bot_file(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    if request.match_info["token"] not in world.tokens:
        return _refused(Refusal(401, "Unauthorized"))
    await asyncio.sleep(world.faults.latency(FILE))
    fault = world.faults.draw(FILE)
    if fault is Fault.DROP_BEFORE:
        return broken(request)
    if fault in {Fault.SERVER_ERROR, Fault.FLOOD}:
        return web.Response(status=429 if fault is Fault.FLOOD else world.faults.faults.error_code)
    file = world.files.at(request.match_info["path"], world.clock.time())
    if file is None:
        return _refused(Refusal(404, "Not Found"))
    # Telegram names no better type for any file of a bot.
    content, kind = world.files.content(file), "application/octet-stream"
    if fault is Fault.DROP_AFTER:
        return await _half(request, content, kind)
    return web.Response(body=content, content_type=kind)


async def _half(request: web.Request, content: bytes, kind: str) -> web.StreamResponse:
    """Half a file, then the connection breaks."""
    response = web.StreamResponse(headers={"Content-Type": kind})
    response.content_length = len(content)
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    return broken(request)
