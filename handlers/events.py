"""What a message means to a form."""

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Document, Message

from bot.forms import Contact, Event, Other, Photo, Pin, Press, Text

PICTURES = (".heic", ".heif", ".jpg", ".jpeg", ".png", ".webp")


def event_of(message: Message) -> Event:
    """A message as the form engine's event; what no form takes goes by Telegram's name for it."""
    if message.contact is not None:
        sender = message.from_user.id if message.from_user else None
        is_own = message.contact.user_id is not None and message.contact.user_id == sender
        return Contact(message.contact.phone_number, is_own)
    if message.forward_origin is not None and message.text is None and message.photo is None:
        return Other(_kind(message))
    if message.text is not None:
        return Text(message.text)
    if message.photo:
        largest = message.photo[-1]
        return Photo(
            largest.file_id,
            largest.file_unique_id,
            message.caption,
            message.media_group_id,
            largest.file_size,
        )
    if message.venue is not None or message.location is not None:
        location = message.location or (message.venue and message.venue.location)
        if location:
            return Pin(location.latitude, location.longitude)
    if message.document is not None and _is_picture(message.document):
        return Other("image")
    return Other(_kind(message))


def _is_picture(document: Document) -> bool:
    """A picture sent as a file: phones do that with HEIC, and people for the sake of sharpness."""
    name = (document.file_name or "").casefold()
    return (document.mime_type or "").startswith("image/") or name.endswith(PICTURES)


def _kind(message: Message) -> str:
    """ "sticker", "poll" …: aiogram gives an enumeration that is no plain string."""
    return ContentType(message.content_type).value


def press_of(query: CallbackQuery) -> Press:
    return Press(query.data or "")
