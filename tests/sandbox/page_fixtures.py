"""Chromium for the tests of the chat page: one browser a module, a fresh page a test.

A module asks for it with `pytest_plugins = ["tests.sandbox.page_fixtures"]`.
"""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from sandbox.limits import Limits
from sandbox.server import Sandbox
from tests.sandbox.page_bot import EchoBot
from tests.sandbox.page_browser import DESKTOP, QUIET, Visit, chromium
from tests.sandbox.page_steps import settle


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    """`await visit(url, viewport)` opens a page; script errors and calls outside fail the test."""
    troubles: list[str] = []
    contexts = []

    async def open_page(url: str, viewport: ViewportSize = DESKTOP) -> Page:
        context = await browser.new_context(viewport=viewport, locale="id-ID")
        contexts.append(context)
        page = await context.new_page()
        home = url.split("/#")[0].rstrip("/")
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(f"dialog {dialog.message}"))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((home, "data:", "blob:"))
                else troubles.append(f"outside: {request.url}")
            ),
        )
        await page.goto(url)
        return page

    yield open_page
    for context in contexts:
        await context.close()
    assert troubles == []


@pytest_asyncio.fixture(loop_scope="module")
async def live() -> AsyncIterator[Sandbox]:
    """A running sandbox without rate limits."""
    async with Sandbox(limits=Limits.off()) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def pokja(live: Sandbox) -> int:
    """Sari and Budi and their group with the bot in it; the group's id."""
    return await settle(live.base_url)


@pytest_asyncio.fixture(loop_scope="module")
async def echo(live: Sandbox, pokja: int) -> AsyncIterator[EchoBot]:
    async with EchoBot(live.base_url, live.token) as running:
        yield running
