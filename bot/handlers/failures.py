"""A handler raised: the person gets a line, the log gets the cause, and never what was asked."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass

from telegram import Update
from telegram.error import BadRequest, Conflict, NetworkError, TelegramError
from telegram.ext import ContextTypes

from bot.catalogue import Catalogue
from bot.faults import bot_error
from bot.handlers.desk import Desk
from bot.logs import cause
from index import StoreError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failures:
    """The one error handler."""

    desk: Desk

    async def handle(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell the log, and the person where there is one."""
        error = context.error
        if error is None:
            return
        self.desk.troubles.add(error, self.desk.clock())
        if isinstance(update, Update):
            _log.error("a handler failed: %s", cause(error))
            await self._apologise(update, error)
        elif isinstance(error, Conflict | NetworkError):
            fault = bot_error(error)
            _log.warning("%s", Catalogue.load(self.desk.settings.language).text(fault.key, **fault.values))
        else:
            _log.error("the bot failed: %s", cause(error))

    async def _apologise(self, update: Update, error: Exception) -> None:
        message, user = update.effective_message, update.effective_user
        if message is None or user is None or not _can_be_told(error):
            return
        with suppress(TelegramError, StoreError):  # nothing more can be said through what just failed
            await self.desk.say(message, user, "error-busy" if isinstance(error, StoreError) else "error-unexpected")


def _can_be_told(error: Exception) -> bool:
    # A time-out after delivery looks like one before it: "something went wrong" could follow a good answer.
    return isinstance(error, BadRequest) or not isinstance(error, TelegramError)
