"""What bad input gets: the question again, with what was wrong with the answer."""

from typing import Any

import pytest

from bot import texts
from bot.rules.roles import Role
from storage.models import Activity
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre, to_account
from tests.conversations.people import Somebody

FILE = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9, "duration": 3}
KINDS: dict[str, dict[str, Any]] = {
    "sticker": {**FILE, "type": "regular", "is_animated": False, "is_video": False},
    "voice": FILE,
    "video": FILE,
    "video_note": {**FILE, "length": 9},
    "audio": FILE,
    "document": FILE,
    "contact": {"phone_number": "0812", "first_name": "Ani"},
    "location": {"latitude": 1.0, "longitude": 2.0},
    "dice": {"emoji": "🎲", "value": 3},
}
POLL: dict[str, Any] = {
    "id": "1",
    "question": "Setuju?",
    "options": [{"text": "Ya", "voter_count": 0, "persistent_id": "1"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
FORWARDED: dict[str, Any] = {
    "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Rina"}
}


async def at(bot: RunningBot, question: str) -> Somebody:
    """A kader at the question of that name."""
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    for name, answer in (
        ("date", "kemarin"),
        ("title", "Kunjungan"),
        ("section", "Reproduksi"),
        ("target_groups", "pus"),
        ("", "selesai"),
    ):
        if name == question:
            break
        await kader.says(answer)
    assert kader.sees(f"activity-{question}")
    return kader


WRONG = {
    "date": (
        ("entah kapan", "form-date-invalid"),
        ("31 februari", "form-date-missing"),
        ("31/2", "form-date-missing"),
        ("besok", "form-date-future"),
        ("31/12/2026", "form-date-future"),
        ("1/1/2020", "form-date-too-old"),
        ("😀", "form-date-invalid"),
    ),
    "title": (
        ("😀🎉", "form-text-no-letters"),
        ("x" * 5000, "form-text-too-long"),
        ("😀" * 5000, "form-text-too-long"),
        ("ab", "form-text-too-short"),
        ("12 34", "form-text-few-letters"),
        ("\u200b\u202e", "form-empty"),
    ),
    "section": (
        ("mancing", "form-choice-unknown"),
        ("x" * 5000, "form-choice-unknown"),
    ),
    "target_groups": (("selesai", "form-choices-too-few"),),
    "participants": (
        ("-3", "form-number-negative"),
        ("−3 orang", "form-number-negative"),
        ("banyak sekali", "form-counts-invalid"),
        ("20-30 ibu", "form-number-range"),
        ("99999 ibu", "form-number-too-many"),
        ("2.5 ibu", "form-number-whole"),
        ("x" * 5000, "form-number-invalid"),
    ),
}


@pytest.mark.parametrize("question", WRONG)
async def test_the_question_again_with_what_was_wrong(bot: RunningBot, question: str) -> None:
    kader = await at(bot, question)
    for text, key in WRONG[question]:
        await kader.says(text)
        assert kader.sees(key).id == kader.sees(f"activity-{question}").id
        assert len(kader.new()) == 1


async def test_twenty_in_words_is_taken_when_it_says_of_whom(bot: RunningBot) -> None:
    kader = await at(bot, "participants")
    await kader.says("dua puluh ibu, tiga bapak")
    assert kader.sees("activity-funding")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<b>Rapat</b> & <script>", "<b>Rapat</b> & <script>"),
        ("اجتماع القرية", "اجتماع القرية"),
        ("Rapat\u202easrevir", "Rapatasrevir"),
        ("</b></i>", "</b></i>"),
        ("Rapat &lt; 3", "Rapat &lt; 3"),
    ],
)
async def test_markup_and_other_scripts_are_only_words(
    bot: RunningBot, typed: str, kept: str
) -> None:
    kader = await at(bot, "title")
    await kader.says(typed)
    await kader.answers("lainnya", "pus", "selesai", "0", "csr", "selesai", "lewati")
    for field in ("Tempat", "Keterangan", "Tindak lanjut"):
        await kader.picks("Ubah", field)
        await kader.says(typed)
    assert kept in kader.sees("form-summary").text
    await kader.presses("Kirim")
    assert kader.sees("activity-saved", title=kept)
    assert kept in kader.sees("activity-receipt").text
    await kader.says("/kegiatansaya")
    assert kept in kader.sees("after-list").text
    assert (await bot.rows(Activity))[0].title == kept


async def test_a_name_with_markup_is_only_a_name(bot: RunningBot) -> None:
    kader = await bot.person("<b>Siti</i> & Co", (Role.CADRE, VILLAGE))
    await kader.says("/start")
    assert "<b>Siti</i> & Co" in kader.sees("welcome").text


async def test_the_longest_answers_fit_into_one_summary(bot: RunningBot) -> None:
    kader = await at(bot, "title")
    await kader.answers("<" * 253 + "aa", "lainnya", "pus, " + "<&" * 49 + "a", "selesai")
    await kader.answers("9999 L 9999 P 9999 anak", "csr, " + "&" * 90 + "a", "selesai", "lewati")
    for field in ("Tempat", "Keterangan", "Tindak lanjut"):
        await kader.picks("Ubah", field)
        await kader.says("<" * 254 + "a")
    assert kader.sees("form-summary")
    ani = bot.stranger("Ani")
    await to_account(ani)
    await ani.says("&" * 1499 + "a")
    assert ani.sees("report-urgency")
    await ani.presses("🟠 Sedang")
    assert ani.sees("form-summary")


async def test_what_a_form_cannot_take_is_named(bot: RunningBot) -> None:
    kader = await at(bot, "title")
    for kind, content in KINDS.items():
        if kind == "video":  # has a sentence of its own
            continue
        await kader.sends(text="", **{kind: content})
        words = kader.sees("form-other-kind").text
        assert words.startswith(texts.say(f"form-kind-{kind}") + " belum"), words
        assert kader.sees("activity-title")


async def test_a_forwarded_poll_is_named(bot: RunningBot) -> None:
    kader = await at(bot, "title")
    await kader.sends(poll=POLL, **FORWARDED)
    assert kader.sees("form-other-kind").text.startswith("Polling")
    await kader.sends(poll=POLL)
    assert kader.sees("activity-title")


async def test_the_same_outside_a_form_brings_the_menu(bot: RunningBot) -> None:
    kader = await cadre(bot)
    for content in (
        {"voice": FILE},
        {"poll": POLL, **FORWARDED},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
    ):
        await kader.sends(**content)
        assert kader.sees("not-understood-kind")
        assert "📝 Catat kegiatan" in kader.buttons()
    await kader.says("x" * 5000)
    assert kader.sees("not-understood")


async def test_typing_where_only_yes_or_no_will_do_names_a_button(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.says("mungkin saja")
    assert ani.sees("form-choose-button")
    assert ani.sees("report-in_danger")
