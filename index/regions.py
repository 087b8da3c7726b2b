"""Known regions that are no administrative unit, as unions of units and circles, each with where its outline is from.

Unit codes are GeoNames'.  A region's outline is a convention: what is listed is what the source named beside it counts
in, rounded outwards to whole units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from index.countries import country_names, country_radius_km
from index.gazetteer import Gazetteer, name_key
from index.geometry import COMPASS_POINTS, destination, region_reach_km
from index.model import Circle, Place, Region, Unit

_THIRD = 1 / 3
_FRENCH_PARTS = {"N": "nord", "S": "sud", "W": "ouest", "C": "centre"}


@dataclass(frozen=True, slots=True)
class NamedRegion:
    """A region, the names it goes by, the country it lies in ("" for several) and how far it reaches from its point."""

    region: Region
    names: tuple[str, ...]
    country: str
    radius_km: float


def _mali(name: str, *codes: str) -> tuple[Unit, ...]:
    return tuple(Unit(name, ("ML", code), *_MALI_POINTS[code]) for code in codes)


# Points of the regions of Mali: GeoNames.  12070575 is Taoudénit, 12070577 Ménaka; 00 stood for both before 2016.
_MALI_POINTS = {
    "01": (12.65, -8.0),
    "03": (13.9, -10.1),
    "04": (14.7, -3.4),
    "05": (13.6, -5.9),
    "06": (11.3, -6.2),
    "07": (13.8, -7.5),
    "08": (19.0, -3.5),
    "09": (16.6, 1.0),
    "10": (19.4, 1.2),
    "12070575": (21.0, -3.9),
    "12070577": (15.92, 2.4),
}

_TABLE = (
    # Liptako-Gourma Authority, founding charter of 1970: the border lands of Mali, Burkina Faso and Niger.  Its reach
    # since 2017 is wider; this is the heart that the press means: https://en.wikipedia.org/wiki/Liptako%E2%80%93Gourma_Authority
    NamedRegion(
        Region("Liptako-Gourma", "liptako-gourma", (Circle("Liptako-Gourma", 14.9, 0.3, 220.0),), 14.9, 0.3),
        ("Liptako-Gourma", "Liptako Gourma"),
        "",
        220.0,
    ),
    # The five states of the G5 Sahel, convention of Nouakchott of 19 December 2014; each country at its middle.
    NamedRegion(
        Region(
            "Sahel",
            "sahel",
            (
                Unit("Mauritanie", ("MR",), 20.0, -12.0),
                Unit("Mali", ("ML",), 18.0, -2.0),
                Unit("Burkina Faso", ("BF",), 12.5, -1.7),
                Unit("Niger", ("NE",), 18.0, 9.0),
                Unit("Tchad", ("TD",), 15.0, 19.0),
            ),
            15.0,
            3.0,
        ),
        ("Sahel",),
        "",
        1800.0,
    ),
    # The point where Mali, Burkina Faso and Niger meet (15.0 N, 0.2 E: CIA World Factbook maps) and 150 km round it.
    NamedRegion(
        Region("trois frontières", "three-borders", (Circle("trois frontières", 15.0, 0.23, 150.0),), 15.0, 0.23),
        (
            "trois frontières",
            "zone des trois frontières",
            "three borders",
            "tri-border",
            "tri-border area",
            "triborder",
            "three-border",
            "3 frontières",
        ),
        "",
        150.0,
    ),
    # The inner delta and its rims: the Fulani state of Masina (1818-62), Hamdallahi its seat; H. Barry in
    # https://en.wikipedia.org/wiki/Massina_Empire.  Not the cercle of Macina, which is smaller and further south-west.
    NamedRegion(
        Region("Macina", "macina", (Circle("Macina", 14.7, -4.6, 130.0),), 14.7, -4.6),
        ("Macina", "Massina", "Masina"),
        "ML",
        130.0,
    ),
    # The regions of Mopti and Ségou: International Crisis Group, "Central Mali: An Uprising in the Making?", 2016.
    NamedRegion(
        Region("centre du Mali", "mali-centre", _mali("centre du Mali", "04", "05"), 14.15, -4.65),
        ("centre du Mali", "centre malien", "central Mali"),
        "ML",
        230.0,
    ),
    # The regions of Tombouctou, Gao, Kidal, Ménaka and Taoudénit: UN Secretary-General, S/2013/189.
    NamedRegion(
        Region(
            "nord du Mali", "mali-north", _mali("nord du Mali", "08", "09", "10", "12070575", "12070577"), 18.3, -0.2
        ),
        ("nord du Mali", "nord malien", "northern Mali", "north Mali", "north of Mali", "Azawad"),
        "ML",
        450.0,
    ),
    # The regions of Sikasso, Bamako and the south of Koulikoro: the part south of 13.5 N in the same reports.
    NamedRegion(
        Region("sud du Mali", "mali-south", _mali("sud du Mali", "06", "01"), 11.6, -6.9),
        ("sud du Mali", "sud malien", "southern Mali", "south Mali"),
        "ML",
        220.0,
    ),
    # The region of Kayes: the only one west of 9 W in full.
    NamedRegion(
        Region("ouest du Mali", "mali-west", _mali("ouest du Mali", "03"), 13.9, -10.1),
        ("ouest du Mali", "ouest malien", "western Mali", "west Mali"),
        "ML",
        200.0,
    ),
    # Lake Chad Basin Commission: the lake and its shores in Niger, Nigeria, Chad and Cameroon; about 13 N, 14 E.
    NamedRegion(
        Region("lac Tchad", "lake-chad", (Circle("lac Tchad", 13.1, 14.2, 170.0),), 13.1, 14.2),
        ("lac Tchad", "Lake Chad", "bassin du lac Tchad", "Lake Chad basin"),
        "",
        170.0,
    ),
    # The inner Niger delta: Ramsar site 1365, 41,195 km2, from Djenné to Lake Débo.
    NamedRegion(
        Region("delta intérieur du Niger", "inner-delta", (Circle("delta intérieur", 15.2, -4.1, 120.0),), 15.2, -4.1),
        (
            "delta intérieur du Niger",
            "delta intérieur",
            "delta central du Niger",
            "inland delta",
            "inner delta",
            "Inner Niger Delta",
            "inland Niger delta",
        ),
        "ML",
        120.0,
    ),
    # The land in the bend of the Niger, south of the river: Gourma-Rharous, Gossi, Hombori, N'Tillit; GeoNames 2456917.
    NamedRegion(
        Region("Gourma", "gourma", (Circle("Gourma", 15.6, -1.3, 150.0),), 15.6, -1.3),
        ("Gourma", "Malian Gourma", "Gourma malien"),
        "ML",
        150.0,
    ),
    # The massif of Adrar des Ifoghas, region of Kidal: GeoNames 2597439, 20 N, 2 E.
    NamedRegion(
        Region("Adrar des Ifoghas", "ifoghas", (Circle("Adrar des Ifoghas", 19.8, 1.8, 120.0),), 19.8, 1.8),
        ("Adrar des Ifoghas", "Ifoghas mountains", "massif des Ifoghas", "Ifoghas region", "Adrar of the Ifoghas"),
        "ML",
        120.0,
    ),
    # The Dogon plain between the cliff and Burkina Faso: Bankass and Koro; GeoNames "Plaine du Séno", 14 N, 3.2 W.
    NamedRegion(
        Region("plaine du Séno", "seno", (Circle("plaine du Séno", 14.0, -3.2, 70.0),), 14.0, -3.2),
        ("plaine du Séno", "Séno plain", "Séno"),
        "ML",
        70.0,
    ),
    # The park and the forests round it where Benin, Burkina Faso and Niger meet: UNESCO World Heritage 749.
    NamedRegion(
        Region("W-Arly-Pendjari", "w-park", (Circle("parc du W", 11.9, 2.2, 120.0),), 11.9, 2.2),
        ("parc du W", "W National Park", "W Park", "W-Arly-Pendjari"),
        "",
        120.0,
    ),
)


@lru_cache(maxsize=1)
def regions_by_key() -> dict[str, NamedRegion]:
    """Every known region by the `name_key` of each of its names."""
    return {name_key(name): one for one in _TABLE for name in one.names}


@lru_cache(maxsize=1)
def region_first_words() -> frozenset[str]:
    """The keys of the words that a region's name may begin with, so that a scan need look no further at others."""
    return frozenset(name_key(name.replace("-", " ").split()[0]) for one in _TABLE for name in one.names)


