"""/kegiatansaya: what I sent, newest first, page by page."""

from datetime import timedelta

from sqlalchemy import insert, select

from bot.clock import new_id, today
from storage.models import Activity, PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import Somebody


async def has_sent(bot: RunningBot, kader: Somebody, count: int) -> None:
    """So many activities, "Kegiatan 1" the oldest."""
    async with bot.writing() as session:
        owner = await session.scalar(select(PersonRow.id).where(PersonRow.telegram_id == kader.id))
        start = new_id()
        rows = [
            {
                "id": start + number,
                "receipt": f"KG-{number:04d}",
                "person_id": owner,
                "region_code": VILLAGE,
                "held_on": today(bot.clock.now()) - timedelta(days=1),
                "title": f"Kegiatan {number}",
                "section": "lain",
                "target_groups": ["pus"],
                "agencies": ["bps"],
                "funding": ["csr"],
                "male": 1,
                "female": 1,
                "children": 1,
                "created_at": bot.clock.now(),
            }
            for number in range(1, count + 1)
        ]
        await session.execute(insert(Activity), rows)


async def test_without_any_it_says_how_to_begin(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatansaya")
    assert kader.sees("activity-list-empty")


async def test_pages_from_the_newest_to_the_oldest_and_back(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await has_sent(bot, kader, 20)
    await kader.says("/kegiatansaya")
    first = kader.sees("activity-list", first="1", total="20")
    assert "Kegiatan 20\n" in first.text
    assert "Kegiatan 13\n" in first.text
    assert "Kegiatan 12\n" not in first.text
    assert kader.buttons() == ["Lebih lama ▶"]
    await kader.presses("Lebih lama ▶")
    await kader.presses("Lebih lama ▶")
    last = kader.sees("activity-list", first="17", total="20")
    assert last.id == first.id
    assert "Kegiatan 1\n" in last.text
    await kader.presses("◀ Lebih baru")
    assert kader.sees("activity-list", first="9")


async def test_nobody_sees_the_activities_of_others(bot: RunningBot) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    await has_sent(bot, siti, 3)
    await rahma.says("/kegiatansaya")
    assert rahma.sees("activity-list-empty")
