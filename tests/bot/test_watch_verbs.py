"""`vigie watch`, run as whoever runs the machine runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from index import ChatRules, Engine, Watch

Vigie = Callable[..., tuple[int, str, str]]


@pytest.fixture
def vigie(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Vigie:
    """Runs the command over a folder of the test's own, in English unless told otherwise: code, output, errors."""

    def run(*words: str, **environment: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["--data", str(tmp_path), *words], {"VIGIE_LANGUAGE": "en", **environment})
        said = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, said.out, said.err

    return run


def kept(folder: Path) -> list[tuple[Watch, ChatRules]]:
    """Every watch, with how its chat is told."""
    with Engine.open(folder) as engine:
        return [(watch, engine.alerts.rules(watch.owner.chat)) for watch in engine.alerts.all()]


def test_a_watch_is_made_for_the_chat_that_is_named(vigie: Vigie, tmp_path: Path) -> None:
    code, told, _ = vigie("watch", "add", "attacks", "near", "Gao", "--chat", "-42")
    assert (code, told.startswith("Watch 1 tells chat -42.")) == (0, True)
    assert [(watch.owner.chat, watch.standing.query.text) for watch, _ in kept(tmp_path)] == [
        ("-42", "attacks near Gao")
    ]


def test_a_watch_is_made_for_the_only_operator_where_no_chat_is_named(vigie: Vigie, tmp_path: Path) -> None:
    vigie("watch", "add", "attacks near Gao", VIGIE_OPERATORS="7")
    assert [watch.owner.chat for watch, _ in kept(tmp_path)] == ["7"]


def test_without_a_chat_or_an_operator_it_says_what_to_name(vigie: Vigie, tmp_path: Path) -> None:
    code, _, cure = vigie("watch", "add", "attacks near Gao")
    assert (code, "--chat" in cure, kept(tmp_path)) == (1, True, [])


def test_the_first_watch_of_a_chat_is_told_in_the_language_and_time_zone_that_are_set(
    vigie: Vigie, tmp_path: Path
) -> None:
    vigie("watch", "add", "attacks near Gao", "--chat", "7", VIGIE_LANGUAGE="fr", VIGIE_TIMEZONE="Africa/Niamey")
    vigie("watch", "add", "attacks near Mopti", "--chat", "7", VIGIE_TIMEZONE="Europe/Paris")
    zones = [(watch.standing.query.timezone, rules.language, rules.timezone) for watch, rules in kept(tmp_path)]
    assert zones == [("Africa/Niamey", "fr", "Africa/Niamey"), ("Europe/Paris", "fr", "Africa/Niamey")]


def test_a_watch_is_listed_until_it_is_removed(vigie: Vigie) -> None:
    vigie("watch", "add", "attacks near Gao", "--chat", "7")
    assert "attacks near Gao" in vigie("watch", "list")[1]
    assert vigie("watch", "remove", "1")[0] == 0
    assert vigie("watch", "list")[1].startswith("Nobody watches for anything yet.")


def test_a_number_that_no_watch_bears_is_told(vigie: Vigie) -> None:
    code, _, cure = vigie("watch", "remove", "9")
    assert (code, "9" in cure, "vigie watch list" in cure) == (1, True, True)


def test_trying_a_watch_keeps_none(vigie: Vigie, tmp_path: Path) -> None:
    assert vigie("watch", "try", "attacks near Gao")[0] == 0
    assert kept(tmp_path) == []
