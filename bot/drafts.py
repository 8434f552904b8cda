"""The unfinished forms of one person in one chat, between the database's rows and the engine."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag

from bot.forms.draft import Draft
from storage.drafts import StoredDraft
from storage.secrets import Vault


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft with what the form remembers beside it: the last entry's answers, short lists."""

    draft: Draft
    memory: Mapping[str, Any] = field(default_factory=dict)


SEEN = "seen"
"""In the memory of a sensitive draft: ids of its messages that are in the chat."""


def owner_of(person: int, chat: int) -> str:
    """Key of an ordinary draft."""
    return f"{person}.{chat}"


class Drafts:
    """At most one form is open in a chat; a new one parks it, and it is offered again after."""

    def __init__(self, person: int, chat: int, vault: Vault | None) -> None:
        self._plain_owner = owner_of(person, chat)
        self._vault = vault
        self.hidden_owner = vault.owner(self._plain_owner) if vault else None
        self._rows: dict[str, StoredDraft] = {}
        self._decoded: dict[str, Kept] = {}
        self._written: set[str] = set()
        self._dropped: set[tuple[str, str]] = set()

    @property
    def owners(self) -> tuple[str, ...]:
        """The keys under which this person's drafts may stand."""
        return (self._plain_owner, self.hidden_owner) if self.hidden_owner else (self._plain_owner,)

    def load(self, row: StoredDraft) -> None:
        """Take a row as read; it is decoded only when somebody asks for it."""
        self._rows[row.form] = row

    def opened(self) -> Kept | None:
        """The open form, if any."""
        for form, row in self._rows.items():
            if row.is_open:
                return self.get(form)
        return None

    def get(self, form: str) -> Kept | None:
        """A form's draft, open or parked. One that the key does not open counts as none."""
        row = self._rows.get(form)
        if row is None:
            return None
        if form not in self._decoded:
            try:
                self._decoded[form] = self._decode(row)
            except (InvalidTag, ValueError, KeyError):
                self.drop(form)
                return None
        return self._decoded[form]

    def parked(self) -> str | None:
        """Name of a form that waits to be resumed; sensitive ones never show themselves."""
        for form, row in self._rows.items():
            if not row.is_open and row.owner == self._plain_owner:
                return form
        return None

    def put(self, kept: Kept, *, sensitive: bool) -> None:
        """Keep a draft as the open one, parking any other."""
        form = kept.draft.form
        for name, row in self._rows.items():
            if row.is_open and name != form:
                self._set_open(name, False)
        owner = self.hidden_owner if sensitive else self._plain_owner
        if owner is None:
            raise LookupError("a sensitive draft needs the case key")
        self._decoded[form] = kept
        self._rows[form] = StoredDraft(owner, form, True, kept.draft.revision, b"")
        self._written.add(form)
        self._dropped.discard((owner, form))

    def note_shown(self, message_id: int) -> bool:
        """Remember a message of the open sensitive form, so that it can be deleted even by
        another process. False when no such form is open."""
        kept = self.opened()
        row = self._rows.get(kept.draft.form) if kept else None
        if kept is None or row is None or row.owner == self._plain_owner:
            return False
        seen = sorted({*kept.memory.get(SEEN, ()), message_id})
        self.put(Kept(kept.draft, {**kept.memory, SEEN: seen}), sensitive=True)
        return True

    def resume(self, form: str) -> Kept | None:
        """Open a parked form again."""
        kept = self.get(form)
        if kept is not None:
            for name, row in list(self._rows.items()):
                if row.is_open != (name == form):
                    self._set_open(name, name == form)
        return kept

    def drop(self, form: str) -> None:
        """Forget a form that is done or cancelled."""
        row = self._rows.pop(form, None)
        self._decoded.pop(form, None)
        self._written.discard(form)
        if row is not None:
            self._dropped.add((row.owner, form))

    def changes(self) -> tuple[list[StoredDraft], set[tuple[str, str]]]:
        """Rows to write and keys to delete since the last call."""
        rows = []
        for form in sorted(self._written):
            row = self._rows[form]
            body = self._encode(row.owner, self._decoded[form]) if form in self._decoded else None
            stored = StoredDraft(row.owner, form, row.is_open, row.revision, body or row.body)
            self._rows[form] = stored
            rows.append(stored)
        dropped = self._dropped
        self._written, self._dropped = set(), set()
        return rows, dropped

    def _set_open(self, form: str, is_open: bool) -> None:
        row = self._rows[form]
        self._rows[form] = StoredDraft(row.owner, form, is_open, row.revision, row.body)
        self._written.add(form)

    def _encode(self, owner: str, kept: Kept) -> bytes:
        plain = json.dumps(
            {"draft": kept.draft.to_json(), "memory": dict(kept.memory)}, separators=(",", ":")
        ).encode()
        if owner == self._plain_owner or self._vault is None:
            return plain
        return self._vault.seal(plain, "drafts", "body", owner + "|" + kept.draft.form)

    def _decode(self, row: StoredDraft) -> Kept:
        plain = row.body
        if row.owner != self._plain_owner and self._vault is not None:
            plain = self._vault.open(row.body, "drafts", "body", row.owner + "|" + row.form)
        stored = json.loads(plain)
        return Kept(Draft.from_json(stored["draft"]), stored["memory"])
