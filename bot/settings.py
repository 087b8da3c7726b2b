"""What the environment asks for, read once: every fault is told at once, and the token never shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import platformdirs

from bot.catalogue import LANGUAGES, supported

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,100}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")  # Bot API, setWebhook: 1-256 of these; 16 resist guessing
LOG_LAYOUTS = ("text", "json")
_Value = TypeVar("_Value")


class Secret:
    """Text that must reach no log: only `reveal()` gives it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, for the one call that needs it."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(...)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)


@dataclass(frozen=True, slots=True)
class SettingsFault:
    """One variable that cannot be used: `key` and `cure` name sentences of the catalogue."""

    key: str
    name: str
    cure: str


class SettingsError(Exception):
    """The environment cannot be used; `faults` holds everything that is wrong with it."""

    def __init__(self, faults: tuple[SettingsFault, ...]) -> None:
        self.faults = faults
        super().__init__(", ".join(f"{fault.key} {fault.name}" for fault in faults))


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram sends updates, and where we listen for them."""

    url: str
    secret: Secret
    listen: str
    port: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set.  `language` and `timezone` are those of people who never chose one."""

    data: Path
    model: str | None = None
    token: Secret | None = None
    operators: frozenset[int] = frozenset()
    webhook: Webhook | None = None
    language: str = "en"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    health_port: int | None = None
    log: str = "text"

    @staticmethod
    def from_environment(environment: Mapping[str, str]) -> Settings:
        """Read the `VIGIE_` variables.  Raises SettingsError with every fault."""
        reader = _Reader({name: value.strip() for name, value in environment.items()}, [])
        settings = Settings(
            data=_data(reader.text("VIGIE_DATA")),
            model=reader.text("VIGIE_MODEL"),
            token=reader.read("VIGIE_TELEGRAM_TOKEN", "cure-token", _token, None),
            operators=reader.read("VIGIE_OPERATORS", "cure-operators", _ids, frozenset()),
            webhook=_webhook(reader),
            language=reader.read("VIGIE_LANGUAGE", "cure-language", _language, supported(environment.get("LANG"))),
            timezone=reader.read("VIGIE_TIMEZONE", "cure-timezone", _timezone, ZoneInfo("UTC")),
            health_port=reader.read("VIGIE_HEALTH_PORT", "cure-port", _port, None),
            log=reader.read("VIGIE_LOG", "cure-log", _log, "text"),
        )
        if reader.faults:
            raise SettingsError(tuple(reader.faults))
        return settings


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one variable after another and keeps what is wrong with each."""

    environment: Mapping[str, str]
    faults: list[SettingsFault]

    def text(self, name: str) -> str | None:
        return self.environment.get(name) or None

    def read(self, name: str, cure: str, parse: Callable[[str], _Value], default: _Value) -> _Value:
        text = self.text(name)
        if text is None:
            return default
        try:
            return parse(text)
        except ValueError:
            self.faults.append(SettingsFault("settings-bad", name, cure))
            return default

    def need(self, name: str, cure: str, parse: Callable[[str], _Value], default: _Value) -> _Value:
        if self.text(name) is None:
            self.faults.append(SettingsFault("settings-missing", name, cure))
        return self.read(name, cure, parse, default)


def _data(text: str | None) -> Path:
    return Path(text).expanduser() if text else platformdirs.user_data_path("vigie", appauthor=False)


def _webhook(reader: _Reader) -> Webhook | None:
    if reader.text("VIGIE_WEBHOOK_URL") is None:
        return None
    return Webhook(
        url=reader.read("VIGIE_WEBHOOK_URL", "cure-webhook-url", _https, ""),
        secret=reader.need("VIGIE_WEBHOOK_SECRET", "cure-webhook-secret", _secret, Secret("")),
        listen=reader.text("VIGIE_WEBHOOK_LISTEN") or "127.0.0.1",
        port=reader.read("VIGIE_WEBHOOK_PORT", "cure-port", _port, 8443),
    )


def _token(text: str) -> Secret:
    if not _TOKEN.fullmatch(text):
        raise ValueError
    return Secret(text)


def _secret(text: str) -> Secret:
    if not _WEBHOOK_SECRET.fullmatch(text):
        raise ValueError
    return Secret(text)


def _ids(text: str) -> frozenset[int]:
    ids = frozenset(int(part) for part in text.split(",") if part.strip())
    if any(user_id <= 0 for user_id in ids):
        raise ValueError
    return ids


def _language(text: str) -> str:
    if text.lower() not in LANGUAGES:
        raise ValueError
    return text.lower()


def _timezone(text: str) -> ZoneInfo:
    # Asked of the list first: ZoneInfo itself fails in other ways on names such as "../etc" or a folder's.
    if text not in available_timezones():
        raise ValueError
    return ZoneInfo(text)


def _log(text: str) -> str:
    if text not in LOG_LAYOUTS:
        raise ValueError
    return text


def timezone_named(text: str) -> ZoneInfo | None:
    """The time zone of that name, or of that city ("africa/bamako", "Bamako"); None where there is none."""
    wanted = text.strip().replace(" ", "_").lower()
    names = sorted(available_timezones())
    whole = [name for name in names if name.lower() == wanted]
    cities = [name for name in names if name.lower().rpartition("/")[2] == wanted]
    return ZoneInfo((whole or cities)[0]) if wanted and (whole or cities) else None


def _https(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError
    return text


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError
    return port
