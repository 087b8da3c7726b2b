"""When a chat is to be told: quiet hours, digests, the cap of an hour, in the chat's own time zone.  Pure.

A wall time becomes a moment once, and all else is decided between moments: an hour that comes twice or never, when
clocks change, can then neither lose a message nor hold it for a day.  A wall time that does not exist counts with the
offset before the change; one that comes twice is the first of the two (PEP 495, fold 0).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from index.watch_model import Bundle, ChatRules, Delivery, Quiet

HOUR = timedelta(hours=1)


def due(
    rules: ChatRules, delivery: Delivery, now: datetime, *, urgent: bool, room_this_hour: bool
) -> tuple[datetime, Bundle]:
    """When something found at `now` is to be told, and together with what.

    `urgent` is what the quiet hours let through; `room_this_hour` is false where the chat had its share of the hour.
    """
    if delivery is Delivery.DIGEST:
        return awake(rules, next_digest(rules, now)), Bundle.DIGEST
    end = quiet_until(rules, now)
    if end is not None and not urgent:
        return end, Bundle.SLEPT
    if not room_this_hour:
        return awake(rules, hour_of(now) + HOUR), Bundle.CAPPED
    return now, Bundle.ALONE


def is_urgent(quiet: Quiet | None, distance_km: float | None, toll: int) -> bool:
    """Whether something is so near, or killed so many, that the quiet hours let it through."""
    if quiet is None:
        return False
    near = quiet.near_km is not None and distance_km is not None and distance_km <= quiet.near_km
    return near or (quiet.least_toll is not None and toll >= quiet.least_toll)


def quiet_until(rules: ChatRules, now: datetime) -> datetime | None:
    """The end of the quiet hours that `now` lies in; None outside them."""
    stretches = _quiet_stretches(rules, now)
    return next((end for start, end in stretches if start <= now < end), None)


def awake(rules: ChatRules, moment: datetime) -> datetime:
    """The moment, or the end of the quiet hours that it lies in."""
    return quiet_until(rules, moment) or moment


def next_digest(rules: ChatRules, now: datetime) -> datetime:
    """The first digest hour after `now`; the whole hour next where a chat has none."""
    hours = (at_wall(day, hour * 60, rules.timezone) for day in _days_around(rules, now) for hour in rules.digest_hours)
    return min((moment for moment in hours if moment > now), default=hour_of(now) + HOUR)


def hour_of(now: datetime) -> datetime:
    """The start of the hour, in UTC: what a cap counts in."""
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def at_wall(day: date, minute: int, timezone: str) -> datetime:
    """The moment, in UTC, of a minute (0 to 1439) of a local day."""
    wall = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(timezone))
    return wall.astimezone(UTC)


def _quiet_stretches(rules: ChatRules, now: datetime) -> Iterator[tuple[datetime, datetime]]:
    quiet = rules.quiet
    if quiet is None or quiet.start == quiet.end:
        return
    over_midnight = timedelta(days=quiet.start > quiet.end)
    for day in _days_around(rules, now):
        yield at_wall(day, quiet.start, rules.timezone), at_wall(day + over_midnight, quiet.end, rules.timezone)


def _days_around(rules: ChatRules, now: datetime) -> list[date]:
    today = now.astimezone(ZoneInfo(rules.timezone)).date()
    return [today + timedelta(days=days) for days in (-1, 0, 1, 2)]
