"""Does a dispatch meet a standing query?  The rules of a question, asked of one dispatch.  Pure.

A question searches the whole collection and a watch one dispatch at a time, so both decide with the same functions
(`index.retrieval`, `index.rank`).  What a question takes from the whole collection, how rare its words are, a watch
keeps from the day it was made.  It goes by the first look alone: no model is asked while a dispatch is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import numpy as np

from index import rank
from index.encoder import Vectors
from index.finder import Found, PassageRow
from index.gauge import Scale
from index.gazetteer import sound_key
from index.geometry import area_contains
from index.model import Borderland, Circle, Dispatch, Happened, Hit, Intent, Precision, Query, Site, Window
from index.name_sounds import sounds_alike, ways_to_mention
from index.rank import Look
from index.retrieval import asks, hit_of, is_of_kind, meets, said_so, told_hit
from index.told_tolls import Said, about, killed
from index.watch_model import Standing, has_topic

FRESH = timedelta(hours=48)
# A text that names no day is dated by the week up to its publication.
_FINE = (Precision.HOUR, Precision.DAY, Precision.WEEK)


@dataclass(frozen=True, slots=True)
class Facts:
    """One stored version with all that a watch may ask of it.

    `tellings` are its news, background left out; `named` every place in it; `stems` and `vectors` are by passage id, as
    they stand in the text index and in the vector index; `counting` are the passages that tell how many were harmed."""

    row: int
    dispatch: Dispatch
    tellings: tuple[Found, ...]
    named: tuple[Site, ...]
    passages: tuple[PassageRow, ...]
    stems: Mapping[int, frozenset[str]]
    vectors: Mapping[int, Vectors]
    counting: frozenset[int] = frozenset()
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a watch as the serving model has them, and how that model's cosines are read."""

    vector: Vectors
    scale: Scale


def hits(standing: Standing, facts: Facts, question: Question | None) -> list[Hit]:
    """What of the dispatch meets the watch, best first; `question` is None for a watch without a topic."""
    query, least = standing.query, standing.least_toll
    if not (asks(query) or least is not None) or not _of_source(standing, facts.dispatch):
        return []
    found = _by_topic(standing, facts, question) if has_topic(query) else _by_facts(query, facts)
    deadly = [hit for hit in found if least is None or killed(about([hit], facts.said)) >= least]
    return rank.order(deadly, query.intent)


def anything(facts: Facts, standing: Standing) -> Iterator[Hit]:
    """All that a dispatch tells, at its distance from the place that is watched."""
    area = standing.query.area
    for one in facts.tellings:
        hit = rank.placed(hit_of(one), one.sites, None)
        if hit is not None:
            yield rank.at_distance(hit, area) if isinstance(area, Circle | Borderland) else hit


def needs_kinds(query: Query) -> bool:
    """Whether only a dispatch that tells one of the kinds asked for can meet it."""
    return bool(query.kinds) and (not has_topic(query) or query.intent is Intent.LATEST or bool(query.verbs))


def is_fresh(published_at: datetime | None, found: Sequence[Hit], now: datetime) -> bool:
    """Whether it was published, and one of the hits happened, within 48 hours; what happens at no known time counts."""
    if published_at is None or published_at <= now - FRESH:
        return False
    return any(hit.happened is None or _recent(hit.happened, now) for hit in found)


def _recent(happened: Happened, now: datetime) -> bool:
    """A day or a week that may lie within 48 hours; of a month or a year, more than half of it must."""
    if happened.precision in _FINE:
        return happened.end > now - FRESH
    return rank.window_holds(Window(now - FRESH, None), happened)


def _of_source(standing: Standing, dispatch: Dispatch) -> bool:
    source, language = standing.source, standing.language
    same_source = source is None or source.casefold() == dispatch.source.casefold()
    return same_source and (language is None or language == (dispatch.language or "")[:2].lower())


def _by_facts(query: Query, facts: Facts) -> list[Hit]:
    wanted = set(query.kinds)
    told = (meets(found, query) for found in facts.tellings if not wanted or wanted & set(found.filed))
    return [hit for hit in told if hit is not None]


def _by_topic(standing: Standing, facts: Facts, question: Question | None) -> list[Hit]:
    query = standing.query
    if not _in_pool(query, facts):
        return []
    found = []
    for row, look in _on_topic(standing, facts, question):
        hit = told_hit(row, rank.relevance(look.similarity, look.covered), facts.tellings, query)
        if hit and (row.passage_id in facts.counting or is_of_kind(hit, look, query)):
            found.append(hit)
    return said_so(found, query)


def _in_pool(query: Query, facts: Facts) -> bool:
    """Whether place and kind let the dispatch in, as `retrieval` narrows the collection before it searches."""
    if query.unplaced and not any(_names(name, facts) for name in query.unplaced):
        return False
    if query.area and not _about(query, facts):
        return False
    if query.kinds and query.intent is Intent.LATEST and not _by_facts(query, facts):
        return False
    return not (query.kinds and query.verbs) or bool(_by_facts(replace(query, actors=(), area=None), facts))


def _about(query: Query, facts: Facts) -> bool:
    area = query.area
    if area is None or any(area_contains(area, site) for site in facts.named):
        return True
    return isinstance(area, Circle) and _mentions(area.name, facts)


def _names(name: str, facts: Facts) -> bool:
    alike = sounds_alike(name)
    return any(sound_key(site.name) in alike for site in facts.named) or _mentions(name, facts)


def _mentions(name: str, facts: Facts) -> bool:
    words, sound = ways_to_mention(name)
    return any((words and words <= held) or (sound and sound in held) for held in facts.stems.values())


def _on_topic(standing: Standing, facts: Facts, question: Question | None) -> list[tuple[PassageRow, Look]]:
    kept = []
    for passage in facts.passages:
        near = similarity(question, facts.vectors.get(passage.passage_id))
        share = covered(standing, facts.stems.get(passage.passage_id, frozenset()))
        if rank.on_topic(standing.query, near, share, tells_toll=passage.passage_id in facts.counting):
            kept.append((passage, Look(near, share)))
    return kept


def similarity(question: Question | None, passage: Vectors | None) -> float:
    """How near a passage is to what is watched for, on the scale of the floors; 0 where a vector is missing."""
    if question is None or passage is None:
        return 0.0
    return question.scale.similarity(float(np.dot(question.vector, passage)))


def covered(standing: Standing, held: frozenset[str]) -> float:
    """The share of the topic's rare words that a passage holds."""
    return rank.coverage([term for term, _ in standing.rarity], held, dict(standing.rarity))
