"""A question and its answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import Message, Update, User
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.access import without_mention
from bot.handlers.desk import Desk, asker_id, sender, talk_of, while_typing
from bot.keyboards import Rows, save_place, start_over
from bot.markup import NOTHING, inert, plain
from bot.notes import needs_position
from bot.render import Page, first_page, understood_line
from bot.store import Snapshot
from bot.talks import Here, Turn
from bot.wording import Reader
from index import Answer, Note

QUESTION_LIMIT = 500
STORIES_KEPT = 30  # how many "More" can page through


@dataclass(frozen=True, slots=True)
class Asking:
    """A question to be answered.  `said` are the words that it came from, "" where they are the question itself;
    `goes_on`: it was understood from what was asked before, and that is shown.  `widened_km`: so far from its place
    instead of what was asked."""

    question: str
    said: str = ""
    language: str | None = None
    place: int | None = None
    here: Here = Here.UNTOLD
    goes_on: bool = False
    widened_km: int | None = None


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

    async def answer(self, message: Message, user: User, asking: Asking) -> None:
        """Answer what `user` asked in `message`, keep the answer behind its buttons, and let the talk go on from it."""
        answer = await while_typing(message, self._ask(user, asking))
        if needs_position(answer):
            await self._ask_where(message, user, asking, answer)
            return
        kept, talk, turn = _snapshot(message, user, asking, answer), talk_of(message, user), _turn(asking, answer)
        now = self.desk.clock()
        key = await self.desk.store.do(lambda store: store.keep_answer(kept, talk, turn, now))
        reader = await self.desk.reader(user, answer.language)
        lead = understood_line(answer, reader) if asking.goes_on else NOTHING
        await self.desk.reply(message, first_page(answer, key, reader, lead, _between(key, asking, reader)))

    async def _ask(self, user: User, asking: Asking) -> Answer:
        now, zone, point = self.desk.clock(), await self.desk.zone(user), await self.desk.point(asking.here, user.id)
        answer = await self.desk.engine.do(
            lambda engine: engine.ask(
                asking.question, now, asking.language, STORIES_KEPT, timezone=zone, here=point, place=asking.place
            )
        )
        if asking.widened_km is None:
            return answer
        return replace(answer, notes=(*answer.notes, Note("widened", (("radius_km", asking.widened_km),))))

    async def _ask_where(self, message: Message, user: User, asking: Asking, answer: Answer) -> None:
        """The question waits until the person says where they are; in a group it never learns."""
        private, now = message.chat.type == ChatType.PRIVATE, self.desk.clock()
        if private:
            turn = replace(_turn(asking, answer), here=Here.SHARED, waits=True)
            await self.desk.store.do(lambda store: store.talks.keep_turn(talk_of(message, user), turn, now))
        text = (await self.desk.reader(user, answer.language)).catalogue.text
        told = text("where-are-you" if private else "where-are-you-group")
        await self.desk.reply(message, Page(plain(told), location_button=text("button-share") if private else None))

    async def _asked(self, message: Message, user: User, text: str, *, edited: bool) -> None:
        question = text.strip()
        if not question:
            await self.desk.say(message, user, "ask-empty")
        elif len(question) > QUESTION_LIMIT:
            await self.desk.say(message, user, "question-long", limit=QUESTION_LIMIT)
        elif not edited or await self._last_question(message) != question:
            await self.answer(message, user, await self._understood(message, user, question))

    async def _understood(self, message: Message, user: User, said: str) -> Asking:
        """What the words ask, after what was asked in this chat within the half-hour."""
        now, talk = self.desk.clock(), talk_of(message, user)
        here, zone = await self._here(message, user), await self.desk.zone(user)
        turn = await self.desk.store.do(lambda store: store.talks.turn(talk, now))
        if turn is None:
            return Asking(said, here=here)
        place, point = turn.place, await self.desk.point(here or turn.here, user.id)
        goes_on = await self.desk.engine.do(
            lambda engine: engine.follow_up(turn.question, said, now, timezone=zone, here=point, place=place)
        )
        if goes_on is None:
            return Asking(said, here=here)
        if goes_on.keeps_place:
            return Asking(goes_on.question, said, goes_on.language, place, turn.here or here, goes_on=True)
        return Asking(goes_on.question, said, goes_on.language, here=here, goes_on=True)

    async def _here(self, message: Message, user: User) -> Here:
        """Where "here" is in what somebody writes: in private alone, so that no group learns how far away they are."""
        if message.chat.type != ChatType.PRIVATE:
            return Here.UNTOLD
        return Here.SHARED if await self.desk.point(Here.SHARED, user.id) else Here.UNTOLD

    async def _last_question(self, message: Message) -> str | None:
        # Telegram also tells of edits that changed no word, such as a link preview that was added.
        return await self.desk.store.do(lambda store: store.last_question(message.chat_id, message.message_id))


def question_of(message: Message) -> str:
    """The question in a message: its text without the command before it, or without the bot's name in it."""
    text = inert(message.text or "")
    if message.chat.type != ChatType.PRIVATE and not text.startswith("/"):
        return without_mention(text, message.get_bot().username)
    return (text.split(maxsplit=1)[1:] or [""])[0] if text.startswith("/") else text


def _between(key: str, asking: Asking, reader: Reader) -> Rows:
    """The rows that depend on how it was asked."""
    near_them = save_place(reader) if asking.here is Here.SHARED and not asking.said else ()
    return (*(start_over(key, reader) if asking.goes_on else ()), *near_them)


def _turn(asking: Asking, answer: Answer) -> Turn:
    return Turn(asking.question, answer.language, asking.place, asking.here)


def _snapshot(message: Message, user: User, asking: Asking, answer: Answer) -> Snapshot:
    stories = tuple(tuple(passage.passage_id for passage in story.passages) for story in answer.stories)
    quotes = tuple((quote.start, quote.end) for quote in (story.passages[0].quote for story in answer.stories))
    return Snapshot(
        message.chat_id,
        asker_id(message, user),
        message.message_id,
        asking.question,
        answer.language,
        stories,
        quotes,
        asking.said,
        asking.place,
        asking.here,
    )
