"""The nouns of stories: tolls, and what a later dispatch changes of what was told.  Frozen, slotted, without I/O."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Harm(StrEnum):
    """What was done to the people that a toll counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    ABDUCTED = "abducted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of harmed people at [start, end) of a body: at least `least`, and at most `most` where the words say so
    ("a dozen", "15 to 17", "more than 20" has no `most`).  `victims` is who they were, as one of the words soldiers,
    civilians, attackers, people (where it is not said)."""

    start: int
    end: int
    harm: Harm
    least: int
    most: int | None
    victims: str

    def may_equal(self, other: Toll) -> bool:
        """Whether one number can be both: "at least 2" and 4 agree, "at least 9" and 4 do not."""
        return _reaches(self, other.least) and _reaches(other, self.least)


def _reaches(toll: Toll, count: int) -> bool:
    return toll.most is None or count <= toll.most


class Material(StrEnum):
    """What a later dispatch changed of a story, so that those who were told it must hear of it."""

    TOLL = "toll"
    PLACE = "place"
    CLAIMANT = "claimant"
    DENIAL = "denial"
    CORRECTION = "correction"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What one written version did to one story, told inside the transaction that wrote it.

    `story` is the story's row, `dispatch_row` the version's; `first` where the story began with it; `changed` is empty
    for a copy or a follow-up that says nothing new."""

    story: int
    dispatch_row: int
    first: bool
    changed: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What a dispatch changed of a story: who claims or denies (`actor`: a key of `index.actors` or the words
    themselves), or which toll it gives after which: `before` is None for the first, `after` where none is left."""

    material: Material
    source: str
    published_at: datetime | None
    actor: str = ""
    before: Toll | None = None
    after: Toll | None = None
