from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gazetteer import Gazetteer
from index.geometry import area_contains, distance_km
from index.geonames import read_geonames, world_entries
from index.mark_model import Mention, PlaceRole
from index.model import Circle, Place, Site
from index.places import mark_places, sites_of
from index.text import sentences
from tests.index.small_gazetteer import (
    ANSONGO,
    BAMAKO,
    BONI,
    BURKINA,
    GAO,
    GAZETTEER,
    HOMBORI,
    KORO,
    KORO_CERCLE,
    KORO_SEGOU,
    MALI,
    MENAKA,
    MENAKA_REGION,
    MOPTI,
    MOPTI_REGION,
    NDAKI,
    TIMBUKTU,
)

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
needs_files = pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation folder is not beside this checkout")


def _marked(body: str, title: str | None = None) -> dict[str, Mention]:
    return {body[one.start : one.end]: one for one in mark_places(title, body, GAZETTEER)}


def _place(body: str, name: str) -> Place | None:
    return _marked(body)[name].site.place


def _happened(body: str) -> list[str]:
    mentions = mark_places(None, body, GAZETTEER)
    return [site.name for span in sentences(body) for site in sites_of(body, span, mentions)]


@pytest.mark.parametrize(
    ("body", "name", "place"),
    [
        ("Une attaque a eu lieu à Tombouctou.", "Tombouctou", TIMBUKTU),
        ("An attack took place in Timbuktu.", "Timbuktu", TIMBUKTU),
        ("Une attaque a eu lieu à Menaka.", "Menaka", MENAKA),
        ("An attack took place near Ndaki.", "Ndaki", NDAKI),
        ("Une attaque a eu lieu à N’Daki.", "N’Daki", NDAKI),
        ("Les combats d'Ansongo ont cessé.", "Ansongo", ANSONGO),
        ("Gao's market was burned.", "Gao", GAO),
    ],
)
def test_a_place_is_known_by_any_of_its_spellings(body: str, name: str, place: Place) -> None:
    assert _place(body, name) == place


@pytest.mark.parametrize(
    "body",
    [
        "Sept personnes ont été tuées.",
        "Camp attaqué, dit un témoin.",
        "Le Camp a brûlé.",
        "M. Traoré a démissionné.",
        "Selon Mamadou Traoré, rien n'a bougé.",
        "Moussa Traoré said nothing moved.",
    ],
)
def test_a_common_word_or_a_person_is_no_place(body: str) -> None:
    assert _marked(body) == {}


def test_a_nationality_is_no_place() -> None:
    assert _marked("L'armée malienne et des soldats nigériens ont riposté.") == {}


def test_units_in_brackets_tell_which_namesake_is_meant() -> None:
    assert _place("Des hommes ont attaqué Koro (Ségou).", "Koro") == KORO_SEGOU


def test_units_in_brackets_only_qualify() -> None:
    assert _marked("Des hommes ont attaqué Koro (Koro, Mopti).")["Mopti"].role is PlaceRole.QUALIFIER


def test_without_other_evidence_the_seat_of_a_district_is_meant() -> None:
    assert _place("Des hommes ont attaqué Koro.", "Koro") == KORO


def test_the_other_namesakes_are_kept() -> None:
    assert KORO_SEGOU in _marked("Des hommes ont attaqué Koro.")["Koro"].site.alternatives


def test_a_name_without_namesakes_is_sure() -> None:
    assert _marked("Des hommes ont attaqué Gao.")["Gao"].site.confidence == 1.0


@pytest.mark.parametrize(
    ("body", "name", "place"),
    [
        ("Des enlèvements dans la région de Ménaka.", "Ménaka", MENAKA_REGION),
        ("Kidnappings in the Mopti region.", "Mopti", MOPTI_REGION),
        ("Une attaque dans le cercle de Koro.", "Koro", KORO_CERCLE),
        ("An attack in the Koro cercle.", "Koro", KORO_CERCLE),
        ("Violences au Burkina Faso.", "Burkina Faso", BURKINA),
    ],
)
def test_a_unit_word_makes_a_unit(body: str, name: str, place: Place) -> None:
    found = _place(body, name)
    assert found is not None
    assert found.geoname_id == place.geoname_id


def test_a_town_called_as_its_region_is_the_town() -> None:
    assert _place("Une bombe a explosé à Mopti.", "Mopti") == MOPTI


def test_a_part_of_a_country_is_a_known_region() -> None:
    site = _marked("Des combats dans le centre du Mali.")["centre du Mali"].site
    assert (site.uncertainty_km, site.place) == (230.0, None)


def test_an_unknown_village_in_brackets_lies_in_its_unit() -> None:
    site = _marked("Des hommes ont attaqué Sindéguéré (Koro, Mopti).")["Sindéguéré"].site
    assert site.place is not None
    assert (site.place.name, site.place.geoname_id, site.place.admin2) == ("Sindéguéré", 0, KORO_CERCLE.admin2)
    assert site.uncertainty_km == 50.0


