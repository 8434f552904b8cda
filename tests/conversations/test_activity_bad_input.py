"""What is wrong with an activity is said in a sentence, and nothing wrong is kept."""

from typing import Any

import pytest
from sqlalchemy import update

from bot.rules.roles import Role
from storage.models import Activity, ActivityPhoto, DraftRow, Problem
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre, sends_activity, to_summary
from tests.conversations.people import Somebody
from tests.storage.problem_rows import add_problem

REPORT = "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa"
DANGER = "Anak Bu Rina umur 12 dicabuli pamannya"
FILE = {"file_id": "f", "file_unique_id": "u"}


async def at(bot: RunningBot, question: str) -> Somebody:
    """A kader at the question of that name."""
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    for name, answer in (
        ("date", "kemarin"),
        ("title", "Posyandu Melati"),
        ("participants", "25 orang"),
        ("funding", "csr"),
        ("", "selesai"),
    ):
        if name == question:
            break
        await kader.says(answer)
    assert kader.sees(f"activity-{question}")
    return kader


async def holds(bot: RunningBot, words: str) -> bool:
    """Whether a draft holds these words."""
    return any(words.encode() in row.body for row in await bot.rows(DraftRow))


@pytest.mark.parametrize(
    ("question", "typed", "key"),
    [
        ("title", "A", "form-text-too-short"),
        ("date", "31/2", "form-date-missing"),
        ("date", "12/3/2027", "form-date-future"),
        ("participants", "1.000.000", "form-number-too-many"),
        ("participants", "25-30 orang", "form-number-range"),
    ],
)
async def test_each_wrong_answer_has_its_sentence(
    bot: RunningBot, question: str, typed: str, key: str
) -> None:
    kader = await at(bot, question)
    await kader.says(typed)
    assert kader.sees(key)
    assert kader.sees(f"activity-{question}")


async def test_a_video_of_60_mb_is_not_kept(bot: RunningBot) -> None:
    kader = await at(bot, "photos")
    size = {"width": 9, "height": 9, "duration": 90, "file_size": 60_000_000}
    await kader.sends(video={**FILE, **size})
    assert kader.sees("form-photo-video")
    assert kader.sees("activity-photos")


@pytest.mark.parametrize(
    "document",
    [
        {"file_name": "IMG_0042.HEIC", "mime_type": "image/heic"},
        {"file_name": "IMG_0043.heic"},
        {"file_name": "foto.jpg", "mime_type": "image/jpeg"},
    ],
)
async def test_a_picture_sent_as_a_file_is_asked_for_as_a_photo(
    bot: RunningBot, document: dict[str, Any]
) -> None:
    kader = await at(bot, "photos")
    await kader.sends(document={**FILE, **document})
    assert kader.sees("form-photo-as-file")
    assert kader.sees("activity-photos")


