"""The areas that a question can ask about: circles, units, regions, the land along a border.  Frozen, without I/O.

Points are the middle of an area, in WGS 84 degrees.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within `radius_km` of a point; the name is "" where that is where the person who asks stands."""

    name: str
    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A country or an administrative unit, held by its codes: ("ML",), ("ML", "04"), ("ML", "04", "7706")..."""

    name: str
    codes: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Region:
    """A known region that is no unit: the union of its parts."""

    name: str
    code: str
    parts: tuple[Circle | Unit, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Several areas asked for at once, or the strip between two places: the union of its parts."""

    name: str
    parts: tuple[Circle | Unit | Region, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Borderland:
    """All within `radius_km` of borders, each told by the codes of both sides ("ML-NE"): inside a unit or region only,
    where one is told.  Its point is the middle of the borders."""

    name: str
    borders: tuple[str, ...]
    radius_km: float
    lat: float
    lon: float
    inside: Unit | Region | None = None


Area = Circle | Unit | Region | Shape | Borderland
