"""Every setting, read once from config.toml and the environment, and checked with a sentence."""

import os
import re
from pathlib import Path

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.errors import Unready
from bot.sections import (
    DEFAULT_HOTLINES,
    ActivitySettings,
    DatabaseSettings,
    DeliverySettings,
    ExportSettings,
    Hotline,
    InviteSettings,
    LogSettings,
    MediaSettings,
    MemberSettings,
    PostSettings,
    PrivacySettings,
    ProblemSettings,
    RetentionSettings,
    SandboxSettings,
    SecretsSettings,
    TelegramSettings,
    TerritorySettings,
    WebhookSettings,
    WebhookTarget,
)

__all__ = [
    "ActivitySettings",
    "DatabaseSettings",
    "DeliverySettings",
    "ExportSettings",
    "Hotline",
    "InviteSettings",
    "LogSettings",
    "MediaSettings",
    "MemberSettings",
    "PostSettings",
    "PrivacySettings",
    "ProblemSettings",
    "RetentionSettings",
    "SandboxSettings",
    "SecretsSettings",
    "Settings",
    "TelegramSettings",
    "TerritorySettings",
    "WebhookSettings",
    "WebhookTarget",
    "bot_token",
    "load_settings",
]


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
    media: MediaSettings = MediaSettings()
    export: ExportSettings = ExportSettings()
    problems: ProblemSettings = ProblemSettings()
    posts: PostSettings = PostSettings()
    webhooks: tuple[WebhookTarget, ...] = ()
    delivery: DeliverySettings = DeliverySettings()
    retention: RetentionSettings = RetentionSettings()
    privacy: PrivacySettings = PrivacySettings()
    invite: InviteSettings = InviteSettings()
    members: MemberSettings = MemberSettings()
    territory: TerritorySettings = TerritorySettings()
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
    "webhooks.url": "an address that begins with http:// or https://",
    "webhooks.name": "1 to 40 small letters, digits and dashes",
    "webhooks.secret_env": "an environment variable's name: CIKAR_HOOK_RUMAH_DATA",
}
"""What is allowed where a pattern decides; a pattern itself helps nobody."""


def _wrong(key: str, error: ErrorDetails) -> str:
    """What is wrong with a value. An address may hold a password: it is not repeated."""
    shape = SHAPES.get(re.sub(r"\.\d+\.", ".", key))
    if shape is not None:
        return f"{key} must be {shape}"
    message = error["msg"].removeprefix("Input ")
    return f"{key} is {error['input']!r}, but it {message[0].lower()}{message[1:]}"


def _known(path: tuple[int | str, ...]) -> list[str]:
    """Names allowed in the section at ``path``."""
    if not path:
        return list(Settings.model_fields)
    annotation = Settings.model_fields[str(path[0])].annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return list(annotation.model_fields)
    return list((WebhookTarget if path[0] == "webhooks" else Hotline).model_fields)


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