async def test_so_it_is_with_no_form_open(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.sends(document={**FILE, "mime_type": "image/heic"})
    assert kader.sees("form-photo-as-file")


async def test_of_twelve_photos_five_are_kept_and_each_album_is_told_once(bot: RunningBot) -> None:
    kader = await at(bot, "photos")
    await kader.sends_album([f"p{number}" for number in range(10)], album="1")
    assert len([one for one in kader.new() if "Paling banyak" in one.text]) == 1
    await kader.sends_album(["q1", "q2"], album="2")
    assert len([one for one in kader.new() if "Paling banyak" in one.text]) == 1
    await kader.picks("Selesai", "Kirim")
    assert len(await bot.rows(ActivityPhoto)) == 5


async def test_a_photo_before_the_form_asks_is_kept_for_it(bot: RunningBot) -> None:
    kader = await at(bot, "title")
    await kader.sends_photo("early")
    assert kader.sees("form-photo-early")
    assert kader.sees("activity-title")


async def test_a_second_report_over_an_unsent_one_is_asked_about(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader, "Rapat desa")
    await kader.says(REPORT)
    question = kader.sees("activity-two", old="Rapat desa", new="Posyandu Melati")
    await kader.presses("Selesaikan yang tadi")
    assert "Rapat desa" in kader.sees("form-summary").text
    await kader.presses("Kirim")
    assert [row.title for row in await bot.rows(Activity)] == ["Rapat desa"]
    await kader.presses_data("an:n", question)
    kader.sees_toast("form-closed")


async def test_the_second_report_takes_the_place_when_it_is_chosen(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader, "Rapat desa")
    await kader.says(REPORT)
    await kader.presses("Ganti dengan yang baru")
    await kader.picks("Lewati", "Kirim")
    assert [row.title for row in await bot.rows(Activity)] == ["Posyandu Melati"]


async def test_a_parked_activity_is_not_overwritten_by_a_report(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader, "Rapat desa")
    await kader.says("/lapor")
    await kader.presses("Keluar cepat")
    await kader.says(REPORT)
    assert kader.sees("activity-two", old="Rapat desa")
    assert await holds(bot, "Rapat desa")


async def test_a_forwarded_report_is_not_taken(bot: RunningBot) -> None:
    kader = await cadre(bot)
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Rina"}
    await kader.sends(REPORT, forward_origin=origin)
    assert kader.sees("activity-forwarded")
    assert await bot.rows(DraftRow) == []
    await kader.answers("/kegiatan", "kemarin")
    await kader.sends(REPORT, forward_origin=origin)
    assert kader.sees("activity-forwarded")
    assert kader.sees("activity-title")
    assert not await holds(bot, "Posyandu")


async def test_an_agency_that_no_longer_exists_is_chosen_anew(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    async with bot.writing() as session:
        await session.execute(update(Activity).values(agencies=["bubar"]))
    bot.clock.advance(days=1)
    await kader.says("/kegiatan")
    await kader.presses("Sama seperti tadi")
    assert kader.sees("form-choice-gone")
    assert kader.sees("activity-agencies")
    await kader.says("/batal")
    await kader.says("ya")
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("Posyandu Mawar")
    assert kader.sees("activity-agencies")


async def test_a_problem_of_another_village_is_neither_offered_nor_taken(bot: RunningBot) -> None:
    kader = await cadre(bot)
    async with bot.writing() as session:
        here = await add_problem(session, VILLAGE, "Banyak jentik", bot.clock.now())
        there = await add_problem(session, "19.01.01.1002", "Sampah di pantai", bot.clock.now())
    await kader.says(REPORT)
    await kader.presses("Lewati")
    await kader.picks("Ubah", "Masalah")
    shown = kader.sees("activity-problem")
    assert "Banyak jentik" in kader.buttons()
    assert "Sampah di pantai" not in kader.buttons()
    data = next(
        b["callback_data"] for row in shown.rows for b in row if b["text"] == "Banyak jentik"
    )
    await kader.presses_data(data.replace(str(here), str(there)), shown)
    kader.sees_toast("form-moved-on")
    await kader.presses("Banyak jentik")
    async with bot.writing() as session:
        await session.execute(
            update(Problem).where(Problem.id == here).values(region_code="19.01.01.1002")
        )
    await kader.presses("Kirim")
    assert kader.sees("problem-unknown")
    assert await bot.rows(Activity) == []
    async with bot.writing() as session:
        await session.execute(update(Problem).where(Problem.id == here).values(region_code=VILLAGE))
    await kader.presses("Kirim")
    assert (await bot.rows(Activity))[0].problem_id == here


async def test_an_officer_cannot_answer_the_problem_of_the_next_village(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    async with bot.writing() as session:
        number = await add_problem(session, VILLAGE, "Banyak jentik", bot.clock.now())
    await budi.says(REPORT)
    await budi.presses("Sungailiat")
    await budi.presses("Lewati")
    await budi.picks("Ubah", "Masalah", "Banyak jentik")
    async with bot.writing() as session:
        moved = update(Problem).where(Problem.id == number).values(region_code="19.01.01.1002")
        await session.execute(moved)
    await budi.presses("Kirim")
    assert budi.sees("problem-other-village")
    assert await bot.rows(Activity) == []


@pytest.mark.parametrize("question", ["title", "date", "participants", "funding", "photos"])
async def test_words_of_danger_lead_to_lapor_and_are_not_kept(
    bot: RunningBot, question: str
) -> None:
    kader = await at(bot, question)
    await kader.says(DANGER)
    assert kader.sees("danger-lead")
    assert not await holds(bot, "dicabuli")


@pytest.mark.parametrize("field", ["Keterangan", "Tindak lanjut", "Tempat"])
async def test_so_it_is_in_every_field_of_words(bot: RunningBot, field: str) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", field)
    await kader.says(DANGER)
    assert kader.sees("danger-lead")
    assert not await holds(bot, "dicabuli")


async def test_a_caption_of_danger_takes_its_photo_along(bot: RunningBot) -> None:
    kader = await at(bot, "photos")
    await kader.sends_photo("a", DANGER)
    assert kader.sees("danger-lead")
    assert not await holds(bot, "dicabuli")
    assert not await holds(bot, "u-a")


async def test_a_message_of_danger_opens_nothing(bot: RunningBot) -> None:
    kader, ani = await cadre(bot), bot.stranger("Ani")
    for one in (kader, ani):
        await one.says(DANGER)
        assert one.sees("danger-lead")
        assert "🆘 Lapor" in one.buttons() or any("lapor" in b.casefold() for b in one.buttons())
    await kader.sends_photo("a", DANGER)
    assert kader.sees("danger-lead")
    assert await bot.rows(DraftRow) == []


async def test_an_album_with_words_of_danger_opens_nothing(bot: RunningBot) -> None:
    kader = await cadre(bot)
    with bot.asleep():
        for name, caption in (("a", DANGER), ("b", None)):
            sizes = [{"file_id": name, "file_unique_id": name, "width": 9, "height": 9}]
            said = {"caption": caption} if caption else {}
            await kader.sends(photo=sizes, media_group_id="77", **said)
    await bot.turns()
    assert kader.sees("danger-lead")
    assert await bot.rows(DraftRow) == []


async def test_pressing_what_was_never_asked_changes_nothing(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    shown = kader.sees("form-summary")
    for data in ("an:k", "an:n", "an:x:1", "an:y:", "an:y:99"):
        await kader.presses_data(data, shown)
    assert await bot.rows(Activity) == []
    assert len(await bot.rows(DraftRow)) == 1


async def test_words_of_a_child_split_over_two_answers_are_not_sent(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader, "Pendampingan anak An. B (13 th)")
    await kader.picks("Ubah", "Keterangan")
    await kader.says("Korban sudah diantar")
    await kader.presses("Kirim")
    assert kader.sees("danger-lead")
    assert await bot.rows(Activity) == []
    await kader.says("Semua berjalan lancar")
    await kader.presses("Kirim")
    assert kader.sees("activity-saved")
