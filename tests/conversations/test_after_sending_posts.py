"""Other systems are owed a post when an activity is saved, found right, and put right."""

import pytest
from sqlalchemy import update

from bot.settings import Settings, WebhookTarget
from storage.models import Activity, WebhookPost
from tests.conversations.after_stories import officer, opens, sent
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, sends_activity

BOTH = WebhookTarget(name="dinas", url="http://a.example/x", secret_env="CIKAR_HOOK_A")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"webhooks": (BOTH,)})


async def owed(bot: RunningBot) -> list[tuple[str, int]]:
    return [(row.event, row.activity_id) for row in await bot.rows(WebhookPost)]


async def test_a_new_one_is_owed_with_its_saving(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    [kept] = await bot.rows(Activity)
    assert await owed(bot) == [("saved", kept.id)]


async def test_found_right_it_is_owed_once(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    await budi.says("/periksa")
    await budi.presses("1. Posyandu Melati")
    shown = budi.sees("after-card")
    await budi.presses("✅ Sesuai", on=shown)
    await budi.presses("◀ Ke antrean")
    assert await owed(bot) == [("verified", number)]


async def test_a_page_owes_one_post_each(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    numbers = [await sent(bot, kader, f"Rapat {at}") for at in range(2)]
    await budi.says("/periksa")
    await budi.presses("✅ Sesuai semua di halaman ini (2)")
    await budi.presses("✅ Ya, 2 kegiatan sesuai")
    assert sorted(await owed(bot)) == [("verified", number) for number in numbers]


async def test_an_edit_is_owed_too_and_none_without_a_change(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await opens(kader, number)
    await kader.presses("✏️ Ubah")
    await kader.presses("Kirim")
    assert await owed(bot) == []
    await kader.presses("✏️ Ubah")
    await kader.presses("✏️ Ubah")
    await kader.presses("Judul")
    await kader.says("Posyandu Mawar")
    await kader.presses("Kirim")
    assert await owed(bot) == [("saved", number)]


async def test_a_return_owes_nothing(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    await sent(bot, kader)
    await budi.says("/periksa")
    await budi.presses("1. Posyandu Melati")
    await budi.presses("↩️ Kembalikan")
    await budi.says("Fotonya kurang")
    assert await owed(bot) == []


async def test_one_that_is_back_after_its_post_passed_it_by_is_owed_again(
    bot: RunningBot,
) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    [kept] = await bot.rows(Activity)
    await opens(kader, kept.id)
    await kader.picks("🗑 Tarik", "Terkirim dua kali")
    async with bot.writing() as session:
        await session.execute(update(WebhookPost).values(state="done", outcome="withdrawn"))
    await kader.presses("Batalkan penarikan")
    assert kader.sees("after-restored")
    [post] = await bot.rows(WebhookPost)
    assert (post.state, post.outcome, post.due_at) == ("queued", None, bot.clock.now())
