"""/groups, and what Telegram tells of the chats that the bot is put into, thrown out of, or that get another id."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from telegram import Bot, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.access import may_manage
from bot.chats import ChatKind, KnownChat
from bot.directory import chats_page, new_chat_page
from bot.handlers.desk import Desk, acknowledge, message_under, pressing, sender, shown_name, tell
from bot.handlers.team import Team
from bot.markup import one_line, plain
from bot.render import Page

TITLE_KEPT = 128  # Bot API: a title has at most as many
_IN = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.RESTRICTED})


@dataclass(frozen=True, slots=True)
class Groups:
    """A group is answered, and a channel taken in, from when an operator lets it in until one puts it out."""

    desk: Desk
    team: Team

    async def list_all(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/groups: where the bot is, and whether it answers there."""
        message, user = sender(update)
        if await self.team.manages(message, user):
            await self._list(message, user, 0)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """More of the list; let a chat in, or leave it."""
        query, press = pressing(update)
        message, user = message_under(query), query.from_user
        await acknowledge(query)
        if message is None or not await self.team.manages(message, user):
            return
        if press.verb == "groups":
            await self._list(message, user, press.number)
        elif (chat := await self._chat(int(press.key))) is None:
            await self.desk.say(message, user, "chat-gone")
        elif press.verb == "let-in":
            await self._let_in(context.bot, chat)
            await self.desk.say(message, user, f"let-in-{chat.kind.value}", title=chat.title)
        else:
            await self._leave(context.bot, chat)
            await self.desk.say(message, user, "left", title=chat.title)

    async def membership(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The bot's own standing in a chat changed.  Goes no further, unless the chat is a person's."""
        change = update.my_chat_member
        if change is None or change.chat.type == ChatType.PRIVATE:
            return
        if _is_in(change):
            await self.meet(context.bot, change.chat, change.from_user)
        else:
            await self.desk.store.do(lambda store: store.chats.drop(change.chat.id))
        raise ApplicationHandlerStop

    async def meet(self, bot: Bot, chat: Chat, user: User) -> None:
        """Remember a chat; one that an operator adds is let in, of any other the operators are told."""
        kind, now = ChatKind.CHANNEL if chat.type == ChatType.CHANNEL else ChatKind.GROUP, self.desk.clock()
        title = one_line(chat.title or "", TITLE_KEPT).text
        if not await self.desk.store.do(lambda store: store.chats.meet(chat.id, kind, title, now)):
            return
        known = KnownChat(chat.id, kind, title, let_in=False)
        if may_manage(await self.desk.store.do(lambda store: store.role(user.id))):
            await self._let_in(bot, known)
        await self._tell_operators(bot, chat.id, shown_name(user))

    async def moved(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A group got another id: move the rows from the id that was to the id that is; a second message finds nothing
        left to move."""
        message = update.effective_message
        if message is None:
            return
        if message.migrate_to_chat_id is not None:
            await self.desk.move_chat(message.chat_id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id is not None:
            await self.desk.move_chat(message.migrate_from_chat_id, message.chat_id)

    async def _list(self, message: Message, user: User, first: int) -> None:
        chats = await self.desk.store.do(lambda store: store.chats.all())
        await self.desk.reply(message, chats_page(chats, first, await self.desk.reader(user)))

    async def _chat(self, chat_id: int) -> KnownChat | None:
        return await self.desk.store.do(lambda store: store.chats.chat(chat_id))

    async def _let_in(self, bot: Bot, chat: KnownChat) -> None:
        await self.desk.store.do(lambda store: store.chats.let_in(chat.chat_id, let_in=True))
        if chat.kind is ChatKind.GROUP:
            words = (await self.desk.reader_of(chat.chat_id)).catalogue
            await tell(bot, chat.chat_id, Page(plain(words.text("group-hello", name=bot.username))))

    async def _leave(self, bot: Bot, chat: KnownChat) -> None:
        await self.desk.store.do(lambda store: store.chats.drop(chat.chat_id))
        with suppress(TelegramError):  # it may be out already
            await bot.leave_chat(chat.chat_id)

    async def _tell_operators(self, bot: Bot, chat_id: int, added_by: str) -> None:
        chat = await self.desk.store.do(lambda store: store.chats.chat(chat_id))
        if chat is None:  # gone again, or too many wait
            return
        for operator in await self.desk.store.do(lambda store: store.operators()):
            await tell(bot, operator, new_chat_page(chat, added_by, await self.desk.reader_of(operator)))


def _is_in(change: ChatMemberUpdated) -> bool:
    return change.new_chat_member.status in _IN
