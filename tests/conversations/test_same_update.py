"""The same update twice: at most the question once more, never its effect."""

from storage.models import Activity, Case, HandledUpdate
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, to_account, to_summary


async def test_twice_in_one_batch(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    with bot.asleep():
        await kader.says("kemarin")
    bot.telegram.updates.append(bot.telegram.updates[-1])
    await bot.turns()
    assert kader.sees("activity-title")
    assert len(await bot.rows(HandledUpdate)) == 2
    await kader.says("Posyandu")
    assert kader.sees("activity-participants")


async def test_twice_in_two_batches(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    with bot.asleep():
        await kader.presses("Kirim")
    again = list(bot.telegram.updates)
    await bot.turns()
    await bot.stops()
    await bot.starts()
    bot.telegram.updates = again
    await bot.turns()
    assert len(await bot.rows(Activity)) == 1
    assert len([one for one in kader.messages() if "🧾" in one.text]) == 1


async def test_after_a_crash_before_the_answer_the_question_is_shown(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    with bot.asleep():
        await kader.says("kemarin")
    await bot.dies_before_answering()
    kader.sees_nothing()
    await bot.turns()
    assert kader.sees("activity-title")
    assert len(kader.new()) == 1


async def test_after_a_crash_at_the_end_the_receipt_still_comes_once(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    with bot.asleep():
        await kader.presses("Kirim")
    await bot.dies_before_answering()
    await bot.turns()
    assert kader.sees("activity-receipt")
    assert len(await bot.rows(Activity)) == 1
    await kader.presses("Kirim")
    kader.sees_toast("form-closed")
    assert len(await bot.rows(Activity)) == 1


async def test_after_a_crash_a_report_is_filed_once(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await to_account(ani)
    await ani.says("Anak sering dimarahi")
    await ani.presses("🟠 Sedang")
    with bot.asleep():
        await ani.presses("Kirim")
    await bot.dies_before_answering()
    await bot.turns()
    assert ani.sees("report-receipt")
    assert len(await bot.rows(Case)) == 1


async def test_a_backlog_is_answered_in_order(bot: RunningBot) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    with bot.asleep():
        for one in (siti, rahma):
            await one.answers("/kegiatan", "kemarin", "Kunjungan", "lainnya")
    await bot.turns()
    for one in (siti, rahma):
        one.since = 0
        asked = [shown.text for shown in one.new()]
        assert len(asked) == 4
        assert one.sees("activity-target_groups").text == asked[-1]
