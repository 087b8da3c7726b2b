"""By what clocks and calendar a place tells its days and hours.  Pure.

What happened on a day, or in a week, is kept as those days of the calendar of its place, each from midnight to midnight
in UTC; what happened at an hour is kept as the moment that it was.  See "In whose days is a dispatch told" in
CONTRIBUTING.md.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.core import get_global

from index.model import Happened, Precision, Site


def zone_of(site: Site | None) -> str:
    """The time zone (IANA) of a place: its country's, where that has only one; UTC where nobody can tell."""
    return _only_zones().get(site.place.country, "UTC") if site and site.place else "UTC"


@lru_cache(maxsize=1)
def _only_zones() -> dict[str, str]:
    """Country (ISO 3166-1 alpha-2) -> its zone, of those with one alone; from the Unicode CLDR by way of Babel."""
    zones: dict[str, list[str]] = {}
    for zone, country in get_global("zone_territories").items():
        zones.setdefault(country, []).append(zone)
    return {country: found[0] for country, found in zones.items() if len(found) == 1}


def as_kept(happened: Happened | None, timezone: str) -> Happened | None:
    """What was read in a time zone, as it is kept: days as days of its calendar, hours as moments."""
    return happened if happened is None or happened.precision is Precision.HOUR else _by_clocks(happened, timezone)


def as_told(happened: Happened | None, timezone: str) -> Happened | None:
    """What is kept, as the clocks of a time zone told it and called UTC: only so do its hours compare with its days."""
    return happened if happened is None or happened.precision is not Precision.HOUR else _by_clocks(happened, timezone)


def _by_clocks(happened: Happened, timezone: str) -> Happened:
    zone = ZoneInfo(timezone)
    return replace(happened, start=_clock(happened.start, zone), end=_clock(happened.end, zone))


def _clock(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=UTC)
