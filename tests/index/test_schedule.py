from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.schedule import at_wall, due, is_urgent, next_digest, quiet_until
from index.watch_model import Bundle, ChatRules, Delivery, Quiet

# Zones whose clocks change by an hour, by half an hour, at midnight, never.
ZONES = ("Africa/Bamako", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Beirut")
MOMENTS = st.integers(0, 4 * 365 * 24 * 3600).map(
    lambda after: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=after)
)
MINUTES = st.integers(0, 24 * 60 - 1)
NIGHT = ChatRules(timezone="Africa/Bamako", quiet=Quiet(22 * 60, 7 * 60))
EVENING = datetime(2026, 11, 3, 23, 0, tzinfo=UTC)


def told(
    rules: ChatRules, at: datetime, delivery: Delivery = Delivery.INSTANT, **named: bool
) -> tuple[datetime, Bundle]:
    return due(rules, delivery, at, **{"urgent": False, "room_this_hour": True} | named)


def test_what_is_found_by_day_is_told_at_once() -> None:
    noon = datetime(2026, 11, 3, 12, tzinfo=UTC)
    assert told(NIGHT, noon) == (noon, Bundle.ALONE)


def test_what_is_found_by_night_is_told_in_the_morning() -> None:
    assert told(NIGHT, EVENING) == (datetime(2026, 11, 4, 7, tzinfo=UTC), Bundle.SLEPT)


def test_what_is_urgent_is_told_by_night() -> None:
    assert told(NIGHT, EVENING, urgent=True) == (EVENING, Bundle.ALONE)


def test_what_an_hour_has_no_room_for_comes_with_the_next() -> None:
    noon = datetime(2026, 11, 3, 12, 20, tzinfo=UTC)
    assert told(ChatRules(), noon, room_this_hour=False) == (datetime(2026, 11, 3, 13, tzinfo=UTC), Bundle.CAPPED)


def test_a_digest_hour_in_the_quiet_hours_waits_for_their_end() -> None:
    rules = ChatRules(quiet=Quiet(22 * 60, 7 * 60), digest_hours=(6,))
    assert told(rules, EVENING, Delivery.DIGEST) == (datetime(2026, 11, 4, 7, tzinfo=UTC), Bundle.DIGEST)


@pytest.mark.parametrize(
    ("near_km", "dead", "urgent"), [(12.0, 0, True), (21.0, 0, False), (None, 5, True), (None, 4, False)]
)
def test_what_is_near_or_kills_many_is_urgent(near_km: float | None, dead: int, urgent: bool) -> None:
    assert is_urgent(Quiet(0, 60, near_km=20.0, least_toll=5), near_km, dead) is urgent


def test_without_quiet_hours_nothing_needs_to_be_urgent() -> None:
    assert not is_urgent(None, 0.0, 1000)


@given(MOMENTS, st.sampled_from(ZONES), MINUTES, MINUTES)
def test_the_quiet_hours_that_hold_a_moment_end_after_it_and_are_over_then(
    now: datetime, zone: str, start: int, end: int
) -> None:
    rules = ChatRules(timezone=zone, quiet=Quiet(start, end))
    until = quiet_until(rules, now)
    if until is not None:
        assert now < until <= now + timedelta(hours=26)
        assert quiet_until(rules, until) is None


@given(MOMENTS, st.sampled_from(ZONES), st.sets(st.integers(0, 23), min_size=1, max_size=4))
def test_a_digest_is_never_more_than_a_long_day_away_and_never_now(now: datetime, zone: str, hours: set[int]) -> None:
    digest = next_digest(ChatRules(timezone=zone, digest_hours=tuple(hours)), now)
    assert now < digest <= now + timedelta(hours=26)


@given(st.dates(date(2024, 1, 2), date(2027, 12, 30)), st.sampled_from(ZONES), st.integers(0, 23))
def test_each_local_day_has_each_of_its_digests_once(day: date, zone: str, hour: int) -> None:
    rules = ChatRules(timezone=zone, digest_hours=(hour,))
    mine = at_wall(day, hour * 60, zone)
    following = next_digest(rules, mine)
    assert next_digest(rules, mine - timedelta(seconds=1)) == mine
    assert following == at_wall(day + timedelta(days=1), hour * 60, zone)


def test_an_hour_that_the_clocks_skip_still_brings_its_digest() -> None:
    rules = ChatRules(timezone="Europe/Paris", digest_hours=(2,))  # 29 March 2026: 2:00 becomes 3:00
    assert next_digest(rules, datetime(2026, 3, 29, 0, 30, tzinfo=UTC)) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_that_comes_twice_brings_one_digest() -> None:
    rules = ChatRules(timezone="Europe/Paris", digest_hours=(2,))  # 25 October 2026: 3:00 becomes 2:00
    first = next_digest(rules, datetime(2026, 10, 24, 12, tzinfo=UTC))
    assert first == datetime(2026, 10, 25, 0, tzinfo=UTC)
    assert next_digest(rules, first) == datetime(2026, 10, 26, 1, tzinfo=UTC)


def test_quiet_hours_that_end_in_the_hour_that_comes_twice_end_once() -> None:
    rules = ChatRules(timezone="Europe/Paris", quiet=Quiet(22 * 60, 2 * 60 + 30))
    assert quiet_until(rules, datetime(2026, 10, 25, 0, 29, tzinfo=UTC)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert quiet_until(rules, datetime(2026, 10, 25, 1, 10, tzinfo=UTC)) is None  # 2:10 again, and awake
