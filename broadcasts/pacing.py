"""Telegram's limits of one chat: a message a second in private, about twenty a minute in groups."""

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import timedelta


class ChatPaces:
    """When each chat may be written to next, in seconds of a monotonic clock.

    Groups keep the times of their last messages; private chats only the last one.
    """

    def __init__(
        self,
        *,
        per_chat_seconds: float,
        per_group_per_minute: int,
        now: Callable[[], float] | None = None,
    ) -> None:
        self._per_chat = per_chat_seconds
        self._per_group = per_group_per_minute
        self._now = now or asyncio.get_running_loop().time
        self._last: dict[int, float] = {}
        self._groups: dict[int, deque[float]] = {}
        self._held: dict[int, float] = {}
        self._all_held = 0.0
        self._recent_refusals: deque[tuple[float, int]] = deque(maxlen=8)

    def ready_in(self, chat: int) -> float:
        """Seconds until a counting call to ``chat`` is due; 0 when it may go now."""
        now = self._now()
        at = max(self._all_held, self._held.get(chat, 0.0))
        if chat in self._last:
            at = max(at, self._last[chat] + self._per_chat)
        window = self._groups.get(chat)
        if window and len(window) >= self._per_group:
            at = max(at, window[0] + 60.0)
        return max(0.0, at - now)

    def note(self, chat: int) -> None:
        """A counting call goes out to ``chat`` now."""
        now = self._now()
        self._last[chat] = now
        if chat < 0:
            self._groups.setdefault(chat, deque(maxlen=self._per_group)).append(now)
        if len(self._last) > 20_000:
            horizon = now - max(60.0, self._per_chat)
            self._last = {one: at for one, at in self._last.items() if at > horizon}

    def hold(self, chat: int, wait: timedelta) -> bool:
        """Obey a 429 for this chat; two chats refused within a second hold the whole token.

        Returns whether the whole token is held.
        """
        now = self._now()
        until = now + wait.total_seconds()
        self._held[chat] = until
        self._recent_refusals.append((now, chat))
        others = {one for at, one in self._recent_refusals if now - at <= 1.0}
        if len(others) > 1:
            self._all_held = max(self._all_held, until)
        return len(others) > 1

    def all_ready_in(self) -> float:
        """Seconds until the token may be used at all."""
        return max(0.0, self._all_held - self._now())
