"""Rules for dates of the calendar: days, months, seasons and years, the more specific first.  Pure.

A rule is a pattern over folded text, how the phrase is worded, and a reader that turns the match into a stretch of
local time as seen from a moment, or into None where the words are no date.  Numeric dates are day/month/year, the usage
of the Sahel's press in both languages; where only month/day fits, that.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from index.date_words import (
    ANY_MONTH,
    COUNT,
    DAY_NUMBER,
    MONTH,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    THIRDS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    compile_words,
    known,
    number,
    one_of,
)
from index.model import Precision
from index.stretches import (
    Stretch,
    add_months,
    days,
    midnight,
    month_of,
    part_of_day,
    season_of,
    third_of_month,
    third_of_year,
    whole_day,
    year_of,
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
    """The moment a phrase is said, in local time, and whether the words before it look forward."""

    at: datetime
    ahead: bool = False

    @property
    def today(self) -> date:
        return self.at.date()


Reader = Callable[[re.Match[str], Viewpoint], Stretch | None]


@dataclass(frozen=True, slots=True)
class Rule:
    wording: Wording
    pattern: re.Pattern[str]
    read: Reader


_LAST_YEAR = r"(?:de |of |in )?(?:last year|l'an dernier|l'an passe|l'annee derniere|l'annee passee)"
_THIS_YEAR = r"(?:de |of )?(?:this year|cette annee)"
_OF_YEAR = (
    rf"(?:,? (?:de |of |in )?(?P<year>{YEAR})|,? (?P<past>{_LAST_YEAR})|,? (?P<current>{_THIS_YEAR})"
    rf"|,? (?:il y a (?P<ago>{COUNT}) ans?|(?P<years_ago>{COUNT}) years? ago))"
)
_SHORT_WEEKDAY = rf"{one_of(SHORT_WEEKDAYS)}\b\.?"
_THIRD = rf"(?P<third>{one_of(THIRDS)})"
_TO = r"(?: ?- ?| ?/ ?| (?:to|and|et|or|ou|au|a|jusqu'au|until) )"
# What must stand before a month or a year that has nothing else to show that it is one.
_INTRODUCED = re.compile(
    r"(?:\b(?:en|in|since|depuis|during|by|from|until|before|after|avant|apres|jusqu'en|of|de|d'|mois de|durant"
    r"|throughout|par|annee|annees|the year|year|le|on|du)\s?|\()$"
)
_RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 1, "premier": 1, "premiere": 1, "1er": 1, "1ere": 1,
    "deuxieme": 2, "seconde": 2, "2e": 2, "troisieme": 3, "3e": 3, "quatrieme": 4, "4e": 4, "derniere": 1,
}  # fmt: skip
_NAMED_AFTER_YEAR = re.compile(r"\bthe\s$")


def _introduced(match: re.Match[str]) -> bool:
    return _INTRODUCED.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _month(word: str) -> int:
    plain = word.rstrip(".")
    return MONTHS.get(plain) or SHORT_MONTHS[plain]


def _day(word: str) -> int:
    return 1 if word == "premier" else int(re.sub(r"\D", "", word))


def _named_year(match: re.Match[str], view: Viewpoint) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    back = groups.get("ago") or groups.get("years_ago")
    if groups.get("past") or back:
        return view.today.year - (number(back) if back else 1)
    return view.today.year if groups.get("current") else None


def _yearless(month: int, day: int, view: Viewpoint) -> Iterator[date]:
    """The days so named, nearest first, on the side looked at; a day's grace for a clock in another zone."""
    this = view.today.year
    years = range(this, this + 9) if view.ahead else range(this + 1, this - 9, -1)
    for year in years:
        if (month, day) == (2, 29) and not isleap(year):
            continue
        named = date(year, month, day)
        if (named >= view.today) if view.ahead else (named <= view.today + timedelta(days=1)):
            yield named


def _calendar_day(match: re.Match[str], view: Viewpoint, group: str = "day") -> date:
    """The day a match names; a weekday beside it picks the year.

    Raises:
        ValueError: there is no such day.
    """
    month, day = _month(match["month"]), _day(match[group])
    year = _named_year(match, view)
    if year is not None:
        return date(year, month, day)
    named = list(_yearless(month, day, view))
    weekday = match.groupdict().get("weekday")
    if weekday:
        wanted = {**WEEKDAYS, **SHORT_WEEKDAYS}[weekday.rstrip(".")]
        return next((one for one in named if one.weekday() == wanted), named[0])
    return named[0]


def _read_day_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    return whole_day(_calendar_day(match, view), view.at.tzinfo)


