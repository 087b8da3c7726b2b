"""Where countries meet: the line that two countries share, and how far a point lies from it.

`borders.json` holds the borders of the world by the ISO 3166-1 alpha-2 codes of both sides ("ML-NE", in the order of
the alphabet): for each line the first point and then the steps from point to point, latitude before longitude, in
hundredths of a degree.  Derived from Natural Earth 4.1, 1:10m Admin 0 countries (public domain,
https://www.naturalearthdata.com), as the npm package world-atlas 2.0.2 holds it (countries-10m.json): the arcs that two
countries use, simplified (Douglas and Peucker 1973) to within 1.0 km and rounded, 1.6 km at most off the original.  Of
the settlements of the GeoNames files of Mali, Burkina Faso and Niger 0.1 % lie more than 2 km on the far side.
Natural Earth draws who holds the land, not who claims it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import ceil, degrees

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0088  # mean radius R1 of WGS 84: Moritz, Geodetic Reference System 1980, J. Geodesy 74 (2000)
_STEP_DEG = 0.01
_MOST_PIECES = 200  # of a border as circles: SQLite takes no more than 1,000 conditions in a row
_PIECE_POINTS = 8

Point = tuple[float, float]  # (lat, lon) in degrees
Line = tuple[Point, ...]
_Vectors = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Segments:
    """The stretches of great circle that lines are made of, as unit vectors: both ends and the pole of each."""

    starts: _Vectors
    ends: _Vectors
    poles: _Vectors


def border_code(one: str, other: str) -> str:
    """The code of the border between two countries."""
    return "-".join(sorted((one, other)))


def borders_of(country: str) -> tuple[str, ...]:
    """The codes of a country's land borders, none for an island."""
    return tuple(code for code in _lines() if country in code.split("-"))


def border_between(one: str, other: str) -> tuple[str, ...]:
    """The code of the border between two countries, as a tuple: empty where they share none."""
    code = border_code(one, other)
    return (code,) if code in _lines() else ()


def nearest_point(borders: tuple[str, ...], lat: float, lon: float) -> tuple[float, Point]:
    """How far a point lies from the nearest of some borders, in kilometres, and the nearest point of that border."""
    segments = _segments(borders)
    point = _unit_vectors([(lat, lon)])[0]
    across = segments.poles @ point
    beside = (np.cross(segments.poles, segments.starts) @ point >= 0) & (
        np.cross(segments.ends, segments.poles) @ point >= 0
    )
    vertices = np.concatenate([segments.starts, segments.ends])
    corner = vertices[int((vertices @ point).argmax())]
    found = [corner]
    if beside.any():
        i = int(np.where(beside, np.abs(across), np.inf).argmin())
        found.append(point - across[i] * segments.poles[i])
    foot = max((one / np.linalg.norm(one) for one in found), key=lambda one: float(one @ point))
    chord = float(np.linalg.norm(foot - point))
    return float(2 * EARTH_RADIUS_KM * np.arcsin(min(1.0, chord / 2))), _point(foot)


def stretch(borders: tuple[str, ...], around: Point | None = None, reach_km: float = 0.0) -> tuple[Point, float] | None:
    """The middle of some borders, or of what lies within `reach_km` of a point: a point of theirs, and how far from it
    they go on, in kilometres.  None where nothing of them lies there."""
    points = _along(borders)
    if around is not None:
        points = points[_apart_km(points, _unit_vectors([around])[0]) <= reach_km]
    if not len(points):
        return None
    mean = points.mean(axis=0)
    middle = points[int((points @ mean).argmax())]
    return _point(middle), float(_apart_km(points, middle).max())


@lru_cache(maxsize=64)
def middle_of(borders: tuple[str, ...]) -> Point:
    """The mean of the points along some borders: of all those of a country, about its middle."""
    mean = _along(borders).mean(axis=0)
    return _point(mean / np.linalg.norm(mean))


def covering(borders: tuple[str, ...], radius_km: float) -> Iterator[tuple[float, float, float]]:
    """Circles (lat, lon, radius in km) that together hold all within `radius_km` of some borders."""
    lines = [line for code in borders for line in _lines()[code]]
    size = max(_PIECE_POINTS, ceil(sum(map(len, lines)) / _MOST_PIECES))
    for line in lines:
        for start in range(0, max(1, len(line) - 1), size):
            piece = _unit_vectors(line[start : start + size + 1])
            middle = piece.mean(axis=0) / np.linalg.norm(piece.mean(axis=0))
            yield (*_point(middle), float(_apart_km(piece, middle).max()) + radius_km)


@lru_cache(maxsize=1)
def _lines() -> dict[str, tuple[Line, ...]]:
    encoded = json.loads(files("index").joinpath("borders.json").read_text(encoding="ascii"))
    return {code: tuple(map(_decoded, lines)) for code, lines in encoded.items()}


def _decoded(steps: str) -> Line:
    points = np.array(steps.split(), dtype=np.int64).reshape(-1, 2).cumsum(axis=0) * _STEP_DEG
    return tuple((float(lat), float(lon)) for lat, lon in points)


@lru_cache(maxsize=64)
def _segments(borders: tuple[str, ...]) -> _Segments:
    lines = [_unit_vectors(line) for code in borders for line in _lines()[code]]
    starts = np.concatenate([line[:-1] for line in lines])
    ends = np.concatenate([line[1:] for line in lines])
    poles = np.cross(starts, ends)
    return _Segments(starts, ends, poles / np.linalg.norm(poles, axis=1, keepdims=True))


@lru_cache(maxsize=64)
def _along(borders: tuple[str, ...]) -> _Vectors:
    """Points along the borders, no further apart than about 10 km."""
    segments = _segments(borders)
    counts = np.ceil(np.linalg.norm(segments.ends - segments.starts, axis=1) * EARTH_RADIUS_KM / 10).astype(int) + 1
    shares = [np.linspace(0.0, 1.0, count)[:, None] for count in counts]
    both = zip(segments.starts, segments.ends, shares, strict=True)
    points = np.concatenate([start * (1 - share) + end * share for start, end, share in both])
    return np.asarray(points / np.linalg.norm(points, axis=1, keepdims=True))


def _apart_km(points: _Vectors, point: _Vectors) -> _Vectors:
    chords = np.linalg.norm(points - point, axis=1)
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chords / 2)))


def _unit_vectors(points: Line | list[Point]) -> _Vectors:
    lat, lon = np.radians(np.array(points)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _point(vector: _Vectors) -> Point:
    return degrees(float(np.arcsin(vector[2]))), degrees(float(np.arctan2(vector[1], vector[0])))
