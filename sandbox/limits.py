"""Telegram's pace: 30 messages a second for a bot, one a second a chat, 20 a minute a group."""

import math
from collections import deque
from dataclasses import dataclass, field

from sandbox.clock import Clock
from sandbox.refusals import too_many

MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's figures; None switches one off.

    `per_second` counts over a sliding second, rejected calls too if `count_rejected`.
    `per_chat` is a rate a second in private chats with `chat_burst` messages tolerated at once.
    """

    per_second: int | None = 30
    per_chat: float | None = 1.0
    chat_burst: int = 3
    per_group_minute: int | None = 20
    count_rejected: bool = True

    @classmethod
    def off(cls) -> "Limits":
        return cls(per_second=None, per_chat=None, per_group_minute=None)


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


@dataclass(slots=True)
class Limiter:
    """Counts what was sent and refuses what is too much with 429."""

    clock: Clock
    limits: Limits = field(default_factory=Limits)
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def set(self, limits: Limits) -> None:
        self.limits = limits
        self._all.clear()
        self._chats.clear()
        self._groups.clear()

    def take(self, chat_id: int) -> None:
        """Counts one message to that chat.

        Raises:
            Refusal: 429 with whole seconds to wait.
        """
        now = self.clock.time()
        wait = max(self._whole_bot(now), self._one_chat(chat_id, now))
        if wait > 0:
            if self.limits.count_rejected:
                self._all.append(now)
            raise too_many(max(1, math.ceil(wait)))
        self._all.append(now)
        if chat_id < 0:
            self._groups[chat_id].append(now)
        elif chat_id in self._chats:
            self._chats[chat_id].tokens -= 1

    def _whole_bot(self, now: float) -> float:
        if (most := self.limits.per_second) is None:
            self._all.clear()
            return 0.0
        _forget(self._all, now - 1.0)
        return self._all[-most] + 1.0 - now if len(self._all) >= most else 0.0

    def _one_chat(self, chat_id: int, now: float) -> float:
        return self._group(chat_id, now) if chat_id < 0 else self._private(chat_id, now)

    def _group(self, chat_id: int, now: float) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        _forget(sent, now - MINUTE)
        if (most := self.limits.per_group_minute) is None or len(sent) < most:
            return 0.0
        return sent[-most] + MINUTE - now

    def _private(self, chat_id: int, now: float) -> float:
        if (rate := self.limits.per_chat) is None:
            return 0.0
        bucket = self._chats.setdefault(chat_id, _Bucket(self.limits.chat_burst, now))
        gained = (now - bucket.at) * rate
        bucket.tokens = min(self.limits.chat_burst, bucket.tokens + gained)
        bucket.at = now
        return 0.0 if bucket.tokens >= 1 else (1 - bucket.tokens) / rate


def _forget(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()
