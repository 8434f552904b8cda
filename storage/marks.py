"""Numbers of the last change of what every process keeps in memory: the territory, hint words."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage.models import Mark


async def mark_of(session: AsyncSession, name: str) -> str:
    """The number of the last change; empty before the first."""
    return await session.scalar(select(Mark.value).where(Mark.name == name)) or ""


async def touch(session: AsyncSession, name: str) -> None:
    """Number this change: every process reads it anew. Whoever changes the same thing at the same
    time waits here until this transaction has ended."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(Mark).values(name=name, value=str(new_id()))
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["name"], set_={"value": statement.excluded.value}
        )
    )
