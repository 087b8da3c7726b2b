"""Writing dispatches: versions, passages, full text, vectors, tellings, the change log; a batch is one transaction.

A version serves for questions asked as at `valid_from <= T < valid_to`.  It begins at its publication (an undated
first version has always been there; an undated later one begins when it came in) and ends where the next version of
the same (source, id), or a dispatch that replaces it, begins.  What is canceled or withheld serves never.  The
stretches are worked out anew from all versions at every write, so the order of arrival does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from index.encoder import Vectors
from index.gazetteer import sound_key
from index.mark_model import PlaceRole
from index.model import Dispatch, Kind, Passage, Site, Status, Telling
from index.name_sounds import sound_tokens
from index.schema import Connection, Row
from index.tellings import Reading
from index.text import stems

ALWAYS = -(1 << 53)  # before every date
NEVER = 1 << 53  # after every date
_KIND_BIT = {kind: 1 << place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dispatch read, cut, understood and embedded: all that one write needs."""

    dispatch: Dispatch
    digest: str
    passages: tuple[Passage, ...]
    vectors: Vectors  # shape (passages, dimension)
    reading: Reading


@dataclass(frozen=True, slots=True)
class Written:
    """A version that was written: its row, and which version of its dispatch it is, from 1."""

    row: int
    version: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored version, as much of it as understanding it again needs."""

    row: int
    dispatch: Dispatch
    passages: tuple[tuple[int, int, int], ...]  # (passage id, start, end)


def kinds_to_mask(kinds: Iterable[Kind]) -> int:
    """The bits of `kinds`, one for each."""
    return sum(_KIND_BIT[kind] for kind in set(kinds))


def mask_to_kinds(mask: int) -> tuple[Kind, ...]:
    return tuple(kind for kind, bit in _KIND_BIT.items() if mask & bit)


def to_seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else to_seconds(moment)


def from_seconds(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


class Archive:
    """The dispatches in the database.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    # -- what is there ----------------------------------------------------------------------------------------

    def knows(self, dispatch: Dispatch, digest: str) -> bool:
        """Whether this very text stands there: as the latest version, or as an older one of the same date."""
        rows = self._db.execute(
            "SELECT digest, published_at FROM dispatches WHERE source = ? AND external_id = ? ORDER BY version DESC",
            (dispatch.source, dispatch.id),
        ).fetchall()
        latest = bool(rows) and rows[0]["digest"] == digest
        return latest or (digest, _seconds(dispatch.published_at)) in {tuple(row) for row in rows}

    def _last_version(self, dispatch: Dispatch) -> int:
        return int(
            self._db.execute(
                "SELECT coalesce(max(version), 0) FROM dispatches WHERE source = ? AND external_id = ?",
                (dispatch.source, dispatch.id),
            ).fetchone()[0]
        )

    # -- a dispatch in ----------------------------------------------------------------------------------------

    def put(self, prepared: Prepared, *, model: int, gazetteer_version: int, now: datetime) -> Written:
        """Write one version.  Call inside `transaction()`."""
        version = self._last_version(prepared.dispatch) + 1
        row = self._put_version(prepared, version, gazetteer_version, to_seconds(now))
        passages = [self._put_passage(row, passage) for passage in prepared.passages]
        self._db.executemany(
            "INSERT INTO vectors VALUES (?, ?, ?)",
            [(passage, model, vector.tobytes()) for passage, vector in zip(passages, prepared.vectors, strict=True)],
        )
        spans = [(i, p.start, p.end) for i, p in zip(passages, prepared.passages, strict=True)]
        self.put_reading(row, spans, prepared.reading)
        self._settle_validity(prepared.dispatch)
        return Written(row, version)

    def _put_version(self, prepared: Prepared, version: int, gazetteer_version: int, now_s: int) -> int:
        d = prepared.dispatch
        published = _seconds(d.published_at)
        serves_from = _begins(d, version, now_s)
        cursor = self._db.execute(
            """INSERT INTO dispatches (source, external_id, version, digest, title, body, published_at, language, url,
                   replaces, status, extra, sample, ingested_at, valid_from, valid_to, told_with, corrects)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (d.source, d.id, version, prepared.digest, d.title, d.body, published, d.language, d.url, d.replaces,
             d.status.value, d.extra, d.sample, now_s, serves_from, NEVER,
             gazetteer_version, d.corrects),
        )  # fmt: skip
        return int(cursor.lastrowid or 0)

    def _put_passage(self, row: int, passage: Passage) -> int:
        cursor = self._db.execute(
            "INSERT INTO passages (dispatch, ordinal, start, end) VALUES (?, ?, ?, ?)",
            (row, passage.ordinal, passage.start, passage.end),
        )
        identifier = int(cursor.lastrowid or 0)
        self._db.execute(
            "INSERT INTO passages_fts (rowid, stems) VALUES (?, ?)", (identifier, _searchable(passage.embedded_text))
        )
        self._db.execute("INSERT INTO changes (passage, added) VALUES (?, 1)", (identifier,))
        return identifier

    def _settle_validity(self, dispatch: Dispatch) -> None:
        for external_id in {dispatch.id, dispatch.replaces} - {None}:
            rows = self._db.execute(
                "SELECT id, status, valid_from, version, ingested_at FROM dispatches"
                " WHERE source = ? AND external_id = ? ORDER BY valid_from, version",
                (dispatch.source, external_id),
            ).fetchall()
            replaced_at = self._replaced_at(dispatch.source, external_id)
            begins: list[int] = [row["valid_from"] for row in rows] + [NEVER]
            for row, next_begins in zip(rows, begins[1:], strict=True):
                serves = row["status"] == Status.USABLE and not _waited_when_killed(row, rows)
                end = min(next_begins, replaced_at) if serves else row["valid_from"]
                self._db.execute("UPDATE dispatches SET valid_to = ? WHERE id = ?", (end, row["id"]))

    def _replaced_at(self, source: str, external_id: str | None) -> int:
        row = self._db.execute(
            "SELECT coalesce(min(valid_from), ?) FROM dispatches"
            " WHERE source = ? AND replaces = ? AND external_id != ?",
            (NEVER, source, external_id, external_id),
        ).fetchone()
        return int(row[0])

    # -- what a dispatch tells --------------------------------------------------------------------------------

    def put_reading(self, row: int, passages: Sequence[tuple[int, int, int]], reading: Reading) -> None:
        """Write what a version tells.  `passages` are (id, start, end)."""
        if not passages:
            return
        for telling in reading.tellings:
            self._put_telling(row, _passage_at(passages, telling.start), telling)
        for mention in reading.mentions:
            if mention.role is PlaceRole.ANCHOR:  # "40 km from Bamako" is not about Bamako
                continue
            self._put_site(None, row, _passage_at(passages, mention.start), mention.site)
        self._db.executemany(
            "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)",
            [(row, _passage_at(passages, c.start), c.actor, c.verb.value, c.start, c.end) for c in reading.claims],
        )
        self._db.executemany(
            "INSERT INTO tolls VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (row, _passage_at(passages, t.start), t.start, t.end, t.harm.value, t.least, t.most, t.victims)
                for t in reading.tolls
            ],
        )

    def _put_telling(self, row: int, passage: int, telling: Telling) -> None:
        happened = telling.happened
        cursor = self._db.execute(
            "INSERT INTO tellings (dispatch, passage, start, end, leading_kinds, kinds, happened_start, happened_end,"
            " precision, actors, background) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row, passage, telling.start, telling.end,
                kinds_to_mask(telling.filed), kinds_to_mask(telling.kinds),
                to_seconds(happened.start) if happened else None, to_seconds(happened.end) if happened else None,
                happened.precision.value if happened else None, json.dumps(telling.actors), telling.background,
            ),
        )  # fmt: skip
        for site in telling.sites:
            self._put_site(int(cursor.lastrowid or 0), row, passage, site)

    def _put_site(self, telling: int | None, row: int, passage: int, site: Site) -> None:
        place = site.place
        self._db.execute(
            "INSERT INTO sites VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                telling, row, passage, site.name, sound_key(site.name), site.lat, site.lon, site.uncertainty_km,
                site.confidence, site.stated_km, place.geoname_id if place else None,
                None if place is None else json.dumps(asdict(place)),
                json.dumps([other.geoname_id for other in site.alternatives]),
                place.country if place else "", place.admin1 if place else "",
                None if site.strip is None else json.dumps(asdict(site.strip)),
                None if site.ends is None else json.dumps(site.ends),
            ),
        )  # fmt: skip

    def stored_told_before(self, gazetteer_version: int, limit: int) -> list[Stored]:
        """The first versions whose places were read with another gazetteer."""
        rows = self._db.execute(
            "SELECT * FROM dispatches WHERE told_with != ? ORDER BY told_with, id LIMIT ?", (gazetteer_version, limit)
        ).fetchall()
        return [Stored(row["id"], dispatch_from(row), self._passages_of(row["id"])) for row in rows]

    def count_told_before(self, gazetteer_version: int) -> int:
        query = "SELECT count(*) FROM dispatches WHERE told_with != ?"
        return int(self._db.execute(query, (gazetteer_version,)).fetchone()[0])

    def newest_ingest_s(self) -> int:
        """When the last dispatch came in, in Unix seconds; 0 in an empty collection."""
        return int(self._db.execute("SELECT coalesce(max(ingested_at), 0) FROM dispatches").fetchone()[0])

    def clear_reading(self, row: int, gazetteer_version: int) -> None:
        """Drop what a version tells, before it is told again with that gazetteer."""
        for table in ("sites", "claims", "tolls", "tellings"):
            self._db.execute(f"DELETE FROM {table} WHERE dispatch = ?", (row,))
        self._db.execute("UPDATE dispatches SET told_with = ? WHERE id = ?", (gazetteer_version, row))

    def _passages_of(self, row: int) -> tuple[tuple[int, int, int], ...]:
        found = self._db.execute("SELECT id, start, end FROM passages WHERE dispatch = ? ORDER BY ordinal", (row,))
        return tuple((r["id"], r["start"], r["end"]) for r in found)

    # -- a dispatch out ---------------------------------------------------------------------------------------

    def remove(self, *, source: str | None, before: datetime | None) -> int:
        """Delete every version of the dispatches of a source, or published before a moment, or both at once."""
        rows = self._db.execute(
            "SELECT id FROM dispatches WHERE (? IS NULL OR source = ?) AND (? IS NULL OR published_at < ?)",
            (source, source, _seconds(before), _seconds(before)),
        ).fetchall()
        identifiers = [(row["id"],) for row in rows]
        inside = "SELECT id FROM passages WHERE dispatch = ?"
        self._db.executemany(f"INSERT INTO changes (passage, added) SELECT id, 0 FROM ({inside})", identifiers)
        self._db.executemany(f"DELETE FROM passages_fts WHERE rowid IN ({inside})", identifiers)
        self._db.executemany("DELETE FROM dispatches WHERE id = ?", identifiers)
        return len(identifiers)

    def compact(self) -> None:
        """Leave nothing of what was deleted on the disk: in the text index, the log or free pages."""
        self._db.execute("INSERT INTO passages_fts (passages_fts) VALUES ('optimize')")
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def forget_readings(self) -> None:
        """Mark every version as to be told again."""
        self._db.execute("UPDATE dispatches SET told_with = -1")

    # -- is all well ------------------------------------------------------------------------------------------

    def integrity_fault(self) -> str:
        """What SQLite finds wrong with the file; empty where nothing is."""
        found = str(self._db.execute("PRAGMA quick_check(1)").fetchone()[0])
        return "" if found == "ok" else found


def _begins(dispatch: Dispatch, version: int, now_s: int) -> int:
    """From when a version counts.  What is taken back is at once, whatever date the message bears."""
    published = _seconds(dispatch.published_at)
    if published is None:
        return ALWAYS if version == 1 and dispatch.replaces is None else now_s
    return published if dispatch.status is Status.USABLE else min(published, now_s)


def _searchable(text: str) -> str:
    return f"{stems(text)} {sound_tokens(text)}"


def _waited_when_killed(version: Row, versions: Sequence[Row]) -> bool:
    """Whether a kill came while this version still waited for its hour: then that hour never comes."""
    return any(
        kill["status"] != Status.USABLE
        and kill["version"] > version["version"]
        and version["valid_from"] > kill["ingested_at"]
        for kill in versions
    )


def _passage_at(passages: Sequence[tuple[int, int, int]], offset: int) -> int:
    """The passage that holds an offset; between two, the one before it."""
    return next((i for i, start, _ in reversed(passages) if start <= offset), passages[0][0])


def dispatch_from(row: Row) -> Dispatch:
    """A row of `dispatches` as the noun."""
    return Dispatch(
        source=row["source"],
        id=row["external_id"],
        body=row["body"],
        title=row["title"],
        published_at=from_seconds(row["published_at"]),
        language=row["language"],
        url=row["url"],
        replaces=row["replaces"],
        status=Status(row["status"]),
        extra=row["extra"],
        sample=bool(row["sample"]),
        corrects=bool(row["corrects"]),
    )
