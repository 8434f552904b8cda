"""The addresses a bot calls: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from aiohttp import web

from sandbox.dispatch import Dispatcher
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
    if world.faults.faults.down:
        return broken(request)
    file = world.files.by_path.get(request.match_info["path"])
    if file is None:
        return _refused(Refusal(404, "Not Found"))
    return web.Response(body=world.files.content(file), content_type="application/octet-stream")
