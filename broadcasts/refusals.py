"""What Telegram's refusals of a message tell about the chat it was meant for."""

CHAT_GONE = ("chat not found", "group chat was deactivated", "user is deactivated")
MUTED = (
    "not enough rights to send",
    "have no rights to send a message",
    "chat_write_forbidden",
    "chat_send_plain_forbidden",
)
TOPIC_GONE = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")


def is_chat_gone(text: str) -> bool:
    """The person or group is no longer there for the bot."""
    return _says(text, CHAT_GONE)


def is_muted(text: str) -> bool:
    """The bot is in the group and may not write."""
    return _says(text, MUTED)


def is_topic_gone(text: str) -> bool:
    """The topic of a forum was closed or deleted."""
    return _says(text, TOPIC_GONE)


def _says(text: str, words: tuple[str, ...]) -> bool:
    low = text.lower()
    return any(one in low for one in words)
