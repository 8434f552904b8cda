"""/hapusdata: asked twice, roles end at once, and after it not a byte of the person is left."""

import pytest
from sqlalchemy import select

from bot.rules.roles import Role
from storage import outbox, own_data
from storage.kampung import add_kampung
from storage.models import (
    Activity,
    ActivityPhoto,
    Assignment,
    Delivery,
    Job,
    PersonRow,
    RoleChange,
    Tombstone,
)
from storage.outbox import Priority
from tests.conversations.driver import RunningBot
from tests.conversations.leaving import (
    KABKOTA,
    NAME,
    VILLAGE,
    a_full_life,
    asks_for_erasure,
    found_in,
    on_disk,
    the_grace_passes,
    traces,
)
from tests.conversations.test_members import opens


async def test_after_an_erasure_no_byte_of_the_person_is_left(
    bot: RunningBot, capfd: pytest.CaptureFixture[str]
) -> None:
    melati, number = await a_full_life(bot)
    assert found_in(on_disk(bot)) == set(traces()), "they must be there before they can be gone"

    await asks_for_erasure(melati)
    await the_grace_passes(bot)

    assert melati.sees("erase-done")
    assert found_in(on_disk(bot)) == set()
    assert found_in("".join(capfd.readouterr()).encode()) == set()
    async with bot.core.database.session() as session:
        assert await own_data.account(session, number) is None


async def test_a_villages_counts_stay_when_their_author_is_erased(bot: RunningBot) -> None:
    melati, _ = await a_full_life(bot)
    await asks_for_erasure(melati)
    await the_grace_passes(bot)

    (activity,) = await bot.rows(Activity)
    assert (activity.male, activity.female, activity.children) == (3, 20, 4)
    assert (activity.region_code, activity.section) == (VILLAGE, "agama")
    assert (activity.agencies, activity.funding) == (["pkm"], ["dd"])
    assert (activity.title, activity.place, activity.latitude) == ("", None, None)
    assert await bot.rows(ActivityPhoto) == []


async def test_an_activity_of_somebody_erased_is_listed_by_its_section(bot: RunningBot) -> None:
    async with bot.writing() as session:
        await add_kampung(session, VILLAGE, "Kampung Uji", bot.clock.now())
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    melati, _ = await a_full_life(bot)
    await asks_for_erasure(melati)
    await the_grace_passes(bot)
    await budi.says("/kampung")
    await budi.presses("Sungailiat (Kec. Sungailiat): Kampung Uji")
    await budi.presses("📝 Kegiatan terbaru")
    assert "Keagamaan" in budi.sees("kampung-activities").text


async def test_each_record_leaves_a_tombstone_without_content(bot: RunningBot) -> None:
    melati, number = await a_full_life(bot)
    await asks_for_erasure(melati)
    await the_grace_passes(bot)

    kinds = {one.kind for one in await bot.rows(Tombstone)}
    assert kinds == {
        "person", "activity", "broadcast", "request", "role_change", "drafts", "invites",
        "activity_change", "problem", "intervention",
    }  # fmt: skip
    (person,) = [one for one in await bot.rows(Tombstone) if one.kind == "person"]
    assert (person.subject, person.reason) == (str(number), "erased")


async def test_a_question_begun_about_somebody_erased_keeps_no_name(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, VILLAGE))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await opens(bot, budi, melati)
    await budi.presses("⏸ Hentikan sementara")
    assert budi.sees("memberreason-reason")
    assert NAME in found_in(on_disk(bot))
    await asks_for_erasure(melati)
    await the_grace_passes(bot)
    assert NAME not in found_in(on_disk(bot))


async def test_roles_end_at_once_and_the_place_left_empty_is_told(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.FIELD_OFFICER, VILLAGE))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)

    assert melati.sees("erase-waits")
    assert dewi.sees("erase-role-empty")
    assert NAME not in "".join(one.text for one in dewi.messages())
    await melati.says("/kegiatan")
    assert melati.sees("refused-log-activity")
    changes = [one.change for one in await bot.rows(RoleChange)]
    assert changes.count("ended") == 1


async def test_somebody_else_in_the_role_means_nobody_is_told(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.FIELD_OFFICER, VILLAGE))
    await bot.person("Siti", (Role.CADRE, VILLAGE))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)
    dewi.has_not_seen("erase-role-empty")


async def test_it_can_be_taken_back_within_the_grace(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)
    bot.clock.advance(minutes=59)
    await melati.presses("Batalkan penghapusan")
    assert melati.sees("erase-taken-back")
    await the_grace_passes(bot)

    (person,) = await bot.rows(PersonRow)
    assert person.name == NAME
    assert person.closed_at is None


