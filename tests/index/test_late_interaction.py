from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import SentenceEncoder, Vectors, choose_model
from index.late_interaction import MOST_KEPT, Reader, closeness, heard, names_asked
from tests.index.word_encoder import VectorsAlone, WordEncoder

DIMENSION = 5


HERE = 7  # the row of a dispatch


def told(_word: str) -> list[int]:
    return [HERE]


def here(*texts: str) -> list[tuple[int, str]]:
    return [(HERE, text) for text in texts]


def unit_vectors(seed: int, count: int) -> Vectors:
    drawn = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    unit: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return unit


@given(st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=7), st.integers(1, 9))
def test_closeness_is_what_comparing_each_pair_of_tokens_gives(seed: int, pieces: list[int], told: int) -> None:
    words = [unit_vectors(seed + 2 + at, count) for at, count in enumerate(pieces)]
    passage = unit_vectors(seed + 1, told)
    nearest = [min(max(float(piece @ other) for other in passage) for piece in word) for word in words]
    assert closeness(words, passage) == pytest.approx(sum(nearest) / len(nearest), abs=1e-5)


@given(st.integers(0, 10_000), st.integers(1, 7))
def test_a_passage_that_says_more_is_no_farther(seed: int, told: int) -> None:
    question, passage = [unit_vectors(seed, 3)], unit_vectors(seed + 1, told)
    longer = np.vstack([passage, unit_vectors(seed + 2, 2)])
    near, at_least = closeness(question, longer), closeness(question, passage)
    assert near is not None
    assert at_least is not None
    assert near >= at_least - 1e-6


def test_a_text_is_as_close_as_can_be_to_itself() -> None:
    assert Reader().closenesses(
        WordEncoder(), "prix du coton", "prix du coton", here("prix du coton"), told, []
    ) == pytest.approx([1.0])


def test_without_tokens_nobody_knows_how_close() -> None:
    assert Reader().closenesses(VectorsAlone(), "prix du coton", "prix du coton", here("prix du coton"), told, []) == [
        None
    ]


@pytest.mark.parametrize("question", ["what was stolen from the clinic?", "qu'a-t-on volé au dispensaire ?"])
def test_one_detail_of_a_long_passage_counts_in_both_languages(question: str) -> None:
    raid = (
        "Armed men on motorbikes entered the village on Sunday, fired in the air and searched the houses of traders."
        " {} They left two hours later towards the east, and the village headman called for soldiers to be sent."
    )
    passages = [raid.format(one) for one in ("They took medicine from the clinic.", "They set the market on fire.")]
    asked, other = Reader().closenesses(
        SentenceEncoder(choose_model(None)), question, question, here(*passages), told, []
    )
    assert asked is not None
    assert other is not None
    assert asked > other


def test_a_name_is_no_nearer_for_an_end_that_it_shares_with_another() -> None:
    encoder = SentenceEncoder(choose_model(None))
    near, other = Reader().closenesses(
        encoder, "attack on Farabougou", "Farabougou", here("Quiet in Farabougou.", "Quiet in Ouagadougou."), told, []
    )
    assert near is not None
    assert other is not None
    assert near > 0.8
    assert other < 0.3


@pytest.mark.parametrize(
    ("question", "topic", "names"),
    [
        ("why was Zibaboul dismissed?", "Zibaboul dismissed", ["Zibaboul"]),
        ("Zibaboul dismissed, why was that?", "Zibaboul dismissed", []),  # any first word has a capital
        ("Why Was Zibaboul Dismissed", "Zibaboul Dismissed", []),
        ("why was zibaboul dismissed", "zibaboul dismissed", []),
    ],
)
def test_a_name_is_written_with_a_capital_where_other_words_are_not(
    question: str, topic: str, names: list[str]
) -> None:
    assert names_asked(question, topic) == names


@pytest.mark.parametrize(("names", "nearer"), [(["zibaboul"], True), ([], False)])
def test_what_tells_another_name_is_farther_than_what_tells_this(names: list[str], nearer: bool) -> None:
    here, elsewhere = Reader().closenesses(
        SentenceEncoder(choose_model(None)), "why was zibaboul dismissed?", "zibaboul dismissed",
        [(1, "He left."), (2, "He left.")], lambda word: [1] if word == "zibaboul" else [1, 2], names,
    )  # fmt: skip
    assert here is not None
    assert elsewhere is not None
    assert (here > elsewhere) == nearer


def test_what_was_kept_says_what_was_read() -> None:
    reader, texts = Reader(), [f"onions {number} in Gao" for number in range(MOST_KEPT + 40)]
    fresh = [Reader().closenesses(WordEncoder(), "onions 7", "onions 7", here(text), told, [])[0] for text in texts]
    for start in (0, 20, 0):  # some are kept, some are read, some were forgotten
        read = reader.closenesses(WordEncoder(), "onions 7", "onions 7", here(*texts[start:]), told, [])
        assert read == fresh[start:]


def test_another_model_reads_for_itself() -> None:
    reader = Reader()
    assert reader.closenesses(VectorsAlone("none@1"), "onions", "onions", here("onions"), told, []) == [None]
    assert reader.closenesses(WordEncoder("words@1"), "onions", "onions", here("onions"), told, []) == pytest.approx(
        [1.0]
    )


def test_a_name_in_pieces_that_nobody_tells_is_unlike_everything() -> None:
    whole, name = unit_vectors(1, 1), unit_vectors(2, 3)
    read = heard(["école", "Zibaboul"], [whole, name], lambda word: word != "Zibaboul")
    assert np.array_equal(read[0], whole)
    assert not read[1].any()


def test_a_name_in_pieces_that_somebody_tells_is_read() -> None:
    name = unit_vectors(2, 3)
    assert np.array_equal(heard(["Zibaboul"], [name], lambda _: True)[0], name)


def test_a_word_of_one_piece_is_read_whoever_tells_it() -> None:
    whole = unit_vectors(1, 1)
    assert np.array_equal(heard(["choléra"], [whole], lambda _: False)[0], whole)


def test_words_that_were_not_read_to_the_end_stand_as_they_are() -> None:
    name = unit_vectors(2, 3)
    assert np.array_equal(heard(["Zibaboul", "école"], [name], lambda _: False)[0], name)
