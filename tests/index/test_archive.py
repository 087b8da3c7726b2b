from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from index.archive import Archive, Prepared, kinds_to_mask, mask_to_kinds
from index.errors import StoreError
from index.finder import Finder
from index.migrations import MIGRATIONS
from index.model import Dispatch, Kind, Status
from index.passages import split_passages
from index.schema import DATABASE_NAME, open_database, transaction
from index.story_model import Harm, Toll
from index.tellings import Reading
from index.text import digest
from index.vector_rows import VectorRows

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path)
    yield opened
    opened.close()


def dispatch(body: str, *, hours: float | None = 0, **fields: str | Status) -> Dispatch:
    published = None if hours is None else NOON + hours * HOUR
    values = {"source": "Agence Essai", "id": "d1"} | fields
    return Dispatch(body=body, published_at=published, **values)  # type: ignore[arg-type]  # str or Status by name


def put(connection: sqlite3.Connection, *dispatches: Dispatch) -> None:
    archive, rows = Archive(connection), VectorRows(connection)
    for some in dispatches:
        passages = split_passages(some.title, some.body)
        vectors = np.ones((len(passages), 2), dtype=np.float32)
        with transaction(connection):
            model = rows.model_row("words", "words@1")
            archive.put(
                Prepared(some, digest(some), passages, vectors, Reading((), (), ())),
                model=model,
                gazetteer_version=0,
                now=NOON + 100 * HOUR,
            )


def served(connection: sqlite3.Connection, hours: float) -> list[str]:
    """What a question asked then finds."""
    finder, now = Finder(connection), NOON + hours * HOUR
    return sorted(row.text for row in finder.load(finder.passages_alive(now), now).values())


