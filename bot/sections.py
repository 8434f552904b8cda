"""The tables of config.toml, each with its limits and defaults."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """One table of config.toml; an unknown key is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TelegramSettings(Section):
    """Telegram's address and limits. Rates are calls a second, times are seconds."""

    api_base: Annotated[str, Field(pattern=r"^https?://")] = "https://api.telegram.org"
    rate_per_second: Annotated[float, Field(gt=0, le=1000)] = 29.0
    per_chat_seconds: Annotated[float, Field(ge=0, le=60)] = 1.0
    per_group_per_minute: Annotated[int, Field(gt=0, le=10000)] = 19
    poll_seconds: Annotated[int, Field(ge=0, le=50)] = 30
    batch: Annotated[int, Field(ge=1, le=100)] = 100
    reply_seconds: Annotated[float, Field(gt=0, le=60)] = 5.0
    connections: Annotated[int, Field(ge=1, le=256)] = 8


class WebhookSettings(Section):
    """Where `cikar webhook` listens and what Telegram calls."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8443
    path: Annotated[str, Field(pattern=r"^/[A-Za-z0-9_/-]*$")] = "/telegram"
    url: Annotated[str, Field(pattern=r"^(|https?://.+)$")] = ""


class DatabaseSettings(Section):
    """SQLite by default, PostgreSQL beyond one machine."""

    url: Annotated[str, Field(pattern=r"^(sqlite\+aiosqlite|postgresql\+asyncpg)://")] = (
        "sqlite+aiosqlite:///data/cikar.sqlite"
    )
    pool: Annotated[int, Field(ge=2, le=100)] = 8


class SecretsSettings(Section):
    """Where the key of case data is when the environment does not hold it."""

    case_key_file: str = "secrets/case.key"


class ActivitySettings(Section):
    """Limits of the activity form, and of what may happen to an activity after it was sent (days
    from the day it was sent)."""

    backdate_days: Annotated[int, Field(ge=0, le=3660)] = 62
    photos: Annotated[int, Field(ge=0, le=10)] = 5
    most_participants: Annotated[int, Field(ge=1, le=1_000_000)] = 9999
    edit_days: Annotated[int, Field(ge=0, le=3660)] = 14
    withdraw_days: Annotated[int, Field(ge=0, le=3660)] = 60


class MediaSettings(Section):
    """Photos kept beside the database: where, up to how many megabytes (Telegram hands bots at most
    20), and the longer side of a thumbnail in pixels."""

    folder: str = "data/media"
    most_megabytes: Annotated[int, Field(ge=1, le=20)] = 20
    thumbnail: Annotated[int, Field(ge=64, le=1024)] = 320


class ExportSettings(Section):
    """Files made of many activities: where they wait to leave, how many rows at most, and for how
    many hours they are kept."""

    folder: str = "data/exports"
    most_rows: Annotated[int, Field(ge=100, le=1_000_000)] = 200_000
    keep_hours: Annotated[int, Field(ge=1, le=720)] = 24


class ProblemSettings(Section):
    """Days after which an open problem without an intervention is listed, and the smallest number
    of people that may be told of perkawinan anak, kekerasan and putus sekolah."""

    idle_days: Annotated[int, Field(ge=1, le=365)] = 30
    suppress_under: Annotated[int, Field(ge=2, le=100)] = 5


class PostSettings(Section):
    """Posts to other systems: seconds one may take, hours until it is given up, and how many at a
    time."""

    timeout_seconds: Annotated[float, Field(gt=0, le=60)] = 10.0
    give_up_hours: Annotated[int, Field(ge=1, le=720)] = 72
    at_once: Annotated[int, Field(ge=1, le=32)] = 4


class WebhookTarget(Section):
    """An address that is told of activities. ``secret_env`` names the environment variable with the
    key of the signature; ``events`` which moments are posted."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    url: Annotated[str, Field(pattern=r"^https?://.+$")]
    secret_env: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{2,60}$")]
    events: tuple[Literal["saved", "verified"], ...] = ("saved", "verified")


class DeliverySettings(Section):
    """The outbox's pace and patience."""

    claim: Annotated[int, Field(ge=1, le=1000)] = 32
    lease_seconds: Annotated[float, Field(ge=0.2, le=3600)] = 20
    look_seconds: Annotated[float, Field(gt=0, le=1)] = 1.0
    attempts: Annotated[int, Field(ge=1, le=100)] = 5
    materialise: Annotated[int, Field(ge=1, le=10000)] = 1000
    progress_seconds: Annotated[float, Field(ge=0.1, le=60)] = 3.0
    grace_hours: Annotated[float, Field(gt=0, le=720)] = 6


class RetentionSettings(Section):
    """How long each kind of record lives, in days from the day it was made."""

    handled_updates_days: Annotated[int, Field(ge=2, le=365)] = 3
    draft_days: Annotated[int, Field(ge=1, le=365)] = 30
    failed_update_days: Annotated[int, Field(ge=1, le=3650)] = 90
    delivery_days: Annotated[int, Field(ge=3, le=3650)] = 30
    job_days: Annotated[int, Field(ge=7, le=3650)] = 90
    invite_days: Annotated[int, Field(ge=1, le=3650)] = 30
    request_days: Annotated[int, Field(ge=30, le=3650)] = 365
    idle_person_days: Annotated[int, Field(ge=90, le=3650)] = 730
    role_log_days: Annotated[int, Field(ge=365, le=36500)] = 3650
    tombstone_days: Annotated[int, Field(ge=365, le=36500)] = 3650


class PrivacySettings(Section):
    """Erasure on request: when it begins, and by when it must be done (UU 27/2022: 3×24 hours);
    hours between two copies of one's data; days of warning before an idle account is erased."""

    grace_hours: Annotated[int, Field(ge=0, le=24)] = 1
    deadline_hours: Annotated[int, Field(ge=25, le=72)] = 72
    copy_hours: Annotated[int, Field(ge=1, le=168)] = 1
    warning_days: Annotated[int, Field(ge=7, le=90)] = 30


class InviteSettings(Section):
    """Defaults of an invite link."""

    hours: Annotated[int, Field(ge=1, le=8760)] = 168
    uses: Annotated[int, Field(ge=1, le=1000)] = 1


class MemberSettings(Section):
    """How long a request for a role waits for an answer before it climbs, in hours."""

    answer_hours: Annotated[int, Field(ge=1, le=720)] = 48


class TerritorySettings(Section):
    """What the programme aims at: the share of villages with a kampung, in percent."""

    coverage_percent: Annotated[int, Field(ge=1, le=100)] = 90


class LogSettings(Section):
    """What the program says of itself."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["plain", "json"] = "plain"


class SandboxSettings(Section):
    """Where the demonstration runs."""

    port: Annotated[int, Field(ge=0, le=65535)] = 8790
    folder: str = "data/demo"


class Hotline(Section):
    """A number to call in danger. ``verified_at`` is an ISO date, or empty."""

    name: str
    number: str
    verified_at: Annotated[str, Field(pattern=r"^(|\d{4}-\d\d-\d\d)$")] = ""


DEFAULT_HOTLINES = (Hotline(name="SAPA 129 (telepon)", number="129", verified_at="2026-06-01"),)
