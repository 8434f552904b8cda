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
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from storage.cases import CaseLine, open_case, queue_of
from storage.secrets import Vault

MARKS = {"tinggi": "🔴", "sedang": "🟠", "rendah": "🟡"}
SHOWN = 20
MOST_OFFSET = 1_000_000


def router() -> Router:
    routes = Router(name="cases")
    routes.message.middleware(Needs(Act.READ_CASE))
    routes.callback_query.middleware(Needs(Act.READ_CASE))
    routes.message.register(_queue, Typed("kasus", "cases"), Private())
    routes.callback_query.register(_queue_pressed, Pressed("k:list"), Private())
    routes.callback_query.register(_queue_pressed, Pressed("m:kasus"), Private())
    routes.callback_query.register(_page_pressed, Pressed("k:p:"), Private())
    routes.callback_query.register(_open, Pressed("k:o:"), Private())
    return routes


def _vault(work: Work) -> Vault:
    if work.around.vault is None:
        raise AppError("case-no-key")
    return work.around.vault


async def _queue(_: Message, work: Work) -> Calls:
    text, rows = await _page(work, 0)
    return [message(work, text, rows, protect=True)]


async def _queue_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await _page(work, 0)
    return [toast(query), message(work, text, rows, protect=True)]


async def _page_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    text, rows = await _page(work, min(number_in(rest), MOST_OFFSET))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _page(work: Work, offset: int) -> tuple[str, list[Row]]:
    """One page of the queue, urgent and old first."""
    viewer = require(work.person, Act.READ_CASE)
    lines, total = await queue_of(
        await work.session(), _vault(work), viewer, work.now, limit=SHOWN, offset=offset
    )
    if not total:
        return work.say("case-queue-empty"), []
    rows: list[Row] = [[(_button(work, line), f"k:o:{line.id}")] for line in lines]
    first = [(label(work, "case-page-first"), f"k:p:{max(0, offset - SHOWN)}")] if offset else []
    rest = [(label(work, "case-page-next"), f"k:p:{offset + SHOWN}")]
    turns = first + (rest if offset + SHOWN < total else [])
    text = work.say(
        "case-queue", count=str(total), first=str(offset + 1), last=str(offset + len(lines))
    )
    return text, [*rows, turns] if turns else rows


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
    values = {
        "kinds": ", ".join(label_of(VIOLENCE, kind) for kind in answers.get("kinds") or ()),
        "age": label_of(AGE_BANDS, answers.get("age") or "—"),
        "village": work.around.book.title(answers.get("village") or "—"),
        "account": answers.get("account") or "—",
    }
    for name, value in values.items():
        named = label(work, f"report-{name}-label")
        lines.append(work.say("case-value", label=named, value=value or "—"))
    lines.append(work.say("case-next"))
    return "\n".join(lines)
