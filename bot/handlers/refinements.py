"""The buttons that ask again a little differently: wider, nearer, the last hours, another place, from the start."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import Update, User
from telegram.ext import ContextTypes

from bot.buttons import Press
from bot.catalogue import Catalogue
from bot.handlers.desk import Desk, acknowledge, pressing, talk_of
from bot.handlers.kept import KeptAnswers, Opened
from bot.handlers.questions import Asking, Questions
from bot.store import Snapshot


@dataclass(frozen=True, slots=True)
class Refinements:
    """A refinement is told in the words that a person would say it in, as a follow-up of the answer's question."""

    desk: Desk
    questions: Questions
    kept: KeptAnswers

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask again as the button says."""
        query, press = pressing(update)
        opened = await self.kept.open(query, press)
        if opened is None:
            return
        await acknowledge(query)
        match press.verb:
            case "fresh":
                await self._start_over(opened, query.from_user)
            case "namesake":
                asking = replace(_asking(opened.snapshot), place=press.number, goes_on=True)
                await self.questions.answer(opened.asked_in, query.from_user, asking)
            case _:
                await self._refine(opened, query.from_user, press)

    async def _refine(self, opened: Opened, user: User, press: Press) -> None:
        before, now = opened.snapshot, self.desk.clock()
        words, point = _in_words(press, before.language), await self.desk.point(before.here, user.id)
        zone = await self.desk.zone(user)
        refined = await self.desk.engine.do(
            lambda engine: engine.follow_up(before.question, words, now, timezone=zone, here=point, place=before.place)
        )
        if refined is None:
            await self.desk.say(opened.message, user, "cannot-refine")
            return
        widened = press.number if press.verb == "wider" else None
        asking = replace(_asking(before), question=refined.question, goes_on=True, widened_km=widened)
        await self.questions.answer(opened.asked_in, user, asking)

    async def _start_over(self, opened: Opened, user: User) -> None:
        """What was said by itself, as if nothing had been asked before."""
        said, talk = opened.snapshot.said, talk_of(opened.asked_in, user)
        await self.desk.store.do(lambda store: store.talks.forget_turn(talk))
        asking = Asking(said or opened.snapshot.question, here=opened.snapshot.here)
        await self.questions.answer(opened.asked_in, user, asking)


def _asking(before: Snapshot) -> Asking:
    said = before.said or before.question
    return Asking(before.question, said, before.language, before.place, before.here)


def _in_words(press: Press, language: str) -> str:
    key = "say-last-hours" if press.verb == "recent" else "say-within"
    return Catalogue.load(language).text(key, number=press.number)
