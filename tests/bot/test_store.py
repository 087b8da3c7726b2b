from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.access import Role
from bot.feedback import Judgement, Verdict
from bot.people import CLAIM_LIFE
from bot.store import OF_A_CHAT, OF_A_PERSON, SNAPSHOT_LIFE, Snapshot, Store
from bot.talks import Here, SavedPlace, Talk, Turn
from index.errors import StoreError
from index.schema import DATABASE_NAME
from tests.builders import NOW

SNAPSHOT = Snapshot(5, 6, 7, "attacks near Gao", "en", ((1, 2), (3,)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as opened:
        yield opened


def test_nobody_is_let_in_at_first(store: Store) -> None:
    assert (store.has_operator(), store.role(1)) == (False, None)


def test_the_claim_code_lets_in_an_operator(store: Store) -> None:
    assert store.people.claim(store.people.new_claim(NOW), 9, NOW)
    assert (store.has_operator(), store.role(9)) == (True, Role.OPERATOR)


def test_a_wrong_code_lets_nobody_in(store: Store) -> None:
    store.people.new_claim(NOW)
    assert not store.people.claim("x" * 24, 9, NOW)


def test_a_code_ends_with_its_day(store: Store) -> None:
    code = store.people.new_claim(NOW)
    assert not store.people.claim(code, 9, NOW + CLAIM_LIFE)


def test_a_code_works_until_its_day_ends(store: Store) -> None:
    code = store.people.new_claim(NOW)
    assert store.people.claim(code, 9, NOW + CLAIM_LIFE - timedelta(seconds=1))


def test_a_new_code_ends_the_old_one(store: Store) -> None:
    old = store.people.new_claim(NOW)
    store.people.new_claim(NOW)
    assert not store.people.claim(old, 9, NOW)


def test_no_code_serves_once_there_is_an_operator(store: Store) -> None:
    store.people.claim(store.people.new_claim(NOW), 9, NOW)
    assert not store.people.claim(store.people.new_claim(NOW), 10, NOW)


def test_the_code_itself_is_not_stored(store: Store, tmp_path: Path) -> None:
    code = store.people.new_claim(NOW).encode()
    assert not any(code in path.read_bytes() for path in tmp_path.iterdir())


def test_of_two_who_claim_at_once_one_gets_in(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        code = store.people.new_claim(NOW)
    results: list[bool] = []

    def claim(user_id: int) -> None:
        with Store.open(tmp_path) as own:
            results.append(own.people.claim(code, user_id, NOW))

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
    assert [store.people.meet_stranger(9, NOW) for _ in range(3)] == [True, False, False]


def test_an_update_is_first_seen_once(store: Store) -> None:
    assert [store.first_seen(number) for number in (1, 2, 1)] == [True, True, False]


def test_old_updates_are_forgotten(store: Store, tmp_path: Path) -> None:
    for number in (1, 2, 20_000):
        store.first_seen(number)
    assert rows(tmp_path, "bot_seen") == 1


def test_a_kept_answer_comes_back_as_it_was(store: Store) -> None:
    snapshot = replace(SNAPSHOT, said="and in Gao?", place=12, here=Here.SHARED)
    assert store.snapshot(store.keep(snapshot, NOW), NOW) == replace(snapshot, kept_at=NOW)


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
        assert store.snapshot(key, NOW) == replace(SNAPSHOT, kept_at=NOW)


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
    with pytest.raises(StoreError, match="store-database-unusable"):
        Store.open(tmp_path)


def rows(folder: Path, table: str) -> int:
    """How many rows a table holds, asked on a connection of its own."""
    connection = sqlite3.connect(folder / DATABASE_NAME)
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - the test's own names
    connection.close()
    return int(count)


# -- what is kept of a person or a chat ----------------------------------------------------------------------------


@pytest.mark.parametrize(("column", "listed"), [("user_id", OF_A_PERSON), ("chat_id", OF_A_CHAT)])
def test_every_table_about_a_person_or_a_chat_is_listed(
    store: Store, tmp_path: Path, column: str, listed: tuple[str, ...]
) -> None:
    connection = sqlite3.connect(tmp_path / DATABASE_NAME)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'bot_%'")]
    having = {
        table for table in tables if any(row[1] == column for row in connection.execute(f"PRAGMA table_info({table})"))
    }
    connection.close()
    assert having == set(listed)


def test_what_is_kept_of_a_person_is_counted(store: Store) -> None:
    keep_everything_of(6, store)
    counted = {table: len(rows) for table, rows in store.rows_of(6).items()}
    assert counted == dict.fromkeys({*OF_A_PERSON, *OF_A_CHAT} - {"bot_chats"}, 1) | {"bot_chats": 0}


def test_erasing_leaves_nothing_of_a_person(store: Store) -> None:
    keep_everything_of(6, store)
    store.erase(6, access_too=True)
    assert not any(store.rows_of(6).values())


def test_erasing_leaves_what_is_kept_of_others(store: Store) -> None:
    keep_everything_of(5, store)
    before = store.rows_of(5)
    keep_everything_of(6, store)
    store.erase(6, access_too=True)
    assert store.rows_of(5) == before


def test_erasing_all_but_access_keeps_the_role_without_a_name(store: Store) -> None:
    keep_everything_of(6, store)
    store.erase(6, access_too=False)
    assert [(person.role, person.name) for person in store.people.all()] == [(Role.READER, "")]


def test_an_answer_in_a_persons_private_chat_is_erased_with_them(store: Store) -> None:
    key = store.keep(replace(SNAPSHOT, chat_id=6, user_id=-1), NOW)
    store.erase(6, access_too=False)
    assert store.snapshot(key, NOW) is None


def test_what_was_erased_is_gone_from_the_disk(store: Store, tmp_path: Path) -> None:
    store.keep(replace(SNAPSHOT, question="zygomorphe"), NOW)
    store.erase(SNAPSHOT.user_id, access_too=False)
    assert not any(b"zygomorphe" in path.read_bytes() for path in tmp_path.iterdir())


def keep_everything_of(user_id: int, store: Store) -> None:
    """A row in every table about a person."""
    store.people.set_role(user_id, Role.READER, NOW, "A name")
    store.people.meet_stranger(user_id, NOW)
    store.people.new_invite(user_id, Role.READER, 1, NOW + timedelta(days=1), NOW)
    store.set_language(user_id, "fr")
    turn = Turn("attacks near Gao", "en")
    snapshot = replace(SNAPSHOT, user_id=user_id, chat_id=user_id)
    key = store.keep_answer(snapshot, Talk(user_id, 0, user_id), turn, NOW)
    store.talks.save_place(user_id, SavedPlace("Gao"))
    store.talks.set_timezone(user_id, ZoneInfo("Africa/Niamey"))
    store.feedback.keep(key, Judgement(user_id, "attacks near Gao", "en", NOW, Verdict.GOOD, (1,)))
