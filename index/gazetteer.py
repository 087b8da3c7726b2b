"""The gazetteer in memory: names to places, blind to accents, case, hyphens, spaces and apostrophes.  Pure once built.

It holds what it was built from and nothing else; reading files and the world's towns is `index.geonames`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import log10

from index.countries import country_radius_km
from index.model import Place
from index.text import fold

# Letters of West African alphabets (Bambara, Fula) and how French and English write them.
_PLAIN_LETTERS = {"ɔ": "o", "ɛ": "e", "ɲ": "n", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƴ": "y", "œ": "oe", "æ": "ae"}
TOWN_PROMINENCE = 2.5  # a settlement of this prominence is a small town
_SHORTEST_NAME = 2
_SHORTEST_TO_RESPELL = 5
_ALPHABET = string.ascii_lowercase
_DOUBLED = re.compile(r"(.)\1+")
# Letters and how else the same sound is written, in the order in which they are put in each other's place.
_SOUNDS = {
    "ou": "u", "w": "u", "o": "u", "dj": "j", "dy": "di", "ph": "f", "gh": "g", "kh": "k", "gue": "ge", "gui": "gi",
    "ck": "k", "c": "k", "q": "k", "y": "i", "z": "s", "h": "",
}  # fmt: skip

# How much of a place a name is likely to mean when nothing else is said: GeoNames feature codes, capital to hamlet.
_FEATURE_WEIGHT = {
    "A.PCLI": 7.0,
    "P.PPLC": 6.0,
    "P.PPLA": 4.5,
    "P.PPLA2": 3.5,
    "P.PPLA3": 2.5,
    "P.PPLA4": 2.0,
    "P.PPLX": 0.5,  # a section of a town
    "P.PPLQ": 0.3,  # abandoned
    "P.PPLH": 0.3,
    "A.ADM1": 2.2,
    "A.ADM2": 1.2,
    "A.ADM3": 0.8,
    "A.ADM4": 0.4,
}
_CLASS_WEIGHT = {"P": 1.0, "A": 0.3}

# The radius within which most of a unit lies, in km.  Typical of Mali, Burkina Faso and Niger: a region has some
# 70,000 km2, a cercle, province or département 8,000, a commune 1,200.
_UNIT_RADIUS_KM = {"A.ADM1": 150.0, "A.ADM2": 50.0, "A.ADM3": 20.0, "A.ADM4": 10.0}
_SETTLEMENT_RADIUS_KM = ((1_000_000, 12.0), (200_000, 6.0), (20_000, 4.0), (0, 2.0))
_LANDSCAPE_RADIUS_KM = {"L": 20.0, "T": 20.0, "H": 5.0, "V": 20.0, "S": 2.0}


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place and every name it goes by; `place.name` need not be repeated."""

    place: Place
    names: tuple[str, ...] = ()


class _KeyTable(dict[int, str]):
    """Code point -> what is left of it in a key, worked out once each: `str.translate` asks `__missing__`."""

    def __missing__(self, code: int) -> str:
        folded = "".join(_PLAIN_LETTERS.get(one, one) for one in fold(chr(code)))
        self[code] = "".join(one for one in folded if one.isalnum())
        return self[code]


_KEY_TABLE = _KeyTable()


def name_key(name: str) -> str:
    """What two spellings of a name share: "N'Daki" and "Ndaki" give "ndaki".  Empty where it is not in Latin script."""
    key = name.translate(_KEY_TABLE)
    return key if key.isascii() else ""


def sound_key(name: str) -> str:
    """What two ways to write the same sounds share: "Dyoura" and "Dioura", "Sinda Uro" and "Sinda-Ouro".

    Names of West Africa reach the press by ear, in French, English or local letters.
    """
    key = _DOUBLED.sub(r"\1", name_key(name))
    for letters, sound in _SOUNDS.items():
        key = key.replace(letters, sound)
    return _DOUBLED.sub(r"\1", key)


def prominence(place: Place) -> float:
    """How likely a bare name means this place, from 0 (a ruin) to 9 (a country or a large capital)."""
    base = _FEATURE_WEIGHT.get(place.feature, _CLASS_WEIGHT.get(place.feature[:1], 0.2))
    return base + 0.4 * log10(place.population + 1) if place.feature.startswith("P") else base


def radius_km(place: Place) -> float:
    """How far from its point a place reaches."""
    if place.feature == "A.PCLI":
        return country_radius_km(place.country)
    if place.feature in _UNIT_RADIUS_KM:
        return _UNIT_RADIUS_KM[place.feature]
    if place.feature.startswith(("P", "A")) or not place.feature:
        return next(km for least, km in _SETTLEMENT_RADIUS_KM if place.population >= least)
    return _LANDSCAPE_RADIUS_KM.get(place.feature[0], 10.0)


