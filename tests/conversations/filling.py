"""The answers of a whole form, for stories that begin where it ends."""

from bot.rules.roles import Role
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.texts.ftl import pattern

VILLAGE = "19.01.01.1001"


async def cadre(bot: RunningBot, name: str = "Siti", language: str = "id") -> Somebody:
    """A kader of one village."""
    return await bot.person(name, (Role.CADRE, VILLAGE), language=language)


async def to_summary(kader: Somebody, title: str = "Posyandu Melati") -> None:
    """Answer an activity's questions, the shortest way, up to its summary."""
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says(title)
    if asks(kader, "activity-section"):
        await kader.presses("Reproduksi")
    if asks(kader, "activity-target_groups"):
        await kader.picks("Balita", "Selesai")
    await kader.says("20 L 12 P 5 anak")
    if asks(kader, "activity-funding"):
        await kader.picks("Swadaya Masyarakat", "Selesai")
    await kader.presses("Lewati")


def asks(kader: Somebody, key: str) -> bool:
    """Whether the newest answer asks this."""
    wanted = pattern(key, kader.language)
    return any(wanted.search(shown.text) for shown in kader.new()[-1:])


async def sends_activity(kader: Somebody, title: str = "Posyandu Melati") -> None:
    """A whole activity, sent."""
    await to_summary(kader, title)
    await kader.presses("Kirim")


async def to_account(reporter: Somebody, village: str = "Sungailiat") -> None:
    """Answer a report's questions up to the short account, with no danger at hand."""
    await reporter.says("/lapor")
    await reporter.picks(*["Tidak"] * 5)
    await reporter.picks("Psikis", "Selesai")
    await reporter.presses("13–17 tahun")
    await reporter.says(village)
