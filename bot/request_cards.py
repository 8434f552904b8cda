"""What those who answer a request read, and the buttons under it.

The conversation makes such a card when somebody asks, the scheduler when a request climbs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.forms import Plain, Say
from bot.rules.regions import Book
from bot.rules.roles import Role
from storage.claimants import holders_named, rivals_named
from storage.requests import RELINK, Request

Rows = Sequence[Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Card:
    """A request as it is shown: who asks for what, who holds it already, who asks too."""

    request: Request
    place: str
    holders: Sequence[str]
    rivals: Sequence[str]


def role_label(role: Role) -> Say:
    """The text that names a role."""
    return Say(f"role-{role.value.replace('_', '-')}")


def wish(request: Request) -> Say:
    """What is asked for: a role, or the account on another phone."""
    return role_label(request.role) if request.role else Say("join-role-relink")


async def card_of(session: AsyncSession, request: Request, book: Book, now: datetime) -> Card:
    """Look up what stands on the card."""
    return Card(
        request,
        book.title(request.region),
        await holders_named(session, request, now),
        await rivals_named(session, request),
    )


def card_text(card: Card, language: str) -> str:
    """The words, as HTML."""
    request = card.request
    lines = [
        texts.say(
            "request-card-relink" if request.kind == RELINK else "request-card",
            language,
            name=request.name,
            role=wish(request),
            place=card.place,
            since=request.created_at,
            phone=Plain(request.phone) if request.phone else Say("form-value-missing"),
        )
    ]
    for key, names in (("request-holders", card.holders), ("request-rivals", card.rivals)):
        if names:
            told = {"role": wish(request), "place": card.place}
            lines.append(texts.say(key, language, names=tuple(map(Plain, names)), **told))
    return "\n".join(lines)


def card_rows(request: Request, language: str) -> Rows:
    """(label, callback data) of the buttons."""
    is_relink = request.kind == RELINK
    yes = (
        ("relink-choose", f"rl:c:{request.id}")
        if is_relink
        else (
            "request-approve",
            f"rq:y:{request.id}",
        )
    )
    rows = (yes, ("request-refuse", f"rq:n:{request.id}"), ("request-others", "rq:l:0"))
    return [[(texts.plain_of(Say(key), language), data)] for key, data in rows]


def card_params(card: Card, language: str, *, above: str | None = None) -> Mapping[str, Any]:
    """The parameters of a ``sendMessage`` with the card; ``above`` is a key of words over it."""
    text = card_text(card, language)
    rows = card_rows(card.request, language)
    return {
        "text": f"{texts.say(above, language)}\n\n{text}" if above else text,
        "parse_mode": "HTML",
        "reply_markup": {
            "inline_keyboard": [
                [{"text": label, "callback_data": data} for label, data in row] for row in rows
            ]
        },
    }
