"""Which groups hear of each activity of their kampung in a line; none does until it is switched
on."""

from collections.abc import Sequence

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Act, Person
from storage.models import WorkingGroupChat
from storage.people import within


async def set_posting(session: AsyncSession, viewer: Person, chat: int, on: bool) -> bool:
    """Switch a group's posts on or off. False when there is nothing ``viewer`` may switch, or it
    stands so already."""
    taken = await session.scalar(
        update(WorkingGroupChat)
        .where(
            WorkingGroupChat.chat_id == chat,
            WorkingGroupChat.state != "unbound",
            WorkingGroupChat.posts_activities.is_(not on),
            within(WorkingGroupChat.region_code, viewer.regions_for(Act.BIND_GROUP)),
        )
        .values(posts_activities=on)
        .returning(WorkingGroupChat.chat_id)
        .execution_options(synchronize_session=False)
    )
    return taken is not None


async def posting_groups(session: AsyncSession, viewer: Person, region: str) -> Sequence[int]:
    """The active groups of a village that want posts and let the bot write; none
    for whoever may log nothing there."""
    if not viewer.may(Act.LOG_ACTIVITY, region):
        return ()
    rows = await session.scalars(
        select(WorkingGroupChat.chat_id)
        .where(
            WorkingGroupChat.region_code == region,
            WorkingGroupChat.state == "active",
            WorkingGroupChat.posts_activities.is_(True),
            or_(WorkingGroupChat.can_post.is_(None), WorkingGroupChat.can_post.is_(True)),
        )
        .order_by(WorkingGroupChat.chat_id)
    )
    return rows.all()
