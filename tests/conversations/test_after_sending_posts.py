"""Other systems are owed a post when an activity is found right, and when it was put right."""

import pytest

from bot.settings import Settings, WebhookTarget
from storage.models import WebhookPost
from tests.conversations.after_stories import officer, opens, sent
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre

BOTH = WebhookTarget(name="dinas", url="http://a.example/x", secret_env="CIKAR_HOOK_A")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"webhooks": (BOTH,)})


async def owed(bot: RunningBot) -> list[tuple[str, int]]:
    return [(row.event, row.activity_id) for row in await bot.rows(WebhookPost)]


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
