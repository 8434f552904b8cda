"""The desk's page of posts to other systems: numbers and words, never an address's secret."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from bot.rules.roles import Role
from bot.settings import Settings, WebhookTarget
from storage import webhook_posts
from storage.models import WebhookPost
from tests.conversations.driver import RunningBot, running
from tests.conversations.people import Somebody
from tests.reports.activities import an_activity, an_author

TARGETS = (
    WebhookTarget(
        name="dinas",
        url="https://data.example.go.id/masuk/xyz?kunci=abc",
        secret_env="CIKAR_HOOK_A",
    ),
    WebhookTarget(name="bps", url="http://10.0.0.5:8080/x", secret_env="CIKAR_HOOK_B"),
    WebhookTarget(name="salah", url="http://[::1/", secret_env="CIKAR_HOOK_A"),
)


@pytest.fixture
async def bot(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[RunningBot]:
    monkeypatch.setenv("CIKAR_HOOK_A", "rahasia")
    monkeypatch.delenv("CIKAR_HOOK_B", raising=False)
    given = settings.model_copy(update={"webhooks": TARGETS})
    async with running(given, monkeypatch) as bot:
        yield bot


async def desk(bot: RunningBot, language: str = "id") -> Somebody:
    return await bot.person("Hasan", (Role.ADMIN, "19"), language=language)


async def failed(bot: RunningBot, count: int) -> None:
    """So many posts to the first address were given up."""
    person = await an_author(bot.core.database)
    for _ in range(count):
        number = await an_activity(bot.core.database, person)
        async with bot.writing() as session:
            await webhook_posts.owe(session, TARGETS[:1], "saved", number, 0, bot.clock.now())
    async with bot.writing() as session:
        await session.execute(
            update(WebhookPost).values(
                state="failed", status=410, outcome="HTTP 410", done_at=bot.clock.now()
            )
        )


async def test_each_address_is_shown_by_name_and_host_only(bot: RunningBot) -> None:
    await failed(bot, 1)
    hasan = await desk(bot)
    await hasan.says("/admin")
    await hasan.presses("Kiriman ke sistem lain")
    line = hasan.sees("posts-line", name="dinas", host="data.example.go.id", failed="1")
    assert hasan.sees("posts-line", name="bps", host="10.0.0.5", failed="0")
    assert hasan.sees("posts-no-secret", variable="CIKAR_HOOK_B")
    assert hasan.sees("posts-line", name="salah", host="–")
    for words in ("masuk", "kunci", "abc", "rahasia"):
        assert words not in line.text


async def test_failed_posts_are_paged_and_tried_again_by_a_button(bot: RunningBot) -> None:
    await failed(bot, 12)
    hasan = await desk(bot, "en")
    await hasan.says("/admin")
    await hasan.presses("Posts to other systems")
    await hasan.presses("dinas: 12 failed")
    first = hasan.sees("posts-failed-line", event="saved", why="HTTP 410").text
    assert first.count("KG-") == 10
    await hasan.presses_data(f"wp:f:dinas:{await older(bot):x}", hasan.new()[-1])
    rest = hasan.sees("posts-failed-head").text
    assert rest.count("KG-") == 2
    assert not set(receipts(first)) & set(receipts(rest))
    await hasan.presses("Try again")
    hasan.sees_toast("posts-tried-again", count="12")
    assert {one.state for one in await bot.rows(WebhookPost)} == {"queued"}
    await hasan.presses_data("wp:r:dinas", hasan.new()[-1])
    hasan.sees_toast("posts-nothing-to-try")


async def older(bot: RunningBot) -> int:
    """The last post that the first page shows."""
    numbers: list[int] = sorted((one.id for one in await bot.rows(WebhookPost)), reverse=True)
    return numbers[9]


def receipts(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith("KG-")]


@pytest.mark.parametrize(
    "data", ["wp:f:", "wp:f:nobody:", "wp:f:dinas:zzz", "wp:f:dinas:-1", "wp:f:dinas:" + "f" * 16]
)
async def test_a_forged_page_is_the_first_or_an_empty_one(bot: RunningBot, data: str) -> None:
    await failed(bot, 1)
    hasan = await desk(bot)
    await hasan.says("/admin")
    await hasan.presses_data(data, hasan.new()[-1])
    key = "posts-failed-head" if "dinas" in data else "admin-empty"
    assert hasan.sees(key)


async def test_others_see_nothing_of_it_and_try_nothing_again(bot: RunningBot) -> None:
    await failed(bot, 1)
    siti = await bot.person("Siti", (Role.CADRE, "19.01.01.1001"))
    await siti.says("/menu")
    for data in ("wp:l", "wp:f:dinas:", "wp:r:dinas"):
        await siti.presses_data(data, siti.new()[-1])
        assert siti.sees("refused-admin-desk")
    assert {one.state for one in await bot.rows(WebhookPost)} == {"failed"}
