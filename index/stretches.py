"""Calendar arithmetic in local time: the day, the week, the thirds of a month, as half-open stretches.  Pure.

Every function takes or keeps the zone of the times it is given; `to_happened` and `to_window` turn the result to UTC.
Weeks begin on Monday (ISO 8601).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from index.date_words import Unit
from index.model import Happened, Precision


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch in local time: `start` and `end` are aware and carry the zone asked for."""

    start: datetime
    end: datetime
    precision: Precision

    @property
    def is_day(self) -> bool:
        return self.precision in (Precision.DAY, Precision.HOUR)


def to_happened(stretch: Stretch) -> Happened:
    """The same stretch in UTC."""
    return Happened(stretch.start.astimezone(UTC), stretch.end.astimezone(UTC), stretch.precision)


def midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)


def whole_day(day: date, zone: tzinfo | None) -> Stretch:
    return days(day, day, zone, Precision.DAY)


def days(first: date, last: date, zone: tzinfo | None, precision: Precision) -> Stretch:
    """From the first day to the last, both included."""
    return Stretch(midnight(first, zone), midnight(last + timedelta(days=1), zone), precision)


def part_of_day(stretch: Stretch, hours: tuple[int, int]) -> Stretch:
    """The part of its first day, `hours` counted from midnight; past 24 runs into the next day."""
    start = midnight(stretch.start.date(), stretch.start.tzinfo)
    return Stretch(start + timedelta(hours=hours[0]), start + timedelta(hours=hours[1]), Precision.HOUR)


def week_of(day: date, zone: tzinfo | None) -> Stretch:
    monday = day - timedelta(days=day.weekday())
    return days(monday, monday + timedelta(days=6), zone, Precision.WEEK)


def weekend_before(day: date, zone: tzinfo | None) -> Stretch:
    """The Saturday and Sunday last begun on that day."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    return days(saturday, saturday + timedelta(days=1), zone, Precision.DAY)


def month_of(year: int, month: int, zone: tzinfo | None, count: int = 1) -> Stretch:
    """Whole months: `count` of them from this one on."""
    last = add_months(date(year, month, 1), count) - timedelta(days=1)
    return days(date(year, month, 1), last, zone, Precision.MONTH)


def year_of(year: int, zone: tzinfo | None) -> Stretch:
    return days(date(year, 1, 1), date(year, 12, 31), zone, Precision.YEAR)


def third_of_month(year: int, month: int, third: int, zone: tzinfo | None) -> Stretch:
    """Days 1-10, 11-20 or 21 to the end."""
    last = (10, 20, monthrange(year, month)[1])[third]
    return days(date(year, month, 1 + 10 * third), date(year, month, last), zone, Precision.WEEK)


def third_of_year(year: int, third: int, zone: tzinfo | None) -> Stretch:
    """January to April, May to August, or September to December."""
    return month_of(year, 1 + 4 * third, zone, count=4)


def season_of(year: int, first_month: int, zone: tzinfo | None) -> Stretch:
    return month_of(year, first_month, zone, count=3)


def add_months(day: date, count: int) -> date:
    """The same day `count` months on (or back), or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(moment: datetime, count: int, unit: Unit) -> datetime:
    """A moment moved by `count` units; months and years keep the day of the month where they can.

    Raises:
        OverflowError, ValueError: the result lies outside the calendar.
    """
    if unit == "hour":
        return (moment.astimezone(UTC) + timedelta(hours=count)).astimezone(moment.tzinfo)
    if unit in ("day", "week"):
        return moment + timedelta(days=count * (7 if unit == "week" else 1))
    moved = add_months(moment.date(), count * (12 if unit == "year" else 1))
    return datetime.combine(moved, moment.timetz())


def unit_around(moment: datetime, unit: Unit) -> Stretch:
    """The hour, day, week, month or year that holds the moment."""
    day, zone = moment.date(), moment.tzinfo
    if unit == "hour":
        hour = moment.replace(minute=0, second=0, microsecond=0)
        return Stretch(hour, shift(hour, 1, "hour"), Precision.HOUR)
    if unit == "day":
        return whole_day(day, zone)
    if unit == "week":
        return week_of(day, zone)
    return month_of(day.year, day.month, zone) if unit == "month" else year_of(day.year, zone)


def hull(first: Stretch, last: Stretch) -> Stretch:
    """From the start of the first to the end of the last, as fine as the coarser of the two."""
    order = list(Precision)
    precision = max(first.precision, last.precision, key=order.index)
    return Stretch(first.start, last.end, precision)
