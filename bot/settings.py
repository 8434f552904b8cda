"""Every setting, read once from config.toml and the environment, and checked with a sentence."""

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.errors import Unready


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
    """Limits of the activity form."""

    backdate_days: Annotated[int, Field(ge=0, le=3660)] = 62
    photos: Annotated[int, Field(ge=0, le=10)] = 5
    most_participants: Annotated[int, Field(ge=1, le=1_000_000)] = 9999


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
    """How long working rows live, in days."""

    handled_updates_days: Annotated[int, Field(ge=2, le=365)] = 3
    draft_days: Annotated[int, Field(ge=1, le=365)] = 30


class InviteSettings(Section):
    """Defaults of an invite link."""

    hours: Annotated[int, Field(ge=1, le=8760)] = 168
    uses: Annotated[int, Field(ge=1, le=1000)] = 1


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


class Settings(BaseSettings):
    """All of it. The environment wins over the file."""

    model_config = SettingsConfigDict(
        env_prefix="CIKAR_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    telegram: TelegramSettings = TelegramSettings()
    webhook: WebhookSettings = WebhookSettings()
    database: DatabaseSettings = DatabaseSettings()
    secrets: SecretsSettings = SecretsSettings()
    activity: ActivitySettings = ActivitySettings()
    delivery: DeliverySettings = DeliverySettings()
    retention: RetentionSettings = RetentionSettings()
    invite: InviteSettings = InviteSettings()
    log: LogSettings = LogSettings()
    sandbox: SandboxSettings = SandboxSettings()
    hotlines: tuple[Hotline, ...] = DEFAULT_HOTLINES

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        path = Path(os.environ.get("CIKAR_CONFIG", "config.toml"))
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, path)


SHORTCUTS = {"CIKAR_API_BASE": ("telegram", "api_base"), "CIKAR_DATABASE_URL": ("database", "url")}
"""Short environment names of two settings that change from place to place."""


def load_settings() -> Settings:
    """Read config.toml and the environment.

    Raises :class:`Unready` with a sentence for each wrong key or value.
    """
    import tomllib

    if "CIKAR_CONFIG" in os.environ and not Path(_file()).is_file():
        raise Unready(f"CIKAR_CONFIG names {_file()}, but there is no such file.")
    short = {
        section: {key: value}
        for name, (section, key) in SHORTCUTS.items()
        if (value := os.environ.get(name))
    }
    try:
        return Settings(**short)  # type: ignore[arg-type]  # merged over the file's tables
    except ValidationError as trouble:
        raise Unready("\n".join(_sentences(trouble))) from None
    except tomllib.TOMLDecodeError as trouble:
        raise Unready(f"{_file()} is not valid TOML: {trouble}.") from None


def _file() -> str:
    return os.environ.get("CIKAR_CONFIG", "config.toml")


def _sentences(trouble: ValidationError) -> list[str]:
    """One sentence an error: file, key, what is wrong and what is allowed."""
    lines = []
    for error in trouble.errors():
        key = ".".join(str(part) for part in error["loc"])
        if error["type"] == "extra_forbidden":
            known = ", ".join(_known(error["loc"][:-1]))
            lines.append(f"{_origin(key)}: there is no setting {key}; allowed here are: {known}.")
        else:
            lines.append(f"{_origin(key)}: {_wrong(key, error)}.")
    return lines


def _origin(key: str) -> str:
    """Where a value came from: the environment variable that gives it, or else the file."""
    variable = "CIKAR_" + key.upper().replace(".", "__")
    short = {".".join(path): name for name, path in SHORTCUTS.items()}.get(key, "")
    return next((name for name in (short, variable) if name in os.environ), _file())


SHAPES = {
    "database.url": "sqlite+aiosqlite:///path or postgresql+asyncpg://user@host/name",
    "telegram.api_base": "an address that begins with http:// or https://",
    "webhook.url": "empty, or an address that begins with http:// or https://",
    "webhook.path": "a path that begins with /",
}
"""What is allowed where a pattern decides; a pattern itself helps nobody."""


def _wrong(key: str, error: ErrorDetails) -> str:
    """What is wrong with a value. A database's address may hold a password: it is not repeated."""
    if key in SHAPES:
        return f"{key} must be {SHAPES[key]}"
    message = error["msg"].removeprefix("Input ")
    return f"{key} is {error['input']!r}, but it {message[0].lower()}{message[1:]}"


def _known(path: tuple[int | str, ...]) -> list[str]:
    """Names allowed in the section at ``path``."""
    if not path:
        return list(Settings.model_fields)
    annotation = Settings.model_fields[str(path[0])].annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return list(annotation.model_fields)
    return list(Hotline.model_fields)


def bot_token() -> SecretStr:
    """The token from ``BOT_TOKEN``. Raises :class:`Unready` when missing or of the wrong shape."""
    token = os.environ.get("BOT_TOKEN", "")
    head, _, tail = token.partition(":")
    if not head.isdigit() or len(tail) < 5:
        raise Unready(
            "BOT_TOKEN is missing or not of the form 123456:ABC…; "
            "ask @BotFather for a token and set the environment variable."
        )
    return SecretStr(token)
