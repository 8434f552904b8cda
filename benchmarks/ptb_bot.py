"""The form with python-telegram-bot's ConversationHandler, in memory or kept by pickling."""

import warnings
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PersistenceInput,
    PicklePersistence,
    filters,
)
from telegram.warnings import PTBUserWarning

from benchmarks import plain_form
from benchmarks.plain_form import STEPS, TICKED
from benchmarks.script import Raw, Shown
from benchmarks.stubs import TOKEN, TelegramStub

Context: TypeAlias = ContextTypes.DEFAULT_TYPE
Pickle: TypeAlias = PicklePersistence[dict[Any, Any], dict[Any, Any], dict[Any, Any]]
STEP, ANSWERS = "step", "answers"


class PtbBot:
    """Takes updates as the library's own loop does: one after the other."""

    def __init__(self, application: Any, stub: TelegramStub, pickle: Pickle | None):
        self._application = application
        self._pickle = pickle
        self.stub = stub

    async def take(self, updates: Sequence[Raw]) -> None:
        for raw in updates:
            update = Update.de_json(raw, self._application.bot)
            await self._application.process_update(update)
            if self._pickle is not None:
                await self._application.update_persistence()
                await self._pickle.flush()

    def shown(self, chat: int) -> Shown | None:
        return self.stub.shown(chat)

    async def finished(self) -> int:
        return len(self._application.bot_data["activities"])


@asynccontextmanager
async def open_ptb(folder: Path | None) -> AsyncIterator[PtbBot]:
    """A fresh bot; with a folder, what it knows is pickled there after each update.

    One file and ``on_flush`` so that an update costs one dump; activities are not kept in it, as
    a bot with a database would not.
    """
    stub = TelegramStub()
    builder: Any = Application.builder().token(TOKEN).request(stub).get_updates_request(stub)
    builder = builder.updater(None).job_queue(None)
    pickle: Pickle | None = None
    if folder is not None:
        stored = PersistenceInput(bot_data=False, chat_data=False, callback_data=False)
        pickle = PicklePersistence(folder / "ptb.pickle", store_data=stored, on_flush=True)
        builder = builder.persistence(pickle)
    application = builder.build()
    application.add_handler(_conversation(persistent=folder is not None))
    application.bot_data["activities"] = []
    async with application:
        yield PtbBot(application, stub, pickle)


def _conversation(*, persistent: bool) -> ConversationHandler[Context]:
    words = filters.TEXT & ~filters.COMMAND
    states: dict[object, list[Any]] = {
        "date": [CallbackQueryHandler(_day, "^q:")],
        "title": [MessageHandler(words, _typed)],
        "section": [CallbackQueryHandler(_chosen, "^v:")],
        "participants": [MessageHandler(words, _typed)],
        "place": [MessageHandler(words, _typed)],
        "photos": [CallbackQueryHandler(_skipped, "^s$")],
        "description": [CallbackQueryHandler(_skipped, "^s$"), MessageHandler(words, _typed)],
        "summary": [CallbackQueryHandler(_submitted, "^o$")],
    }
    for step in TICKED:
        states[step] = [CallbackQueryHandler(_ticked, "^t:"), CallbackQueryHandler(_done, "^f$")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PTBUserWarning)  # per_message=False is meant
        return ConversationHandler(
            entry_points=[CommandHandler("kegiatan", _begin, filters.ChatType.PRIVATE)],
            states=states,
            fallbacks=[
                CommandHandler("batal", _cancelled),
                CallbackQueryHandler(_cancelled, "^c$"),
                CallbackQueryHandler(_back, "^b$"),
            ],
            name="activity",
            persistent=persistent,
        )


async def _begin(update: Update, context: Context) -> object:
    _data(context)[ANSWERS] = {}
    return await _ask(update, context, STEPS[0])


async def _day(update: Update, context: Context) -> object:
    return await _accept(update, context, plain_form.day(await _pressed(update)))


async def _chosen(update: Update, context: Context) -> object:
    return await _accept(update, context, (await _pressed(update))[2:])


async def _skipped(update: Update, context: Context) -> object:
    await _pressed(update)
    return await _accept(update, context, None)


async def _typed(update: Update, context: Context) -> object:
    text = update.message.text if update.message else None
    value = plain_form.parsed(_data(context)[STEP], text or "")
    if value is None:
        return await _ask(update, context, _data(context)[STEP])
    return await _accept(update, context, value)


async def _ticked(update: Update, context: Context) -> object:
    key, data = (await _pressed(update))[2:], _data(context)
    step, answers = data[STEP], data[ANSWERS]
    answers[step] = plain_form.toggled(answers.get(step, ()), key)
    return await _ask(update, context, step)


async def _done(update: Update, context: Context) -> object:
    await _pressed(update)
    step = _data(context)[STEP]
    return await _accept(update, context, _data(context)[ANSWERS].get(step, []))


async def _back(update: Update, context: Context) -> object:
    await _pressed(update)
    return await _ask(update, context, plain_form.preceding(_data(context)[STEP]))


async def _submitted(update: Update, context: Context) -> object:
    await _pressed(update)
    answers = _data(context).pop(ANSWERS)
    context.bot_data["activities"].append(answers)
    await _show(update, plain_form.saved(answers), None)
    return ConversationHandler.END


async def _cancelled(update: Update, context: Context) -> object:
    await _pressed(update)
    _data(context).clear()
    await _show(update, "Isian dibatalkan.", None)
    return ConversationHandler.END


async def _accept(update: Update, context: Context, value: Any) -> object:
    data = _data(context)
    data[ANSWERS][data[STEP]] = value
    return await _ask(update, context, plain_form.following(data[STEP]))


async def _ask(update: Update, context: Context, step: str) -> object:
    data = _data(context)
    data[STEP] = step
    text, rows = plain_form.question(step, data[ANSWERS])
    keyboard = [[InlineKeyboardButton(label, callback_data=key) for label, key in r] for r in rows]
    await _show(update, text, InlineKeyboardMarkup(keyboard))
    return step


async def _show(update: Update, text: str, markup: InlineKeyboardMarkup | None) -> None:
    if update.callback_query is not None:
        await update.callback_query.edit_message_text(text, "HTML", reply_markup=markup)
    elif update.message is not None:
        await update.message.reply_text(text, "HTML", reply_markup=markup)


async def _pressed(update: Update) -> str:
    query: CallbackQuery | None = update.callback_query
    if query is None:
        return ""
    await query.answer()
    return query.data or ""


def _data(context: Context) -> dict[Any, Any]:
    return context.user_data if context.user_data is not None else {}