def country_part(country: Place, direction: str, gazetteer: Gazetteer) -> NamedRegion:
    """The north, south-east, centre... of a country: a known region, else the first-level units on that side.

    A circle in that half where the gazetteer knows no units.
    """
    name = f"{country.name}, {direction}"
    known = regions_by_key().get(name_key(f"{_FRENCH_PARTS.get(direction, '')} du {country_names(country.country)[0]}"))
    if known:
        return known
    every = gazetteer.regions(country.country)
    if units := _on_side(every, direction):
        edge_km = country_radius_km(country.country) / sqrt(len(every))  # of a unit as large as the others
        return _of_units(name, f"{country.country}-{direction}", units, edge_km)
    reach_km = country_radius_km(country.country)
    lat, lon = country.lat, country.lon
    if direction != "C":
        lat, lon = destination(lat, lon, 45.0 * COMPASS_POINTS.index(direction), reach_km * 0.6)
    area = Region(name, f"{country.country}-{direction}", (Circle(name, lat, lon, reach_km * 0.6),), lat, lon)
    return NamedRegion(area, (name,), country.country, reach_km * 0.6)


def _on_side(units: Sequence[Place], direction: str) -> tuple[Place, ...]:
    """The units whose points lie in the outer third of a country in a direction, or in its middle ("C").

    The country's width and height are those that the points of its units span.  A third gives what the press means:
    the west of Burkina Faso is Boucle du Mouhoun, Hauts-Bassins, Cascades and Sud-Ouest (OCHA's "Grand Ouest"), the
    south of Niger its five regions along Nigeria and Niamey.
    """
    lats, lons = _scaled([unit.lat for unit in units]), _scaled([unit.lon for unit in units])
    return tuple(one for one, lat, lon in zip(units, lats, lons, strict=True) if _lies_on(direction, lat, lon))


def _scaled(values: Sequence[float]) -> list[float]:
    """Values from 0, the least, to 1, the greatest; all in the middle where they are one."""
    least, most = min(values, default=0.0), max(values, default=0.0)
    return [(value - least) / (most - least) if most > least else 0.5 for value in values]


def _lies_on(direction: str, lat: float, lon: float) -> bool:
    if direction == "C":
        return max(abs(lat - 0.5), abs(lon - 0.5)) < _THIRD / 2
    towards = {"N": lat, "S": 1 - lat, "E": lon, "W": 1 - lon}
    return sum(towards[letter] for letter in direction) / len(direction) > 1 - _THIRD


def _of_units(name: str, code: str, units: Sequence[Place], edge_km: float) -> NamedRegion:
    lat, lon = (sum(unit.lat for unit in units) / len(units), sum(unit.lon for unit in units) / len(units))
    parts = tuple(Unit(unit.name, (unit.country, unit.admin1), unit.lat, unit.lon) for unit in units)
    region = Region(name, code, parts, lat, lon)
    return NamedRegion(region, (name,), units[0].country, region_reach_km(region) + edge_km)
