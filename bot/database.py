"""The bot's tables in the database file of `index`, which also opens it: migrations and one connection.

Every table's name begins with `bot_`.  Times are whole seconds since 1970 UTC.  A column that holds whose a row is, is
called `user_id`; where it belongs, `chat_id`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from index import Connection, open_tables, told_as_ours, transaction

BUSY_TIMEOUT_MS = 5_000

# One entry a version; never edit one that was released, add another.
MIGRATIONS = (
    """
    CREATE TABLE bot_people (
        user_id INTEGER PRIMARY KEY,
        role TEXT NOT NULL,
        saved_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE bot_choices (user_id INTEGER PRIMARY KEY, language TEXT NOT NULL) STRICT;
    CREATE TABLE bot_strangers (user_id INTEGER PRIMARY KEY, told_at INTEGER NOT NULL) STRICT;
    CREATE TABLE bot_claims (code_sha256 TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT;
    CREATE TABLE bot_snapshots (
        key TEXT PRIMARY KEY,
        chat_id INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        question TEXT NOT NULL,
        language TEXT NOT NULL,
        stories TEXT NOT NULL,  -- JSON: the passage ids of each story
        kept_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX bot_snapshots_message ON bot_snapshots (chat_id, message_id);
    CREATE TABLE bot_seen (update_id INTEGER PRIMARY KEY) STRICT;
    """,
    """
    -- JSON: [start, end] of each story's quote in its best passage
    ALTER TABLE bot_snapshots ADD COLUMN quotes TEXT NOT NULL DEFAULT '[]';
    """,
    """
    ALTER TABLE bot_people ADD COLUMN name TEXT NOT NULL DEFAULT '';
    CREATE TABLE bot_invites (
        code_sha256 TEXT PRIMARY KEY,
        user_id INTEGER NOT NULL,  -- who made it
        role TEXT NOT NULL,
        uses_left INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE bot_chats (
        chat_id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        let_in INTEGER NOT NULL,
        saved_at INTEGER NOT NULL
    ) STRICT;
    """,
    """
    ALTER TABLE bot_snapshots ADD COLUMN said TEXT NOT NULL DEFAULT '';  -- the words that the question came from
    ALTER TABLE bot_snapshots ADD COLUMN place INTEGER;  -- GeoNames number chosen among namesakes
    ALTER TABLE bot_snapshots ADD COLUMN here TEXT NOT NULL DEFAULT '';
    CREATE TABLE bot_turns (
        chat_id INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        question TEXT NOT NULL,
        language TEXT NOT NULL,
        place INTEGER,
        here TEXT NOT NULL,
        waits INTEGER NOT NULL,
        asked_at INTEGER NOT NULL,
        PRIMARY KEY (chat_id, user_id)
    ) STRICT;
    CREATE TABLE bot_places (user_id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL, lon REAL) STRICT;
    CREATE TABLE bot_timezones (user_id INTEGER PRIMARY KEY, timezone TEXT NOT NULL) STRICT;
    CREATE TABLE bot_feedback (
        key TEXT PRIMARY KEY,  -- of the answer
        user_id INTEGER NOT NULL,
        question TEXT NOT NULL,
        language TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        shown TEXT NOT NULL,  -- JSON: passage ids
        told_by_words INTEGER NOT NULL
    ) STRICT;
    """,
    """
    -- A subject of each topic; those in work, half an hour old at most, are let go.
    DROP TABLE bot_turns;
    CREATE TABLE bot_turns (
        chat_id INTEGER NOT NULL,
        topic_id INTEGER NOT NULL,  -- 0 outside topics
        user_id INTEGER NOT NULL,
        question TEXT NOT NULL,
        language TEXT NOT NULL,
        place INTEGER,
        here TEXT NOT NULL,
        waits INTEGER NOT NULL,
        asked_at INTEGER NOT NULL,
        PRIMARY KEY (chat_id, topic_id, user_id)
    ) STRICT;
    """,
)


class Database:
    """One connection: open, use and close it on one thread.  Raises StoreError when unusable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @staticmethod
    def open(data_dir: Path) -> Database:
        """Open the database of `data_dir` and bring the bot's tables up to date."""
        return Database(open_tables(data_dir, MIGRATIONS, (_version, _keep_version), BUSY_TIMEOUT_MS))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @told_as_ours()
    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The first row, if any."""
        row = self._connection.execute(sql, values).fetchone()
        return None if row is None else tuple(row)

    @told_as_ours()
    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows."""
        return list(map(tuple, self._connection.execute(sql, values)))

    @told_as_ours()
    def change(self, sql: str, *values: object) -> int:
        """Execute, and say how many rows it concerned."""
        return self._connection.execute(sql, values).rowcount

    @told_as_ours()
    def scrub(self) -> None:
        """Empty the write-ahead log, which still holds what was erased; put off while another process reads."""
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another transaction, a part of that."""
        if self._connection.in_transaction:
            yield
            return
        with told_as_ours(), transaction(self._connection):
            yield


def seconds(moment: datetime) -> int:
    """A moment as the tables keep it."""
    return int(moment.timestamp())


def _version(connection: Connection) -> int:
    connection.execute("CREATE TABLE IF NOT EXISTS bot_schema (version INTEGER NOT NULL) STRICT")
    return int(connection.execute("SELECT coalesce(max(version), 0) FROM bot_schema").fetchone()[0])


def _keep_version(connection: Connection, version: int) -> None:
    connection.execute("INSERT INTO bot_schema VALUES (?)", (version,))
