"""Who says how many: the tolls of a story's dispatches, each with its speaker.  Pure.

A toll is said by whoever's claim holds it, the narrowest such claim; where no claim does, the source itself says it.
Of a dispatch that tells several happenings only the tolls of this one count: those whose sentence may be at its place
and on its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.geometry import distance_km
from index.local_time import as_told, zone_of
from index.model import Claim, ClaimVerb, Dispatch, Happened, Hit, Site, ToldToll
from index.story_model import Harm, Toll

_SAME_PLACE_KM = 5.0


@dataclass(frozen=True, slots=True)
class TollSentence:
    """A sentence of the news that tells tolls, where and when."""

    sites: tuple[Site, ...]
    happened: Happened | None
    tolls: tuple[Toll, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said in one dispatch, and the sentences of it that tell tolls."""

    claims: tuple[Claim, ...] = ()
    tolls: tuple[TollSentence, ...] = ()


def told_tolls(
    hits: Iterable[Hit], dispatches: Mapping[int, Dispatch], said: Mapping[int, Said]
) -> tuple[ToldToll, ...]:
    """The tolls of a story's hits, each once a speaker and source; the mappings are by dispatch row."""
    found: dict[tuple[object, ...], ToldToll] = {}
    for hit in hits:
        here = said.get(hit.dispatch_row, Said())
        for toll in (toll for sentence in here.tolls if _is_of(hit, sentence) for toll in sentence.tolls):
            dispatch = dispatches[hit.dispatch_row]
            told = ToldToll(toll, _speakers(toll, here.claims), dispatch.source, dispatch.id)
            found.setdefault(_sameness(told), told)
    return tuple(found.values())


def about(hits: Sequence[Hit], said: Said) -> list[TollSentence]:
    """The sentences that tell tolls of any of the hits of one dispatch."""
    return [sentence for sentence in said.tolls if any(_is_of(hit, sentence) for hit in hits)]


def killed(sentences: Iterable[TollSentence]) -> int:
    """The most killed that one sentence tells, all its tolls together ("six soldiers and two civilians"); "over 10"
    is 11, since a toll without upper bound may be one more.  0 where none tells any."""
    return max(map(_killed, sentences), default=0)


def _killed(sentence: TollSentence) -> int:
    dead = [toll for toll in sentence.tolls if toll.harm is Harm.KILLED]
    return sum(toll.least for toll in dead) + any(toll.most is None for toll in dead)


def _sameness(one: ToldToll) -> tuple[object, ...]:
    toll = one.toll
    return one.speakers, one.source, toll.harm, toll.least, toll.most, toll.victims


def _is_of(hit: Hit, sentence: TollSentence) -> bool:
    site = hit.site
    when, then = (as_told(one, zone_of(site)) for one in (hit.happened, sentence.happened))
    if when and then and not _overlap(when, then):
        return False
    return site is None or not sentence.sites or any(_is_near(site, other) for other in sentence.sites)


def _overlap(one: Happened, other: Happened) -> bool:
    return one.start < other.end and other.start < one.end


def _is_near(one: Site, other: Site) -> bool:
    reach_km = _SAME_PLACE_KM + one.uncertainty_km + other.uncertainty_km
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= reach_km


def _speakers(toll: Toll, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Those of the narrowest claim that holds the toll; who denies says no toll."""
    around = [
        one for one in claims if one.verb is not ClaimVerb.DENIES and one.start <= toll.start and toll.end <= one.end
    ]
    narrowest = min((one.end - one.start for one in around), default=0)
    return tuple(dict.fromkeys(one.actor for one in around if one.end - one.start == narrowest))
