"""What each error of Telegram's means for the message that met it."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.verdicts import MOST_TRIES, Act, decide
from tests.bot.faulty_telegram import chained


@pytest.mark.parametrize(
    ("error", "act"),
    [
        (BadRequest("Message is not modified: specified new message content"), Act.DONE),
        (BadRequest("Message to edit not found"), Act.DONE),
        (BadRequest("TOPIC_CLOSED"), Act.LEAVE_TOPIC),
        (BadRequest("Bad Request: message thread not found"), Act.LEAVE_TOPIC),
        (BadRequest("not enough rights to send text messages to the chat"), Act.SUSPEND),
        (BadRequest("Chat not found"), Act.SUSPEND),
        (BadRequest("can't parse entities"), Act.FAIL),
        (Forbidden("bot was kicked from the supergroup chat"), Act.SUSPEND),
        (ChatMigrated(-1005), Act.MOVE),
        (InvalidToken(), Act.HOLD),
        (Conflict("terminated by other getUpdates request"), Act.HOLD),
        (NetworkError("Bad Gateway"), Act.AGAIN),
        (TelegramError("what nobody knows"), Act.FAIL),
    ],
    ids=lambda value: value.name if isinstance(value, Act) else str(value),
)
def test_an_error_has_its_act(error: TelegramError, act: Act) -> None:
    assert decide(error, 0, 0.5).act is act


@pytest.mark.parametrize("cause", [httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x")])
def test_what_never_left_is_sent_again_and_counts_as_no_try(cause: Exception) -> None:
    assert decide(chained(TimedOut(), cause), 0, 0.5).act is Act.OFFLINE


@pytest.mark.parametrize("cause", [httpx.ReadTimeout("x"), httpx.WriteTimeout("x"), httpx.RemoteProtocolError("x")])
def test_what_may_have_arrived_is_unknown(cause: Exception) -> None:
    assert decide(chained(TimedOut(), cause), 0, 0.5).act is Act.UNKNOWN


def test_a_timeout_of_which_nothing_is_known_may_have_arrived() -> None:
    assert decide(TimedOut(), 0, 0.5).act is Act.UNKNOWN


@pytest.mark.parametrize("wait", [7, timedelta(seconds=7)], ids=["int", "timedelta"])
def test_a_wait_may_be_told_in_seconds_or_as_a_time(wait: int | timedelta) -> None:
    verdict = decide(RetryAfter(wait), 0, 0.5)
    assert (verdict.act, verdict.wait) == (Act.HOLD, timedelta(seconds=7))


def test_a_chat_that_moved_is_told_where_to() -> None:
    assert decide(ChatMigrated(-1005), 0, 0.5).new_chat_id == -1005


def test_telegrams_own_faults_are_tried_so_often_and_no_more() -> None:
    acts = [decide(NetworkError("Bad Gateway"), tries, 0.5).act for tries in (MOST_TRIES - 1, MOST_TRIES)]
    assert acts == [Act.AGAIN, Act.FAIL]
