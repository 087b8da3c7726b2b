from __future__ import annotations

import pytest

from bot.access import Admission, Role, addressed, admission, claim_code


@pytest.mark.parametrize(
    ("role", "human", "spoken_to", "expected"),
    [
        (Role.OPERATOR, True, True, Admission.LET_IN),
        (Role.OPERATOR, True, False, Admission.NOT_OURS),
        (Role.OPERATOR, False, True, Admission.NOT_OURS),
        (None, True, True, Admission.STRANGER),
        (None, True, False, Admission.NOT_OURS),
        (None, False, True, Admission.NOT_OURS),
    ],
)
def test_admission(role: Role | None, human: bool, spoken_to: bool, expected: Admission) -> None:
    assert admission(role, human=human, addressed=spoken_to) is expected


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
    assert addressed(text, "vigie_bot", private=False, pressed=False) is expected


def test_in_private_everything_is_addressed() -> None:
    assert addressed("attacks", "vigie_bot", private=True, pressed=False)


def test_a_press_is_addressed() -> None:
    assert addressed("", "vigie_bot", private=False, pressed=True)


CODE = "aB3_-" * 5


@pytest.mark.parametrize("text", [CODE, f"/start {CODE}", f" {CODE}\n", f"/start@vigie_bot {CODE}"])
def test_a_code_is_read_alone_or_after_start(text: str) -> None:
    assert claim_code(text) == CODE


@pytest.mark.parametrize("text", ["/start", "hello", "attacks near Bamako", f"{CODE} {CODE}", "x" * 65, ""])
def test_other_words_are_no_code(text: str) -> None:
    assert claim_code(text) is None
