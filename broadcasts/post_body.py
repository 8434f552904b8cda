"""The words of a post to another system, and its signature."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime

from reports.activity_json import activity_json
from reports.activity_lines import Line
from storage.webhook_posts import ClaimedPost

AGENT = "cikar-bot"


def body_of(post: ClaimedPost, line: Line, now: datetime) -> bytes:
    """The activity as it stands now, as JSON in UTF-8."""
    content = {
        "event": post.event,
        "id": line.record.receipt,
        "revision": line.record.revision,
        "sent_at": now.isoformat(),
        "activity": activity_json(line),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def headers_of(post: ClaimedPost, body: bytes, secret: str, now: datetime) -> Mapping[str, str]:
    """What goes above it. The key is the same in every try of one post."""
    at = int(now.timestamp())
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": AGENT,
        "Idempotency-Key": post.key,
        "X-Cikar-Event": post.event,
        "X-Cikar-Signature": f"t={at},v1={signature(secret, at, body)}",
    }


def signature(secret: str, at: int, body: bytes) -> str:
    """HMAC-SHA256, in hexadecimal, of the Unix time, a dot and the body."""
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
