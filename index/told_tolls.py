"""Who says how many: the tolls of a story's dispatches, each with its speaker.  Pure.

A toll is said by whoever's claim holds it, the narrowest such claim; where no claim does, the source itself says it.
Of a dispatch that tells several happenings only the tolls of this one count: those whose sentence may be at its place
and on its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.geometry import distance_km
from index.model import Claim, ClaimVerb, Happened, Hit, Site, Span, ToldToll
from index.story_model import Toll

_SAME_PLACE_KM = 5.0


@dataclass(frozen=True, slots=True)
class TollSentence:
    """A sentence of the news that tells tolls, where and when; `claims` are those of its dispatch."""

    span: Span
    sites: tuple[Site, ...]
    happened: Happened | None
    tolls: tuple[Toll, ...]
    claims: tuple[Claim, ...]
    source: str
    dispatch: str


def told_tolls(hits: Iterable[Hit], told: Mapping[int, Sequence[TollSentence]]) -> tuple[ToldToll, ...]:
    """The tolls of a story's hits, each once a speaker and source; `told` holds the sentences by dispatch row."""
    found: dict[tuple[object, ...], ToldToll] = {}
    for hit in hits:
        for sentence in told.get(hit.dispatch_row, ()):
            if _is_of(hit, sentence):
                found |= {_sameness(one): one for one in _said(sentence) if _sameness(one) not in found}
    return tuple(found.values())


def _sameness(one: ToldToll) -> tuple[object, ...]:
    toll = one.toll
    return one.speakers, one.source, toll.harm, toll.least, toll.most, toll.victims


def _is_of(hit: Hit, sentence: TollSentence) -> bool:
    if hit.happened and sentence.happened and not _overlap(hit.happened, sentence.happened):
        return False
    site = hit.site
    return site is None or not sentence.sites or any(_is_near(site, other) for other in sentence.sites)


def _overlap(one: Happened, other: Happened) -> bool:
    return one.start < other.end and other.start < one.end


def _is_near(one: Site, other: Site) -> bool:
    reach_km = _SAME_PLACE_KM + one.uncertainty_km + other.uncertainty_km
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= reach_km


def _said(sentence: TollSentence) -> Iterator[ToldToll]:
    for toll in sentence.tolls:
        yield ToldToll(toll, _speakers(toll, sentence.claims), sentence.source, sentence.dispatch)


def _speakers(toll: Toll, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Those of the narrowest claim that holds the toll; who denies says no toll."""
    around = [
        one for one in claims if one.verb is not ClaimVerb.DENIES and one.start <= toll.start and toll.end <= one.end
    ]
    narrowest = min((one.end - one.start for one in around), default=0)
    return tuple(dict.fromkeys(one.actor for one in around if one.end - one.start == narrowest))
