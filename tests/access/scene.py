"""What there is to see and to change, where the table is tried; and one attempt an act."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from bot.clock import new_id
from bot.rules.roles import Act, Role
from storage.activities import village_activities
from storage.assignments import assign
from storage.cases import file_case
from storage.groups import bind_group
from storage.kampung import add_kampung
from storage.models import (
    Activity,
    Assignment,
    Broadcast,
    FailedUpdate,
    Invite,
    Kampung,
    LegalHold,
    MemberRequest,
    RegionRow,
    WorkingGroupChat,
)
from storage.people import register
from storage.requests import ask
from storage.updates import record_failed
from tests.access.viewers import TARGET, Try, Turn, suspended
from tests.conversations.driver import RunningBot

KABKOTA = "19.01"
GROUP = -2001
KAMPUNG, MEMBER, TITLE, ACCOUNT = "Kampung Uji", "Warga Terdaftar", "Posyandu Uji", "rahasia uji"
ANSWERS = {
    "date": "2026-11-19",
    "title": TITLE,
    "section": "reprod",
    "target_groups": ["balita"],
    "agencies": [],
    "participants": {"male": 1, "female": 2, "children": 3},
    "funding": [],
    "place": {"text": "Balai desa"},
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Numbers of what was put there."""

    kampung: int
    member: int
    assignment: int
    request: int
    waiting_role: int
    case: str
    failed: int = 4711


async def set_up(bot: RunningBot) -> Scene:
    """A kampung with an activity, a member whose role rests, a request, a case, a failure."""
    now, vault = bot.clock.now(), bot.core.vault
    assert vault is not None
    async with bot.writing() as session:
        people = [
            await register(
                session, telegram_id=chat, name=name, language="id", consent_version=1, now=now
            )
            for chat, name in ((1, MEMBER), (2, "Pemohon"), (3, "Calon Petugas"), (4, "Pengundang"))
        ]
        resting = await assign(
            session,
            person_id=people[0],
            role=Role.CADRE,
            region=TARGET,
            granted_by=None,
            now=now,
            confirmed=True,
        )
        await suspended(session, resting)
        waiting = await assign(
            session,
            person_id=people[2],
            role=Role.CASE_OFFICER,
            region=KABKOTA,
            granted_by=people[3],
            now=now,
            confirmed=False,
        )
        request = await ask(
            session,
            person=people[1],
            kind="join",
            role=Role.CADRE,
            region=TARGET,
            rung=Role.FIELD_OFFICER,
            climb_at=now,
            now=now,
        )
        await add_kampung(session, TARGET, KAMPUNG, now)
        kampung = await session.scalar(select(Kampung.id).where(Kampung.region_code == TARGET))
        counts = dict(zip(("male", "female", "children"), (1, 2, 3), strict=True))
        lists: Mapping[str, list[str]] = {"target_groups": [], "agencies": [], "funding": []}
        session.add(
            Activity(
                id=new_id(),
                receipt="KG-UJI",
                person_id=people[0],
                region_code=TARGET,
                held_on=now.date(),
                title=TITLE,
                section="reprod",
                created_at=now,
                **counts,
                **lists,
            )
        )
        answers = {"village": TARGET, "account": ACCOUNT}
        case, _ = await file_case(
            session, vault, answers, urgency="tinggi", kabkota=KABKOTA, now=now
        )
        await record_failed(session, 4711, now, "ValueError", "-")
    return Scene(kampung or 0, people[0], resting, request.id, waiting, case)


async def tries_to_log(turn: Turn, _: Scene) -> bool:
    await turn.done("activity", ANSWERS, home=TARGET)
    return bool(await turn.find(select(func.count()).select_from(Activity)) == 2)


async def tries_to_read_activities(turn: Turn, scene: Scene) -> bool:
    return any(TITLE in text for text in await turn.presses(f"kp:a:{scene.kampung}"))


async def reads_without_asking(turn: Turn, _: Scene) -> bool:
    person, session = turn.work.person, await turn.work.session()
    assert person is not None
    return bool(await village_activities(session, person, TARGET, limit=5))


async def tries_to_open_a_case(turn: Turn, scene: Scene) -> bool:
    return any(ACCOUNT in text for text in await turn.presses(f"k:o:{scene.case}"))


async def tries_to_broadcast(turn: Turn, _: Scene) -> bool:
    answers = {"text": "Halo", "audience": "all", "region": TARGET, "when": "now"}
    await turn.done("broadcast", answers)
    return bool(await turn.find(select(Broadcast.id)))


