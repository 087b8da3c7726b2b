from __future__ import annotations

import pytest

from index.geometry import bearing_deg, distance_km, turn_deg
from index.mark_model import Mention, PlaceRole
from index.model import Site
from index.places import mark_places
from tests.index.small_gazetteer import BAMAKO, BONI, GAO, GAZETTEER, HOMBORI, KASSELA, WITHOUT_VILLAGES


def _site(body: str, words: str) -> Site:
    """The site of the mention that covers the first of the words."""
    at = body.index(words)
    found = [one for one in mark_places(None, body, GAZETTEER) if one.start <= at < one.end]
    assert found, body
    return found[0].site


def _marked(body: str) -> tuple[Mention, ...]:
    return mark_places(None, body, GAZETTEER)


@pytest.mark.parametrize(
    ("body", "words", "km", "bearing"),
    [
        ("Une mine a sauté à 45 km à l'est de Gao.", "à 45", 45, 90),
        ("Une mine a sauté à une vingtaine de kilomètres au nord de Gao.", "à une", 20, 0),
        ("Une mine a sauté à un peu plus de 70 kilomètres au nord-ouest de Gao.", "à un", 70, 315),
        ("A mine went off some 55 kilometres (34 miles) north-west of Gao.", "some", 55, 315),
        ("A mine went off about a dozen km southeast of Gao.", "about", 12, 135),
        ("A mine went off 20 miles east of Gao.", "20 miles", 32.19, 90),
        ("A mine went off 15km N of Gao.", "15km", 15, 0),
        ("A mine went off seven kilometers south of Gao.", "seven", 7, 180),
        ("Une mine a sauté à vingt-cinq kilomètres au sud de Gao.", "à vingt", 25, 180),
        ("A mine went off one hundred and twenty km north of Gao.", "one", 120, 0),
    ],
)
def test_a_distance_and_a_direction_make_a_point(body: str, words: str, km: float, bearing: float) -> None:
    site = _site(body, words)
    assert distance_km(GAO.lat, GAO.lon, site.lat, site.lon) == pytest.approx(km, abs=0.1)
    assert turn_deg(bearing_deg(GAO.lat, GAO.lon, site.lat, site.lon), bearing) < 0.1


def test_the_stated_distance_is_kept() -> None:
    assert _site("Une mine a sauté à 45 km à l'est de Gao.", "à 45").stated_km == 45


def test_the_anchor_of_a_relation_is_its_place() -> None:
    assert _site("A mine went off 45 km east of Gao.", "45").place == GAO


def test_a_point_told_by_a_relation_is_less_sure_the_further_it_is() -> None:
    near, far = (_site(f"A mine went off {km} km east of Gao.", f"{km}").uncertainty_km for km in (10, 100))
    assert near < far


def test_a_distance_without_a_direction_is_a_ring() -> None:
    site = _site("A mine went off 30 km from Gao.", "30 km")
    assert (site.lat, site.lon, site.uncertainty_km) == (GAO.lat, GAO.lon, 30)


def test_a_direction_without_a_distance_lies_on_that_side() -> None:
    site = _site("Des tirs ont été entendus au sud de Gao.", "au sud")
    assert turn_deg(bearing_deg(GAO.lat, GAO.lon, site.lat, site.lon), 180) < 0.1


def test_between_two_towns_is_the_middle_of_their_road() -> None:
    site = _site("Le bus a sauté entre Boni et Hombori.", "entre")
    there = [distance_km(town.lat, town.lon, site.lat, site.lon) for town in (BONI, HOMBORI)]
    assert there[0] == pytest.approx(there[1], abs=0.5)


def test_between_reaches_to_both_ends() -> None:
    site = _site("A bus was hit between Boni and Hombori.", "between")
    assert site.uncertainty_km == pytest.approx(distance_km(BONI.lat, BONI.lon, HOMBORI.lat, HOMBORI.lon) / 2, abs=0.1)


def test_between_two_towns_keeps_both() -> None:
    ends = (BONI.lat, BONI.lon), (HOMBORI.lat, HOMBORI.lon)
    assert _site("A bus was hit between Boni and Hombori.", "between").ends == ends


def test_an_axis_joined_by_a_hyphen_is_a_road_between_two_towns() -> None:
    assert _site("A truck hit a mine on the axis Boni-Hombori.", "axis").uncertainty_km > 20


def test_a_relation_tells_which_namesake_is_meant() -> None:
    assert _site("Le poste de Kassela, à 40 kilomètres de Bamako, a été attaqué.", "Kassela").place == KASSELA


def test_the_capital_of_the_country_may_be_the_anchor() -> None:
    body = "Au Mali, la ville de Kassela, à 40 kilomètres de la capitale, a été attaquée."
    assert _site(body, "Kassela").place == KASSELA


def test_a_village_in_no_gazetteer_is_placed_by_its_relation() -> None:
    body = "Des hommes armés ont attaqué Sindéguéré, un hameau à 25 km au sud-est de Gao."
    site = _site(body, "Sindéguéré")
    assert site.name == "Sindéguéré"
    assert distance_km(GAO.lat, GAO.lon, site.lat, site.lon) == pytest.approx(25, abs=0.1)


def test_a_village_in_no_gazetteer_keeps_its_place_when_named_again() -> None:
    body = "Kassela, à 40 kilomètres de Bamako, a été attaquée. Un habitant de Kassela a fui."
    sites = [one.site for one in mark_places(None, body, WITHOUT_VILLAGES) if body[one.start : one.end] == "Kassela"]
    assert [(site.place.name if site.place else "", site.uncertainty_km) for site in sites] == [("Bamako", 40)] * 2


def test_a_namesake_that_does_not_fit_its_relation_is_not_taken() -> None:
    body = "L'attaque a visé Kassela, à 300 kilomètres au nord de Gao."
    site = _site(body, "Kassela")
    assert distance_km(GAO.lat, GAO.lon, site.lat, site.lon) == pytest.approx(300, abs=0.1)


def test_the_entrance_of_a_town_is_the_town() -> None:
    site = _site("Le convoi a été attaqué à l'entrée sud de Gao.", "Gao")
    assert (site.lat, site.lon) == (GAO.lat, GAO.lon)


def test_the_north_of_a_country_is_no_point_beyond_it() -> None:
    (north,) = _marked("Des combats ont eu lieu dans le nord du Mali.")
    assert north.site.uncertainty_km > 200


def test_bamako_is_only_the_anchor_of_kassela() -> None:
    roles = {one.site.name: one.role for one in _marked("Kassela, à 40 kilomètres de Bamako, a été attaquée.")}
    assert roles[BAMAKO.name] == "anchor"


@pytest.mark.parametrize(
    "body",
    [
        "Une mine a sauté à 25 km de Hombori, sur la piste qui mène à Gao et Bamako.",
        "Une mine a sauté à 25 km de Hombori, sur la piste qui mène à Zinzana et Gao.",
        "A mine went off 25 km from Hombori on the road to Gao and Bamako.",
    ],
)
def test_a_town_on_the_list_that_a_road_leads_to_is_not_where_it_happened(body: str) -> None:
    site, *more = [one.site for one in _marked(body) if one.role is PlaceRole.HAPPENING]
    away_km = distance_km(HOMBORI.lat, HOMBORI.lon, site.lat, site.lon)
    bearing = bearing_deg(HOMBORI.lat, HOMBORI.lon, site.lat, site.lon)
    assert not more
    assert away_km == pytest.approx(25, abs=1)
    assert turn_deg(bearing, bearing_deg(HOMBORI.lat, HOMBORI.lon, GAO.lat, GAO.lon)) < 5
