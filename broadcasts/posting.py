"""Posts activities to other systems: signed, retried for days, one address apart from the other."""

import asyncio
import os
import random
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta

import httpx
import structlog

from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.rules.post_endings import Answer, is_hopeless, pause_after
from bot.rules.regions import Book
from bot.settings import Settings, WebhookTarget
from broadcasts.post_body import body_of, headers_of
from broadcasts.wake import Wake, heard
from reports.activity_lines import Line, line_of
from storage import exporting, webhook_posts
from storage.database import Database
from storage.webhook_posts import ClaimedPost, PostEnding

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=2)
"""Longer than any try: after it another process takes the post over."""
HOLD = timedelta(minutes=5)
"""How long at most an address that did not answer is left alone by this process, so that all that
waits for it does not try in vain, and it is soon noticed when it is back."""
TIDY = timedelta(minutes=1)


class Posting:
    """One worker over the table of posts; any number of processes have one."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        settings: Settings,
        book: Book,
        wake: Wake,
        *,
        chance: Callable[[], float] = random.random,
        client: httpx.AsyncClient | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings
        self._book = book
        self._bell = wake.listener()
        self._chance = chance
        self._client = client
        self._held: dict[str, datetime] = {}
        self._tidy_at: datetime | None = None
        self._first = -1

    async def run(self) -> None:
        """Post until cancelled; what is in hand then is taken over when its lease ends."""
        async with AsyncExitStack() as life:
            self._client = await life.enter_async_context(open_client(self._settings))
            while True:
                is_more = await self._round()
                if not is_more:
                    await heard(self._bell, self._settings.delivery.look_seconds)

    async def _round(self) -> bool:
        try:
            return await self.turn()
        except StorageTrouble as trouble:
            log.warning("posts cannot be read", why=str(trouble))
        except Exception:
            # One post's bug must not stop what else this process does.
            log.exception("posting round failed")
        return False

    async def turn(self) -> bool:
        """Post what is due, some of each address. False when there was nothing."""
        now = self._clock.now()
        await self._tidy(now)
        claimed: list[tuple[WebhookTarget, ClaimedPost]] = []
        targets, room = self._in_turn(now), self._settings.posts.at_once
        share = max(1, room // max(len(targets), 1))
        for target in targets:
            found = await self._claim(target, min(share, room - len(claimed)), now)
            claimed += [(target, post) for post in found]
            if len(claimed) >= room:
                break
        async with asyncio.TaskGroup() as group:
            for target, post in claimed:
                group.create_task(self._do(target, post))
        return bool(claimed)

    def _in_turn(self, now: datetime) -> Sequence[WebhookTarget]:
        """The addresses that may be tried now, another one first each time."""
        targets = [one for one in self._settings.webhooks if self._may_try(one, now)]
        if not targets:
            return ()
        self._first = (self._first + 1) % len(targets)
        return [*targets[self._first :], *targets[: self._first]]

    def _may_try(self, target: WebhookTarget, now: datetime) -> bool:
        held = self._held.get(target.name)
        return secret_of(target) is not None and (held is None or held <= now)

    async def _claim(
        self, target: WebhookTarget, share: int, now: datetime
    ) -> Sequence[ClaimedPost]:
        async with self._database.session() as session:
            found = await webhook_posts.claim(
                session, target.name, limit=share, now=now, until=now + LEASE
            )
            await session.commit()
        return found

    async def _do(self, target: WebhookTarget, post: ClaimedPost) -> None:
        try:
            ending = await self._tried(target, post)
            async with self._database.session() as session:
                await webhook_posts.settle(session, post, ending, self._clock.now())
                await session.commit()
        except StorageTrouble as trouble:
            # Its lease ends by itself; the other side knows it by its key when it comes again.
            log.warning("post not ended", post=post.id, why=str(trouble))

    async def _tried(self, target: WebhookTarget, post: ClaimedPost) -> PostEnding:
        """How a try ended; a bug ends it like trouble that may pass, and is given up like it."""
        try:
            return await self._post(target, post)
        except StorageTrouble:
            raise
        except Exception as bug:
            log.exception("post failed", post=post.id)
            return self._ending(post, Answer(trouble=type(bug).__name__))

    async def _post(self, target: WebhookTarget, post: ClaimedPost) -> PostEnding:
        """One try, with the activity as it stands now."""
        line = await self._line(post)
        if line is None:
            return PostEnding("done", outcome=webhook_posts.WITHDRAWN)
        if line.is_withheld:
            return PostEnding("done", outcome="withheld")
        answer = await self._send(target, post, line)
        return self._ending(post, answer)

    async def _line(self, post: ClaimedPost) -> Line | None:
        async with self._database.session() as session:
            record = await exporting.one(session, exporting.POSTS, post.activity_id)
        return line_of(record, self._book) if record is not None else None

    async def _send(self, target: WebhookTarget, post: ClaimedPost, line: Line) -> Answer:
        """The request. Of the answer only its status is looked at, its body is not even read."""
        secret, now = secret_of(target), self._clock.now()
        if secret is None or self._client is None:
            return Answer(trouble="no secret")
        body = body_of(post, line, now)
        headers = headers_of(post, body, secret, now)
        try:
            async with (
                asyncio.timeout(self._settings.posts.timeout_seconds),
                self._client.stream("POST", target.url, content=body, headers=headers) as got,
            ):
                return Answer(got.status_code, wait=_asked_wait(got))
        except (TimeoutError, httpx.TimeoutException):
            return Answer(trouble="timed out")
        except httpx.HTTPError:
            return Answer(trouble="no connection")
        except httpx.InvalidURL:
            return Answer(trouble="no address")

    def _ending(self, post: ClaimedPost, answer: Answer) -> PostEnding:
        now = self._clock.now()
        if answer.is_taken():
            self._held.pop(post.target, None)
            return PostEnding("done", answer.status)
        patience = timedelta(hours=self._settings.posts.give_up_hours)
        word = answer.trouble or f"HTTP {answer.status}"
        if is_hopeless(answer, post.attempts, post.created_at, now, patience):
            log.error("post given up", post=post.id, target=post.target, why=word)
            return PostEnding("failed", answer.status, word)
        again = now + pause_after(post.attempts, self._chance(), answer.wait)
        if answer.is_temporary():
            self._held[post.target] = min(again, now + HOLD)
        return PostEnding("queued", answer.status, word, again)

    async def _tidy(self, now: datetime) -> None:
        """End what can no longer be posted: no such address any more, or no key for too long."""
        if self._tidy_at is not None and now < self._tidy_at:
            return
        self._tidy_at = now + TIDY
        before = now - timedelta(hours=self._settings.posts.give_up_hours)
        async with self._database.session() as session:
            names = [target.name for target in self._settings.webhooks]
            await webhook_posts.end_removed(session, names, now)
            for target in self._settings.webhooks:
                if secret_of(target) is None:
                    await webhook_posts.end_keyless(session, target.name, before, now)
            await session.commit()


def secret_of(target: WebhookTarget) -> str | None:
    """The key of an address's signature; None when the environment does not hold it."""
    return os.environ.get(target.secret_env) or None


def open_client(settings: Settings) -> httpx.AsyncClient:
    """Follows no redirect, which could lead a signed post anywhere, and asks no proxy of the
    environment: the addresses are those of the settings."""
    return httpx.AsyncClient(
        timeout=settings.posts.timeout_seconds, follow_redirects=False, trust_env=False
    )


def _asked_wait(response: httpx.Response) -> timedelta | None:
    """The seconds of Retry-After; a date there is left alone."""
    value = response.headers.get("retry-after", "")
    return timedelta(seconds=int(value)) if value.isdecimal() and len(value) < 7 else None
