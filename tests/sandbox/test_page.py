"""The chat page in a real browser: one person writes, presses and sends; a bot answers."""

import re

import httpx
import pytest
from playwright.async_api import Route, expect

from sandbox.server import Sandbox
from tests.sandbox.page_bot import EchoBot
from tests.sandbox.page_browser import Visit
from tests.sandbox.page_steps import SARI, attach, start, write

pytest_plugins = ["tests.sandbox.page_fixtures"]
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_a_text_is_answered_without_a_reload(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(live.base_url)
    await page.get_by_role("button", name="Sari, Kader", exact=True).click()
    chat = await start(page, SARI)
    await write(chat, "dua\nbaris & <b>bukan tebal</b>")
    await expect(chat.locator(".mine .text").last).to_have_text("dua\nbaris & <b>bukan tebal</b>")
    await expect(chat.locator(".theirs .text").last).to_contain_text("Kamu menulis: dua")
    await expect(chat.get_by_role("textbox", name="Pesan")).to_have_value("")
    assert await page.locator("html").get_attribute("lang") == "id"


async def test_a_button_edits_its_message_in_place(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    await write(chat, "/menu")
    await chat.get_by_role("button", name="Catatan").click()
    await expect(chat.locator(".toast")).to_have_text("Dicatat")
    await chat.get_by_role("button", name="Peringatan").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Baca ini baik-baik")
    await page.get_by_role("dialog").get_by_role("button", name="Oke").click()
    bubbles = await chat.locator(".message").count()
    await chat.get_by_role("button", name="Ubah", exact=True).click()
    await expect(chat.locator(".theirs .text").last).to_have_text("Sudah diubah")
    await expect(chat.locator(".message").last.locator(".edited")).to_have_text("diedit")
    await expect(chat.locator(".message")).to_have_count(bubbles)
    await expect(chat.locator(".inline-keyboard")).to_have_count(0)


async def test_the_location_button_sends_a_place_and_its_keyboard_goes(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    await write(chat, "/lokasi")
    keys = chat.locator(".reply-keyboard")
    await expect(keys).to_be_visible()
    await expect(chat.get_by_role("textbox")).to_have_attribute("placeholder", "Nama tempat")
    await keys.get_by_role("button", name="Kirim lokasi").click()
    await expect(chat.locator(".mine .place")).to_be_visible()
    await expect(chat.locator(".theirs .text").last).to_have_text("Lokasi -2.1291")
    await expect(keys).to_have_count(0)


async def test_a_one_time_keyboard_folds_after_the_answer_and_can_be_opened_again(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    await write(chat, "/lokasi")
    await chat.get_by_role("button", name="Kirim kontak").click()
    await expect(chat.locator(".mine .contact")).to_contain_text("Sari")
    await expect(chat.locator(".theirs .text").last).to_contain_text("Kontak")
    await expect(chat.locator(".reply-keyboard")).to_have_count(0)
    await chat.get_by_role("button", name=re.compile("papan tombol")).click()
    await expect(chat.locator(".reply-keyboard")).to_be_visible()


async def test_pictures_albums_and_files_are_sent_and_shown(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    await attach(page, chat, "Contoh foto")
    picture = chat.locator(".mine .photo img")
    await expect(picture).to_have_js_property("complete", True)
    assert await picture.evaluate("image => image.naturalWidth") > 300
    await expect(chat.locator(".theirs .quote")).to_contain_text("Anda")
    await attach(page, chat, "Album contoh foto…")
    await page.get_by_role("spinbutton").fill("4")
    await page.get_by_role("button", name="Kirim", exact=True).last.click()
    await expect(chat.locator(".photos.count-4 .photo")).to_have_count(4)
    await attach(page, chat, "Contoh dokumen")
    await expect(chat.locator(".mine .file")).to_contain_text("daftar-hadir.txt")


async def test_every_other_kind_can_be_sent(live: Sandbox, echo: EchoBot, visit: Visit) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    for what, shown in [
        ("Pesan suara", ".sound"),
        ("Stiker", ".sticker"),
        ("Kontak saya", ".contact"),
    ]:
        await attach(page, chat, what)
        await expect(chat.locator(f".mine {shown}")).to_be_visible()
    for what, shown in [("Lokasi…", ".place"), ("Jajak pendapat…", ".poll")]:
        await attach(page, chat, what)
        await page.get_by_role("dialog").get_by_role("button", name="Kirim").click()
        await expect(chat.locator(f".mine {shown}")).to_be_visible()


async def test_own_messages_are_edited_and_answered(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")
    chat = await start(page, SARI)
    await write(chat, "salah ketik")
    own = chat.locator(".mine").last
    await own.hover()
    await own.get_by_role("button", name="Tindakan pesan").click()
    await page.get_by_role("menuitem", name="Ubah").click()
    await write(chat, "benar")
    await expect(chat.locator(".mine .text").last).to_have_text("benar")
    await expect(own.locator(".edited")).to_be_visible()
    await own.hover()
    await own.get_by_role("button", name="Tindakan pesan").click()
    await page.get_by_role("menuitem", name="Balas").click()
    await write(chat, "menjawab diri sendiri")
    await expect(chat.locator(".mine .quote")).to_contain_text("benar")


async def test_markup_in_names_and_texts_stays_text(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    attack = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    async with httpx.AsyncClient(base_url=live.base_url) as http:
        person = {"id": 1666, "first_name": attack, "note": attack}
        (await http.post("/user/people", json=person)).raise_for_status()
        group = {"title": attack, "members": [1666]}
        (await http.post("/user/groups", json=group)).raise_for_status()
    page = await visit(f"{live.base_url}/#1666:1666")
    chat = await start(page, 1666)
    await write(chat, attack)
    await expect(chat.locator(".mine .text").last).to_have_text(attack)
    await expect(chat.locator(".theirs .text").last).to_have_text(f"Kamu menulis: {attack}")
    await expect(chat.locator("header")).to_contain_text(attack)
    assert await page.locator("img[src=x], #app script").count() == 0


async def test_a_slash_offers_the_commands_of_this_kind_of_chat(
    live: Sandbox, echo: EchoBot, visit: Visit
) -> None:
    await echo.call("setMyCommands", commands=[{"command": "lain", "description": "Lain"}])
    private = [
        {"command": "lokasi", "description": "Kirim tempat"},
        {"command": "menu", "description": "Daftar"},
    ]
    scope = {"type": "all_private_chats"}
    await echo.call("setMyCommands", commands=private, scope=scope)
    page = await visit(f"{live.base_url}/#{SARI}:{SARI}")

    async def with_commands(route: Route) -> None:
        answer = await route.fetch()
        state = await answer.json()
        state["bot"]["commands"] = live.world.bot.commands
        await route.fulfill(response=answer, json=state)

    await page.route("**/user/state", with_commands)
    await page.reload()
    chat = await start(page, SARI)
    box = chat.get_by_role("textbox", name="Pesan")
    await box.fill("/")
    offered = chat.get_by_role("listbox").get_by_role("option")
    await expect(offered).to_have_text(["/lokasiKirim tempat", "/menuDaftar"])
    await box.press("ArrowDown")
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(chat.get_by_role("button", name="Catatan")).to_be_visible()
    await expect(chat.get_by_role("listbox")).to_be_hidden()
