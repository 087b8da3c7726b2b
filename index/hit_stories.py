"""Does this passage tell the same happening as that one?  Pure.

Two passages of one dispatch are one story unless they are at different places or on different days.  Passages of two
dispatches must agree on kind, day and place, and their texts must be near in meaning too: two ambushes near one town
on one day are two happenings more often than one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from index.geometry import distance_km
from index.model import Happened, Hit, Precision, Site

SAME_TEXT_SIMILARITY = 0.75  # cosine of two passages; see "Why this likeness" in CONTRIBUTING.md
SAME_PLACE_KM = 5.0
VAGUEST_KM = 40.0  # a place vaguer than this tells no two happenings apart, so it joins none


def group(hits: Iterable[Hit], similarity: Callable[[int, int], float]) -> list[list[Hit]]:
    """Hits in stories, in the order of their first hit; `similarity` is the cosine of two passages by id."""
    stories: list[list[Hit]] = []
    for hit in hits:
        home = next((story for story in stories if _belongs(hit, story, similarity)), None)
        if home is None:
            stories.append([hit])
        else:
            home.append(hit)
    return stories


def _belongs(hit: Hit, story: list[Hit], similarity: Callable[[int, int], float]) -> bool:
    return any(same_happening(hit, other, similarity) for other in story)


def same_happening(one: Hit, other: Hit, similarity: Callable[[int, int], float]) -> bool:
    """Whether two hits tell one happening."""
    if one.dispatch_row == other.dispatch_row:
        return _may_be_one_place(one.site, other.site) and _may_be_one_day(one.happened, other.happened)
    return (
        bool(set(one.kinds) & set(other.kinds))
        and _is_one_day(one.happened, other.happened)
        and _is_one_place(one.site, other.site)
        and similarity(one.passage_id, other.passage_id) >= SAME_TEXT_SIMILARITY
    )


def _may_be_one_place(one: Site | None, other: Site | None) -> bool:
    if one is None or other is None:
        return True
    return _apart_km(one, other) <= SAME_PLACE_KM + one.uncertainty_km + other.uncertainty_km


def _is_one_place(one: Site | None, other: Site | None) -> bool:
    if one is None or other is None or max(one.uncertainty_km, other.uncertainty_km) > VAGUEST_KM:
        return False
    return _may_be_one_place(one, other)


def _apart_km(one: Site, other: Site) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _may_be_one_day(one: Happened | None, other: Happened | None) -> bool:
    return one is None or other is None or (one.start < other.end and other.start < one.end)


def _is_one_day(one: Happened | None, other: Happened | None) -> bool:
    if one is None or other is None:
        return False
    fine = {Precision.HOUR, Precision.DAY}
    return one.precision in fine and other.precision in fine and _may_be_one_day(one, other)
