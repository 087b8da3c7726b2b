"""What the encoder's training is fed besides sentences: a dictionary, words swapped, directions evened out."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from index.encoders.commonness import counted, token_weights
from index.encoders.evening import evening, sample
from index.encoders.glosses import entries, meaning
from index.encoders.lessons import ARTICLE_WORDS, Amounts, Lessons, articles, software
from index.encoders.localised import GAME, PACKAGE, PROGRAM
from index.encoders.swaps import swapped
from index.encoders.vocabulary import GLOSS, Pair


def test_a_word_that_no_way_knows_has_no_meaning_and_one_alike_is_left_out() -> None:
    assert list(entries(["pataugeant", "transpiration"], [["*pataugeant.", "Transpiration."]])) == [("", "pataugeant")]


def test_of_two_ways_each_meaning_is_taken_once() -> None:
    ways = [["roof.", "freezing.", "*chardon."], ["Roof.", "Freezing.", "Thistle."]]
    assert list(entries(["toit", "congélation", "chardon"], ways)) == [
        ("roof", "toit"), ("freezing", "congélation"), ("thistle", "chardon"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("It would throw of.", "would throw"),
        ("UN.", "UN"),
        ("iron *colat.", None),
        ("*pataugeant.", None),
        ("to be on the way.", None),
        (".", None),
    ],
)
def test_a_translated_line_is_cleaned_or_left_out(line: str, told: str | None) -> None:
    assert meaning(line) == told


ENTRIES = [Pair(GLOSS, "guitar", "guitare"), Pair(GLOSS, "drawer", "tiroire"), Pair(GLOSS, "loudly", "bruyamment")]


def test_a_word_is_swapped_for_one_of_its_form_on_both_sides() -> None:
    pair = Pair("sts", "A guitar plays.", "Une guitare joue.")
    made = list(swapped([pair] * 2, ENTRIES, 9, Random(1)))  # noqa: S311 (nothing secret)
    assert Pair("swap", "A drawer plays.", "Une tiroire joue.") in made


def test_a_sentence_without_a_word_of_the_dictionary_is_not_swapped() -> None:
    assert not list(swapped([Pair("sts", "A dog.", "Une guitare.")], ENTRIES, 9, Random(1)))  # noqa: S311 (nothing secret)


@given(st.integers(0, 99))
def test_no_more_are_swapped_than_asked_for(seed: int) -> None:
    pairs = [Pair("sts", "A guitar plays.", "Une guitare joue.")] * 5
    assert len(list(swapped(pairs, ENTRIES, 3, Random(seed)))) == 3  # noqa: S311 (nothing secret)


@given(st.integers(0, 99))
def test_directions_are_evened_out_in_part_and_in_their_order(seed: int) -> None:
    vectors = np.random.default_rng(seed).normal(size=(400, 5)) * [5, 3, 2, 1, 0.5]
    before = np.linalg.eigvalsh(np.cov(vectors.T))
    after = np.linalg.eigvalsh(np.cov((vectors @ evening(vectors.astype(np.float32))).T))
    assert (np.diff(after) > 0).all()
    assert 1 < after[-1] / after[0] < before[-1] / before[0]


@given(st.integers(0, 99))
def test_what_evens_out_turns_nothing_and_keeps_the_length(seed: int) -> None:
    vectors = np.random.default_rng(seed).normal(size=(50, 5)).astype(np.float32)
    matrix = evening(vectors)
    assert np.allclose(matrix, matrix.T, atol=1e-5)
    assert np.linalg.norm(vectors @ matrix, axis=1).mean() == pytest.approx(1.0, abs=1e-4)


def test_directions_are_drawn_from_sentences_and_not_from_words() -> None:
    data = Lessons(["news", "word"], ["pont", "mur"], ["bridge", "wall"], torch.tensor([-1, -1]), torch.ones(2, 1))
    assert sample(data, seed=1) == [0]


def test_of_software_games_are_taken_whole_and_so_many_of_the_longer_sentences_of_the_rest() -> None:
    long = "Close the big window before you leave"
    said = [f"{text} {number}" for text in ("Close it", long) for number in range(9)]
    pairs = [Pair(source, text, "…") for source in (GAME, PROGRAM, PACKAGE, "news") for text in said]
    chosen = software(pairs, Amounts(programs=4, packages=3), Random(1))  # noqa: S311 (nothing secret)
    assert [pair.source for pair in chosen] == [GAME] * 18 + [PROGRAM] * 4 + [PACKAGE] * 3
    assert all(pair.english.startswith(long) for pair in chosen if pair.source != GAME)


@given(st.integers(0, 99))
def test_an_article_is_what_follows_in_both_languages_and_fills_what_a_model_reads(seed: int) -> None:
    numbered = [Pair("news", f"e{n} " * 20, f"f{n} " * 20) for n in range(40)]
    (article,) = articles(numbered, 1, Random(seed))  # noqa: S311 (nothing secret)
    words = article.english.split()
    order = sorted({int(word[1:]) for word in words})
    assert article.english.replace("e", "f") == article.french
    assert words == [f"e{n}" for n in order for _ in range(20)]
    assert order == list(range(order[0], order[-1] + 1))
    assert ARTICLE_WORDS[0] <= len(words) < ARTICLE_WORDS[1] + 20 or order[-1] == 39


def test_nothing_makes_no_article() -> None:
    assert not list(articles([], 3, Random(1)))  # noqa: S311 (nothing secret)


def test_tokens_are_counted_in_news_and_captions_alone() -> None:
    kinds = ["anki", "news", "word", "sts"]
    data = Lessons(kinds, ["a", "b", "c", "d"], ["e", "f", "g", "h"], torch.tensor([-1] * 4), torch.ones(4, 1))
    assert counted(data) == (["b", "d"], ["f", "h"])


def test_a_token_counts_less_the_more_it_is_used_in_the_language_that_uses_it_most() -> None:
    french = [torch.tensor([0, 1, 1]), torch.tensor([1, 2])]
    english = [torch.tensor([0, 0, 0]), torch.tensor([1, 2])]
    alike, as_much, seldom, never = token_weights((french, english), 4).tolist()
    assert alike == as_much < seldom < never == 1


def test_a_token_of_one_in_twenty_counts_half() -> None:
    texts = [torch.tensor([0, *range(1, 20)])]
    assert token_weights((texts, texts), 20)[0].item() == pytest.approx(0.5)
