"""What the tests of the chat page do again and again, in words."""

import httpx
from playwright.async_api import Locator, Page, expect

SARI, BUDI = 1001, 1002


async def settle(url: str) -> int:
    """Adds two people and their group; returns the group's id."""
    async with httpx.AsyncClient(base_url=url) as http:
        people = [
            {"id": SARI, "first_name": "Sari", "note": "Kader"},
            {"id": BUDI, "first_name": "Budi", "note": "Aktivis PATBM"},
        ]
        for person in people:
            (await http.post("/user/people", json=person)).raise_for_status()
        group = {"title": "POKJA Mekar", "members": [SARI, BUDI]}
        made = (await http.post("/user/groups", json=group)).raise_for_status().json()
        number = int(made.get("id") or made["group"]["id"])
        (await http.post(f"/user/{SARI}/groups/{number}/add_bot", json={})).raise_for_status()
        return number


def column(page: Page, person: int, chat: int | None = None) -> Locator:
    return page.locator(f'.column[data-person="{person}"][data-chat="{chat or person}"]')


async def write(chat: Locator, text: str) -> None:
    box = chat.get_by_role("textbox", name="Pesan")
    await box.fill(text)
    await box.press("Enter")


async def start(page: Page, person: int) -> Locator:
    """Presses "Mulai" in the open chat of that person."""
    chat = column(page, person)
    await chat.get_by_role("button", name="Mulai").click()
    await expect(chat.locator(".theirs .text b")).to_have_text("semua")
    return chat


async def attach(page: Page, chat: Locator, what: str) -> None:
    await chat.get_by_role("button", name="Lampirkan").click()
    await page.get_by_role("menuitem", name=what, exact=True).click()
