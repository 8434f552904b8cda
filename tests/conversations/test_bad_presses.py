"""Old buttons, other people's buttons, double taps and buttons that nobody ever made."""

from storage.models import Activity
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, to_summary


async def test_an_old_button_says_so_and_shows_the_current_question(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    old = kader.new()[-1]
    await kader.says("kemarin")
    await kader.presses("Hari ini", on=old)
    kader.sees_toast("form-moved-on")
    assert kader.sees("activity-title").id != old.id


async def test_a_double_tap_answers_once_and_repeats_nothing(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    question = kader.new()[-1]
    data = question.rows[0][0]["callback_data"]
    with bot.asleep():
        await kader.presses_data(data, question)
        await kader.presses_data(data, question)
    await bot.turns()
    kader.sees_toast("form-moved-on")
    shown = [one for one in kader.messages() if one.sender != kader.id]
    assert [one.id for one in shown] == [question.id]
    assert kader.sees("activity-title")


async def test_a_double_tap_on_send_sends_once_and_keeps_the_good_news(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    summary = kader.new()[-1]
    data = summary.rows[0][0]["callback_data"]
    with bot.asleep():
        await kader.presses_data(data, summary)
        await kader.presses_data(data, summary)
    await bot.turns()
    assert len(await bot.rows(Activity)) == 1
    kader.since = 0
    assert kader.sees("activity-saved").id == summary.id
    kader.sees_toast("form-closed")


async def test_a_button_of_a_form_long_gone_takes_its_buttons_away(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    old = kader.new()[-1]
    await kader.says("batal")
    await kader.presses("Ya, batalkan")
    await kader.presses("Hari ini", on=old)
    kader.sees_toast("form-closed")
    assert old.rows == []
    assert await bot.rows(Activity) == []


async def test_somebody_elses_button_changes_nothing_of_theirs(bot: RunningBot) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    await to_summary(siti)
    send = siti.new()[-1].rows[0][0]["callback_data"]
    await rahma.says("/menu")
    await rahma.presses_data(send, rahma.new()[-1])
    rahma.sees_toast("form-closed")
    await rahma.says("/kegiatan")
    await rahma.presses_data(send, rahma.new()[-1])
    rahma.sees_toast("form-moved-on")
    assert await bot.rows(Activity) == []
    await siti.presses("Kirim")
    assert len(await bot.rows(Activity)) == 1


async def test_a_form_button_pressed_in_a_group_says_nothing_there(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    send = kader.new()[-1].rows[0][0]["callback_data"]
    inside = kader.in_group(-2001)
    await inside.says("/bantuan")
    await inside.presses_data(send, inside.new()[-1])
    inside.sees_toast("button-unknown")
    inside.sees_nothing()
    assert await bot.rows(Activity) == []


FORGED = (
    "f:act:0:V", "f:act:0:Q9", "f:act:0:D2026-02-31", "f:act:0:Gxx", "f:act:0:e9", "f:act:0:o",
    "f:act:zzzzzzzz:Q0", "f:zzz:0:Q0", "f:", "f:act", "r:", "r:report", "l:xx", "m:", "m:zz",
    "b:y:", "b:y:x", "b:n:99999999999999999999", "ro:y:x", "inv:y:", "al:-1", "al:99", "k:o:",
    "f:act:0:Vمرحبا",
)  # fmt: skip


async def test_a_forged_button_is_answered_and_does_nothing(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    question = kader.new()[-1]
    for data in FORGED:
        await kader.presses_data(data, question)
        kader.has_not_seen("error-bug")
    await kader.says("/kegiatan")
    assert kader.sees("activity-date")
    assert await bot.rows(Activity) == []
