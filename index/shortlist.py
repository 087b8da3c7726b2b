"""Which of many watches a dispatch may meet: arrays and inverted lists instead of asking each watch.

Never fewer than meet it: each list holds what a watch *needs* (a site in these cells or units, one of these kinds, a
topic near enough), and `index.watching` decides among what is left.  Watches that ask the same are asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import floor, inf

import numpy as np
from numpy.typing import NDArray

from index import rank
from index.actors import ancestors
from index.archive import kinds_to_mask
from index.encoder import Vectors
from index.gazetteer import sound_key
from index.geometry import borderland_circles, bounding_box, place_codes
from index.model import Area, Borderland, Circle, Hit, Query, Site, Unit
from index.name_sounds import sounds_alike, ways_to_mention
from index.watch_model import Standing, Watch, has_topic
from index.watching import Facts, Question, hits, needs_kinds

MOST_CELLS = 64  # of one degree; a wider circle is listed by cells of ten
_SLACK = 1e-4  # of a cosine: a product of a whole matrix may differ in its last digits
Keys = frozenset[str]
_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """A standing query with its question, None where it has no topic."""

    standing: Standing
    question: Question | None


class Shortlist:
    """The watches that are on, by what they need.  Belongs to one thread."""

    def __init__(self) -> None:
        self._asked: dict[int, Asked] = {}  # by watch
        self._table: _Table | None = None

    def __len__(self) -> int:
        return len(self._asked)

    def put(self, watch: Watch, question: Question | None) -> None:
        """Take in a watch, or what has become of it."""
        self._asked[watch.id] = Asked(watch.standing, question)
        self._table = None

    def drop(self, watch: int) -> None:
        """Let go of a watch; one that is not there changes nothing."""
        if self._asked.pop(watch, None):
            self._table = None

    def met_by(self, facts: Facts) -> dict[int, list[Hit]]:
        """Watch -> what of the dispatch meets it; watches that it does not meet are left out."""
        if self._table is None:
            self._table = _Table(self._asked)
        return self._table.met_by(facts)


class _Table:
    """One slot a standing query, in arrays."""

    def __init__(self, asked: Mapping[int, Asked]) -> None:
        grouped: dict[Standing, list[int]] = {}
        for watch, one in asked.items():
            grouped.setdefault(one.standing, []).append(watch)
        self._watches = list(grouped.values())
        self._slots = [asked[watches[0]] for watches in self._watches]
        queries = [one.standing.query for one in self._slots]
        self._placed = _Lists(place_keys(query) for query in queries)
        self._done_by = _Lists(_actor_keys(query) for query in queries)
        self._kinds = np.array([kinds_to_mask(q.kinds) if needs_kinds(q) else 0 for q in queries], dtype=np.int64)
        self._topics = _Topics(self._slots)

    def met_by(self, facts: Facts) -> dict[int, list[Hit]]:
        found = {slot: hits(self._slots[slot].standing, facts, self._slots[slot].question) for slot in self._may(facts)}
        return {watch: some for slot, some in found.items() if some for watch in self._watches[slot]}

    def _may(self, facts: Facts) -> list[int]:
        told = kinds_to_mask({kind for one in facts.tellings for kind in one.filed})
        may = (self._kinds == 0) | ((self._kinds & told) != 0)
        may &= self._placed.hold(dispatch_keys(facts))
        may &= self._done_by.hold({actor for one in facts.tellings for a in one.actors for actor in ancestors(a)})
        may &= self._topics.near(facts)
        slots: list[int] = np.flatnonzero(may).tolist()
        return slots


class _Lists:
    """Key -> the slots that need one of their keys; a slot without keys needs none."""

    def __init__(self, needs: Iterable[Keys | None]) -> None:
        wanted = list(needs)
        self._open = np.array([keys is None for keys in wanted], dtype=bool)
        lists: dict[str, list[int]] = {}
        for slot, keys in enumerate(wanted):
            for key in keys or ():
                lists.setdefault(key, []).append(slot)
        self._lists = {key: np.array(slots, dtype=np.int64) for key, slots in lists.items()}

    def hold(self, keys: Iterable[str]) -> _Flags:
        held = self._open.copy()
        for key in keys:
            slots = self._lists.get(key)
            if slots is not None:
                held[slots] = True
        return held


class _Topics:
    """The topic gate for all slots at once: cosines by one product, coverage by the stems that a passage holds."""

    def __init__(self, slots: list[Asked]) -> None:
        gates = [_floors(one.standing.query) for one in slots]
        self._near = np.array([near for near, _ in gates])
        self._covered = np.array([share for _, share in gates])
        asked = [(slot, one.question) for slot, one in enumerate(slots) if one.question is not None]
        self._with_vector = np.array([slot for slot, _ in asked], dtype=np.int64)
        self._vectors = np.stack([question.vector for _, question in asked]) if asked else None
        # A scale is a straight line: two of its points are enough for all cosines at once.
        self._at_zero = np.array([question.scale.similarity(0.0) for _, question in asked])
        self._slope = np.array([question.scale.similarity(1.0) for _, question in asked]) - self._at_zero
        self._shares = _shares(slots)

    def near(self, facts: Facts) -> _Flags:
        passed = self._near < 0  # no gate
        for passage in facts.passages:
            passed |= self._similar(facts.vectors.get(passage.passage_id)) >= self._near - _SLACK
            passed |= self._share(facts.stems.get(passage.passage_id, frozenset())) >= self._covered - _SLACK
        flags: _Flags = passed
        return flags

    def _similar(self, vector: Vectors | None) -> NDArray[np.float64]:
        similar = np.zeros(len(self._near))
        if vector is not None and self._vectors is not None:
            similar[self._with_vector] = self._at_zero + self._slope * (self._vectors @ vector)
        return similar

    def _share(self, held: frozenset[str]) -> NDArray[np.float64]:
        shares = np.zeros(len(self._near))
        for stem in held:
            if found := self._shares.get(stem):
                shares[found[0]] += found[1]  # a slot names a stem once: no index stands twice
        return shares


def _floors(query: Query) -> tuple[float, float]:
    """The floors of cosine and coverage that a topic must reach; below 0 where there is no gate, or a toll opens it."""
    return rank.topic_floors(query) if has_topic(query) and not rank.toll_answers(query) else (-inf, -inf)


def _shares(slots: list[Asked]) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    listed: dict[str, list[tuple[int, float]]] = {}
    for slot, one in enumerate(slots):
        weights = dict(one.standing.rarity)
        total = sum(weights.values())
        for stem, weight in weights.items() if total else ():
            listed.setdefault(stem, []).append((slot, weight / total))
    return {
        stem: (np.array([slot for slot, _ in some], dtype=np.int64), np.array([share for _, share in some]))
        for stem, some in listed.items()
    }


# -- what is needed, and what a dispatch offers --------------------------------------------------------------------


def place_keys(query: Query) -> Keys | None:
    """Keys of which a dispatch must offer one to meet the place asked for; None where any dispatch may."""
    if query.unplaced:
        sounds = {f"sound:{key}" for name in query.unplaced for key in sounds_alike(name)}
        return frozenset(sounds.union(*map(_mention_keys, query.unplaced)))
    if query.area is None:
        return None
    keys = _area_keys(query.area)
    if keys is not None and has_topic(query) and isinstance(query.area, Circle):
        return keys | _mention_keys(query.area.name)
    return keys


def dispatch_keys(facts: Facts) -> set[str]:
    """All the keys that a dispatch offers: of each place in it the cells, units and sound, and the stems it holds."""
    keys = {f"stem:{stem}" for held in facts.stems.values() for stem in held}
    for site in facts.named:
        keys.update(_site_keys(site))
    return keys


def _mention_keys(name: str) -> Keys:
    words, sound = ways_to_mention(name)
    return frozenset(f"stem:{one}" for one in ({min(words)} if words else set()) | ({sound} if sound else set()))


def _area_keys(area: Area) -> Keys | None:
    match area:
        case Circle():
            return _circle_keys(area)
        case Unit():
            return frozenset({f"unit:{'/'.join(area.codes)}"})
        case Borderland():
            told_near = frozenset(f"border:{code}" for code in area.borders)
            return _joined([told_near, *map(_circle_keys, borderland_circles(area))])
        case _:
            return _joined([_area_keys(part) for part in area.parts])


def _joined(parts: list[Keys | None]) -> Keys | None:
    """Keys of which one is enough; None, any dispatch, where one part has no keys."""
    known = [keys for keys in parts if keys is not None]
    return frozenset[str]().union(*known) if len(known) == len(parts) else None


def _circle_keys(circle: Circle) -> Keys | None:
    south, north, west, east = bounding_box(circle.lat, circle.lon, circle.radius_km)
    if west > east or east - west >= 180:  # over the date line or round a pole: rare enough to be asked each time
        return None
    for size in (1, 10):
        rows, columns = _steps(south, north, size), _steps(west, east, size)
        if len(rows) * len(columns) <= MOST_CELLS:
            return frozenset(_cell(row, column, size) for row in rows for column in columns)
    return None


def _steps(low: float, high: float, size: int) -> range:
    return range(floor(low / size), floor(high / size) + 1)


def _cell(row: int, column: int, size: int) -> str:
    return f"cell{size}:{row}:{column}"


def _site_keys(site: Site) -> Iterator[str]:
    for size in (1, 10):
        yield _cell(floor(site.lat / size), floor(site.lon / size), size)
    codes = place_codes(site.place) if site.place else ()
    for length in range(1, len(codes) + 1):
        yield f"unit:{'/'.join(codes[:length])}"
    yield from (f"border:{code}" for code in (site.strip.borders if site.strip else ()))
    yield f"sound:{sound_key(site.name)}"


def _actor_keys(query: Query) -> Keys | None:
    return frozenset(query.actors) if query.actors and not has_topic(query) else None
