from __future__ import annotations

import pytest

from bot.access import Role, code_in, may_ask, may_change_watches, owns, speaks_to_us, without_mention


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
        ("/ask attacks @vigie_bot", False),
        ("@vigie_bot attacks", True),
        ("attacks, @Vigie_Bot?", True),
        ("@vigie_bot2 attacks", False),
        ("mail me at x@vigie_bot", False),
        ("", False),
    ],
)
def test_in_a_group_only_what_names_the_bot_addresses_it(text: str, expected: bool) -> None:
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
    assert code_in(text) == CODE


@pytest.mark.parametrize("text", ["/start", "hello", "attacks near Bamako", f"{CODE} {CODE}", "x" * 65, ""])
def test_other_words_are_no_code(text: str) -> None:
    assert code_in(text) is None


@pytest.mark.parametrize(
    ("status", "private", "as_the_group", "expected"),
    [
        ("creator", False, False, True),
        ("administrator", False, False, True),
        ("member", False, False, False),
        ("restricted", False, False, False),
        ("left", False, False, False),
        (None, False, False, False),
        (None, False, True, True),
        (None, True, False, True),
    ],
)
def test_the_watches_of_a_group_are_its_admins(
    status: str | None, private: bool, as_the_group: bool, expected: bool
) -> None:
    assert may_change_watches(status, private=private, as_the_group=as_the_group) is expected


def test_a_reply_to_the_bot_is_addressed_to_it() -> None:
    assert speaks_to_us("and in Gao?", "vigie_bot", human=True, private=False, pressed=False, replied_to=True)


def test_the_mention_is_no_part_of_the_question() -> None:
    assert without_mention("@Vigie_bot, attacks near Gao @vigie_bot", "vigie_bot") == "attacks near Gao"


@pytest.mark.parametrize(("owner", "expected"), [(7, True), (8, False), (-100, True)])
def test_a_button_is_its_askers_or_that_of_all_where_a_chat_asked(owner: int, expected: bool) -> None:
    assert owns(owner, 7) is expected
