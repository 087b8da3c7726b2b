"""Reading for a question: which tellings may meet its place, time and kind, which passages hold its words.

Everything here serves one moment: a version counts only while it is the latest usable one as at `now`.  Areas and
windows are narrowed in SQL (boxes, country codes, overlap) and decided exactly by `index.rank`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from index.archive import dispatch_from, from_seconds, kinds_to_mask, mask_to_kinds, to_seconds
from index.geometry import borderland_circles, bounding_box
from index.model import (
    Area,
    Borderland,
    Circle,
    Claim,
    ClaimVerb,
    Dispatch,
    Happened,
    Kind,
    Place,
    Precision,
    Searched,
    Site,
    Span,
    Unit,
    Window,
)
from index.name_sounds import sounds_alike, ways_to_mention
from index.schema import Connection, Row
from index.story_model import Harm, Toll

MAX_TERMS = 32  # of a question, in the text index: bounds the work that a pasted page can ask for

_ALIVE = "d.valid_from <= :now AND :now < d.valid_to"
_TELLINGS = """
    SELECT t.id AS telling, t.passage, t.dispatch, t.start, t.end, t.leading_kinds, t.kinds, t.happened_start,
        t.happened_end, t.precision, t.actors, d.published_at, s.name, s.lat, s.lon, s.uncertainty_km, s.confidence,
        s.stated_km, s.place, s.strip, s.ends
    FROM tellings t JOIN dispatches d ON d.id = t.dispatch LEFT JOIN sites s ON s.telling = t.id
    WHERE d.valid_from <= :now AND :now < d.valid_to AND NOT t.background
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A telling of the collection, and the passage that holds it."""

    passage_id: int
    dispatch_row: int
    published_at: datetime | None
    span: Span
    kinds: tuple[Kind, ...]
    happened: Happened | None
    actors: tuple[str, ...]
    sites: tuple[Site, ...]
    filed: tuple[Kind, ...] = ()  # those of the kinds that a question finds it by


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage as stored, with its dispatch and the claims inside it."""

    passage_id: int
    dispatch_row: int
    dispatch: Dispatch
    version: int
    span: Span
    claims: tuple[Claim, ...]

    @property
    def text(self) -> str:
        return self.dispatch.text[self.span.start : self.span.end]


