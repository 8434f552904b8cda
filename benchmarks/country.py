"""A whole country in the tables: villages, people, requests, kampung and groups."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import text

from bot.clock import SystemClock
from storage.database import Database

VILLAGES_A_KECAMATAN, KECAMATAN_A_KABKOTA, KABKOTA_A_PROVINCE = 12, 14, 13
A_PROVINCE = VILLAGES_A_KECAMATAN * KECAMATAN_A_KABKOTA * KABKOTA_A_PROVINCE
FIRST_PROVINCE = 11
NAMES = ("Siti", "Dewi", "Budi", "Hasan", "Rahma", "Yanti", "Agus", "Rina", "Joko", "Wati")
PLACES = ("Air", "Batu", "Mulia", "Jaya", "Sinar", "Tanjung", "Pasir", "Putih", "Bukit", "Indah")
MORE = (
    "Suka",
    "Maju",
    "Karang",
    "Anyar",
    "Simpang",
    "Tiga",
    "Rias",
    "Kota",
    "Lubuk",
    "Muara",
    "Utara",
)


@dataclass(frozen=True, slots=True)
class Country:
    """How much there is in the tables."""

    people: int
    villages: int
    groups: int

    def village(self, number: int) -> str:
        """The code of the village of that number."""
        province, rest = divmod(number, A_PROVINCE)
        kabkota, rest = divmod(rest, VILLAGES_A_KECAMATAN * KECAMATAN_A_KABKOTA)
        kecamatan, village = divmod(rest, VILLAGES_A_KECAMATAN)
        top = f"{FIRST_PROVINCE + province:02}.{kabkota + 1:02}.{kecamatan + 1:02}"
        return f"{top}.{2001 + village}"

    def place(self, number: int) -> str:
        """A name of two or three words; like real ones it comes back in other kecamatan."""
        first, second = PLACES[number % len(PLACES)], MORE[number * 7 // 3 % len(MORE)]
        third = number // 110
        return f"{first} {second}" if not third else f"{first} {second} {_letters(third)}"


def _letters(number: int) -> str:
    """A number as a word."""
    syllables = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")
    return "".join(syllables[int(digit)] for digit in str(number)).capitalize()


SMALL = Country(people=10_000, villages=840, groups=800)
LARGE = Country(people=1_000_000, villages=84_000, groups=80_000)

_NUMBERS = """
    with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < :count)
"""
_PEOPLE = """
    insert into people (id, telegram_id, name, search_name, phone, language, consent_version,
      consent_at, reachable, created_at)
    {numbers} select 1000 + n, 1000 + n, {first} || ' ' || cast(n as varchar(9)),
      lower({first}) || ' ' || cast(n as varchar(9)), '+62812' || cast(10000000 + n as varchar(9)),
      'id', 1, {at}, true, {at} from numbers where true
"""
_ASSIGNMENTS = """
    insert into assignments (id, person_id, role, region_code, valid_from, suspended, granted_by,
      confirmed_at)
    {numbers} select 1000 + n, 1000 + n,
      case n % 10 when 0 then 'working_group' when 1 then 'patbm_activist' else 'cadre' end,
      code, {at}, false, 1, {at}
    from numbers join places on place = n % {villages} where true
"""
_REQUESTS = """
    insert into member_requests (id, kind, person_id, role, region_code, state, rung, climb_at,
      reminders, created_at)
    {numbers} select 1000 + n, 'join', 1000 + n * 50, 'patbm_activist', code, 'waiting',
      'field_officer', {at}, 0, {at}
    from numbers join places on place = (n * 50) % {villages} where true
"""
_KAMPUNG = """
    insert into kampung (id, region_code, name, created_at, stage, checklist, poktan)
    {numbers} select 1000 + n, code, 'Kampung KB ' || cast(n as varchar(9)), {at}, 'preparation',
      '{{}}', '[]'
    from numbers join places on place = n where true
"""
_GROUPS = """
    insert into groups (chat_id, region_code, title, state, bound_by, bound_at)
    {numbers} select -1000000000000 - n, code, 'POKJA ' || cast(n as varchar(9)), 'active', 1, {at}
    from numbers join places on place = n where true
"""


async def settle(database: Database, country: Country) -> None:
    """Fill an empty, migrated database. The regions become those of the country."""
    regions = list(_regions(country))
    async with database.session() as session:
        await session.execute(
            text(
                "insert into regions (code, name, kind, parent, source) "
                "values (:code, :name, :kind, :parent, 'benchmark')"
            ),
            regions,
        )
        await session.execute(text("create temporary table places (place int, code varchar(13))"))
        await session.execute(
            text("insert into places (place, code) values (:place, :code)"),
            [{"place": n, "code": country.village(n)} for n in range(country.villages)],
        )
        await session.execute(text("create index ix_places on places (place)"))
        for statement, count in _statements(country, is_sqlite=database.is_sqlite):
            await session.execute(text(statement), {"count": count})
        await session.commit()
        await session.execute(text("analyze"))
        await session.commit()


def _statements(country: Country, *, is_sqlite: bool) -> Iterator[tuple[str, int]]:
    """Each statement that fills a table, and how many rows it makes."""
    shown = f"{SystemClock().now():%Y-%m-%d %H:%M:%S.%f}"
    at = f"'{shown}'" if is_sqlite else f"timestamptz '{shown}+00'"
    cases = " ".join(f"when {n} then '{name}'" for n, name in enumerate(NAMES))
    given = {
        "numbers": _NUMBERS,
        "first": f"case n % {len(NAMES)} {cases} end",
        "at": at,
        "villages": country.villages,
    }
    counts = (
        (_PEOPLE, country.people),
        (_ASSIGNMENTS, country.people),
        (_REQUESTS, country.people // 50),
        (_KAMPUNG, country.villages),
        (_GROUPS, country.groups),
    )
    return ((statement.format(**given), count) for statement, count in counts)


def _regions(country: Country) -> Iterator[dict[str, str | None]]:
    """Rows of the regions table, from the village up to its province, each once."""
    seen: set[str] = set()
    for number in range(country.villages):
        code = country.village(number)
        parts = code.split(".")
        for depth, kind in enumerate(("province", "kabkota", "kecamatan")):
            top = ".".join(parts[: depth + 1])
            if top not in seen:
                seen.add(top)
                name = f"{kind.title()} {country.place(len(seen))}"
                parent = ".".join(parts[:depth]) or None
                yield {"code": top, "name": name, "kind": kind, "parent": parent}
        parent = ".".join(parts[:3])
        yield {"code": code, "name": country.place(number), "kind": "desa", "parent": parent}
