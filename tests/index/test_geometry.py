from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.geometry import (
    area_contains,
    area_distance_km,
    bearing_deg,
    bounding_box,
    compass,
    corridor,
    destination,
    distance_km,
    is_ring,
    midpoint,
    place_codes,
    turn_deg,
)
from index.model import Circle, Place, Region, Shape, Site, Unit

LATS = st.floats(-85, 85)
LONS = st.floats(-180, 179.999)
KORO = Place(1, "Koro", 14.07, -3.08, "ML", "04", "7701494")
MOPTI_REGION = Unit("Mopti", ("ML", "04"), 14.7, -3.4)


def _site(lat: float, lon: float, uncertainty_km: float = 2.0, **more: object) -> Site:
    return Site("somewhere", lat, lon, uncertainty_km, 1.0, **more)  # type: ignore[arg-type]  # fields of the test


def test_bamako_and_gao_are_some_950_km_apart() -> None:
    assert distance_km(12.65, -8.0, 16.27, -0.04) == pytest.approx(943, abs=5)


def test_a_quarter_of_the_equator_is_10007_km() -> None:
    assert distance_km(0, 0, 0, 90) == pytest.approx(10007.56, abs=0.1)


@given(LATS, LONS, LATS, LONS)
def test_distance_is_the_same_both_ways(lat1: float, lon1: float, lat2: float, lon2: float) -> None:
    assert distance_km(lat1, lon1, lat2, lon2) == pytest.approx(distance_km(lat2, lon2, lat1, lon1))


@given(LATS, LONS, st.floats(0, 359.9), st.floats(0.1, 2000))
def test_the_destination_lies_as_far_as_told(lat: float, lon: float, bearing: float, km: float) -> None:
    assert distance_km(lat, lon, *destination(lat, lon, bearing, km)) == pytest.approx(km, abs=0.01)


@given(st.floats(-60, 60), LONS, st.floats(0, 359.9), st.floats(1, 1000))
def test_the_destination_lies_in_the_direction_told(lat: float, lon: float, bearing: float, km: float) -> None:
    assert turn_deg(bearing_deg(lat, lon, *destination(lat, lon, bearing, km)), bearing) < 0.01


@given(LATS, LONS, LATS, LONS)
def test_a_bearing_is_below_360_degrees(lat1: float, lon1: float, lat2: float, lon2: float) -> None:
    assert 0 <= bearing_deg(lat1, lon1, lat2, lon2) < 360


def test_the_midpoint_is_as_far_from_both_ends() -> None:
    middle = midpoint(15.08, -2.22, 15.28, -1.7)
    assert distance_km(15.08, -2.22, *middle) == pytest.approx(distance_km(15.28, -1.7, *middle))


@pytest.mark.parametrize(("bearing", "point"), [(0, "N"), (44, "NE"), (90, "E"), (200, "S"), (338, "N"), (359.9, "N")])
def test_a_bearing_has_a_point_of_the_compass(bearing: float, point: str) -> None:
    assert compass(bearing) == point


@given(LATS, LONS, st.floats(1, 3000), st.floats(0, 359.9), st.floats(0, 1))
def test_the_bounding_box_holds_every_point_of_the_circle(
    lat: float, lon: float, radius_km: float, bearing: float, share: float
) -> None:
    south, north, west, east = bounding_box(lat, lon, radius_km)
    inside_lat, inside_lon = destination(lat, lon, bearing, radius_km * share * 0.999)
    within = west <= inside_lon <= east if west <= east else inside_lon >= west or inside_lon <= east
    assert south <= inside_lat <= north
    assert within


def test_a_circle_holds_a_point_within_its_radius() -> None:
    assert area_contains(Circle("Bamako", 12.65, -8.0, 50.0), _site(12.59, -7.67))


def test_a_circle_does_not_hold_a_point_beyond_its_radius() -> None:
    assert not area_contains(Circle("Bamako", 12.65, -8.0, 30.0), _site(12.59, -7.67))


def test_a_region_named_alone_is_near_nothing() -> None:
    assert not area_contains(Circle("Mopti", 14.48, -4.18, 50.0), _site(14.5, -4.2, uncertainty_km=150.0))


def test_a_relation_that_is_off_by_8_km_may_be_in_a_town() -> None:
    assert area_contains(Circle("Gao", 16.27, -0.04, 5.0), _site(16.27, -0.04, uncertainty_km=8.0))


