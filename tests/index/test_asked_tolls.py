"""From how many dead."""

from __future__ import annotations

import pytest

from index.asked_tolls import read_count, read_toll


@pytest.mark.parametrize(
    ("question", "least", "words"),
    [
        ("attaques ayant fait plus de 10 morts au Mali", 11, " ayant fait plus de 10 morts"),
        ("attacks with at least 5 killed near Gao", 5, " with at least 5 killed"),
        ("attaques à partir de cinq morts", 5, " à partir de cinq morts"),
        ("attacks that killed more than twenty people", 21, "that killed more than twenty people"),
        ("attaques qui ont tué au moins 3 soldats", 3, "qui ont tué au moins 3 soldats"),
        ("clashes with 20 or more dead", 20, " with 20 or more dead"),
        ("embuscades, 3 morts ou plus", 3, ", 3 morts ou plus"),
        ("clashes 3+ killed", 3, " 3+ killed"),
        ("attacks with a death toll of at least 3 in Mali", 3, "with a death toll of at least 3"),
        ("attaques avec un bilan de plus de 3 morts", 4, " plus de 3 morts"),
        ("attaques de plus de 10 assaillants", None, ""),
        ("10 dead in Gao", None, ""),
        ("attacks in the last 5 days", None, ""),
    ],
)
def test_a_least_toll_is_read_with_its_words(question: str, least: int | None, words: str) -> None:
    reading = read_toll(question)
    assert reading.least == least
    assert "".join(question[span.start : span.end] for span in reading.spans) == words


@pytest.mark.parametrize(
    "question",
    [
        "combien de morts à Gao ?",
        "combien de bergers ont été tués à Gao ?",
        "how many people died in Gao?",
        "quel bilan ?",
    ],
)
def test_asking_how_many_died_is_understood(question: str) -> None:
    assert read_count(question).certain


@pytest.mark.parametrize("question", ["combien de villages ?", "who was killed in Gao?", "how far is Gao?"])
def test_asking_something_else_is_not(question: str) -> None:
    assert not read_count(question).certain


@pytest.mark.parametrize(
    ("question", "words", "told"),
    [
        ("bilan de l'attaque de Gao", "bilan", "morts"),
        ("Bilan humain à Gao ?", "Bilan humain", "morts"),
        ("quel est le bilan à Gao ?", "quel est le bilan", "morts"),
        ("what was the death toll in Gao?", "what was the death toll", "dead"),
        ("toll of the attack", "toll", "dead"),
        ("combien de bergers ont été tués à Gao ?", "combien de bergers ont été tués", ""),
        ("how many people died in Gao?", "how many people died", ""),
    ],
)
def test_the_words_for_a_count_are_found_with_what_tells_it(question: str, words: str, told: str) -> None:
    reading = read_count(question)
    assert "".join(question[span.start : span.end] for span in reading.spans) == words
    assert reading.told == told


@pytest.mark.parametrize(
    "question", ["who attacked the toll post near Bamako", "toll-booth robbed", "toll road to Gao"]
)
def test_where_a_toll_is_taken_no_count_is_asked_for(question: str) -> None:
    assert not read_count(question).spans
