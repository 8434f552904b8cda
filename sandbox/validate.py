"""What Telegram refuses in texts and keyboards: lengths, button data, numbers of buttons."""

from collections.abc import Iterator, Sequence

from sandbox import utf16
from sandbox.people import Json
from sandbox.refusals import bad

MOST_TEXT = 4096
MOST_CAPTION = 1024
INLINE_LIMITS = (100, 8)  # buttons in all, buttons in a row
REPLY_LIMITS = (300, 12)
MOST_DATA = 64  # bytes, not characters
ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def check_text(text: str) -> None:
    if not text:
        raise bad("message text is empty")
    if utf16.length(text) > MOST_TEXT:
        raise bad("message is too long")


def check_caption(text: str) -> None:
    if utf16.length(text) > MOST_CAPTION:
        raise bad("message caption is too long")


def check_markup(markup: Json | None, *, private: bool) -> None:
    """Refuses a keyboard Telegram would refuse."""
    if not markup:
        return
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    elif "keyboard" in markup:
        _check_reply(markup["keyboard"], private=private)


def buttons(rows: Sequence[Sequence[Json]]) -> Iterator[Json]:
    for row in rows:
        yield from row


def _check_inline(rows: Sequence[Sequence[Json]]) -> None:
    _check_number(rows, INLINE_LIMITS)
    for button in buttons(rows):
        if not button["text"]:
            raise bad("can't parse inline keyboard button: Button text must be non-empty")
        if not any(button.get(action) is not None for action in ACTIONS):
            raise bad(
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            )
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= MOST_DATA:
            raise bad("BUTTON_DATA_INVALID")
        _check_url(button)


def _check_url(button: Json) -> None:
    url = button.get("url")
    if url is not None and ("." not in url and "://" not in url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: URL host is empty")


def _check_reply(rows: Sequence[Sequence[Json | str]], *, private: bool) -> None:
    if not rows:
        raise bad("can't parse reply keyboard markup: keyboard must be non-empty")
    _check_number(rows, REPLY_LIMITS)
    for row in rows:
        for button in row:
            if isinstance(button, str):
                continue
            if not button["text"]:
                raise bad("can't parse keyboard button: Button text must be non-empty")
            if button.get("request_contact") and not private:
                raise bad("phone number can be requested in private chats only")
            if button.get("request_location") and not private:
                raise bad("location can be requested in private chats only")


def _check_number(rows: Sequence[Sequence[object]], limits: tuple[int, int]) -> None:
    most, most_in_row = limits
    if sum(len(row) for row in rows) > most or any(len(row) > most_in_row for row in rows):
        raise bad("REPLY_MARKUP_TOO_LONG")
