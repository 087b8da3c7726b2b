"""When a question asks about."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Window
from index.question_dates import read_window

NOW = datetime(2026, 3, 18, 15, 0, tzinfo=UTC)  # a Wednesday
CASES = Path(__file__).resolve().parents[3] / "shared" / "data" / "dates" / "duckling"


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


MIDNIGHT = at(2026, 3, 19)  # after NOW


def asked(question: str, now: datetime = NOW) -> Window | None:
    return read_window(question, now).window


TWINS = [
    ("attaques depuis mardi", "attacks since Tuesday", Window(at(2026, 3, 17), None)),
    ("attaques cette semaine", "attacks this week", Window(at(2026, 3, 16), at(2026, 3, 23))),
    ("attaques la semaine dernière", "attacks last week", Window(at(2026, 3, 9), at(2026, 3, 16))),
    ("ces 48 dernières heures", "in the last 48 hours", Window(at(2026, 3, 16, 15), MIDNIGHT)),
    ("ces deux dernières semaines", "in the last two weeks", Window(at(2026, 3, 4), MIDNIGHT)),
    ("ces derniers jours", "in the last few days", Window(at(2026, 3, 11), MIDNIGHT)),
    ("en janvier 2015", "in January 2015", Window(at(2015, 1, 1), at(2015, 2, 1))),
    ("02/2015", "02/2015", Window(at(2015, 2, 1), at(2015, 3, 1))),
    ("ce week end", "this week end", Window(at(2026, 3, 14), at(2026, 3, 16))),
    ("en 2019", "in 2019", Window(at(2019, 1, 1), at(2020, 1, 1))),
    ("fusillade 2015", "shooting 2015", Window(at(2015, 1, 1), at(2016, 1, 1))),
    ("en juillet", "in July", Window(at(2025, 7, 1), at(2025, 8, 1))),
    ("en mars", "in March", Window(at(2026, 3, 1), at(2026, 4, 1))),
    ("le mois dernier", "last month", Window(at(2026, 2, 1), at(2026, 3, 1))),
    ("l’an dernier", "last year", Window(at(2025, 1, 1), at(2026, 1, 1))),
    ("mi-2023", "mid-2023", Window(at(2023, 5, 1), at(2023, 9, 1))),
    ("début 2018", "early 2018", Window(at(2018, 1, 1), at(2018, 5, 1))),
    ("fin 2018", "late 2018", Window(at(2018, 9, 1), at(2019, 1, 1))),
    ("été 2018", "summer 2018", Window(at(2018, 6, 1), at(2018, 9, 1))),
    ("au printemps 2018", "in spring 2018", Window(at(2018, 3, 1), at(2018, 6, 1))),
    ("début août", "in early August", Window(at(2025, 8, 1), at(2025, 8, 11))),
    ("entre le 3 et le 10 août", "between 3 and 10 August", Window(at(2025, 8, 3), at(2025, 8, 11))),
    ("du 3 mai au 5 juin 2019", "from 3 May to 5 June 2019", Window(at(2019, 5, 3), at(2019, 6, 6))),
    ("de janvier à mars 2015", "from January to March 2015", Window(at(2015, 1, 1), at(2015, 4, 1))),
    ("entre 2012 et 2015", "between 2012 and 2015", Window(at(2012, 1, 1), at(2016, 1, 1))),
    ("avant le 5 mai 2020", "before 5 May 2020", Window(None, at(2020, 5, 5))),
    ("après le 5 mai 2020", "after 5 May 2020", Window(at(2020, 5, 6), None)),
    ("jusqu'au 5 mai 2020", "until 5 May 2020", Window(None, at(2020, 5, 6))),
    ("à partir de mai 2020", "from May 2020", Window(at(2020, 5, 1), None)),
    ("depuis lundi jusqu'à mardi", "since Monday until Tuesday", Window(at(2026, 3, 16), at(2026, 3, 18))),
    ("depuis trois jours", "for the last three days", Window(at(2026, 3, 15), MIDNIGHT)),
    ("depuis le début de l'année", "since the beginning of the year", Window(at(2026, 1, 1), None)),
    ("le 12 mai 2020", "on 12 May 2020", Window(at(2020, 5, 12), at(2020, 5, 13))),
    ("aujourd’hui", "today", Window(at(2026, 3, 18), at(2026, 3, 19))),
    ("hier soir", "yesterday evening", Window(at(2026, 3, 17, 17), at(2026, 3, 18))),
    ("la nuit dernière", "last night", Window(at(2026, 3, 17, 18), at(2026, 3, 18, 6))),
    (
        "dans la nuit de lundi à mardi",
        "on the night of Monday to Tuesday",
        Window(at(2026, 3, 16, 18), at(2026, 3, 17, 6)),
    ),
    ("il y a trois jours", "three days ago", Window(at(2026, 3, 15), at(2026, 3, 16))),
    ("mardi de la semaine dernière", "Tuesday last week", Window(at(2026, 3, 10), at(2026, 3, 11))),
    ("il y a deux heures", "two hours ago", Window(at(2026, 3, 18, 13), at(2026, 3, 18, 14))),
    ("en début de semaine", "early this week", Window(at(2026, 3, 16), at(2026, 3, 19))),
    ("fin de la semaine dernière", "late last week", Window(at(2026, 3, 12), at(2026, 3, 16))),
    ("plus tôt cette semaine", "earlier this week", Window(at(2026, 3, 16), MIDNIGHT)),
    ("depuis le début du mois", "since the beginning of the month", Window(at(2026, 3, 1), None)),
    ("la semaine prochaine", "next week", Window(at(2026, 3, 23), at(2026, 3, 30))),
    ("cet hiver", "this winter", Window(at(2025, 12, 1), at(2026, 3, 1))),
    ("l'été dernier", "last summer", Window(at(2025, 6, 1), at(2025, 9, 1))),
    ("troisième trimestre 2020", "third quarter of 2020", Window(at(2020, 7, 1), at(2020, 10, 1))),
    ("mardi prochain", "next Tuesday", Window(at(2026, 3, 24), at(2026, 3, 25))),
    ("au soir du 16 mars", "the evening of 16 March", Window(at(2026, 3, 16, 17), at(2026, 3, 17))),
    ("début du mois de mars", "at the beginning of March", Window(at(2026, 3, 1), at(2026, 3, 11))),
    ("début du mois d'août", "in early August", Window(at(2025, 8, 1), at(2025, 8, 11))),
    ("à la fin du mois", "at the end of the month", Window(at(2026, 2, 21), at(2026, 3, 1))),
    ("du 13 au 17", "from the 13th to the 17th", Window(at(2026, 3, 13), at(2026, 3, 18))),
    ("le premier lundi de mars", "the first Monday of March", Window(at(2026, 3, 2), at(2026, 3, 3))),
    ("le dernier vendredi de mai 2020", "the last Friday of May 2020", Window(at(2020, 5, 29), at(2020, 5, 30))),
    ("la première semaine de mai 2020", "the first week of May 2020", Window(at(2020, 5, 1), at(2020, 5, 8))),
    ("premier semestre 2020", "first half of 2020", Window(at(2020, 1, 1), at(2020, 7, 1))),
    ("demain", "tomorrow", Window(at(2026, 3, 19), at(2026, 3, 20))),
    ("le 20 du mois dernier", "the 20th of last month", Window(at(2026, 2, 20), at(2026, 2, 21))),
    ("depuis le 16", "since the 16th", Window(at(2026, 3, 16), None)),
    ("à partir du 8", "from the 8th", Window(at(2026, 3, 8), None)),
    ("12 05 2020", "on 12 05 2020", Window(at(2020, 5, 12), at(2020, 5, 13))),
    ("au quatrième trimestre", "in the fourth quarter", Window(at(2025, 10, 1), at(2026, 1, 1))),
    ("en milieu de semaine", "in the middle of the week", Window(at(2026, 3, 17), at(2026, 3, 20))),
    ("le 3 de ce mois", "the 3rd of this month", Window(at(2026, 3, 3), at(2026, 3, 4))),
    ("le premier lundi du mois dernier", "the first Monday of last month", Window(at(2026, 2, 2), at(2026, 2, 3))),
    ("le dernier jour de mai 2020", "the last day of May 2020", Window(at(2020, 5, 31), at(2020, 6, 1))),
    ("le quinze janvier", "the fifteenth of January", Window(at(2026, 1, 15), at(2026, 1, 16))),
    ("mardi 3", "Tuesday the 3rd", Window(at(2026, 3, 3), at(2026, 3, 4))),
    ("depuis le 16/03", "since 16/03", Window(at(2026, 3, 16), None)),
    ("12-mai-20", "12-May-20", Window(at(2020, 5, 12), at(2020, 5, 13))),
    ("2020-05", "2020/05", Window(at(2020, 5, 1), at(2020, 6, 1))),
    ("T3 2020", "Q3 2020", Window(at(2020, 7, 1), at(2020, 10, 1))),
    ("ce trimestre", "this quarter", Window(at(2026, 1, 1), at(2026, 4, 1))),
    ("le trimestre dernier", "last quarter", Window(at(2025, 10, 1), at(2026, 1, 1))),
    ("il y a deux lundis", "two Mondays ago", Window(at(2026, 3, 9), at(2026, 3, 10))),
    ("toute la semaine", "all week", Window(at(2026, 3, 16), MIDNIGHT)),
    ("ces quatorze derniers jours", "in the last fortnight", Window(at(2026, 3, 4), MIDNIGHT)),
    ("il y a deux semaines", "a fortnight ago", Window(at(2026, 3, 1), at(2026, 3, 8))),
    ("début de la semaine passée", "the beginning of the previous week", Window(at(2026, 3, 9), at(2026, 3, 12))),
    ("la veille du 12 mai 2020", "the day before 12 May 2020", Window(at(2020, 5, 11), at(2020, 5, 12))),
    ("le lendemain du 12 mai 2020", "the day after 12 May 2020", Window(at(2020, 5, 13), at(2020, 5, 14))),
]


@pytest.mark.parametrize(("french", "english", "window"), TWINS)
def test_a_french_question_asks_about_the_window_it_says(french: str, english: str, window: Window) -> None:
    assert asked(french) == window


@pytest.mark.parametrize(("french", "english", "window"), TWINS)
def test_an_english_question_asks_about_the_window_it_says(french: str, english: str, window: Window) -> None:
    assert asked(english) == window


def test_a_day_of_the_month_alone_is_the_last_such_day() -> None:
    assert asked("attaques depuis le 16") == Window(at(2026, 3, 16), None)


@pytest.mark.parametrize(
    ("question", "window"),
    [
        ("première quinzaine d'avril 2020", Window(at(2020, 4, 1), at(2020, 4, 16))),
        ("la deuxième quinzaine de février 2020", Window(at(2020, 2, 16), at(2020, 3, 1))),
    ],
)
def test_a_quinzaine_is_half_a_month(question: str, window: Window) -> None:
    assert asked(question) == window


def test_a_day_of_the_month_not_yet_come_is_last_month_s() -> None:
    assert asked("que s'est-il passé le 30 ?") == Window(at(2026, 1, 30), at(2026, 1, 31))


@pytest.mark.parametrize(
    "question",
    [
        "attaques près de Koro",
        "who may have claimed it?",
        "qui a été tué ?",
        "il y a eu des victimes ?",
        "une marche",
        "",
    ],
)
def test_a_question_without_a_date_has_no_window(question: str) -> None:
    assert asked(question) is None


@pytest.mark.parametrize(
    "question",
    ["latest attacks", "the newest attack", "most recent raids", "last attack near Koro", "dernières attaques",
     "le dernier raid", "les attaques les plus récentes", "quoi de neuf à Koro ?", "what’s new in Koro?"],
)  # fmt: skip
def test_words_of_the_newest_ask_for_the_latest_without_a_window(question: str) -> None:
    reading = read_window(question, NOW)
    assert (reading.latest, reading.window) == (True, None)


@pytest.mark.parametrize("question", ["who may play now?", "de quoi vivent-ils maintenant ?"])
def test_now_is_no_word_of_the_newest(question: str) -> None:
    assert not read_window(question, NOW).latest


@pytest.mark.parametrize(
    "question", ["attacks last week", "attaques du mois dernier", "ces dernières 24 heures", "last year"]
)
def test_a_window_counted_back_does_not_ask_for_the_latest(question: str) -> None:
    assert not read_window(question, NOW).latest


def test_the_latest_can_be_asked_within_a_window() -> None:
    reading = read_window("latest attacks in May 2020", NOW)
    assert (reading.latest, reading.window) == (True, Window(at(2020, 5, 1), at(2020, 6, 1)))


def test_the_spans_hold_the_preposition_and_the_words_of_the_newest() -> None:
    question = "dernières attaques depuis mardi près de Koro"
    spans = read_window(question, NOW).spans
    assert [question[span.start : span.end] for span in spans] == ["dernières", "depuis mardi"]


def test_two_phrases_with_a_time_in_common_ask_about_that_time() -> None:
    assert asked("attacks in 2020, in May 2020") == Window(at(2020, 5, 1), at(2020, 6, 1))


def test_two_phrases_with_no_time_in_common_ask_about_all_from_the_first_to_the_last() -> None:
    assert asked("attacks in 2014 and again in 2016") == Window(at(2014, 1, 1), at(2017, 1, 1))


def test_days_begin_at_the_midnight_of_the_time_zone() -> None:
    window = read_window("today", NOW, "Africa/Niamey").window
    assert window == Window(at(2026, 3, 17, 23), at(2026, 3, 18, 23))


@given(
    st.sampled_from([(french, english) for french, english, _ in TWINS]),
    st.builds(datetime.combine, st.dates(date(1998, 1, 1), date(2035, 1, 1)), st.times(), st.just(UTC)),
)
def test_both_languages_ask_about_the_same_window_whenever_they_ask(twins: tuple[str, str], now: datetime) -> None:
    assert asked(twins[0], now) == asked(twins[1], now)


@given(st.text(max_size=200))
def test_no_text_makes_the_reading_fail_and_its_spans_are_in_order(question: str) -> None:
    spans = read_window(question, NOW).spans
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(question) for edge in edges)


@pytest.mark.skipif(not CASES.exists(), reason="the date phrases for evaluation stand beside the checkout")
@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("fr", ["hier", "avant-hier", "cette semaine", "la semaine dernière", "le mois dernier", "3 mars 2015"]),
        ("en", ["yesterday", "last week", "last month", "last year", "this week", "march 3 2015"]),
    ],
)
def test_the_plain_forms_agree_with_another_reader_of_dates(language: str, wanted: list[str]) -> None:
    here = timezone(timedelta(hours=-2))
    reference = datetime(2013, 2, 12, 4, 30, tzinfo=here)
    groups = json.loads((CASES / f"{language}.json").read_text(encoding="utf-8"))
    said = {phrase: first_day(group["expected"]) for group in groups for phrase in group["phrases"] if phrase in wanted}
    windows = {phrase: read_window(phrase, reference, "Etc/GMT+2").window for phrase in wanted}
    starts = {phrase: w.start.astimezone(here).date() for phrase, w in windows.items() if w and w.start}
    assert starts == said


def first_day(expected: str) -> date:
    """The day of "datetime (2013, 2, 0, 0, 0, 0) Month", where 0 stands for the first."""
    year, month, day = (int(number) for number in expected.split("(")[1].split(",")[:3])
    return date(year, max(month, 1), max(day, 1))


@pytest.mark.parametrize(
    ("question", "window"),
    [
        ("attaques janvier", Window(at(2026, 1, 1), at(2026, 2, 1))),
        ("attacks january", Window(at(2026, 1, 1), at(2026, 2, 1))),
        ("enlèvements mai", Window(at(2025, 5, 1), at(2025, 6, 1))),
        ("attaques sur 30 jours", Window(at(2026, 2, 16), MIDNIGHT)),
        ("attaques en 24h", Window(at(2026, 3, 17, 15), MIDNIGHT)),
        ("ces dernières 24h", Window(at(2026, 3, 17, 15), MIDNIGHT)),
        ("attaques la sem dernière", Window(at(2026, 3, 9), at(2026, 3, 16))),
    ],
)
def test_a_time_typed_short_is_read(question: str, window: Window) -> None:
    assert asked(question) == window


@pytest.mark.parametrize(
    "question",
    [
        "may attack",
        "march for peace",
        "qui sont les Maï-Maï ?",
        "combien ont été vendus en une semaine ?",
        "une dette sur trois ans",
        "attaque à 05h20",
    ],
)
def test_what_only_looks_like_a_time_is_none(question: str) -> None:
    assert asked(question) is None
