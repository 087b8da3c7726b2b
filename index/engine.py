"""The glue: ask() reads like the journey of a question, ingest() hands a dispatch to its own.

An engine belongs to one thread: its SQLite connection and, through it, everything else.  Two engines on one folder, in
two processes, are normal: both may write the database; the one opened with `writes_snapshot` saves the vector index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from math import inf
from pathlib import Path
from types import TracebackType

from index import rank
from index.alerting import Alerter
from index.alerts import Alerts
from index.answers import quoted, silence_notes
from index.archive import Archive, to_seconds
from index.atlas import Atlas, PlacesFile
from index.echo_rows import EchoRows
from index.encoder import Encoder, ModelChoice
from index.errors import ModelError, RecordError
from index.finder import Finder
from index.follow_ups import follow_up
from index.gazetteer import Gazetteer
from index.geonames import read_geonames, world_entries
from index.ingest import Ingester, IngestReport, OnChanges, OnProgress, Progress
from index.letters import Letters
from index.model import Answer, Dispatch, Hit, Note, Query, QuotedPassage, Searched, Story
from index.query import parse, read
from index.question_model import FollowUp
from index.retrieval import Retriever
from index.schema import Connection, open_database, told_as_ours, transaction
from index.serving import Serving, default_load
from index.story_rows import StoryRows
from index.storyteller import Storyteller
from index.vector_rows import VectorRows
from index.watch_owners import WatchOwners


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked, by key; the values say what was seen."""

    key: str
    ok: bool
    values: tuple[tuple[str, str | int], ...] = ()


