"""The gazetteer's rows in the database: country files as they were imported, beside the world that ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from index.archive import from_seconds, to_seconds
from index.gazetteer import GazetteerEntry
from index.model import Place
from index.schema import Connection, Row


@dataclass(frozen=True, slots=True)
class PlacesFile:
    """A country file that was imported: its name, its number of places, and when (ISO 8601)."""

    name: str
    rows: int
    imported_at: str


class Atlas:
    """Imported country files.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def version(self) -> int:
        """A number that changes with every import; 0 before the first."""
        row = self._db.execute("SELECT value FROM meta WHERE key = 'gazetteer'").fetchone()
        return 0 if row is None else int(row[0])

    def put(self, name: str, entries: Iterable[GazetteerEntry], now: datetime) -> int:
        """Write a country file in the place of one of the same name; returns its number of places.

        Call inside a transaction."""
        self._db.execute("DELETE FROM gazetteer_files WHERE name = ?", (name,))
        cursor = self._db.execute("INSERT INTO gazetteer_files (name, entries, imported_at) VALUES (?, 0, ?)",
                                  (name, to_seconds(now)))  # fmt: skip
        file = int(cursor.lastrowid or 0)
        self._db.executemany(
            "INSERT OR REPLACE INTO gazetteer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_row(file, entry) for entry in entries),
        )
        count = int(self._db.execute("SELECT count(*) FROM gazetteer WHERE file = ?", (file,)).fetchone()[0])
        self._db.execute("UPDATE gazetteer_files SET entries = ? WHERE id = ?", (count, file))
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('gazetteer', ?)", (str(self.version() + 1),))
        return count

    def files(self) -> tuple[PlacesFile, ...]:
        rows = self._db.execute("SELECT * FROM gazetteer_files ORDER BY name")
        return tuple(PlacesFile(r["name"], r["entries"], _iso(r["imported_at"])) for r in rows)

    def entries(self) -> Iterator[GazetteerEntry]:
        """Every imported place."""
        for row in self._db.execute("SELECT * FROM gazetteer ORDER BY file, geoname_id"):
            yield _entry(row)


def _iso(seconds: int) -> str:
    moment = from_seconds(seconds)
    return moment.isoformat() if moment else ""


def _row(file: int, entry: GazetteerEntry) -> tuple[int | float | str, ...]:
    p = entry.place
    return (file, p.geoname_id, p.name, "\n".join(entry.names), p.lat, p.lon, p.country, p.admin1, p.admin2, p.admin3,
            p.feature, p.population)  # fmt: skip


def _entry(row: Row) -> GazetteerEntry:
    place = Place(
        geoname_id=row["geoname_id"],
        name=row["name"],
        lat=row["lat"],
        lon=row["lon"],
        country=row["country"],
        admin1=row["admin1"],
        admin2=row["admin2"],
        admin3=row["admin3"],
        feature=row["feature"],
        population=row["population"],
    )
    return GazetteerEntry(place, tuple(row["names"].split("\n")))
