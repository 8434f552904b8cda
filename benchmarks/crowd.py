"""The people of a run: those who answer the form, and as many others as the tables should hold."""

from dataclasses import dataclass

from sqlalchemy import insert, select, text

from bot.clock import SystemClock
from bot.rules.regions import VILLAGE_KINDS
from bot.rules.roles import Role
from storage.database import Database
from storage.models import Assignment, PersonRow, RegionRow

SPREAD = 1000
"""Distance between two of the others' ids; who answers lies between them, all over the tables."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """``size`` people who answer in a round, among ``others`` who are only in the tables."""

    size: int
    others: int = 0
    round: int = 0

    def chats(self) -> list[int]:
        """Telegram ids, spread over those of the others."""
        step = max(1, self.others // self.size) * SPREAD
        return [1_000_000_000 + n * step + self.round + 1 for n in range(self.size)]


async def enrol(database: Database, crowd: Crowd) -> None:
    """Register those who answer, each a kader of one village."""
    now = SystemClock().now()
    async with database.session() as session:
        villages = list(
            await session.scalars(select(RegionRow.code).where(RegionRow.kind.in_(VILLAGE_KINDS)))
        )
        people, roles = [], []
        for number, chat in enumerate(crowd.chats()):
            people.append(
                {
                    "id": chat,
                    "telegram_id": chat,
                    "name": "Sari",
                    "language": "id",
                    "consent_version": 1,
                    "consent_at": now,
                    "reachable": True,
                    "created_at": now,
                }
            )
            roles.append(
                {
                    "id": chat,
                    "person_id": chat,
                    "role": Role.CADRE.value,
                    "region_code": villages[number % len(villages)],
                    "valid_from": now,
                    "valid_until": None,
                    "suspended": False,
                    "granted_by": None,
                    "confirmed_by": None,
                    "confirmed_at": now,
                }
            )
        await session.execute(insert(PersonRow), people)
        await session.execute(insert(Assignment), roles)
        await session.commit()


_NUMBERS = """
    with recursive
      numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < :count),
      villages as (
        select code, row_number() over (order by code) - 1 as place from regions
        where kind in ('desa', 'kelurahan')
      ),
      rows as (
        select 1000000000 + n * :spread as id, n, code
        from numbers join villages on place = n % (select count(*) from villages)
      )
"""
_FILL = (
    """insert into people
         (id, telegram_id, name, language, consent_version, consent_at, reachable, created_at)
       {numbers} select id, id, 'Orang ' || n, 'id', 1, :at, true, :at from rows where true""",
    """insert into assignments
         (id, person_id, role, region_code, valid_from, suspended, confirmed_at)
       {numbers} select id, id, 'cadre', code, :at, false, :at from rows where true""",
    """insert into activities
         (id, receipt, person_id, region_code, held_on, title, section, target_groups, agencies,
          funding, male, female, children, place, created_at)
       {numbers} select id, 'KG-' || n, id, code, '2026-11-19', 'Posyandu Melati', 'didik',
         '["balita"]', '["kominfo"]', '["dd"]', 20, 12, 5, 'Balai desa', :at
       from rows where true""",
    """insert into handled_updates (update_id, at) {numbers} select n, :at from rows where true""",
    """insert into deliveries
         (id, method, chat_id, params, priority, state, not_before, attempts, done_at, message_id,
          created_at)
       {numbers} select id, 'sendMessage', id, '{{"text": "Tanda terima", "parse_mode": "HTML"}}',
         2, 'sent', :at, 1, :at, n, :at from rows where true""",
    """insert into drafts (owner, form, is_open, revision, body, updated_at)
       {numbers} select id || '.' || id, 'activity', true, 9, randomblob(600), :at
       from rows where n % 10 = 0""",
)


async def fill(database: Database, others: int) -> None:
    """Fill SQLite's tables: for each of ``others`` a person, an assignment, an activity, a handled
    update and a delivery that was sent, and for one in ten an open draft."""
    at = SystemClock().now().strftime("%Y-%m-%d %H:%M:%S.%f")
    values = {"count": others, "spread": SPREAD, "at": at}
    async with database.session() as session:
        for statement in _FILL:
            await session.execute(text(statement.format(numbers=_NUMBERS)), values)
        await session.commit()
        await session.execute(text("analyze"))
        await session.commit()
