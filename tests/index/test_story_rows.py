"""Stories as the database keeps them: real SQLite, and the readings of whole sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.archive import Archive, Prepared
from index.model import Dispatch, Status
from index.passages import split_passages
from index.schema import open_database, transaction
from index.story_model import Material, StoryChange
from index.story_rows import StoryRows
from index.tellings import tell
from index.text import digest
from index.vector_rows import VectorRows
from tests.index.small_gazetteer import GAZETTEER
from tests.index.telling_stories import HOUR, NOON, RAID

COPY = replace(RAID, source="Journal Essai", id="reprise", published_at=NOON + 3 * HOUR)
RAID_TOLD_IN_ENGLISH = Dispatch(
    source="Test Radio",
    id="post",
    language="en",
    body=(
        "An army post at Bankass in central Mali came under attack on Tuesday, two traders told Test Radio."
        " The gunmen left towards the east at nightfall."
    ),
    published_at=NOON + 5 * HOUR,
)
LATER_RAID = Dispatch(
    source="Test Radio",
    id="second",
    language="en",
    body="Gunmen attacked the army post at Bankass in central Mali again on Thursday, killing four soldiers.",
    published_at=NOON + 48 * HOUR,
)
ELSEWHERE = Dispatch(
    source="Wire Essai",
    id="menaka",
    language="en",
    body="Gunmen attacked an army post at Ménaka, Mali, on Tuesday, a resident said.",
    published_at=NOON + HOUR,
)
EVERYTHING = (RAID, COPY, RAID_TOLD_IN_ENGLISH, LATER_RAID, ELSEWHERE)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path)
    yield opened
    opened.close()


def put(connection: sqlite3.Connection, *dispatches: Dispatch) -> list[StoryChange]:
    """What each did to which story, in order."""
    archive, rows, stories = Archive(connection), VectorRows(connection), StoryRows(connection)
    changes: list[StoryChange] = []
    for some in dispatches:
        passages = split_passages(some.title, some.body)
        vectors = np.ones((len(passages), 2), dtype=np.float32)
        reading = tell(some.title, some.body, some.published_at, some.language, GAZETTEER)
        with transaction(connection):
            prepared = Prepared(some, digest(some), passages, vectors, reading)
            model = rows.model_row("words", "words@1")
            written = archive.put(prepared, model=model, gazetteer_version=0, now=NOON + 100 * HOUR)
            changes += stories.assign(written.row, some, reading, int(NOON.timestamp()))
    return changes


def stories(connection: sqlite3.Connection) -> set[frozenset[str]]:
    """The dispatches of each story, by id."""
    rows = connection.execute(
        "SELECT s.story, d.external_id FROM assignments s JOIN accounts a ON a.id = s.account"
        " JOIN dispatches d ON d.id = a.dispatch WHERE s.until IS NULL"
    ).fetchall()
    return {frozenset(row[1] for row in rows if row[0] == story) for story, _ in map(tuple, rows)}


def stories_of(dispatches: Iterable[Dispatch]) -> set[frozenset[str]]:
    with TemporaryDirectory() as folder:
        connection = open_database(Path(folder))
        put(connection, *dispatches)
        found = stories(connection)
        connection.close()
    return found


def test_a_copy_and_another_account_are_one_story_and_later_and_farther_attacks_are_not(
    connection: sqlite3.Connection,
) -> None:
    put(connection, *EVERYTHING)
    assert stories(connection) == {
        frozenset({"raid", "reprise", "post"}),
        frozenset({"second"}),
        frozenset({"menaka"}),
    }


@settings(max_examples=20)
@given(st.permutations(EVERYTHING))
def test_the_order_of_arrival_makes_no_other_stories(order: list[Dispatch]) -> None:
    assert stories_of(order) == stories_of(EVERYTHING)


@pytest.mark.parametrize("near", ["15 km south-east of Gao", "45 km south-east of Gao", "10 km north-west of Ansongo"])
def test_a_way_is_found_all_along(near: str) -> None:
    way = "Des hommes armés ont attaqué mardi un car entre Gao et Ansongo, au Mali, tuant quatre passagers."
    there = f"Gunmen killed four bus passengers in an attack on Tuesday {near}, Mali, drivers said."
    texts = [replace(RAID, body=way), replace(RAID_TOLD_IN_ENGLISH, body=there)]
    assert stories_of(texts) == {frozenset({"raid", "post"})}


def test_the_first_of_a_story_is_told_as_its_beginning(connection: sqlite3.Connection) -> None:
    assert [change.first for change in put(connection, RAID, COPY, LATER_RAID)] == [True, False, True]


def test_a_copy_changes_nothing(connection: sqlite3.Connection) -> None:
    assert put(connection, RAID, COPY)[1].changed == ()


def test_the_oldest_story_goes_on_where_two_turn_out_to_be_one(connection: sqlite3.Connection) -> None:
    unplaced = replace(RAID, source="Wire Essai", id="cut", body=RAID.body.replace("Bankass", "B."))
    first, second = put(connection, RAID_TOLD_IN_ENGLISH, unplaced)
    put(connection, replace(unplaced, body=RAID.body))
    assert StoryRows(connection).story_of(second.story) == first.story


def test_every_number_that_led_to_a_story_is_known(connection: sqlite3.Connection) -> None:
    unplaced = replace(RAID, source="Wire Essai", id="cut", body=RAID.body.replace("Bankass", "B."))
    first, second = put(connection, RAID_TOLD_IN_ENGLISH, unplaced)
    put(connection, replace(unplaced, body=RAID.body))
    assert StoryRows(connection).once(first.story) == (first.story, second.story)


def test_a_version_goes_on_with_the_story_of_the_one_before(connection: sqlite3.Connection) -> None:
    first, second = put(connection, RAID, replace(RAID, body=RAID.body + " Le calme est revenu."))
    assert (second.story, second.first) == (first.story, False)


def test_another_wording_is_no_correction(connection: sqlite3.Connection) -> None:
    assert put(connection, RAID, replace(RAID, body=RAID.body + " Le calme est revenu."))[1].changed == ()


def test_another_wording_is_a_correction_where_its_status_says_so(connection: sqlite3.Connection) -> None:
    corrected = replace(RAID, body=RAID.body + " Le calme est revenu.", corrects=True)
    assert put(connection, RAID, corrected)[1].changed == (Material.CORRECTION,)


def test_a_corrected_status_alone_is_a_correction(connection: sqlite3.Connection) -> None:
    assert put(connection, RAID, replace(RAID, corrects=True))[1].changed == (Material.CORRECTION,)


def test_another_wording_is_a_correction_where_its_head_says_so(connection: sqlite3.Connection) -> None:
    corrected = replace(RAID, title="RECTIF Un poste attaqué à Bankass")
    assert put(connection, RAID, corrected)[1].changed == (Material.CORRECTION,)


def test_a_correction_that_names_no_other_puts_right_what_its_source_told(connection: sqlite3.Connection) -> None:
    body = RAID.body.replace("Trois soldats", "Cinq soldats")
    corrected = replace(RAID, id="rectif", body=f"(Corrige le bilan)\n{body}", published_at=NOON + HOUR)
    assert put(connection, RAID, corrected)[1].changed == (Material.CORRECTION, Material.TOLL)


def test_who_prints_anothers_correction_corrects_nothing(connection: sqlite3.Connection) -> None:
    corrected = replace(COPY, title="RECTIF Un poste attaqué à Bankass")
    assert put(connection, RAID, corrected)[1].changed == ()


def test_a_corrected_status_is_kept_when_readings_are_done_again(connection: sqlite3.Connection) -> None:
    put(connection, replace(RAID, corrects=True))
    (stored,) = Archive(connection).stored_told_before(99, 1)
    assert stored.dispatch.corrects


def test_another_place_is_a_correction(connection: sqlite3.Connection) -> None:
    moved = replace(RAID, body=RAID.body.replace("Bankass", "Hombori"))
    assert put(connection, RAID, moved)[1].changed[:2] == (Material.CORRECTION, Material.PLACE)


def test_who_was_told_the_old_place_hears_of_the_correction(connection: sqlite3.Connection) -> None:
    moved = replace(RAID, body=RAID.body.replace("Bankass", "Hombori"))
    first, _, *corrected = put(connection, RAID, RAID_TOLD_IN_ENGLISH, moved)
    assert Material.PLACE in {one for change in corrected if change.story == first.story for one in change.changed}


@pytest.mark.parametrize(
    "kill",
    [replace(RAID, status=Status.CANCELED), replace(RAID, id="kill", replaces="raid", status=Status.CANCELED)],
    ids=["the same id", "another id that names it"],
)
def test_a_kill_is_told_to_the_story(connection: sqlite3.Connection, kill: Dispatch) -> None:
    first, ended = put(connection, RAID, kill)
    assert ended == StoryChange(first.story, ended.dispatch_row, first=False, changed=(Material.WITHDRAWN,))


def test_what_was_killed_stands_in_no_story(connection: sqlite3.Connection) -> None:
    put(connection, RAID, COPY, replace(RAID, status=Status.CANCELED))
    assert stories(connection) == {frozenset({"reprise"})}


def test_why_an_account_stands_in_a_story_is_kept(connection: sqlite3.Connection) -> None:
    put(connection, RAID, COPY, RAID_TOLD_IN_ENGLISH)
    assert [row[0] for row in connection.execute("SELECT reason FROM assignments ORDER BY account")] == [
        "alone",
        "copy",
        "same_facts",
    ]


def test_what_was_left_is_kept_with_its_end(connection: sqlite3.Connection) -> None:
    put(connection, RAID, replace(RAID, body=RAID.body + " Le calme est revenu."))
    assert [row[0] is None for row in connection.execute("SELECT until FROM assignments ORDER BY account")] == [
        False,
        True,
    ]
