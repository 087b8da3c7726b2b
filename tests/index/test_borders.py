from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import borders
from index.borders import border_between, borders_of, covering, nearest_point, stretch
from index.geometry import bearing_deg, destination, distance_km

CODES = st.sampled_from(["ML-NE", "BF-ML", "DZ-ML", "CA-US", "FJ-ML", "CN-RU", "CL-AR", "AR-CL", "LS-ZA"]).filter(
    lambda code: bool(border_between(*code.split("-")))
)
STEP_KM = 2.0


def _sampled(code: str) -> list[tuple[float, float]]:
    """Points along a border, no further apart than `STEP_KM`, by the formulas of the great circle."""
    found = []
    for line in borders._lines()[code]:
        for start, end in pairwise(line):
            length_km, course = distance_km(*start, *end), bearing_deg(*start, *end)
            steps = int(length_km / STEP_KM) + 1
            found += [destination(*start, course, length_km * i / steps) for i in range(steps + 1)]
    return found


SAMPLED = {code: _sampled(code) for code in ("ML-NE", "DZ-ML", "CA-US", "LS-ZA")}
KNOWN = st.sampled_from(sorted(SAMPLED))


@given(KNOWN, st.integers(0, 10_000), st.floats(0, 360), st.floats(0, 3000))
def test_the_distance_to_a_border_is_that_to_its_nearest_point(code: str, at: int, bearing: float, km: float) -> None:
    points = SAMPLED[code]
    lat, lon = destination(*points[at % len(points)], bearing, km)
    brute_km = min(distance_km(lat, lon, *point) for point in points)
    found_km, foot = nearest_point((code,), lat, lon)
    assert found_km <= brute_km + 1e-6
    assert found_km >= brute_km - STEP_KM
    assert distance_km(lat, lon, *foot) == pytest.approx(found_km, abs=1e-4)


@given(KNOWN, st.integers(0, 10_000))
def test_a_point_of_a_border_is_on_it(code: str, at: int) -> None:
    point = SAMPLED[code][at % len(SAMPLED[code])]
    assert nearest_point((code,), *point)[0] < 0.001


@given(KNOWN, st.integers(0, 10_000), st.floats(0, 360), st.floats(0, 1), st.sampled_from([5.0, 50.0, 300.0]))
def test_all_that_is_near_a_border_is_in_one_of_its_circles(
    code: str, at: int, bearing: float, share: float, radius_km: float
) -> None:
    lat, lon = destination(*SAMPLED[code][at % len(SAMPLED[code])], bearing, share * radius_km)
    circles = covering((code,), radius_km)
    assert any(distance_km(lat, lon, *centre) <= reach_km + 1e-6 for *centre, reach_km in circles)


@pytest.mark.parametrize("country", ["RU", "CN", "BR", "ML"])
def test_the_circles_of_a_border_are_few_enough_for_the_database(country: str) -> None:
    assert len(list(covering(borders_of(country), 50.0))) < 400


@pytest.mark.parametrize(
    ("one", "other"), [("ML", "NE"), ("NE", "ML"), ("BF", "CI"), ("SO", "ET"), ("US", "MX"), ("MA", "DZ")]
)
def test_neighbours_share_a_border(one: str, other: str) -> None:
    assert len(border_between(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), [("ML", "NG"), ("FR", "GB"), ("ML", "ML"), ("ML", "XX")])
def test_others_share_none(one: str, other: str) -> None:
    assert border_between(one, other) == ()


def test_mali_borders_on_seven_countries() -> None:
    assert {code for border in borders_of("ML") for code in border.split("-")} == {
        "ML", "BF", "CI", "DZ", "GN", "MR", "NE", "SN",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("place", "lat", "lon", "border"),
    [
        ("Labbézanga, the last village before Niger", 14.96, 0.70, ("ML", "NE")),
        ("Assamakka, the post of Niger on the road to Algeria", 19.34, 5.80, ("DZ", "NE")),
        ("Malanville, where the bridge to Niger is", 11.87, 3.38, ("BJ", "NE")),
        ("Rosso, the ferry of the Senegal", 16.51, -15.81, ("MR", "SN")),
        ("Kousséri, across the river from N'Djamena", 12.08, 15.03, ("CM", "TD")),
    ],
)
def test_towns_known_to_stand_at_a_border_do(place: str, lat: float, lon: float, border: tuple[str, str]) -> None:
    assert nearest_point(border_between(*border), lat, lon)[0] < 15


def test_a_stretch_is_the_part_of_a_border_within_reach() -> None:
    found = stretch(border_between("ML", "NE"), (15.9, 2.4), 100.0)
    assert found is not None
    (lat, lon), half_km = found
    assert distance_km(lat, lon, 15.9, 2.4) <= 100
    assert 50 < half_km < 200


def test_out_of_reach_there_is_no_stretch() -> None:
    assert stretch(border_between("ML", "NE"), (12.6, -8.0), 100.0) is None


def test_no_line_has_a_step_of_no_length() -> None:
    assert [
        code for code, lines in borders._lines().items() if any(a == b for line in lines for a, b in pairwise(line))
    ] == []