class Finder:
    """Questions to the database.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def searched(self, now: datetime) -> Searched:
        """How many dispatches and passages serve as at `now`, and the newest publication among them."""
        row = self._db.execute(
            "SELECT count(DISTINCT d.id) AS dispatches, count(p.id) AS passages, max(d.published_at) AS newest"
            f" FROM dispatches d LEFT JOIN passages p ON p.dispatch = d.id WHERE {_ALIVE}",
            {"now": to_seconds(now)},
        ).fetchone()
        return Searched(row["dispatches"], row["passages"], from_seconds(row["newest"]))

    def tellings(self, kinds: Sequence[Kind], area: Area | None, window: Window | None, now: datetime) -> list[Found]:
        """News (no background) that may meet kinds, area and window; what is empty or None asks nothing."""
        conditions = [_kind_condition(kinds), _window_condition(window), _area_condition(area)]
        where = "".join(f" AND {text}" for text, _ in conditions if text)
        values = {name: value for _, some in conditions for name, value in some.items()}
        rows = self._db.execute(
            f"{_TELLINGS}{where} ORDER BY t.id, s.rowid",
            {"now": to_seconds(now), **values},
        )
        return list(_found(rows))

    def tellings_of(self, dispatches: Iterable[int], now: datetime) -> list[Found]:
        """What those dispatch rows tell, background left out."""
        rows = self._db.execute(
            f"{_TELLINGS} AND d.id IN (SELECT value FROM json_each(:rows)) ORDER BY t.id, s.rowid",
            {"now": to_seconds(now), "rows": _ids(dispatches)},
        )
        return list(_found(rows))

    def tolls_of(self, dispatches: Iterable[int]) -> dict[int, tuple[Toll, ...]]:
        """Dispatch row -> the tolls of its news, in the order of the text; a row without any is not there."""
        rows = self._db.execute(
            "SELECT * FROM tolls WHERE dispatch IN (SELECT value FROM json_each(?)) ORDER BY dispatch, start, end",
            (_ids(dispatches),),
        )
        return {row: tuple(map(_toll, some)) for row, some in groupby(rows, lambda r: r["dispatch"])}

    def telling_dead(self, least: int) -> set[int]:
        """Dispatch rows whose news may tell so many killed: all its tolls together reach that number, or one below it
        where one of them has no upper bound."""
        rows = self._db.execute(
            "SELECT dispatch FROM tolls WHERE harm = 'killed' GROUP BY dispatch"
            " HAVING sum(least) + max(most IS NULL) >= ?",
            (least,),
        )
        return {row[0] for row in rows}

    def with_tolls(self, passages: Iterable[int]) -> set[int]:
        """Those of the passages that tell how many were harmed."""
        rows = self._db.execute(
            "SELECT DISTINCT passage FROM tolls WHERE passage IN (SELECT value FROM json_each(?))", (_ids(passages),)
        )
        return {row[0] for row in rows}

    def claims_of(self, dispatches: Iterable[int]) -> dict[int, tuple[Claim, ...]]:
        """Dispatch row -> its claims, in the order of the text; a row without any is not there."""
        rows = self._db.execute(
            "SELECT * FROM claims WHERE dispatch IN (SELECT value FROM json_each(?)) ORDER BY dispatch, start",
            (_ids(dispatches),),
        )
        return {row: tuple(map(_claim, some)) for row, some in groupby(rows, lambda r: r["dispatch"])}

    def named_sites(self, area: Area, now: datetime) -> list[tuple[int, Site]]:
        """(dispatch row, site) of every place named that may lie in the area, the happening's or not."""
        condition, values = _area_condition(area)
        rows = self._db.execute(
            f"SELECT s.* FROM sites s JOIN dispatches d ON d.id = s.dispatch WHERE {_ALIVE} AND {condition}",
            {"now": to_seconds(now), **values},
        )
        return [(row["dispatch"], _site(row)) for row in rows]

    def sites_of(self, dispatches: Iterable[int], now: datetime) -> list[tuple[int, Site]]:
        """(dispatch row, site) of every place that those rows name, the happening's or not."""
        rows = self._db.execute(
            f"SELECT s.* FROM sites s JOIN dispatches d ON d.id = s.dispatch WHERE {_ALIVE}"
            " AND d.id IN (SELECT value FROM json_each(:rows)) ORDER BY s.rowid",
            {"now": to_seconds(now), "rows": _ids(dispatches)},
        )
        return [(row["dispatch"], _site(row)) for row in rows]

    def naming(self, names: Iterable[str], now: datetime) -> set[int]:
        """Dispatch rows that name a place by that sound, or one letter off, whether or not a gazetteer knows it."""
        alike = sorted(key for name in names for key in sounds_alike(name))
        rows = self._db.execute(
            "SELECT DISTINCT s.dispatch FROM sites s JOIN dispatches d ON d.id = s.dispatch"
            f" WHERE {_ALIVE} AND s.sound_key IN (SELECT value FROM json_each(:keys))",
            {"now": to_seconds(now), "keys": json.dumps(alike)},
        )
        return {row[0] for row in rows}

    def mentioning(self, name: str, now: datetime) -> set[int]:
        """Dispatch rows whose text names a place, in this spelling or another of the same sound."""
        words, sound = ways_to_mention(name)
        ways = [" AND ".join(map(_quoted, sorted(words))), _quoted(sound)]
        match = " OR ".join(f"({way})" for way in ways if way.strip('"'))
        if not match:
            return set()
        rows = self._db.execute(
            "SELECT DISTINCT d.id FROM passages_fts f JOIN passages p ON p.id = f.rowid"
            f" JOIN dispatches d ON d.id = p.dispatch WHERE {_ALIVE} AND passages_fts MATCH :match",
            {"now": to_seconds(now), "match": match},
        )
        return {row[0] for row in rows}

    def happenings_at(self) -> dict[int, int]:
        """GeoNames number -> in how many dispatches something happened there."""
        rows = self._db.execute(
            "SELECT geoname_id, count(DISTINCT dispatch) FROM sites"
            " WHERE telling IS NOT NULL AND geoname_id > 0 GROUP BY geoname_id"
        )
        return {row[0]: row[1] for row in rows}

    def published_in(self, window: Window, now: datetime) -> set[int]:
        """Dispatch rows published inside a window."""
        start, end = _bounds(window)
        rows = self._db.execute(
            f"SELECT d.id FROM dispatches d WHERE {_ALIVE} AND d.published_at >= :start AND d.published_at < :end",
            {"now": to_seconds(now), "start": start, "end": end},
        )
        return {row[0] for row in rows}

    def replaced_in(self, window: Window, now: datetime, limit: int) -> list[tuple[int, datetime]]:
        """Versions published inside a window that served and do so no more, each with when it began to; at most the
        last `limit` of them."""
        start, end = _bounds(window)
        rows = self._db.execute(
            "SELECT id, valid_from FROM dispatches WHERE valid_from < valid_to AND valid_to <= :now"
            " AND published_at >= :start AND published_at < :end ORDER BY id DESC LIMIT :limit",
            {"now": to_seconds(now), "start": start, "end": end, "limit": limit},
        )
        return [(row[0], datetime.fromtimestamp(row[1], UTC)) for row in rows]

    def passages_alive(self, now: datetime, dispatches: Iterable[int] | None = None) -> list[int]:
        """Ids of the passages that serve as at `now`, of all dispatches or of those rows."""
        among = "" if dispatches is None else " AND d.id IN (SELECT value FROM json_each(:rows))"
        rows = self._db.execute(
            f"SELECT p.id FROM passages p JOIN dispatches d ON d.id = p.dispatch WHERE {_ALIVE}{among} ORDER BY p.id",
            {"now": to_seconds(now), "rows": _ids(dispatches or ())},
        )
        return [row[0] for row in rows]

    def lexical(self, stems: Sequence[str], allowed: Sequence[int], limit: int) -> list[int]:
        """Those of the allowed passages that hold any of the stems, best BM25 first."""
        terms = list(dict.fromkeys(stems))[:MAX_TERMS]
        if not terms:
            return []
        match = " OR ".join(_quoted(term) for term in terms)
        rows = self._db.execute(
            "SELECT rowid FROM passages_fts WHERE passages_fts MATCH :match"
            " AND rowid IN (SELECT value FROM json_each(:allowed)) ORDER BY rank, rowid LIMIT :limit",
            {"match": match, "allowed": _ids(allowed), "limit": limit},
        )
        return [row[0] for row in rows]

    def stems_of(self, passages: Iterable[int]) -> dict[int, frozenset[str]]:
        """The stems under which passages stand in the text index."""
        rows = self._db.execute(
            "SELECT rowid, stems FROM passages_fts WHERE rowid IN (SELECT value FROM json_each(?))", (_ids(passages),)
        )
        return {row[0]: frozenset(row[1].split()) for row in rows}

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each stem stands."""
        count = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
        return {term: self._db.execute(count, (_quoted(term),)).fetchone()[0] for term in set(terms)}

    def load(self, passages: Iterable[int], now: datetime) -> dict[int, PassageRow]:
        """The passages among those that still serve as at `now`, whole, by id."""
        wanted = _ids(passages)
        rows = self._db.execute(
            "SELECT p.id AS passage, p.start, p.end, d.* FROM passages p JOIN dispatches d ON d.id = p.dispatch"
            f" WHERE {_ALIVE} AND p.id IN (SELECT value FROM json_each(:ids))",
            {"now": to_seconds(now), "ids": wanted},
        ).fetchall()
        claims = self._claims(wanted)
        return {row["passage"]: _passage_row(row, claims.get(row["passage"], ())) for row in rows}

    def _claims(self, wanted: str) -> dict[int, tuple[Claim, ...]]:
        rows = self._db.execute(
            "SELECT * FROM claims WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY passage, start", (wanted,)
        )
        return {passage: tuple(_claim(row) for row in some) for passage, some in groupby(rows, lambda r: r["passage"])}


def _quoted(term: str) -> str:
    """A word for the text index: quoted, so that no word of a question is an operator."""
    return '"' + term.replace('"', '""') + '"'


def _ids(rows: Iterable[int]) -> str:
    return json.dumps([int(row) for row in rows])


def _bounds(window: Window) -> tuple[int, int]:
    return to_seconds(window.start) if window.start else -(1 << 53), to_seconds(window.end) if window.end else 1 << 53


Condition = tuple[str, dict[str, int | float | str]]


def _kind_condition(kinds: Sequence[Kind]) -> Condition:
    return ("t.leading_kinds & :kinds", {"kinds": kinds_to_mask(kinds)}) if kinds else ("", {})


def _window_condition(window: Window | None) -> Condition:
    if window is None:
        return "", {}
    start, end = _bounds(window)
    return "t.happened_start < :window_end AND t.happened_end > :window_start", {
        "window_start": start,
        "window_end": end,
    }


def _area_condition(area: Area | None) -> Condition:
    """A box or a country for each part of an area: never less than the area."""
    if area is None:
        return "", {}
    texts, values = [], dict[str, int | float | str]()
    for number, part in enumerate(_parts(area)):
        text, some = _part_condition(part, f"part{number}")
        texts.append(text)
        values |= some
    return f"({' OR '.join(texts)})", values


def _parts(area: Area) -> Iterator[Circle | Unit]:
    match area:
        case Circle() | Unit():
            yield area
        case Borderland():
            yield from borderland_circles(area)
        case _:
            for part in area.parts:
                yield from _parts(part)


def _part_condition(part: Circle | Unit, name: str) -> Condition:
    if isinstance(part, Unit):
        return f"s.country = :{name}", {name: part.codes[0]}
    south, north, west, east = bounding_box(part.lat, part.lon, part.radius_km)
    across = "BETWEEN" if west <= east else "NOT BETWEEN"  # a box over the date line is all but what lies between
    west, east = min(west, east), max(west, east)
    return f"(s.lat BETWEEN :{name}s AND :{name}n AND s.lon {across} :{name}w AND :{name}e)", {
        f"{name}s": south,
        f"{name}n": north,
        f"{name}w": west,
        f"{name}e": east,
    }


def _found(rows: Iterable[Row]) -> Iterator[Found]:
    for _, group in groupby(rows, lambda row: row["telling"]):
        some = list(group)
        first = some[0]
        yield Found(
            passage_id=first["passage"],
            dispatch_row=first["dispatch"],
            published_at=from_seconds(first["published_at"]),
            span=Span(first["start"], first["end"]),
            kinds=(*mask_to_kinds(first["leading_kinds"]), *mask_to_kinds(first["kinds"] & ~first["leading_kinds"])),
            happened=_happened(first),
            actors=tuple(json.loads(first["actors"])),
            sites=tuple(_site(row) for row in some if row["lat"] is not None),
            filed=mask_to_kinds(first["leading_kinds"]),
        )


def _happened(row: Row) -> Happened | None:
    start, end = from_seconds(row["happened_start"]), from_seconds(row["happened_end"])
    return None if start is None or end is None else Happened(start, end, Precision(row["precision"]))


def _site(row: Row) -> Site:
    return Site(
        name=row["name"],
        lat=row["lat"],
        lon=row["lon"],
        uncertainty_km=row["uncertainty_km"],
        confidence=row["confidence"],
        place=None if row["place"] is None else Place(**json.loads(row["place"])),
        stated_km=row["stated_km"],
        strip=None if row["strip"] is None else _strip(json.loads(row["strip"])),
        ends=None if row["ends"] is None else _ends(json.loads(row["ends"])),
    )


def _strip(stored: dict[str, Any]) -> Borderland:
    return Borderland(**stored | {"borders": tuple(stored["borders"])})


def _ends(stored: list[list[float]]) -> tuple[tuple[float, float], tuple[float, float]]:
    (one_lat, one_lon), (other_lat, other_lon) = stored
    return (one_lat, one_lon), (other_lat, other_lon)


def _claim(row: Row) -> Claim:
    return Claim(row["actor"], ClaimVerb(row["verb"]), row["start"], row["end"])


def _toll(row: Row) -> Toll:
    return Toll(row["start"], row["end"], Harm(row["harm"]), row["least"], row["most"], row["victims"])


def _passage_row(row: Row, claims: tuple[Claim, ...]) -> PassageRow:
    return PassageRow(
        passage_id=row["passage"],
        dispatch_row=row["id"],
        dispatch=dispatch_from(row),
        version=row["version"],
        span=Span(row["start"], row["end"]),
        claims=claims,
    )
