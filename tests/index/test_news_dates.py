"""The day that a sentence and a dispatch are news of: old news recalled, and days of saying, left aside."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from index.dates import dispatch_happened, happened_in, mark_dates, recalls
from index.model import Happened, Precision
from index.text import sentences

WEDNESDAY = datetime(2026, 3, 18, 15, 0, tzinfo=UTC)


def days_of(happened: Happened) -> tuple[date, date]:
    return happened.start.date(), (happened.end - timedelta(seconds=1)).date()


def first_sentence_happened(body: str) -> Happened | None:
    return happened_in(body, sentences(body)[0], mark_dates(body, WEDNESDAY, None), WEDNESDAY)


@pytest.mark.parametrize(
    "body",
    [
        "Une attaque a eu lieu mardi. Depuis 2012, le pays est en crise.",
        "An attack took place on Tuesday. Fighting has gone on since 2012.",
        "Une attaque a eu lieu mardi. En janvier dernier, six hommes avaient péri.",
        "An attack took place on Tuesday. In January a bomb killed nine.",
        "Une attaque a eu lieu mardi. Il y a un mois, des combats avaient éclaté.",
        "An attack took place on Tuesday. Raids have grown in recent years.",
        "Une attaque a eu lieu mardi. Onze jours plus tôt, le camp avait été visé.",
        "An attack took place on Tuesday. Rebels left the town last year.",
        "Une attaque a eu lieu mardi. Le 3 novembre, un convoi avait sauté.",
        "Une attaque a eu lieu mardi. Les rebelles avaient pris le nord en 2020 et 2021.",
    ],
)
def test_old_news_recalled_is_background_and_the_news_is_not(body: str) -> None:
    assert [one.background for one in mark_dates(body, WEDNESDAY, None)] == [False, True]


@pytest.mark.parametrize(
    "body",
    [
        "En janvier 2013, des hommes armés ont attaqué le poste.",
        "On 28 April 2020, gunmen attacked the post.",
        "Arrests: On April 28, soldiers took three men.",
        "L'attaque de la semaine dernière a fait six morts.",
        "Six men were killed in fighting that has raged since Monday.",
    ],
)
def test_the_date_that_the_news_itself_carries_is_not_background(body: str) -> None:
    assert [one.background for one in mark_dates(body, WEDNESDAY, None)] == [False]


def test_days_earlier_count_from_the_news_and_not_from_publication() -> None:
    body = "Le convoi est tombé lundi dans une embuscade. Trois jours plus tôt, le camp avait été visé."
    assert days_of(mark_dates(body, WEDNESDAY, None)[1].happened)[0] == date(2026, 3, 13)


@pytest.mark.parametrize(
    "body",
    [
        "Des hommes armés ont attaqué lundi le poste, a indiqué mercredi l'armée.",
        "Des hommes armés ont attaqué lundi le poste, ont affirmé la police et des habitants mercredi matin.",
        "Six civils ont été tués lundi, a-t-on appris mercredi.",
        "Gunmen attacked the post on Monday, the army said on Wednesday.",
        "Two sources told Example Wire on Wednesday that the post was attacked on Monday.",
        "Dans un communiqué publié mercredi, le groupe revendique l'attaque de lundi.",
        "Mercredi, l'armée a reconnu que son poste était tombé lundi.",
        "GAO, 18 mars (Agence Exemple) - Un poste a été attaqué lundi.",
        "In a video posted online on Tuesday, the group said it had carried out Monday's ambush.",
        "Lors d'une conférence de presse mercredi, le maire a décrit l'assaut de lundi.",
        "Ten people died on Monday when a bus hit a mine, the governor told a news conference on Tuesday.",
        "L'attaque, survenue lundi et revendiquée mardi par un groupe inconnu, a fait quatre morts.",
    ],
)
def test_the_day_of_the_happening_wins_over_the_day_it_was_told(body: str) -> None:
    told = first_sentence_happened(body)
    assert told is not None
    assert days_of(told) == (date(2026, 3, 16), date(2026, 3, 16))


@pytest.mark.parametrize(
    "body",
    [
        "L'armée a accusé mercredi les rebelles d'avoir tué six civils.",
        "The army said on Wednesday that gunmen had killed six people.",
        "Aucun bilan n'était disponible mercredi matin.",
        "The junta on Wednesday denounced what it called a cowardly attack.",
        "L'organisation s'est dite mercredi préoccupée par ces violences.",
        "Interrogé mercredi, un porte-parole a refusé de commenter l'attaque.",
        "L'attaque n'avait pas été revendiquée mercredi.",
    ],
)
def test_a_sentence_that_dates_only_the_saying_does_not_date_the_happening(body: str) -> None:
    assert first_sentence_happened(body) is None


def test_an_attack_that_claimed_lives_is_no_claim() -> None:
    told = first_sentence_happened("The attack on Tuesday claimed six lives.")
    assert told is not None
    assert days_of(told) == (date(2026, 3, 17), date(2026, 3, 17))


def test_a_sentence_of_old_news_keeps_its_old_date() -> None:
    body = "Un poste est tombé mardi. En janvier, six hommes avaient péri."
    marked = mark_dates(body, WEDNESDAY, None)
    told = happened_in(body, sentences(body)[1], marked, WEDNESDAY)
    assert told is not None
    assert days_of(told) == (date(2026, 1, 1), date(2026, 1, 31))


@pytest.mark.parametrize(
    "body",
    [
        "Troops freed a man who had been kidnapped in 2011.",
        "Troops freed a man kidnapped on 5 May 2011.",
        "L'armée a repris la ville, tenue par les rebelles depuis le 5 janvier.",
    ],
)
def test_the_first_sentence_is_news_whatever_it_recalls(body: str) -> None:
    marked = mark_dates(body, WEDNESDAY, None)
    (sentence,) = sentences(body)
    assert (recalls(body, sentence, marked), happened_in(body, sentence, marked, WEDNESDAY)) == (False, None)


def test_a_day_to_come_dates_nothing() -> None:
    assert first_sentence_happened("Le conseil se tiendra samedi.") is None


def test_a_sentence_with_only_old_dates_recalls() -> None:
    body = "Un poste est tombé mardi. Depuis 2012, le pays est en crise."
    marked = mark_dates(body, WEDNESDAY, None)
    assert [recalls(body, one, marked) for one in sentences(body)] == [False, True]


def test_a_dispatch_happened_on_the_first_day_of_its_news() -> None:
    body = "L'armée a annoncé mercredi un bilan. Depuis 2012, le pays est en crise. Le poste est tombé lundi soir."
    told = dispatch_happened(body, mark_dates(body, WEDNESDAY, None), WEDNESDAY)
    assert told is not None
    assert days_of(told)[0] == date(2026, 3, 16)


def test_a_finer_date_within_a_coarse_one_dates_the_dispatch() -> None:
    body = "A woman hurt this week has died, a doctor said on Wednesday. The bus blew up on Monday morning."
    told = dispatch_happened(body, mark_dates(body, WEDNESDAY, None), WEDNESDAY)
    assert told is not None
    assert days_of(told) == (date(2026, 3, 16), date(2026, 3, 16))


def test_a_dispatch_that_dates_only_its_saying_happened_that_day() -> None:
    body = "The army said on Tuesday that gunmen had killed six people."
    told = dispatch_happened(body, mark_dates(body, WEDNESDAY, None), WEDNESDAY)
    assert told is not None
    assert days_of(told) == (date(2026, 3, 17), date(2026, 3, 17))


def test_a_dispatch_without_a_date_happened_in_the_week_before_it() -> None:
    told = dispatch_happened("Six men were killed near the river.", (), WEDNESDAY)
    assert told == Happened(datetime(2026, 3, 12, tzinfo=UTC), datetime(2026, 3, 19, tzinfo=UTC), Precision.WEEK)


@pytest.mark.parametrize("published_at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_publication_at_the_ends_of_the_calendar_is_not_believed(published_at: datetime) -> None:
    marked = mark_dates("Tués mardi et hier, en 2012.", published_at, "fr")
    assert [days_of(one.happened) for one in marked] == [(date(2012, 1, 1), date(2012, 12, 31))]


def test_an_undated_dispatch_without_a_date_happened_at_no_known_time() -> None:
    assert dispatch_happened("Six men were killed near the river.", (), None) is None


def test_a_late_report_is_judged_from_the_day_it_tells() -> None:
    body = "On 28 April 2020, gunmen attacked the post. Three of them died on 1 May 2020. The post was built in 2018."
    assert [one.background for one in mark_dates(body, WEDNESDAY, "en")] == [False, False, True]
