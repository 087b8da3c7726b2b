from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

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
