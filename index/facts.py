"""What a watch may ask of stored dispatches, read once for all watches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from index.encoder import Vectors
from index.finder import Finder
from index.retrieval import said_in
from index.schema import Connection
from index.vector_rows import VectorRows
from index.watch_model import Watch
from index.watches import Watches
from index.watching import Facts, Question

Some = TypeVar("Some")


class FactReader:
    """Reads facts from one collection.  Belongs to the thread of its connection."""

    def __init__(self, connection: Connection) -> None:
        self._finder = Finder(connection)
        self._rows = VectorRows(connection)
        self._watches = Watches(connection)

    def of(self, dispatches: Iterable[int], now: datetime) -> list[Facts]:
        """The facts of those dispatch rows that serve as at `now`, in the order of the rows."""
        passages = self._finder.load(self._finder.passages_alive(now, dispatches), now)
        rows = sorted({passage.dispatch_row for passage in passages.values()})
        stems, counting = self._finder.stems_of(passages), self._finder.with_tolls(passages)
        vectors = self._vectors_of(list(passages))
        tellings = _by_row((one.dispatch_row, one) for one in self._finder.tellings_of(rows, now))
        named = _by_row(self._finder.sites_of(rows, now))
        said = said_in(self._finder, rows, now)
        inside = _by_row((passage.dispatch_row, passage) for _, passage in sorted(passages.items()))
        return [
            Facts(
                row=row,
                dispatch=inside[row][0].dispatch,
                tellings=tuple(tellings[row]),
                named=tuple(named[row]),
                passages=tuple(inside[row]),
                stems={p.passage_id: stems.get(p.passage_id, frozenset()) for p in inside[row]},
                vectors={p.passage_id: vectors[p.passage_id] for p in inside[row] if p.passage_id in vectors},
                counting=frozenset(p.passage_id for p in inside[row] if p.passage_id in counting),
                said=said[row],
            )
            for row in rows
        ]

    def question(self, watch: Watch) -> Question | None:
        """The words of a watch as the serving model has them; None where it has not."""
        serving = self._rows.serving_model()
        scales = self._rows.scales(serving[0]) if serving else None
        vector = self._watches.vector(watch.id, serving[0]) if serving else None
        if scales is None or vector is None:
            return None
        return Question(vector, scales.of(watch.standing.query.language))

    def _vectors_of(self, passages: list[int]) -> dict[int, Vectors]:
        serving = self._rows.serving_model()
        if serving is None:
            return {}
        found, vectors = self._rows.vectors_of(serving[0], passages)
        return dict(zip(found, vectors, strict=True))


def _by_row(pairs: Iterable[tuple[int, Some]]) -> dict[int, list[Some]]:
    grouped: dict[int, list[Some]] = defaultdict(list)
    for row, some in pairs:
        grouped[row].append(some)
    return grouped