@pytest.mark.parametrize("body", ["On a pillé le village de Wadaba, Mopti.", "Raiders looted shops in Wadaba, Mopti."])
def test_an_unknown_village_before_its_region_is_not_at_the_town_of_that_name(body: str) -> None:
    sites = [one.site for one in mark_places(None, body, GAZETTEER) if one.role is PlaceRole.HAPPENING]
    assert all(site.uncertainty_km >= 150 for site in sites)


def test_an_unknown_village_is_not_lost_beside_a_known_one() -> None:
    assert _happened("Raids hit Wadaba (Koro, Mopti) and Hombori (Douentza, Mopti).") == ["Hombori", "Wadaba"]


@pytest.mark.parametrize(
    ("body", "name", "place"),
    [
        ("Raiders burned Tawila [Hombori] (Douentza, Mopti).", "Tawila", HOMBORI),
        ("Raiders burned Tawila (Hombori).", "Tawila", HOMBORI),
        ("Gunfire in the Tawila neighbourhood in the town of Gao.", "Tawila", GAO),
        ("Des tirs dans le quartier Tawila de Gao.", "Tawila", GAO),
    ],
)
def test_a_name_unknown_is_where_its_other_name_or_its_town_is(body: str, name: str, place: Place) -> None:
    site = _marked(body)[name].site
    assert (site.lat, site.lon) == (place.lat, place.lon)
    assert _happened(body) == [name]


def test_a_quarter_with_a_village_s_name_is_in_its_town() -> None:
    site = _marked("Gunfire in the Boni neighbourhood in the town of Gao.")["Boni"].site
    assert (site.lat, site.lon) == (GAO.lat, GAO.lon)


@pytest.mark.parametrize("body", ["Ils ont attaqué le village de Boni Aliou.", "They raided the village of Boni Ali."])
def test_capitals_that_go_on_belong_to_the_name(body: str) -> None:
    assert not any(one.site.place == BONI for one in mark_places(None, body, GAZETTEER))


def test_a_unit_word_with_a_capital_is_no_part_of_the_name() -> None:
    assert "Boni" in _marked("Fighting in Boni Commune, witnesses said.")


def test_the_larger_part_of_a_name_is_never_taken_for_the_whole() -> None:
    assert _marked("Des hommes ont attaqué Boni-Wéré.") == {}


def test_a_title_helps_to_place_a_body() -> None:
    body = "Le marché de Koro a brûlé."
    assert mark_places("Mali: Koro (Ségou) attaquée", body, GAZETTEER)[0].start == body.index("Koro")


def test_near_is_less_sure_than_in() -> None:
    near, within = (_marked(body)["Gao"].site for body in ("Des tirs près de Gao.", "Des tirs à Gao."))
    assert near.uncertainty_km > within.uncertainty_km


_WORDS = ["Gao", "Koro", "(", ")", ",", "40 km", "au nord de", "entre", "et", "Sinda", "-", ".", "près de", "Mali", "’"]


