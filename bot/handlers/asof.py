"""/asof 14:00: a question answered with what was known then."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk, sender, while_typing
from bot.handlers.questions import QUESTION_LIMIT, question_of
from bot.markup import bold, joined, plain
from bot.moments import as_of
from bot.render import Page, first_page
from bot.wording import moment as moment_in_words

STORIES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class AsOf:
    """Answers as the collection stood at an earlier moment.  Such an answer has no buttons: they serve what is known
    now."""

    desk: Desk

    async def command(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """What stands after /asof is a moment and a question."""
        message, user = sender(update)
        zone = (await self.desk.reader(user)).timezone
        asked = as_of(question_of(message), self.desk.clock(), zone)
        if asked is None:
            await self.desk.say(message, user, "asof-how")
            return
        moment, question = asked
        if len(question) > QUESTION_LIMIT:
            await self.desk.say(message, user, "question-long", limit=QUESTION_LIMIT)
            return
        asking = self.desk.engine.do(
            lambda engine: engine.ask(question, moment, limit=STORIES_SHOWN, timezone=zone.key)
        )
        answer = await while_typing(message, asking)
        reader = await self.desk.reader(user, answer.language)
        head = plain(reader.catalogue.text("asof-known", moment=moment_in_words(reader, moment)))
        page = first_page(answer, "", reader)
        await self.desk.reply(message, Page(joined([bold(head), page.message], "\n\n")))
