"""What the handling of one update may use: who writes, their forms, the database, the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.clock import new_id
from bot.errors import AppError
from bot.rules.hint_book import HintBook
from bot.rules.regions import Book
from bot.rules.roles import Person
from bot.settings import Settings
from storage import outbox
from storage.jobs import job
from storage.models import Base, Delivery, Job, OutboxFile
from storage.outbox import Priority
from storage.secrets import Vault

if TYPE_CHECKING:
    from bot.desk import Desk


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update on its way in. ``payload`` is the answering library's object, opaque here;
    ``shown`` the id of the message the bot showed last in this chat, when it is known, and
    ``shown_is_secret`` whether it was a protected one (a question of a report)."""

    update_id: int
    sender: int | None
    chat: int | None
    language_code: str | None
    payload: Any
    shown: int | None = None
    shown_is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stays the same from update to update."""

    settings: Settings
    book: Book
    vault: Vault | None
    bot_username: str
    hints: HintBook


class Work:
    """One update's share of the transaction. Handlers add to it and never commit."""

    def __init__(self, desk: "Desk", incoming: Incoming, person: Person | None) -> None:
        self._desk = desk
        self.incoming = incoming
        self.person = person
        self.around = desk.around
        self.now = desk.now
        self.drafts = desk.drafts_of(incoming)
        self.people_changed = False
        self.chat = incoming.chat or 0
        code = (incoming.language_code or "id")[:2]
        self.language = person.language if person else texts.known(code)

    def renew_regions(self) -> None:
        """Have this process read the territory anew as soon as this is committed."""
        self._desk.has_new_regions = True

    def renew_hints(self) -> None:
        """Have this process read the hint words anew as soon as this is committed."""
        self._desk.has_new_hints = True

    async def session(self) -> AsyncSession:
        """The open session, with everything added so far already written."""
        return await self._desk.session()

    def add(self, model: type[Base], row: Mapping[str, Any]) -> None:
        """Add a row, written together with others of its table before the commit."""
        self._desk.add(model, dict(row))

    def wake(self) -> None:
        """Let the deliverer and the scheduler look as soon as this is committed."""
        self._desk.has_outbox = True

    def say(self, key: str, /, **args: Any) -> str:
        """A text in the person's language, as HTML."""
        return texts.say(key, self.language, **args)

    def send(
        self,
        chat: int,
        method: str,
        params: Mapping[str, Any],
        *,
        priority: Priority,
        secret: bool = False,
        not_before: datetime | None = None,
        once: str | None = None,
    ) -> None:
        """Put a call of the Bot API in the outbox. ``secret`` seals address and parameters.

        Raises :class:`AppError` when something secret should be sent and there is no key.
        """
        if secret and self.around.vault is None:
            raise AppError("case-no-key")
        self._desk.add(
            Delivery,
            outbox.delivery(
                chat,
                method,
                params,
                priority=priority,
                now=self.now,
                not_before=not_before,
                once=once,
                seal_with=self.around.vault if secret else None,
            ),
        )

    def tell(
        self,
        chat: int,
        language: str,
        key: str,
        /,
        *,
        priority: Priority = Priority.ANSWER,
        secret: bool = False,
        markup: Mapping[str, Any] | None = None,
        silent: bool = False,
        once: str | None = None,
        **args: Any,
    ) -> None:
        """Queue a text for somebody, in that person's language."""
        params: dict[str, Any] = {"text": texts.say(key, language, **args), "parse_mode": "HTML"}
        if markup is not None:
            params["reply_markup"] = markup
        if silent:
            params["disable_notification"] = True
        self.send(chat, "sendMessage", params, priority=priority, secret=secret, once=once)

    def send_file(
        self,
        chat: int,
        name: str,
        content: bytes,
        *,
        caption: str,
        as_photo: bool = False,
        person_id: int | None = None,
    ) -> None:
        """Queue a small file (under 1 MB) with a caption of HTML; a PNG may go as a photo.

        It is kept in the database until its delivery has ended.
        """
        number = new_id()
        self._desk.add(
            OutboxFile,
            {
                "id": number,
                "name": name,
                "content": content,
                "person_id": person_id,
                "created_at": self.now,
            },
        )
        field = "photo" if as_photo else "document"
        params = {field: {"attach": number}, "caption": caption, "parse_mode": "HTML"}
        method = "sendPhoto" if as_photo else "sendDocument"
        self.send(chat, method, params, priority=Priority.ANSWER)

    def ask_job(
        self,
        kind: str,
        params: Mapping[str, Any],
        *,
        due_at: datetime | None = None,
        deadline_at: datetime | None = None,
        once: str | None = None,
    ) -> None:
        """Have long work done after the commit, by the process that delivers. ``params`` hold
        opaque numbers only; the same ``once`` is done once."""
        person_id = self.person.id if self.person else None
        row = job(
            kind,
            params,
            now=self.now,
            person_id=person_id,
            due_at=due_at,
            deadline_at=deadline_at,
            once=once,
        )
        self._desk.add(Job, row)
