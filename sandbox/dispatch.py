"""One Bot API call from its name and parameters to an answer, with limits, faults and the log."""

import asyncio
import inspect
import json
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from sandbox import (
    calls_callback,
    calls_chat,
    calls_copy,
    calls_delete,
    calls_edit,
    calls_media,
    calls_send,
    calls_settings,
    calls_updates,
)
from sandbox.calls import SPOKEN, Call
from sandbox.calls_updates import RawJson
from sandbox.faults import Fault
from sandbox.params import METHODS, Upload, decode, parse
from sandbox.people import Json
from sandbox.refusals import Refusal, too_many
from sandbox.world import World

CALLS = (
    calls_callback,
    calls_chat,
    calls_copy,
    calls_delete,
    calls_edit,
    calls_media,
    calls_send,
    calls_settings,
    calls_updates,
)
UNCOUNTED = {"sendchataction"}
PLAIN_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
FAULT_TEXTS = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}


@dataclass(frozen=True, slots=True)
class Answer:
    """`text` is the body; None means that the connection breaks instead."""

    status: int
    text: str | None


class Dispatcher:
    """Answers calls. With `check`, every result is held against aiogram's type for it."""

    def __init__(self, world: World, *, check: bool = False) -> None:
        self.world = world
        self.check = check

    async def answer(
        self, name: str, params: Json, uploads: dict[str, Upload], agent: str = ""
    ) -> Answer:
        """What the caller gets. Never raises for what the caller did."""
        key = name.lower()
        faults = self.world.faults
        if latency := faults.latency(key):
            await asyncio.sleep(latency)
        fault = faults.draw(key)
        row: Json = {
            "t": self.world.clock.time(),
            "method": METHODS[key].__api_method__ if key in METHODS else name,
            "chat_id": params.get("chat_id"),
            "params": params,
            "agent": agent,
            "fault": None if fault is Fault.NONE else fault.value,
        }
        try:
            result = await self._through(fault, key, params, uploads)
        except Refusal as refusal:
            self.world.record({**row, "ok": False, "error_code": refusal.code})
            return Answer(refusal.code, PLAIN_JSON.encode(refusal.as_json()))
        done = fault is not Fault.DROP_BEFORE
        self.world.record({**row, "ok": done, "error_code": None})
        if fault is Fault.DROP_AFTER:
            await asyncio.sleep(faults.faults.drop_after_wait)
        if fault in {Fault.DROP_BEFORE, Fault.DROP_AFTER}:
            return Answer(0, None)
        body = result if isinstance(result, RawJson) else PLAIN_JSON.encode(result)
        return Answer(200, '{"ok":true,"result":' + body + "}")

    async def _through(
        self, fault: Fault, key: str, params: Json, uploads: dict[str, Upload]
    ) -> Any:
        match fault:
            case Fault.DROP_BEFORE:
                return None
            case Fault.SERVER_ERROR:
                code = self.world.faults.faults.error_code
                raise Refusal(code, FAULT_TEXTS.get(code, "Internal Server Error"))
            case Fault.FLOOD:
                left = self.world.faults.flood_until - self.world.clock.time()
                raise too_many(max(1, int(left + 0.999)))
            case Fault.NONE | Fault.DROP_AFTER:
                return await self._call(key, params, uploads)

    async def _call(self, key: str, params: Json, uploads: dict[str, Upload]) -> Any:
        if key not in METHODS:
            raise Refusal(404, "Not Found")
        kind = METHODS[key]
        if key not in SPOKEN:
            raise Refusal(501, f"Not Implemented: the sandbox does not speak {kind.__api_method__}")
        self._count(key, params)
        raw = decode(kind, params)
        call = Call(self.world, parse(kind, raw), raw, uploads)
        result = SPOKEN[key](call)
        if inspect.isawaitable(result):
            result = await result
        if self.check:
            self._compare(kind, result)
        return result

    def _count(self, key: str, params: Json) -> None:
        """send*, copy*, forward* and edit* draw on the limits."""
        if not key.startswith(("send", "copy", "forward", "edit")) or key in UNCOUNTED:
            return
        try:
            chat_id = int(params.get("chat_id") or 0)
        except (TypeError, ValueError):
            chat_id = 0
        self.world.limiter.take(chat_id)

    def _compare(self, kind: Any, result: Any) -> None:
        value = json.loads(result) if isinstance(result, RawJson) else result
        TypeAdapter(kind.__returning__).validate_python(value)
