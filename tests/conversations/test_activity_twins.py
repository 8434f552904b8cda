"""The same activity twice: asked about before it is written, and written when one says so."""

from bot.rules.roles import Role
from storage.models import Activity, DraftRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre, sends_activity


async def test_the_same_again_on_one_day_is_asked_about(bot: RunningBot) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    await sends_activity(siti)
    await sends_activity(rahma, "posyandu  MELATI")
    question = rahma.sees("activity-twin-other", title="Posyandu Melati")
    assert "Siti" not in question.text
    assert len(await bot.rows(Activity)) == 1
    yes = question.rows[0][0]["callback_data"]
    await rahma.presses("Ya, simpan")
    assert rahma.sees("activity-saved")
    await rahma.presses_data(yes, question)
    rahma.sees_toast("form-closed")
    assert len(await bot.rows(Activity)) == 2


async def test_ones_own_again_can_be_looked_at_and_dropped(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    await sends_activity(kader)
    question = kader.sees("activity-twin-own")
    await kader.presses("Lihat")
    assert kader.sees_text("Posyandu Melati")
    await kader.presses_data(
        next(b["callback_data"] for row in question.rows for b in row if "batalkan" in b["text"]),
        question,
    )
    assert kader.sees("form-cancelled")
    assert len(await bot.rows(Activity)) == 1
    assert await bot.rows(DraftRow) == []


async def test_an_old_answer_to_the_doubt_saves_nothing(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    await sends_activity(kader)
    question = kader.sees("activity-twin-own")
    yes = question.rows[0][0]["callback_data"]
    await kader.says("kembali")
    await kader.presses_data(yes, question)
    kader.sees_toast("form-moved-on")
    await kader.presses_data("an:y:0", question)
    kader.sees_toast("form-moved-on")
    assert len(await bot.rows(Activity)) == 1


async def test_another_title_or_another_village_is_no_double(bot: RunningBot) -> None:
    siti = await cadre(bot)
    other = await bot.person("Rahma", (Role.CADRE, "19.01.01.1002"))
    await sends_activity(siti)
    await sends_activity(siti, "Posyandu Kenanga")
    await sends_activity(other)
    assert len(await bot.rows(Activity)) == 3


async def test_one_that_cannot_be_opened_is_not_offered_to_be_looked_at(bot: RunningBot) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    budi = await bot.person("Budi", (Role.CADRE, VILLAGE), (Role.FIELD_OFFICER, VILLAGE))
    await sends_activity(siti)
    await sends_activity(rahma)
    assert rahma.sees("activity-twin-other")
    assert not [one for one in rahma.buttons() if "Lihat" in one]
    await sends_activity(budi)
    await budi.presses("Lihat")
    assert budi.sees("after-card")
