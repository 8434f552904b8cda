"""DP3ACSKB teaches the bot the words of the province's titles; the others are asked to leave it."""

import pytest

from bot import atlas
from bot.rules.hint_book import DEFAULTS
from bot.rules.roles import Role
from storage import hints
from storage.models import HintRow
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

KENANGA = "19.01.01.1001"
DAY = "Kamis, 19 November 2026"


async def province(bot: RunningBot, name: str = "Hasan") -> Somebody:
    return await bot.person(name, (Role.AGENCY_PROVINCE, "19"))


async def points(hasan: Somebody, word: str, to: str) -> None:
    """Point a section's word somewhere, from the page of all words."""
    await hasan.says("/kata")
    await hasan.picks("Seksi", "➕ Tambah kata")
    await hasan.says(word)
    await hasan.presses(to)


def reads(bot: RunningBot, title: str) -> str | None:
    """The section the running program suggests for a title."""
    return bot.answering.transaction._around.hints.current.section(title)


async def test_a_new_word_counts_at_once(bot: RunningBot) -> None:
    hasan = await province(bot)
    await points(hasan, "Senam", "Reproduksi")
    assert reads(bot, "Senam pagi") is None
    await hasan.presses("Kirim")
    assert hasan.sees("hint-saved", word="senam", value="Reproduksi")
    hasan.has_not_seen("hint-saved-before")
    assert reads(bot, "Senam pagi") == "repro"


