"""By what clocks a place tells its days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from index.local_time import as_kept, as_told, zone_of
from index.model import Happened, Place, Precision, Site

ZONES = st.sampled_from(
    ("Africa/Niamey", "Africa/Mogadishu", "America/Havana", "Asia/Kathmandu", "Pacific/Apia", "UTC")
)
DAYS = st.dates(date(2012, 1, 1), date(2030, 1, 1))
MOMENTS = st.integers(0, 18 * 366 * 24 * 60).map(
    lambda minutes: datetime(2012, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def site_in(country: str) -> Site:
    return Site("Fanga", 14.0, 4.0, 2.0, 1.0, Place(1, "Fanga", 14.0, 4.0, country))


@pytest.mark.parametrize(
    ("country", "hours"), [("NE", 1), ("NG", 1), ("TD", 1), ("CM", 1), ("BJ", 1), ("ML", 0), ("BF", 0), ("SN", 0),
                           ("MR", 0), ("CI", 0), ("GH", 0), ("TG", 0), ("SD", 2), ("SO", 3)]
)  # fmt: skip
def test_a_place_has_the_clocks_of_its_country(country: str, hours: int) -> None:
    there = datetime(2026, 10, 6, tzinfo=ZoneInfo(zone_of(site_in(country))))
    assert there.utcoffset() == timedelta(hours=hours)


def test_every_country_has_clocks_that_are_known() -> None:
    countries = set(get_global("zone_territories").values())
    assert {zone_of(site_in(country)) for country in countries} <= available_timezones()


@pytest.mark.parametrize("site", [None, site_in("CD"), site_in(""), Site("Fanga", 14.0, 4.0, 2.0, 1.0)])
def test_where_nobody_can_tell_the_zone_it_is_utc(site: Site | None) -> None:
    assert zone_of(site) == "UTC"


@given(ZONES, DAYS)
def test_a_day_is_kept_as_the_same_day_in_every_zone(zone: str, day: date) -> None:
    there = ZoneInfo(zone)
    start, end = (datetime.combine(one, time(), there).astimezone(UTC) for one in (day, day + timedelta(1)))
    kept = as_kept(Happened(start, end, Precision.DAY), zone)
    midnight = datetime.combine(day, time(), UTC)
    assert kept == Happened(midnight, midnight + timedelta(1), Precision.DAY)


@given(ZONES, MOMENTS)
def test_an_hour_is_kept_as_the_moment_it_was(zone: str, at: datetime) -> None:
    happened = Happened(at, at + timedelta(hours=1), Precision.HOUR)
    assert as_kept(happened, zone) == happened


def test_an_hour_is_told_as_the_clocks_there_told_it() -> None:
    at = datetime(2026, 10, 5, 23, tzinfo=UTC)
    told = as_told(Happened(at, at + timedelta(hours=1), Precision.HOUR), "Africa/Niamey")
    assert told == Happened(at + timedelta(hours=1), at + timedelta(hours=2), Precision.HOUR)
