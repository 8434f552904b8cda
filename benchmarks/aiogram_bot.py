"""The form with aiogram's FSM in MemoryStorage, with async filters only.

A filter that is not async runs in a thread, which costs more than all else in this form; so no
magic filters and no bare states, as somebody who has measured would write it.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, Message, Update
from aiogram.types import InlineKeyboardButton as Button
from aiogram.types import InlineKeyboardMarkup as Keyboard

from benchmarks import plain_form
from benchmarks.plain_form import STEPS, TICKED
from benchmarks.script import Raw, Shown
from benchmarks.stubs import TOKEN, AiogramStub


class Form(StatesGroup):
    """One state a step."""

    date = State()
    title = State()
    section = State()
    target_groups = State()
    agencies = State()
    participants = State()
    funding = State()
    place = State()
    photos = State()
    description = State()
    summary = State()


STATES: dict[str, State] = {name: getattr(Form, name) for name in (*STEPS, "summary")}


class Data(Filter):
    """Callback data that begins with a prefix."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    async def __call__(self, query: CallbackQuery) -> bool:
        return bool(query.data and query.data.startswith(self._prefix))


class Private(Filter):
    """Only in a private chat."""

    async def __call__(self, message: Message) -> bool:
        return message.chat.type == "private"


class AiogramBot:
    """Takes updates one after the other: in tasks of their own they would overtake each other."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, stub: AiogramStub, saved: list[Any]):
        self._bot = bot
        self._dispatcher = dispatcher
        self._saved = saved
        self.stub = stub

    async def take(self, updates: Sequence[Raw]) -> None:
        for raw in updates:
            update = Update.model_validate(raw, context={"bot": self._bot})
            await self._dispatcher.feed_update(self._bot, update)

    def shown(self, chat: int) -> Shown | None:
        return self.stub.shown(chat)

    async def finished(self) -> int:
        return len(self._saved)


@asynccontextmanager
async def open_aiogram() -> AsyncIterator[AiogramBot]:
    """A fresh bot."""
    stub, saved = AiogramStub(), list[Any]()
    bot = Bot(TOKEN, session=stub)
    dispatcher = Dispatcher(storage=MemoryStorage(), saved=saved)
    dispatcher.include_router(_router())
    yield AiogramBot(bot, dispatcher, stub, saved)


def _router() -> Router:
    routes = Router(name="activity")
    routes.message.register(_begin, Command("kegiatan"), Private())
    routes.message.register(_cancelled, Command("batal"), Private())
    for step in ("title", "participants", "place", "description"):
        routes.message.register(_typed, StateFilter(STATES[step]))
    routes.callback_query.register(_day, StateFilter(Form.date), Data("q:"))
    routes.callback_query.register(_chosen, StateFilter(Form.section), Data("v:"))
    ticking = StateFilter(*(STATES[step] for step in TICKED))
    routes.callback_query.register(_ticked, ticking, Data("t:"))
    routes.callback_query.register(_done, ticking, Data("f"))
    routes.callback_query.register(_skipped, StateFilter(Form.photos, Form.description), Data("s"))
    routes.callback_query.register(_submitted, StateFilter(Form.summary), Data("o"))
    routes.callback_query.register(_cancel_pressed, StateFilter(Form), Data("c"))
    routes.callback_query.register(_back, StateFilter(Form), Data("b"))
    return routes


async def _begin(message: Message, state: FSMContext) -> None:
    await _ask(message, state, STEPS[0], {})


async def _day(query: CallbackQuery, state: FSMContext) -> None:
    await _accept(query, state, plain_form.day(query.data or ""))


async def _chosen(query: CallbackQuery, state: FSMContext) -> None:
    await _accept(query, state, (query.data or "")[2:])


async def _skipped(query: CallbackQuery, state: FSMContext) -> None:
    await _accept(query, state, None)


async def _typed(message: Message, state: FSMContext) -> None:
    data = await state.get_data()
    value = plain_form.parsed(data["step"], message.text or "")
    if value is None:
        await _ask(message, state, data["step"], data["answers"])
    else:
        answers = data["answers"] | {data["step"]: value}
        await _ask(message, state, plain_form.following(data["step"]), answers)


async def _ticked(query: CallbackQuery, state: FSMContext) -> None:
    data = await state.get_data()
    step, answers = data["step"], data["answers"]
    picked = plain_form.toggled(answers.get(step, ()), (query.data or "")[2:])
    await _ask(query, state, step, answers | {step: picked})


async def _done(query: CallbackQuery, state: FSMContext) -> None:
    data = await state.get_data()
    await _ask(query, state, plain_form.following(data["step"]), data["answers"])


async def _back(query: CallbackQuery, state: FSMContext) -> None:
    data = await state.get_data()
    await _ask(query, state, plain_form.preceding(data["step"]), data["answers"])


async def _submitted(query: CallbackQuery, state: FSMContext, saved: list[Any]) -> None:
    answers = (await state.get_data())["answers"]
    saved.append(answers)
    await state.clear()
    await _show(query, plain_form.saved(answers), None)


async def _cancelled(message: Message, state: FSMContext) -> None:
    await state.clear()
    await _show(message, "Isian dibatalkan.", None)


async def _cancel_pressed(query: CallbackQuery, state: FSMContext) -> None:
    await state.clear()
    await _show(query, "Isian dibatalkan.", None)


async def _accept(query: CallbackQuery, state: FSMContext, value: Any) -> None:
    data = await state.get_data()
    answers = data["answers"] | {data["step"]: value}
    await _ask(query, state, plain_form.following(data["step"]), answers)


async def _ask(
    event: Message | CallbackQuery, state: FSMContext, step: str, answers: dict[str, Any]
) -> None:
    await state.set_state(STATES[step])
    await state.set_data({"step": step, "answers": answers})
    text, rows = plain_form.question(step, answers)
    keyboard = [[Button(text=label, callback_data=data) for label, data in row] for row in rows]
    await _show(event, text, Keyboard(inline_keyboard=keyboard))


async def _show(event: Message | CallbackQuery, text: str, markup: Keyboard | None) -> None:
    """A new message, or the pressed one changed and the press answered."""
    if isinstance(event, Message):
        await event.answer(text, parse_mode="HTML", reply_markup=markup)
        return
    await event.answer()
    if isinstance(event.message, Message):
        await event.message.edit_text(text, parse_mode="HTML", reply_markup=markup)
