"""How near a passage is to a question, word by word: the vector of a whole passage blurs the one detail asked for.

Each word of what is asked, in its context, is held against the likest token of the passage, by the tokens of the model
that serves: MaxSim (Khattab and Zaharia 2020, "ColBERT", arXiv 2004.12832), by words and not by pieces of words.  A
passage has too many tokens to store, so only the few that a first look finds nearest are read so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder, Vectors, topic_words

MOST_KEPT = 256  # passages, some 25 MB


def closeness(asked: Sequence[Vectors], told: Vectors) -> float | None:
    """The mean over the words of a question of the cosine of each with the likest token of the passage, -1 to 1.

    A word in pieces is as near as the farthest of them: "Farabougou" is no "Ouagadougou" for the end they share.
    `asked` has the unit vectors of each word's pieces, shape (pieces, dimension), `told` those of the passage, shape
    (tokens, dimension); None where either has none, which says nothing about them."""
    if not asked or not len(told):
        return None
    likest = (np.concatenate(asked) @ told.T).max(axis=1)
    starts = np.cumsum([0, *(len(pieces) for pieces in asked[:-1])])
    return float(np.minimum.reduceat(likest, starts).mean())


def heard(words: Sequence[str], asked: Sequence[Vectors], is_told: Callable[[str], bool]) -> list[Vectors]:
    """The words of a question, those in pieces that are not told as zeros: unlike everything.

    A word that the model has no row for is mostly a name, and its pieces are like those of any name: "école de
    Zibaboul" was answered with another school."""
    if len(words) != len(asked):
        return list(asked)
    pairs = zip(words, asked, strict=True)
    return [np.zeros_like(pieces) if len(pieces) > 1 and not is_told(word) else pieces for word, pieces in pairs]


def names_asked(question: str, topic: str) -> list[str]:
    """The words of a topic that are written as names: with a capital, after the first word of the question, where
    no more than half of its words have one."""
    words = topic_words(question)
    capital = [word for word in words[1:] if word[:1].isupper()]
    if 2 * len(capital) > len(words):
        return []
    return [word for word in topic_words(topic) if word in capital]


class Reader:
    """Reads passages word by word.  The latest are kept, in half precision: whoever types a question, or goes on from
    one, has the same passages read again and again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], NDArray[np.float16]] = {}  # by model and text, the latest last

    def closenesses(
        self,
        encoder: Encoder,
        question: str,
        topic: str,
        passages: Sequence[tuple[int, str]],
        telling: Callable[[str], Collection[int]],
        names: Collection[str],
    ) -> list[float | None]:
        """The closeness of each passage (the row of its dispatch, its text) to the topic of a question; `telling` gives
        the dispatches that have a word, in this spelling or another of its sound; `names` are those in the topic.

        A word must be told by any of them, a name by the dispatch of the passage: "covid" may be "coronavirus" there,
        another name is somebody else's."""
        keys = [(encoder.identity, text) for _, text in passages]
        lacking = [key for key in dict.fromkeys(keys) if key not in self._kept]
        made = encoder.passage_tokens([text for _, text in lacking])
        read = {key: self._kept.pop(key) for key in dict.fromkeys(keys) if key in self._kept}
        read |= {key: tokens.astype(np.float16) for key, tokens in zip(lacking, made, strict=True)}
        self._kept |= read
        for oldest in list(self._kept)[:-MOST_KEPT]:
            del self._kept[oldest]
        words, asked, there = topic_words(topic), encoder.question_tokens(question, topic), cache(telling)

        def heard_by(row: int) -> list[Vectors]:
            return heard(words, asked, lambda word: row in there(word) if word in names else bool(there(word)))

        return [
            closeness(heard_by(row), read[key].astype(np.float32)) for key, (row, _) in zip(keys, passages, strict=True)
        ]
