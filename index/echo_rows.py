"""How alike the texts of one story are, sentence by sentence, in the database.

Which pairs are to be compared is written with the story; the model is asked when nothing waits for it, and what a kill
leaves unasked is asked when the next dispatch comes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.archive import dispatch_from
from index.echoes import ECHO_AT
from index.schema import Connection


@dataclass(frozen=True, slots=True)
class Unheard:
    """Two versions whose likeness is not known yet, by their rows, with their texts."""

    one: int
    other: int
    texts: tuple[str, str]


class EchoRows:
    """The likenesses of one collection.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def expect(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Note pairs of versions, the smaller row first, that are to be compared; known ones stay as they are."""
        self._db.executemany("INSERT OR IGNORE INTO echoes VALUES (?, ?, NULL)", pairs)

    def unheard(self, limit: int) -> list[Unheard]:
        """Some of the pairs that wait, those of the newest versions first: they are what is asked about."""
        pairs = self._db.execute(
            "SELECT one, other FROM echoes WHERE likeness IS NULL ORDER BY other DESC LIMIT ?", (limit,)
        ).fetchall()
        texts = self._texts({row for pair in pairs for row in pair})
        # What another process deleted in between takes its pairs with it.
        there = ((one, other) for one, other in pairs if one in texts and other in texts)
        return [Unheard(one, other, (texts[one], texts[other])) for one, other in there]

    def _texts(self, rows: Iterable[int]) -> dict[int, str]:
        found = self._db.execute(
            "SELECT * FROM dispatches WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(rows)),)
        )
        return {row["id"]: dispatch_from(row).text for row in found}

    def put(self, likenesses: Mapping[tuple[int, int], float]) -> None:
        """Write what the model said.  A version that was deleted meanwhile is left out."""
        self._db.executemany(
            "UPDATE echoes SET likeness = ? WHERE one = ? AND other = ?",
            [(value, one, other) for (one, other), value in likenesses.items()],
        )

    def forget(self) -> None:
        """Let every pair be compared again: another model serves."""
        self._db.execute("UPDATE echoes SET likeness = NULL")

    def echoes(self, rows: Iterable[int]) -> dict[int, frozenset[int]]:
        """Version -> those among `rows` that say the same sentence by sentence; only what has any."""
        wanted = json.dumps(sorted(rows))
        pairs = self._db.execute(
            "SELECT one, other FROM echoes WHERE likeness >= ? AND one IN (SELECT value FROM json_each(?))"
            " AND other IN (SELECT value FROM json_each(?))",
            (ECHO_AT, wanted, wanted),
        )
        found: dict[int, set[int]] = {}
        for one, other in pairs:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {row: frozenset(others) for row, others in found.items()}
