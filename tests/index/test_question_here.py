"""Where the person who asks stands, as a question tells it."""

from __future__ import annotations

import pytest

from index.geometry import distance_km
from index.model import Circle
from index.question_places import AreaReading, read_area
from tests.index.small_gazetteer import (
    GAZETTEER,
)


def _read(question: str) -> AreaReading:
    return read_area(question, GAZETTEER)


STANDING = (14.2, -3.4)


def _read_there(question: str) -> AreaReading:
    return read_area(question, GAZETTEER, here=STANDING)


def _notes(question: str) -> dict[str, dict[str, object]]:
    return {note.key: dict(note.values) for note in _read(question).notes}


@pytest.mark.parametrize(
    ("question", "radius_km"),
    [
        ("latest attacks near me", 50),
        ("dernières attaques près de moi", 50),
        ("kidnappings around me this week", 50),
        ("que se passe-t-il autour de moi ?", 50),
        ("attaques près d’ici", 50),
        ("what happened here?", 50),
        ("que s'est-il passé ici ?", 50),
        ("attacks within 20 km of me", 20),
        ("attaques à moins de 20 km d'ici", 20),
        ("attaques dans un rayon de 20 km autour de ma position", 20),
    ],
)
def test_near_me_is_a_circle_round_the_point_given(question: str, radius_km: float) -> None:
    area = _read_there(question).area
    assert isinstance(area, Circle)
    assert (area.lat, area.lon, area.radius_km) == (*STANDING, radius_km)


@pytest.mark.parametrize(
    "question", ["attacks near me", "près de moi", "à moins de 20 km d'ici", "40 km north of me", "what happened here?"]
)
def test_a_question_near_who_asks_needs_to_know_where_that_is(question: str) -> None:
    told = [[note.key for note in read(question).notes] for read in (_read, _read_there)]
    assert told == [["location_missing"], []]


@pytest.mark.parametrize("question", ["attacks near me", "près de moi", "à moins de 20 km d'ici"])
def test_the_place_of_who_asks_has_no_name(question: str) -> None:
    area = _read_there(question).area
    assert area is not None
    assert area.name == ""


@pytest.mark.parametrize("question", ["attacks 30 km north of me", "attaques à 30 km au nord d'ici"])
def test_a_relation_may_start_from_the_point_given(question: str) -> None:
    area = _read_there(question).area
    assert isinstance(area, Circle)
    assert distance_km(*STANDING, area.lat, area.lon) == pytest.approx(30, abs=0.1)


@pytest.mark.parametrize(
    "question",
    [
        "latest attacks near me",
        "attaques près de moi",
        "attaques à moins de 20 km d'ici",
        "attacks 30 km north of me",
        "attaques à 30 km au nord d'ici",
    ],
)
def test_without_a_point_near_me_asks_for_one_and_finds_nothing(question: str) -> None:
    reading = _read(question)
    assert (reading.area, _notes(question), reading.unplaced) == (None, {"location_missing": {}}, ("",))


@pytest.mark.parametrize("question", ["tell me about the attacks near Gao", "dites-moi les attaques près de Gao"])
def test_who_asks_is_no_place(question: str) -> None:
    area = _read_there(question).area
    assert isinstance(area, Circle)
    assert area.name == "Gao"


def test_by_friday_is_no_place() -> None:
    assert _read_there("que fera l'armée d'ici vendredi ?") == AreaReading()
