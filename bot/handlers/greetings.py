"""/start, /help, and what is no question."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.access import code_in
from bot.handlers.desk import Desk, acknowledge, sender
from bot.introductions import list_commands_for


@dataclass(frozen=True, slots=True)
class Greetings:
    """Each method answers one command or one kind of message with one message."""

    desk: Desk

    async def start(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/start: those who get here are let in already; an invite in its payload may make them more."""
        message, user = sender(update)
        code, now = code_in(message.text or "") if message.chat.type == ChatType.PRIVATE else None, self.desk.clock()
        role = await self.desk.store.do(lambda store: store.people.redeem(code, user.id, now)) if code else None
        if role is not None:
            await list_commands_for(message.get_bot(), user.id, role)
        await self._say(update, f"invited-{role.value}" if role else "greeting")

    async def help(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/help: what can be asked."""
        await self._say(update, "help")

    async def unknown(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A command that is not ours."""
        await self._say(update, "unknown-command")

    async def unknown_button(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A button that is not ours: it stops waiting, and nothing is done."""
        if update.callback_query is not None:
            await acknowledge(update.callback_query)

    async def not_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A photo, a voice message, a sticker; an album, which comes as several messages, gets one line."""
        message, _ = sender(update)
        memory = context.chat_data
        if message.media_group_id and memory is not None:
            if memory.get("album") == message.media_group_id:
                return
            memory["album"] = message.media_group_id
        await self._say(update, "only-text")

    async def _say(self, update: Update, key: str) -> None:
        message, user = sender(update)
        await self.desk.say(message, user, key)
