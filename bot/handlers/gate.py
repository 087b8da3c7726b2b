"""The door: an update that came before, was not said to us or is a stranger's goes no further."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Bot, Message, Update, User
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.access import code_in, speaks_to_us
from bot.handlers.desk import Desk, asker_id, shown_name
from bot.handlers.groups import Groups
from bot.handlers.pacing import Pacing


@dataclass(frozen=True, slots=True)
class Gate:
    """Runs before every other handler."""

    desk: Desk
    groups: Groups
    pacing: Pacing

    async def check(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let the update pass, or raise ApplicationHandlerStop."""
        user = update.effective_user
        if user is None or not _is_for_us(update, user, context.bot):
            raise ApplicationHandlerStop
        if not await self.desk.store.do(lambda store: store.first_seen(update.update_id)):
            raise ApplicationHandlerStop
        asker, group_id = _asker(update, user), _group_id(update)
        if not await self.desk.store.do(lambda store: store.may_ask(asker, group_id)):
            await self._meet(update, user)
            raise ApplicationHandlerStop
        if not await self.pacing.lets_pass(update, user, asker):
            raise ApplicationHandlerStop

    async def _meet(self, update: Update, user: User) -> None:
        """In private take a code, or tell a stranger their id, once.  In a group that is not let in, tell those who may
        ask elsewhere why it is silent."""
        message, now = update.message, self.desk.clock()
        if update.inline_query is not None:
            await update.inline_query.answer([], is_personal=True)
        if message is None:
            return
        if _group_id(update) is not None:
            await self._explain(message, user)
        elif (told := await self._greeted(message, user)) is not None:
            await self.desk.say(message, user, told)
        elif await self.desk.store.do(lambda store: store.people.meet_stranger(user.id, now)):
            await self.desk.say(message, user, "stranger", id=str(user.id))

    async def _explain(self, message: Message, user: User) -> None:
        if await self.desk.store.do(lambda store: store.role(user.id)) is not None:
            await self.groups.meet(message.get_bot(), message.chat, user)  # Telegram may never have told that we are in
            if not await self.desk.store.do(lambda store: store.lets_in(message.chat_id)):
                await self.desk.say(message, user, "group-closed")

    async def _greeted(self, message: Message, user: User) -> str | None:
        """What to say to somebody whose code lets them in."""
        code = code_in(message.text or "")
        if code is None:
            return None
        now, name = self.desk.clock(), shown_name(user)
        if await self.desk.store.do(lambda store: store.people.claim(code, user.id, now, name)):
            return "claimed"
        role = await self.desk.store.do(lambda store: store.people.redeem(code, user.id, now, name))
        return f"invited-{role.value}" if role else None


def _group_id(update: Update) -> int | None:
    """The group of an update; None in private and where Telegram names no chat (inline)."""
    chat = update.effective_chat
    return None if chat is None or chat.type == ChatType.PRIVATE else chat.id


def _asker(update: Update, user: User) -> int:
    # A press names the person, whoever wrote the message under which the button stands.
    return asker_id(update.effective_message, user) if update.effective_message and not _pressed(update) else user.id


def _pressed(update: Update) -> bool:
    return update.callback_query is not None


def _is_for_us(update: Update, user: User, bot: Bot) -> bool:
    message = update.effective_message
    return speaks_to_us(
        (message.text if message else None) or "",
        bot.username,
        human=_is_human(message, user) or _pressed(update),
        private=_group_id(update) is None,
        pressed=_pressed(update),
        replied_to=message is not None and _answers(message, bot),
    )


def _is_human(message: Message | None, user: User) -> bool:
    """Who writes in a chat's name comes as a bot of Telegram's own; what a linked channel sends on is nobody's."""
    if message is not None and message.sender_chat is not None:
        return not message.is_automatic_forward
    return not user.is_bot


def _answers(message: Message, bot: Bot) -> bool:
    """Whether a message replies to one of ours."""
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
