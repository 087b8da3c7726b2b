"""Deciding: what meets a question, what is on its topic, in which order.  Pure.

The two floors of the topic gate were read off a curve; see "Why these floors" in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from heapq import nlargest
from math import inf, log

from index.borders import nearest_point
from index.geometry import area_contains, area_distance_km, bearing_deg, distance_km, is_ring, is_told_near
from index.incidents import ARMED_VIOLENCE
from index.local_time import as_told, zone_of
from index.model import Area, Borderland, Circle, Happened, Hit, Intent, Kind, Note, Query, Site, Span, Window
from index.text import stems

SIMILARITY_SHARE = 0.85  # of relevance; the rest is the question's words; see "Why are likeness and words added up"
READ_AGAIN = 12  # passages read word by word: some tenths of a second on two cores
READ_FOR_WORDS = 3  # of them for the words that they hold
NEAR_BEST = 0.7  # a passage less relevant than this share of the best is beside the point once the best is known
SIMILARITY_FLOOR = 0.41  # cosine between question and passage, over the whole collection
COVERAGE_FLOOR = 0.60  # share of the question's rare words that stand in the passage, likewise
PLACED_SIMILARITY_FLOOR = 0.30  # the same where the question names its place: few passages are left to be wrong about
PLACED_COVERAGE_FLOOR = 0.45
STALE_DAYS = 7
VAGUEST_KM = 50.0
EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Look:
    """How near a passage is to a question: its likeness in meaning, and the share (0 to 1) of its rare words."""

    similarity: float
    covered: float


def window_holds(window: Window, happened: Happened) -> bool:
    """Whether something happened inside a window: at least half of the time that its words allow lies there.

    Half, so that a whole day counts in "since Tuesday noon", a night in both of its days, and "in 2019" not in a week.
    """
    start = max(happened.start, window.start or happened.start)
    end = min(happened.end, window.end or happened.end)
    return (end - start) * 2 >= happened.end - happened.start


def placed(hit: Hit, sites: Sequence[Site], area: Area | None) -> Hit | None:
    """The hit at the site that lies in the area, nearest its centre; None where no site does.

    Without an area the first site is taken: the most specific that the text gives."""
    if area is None:
        return replace(hit, site=sites[0]) if sites else hit
    inside = [_measured(replace(hit, site=site), area) for site in sites if area_contains(area, site)]
    return min(inside, key=lambda some: some.distance_km or 0.0, default=None)


def placed_or_open(hit: Hit, sites: Sequence[Site], area: Area | None) -> Hit | None:
    """The hit of a passage found by its topic: in the area, or where the text leaves open that it may be.

    None where all its sites are surely outside a circle or borderland asked for: a far passage is no answer, however
    well it reads.
    Units and regions are told apart less strictly, since much is said about them from elsewhere.
    """
    if inside := placed(hit, sites, area):
        return inside
    somewhere = placed(hit, sites, None) or hit
    if not isinstance(area, Circle | Borderland):
        return somewhere
    open_sites = [site for site in sites if area_distance_km(area, site.lat, site.lon) <= site.uncertainty_km]
    return _measured(replace(somewhere, site=open_sites[0]), area) if open_sites else None if sites else hit


def _measured(hit: Hit, area: Area) -> Hit:
    # Only a circle or a border is what anybody asked the distance from; the middle of a country is near nothing.
    return at_distance(hit, area) if isinstance(area, Circle | Borderland) else hit


def at_distance(hit: Hit, area: Area) -> Hit:
    """The hit with its distance from the area's centre, or from the nearest point of the border asked about.

    A distance that the text itself states is shown as stated."""
    site = hit.site
    if site is None or is_told_near(area, site):
        return hit  # how far along the border nobody says, and how far from it only roughly
    centre = (area.lat, area.lon)
    if isinstance(area, Borderland):
        _, centre = nearest_point(area.borders, site.lat, site.lon)
    apart_km = distance_km(*centre, site.lat, site.lon)
    if is_ring(site):
        return replace(hit, distance_km=site.stated_km if apart_km < 1 else apart_km, bearing=None)
    return replace(hit, distance_km=apart_km, bearing=bearing_deg(*centre, site.lat, site.lon))


def relevance(similarity: float, covered: float) -> float:
    """How well a passage answers, 0 to 1: from its likeness to the question and the share of its words that it holds.

    A convex combination of two scales that mean the same for every question, which ranks do not (Bruch, Gai and
    Ingber 2023, "An Analysis of Fusion Functions for Hybrid Retrieval", arXiv 2210.11934).
    """
    return SIMILARITY_SHARE * min(max(similarity, 0.0), 1.0) + (1 - SIMILARITY_SHARE) * covered


def nearest_at_first(looks: Mapping[int, Look]) -> list[int]:
    """The passages that are worth reading word by word, best first: the most relevant at a first look, and in the last
    places those that hold most of the question's rare words, as the vector of a whole passage blurs a name."""
    at_first = {passage: _relevance(look) for passage, look in looks.items()}
    nearest = nlargest(READ_AGAIN, at_first, key=lambda passage: (at_first[passage], -passage))
    holding = [passage for passage, look in looks.items() if look.covered > 0]
    worded = nlargest(READ_FOR_WORDS, holding, key=lambda passage: (looks[passage].covered, at_first[passage]))
    return list(dict.fromkeys([*nearest[:-READ_FOR_WORDS], *worded, *nearest]))[:READ_AGAIN]


