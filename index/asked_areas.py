"""The area that the places found in a question make: a circle, a unit, a region or several.  Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.asked_names import FoundPlace, Question
from index.gazetteer import is_unit
from index.homonyms import unit_codes
from index.model import Area, Circle, Region, Shape, Unit
from index.place_evidence import unit_level
from index.place_words import UNIT_AFTER, UNIT_BEFORE, UNIT_LEVELS

NEAR_RADIUS_KM = 50.0  # "near": what a reader who must decide on a journey or a warning would count as near
IN_RADIUS_KM = 15.0  # "in" a town: its outskirts, and the coarseness of a point that stands for a town


def level_of_all(asked: Question, found: Sequence[FoundPlace]) -> str:
    """The level of every member of a list: "dans les régions de Gao, Ménaka et Kidal"; "" where none is told."""
    told = UNIT_BEFORE.search(asked.folded[: found[0].name.start]) or UNIT_AFTER.search(asked.folded[found[-1].end :])
    return UNIT_LEVELS[told["unit"]] if told and told["unit"].endswith("s") else ""


def area_of(asked: Question, found: FoundPlace, radius_km: float | None, level: str = "") -> Circle | Unit | Region:
    """The land about one place, or the unit or region that it is; a unit's level may be told for a whole list."""
    if found.region is not None:
        return found.region
    site = found.site
    place = site.place if site else None
    if site is None:
        return Circle(found.name.text, 0.0, 0.0, 0.0)
    if place is None:  # where who asks stands: it has no name, and no text that says "me" tells of it
        return Circle("", site.lat, site.lon, radius_km or NEAR_RADIUS_KM)
    level = unit_level(asked.folded, found.name) or level
    if is_unit(place):
        return Unit(found.name.text, unit_codes(place), place.lat, place.lon)
    if level and radius_km is None:
        depth = {"A.ADM1": 2, "A.ADM2": 3}.get(level, 4)
        return Unit(found.name.text, unit_codes(place)[:depth], place.lat, place.lon)
    return Circle(found.name.text, place.lat, place.lon, IN_RADIUS_KM if radius_km is None else radius_km)


def union(parts: Sequence[Circle | Unit | Region]) -> Area:
    """Several areas as one."""
    if len(parts) == 1:
        return parts[0]
    return Shape(", ".join(part.name for part in parts), tuple(parts), parts[0].lat, parts[0].lon)


def unit_start(asked: Question, start: int) -> int:
    """Where the words of a name begin, with "region" and its preposition before it."""
    told = UNIT_BEFORE.search(asked.folded[:start])
    return told.start() if told else start


def unit_end(asked: Question, end: int) -> int:
    """Where the area's words end, with "region" after its name."""
    after = re.match(r" (?:region|cercle|province|district|area|zone|commune)s?\b", asked.folded[end:])
    return end + (after.end() if after else 0)