async def test_the_kind_is_asked_when_none_is_chosen_yet(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/words")
    await hasan.picks("➕ Tambah kata", "Penanda CIKAR")
    await hasan.says("Remaja Hebat")
    await hasan.picks("Perkawinan anak", "Kirim")
    assert hasan.sees("hint-saved", word="remaja hebat", value="Perkawinan anak")
    current = bot.core.hints.current
    assert current.tags("Lomba remaja hebat") == ("kawin",)


async def test_a_word_that_points_somewhere_is_told_before_it_is_changed(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/kata")
    await hasan.picks("Seksi", "➕ Tambah kata")
    await hasan.says("Posyandu")
    assert hasan.sees("hint-now", word="posyandu", value="Reproduksi")
    await hasan.presses("Kasih Sayang")
    assert hasan.sees("hint-now", word="posyandu", value="Reproduksi")
    await hasan.presses("Kirim")
    assert hasan.sees("hint-saved-before", value="Reproduksi")
    assert reads(bot, "Posyandu") == "kasih"


async def test_words_that_meet_in_a_title_are_told(bot: RunningBot) -> None:
    hasan = await province(bot)
    await points(hasan, "Posyandu lansia", "Kasih Sayang")
    assert hasan.sees("hint-overlaps", word="posyandu", value="Reproduksi")
    hasan.has_not_seen("hint-overlaps", word="lansia", value="Kasih Sayang")


async def test_saying_what_is_so_already_changes_nothing(bot: RunningBot) -> None:
    hasan = await province(bot)
    await points(hasan, "posyandu", "Reproduksi")
    await hasan.presses("Kirim")
    assert hasan.sees("hint-same", word="posyandu", value="Reproduksi")
    assert await bot.rows(HintRow) == []


async def test_a_word_may_point_nowhere(bot: RunningBot) -> None:
    hasan = await province(bot)
    await points(hasan, "kantor kb", "Tidak menunjuk apa-apa")
    await hasan.presses("Kirim")
    assert reads(bot, "Rapat di kantor KB") == "lain"
    assert reads(bot, "Bersih-bersih kantor KB") is None


async def test_the_words_are_paged_and_one_opened_by_its_button(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/kata")
    await hasan.presses("Program Inpres")
    first = hasan.buttons()
    assert first[0] == "3m → Jumantik" or "→" in first[0]
    await hasan.presses("Berikutnya ▶")
    assert not set(hasan.buttons()[:10]) & set(first[:10])
    await hasan.presses("◀ Sebelumnya")
    assert hasan.buttons() == first
    word = first[3].partition(" → ")[0]
    await hasan.presses(first[3])
    assert hasan.sees("hint-card", word=word)
    hasan.has_not_seen("hint-card-changed")


async def test_a_default_word_is_removed_and_brought_back(bot: RunningBot) -> None:
    hasan = await province(bot)
    await finds(hasan, "Posyandu")
    await hasan.presses("posyandu → Reproduksi")
    await hasan.presses("🗑 Hapus kata ini")
    hasan.sees_toast("hint-removed", word="posyandu")
    assert hasan.sees("hint-card-default", value="Reproduksi")
    assert hasan.sees("hint-card-changed", by="DP3ACSKB", day=DAY)
    assert reads(bot, "Posyandu") is None
    await hasan.presses("↩️ Kembali ke bawaan")
    hasan.sees_toast("hint-was-reset", word="posyandu")
    assert reads(bot, "Posyandu") == "repro"
    assert await bot.rows(HintRow) == []


async def finds(hasan: Somebody, text: str) -> None:
    await hasan.says("/kata")
    await hasan.presses("🔎 Cari kata atau coba judul")
    await hasan.says(text)


async def test_an_own_word_is_changed_and_removed(bot: RunningBot) -> None:
    hasan = await province(bot)
    await points(hasan, "senam", "Reproduksi")
    await hasan.presses("Kirim")
    await finds(hasan, "sena")
    await hasan.presses("✏️ senam → Reproduksi")
    assert hasan.sees("hint-card-own")
    await hasan.presses("✏️ Ubah tujuannya")
    await hasan.picks("Kasih Sayang", "Kirim")
    assert reads(bot, "Senam") == "kasih"
    await finds(hasan, "senam")
    await hasan.picks("✏️ senam → Kasih Sayang", "🗑 Hapus kata ini")
    hasan.sees_toast("hint-removed", word="senam")
    assert hasan.sees("hint-list", kind="Seksi")
    assert await bot.rows(HintRow) == []


async def test_a_title_is_tried(bot: RunningBot) -> None:
    hasan = await province(bot)
    await finds(hasan, "Sosialisasi stunting dan pernikahan dini")
    assert hasan.sees("hint-tried-two", kind="Seksi", values="Reproduksi, Perlindungan")
    assert hasan.sees("hint-tried-line", kind="Penanda CIKAR", values="Stunting, Perkawinan anak")
    assert "stunting → Reproduksi" in hasan.buttons()
    await hasan.presses("🔎 Coba lagi")
    await hasan.says("Makan siang")
    assert hasan.sees("hint-tried-line", kind="Seksi", values="tidak ada usulan")


async def test_a_title_of_a_child_in_danger_leads_to_the_report(bot: RunningBot) -> None:
    hasan = await province(bot)
    await finds(hasan, "Anak dipukul bapaknya")
    assert hasan.sees("danger-lead")
    hasan.has_not_seen("hint-tried", title="Anak dipukul bapaknya")


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("x", "hint-word-length"),
        ("2026", "hint-word-length"),
        ("🎉🎉🎉", "hint-word-length"),
        ("panjang sekali " * 200, "hint-word-length"),
        ("untuk", "hint-word-common"),
        ("senam, zumba", "hint-word-one"),
        ("anak dipukul", "hint-word-danger"),
    ],
)
async def test_what_cannot_be_a_word_has_a_sentence(
    bot: RunningBot, typed: str, trouble: str
) -> None:
    hasan = await province(bot)
    await hasan.says("/kata")
    await hasan.picks("Seksi", "➕ Tambah kata")
    await hasan.says(typed)
    assert hasan.sees(trouble)
    assert hasan.sees("hintword-word")


async def test_a_button_pressed_twice_or_late_changes_nothing(bot: RunningBot) -> None:
    hasan, ani = await province(bot), await province(bot, "Ani")
    await finds(hasan, "Posyandu")
    await hasan.presses("posyandu → Reproduksi")
    [card] = hasan.new()
    await points(ani, "posyandu", "Kasih Sayang")
    await ani.presses("Kirim")
    late = f"hw:x:{hints.key_of('section', 'posyandu')}:repro"
    await hasan.presses_data(late, card)
    assert hasan.sees("hint-moved-on")
    assert reads(bot, "Posyandu") == "kasih"
    reset = f"hw:d:{hints.key_of('section', 'posyandu')}:kasih"
    await hasan.presses_data(reset, card)
    await hasan.presses_data(reset, card)
    assert hasan.sees("hint-moved-on")
    assert reads(bot, "Posyandu") == "repro"


@pytest.mark.parametrize(
    "data",
    [
        "hw:c:ffffffffff",
        "hw:c:",
        "hw:e:zz",
        "hw:x:",
        "hw:x:a:b:c",
        "hw:d::",
        "hw:x:ffffffffff:repro",
    ],
)
async def test_a_forged_button_ends_in_a_sentence(bot: RunningBot, data: str) -> None:
    hasan = await province(bot)
    await hasan.says("/kata")
    await hasan.presses_data(data, hasan.new()[-1])
    assert hasan.sees("hint-moved-on")
    assert await bot.rows(HintRow) == []


async def test_a_forged_page_is_the_nearest_there_is(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/kata")
    shown = hasan.new()[-1]
    await hasan.presses_data("hw:l:section:99999", shown)
    pages = -(-sum(kind == "section" for kind, _ in DEFAULTS) // 10)
    assert hasan.sees("hint-list", page=str(pages), pages=str(pages))
    await hasan.presses_data("hw:l:section:-1", shown)
    assert hasan.sees("hint-list", page="1")
    await hasan.presses_data("hw:l:nothing:0", shown)
    hasan.sees_toast("button-unknown", alert=True)


@pytest.mark.parametrize("role", [Role.CADRE, Role.ADMIN, Role.AGENCY_KABKOTA])
async def test_the_others_are_told_who_may(bot: RunningBot, role: Role) -> None:
    region = {Role.CADRE: KENANGA, Role.AGENCY_KABKOTA: "19.01"}.get(role, "19")
    siti = await bot.person("Siti", (role, region))
    shown = await siti.says("/kata")
    assert siti.sees("refused-edit-hints")
    for data in ("hw:o", "hw:l:section:0", "hw:a:section", "hw:t", "hw:x:ab:repro"):
        await siti.presses_data(data, shown)
        assert siti.sees("refused-edit-hints")
    assert await bot.rows(HintRow) == []


async def test_who_lost_the_role_cannot_send_the_open_form(bot: RunningBot) -> None:
    hasan = await province(bot)
    await points(hasan, "senam", "Reproduksi")
    async with bot.writing() as session:
        from sqlalchemy import update

        from storage.models import Assignment

        await session.execute(update(Assignment).values(suspended=True))
    await hasan.presses("Kirim")
    assert hasan.sees("refused-edit-hints")
    assert await bot.rows(HintRow) == []


async def test_the_desk_of_the_province_leads_there(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/admin")
    await hasan.presses("🔤 Kata petunjuk")
    assert hasan.sees("hint-what")
    rudi = await bot.person("Rudi", (Role.ADMIN, "19"))
    await rudi.says("/admin")
    assert "🔤 Kata petunjuk" not in rudi.buttons()


async def test_another_process_hears_of_it_at_its_next_look(bot: RunningBot) -> None:
    editor = await province(bot)
    async with bot.writing() as session:
        from storage.people import load_people

        hasan = (await load_people(session, [editor.id], bot.clock.now()))[editor.id]
        await hints.point(session, hasan, "section", "senam", "repro", bot.clock.now())
    assert reads(bot, "Senam") is None
    assert await atlas.look_at_hints(bot.core.database, bot.core.hints) is True
    assert reads(bot, "Senam") == "repro"
    assert await atlas.look_at_hints(bot.core.database, bot.core.hints) is False


async def test_the_new_words_are_there_after_a_restart(bot: RunningBot) -> None:
    hasan = await province(bot)
    await points(hasan, "senam", "Reproduksi")
    await hasan.presses("Kirim")
    async with bot.core.database.session() as session:
        assert (await hints.open_hints(session)).current.section("Senam") == "repro"
