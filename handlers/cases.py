"""/kasus: case officers read reports, in private, with everything they read written down."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import WIB
from bot.errors import AppError, NotFound
from bot.rules.lists import AGE_BANDS, VIOLENCE, label_of
from bot.rules.roles import Act
from bot.rules.triage import SAFETY
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, toast
from storage.cases import CaseLine, open_case, queue_of
from storage.secrets import Vault

MARKS = {"tinggi": "🔴", "sedang": "🟠", "rendah": "🟡"}
SHOWN = 20


def router() -> Router:
    routes = Router(name="cases")
    routes.message.middleware(Needs(Act.READ_CASE))
    routes.callback_query.middleware(Needs(Act.READ_CASE))
    routes.message.register(_queue, Typed("kasus", "cases"), Private())
    routes.callback_query.register(_queue_pressed, Pressed("k:list"), Private())
    routes.callback_query.register(_queue_pressed, Pressed("m:kasus"), Private())
    routes.callback_query.register(_open, Pressed("k:o:"), Private())
    return routes


def _vault(work: Work) -> Vault:
    if work.around.vault is None:
        raise AppError("case-no-key")
    return work.around.vault


async def _queue(_: Message, work: Work) -> Calls:
    return await _show_queue(work)


async def _queue_pressed(query: CallbackQuery, work: Work) -> Calls:
    return [toast(query), *await _show_queue(work)]


async def _show_queue(work: Work) -> Calls:
    viewer = require(work.person, Act.READ_CASE)
    lines = await queue_of(await work.session(), _vault(work), viewer, work.now)
    if not lines:
        return [message(work, work.say("case-queue-empty"), protect=True)]
    rows: list[Row] = [[(_button(work, line), f"k:o:{line.id}")] for line in lines[:SHOWN]]
    text = work.say("case-queue", count=str(len(lines)), shown=str(len(rows)))
    return [message(work, text, rows, protect=True)]


def _button(work: Work, line: CaseLine) -> str:
    """Only what stands in clear: urgency, kab/kota and the time it came."""
    return label(
        work,
        "case-line",
        mark=MARKS.get(line.urgency, ""),
        region=work.around.book.title(line.kabkota),
        time=f"{line.created_at.astimezone(WIB):%d/%m %H.%M}",
    )


async def _open(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer = require(work.person, Act.READ_CASE)
    found = await open_case(await work.session(), _vault(work), viewer, rest, work.now)
    if found is None:
        # Not an error to raise: the refusal's audit row must commit.
        gone = NotFound("case-unknown")
        return [toast(query, label(work, gone.key), alert=True)]
    line, answers = found
    return [toast(query), message(work, _text(work, line, answers), protect=True)]


def _text(work: Work, line: CaseLine, answers: Mapping[str, Any]) -> str:
    lines = [
        work.say(
            "case-head",
            urgency=label(work, f"urgency-{line.urgency}"),
            status=line.status,
            time=line.created_at,
        )
    ]
    yes = [label(work, f"report-{key}-label") for key in SAFETY if answers.get(key) is True]
    if yes:
        lines.append(work.say("case-safety", value=", ".join(yes)))
    shown = {
        "kinds": ", ".join(label_of(VIOLENCE, kind) for kind in answers.get("kinds") or ()),
        "age": label_of(AGE_BANDS, answers.get("age") or "—"),
        "village": work.around.book.title(answers.get("village") or "—"),
        "account": answers.get("account") or "—",
    }
    for name, value in shown.items():
        named = label(work, f"report-{name}-label")
        lines.append(work.say("case-value", label=named, value=value or "—"))
    lines.append(work.say("case-next"))
    return "\n".join(lines)
