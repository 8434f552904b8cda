"""How stories of what happens after sending begin: activities that were sent, people who check."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select

from bot.clock import new_id, today
from bot.rules.roles import Role
from storage.models import Activity, ActivityChange, ActivityPhoto, PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE
from tests.conversations.people import Somebody
from tests.telegram import Shown

KECAMATAN = "19.01.01"


async def officer(bot: RunningBot, name: str = "Budi", region: str = KECAMATAN) -> Somebody:
    """A PLKB of the kecamatan, who checks."""
    return await bot.person(name, (Role.FIELD_OFFICER, region))


async def sent(
    bot: RunningBot, by: Somebody, title: str = "Posyandu Melati", *, photos: int = 0, **more: Any
) -> int:
    """An activity of somebody, as it stands in the table; its number."""
    number = new_id()
    async with bot.writing() as session:
        owner = await session.scalar(select(PersonRow.id).where(PersonRow.telegram_id == by.id))
        row: dict[str, Any] = {
            "id": number,
            "receipt": f"KG-{number % 10**8}",
            "person_id": owner,
            "region_code": VILLAGE,
            "held_on": today(bot.clock.now()) - timedelta(days=1),
            "title": title,
            "section": "repro",
            "target_groups": ["pus"],
            "agencies": ["pkm"],
            "funding": ["dd"],
            "male": 4,
            "female": 25,
            "children": 30,
            "place": "Balai desa",
            "created_at": bot.clock.now(),
        }
        await session.execute(insert(Activity), [row | more])
        kept = [
            {
                "activity_id": number,
                "position": at,
                "file_id": f"foto{at}-1280",
                "unique_id": f"u-foto{at}",
                "caption": f"Foto ke-{at + 1}",
            }
            for at in range(photos)
        ]
        if kept:
            await session.execute(insert(ActivityPhoto), kept)
    return number


async def several(bot: RunningBot, by: Somebody, count: int) -> list[int]:
    """So many activities, "Kegiatan 1" the oldest."""
    return [await sent(bot, by, f"Kegiatan {number}") for number in range(1, count + 1)]


async def the(bot: RunningBot, number: int) -> Activity:
    """An activity as another session reads it."""
    [found] = [row for row in await bot.rows(Activity) if row.id == number]
    assert isinstance(found, Activity)
    return found


async def changes(bot: RunningBot) -> list[str]:
    """What was noted down, the oldest first."""
    return [row.what for row in sorted(await bot.rows(ActivityChange), key=lambda row: row.id)]


async def opens(who: Somebody, number: int) -> Shown:
    """The card, by the button of a list."""
    await who.says("/menu")
    await who.presses_data(f"ac:o:{number}", who.messages()[-1])
    return who.sees("after-card")


async def presses_forged(who: Somebody, data: str) -> None:
    """A button that no message of theirs has."""
    await who.says("/menu")
    await who.presses_data(data, who.messages()[-1])
