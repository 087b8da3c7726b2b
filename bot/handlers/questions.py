"""A question and its answer."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Message, Update, User
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.access import without_mention
from bot.handlers.desk import Desk, asker_id, sender, while_typing
from bot.markup import inert
from bot.render import first_page
from bot.store import Snapshot
from index import Answer

QUESTION_LIMIT = 500
STORIES_KEPT = 30  # how many "More" can page through


@dataclass(frozen=True, slots=True)
class Questions:
    """A question in words of one's own, after /ask, or edited."""

    desk: Desk

    async def text(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """The whole message is the question; in a group, without the bot's name."""
        message, user = sender(update)
        await self._asked(message, user, question_of(message), edited=update.edited_message is not None)

    async def command(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """What stands after /ask is the question."""
        message, user = sender(update)
        await self._asked(message, user, question_of(message), edited=update.edited_message is not None)

    async def answer(self, message: Message, user: User, question: str) -> None:
        """Answer `question`, asked by `user` in `message`, and keep the answer behind its buttons."""
        now = self.desk.clock()
        asking = self.desk.engine.do(lambda engine: engine.ask(question, now, limit=STORIES_KEPT))
        answer = await while_typing(message, asking)
        kept = _snapshot(message, user, question, answer)
        key = await self.desk.store.do(lambda store: store.keep(kept, now))
        await self.desk.reply(message, first_page(answer, key, await self.desk.reader(user, answer.language)))

    async def _asked(self, message: Message, user: User, text: str, *, edited: bool) -> None:
        question = text.strip()
        if not question:
            await self.desk.say(message, user, "ask-empty")
        elif len(question) > QUESTION_LIMIT:
            await self.desk.say(message, user, "question-long", limit=QUESTION_LIMIT)
        elif not edited or await self._last_question(message) != question:
            await self.answer(message, user, question)

    async def _last_question(self, message: Message) -> str | None:
        # Telegram also tells of edits that changed no word, such as a link preview that was added.
        return await self.desk.store.do(lambda store: store.last_question(message.chat_id, message.message_id))


def question_of(message: Message) -> str:
    """The question in a message: its text without the command before it, or without the bot's name in it."""
    text = inert(message.text or "")
    if message.chat.type != ChatType.PRIVATE and not text.startswith("/"):
        return without_mention(text, message.get_bot().username)
    return (text.split(maxsplit=1)[1:] or [""])[0] if text.startswith("/") else text


def _snapshot(message: Message, user: User, question: str, answer: Answer) -> Snapshot:
    stories = tuple(tuple(passage.passage_id for passage in story.passages) for story in answer.stories)
    quotes = tuple((quote.start, quote.end) for quote in (story.passages[0].quote for story in answer.stories))
    return Snapshot(
        message.chat_id, asker_id(message, user), message.message_id, question, answer.language, stories, quotes
    )
