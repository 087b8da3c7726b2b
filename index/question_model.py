"""The nouns of asking: frozen, slotted, without I/O."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another place of the name that a question gives; `label` tells it apart: "Koro, Mopti, ML".  Degrees, WGS 84."""

    geoname_id: int
    label: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that goes on from another, told as a whole one.  `keeps_place`: its place is that of the other."""

    question: str
    language: str
    keeps_place: bool
