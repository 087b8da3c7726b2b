"""The buttons that show more of a kept answer.  Telegram is answered first, so that the button stops waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot.access import owns
from bot.buttons import Press
from bot.handlers.desk import Desk, Venue, acknowledge, asker_id, message_under, pressing, while_typing
from bot.handlers.kept import KeptAnswers, Opened
from bot.handlers.questions import QUESTION_LIMIT, Asking, Questions, question_of
from bot.keyboards import under_passage
from bot.markup import plain
from bot.render import Page, all_sources, further_page, whole_passage
from bot.wording import Reader, venue_address
from index import Answer, QuotedPassage, Span, Story

VAGUE_KM = 30.0  # vaguer than this a place is no point on a map but a stretch of land


@dataclass(frozen=True, slots=True)
class Presses:
    """One method a button."""

    desk: Desk
    questions: Questions
    kept: KeptAnswers

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Find out which button it is and do what it says."""
        query, press = pressing(update)
        if press.verb == "again":
            await self._again(query)
        else:
            await self._kept_answer(query, press)

    async def _kept_answer(self, query: CallbackQuery, press: Press) -> None:
        opened = await self.kept.open(query, press)
        if opened is None:
            return
        if press.number >= len(opened.snapshot.stories):
            await self.kept.expired(query)
            return
        await acknowledge(query)
        shows = {"whole": self._whole, "more": self._more, "sources": self._sources, "where": self._where}
        await shows[press.verb](query, opened, press)

    async def _whole(self, query: CallbackQuery, opened: Opened, press: Press) -> None:
        snapshot, now = opened.snapshot, self.desk.clock()
        passage_id = snapshot.stories[press.number][0]
        passage = await while_typing(opened.message, self.desk.engine.do(lambda engine: engine.whole(passage_id, now)))
        reader = await self.desk.reader(query.from_user, snapshot.language)
        if passage is None:
            page = Page(plain(reader.catalogue.text("withdrawn")))
        else:
            told = whole_passage(_as_quoted(passage, snapshot.quotes[press.number : press.number + 1]), reader)
            page = Page(told, under_passage(press.key, press.number, reader))
        await self.desk.reply(opened.message, page)

    async def _more(self, query: CallbackQuery, opened: Opened, press: Press) -> None:
        snapshot = opened.snapshot
        answer = await self._recall(query, opened, snapshot.stories[press.number :])
        reader = await self.desk.reader(query.from_user, snapshot.language)
        place_of = {passage_id: place for place, ids in enumerate(snapshot.stories) for passage_id in ids}
        places = [place_of[story.passages[0].passage_id] for story in answer.stories]
        page = further_page(answer, press.key, places, len(snapshot.stories), reader)
        await self.desk.reply(opened.asked_in, page)

    async def _sources(self, query: CallbackQuery, opened: Opened, press: Press) -> None:
        story, reader = await self._story(query, opened, press)
        told = all_sources(story, reader) if story else plain(reader.catalogue.text("withdrawn"))
        await self.desk.reply(opened.message, Page(told))

    async def _where(self, query: CallbackQuery, opened: Opened, press: Press) -> None:
        story, reader = await self._story(query, opened, press)
        if venue := _venue(story, reader) if story else None:
            await self.desk.reply_venue(opened.message, venue)
        else:
            key, place = _no_venue(story)
            await self.desk.reply(opened.message, Page(plain(reader.catalogue.text(key, place=place))))

    async def _story(self, query: CallbackQuery, opened: Opened, press: Press) -> tuple[Story | None, Reader]:
        answer = await self._recall(query, opened, opened.snapshot.stories[press.number : press.number + 1])
        return next(iter(answer.stories), None), await self.desk.reader(query.from_user, opened.snapshot.language)

    async def _recall(self, query: CallbackQuery, opened: Opened, stories: Sequence[Sequence[int]]) -> Answer:
        snapshot, now = opened.snapshot, self.desk.clock()
        point, zone = await self.desk.point(snapshot.here, query.from_user.id), await self.desk.zone(query.from_user)
        recalling = self.desk.engine.do(
            lambda engine: engine.recall(
                snapshot.question, snapshot.language, now, stories, timezone=zone, here=point, place=snapshot.place
            )
        )
        return await while_typing(opened.message, recalling)

    async def _again(self, query: CallbackQuery) -> None:
        message = message_under(query)
        asked = message.reply_to_message if message else None
        words = question_of(asked).strip()[:QUESTION_LIMIT] if asked else ""
        if asked is None or not words:
            await self.kept.expired(query)
        elif not _is_theirs(asked, query):
            await self.kept.refuse(query)
        else:
            await acknowledge(query)
            await self.questions.answer(asked, query.from_user, Asking(words))


def _is_theirs(asked: Message, query: CallbackQuery) -> bool:
    return asked.from_user is not None and owns(asker_id(asked, asked.from_user), query.from_user.id)


def _as_quoted(passage: QuotedPassage, quotes: Sequence[tuple[int, int]]) -> QuotedPassage:
    """The passage with the quote that was shown of it, where that is known."""
    return replace(passage, quote=Span(*quotes[0])) if quotes else passage


def _venue(story: Story, reader: Reader) -> Venue | None:
    """The point of a story with how sure it is; None where the text tells none."""
    if story.lat is None or story.lon is None or (story.uncertainty_km or 0.0) > VAGUE_KM:
        return None
    title = story.place or reader.catalogue.text("where-title")
    return Venue(story.lat, story.lon, title, venue_address(reader, story.lat, story.lon, story.uncertainty_km))


def _no_venue(story: Story | None) -> tuple[str, str]:
    if story is None:
        return "withdrawn", ""
    return ("where-vague", story.place) if story.place else ("where-unknown", "")
