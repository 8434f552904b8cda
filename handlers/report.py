"""/lapor and /darurat: for anyone, registered or not, in private; numbers first, words sealed."""

from collections.abc import Mapping
from typing import Any

import structlog
from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.drafts import Kept
from bot.errors import AppError
from bot.forms import Acted, Say, settled
from bot.rules.roles import Role
from bot.rules.triage import SAFETY, triage
from bot.settings import Hotline
from bot.texts import plain_of
from bot.work import Work
from handlers.access import Pressed, Private, Typed
from handlers.calls import Calls, Row, label, message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared, context_of, delete_later
from handlers.report_form import LEAVE, REPORT, REPORT_NOW, SEND_NOW
from storage.assignments import holders
from storage.cases import file_case
from storage.outbox import Priority, is_alerted

log = structlog.get_logger(__name__)


def hotline_lines(work: Work) -> str:
    """The numbers to call, SAPA 129 first, with a mark on those not confirmed yet."""
    return "\n".join(_line(work, one) for one in work.around.settings.hotlines)


def _line(work: Work, hotline: Hotline) -> str:
    key = "hotline" if hotline.verified_at else "hotline-unverified"
    return work.say(key, name=hotline.name, number=hotline.number)


def report_flow() -> Flow:
    return Flow(REPORT, _prepare, _done, _acted, _numbers_above)


def report_now_flow() -> Flow:
    return Flow(REPORT_NOW, _prepare, _done, _acted, _numbers_above)


def _numbers_above(work: Work, step: str) -> str:
    """The numbers stand on every safety screen, in the very message of the question: whoever
    leaves quickly leaves no other trace of a report."""
    if step not in SAFETY and step not in REPORT_NOW.by_name:
        return ""
    return f"{work.say('report-numbers')}\n{hotline_lines(work)}"


async def _prepare(work: Work) -> Prepared:
    if work.around.vault is None:
        raise AppError("case-no-key")
    return Prepared({}, {})


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """File the report, alert the officers of the kab, and give the reporter a receipt."""
    vault = work.around.vault
    if vault is None:
        raise AppError("case-no-key")
    whole = {**memory.get("before", {}), **answers}
    urgency = triage(whole)
    kabkota = whole["village"][:5]
    session = await work.session()
    whole["rule"] = urgency.rule
    _, receipt = await file_case(
        session, vault, whole, urgency=urgency.level, kabkota=kabkota, now=work.now
    )
    officers = await holders(session, Role.CASE_OFFICER, kabkota, work.now)
    for chat, language in officers:
        if await is_alerted(session, chat):
            continue
        work.tell(
            chat,
            language,
            "case-alert",
            priority=Priority.ALERT,
            markup=_open_cases(language),
        )
    if not officers:
        log.error("no case officer to alert", kabkota=kabkota)
        for chat, language in await holders(session, Role.AGENCY_PROVINCE, kabkota, work.now):
            work.tell(chat, language, "case-no-officer", priority=Priority.ALERT)
    grouped = " ".join(receipt[start : start + 4] for start in range(0, 16, 4))
    work.tell(work.chat, work.language, "report-receipt", secret=True, receipt=grouped)
    key = "report-filed" if officers else "report-filed-alone"
    return Ending(f"{work.say(key)}\n\n{hotline_lines(work)}")


def _open_cases(language: str) -> dict[str, Any]:
    """The alert's button; it says nothing of what is behind it."""
    words = plain_of(Say("case-open"), language)
    return {"inline_keyboard": [[{"text": words, "callback_data": "k:list"}]]}


async def _acted(
    work: Work, flows: Flows, acted: Acted, kept: Kept, message_id: int | None
) -> Calls:
    """ "Kirim sekarang" asks only for what is missing; "Keluar" destroys the draft."""
    if acted.action == LEAVE:
        work.drafts.drop(kept.draft.form)
        return flows.end(work, Ending(work.say("report-left")), message_id)
    if acted.action != SEND_NOW:
        raise LookupError(acted.action)
    before = dict(settled(REPORT, kept.draft, context_of(work, kept.memory)))
    work.drafts.drop(REPORT.name)
    known = {key: before[key] for key in ("village", "account") if before.get(key)}
    if len(known) == 2:
        ending = await _done(work, known, {"before": before})
        return flows.end(work, ending, message_id)
    prepared = Prepared(known, {"before": before})
    return await flows.open(work, REPORT_NOW.name, prepared, message_id)


def router() -> Router:
    routes = Router(name="report")
    routes.message.register(_report, Typed("lapor", "report"), Private())
    routes.message.register(_numbers, Typed("darurat", "emergency"), Private())
    routes.callback_query.register(_report_pressed, Pressed("m:lapor"), Private())
    routes.callback_query.register(_numbers_pressed, Pressed("m:darurat"), Private())
    return routes


async def _report(event: Message, work: Work, flows: Flows) -> Calls:
    if work.around.vault is not None:
        delete_later(work, event.message_id)
    return await open_report(work, flows)


async def open_report(work: Work, flows: Flows) -> Calls:
    """The first safety question, under the numbers to call."""
    if work.around.vault is None:
        return [message(work, f"{work.say('case-no-key')}\n\n{hotline_lines(work)}")]
    # Who was already sending "now" goes on there, and is not asked everything again.
    begun = REPORT_NOW if work.drafts.get(REPORT_NOW.name) else REPORT
    return await flows.open(work, begun.name)


async def _report_pressed(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    return [toast(query), *await open_report(work, flows)]


async def _numbers(_: Message, work: Work) -> Calls:
    return [message(work, emergency_text(work), _rows(work))]


async def _numbers_pressed(query: CallbackQuery, work: Work) -> Calls:
    return [toast(query), shown(work, None, emergency_text(work), _rows(work))]


def emergency_text(work: Work) -> str:
    return f"{work.say('emergency')}\n{hotline_lines(work)}"


def _rows(work: Work) -> list[Row]:
    return [[(label(work, "menu-lapor"), "m:lapor")]]
