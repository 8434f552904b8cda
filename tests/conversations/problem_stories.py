"""Problems as stories begin with them: noted by a kader, planned for by the POKJA."""

from bot.rules.roles import Role
from storage.models import Intervention, Problem
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE
from tests.conversations.people import Somebody

SIBLING, KECAMATAN, KABKOTA = "19.01.01.1002", "19.01.01", "19.01"
WHAT = "12 balita di Dusun 2 tidak naik berat badannya"
PLAN = "Pemberian makanan tambahan tiap minggu"


async def pokja(bot: RunningBot, name: str = "Rina", region: str = VILLAGE) -> Somebody:
    return await bot.person(name, (Role.WORKING_GROUP, region))


async def officer(bot: RunningBot, name: str = "Rudi", region: str = KECAMATAN) -> Somebody:
    return await bot.person(name, (Role.FIELD_OFFICER, region))


async def to_what(kader: Somebody, category: str = "Stunting") -> None:
    """Begin a new problem, up to its first question about the matter itself."""
    await kader.says("/masalah")
    await kader.presses("Catat masalah")
    await kader.presses(category)


async def to_summary(kader: Somebody, what: str = WHAT, category: str = "Stunting") -> None:
    await to_what(kader, category)
    await kader.answers(what, "12")
    await kader.presses("Bulan ini")
    await kader.says("Hasil timbang Posyandu")
    await kader.presses("Lewati")
    await kader.presses("🔴 Tinggi")


async def notes(kader: Somebody, what: str = WHAT, category: str = "Stunting") -> None:
    """A whole problem told in words, sent."""
    await to_summary(kader, what, category)
    await kader.presses("Kirim")


async def notes_of_children(kader: Somebody, band: str = "kurang dari 5") -> None:
    """A whole problem told by choices, sent."""
    await to_what(kader, "Perkawinan anak")
    await kader.presses("Ada perkawinan di bawah 19 tahun di desa")
    await kader.presses(band)
    await kader.presses("Bulan ini")
    await kader.presses("🔴 Tinggi")
    await kader.presses("Kirim")


async def opens(who: Somebody, title: str = WHAT) -> None:
    """The card of a problem, by the list."""
    await who.says("/masalah")
    await who.presses(title)


async def plans(rina: Somebody, title: str = WHAT, day: str = "besok") -> None:
    await opens(rina, title)
    await rina.presses("Rencanakan intervensi")
    await rina.answers("puskesmas", PLAN, day)
    await rina.presses("Kirim")


async def the_problem(bot: RunningBot) -> Problem:
    [row] = await bot.rows(Problem)
    assert isinstance(row, Problem)
    return row


async def the_plan(bot: RunningBot) -> Intervention:
    [row] = await bot.rows(Intervention)
    assert isinstance(row, Intervention)
    return row
