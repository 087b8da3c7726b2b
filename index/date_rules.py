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
    ENGLISH_DAYS,
    MONTHS,
    SHORT_MONTHS,
    YEAR,
    number,
)
from index.quantities import number_of
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
TO = r"(?: ?- ?| ?/ ?| (?:to|and|et|or|ou|au|a|jusqu'au|until|through|thru) )"
MONTH_OFF = (
    r"(?:(?P<this>(?:this|the|the current|current) month|ce mois(?:-ci)?|mois en cours)"
    r"|(?P<back>(?:the )?(?:last|previous|past) month|mois (?:dernier|passe|precedent))"
    r"|(?P<on>(?:the )?(?:next|coming|following) month|mois (?:prochain|suivant)))"
)
RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 1, "premier": 1, "premiere": 1, "1er": 1, "1ere": 1,
    "deuxieme": 2, "seconde": 2, "2e": 2, "troisieme": 3, "3e": 3, "quatrieme": 4, "4e": 4, "derniere": 1, "dernier": 1,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "2eme": 2, "3eme": 3, "4eme": 4,
}  # fmt: skip


def month_number(word: str) -> int:
    plain = word.rstrip(".")
    return MONTHS.get(plain) or SHORT_MONTHS[plain]


def day_number(word: str) -> int:
    """The day of a month, in digits or in words.

    Raises:
        ValueError: no number.
    """
    if word[0].isdecimal():
        return int(re.sub(r"\D", "", word))
    ordinals = {**ENGLISH_DAYS, "premier": 1}
    return ordinals.get(re.sub(r"[\s-]+", "-", word)) or number_of(re.sub(r"\s+", " ", word))


def full_year(digits: str, view: Viewpoint) -> int:
    """A year of four digits as it is; one of two as the last such year but for the ten to come."""
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= view.today.year + 10 else year - 100


def month_off(match: re.Match[str], view: Viewpoint) -> date:
    """The first day of this month, the last or the next one, as MONTH_OFF names it."""
    return add_months(view.today.replace(day=1), -1 if match["back"] else 1 if match["on"] else 0)


def named_year(match: re.Match[str], view: Viewpoint) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return full_year(groups["year"], view)
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
