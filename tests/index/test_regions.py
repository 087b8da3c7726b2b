from __future__ import annotations

import pytest

from index.countries import country_names, country_of_adjective, country_radius_km
from index.gazetteer import Gazetteer, GazetteerEntry, name_key
from index.geometry import area_contains
from index.model import Place, Region, Site, Unit
from index.regions import country_part, regions_by_key
from tests.index.small_gazetteer import BURKINA, GAO, GAZETTEER, MALI, MOPTI, NIAMEY, SEVARE

SIKASSO = Place(50, "Sikasso", 11.32, -5.67, "ML", "06", feature="P.PPLA")
BANFORA = Place(51, "Banfora", 10.63, -4.76, "BF", "02", feature="P.PPLA")
# The thirteen regions of Burkina Faso, by their GeoNames codes.
_BURKINA_REGIONS = {"01": (12.47, -3.47), "02": (10.38, -4.5), "03": (12.38, -1.53), "04": (11.79, -0.36),
                    "05": (13.1, -1.09), "06": (12.25, -2.37), "07": (11.67, -1.07), "08": (12.06, 0.36),
                    "09": (11.28, -4.32), "10": (13.59, -2.42), "11": (12.59, -1.3), "12": (14.03, -0.05),
                    "13": (10.5, -3.2)}  # fmt: skip
WITH_REGIONS = Gazetteer.from_entries(
    GazetteerEntry(Place(int(code), f"Region {code}", lat, lon, "BF", code, feature="A.ADM1"))
    for code, (lat, lon) in _BURKINA_REGIONS.items()
)


def _region(name: str) -> Region:
    return regions_by_key()[name_key(name)].region


@pytest.mark.parametrize(("french", "english"), [("trois frontières", "tri-border"), ("lac Tchad", "Lake Chad")])
def test_a_region_has_names_in_both_languages(french: str, english: str) -> None:
    assert _region(french) == _region(english)


def test_sevare_lies_in_the_centre_of_mali() -> None:
    assert area_contains(_region("centre du Mali"), Site("Sévaré", SEVARE.lat, SEVARE.lon, 2.0, 1.0, SEVARE))


def test_gao_does_not_lie_in_the_centre_of_mali() -> None:
    assert not area_contains(_region("centre du Mali"), Site("Gao", GAO.lat, GAO.lon, 2.0, 1.0, GAO))


def test_niamey_does_not_lie_in_the_three_borders() -> None:
    assert not area_contains(_region("three borders"), Site("Niamey", NIAMEY.lat, NIAMEY.lon, 2.0, 1.0, NIAMEY))


def test_the_centre_of_mali_is_the_known_region() -> None:
    assert country_part(MALI, "C", GAZETTEER).region == _region("central Mali")


def test_a_part_of_another_country_lies_on_its_side() -> None:
    assert country_part(BURKINA, "W", GAZETTEER).region.lon < BURKINA.lon


def _codes_of(direction: str) -> set[str]:
    parts = country_part(BURKINA, direction, WITH_REGIONS).region.parts
    return {part.codes[1] for part in parts if isinstance(part, Unit)}


@pytest.mark.parametrize(
    ("direction", "codes"),
    [
        ("W", {"01", "02", "09", "13"}),
        ("N", {"05", "10", "12"}),
        ("SE", {"04", "07", "08"}),
        ("C", {"03", "06", "11"}),
    ],
)
def test_a_part_of_a_country_is_the_units_on_that_side(direction: str, codes: set[str]) -> None:
    assert _codes_of(direction) == codes


def test_a_part_of_a_country_ends_at_its_border() -> None:
    west = country_part(BURKINA, "W", WITH_REGIONS).region
    assert not area_contains(west, Site("Sikasso", 11.32, -5.67, 2.0, 1.0, SIKASSO))
    assert area_contains(west, Site("Banfora", 10.63, -4.76, 2.0, 1.0, BANFORA))


def test_a_part_reaches_to_the_edge_of_its_units() -> None:
    assert country_part(BURKINA, "W", WITH_REGIONS).radius_km == pytest.approx(232, abs=5)


def test_every_part_of_a_region_has_its_point_on_earth() -> None:
    for one in regions_by_key().values():
        assert all(-90 <= part.lat <= 90 and -180 <= part.lon <= 180 for part in one.region.parts)


@pytest.mark.parametrize(
    ("word", "code"),
    [("malienne", "ML"), ("Malians", "ML"), ("burkinabè", "BF"), ("nigérien", "NE"), ("Nigerian", "NG")],
)
def test_an_adjective_tells_a_country(word: str, code: str) -> None:
    assert country_of_adjective(word) == code


def test_a_common_word_tells_no_country() -> None:
    assert country_of_adjective("attaque") is None


def test_a_country_is_named_in_both_languages() -> None:
    assert {"Germany", "Allemagne"} <= set(country_names("DE"))


def test_mopti_is_smaller_than_its_country() -> None:
    assert country_radius_km(MOPTI.country) == pytest.approx(628, abs=5)
