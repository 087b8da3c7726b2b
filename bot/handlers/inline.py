"""Questions asked inline, in any chat: each result is a quote with its source, for the asker to send there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import InlineQueryLimit, ParseMode
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk, too_late_is_no_failure
from bot.notes import needs_position
from bot.render import InlineQuote, inline_quotes
from index import Answer

FEWEST_LETTERS = 3
MOST_STORIES = 200  # the last page that can be asked for ends here
CACHE_S = 30  # news moves on; long enough to scroll back
PAGE = int(InlineQueryLimit.RESULTS)
_START_PARAMETER = "inline"


@dataclass(frozen=True, slots=True)
class Inline:
    """Telegram asks anew while somebody types: what they have typed on from is not searched any more."""

    desk: Desk
    _newest: dict[int, int] = field(default_factory=dict)  # person -> their newest update in work

    async def asked(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer with quotes, with a hint where there is no question yet, or with word that nothing was found."""
        query = update.inline_query
        if query is None:
            return
        if len(query.query.strip()) < FEWEST_LETTERS:
            await self._tell(query, "inline-hint")
        elif answer := await self._find(update, query):
            await self._answer(query, answer)

    async def _find(self, update: Update, query: InlineQuery) -> Answer | None:
        """The answer; None where the person has typed on since."""
        question, now, person = query.query.strip(), self.desk.clock(), query.from_user.id
        zone = await self.desk.zone(query.from_user)
        here = (query.location.latitude, query.location.longitude) if query.location else None
        limit = min(_first(query) + PAGE + 1, MOST_STORIES)  # one more than the page, to know whether another follows
        self._newest[person] = update.update_id
        answer = await self.desk.engine.do(
            lambda engine: (
                engine.ask(question, now, limit=limit, timezone=zone, here=here)
                if self._newest.get(person) == update.update_id
                else None
            )
        )
        if self._newest.get(person) == update.update_id:
            del self._newest[person]
        return answer

    async def _answer(self, query: InlineQuery, answer: Answer) -> None:
        first = _first(query)
        reader = await self.desk.reader(query.from_user, answer.language)
        quotes = inline_quotes(answer, answer.stories[first : first + PAGE], reader)
        if not quotes and first == 0:
            await self._tell(query, "inline-where" if needs_position(answer) else "inline-nothing", answer.language)
            return
        following = first + PAGE
        with too_late_is_no_failure():
            await query.answer(
                [_article(quote) for quote in quotes],
                cache_time=CACHE_S,
                is_personal=True,  # what one person is let in to see is nobody else's
                next_offset=str(following) if following < len(answer.stories) else "",
            )

    async def _tell(self, query: InlineQuery, key: str, language: str | None = None) -> None:
        """One line above an empty list; pressed, it leads to the talk in private."""
        text = (await self.desk.reader(query.from_user, language)).catalogue.text(key)
        button = InlineQueryResultsButton(text, start_parameter=_START_PARAMETER)
        with too_late_is_no_failure():
            await query.answer([], cache_time=CACHE_S, is_personal=True, button=button)


def _first(query: InlineQuery) -> int:
    """Where the page begins; Telegram hands back the offset that we gave with the page before."""
    return min(int(query.offset), MOST_STORIES) if re.fullmatch(r"[0-9]{1,3}", query.offset) else 0


def _article(quote: InlineQuote) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        quote.message.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(quote.id, quote.title, content, description=quote.description)
