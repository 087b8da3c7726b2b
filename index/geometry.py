"""Points, distances and areas on the earth, taken as a sphere of mean radius.

Distances are great-circle kilometres, bearings degrees clockwise from true north, coordinates WGS 84 degrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt

from index.borders import EARTH_RADIUS_KM, covering, nearest_point
from index.model import Area, Borderland, Circle, Place, Region, Shape, Site, Unit

COMPASS_POINTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
BETWEEN_STEP_KM = 20.0
VAGUE_KM = 30.0  # vaguer than this is no point any more but a stretch of land, as a district is
TOWN_REACH_KM = 15.0  # the least circle that is asked for ("in Gao"); few relations are surer than this


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine formula: Sinnott, Sky and Telescope 68, 1984)."""
    phi1, phi2 = radians(lat1), radians(lat2)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def bearing_deg(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Bearing at the first point towards the second, 0 <= bearing < 360 (0 where the points meet)."""
    phi1, phi2, east = radians(lat1), radians(lat2), radians(lon2 - lon1)
    y = sin(east) * cos(phi2)
    x = cos(phi1) * sin(phi2) - sin(phi1) * cos(phi2) * cos(east)
    return degrees(atan2(y, x)) % 360 % 360  # twice: -1e-15 % 360 rounds to 360 itself


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away on a bearing in degrees: (lat, lon) with -180 <= lon < 180."""
    phi, theta, arc = radians(lat), radians(bearing), km / EARTH_RADIUS_KM
    sin_phi2 = sin(phi) * cos(arc) + cos(phi) * sin(arc) * cos(theta)
    phi2 = asin(max(-1.0, min(1.0, sin_phi2)))
    east = atan2(sin(theta) * sin(arc) * cos(phi), cos(arc) - sin(phi) * sin_phi2)
    return degrees(phi2), (lon + degrees(east) + 180) % 360 - 180


def midpoint(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """The point half way along the great circle: (lat, lon)."""
    half_km = distance_km(lat1, lon1, lat2, lon2) / 2
    return destination(lat1, lon1, bearing_deg(lat1, lon1, lat2, lon2), half_km)


def compass(bearing: float) -> str:
    """The nearest of the eight points of the compass: "N", "NE", ..."""
    return COMPASS_POINTS[round(bearing % 360 / 45) % 8]


def turn_deg(bearing1: float, bearing2: float) -> float:
    """How far two bearings lie apart, 0 to 180 degrees."""
    return abs((bearing1 - bearing2 + 180) % 360 - 180)


def bounding_box(lat: float, lon: float, radius_km: float) -> tuple[float, float, float, float]:
    """(south, north, west, east) holding the whole circle: for a coarse filter before `distance_km`.

    West is greater than east where the box crosses the date line; round a pole it is -180 to 180.
    """
    arc = radius_km / EARTH_RADIUS_KM
    south, north = lat - degrees(arc), lat + degrees(arc)
    if south <= -90 or north >= 90 or arc >= pi / 2:
        return max(south, -90.0), min(north, 90.0), -180.0, 180.0
    width = degrees(asin(min(1.0, sin(arc) / cos(radians(lat)))))
    if width >= 180:
        return south, north, -180.0, 180.0
    return south, north, (lon - width + 180) % 360 - 180, (lon + width + 180) % 360 - 180


def area_distance_km(area: Area, lat: float, lon: float) -> float:
    """How far a point lies outside an area, 0 inside.  A unit has no outline here: it is measured to its own point."""
    match area:
        case Circle():
            return max(0.0, distance_km(area.lat, area.lon, lat, lon) - area.radius_km)
        case Unit():
            return distance_km(area.lat, area.lon, lat, lon)
        case Borderland():
            return max(0.0, nearest_point(area.borders, lat, lon)[0] - area.radius_km)
        case Region() | Shape():
            return min((area_distance_km(part, lat, lon) for part in area.parts), default=0.0)


def area_contains(area: Area, site: Site) -> bool:
    """Whether a site is surely enough inside an area to be shown as such.

    A circle holds a site whose point lies within its radius, unless the site is vaguer than the circle.  A village of
    which only the district is known, or a whole region, may be anywhere within its uncertainty: it is held only as
    far inside as half of that, where most of what it may be is inside.  A ring ("40 km from Bamako", direction
    unknown) is held where all of it is.  A unit holds what its codes hold.  A borderland holds as a circle does, by the
    distance to the border, and what a text says is near that border, though nobody knows how far along it.  What is
    said to lie between two places is held where both are, and the middle of the way: the road asked about is the road
    told of.
    """
    if site.ends is not None and isinstance(area, Circle | Shape) and _way_holds(area, site, site.ends):
        return True
    match area:
        case Circle():
            return _reach_holds(distance_km(area.lat, area.lon, site.lat, site.lon), area.radius_km, site)
        case Unit():
            return site.place is not None and unit_holds(area, site.place)
        case Borderland():
            return _borderland_holds(area, site)
        case Region() | Shape():
            return any(area_contains(part, site) for part in area.parts)


def _way_holds(area: Circle | Shape, site: Site, ends: tuple[tuple[float, float], tuple[float, float]]) -> bool:
    points = (*ends, (site.lat, site.lon))
    return all(area_contains(area, Site(site.name, *point, 0.0, site.confidence, site.place)) for point in points)


def is_ring(site: Site) -> bool:
    """Whether only a distance to the anchor is known: the point is then the anchor's."""
    return site.stated_km is not None and site.uncertainty_km >= site.stated_km


def unit_holds(unit: Unit, place: Place) -> bool:
    """Whether the place's codes begin with the unit's."""
    return place_codes(place)[: len(unit.codes)] == unit.codes


def place_codes(place: Place) -> tuple[str, ...]:
    """The codes of a place from the country down, up to the first that is unknown."""
    codes = (place.country, place.admin1, place.admin2, place.admin3)
    known = next((i for i, code in enumerate(codes) if not code), len(codes))
    return codes[:known]


def region_reach_km(region: Region) -> float:
    """How far from a region's point the points of its parts lie, with the radius of those that have one."""
    reaches = (
        distance_km(region.lat, region.lon, part.lat, part.lon) + (part.radius_km if isinstance(part, Circle) else 0.0)
        for part in region.parts
    )
    return max(reaches, default=0.0)


def corridor(name: str, start: tuple[float, float], end: tuple[float, float], half_width_km: float) -> Shape:
    """The strip between two (lat, lon) points, as circles that overlap along the great circle."""
    length_km = distance_km(*start, *end)
    course = bearing_deg(*start, *end)
    steps = max(1, round(length_km / BETWEEN_STEP_KM))
    points = [destination(*start, course, length_km * i / steps) for i in range(steps + 1)]
    reach_km = hypot(half_width_km, length_km / steps / 2)  # so that the edges of the strip have no gaps
    lat, lon = midpoint(*start, *end)
    return Shape(name, tuple(Circle(name, *point, reach_km) for point in points), lat, lon)


def borderland_circles(area: Borderland) -> Iterator[Circle]:
    """Circles that together hold the whole borderland: for a coarse filter before `area_contains`."""
    return (Circle(area.name, *circle) for circle in covering(area.borders, area.radius_km))


def is_told_near(area: Area, site: Site) -> bool:
    """Whether all that is known of a site is that it lies near the borders of the area."""
    return isinstance(area, Borderland) and site.strip is not None and set(site.strip.borders) <= set(area.borders)


def _borderland_holds(area: Borderland, site: Site) -> bool:
    if area.inside is not None and not area_contains(area.inside, site):
        return False
    if site.strip is not None and is_told_near(area, site):
        return site.strip.radius_km <= area.radius_km
    return _reach_holds(nearest_point(area.borders, site.lat, site.lon)[0], area.radius_km, site)


def _reach_holds(apart_km: float, radius_km: float, site: Site) -> bool:
    """Whether a site that far from a point or a line is surely enough within the radius of it."""
    if is_ring(site):
        return apart_km + site.uncertainty_km <= radius_km
    if site.uncertainty_km > VAGUE_KM:
        return apart_km + site.uncertainty_km / 2 <= radius_km
    return apart_km <= radius_km and site.uncertainty_km <= max(radius_km, TOWN_REACH_KM)
