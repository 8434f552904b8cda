"""Every form the bot has, found by itself, and the ways in which each of them begins."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, cast

from aiogram import Bot

from bot.forms import Context, Form, Option, Plain, visible
from bot.forms.draft import Given
from bot.rules.hint_book import HintBook
from bot.rules.regions import Book, province_regions
from bot.rules.roles import Role
from bot.settings import Settings
from bot.work import Work
from handlers.dispatch import AiogramConversation
from handlers.flows import Flow, Prepared, context_of
from handlers.kampung_form import PIECES

NOW = datetime(2026, 11, 19, 3, 0, tzinfo=UTC)
VILLAGE, OTHER = "19.01.01.1001", "19.01.02.2001"
VILLAGES = [[f"010{at // 9 + 1}20{at % 9 + 1:02}", f"Desa {at}, Kec. Uji"] for at in range(24)]
ROLES = [[str(number), role.value] for number, role in enumerate(Role)]
AREAS = [["1", "19.01"], ["2", "19.02.01"]]

WHOLE: Mapping[str, Any] = {
    "date": "2026-11-18",
    "title": "Posyandu Melati",
    "section": "repro",
    "target_groups": ["balita"],
    "agencies": ["pkm", "other:Karang Taruna <&>"],
    "participants": {"male": 0, "female": 25, "children": 30},
    "funding": ["dd"],
    "place": {"text": "Balai desa"},
    "photos": [{"file_id": "f", "unique_id": "u1", "caption": "Ibu <b>", "size": 9}],
}
"""The answers of a whole activity, as of one that was told in a message or was sent already."""
FACTS: Mapping[str, Any] = {
    "facts": {
        "recent": [{**WHOLE, "region": VILLAGE, "place": "Balai desa"}],
        "problems": [[71, "Jamban rusak", VILLAGE], [72, "Akta <belum>", OTHER]],
    }
}
PREPARED: Mapping[str, tuple[Prepared, ...]] = {
    "activity": (
        Prepared({"home": VILLAGE}, FACTS),
        Prepared({"home": VILLAGE, "again": True}, FACTS),
        Prepared({"area": "19.01.01"}, FACTS),
        Prepared({"area": "19"}, {}),
        Prepared({"many": True}, {"lists": {"villages": VILLAGES}, **FACTS}),
        Prepared({"home": VILLAGE, **WHOLE}, FACTS, doubtful=()),
        Prepared({"home": VILLAGE, **WHOLE}, FACTS, doubtful=("date", "participants")),
        Prepared({"area": "19.01", **WHOLE, "title": "x"}, FACTS, doubtful=("section",)),
    ),
    "activity_edit": (
        Prepared({"home": VILLAGE, **WHOLE}, FACTS, doubtful=()),
        Prepared({"home": VILLAGE, **WHOLE, "date": "2020-01-01"}, FACTS, doubtful=()),
    ),
    "broadcast": (
        Prepared({"area": "19.01"}, {"lists": {"areas": AREAS[:1]}}),
        Prepared({"area": "19"}, {"lists": {"areas": [["1", "19"]]}}),
    ),
    "export": (Prepared({"home": VILLAGE}, {}), Prepared({"area": "19", "tops": ["19"]}, {})),
    "invite": (
        Prepared(
            {"area": "19.01", "usual_uses": "1", "usual_hours": "168"},
            {"lists": {"roles": ROLES[:5]}},
        ),
        Prepared({"area": "19"}, {"lists": {"roles": ROLES[:3]}}),
    ),
    "join": (Prepared({"person": "Siti"}, {}), Prepared({"known": True}, {}), Prepared({}, {})),
    "kampung_edit": tuple(Prepared({"piece": piece}, {}) for piece in PIECES),
    "membergrant": (Prepared({"area": "19"}, {"lists": {"roles": ROLES}}),),
    "intervention": tuple(Prepared({"category": one}, {}) for one in ("stunting", "keras")),
    "intervention_done": tuple(Prepared({"category": one}, {}) for one in ("stunting", "keras")),
    "problem": (
        Prepared({"home": VILLAGE}, {"home": VILLAGE}),
        Prepared({"area": "19.01.01"}, {}),
        Prepared({"many": True}, {"lists": {"villages": VILLAGES}}),
    ),
    "problem_edit": (
        Prepared({"kind": "other", "category": "akta", "since": "longer"}, {}),
        Prepared({"kind": "child", "category": "kawin", "choice": "suluh", "band": "few"}, {}),
        Prepared({"kind": "child", "category": "kawin", "what": "Budi", "affected": 3}, {}),
    ),
    "region_split": (Prepared({"area": "19"}, {}), Prepared({"area": "19.01"}, {})),
    "hintword": (Prepared({}, {}), Prepared({"kind": "tag", "word": "senam lansia"}, {})),
}
"""How a form begins as its handler prepares it; one that is not named begins with nothing known."""

LAST: tuple[Mapping[str, Any], ...] = (
    {},
    {
        "region": VILLAGE,
        "village": VILLAGES[3][0],
        "section": "repro",
        "target_groups": ["balita", "other:Bumil"],
        "agencies": ["pkm", "other:Karang Taruna <&>"],
        "participants": {"male": 1, "female": 20, "children": 30},
        "funding": ["dd"],
        "place": {"text": "Balai desa <b>"},
    },
    {"section": "gone", "agencies": [7, "gone"], "place": 5, "participants": {"male": "x"}},
)
"""Answers of the last entry: none, usual ones, and such as no longer are answers."""


@cache
def book() -> Book:
    """The whole province."""
    return Book(province_regions())


@cache
def flows() -> Mapping[str, Flow]:
    """The bot's own flows by the names of their forms, built as the program builds them."""
    conversation = AiogramConversation(Bot("42:a-token-for-tests"), Settings())
    return conversation._flows.by_name


class AnyLists(dict[str, tuple[Option, ...]]):
    """The lists a form was prepared with; one that is not known here has a few options."""

    def get(self, name: str, default: Any = ()) -> Any:
        few = tuple(Option(str(at), Plain(f"Pilihan {at}")) for at in range(1, 15))
        return super().get(name, few)


def ways_into(form: Form) -> tuple[Prepared, ...]:
    """The ways a form begins, without those in which it would ask nothing."""
    ways = PREPARED.get(form.name, (Prepared({}, {}),))
    return tuple(way for way in ways if visible(form, Given(way.answers)))


def context(way: Prepared, last: Mapping[str, Any], days: int = 0) -> Context:
    """The world as the handlers show it to a form, some days after its beginning."""
    now = NOW + timedelta(days=days)
    around = SimpleNamespace(book=book(), settings=Settings(), hints=HintBook())
    memory = json.loads(json.dumps({"last": last, **way.memory}))
    found = context_of(cast(Work, SimpleNamespace(now=now, around=around)), memory)
    return replace(found, lists=AnyLists(found.lists))
