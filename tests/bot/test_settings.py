from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.settings import Secret, Settings, SettingsError

TOKEN = "123456:" + "A" * 35
WEBHOOK = {"VIGIE_WEBHOOK_URL": "https://vigie.example", "VIGIE_WEBHOOK_SECRET": "s" * 32}


def faults(environment: dict[str, str]) -> list[tuple[str, str]]:
    """What is told of an environment: kind of fault and variable."""
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment(environment)
    return [(fault.key, fault.name) for fault in caught.value.faults]


def test_an_empty_environment_is_enough() -> None:
    settings = Settings.from_environment({})
    assert (settings.token, settings.operators, settings.webhook, settings.language) == (None, frozenset(), None, "en")


def test_every_variable_is_read() -> None:
    environment = {
        "VIGIE_DATA": "/srv/vigie",
        "VIGIE_MODEL": "some-model",
        "VIGIE_TELEGRAM_TOKEN": TOKEN,
        "VIGIE_OPERATORS": "12, 34",
        "VIGIE_LANGUAGE": "FR",
        "VIGIE_TIMEZONE": "Africa/Bamako",
        "VIGIE_HEALTH_PORT": "8080",
        "VIGIE_LOG": "json",
    }
    assert Settings.from_environment(environment) == Settings(
        data=Path("/srv/vigie"),
        model="some-model",
        token=Secret(TOKEN),
        operators=frozenset({12, 34}),
        language="fr",
        timezone=ZoneInfo("Africa/Bamako"),
        health_port=8080,
        log="json",
    )


def test_a_data_folder_may_be_told_from_home() -> None:
    assert Settings.from_environment({"VIGIE_DATA": "~/vigie"}).data == Path.home() / "vigie"


def test_every_fault_is_told_at_once() -> None:
    environment = {
        "VIGIE_TELEGRAM_TOKEN": "nonsense",
        "VIGIE_OPERATORS": "me",
        "VIGIE_LANGUAGE": "bm",
        "VIGIE_TIMEZONE": "Mars/Olympus",
        "VIGIE_WEBHOOK_URL": "http://vigie.example",
        "VIGIE_WEBHOOK_PORT": "0",
    }
    assert sorted(faults(environment)) == [
        ("settings-bad", "VIGIE_LANGUAGE"),
        ("settings-bad", "VIGIE_OPERATORS"),
        ("settings-bad", "VIGIE_TELEGRAM_TOKEN"),
        ("settings-bad", "VIGIE_TIMEZONE"),
        ("settings-bad", "VIGIE_WEBHOOK_PORT"),
        ("settings-bad", "VIGIE_WEBHOOK_URL"),
        ("settings-missing", "VIGIE_WEBHOOK_SECRET"),
    ]


@pytest.mark.parametrize("zone", ["../../etc/passwd", "Africa", "/etc/localtime", "Africa/bamako"])
def test_a_time_zone_outside_the_list_is_refused(zone: str) -> None:
    assert faults({"VIGIE_TIMEZONE": zone}) == [("settings-bad", "VIGIE_TIMEZONE")]


def test_a_webhook_is_read_whole() -> None:
    webhook = Settings.from_environment({**WEBHOOK, "VIGIE_WEBHOOK_PORT": "9000"}).webhook
    assert webhook is not None
    assert (webhook.url, webhook.listen, webhook.port) == ("https://vigie.example", "127.0.0.1", 9000)


def test_a_short_webhook_secret_is_refused() -> None:
    assert faults({**WEBHOOK, "VIGIE_WEBHOOK_SECRET": "short"}) == [("settings-bad", "VIGIE_WEBHOOK_SECRET")]


@pytest.mark.parametrize("shown", [repr, str, "{}".format, "{0!r}".format])
def test_the_token_shows_nowhere(shown: object) -> None:
    settings = Settings.from_environment({"VIGIE_TELEGRAM_TOKEN": TOKEN, **WEBHOOK})
    assert callable(shown)
    assert TOKEN not in shown(settings)
    assert "sss" not in shown(settings)


def test_a_fault_does_not_repeat_the_value() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"VIGIE_TELEGRAM_TOKEN": "12:secret-but-short"})
    assert "secret-but-short" not in str(caught.value)