def read_again(looks: Mapping[int, Look], closeness: Mapping[int, float]) -> dict[int, Look]:
    """The looks after some passages were read word by word: the likeness of those is the mean of what both looks say.

    The others count as no nearer than the farthest of those that were as relevant at the first look."""
    read = {passage: (looks[passage].similarity + close) / 2 for passage, close in closeness.items()}
    unread = max((_relevance(look) for passage, look in looks.items() if passage not in read), default=-inf)
    least = min((some for passage, some in read.items() if _relevance(looks[passage]) >= unread), default=inf)
    return {p: replace(look, similarity=read.get(p, min(look.similarity, least))) for p, look in looks.items()}


def _relevance(look: Look) -> float:
    return relevance(look.similarity, look.covered)


def near_best(relevances: Mapping[int, float]) -> dict[int, float]:
    """Those that are about as relevant as the best of them."""
    least = NEAR_BEST * max(relevances.values(), default=0.0)
    return {passage: some for passage, some in relevances.items() if some >= least}


def coverage(terms: Iterable[str], passage_stems: frozenset[str], rarity: Mapping[str, float]) -> float:
    """The share (0 to 1) of a question's words, weighed by rarity, that stand in a passage."""
    wanted = {term: rarity.get(term, 0.0) for term in terms}
    total = sum(wanted.values())
    return sum(weight for term, weight in wanted.items() if term in passage_stems) / total if total else 0.0


def rarity(frequency: Mapping[str, int], passages: int) -> dict[str, float]:
    """Inverse document frequency of each stem among that many passages, never negative: a part of a collection may hold
    fewer passages than the whole of it holds of a stem."""
    return {term: log((max(passages, count) + 1) / (count + 0.5)) for term, count in frequency.items()}


def on_topic(query: Query, similarity: float, covered: float, *, tells_toll: bool) -> bool:
    """The topic gate: near enough in meaning, or enough of the question's rare words in the text; or a toll, where one
    is asked for at a place."""
    similarity_floor, coverage_floor = topic_floors(query)
    return similarity >= similarity_floor or covered >= coverage_floor or (tells_toll and toll_answers(query))


def on_name(look: Look) -> bool:
    """The gate of what tells a name that few tell: as little is left to be wrong about as where a place is named."""
    return look.similarity >= PLACED_SIMILARITY_FLOOR or look.covered >= PLACED_COVERAGE_FLOOR


def topic_floors(query: Query) -> tuple[float, float]:
    """The least similarity and coverage that meet the topic; a question that is all place, time, kind and speaker has
    none to miss."""
    if not query.topic and (query.area or query.kinds or query.unplaced or query.verbs):
        return -inf, -inf
    if query.area or query.unplaced:
        return PLACED_SIMILARITY_FLOOR, PLACED_COVERAGE_FLOOR
    return SIMILARITY_FLOOR, COVERAGE_FLOOR


def on_kind(query: Query, kinds: Collection[Kind], similarity: float) -> bool:
    """Whether what is on the topic may be of the kind asked for: a protest at Gao is no attack on the road to Gao,
    however like its words are.

    Violence with arms has many names and passes for one another; what tells no kind must be as near as if no place were
    named, whatever words of the topic it holds.  Who says so is asked of what was found by its kind already."""
    if not query.kinds or query.verbs:
        return True
    if not kinds:
        return similarity >= SIMILARITY_FLOOR
    return bool(set(kinds) & set(query.kinds)) or bool(
        ARMED_VIOLENCE & set(kinds) and ARMED_VIOLENCE & set(query.kinds)
    )


