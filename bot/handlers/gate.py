"""The door: an update that came before, was not said to us or is a stranger's goes no further."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update, User
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.access import Role, claim_code, may_ask, speaks_to_us
from bot.handlers.desk import Desk


@dataclass(frozen=True, slots=True)
class Gate:
    """Runs before every other handler."""

    desk: Desk

    async def check(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let the update pass, or raise ApplicationHandlerStop."""
        user = update.effective_user
        if user is None or not _is_for_us(update, user, context.bot.username):
            raise ApplicationHandlerStop
        if not await self.desk.store.do(lambda store: store.first_seen(update.update_id)):
            raise ApplicationHandlerStop
        if not may_ask(await self._role(user)):
            await self._meet(update, user)
            raise ApplicationHandlerStop

    async def _role(self, user: User) -> Role | None:
        if user.id in self.desk.settings.operators:
            return Role.OPERATOR
        return await self.desk.store.do(lambda store: store.role(user.id))

    async def _meet(self, update: Update, user: User) -> None:
        """Take the claim code, or tell a stranger their id, once."""
        message, now = update.message, self.desk.clock()
        if message is None:
            return
        if await self._claims(update, user):
            await self.desk.say(message, user, "claimed")
        elif await self.desk.store.do(lambda store: store.meet_stranger(user.id, now)):
            await self.desk.say(message, user, "stranger", id=str(user.id))

    async def _claims(self, update: Update, user: User) -> bool:
        code = claim_code(_text(update)) if _is_private(update) else None
        if code is None:
            return False
        now = self.desk.clock()
        return await self.desk.store.do(lambda store: store.claim(code, user.id, now))


def _text(update: Update) -> str:
    message = update.effective_message
    return (message.text if message else None) or ""


def _is_private(update: Update) -> bool:
    chat = update.effective_chat
    return chat is not None and chat.type == ChatType.PRIVATE


def _is_for_us(update: Update, user: User, username: str) -> bool:
    pressed = update.callback_query is not None
    return speaks_to_us(_text(update), username, human=not user.is_bot, private=_is_private(update), pressed=pressed)
