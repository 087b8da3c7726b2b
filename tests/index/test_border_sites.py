from __future__ import annotations

import pytest

from index.borders import border_between, nearest_point
from index.gazetteer import Gazetteer, GazetteerEntry
from index.geometry import area_contains, distance_km
from index.model import Borderland, Circle, Place, Site, Unit
from index.places import mark_places, sites_of
from index.tellings import tell
from index.text import sentences
from tests.index.small_gazetteer import BURKINA, GAZETTEER, MALI, MENAKA_REGION, NIGER

TILLABERI = Place(60, "Tillabéri", 14.21, 1.45, "NE", "09", feature="A.ADM1")
SAHEL = Gazetteer.from_entries(
    [GazetteerEntry(one, (one.name.removeprefix("Republic of "),)) for one in (MALI, NIGER, BURKINA, TILLABERI)]
    + [GazetteerEntry(MENAKA_REGION, ("Ménaka",))]
)


def _sites(body: str, gazetteer: Gazetteer = SAHEL) -> tuple[Site, ...]:
    return sites_of(body, sentences(body)[0], mark_places(None, body, gazetteer))


def _strip(body: str) -> Site:
    return next(site for site in _sites(body) if site.strip is not None)


@pytest.mark.parametrize(
    "body",
    [
        "Gunmen raided a village in the Tillabéri region near the border with Mali.",
        "Des hommes armés ont attaqué un village dans la région de Tillabéri, à la frontière malienne.",
        "Un village attaqué dans la région de Tillabéri, près de la frontière entre le Mali et le Niger.",
    ],
)
def test_a_happening_near_a_border_is_on_the_stretch_that_passes_by_its_unit(body: str) -> None:
    site = _strip(body)
    assert site.strip is not None
    assert site.strip.borders == ("ML-NE",)
    assert nearest_point(("ML-NE",), site.lat, site.lon)[0] < 1
    assert distance_km(site.lat, site.lon, TILLABERI.lat, TILLABERI.lon) < 180
    assert site.place is not None
    assert (site.place.country, site.place.admin1) == ("NE", "09")


def test_the_uncertainty_reaches_to_the_ends_of_the_stretch() -> None:
    whole = _strip("Des tirs au Mali, près de la frontière avec le Niger.")
    part = _strip("Des tirs dans la région de Ménaka, près de la frontière avec le Niger.")
    assert part.uncertainty_km < 300 < whole.uncertainty_km


def test_the_country_of_the_dispatch_is_the_other_side() -> None:
    body = "Une patrouille malienne a sauté sur une mine près de la frontière avec le Niger."
    strip = _strip(body).strip
    assert strip is not None
    assert strip.borders == ("ML-NE",)


def test_a_distance_to_a_border_is_kept() -> None:
    strip = _strip("Un camp attaqué dans la région de Ménaka à 12 km de la frontière nigérienne.").strip
    assert strip is not None
    assert strip.radius_km == 12


def test_a_village_of_no_gazetteer_told_by_a_border_keeps_its_name() -> None:
    site = _strip("Un poste a été attaqué à Zindoukara, à 5 km de la frontière nigérienne, dans la région de Ménaka.")
    assert site.name == "Zindoukara"
    assert nearest_point(("ML-NE",), site.lat, site.lon)[0] < 1


def test_of_two_homonyms_the_one_near_the_border_is_meant() -> None:
    near, far = (Place(70, "Tamaya", 16.1, 3.5, "ML", "09"), Place(71, "Tamaya", 13.0, -7.0, "ML", "01"))
    gazetteer = Gazetteer.from_entries(GazetteerEntry(one) for one in (MALI, NIGER, near, far))
    (site,) = _sites("Des hommes armés ont attaqué Tamaya, près de la frontière avec le Niger.", gazetteer)
    assert site.place == near


def test_a_town_named_beside_a_border_is_where_it_happened() -> None:
    sites = _sites("A convoy was attacked in Ansongo, near the border with Niger.", GAZETTEER)
    assert [site.name for site in sites] == ["Ansongo"]


def test_a_border_later_in_the_text_is_the_one_told_before() -> None:
    body = "Un camp a été attaqué près de la frontière entre le Mali et le Niger. Un convoi a sauté à la frontière."
    last = mark_places(None, body, SAHEL)[-1].site.strip
    assert last is not None
    assert last.borders == ("ML-NE",)


def test_countries_of_a_border_are_no_place_of_the_happening() -> None:
    sites = _sites("An attack along the Mali-Niger border left ten dead.")
    assert [site.name for site in sites] == ["along the Mali-Niger border"]


def test_a_vague_border_is_not_made_exact_by_a_town_far_from_it() -> None:
    body = "An attack near the border between Mali and Niger left ten dead. The wounded were treated at Gao."
    first = tell(None, body, None, "en", GAZETTEER).tellings[0]
    assert "Gao" not in [site.name for site in first.sites]


ALONG = Borderland("the Mali-Niger border", border_between("ML", "NE"), 50.0, 15.4, 3.1)
TOLD = Site("near the border", 15.4, 3.1, 450.0, 0.5, strip=Borderland("near it", ("ML-NE",), 30.0, 15.4, 3.1))


def test_what_is_told_near_a_border_is_near_it_however_long_it_is() -> None:
    assert area_contains(ALONG, TOLD)


@pytest.mark.parametrize(
    "area",
    [
        Borderland("nearer", ("ML-NE",), 20.0, 15.4, 3.1),
        Borderland("another", ("BF-ML",), 50.0, 14.0, -2.0),
        Borderland("the other side", ("ML-NE",), 50.0, 15.4, 3.1, Unit("Niger", ("NE",), 18.0, 9.0)),
        Circle("a point of it", 15.4, 3.1, 50.0),
    ],
)
def test_and_surely_nowhere_else(area: Borderland | Circle) -> None:
    assert not area_contains(area, TOLD)


@pytest.mark.parametrize(("lat", "lon", "held"), [(14.96, 0.70, True), (16.27, -0.04, False)])
def test_a_borderland_holds_by_the_distance_to_the_border(lat: float, lon: float, held: bool) -> None:
    assert area_contains(ALONG, Site("somewhere", lat, lon, 2.0, 1.0)) is held


def test_a_borderland_of_one_side_holds_that_side_only() -> None:
    side = Borderland("in Mali", ("ML-NE",), 50.0, 15.4, 3.1, Unit("Mali", ("ML",), 18.0, -2.0))
    told = [
        Site("here", 14.96, 0.70, 2.0, 1.0, Place(1, "here", 14.96, 0.70, "ML")),
        Site("there", 14.96, 0.75, 2.0, 1.0, Place(2, "there", 14.96, 0.75, "NE")),
    ]
    assert [area_contains(side, site) for site in told] == [True, False]
