"""What an error of Telegram's means for the message that met it.  Pure: waiting and chance come from outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

import httpx
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

LONGEST_WAIT_S = 300.0
MOST_TRIES = 30  # of a message that Telegram's own faults keep back: more than two hours
_ASKED_TO_STOP_S = 60.0  # another program holds the token, or it was revoked: a person must see to it

_CLOSED = ("topic_closed", "topic closed", "topic_deleted", "message thread not found", "thread not found")
_NO_RIGHTS = ("not enough rights", "have no rights", "chat_write_forbidden", "administrator rights", "chat_restricted")
_GONE = ("chat not found", "user not found", "deactivated", "peer_id_invalid", "chat_id is empty")
_DONE = ("message is not modified",)
_NOTHING_THERE = ("message to edit not found", "message can't be edited", "message_id_invalid", "message to reply")
_SURELY_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class Act(Enum):
    """What to do with the message, or with all sending."""

    DONE = auto()  # it is as it should be
    AGAIN = auto()  # it did not arrive: once more, later
    UNKNOWN = auto()  # it may have arrived
    FAIL = auto()  # it can never be sent
    HOLD = auto()  # send nothing to anybody for a while
    OFFLINE = auto()  # Telegram cannot be reached
    SUSPEND = auto()  # the chat does not want us, or is gone
    MOVE = auto()  # the chat has another id
    LEAVE_TOPIC = auto()  # the topic is closed, the chat is open


@dataclass(frozen=True, slots=True)
class Verdict:
    """An act with what it needs: how long to wait, why (a key), where to."""

    act: Act
    wait: timedelta = timedelta()
    reason: str = ""
    new_chat_id: int = 0


def decide(error: TelegramError, tries: int, chance: float) -> Verdict:
    """The verdict on an error.  `tries` are earlier sendings that surely failed, `chance` is 0 to 1.

    The order matters: BadRequest and TimedOut are kinds of NetworkError."""
    match error:
        case RetryAfter():
            return Verdict(Act.HOLD, _told(error))
        case ChatMigrated():
            return Verdict(Act.MOVE, new_chat_id=error.new_chat_id)
        case Forbidden():
            return Verdict(Act.SUSPEND, reason="blocked")
        case BadRequest():
            return _refused(str(error).lower())
        case InvalidToken() | Conflict():
            return Verdict(Act.HOLD, timedelta(seconds=_ASKED_TO_STOP_S), "token")
        case NetworkError():
            return _unanswered(error, tries, chance)
        case _:
            return Verdict(Act.FAIL, reason="refused")


def backoff(tries: int, chance: float) -> timedelta:
    """How long to wait before the next try: doubled each time from a second, capped, and spread by chance."""
    return timedelta(seconds=min(2.0 ** min(tries, 20), LONGEST_WAIT_S) * (0.5 + chance / 2))


def _unanswered(error: NetworkError, tries: int, chance: float) -> Verdict:
    cause = error.__cause__
    if isinstance(cause, _SURELY_UNSENT):
        return Verdict(Act.OFFLINE)
    if cause is not None or isinstance(error, TimedOut):
        return Verdict(Act.UNKNOWN, backoff(tries, chance))
    # Telegram answered, with a fault of its own: it says itself that nothing was sent.
    if tries >= MOST_TRIES:
        return Verdict(Act.FAIL, reason="server")
    return Verdict(Act.AGAIN, backoff(tries, chance))


def _refused(words: str) -> Verdict:
    if _any(_DONE, words) or _any(_NOTHING_THERE, words):
        return Verdict(Act.DONE)
    if _any(_CLOSED, words):
        return Verdict(Act.LEAVE_TOPIC)
    if _any(_NO_RIGHTS, words):
        return Verdict(Act.SUSPEND, reason="no-rights")
    if _any(_GONE, words):
        return Verdict(Act.SUSPEND, reason="gone")
    return Verdict(Act.FAIL, reason="refused")


def _any(signs: tuple[str, ...], words: str) -> bool:
    return any(sign in words for sign in signs)


def _told(error: RetryAfter) -> timedelta:
    waits = error.retry_after
    return waits if isinstance(waits, timedelta) else timedelta(seconds=waits)
