from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Engine
from index.credits import independent
from index.echo_rows import EchoRows
from index.echoes import ECHO_AT, LEAST_SENTENCES, MOST_SENTENCES, likeness, to_compare
from index.encoder import Vectors
from index.model import Dispatch
from index.schema import open_database, transaction
from index.story_finder import StoryFinder

NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)  # a Wednesday
LAST = datetime(2026, 12, 1, tzinfo=UTC)
AGENCY = Dispatch(
    source="Agence Essai",
    id="a1",
    language="fr",
    published_at=NOON,
    body=(
        "Des hommes armés ont attaqué mardi soir un poste de l'armée à Bankass, dans le centre du Mali. Trois soldats"
        " ont été tués et cinq autres blessés, selon une source militaire. Les assaillants, arrivés à moto, ont"
        " incendié deux véhicules avant de prendre la fuite vers l'ouest. « Les tirs ont duré près d'une heure, nous"
        " étions tous couchés par terre », a raconté une commerçante du marché. Un couvre-feu a été décrété jusqu'à"
        " nouvel ordre."
    ),
)
REWRITTEN = Dispatch(
    source="Essai Daily",
    id="d1",
    language="en",
    published_at=NOON,
    body=(
        "An army post at Bankass in central Mali came under attack by armed men on Tuesday evening. A curfew was"
        " imposed until further notice. According to a source in the military, the raid left three soldiers dead and"
        " five wounded. The attackers came on motorbikes and set fire to two vehicles before they fled westwards. A"
        " woman who trades on the market said everybody lay on the ground while the shooting went on for nearly an"
        " hour."
    ),
)
WITNESSED = Dispatch(
    source="Radio Exemple",
    id="r1",
    language="en",
    published_at=NOON,
    body=(
        "Three soldiers died when gunmen overran a military position in Bankass, Mali, late on Tuesday, the mayor told"
        " this station. Our correspondent saw the burnt-out shell of a pickup and bullet holes in the wall of the"
        " school next door. The wounded were flown to Mopti by helicopter on Wednesday morning, a nurse said. No group"
        " had said by midday that it was behind the raid. Schools stay closed, and families have begun to leave for"
        " Bandiagara."
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of all three, read by the model in the box."""
    folder = tmp_path_factory.mktemp("echoes")
    with Engine.open(folder) as engine:
        engine.ingest([AGENCY, REWRITTEN, WITNESSED], LAST)
    return folder


def sources(folder: Path) -> int:
    """How many independent sources the attack has."""
    with closing(open_database(folder)) as connection:
        finder = StoryFinder(connection)
        return independent(finder.members(finder.stored([1])[0], LAST))


def forget(folder: Path) -> None:
    with closing(open_database(folder)) as connection, transaction(connection):
        EchoRows(connection).forget()


def test_a_rewritten_translation_without_credit_is_no_source_of_its_own(folder: Path) -> None:
    assert sources(folder) == 2


def test_what_a_kill_left_unasked_is_asked_when_the_next_dispatch_comes(folder: Path) -> None:
    forget(folder)
    unasked = sources(folder)
    with Engine.open(folder) as engine:
        engine.ingest([Dispatch(source="Autre", id="x", body="Le prix du mil a baissé à Niono.")], LAST)
    assert (unasked, sources(folder)) == (3, 2)


def test_a_rebuild_compares_what_came_before_anything_was_compared(folder: Path) -> None:
    with closing(open_database(folder)) as connection, transaction(connection):
        connection.execute("DELETE FROM echoes")
    with Engine.open(folder) as engine:
        engine.rebuild()
    assert sources(folder) == 2


def test_the_newest_pairs_are_asked_first(folder: Path) -> None:
    forget(folder)
    with closing(open_database(folder)) as connection:
        waiting = [pair.other for pair in EchoRows(connection).unheard(9)]
    assert len(waiting) > 1
    assert waiting == sorted(waiting, reverse=True)


def test_few_sentences_are_too_few_to_tell() -> None:
    same = np.eye(8, dtype=np.float32)
    assert likeness(same[: LEAST_SENTENCES - 1], same) == 0.0


def test_a_cut_text_is_wholly_in_the_longer() -> None:
    whole = np.eye(8, dtype=np.float32)
    assert likeness(whole[2:], whole) == 1.0 > ECHO_AT


def test_sentences_in_another_order_are_the_same() -> None:
    whole = np.eye(8, dtype=np.float32)
    assert likeness(whole[::-1], whole) == 1.0


def test_only_the_beginning_of_a_long_text_is_compared() -> None:
    assert len(to_compare("Le marché de Bankass a rouvert lundi. " * 100)) == MOST_SENTENCES


def vectors(rows: int) -> st.SearchStrategy[Vectors]:
    """Unit vectors, shape (rows, 6)."""
    numbers = st.lists(st.lists(st.floats(-1, 1, width=16), min_size=6, max_size=6), min_size=rows, max_size=rows)
    return numbers.map(lambda some: np.asarray(some, np.float32) + 0.01).map(
        lambda some: some / np.linalg.norm(some, axis=1, keepdims=True).clip(1e-3)
    )


@pytest.mark.parametrize("rows", [LEAST_SENTENCES, LEAST_SENTENCES + 3])
@given(st.data())
def test_likeness_is_the_same_both_ways(rows: int, data: st.DataObject) -> None:
    one, other = data.draw(vectors(LEAST_SENTENCES)), data.draw(vectors(rows))
    assert likeness(one, other) == pytest.approx(likeness(other, one))
