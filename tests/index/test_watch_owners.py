from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.outbox import Line, Outbox
from index.schema import Connection, open_database, transaction
from index.watch_model import ChatRules, Form
from index.watch_owners import OF_A_CHAT, OF_A_PERSON, WatchOwners
from index.watches import Watches

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Connection]:
    connection = open_database(tmp_path)
    yield connection
    connection.close()


def keep_something_of(person: str, database: Connection) -> None:
    """A row in every table about a person."""
    with transaction(database):
        database.execute(
            "INSERT INTO watches (chat, thread, person, standing, delivery, paused, made_at, has_topic)"
            " VALUES (?, '', ?, '{}', 'instant', 0, 0, 0)",
            (person, person),
        )
        Watches(database).set_rules(person, ChatRules())
        Outbox(database).put(Line(person, "", Form.NOTICE, NOW), NOW)
        database.execute("INSERT INTO told VALUES (1, ?, '', '', '', 1, 0)", (person,))


def counted(person: str, database: Connection) -> dict[str, int]:
    return {table: len(rows) for table, rows in WatchOwners(database).rows_of(person).items()}


@pytest.mark.parametrize(("column", "listed"), [("person", OF_A_PERSON), ("chat", OF_A_CHAT)])
def test_every_table_about_a_person_or_a_chat_is_listed(
    database: Connection, column: str, listed: tuple[str, ...]
) -> None:
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    having = [
        table
        for table in tables
        if any(row["name"] == column for row in database.execute(f"PRAGMA table_info({table})").fetchall())
    ]
    assert sorted(having) == sorted(listed)


def test_what_is_kept_is_counted(database: Connection) -> None:
    keep_something_of("7", database)
    assert counted("7", database) == dict.fromkeys(OF_A_CHAT, 1)


def test_erasing_leaves_nothing_of_a_person_and_all_of_others(database: Connection) -> None:
    keep_something_of("7", database)
    keep_something_of("8", database)
    with transaction(database):
        WatchOwners(database).erase("7")
    assert (counted("7", database), counted("8", database)) == (
        dict.fromkeys(OF_A_CHAT, 0),
        dict.fromkeys(OF_A_CHAT, 1),
    )


def test_what_waits_in_a_group_is_parted_from_a_watch_of_theirs(database: Connection) -> None:
    with transaction(database):
        database.execute(
            "INSERT INTO watches (chat, thread, person, standing, delivery, paused, made_at, has_topic)"
            " VALUES ('-5', '', '7', '{}', 'instant', 0, 0, 0)"
        )
        (watch,) = database.execute("SELECT id FROM watches").fetchone()
        Outbox(database).put(Line("-5", "", Form.FIRST, NOW, watch=watch), NOW)
        WatchOwners(database).erase("7")
    assert [row["watch"] for row in database.execute("SELECT watch FROM alerts")] == [0]
