"""A question understood: each room's words read, the topic left over."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gazetteer import Gazetteer, GazetteerEntry
from index.incidents import covers
from index.model import Circle, ClaimVerb, Intent, Kind, Place, Query
from index.query import LONGEST_QUESTION, detect_language, parse

NOW = datetime(2026, 3, 18, 15, 0, tzinfo=UTC)  # a Wednesday


@cache
def gazetteer() -> Gazetteer:
    mali = Place(1, "Mali", 17.0, -4.0, "ML", feature="A.PCLI", population=20_000_000)
    towns = (
        Place(2, "Bamako", 12.65, -8.0, "ML", "01", feature="P.PPLC", population=1_800_000),
        Place(3, "Gao", 16.27, -0.04, "ML", "09", feature="P.PPLA", population=86_000),
        Place(4, "Mopti", 14.49, -4.18, "ML", "04", feature="P.PPLA", population=114_000),
    )
    return Gazetteer.from_entries(GazetteerEntry(place, (place.name,)) for place in (mali, *towns))


def read(question: str, language: str | None = None) -> Query:
    return parse(question, NOW, language, gazetteer())


@pytest.mark.parametrize(
    "question",
    [
        "attack on the army camp near Gao",
        "attaque contre le camp de l'armée près de Gao",
        "police station attacked in Gao",
        "attaques contre un poste de police à Gao",
    ],
)
def test_whose_premises_were_attacked_is_no_actor_asked_about(question: str) -> None:
    assert read(question).actors == ()


@pytest.mark.parametrize("question", ["attacks by the army near Gao", "attaques de l'armée près de Gao"])
def test_who_attacks_is_an_actor_asked_about(question: str) -> None:
    assert read(question).actors == ("army",)


@pytest.mark.parametrize(
    "question",
    [
        "latest attacks near Bamako",
        "dernières attaques près de Bamako",
        "what are the latest attacks around Bamako?",
        "quelles sont les dernières attaques autour de Bamako ?",
        "tell me about kidnappings near Gao since Tuesday",
        "y a-t-il eu des enlèvements près de Gao depuis mardi ?",
        "attacks within 80 km of Mopti in January 2015",
        "attaques à moins de 80 km de Mopti en janvier 2015",
        "que s'est-il passé à Gao hier ?",
        "what happened in Gao yesterday?",
    ],
)
def test_a_question_of_place_time_and_kind_alone_has_no_topic_and_wants_the_newest(question: str) -> None:
    query = read(question)
    assert (query.topic, query.intent) == ("", Intent.LATEST)


def test_the_topic_is_what_no_room_has_read_with_its_accents() -> None:
    assert read("Qui réclame la réouverture du pont près de Gao depuis mardi ?").topic == "réclame réouverture pont"


def test_a_question_with_a_topic_wants_the_best_match() -> None:
    assert read("why was the bridge near Gao closed?").intent is Intent.RELEVANT


def test_the_newest_is_wanted_where_it_is_asked_for_whatever_the_topic() -> None:
    assert read("latest on the bridge at Gao").intent is Intent.LATEST


def test_the_words_about_an_actor_stay_in_the_topic_beside_others() -> None:
    assert read("MNLA colonel who deserted").topic == "MNLA colonel deserted"


def test_the_words_about_an_actor_alone_are_no_topic() -> None:
    query = read("attaques du JNIM près de Gao")
    assert (query.topic, query.actors, query.intent) == ("", ("jnim",), Intent.LATEST)


def test_asking_who_claims_wants_the_passage_that_says_so() -> None:
    query = read("qui a revendiqué les attaques ?")
    assert (query.verbs, query.intent) == ((ClaimVerb.CLAIMS,), Intent.RELEVANT)


def test_a_broad_word_covers_every_armed_violence() -> None:
    assert set(read("attacks near Gao").kinds) == covers(Kind.ATTACK)


def test_words_of_time_are_no_place_that_is_unknown() -> None:
    assert read("attaques autour du 12 mai").unplaced == ()


def test_a_place_that_no_gazetteer_knows_gives_no_area_and_is_told() -> None:
    query = read("attacks near Zorblaville")
    assert (query.area, query.unplaced, [note.key for note in query.notes][:1]) == (
        None,
        ("Zorblaville",),
        ["unknown_place"],
    )


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("qui a fermé le pont", "fr"),
        ("who closed the bridge", "en"),
        ("attaques à Gao", "fr"),
        ("attacks in Gao", "en"),
        ("Gao", "en"),
        ("l’enlèvement", "fr"),
        ("manif a Bamako contre l'insecurite", "fr"),
    ],
)
def test_the_language_is_guessed_from_the_small_words(question: str, language: str) -> None:
    assert detect_language(question) == language


def test_the_language_given_wins_over_the_one_guessed() -> None:
    assert read("attaques près de Gao", "en").language == "en"


def test_the_first_thousand_characters_of_a_question_count() -> None:
    assert len(read("a" * (LONGEST_QUESTION + 500)).text) == LONGEST_QUESTION


@pytest.mark.parametrize("question", ["", " ", "?!", "\n\n"])
def test_a_question_that_says_nothing_asks_for_nothing(question: str) -> None:
    query = read(question)
    assert (query.topic, query.kinds, query.area, query.window, query.intent) == ("", (), None, None, Intent.RELEVANT)


KINDS = [("attaques", "attacks"), ("enlèvements", "kidnappings"), ("manifestations", "protests")]
PLACES = [
    ("près de Gao", "near Gao"),
    ("à moins de 30 km de Mopti", "within 30 km of Mopti"),
    ("autour de Bamako", "around Bamako"),
]
TIMES = [
    ("depuis mardi", "since Tuesday"),
    ("en janvier 2015", "in January 2015"),
    ("cette semaine", "this week"),
    ("", ""),
]


@given(st.sampled_from(KINDS), st.sampled_from(PLACES), st.sampled_from(TIMES))
def test_both_languages_are_understood_alike(
    kind: tuple[str, str], place: tuple[str, str], time: tuple[str, str]
) -> None:
    french, english = (read(f"{kind[i]} {place[i]} {time[i]}") for i in (0, 1))
    assert isinstance(french.area, Circle)
    assert (french.kinds, french.area, french.window, french.topic) == (english.kinds, english.area, english.window, "")


@given(st.text(max_size=300))
def test_no_text_makes_the_reading_fail(question: str) -> None:
    assert read(question).text == question


@given(
    st.lists(
        st.sampled_from(
            [
                "attaques",
                "near",
                "Gao",
                "depuis",
                "mardi",
                "qui",
                "a",
                "JNIM",
                "pont",
                "12",
                "mai",
                "within",
                "km",
                "of",
                "l’",
                "?",
                "bridge",
            ]
        )
    )
)
def test_every_word_of_the_topic_is_a_word_of_the_question(words: list[str]) -> None:
    question = " ".join(words)
    assert set(read(question).topic.split()) <= set(question.replace("l’", " ").split())


def test_a_namesake_where_the_collection_tells_of_happenings_is_meant() -> None:
    here = Place(10, "Tarka", 15.0, 5.0, "NE", feature="P.PPL")
    there = Place(11, "Tarka", 8.0, 8.0, "NG", feature="P.PPL")
    places = Gazetteer.from_entries(GazetteerEntry(place, (place.name,)) for place in (here, there))
    for one in (here, there):
        area = parse("attaques près de Tarka", NOW, None, places, named={one.geoname_id: 3}).area
        assert isinstance(area, Circle)
        assert (area.lat, area.lon) == (one.lat, one.lon)


@pytest.mark.parametrize("question", ["what did Goïta say?", "que dit Goïta ?"])
def test_who_is_said_to_say_something_stays_the_topic(question: str) -> None:
    assert read(question).topic == "Goïta"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("bilan attaque Gao", "morts"),
        ("bilan de l'attaque du convoi à Gao", "convoi morts"),
        ("dernier bilan à Gao", "morts"),
        ("death toll Gao", "dead"),
        ("death toll of the JNIM in Gao", "dead"),
        ("toll of the ambush near Gao", "dead"),
    ],
)
def test_a_count_asked_for_without_how_many_is_looked_for_as_the_dead(question: str, topic: str) -> None:
    query = read(question)
    assert (query.asks_toll, query.topic) == (True, topic)


@pytest.mark.parametrize("question", ["bilan du ministre à Gao", "who attacked the toll post near Gao"])
def test_a_balance_sheet_and_a_toll_road_ask_for_no_dead(question: str) -> None:
    query = read(question)
    assert not query.asks_toll
    assert {"dead", "morts"}.isdisjoint(query.topic.split())


@pytest.mark.parametrize(
    "question", ["attaques avec un bilan de plus de 3 morts à Gao", "attacks with a death toll of at least 4 in Gao"]
)
def test_a_least_toll_is_no_question_how_many(question: str) -> None:
    query = read(question)
    assert (query.least_toll, query.asks_toll) == (4, False)
