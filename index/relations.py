"""Places told by other places: "40 km north of Gao", "au sud d'Ansongo", "entre Boni et Hombori".  Pure.

A relation becomes a point with an uncertainty: a stated distance is taken as right to a fifth, a direction to an
eighth of the compass (22.5 degrees either side), as such phrases are rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot, radians, sin

from index.geometry import bearing_deg, destination, distance_km, midpoint, turn_deg
from index.model import Place, Site
from index.names import Name
from index.place_words import (
    ALONG,
    ALONG_AFTER,
    BETWEEN,
    DIRECTION_OF,
    DISTANCE_FROM,
    JOURNEY,
    ROAD_OF,
    TOWARDS,
    bearing_of,
    kilometres_of,
)

SIDE_KM = 25.0  # "south of Ansongo" without a distance: most such happenings lie within 10 to 40 km
_ROUNDING = 0.2
_SECTOR_DEG = 22.5
_LEAST_KM = 3.0
_MOST_KM = 900.0
_SECOND = re.compile(
    r"^(?: ?\([^()]{1,60}\))?(?: et | and | & |[-–]| [-–] | a | to | towards? | vers |, et )"
    r"(?:la |le |les |the )?(?:d'|de )?$"
)


# "à l'entrée sud de Dioura" is Dioura.
_SIDE_OF_TOWN = re.compile(
    r"\b(?:entrees?|sorties?|quartiers?|banlieues?|peripheries?|rives?|parties?|entrance|exit|outskirts|edge|side|gate)"
    r"(?: (?:of|de|du))? $"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A phrase at [start, end) that places something `km` from an anchor, in a direction, or between two anchors.

    `anchor` and `second` are numbers of names; without an anchor the phrase means a place told before ("plus au nord").
    `implied` is "capital" or "seat" where a common noun stands for the anchor.  `towards` is the name that a road
    leads to: "40 km from Bamako, on the road to Ségou".
    """

    start: int
    end: int
    km: float | None
    bearing: float | None
    anchor: int | None
    second: int | None = None
    implied: str = ""
    towards: int | None = None


def find_relations(folded: str, names: Sequence[Name]) -> tuple[Relation, ...]:
    """Every relation of a folded text, in order, those with a distance before vaguer ones that overlap them."""
    starts = {name.start: number for number, name in enumerate(names)}
    taken: list[Relation] = []
    found = (_distances(folded, starts, names), _directions(folded, starts, names), _betweens(folded, names))
    for relation in chain.from_iterable(found):
        if all(relation.end <= other.start or other.end <= relation.start for other in taken):
            taken.append(relation)
    return tuple(sorted(taken, key=lambda one: one.start))


def _distances(folded: str, starts: Mapping[int, int], names: Sequence[Name]) -> Iterator[Relation]:
    for match in DISTANCE_FROM.finditer(folded):
        km = kilometres_of(match["number"], match["unit"])
        bearing = bearing_of(match["direction"]) if match["direction"] else None
        anchor = starts.get(match.end()) if match["link"] else None
        implied = _implied(match["settlement"], folded[match.end() : match.end() + 14]) if anchor is None else ""
        if km > _MOST_KM or (anchor is None and not implied and bearing is None):
            continue
        end = names[anchor].end if anchor is not None else match.end()
        towards = _towards(folded, names, match.start(), anchor) if bearing is None and anchor is not None else None
        yield Relation(match.start(), end, km, bearing, anchor, None, implied, towards)


def _towards(folded: str, names: Sequence[Name], start: int, anchor: int) -> int | None:
    """The name that the road leads to, told after a distance or just before it, or told as a road from A to B."""
    before = anchor - 1
    told = [i for i, name in enumerate(names[anchor + 1 : anchor + 3], anchor + 1)
            if TOWARDS.match(folded[names[anchor].end : name.start])]  # fmt: skip
    if told:
        return next((i for i in told if names[i].known), told[0])
    if before < 0 or not re.match(r"^,? ?$", folded[names[before].end : start]):
        return None
    if ROAD_OF.search(folded[max(0, names[before].start - 40) : names[before].start]):
        return before
    return None