def test_a_ring_of_40_km_is_within_50_km_of_its_anchor() -> None:
    ring = _site(12.65, -8.0, uncertainty_km=40.0, stated_km=40.0)
    assert area_contains(Circle("Bamako", 12.65, -8.0, 50.0), ring)


def test_a_ring_of_40_km_is_not_surely_within_30_km_of_its_anchor() -> None:
    ring = _site(12.65, -8.0, uncertainty_km=40.0, stated_km=40.0)
    assert not area_contains(Circle("Bamako", 12.65, -8.0, 30.0), ring)


def test_a_village_found_at_a_stated_distance_is_no_ring() -> None:
    assert not is_ring(_site(12.59, -7.67, uncertainty_km=2.0, stated_km=40.0))


def test_a_unit_holds_what_its_codes_hold() -> None:
    assert area_contains(MOPTI_REGION, _site(KORO.lat, KORO.lon, place=KORO))


def test_a_district_does_not_hold_the_region_around_it() -> None:
    cercle = Unit("Koro", ("ML", "04", "7701494"), 14.4, -2.9)
    region = Place(2, "Mopti Region", 14.7, -3.4, "ML", "04", feature="A.ADM1")
    assert not area_contains(cercle, _site(14.7, -3.4, uncertainty_km=150.0, place=region))


def test_a_site_without_a_place_is_in_no_unit() -> None:
    assert not area_contains(MOPTI_REGION, _site(14.7, -3.4))


def test_codes_stop_at_the_first_that_is_unknown() -> None:
    assert place_codes(Place(1, "X", 0, 0, "ML", "", "7701494")) == ("ML",)


def test_a_shape_holds_what_any_of_its_parts_holds() -> None:
    both = Shape("two", (Circle("a", 0.0, 0.0, 10.0), Circle("b", 10.0, 10.0, 10.0)), 0.0, 0.0)
    assert area_contains(both, _site(10.0, 10.0))


def test_a_region_holds_what_its_units_hold() -> None:
    region = Region("centre", "centre", (MOPTI_REGION,), 14.5, -4.6)
    assert area_contains(region, _site(KORO.lat, KORO.lon, place=KORO))


@given(st.floats(0, 1))
def test_a_corridor_holds_every_point_of_its_line(share: float) -> None:
    start, end = (15.08, -2.22), (15.28, -1.7)
    on_line = destination(*start, bearing_deg(*start, *end), distance_km(*start, *end) * share)
    assert area_contains(corridor("road", start, end, 10.0), _site(*on_line))


def test_a_corridor_leaves_out_what_lies_30_km_aside() -> None:
    start, end = (15.08, -2.22), (15.28, -1.7)
    aside = destination(*midpoint(*start, *end), bearing_deg(*start, *end) + 90, 30.0)
    assert not area_contains(corridor("road", start, end, 10.0), _site(*aside))


def test_what_is_told_between_two_places_lies_on_the_road_between_them() -> None:
    start, end = (15.08, -2.22), (15.28, -1.7)
    somewhere = _site(*midpoint(*start, *end), 30.0, ends=(end, start))
    assert area_contains(corridor("road", start, end, 15.0), somewhere)


def test_what_is_told_on_a_longer_road_may_lie_off_the_shorter_one() -> None:
    start, end = (15.08, -2.22), (15.28, -1.7)
    somewhere = _site(*start, 60.0, ends=((14.4, -3.6), end))
    assert not area_contains(corridor("road", start, end, 15.0), somewhere)


def test_a_point_outside_a_circle_is_measured_to_its_edge() -> None:
    lat, lon = destination(12.65, -8.0, 90, 80)
    assert area_distance_km(Circle("Bamako", 12.65, -8.0, 50.0), lat, lon) == pytest.approx(30, abs=0.1)


def test_a_point_inside_a_circle_is_at_no_distance() -> None:
    assert area_distance_km(Circle("Bamako", 12.65, -8.0, 50.0), 12.7, -8.0) == 0


@pytest.mark.parametrize(("apart_km", "held"), [(0, True), (24, True), (26, False)])
def test_a_village_known_by_its_district_is_held_where_most_of_that_is_inside(apart_km: float, held: bool) -> None:
    lat, lon = destination(14.0, -3.0, 90.0, apart_km)
    village = Site("Wadaba", lat, lon, 50.0, 0.5, Place(0, "Wadaba", lat, lon, "ML", "04", "1"))
    assert area_contains(Circle("Koro", 14.0, -3.0, 50.0), village) is held
