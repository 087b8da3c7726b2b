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
    MONTH_OFF,
    OPTIONAL_YEAR,
    RANKS,
    TO,
    YEAR_CUE,
    Rule,
    Viewpoint,
    Wording,
    day_number,
    full_year,
    month_number,
    month_off,
    named_year,
    year_of_month,
)
from index.date_words import (
    ANY_MONTH,
    DAY_NUMBER,
    ENGLISH_DAYS,
    MONTH,
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    compile_words,
    known,
    one_of,
)
from index.model import Precision
from index.quantities import NUMBER_IN_WORDS
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
    return whole_day(date(full_year(year, view), month, day), view.at.tzinfo)


def _read_numbered_weekday(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    """The last "mardi 12" of the past two months or so; None where no Tuesday was a twelfth."""
    number, weekday = day_number(match["day"]), WEEKDAYS[match["weekday"]]
    latest = view.today + timedelta(days=view.days_to_come)
    back = (latest - timedelta(days=count) for count in range(_NUMBERED_DAYS_BACK))
    day = next((day for day in back if (day.day, day.weekday()) == (number, weekday)), None)
    return whole_day(day, view.at.tzinfo) if day else None


def _read_day_of_month_off(match: re.Match[str], view: Viewpoint) -> Stretch:
    return whole_day(month_off(match, view).replace(day=day_number(match["day"])), view.at.tzinfo)


def _first_of_named_month(match: re.Match[str], view: Viewpoint) -> date:
    if match.groupdict().get("month") is None:
        return month_off(match, view)
    month, year = month_number(match["month"]), named_year(match, view)
    return date(year_of_month(month, view, over=False, third=0) if year is None else year, month, 1)


def _read_weekday_of_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    """The first, second... or last such weekday of the month."""
    first, weekday = _first_of_named_month(match, view), WEEKDAYS[match["weekday"]]
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * known(match["rank"], RANKS) - 7)
    if match["rank"] in _LAST:
        end = add_months(first, 1) - timedelta(days=1)
        day = end - timedelta(days=(end.weekday() - weekday) % 7)
    return whole_day(day, view.at.tzinfo)


def _read_ranked_day(match: re.Match[str], view: Viewpoint) -> Stretch:
    """The third, or the last, day of the month."""
    first = _first_of_named_month(match, view)
    last = add_months(first, 1) - timedelta(days=1)
    return whole_day(last if match["rank"] in _LAST else first.replace(day=known(match["rank"], RANKS)), view.at.tzinfo)


_LAST = ("last", "dernier")
_NUMBERED_DAYS_BACK = 92  # a weekday meets a number of the month again after 35 to 91 days
_OF_MONTH = r"(?:of |in |de |d'|du mois de |du )"
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
        compile_words(rf"(?P<year>{YEAR})/(?P<month>\d\d?)/(?P<day>\d\d?)"),
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
        compile_words(rf"{_DAY}(?P<mark>[/-])(?P<month>{one_of({**MONTHS, **SHORT_MONTHS})})(?P=mark)(?P<year>\d\d)"),
        _read_day_month,
    ),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(rf"(?P<day>{one_of(ENGLISH_DAYS)}) of (?P<month>{MONTH}){OPTIONAL_YEAR}(?!'s)"),
        _read_day_month,
    ),
    Rule(
        Wording.DATED,
        MONTH_CUES,
        compile_words(rf"(?<=\b(?:le|du|au)\s)(?P<day>{NUMBER_IN_WORDS}) (?P<month>{MONTH}){OPTIONAL_YEAR}"),
        _read_day_month,
    ),
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
        MONTH_CUES | {"month", "mois"},
        compile_words(
            rf"(?P<rank>{one_of(RANKS)}) (?P<weekday>{WEEKDAY}) {_OF_MONTH}"
            rf"(?:(?P<month>{MONTH}){OPTIONAL_YEAR}|{MONTH_OFF})"
        ),
        _read_weekday_of_month,
    ),
    Rule(
        Wording.DATED,
        MONTH_CUES | {"month", "mois"},
        compile_words(
            rf"(?P<rank>{one_of(RANKS)}) (?:day|jour) {_OF_MONTH}(?:(?P<month>{MONTH}){OPTIONAL_YEAR}|{MONTH_OFF})"
        ),
        _read_ranked_day,
    ),
    Rule(
        Wording.DATED,
        frozenset({"month", "mois"}),
        compile_words(rf"{_DAY} (?:day )?(?:of |du |de ){MONTH_OFF}"),
        _read_day_of_month_off,
    ),
    # "Mardi 12 civils": only where the sentence pauses, or a month told before is meant.
    Rule(
        Wording.WEEKDAY,
        frozenset(WEEKDAYS),
        compile_words(rf"(?P<weekday>{WEEKDAY}),? (?:the |le )?{_DAY}(?=\s*(?:[,.;:?!)]|$))"),
        _read_numbered_weekday,
    ),
)
_NOT_COUNTING = r"(?=\s*(?:[,.?!;]|$)|\s(?:a|au|et|in|near|pres|dans|and)\b)"
# In a question "le 16" is a day: the last sixteenth begun.
BARE_DAY_RULES: tuple[Rule, ...] = (
    Rule(
        Wording.DATED,
        frozenset({"au", "et", "to", "and"}),
        compile_words(rf"(?:le|du|the) {_FIRST} (?:au|et le|to the|and the) {_DAY}(?! ?(?:{MONTH}|km))"),
        _read_bare_days,
    ),
    Rule(
        Wording.WEEKDAY,
        frozenset(WEEKDAYS),
        compile_words(rf"(?P<weekday>{WEEKDAY}),? (?:the |le )?{_DAY}{_NOT_COUNTING}"),
        _read_numbered_weekday,
    ),
    Rule(
        Wording.DATED,
        frozenset({"le", "du", "the", "on"}),
        compile_words(rf"(?:le |the |(?<=\bdu\s)|(?<=\bon\s)){_DAY}{_NOT_COUNTING}"),
        _read_bare_day,
    ),
    Rule(
        Wording.DATED,
        frozenset({YEAR_CUE}),
        compile_words(rf"(?P<day>\d\d?) (?P<month>\d\d?) (?P<year>{YEAR})"),
        _read_numeric,
    ),
    Rule(
        Wording.DATED,
        frozenset({"/"}),
        compile_words(r"(?P<day>3[01]|[12]\d|0?[1-9])/(?P<month>1[0-2]|0[1-9])(?!/)"),
        _read_numeric,
    ),
)
