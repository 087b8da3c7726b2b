"""When a question asks about: its words of time -> a window, and whether it asks for the newest.  Pure.

The phrases are those of dispatches (`date_phrases`), seen from now; "since", "before", "between ... and" open, close or
join them.  "The latest" is an order, not a window.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from zoneinfo import ZoneInfo

from index.calendar_days import BARE_DAY_RULES
from index.calendar_periods import BARE_MONTH, BARE_SHARE, BARE_YEAR
from index.date_phrases import RULES, DatePhrase, find_phrases
from index.date_rules import Wording
from index.date_words import compile_words
from index.feasts import FEAST_RULES
from index.model import Span, Window
from index.relative_dates import BARE_SPAN
from index.stretches import whole_day
from index.text import fold_aligned

_QUESTION_RULES = (
    *FEAST_RULES,
    *(rule for rule in RULES if rule.wording is not Wording.EARLIER),
    *BARE_DAY_RULES,
    BARE_SPAN,
    BARE_SHARE,
    BARE_MONTH,
    BARE_YEAR,
)
_LATEST = compile_words(
    r"(?:the |les |le |la |l')?(?:(?:tout |toute |tous |toutes )?(?:derniere?s?|recente?s?)|dernierement|recemment"
    r"|most recent|latest|newest|recent|recently|lately|last|breaking|quoi de (?:neuf|nouveau)|du nouveau|what's new"
    r"|what is new|en ce moment|right now|ces temps-ci|ces derniers temps|nouvelles recentes)"
)
_PREPOSITION = re.compile(
    r"(?<![\w-])(?:(?P<since>since|depuis|from|a partir de|a partir du|a compter du)"
    r"|(?P<after>after|apres)"
    r"|(?P<before>before|avant|prior to|until|till|up to|jusqu'en|jusqu'au|jusqu'a|d'ici)"
    r"|(?P<plain>on|in|over|during|within|throughout|en|au cours de|au cours des|au cours du|pendant|durant|dans"
    r"|a l'|au|aux|of|d'|de|du|des|for|by|par|around|vers|au mois de|the month of|entre|between|sur"
    r"|the|le|la|les|ces|ce|cette|this))"
    r"\s?(?:(?:the|le|la|les|l'|this|ces|ce|cette|last)\s)*"
    r"(?:(?:month of|mois de|mois d'|annee|l'annee|year|year of)\s?)?$"
)
_UNTIL = ("until", "till", "up to", "jusqu'en", "jusqu'au", "jusqu'a", "d'ici")
_LONGEST_PREPOSITION = 40


@dataclass(frozen=True, slots=True)
class WindowReading:
    """What a question says of time: the window, the stretches of its words that said so, and whether it asks for the
    newest.  The spans are in order and do not overlap; `window_spans` are those of them that tell the window."""

    window: Window | None
    spans: tuple[Span, ...]
    latest: bool
    window_spans: tuple[Span, ...] = ()


def read_window(question: str, now: datetime, timezone: str = "UTC") -> WindowReading:
    """The window a question asks about, in French or English, relative to now, in the hours of the time zone.

    Months, years and days named are whole and half-open; "the last 48 hours" end with today; "since" leaves the end
    open and "before" the start.  Several phrases: what they have in common, or where that is nothing, all from the
    first of them to the last.  A day to come is a window too, in which nothing has happened yet.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: no such zone.
    """
    folded = fold_aligned(question)
    at = now.astimezone(ZoneInfo(timezone))
    phrases = find_phrases(folded, at, _QUESTION_RULES, foresees=False)
    spans = [_with_preposition(folded, one) for one in phrases]
    newest = _latest_spans(folded, spans)
    window = reduce(_both, (_window(folded, one, at) for one in phrases), Window(None, None))
    return WindowReading(
        window if phrases else None, tuple(sorted((*spans, *newest))), bool(newest), tuple(sorted(spans))
    )


def _preposition(folded: str, phrase: DatePhrase) -> re.Match[str] | None:
    return _PREPOSITION.search(folded, max(0, phrase.span.start - _LONGEST_PREPOSITION), phrase.span.start)


def _with_preposition(folded: str, phrase: DatePhrase) -> Span:
    before = _preposition(folded, phrase)
    return Span(before.start() if before else phrase.span.start, phrase.span.end)


def _latest_spans(folded: str, taken: Sequence[Span]) -> list[Span]:
    found = (Span(match.start(), match.end()) for match in _LATEST.finditer(folded))
    return [one for one in found if not any(one.start < span.end and span.start < one.end for span in taken)]


def _window(folded: str, phrase: DatePhrase, at: datetime) -> Window:
    start, end = phrase.stretch.start.astimezone(UTC), _closing(phrase, at).astimezone(UTC)
    before = _preposition(folded, phrase)
    if before is None:
        return Window(start, end)
    if before["before"]:
        return Window(None, end if before["before"] in _UNTIL else start)
    if before["after"]:
        return Window(end, None)
    closes = phrase.has_both_ends or phrase.wording is Wording.ROLLING
    return Window(start, None if before["since"] and not closes else end)


def _closing(phrase: DatePhrase, at: datetime) -> datetime:
    """When a phrase ends.  What ends now ends with today: most of its news tells the day and no hour, and counts where
    half of the day or more lies in the window."""
    end, today = phrase.stretch.end, whole_day(at.date(), at.tzinfo)
    return today.end if end == at and at != today.start else end


def _both(one: Window, other: Window) -> Window:
    """What two windows have in common, or their hull where that is nothing."""
    starts = [window.start for window in (one, other) if window.start]
    ends = [window.end for window in (one, other) if window.end]
    start, end = max(starts, default=None), min(ends, default=None)
    if start and end and start >= end:
        return Window(min(starts), max(ends))
    return Window(start, end)
