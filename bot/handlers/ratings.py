"""What people say of an answer: thumbs, and what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from telegram import Update
from telegram.ext import ContextTypes

from bot.buttons import Press
from bot.feedback import Judgement, Verdict
from bot.handlers.desk import Desk, acknowledge, answer_press, pressing
from bot.handlers.kept import KeptAnswers, Opened
from bot.keyboards import faults
from bot.markup import plain
from bot.render import Page
from bot.talks import Here


@dataclass(frozen=True, slots=True)
class Ratings:
    """A verdict is kept at once; of a bad answer, its fault replaces the verdict."""

    desk: Desk
    kept: KeptAnswers

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Keep what the button says."""
        query, press = pressing(update)
        opened = await self.kept.open(query, press)
        if opened is None:
            return
        reader = await self.desk.reader(query.from_user, opened.snapshot.language)
        judgement = _judgement(opened, query.from_user.id, press, self.desk.clock())
        await self.desk.store.do(lambda store: store.feedback.keep(press.key, judgement))
        if judgement.verdict is Verdict.BAD:
            await acknowledge(query)
            ask = plain(reader.catalogue.text("rating-why"))
            await self.desk.reply(opened.message, Page(ask, faults(press.key, press.number, reader)))
        else:
            await answer_press(query, reader.catalogue.text("rating-kept"))


def _judgement(opened: Opened, user_id: int, press: Press, now: datetime) -> Judgement:
    answer = opened.snapshot
    asked_at = answer.kept_at or now
    return Judgement(
        user_id,
        answer.question,
        answer.language,
        asked_at,
        Verdict(press.verb),
        tuple(ids[0] for ids in answer.stories[: press.number] if ids),
        told_by_words=answer.place is None and answer.here is Here.UNTOLD,
    )
