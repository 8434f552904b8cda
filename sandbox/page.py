"""Serves the chat page: plain files beside this module, under a policy that keeps them at home."""

from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "page"
CONTENT_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def add_routes(app: web.Application) -> None:
    """Adds `GET /` (the page) and `GET /page/{name}` (its scripts, styles and icon)."""
    app.router.add_get("/", _index)
    app.router.add_get("/page/{name}", _file)


async def _index(request: web.Request) -> web.StreamResponse:
    return _answer(FOLDER / "index.html")


async def _file(request: web.Request) -> web.StreamResponse:
    known = {path.name: path for path in FOLDER.iterdir() if path.suffix in CONTENT_TYPES}
    path = known.get(request.match_info["name"])  # only names listed here, never a path
    if path is None:
        raise web.HTTPNotFound(text="Tidak ada berkas dengan nama itu.")
    return _answer(path)


def _answer(path: Path) -> web.StreamResponse:
    headers = {**HEADERS, "Content-Type": f"{CONTENT_TYPES[path.suffix]}; charset=utf-8"}
    return web.FileResponse(path, headers=headers)