def is_unit(place: Place) -> bool:
    """Whether the place is a country or an administrative unit."""
    return place.feature.startswith("A")


class Gazetteer:
    """Names to places.  Immutable once built."""

    __slots__ = ("_by_key", "_by_sound", "_capitals", "_places", "_regions", "detailed_countries")

    def __init__(self, places: dict[int, Place], by_key: dict[str, tuple[int, ...]]) -> None:
        self._places = places
        self._by_key = by_key
        self._capitals = {one.country: one for one in places.values() if one.feature == "P.PPLC"}
        self._regions = {(one.country, one.admin1): one for one in places.values() if one.feature == "A.ADM1"}
        self.detailed_countries = frozenset(one.country for one in places.values() if one.feature.startswith("A.ADM"))
        self._by_sound: dict[str, list[str]] = {}

    @staticmethod
    def from_entries(entries: Iterable[GazetteerEntry]) -> Gazetteer:
        """The gazetteer of these entries.  A place given twice keeps its last form, larger population and all names."""
        places: dict[int, Place] = {}
        by_key: dict[str, tuple[int, ...]] = {}
        for entry in entries:
            number = entry.place.geoname_id
            places[number] = _merged(places.get(number), entry.place)
            for key in _keys(entry):
                known = by_key.get(key, ())
                if number not in known:
                    by_key[key] = (*known, number)
        return Gazetteer(places, by_key)

    def __len__(self) -> int:
        return len(self._places)

    @property
    def is_small(self) -> bool:
        """Whether no country file is in it: villages and units are then unknown."""
        return not self.detailed_countries

    def place(self, geoname_id: int) -> Place | None:
        """The place of a GeoNames number, or None."""
        return self._places.get(geoname_id)

    def capital(self, country: str) -> Place | None:
        """The capital of a country (ISO 3166-1 alpha-2), or None."""
        return self._capitals.get(country)

    def regions(self, country: str) -> tuple[Place, ...]:
        """The first-level units of a country (ISO 3166-1 alpha-2); empty where its file was not read."""
        return tuple(one for (code, _), one in self._regions.items() if code == country)

    def label(self, place: Place) -> str:
        """A place as a reader can tell it from its namesakes: "Koro, Mopti, ML"."""
        region = self._regions.get((place.country, place.admin1))
        within = region.name.replace(" Region", "") if region and region is not place else ""
        return ", ".join(dict.fromkeys(part for part in (place.name, within, place.country) if part))

    def named(self, name: str) -> tuple[Place, ...]:
        """Every place of that name, most prominent first; empty where none is known."""
        return self.with_key(name_key(name))

    def with_key(self, key: str) -> tuple[Place, ...]:
        """As `named`, for a `name_key`."""
        found = [self._places[number] for number in self._by_key.get(key, ())]
        return tuple(sorted(found, key=prominence, reverse=True))

    def sounding_like(self, name: str) -> tuple[Place, ...]:
        """Places whose name is another way to write the same sounds ("Docoumbo", "Doukombo"), in the countries whose
        villages are known.  The first call takes a moment."""
        if not self.detailed_countries:
            return ()
        if not self._by_sound:
            for key, numbers in self._by_key.items():
                if any(self._places[number].country in self.detailed_countries for number in numbers):
                    self._by_sound.setdefault(sound_key(key), []).append(key)
        found = {place for key in self._by_sound.get(sound_key(name), ()) for place in self.with_key(key)}
        return tuple(sorted(found, key=lambda place: (-prominence(place), place.geoname_id)))

    def respelled(self, name: str) -> tuple[Place, ...]:
        """Places whose name is one letter off (added, lost, another, or two swapped), most prominent first."""
        found = {place for near in respellings(name) for place in self.with_key(near)}
        return tuple(sorted(found, key=lambda place: (-prominence(place), place.geoname_id)))


def _merged(known: Place | None, place: Place) -> Place:
    if known is None or known.population <= place.population:
        return place
    return replace(place, population=known.population)


def _keys(entry: GazetteerEntry) -> Iterator[str]:
    for name in (entry.place.name, *entry.names):
        key = name_key(name)
        if len(key) >= _SHORTEST_NAME:
            yield key


def respellings(name: str) -> frozenset[str]:
    """The keys one letter off a name's (added, lost, another, or two swapped); none for a short name."""
    key = name_key(name)
    return frozenset(_one_edit_away(key)) if len(key) >= _SHORTEST_TO_RESPELL else frozenset()


def _one_edit_away(key: str) -> Iterator[str]:
    for i in range(len(key) + 1):
        left, right = key[:i], key[i:]
        yield from (left + letter + right for letter in _ALPHABET)
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _ALPHABET)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
