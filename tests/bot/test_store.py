from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.access import Role
from bot.store import CLAIM_LIFE, DATABASE_NAME, SNAPSHOT_LIFE, Snapshot, Store
from index.errors import StoreError
from tests.builders import NOW

SNAPSHOT = Snapshot(5, 6, 7, "attacks near Gao", "en", ((1, 2), (3,)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as opened:
        yield opened


def test_nobody_is_let_in_at_first(store: Store) -> None:
    assert (store.has_operator(), store.role(1)) == (False, None)


def test_the_claim_code_lets_in_an_operator(store: Store) -> None:
    assert store.claim(store.new_claim(NOW), 9, NOW)
    assert (store.has_operator(), store.role(9)) == (True, Role.OPERATOR)


def test_a_wrong_code_lets_nobody_in(store: Store) -> None:
    store.new_claim(NOW)
    assert not store.claim("x" * 24, 9, NOW)


def test_a_code_ends_with_its_day(store: Store) -> None:
    code = store.new_claim(NOW)
    assert not store.claim(code, 9, NOW + CLAIM_LIFE)


def test_a_code_works_until_its_day_ends(store: Store) -> None:
    code = store.new_claim(NOW)
    assert store.claim(code, 9, NOW + CLAIM_LIFE - timedelta(seconds=1))


def test_a_new_code_ends_the_old_one(store: Store) -> None:
    old = store.new_claim(NOW)
    store.new_claim(NOW)
    assert not store.claim(old, 9, NOW)


def test_no_code_serves_once_there_is_an_operator(store: Store) -> None:
    store.claim(store.new_claim(NOW), 9, NOW)
    assert not store.claim(store.new_claim(NOW), 10, NOW)


def test_the_code_itself_is_not_stored(store: Store, tmp_path: Path) -> None:
    code = store.new_claim(NOW).encode()
    assert not any(code in path.read_bytes() for path in tmp_path.iterdir())


def test_of_two_who_claim_at_once_one_gets_in(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        code = store.new_claim(NOW)
    results: list[bool] = []

    def claim(user_id: int) -> None:
        with Store.open(tmp_path) as own:
            results.append(own.claim(code, user_id, NOW))

    threads = [threading.Thread(target=claim, args=(user_id,)) for user_id in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False, False, False, True]


def test_a_language_is_kept(store: Store) -> None:
    store.set_language(9, "fr")
    store.set_language(9, "en")
    assert store.language(9) == "en"


def test_a_stranger_is_new_once(store: Store) -> None:
    assert [store.meet_stranger(9, NOW) for _ in range(3)] == [True, False, False]


def test_an_update_is_first_seen_once(store: Store) -> None:
    assert [store.first_seen(number) for number in (1, 2, 1)] == [True, True, False]


def test_old_updates_are_forgotten(store: Store, tmp_path: Path) -> None:
    for number in (1, 2, 20_000):
        store.first_seen(number)
    assert rows(tmp_path, "bot_seen") == 1


def test_a_kept_answer_comes_back_as_it_was(store: Store) -> None:
    assert store.snapshot(store.keep(SNAPSHOT, NOW), NOW) == SNAPSHOT


def test_a_kept_answer_ends_after_a_week(store: Store) -> None:
    key = store.keep(SNAPSHOT, NOW)
    assert store.snapshot(key, NOW + SNAPSHOT_LIFE) is None


def test_ended_answers_leave_the_disk(store: Store, tmp_path: Path) -> None:
    store.keep(SNAPSHOT, NOW)
    store.keep(replace(SNAPSHOT, question="later"), NOW + SNAPSHOT_LIFE)
    assert rows(tmp_path, "bot_snapshots") == 1


def test_keys_do_not_repeat(store: Store) -> None:
    assert len({store.keep(SNAPSHOT, NOW) for _ in range(50)}) == 50


def test_the_last_question_of_a_message_is_the_edited_one(store: Store) -> None:
    store.keep(SNAPSHOT, NOW)
    store.keep(replace(SNAPSHOT, question="edited"), NOW)
    assert store.last_question(5, 7) == "edited"


def test_what_is_kept_outlives_a_restart(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        key = store.keep(SNAPSHOT, NOW)
    with Store.open(tmp_path) as store:
        assert store.snapshot(key, NOW) == SNAPSHOT


def test_a_database_of_a_newer_vigie_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path):
        pass
    with sqlite3.connect(tmp_path / DATABASE_NAME) as connection:
        connection.execute("INSERT INTO bot_schema VALUES (99)")
    connection.close()
    with pytest.raises(StoreError, match="store-newer"):
        Store.open(tmp_path)


def test_a_file_that_is_no_database_is_told_as_ours(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_text("not a database at all " * 100)
    with pytest.raises(StoreError, match="store-unusable"):
        Store.open(tmp_path)


def rows(folder: Path, table: str) -> int:
    """How many rows a table holds, asked on a connection of its own."""
    connection = sqlite3.connect(folder / DATABASE_NAME)
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - the test's own names
    connection.close()
    return int(count)
