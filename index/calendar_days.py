"""Rules for the days of the calendar: "le 3 mai", "On 28 April 2020", "the night of 5 to 6 June".  Pure.

Numeric dates are day/month/year, the usage of the Sahel's press in both languages; where only month/day fits, that.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from index.date_rules import (
    MONTH_CUES,
    OPTIONAL_YEAR,
    RANKS,
    TO,
    YEAR_CUE,
    Rule,
    Viewpoint,
    Wording,
    day_number,
    month_number,
    named_year,
    year_of_month,
)
from index.date_words import (
    ANY_MONTH,
    DAY_NUMBER,
    MONTH,
    SHORT_WEEKDAYS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    compile_words,
    known,
    one_of,
)
from index.model import Precision
from index.stretches import (
    Stretch,
    add_months,
    days,
    part_of_day,
    whole_day,
)

_SHORT_WEEKDAY = rf"{one_of(SHORT_WEEKDAYS)}\b\.?"


def _yearless(month: int, day: int, view: Viewpoint) -> Iterator[date]:
    """The days so named, nearest first, on the side looked at."""
    this = view.today.year
    years = range(this, this + 9) if view.ahead else range(this + 1, this - 9, -1)
    for year in years:
        if (month, day) == (2, 29) and not isleap(year):
            continue
        named = date(year, month, day)
        if (named >= view.today) if view.ahead else (named <= view.today + timedelta(days=view.days_to_come)):
            yield named


def _calendar_day(match: re.Match[str], view: Viewpoint, group: str = "day") -> date:
    """The day a match names; a weekday beside it picks the year.

    Raises:
        ValueError: there is no such day.
    """
    month, day = month_number(match["month"]), day_number(match[group])
    year = named_year(match, view)
    if year is not None:
        return date(year, month, day)
    weekday = match.groupdict().get("weekday")
    fitting = _falling_on(weekday.rstrip("."), month, day, view) if weekday else None
    return fitting or next(_yearless(month, day, view))


def _falling_on(weekday: str, month: int, day: int, view: Viewpoint) -> date | None:
    """The day so named nearest to now, before or after, that falls on that weekday."""
    wanted = {**WEEKDAYS, **SHORT_WEEKDAYS}[weekday]
    named = (*_yearless(month, day, view), *_yearless(month, day, Viewpoint(view.at, ahead=True)))
    fitting = (one for one in named if one.weekday() == wanted)
    return min(fitting, key=lambda one: abs(one - view.today), default=None)


def _read_day_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    return whole_day(_calendar_day(match, view), view.at.tzinfo)


def _read_bare_day(match: re.Match[str], view: Viewpoint) -> Stretch:
    return whole_day(_last_numbered(day_number(match["day"]), view), view.at.tzinfo)


def _read_bare_days(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    last = _last_numbered(day_number(match["day"]), view)
    first = last.replace(day=day_number(match["first"]))
    return days(first, last, view.at.tzinfo, Precision.DAY) if first < last else None


def _last_numbered(day: int, view: Viewpoint) -> date:
    """The last day of that number, 1 to 31, today included."""
    month = view.today.replace(day=1)
    while day > monthrange(month.year, month.month)[1] or month.replace(day=day) > view.today:
        month = add_months(month, -1)
    return month.replace(day=day)


def _read_day_range(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    last = _calendar_day(match, view)
    first = last.replace(day=day_number(match["first"]))
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
    year = match.groupdict().get("year")
    if year is None:
        return whole_day(next(_yearless(month, day, view)), view.at.tzinfo)
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return whole_day(date(full if full <= view.today.year + 10 else full - 100, month, day), view.at.tzinfo)


def _read_weekday_of_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    """The first, second... or last such weekday of the month."""
    month, year = month_number(match["month"]), named_year(match, view)
    if year is None:
        year = year_of_month(month, view, over=False, third=0)
    first = date(year, month, 1)
    day = first + timedelta(
        days=(WEEKDAYS[match["weekday"]] - first.weekday()) % 7 + 7 * known(match["rank"], RANKS) - 7
    )
    if match["rank"] in ("last", "dernier"):
        end = add_months(first, 1) - timedelta(days=1)
        day = end - timedelta(days=(end.weekday() - WEEKDAYS[match["weekday"]]) % 7)
    return whole_day(day, view.at.tzinfo)


_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}|{_SHORT_WEEKDAY}),? (?:the |le )?)?"
_DAY = rf"(?P<day>{DAY_NUMBER})"
_FIRST = rf"(?P<first>{DAY_NUMBER})"
_NAMED = rf"(?P<month>{ANY_MONTH})"
_NIGHT = (
    r"(?:nuit du|night of|night of the|night between|overnight between|overnight from|overnight on|nuit entre le"
    r"|nights of)"
)

DAY_RULES: tuple[Rule, ...] = (
    Rule(
        Wording.DATED,
        frozenset({YEAR_CUE}),
        compile_words(rf"(?P<year>{YEAR})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?"),
        _read_iso,
    ),
    Rule(
        Wording.DATED,
        frozenset({YEAR_CUE, "/"}),
        compile_words(rf"(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>{YEAR}|(?<=/)\d\d)"),
        _read_numeric,
    ),
    Rule(
        Wording.DATED,
        frozenset({"/"}),
        compile_words(r"(?:le|du|au|on) (?P<day>\d\d?)/(?P<month>\d\d?)(?!/)"),
        _read_numeric,
    ),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(
            rf"{_NIGHT} (?:{WEEKDAY} )?{DAY_NUMBER}(?: {MONTH})?{TO}(?:the |le )?(?:{WEEKDAY} )?"
            rf"{_DAY} (?:of )?{_NAMED}{OPTIONAL_YEAR}"
        ),
        _read_night_of_dates,
    ),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(rf"{_NIGHT} {_NAMED} {DAY_NUMBER}{TO}(?:{MONTH} )?{_DAY}{OPTIONAL_YEAR}"),
        _read_night_of_dates,
    ),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(
            rf"(?:{WEEKDAY} )?{_FIRST}{TO}(?:the |le )?(?:{WEEKDAY} )?{_DAY} (?:of )?{_NAMED}{OPTIONAL_YEAR}"
        ),
        _read_day_range,
    ),
    Rule(Wording.DATED, MONTH_CUES, compile_words(rf"{_NAMED} {_FIRST}{TO}{_DAY}{OPTIONAL_YEAR}"), _read_day_range),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(rf"{_WEEKDAY_BEFORE}{_DAY}(?: (?:of )?|[/-]){_NAMED}{OPTIONAL_YEAR}"),
        _read_day_month,
    ),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(rf"{_WEEKDAY_BEFORE}{_NAMED} (?:the )?{_DAY}{OPTIONAL_YEAR}"),
        _read_day_month,
    ),
    # "On August, 25": a comma after the month is read over only where "In May, 12 men" is ruled out.
    Rule(Wording.DATED, MONTH_CUES, compile_words(rf"(?<=\bon\s){_NAMED}, {_DAY}{OPTIONAL_YEAR}"), _read_day_month),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(
            rf"(?P<rank>{one_of(RANKS)}) (?P<weekday>{WEEKDAY}) (?:of |in |de |d'|du mois de )(?P<month>{MONTH})"
            rf"{OPTIONAL_YEAR}"
        ),
        _read_weekday_of_month,
    ),
)
# In a question "le 16" is a day: the last sixteenth begun.
BARE_DAY_RULES: tuple[Rule, ...] = (
    Rule(
        Wording.DATED,
        frozenset({"au", "et", "to", "and"}),
        compile_words(rf"(?:le|du|the) {_FIRST} (?:au|et le|to the|and the) {_DAY}(?! ?(?:{MONTH}|km))"),
        _read_bare_days,
    ),
    Rule(
        Wording.DATED,
        frozenset({"le", "the"}),
        compile_words(rf"(?:le|the) {_DAY}(?=\s*(?:[,.?!;]|$)|\s(?:a|au|et|in|near|pres|dans|and)\b)"),
        _read_bare_day,
    ),
)