class Engine:
    """One collection, open.  Use it as a context manager, from one thread."""

    def __init__(self, connection: Connection, serving: Serving, *, writes_snapshot: bool) -> None:
        self._db = connection
        self._archive = Archive(connection)
        self._rows = VectorRows(connection)
        self._atlas = Atlas(connection)
        self._finder = Finder(connection)
        self._owners = WatchOwners(connection)
        self._storyteller = Storyteller(connection)
        self._stories_kept = StoryRows(connection)
        self._echoes = EchoRows(connection)
        self._serving = serving
        self._retriever = Retriever(self._finder, serving)
        self._writes_snapshot = writes_snapshot
        self._gazetteers: dict[int, Gazetteer] = {}
        self._named: tuple[tuple[int, int], dict[int, int]] = ((-1, -1), {})
        self._alerter = Alerter(connection)
        self.alerts = Alerts(connection, serving, self._parse)
        self.letters = Letters(connection)

    @staticmethod
    def open(
        data_dir: Path,
        model: str | None = None,
        *,
        writes_snapshot: bool = False,
        load: Callable[[ModelChoice], Encoder] = default_load,
    ) -> Engine:
        """Open, or make, the collection in a folder.  Raises StoreError; no model is loaded yet."""
        connection = open_database(data_dir)
        serving = Serving(connection, data_dir, model, load)
        return Engine(connection, serving, writes_snapshot=writes_snapshot)

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Save the vector index where this engine is the one that does, and let go of the database."""
        if self._writes_snapshot:
            self._serving.save()
        self._db.close()

    # -- dispatches in and out ---------------------------------------------------------------------------------

    @told_as_ours()
    def ingest(
        self,
        records: Iterable[Dispatch | RecordError],
        now: datetime,
        on_progress: OnProgress | None = None,
        *,
        alerting: bool = True,
    ) -> IngestReport:
        """Take in records; what a crash left half told is told first.  Raises ModelError before anything is written.

        Those who watch for what is new in them are told, unless not `alerting`."""
        ingester = self._ingester(self._alerter.on_written if alerting else None)
        ingester.tell_again(None)
        self.alerts.embed()
        return ingester.ingest(records, now, on_progress)

    @told_as_ours()
    def purge(self, *, source: str | None = None, before: datetime | None = None) -> int:
        """Delete for good every version of a source, or published before a moment; returns the versions deleted."""
        with transaction(self._db):
            told = self._stories_kept.told_by(source=source, before_s=to_seconds(before) if before else None)
            removed = self._archive.remove(source=source, before=before)
            self._stories_kept.settle(told, self._archive.newest_ingest_s())
        self._archive.compact()
        return removed

    @told_as_ours()
    def rebuild(self, on_progress: OnProgress | None = None) -> int:
        """Embed with the model of the settings what it has not embedded, and read every place again."""

        def tell_passages(done: int, total: int) -> None:
            if on_progress:
                on_progress(Progress(done, total, done))

        embedded = self._serving.rebuild(tell_passages)
        self._archive.forget_readings()
        if embedded:  # another model: what the one before said of likeness does not hold
            self._echoes.forget()
        ingester = self._ingester()
        ingester.tell_again(on_progress)
        ingester.hear(inf)
        self.alerts.embed()
        return embedded

    # -- places ------------------------------------------------------------------------------------------------

    @told_as_ours()
    def import_places(
        self, paths: Sequence[Path], now: datetime, on_progress: OnProgress | None = None
    ) -> tuple[PlacesFile, ...]:
        """Take in GeoNames country files, then read the places of every dispatch again.  Raises GazetteerError."""
        read = [(path.name, list(read_geonames(path))) for path in paths]
        with transaction(self._db):
            for name, entries in read:
                self._atlas.put(name, entries, now)
        self._ingester().tell_again(on_progress)
        names = {path.name for path in paths}
        return tuple(file for file in self._atlas.files() if file.name in names)

    @told_as_ours()
    def places(self) -> tuple[PlacesFile, ...]:
        """The country files that were imported."""
        return self._atlas.files()

    def _ingester(self, on_changes: OnChanges | None = None) -> Ingester:
        return Ingester(self._db, self._serving, self._gazetteer(), self._atlas.version(), on_changes)

    def _gazetteer(self) -> Gazetteer:
        version = self._atlas.version()  # another process may have imported a file since
        if version not in self._gazetteers:
            entries = [*world_entries(), *self._atlas.entries()]
            self._gazetteers = {version: Gazetteer.from_entries(entries)}
        return self._gazetteers[version]

    # -- questions ---------------------------------------------------------------------------------------------

    @told_as_ours()
    def ask(
        self,
        text: str,
        now: datetime,
        language: str | None = None,
        limit: int = 10,
        *,
        timezone: str = "UTC",
        here: tuple[float, float] | None = None,
        place: int | None = None,
    ) -> Answer:
        """The journey of a question.  Nothing found is an answer with a note, never an error.

        `timezone` is that of who asks (IANA), in whose days "yesterday" is meant; `here` their (lat, lon), in degrees,
        for "near me"; `place` the GeoNames number of the one that is meant of `Query.namesakes`.
        """
        query = self._parse(text, now, language, timezone, here, place)
        hits = self._retriever.hits(query, now)
        stories = self._stories(hits, now, limit)
        owned = (*silence_notes(query, stories), *rank.age_notes(query, hits, now))
        notes = owned if stories else self._nothing(query, now)
        return self._answer(query, stories, notes, now)

    @told_as_ours()
    def recall(
        self,
        question: str,
        language: str,
        now: datetime,
        stories: Sequence[Sequence[int]],
        *,
        timezone: str = "UTC",
        here: tuple[float, float] | None = None,
        place: int | None = None,
    ) -> Answer:
        """Stories of an earlier answer, by passage ids, without searching; what was withdrawn since is left out."""
        query = self._parse(question, now, language, timezone, here, place)
        told = [self._stories(self._retriever.recalled(query, passages, now), now, 1) for passages in stories]
        return self._answer(query, tuple(story for some in told for story in some), (), now)

    @told_as_ours()
    def whole(self, passage_id: int, now: datetime) -> QuotedPassage | None:
        """One passage as stored, or None where it was withdrawn."""
        row = self._finder.load([passage_id], now).get(passage_id)
        return quoted(row, row.span) if row else None

    # -- what is kept of a person ------------------------------------------------------------------------------

    @told_as_ours()
    def kept_of(self, person: str) -> dict[str, list[dict[str, object]]]:
        """What is kept around a person's watches: the rows of each table."""
        return self._owners.rows_of(person)

    @told_as_ours()
    def forget(self, person: str) -> None:
        """Erase that."""
        with transaction(self._db):
            self._owners.erase(person)

    @told_as_ours()
    def searched(self, now: datetime) -> Searched:
        """How much a question asked at `now` would search."""
        return self._finder.searched(now)

    @told_as_ours()
    def follow_up(
        self,
        previous: str,
        text: str,
        now: datetime,
        *,
        timezone: str = "UTC",
        here: tuple[float, float] | None = None,
        place: int | None = None,
    ) -> FollowUp | None:
        """What `text` asks after the question `previous`, as one whole question; None where it stands by itself."""
        gazetteer, named = self._gazetteer(), self._happenings_at()
        understand = partial(read, now=now, gazetteer=gazetteer, timezone=timezone, named=named, here=here, place=place)
        return follow_up(understand(previous), text, understand)

    def _parse(
        self,
        text: str,
        now: datetime,
        language: str | None,
        timezone: str,
        here: tuple[float, float] | None = None,
        place: int | None = None,
    ) -> Query:
        return parse(text, now, language, self._gazetteer(), timezone, self._happenings_at(), here, place)

    def _happenings_at(self) -> dict[int, int]:
        change = (self._rows.last_change(), self._atlas.version())
        if self._named[0] != change:
            self._named = (change, self._finder.happenings_at())
        return self._named[1]

    def _answer(self, query: Query, stories: tuple[Story, ...], notes: tuple[Note, ...], now: datetime) -> Answer:
        return Answer(query.text, query.language, query, self.searched(now), stories, (*query.notes, *notes))

    def _stories(self, hits: Sequence[Hit], now: datetime, limit: int) -> tuple[Story, ...]:
        return self._storyteller.told(hits, now, limit)

    def _nothing(self, query: Query, now: datetime) -> tuple[Note, ...]:
        near = (*self._nearest(query, now), *self._nearest_in_time(query, now))
        if query.window and not near:  # neither another place nor another time alone has anything: both together may
            near = self._nearest(replace(query, window=None), now)
        return Note("nothing_found"), *near

    def _nearest(self, query: Query, now: datetime) -> tuple[Note, ...]:
        if query.area is None or query.unplaced:
            return ()
        elsewhere = rank.nearest(self._retriever.hits(replace(query, area=None), now), query.area)
        return (rank.far_note(elsewhere, now),) if elsewhere else ()

    def _nearest_in_time(self, query: Query, now: datetime) -> tuple[Note, ...]:
        if query.window is None:
            return ()
        other = rank.nearest_in_time(self._retriever.hits(replace(query, window=None), now), query.window)
        return (rank.other_time_note(other, now),) if other else ()

    # -- is all well -------------------------------------------------------------------------------------------

    @told_as_ours()
    def check(self) -> tuple[Finding, ...]:
        """What is wrong, if anything: database, vectors and text against passages, model, gazetteer."""
        fault = self._archive.integrity_fault()
        passages, vectors, texts = self._rows.counts()
        files = self.places()
        return (
            Finding("database", not fault, (("fault", fault),)),
            Finding(
                "index", passages == vectors == texts, (("passages", passages), ("vectors", vectors), ("texts", texts))
            ),
            self.check_model(),
            self._check_outbox(),
            Finding("gazetteer", bool(files), (("files", len(files)), ("places", sum(file.rows for file in files)))),
        )

    def _check_outbox(self) -> Finding:
        dead, suspended = self.alerts.undelivered()
        return Finding("outbox", not dead and not suspended, (("dead", dead), ("suspended", suspended)))

    @told_as_ours()
    def check_model(self) -> Finding:
        """Whether the model of the settings is the one whose vectors serve; loads neither."""
        serving = self._rows.serving_model()
        try:
            wanted = self._serving.wanted()
        except ModelError as error:
            return Finding(
                "model", ok=False, values=(("wanted", error.key), ("serving", serving[2] if serving else ""))
            )
        serves = serving[2] if serving else wanted.identity
        return Finding("model", serves == wanted.identity, (("wanted", wanted.identity), ("serving", serves)))