@given(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
def test_every_mention_lies_inside_the_body(body: str) -> None:
    for one in mark_places(None, body, GAZETTEER):
        assert 0 <= one.start < one.end <= len(body)


@given(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
def test_every_site_is_a_point_with_a_size_and_a_confidence(body: str) -> None:
    for one in mark_places(None, body, GAZETTEER):
        assert -90 <= one.site.lat <= 90
        assert one.site.uncertainty_km > 0
        assert 0 < one.site.confidence <= 1


@given(st.text(max_size=300))
def test_any_text_can_be_read(body: str) -> None:
    mark_places(body, body, GAZETTEER)


def _seed() -> str:
    return next((SHARED / "seeds").glob("*.txt")).read_text(encoding="utf-8")


def _sites(gazetteer: Gazetteer, name: str) -> list[Site]:
    body = _seed()
    return [one.site for one in mark_places(None, body, gazetteer) if body[one.start : one.end] == name]


@pytest.fixture(scope="module")
def mali() -> Gazetteer:
    return Gazetteer.from_entries((*world_entries(), *read_geonames(SHARED / "geonames" / "ML.txt")))


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.from_entries(world_entries())


@needs_files
@pytest.mark.parametrize(("name", "lat", "lon"), [("Kassela", 12.59, -7.67), ("Farabougou", 14.89, -6.14)])
def test_the_first_dispatch_is_placed_among_its_namesakes(mali: Gazetteer, name: str, lat: float, lon: float) -> None:
    sites = _sites(mali, name)
    assert [(round(site.lat, 2), round(site.lon, 2)) for site in sites] == [(lat, lon)] * 2


@needs_files
def test_without_a_country_file_kassela_is_still_near_bamako(world: Gazetteer) -> None:
    (first, _) = _sites(world, "Kassela")
    assert area_contains(Circle("Bamako", BAMAKO.lat, BAMAKO.lon, 50.0), first)


@needs_files
def test_without_a_country_file_farabougou_is_never_near_bamako(world: Gazetteer) -> None:
    sites = _sites(world, "Farabougou")
    assert sites
    near = Circle("Bamako", BAMAKO.lat, BAMAKO.lon, 50.0)
    assert not any(area_contains(near, site) for site in sites)


@needs_files
def test_the_two_camps_of_the_first_dispatch_are_far_apart(mali: Gazetteer) -> None:
    kassela, farabougou = (_sites(mali, name)[0] for name in ("Kassela", "Farabougou"))
    assert distance_km(kassela.lat, kassela.lon, farabougou.lat, farabougou.lon) > 200


def test_a_country_alone_is_as_vague_as_it_is_large() -> None:
    site = _marked("Violences au Mali.")["Mali"].site
    assert (site.place, site.uncertainty_km > 500) == (MALI, True)


@pytest.mark.parametrize(
    "body",
    [
        "Raiders attacked the village of Boni (coded as Hombori).",
        "Raiders attacked a convoy near Boni on the Gao road (coded as Hombori at geoprecision 2).",
        "Une attaque a visé le hameau de Boni (localisé à Hombori).",
    ],
)
def test_a_coder_s_remark_says_where_it_is(body: str) -> None:
    assert _happened(body) == ["Hombori"]


@pytest.mark.parametrize(
    "body",
    [
        "A mine exploded on the Boni to Hombori axis.",
        "A mine exploded on the Boni-Hombori transit route.",
        "Une mine a explosé sur la route Boni-Hombori.",
        "Gunmen took two nurses between Boni (Douentza, Mopti) and Hombori (Douentza, Mopti).",
        "Gunmen shot at traders between Boni & Hombori.",
        "A convoy travelling from Boni to Hombori was struck by a mine.",
    ],
)
def test_a_way_between_two_places_is_neither_of_them(body: str) -> None:
    sites = [site for span in sentences(body) for site in sites_of(body, span, mark_places(None, body, GAZETTEER))]
    assert len(sites) == 1
    assert all(20 < distance_km(sites[0].lat, sites[0].lon, one.lat, one.lon) < 40 for one in (BONI, HOMBORI))


@pytest.mark.parametrize("body", ["Talks opened between Mali and Niger.", "Des bus de la ligne Gao-Bamako ont brûlé."])
def test_two_countries_or_towns_far_apart_have_no_place_between(body: str) -> None:
    mentions = mark_places(None, body, GAZETTEER)
    assert all(site.name in ("Gao", "Bamako") for span in sentences(body) for site in sites_of(body, span, mentions))


@pytest.mark.parametrize(
    "body",
    [
        "Une attaque a eu lieu à 40 kilomètres de Bamako, sur la route de Gao.",
        "Sur la route de Gao, à 40 kilomètres de Bamako, un camion a brûlé.",
        "A truck was burned 40 km from Bamako, on the road to Gao.",
    ],
)
def test_a_distance_on_a_road_lies_towards_where_it_leads(body: str) -> None:
    sites = [site for span in sentences(body) for site in sites_of(body, span, mark_places(None, body, GAZETTEER))]
    assert len(sites) == 1
    assert sites[0].stated_km == 40
    assert distance_km(sites[0].lat, sites[0].lon, BAMAKO.lat, BAMAKO.lon) == pytest.approx(40)
    apart_km = distance_km(BAMAKO.lat, BAMAKO.lon, GAO.lat, GAO.lon)
    assert distance_km(sites[0].lat, sites[0].lon, GAO.lat, GAO.lon) == pytest.approx(apart_km - 40, abs=1)


def test_a_ring_without_a_name_of_its_own_is_called_after_its_middle() -> None:
    assert _happened("Un poste a été attaqué à 40 kilomètres de Bamako.") == ["Bamako"]


def test_a_ring_is_not_lost_beside_a_point() -> None:
    assert _happened("A post was attacked 40 km from Bamako and another in Gao.") == ["Gao", "Bamako"]


def test_a_unit_word_alone_is_no_village() -> None:
    assert "Commune" not in _marked("Men were shot near Hombori, Boni Commune (Douentza, Mopti).")


def test_an_acronym_is_not_the_village_of_which_a_distance_tells() -> None:
    assert "IED" not in _marked("Their car hit an IED 20 km south of Gao.")


def test_towns_in_a_list_do_not_hold_each_other() -> None:
    assert _happened("Des marches ont eu lieu à Sévaré, Mopti et Gao.") == ["Sévaré", "Mopti", "Gao"]


def test_another_way_to_write_the_sounds_of_a_name_counts_in_its_district() -> None:
    assert _place("Raiders burned stalls in Coro (Mopti).", "Coro") == KORO


def test_a_likeness_in_another_region_does_not_count() -> None:
    assert _place("Raiders burned stalls in Coro (Ménaka).", "Coro") != KORO


def test_a_coder_s_remark_is_heard_by_its_sound() -> None:
    assert _place("Raiders attacked the village of Boni (coded as Homborry).", "Homborry") == HOMBORI
