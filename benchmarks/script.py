"""What each person does in the form, and the raw updates that Telegram would deliver for it."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Raw: TypeAlias = dict[str, Any]

BOT_ID = 123456
AT = 1_795_000_000  # Unix seconds; only has to look like a time


@dataclass(frozen=True, slots=True)
class Types:
    """The person sends a text, ``{person}`` standing for their number. With ``when`` only if these
    words stand in the message shown last: our form leaves out what it can guess."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Presses:
    """The person presses the button with this label in the message shown last."""

    label: str
    when: str = ""


SCRIPT: tuple[Types | Presses, ...] = (
    Types("/kegiatan"),
    Presses("Hari ini"),
    Types("Kunjungan {person}"),
    Presses("Pendidikan", "Seksi apa"),
    Presses("Balita", "Siapa sasarannya"),
    Presses("✅ Selesai", "Siapa sasarannya"),
    Presses("Kominfo", "Instansi mana"),
    Presses("✅ Selesai", "Instansi mana"),
    Types("20 L 12 P 5 anak", "Berapa pesertanya"),
    Presses("Dana Desa/ADD", "Dari mana dananya"),
    Presses("✅ Selesai", "Dari mana dananya"),
    Types("Balai desa", "Di mana tempatnya"),
    Presses("Lewati", "Kirim fotonya"),
    Presses("Lewati", "Ada yang perlu diceritakan"),
    Presses("✅ Kirim"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The message with the question, as the chat shows it."""

    message_id: int
    text: str
    markup: Raw | None

    def data_of(self, label: str) -> str:
        """The callback data behind a label."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        for button in itertools.chain.from_iterable(rows):
            if button["text"] == label:
                return str(button["callback_data"])
        raise LookupError(f"no button {label!r} under {self.text!r}")


@dataclass
class Writer:
    """Numbers updates and messages as Telegram does."""

    update_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1_000_000_000))
    message_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1_000_000))

    def update(self, person: int, act: Types | Presses, shown: Shown | None) -> Raw:
        """One person's next update, after what they saw last."""
        number = next(self.update_ids)
        if isinstance(act, Types):
            return {
                "update_id": number,
                "message": self._message(person, act.text.replace("{person}", str(person))),
            }
        if shown is None:
            raise LookupError(f"{person} sees no message to press {act.label!r} in")
        return {"update_id": number, "callback_query": _press(number, person, act, shown)}

    def _message(self, person: int, text: str) -> Raw:
        message = {
            "message_id": next(self.message_ids),
            "from": _user(person),
            "chat": _chat(person),
            "date": AT,
            "text": text,
        }
        if text.startswith("/"):
            entity = {"type": "bot_command", "offset": 0, "length": len(text)}
            message["entities"] = [entity]
        return message


def chunks(updates: Sequence[Raw], size: int) -> Iterator[Sequence[Raw]]:
    """The updates as getUpdates would hand them out."""
    for at in range(0, len(updates), size):
        yield updates[at : at + size]


def _press(number: int, person: int, act: Presses, shown: Shown) -> Raw:
    message: Raw = {
        "message_id": shown.message_id,
        "from": {"id": BOT_ID, "is_bot": True, "first_name": "CIKAR", "username": "cikar_bot"},
        "chat": _chat(person),
        "date": AT,
        "edit_date": AT,
        "text": shown.text,
        "reply_markup": shown.markup,
    }
    return {
        "id": str(number),
        "from": _user(person),
        "message": message,
        "chat_instance": "-1234567890123456789",
        "data": shown.data_of(act.label),
    }


def _user(person: int) -> Raw:
    return {"id": person, "is_bot": False, "first_name": "Sari", "language_code": "id"}


def _chat(person: int) -> Raw:
    return {"id": person, "first_name": "Sari", "type": "private"}
