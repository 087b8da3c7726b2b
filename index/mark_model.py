"""The nouns of what is marked in a text: places, dates, words of incident, actors.  Frozen, slotted, without I/O.

Offsets count code points of a dispatch's body, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model import Happened, Kind, Site


class PlaceRole(StrEnum):
    """What a place named in a text does there: only HAPPENING may be where the thing told happened."""

    HAPPENING = "happening"
    ANCHOR = "anchor"  # what another place is told by: "40 km from Bamako"
    QUALIFIER = "qualifier"  # the unit that another place lies in: "(Douentza, Mopti)"
    ASIDE = "aside"  # where somebody speaks, comes from or goes to; a dateline; a border


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text, at [start, end), and the site it stands for."""

    start: int
    end: int
    site: Site
    role: PlaceRole = PlaceRole.HAPPENING


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase at [start, end) and what it means.  `background` marks old news recalled ("en juin dernier")."""

    start: int
    end: int
    happened: Happened
    background: bool = False


@dataclass(frozen=True, slots=True)
class KindMention:
    """A word that tells a kind of incident.  `asserted` is false for "denied any attack", "fears of an attack"."""

    start: int
    end: int
    kind: Kind
    asserted: bool = True


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named at [start, end); `actor` is its key in `index.actors`."""

    start: int
    end: int
    actor: str