async def tries_to_bind(turn: Turn, _: Scene) -> bool:
    await turn.says("/start g19-01-01-1001", chat=GROUP)
    return bool(await turn.find(select(WorkingGroupChat.chat_id)))


async def binds_without_asking(turn: Turn, _: Scene) -> bool:
    person, work = turn.work.person, turn.work
    assert person is not None
    await bind_group(await work.session(), person, GROUP, TARGET, "POKJA", work.now)
    return bool(await turn.find(select(WorkingGroupChat.chat_id)))


async def tries_to_invite(turn: Turn, _: Scene) -> bool:
    role = str(list(Role).index(Role.CADRE))
    await turn.done("invite", {"role": role, "region": TARGET, "uses": "1", "hours": "24"})
    return bool(await turn.find(select(func.count()).select_from(Invite)))


async def tries_to_approve(turn: Turn, scene: Scene) -> bool:
    await turn.presses(f"rq:y:{scene.request}")
    return bool(await turn.find(select(MemberRequest.state)) == "approved")


async def tries_to_confirm(turn: Turn, scene: Scene) -> bool:
    await turn.presses(f"ro:y:{scene.waiting_role}")
    confirmed = select(Assignment.confirmed_at).where(Assignment.id == scene.waiting_role)
    return await turn.find(confirmed) is not None


async def tries_to_see_a_member(turn: Turn, scene: Scene) -> bool:
    return any(MEMBER in text for text in await turn.presses(f"mb:o:{scene.assignment}"))


async def tries_to_resume_a_role(turn: Turn, scene: Scene) -> bool:
    await turn.presses(f"mb:u:{scene.assignment}")
    resting = select(Assignment.suspended).where(Assignment.id == scene.assignment)
    return await turn.find(resting) is False


async def tries_to_see_a_kampung(turn: Turn, scene: Scene) -> bool:
    return any(KAMPUNG in text for text in await turn.presses(f"kp:o:{scene.kampung}"))


async def tries_to_tick(turn: Turn, scene: Scene) -> bool:
    await turn.presses(f"kp:t:{scene.kampung}:decree")
    return "decree" in await turn.find(select(Kampung.checklist))


async def tries_to_rename(turn: Turn, _: Scene) -> bool:
    answers = {"region": TARGET, "title": "Nama Baru", "on": "2026-11-19", "source": "Perda uji"}
    await turn.done("region_name", answers)
    named = select(RegionRow.name).where(RegionRow.code == TARGET)
    return bool(await turn.find(named) == "Nama Baru")


async def tries_to_put_a_failure_away(turn: Turn, scene: Scene) -> bool:
    await turn.presses(f"ad:r:{scene.failed}")
    return await turn.find(select(FailedUpdate.update_id)) is None


async def tries_to_hold(turn: Turn, scene: Scene) -> bool:
    await turn.done("hold", {"reason": "perkara uji"}, person=scene.member)
    return bool(await turn.find(select(LegalHold.id)))


@dataclass(frozen=True, slots=True)
class Attempt:
    """How to try an act in ``where``; ``bare`` when its check is no part of ``require``."""

    where: str
    does: Try
    bare: Try | None = None


ATTEMPTS: dict[Act, Attempt] = {
    Act.LOG_ACTIVITY: Attempt(TARGET, tries_to_log),
    Act.READ_ACTIVITY: Attempt(TARGET, tries_to_read_activities, reads_without_asking),
    Act.READ_CASE: Attempt(KABKOTA, tries_to_open_a_case),
    Act.BROADCAST: Attempt(TARGET, tries_to_broadcast),
    Act.BIND_GROUP: Attempt(TARGET, tries_to_bind, binds_without_asking),
    Act.INVITE: Attempt(TARGET, tries_to_invite),
    Act.APPROVE_MEMBER: Attempt(TARGET, tries_to_approve),
    Act.CONFIRM_ROLE: Attempt(KABKOTA, tries_to_confirm),
    Act.READ_MEMBER: Attempt(TARGET, tries_to_see_a_member),
    Act.MANAGE_MEMBER: Attempt(TARGET, tries_to_resume_a_role),
    Act.READ_KAMPUNG: Attempt(TARGET, tries_to_see_a_kampung),
    Act.EDIT_KAMPUNG: Attempt(TARGET, tries_to_tick),
    Act.EDIT_REGION: Attempt(TARGET, tries_to_rename),
    Act.ADMIN_DESK: Attempt("", tries_to_put_a_failure_away),
    Act.HOLD_DATA: Attempt(TARGET, tries_to_hold),
}
"""A failure of the program belongs to no region: whoever has the desk anywhere may put it away."""
