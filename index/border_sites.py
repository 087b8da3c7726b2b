"""Where a border that a dispatch names is: the stretch of it that the units told beside it leave.  Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.border_phrases import BorderPhrase
from index.borders import Point, borders_of, nearest_point, stretch
from index.gazetteer import is_unit, radius_km
from index.model import Borderland, Place, Site
from index.place_scene import Scene, sentence_bounds

NEAR_BORDER_KM = 30.0  # "near the border" without a distance: villages told so lie mostly within it
_CONFIDENCE = 0.5  # of a place told by a border alone
_SLACK_KM = 15.0  # how far off a distance to a border may be
_LOOSE_KM = 40.0
_ROUGH = 1.5
_OWN_SHARE = 0.3  # of the mentions of the country named most: less is a country spoken of in passing


def border_site(scene: Scene, phrase: BorderPhrase, units: Sequence[Place], name: str) -> Site | None:
    """The site of what is told by a border, in the smallest of `units` that the border passes by.

    The point lies in the middle of the stretch, the uncertainty reaches to its ends.  None where nothing says whose
    border it is.
    """
    reach_km = NEAR_BORDER_KM if phrase.km is None else phrase.km
    for unit in sorted(units, key=radius_km):
        borders = _passing(phrase.borders((unit.country,)), unit, reach_km)
        if borders and unit.feature != "A.PCLI":
            return _site(name, borders, reach_km, unit)
    home = tuple(dict.fromkeys(unit.country for unit in units)) or _own_countries(scene, phrase)
    borders = phrase.borders(home)
    own = [code for code in home if any(code in one.split("-") for one in borders)]
    return (
        _site(name, borders, reach_km, Place(0, name, 0.0, 0.0, own[0]) if len(own) == 1 else None) if borders else None
    )


def border_misfit(phrase: BorderPhrase, place: Place) -> float:
    """How badly a place fits what is said of a border: 0 is near it, or as far as told; 1 off by what is rounded.

    "Near" is said loosely where the land is empty.
    """
    borders = phrase.borders((place.country,))
    if not borders:
        return 0.0
    apart_km = nearest_point(borders, place.lat, place.lon)[0]
    if phrase.km is None:
        return max(0.0, apart_km - NEAR_BORDER_KM) / _LOOSE_KM
    return abs(apart_km - phrase.km) / _SLACK_KM


def units_beside(scene: Scene, phrase: BorderPhrase, sites: Mapping[int, Site]) -> tuple[Place, ...]:
    """The units told in the sentence of a border; where it tells none, the last one told before."""
    start, end = sentence_bounds(scene, phrase.start)
    outside = {i: site.place for i, site in sites.items() if not phrase.start <= scene.names[i].start < phrase.end}
    units = {i: place for i, place in outside.items() if place and is_unit(place)}
    here = tuple(place for i, place in units.items() if start <= scene.names[i].start < end)
    before = [place for i, place in sorted(units.items()) if scene.names[i].start < start]
    return here or tuple(before[-1:])


def _passing(borders: tuple[str, ...], unit: Place, reach_km: float) -> tuple[str, ...]:
    """Those of the borders that pass by a unit.  Its circle is only a rough one: half as much again is still it."""
    most_km = _ROUGH * radius_km(unit) + reach_km
    return tuple(one for one in borders if nearest_point((one,), unit.lat, unit.lon)[0] <= most_km)


def _stretch(borders: tuple[str, ...], reach_km: float, holder: Place | None) -> tuple[Point, float] | None:
    """The middle of the borders, or of what passes by a unit, and how far they go on from it."""
    if holder is None or not is_unit(holder):
        return stretch(borders)
    point, radius = (holder.lat, holder.lon), radius_km(holder)
    return stretch(borders, point, radius + reach_km) or stretch(borders, point, _ROUGH * radius + reach_km)


def _site(name: str, borders: tuple[str, ...], reach_km: float, holder: Place | None) -> Site | None:
    found = _stretch(borders, reach_km, holder)
    if found is None:
        return None
    (lat, lon), half_km = found
    place = (
        replace(holder, geoname_id=0, name=name, feature="P.PPL", population=0, lat=lat, lon=lon) if holder else None
    )
    strip = Borderland(name, borders, reach_km, lat, lon)
    return Site(name, lat, lon, round(half_km + reach_km, 1), _CONFIDENCE, place, strip=strip)


def _own_countries(scene: Scene, phrase: BorderPhrase) -> tuple[str, ...]:
    """The countries that the dispatch is about most, of those that the country named borders on."""
    beside = {code for named in phrase.countries for one in borders_of(named) for code in one.split("-")}
    shares = {code: share for code, share in scene.countries.items() if code not in phrase.countries}
    if phrase.countries:
        shares = {code: share for code, share in shares.items() if code in beside}
    most = max(shares.values(), default=0.0)
    found = tuple(code for code, share in shares.items() if share == most and share >= _OWN_SHARE)
    return found if phrase.countries or len(found) == 1 else ()
