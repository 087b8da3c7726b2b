"""What happens when a button is pressed.  Telegram is answered first, so that the button stops waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot import buttons
from bot.access import owns
from bot.buttons import Button, Press, pressed
from bot.catalogue import Catalogue, supported
from bot.handlers.desk import Desk, acknowledge, asker_id, message_under, while_typing
from bot.handlers.questions import QUESTION_LIMIT, Questions, question_of
from bot.markup import Markup, plain
from bot.render import Page, further_page, whole_passage
from bot.store import SNAPSHOT_LIFE, Snapshot
from index import Answer, QuotedPassage, Span


@dataclass(frozen=True, slots=True)
class Presses:
    """One method a button.  A button serves only the person who asked, in the chat where it was asked."""

    desk: Desk
    questions: Questions

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Find out which button it is and do what it says."""
        query = update.callback_query
        press = pressed(query.data or "") if query else None
        if query is None:
            return
        match press:
            case Press("whole" | "more"):
                await self._kept_answer(query, press)
            case Press("again"):
                await self._again(query)
            case Press("language"):
                await self._language(query, supported(press.key))
            case _:
                await acknowledge(query)

    async def _kept_answer(self, query: CallbackQuery, press: Press) -> None:
        now = self.desk.clock()
        snapshot = await self.desk.store.do(lambda store: store.snapshot(press.key, now))
        message = message_under(query)
        if snapshot is None or message is None or press.number >= len(snapshot.stories):
            await self._expired(query)
        elif snapshot.chat_id != message.chat_id or not owns(snapshot.user_id, query.from_user.id):
            await self._refuse(query)
        else:
            await acknowledge(query)
            show = self._whole if press.verb == "whole" else self._more
            await show(query, message, snapshot, press)

    async def _whole(self, query: CallbackQuery, message: Message, snapshot: Snapshot, press: Press) -> None:
        passage_id, now = snapshot.stories[press.number][0], self.desk.clock()
        passage = await while_typing(message, self.desk.engine.do(lambda engine: engine.whole(passage_id, now)))
        reader = await self.desk.reader(query.from_user, snapshot.language)
        if passage is None:
            told = _line(reader.catalogue, "withdrawn")
        else:
            told = whole_passage(_as_quoted(passage, snapshot.quotes[press.number : press.number + 1]), reader)
        await self.desk.reply(message, Page(told))

    async def _more(self, query: CallbackQuery, message: Message, snapshot: Snapshot, press: Press) -> None:
        answer = await while_typing(message, self._recall(snapshot, press.number, self.desk.clock()))
        reader = await self.desk.reader(query.from_user, snapshot.language)
        place_of = {passage_id: place for place, ids in enumerate(snapshot.stories) for passage_id in ids}
        places = [place_of[story.passages[0].passage_id] for story in answer.stories]
        page = further_page(answer, press.key, places, len(snapshot.stories), reader)
        await self.desk.reply(_question_message(message) or message, page)

    async def _again(self, query: CallbackQuery) -> None:
        message = message_under(query)
        asked = _question_message(message) if message else None
        if asked is None or not question_of(asked).strip():
            await self._expired(query)
        elif asked.from_user is None or not owns(asker_id(asked, asked.from_user), query.from_user.id):
            await self._refuse(query)
        else:
            await acknowledge(query)
            await self.questions.answer(asked, query.from_user, question_of(asked).strip()[:QUESTION_LIMIT])

    async def _language(self, query: CallbackQuery, code: str) -> None:
        await acknowledge(query)
        await self.desk.store.do(lambda store: store.set_language(query.from_user.id, code))
        message = message_under(query)
        if message is not None:
            await self.desk.say(message, query.from_user, "language-kept")

    async def _expired(self, query: CallbackQuery) -> None:
        """Say that the answer is gone, and offer its question where Telegram still shows it."""
        await acknowledge(query)
        message = message_under(query)
        if message is None:
            return
        catalogue = (await self.desk.reader(query.from_user)).catalogue
        asked = _question_message(message)
        row = (Button(catalogue.text("button-again"), buttons.again()),)
        page = Page(_line(catalogue, "expired", days=SNAPSHOT_LIFE.days), (row,) if asked else ())
        await self.desk.reply(asked or message, page)

    async def _refuse(self, query: CallbackQuery) -> None:
        reader = await self.desk.reader(query.from_user)
        await query.answer(reader.catalogue.text("not-yours"), show_alert=True)

    async def _recall(self, snapshot: Snapshot, first: int, now: datetime) -> Answer:
        left = snapshot.stories[first:]
        return await self.desk.engine.do(lambda engine: engine.recall(snapshot.question, snapshot.language, now, left))


def _as_quoted(passage: QuotedPassage, quotes: Sequence[tuple[int, int]]) -> QuotedPassage:
    """The passage with the quote that was shown of it, where that is known."""
    return replace(passage, quote=Span(*quotes[0])) if quotes else passage


def _question_message(message: Message) -> Message | None:
    """The question that a message of ours replies to."""
    return message.reply_to_message


def _line(catalogue: Catalogue, key: str, **values: str | int) -> Markup:
    return plain(catalogue.text(key, **values))
