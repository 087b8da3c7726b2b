"""A group that becomes a supergroup gets another id: what is kept for it follows."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk


@dataclass(frozen=True, slots=True)
class Moves:
    """Takes the service message that either chat gets, whoever it is from."""

    desk: Desk

    async def moved(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Move the rows from the id that was to the id that is; a second message finds nothing left to move."""
        message = update.effective_message
        if message is None:
            return
        if message.migrate_to_chat_id is not None:
            await self.desk.move_chat(message.chat_id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id is not None:
            await self.desk.move_chat(message.migrate_from_chat_id, message.chat_id)
