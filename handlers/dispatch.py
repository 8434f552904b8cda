"""Puts the conversations together: one aiogram dispatcher behind the transaction."""

from collections.abc import Sequence
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from aiogram.types import InputFile, Update

from bot.errors import AppError
from bot.settings import Settings
from bot.work import Incoming, Work
from handlers import (
    activity,
    activity_after,
    activity_check,
    activity_list,
    activity_message,
    activity_twin,
    admin,
    approvals,
    broadcast,
    cases,
    export,
    group_desk,
    group_membership,
    groups,
    help,  # noqa: A004
    hints,
    invite,
    join,
    kampung,
    members,
    posts,
    privacy,
    problem,
    profile,
    regions,
    relink,
    report,
    start,
    talk,
)
from handlers.calls import Calls, message, toast
from handlers.flows import Flows

log = structlog.get_logger(__name__)

PLAIN = frozenset({SendMessage, EditMessageText, AnswerCallbackQuery})
"""Nearly all answers; they carry no file and are not looked through."""
FILE_FIELDS = ("photo", "document", "video", "animation", "audio", "voice", "sticker")


class UnreadableUpdate(Exception):
    """An update of a shape that the library does not know: recorded as failed, never just lost."""


class UploadedAnswer(Exception):
    """A handler answered with a file of its own. An answer that cannot leave at once goes on as
    JSON, which holds no bytes: files leave by ``Work.send_file``."""


def _uploads(call: Any) -> bool:
    return type(call) not in PLAIN and any(
        isinstance(getattr(call, name, None), InputFile) for name in FILE_FIELDS
    )


class AiogramConversation:
    """The answering side: what an update means, by aiogram's routing."""

    def __init__(self, bot: Bot, settings: Settings) -> None:
        self._bot = bot
        self._flows = Flows(
            [
                activity.activity_flow(settings.activity),
                *activity_after.flows(settings.activity),
                *activity_check.flows(),
                report.report_flow(),
                report.report_now_flow(),
                broadcast.broadcast_flow(),
                invite.invite_flow(),
                *group_desk.flows(),
                *join.flows(),
                *approvals.flows(),
                *members.flows(),
                *profile.flows(),
                *kampung.flows(),
                *regions.flows(),
                *export.flows(),
                *hints.flows(),
                *admin.flows(),
                *privacy.flows(),
                *problem.flows(settings.problems),
            ]
        )
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.include_routers(
            talk.form_router(),
            group_membership.router(),
            groups.router(),
            report.router(),
            activity.router(),
            activity_twin.router(),
            activity_message.router(),
            activity_list.router(),
            activity_after.router(),
            activity_check.router(),
            cases.router(),
            broadcast.router(),
            group_desk.router(),
            invite.router(),
            join.router(),
            approvals.router(),
            relink.router(),
            members.router(),
            profile.router(),
            kampung.router(),
            regions.router(),
            export.router(),
            posts.router(),
            hints.router(),
            admin.router(),
            privacy.router(),
            problem.router(),
            help.router(),
            start.router(),
            talk.last_router(),
        )

    async def feed(self, incoming: Incoming, work: Work) -> Sequence[Any]:
        """Let one update take effect. Raises whatever its handler raises, and
        :class:`UnreadableUpdate`.

        Straight to the routers: the dispatcher's own layers around an update (error handlers,
        conversation state, who wrote) have nothing to do here.
        """
        if incoming.payload is None:
            raise UnreadableUpdate
        update = incoming.payload
        said = await self._dispatcher.propagate_event(
            update.event_type, update.event, bot=self._bot, flows=self._flows, work=work
        )
        if said is UNHANDLED or said is None:
            return ()
        if any(_uploads(one) for one in said):
            raise UploadedAnswer
        answers: Sequence[Any] = said
        return answers

    def again(self, incoming: Incoming, work: Work) -> Sequence[Any]:
        """An update came twice: perhaps its answer never left. The open question once more."""
        if incoming.chat is None or incoming.chat != incoming.sender:
            return ()
        return self._flows.show_again(work)

    def explain(self, incoming: Incoming, work: Work, error: AppError | None) -> Calls:
        """The sentence for what went wrong; a press is answered too."""
        if incoming.chat is None:
            return []
        if error is None:
            text = work.say("error-bug", update=str(incoming.update_id))
        else:
            text = work.say(error.key, **error.args_for_text)
        calls: Calls = [message(work, text)]
        if isinstance(incoming.payload, Update) and incoming.payload.callback_query:
            calls.insert(0, toast(incoming.payload.callback_query))
        return calls
