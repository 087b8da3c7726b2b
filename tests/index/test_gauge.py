from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.encoder import Vectors
from index.gauge import ANSWERING, UNRELATED, Scale, Scales, gauge
from index.rank import SIMILARITY_FLOOR
from index.schema import open_database, transaction
from index.vector_rows import VectorRows
from tests.index.word_encoder import WordEncoder


class CrowdedEncoder(WordEncoder):
    """The same model with all its vectors pushed towards one direction, as some models are."""

    def encode_question(self, text: str) -> Vectors:
        pushed = super().encode_question(text) + np.eye(64, dtype=np.float32)[0] * 2
        unit: Vectors = pushed / np.float32(np.linalg.norm(pushed))
        return unit


def test_unrelated_texts_and_answers_stand_where_the_model_in_the_box_has_them() -> None:
    scale = Scale(unrelated=0.75, answering=0.85)
    assert [scale.similarity(0.75), scale.similarity(0.85)] == pytest.approx([UNRELATED, ANSWERING])


def test_an_answer_is_nearer_than_another_matter_to_any_model_that_knows_words() -> None:
    for scale in (gauge(WordEncoder()).french, gauge(WordEncoder()).english):
        assert scale.answering > scale.unrelated


def test_texts_without_a_word_in_common_pass_no_floor_even_where_all_cosines_are_high() -> None:
    encoder = CrowdedEncoder()
    one, other = encoder.encode_passages(["Gunmen attacked at night.", "Teachers on strike."])
    cosine = float(one @ other)
    assert cosine > 0.7
    assert gauge(encoder).english.similarity(cosine) < SIMILARITY_FLOOR


def test_a_model_that_tells_nothing_apart_lets_nothing_pass_by_chance() -> None:
    assert Scale(unrelated=0.9, answering=0.9).similarity(0.92) < SIMILARITY_FLOOR


def test_the_scales_of_a_model_are_kept(tmp_path: Path) -> None:
    connection = open_database(tmp_path)
    rows, scales = VectorRows(connection), Scales(Scale(0.1, 0.5), Scale(0.2, 0.6))
    with transaction(connection):
        model = rows.model_row("some", "some@1")
        before = rows.scales(model)
        rows.put_scales(model, scales)
    assert (before, rows.scales(model)) == (None, scales)
    connection.close()
