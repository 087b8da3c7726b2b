"""The moment that a question is asked as at: "14:00", "14h30", "2026-11-03", "2026-11-03 14:00".  Pure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = r"(?P<day>\d{4}-\d{2}-\d{2})"
_HOUR = r"(?P<hour>\d{1,2})[:hH](?P<minute>\d{2})"
_FORMS = tuple(re.compile(rf"{form}\s+(?P<question>\S.*)", re.DOTALL) for form in (rf"{_DAY}[ T]{_HOUR}", _DAY, _HOUR))


def as_of(text: str, now: datetime, timezone: ZoneInfo) -> tuple[datetime, str] | None:
    """The moment that a text begins with, and the question after it; None where there is none, or it is to come.

    An hour alone is its last one before `now`; a day alone is its end, or `now` where it has not ended.  Both are the
    reader's, in `timezone`; the moment is in UTC.  What is to come is refused: nobody reads before its hour what is
    under embargo."""
    matches = (form.fullmatch(text.strip()) for form in _FORMS)
    found = next((match for match in matches if match), None)
    if found is None:
        return None
    try:
        moment = _moment(found.groupdict(), now, timezone)
    except (ValueError, OverflowError):  # 31 February, 25 o'clock, the end of the year 9999
        return None
    return None if moment > now else (moment, found["question"].strip())


def _moment(said: dict[str, str | None], now: datetime, timezone: ZoneInfo) -> datetime:
    written, hour, minute = said.get("day"), said.get("hour"), said.get("minute")
    today = now.astimezone(timezone).date()
    day = date.fromisoformat(written) if written else today
    if hour is None or minute is None:
        end = _in_utc(day + timedelta(days=1), time(), timezone)
        return min(end, now) if day <= today else end
    clock = time(int(hour), int(minute))
    return _in_utc(day, clock, timezone) if written else _last(clock, now, timezone)


def _last(clock: time, now: datetime, timezone: ZoneInfo) -> datetime:
    """The last moment, not after `now`, when clocks showed that: twice on one night of the year, never on another."""
    today = now.astimezone(timezone).date()
    days = [today - timedelta(days=back) for back in range(3)]
    shown = [_in_utc(day, clock.replace(fold=fold), timezone) for day in days for fold in (0, 1)]
    return max(at for at in shown if at <= now and at.astimezone(timezone).time() == clock)


def _in_utc(day: date, clock: time, timezone: ZoneInfo) -> datetime:
    # Between two moments of one zone Python compares what the clocks show: in UTC it compares the moments.
    return datetime.combine(day, clock, timezone).astimezone(UTC)
