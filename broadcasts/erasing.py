"""Erases a person's data, in parts that are each committed; killed anywhere, it goes on.

A legal hold keeps the account, activities, problems, broadcasts, requests and the log of roles;
what is queued or was delivered to the person, drafts, files and invite links go all the same.
"""

from datetime import timedelta

from bot import texts
from bot.drafts import owner_of
from broadcasts.jobs import NotYet, Tools
from storage import addressed, erasure, erasure_village, holds, idle, outbox
from storage.jobs import ClaimedJob
from storage.outbox import Priority

SOON = timedelta(minutes=1)
UNDER_WAY = timedelta(minutes=10)
HELD = timedelta(days=30)
"""Lifting a hold makes the job due at once; this is only in case that was missed."""

IN_PARTS = (
    erasure_village.empty_activities,
    erasure_village.empty_problems,
    erasure.empty_role_log,
)
"""What may be much: emptied part by part, each committed."""


async def erase(tools: Tools, job: ClaimedJob) -> str | None:
    """Do as much as may be done now. Raises :class:`NotYet` while something keeps the rest."""
    person = int(job.params["person"])
    async with tools.database.session() as session:
        found = await erasure.person_to_erase(session, person)
        is_kept = job.params.get("idle") and not await idle.is_idle(
            session, person, tools.clock.now()
        )
    if found is not None and is_kept:
        return "has a role again"
    if found is not None:
        telegram_id, language = found
        await _free_parts(tools, person, telegram_id)
        after = await _deliveries(tools, telegram_id)
        await _stop_for_holds(tools, job, person, telegram_id, language)
        await _held_parts(tools, person)
        await _close(tools, person, telegram_id, language, after)
        tools.wake.ring()
    await _forget_last_word(tools, person)
    if not await tools.database.checkpoint():
        raise NotYet(tools.clock.now() + SOON, "the log beside the file is being read")
    return None


async def _free_parts(tools: Tools, person: int, telegram_id: int) -> None:
    """What no hold keeps."""
    now, owner = tools.clock.now(), owner_of(telegram_id, telegram_id)
    hidden = tools.vault.owner(owner) if tools.vault else None
    async with tools.database.session() as session:
        await erasure.end_roles(session, person, now)
        await erasure.withdraw_requests(session, person, now)
        await erasure.drop_drafts(session, person, telegram_id, hidden, now)
        await erasure.drop_files(session, person, now)
        await erasure.revoke_invites(session, person, now)
        await session.commit()


async def _deliveries(tools: Tools, telegram_id: int) -> int:
    """Everything queued for or delivered to the person, slice by slice. Returns the last id."""
    after, is_busy = 0, False
    while True:
        async with tools.database.session() as session:
            upto = await addressed.slice_end(session, after)
            if upto is None:
                break
            now = tools.clock.now()
            _, in_hand = await addressed.empty(session, telegram_id, after, upto, now)
            await session.commit()
        is_busy, after = is_busy or in_hand > 0, upto
    if is_busy:
        raise NotYet(tools.clock.now() + SOON, "a message is under way")
    return after


async def _stop_for_holds(
    tools: Tools, job: ClaimedJob, person: int, telegram_id: int, language: str
) -> None:
    """While a hold is in force the rest waits; who asked before it was placed is told of it."""
    now = tools.clock.now()
    async with tools.database.session() as session:
        found = await holds.on(session, person)
        for hold in found:
            if hold.placed_at > job.created_at:
                text = texts.say("erase-held", language, reason=hold.reason)
                await outbox.queue(
                    session,
                    [
                        outbox.delivery(
                            telegram_id,
                            "sendMessage",
                            {"text": text, "parse_mode": "HTML"},
                            priority=Priority.ANSWER,
                            now=now,
                            once=f"held:{hold.id}",
                            seal_with=tools.vault,
                        )
                    ],
                )
        await session.commit()
    if found:
        tools.wake.ring()
        await tools.database.checkpoint()
        raise NotYet(now + HELD, "legal hold")


async def _held_parts(tools: Tools, person: int) -> None:
    now = tools.clock.now()
    async with tools.database.session() as session:
        is_running = await erasure.empty_broadcasts(session, person, now)
        await erasure.empty_requests(session, person, now)
        await erasure_village.empty_notes(session, person, now)
        await erasure_village.empty_interventions(session, person, now)
        await session.commit()
    for empty in IN_PARTS:
        done: int | None = 0
        while done is not None:
            async with tools.database.session() as session:
                done = await empty(session, person, done, now)
                await session.commit()
    if is_running:
        raise NotYet(now + UNDER_WAY, "a broadcast is under way")


async def _close(tools: Tools, person: int, telegram_id: int, language: str, after: int) -> None:
    """Empty the account, with what was queued meanwhile, and say so: the last that is sent."""
    now = tools.clock.now()
    last = outbox.delivery(
        telegram_id,
        "sendMessage",
        {"text": texts.say("erase-done", language), "parse_mode": "HTML"},
        priority=Priority.ANSWER,
        now=now,
        once=_once(person),
        seal_with=tools.vault,
    )
    async with tools.database.session() as session:
        upto = await addressed.slice_end(session, after)
        while upto is not None:
            await addressed.empty(session, telegram_id, after, upto, now)
            after = upto
            upto = await addressed.slice_end(session, after)
        if await erasure.close_person(session, person, now):
            await outbox.queue(session, [last])
        await session.commit()


async def _forget_last_word(tools: Tools, person: int) -> None:
    """The last message's own row is emptied as soon as it has ended."""
    async with tools.database.session() as session:
        is_ended = await addressed.forget(session, _once(person))
        await session.commit()
    if not is_ended:
        raise NotYet(tools.clock.now() + SOON, "the last message has not left")


def _once(person: int) -> str:
    return f"erased:{person}"