def test_a_dispatch_is_not_there_before_its_publication(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Le marché a brûlé."))
    assert served(connection, -1) == []


def test_a_dispatch_is_there_from_its_publication(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Le marché a brûlé."))
    assert served(connection, 0) == ["Le marché a brûlé."]


def test_an_undated_dispatch_has_always_been_there(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Le marché a brûlé.", hours=None))
    assert served(connection, -100_000) == ["Le marché a brûlé."]


def test_a_new_version_serves_from_its_publication(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Trois morts."), dispatch("Quatre morts.", hours=2))
    assert served(connection, 2) == ["Quatre morts."]


def test_the_old_version_serves_for_a_question_asked_before_the_new_one(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Trois morts."), dispatch("Quatre morts.", hours=2))
    assert served(connection, 1) == ["Trois morts."]


def test_a_new_version_of_the_same_date_takes_the_place_of_the_old_one(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Trois morts."), dispatch("Quatre morts."))
    assert served(connection, 0) == ["Quatre morts."]


def test_a_replaced_dispatch_no_longer_serves(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Trois morts."), dispatch("Quatre morts.", hours=2, id="d2", replaces="d1"))
    assert served(connection, 3) == ["Quatre morts."]


def test_a_kill_withdraws_what_it_names_and_is_not_shown_itself(connection: sqlite3.Connection) -> None:
    kill = dispatch("À ne pas utiliser.", hours=2, id="d2", replaces="d1", status=Status.CANCELED)
    put(connection, dispatch("Trois morts."), kill)
    assert served(connection, 3) == []


def test_a_killed_dispatch_stood_there_before_the_kill(connection: sqlite3.Connection) -> None:
    kill = dispatch("À ne pas utiliser.", hours=2, id="d2", replaces="d1", status=Status.CANCELED)
    put(connection, dispatch("Trois morts."), kill)
    assert served(connection, 1) == ["Trois morts."]


def test_a_withheld_dispatch_never_serves(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Trois morts.", status=Status.WITHHELD))
    assert served(connection, 5) == []


def test_another_sources_dispatch_of_the_same_id_is_not_replaced(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Trois morts."), dispatch("Pluie.", hours=2, source="Radio Essai", id="d2", replaces="d1"))
    assert served(connection, 3) == ["Pluie.", "Trois morts."]


HISTORY = (
    dispatch("Trois morts."),
    dispatch("Quatre morts.", hours=2),
    dispatch("Cinq morts.", hours=4, id="d2", replaces="d1"),
    dispatch("À ne pas utiliser.", hours=6, id="d3", replaces="d2", status=Status.CANCELED),
)


@pytest.mark.parametrize("arrival", list(permutations(range(4))))
def test_the_order_of_arrival_does_not_matter(connection: sqlite3.Connection, arrival: Sequence[int]) -> None:
    put(connection, *(HISTORY[i] for i in arrival))
    expected = [["Trois morts."], ["Quatre morts."], ["Cinq morts."], []]
    assert [served(connection, hours) for hours in (1, 3, 5, 7)] == expected


def test_the_same_text_again_is_known(connection: sqlite3.Connection) -> None:
    put(connection, HISTORY[0])
    assert Archive(connection).knows(HISTORY[0], digest(HISTORY[0]))


def test_an_older_version_fed_in_again_is_known(connection: sqlite3.Connection) -> None:
    put(connection, HISTORY[0], HISTORY[1])
    assert Archive(connection).knows(HISTORY[0], digest(HISTORY[0]))


def test_a_return_to_an_older_text_at_a_later_date_is_a_new_version(connection: sqlite3.Connection) -> None:
    put(connection, HISTORY[0], HISTORY[1])
    again = dispatch("Trois morts.", hours=8)
    assert not Archive(connection).knows(again, digest(again))


def test_a_transaction_that_fails_leaves_nothing(connection: sqlite3.Connection) -> None:
    def write_then_fail() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO meta VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_then_fail()
    assert connection.execute("SELECT count(*) FROM meta").fetchone()[0] == 0


def test_removing_a_source_tells_the_followers(connection: sqlite3.Connection) -> None:
    put(connection, HISTORY[0])
    with transaction(connection):
        Archive(connection).remove(source="Agence Essai", before=None)
    assert VectorRows(connection).changes_after(1) == [(2, 1, False)]


def test_removing_leaves_no_word_in_the_file(connection: sqlite3.Connection, tmp_path: Path) -> None:
    put(connection, dispatch("Un mot singulier: zygomorphe."))
    archive = Archive(connection)
    with transaction(connection):
        archive.remove(source="Agence Essai", before=None)
    archive.compact()
    assert b"zygomorphe" not in (tmp_path / DATABASE_NAME).read_bytes()


def test_removing_before_a_moment_keeps_what_was_published_then(connection: sqlite3.Connection) -> None:
    put(connection, HISTORY[0], dispatch("Pluie.", hours=2, id="d9"))
    with transaction(connection):
        Archive(connection).remove(source=None, before=NOON + 2 * HOUR)
    assert served(connection, 3) == ["Pluie."]


TOLLS = (
    Toll(0, 14, Harm.KILLED, 3, 3, "soldiers"),
    Toll(18, 30, Harm.WOUNDED, 20, None, "people"),
)


def put_with_tolls(connection: sqlite3.Connection) -> None:
    text = "Trois soldats tués et plus de vingt blessés."
    some = dispatch(text)
    passages = split_passages(None, text)
    vectors = np.ones((len(passages), 2), dtype=np.float32)
    with transaction(connection):
        model = VectorRows(connection).model_row("words", "words@1")
        prepared = Prepared(some, digest(some), passages, vectors, Reading((), (), (), TOLLS))
        Archive(connection).put(prepared, model=model, gazetteer_version=0, now=NOON)


def test_the_tolls_of_a_dispatch_are_read_as_they_were_written(connection: sqlite3.Connection) -> None:
    put_with_tolls(connection)
    assert Finder(connection).tolls_of([1, 2]) == {1: TOLLS}


def test_a_dispatch_removed_leaves_no_toll(connection: sqlite3.Connection) -> None:
    put_with_tolls(connection)
    with transaction(connection):
        Archive(connection).remove(source=None, before=None)
    assert connection.execute("SELECT count(*) FROM tolls").fetchone()[0] == 0


def test_a_reading_cleared_leaves_no_toll(connection: sqlite3.Connection) -> None:
    put_with_tolls(connection)
    with transaction(connection):
        Archive(connection).clear_reading(1, 0)
    assert Finder(connection).tolls_of([1]) == {}


def test_a_kill_dated_ahead_takes_effect_when_it_comes(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Told."), dispatch("", hours=200, status=Status.CANCELED))
    assert served(connection, 101) == []  # it came at 100


def test_a_kill_ends_what_waited_for_its_hour_when_it_came(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Told."), dispatch("Waiting.", hours=200), dispatch("", hours=50, status=Status.CANCELED))
    assert served(connection, 300) == []  # all came at 100


def test_a_version_published_after_a_kill_serves_again(connection: sqlite3.Connection) -> None:
    put(connection, dispatch("Told."), dispatch("Anew.", hours=60), dispatch("", hours=50, status=Status.CANCELED))
    assert served(connection, 101) == ["Anew."]


def test_a_database_of_an_earlier_vigie_is_read_again(tmp_path: Path) -> None:
    earlier = sqlite3.connect(tmp_path / DATABASE_NAME)
    earlier.executescript(MIGRATIONS[0])
    earlier.execute(
        "INSERT INTO dispatches VALUES (1, 's', 'd1', 1, '', NULL, 'Text.', 0, 'en', NULL, NULL, 'usable', '{}', 0, 0,"
        " 0, 0, 0)"
    )
    earlier.execute("PRAGMA user_version = 1")
    earlier.commit()
    earlier.close()
    opened = open_database(tmp_path)
    assert Archive(opened).count_told_before(0) == 1
    opened.close()


def test_what_was_read_in_utc_alone_is_read_again(tmp_path: Path) -> None:
    earlier = sqlite3.connect(tmp_path / DATABASE_NAME)
    for step in MIGRATIONS[:11]:
        earlier.executescript(step)
    earlier.execute(
        "INSERT INTO dispatches VALUES (1, 's', 'd1', 1, '', NULL, 'Text.', 0, 'en', NULL, NULL, 'usable', '{}', 0, 0,"
        " 0, 0, 0, 0)"
    )
    earlier.executescript(MIGRATIONS[11])
    assert earlier.execute("SELECT told_with FROM dispatches").fetchone() == (-1,)
    earlier.close()


def test_a_database_of_a_newer_vigie_is_refused(tmp_path: Path) -> None:
    opened = open_database(tmp_path)
    opened.execute("PRAGMA user_version = 999")
    opened.close()
    with pytest.raises(StoreError, match="newer"):
        open_database(tmp_path)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"not a database, " * 100)
    with pytest.raises(StoreError, match="database-unusable"):
        open_database(tmp_path)
    assert (tmp_path / DATABASE_NAME).read_bytes() == b"not a database, " * 100


@pytest.mark.parametrize("kind", list(Kind))
def test_a_kind_survives_its_bit(kind: Kind) -> None:
    assert mask_to_kinds(kinds_to_mask([kind])) == (kind,)
