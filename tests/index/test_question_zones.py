"""In whose days a question means "yesterday"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from index import Answer, Dispatch, Engine, Window
from index.model import Happened, Precision
from index.query import parse
from index.question_dates import read_window
from index.rank import window_holds
from index.standing_json import standing_from_json, standing_to_json
from index.stretches import midnight
from tests.index.small_gazetteer import GAZETTEER
from tests.index.watched import watched
from tests.index.word_encoder import load_words

# Clocks that change at 2 o'clock, at midnight (a day without its first hour, or with two of them), by half an hour; a
# country that left out a day; offsets that are no whole hours; and where nothing changes.
ZONES = (
    "Europe/Paris",
    "America/Havana",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Africa/Niamey",
    "America/New_York",
    "UTC",
)
# The words in both languages, and whether a day, seen from today, is meant by them.
DAYS: dict[tuple[str, str], Callable[[date, date], bool]] = {
    ("attaques aujourd'hui", "attacks today"): lambda day, today: day == today,
    ("attaques hier", "attacks yesterday"): lambda day, today: day == today - timedelta(days=1),
    ("attaques depuis hier", "attacks since yesterday"): lambda day, today: day >= today - timedelta(days=1),
    ("attaques avant hier soir", "attacks before yesterday"): lambda day, today: day < today - timedelta(days=1),
    ("attaques cette semaine", "attacks this week"): lambda day, today: (
        day.isocalendar()[:2] == today.isocalendar()[:2]
    ),
    ("attaques ce mois-ci", "attacks this month"): lambda day, today: (
        (day.year, day.month) == (today.year, today.month)
    ),
    ("attaques le 29 mars 2026", "attacks on 29 March 2026"): lambda day, _: day == date(2026, 3, 29),
}
YESTERDAY = ("attaques hier", "attacks yesterday")
MOMENTS = st.integers(0, 15 * 366 * 24 * 60).map(
    lambda minutes: datetime(2011, 12, 20, tzinfo=UTC) + timedelta(minutes=minutes)
)
HOURS = st.integers(-24 * 9 * 4, 24 * 9 * 4).map(lambda quarters: timedelta(minutes=15 * quarters))
NOW = datetime(2026, 11, 3, 2, tzinfo=UTC)  # in New York it is still Monday 2 November, nine in the evening


def holds(window: Window, at: datetime) -> bool:
    return (window.start is None or window.start <= at) and (window.end is None or at < window.end)


@given(st.sampled_from(sorted(DAYS)), st.sampled_from(ZONES), MOMENTS, HOURS)
@example(YESTERDAY, "Europe/Paris", datetime(2026, 3, 30, 10, tzinfo=UTC), timedelta(days=-1))
@example(YESTERDAY, "Asia/Beirut", datetime(2024, 4, 1, 10, tzinfo=UTC), timedelta(days=-1))
@example(YESTERDAY, "Pacific/Apia", datetime(2011, 12, 31, 10, tzinfo=UTC), timedelta(0))
def test_a_moment_is_in_the_window_when_its_day_where_one_asks_is_meant(
    words: tuple[str, str], zone: str, now: datetime, apart: timedelta
) -> None:
    at = now + apart
    meant = DAYS[words](at.astimezone(ZoneInfo(zone)).date(), now.astimezone(ZoneInfo(zone)).date())
    for asked in words[words[0].startswith("attaques avant") :]:  # "avant-hier" is a day of its own
        window = read_window(asked, now, zone).window
        assert window is not None
        assert holds(window, at) is meant


@given(st.sampled_from(sorted(DAYS)), st.sampled_from(ZONES), MOMENTS)
def test_the_ends_of_a_window_are_told_in_utc(words: tuple[str, str], zone: str, now: datetime) -> None:
    window = read_window(words[1], now, zone).window
    assert window is not None
    assert {end.utcoffset() for end in (window.start, window.end) if end} == {timedelta(0)}


@given(st.integers(1, 99), st.sampled_from(ZONES), MOMENTS)
def test_the_last_hours_begin_at_one_moment_in_every_zone(hours: int, zone: str, now: datetime) -> None:
    window = read_window(f"attacks in the last {hours} hours", now, zone).window
    assert window is not None
    assert window.start == now - timedelta(hours=hours)


@given(st.integers(12, 99), MOMENTS)
def test_the_last_hours_hold_what_is_told_of_today_without_an_hour(hours: int, now: datetime) -> None:
    window = read_window(f"attaques ces {hours} dernières heures", now).window
    today = midnight(now.date(), UTC)
    assume(now != today)
    assert window is not None
    assert window_holds(window, Happened(today, today + timedelta(days=1), Precision.DAY))


@given(st.integers(1, 99), st.sampled_from(ZONES), MOMENTS)
def test_the_last_hours_end_with_today_in_every_zone(hours: int, zone: str, now: datetime) -> None:
    assume(now.astimezone(ZoneInfo(zone)) != midnight(now.astimezone(ZoneInfo(zone)).date(), ZoneInfo(zone)))
    window = read_window(f"attacks in the last {hours} hours", now, zone).window
    assert window is not None
    assert window.end is not None
    end = window.end.astimezone(ZoneInfo(zone))
    assert end == midnight(now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1), ZoneInfo(zone))


def test_an_hour_counts_sixty_minutes_while_clocks_go_back() -> None:
    now = datetime(2026, 10, 25, 1, 40, tzinfo=UTC)  # in Paris the second 02:40
    window = read_window("attacks an hour ago", now, "Europe/Paris").window
    assert window == Window(datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))


def test_a_query_tells_in_whose_days_it_is_meant() -> None:
    assert parse("attaques hier", NOW, "fr", GAZETTEER, "America/New_York").timezone == "America/New_York"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    body = "Des hommes armés ont attaqué lundi un convoi à Gao, dans le nord du Mali, selon des habitants."
    with Engine.open(tmp_path, load=load_words) as opened:
        raid = Dispatch("Agence Essai", "raid", body, published_at=NOW - timedelta(hours=6), language="fr")
        opened.ingest([raid], NOW)
        yield opened


def told(answer: Answer) -> list[str]:
    return [passage.dispatch for story in answer.stories for passage in story.passages]


def test_today_is_the_day_of_who_asks(engine: Engine) -> None:
    here = told(engine.ask("attaques aujourd'hui près de Gao", NOW, timezone="America/New_York"))
    assert (here, told(engine.ask("attaques aujourd'hui près de Gao", NOW))) == (["raid"], [])


def test_a_watch_keeps_the_zone_of_who_made_it(tmp_path: Path) -> None:
    with watched(tmp_path) as desk:
        standing = desk.alerts.standing("attaques près de Gao", NOW, timezone="America/New_York")
    assert standing_from_json(standing_to_json(standing)).query.timezone == "America/New_York"
