"""Answers kept behind buttons: whose press opens which, and what is said where one is gone."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import CallbackQuery, Message

from bot import buttons
from bot.access import owns
from bot.buttons import Button, Press
from bot.handlers.desk import Desk, acknowledge, answer_press, message_under
from bot.handlers.questions import question_of
from bot.markup import plain
from bot.render import Page
from bot.store import SNAPSHOT_LIFE, Snapshot


@dataclass(frozen=True, slots=True)
class Opened:
    """A kept answer that somebody may use: the message whose button they pressed, and what they asked in, if Telegram
    still shows it."""

    message: Message
    snapshot: Snapshot

    @property
    def asked_in(self) -> Message:
        """The message to reply to: the question, else the answer."""
        return self.message.reply_to_message or self.message


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """A button serves only the person who asked, in the chat where it was asked."""

    desk: Desk

    async def open(self, query: CallbackQuery, press: Press) -> Opened | None:
        """The answer of a press; None where the person was told that it is gone, or not theirs.  Telegram is not
        answered yet where there is one."""
        now = self.desk.clock()
        snapshot = await self.desk.store.do(lambda store: store.snapshot(press.key, now))
        message = message_under(query)
        if snapshot is None or message is None:
            await self.expired(query)
        elif snapshot.chat_id != message.chat_id or not owns(snapshot.user_id, query.from_user.id):
            await self.refuse(query)
        else:
            return Opened(message, snapshot)
        return None

    async def expired(self, query: CallbackQuery) -> None:
        """Say that the answer is gone, and offer its question where Telegram still shows it."""
        await acknowledge(query)
        message = message_under(query)
        if message is None:
            return
        catalogue = (await self.desk.reader(query.from_user)).catalogue
        asked = message.reply_to_message
        row = (Button(catalogue.text("button-again"), buttons.again()),)
        page = Page(
            plain(catalogue.text("expired", days=SNAPSHOT_LIFE.days)), (row,) if asked and question_of(asked) else ()
        )
        await self.desk.reply(asked or message, page)

    async def refuse(self, query: CallbackQuery) -> None:
        """Say that the button is somebody else's."""
        reader = await self.desk.reader(query.from_user)
        await answer_press(query, reader.catalogue.text("not-yours"), must_be_closed=True)
