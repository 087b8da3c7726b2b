"""When a dispatch says that things happened."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.date_phrases import RULES, candidates
from index.dates import mark_dates
from index.model import Happened, Precision, Span
from index.text import fold_aligned

MOMENTS = st.builds(datetime.combine, st.dates(date(1997, 1, 1), date(2040, 1, 1)), st.times(), st.just(UTC))
WEDNESDAY = datetime(2026, 3, 18, 15, 0, tzinfo=UTC)


def only(body: str, published_at: datetime | None = WEDNESDAY, timezone: str = "UTC") -> Happened:
    (mention,) = mark_dates(body, published_at, None, timezone)
    return mention.happened


def days_of(happened: Happened) -> tuple[date, date]:
    return happened.start.date(), (happened.end - timedelta(seconds=1)).date()


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("tués mardi", date(2026, 3, 17), date(2026, 3, 17)),
        ("killed on Tuesday", date(2026, 3, 17), date(2026, 3, 17)),
        ("tués mercredi", date(2026, 3, 18), date(2026, 3, 18)),
        ("killed last Wednesday", date(2026, 3, 11), date(2026, 3, 11)),
        ("tués vendredi", date(2026, 3, 13), date(2026, 3, 13)),
        ("killed on Friday", date(2026, 3, 13), date(2026, 3, 13)),
        ("hier", date(2026, 3, 17), date(2026, 3, 17)),
        ("avant-hier", date(2026, 3, 16), date(2026, 3, 16)),
        ("the day before yesterday", date(2026, 3, 16), date(2026, 3, 16)),
        ("dans la nuit de lundi à mardi", date(2026, 3, 16), date(2026, 3, 17)),
        ("overnight from Monday to Tuesday", date(2026, 3, 16), date(2026, 3, 17)),
        ("dans la nuit du 5 au 6 février", date(2026, 2, 5), date(2026, 2, 6)),
        ("on the night of 5 to 6 February", date(2026, 2, 5), date(2026, 2, 6)),
        ("lundi et mardi", date(2026, 3, 16), date(2026, 3, 17)),
        ("on Monday and Tuesday", date(2026, 3, 16), date(2026, 3, 17)),
        ("On 28 April 2020,", date(2020, 4, 28), date(2020, 4, 28)),
        ("On December 19,", date(2025, 12, 19), date(2025, 12, 19)),
        ("le 1er février", date(2026, 2, 1), date(2026, 2, 1)),
        ("mardi 30 décembre", date(2025, 12, 30), date(2025, 12, 30)),
        ("between 9 and 12 June 2020", date(2020, 6, 9), date(2020, 6, 12)),
        ("entre le 9 et le 12 juin 2020", date(2020, 6, 9), date(2020, 6, 12)),
        ("from 30 May to 2 June 2019", date(2019, 5, 30), date(2019, 6, 2)),
        ("en juin dernier", date(2025, 6, 1), date(2025, 6, 30)),
        ("last June", date(2025, 6, 1), date(2025, 6, 30)),
        ("in mid-September", date(2025, 9, 11), date(2025, 9, 20)),
        ("à la mi-septembre", date(2025, 9, 11), date(2025, 9, 20)),
        ("fin janvier", date(2026, 1, 21), date(2026, 1, 31)),
        ("in late January", date(2026, 1, 21), date(2026, 1, 31)),
        ("en mars 2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("en 2020 et 2021", date(2020, 1, 1), date(2021, 12, 31)),
        ("depuis 2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("il y a deux semaines", date(2026, 3, 1), date(2026, 3, 7)),
        ("two weeks ago", date(2026, 3, 1), date(2026, 3, 7)),
        ("il y a trois jours", date(2026, 3, 15), date(2026, 3, 15)),
        ("la semaine dernière", date(2026, 3, 9), date(2026, 3, 15)),
        ("last week", date(2026, 3, 9), date(2026, 3, 15)),
        ("last month", date(2026, 2, 1), date(2026, 2, 28)),
        ("le week-end dernier", date(2026, 3, 14), date(2026, 3, 15)),
        ("the weekend ambush", date(2026, 3, 14), date(2026, 3, 15)),
        ("en octobre il y a deux ans", date(2024, 10, 1), date(2024, 10, 31)),
        ("in November last year", date(2025, 11, 1), date(2025, 11, 30)),
        ("au printemps 2018", date(2018, 3, 1), date(2018, 5, 31)),
        ("le 15/02/2026", date(2026, 2, 15), date(2026, 2, 15)),
        ("2026-02-15", date(2026, 2, 15), date(2026, 2, 15)),
    ],
)
def test_a_phrase_means_the_days_it_says(words: str, first: date, last: date) -> None:
    assert days_of(only(words)) == (first, last)


@pytest.mark.parametrize(
    ("words", "first_hour", "last_hour"),
    [
        ("mardi matin", 4, 12),
        ("Tuesday morning", 4, 12),
        ("mardi à l'aube", 4, 8),
        ("mardi avant l’aube", 0, 7),
        ("mardi soir", 17, 24),
        ("on Tuesday evening", 17, 24),
        ("in the early hours of Tuesday", 0, 7),
        ("hier soir", 17, 24),
        ("aux environs de 05h20 mardi", 5, 6),
        ('attaqué "aux environs de 05h20" mardi', 5, 6),
        ("mardi vers 10 heures", 10, 11),
        ("at 3 pm on Tuesday", 15, 16),
        ("Tuesday night", 18, 30),
    ],
)
def test_a_part_of_the_day_narrows_its_day(words: str, first_hour: int, last_hour: int) -> None:
    midnight = datetime(2026, 3, 17, tzinfo=UTC)
    told = only(words)
    assert (told.start, told.end) == (midnight + timedelta(hours=first_hour), midnight + timedelta(hours=last_hour))


def test_a_clock_hour_after_midnight_in_a_night_belongs_to_the_next_day() -> None:
    assert only("dans la nuit de lundi à mardi vers 2 heures").start == datetime(2026, 3, 17, 2, tzinfo=UTC)


def test_hours_are_meant_in_the_time_zone_of_the_place() -> None:
    assert only("mardi vers 10 heures", timezone="Africa/Niamey").start == datetime(2026, 3, 17, 9, tzinfo=UTC)


def test_the_day_of_publication_is_that_of_the_time_zone() -> None:
    late = datetime(2026, 3, 17, 23, 30, tzinfo=UTC)
    assert only("aujourd'hui", late, "Africa/Niamey").start == datetime(2026, 3, 17, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    "words", ["Prochain match samedi", "The council will meet on Saturday", "Le vote se tiendra samedi"]
)
def test_a_weekday_to_come_is_in_the_future(words: str) -> None:
    assert days_of(only(words)) == (date(2026, 3, 21), date(2026, 3, 21))


@pytest.mark.parametrize(
    "words",
    [
        "Il a été tué par balle",
        "protesters march through town",
        "they may come back",
        "une marche de protestation",
        "sept soldats et 2012 sacs de riz",
        "le marché de tous les vendredis",
        "every Friday prayer",
        "the Movement of June 5",
        "le 31 février",
        "after the fall of Gao",
        "the fall in prices",
        "Il y a eu des victimes",
        "le papi de 80 ans",
        "trois des mers",
    ],
)
def test_words_that_are_no_date_are_left_alone(words: str) -> None:
    assert mark_dates(words, WEDNESDAY, None) == ()


def test_a_line_break_inside_a_phrase_does_not_hide_it() -> None:
    assert only("dans la nuit de\nlundi à mardi").precision is Precision.HOUR


def test_a_blank_line_ends_a_phrase() -> None:
    assert len(mark_dates("12\n\nmars 2024", WEDNESDAY, None)) == 1


def test_an_undated_text_keeps_only_dates_with_a_year() -> None:
    body = "Attaqué mardi, comme en juin et le 3 mai 2024."
    marked = mark_dates(body, None, "fr")
    assert [body[one.start : one.end] for one in marked] == ["3 mai 2024"]


def test_an_english_numeric_date_that_reads_two_ways_is_left_out() -> None:
    assert mark_dates("on 03/04/2026 gunmen came", WEDNESDAY, "en") == ()


def test_a_french_numeric_date_is_day_then_month() -> None:
    (mention,) = mark_dates("le 03/02/2026", WEDNESDAY, "fr")
    assert days_of(mention.happened)[0] == date(2026, 2, 3)


PIECES = st.sampled_from(
    [
        "mardi",
        "hier",
        "depuis",
        "en",
        "in",
        "on",
        "le",
        "juin",
        "June",
        "3",
        "12",
        "2020",
        "2012",
        "il",
        "y",
        "a",
        "deux",
        "weeks",
        "ago",
        "last",
        "dernier",
        "semaine",
        "nuit",
        "de",
        "à",
        "et",
        "and",
        "between",
        "entre",
        "05h20",
        "31",
        "février",
        "29",
        "soir",
        "morning",
        ",",
        ".",
        "\n",
        "’",
        "\xa0",
        "week-end",
        "mi-",
        "early",
        "été",
        "48",
        "heures",
    ]
)


def test_an_hour_between_two_days_belongs_to_the_first_alone() -> None:
    assert [(one.start, one.end) for one in mark_dates("mardi 05h20 mardi", WEDNESDAY, None)] == [(0, 11), (12, 17)]


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80))
def test_marks_lie_inside_the_body_in_order_and_never_overlap(body: str) -> None:
    marked = mark_dates(body, WEDNESDAY, None)
    bounds = [edge for one in marked for edge in (one.start, one.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= one.start < one.end <= len(body) for one in marked)


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_every_window_has_a_beginning_before_its_end(body: str) -> None:
    assert all(one.happened.start < one.happened.end for one in mark_dates(body, WEDNESDAY, None))


@given(
    MOMENTS,
    st.sampled_from(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
)
def test_a_weekday_lies_in_the_seven_days_up_to_publication(published_at: datetime, weekday: str) -> None:
    told = only(f"tués {weekday}", published_at)
    back = (published_at.date() - told.start.date()).days
    assert 0 <= back < 7


@given(st.dates(date(1998, 1, 1), date(2035, 12, 31)))
def test_a_full_date_means_its_own_day_whenever_it_is_said(day: date) -> None:
    english = only(f"On {day.day} {day:%B} {day.year}, gunmen came")
    assert days_of(english) == (day, day)


@given(st.lists(PIECES | st.text("abc ", max_size=90), max_size=20).map(" ".join))
def test_searching_near_the_cues_finds_what_searching_everywhere_finds(body: str) -> None:
    folded = fold_aligned(body)
    near = {(rule, match.span()) for rule, match in candidates(folded, RULES)}
    everywhere = {(rule, match.span()) for rule in RULES for match in rule.pattern.finditer(folded)}
    assert everywhere <= near


@given(MOMENTS, st.sampled_from(["Africa/Niamey", "Asia/Kolkata", "UTC"]))
def test_the_same_phrase_in_both_languages_means_the_same(published_at: datetime, timezone: str) -> None:
    french = only("dans la nuit de jeudi à vendredi", published_at, timezone)
    assert french == only("on the night of Thursday to Friday", published_at, timezone)


def test_a_day_without_a_year_that_comes_within_a_month_is_to_come() -> None:
    assert days_of(only("as the country prepares the vote of 12 April")) == (date(2026, 4, 12), date(2026, 4, 12))


def test_spans_of_a_mention_hold_the_phrase_without_its_preposition() -> None:
    body = "Le camp a été attaqué en juin dernier."
    (mention,) = mark_dates(body, WEDNESDAY, "fr")
    assert Span(mention.start, mention.end) == Span(body.index("juin"), body.index("."))
