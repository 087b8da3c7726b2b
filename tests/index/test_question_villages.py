"""Villages in questions: what people are called, and what is written as phones write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.gazetteer import Gazetteer, GazetteerEntry
from index.model import Place, Query
from index.query import parse
from tests.index.small_gazetteer import BAMAKO, GAO

VILLAGES = [
    Place(901, "Farabougou", 14.9, -6.1, "ML", "05", feature="P.PPL"),
    Place(902, "Koufa", 14.4, -4.2, "ML", "04", feature="P.PPL"),
    Place(903, "Plateau", 12.6, -8.0, "ML", "01", feature="P.PPL"),
    Place(904, "Dupont", 47.1, -122.6, "US", "WA", feature="P.PPL", population=9_000),
]
GAZETTEER = Gazetteer.from_entries(GazetteerEntry(place) for place in (BAMAKO, GAO, *VILLAGES))


def understood(question: str) -> Query:
    return parse(question, datetime(2026, 11, 23, tzinfo=UTC), None, GAZETTEER, named={BAMAKO.geoname_id: 9})


def named_area(question: str) -> str | None:
    area = understood(question).area
    return area.name if area else None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Amadou Koufa", "Amadou Koufa"),
        ("who is Amadou Koufa?", "Amadou Koufa"),
        ("enlèvement de Jean Dupont", "Jean Dupont"),
        ("colonel Koufa", "colonel Koufa"),
    ],
)
def test_who_is_called_like_a_village_is_nowhere(question: str, name: str) -> None:
    query = understood(question)
    assert (query.area, query.topic) == (None, name)


@pytest.mark.parametrize("question", ["pourquoi Koufa s'est fait arrêter ?", "Koufa said what?", "Koufa est mort ?"])
def test_who_does_what_only_people_do_is_no_village(question: str) -> None:
    assert named_area(question) is None


@pytest.mark.parametrize(
    "question", ["Attaque Koufa", "JNIM Koufa", "Nouvelles Koufa", "show me Koufa", "attaque, Koufa"]
)
def test_a_village_beside_what_happened_is_a_place(question: str) -> None:
    assert named_area(question) == "Koufa"


@pytest.mark.parametrize("question", ["Moussa Gao", "imam Gao", "Situation Gao"])
def test_a_town_is_a_place_whatever_stands_before_it(question: str) -> None:
    assert named_area(question) == "Gao"


@pytest.mark.parametrize(
    "question",
    [
        "farabougou",
        "Farabougou",
        "attaque farabougou",
        "attaque à farabougou",
        "attack in farabougou since tuesday",
        "qui a revendiqué l'attaque de farabougou",
        "Farabougou attaques",
        "nouvelles de farabougou",
    ],
)
def test_a_village_is_found_as_a_phone_writes_it(question: str) -> None:
    assert (named_area(question) or "").lower() == "farabougou"


@pytest.mark.parametrize(
    "question",
    [
        "prix du mil farabougou",  # what else is asked may be its meaning
        "attaque koufa",  # short words of small letters are rarely names
        "attaque du plateau",
    ],
)
def test_a_word_that_may_mean_anything_is_no_village(question: str) -> None:
    assert named_area(question) is None


def test_small_words_are_no_town() -> None:
    town = Place(905, "A Des", 43.0, 5.0, "FR", feature="P.PPL", population=30_000)
    gazetteer = Gazetteer.from_entries(GazetteerEntry(place) for place in (BAMAKO, town))
    asked = parse("qui a des blessés ?", datetime(2026, 11, 23, tzinfo=UTC), None, gazetteer)
    assert asked.area is None