def _implied(settlement: str | None, after: str) -> str:
    words = f"{settlement or ''}{after}"
    if re.match(r"\W*(?:la |the |malian )*capitale?\b", words):
        return "capital"
    return "seat" if re.match(r"\W*(?:le )?chef-lieu\b", words) else ""


def _directions(folded: str, starts: Mapping[int, int], names: Sequence[Name]) -> Iterator[Relation]:
    for match in DIRECTION_OF.finditer(folded):
        anchor = starts.get(match.end())
        before = folded[max(0, match.start() - 24) : match.start()]
        if anchor is None or _SIDE_OF_TOWN.search(before) or _is_country(names[anchor]):
            continue
        yield Relation(match.start(), names[anchor].end, None, bearing_of(match["direction"]), anchor)


def _is_country(name: Name) -> bool:
    """Whether a name is a country's: "north of Mali" is its north, not what lies beyond."""
    return bool(name.places) and name.places[0].feature == "A.PCLI"


def _betweens(folded: str, names: Sequence[Name]) -> Iterator[Relation]:
    """Two names in a row that are the ends of a way, whatever stands in brackets after the first."""
    for number, first in enumerate(names):
        joined = (i for i in range(number + 1, min(number + 5, len(names)))
                  if _SECOND.match(folded[first.end : names[i].start]))  # fmt: skip
        second = next(joined, None)
        if second is None:
            continue
        before = folded[max(0, first.start - 90) : first.start]
        opening = BETWEEN.search(before) or ALONG.search(before)
        if opening:
            yield Relation(first.start - len(before) + opening.start(), names[second].end, None, None, number, second)
        elif JOURNEY.search(before) or ALONG_AFTER.match(folded[names[second].end : names[second].end + 30]):
            yield Relation(first.start, names[second].end, None, None, number, second)


def located(relation: Relation, anchor: Site, second: Site | None, name: str) -> Site:
    """The site that a relation gives, by the sites of its anchors.  Without a direction: a ring round the anchor."""
    if second is not None:
        return _between(anchor, second, name)
    if relation.bearing is None:
        km = relation.km or SIDE_KM
        return Site(name, anchor.lat, anchor.lon, km, anchor.confidence * 0.9, anchor.place, anchor.alternatives, km)
    km = relation.km or SIDE_KM
    lat, lon = destination(anchor.lat, anchor.lon, relation.bearing, km)
    along_km, across_km = (km * _ROUNDING if relation.km else km * 0.6), km * sin(radians(_SECTOR_DEG))
    off_km = hypot(along_km, across_km, min(anchor.uncertainty_km, 10.0))
    reach_km, sure = max(_LEAST_KM, round(off_km, 1)), round(anchor.confidence * 0.9, 3)
    return Site(name, lat, lon, reach_km, sure, anchor.place, anchor.alternatives, relation.km)


def _between(first: Site, second: Site, name: str) -> Site:
    lat, lon = midpoint(first.lat, first.lon, second.lat, second.lon)
    half_km = distance_km(first.lat, first.lon, second.lat, second.lon) / 2
    sure = min(first.confidence, second.confidence) * 0.9
    ends = (first.lat, first.lon), (second.lat, second.lon)
    return Site(name, lat, lon, round(max(_LEAST_KM, half_km), 1), sure, first.place, ends=ends)


def misfit(relation: Relation, anchor: Site, place: Place) -> float:
    """How badly a place fits what a relation says of it: 0 is exact, 1 the rounding to be expected, 2.5 wrong."""
    apart_km = distance_km(anchor.lat, anchor.lon, place.lat, place.lon)
    off = 0.0
    if relation.km is not None:
        off = abs(apart_km - relation.km) / max(5.0, relation.km * _ROUNDING)
    elif apart_km > 6 * SIDE_KM:
        off = apart_km / SIDE_KM - 5
    if relation.bearing is not None and apart_km > _LEAST_KM:
        turned = turn_deg(bearing_deg(anchor.lat, anchor.lon, place.lat, place.lon), relation.bearing)
        off = max(off, turned / (2 * _SECTOR_DEG))
    return off
