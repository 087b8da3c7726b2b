"""Which of the places that share a name is meant.  Pure.

Every kind of evidence adds to the weight of a reading; the weights are like the logarithms of odds, so that their
exponentials give the confidence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import exp

from index.gazetteer import is_unit, name_key, prominence, radius_km
from index.geometry import area_contains, distance_km, region_reach_km, unit_holds
from index.model import Place, Region, Site, Unit

Candidates = tuple[str, Sequence[Place]]  # a name and the places that bear it
MOST_ALTERNATIVES = 8
_NEAR_KM = 100.0
_WORLD_PROMINENCE = 3.2  # a town of some 250,000
_COUNTRY_WEIGHT = 2.5
_FOREIGN_WEIGHT = -3.0  # a small place in a country that the text does not name
_SEAT_WEIGHT = 1.5  # a village that its commune or district has its name from
_SEAT_KM = 25.0
_OWN_NAME_WEIGHT = 2.0  # the place's own name, not one of the alternates that a large city has in many languages
_NEAR_WEIGHT = 2.0
_QUALIFIER_WEIGHT = 4.0
_QUALIFIER_NEAR_WEIGHT = 3.0
_RELATION_WEIGHT = 5.0
_UNIT_WEIGHT = 10.0  # "région de Mopti" is the region, however large the town
_COLLECTION_WEIGHT = 4.0  # all that a collection tells of a name happened at this one of its bearers


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one reading or another: shares of countries named (0 to 1), places named beside it, the units or
    regions that it is said to lie in, how badly a place fits a relation told of it, and how many happenings a
    collection tells at each place (by GeoNames number)."""

    countries: Mapping[str, float] = field(default_factory=dict)
    beside: Sequence[tuple[float, float]] = ()
    inside: Sequence[Place | Region] = ()
    misfit: Callable[[Place], float] | None = None
    as_unit: str = ""  # the level that a unit word tells ("A.ADM1"), "" for a settlement
    collection: Mapping[int, int] = field(default_factory=dict)


def choose(name: str, places: Sequence[Place], evidence: Evidence) -> Site:
    """The likeliest reading of a name, with the others as alternatives and its share of the odds as confidence."""
    key = name_key(name)
    units = [place for place in places if is_unit(place)]
    told = sum(evidence.collection.get(number, 0) for number in {place.geoname_id for place in places}) or 1
    weights = {
        place: weigh(place, evidence)
        + _own_name_weight(place, key)
        + _seat_weight(place, units)
        + _COLLECTION_WEIGHT * evidence.collection.get(place.geoname_id, 0) / told
        + (_FOREIGN_WEIGHT if is_alias_abroad(place, key, evidence.countries) else 0.0)
        for place in dict.fromkeys(places)
    }
    ranked = sorted(weights, key=lambda place: (-weights[place], place.geoname_id))
    best = ranked[0]
    odds = [exp(weights[place] - weights[best]) for place in ranked]
    others = tuple(place for place in ranked[1 : MOST_ALTERNATIVES + 1] if not _same_spot(place, best))
    near = sum(odd for odd, place in zip(odds, ranked, strict=True) if _same_spot(place, best))
    return Site(name, best.lat, best.lon, radius_km(best), round(near / sum(odds), 3), best, others)


def _own_name_weight(place: Place, key: str) -> float:
    return _OWN_NAME_WEIGHT if name_key(place.name) == key else 0.0


def _seat_weight(place: Place, units: Sequence[Place]) -> float:
    if is_unit(place):
        return 0.0
    near = any(distance_km(place.lat, place.lon, unit.lat, unit.lon) < _SEAT_KM for unit in units)
    return _SEAT_WEIGHT if near else 0.0


def is_foreign(place: Place, countries: Mapping[str, float]) -> bool:
    """Whether a place is too small to be meant in a text that names other countries and not its own."""
    small = prominence(place) < _WORLD_PROMINENCE and place.feature != "A.PCLI"
    return small and bool(countries) and place.country not in countries


def is_alias_abroad(place: Place, key: str, countries: Mapping[str, float]) -> bool:
    """Whether a name is only an alias of a place abroad ("Amani" of Amman): a mere likeness in another language."""
    if place.feature == "A.PCLI" or not countries or place.country in countries:
        return False
    return name_key(place.name) != key


def choose_pair(first: Candidates, second: Candidates, evidence: Evidence) -> tuple[Site, Site]:
    """The readings of two names told together ("between A and B"): near each other, else as likely as each alone."""
    points = [tuple((place.lat, place.lon) for place in places) for _, places in (first, second)]
    one = choose(*first, replace(evidence, beside=points[1]))
    other = choose(*second, replace(evidence, beside=((one.lat, one.lon),)))
    return choose(*first, replace(evidence, beside=((other.lat, other.lon),))), other


def weigh(place: Place, evidence: Evidence) -> float:
    """The weight of one reading."""
    weight = prominence(place) + _COUNTRY_WEIGHT * evidence.countries.get(place.country, 0.0)
    weight += _FOREIGN_WEIGHT if is_foreign(place, evidence.countries) else 0.0
    weight += _unit_weight(place, evidence.as_unit)
    if evidence.beside and not is_unit(place):
        nearest_km = min(distance_km(place.lat, place.lon, *point) for point in evidence.beside)
        weight += (0.5 if evidence.inside else 1.0) * _NEAR_WEIGHT * exp(-nearest_km / _NEAR_KM)
    weight += sum(_inside_weight(place, one) for one in evidence.inside)
    if evidence.misfit is not None:
        off = evidence.misfit(place)
        weight += _RELATION_WEIGHT * (exp(-off * off / 2) if off < 3 else -1.0)
    return weight


def _unit_weight(place: Place, level: str) -> float:
    if not level:
        return 0.0
    if place.feature == level:
        return _UNIT_WEIGHT
    return _UNIT_WEIGHT / 3 if is_unit(place) else 0.0


def _inside_weight(place: Place, holder: Place | Region) -> float:
    apart_km = distance_km(place.lat, place.lon, holder.lat, holder.lon)
    reach_km = max(_NEAR_KM, region_reach_km(holder) if isinstance(holder, Region) else radius_km(holder))
    near = _QUALIFIER_NEAR_WEIGHT * exp(-apart_km / reach_km)
    if isinstance(holder, Region):
        held = area_contains(holder, Site(place.name, place.lat, place.lon, 0.0, 1.0, place))
        return near + (_QUALIFIER_WEIGHT / 2 if held else 0.0)
    codes = unit_codes(holder)
    return near + (_QUALIFIER_WEIGHT if unit_holds(Unit(holder.name, codes, holder.lat, holder.lon), place) else 0.0)


def unit_codes(place: Place) -> tuple[str, ...]:
    """The codes of the area that a place stands for: a unit's own, for a settlement its district's or region's."""
    depth = {"A.PCLI": 1, "A.ADM1": 2, "A.ADM2": 3, "A.ADM3": 4}.get(place.feature, 3)
    codes = (place.country, place.admin1, place.admin2, place.admin3)[:depth]
    if depth == 4 and not place.admin2:  # a commune whose district is not told: nothing below the region can match
        codes = codes[:2]
    known = next((i for i, code in enumerate(codes) if not code), len(codes))
    return codes[:known]


def _same_spot(one: Place, other: Place) -> bool:
    return distance_km(one.lat, one.lon, other.lat, other.lon) < 5.0
