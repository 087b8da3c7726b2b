from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import Vectors
from index.vectors import INDEX_NAME, MANIFEST_NAME, VectorIndex

DIMENSION = 8


def unit_vectors(count: int, seed: int = 0) -> Vectors:
    made = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    normal: Vectors = made / np.linalg.norm(made, axis=1, keepdims=True)
    return normal


def filled(count: int) -> tuple[VectorIndex, Vectors]:
    vectors = unit_vectors(count)
    index = VectorIndex("words", DIMENSION)
    index.apply(range(1, count + 1), vectors, (), last_change=count)
    return index, vectors


@given(
    allowed=st.sets(st.integers(1, 40), min_size=1),
    removed=st.sets(st.integers(1, 40)),
    seed=st.integers(0, 5),
)
def test_search_gives_what_brute_force_gives(allowed: set[int], removed: set[int], seed: int) -> None:
    index, vectors = filled(40)
    index.apply([], unit_vectors(0), removed, last_change=41)
    question = unit_vectors(1, seed + 100)[0]
    wanted = sorted(((float(vectors[i - 1] @ question), i) for i in allowed - removed), reverse=True)[:5]
    found = index.search(question, sorted(allowed), 5)
    assert [i for i, _ in found] == [i for _, i in wanted]
    assert [s for _, s in found] == pytest.approx([s for s, _ in wanted], abs=1e-6)


def test_an_id_added_twice_stands_once() -> None:
    index, vectors = filled(3)
    index.apply([2], vectors[:1], (), last_change=4)
    assert len(index) == 3


def test_an_id_added_twice_has_its_last_vector() -> None:
    index, vectors = filled(3)
    index.apply([2], vectors[:1], (), last_change=4)
    assert index.search(vectors[0], [2], 1)[0][1] == pytest.approx(1.0)


def test_asking_for_more_than_there_is_gives_what_there_is() -> None:
    index, vectors = filled(3)
    assert {i for i, _ in index.search(vectors[0], [1, 2, 3, 99], 10)} == {1, 2, 3}


def test_nothing_allowed_finds_nothing() -> None:
    index, vectors = filled(3)
    assert index.search(vectors[0], [], 10) == []


def test_a_saved_index_comes_back_as_it_was(tmp_path: Path) -> None:
    index, vectors = filled(5)
    index.save(tmp_path)
    loaded = VectorIndex.load(tmp_path, "words", newest_change=5)
    assert loaded is not None
    assert loaded.search(vectors[3], range(1, 6), 5) == index.search(vectors[3], range(1, 6), 5)


def test_a_saved_index_knows_its_last_change(tmp_path: Path) -> None:
    filled(5)[0].save(tmp_path)
    loaded = VectorIndex.load(tmp_path, "words", newest_change=9)
    assert loaded is not None
    assert loaded.last_change == 5


@pytest.mark.parametrize(
    ("model", "newest_change"),
    [("another", 5), ("words", 4)],
    ids=["of another model", "of a longer history than the database's"],
)
def test_a_snapshot_is_not_used_when(tmp_path: Path, model: str, newest_change: int) -> None:
    filled(5)[0].save(tmp_path)
    assert VectorIndex.load(tmp_path, model, newest_change) is None


def test_a_snapshot_cut_short_is_not_used(tmp_path: Path) -> None:
    filled(5)[0].save(tmp_path)
    whole = (tmp_path / INDEX_NAME).read_bytes()
    (tmp_path / INDEX_NAME).write_bytes(whole[:-40])
    assert VectorIndex.load(tmp_path, "words", 5) is None


def test_a_snapshot_without_its_manifest_is_not_used(tmp_path: Path) -> None:
    filled(5)[0].save(tmp_path)
    (tmp_path / MANIFEST_NAME).unlink()
    assert VectorIndex.load(tmp_path, "words", 5) is None


def test_a_manifest_of_another_count_is_not_believed(tmp_path: Path) -> None:
    filled(5)[0].save(tmp_path)
    manifest = (tmp_path / MANIFEST_NAME).read_text()
    (tmp_path / MANIFEST_NAME).write_text(manifest.replace('"count": 5', '"count": 6'))
    assert VectorIndex.load(tmp_path, "words", 5) is None
