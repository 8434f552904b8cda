"""What a bot says about itself when it starts, and the files it fetches."""

from typing import Any

from aiogram.methods import (
    Close,
    DeleteMyCommands,
    GetChatMenuButton,
    GetFile,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    LogOut,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)

from sandbox.calls import Call, answers
from sandbox.files import MOST_DOWNLOAD
from sandbox.people import Json, scope_key
from sandbox.reach import find_chat
from sandbox.refusals import bad

MOST_COMMANDS = 100
MOST_LENGTHS = {"name": 64, "description": 512, "short_description": 120}


@answers(GetMe)
def get_me(call: Call[GetMe]) -> Json:
    return call.world.bot.as_me()


@answers(LogOut)
def log_out(call: Call[LogOut]) -> bool:
    return True


@answers(Close)
def close(call: Call[Close]) -> bool:
    return True


@answers(GetFile)
def get_file(call: Call[GetFile]) -> Json:
    file = call.world.files.by_id.get(call.method.file_id)
    if file is None:
        raise bad("invalid file_id")
    if file.size > MOST_DOWNLOAD:
        raise bad("file is too big")
    return call.world.files.hand_out(file, call.world.clock.time())


def _scope(call: Call[Any]) -> str:
    """One key for each scope and language."""
    scope = call.raw.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        scope = {**scope, "chat_id": find_chat(call.world, scope["chat_id"])}
    return scope_key(scope, call.given("language_code") or "")


@answers(SetMyCommands)
def set_my_commands(call: Call[SetMyCommands]) -> bool:
    if len(call.method.commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in call.method.commands:
        name = command.command.removeprefix("/")
        if not name.isascii() or not name.replace("_", "").isalnum() or name != name.lower():
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(name) <= 32:
            raise bad("command name must be 1-32 characters")
        if not 1 <= len(command.description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    call.world.bot.commands[_scope(call)] = call.raw["commands"]
    call.world.changed.fire()
    return True


@answers(GetMyCommands)
def get_my_commands(call: Call[GetMyCommands]) -> list[Json]:
    return call.world.bot.commands.get(_scope(call), [])


@answers(DeleteMyCommands)
def delete_my_commands(call: Call[DeleteMyCommands]) -> bool:
    call.world.bot.commands.pop(_scope(call), None)
    return True


def _set_text(call: Call[Any], name: str) -> bool:
    text: str = call.given(name) or ""
    if len(text) > MOST_LENGTHS[name]:
        raise bad(f"BOT_{name.upper()}_TOO_LONG")
    call.world.bot.texts[f"{name}:{call.given('language_code') or ''}"] = text
    call.world.changed.fire()
    return True


def _get_text(call: Call[Any], name: str) -> Json:
    texts = call.world.bot.texts
    language = call.given("language_code") or ""
    return {name: texts.get(f"{name}:{language}") or texts.get(f"{name}:", "")}


@answers(SetMyName)
def set_my_name(call: Call[SetMyName]) -> bool:
    return _set_text(call, "name")


@answers(GetMyName)
def get_my_name(call: Call[GetMyName]) -> Json:
    answer = _get_text(call, "name")
    return answer if answer["name"] else {"name": call.world.bot.first_name}


@answers(SetMyDescription)
def set_my_description(call: Call[SetMyDescription]) -> bool:
    return _set_text(call, "description")


@answers(GetMyDescription)
def get_my_description(call: Call[GetMyDescription]) -> Json:
    return _get_text(call, "description")


@answers(SetMyShortDescription)
def set_my_short_description(call: Call[SetMyShortDescription]) -> bool:
    return _set_text(call, "short_description")


@answers(GetMyShortDescription)
def get_my_short_description(call: Call[GetMyShortDescription]) -> Json:
    return _get_text(call, "short_description")


@answers(SetChatMenuButton)
def set_chat_menu_button(call: Call[SetChatMenuButton]) -> bool:
    key = str(call.given("chat_id") or "")
    call.world.bot.menu_buttons[key] = call.raw.get("menu_button") or {"type": "default"}
    return True


@answers(GetChatMenuButton)
def get_chat_menu_button(call: Call[GetChatMenuButton]) -> Json:
    buttons = call.world.bot.menu_buttons
    return buttons.get(str(call.given("chat_id") or "")) or buttons.get("") or {"type": "default"}
