"""Feasts and Ramadan as questions name them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Window
from index.question_dates import read_window

NOW = datetime(2026, 3, 18, 15, 0, tzinfo=UTC)  # in Ramadan of the year 1447


def asked(question: str, now: datetime = NOW) -> Window | None:
    return read_window(question, now).window


def whole_days(first: date, last: date) -> Window:
    start, end = datetime(first.year, first.month, first.day, tzinfo=UTC), datetime.fromordinal(last.toordinal() + 1)
    return Window(start, end.replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("french", "english", "first", "last"),
    [
        ("pendant le ramadan", "during Ramadan", date(2026, 2, 17), date(2026, 3, 20)),
        ("ramadan 2024", "Ramadan 2024", date(2024, 3, 10), date(2024, 4, 10)),
        ("au début du ramadan 2024", "at the start of Ramadan 2024", date(2024, 3, 10), date(2024, 3, 20)),
        ("à la Korité 2025", "on Eid al-Fitr 2025", date(2025, 3, 29), date(2025, 3, 31)),
        ("à la Tabaski", "on Eid al-Adha", date(2025, 6, 5), date(2025, 6, 7)),
        ("le jour de Noël", "on Christmas Day", date(2025, 12, 25), date(2025, 12, 25)),
        ("la veille de Noël", "the day before Christmas", date(2025, 12, 24), date(2025, 12, 24)),
        ("au nouvel an", "on New Year's Day", date(2026, 1, 1), date(2026, 1, 1)),
    ],
)
def test_a_feast_is_the_last_begun_or_that_of_its_year(french: str, english: str, first: date, last: date) -> None:
    assert (asked(french), asked(english)) == (whole_days(first, last),) * 2


def test_since_a_feast_is_from_its_first_day_on() -> None:
    assert asked("attaques depuis la Tabaski") == Window(datetime(2025, 6, 5, tzinfo=UTC), None)


@pytest.mark.parametrize("question", ["Tariq Ramadan", "l'arrestation de Noël Sawadogo", "who is Ibrahim Ramadan?"])
def test_a_person_named_like_a_feast_is_no_date(question: str) -> None:
    assert asked(question) is None


def test_a_year_that_the_islamic_calendar_does_not_reach_is_read_as_the_year() -> None:
    assert asked("ramadan 1905") == whole_days(date(1905, 1, 1), date(1905, 12, 31))


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)))
def test_the_ramadan_asked_about_has_begun_less_than_thirteen_moons_ago(day: date) -> None:
    window = asked("pendant le ramadan", datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    assert window is not None
    assert window.start is not None
    assert 0 <= (day - window.start.date()).days <= 385
