"""The borders that a question asks about."""

from __future__ import annotations

import pytest

from index.borders import nearest_point
from index.geometry import distance_km
from index.model import Borderland, Shape, Unit
from index.question_places import AreaReading, read_area
from tests.index.small_gazetteer import GAO, GAZETTEER


def _read(question: str) -> AreaReading:
    return read_area(question, GAZETTEER)


def _notes(question: str) -> dict[str, dict[str, object]]:
    return {note.key: dict(note.values) for note in _read(question).notes}


@pytest.mark.parametrize(
    ("question", "borders", "name"),
    [
        ("attacks near the border between Mali and Niger", ("ML-NE",), "the border between Mali and Niger"),
        ("attaques à la frontière entre le Mali et le Niger", ("ML-NE",), "la frontière entre le Mali et le Niger"),
        ("attacks along the Mali-Niger border", ("ML-NE",), "the Mali-Niger border"),
        ("attacks near Mali's border with Algeria", ("DZ-ML",), "Mali's border with Algeria"),
        ("attaques à la frontière algéro-malienne hier", ("DZ-ML",), "la frontière algéro-malienne"),
        ("attaques frontière Mali-Burkina", ("BF-ML",), "frontière Mali-Burkina"),
        ("attacks mali niger border", ("ML-NE",), "mali niger border"),
        ("attacks on both sides of the Malian-Algerian border", ("DZ-ML",), "the Malian-Algerian border"),
        ("attaques dans la zone frontalière entre le Mali et le Burkina Faso", ("BF-ML",), None),
    ],
)
def test_a_border_is_the_land_along_it(question: str, borders: tuple[str, ...], name: str | None) -> None:
    area = _read(question).area
    assert isinstance(area, Borderland)
    assert (area.borders, area.radius_km) == (borders, 50.0)
    assert name in (None, area.name)


@pytest.mark.parametrize(
    "question",
    ["attacks near the border with Niger", "attaques à la frontière nigérienne", "attacks on Niger's border"],
)
def test_of_one_country_named_every_border_is_meant(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Borderland)
    assert set(area.borders) == {"BF-NE", "BJ-NE", "DZ-NE", "LY-NE", "ML-NE", "NE-NG", "NE-TD"}


@pytest.mark.parametrize(
    ("question", "radius_km"),
    [
        ("attacks within 20 km of the Mali-Niger border", 20),
        ("attaques à moins de 20 km de la frontière entre le Mali et le Niger", 20),
        ("attaques dans un rayon de 20 km autour de la frontière entre le Mali et le Niger", 20),
        ("attacks within 10 miles of the Mali-Niger border", 16.09),
    ],
)
def test_a_distance_to_a_border_is_its_reach(question: str, radius_km: float) -> None:
    area = _read(question).area
    assert isinstance(area, Borderland)
    assert area.radius_km == pytest.approx(radius_km, abs=0.01)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("attacks in Mali near the border with Niger", ("ML",)),
        ("attaques près de la frontière avec le Niger, au Mali", ("ML",)),
        ("attacks on the Niger side of the border with Mali", ("NE",)),
        ("enlèvements dans la région de Ménaka près de la frontière avec le Niger", ("ML", "12070577")),
    ],
)
def test_a_unit_beside_a_border_gives_its_other_side_and_its_limits(question: str, codes: tuple[str, ...]) -> None:
    area = _read(question).area
    assert isinstance(area, Borderland)
    assert isinstance(area.inside, Unit)
    assert (area.borders, area.inside.codes) == (("ML-NE",), codes)


@pytest.mark.parametrize("question", ["attacks near the border", "attaques près de la frontière"])
def test_a_border_of_no_country_is_asked_about(question: str) -> None:
    reading = _read(question)
    assert (reading.area, _notes(question)) == (None, {"which_border": {}})


def test_countries_that_share_no_border_are_owned_up_to() -> None:
    assert _notes("attaques à la frontière entre le Burkina et l'Algérie") == {
        "unknown_place": {"name": "la frontière entre le Burkina et l'Algérie"}
    }


@pytest.mark.parametrize("question", ["who closed the border with Niger?", "fermeture de la frontière avec le Niger"])
def test_a_border_that_is_closed_is_no_place(question: str) -> None:
    assert not isinstance(_read(question).area, Borderland)


@pytest.mark.parametrize(
    "question", ["attacks in Gao, near the border with Niger", "attaques à Gao, près de la frontière avec le Niger"]
)
def test_a_town_named_beside_a_border_is_still_read(question: str) -> None:
    area = _read(question).area
    assert area is not None
    assert area.name == "Gao"


@pytest.mark.parametrize(
    "question",
    [
        "attacks between Gao and the Niger border",
        "attacks between the Niger border and Gao",
        "attaques entre Gao et la frontière nigérienne",
        "attaques entre Gao et la frontière avec le Niger",
    ],
)
def test_between_a_town_and_a_border_is_the_strip_to_its_nearest_point(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Shape)
    ends = [(part.lat, part.lon) for part in (area.parts[0], area.parts[-1])]
    assert ends[0] == pytest.approx((GAO.lat, GAO.lon))
    nearest_km, nearest = nearest_point(("ML-NE",), GAO.lat, GAO.lon)
    assert ends[1] == pytest.approx(nearest)
    assert distance_km(*ends[0], *ends[1]) == pytest.approx(nearest_km)


def test_a_border_named_before_two_towns_does_not_end_their_strip() -> None:
    area = _read("who closed the border? attacks between Boni and Hombori").area
    assert area is not None
    assert area.name == "Boni - Hombori"
