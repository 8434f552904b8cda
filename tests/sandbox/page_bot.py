"""A bot of a few lines over plain HTTP, for the page's tests to talk to."""

import asyncio
import re
from types import TracebackType
from typing import Any, Self

import httpx

Json = dict[str, Any]

BUTTONS: Json = {
    "inline_keyboard": [
        [
            {"text": "Ubah", "callback_data": "edit"},
            {"text": "Peringatan", "callback_data": "alert"},
        ],
        [{"text": "Catatan", "callback_data": "toast"}],
    ]
}
REPLY_KEYS: Json = {
    "keyboard": [
        [{"text": "Kirim lokasi", "request_location": True}],
        [{"text": "Kirim kontak", "request_contact": True}, {"text": "Lewati"}],
    ],
    "resize_keyboard": True,
    "one_time_keyboard": True,
    "input_field_placeholder": "Nama tempat",
}


class EchoBot:
    """Answers /start, /lokasi, places, pictures and buttons; repeats any other text."""

    def __init__(self, base_url: str, token: str) -> None:
        self._http = httpx.AsyncClient(base_url=f"{base_url}/bot{token}/", timeout=30)
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            (outcome,) = await asyncio.gather(self._task, return_exceptions=True)
            assert isinstance(outcome, asyncio.CancelledError | httpx.TransportError), outcome
        await self._http.aclose()

    async def call(self, method: str, **body: Any) -> Any:
        answer = (await self._http.post(method, json=body)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def say(self, chat: int, text: str, **more: Any) -> Json:
        sent: Json = await self.call("sendMessage", chat_id=chat, text=text, **more)
        return sent

    async def _run(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if "message" in update:
                    await self._on_message(update["message"])
                elif "callback_query" in update:
                    await self._on_button(update["callback_query"])

    async def _on_message(self, message: Json) -> None:
        chat = message["chat"]["id"]
        text = re.sub(r"^(/\w+)@\w+", r"\1", message.get("text", ""))
        if text.startswith("/start"):
            payload = text.removeprefix("/start").strip()
            await self.say(chat, f"Halo <b>{payload or 'semua'}</b>", parse_mode="HTML")
        elif text == "/menu":
            await self.say(chat, "Pilih satu", reply_markup=BUTTONS)
        elif text == "/lokasi":
            await self.say(chat, "Di mana?", reply_markup=REPLY_KEYS)
        elif place := message.get("location"):
            gone = {"remove_keyboard": True}
            await self.say(chat, f"Lokasi {place['latitude']:.4f}", reply_markup=gone)
        elif contact := message.get("contact"):
            await self.say(chat, f"Kontak {contact['phone_number']}")
        elif "photo" in message:
            await self.say(chat, "Foto diterima", reply_to_message_id=message["message_id"])
        elif "document" in message:
            await self.say(chat, f"Berkas {message['document']['file_name']}")
        elif text:
            await self.say(chat, f"Kamu menulis: {text}")

    async def _on_button(self, query: Json) -> None:
        message = query["message"]
        where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        answer: Json = {"callback_query_id": query["id"]}
        match query["data"]:
            case "edit":
                await self.call("editMessageText", text="Sudah diubah", **where)
            case "alert":
                answer |= {"text": "Baca ini baik-baik", "show_alert": True}
            case "toast":
                answer |= {"text": "Dicatat"}
        await self.call("answerCallbackQuery", **answer)
