"""Telegram's errors, mapped to ours at this one border."""

from __future__ import annotations

from typing import ClassVar

from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, TelegramError

from index import VigieError


class BotError(VigieError):
    """Telegram cannot be used: `key` names the sentence that says why and what to do."""

    family: ClassVar[str] = "telegram"


def bot_error(error: TelegramError) -> BotError:
    """The fault to tell.  The words of Telegram's library are left out: they may hold the token."""
    if isinstance(error, InvalidToken):
        return BotError("token")
    if isinstance(error, Conflict):
        return BotError("conflict")
    if isinstance(error, BadRequest):  # before NetworkError, whose subclass it is
        return BotError("webhook" if "webhook" in str(error).lower() else "refused", reason=type(error).__name__)
    if isinstance(error, NetworkError):
        return BotError("network")
    return BotError("refused", reason=type(error).__name__)
