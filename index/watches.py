"""Standing queries and how each chat wants to be told, in the database.  One connection, one thread.

Every change of a watch is logged, so that a process that holds the watches in memory catches up with another's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import numpy as np

from index.archive import to_seconds
from index.encoder import Vectors
from index.schema import Connection, Row, told_as_ours
from index.standing_json import standing_from_json, standing_to_json
from index.watch_model import ChatRules, Delivery, Owner, Quiet, Standing, Watch, has_topic


class Watches:
    """The watches of everybody.  Call what writes inside `transaction()`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    # -- one watch ---------------------------------------------------------------------------------------------

    @told_as_ours()
    def add(self, owner: Owner, standing: Standing, delivery: Delivery, now: datetime) -> Watch:
        """Keep a standing query; its chat begins with the ordinary rules."""
        self._db.execute(
            "INSERT OR IGNORE INTO watch_chats (chat, rules) VALUES (?, ?)", (owner.chat, _rules_json(ChatRules()))
        )
        cursor = self._db.execute(
            "INSERT INTO watches (chat, thread, person, standing, delivery, paused, made_at, has_topic)"
            " VALUES (?, ?, ?, ?, ?, 0, ?, ?)",
            (owner.chat, owner.thread, owner.person, standing_to_json(standing), delivery.value, to_seconds(now),
             has_topic(standing.query)),
        )  # fmt: skip
        watch = Watch(int(cursor.lastrowid or 0), owner, standing, delivery)
        self._log([watch.id])
        return watch

    @told_as_ours()
    def get(self, watch: int) -> Watch | None:
        """A watch by its number."""
        row = self._db.execute("SELECT * FROM watches WHERE id = ?", (watch,)).fetchone()
        return _watch(row) if row else None

    @told_as_ours()
    def all(self) -> list[Watch]:
        """Everybody's watches, oldest first."""
        return [_watch(row) for row in self._db.execute("SELECT * FROM watches ORDER BY id")]

    @told_as_ours()
    def of_chat(self, chat: str, thread: str = "") -> list[Watch]:
        """The watches that tell in a chat and thread, oldest first."""
        rows = self._db.execute("SELECT * FROM watches WHERE chat = ? AND thread = ? ORDER BY id", (chat, thread))
        return [_watch(row) for row in rows]

    @told_as_ours()
    def count_of(self, person: str) -> int:
        """How many watches somebody has, in all chats."""
        return int(self._db.execute("SELECT count(*) FROM watches WHERE person = ?", (person,)).fetchone()[0])

    @told_as_ours()
    def change(
        self,
        watch: int,
        *,
        standing: Standing | None = None,
        delivery: Delivery | None = None,
        paused: bool | None = None,
    ) -> None:
        """Change what is given of a watch and leave the rest; another question needs its vector made again."""
        self._db.execute(
            "UPDATE watches SET standing = coalesce(?, standing), delivery = coalesce(?, delivery),"
            " paused = coalesce(?, paused), has_topic = coalesce(?, has_topic), model = iif(?, NULL, model)"
            " WHERE id = ?",
            (
                standing_to_json(standing) if standing else None,
                delivery.value if delivery else None,
                paused,
                has_topic(standing.query) if standing else None,
                standing is not None,
                watch,
            ),
        )
        self._log([watch])

    @told_as_ours()
    def remove(self, watch: int) -> None:
        """Delete a watch for good."""
        self._db.execute("DELETE FROM watches WHERE id = ?", (watch,))
        self._log([watch])

    # -- vectors of the questions ------------------------------------------------------------------------------

    def put_vector(self, watch: int, model: int, vector: Vectors) -> None:
        """Keep the vector of a watch's question, as one model made it."""
        self._db.execute("UPDATE watches SET model = ?, vector = ? WHERE id = ?", (model, vector.tobytes(), watch))
        self._log([watch])

    def without_vector(self, model: int) -> list[Watch]:
        """The watches with a topic whose question that model has not embedded."""
        rows = self._db.execute("SELECT * FROM watches WHERE has_topic AND model IS NOT ?", (model,))
        return [_watch(row) for row in rows]

    def vector(self, watch: int, model: int) -> Vectors | None:
        """The vector of a watch's question; None where that model made none."""
        row = self._db.execute("SELECT vector FROM watches WHERE id = ? AND model = ?", (watch, model)).fetchone()
        return None if row is None or row[0] is None else np.frombuffer(row[0], dtype="<f4")

    # -- what followers catch up with --------------------------------------------------------------------------

    def last_change(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM watch_changes").fetchone()[0])

    def changed_after(self, change: int) -> list[int]:
        """The watches that changed, or were made or deleted, since."""
        rows = self._db.execute("SELECT DISTINCT watch FROM watch_changes WHERE id > ?", (change,))
        return [row[0] for row in rows]

    def listening(self, watches: Sequence[int]) -> dict[int, Watch]:
        """Those of the watches that are on: not paused, in a chat that can be written to."""
        rows = self._db.execute(
            "SELECT w.* FROM watches w JOIN watch_chats c ON c.chat = w.chat"
            " WHERE NOT w.paused AND c.suspended = '' AND w.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(watches)),),
        )
        return {row["id"]: _watch(row) for row in rows}

    def _log(self, watches: Sequence[int]) -> None:
        self._db.executemany("INSERT INTO watch_changes (watch) VALUES (?)", [(watch,) for watch in watches])

    # -- chats -------------------------------------------------------------------------------------------------

    @told_as_ours()
    def rules(self, chat: str) -> ChatRules:
        """How a chat wants to be told; the ordinary rules for one that never said."""
        row = self._db.execute("SELECT rules FROM watch_chats WHERE chat = ?", (chat,)).fetchone()
        return rules_from_json(row[0]) if row else ChatRules()

    @told_as_ours()
    def set_rules(self, chat: str, rules: ChatRules) -> None:
        """Keep how a chat wants to be told."""
        self._db.execute(
            "INSERT INTO watch_chats (chat, rules) VALUES (?, ?)"
            " ON CONFLICT (chat) DO UPDATE SET rules = excluded.rules",
            (chat, _rules_json(rules)),
        )

    @told_as_ours()
    def suspend(self, chat: str, reason: str) -> None:
        """Tell a chat nothing more, for a reason; "" lets it be told again."""
        self._db.execute("UPDATE watch_chats SET suspended = ? WHERE chat = ?", (reason, chat))
        self._log([row[0] for row in self._db.execute("SELECT id FROM watches WHERE chat = ?", (chat,)).fetchall()])

    @told_as_ours()
    def suspended(self, chat: str) -> str:
        """Why a chat is told nothing; "" where it is."""
        row = self._db.execute("SELECT suspended FROM watch_chats WHERE chat = ?", (chat,)).fetchone()
        return str(row[0]) if row else ""

    @told_as_ours()
    def move_chat(self, old: str, new: str) -> None:
        """Everything of a chat is another's from now on.  Done twice, it changes nothing."""
        if old == new:
            return
        watches = [row[0] for row in self._db.execute("SELECT id FROM watches WHERE chat = ?", (old,)).fetchall()]
        self._db.execute("DELETE FROM watch_chats WHERE chat = ? AND EXISTS (SELECT 1 FROM watch_chats WHERE chat = ?)",
                         (new, old))  # fmt: skip
        for table in ("watch_chats", "watches", "alerts"):
            self._db.execute(f"UPDATE {table} SET chat = ? WHERE chat = ?", (new, old))
        # Its old messages stay where they were: in the new chat their numbers are those of others.
        self._db.execute("UPDATE OR IGNORE told SET chat = ?, message = '' WHERE chat = ?", (new, old))
        self._db.execute("DELETE FROM told WHERE chat = ?", (old,))
        self._log(watches)


def _watch(row: Row) -> Watch:
    return Watch(
        id=row["id"],
        owner=Owner(row["chat"], row["person"], row["thread"]),
        standing=standing_from_json(row["standing"]),
        delivery=Delivery(row["delivery"]),
        paused=bool(row["paused"]),
    )


def _rules_json(rules: ChatRules) -> str:
    return json.dumps(asdict(rules))


def rules_from_json(text: str) -> ChatRules:
    """A chat's rules as stored."""
    told = json.loads(text)
    quiet = Quiet(**told["quiet"]) if told["quiet"] else None
    return ChatRules(told["language"], told["timezone"], quiet, tuple(told["digest_hours"]))
