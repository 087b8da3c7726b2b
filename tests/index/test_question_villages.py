"""Villages in questions: what people are called, and what is written as phones write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.asked_names import Question
from index.asked_people import is_surname
from index.gazetteer import Gazetteer, GazetteerEntry
from index.model import Circle, Place, Query, Unit
from index.names import longest_name, words_of
from index.query import parse
from index.text import fold_aligned
from tests.index.small_gazetteer import BAMAKO, GAO, MALI

NOW = datetime(2026, 11, 23, tzinfo=UTC)
VILLAGES = [
    Place(901, "Farabougou", 14.9, -6.1, "ML", "05", feature="P.PPL"),
    Place(902, "Koufa", 14.4, -4.2, "ML", "04", feature="P.PPL"),
    Place(903, "Plateau", 12.6, -8.0, "ML", "01", feature="P.PPL"),
    Place(907, "Macina", 14.1, -5.4, "ML", "05", feature="P.PPLA2", population=20_000),
    Place(908, "Ouro", 14.2, -4.0, "ML", "04", feature="P.PPLA3", population=9_000),
    Place(905, "Douane", 13.9, 13.0, "NE", "02", feature="P.PPL"),
    Place(904, "Dupont", 47.1, -122.6, "US", "WA", feature="P.PPL", population=9_000),
]
GAZETTEER = Gazetteer.from_entries(
    [GazetteerEntry(MALI, ("Mali",)), *(GazetteerEntry(place) for place in (BAMAKO, GAO, *VILLAGES))]
)


def understood(question: str) -> Query:
    return parse(question, NOW, None, GAZETTEER, named={BAMAKO.geoname_id: 9})


def named_area(question: str) -> str | None:
    area = understood(question).area
    return area.name if area else None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Amadou Koufa", "Amadou Koufa"),
        ("who is Amadou Koufa?", "Amadou Koufa"),
        ("enlèvement de Jean Dupont", "Jean Dupont"),
        ("amadou koufa", "amadou koufa"),
        ("colonel Koufa", "colonel Koufa"),
        ("M. Koufa", "Koufa"),
        ("qui est Hamma Koufa ?", "Hamma Koufa"),
    ],
)
def test_who_is_called_like_a_village_is_nowhere(question: str, name: str) -> None:
    query = understood(question)
    assert (query.area, query.topic) == (None, name)


@pytest.mark.parametrize("question", ["pourquoi Koufa s'est fait arrêter ?", "Koufa said what?", "Koufa est mort ?"])
def test_who_does_what_only_people_do_is_no_village(question: str) -> None:
    assert named_area(question) is None


@pytest.mark.parametrize(
    "question",
    ["Attaque Koufa", "JNIM Koufa", "Nouvelles Koufa", "show me Koufa", "attaque, Koufa", "Attaque Village Koufa"],
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
        "combien de morts à farabougou",
        "attaque village farabougou",
        "attaque farabougou mali",
    ],
)
def test_a_village_is_found_as_a_phone_writes_it(question: str) -> None:
    assert (named_area(question) or "").lower() == "farabougou"


@pytest.mark.parametrize(
    "question",
    [
        "prix du mil farabougou",  # what else is asked may be its meaning
        "attaque du plateau",
        "attaque de la douane",
        "Enlèvement Mohamed",
    ],
)
def test_a_word_that_may_mean_anything_is_no_village(question: str) -> None:
    assert named_area(question) is None


def test_small_words_are_no_town() -> None:
    town = Place(906, "A Des", 12.0, -8.0, "ML", feature="P.PPL", population=30_000)
    gazetteer = Gazetteer.from_entries(GazetteerEntry(place) for place in (BAMAKO, town))
    assert parse("qui a des blessés ?", NOW, None, gazetteer, named={BAMAKO.geoname_id: 9}).area is None


@pytest.mark.parametrize("question", ["Blocus Koufa", "BLOCUS FARABOUGOU", "Qui Contrôle Farabougou"])
def test_the_capital_of_a_first_word_tells_no_name(question: str) -> None:
    asked = Question(question, fold_aligned(question), tuple(words_of(question)), GAZETTEER, frozenset({"ML"}), {})
    last = len(asked.words) - 1
    found = longest_name(question, asked.words, last, GAZETTEER, any_case=True)
    assert found is not None
    assert not is_surname(asked, last, found[1])


@pytest.mark.parametrize("question", ["katiba macina", "Katiba Macina attaques", "attaque de Sinda-Ouro"])
def test_a_part_of_another_name_is_no_place(question: str) -> None:
    assert named_area(question) is None


def test_a_capital_that_stands_for_its_government_is_a_place() -> None:
    moscow = Place(909, "Moscow", 55.75, 37.62, "RU", feature="P.PPLC", population=10_000_000)
    gazetteer = Gazetteer.from_entries(GazetteerEntry(place) for place in (BAMAKO, moscow))
    assert isinstance(parse("attack in Moscow", NOW, None, gazetteer).area, Circle)


def test_a_town_beside_its_namesake_is_a_place() -> None:
    assert named_area("katiba macina Gao") == "Gao"


@pytest.mark.parametrize(
    "question", ["attaques région de Gao", "attaques dans la région de Gao", "attacks region of Gao"]
)
def test_what_an_area_is_called_is_no_topic(question: str) -> None:
    query = understood(question)
    assert (query.topic, type(query.area)) == ("", Unit)


@pytest.mark.parametrize(
    "question", ["attaque ouaga", "attaques à Bobo", "attaques à Bobo-Dioulasso", "bobo dioulasso"]
)
def test_a_great_town_is_known_by_its_short_name(question: str) -> None:
    ouaga = Place(910, "Ouagadougou", 12.37, -1.52, "BF", feature="P.PPLC", population=2_000_000)
    bobo = Place(911, "Bobo-Dioulasso", 11.18, -4.3, "BF", feature="P.PPLA", population=1_000_000)
    village = Place(912, "Bobo", 12.2, -4.1, "BF", feature="P.PPL")
    gazetteer = Gazetteer.from_entries(GazetteerEntry(place) for place in (BAMAKO, ouaga, bobo, village))
    area = parse(question, NOW, None, gazetteer, named={BAMAKO.geoname_id: 9}).area
    assert isinstance(area, Circle)
    assert area.lat == (ouaga.lat if "ouaga" in question else bobo.lat)
