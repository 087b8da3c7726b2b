"""Where an account has it: at a point, somewhere on a ring round a town, or on the way between two places.  Pure.

Two spots may be one place where the shortest distance between them is within what both leave open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import asin, atan2, ceil, cos, radians, sin

from index.borders import EARTH_RADIUS_KM
from index.gazetteer import sound_key
from index.geometry import bearing_deg, destination, distance_km, is_ring
from index.model import Site

SAME_PLACE_KM = 5.0
VAGUEST_KM = 30.0  # a place vaguer than this says only roughly where
WIDEST_RING_KM = 50.0  # "40 km from" a town says much; "300 km from" it says little
LONGEST_WAY_KM = 200.0  # so does "between Gao and Ansongo", and little "between Bamako and Gao"
WAY_OFF_KM = 10.0  # roads wind, and what is told between two towns lies seldom further off the straight line
_RING_SHARE = 8  # a stated distance is rounded: it may be off by an eighth
_RING_POINTS = 8
_WAY_STEP_KM = 20.0

Point = tuple[float, float]  # (lat, lon)
Stretch = tuple[Point, Point]  # of a great circle; a point where both are one


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an account has it: a point, how far off it may be, and the sound of its name; `named` where the text names
    the very place, rather than telling it by another ("20 km east of X").  Where only a distance is told, the point is
    the town's and `ring_km` that distance; 0 for a point.  Between two places, the point is one and `way_to` the other.
    """

    sound: str
    lat: float
    lon: float
    uncertainty_km: float
    named: bool
    ring_km: float = 0.0
    way_to: Point | None = None

    @property
    def stretch(self) -> Stretch:
        return (self.lat, self.lon), self.way_to or (self.lat, self.lon)


def spots_of(sites: Iterable[Site]) -> tuple[Spot, ...]:
    """The places of some sites, each once, without those that say too little."""
    spots = dict.fromkeys(map(_spot, sites))
    return tuple(one for one in spots if _says_enough(one))


def _says_enough(spot: Spot) -> bool:
    is_short = spot.way_to is None or distance_km(*spot.stretch[0], *spot.stretch[1]) <= LONGEST_WAY_KM
    return spot.uncertainty_km <= VAGUEST_KM and spot.ring_km <= WIDEST_RING_KM and is_short


def _spot(site: Site) -> Spot:
    sound = sound_key(site.name)
    if site.ends is not None:
        start, end = sorted((round(lat, 4), round(lon, 4)) for lat, lon in site.ends)
        return Spot(sound, *start, WAY_OFF_KM, named=False, way_to=end)
    named = site.stated_km is None and site.strip is None and site.place is not None
    ring_km = site.stated_km if site.stated_km is not None and is_ring(site) else 0.0
    off_km = round(ring_km / _RING_SHARE if ring_km else site.uncertainty_km, 1)
    return Spot(sound, round(site.lat, 4), round(site.lon, 4), off_km, named, ring_km)


def may_be_one_place(spots: Sequence[Spot], others: Sequence[Spot]) -> bool:
    """Whether two accounts may have it at one place; nothing known leaves it open."""
    return not spots or not others or any(is_one_spot(one, other) for one in spots for other in others)


def is_one_spot(one: Spot, other: Spot) -> bool:
    """Whether two spots are one place, as far as their points, rings and ways say."""
    return spots_apart_km(one, other) <= SAME_PLACE_KM + one.uncertainty_km + other.uncertainty_km


def spots_apart_km(one: Spot, other: Spot) -> float:
    """The shortest distance between any point of one spot and any of the other, 0 where they meet."""
    nearest_km, farthest_km = stretches_apart_km(one.stretch, other.stretch)
    outside_km, inside_km = nearest_km - one.ring_km - other.ring_km, abs(one.ring_km - other.ring_km) - farthest_km
    return max(0.0, outside_km, inside_km)


def is_end_of(way: Spot, town: Spot) -> bool:
    """Whether a named town is one of the two that a way lies between: what happened in it did not happen on the way."""
    return way.way_to is not None and town.named and any(_is_at(town, end) for end in way.stretch)


def is_one_way(one: Spot, other: Spot) -> bool:
    """Whether two spots are the way between the same two places."""
    if one.way_to is None or other.way_to is None:
        return False
    ends = zip(one.stretch, other.stretch, strict=True)  # each way's own in one order
    return all(distance_km(*mine, *theirs) <= SAME_PLACE_KM for mine, theirs in ends)


def _is_at(spot: Spot, point: Point) -> bool:
    return distance_km(spot.lat, spot.lon, *point) <= SAME_PLACE_KM


def points_along(spot: Spot) -> Iterator[Point]:
    """Points of a spot so close that all of it is within some 20 km of one of them."""
    start, end = spot.stretch
    if spot.ring_km:
        yield from (destination(*start, 360 * turn / _RING_POINTS, spot.ring_km) for turn in range(_RING_POINTS))
        return
    length_km, course = distance_km(*start, *end), bearing_deg(*start, *end)
    steps = ceil(length_km / _WAY_STEP_KM)
    yield start
    yield from (destination(*start, course, length_km * step / steps) for step in range(1, steps + 1))


# -- stretches of great circles, each shorter than a quarter of one ------------------------------------------------


def stretches_apart_km(one: Stretch, other: Stretch) -> tuple[float, float]:
    """The shortest and the longest distance between a point of one stretch and a point of the other."""
    corners = [distance_km(*mine, *theirs) for mine, theirs in product(set(one), set(other))]
    if len(corners) == 1:
        return corners[0], corners[0]
    if _cross(one, other):
        return 0.0, max(corners)
    feet = [_point_apart_km(point, other) for point in one] + [_point_apart_km(point, one) for point in other]
    return min(feet), max(corners)


def _cross(one: Stretch, other: Stretch) -> bool:
    return all(_aside(mine[0], theirs) * _aside(mine[1], theirs) < 0 for mine, theirs in ((one, other), (other, one)))


def _aside(point: Point, stretch: Stretch) -> float:
    """Sine of the angle between a point and the great circle of a stretch, positive on its right."""
    start, end = stretch
    turn = radians(bearing_deg(*start, *point) - bearing_deg(*start, *end))
    return sin(distance_km(*start, *point) / EARTH_RADIUS_KM) * sin(turn)


def _point_apart_km(point: Point, stretch: Stretch) -> float:
    """From a point to the nearest of a stretch (cross-track distance: Williams, Aviation Formulary)."""
    start, end = stretch
    arc = distance_km(*start, *point) / EARTH_RADIUS_KM
    turn = radians(bearing_deg(*start, *point) - bearing_deg(*start, *end))
    along_km = atan2(sin(arc) * cos(turn), cos(arc)) * EARTH_RADIUS_KM
    if 0 < along_km < distance_km(*start, *end):
        return abs(asin(_aside(point, stretch))) * EARTH_RADIUS_KM
    return min(distance_km(*start, *point), distance_km(*end, *point))
