"""Accounts in the database: what each version tells of each happening, what it is found by, and what ties them.

An account is looked for by keys (a day at a place, a week at a place, the beginning of its text), so that finding those
that may tell the same happening costs the same in a large collection as in a small one.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from math import floor
from typing import Any

from index.accounts import Account
from index.archive import NEVER
from index.likeness import Sketch
from index.model import Kind
from index.schema import Connection, Row
from index.spots import Point, Spot, points_along
from index.stories import Reason, Tie
from index.story_model import Harm, Toll

MOST_CANDIDATES = 256  # looked at for one account: bounds what a flood of like notes can cost
_CELL_DEG = 0.6  # a square of at least 60 km up to 25 degrees north: places further apart than a cell are never one
_MOST_SPOTS = 4
_DAY_S, _WEEK_S = 86_400, 7 * 86_400
_TEXT, _DAY, _WEEK, _OPEN_WEEK = range(4)  # what a key says
_AROUND = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A stored account, and from when until when its version serves, in Unix seconds."""

    row: int
    dispatch: int
    valid_from: int
    valid_to: int
    account: Account

    @property
    def current(self) -> bool:
        """Whether its version is the one that serves in the end."""
        return self.valid_to == NEVER

    def serves_at(self, now_s: int) -> bool:
        return self.valid_from <= now_s < self.valid_to


