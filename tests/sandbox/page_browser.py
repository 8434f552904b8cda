"""Where Chromium is and how the tests of the chat page start it."""

import os
import shutil
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, ViewportSize

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
MISSING = "needs Chromium: install it (apt-get install chromium) or name it in CIKAR_CHROMIUM"

Visit = Callable[..., Awaitable[Page]]


def chromium() -> str:
    """Where Chromium is; without it the test is skipped, and under CI it fails."""
    found = os.environ.get("CIKAR_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING, pytrace=False)
        pytest.skip(MISSING)
    return found
