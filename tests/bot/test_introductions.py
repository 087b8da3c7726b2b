"""What Telegram shows before anybody asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram.error import BadRequest

from bot.access import Role
from bot.catalogue import LANGUAGES, Catalogue
from bot.console import Call
from bot.introductions import OPERATORS, PRIVATE, introduce, list_commands_for
from tests.bot.phone import Phone, open_phone
from tests.builders import an_answer
from tests.doubles import FixedEngine

OPERATOR = 42


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer())) as opened:
        yield opened


def introduced(phone: Phone) -> list[Call]:
    """What is set at a start."""
    since = len(phone.request.calls)
    phone.runner.run(introduce(phone.talk.application.bot, [OPERATOR]))
    return [call for call in phone.request.calls[since:] if call.method.startswith("set")]


def test_commands_are_told_for_each_kind_of_chat_in_each_language(phone: Phone) -> None:
    told = [call.parameters for call in introduced(phone) if call.method == "setMyCommands"]
    scopes = ("all_private_chats", "all_group_chats", "all_chat_administrators", "chat")
    assert {(call["scope"]["type"], call.get("language_code")) for call in told} == {
        (scope, code) for scope in scopes for code in (None, "fr")
    }


def test_a_french_list_is_in_french(phone: Phone) -> None:
    told = [call.parameters for call in introduced(phone) if call.parameters.get("language_code") == "fr"]
    assert "Français ou anglais" in [command["description"] for command in told[0]["commands"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_every_command_that_everybody_sees(language: str) -> None:
    told = Catalogue.load(language).text("help").replace("/lieu", "/place")
    assert [command for command in PRIVATE if f"/{command} " not in told] == []


def test_who_runs_the_bot_sees_more_commands(phone: Phone) -> None:
    told = [call.parameters for call in introduced(phone) if call.method == "setMyCommands"]
    own = next(call for call in told if call["scope"].get("chat_id") == OPERATOR)
    assert [command["command"] for command in own["commands"]] == list(OPERATORS)


def test_what_stands_already_is_not_set_again(phone: Phone) -> None:
    introduced(phone)
    assert introduced(phone) == []


def test_who_no_longer_runs_the_bot_sees_what_all_see(phone: Phone) -> None:
    introduced(phone)
    phone.runner.run(list_commands_for(phone.talk.application.bot, OPERATOR, Role.READER))
    assert [call.method for call in phone.request.calls[-2:]] == ["deleteMyCommands"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_keep_telegrams_limits(language: str) -> None:
    """Bot API: setMyShortDescription 0-120, setMyDescription 0-512, BotCommand.description 1-256."""
    text = Catalogue.load(language).text
    assert (len(text("bot-description")) <= 120, len(text("bot-about")) <= 512) == (True, True)
    assert all(1 <= len(text(f"command-{name}")) <= 256 for name in (*PRIVATE, *OPERATORS))


def test_a_telegram_that_refuses_the_list_does_not_stop_the_start(phone: Phone) -> None:
    phone.request.failing["getMyCommands"] = [BadRequest("no"), BadRequest("no")]
    introduced(phone)
