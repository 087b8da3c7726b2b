from __future__ import annotations

import pytest

from bot.access import Role, claim_code, may_ask, speaks_to_us


def test_an_operator_may_ask() -> None:
    assert may_ask(Role.OPERATOR)


def test_a_stranger_may_not_ask() -> None:
    assert not may_ask(None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/ask@vigie_bot attacks", True),
        ("/ask@Vigie_Bot attacks", True),
        ("/ask@vigie_bot2 attacks", False),
        ("/ask attacks", False),
        ("@vigie_bot attacks", False),
        ("see /ask@vigie_bot", False),
        ("", False),
    ],
)
def test_in_a_group_only_a_command_that_names_the_bot_addresses_it(text: str, expected: bool) -> None:
    assert speaks_to_us(text, "vigie_bot", human=True, private=False, pressed=False) is expected


def test_in_private_everything_is_addressed() -> None:
    assert speaks_to_us("attacks", "vigie_bot", human=True, private=True, pressed=False)


def test_a_press_is_addressed() -> None:
    assert speaks_to_us("", "vigie_bot", human=True, private=False, pressed=True)


def test_another_bot_never_speaks_to_us() -> None:
    assert not speaks_to_us("/ask@vigie_bot x", "vigie_bot", human=False, private=True, pressed=True)


CODE = "aB3_-" * 5


@pytest.mark.parametrize("text", [CODE, f"/start {CODE}", f" {CODE}\n", f"/start@vigie_bot {CODE}"])
def test_a_code_is_read_alone_or_after_start(text: str) -> None:
    assert claim_code(text) == CODE


@pytest.mark.parametrize("text", ["/start", "hello", "attacks near Bamako", f"{CODE} {CODE}", "x" * 65, ""])
def test_other_words_are_no_code(text: str) -> None:
    assert claim_code(text) is None
