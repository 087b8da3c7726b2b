from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import transformers

from index.encoder import DEFAULT_FOLDER, DEFAULT_MODEL, Encoder, SentenceEncoder, choose_model
from index.errors import ModelError


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return SentenceEncoder(choose_model(None))


def test_passages_come_back_as_unit_vectors(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(["Gunmen attacked a village.", "Il a plu sur Gao."])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)


def test_tokens_come_back_as_unit_vectors_without_marks_and_padding(encoder: Encoder) -> None:
    short, long = encoder.passage_tokens(["Gao.", "Gunmen attacked a village."])
    assert (len(short), len(long)) == (2, 5)
    assert np.linalg.norm(long, axis=1) == pytest.approx(np.ones(5), abs=1e-5)


def test_the_tokens_of_a_text_are_the_same_alone_and_in_a_batch(encoder: Encoder) -> None:
    texts = ["Gunmen attacked a village.", "The minister opened a bridge over the river on Monday."]
    assert encoder.passage_tokens(texts)[0] == pytest.approx(encoder.passage_tokens(texts[:1])[0], abs=1e-4)


def test_the_words_of_a_topic_have_the_tokens_that_they_have_in_their_question(encoder: Encoder) -> None:
    question = "qui a revendiqué l'attaque de Farabougou ?"
    *_, whole = encoder.question_tokens(question, question)
    (name,) = encoder.question_tokens(question, "Farabougou")
    assert len(name) > 1
    assert name == pytest.approx(whole)


def test_a_text_without_a_word_has_no_tokens(encoder: Encoder) -> None:
    assert encoder.question_tokens("", "") == []


def test_vectors_are_single_precision(encoder: Encoder) -> None:
    assert encoder.encode_question("Where?").dtype == np.float32


def test_a_text_has_the_same_vector_alone_and_in_a_batch(encoder: Encoder) -> None:
    texts = ["Gunmen attacked a village.", "The minister opened a bridge over the river on Monday."]
    together = encoder.encode_passages(texts)
    assert together[0] == pytest.approx(encoder.encode_passages(texts[:1])[0], abs=1e-5)


def test_a_question_is_nearer_the_passage_that_answers_it(encoder: Encoder) -> None:
    attack, football = encoder.encode_passages(
        ["Gunmen killed four farmers near the village.", "The striker scored twice in the final."]
    )
    question = encoder.encode_question("who attacked the farmers?")
    assert question @ attack > question @ football


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("qui a attaqué les paysans ?", "Gunmen killed four farmers near the village."),
        ("who scored in the final?", "L'attaquant a marqué deux fois en finale."),
        ("prix du coton", "Le kilo de coton graine est acheté trois cents francs aux producteurs."),
    ],
)
def test_the_default_answers_across_french_and_english(encoder: Encoder, question: str, wanted: str) -> None:
    texts = [
        "Gunmen killed four farmers near the village.",
        "L'attaquant a marqué deux fois en finale.",
        "Le kilo de coton graine est acheté trois cents francs aux producteurs.",
        "The road to the north is closed by floods.",
    ]
    near = encoder.encode_passages(texts) @ encoder.encode_question(question)
    assert texts[int(near.argmax())] == wanted


def test_the_default_takes_at_most_fifty_megabytes() -> None:
    assert sum(path.stat().st_size for path in DEFAULT_FOLDER.rglob("*") if path.is_file()) <= 50_000_000


def test_the_default_is_found_by_name_too() -> None:
    assert choose_model(DEFAULT_MODEL) == choose_model(None)


def test_a_folder_that_is_not_there_is_refused() -> None:
    with pytest.raises(ModelError, match="folder-missing"):
        choose_model("/nowhere/model")


def test_a_folder_without_a_model_is_refused_when_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="not-loadable"):
        SentenceEncoder(choose_model(str(tmp_path))).encode_question("?")


def test_a_folder_whose_files_change_is_another_model(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    before = choose_model(str(tmp_path)).identity
    (tmp_path / "config.json").write_text('{"hidden_size": 2}')
    assert choose_model(str(tmp_path)).identity != before


def test_a_file_put_in_the_place_of_another_of_its_size_and_time_is_another_model(tmp_path: Path) -> None:
    kept, other = tmp_path / "config.json", tmp_path / "other"
    kept.write_text('{"layers": 2}')
    before = choose_model(str(tmp_path)).identity
    other.write_text('{"layers": 3}')
    os.utime(other, ns=(kept.stat().st_atime_ns, kept.stat().st_mtime_ns))
    other.replace(kept)
    assert choose_model(str(tmp_path)).identity != before


def test_a_name_is_left_to_the_hub() -> None:
    assert choose_model("intfloat/multilingual-e5-small").location == "intfloat/multilingual-e5-small"


def test_importing_index_loads_no_torch() -> None:
    code = "import index, sys; sys.exit('torch' in sys.modules or 'faiss' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def tiny_model(folder: Path) -> str:
    """A model of two small layers and random weights, saved as sentence-transformers saves one."""
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", ":", "rain", "sand"]
    (folder / "vocab.txt").write_text("\n".join(words))
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16
    )
    transformers.BertModel(config).save_pretrained(folder)
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    return str(folder)


@pytest.mark.parametrize(("name", "same"), [("plain-tiny", True), ("e5-tiny", False)])
def test_a_model_trained_with_prefixes_gets_them(tmp_path: Path, name: str, same: bool) -> None:
    folder = tmp_path / name
    folder.mkdir()
    encoder = SentenceEncoder(choose_model(tiny_model(folder)))
    question, passage = encoder.encode_question("rain"), encoder.encode_passages(["rain"])[0]
    assert np.allclose(question, passage, atol=1e-6) is same


@pytest.mark.parametrize("name", ["plain-tiny", "e5-tiny"])
def test_words_that_a_model_wants_before_a_text_are_no_tokens_of_it(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    encoder = SentenceEncoder(choose_model(tiny_model(folder)))
    assert [len(encoder.question_tokens("rain", "rain")), len(encoder.passage_tokens(["rain sand"])[0])] == [1, 2]


@pytest.mark.parametrize(("question", "topic"), [("beaucoup d'eau ?", "eau"), ("nouveau point d'eau", "point eau")])
def test_a_word_of_the_topic_is_found_as_a_word(encoder: Encoder, question: str, topic: str) -> None:
    alone = encoder.question_tokens(question.replace("'", " "), topic)
    assert [len(pieces) for pieces in encoder.question_tokens(question, topic)] == [len(pieces) for pieces in alone]


def test_a_mark_beside_a_word_is_none_of_its_pieces(encoder: Encoder) -> None:
    (name,) = encoder.question_tokens("Farabougou?", "Farabougou")
    (alone,) = encoder.question_tokens("Farabougou", "Farabougou")
    assert len(name) == len(alone)


def test_a_word_that_no_model_can_read_is_like_nothing(encoder: Encoder) -> None:
    attack, name = encoder.question_tokens("attaque de \u018anzibaul", "attaque \u018anzibaul")
    assert np.linalg.norm(attack, axis=1) == pytest.approx([1.0])
    assert not name.any()
