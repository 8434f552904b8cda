"""Telegram's patience with a single chat: a few answers at once, then about one a second."""

from collections import OrderedDict

REMEMBERED_CHATS = 5000


class ChatBursts:
    """Spaces counting calls to each chat, in seconds of the event loop's clock."""

    BURST = 3

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._full_at: OrderedDict[int, float] = OrderedDict()

    def take(self, chat: int, now: float) -> float:
        """Seconds to wait before the next counting call to ``chat``."""
        if not self._seconds:
            return 0.0
        full_at = max(self._full_at.get(chat, now), now) + self._seconds
        self._full_at[chat] = full_at
        self._full_at.move_to_end(chat)
        if len(self._full_at) > REMEMBERED_CHATS:
            self._full_at.popitem(last=False)
        return max(0.0, full_at - now - self.BURST * self._seconds)
