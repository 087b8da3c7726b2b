from __future__ import annotations

import pytest

from index.countries import country_names, country_of_adjective, country_radius_km
from index.gazetteer import name_key
from index.geometry import area_contains
from index.model import Region, Site
from index.regions import country_part, regions_by_key
from tests.index.small_gazetteer import BURKINA, GAO, MALI, MOPTI, NIAMEY, SEVARE


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
    assert country_part(MALI, "C").region == _region("central Mali")


def test_a_part_of_another_country_lies_on_its_side() -> None:
    assert country_part(BURKINA, "W").region.lon < BURKINA.lon


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