async def test_after_the_grace_it_cannot_be_taken_back(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)
    button = melati.new()[-1]
    await the_grace_passes(bot)
    (job,) = [one for one in await bot.rows(Job) if one.kind == "erase"]
    await melati.presses_data(f"pv:x:{job.id}", button)
    assert melati.sees("erase-too-late")
    assert (await bot.rows(PersonRow))[0].name == ""


async def test_nobody_takes_back_anothers_erasure(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    other = await bot.person("Budi", (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)
    (job,) = [one for one in await bot.rows(Job) if one.kind == "erase"]
    await other.says("/hapusdata")
    await other.presses_data(f"pv:x:{job.id}", other.new()[-1])
    assert other.sees("erase-too-late")
    (job,) = [one for one in await bot.rows(Job) if one.kind == "erase"]
    assert job.state == "queued"


async def test_asking_twice_is_one_erasure(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await melati.says("/hapusdata")
    await melati.presses("Lanjut menghapus")
    question = melati.new()[-1]
    data = question.rows[0][0]["callback_data"]
    await melati.presses_data(data, question)
    await melati.presses_data(data, question)
    await melati.says("/hapusdata")
    assert melati.sees("erase-waits")
    assert len([one for one in await bot.rows(Job) if one.kind == "erase"]) == 1


@pytest.mark.parametrize("stamp", ["0", "99999999999", "x", "", "-5"])
async def test_a_forged_or_old_confirmation_erases_nothing(bot: RunningBot, stamp: str) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await melati.says("/hapusdata")
    await melati.presses_data(f"pv:z:{stamp}", melati.new()[-1])
    assert melati.sees("erase-too-old")
    assert [one for one in await bot.rows(Job) if one.kind == "erase"] == []


async def test_the_last_button_pressed_a_day_later_erases_nothing(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await melati.says("/hapusdata")
    await melati.presses("Lanjut menghapus")
    bot.clock.advance(days=1)
    await melati.presses("Ya, hapus data saya")
    assert melati.sees("erase-too-old")
    assert (await bot.rows(Assignment))[0].valid_until is None


async def test_changing_ones_mind_erases_nothing(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await melati.says("/hapusdata")
    await melati.presses("Tidak jadi")
    assert melati.sees("erase-left")
    assert [one for one in await bot.rows(Job) if one.kind == "erase"] == []


async def test_a_stranger_is_told_that_there_is_nothing(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/hapusdata")
    assert ani.sees("erase-stranger")
    await ani.presses_data("pv:q", ani.new()[-1])
    assert ani.sees("erase-stranger")
    await ani.presses_data(f"pv:z:{int(bot.clock.now().timestamp())}", ani.new()[-1])
    assert ani.sees("erase-stranger")


async def test_who_was_erased_is_a_stranger_again(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)
    await the_grace_passes(bot)
    await melati.says("/start")
    assert melati.sees("welcome-stranger")


async def test_the_last_of_the_province_is_warned(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.AGENCY_PROVINCE, "19"))
    await melati.says("/hapusdata")
    await melati.presses("Lanjut menghapus")
    assert melati.sees("erase-last-province")
    await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    await melati.says("/hapusdata")
    await melati.presses("Lanjut menghapus")
    assert "terakhir" not in melati.new()[-1].text


async def test_a_case_officers_leaving_is_told_to_the_province(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CASE_OFFICER, KABKOTA))
    await bot.person("Budi", (Role.CASE_OFFICER, KABKOTA))
    await asks_for_erasure(melati)
    assert dewi.sees("erase-role-ended")


class Killed(BaseException):
    """The process is gone: nothing catches it."""


async def test_killed_halfway_the_erasure_goes_on(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    melati, _ = await a_full_life(bot)
    await asks_for_erasure(melati)
    bot.clock.advance(hours=1, minutes=1)

    async def dies(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("broadcasts.erasing._close", dies)
        with pytest.raises(BaseExceptionGroup):
            await bot.worker.turn()
    async with bot.core.database.session() as session:
        assert await session.scalar(select(PersonRow.name).where(PersonRow.name == NAME)) == NAME
    bot.clock.advance(minutes=5)
    await the_grace_passes(bot)

    assert found_in(on_disk(bot)) == set()
    tombs = [one.kind for one in await bot.rows(Tombstone)]
    assert tombs.count("activity") == 1


async def test_messages_waiting_for_the_person_are_cancelled(bot: RunningBot) -> None:
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)
    bot.delivers = False
    bot.clock.advance(hours=2)
    async with bot.writing() as session:
        for chat in (melati.id, 7):
            row = outbox.delivery(
                chat, "sendMessage", {"text": "Halo"}, priority=Priority.REMINDER,
                now=bot.clock.now(),
            )  # fmt: skip
            await outbox.queue(session, [row])
    while await bot.worker.turn():
        pass
    ended = {(one.chat_id, one.state) for one in await bot.rows(Delivery) if one.priority == 3}
    assert ended >= {(None, "gone"), (7, "queued")}
    assert (melati.id, "queued") not in ended
