"""What a rule for dates is, and the words that rules of every kind share: years, months, ranks.  Pure.

A rule is a pattern over folded text, how the phrase is worded, and a reader that turns the match into a stretch of
local time as seen from a moment, or into None where the words are no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from index.date_words import (
    COUNT,
    MONTHS,
    SHORT_MONTHS,
    YEAR,
    number,
)
from index.stretches import (
    Stretch,
    add_months,
)


class Wording(StrEnum):
    """How a phrase says its date; what may be old news hangs on it."""

    DATED = "dated"  # a day of the calendar
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # yesterday, last week, this month
    ROLLING = "rolling"  # the last 48 hours, ces derniers jours
    AGO = "ago"
    EARLIER = "earlier"  # counted from what the text told before: la veille, two days later
    COARSE = "coarse"  # a month, a season, a year


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """The moment a phrase is said, in local time; whether the words before it look forward; and up to how many days to
    come a day without a year is meant (one, for a clock in another zone)."""

    at: datetime
    ahead: bool = False
    days_to_come: int = 1

    @property
    def today(self) -> date:
        return self.at.date()


YEAR_CUE = "0000"
MONTH_CUES = frozenset({*MONTHS, *SHORT_MONTHS})
Reader = Callable[[re.Match[str], Viewpoint], Stretch | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`cues` are words of which every match holds at least one, so that only their neighbourhood is searched; a number
    of four digits is the cue YEAR_CUE."""

    wording: Wording
    cues: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


LAST_YEAR = r"(?:de |of |in )?(?:last year|l'an dernier|l'an passe|l'annee derniere|l'annee passee)"
THIS_YEAR = r"(?:de |of )?(?:this year|cette annee)"
OF_YEAR = (
    rf"(?:(?:,? (?:de |of |in )?|[/-])(?P<year>{YEAR})|,? (?P<past>{LAST_YEAR})|,? (?P<current>{THIS_YEAR})"
    rf"|,? (?:il y a (?P<ago>{COUNT}) ans?|(?P<years_ago>{COUNT}) years? ago))"
)
OPTIONAL_YEAR = rf"(?:{OF_YEAR})?"
TO = r"(?: ?- ?| ?/ ?| (?:to|and|et|or|ou|au|a|jusqu'au|until) )"
RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 1, "premier": 1, "premiere": 1, "1er": 1, "1ere": 1,
    "deuxieme": 2, "seconde": 2, "2e": 2, "troisieme": 3, "3e": 3, "quatrieme": 4, "4e": 4, "derniere": 1, "dernier": 1,
}  # fmt: skip


def month_number(word: str) -> int:
    plain = word.rstrip(".")
    return MONTHS.get(plain) or SHORT_MONTHS[plain]


def day_number(word: str) -> int:
    return 1 if word == "premier" else int(re.sub(r"\D", "", word))


def named_year(match: re.Match[str], view: Viewpoint) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    back = groups.get("ago") or groups.get("years_ago")
    if groups.get("past") or back:
        return view.today.year - (number(back) if back else 1)
    return view.today.year if groups.get("current") else None


def year_of_month(month: int, view: Viewpoint, *, over: bool, third: int) -> int:
    """The year of the last such month begun ("in July"), or already over ("en juillet dernier"), or to come."""
    start = date(view.today.year, month, 1 + 10 * third)
    if view.ahead:
        return start.year if add_months(start, 1) > view.today else start.year + 1
    latest = add_months(start.replace(day=1), 1) - timedelta(days=1) if over else start
    return start.year if latest <= view.today else start.year - 1
