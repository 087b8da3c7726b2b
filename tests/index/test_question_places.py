from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gazetteer import Gazetteer, GazetteerEntry
from index.geometry import area_contains, bearing_deg, distance_km
from index.model import Circle, Place, Region, Shape, Site, Unit
from index.question_places import AreaReading, read_area
from tests.index.small_gazetteer import (
    BAMAKO,
    BONI,
    BONI_KAYES,
    GAO,
    GAZETTEER,
    HOMBORI,
    KORO,
    KORO_SEGOU,
    WITHOUT_VILLAGES,
)


def _read(question: str) -> AreaReading:
    return read_area(question, GAZETTEER)


def _consumed(question: str) -> list[str]:
    return [question[span.start : span.end] for span in _read(question).spans]


def _notes(question: str) -> dict[str, dict[str, object]]:
    return {note.key: dict(note.values) for note in _read(question).notes}


@pytest.mark.parametrize(
    ("question", "radius_km"),
    [
        ("latest attacks near Gao", 50),
        ("dernières attaques près de Gao", 50),
        ("attacks around Gao", 50),
        ("attaques autour de Gao", 50),
        ("attaques aux environs de Gao", 50),
        ("attacks within 30 km of Gao", 30),
        ("attaques à moins de 30 km de Gao", 30),
        ("attaques à moins de trente-cinq km de Gao", 35),
        ("attaques dans un rayon de 30 km autour de Gao", 30),
        ("attacks less than 30 kilometres from Gao", 30),
        ("attacks within 10 miles of Gao", 16.09),
        ("attacks in Gao", 15),
        ("attaques à Gao", 15),
        ("attaque sur le marché de Gao", 15),
        ("Gao", 15),
        ("gao", 15),
        ("attaques gao", 15),
    ],
)
def test_a_town_is_a_circle(question: str, radius_km: float) -> None:
    area = _read(question).area
    assert isinstance(area, Circle)
    assert (area.lat, area.lon) == (GAO.lat, GAO.lon)
    assert area.radius_km == pytest.approx(radius_km, abs=0.01)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("enlèvements dans la région de Ménaka", ("ML", "12070577")),
        ("kidnappings in the Mopti region", ("ML", "04")),
        ("attaques dans le cercle de Koro", ("ML", "04", "7701494")),
        ("attacks in Burkina Faso this month", ("BF",)),
        ("attaques au Mali", ("ML",)),
        ("attaques en Algérie", ("DZ",)),
    ],
)
def test_a_unit_is_held_by_its_codes(question: str, codes: tuple[str, ...]) -> None:
    area = _read(question).area
    assert isinstance(area, Unit)
    assert area.codes == codes


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("attaques dans la zone des trois frontières", "three-borders"),
        ("attacks in the tri-border area", "three-borders"),
        ("violences au Liptako-Gourma", "liptako-gourma"),
        ("combats autour du lac Tchad", "lake-chad"),
        ("attaques dans le centre du Mali", "mali-centre"),
        ("attacks in northern Mali", "mali-north"),
    ],
)
def test_a_known_region_is_no_circle_of_ours(question: str, code: str) -> None:
    area = _read(question).area
    assert isinstance(area, Region)
    assert area.code == code


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("latest attacks near Gao since Tuesday", "near Gao"),
        ("attaques à moins de 30 km de Koro en mai", "à moins de 30 km de Koro"),
        ("enlèvements dans la région de Ménaka hier", "dans la région de Ménaka"),
        ("attacks in the Mopti region this week", "in the Mopti region"),
        ("attacks around Koro, in Mali?", "around Koro, in Mali"),
    ],
)
def test_the_words_of_the_place_are_told(question: str, words: str) -> None:
    assert _consumed(question) == [words]


@pytest.mark.parametrize(
    "question",
    [
        "who claimed the attacks?",
        "qui a revendiqué les attaques ?",
        "attaques à moto dans un camp",
        "drone strikes in june",
        "sept morts dans une embuscade",
        "what did the Malian army say?",
        "que dit l'armée malienne ?",
        "",
    ],
)
def test_a_question_without_a_place_has_no_area(question: str) -> None:
    assert _read(question) == AreaReading()


@pytest.mark.parametrize("question", ["attacks near Barkadroussou", "attaques près de Port-Hélion"])
def test_an_unknown_place_is_never_guessed(question: str) -> None:
    name = question.split()[-1]
    reading = _read(question)
    assert (reading.area, reading.unplaced, _notes(question)) == (None, (name,), {"unknown_place": {"name": name}})


