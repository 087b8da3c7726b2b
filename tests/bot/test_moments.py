from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.moments import as_of

NOW = datetime(2026, 11, 3, 15, 0, tzinfo=UTC)
BAMAKO, NIAMEY = ZoneInfo("Africa/Bamako"), ZoneInfo("Africa/Niamey")  # UTC, and an hour ahead of it


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14:00 attacks near Gao", datetime(2026, 11, 3, 14, tzinfo=UTC)),
        ("14h30 attacks near Gao", datetime(2026, 11, 3, 14, 30, tzinfo=UTC)),
        ("2026-11-01 attacks near Gao", datetime(2026, 11, 2, tzinfo=UTC)),
        ("2026-11-01 06:15 attacks near Gao", datetime(2026, 11, 1, 6, 15, tzinfo=UTC)),
    ],
)
def test_an_hour_or_a_day_is_read(written: str, meant: datetime) -> None:
    assert as_of(written, NOW, BAMAKO) == (meant, "attacks near Gao")


def test_an_hour_that_has_not_come_today_is_yesterdays() -> None:
    assert as_of("16:00 attacks", NOW, BAMAKO) == (datetime(2026, 11, 2, 16, tzinfo=UTC), "attacks")


def test_an_hour_is_the_readers() -> None:
    assert as_of("16:00 attacks", NOW, NIAMEY) == (datetime(2026, 11, 3, 15, tzinfo=UTC), "attacks")


def test_a_day_that_has_not_ended_is_now() -> None:
    assert as_of("2026-11-03 attacks", NOW, BAMAKO) == (NOW, "attacks")


@pytest.mark.parametrize(
    "written",
    ["", "attacks near Gao", "14:00", "25:00 attacks", "2026-02-30 attacks", "9999-12-31 attacks", "14:75 attacks"],
)
def test_what_is_no_moment_and_question_is_refused(written: str) -> None:
    assert as_of(written, NOW, BAMAKO) is None


@pytest.mark.parametrize("written", ["2026-11-04 attacks", "2026-11-03 15:01 attacks"])
def test_what_is_to_come_is_refused(written: str) -> None:
    assert as_of(written, NOW, BAMAKO) is None


PARIS = ZoneInfo("Europe/Paris")
SECOND_TIME = datetime(2026, 10, 25, 1, 40, tzinfo=UTC)  # clocks in Paris show 02:40 again


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("02:30 attacks", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("02:50 attacks", datetime(2026, 10, 25, 0, 50, tzinfo=UTC)),
        ("03:30 attacks", datetime(2026, 10, 24, 1, 30, tzinfo=UTC)),
    ],
)
def test_an_hour_that_comes_twice_is_the_last_of_them(written: str, meant: datetime) -> None:
    assert as_of(written, SECOND_TIME, PARIS) == (meant, "attacks")


def test_an_hour_that_clocks_leave_out_is_that_of_the_day_before() -> None:
    after = datetime(2026, 3, 29, 6, 0, tzinfo=UTC)  # clocks in Paris went from 02:00 to 03:00
    assert as_of("02:30 attacks", after, PARIS) == (datetime(2026, 3, 28, 1, 30, tzinfo=UTC), "attacks")


@given(
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    st.integers(0, 10 * 365 * 24 * 60).map(
        lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    st.sampled_from(["Europe/Paris", "America/Havana", "Africa/Niamey", "Australia/Lord_Howe"]),
)
def test_an_hour_is_the_last_minute_that_clocks_showed_it(hour: time, now: datetime, zone: str) -> None:
    found = as_of(f"{hour:%H:%M} attacks", now, ZoneInfo(zone))
    minutes = (now - timedelta(minutes=back) for back in range(60 * 51))
    shown = (at for at in minutes if at.astimezone(ZoneInfo(zone)).time() == hour)
    assert found == (next(shown), "attacks")
