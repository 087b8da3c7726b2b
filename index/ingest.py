"""The journey of a dispatch: cut, understood, embedded, then written whole or not at all.

Embedding is slow, so no transaction is open while it runs; a batch is written in one.  Stopped at any moment, the
batches written stay, and the same input again goes on where it stopped: what is known is told as SAME.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from operator import length_hint

import numpy as np

from index.archive import Archive, Prepared, to_seconds
from index.echo_rows import EchoRows
from index.echoes import Listener
from index.encoder import Encoder
from index.errors import ModelError, RecordError
from index.gazetteer import Gazetteer
from index.model import Dispatch, Passage, Status
from index.passages import split_passages
from index.schema import Connection, transaction
from index.serving import Serving
from index.story_model import StoryChange
from index.story_rows import StoryRows
from index.tellings import Reading, tell
from index.text import digest

# Pairs of texts: between two commits; before the next batch, or a bot that has much to catch up with answers nobody.
HEARD_AT_ONCE, HEARD_AFTER_BATCH = 32, 64
BATCH_DISPATCHES = 64  # a transaction: short enough for another writer not to notice, long enough to embed well


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work is: done of total (0 where not known), and passages written so far."""

    done: int
    total: int
    passages: int


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of what was fed in.  The numbers count dispatches; `passages` those that were embedded."""

    added: int = 0
    same: int = 0
    new_versions: int = 0
    withdrawn: int = 0
    passages: int = 0
    refused: tuple[RecordError, ...] = ()

    def plus(self, other: IngestReport) -> IngestReport:
        return IngestReport(
            self.added + other.added,
            self.same + other.same,
            self.new_versions + other.new_versions,
            self.withdrawn + other.withdrawn,
            self.passages + other.passages,
            self.refused + other.refused,
        )


OnProgress = Callable[[Progress], None]
OnChanges = Callable[[Sequence[StoryChange], datetime], None]


class Ingester:
    """Writes dispatches into one collection, as one gazetteer reads their places.

    `on_changes` is told what each version did to stories, inside the transaction that writes it."""

    def __init__(
        self,
        connection: Connection,
        serving: Serving,
        gazetteer: Gazetteer,
        gazetteer_version: int,
        on_changes: OnChanges | None = None,
    ) -> None:
        self._db = connection
        self._on_changes = on_changes
        self._archive = Archive(connection)
        self._stories = StoryRows(connection)
        self._echoes = EchoRows(connection)
        self._serving = serving
        self._gazetteer = gazetteer
        self._gazetteer_version = gazetteer_version

    def ingest(
        self, records: Iterable[Dispatch | RecordError], now: datetime, on_progress: OnProgress | None
    ) -> IngestReport:
        """Take in every record; a refused one stops nothing else."""
        report, done, total = IngestReport(), 0, length_hint(records)
        for batch in _batches(records):
            report = report.plus(self._ingest_batch(batch, now))
            with suppress(ModelError):  # what cannot be asked now waits
                self.hear(HEARD_AFTER_BATCH)
            done += len(batch)
            if on_progress:
                on_progress(Progress(done, total, report.passages))
        return report

    def _ingest_batch(self, batch: Sequence[Dispatch | RecordError], now: datetime) -> IngestReport:
        refused = tuple(record for record in batch if isinstance(record, RecordError))
        dispatches = [record for record in batch if isinstance(record, Dispatch)]
        fresh = [(d, digest(d)) for d in dispatches if not self._archive.knows(d, digest(d))]
        prepared = self._prepare(fresh) if fresh else []
        with transaction(self._db):
            versions = [self._write(some, now) for some in prepared]
        written = [(some, version) for some, version in zip(prepared, versions, strict=True) if version]
        return IngestReport(
            added=sum(version == 1 for _, version in written),
            same=len(dispatches) - len(written),
            new_versions=sum(version > 1 for _, version in written),
            withdrawn=sum(some.dispatch.status is not Status.USABLE for some, _ in written),
            passages=sum(len(some.passages) for some, _ in written),
            refused=refused,
        )

    def _prepare(self, fresh: Sequence[tuple[Dispatch, str]]) -> list[Prepared]:
        passages = [split_passages(d.title, d.body) for d, _ in fresh]
        vectors = _embed(self._serving.encoder(), passages)
        return [
            Prepared(dispatch, known_as, cut, block, self._read(dispatch))
            for (dispatch, known_as), cut, block in zip(fresh, passages, vectors, strict=True)
        ]

    def _write(self, prepared: Prepared, now: datetime) -> int:
        """The version written, or 0: the batch may hold a dispatch twice, and another process may have been first."""
        if self._archive.knows(prepared.dispatch, prepared.digest):
            return 0
        model = self._serving.model_row()
        written = self._archive.put(prepared, model=model, gazetteer_version=self._gazetteer_version, now=now)
        changes = self._stories.assign(written.row, prepared.dispatch, prepared.reading, to_seconds(now))
        if self._on_changes:
            self._on_changes(changes, now)
        return written.version

    def tell_again(self, on_progress: OnProgress | None) -> int:
        """Read again what was read with another gazetteer; no model is needed.  Returns the dispatches told again."""
        done, total = 0, self._archive.count_told_before(self._gazetteer_version)
        if not total:
            return 0
        at_s = self._archive.newest_ingest_s()  # told again, nothing is news: history goes on from what is there
        while batch := self._archive.stored_told_before(self._gazetteer_version, BATCH_DISPATCHES):
            readings = [self._read(stored.dispatch) for stored in batch]
            with transaction(self._db):
                for stored, reading in zip(batch, readings, strict=True):
                    self._archive.clear_reading(stored.row, self._gazetteer_version)
                    self._archive.put_reading(stored.row, stored.passages, reading)
                    self._stories.assign(stored.row, stored.dispatch, reading, at_s)
            done += len(batch)
            if on_progress:
                on_progress(Progress(done, total, 0))
        return done

    def hear(self, most: float) -> None:
        """Ask the model which tellers of a story only say again what another says, of about `most` pairs.  The rest, or
        what a stop leaves, waits for the next time.  Raises ModelError."""
        heard, listener = 0, None
        while heard < most and (unheard := self._echoes.unheard(HEARD_AT_ONCE)):
            listener = listener or Listener(self._serving.encoder(), self._serving.scales())
            found = listener.likenesses([pair.texts for pair in unheard])
            with transaction(self._db):
                self._echoes.put({(p.one, p.other): value for p, value in zip(unheard, found, strict=True)})
            heard += len(unheard)

    def _read(self, dispatch: Dispatch) -> Reading:
        return tell(dispatch.title, dispatch.body, dispatch.published_at, dispatch.language, self._gazetteer)


def _batches(records: Iterable[Dispatch | RecordError]) -> Iterator[list[Dispatch | RecordError]]:
    remaining = iter(records)
    while batch := list(islice(remaining, BATCH_DISPATCHES)):
        yield batch


def _embed(encoder: Encoder, passages: Sequence[Sequence[Passage]]) -> list[np.ndarray]:
    """Vectors of each dispatch's passages; the texts are encoded together, longest batches first inside the library."""
    texts = [passage.embedded_text for some in passages for passage in some]
    vectors = encoder.encode_passages(texts)
    ends = np.cumsum([len(some) for some in passages])
    return np.split(vectors, ends[:-1])