def toll_answers(query: Query) -> bool:
    """Whether any toll answers: who asks how many died at a place is told it in whichever language."""
    return query.asks_toll and bool(query.area or query.unplaced)


def order(hits: Iterable[Hit], intent: Intent) -> list[Hit]:
    """LATEST: newest happening first, what has no date last.  RELEVANT: best match first.  Ties fall to the other."""
    if intent is Intent.LATEST:
        return sorted(hits, key=lambda hit: (_moment(hit), hit.relevance, -hit.passage_id), reverse=True)
    return sorted(hits, key=lambda hit: (hit.relevance, _moment(hit), -hit.passage_id), reverse=True)


def _moment(hit: Hit) -> datetime:
    return hit.happened.start if hit.happened else hit.published_at or EARLIEST


def best_sentence(text: str, sentences: Sequence[Span], terms: frozenset[str]) -> Span:
    """The sentence of a passage that holds most of the terms, the first of equals."""
    return max(sentences, key=lambda s: (len(terms & set(stems(text[s.start : s.end]).split())), -s.start))


def nearest(hits: Iterable[Hit], area: Area) -> Hit | None:
    """The hit whose site, however vaguely told, lies least far from the centre of an area; a whole region or country
    named alone is no place."""
    there = [at_distance(hit, area) for hit in hits if hit.site and hit.site.uncertainty_km <= VAGUEST_KM]
    return min(
        there, key=lambda hit: (hit.distance_km or 0.0) + (hit.site.uncertainty_km if hit.site else 0.0), default=None
    )


def nearest_in_time(hits: Iterable[Hit], window: Window) -> Hit | None:
    """The hit that happened nearest to a window."""
    dated = [hit for hit in hits if hit.happened]
    return min(dated, key=lambda hit: _apart(hit, window), default=None)


def _apart(hit: Hit, window: Window) -> float:
    happened = hit.happened
    assert happened is not None  # noqa: S101 - the caller kept the dated ones
    before = (window.start - happened.end).total_seconds() if window.start else 0.0
    after = (happened.start - window.end).total_seconds() if window.end else 0.0
    return max(before, after, 0.0)


def age_notes(query: Query, hits: Sequence[Hit], now: datetime) -> tuple[Note, ...]:
    """What an answer must own up to about its dates: how stale the latest is, how many have none."""
    undated = sum(hit.happened is None and hit.published_at is None for hit in hits)
    notes = (Note("undated", (("count", undated),)),) if undated else ()
    moments = [hit.happened.end if hit.happened else hit.published_at for hit in hits]
    known = [moment for moment in moments if moment is not None]
    if query.intent is Intent.LATEST and query.window is None and known:
        days = (now - max(known)).days
        return (Note("stale", (("days", days),)), *notes) if days > STALE_DAYS else notes
    return notes


def far_note(hit: Hit, now: datetime) -> Note:
    """The nearest in space, for an answer that found nothing inside the area."""
    return Note("nearest", (*_where(hit), *_when(hit, now)))


def other_time_note(hit: Hit, now: datetime) -> Note:
    """The nearest in time, for an answer that found nothing inside the window."""
    return Note("nearest_in_time", (*_where(hit), *_when(hit, now)))


def _where(hit: Hit) -> tuple[tuple[str, str | float | None], ...]:
    return (
        ("place", hit.site.name if hit.site else None),
        ("distance_km", None if hit.distance_km is None else round(hit.distance_km, 1)),
        ("bearing", None if hit.bearing is None else round(hit.bearing, 1)),
        ("uncertainty_km", None if hit.site is None else round(hit.site.uncertainty_km, 1)),
    )


def _when(hit: Hit, now: datetime) -> tuple[tuple[str, str | int | None], ...]:
    told = as_told(hit.happened, zone_of(hit.site))  # a note names the day alone: the one that the text tells
    moment = told.start if told else hit.published_at
    if moment is None:
        return ("date", None), ("days_ago", None)
    # Days of the calendar: what happened in the evening before last is not "yesterday" at midnight.
    # A day may have begun where it happened and not yet in UTC.
    days_ago = max(0, (now.astimezone(UTC).date() - moment.astimezone(UTC).date()).days)
    return ("date", moment.isoformat()), ("days_ago", days_ago)
