"""The bot's tables in the database file of `index`: migrations, one connection, our words for SQLite's errors.

Every table's name begins with `bot_`.  Times are whole seconds since 1970 UTC.  A column that holds whose a row is, is
called `user_id`; where it belongs, `chat_id`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from index import StoreError

DATABASE_NAME = "vigie.sqlite3"
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
    ALTER TABLE bot_snapshots ADD COLUMN quotes TEXT NOT NULL DEFAULT '[]'
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
    ) STRICT
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
    ) STRICT
    """,
)


class Database:
    """One connection: open, use and close it on one thread.  Raises StoreError when unusable."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @staticmethod
    def open(data_dir: Path) -> Database:
        """Open the database of `data_dir` and bring the bot's tables up to date."""
        with _told_as_ours():
            connection = sqlite3.connect(data_dir / DATABASE_NAME, isolation_level=None)
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            connection.execute("PRAGMA journal_mode = WAL")
            # What is erased is overwritten, so that a seized disk does not give it back.
            connection.execute("PRAGMA secure_delete = ON")
            _migrate(connection)
        return Database(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The first row, if any."""
        with _told_as_ours():
            row: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
        return row

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows."""
        with _told_as_ours():
            return self._connection.execute(sql, values).fetchall()

    def change(self, sql: str, *values: object) -> int:
        """Execute, and say how many rows it concerned."""
        with _told_as_ours():
            return self._connection.execute(sql, values).rowcount

    def scrub(self) -> None:
        """Empty the write-ahead log, which still holds what was erased; put off while another process reads."""
        with _told_as_ours():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another transaction, a part of that."""
        if self._connection.in_transaction:
            yield
            return
        with _told_as_ours(), _immediate(self._connection):
            yield


def seconds(moment: datetime) -> int:
    """A moment as the tables keep it."""
    return int(moment.timestamp())


def _migrate(connection: sqlite3.Connection) -> None:
    with _immediate(connection):  # two processes may start at once: the second one finds the work done
        connection.execute("CREATE TABLE IF NOT EXISTS bot_schema (version INTEGER NOT NULL) STRICT")
        (done,) = connection.execute("SELECT coalesce(max(version), 0) FROM bot_schema").fetchone()
        if done > len(MIGRATIONS):
            raise StoreError("newer", version=done, known=len(MIGRATIONS))
        for version, script in enumerate(MIGRATIONS[done:], start=done + 1):
            for statement in script.split(";"):
                connection.execute(statement)
            connection.execute("INSERT INTO bot_schema VALUES (?)", (version,))


@contextmanager
def _immediate(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def _told_as_ours() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError("busy" if "locked" in str(error) else "unusable") from error
    except sqlite3.DatabaseError as error:
        raise StoreError("unusable") from error
