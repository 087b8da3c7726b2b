"""Opening the one database file, and bringing its tables up to date.

Times are whole seconds since 1970 UTC.  WAL lets `vigie ingest` write while the bot reads; `busy_timeout` makes the
second writer wait instead of failing, and `synchronous=FULL` keeps what was acknowledged through a power cut.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from index.errors import StoreError
from index.migrations import MIGRATIONS

DATABASE_NAME = "vigie.sqlite3"
BUSY_TIMEOUT_MS = 30_000

# The one library that holds the truth is named here, so that the rooms above name only ours.
Connection = sqlite3.Connection
Row = sqlite3.Row
# How the version of some tables is read and kept.
KeptVersion: TypeAlias = tuple[Callable[[Connection], int], Callable[[Connection, int], None]]


def open_database(data_dir: Path) -> Connection:
    """Open, or make, the database in `data_dir` and bring its tables up to date.

    Raises StoreError when the folder cannot be written, the file is no database, or a newer Vigie made it.
    """
    return open_tables(data_dir, MIGRATIONS, (_version, _keep_version), BUSY_TIMEOUT_MS)


def open_tables(data_dir: Path, migrations: Sequence[str], version: KeptVersion, busy_timeout_ms: int) -> Connection:
    """The same for tables that are not of index: their migrations, one entry a version, and where that is kept."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(data_dir / DATABASE_NAME, isolation_level=None)
        _set_pragmas(connection, busy_timeout_ms)
        _migrate(connection, migrations, version)
    except OSError as error:
        raise StoreError("folder-unusable", folder=str(data_dir)) from error
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise StoreError("busy") from error
        raise StoreError("database-unusable", folder=str(data_dir), cause=str(error)) from error
    return connection


@contextmanager
def told_as_ours() -> Iterator[None]:
    """SQLite's errors as StoreError: in use for longer than was waited, or not to be used.  Serves as a decorator."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError("busy" if "locked" in str(error) else "unusable") from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All that is written inside is kept together, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _set_pragmas(connection: Connection, busy_timeout_ms: int) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {busy_timeout_ms}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is erased is overwritten, so that a seized disk does not give it back.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")


def _migrate(connection: Connection, migrations: Sequence[str], version: KeptVersion) -> None:
    read, keep = version
    if read(connection) == len(migrations):
        return
    with transaction(connection):  # two processes may start at once: the second one finds the work done
        done = read(connection)
        if done > len(migrations):
            raise StoreError("newer", version=done, known=len(migrations))
        for script in migrations[done:]:
            for statement in _statements(script):
                connection.execute(statement)
        keep(connection, len(migrations))


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _keep_version(connection: Connection, version: int) -> None:
    connection.execute(f"PRAGMA user_version = {version}")


def _statements(script: str) -> list[str]:
    # executescript() would commit the transaction that makes the migration all or nothing.
    statements: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return [*statements, pending] if pending.strip() else statements  # a last one may end without its semicolon
