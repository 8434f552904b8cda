"""Who may enter: a router says at its top which act it needs, and a refusal says whom to ask."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.errors import NotAllowed
from bot.forms import Say
from bot.rules.roles import Act, Person
from bot.work import Work

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Needs(BaseMiddleware):
    """Lets a router's handlers run only for those who may ``act`` somewhere.

    The queries check again, with the region: a forgotten check shows nothing.
    """

    def __init__(self, act: Act) -> None:
        self._act = act

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        work: Work = data["work"]
        require(work.person, self._act)
        return await handler(event, data)


def require(person: Person | None, act: Act, region: str | None = None) -> Person:
    """The person, if ``act`` is allowed. Raises :class:`NotAllowed` saying whom to ask."""
    if person is None:
        raise NotAllowed("refused-unregistered", ask=Say("ask-field-officer"))
    if not person.may(act, region):
        raise NotAllowed(f"refused-{act.value.replace('_', '-')}", ask=Say(f"ask-{_asked(act)}"))
    return person


def _asked(act: Act) -> str:
    if act in (Act.LOG_ACTIVITY, Act.READ_ACTIVITY, Act.BIND_GROUP):
        return "field-officer"
    if act in (Act.CONFIRM_ROLE, Act.EDIT_REGION, Act.EDIT_HINTS, Act.ADMIN_DESK, Act.HOLD_DATA):
        return "province"
    return "field-officer" if act is Act.READ_KAMPUNG else "agency"


class Typed(Command):
    """A command, large letters or small: phones like to begin with a large one.

    Whether ``/lapor@cikar_bot`` is meant for us is decided by the name we know; aiogram's own
    check may ask Telegram for it, in the middle of a transaction.
    """

    def __init__(self, *names: str) -> None:
        super().__init__(*names, ignore_case=True, ignore_mention=True)

    # aiogram gives each filter the arguments it names; its base class cannot say so.
    async def __call__(  # type: ignore[override]
        self, message: Message, bot: Bot, work: Work
    ) -> bool | dict[str, Any]:
        found = await super().__call__(message, bot)
        if not isinstance(found, dict):
            return found
        mention = found["command"].mention
        return found if mention in (None, "") or _is_ours(mention, work) else False


def _is_ours(mention: str, work: Work) -> bool:
    return mention.casefold() == work.around.bot_username.casefold()


class Private(Filter):
    """Only in a private chat with the bot."""

    async def __call__(self, event: TelegramObject) -> bool:
        match event:
            case Message(chat=chat):
                return chat.type == "private"
            case CallbackQuery(message=shown):
                return shown is not None and shown.chat.type == "private"
        return False


class InGroup(Filter):
    """Only in a group or supergroup."""

    async def __call__(self, event: Message) -> bool:
        return event.chat.type in ("group", "supergroup")


class Pressed(Filter):
    """A button whose callback data begins with a prefix; hands on the rest as ``rest``."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        data = query.data or ""
        # A changed client sends any data: PostgreSQL refuses a text with a NUL in it.
        if not (data.startswith(self._prefix) and data.isprintable()):
            return False
        return {"rest": data.removeprefix(self._prefix)}
