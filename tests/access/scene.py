"""What there is to see and to change, where the table is tried; and one attempt an act."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from bot.clock import new_id
from bot.errors import NotAllowed
from bot.rules.export_order import Order
from bot.rules.roles import Act, Grant, Person, Role
from storage import exporting, hints
from storage.activities import village_activities, village_entries
from storage.activity_checks import Seen, give_back, verify
from storage.activity_lists import waiting, whole
from storage.assignments import assign
from storage.cases import file_case
from storage.groups import bind_group
from storage.kampung import add_kampung
from storage.models import (
    Activity,
    Assignment,
    Broadcast,
    FailedUpdate,
    HintRow,
    Intervention,
    Invite,
    Job,
    Kampung,
    LegalHold,
    MemberRequest,
    Problem,
    RegionRow,
    WorkingGroupChat,
)
from storage.people import register
from storage.problem_changes import note
from storage.problem_pages import page
from storage.problems import open_problems, problem_for
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


PROBLEM = "Sampah menumpuk di sungai"
NEW_PROBLEM = {
    "category": "ekonomi",
    "what": "Harga karet turun lama",
    "since": "2026-11-01",
    "priority": "sedang",
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
    problem: int
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
        author = Person(people[0], 1, MEMBER, "id", (Grant(Role.CADRE, TARGET),))
        words = {**NEW_PROBLEM, "category": "lingkung", "what": PROBLEM, "since": None}
        problem, _ = await note(session, author, TARGET, words, under=5, now=now)
        await record_failed(session, 4711, now, "ValueError", "-")
    return Scene(kampung or 0, people[0], resting, request.id, waiting, case, problem)


async def tries_to_log(turn: Turn, _: Scene) -> bool:
    await turn.done("activity", ANSWERS, home=TARGET)
    return bool(await turn.find(select(func.count()).select_from(Activity)) == 2)


async def starts_from_others_without_asking(turn: Turn, _: Scene) -> bool:
    person, session = turn.work.person, await turn.work.session()
    assert person is not None
    return bool(await village_entries(session, person, TARGET, limit=5))


async def tries_to_read_activities(turn: Turn, scene: Scene) -> bool:
    return any(TITLE in text for text in await turn.presses(f"kp:a:{scene.kampung}"))


async def reads_without_asking(turn: Turn, _: Scene) -> bool:
    person, session = turn.work.person, await turn.work.session()
    assert person is not None
    return bool(await village_activities(session, person, TARGET, limit=5))


async def tries_to_export(turn: Turn, _: Scene) -> bool:
    answers = {"region": TARGET, "period": "year", "columns": "cikar-x"}
    await turn.done("export", answers)
    return bool(await turn.find(select(Job.id).where(Job.kind == "export")))


async def exports_without_asking(turn: Turn, _: Scene) -> bool:
    person, session = turn.work.person, await turn.work.session()
    assert person is not None
    order = Order(TARGET, date(2026, 1, 1), date(2026, 12, 31))
    try:
        exporting.job_params(person, order)
    except NotAllowed:
        assert await exporting.count(session, person, order, 9) == 0
        return False
    return await exporting.count(session, person, order, 9) == 1


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


async def tries_to_teach_a_word(turn: Turn, _: Scene) -> bool:
    await turn.done("hintword", {"kind": "section", "word": "senam", "to": "repro"})
    return bool(await turn.find(select(HintRow.value)) == "repro")


async def teaches_without_asking(turn: Turn, _: Scene) -> bool:
    person, work = turn.work.person, turn.work
    assert person is not None
    session = await work.session()
    is_seen = bool(await hints.listed(session, person, "section"))
    try:
        await hints.point(session, person, "section", "senam", "repro", work.now)
    except NotAllowed:
        assert await turn.find(select(HintRow.value)) is None
        return is_seen
    return bool(await turn.find(select(HintRow.value)) == "repro")


async def tries_to_note_a_problem(turn: Turn, _: Scene) -> bool:
    await turn.done("problem", NEW_PROBLEM, home=TARGET)
    return bool(await turn.find(select(func.count()).select_from(Problem)) == 2)


async def notes_without_asking(turn: Turn, _: Scene) -> bool:
    person, work = turn.work.person, turn.work
    assert person is not None
    values = {**NEW_PROBLEM, "since": None}
    with contextlib.suppress(NotAllowed):
        await note(await work.session(), person, TARGET, values, under=5, now=work.now)
    return bool(await turn.find(select(func.count()).select_from(Problem)) == 2)


async def tries_to_read_a_problem(turn: Turn, scene: Scene) -> bool:
    return any(PROBLEM in text for text in await turn.presses(f"pr:o:{scene.problem}"))


async def reads_problems_without_asking(turn: Turn, scene: Scene) -> bool:
    person, session = turn.work.person, await turn.work.session()
    assert person is not None
    found = [
        bool(await open_problems(session, person, [TARGET], 9)),
        bool([one for one in await page(session, person, limit=9) if one.title == PROBLEM]),
        await problem_for(session, person, scene.problem) is not None,
    ]
    assert len(set(found)) == 1
    return found[0]


async def tries_to_plan(turn: Turn, scene: Scene) -> bool:
    answers = {"agency": ["pkm"], "what": "Timbang ulang", "planned_on": "2026-11-20"}
    await turn.done("intervention", answers, problem=scene.problem)
    return bool(await turn.find(select(Intervention.id)))


THE_ACTIVITY = select(Activity.id).where(Activity.receipt == "KG-UJI")
ITS_STATE = select(Activity.state).where(Activity.receipt == "KG-UJI")


async def tries_to_verify(turn: Turn, _: Scene) -> bool:
    number = await turn.find(THE_ACTIVITY)
    await turn.presses(f"av:y:{number}:0:s")
    return bool(await turn.find(ITS_STATE) == "verified")


async def verifies_without_asking(turn: Turn, _: Scene) -> bool:
    """Sees it in the queue and by itself, finds it right and returns it; or none of these."""
    person, session = turn.work.person, await turn.work.session()
    assert person is not None
    number, now = await turn.find(THE_ACTIVITY), turn.work.now
    seen = Seen(number, 0, "saved")
    found = [await whole(session, person, number), *await waiting(session, person, limit=5)]
    try:
        taken = await verify(session, person, [seen], now)
        back = await give_back(session, person, Seen(number, 0, "verified"), "Kurang", now)
    except NotAllowed:
        taken, back = [], None
    is_left = await turn.find(ITS_STATE) == "saved"
    did = [len([one for one in found if one]) == 2, bool(taken), back is not None, not is_left]
    assert all(did) or not any([*filter(None, found), *did])
    return all(did)


@dataclass(frozen=True, slots=True)
class Attempt:
    """How to try an act in ``where``; ``bare`` when its check is no part of ``require``."""

    where: str
    does: Try
    bare: Try | None = None


ATTEMPTS: dict[Act, Attempt] = {
    Act.LOG_ACTIVITY: Attempt(TARGET, tries_to_log, starts_from_others_without_asking),
    Act.READ_ACTIVITY: Attempt(TARGET, tries_to_read_activities, reads_without_asking),
    Act.EXPORT_ACTIVITY: Attempt(TARGET, tries_to_export, exports_without_asking),
    Act.VERIFY_ACTIVITY: Attempt(TARGET, tries_to_verify, verifies_without_asking),
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
    Act.REPORT_PROBLEM: Attempt(TARGET, tries_to_note_a_problem, notes_without_asking),
    Act.READ_PROBLEM: Attempt(TARGET, tries_to_read_a_problem, reads_problems_without_asking),
    Act.PLAN_INTERVENTION: Attempt(TARGET, tries_to_plan),
    Act.EDIT_HINTS: Attempt("19", tries_to_teach_a_word, teaches_without_asking),
    Act.ADMIN_DESK: Attempt("", tries_to_put_a_failure_away),
    Act.HOLD_DATA: Attempt(TARGET, tries_to_hold),
}
"""A failure of the program belongs to no region: whoever has the desk anywhere may put it away."""