def test_without_villages_an_unknown_place_says_how_to_get_them() -> None:
    reading = read_area("attacks near Kassela", WITHOUT_VILLAGES)
    assert [note.key for note in reading.notes] == ["unknown_place", "gazetteer_small"]


def test_a_place_in_a_country_whose_villages_are_unknown_is_not_its_namesake() -> None:
    assert _read("attacks near Koro, Burkina Faso").unplaced == ("Koro",)


def test_an_alias_of_a_town_abroad_is_not_the_village_asked_for() -> None:
    bonn = GazetteerEntry(Place(90, "Bonn", 50.73, 7.1, "DE", feature="P.PPL", population=313_125), ("Boni",))
    mali = GazetteerEntry(BAMAKO)
    reading = read_area("attaques près de Boni", Gazetteer.from_entries([bonn, mali]), home=("ML",))
    assert reading.unplaced == ("Boni",)


def test_a_letter_wrong_is_read_and_told() -> None:
    assert _notes("attacks near Bamko") == {"spelled": {"asked": "Bamko", "read": "Bamako"}}


@pytest.mark.parametrize("question", ["near Koro (Ségou)", "attaques près de Koro, Ségou", "near Koro, in Ségou"])
def test_the_region_told_picks_the_namesake(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Circle)
    assert (area.lat, area.lon) == (KORO_SEGOU.lat, KORO_SEGOU.lon)


def test_an_ambiguous_name_offers_the_others() -> None:
    assert _notes("attacks near Kassela")["ambiguous_place"]["name"] == "Kassela"


def test_the_others_of_an_ambiguous_name_can_be_chosen() -> None:
    question = "attacks near Kassela"
    for other in _read(question).namesakes:
        chosen = read_area(question, GAZETTEER, chosen=other.geoname_id)
        assert chosen.area
        assert ((chosen.area.lat, chosen.area.lon), chosen.namesakes) == ((other.lat, other.lon), ())


def test_a_place_chosen_that_does_not_bear_the_name_changes_nothing() -> None:
    assert read_area("attacks near Gao", GAZETTEER, chosen=BAMAKO.geoname_id) == _read("attacks near Gao")


def test_a_qualified_name_is_not_ambiguous() -> None:
    assert _notes("attacks near Koro, in Mali") == {}


def test_between_two_places_is_the_strip_that_joins_them() -> None:
    area = _read("minibus hit a mine between Boni and Hombori").area
    assert isinstance(area, Shape)
    for town in (BONI, HOMBORI):
        assert area_contains(area, Site(town.name, town.lat, town.lon, 2.0, 1.0, town))


def test_several_places_are_one_shape() -> None:
    area = _read("attaques à Gao et à Koro").area
    assert isinstance(area, Shape)
    assert [(part.lat, part.lon) for part in area.parts] == [(GAO.lat, GAO.lon), (KORO.lat, KORO.lon)]


@pytest.mark.parametrize("question", ["attacks 40 km north of Gao", "attaques à 40 km au nord de Gao"])
def test_a_relation_is_a_circle_round_its_point(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Circle)
    assert distance_km(GAO.lat, GAO.lon, area.lat, area.lon) == pytest.approx(40, abs=0.1)
    assert bearing_deg(GAO.lat, GAO.lon, area.lat, area.lon) == pytest.approx(0, abs=0.1)


def test_of_two_namesakes_the_one_at_home_is_meant() -> None:
    area = read_area("attacks near Bamako", WITHOUT_VILLAGES, home=("ML",)).area
    assert area == Circle("Bamako", BAMAKO.lat, BAMAKO.lon, 50.0)


@given(st.text(max_size=120))
def test_any_question_can_be_read(question: str) -> None:
    for span in _read(question).spans:
        assert 0 <= span.start < span.end <= len(question)


def test_of_namesakes_the_one_that_the_collection_tells_of_is_meant() -> None:
    for one in (BONI, BONI_KAYES):
        area = read_area("attacks near Boni", GAZETTEER, named={one.geoname_id: 4, GAO.geoname_id: 30}).area
        assert isinstance(area, Circle)
        assert (area.lat, area.lon) == (one.lat, one.lon)


def test_a_hamlet_of_the_collection_does_not_stand_for_the_town_of_its_name() -> None:
    area = read_area("attacks near Koro", GAZETTEER, named={KORO_SEGOU.geoname_id: 1}).area
    assert isinstance(area, Circle)
    assert (area.lat, area.lon) == (KORO.lat, KORO.lon)


