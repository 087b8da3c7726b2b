from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.encoder import Vectors
from index.gauge import ANSWERING, UNRELATED, Scale, Scales, gauge
from index.rank import SIMILARITY_FLOOR
from index.schema import open_database, transaction
from index.serving import Serving
from index.vector_rows import VectorRows
from tests.index.word_encoder import VectorsAlone, WordEncoder, load_words


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


def test_closeness_word_by_word_is_read_on_the_same_scale() -> None:
    scale = gauge(WordEncoder()).of_tokens("fr")
    assert scale is not None
    assert scale.similarity(scale.unrelated) == pytest.approx(UNRELATED)
    assert scale.similarity(scale.answering) == pytest.approx(ANSWERING)


def test_a_model_without_tokens_has_no_scale_for_them() -> None:
    scales = gauge(VectorsAlone())
    assert (scales.of_tokens("fr"), scales.of_tokens("en")) == (None, None)


def test_a_model_gauged_before_its_tokens_were_is_gauged_once_more(tmp_path: Path) -> None:
    connection = open_database(tmp_path)
    serving, rows = Serving(connection, tmp_path, "words", load_words), VectorRows(connection)
    with transaction(connection):
        model = serving.model_row()
        connection.execute("UPDATE models SET scales = '[[0.1, 0.5], [0.2, 0.6]]'")
    assert serving.scales() == rows.scales(model) == gauge(WordEncoder())
    connection.close()


def test_a_model_without_tokens_is_gauged_once(tmp_path: Path) -> None:
    asked = []

    class Counted(VectorsAlone):
        def encode_passages(self, texts: Sequence[str]) -> Vectors:
            asked.append(len(texts))
            return super().encode_passages(texts)

    connection = open_database(tmp_path)
    for _ in range(2):
        serving = Serving(connection, tmp_path, "words", lambda choice: Counted(choice.identity))
        with transaction(connection):
            serving.model_row()
        assert serving.scales().of_tokens("fr") is None
    assert len(asked) == 1
    connection.close()


def test_the_scales_of_a_model_are_kept(tmp_path: Path) -> None:
    connection = open_database(tmp_path)
    rows = VectorRows(connection)
    scales = Scales(Scale(0.1, 0.5), Scale(0.2, 0.6), Scale(0.3, 0.7), Scale(0.4, 0.8))
    with transaction(connection):
        model = rows.model_row("some", "some@1")
        before = rows.scales(model)
        rows.put_scales(model, scales)
    assert (before, rows.scales(model)) == (None, scales)
    connection.close()
