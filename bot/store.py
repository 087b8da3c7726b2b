"""What the bot keeps of people: who is let in, the one-time claim code, answers behind buttons, updates already seen.

It lives in the database file of `index`, in tables of its own (`bot_`), with its own list of migrations.  Kept
answers hold ids and offsets only, so that what is withdrawn or purged is not kept alive here.  Times are whole seconds
since 1970 UTC.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from bot.access import Role
from index import StoreError

DATABASE_NAME = "vigie.sqlite3"
BUSY_TIMEOUT_MS = 5_000
SNAPSHOT_LIFE = timedelta(days=7)
CLAIM_LIFE = timedelta(hours=24)
_SEEN_KEPT = 10_000  # update ids; Telegram sends none again after 24 hours
_STRANGERS_KEPT = 10_000

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
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A given answer: whose it is, the message that asked, and of each story, best first, the passage ids and where the
    quote stands in the body (none in answers kept by an older Vigie)."""

    chat_id: int
    user_id: int
    message_id: int
    question: str
    language: str
    stories: tuple[tuple[int, ...], ...]
    quotes: tuple[tuple[int, int], ...] = ()


class Store:
    """One connection: open, use and close it on one thread (`bot.worker`).  Raises StoreError when unusable."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @staticmethod
    def open(data_dir: Path) -> Store:
        """Open the database of `data_dir` and bring the bot's tables up to date."""
        with _told_as_ours():
            connection = sqlite3.connect(data_dir / DATABASE_NAME, isolation_level=None)
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            connection.execute("PRAGMA journal_mode = WAL")
            _migrate(connection)
        return Store(connection)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def role(self, user_id: int) -> Role | None:
        """What somebody who was let in may do; None for a stranger."""
        row = self._row("SELECT role FROM bot_people WHERE user_id = ?", user_id)
        return Role(row[0]) if row else None

    def language(self, user_id: int) -> str | None:
        """The language somebody chose, if any."""
        row = self._row("SELECT language FROM bot_choices WHERE user_id = ?", user_id)
        return str(row[0]) if row else None

    def set_language(self, user_id: int, language: str) -> None:
        """Keep the language that somebody chose."""
        self._change("INSERT OR REPLACE INTO bot_choices VALUES (?, ?)", user_id, language)

    def has_operator(self) -> bool:
        """Whether anybody runs this bot yet."""
        return self._row("SELECT 1 FROM bot_people WHERE role = ?", Role.OPERATOR.value) is not None

    def new_claim(self, now: datetime) -> str:
        """Make the one-time code that lets in the first operator within a day; an earlier code ends."""
        code = secrets.token_urlsafe(18)
        with self._transaction():
            self._connection.execute("DELETE FROM bot_claims")
            self._connection.execute(
                "INSERT INTO bot_claims VALUES (?, ?)", (_digest(code), _seconds(now + CLAIM_LIFE))
            )
        return code

    def claim(self, code: str, user_id: int, now: datetime) -> bool:
        """Make `user_id` the first operator if the code stands; it then ends for everybody else."""
        with self._transaction():
            stands = self._connection.execute(
                "DELETE FROM bot_claims WHERE code_sha256 = ? AND expires_at > ?", (_digest(code), _seconds(now))
            ).rowcount
            if not stands or self.has_operator():
                return False
            self._change("INSERT INTO bot_people VALUES (?, ?, ?)", user_id, Role.OPERATOR.value, _seconds(now))
        return True

    def meet_stranger(self, user_id: int, now: datetime) -> bool:
        """Whether this stranger is new here.  The oldest are forgotten beyond 10,000."""
        with self._transaction():
            told = self._change("INSERT OR IGNORE INTO bot_strangers VALUES (?, ?)", user_id, _seconds(now))
            self._change(
                "DELETE FROM bot_strangers WHERE user_id IN"
                " (SELECT user_id FROM bot_strangers ORDER BY told_at DESC LIMIT -1 OFFSET ?)",
                _STRANGERS_KEPT,
            )
        return told == 1

    def first_seen(self, update_id: int) -> bool:
        """Whether this update comes for the first time; remembers it."""
        with self._transaction():
            added = self._change("INSERT OR IGNORE INTO bot_seen VALUES (?)", update_id)
            self._change("DELETE FROM bot_seen WHERE update_id <= ?", update_id - _SEEN_KEPT)
        return added == 1

    def keep(self, snapshot: Snapshot, now: datetime) -> str:
        """Keep an answer for a week under a random key, and drop those whose week is over."""
        key = secrets.token_urlsafe(9)
        row = (
            key,
            snapshot.chat_id,
            snapshot.user_id,
            snapshot.message_id,
            snapshot.question,
            snapshot.language,
            json.dumps(snapshot.stories),
            _seconds(now),
            json.dumps(snapshot.quotes),
        )
        with self._transaction():
            self._connection.execute("DELETE FROM bot_snapshots WHERE kept_at <= ?", (_seconds(now - SNAPSHOT_LIFE),))
            self._connection.execute("INSERT INTO bot_snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        return key

    def snapshot(self, key: str, now: datetime) -> Snapshot | None:
        """The answer kept under `key`, unless its week is over."""
        row = self._row(
            "SELECT chat_id, user_id, message_id, question, language, stories, quotes FROM bot_snapshots"
            " WHERE key = ? AND kept_at > ?",
            key,
            _seconds(now - SNAPSHOT_LIFE),
        )
        if row is None:
            return None
        stories = tuple(tuple(ids) for ids in json.loads(row[5]))
        quotes = tuple((start, end) for start, end in json.loads(row[6]))
        return Snapshot(row[0], row[1], row[2], row[3], row[4], stories, quotes)

    def last_question(self, chat_id: int, message_id: int) -> str | None:
        """What was last answered to this message: an update may come for an edit that changed no word."""
        row = self._row(
            "SELECT question FROM bot_snapshots WHERE chat_id = ? AND message_id = ? ORDER BY rowid DESC LIMIT 1",
            chat_id,
            message_id,
        )
        return str(row[0]) if row else None

    def move_chat(self, old_id: int, new_id: int) -> None:
        """Keep for `new_id` what was kept for `old_id`: Telegram gives a group that becomes a supergroup another id."""
        self._change("UPDATE bot_snapshots SET chat_id = ? WHERE chat_id = ?", new_id, old_id)

    def _row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        with _told_as_ours():
            row: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
        return row

    def _change(self, sql: str, *values: object) -> int:
        with _told_as_ours():
            return self._connection.execute(sql, values).rowcount

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _told_as_ours(), _immediate(self._connection):
            yield


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


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _digest(code: str) -> str:
    # A plain digest is enough: the code is 144 random bits, which no dictionary holds.
    return hashlib.sha256(code.encode()).hexdigest()