def _read_day_range(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    last = _calendar_day(match, view)
    first = last.replace(day=_day(match["first"]))
    return days(first, last, view.at.tzinfo, Precision.DAY) if first < last else None


def _read_night_of_dates(match: re.Match[str], view: Viewpoint) -> Stretch:
    eve = _calendar_day(match, view) - timedelta(days=1)
    return part_of_day(whole_day(eve, view.at.tzinfo), (18, 30))


def _read_iso(match: re.Match[str], view: Viewpoint) -> Stretch:
    return whole_day(date(int(match["year"]), int(match["month"]), int(match["day"])), view.at.tzinfo)


def _read_numeric(match: re.Match[str], view: Viewpoint) -> Stretch:
    day, month = int(match["day"]), int(match["month"])
    if month > 12:
        day, month = month, day
    year = match["year"]
    if year is None:
        return whole_day(next(_yearless(month, day, view)), view.at.tzinfo)
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return whole_day(date(full if full <= view.today.year + 10 else full - 100, month, day), view.at.tzinfo)


def _read_month(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    groups = match.groupdict()
    year, month, zone = _named_year(match, view), _month(match["month"]), view.at.tzinfo
    third = known(groups["third"], THIRDS) if groups.get("third") else None
    last = groups.get("last") or groups.get("after")
    if year is None and third is None and not last and not _introduced(match):
        return None
    if year is None:
        year = _year_of_month(month, view, over=bool(last), third=third or 0)
    return month_of(year, month, zone) if third is None else third_of_month(year, month, third, zone)


def _year_of_month(month: int, view: Viewpoint, *, over: bool, third: int) -> int:
    """The year of the last such month begun ("in July"), or already over ("en juillet dernier"), or to come."""
    start = date(view.today.year, month, 1 + 10 * third)
    if view.ahead:
        return start.year if add_months(start, 1) > view.today else start.year + 1
    latest = add_months(start.replace(day=1), 1) - timedelta(days=1) if over else start
    return start.year if latest <= view.today else start.year - 1


def _read_month_range(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    last = _month(match["month"])
    year = _named_year(match, view)
    if year is None:
        year = _year_of_month(last, view, over=False, third=0)
    first = _month(match["first"])
    first_year = int(match["year_first"]) if match["year_first"] else year - (first > last)
    count = (year - first_year) * 12 + last - first + 1
    return month_of(first_year, first, view.at.tzinfo, count) if count > 0 else None


def _read_week_of_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    """Days 1-7, 8-14 or 15-21 of the month, or its last seven."""
    month, year = _month(match["month"]), _named_year(match, view)
    if year is None:
        year = _year_of_month(month, view, over=False, third=0)
    whole = month_of(year, month, view.at.tzinfo)
    start = whole.start.date() + timedelta(days=7 * known(match["rank"], _RANKS) - 7)
    if match["rank"] in ("last", "derniere"):
        start = whole.end.date() - timedelta(days=7)
    return days(start, start + timedelta(days=6), view.at.tzinfo, Precision.WEEK)


def _read_season(match: re.Match[str], view: Viewpoint) -> Stretch:
    groups = match.groupdict()
    month, zone, year = SEASONS[match["season"]], view.at.tzinfo, _named_year(match, view)
    if year is not None:
        return season_of(year, month, zone)
    over = bool(groups.get("last") or groups.get("after"))
    latest = season_of(view.today.year, month, zone)
    begun = (latest.end if over else latest.start) <= view.at
    return latest if begun else season_of(view.today.year - 1, month, zone)


def _read_third_of_year(match: re.Match[str], view: Viewpoint) -> Stretch:
    year = _named_year(match, view)
    return third_of_year(view.today.year if year is None else year, known(match["third"], THIRDS), view.at.tzinfo)


def _read_share_of_year(match: re.Match[str], view: Viewpoint) -> Stretch:
    """A half or a quarter of a year."""
    year = _named_year(match, view)
    months = 3 if match["share"] in ("quarter", "trimestre") else 6
    first_month = 1 + (known(match["rank"], _RANKS) - 1) * months
    return month_of(view.today.year if year is None else year, first_month, view.at.tzinfo, months)


def _read_years(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    first, last = int(match["first"]), int(match["year"])
    end = year_of(last, view.at.tzinfo).end
    return Stretch(midnight(date(first, 1, 1), view.at.tzinfo), end, Precision.YEAR) if first < last else None


def _read_year(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    return year_of(int(match["year"]), view.at.tzinfo)


def _read_introduced_year(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    named_after = _NAMED_AFTER_YEAR.search(match.string, max(0, match.start() - 5), match.start())
    return _read_year(match, view) if named_after or _introduced(match) else None


_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}|{_SHORT_WEEKDAY}),? (?:the |le )?)?"
_DAY = rf"(?P<day>{DAY_NUMBER})"
_FIRST = rf"(?P<first>{DAY_NUMBER})"
_NAMED = rf"(?P<month>{ANY_MONTH})"
_OPTIONAL_YEAR = rf"(?:{_OF_YEAR})?"
_NIGHT = r"(?:nuit du|night of|night of the|night between|nuit entre le|nights of)"

CALENDAR_RULES: tuple[Rule, ...] = (
    Rule(
        Wording.DATED,
        compile_words(rf"(?P<year>{YEAR})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?"),
        _read_iso,
    ),
    Rule(
        Wording.DATED,
        compile_words(rf"(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>{YEAR}|(?<=/)\d\d)"),
        _read_numeric,
    ),
    Rule(
        Wording.DATED, compile_words(r"(?:le|du|au|on) (?P<day>\d\d?)/(?P<month>\d\d?)(?P<year>(?!/))?"), _read_numeric
    ),
    Rule(
        Wording.DATED,
        compile_words(
            rf"{_NIGHT} (?:{WEEKDAY} )?{DAY_NUMBER}(?: {MONTH})?{_TO}(?:the |le )?(?:{WEEKDAY} )?"
            rf"{_DAY} (?:of )?{_NAMED}{_OPTIONAL_YEAR}"
        ),
        _read_night_of_dates,
    ),
    Rule(
        Wording.DATED,
        compile_words(rf"{_NIGHT} {_NAMED} {DAY_NUMBER}{_TO}(?:{MONTH} )?{_DAY}{_OPTIONAL_YEAR}"),
        _read_night_of_dates,
    ),
    Rule(
        Wording.DATED,
        compile_words(
            rf"(?:{WEEKDAY} )?{_FIRST}{_TO}(?:the |le )?(?:{WEEKDAY} )?{_DAY} (?:of )?{_NAMED}{_OPTIONAL_YEAR}"
        ),
        _read_day_range,
    ),
    Rule(Wording.DATED, compile_words(rf"{_NAMED} {_FIRST}{_TO}{_DAY}{_OPTIONAL_YEAR}"), _read_day_range),
    Rule(Wording.DATED, compile_words(rf"{_WEEKDAY_BEFORE}{_DAY} (?:of )?{_NAMED}{_OPTIONAL_YEAR}"), _read_day_month),
    Rule(Wording.DATED, compile_words(rf"{_WEEKDAY_BEFORE}{_NAMED} (?:the )?{_DAY}{_OPTIONAL_YEAR}"), _read_day_month),
    Rule(
        Wording.COARSE,
        compile_words(rf"(?P<rank>{one_of(_RANKS)}) (?:week|semaine) (?:of |de |d')(?P<month>{MONTH}){_OPTIONAL_YEAR}"),
        _read_week_of_month,
    ),
    Rule(
        Wording.COARSE,
        compile_words(
            rf"(?P<first>{MONTH})(?: (?P<year_first>{YEAR}))? (?:and|to|et|a|through|until) "
            rf"(?P<month>{MONTH}){_OPTIONAL_YEAR}"
        ),
        _read_month_range,
    ),
    Rule(
        Wording.COARSE,
        compile_words(
            rf"(?:{_THIRD}(?:[ -](?:de )?|d'))?(?:(?P<last>last) )?(?P<month>{MONTH})(?: (?P<after>dernier|passe))?"
            rf"{_OPTIONAL_YEAR}"
        ),
        _read_month,
    ),
    Rule(Wording.COARSE, compile_words(rf"(?P<month>{one_of(SHORT_MONTHS)})\.? (?P<year>{YEAR})"), _read_month),
    Rule(Wording.COARSE, compile_words(rf"(?P<season>{one_of(SEASONS)}){_OF_YEAR}"), _read_season),
    Rule(
        Wording.COARSE,
        compile_words(
            rf"(?:(?P<last>last) |(?:l'|le |the |this |cet |ce |au |en |in |in the |d'|du )(?!fall of))"
            rf"(?P<season>{one_of(SEASONS)})(?: (?P<after>dernier|passe))?"
        ),
        _read_season,
    ),
    Rule(
        Wording.COARSE,
        compile_words(
            rf"(?P<rank>{one_of(_RANKS)}) (?P<share>half|quarter|semestre|trimestre|moitie)(?: (?:of|de|en))?"
            rf"(?:{_OF_YEAR}| l'annee)"
        ),
        _read_share_of_year,
    ),
    Rule(
        Wording.COARSE,
        compile_words(
            rf"{_THIRD}[ -](?:de )?(?:l'annee |the year )?"
            rf"(?:(?P<year>{YEAR})|(?P<past>{_LAST_YEAR})|(?P<current>{_THIS_YEAR}|l'annee|the year))"
        ),
        _read_third_of_year,
    ),
    Rule(Wording.COARSE, compile_words(rf"(?P<first>{YEAR}) ?(?:-|to|and|et|a) ?(?P<year>{YEAR})"), _read_years),
    Rule(Wording.COARSE, compile_words(rf"(?P<year>{YEAR})"), _read_introduced_year),
)
BARE_YEAR = Rule(Wording.COARSE, compile_words(rf"(?P<year>{YEAR})"), _read_year)
