"""Points, rings and ways compared by the shortest distance, against trying many points of each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.geometry import bearing_deg, destination, distance_km
from index.spots import Point, Spot, is_end_of, is_one_spot, is_one_way, points_along, spots_apart_km

GAO, ANSONGO, BOURRA = (16.27, -0.04), (15.66, 0.50), (15.95, 0.22)
STEPS = 100
OFF_KM = 3.5  # the widest ring is 314 km long and the longest way 200: half a step of each, and what numbers lose


def point(at: Point, *, named: bool = True) -> Spot:
    return Spot("x", *at, 2.0, named=named)


def way(start: Point, end: Point) -> Spot:
    first, last = sorted((start, end))
    return Spot("x", *first, 10.0, named=False, way_to=last)


WAY = way(GAO, ANSONGO)

coordinates = st.tuples(st.floats(13.5, 15.5), st.floats(-2.0, 0.0))
bearings = st.floats(0, 360)


@st.composite
def spots(draw: st.DrawFn) -> Spot:
    at = draw(coordinates)
    shape = draw(st.sampled_from(["point", "ring", "way"]))
    if shape == "way":
        return way(at, destination(*at, draw(bearings), draw(st.floats(0, 200))))
    return Spot("x", *at, 2.0, named=False, ring_km=draw(st.floats(1, 50)) if shape == "ring" else 0.0)


def tried(spot: Spot) -> list[Point]:
    """Many points of a spot."""
    start, end = spot.stretch
    if spot.ring_km:
        return [destination(*start, 360 * step / STEPS, spot.ring_km) for step in range(STEPS)]
    if spot.way_to is None:
        return [start]
    course, length_km = bearing_deg(*start, *end), distance_km(*start, *end)
    return [destination(*start, course, length_km * step / STEPS) for step in range(STEPS + 1)]


@settings(max_examples=60)
@given(spots(), spots())
def test_the_shortest_distance_is_that_of_trying_every_point(one: Spot, other: Spot) -> None:
    shortest = min(distance_km(*mine, *theirs) for mine in tried(one) for theirs in tried(other))
    assert spots_apart_km(one, other) == pytest.approx(shortest, abs=OFF_KM)


@given(spots(), spots())
def test_the_shortest_distance_is_the_same_from_both_sides(one: Spot, other: Spot) -> None:
    assert spots_apart_km(one, other) == pytest.approx(spots_apart_km(other, one), abs=0.01)


@given(spots())
def test_a_spot_is_at_no_distance_from_itself(one: Spot) -> None:
    assert spots_apart_km(one, one) == pytest.approx(0.0, abs=0.01)


@given(spots())
def test_every_point_of_a_spot_is_near_one_that_it_is_found_by(spot: Spot) -> None:
    found_by = list(points_along(spot))
    assert all(min(distance_km(*at, *one) for one in found_by) <= 20.5 for at in tried(spot))


def test_a_village_on_the_way_may_be_the_place() -> None:
    assert is_one_spot(WAY, point(BOURRA))


@pytest.mark.parametrize("end", [GAO, ANSONGO])
def test_a_town_at_the_end_of_a_way_is_known_as_such(end: Point) -> None:
    assert is_end_of(WAY, point(end))


def test_a_village_on_the_way_is_no_end_of_it() -> None:
    assert not is_end_of(WAY, point(BOURRA))


def test_what_is_not_named_itself_is_no_end() -> None:
    assert not is_end_of(WAY, point(GAO, named=False))


def test_a_way_is_the_same_in_both_directions() -> None:
    assert is_one_way(WAY, way(ANSONGO, GAO))


def test_a_way_to_another_town_is_another() -> None:
    assert not is_one_way(WAY, way(GAO, BOURRA))
