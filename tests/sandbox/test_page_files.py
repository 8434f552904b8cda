"""The page's files: served with their types, nothing else beside them, nothing from outside."""

import re

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from sandbox.page import CONTENT_TYPES, FOLDER, add_routes


async def serve(path: str) -> tuple[int, str, str]:
    """Status, content type and policy of that path."""
    app = web.Application()
    add_routes(app)
    async with TestClient(TestServer(app)) as client, client.get(path) as answer:
        policy = answer.headers.get("Content-Security-Policy", "")
        return answer.status, answer.headers["Content-Type"], policy


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/", "text/html"), ("/page/app.js", "text/javascript"), ("/page/base.css", "text/css")],
)
async def test_files_have_their_types_and_a_policy(path: str, kind: str) -> None:
    status, found, policy = await serve(path)
    assert (status, found) == (200, f"{kind}; charset=utf-8")
    assert policy.startswith("default-src 'self'")


@pytest.mark.parametrize(
    "name",
    ["..%2fpage.py", "%2e%2e%2fpage.py", "..%5cpage.py", "%2fetc%2fpasswd", "nothing.js", "."],
)
async def test_nothing_outside_the_folder_is_given(name: str) -> None:
    status, _, _ = await serve(f"/page/{name}")
    assert status == 404


def test_nothing_comes_from_another_address() -> None:
    outside = re.compile(r"""(?:src|href|from|url|import)\s*[=(]?\s*["'(]?(?:https?:)?//""")
    for path in FOLDER.iterdir():
        assert path.suffix in CONTENT_TYPES
        assert not outside.search(path.read_text("utf-8")), path.name


def test_every_file_named_is_there() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    for path in FOLDER.iterdir():
        text = path.read_text("utf-8")
        wanted = set(re.findall(r'"/page/([\w.]+)"|from "\./([\w.]+)"', text))
        assert {one or other for one, other in wanted} <= names, path.name