class AccountRows:
    """The accounts of one collection.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(self, dispatch: int, accounts: Sequence[Account]) -> list[int]:
        """Write the accounts of a version in place of those it had; returns their rows."""
        self._db.execute("DELETE FROM accounts WHERE dispatch = ? AND ordinal >= ?", (dispatch, len(accounts)))
        return [self._put(dispatch, account) for account in accounts]

    def _put(self, dispatch: int, account: Account) -> int:
        row = self._db.execute(
            "INSERT INTO accounts (dispatch, ordinal, facts, runs) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (dispatch, ordinal) DO UPDATE SET facts = excluded.facts, runs = excluded.runs RETURNING id",
            (dispatch, account.ordinal, _facts(account), _blob(account.sketch.runs)),
        ).fetchone()[0]
        self._db.execute("DELETE FROM account_keys WHERE account = ?", (row,))
        self._db.executemany("INSERT INTO account_keys VALUES (?, ?)", [(key, row) for key in keys_of(account)])
        return int(row)

    def candidates(self, row: int, account: Account) -> list[AccountRow]:
        """The accounts of other dispatches that may tell the same happening, of every version."""
        return self._loaded(
            "a.id IN (SELECT DISTINCT account FROM account_keys"
            " WHERE key IN (SELECT value FROM json_each(?)) AND account != ? LIMIT ?)",
            (json.dumps(sorted(wanted_keys(account))), row, MOST_CANDIDATES),
        )

    def load(self, rows: Iterable[int]) -> list[AccountRow]:
        """Those accounts, in order of their rows."""
        return self._loaded("a.id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(rows)),))

    def rows_of(self, dispatches: Iterable[int]) -> list[int]:
        """The rows of the accounts of those versions."""
        wanted = json.dumps(sorted(dispatches))
        rows = self._db.execute(
            "SELECT id FROM accounts WHERE dispatch IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,)
        )
        return [row[0] for row in rows]

    def of_dispatches(self, dispatches: Iterable[int]) -> list[AccountRow]:
        """The accounts of those versions."""
        return self._loaded("a.dispatch IN (SELECT value FROM json_each(?))", (json.dumps(sorted(dispatches)),))

    def _loaded(self, where: str, values: tuple[object, ...]) -> list[AccountRow]:
        rows = self._db.execute(
            "SELECT a.id, a.dispatch, a.ordinal, a.facts, a.runs, d.source, d.external_id, d.language, d.published_at,"
            " d.valid_from, d.valid_to FROM accounts a JOIN dispatches d ON d.id = a.dispatch"
            f" WHERE {where} ORDER BY a.id",
            values,
        )
        return [
            AccountRow(row["id"], row["dispatch"], row["valid_from"], row["valid_to"], _account(row)) for row in rows
        ]

    def tie(self, row: int, ties: Mapping[int, Tie]) -> None:
        """Write what ties an account to others, in place of what tied it before."""
        self._db.execute("DELETE FROM ties WHERE one = ? OR other = ?", (row, row))
        self._db.executemany(
            "INSERT INTO ties VALUES (?, ?, ?, ?)",
            [(min(row, other), max(row, other), tie.reason.value, tie.strength) for other, tie in ties.items()],
        )

    def tied_together(self, rows: Iterable[int]) -> set[int]:
        """Those accounts and all that ties lead to from them."""
        found = self._db.execute(
            "WITH RECURSIVE reached (account) AS (SELECT value FROM json_each(?) UNION"
            " SELECT t.other FROM ties t JOIN reached r ON t.one = r.account UNION"
            " SELECT t.one FROM ties t JOIN reached r ON t.other = r.account) SELECT account FROM reached",
            (json.dumps(sorted(rows)),),
        )
        return {row[0] for row in found}

    def ties_among(self, rows: Iterable[int]) -> dict[tuple[int, int], Tie]:
        """The ties both of whose ends are among those accounts."""
        wanted = json.dumps(sorted(rows))
        found = self._db.execute(
            "SELECT * FROM ties WHERE one IN (SELECT value FROM json_each(?))"
            " AND other IN (SELECT value FROM json_each(?))",
            (wanted, wanted),
        )
        return {(row["one"], row["other"]): Tie(Reason(row["reason"]), row["strength"]) for row in found}


def keys_of(account: Account) -> set[int]:
    """What an account is found by."""
    cells = _cells(account)
    return _text_keys(account) | {_key(at, cell) for at in _moments(account) for cell in cells}


def _moments(account: Account) -> Iterator[tuple[int, int]]:
    for day in _days(account):
        yield _DAY, day
    if account.published_at is not None:
        yield _WEEK, account.published_at // _WEEK_S
        if account.days is None:
            yield _OPEN_WEEK, account.published_at // _WEEK_S


def wanted_keys(account: Account) -> set[int]:
    """The keys of whatever may tell the same happening: its days around its places, or the weeks around its publication
    for what leaves its day open."""
    cells = {(y + down, x + right) for y, x in _cells(account) for down, right in _AROUND}
    at = [(_DAY, day) for day in _days(account)]
    if account.published_at is not None:
        kind = _WEEK if account.days is None else _OPEN_WEEK
        at += [(kind, account.published_at // _WEEK_S + apart) for apart in (-1, 0, 1)]
    return _text_keys(account) | {_key(moment, cell) for moment in at for cell in cells}


def _days(account: Account) -> range:
    return range(account.days[0] // _DAY_S, account.days[1] // _DAY_S) if account.days else range(0)


def _cells(account: Account) -> set[tuple[int, int]]:
    return {_cell(point) for spot in account.spots[:_MOST_SPOTS] for point in points_along(spot)}


def _cell(point: Point) -> tuple[int, int]:
    return floor(point[0] / _CELL_DEG), floor(point[1] / _CELL_DEG)


def _text_keys(account: Account) -> set[int]:
    return {_TEXT << 60 | anchor for anchor in account.sketch.anchors}


def _key(moment: tuple[int, int], cell: tuple[int, int]) -> int:
    """(what, day or week) and cell in 63 bits, each counted from below zero: there are days before 1970."""
    what, when = moment
    return what << 60 | (when + (1 << 30)) << 24 | (cell[0] + 512) << 12 | cell[1] + 1024


# -- an account as a row -----------------------------------------------------------------------------------------


def _facts(account: Account) -> str:
    facts = {
        "days": account.days,
        "spots": list(map(astuple, account.spots)),
        "leading": sorted(account.leading),
        "kinds": sorted(account.kinds),
        "actors": sorted(account.actors),
        "tolls": [asdict(toll) for toll in account.tolls],
        "claimants": sorted(account.claimants),
        "deniers": sorted(account.deniers),
        "anchors": account.sketch.anchors,
        "marks": account.sketch.marks,
        "corrects": account.corrects,
    }
    return json.dumps(facts, ensure_ascii=False)


def _account(row: Row) -> Account:
    facts = json.loads(row["facts"])
    return Account(
        thread=(row["source"], row["external_id"]),
        ordinal=row["ordinal"],
        source=row["source"],
        language=row["language"],
        published_at=row["published_at"],
        days=(facts["days"][0], facts["days"][1]) if facts["days"] else None,
        spots=tuple(_spot(*spot) for spot in facts["spots"]),
        leading=frozenset(map(Kind, facts["leading"])),
        kinds=frozenset(map(Kind, facts["kinds"])),
        actors=frozenset(facts["actors"]),
        tolls=tuple(Toll(**toll | {"harm": Harm(toll["harm"])}) for toll in facts["tolls"]),
        claimants=frozenset(facts["claimants"]),
        deniers=frozenset(facts["deniers"]),
        sketch=Sketch(_runs(row["runs"]), tuple(facts["anchors"]), tuple(facts["marks"])),
        corrects=facts.get("corrects", False),  # not there until it is read again after an upgrade
    )


def _spot(sound: str, lat: float, lon: float, off_km: float, named: bool, ring_km: float = 0.0, *way_to: Any) -> Spot:
    far_end = way_to[0] if way_to else None  # not there until it is read again after an upgrade
    return Spot(sound, lat, lon, off_km, named, ring_km, (far_end[0], far_end[1]) if far_end else None)


def _blob(runs: frozenset[int]) -> bytes:
    return array("I", sorted(runs)).tobytes()


def _runs(blob: bytes) -> frozenset[int]:
    runs = array("I")
    runs.frombytes(blob)
    return frozenset(runs)
