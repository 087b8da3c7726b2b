"""The moment that a question is asked as at: "14:00", "14h30", "2026-11-03", "2026-11-03 14:00".  Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = r"(?P<day>\d{4}-\d{2}-\d{2})"
_HOUR = r"(?P<hour>\d{1,2})[:hH](?P<minute>\d{2})"
_FORMS = tuple(re.compile(rf"{form}\s+(?P<question>\S.*)", re.DOTALL) for form in (rf"{_DAY}[ T]{_HOUR}", _DAY, _HOUR))


def as_of(text: str, now: datetime, timezone: ZoneInfo) -> tuple[datetime, str] | None:
    """The moment that a text begins with, and the question after it; None where there is none, or it is to come.

    An hour alone is its last one before `now`; a day alone is its end, or `now` where it has not ended.  Both are the
    reader's, in `timezone`.  What is to come is refused: nobody reads before its hour what is under embargo."""
    matches = (form.fullmatch(text.strip()) for form in _FORMS)
    found = next((match for match in matches if match), None)
    if found is None:
        return None
    try:
        moment = _moment(found.groupdict(), now.astimezone(timezone))
    except (ValueError, OverflowError):  # 31 February, 25 o'clock, the end of the year 9999
        return None
    return None if moment > now else (moment, found["question"].strip())


def _moment(said: dict[str, str | None], now: datetime) -> datetime:
    written, hour, minute = said.get("day"), said.get("hour"), said.get("minute")
    day = date.fromisoformat(written) if written else now.date()
    if hour is None or minute is None:
        end = datetime.combine(day + timedelta(days=1), time(), now.tzinfo)
        return min(end, now) if day <= now.date() else end
    moment = datetime.combine(day, time(int(hour), int(minute)), now.tzinfo)
    return moment - timedelta(days=1) if not written and moment > now else moment