def test_what_the_question_says_of_a_name_outweighs_the_collection() -> None:
    area = read_area("attacks near Koro (Mopti)", GAZETTEER, named={KORO_SEGOU.geoname_id: 4}).area
    assert isinstance(area, Circle)
    assert (area.lat, area.lon) == (KORO.lat, KORO.lon)


@pytest.mark.parametrize(
    "question", ["man killed by a mine", "what did they say", "qu'ont-ils à dire", "cas de corona", "prix du gaz"]
)
def test_a_common_word_in_small_letters_is_no_town(question: str) -> None:
    named = ("Man", "Say", "Diré", "Corona", "Gaz")
    towns = (Place(i, name, 7.4, -7.5, "CI", feature="P.PPL", population=150_000) for i, name in enumerate(named, 900))
    gazetteer = Gazetteer.from_entries(GazetteerEntry(place) for place in (BAMAKO, GAO, *towns))
    assert read_area(question, gazetteer).area is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("attaques à Boni-Wéré", "Boni-Wéré"),
        ("attaques près de Boni-Wéré", "Boni-Wéré"),
        ("attacks in Boni Wandou", "Boni Wandou"),
        ("attacks near Boni Wandou in Mali", "Boni Wandou"),
    ],
)
def test_a_name_of_which_only_a_part_is_known_is_told_as_unknown(question: str, name: str) -> None:
    reading = _read(question)
    assert (reading.area, reading.unplaced) == (None, (name,))


def test_a_village_said_to_lie_where_none_of_its_name_is_known_takes_the_country_with_it() -> None:
    question = "attaque à Boni, au Burkina Faso"
    reading = _read(question)
    assert (reading.area, reading.unplaced) == (None, ("Boni",))
    assert _consumed(question) == ["à Boni, au Burkina Faso"]


def test_a_likeness_of_a_small_town_abroad_is_not_read() -> None:
    abroad = Place(900, "Sasel", 53.6, 10.1, "DE", feature="P.PPL", population=24_000)
    village = Place(901, "Kassa", 14.4, -5.1, "ML", "04", feature="A.ADM3")
    gazetteer = Gazetteer.from_entries(GazetteerEntry(place) for place in (abroad, village, BAMAKO))
    assert read_area("inondations à Saselo", gazetteer).area is None


def test_the_sahel_is_its_five_states() -> None:
    area = _read("attaques au Sahel").area
    assert isinstance(area, Region)
    assert [part.codes[0] for part in area.parts if isinstance(part, Unit)] == ["MR", "ML", "BF", "NE", "TD"]


@pytest.mark.parametrize("question", ["who attacked on Hombori", "qui a tiré sur Hombori", "raid against Hombori"])
def test_what_is_attacked_is_a_place(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Circle)
    assert area.name == "Hombori"


@pytest.mark.parametrize(
    "question",
    [
        "attaques sur la route Boni-Hombori",
        "mine sur l'axe Boni – Hombori",
        "embuscade sur la route de Boni à Hombori",
        "ied route boni hombori",
        "mines road Boni Hombori hier",
        "ambush on the Boni-Hombori road",
        "ambush on the road from Boni to Hombori",
    ],
)
def test_a_road_is_the_strip_between_its_ends(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Shape)
    assert area_contains(area, Site("on the way", 15.18, -1.96, 5.0, 1.0))
    assert not area_contains(area, Site("off the way", 15.6, -1.96, 5.0, 1.0))


def test_a_country_after_a_town_is_no_other_end_of_its_road() -> None:
    area = _read("attaques route Gao Mali").area
    assert isinstance(area, Circle)
    assert (area.lat, area.lon) == (GAO.lat, GAO.lon)


def test_a_road_to_one_town_is_no_strip() -> None:
    area = _read("attaques sur la route de Gao").area
    assert isinstance(area, Circle)
    assert area.name == "Gao"


@pytest.mark.parametrize("question", ["attacks in eastern Mali", "attaques dans l’est du Mali"])
def test_a_part_of_a_country_is_held_by_codes_where_its_units_are_known(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Region)
    assert [part.codes for part in area.parts if isinstance(part, Unit)] == [("ML", "12070577")]


@pytest.mark.parametrize("question", ["région mopti", "attaques region mopti", "cercle koro", "attaques cercle koro"])
def test_a_unit_typed_small_without_a_preposition_is_read(question: str) -> None:
    area = _read(question).area
    assert isinstance(area, Unit)
    assert area.name in ("mopti", "koro")
