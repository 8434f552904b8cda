"""The readable page of /datasaya: one file without anything from elsewhere, made for a phone."""

import html
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from bot import texts
from bot.forms import Say
from bot.rules.lists import (
    AGENCIES,
    FUNDING,
    INPRES,
    PROBLEMS,
    SECTIONS,
    TAGS,
    TARGET_GROUPS,
    label_of,
)
from bot.rules.regions import Book
from bot.texts import plain_of

PARTS = (
    "account",
    "roles",
    "role_changes",
    "requests",
    "invites",
    "activities",
    "activity_changes",
    "problems",
    "interventions",
    "broadcasts",
    "groups",
    "drafts",
    "messages_to_me",
    "holds",
    "jobs",
)
LISTS = {
    "section": SECTIONS,
    "target_groups": TARGET_GROUPS,
    "agencies": AGENCIES,
    "funding": FUNDING,
    "inpres": INPRES,
    "tags": TAGS,
    "category": PROBLEMS,
    "agency": AGENCIES,
}
FIELDS = frozenset({
    "id", "telegram_id", "name", "phone", "language", "consent_version", "consent_at",
    "reachable", "unreachable_since", "created_at", "role", "region_code", "valid_from",
    "valid_until", "suspended", "confirmed_at", "at", "change", "reason", "by_me", "by_role",
    "state", "kind", "rung", "decided_at", "uses_left", "expires_at", "receipt", "held_on",
    "title", "section", "target_groups", "agencies", "funding", "male", "female", "children",
    "place", "latitude", "longitude", "description", "photos", "file_id", "caption", "audience",
    "body", "photo", "due_at", "done_at", "bound_at", "form", "updated_at", "answers",
    "placed_at", "lifted_at", "broadcasts", "reminders", "people", "inpres", "tags", "poktan",
    "post_type", "follow_up", "problem_id", "intervention_id", "revision", "verified_at", "what",
    "before", "note", "moment", "category", "choice", "affected", "affected_band", "since",
    "evidence", "priority", "closed_at", "agency", "planned_on", "result", "done_on",
})  # fmt: skip
"""Fields that have a name in people's language; those of forms stand as they are."""
ROLES = ("role", "by_role", "rung")
STATES = (
    *("waiting", "approved", "refused", "withdrawn"),
    *("queued", "running", "done", "failed", "discarded", "draft", "scheduled", "preparing"),
    *("saved", "verified", "returned", "open", "planned", "cancelled"),
    *("active", "pending", "checking", "unreachable", "muted", "unbound"),
)
KINDS = ("join", "relink", "data", "erase")
"""States and kinds that have words of their own; any other stands as it is."""
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem;"
    "color:#1a1a1a;background:#fff}h1{font-size:1.3rem}h2{font-size:1.1rem;margin-top:2rem}"
    "dl{border:1px solid #ccc;border-radius:.5rem;padding:.6rem .8rem;margin:.6rem 0}"
    "dt{color:#555;font-size:.85rem}dd{margin:0 0 .4rem;overflow-wrap:anywhere}"
)


def page(gathered: Mapping[str, Any], language: str, book: Book) -> str:
    """The whole page. ``gathered`` is what the JSON file holds."""
    title = html.escape(texts.say("data-title", language))
    made = texts.say("data-made", language, at=datetime.fromisoformat(gathered["made_at"]))
    body = "".join(_part(name, gathered[name], language, book) for name in PARTS)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f"<body><h1>{title}</h1><p>{made}</p>{body}</body></html>\n"
    )


def _part(name: str, content: Any, language: str, book: Book) -> str:
    head = f"<h2>{texts.say(f'data-part-{_dashed(name)}', language)}</h2>"
    if not content:
        return f"{head}<p>{texts.say('data-nothing', language)}</p>"
    records = [content] if isinstance(content, Mapping) else content
    return head + "".join(_record(record, language, book) for record in records)


def _record(record: Mapping[str, Any], language: str, book: Book) -> str:
    lines = (
        f"<dt>{_name(key, language)}</dt><dd>{_value(key, value, language, book)}</dd>"
        for key, value in record.items()
        if value not in (None, "", [])
    )
    return f"<dl>{''.join(lines)}</dl>"


def _name(key: str, language: str) -> str:
    """What a field is called; a form's own names stand as they are."""
    if key in FIELDS:
        return texts.say(f"data-field-{_dashed(key)}", language)
    return html.escape(key)


def _value(key: str, value: Any, language: str, book: Book) -> str:
    if isinstance(value, bool):
        return texts.say("data-yes" if value else "data-no", language)
    if isinstance(value, Mapping):
        return _record(value, language, book)
    if isinstance(value, list):
        return _many(key, value, language, book)
    return html.escape(_words(key, value, language, book), quote=False)


def _many(key: str, values: Iterable[Any], language: str, book: Book) -> str:
    return "<br>".join(_value(key, value, language, book) for value in values)


def _words(key: str, value: Any, language: str, book: Book) -> str:
    if key in ROLES:
        return plain_of(Say(f"role-{_dashed(str(value))}"), language)
    if key in ("change", "state", "kind", "language"):
        return _word(key, str(value), language)
    if key in LISTS:
        return label_of(LISTS[key], str(value)).removeprefix("other:")
    if key == "region_code":
        return book.title(str(value))
    if key.endswith("_at") or key in ("at", "valid_from", "valid_until", "unreachable_since"):
        return texts.moment(datetime.fromisoformat(str(value)), language)
    if key in ("held_on", "planned_on", "done_on"):
        return texts.day(date.fromisoformat(str(value)), language)
    return str(value)


def _word(key: str, value: str, language: str) -> str:
    """A value in people's language; one that has no words stands as it is."""
    if key == "change":
        return plain_of(Say(f"admin-change-{_dashed(value)}"), language)
    if key == "language":
        return plain_of(Say(f"language-{value}"), language)
    if key == "state" and value in STATES:
        return plain_of(Say(f"data-state-{value}"), language)
    if key == "kind" and value in KINDS:
        return plain_of(Say(f"data-kind-{value}"), language)
    return value


def _dashed(name: str) -> str:
    return name.replace("_", "-")
