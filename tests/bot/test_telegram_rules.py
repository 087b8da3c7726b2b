"""The rules that every call is held against refuse what Telegram refuses."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import ValidationError

from bot.console import Call
from tests.bot.telegram_rules import SCHEMA_FILE, check_call

SENT = {"chat_id": 1, "text": "Gao", "parse_mode": "HTML"}
with_schema = pytest.mark.skipif(
    not SCHEMA_FILE.exists(), reason="the schema of the Bot API stands beside the checkout"
)


def buttons(*rows: int, data: str = "more:x:1", text: str = "More") -> dict[str, Any]:
    """A keyboard with so many buttons in each row."""
    keyboard = [[{"text": text, "callback_data": data} for _ in range(row)] for row in rows]
    return {"reply_markup": {"inline_keyboard": keyboard}}


def refused(call: Call) -> bool:
    try:
        check_call(call)
    except (AssertionError, ValidationError):
        return True
    return False


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"text": "<b>Gao</b> &lt;3"},
        {"text": "a" * 4096},
        {"text": "<i>a</i> " * 100 + "."},
        buttons(8, 8, data="x" * 64),
        buttons(*[5] * 20),
    ],
)
def test_what_telegram_takes_is_let_through(more: dict[str, Any]) -> None:
    assert not refused(Call("sendMessage", SENT | more))


@pytest.mark.parametrize(
    "more",
    [
        {"text": ""},
        {"text": "<b>Gao"},
        {"text": "Gao <3"},
        {"text": "<script>x</script>"},
        {"text": "a" * 4097},
        {"text": "\N{FIRE}" * 2049},
        {"text": "Gao\N{RIGHT-TO-LEFT OVERRIDE}"},
        {"text": "Gao\N{ZERO WIDTH SPACE}"},
        {"text": "<i>a</i> " * 101 + "."},
        buttons(9),
        buttons(*[5] * 21),
        buttons(1, data="x" * 65),
        buttons(1, data=""),
        buttons(1, text=""),
        buttons(1, text="Mo\N{LEFT-TO-RIGHT OVERRIDE}re"),
    ],
)
def test_what_telegram_refuses_or_cuts_is_refused(more: dict[str, Any]) -> None:
    assert refused(Call("sendMessage", SENT | more))


@with_schema
@pytest.mark.parametrize("more", [{"topic": 7}, {"message_thread_id": "7"}, {"reply_parameters": {"id": 7}}])
def test_a_parameter_that_the_schema_does_not_know_is_refused(more: dict[str, Any]) -> None:
    assert refused(Call("sendMessage", SENT | more))


@with_schema
def test_a_parameter_that_is_missing_is_refused() -> None:
    assert refused(Call("sendMessage", {"text": "Gao"}))


def test_a_word_over_the_chat_has_two_hundred_letters_at_most() -> None:
    pressed = {"callback_query_id": "1", "text": "a" * 201}
    assert (
        refused(Call("answerCallbackQuery", pressed)),
        refused(Call("answerCallbackQuery", {**pressed, "text": "a"})),
    ) == (
        True,
        False,
    )


def inline(*ids: str, next_offset: str = "") -> Call:
    """An answer to an inline question with results of these ids."""
    content = {"message_text": "Gao", "parse_mode": "HTML"}
    results = [{"type": "article", "id": one, "title": "Gao", "input_message_content": content} for one in ids]
    return Call("answerInlineQuery", {"inline_query_id": "1", "results": results, "next_offset": next_offset})


@pytest.mark.parametrize(
    ("call", "is_refused"),
    [
        (inline("a", "b"), False),
        (inline(*map(str, range(50))), False),
        (inline(*map(str, range(51))), True),
        (inline("a", "a"), True),
        (inline("x" * 65), True),
        (inline("a", next_offset="x" * 65), True),
    ],
)
def test_inline_results_keep_their_number_and_their_ids(call: Call, is_refused: bool) -> None:
    assert refused(call) is is_refused
