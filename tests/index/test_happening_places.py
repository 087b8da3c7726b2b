"""Which of the places that a dispatch names are where it happened."""

from __future__ import annotations

import pytest

from index.mark_model import Mention
from index.places import inherit_site, mark_places, sites_of
from index.text import sentences
from tests.index.small_gazetteer import (
    GAO,
    GAZETTEER,
    KORO_CERCLE,
    MOPTI,
    MOPTI_REGION,
)


def _marked(body: str, title: str | None = None) -> dict[str, Mention]:
    return {body[one.start : one.end]: one for one in mark_places(title, body, GAZETTEER)}


def _happened(body: str) -> list[str]:
    mentions = mark_places(None, body, GAZETTEER)
    return [site.name for span in sentences(body) for site in sites_of(body, span, mentions)]


@pytest.mark.parametrize(
    "body",
    [
        "À Bamako, le ministre de la Défense a promis une enquête.",
        "A military spokesman in Bamako denied the report.",
        "Une source jointe à Bamako a confirmé.",
        "En déplacement à Bamako, le président a salué les soldats.",
        "The wounded were flown to Bamako.",
        "Les blessés ont été évacués vers Bamako.",
        "Les blessés ont été conduits à l'hôpital de Bamako.",
        "Two of them died at the regional hospital in Gao.",
        "Le convoi était parti de Bamako.",
        "Ils ont fui vers la frontière avec le Burkina Faso.",
        "Le gouvernement ferme la frontière avec le Burkina Faso.",
        "BAMAKO, 15 oct (Agence) - Des hommes ont fui.",
    ],
)
def test_where_somebody_speaks_comes_from_or_goes_is_not_where_it_happened(body: str) -> None:
    assert _happened(body) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Gunmen stormed an army base in Bamako.", "Bamako"),
        ("Gunmen stormed the hospital in Gao.", "Gao"),
        ("Three patients died when gunmen attacked the hospital in Gao.", "Gao"),
        ("Trois malades sont décédés dans une frappe sur l'hôpital de Gao.", "Gao"),
        ("Une roquette est tombée sur le centre de santé de Gao.", "Gao"),
        ("Thousands gathered in Bamako to protest.", "Bamako"),
        ("Two men were abducted from Gao.", "Gao"),
        ("Des tirs ont été entendus non loin de Gao.", "Gao"),
        ("Un habitant de Gao raconte que le poste était en feu.", "Gao"),
    ],
)
def test_where_it_happened_is_told(body: str, name: str) -> None:
    assert _happened(body) == [name]


def test_a_village_comes_before_its_region() -> None:
    body = "Dans la région de Mopti, des hommes ont attaqué Koro."
    assert _happened(body) == ["Koro"]


def test_a_region_named_alone_is_told_with_its_size() -> None:
    body = "Des hommes ont attaqué un village de la région de Mopti."
    (site,) = sites_of(body, sentences(body)[0], mark_places(None, body, GAZETTEER))
    assert site.place is not None
    assert (site.place.geoname_id, site.uncertainty_km) == (MOPTI_REGION.geoname_id, 150.0)


def test_a_unit_stands_where_its_people_live() -> None:
    site = _marked("Des hommes ont attaqué un village de la région de Mopti.")["Mopti"].site
    assert (site.lat, site.lon) == (MOPTI.lat, MOPTI.lon)


def test_a_passage_inherits_the_place_of_its_dispatch_less_surely() -> None:
    body = "Des hommes ont attaqué Gao. Le marché de Gao a brûlé. Personne n'a revendiqué l'attaque."
    site = inherit_site(mark_places(None, body, GAZETTEER), body)
    assert site is not None
    assert (site.place, site.confidence) == (GAO, 0.5)


def test_a_dispatch_on_two_far_places_gives_none_to_inherit() -> None:
    body = "Des hommes ont attaqué Gao et Mopti."
    assert inherit_site(mark_places(None, body, GAZETTEER), body) is None


def test_a_unit_named_beside_a_village_does_not_rival_it() -> None:
    body = "Des hommes ont attaqué Gao. Un élu du cercle de Koro a condamné l'attaque."
    site = inherit_site(mark_places(None, body, GAZETTEER), body)
    assert site is not None
    assert site.place == GAO


def test_a_dispatch_that_names_only_a_region_gives_none_to_inherit() -> None:
    body = "Des hommes ont attaqué un village de la région de Mopti."
    assert inherit_site(mark_places(None, body, GAZETTEER), body) is None


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Residents of Gao marched in Gao to demand the release of a man held in Koro.", ["Gao"]),
        ("Des habitants ont manifesté à Gao pour dénoncer le massacre de Koro.", ["Gao"]),
        ("A rally was held in Gao in memory of those shot in Bamako.", ["Gao"]),
        ("Residents protested to demand safety in Gao.", ["Gao"]),
        ("Le camion qui venait de Koro a brûlé à Gao.", ["Gao"]),
        ("Les otages tués à Gao figuraient sur une liste à transmettre à Niamey.", ["Gao"]),
        ("Youths blocked the road in Gao over fares for travel to the capital Bamako.", ["Gao"]),
    ],
)
def test_what_a_protest_is_about_or_where_somebody_goes_is_no_place_of_it(body: str, names: list[str]) -> None:
    assert sorted(set(_happened(body))) == names


def test_every_town_on_somebody_s_way_is_left_out() -> None:
    assert _happened("Doctors en route to Mopti and Bamako were shot in Gao.") == ["Gao"]


@pytest.mark.parametrize("body", ["Men loyal to Bamako fired in Gao.", "Des milices fidèles à Bamako ont tiré à Gao."])
def test_a_capital_that_stands_for_its_government_is_no_place_of_it(body: str) -> None:
    assert _happened(body) == ["Gao"]


@pytest.mark.parametrize(
    "body",
    [
        "Gunmen attacked the village of Tagari in Dougoutene 1 Commune (Koro, Mopti).",
        "Gunmen attacked the village of Tagari, Dougoutene Commune (Koro, Mopti).",
        "Gunmen attacked the village of Tagari (Koro, Mopti].",
    ],
)
def test_units_after_a_commune_that_no_gazetteer_knows_tell_where_a_village_lies(body: str) -> None:
    assert _happened(body) == ["Tagari"]
    place = _marked(body)["Tagari"].site.place
    assert place
    assert (place.country, place.admin1, place.admin2) == (KORO_CERCLE.country, KORO_CERCLE.admin1, KORO_CERCLE.admin2)
