"""The chat page in a real browser: several people, groups, phones, links and a restart."""

import re

import httpx
import pytest
from playwright.async_api import expect

from sandbox.limits import Limits
from sandbox.server import Sandbox
from tests.sandbox.page_bot import EchoBot
from tests.sandbox.page_browser import PHONE, Visit
from tests.sandbox.page_steps import BUDI, SARI, attach, column, settle, start, write

pytest_plugins = ["tests.sandbox.page_fixtures"]
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_two_people_side_by_side_see_their_group_at_once(
    live: Sandbox, echo: EchoBot, pokja: int, visit: Visit
) -> None:
    page = await visit(live.base_url)
    await page.get_by_role("button", name="Sari di POKJA Mekar", exact=True).click()
    await page.get_by_role("button", name="Budi di POKJA Mekar", exact=True).hover()
    await page.get_by_role("button", name="Buka Budi di POKJA Mekar di samping").click()
    left, right = column(page, SARI, pokja), column(page, BUDI, pokja)
    await write(left, "Rapat besok?")
    await expect(right.locator(".theirs .text").last).to_have_text("Rapat besok?")
    await expect(right.locator(".sender").last).to_contain_text("Sari")
    await echo.say(pokja, "Dari bot", disable_notification=True, protect_content=True)
    for chat in (left, right):
        await expect(chat.locator(".theirs .text").last).to_have_text("Dari bot")
        await expect(chat.get_by_role("img", name="Tanpa bunyi")).to_be_visible()
        await expect(chat.get_by_role("img", name=re.compile("Terlindung"))).to_be_visible()
    await right.get_by_role("button", name="Tutup kolom").click()
    await expect(page.locator(".column")).to_have_count(1)
    await page.reload()
    await expect(left.locator(".theirs .text").last).to_have_text("Dari bot")


async def test_a_message_to_a_closed_chat_counts_as_unread(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    await start(page, SARI)
    async with httpx.AsyncClient(base_url=live.base_url) as http:
        (await http.post(f"/user/{BUDI}/start", json={})).raise_for_status()
    row = page.locator(f'.row[data-chat="{BUDI}"]')
    await expect(row.locator(".badge")).to_have_text("1")
    await row.locator(".row-main").click()
    await expect(row.locator(".badge")).to_have_count(0)


async def test_on_a_phone_one_chat_fills_the_screen_and_leads_back(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(live.base_url, PHONE)
    await page.get_by_role("button", name="Sari, Kader", exact=True).click()
    chat = await start(page, SARI)
    await expect(page.get_by_role("navigation")).to_be_hidden()
    await write(chat, "/lokasi")
    await write(chat, "x" * 300)
    await attach(page, chat, "Contoh foto")
    await expect(chat.locator(".mine .photo")).to_be_visible()
    wide, inner = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= inner == PHONE["width"]
    assert await chat.locator(".scroller").evaluate("node => node.scrollWidth <= node.clientWidth")
    await chat.get_by_role("button", name="Kembali ke daftar").click()
    await expect(page.get_by_role("navigation")).to_be_visible()
    await expect(chat).to_have_count(0)


async def test_links_of_the_bot_open_here(live: Sandbox, echo: EchoBot, visit: Visit) -> None:
    me = await echo.call("getMe")
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    await echo.say(SARI, f"https://t.me/{me['username']}?start=undangan1")
    await chat.locator(".theirs .text a").last.click()
    await expect(chat.locator(".theirs .text b").last).to_have_text("undangan1")
    await chat.get_by_role("button", name="Tindakan obrolan").click()
    await page.get_by_role("menuitem", name="Buka tautan…").click()
    await page.get_by_role("textbox", name=re.compile("Tautan")).fill("kode-lain")
    await page.get_by_role("button", name="Buka", exact=True).click()
    await expect(chat.locator(".theirs .text b").last).to_have_text("kode-lain")


async def test_blocking_the_bot_closes_the_chat_until_it_is_lifted(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    await chat.get_by_role("button", name="Tindakan obrolan").click()
    await page.get_by_role("menuitem", name="Blokir bot").click()
    lift = chat.get_by_role("button", name="Buka blokir")
    await expect(lift).to_be_visible()
    await lift.click()
    await expect(chat.get_by_role("textbox", name="Pesan")).to_be_visible()


async def test_after_a_restart_of_the_server_the_page_finds_back(visit: Visit) -> None:
    async with Sandbox(limits=Limits.off()) as first:
        port = int(first.base_url.rsplit(":", 1)[1])
        await settle(first.base_url)
        async with EchoBot(first.base_url, first.token):
            page = await visit(f"{first.base_url}/#{SARI}:{SARI}")
            await start(page, SARI)
    await expect(page.get_by_text("Menyambung kembali…")).to_be_visible()
    second = Sandbox(limits=Limits.off())
    await second.start(port=port)
    try:
        await settle(second.base_url)
        async with EchoBot(second.base_url, second.token):
            await expect(page.get_by_text("Menyambung kembali…")).to_be_hidden()
            await page.get_by_role("button", name="Sari, Kader", exact=True).click()
            await expect(column(page, SARI).locator(".message")).to_have_count(0)
            await start(page, SARI)
    finally:
        await second.stop()


async def test_a_group_link_brings_the_bot_in_and_the_group_can_grow(
    live: Sandbox, echo: EchoBot, pokja: int, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{pokja}")
    chat = column(page, SARI, pokja)
    await chat.get_by_role("button", name="Tindakan obrolan").click()
    await page.get_by_role("menuitem", name="Keluarkan bot").click()
    await expect(chat.locator(".service").last).to_contain_text("mengeluarkan")
    await chat.get_by_role("button", name="Tindakan obrolan").click()
    await page.get_by_role("menuitem", name="Buka tautan…").click()
    link = page.get_by_role("textbox", name=re.compile("Tautan"))
    await link.fill("https://t.me/sandbox_bot?startgroup=kampung-7&admin=pin_messages")
    await link.press("Enter")
    await page.get_by_role("dialog").get_by_role("button", name="Tambahkan").click()
    await expect(chat.locator(".theirs .text b").last).to_have_text("kampung-7")
    await chat.get_by_role("button", name="Tindakan obrolan").click()
    await page.get_by_role("menuitem", name="Jadikan supergrup").click()
    grown = page.locator(f'.column[data-person="{SARI}"]:not([data-chat="{pokja}"])')
    await expect(grown.locator(".service").last).to_have_text("Grup ini menjadi supergrup")
    await expect(chat).to_have_count(0)


async def test_the_workshop_shows_calls_and_moves_the_clock(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    await start(page, SARI)
    await page.get_by_role("button", name="Bengkel", exact=True).click()
    workshop = page.get_by_role("complementary", name="Bengkel")
    await expect(workshop.get_by_role("listitem").first).to_contain_text("sendMessage")
    before = live.world.clock.time()
    await workshop.get_by_role("button", name="+1 hari").click()
    await expect(page.locator(".toast")).to_have_text("Jam dimajukan 1 hari.")
    assert live.world.clock.time() >= before + 24 * 3600
    await workshop.get_by_label("Jeda jawaban").fill("250")
    await workshop.get_by_role("button", name="Pasang").click()
    await expect(page.locator(".toast").last).to_have_text("Gangguan dipasang.")
    assert live.world.faults.faults.latency == 0.25
