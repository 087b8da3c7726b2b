"""Does one text only say again what another says, in other words or in the other language?  Pure but for the model.

Two newsrooms that know of one raid for themselves tell it in sentences of their own, in an order of their own; whoever
rewrites or translates a text keeps its sentences.  So the sentences of the shorter text are each held against the
likest of the longer.  48 invented pairs of a text and its rewritten translation lie at 0.55 and above, 96 pairs of
independent accounts of one happening at 0.51 and below, in one language or across.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.encoder import Encoder, Vectors
from index.gauge import Scales
from index.text import sentences

ECHO_AT = 0.53  # on the scale of the model in the box
LEAST_SENTENCES = 5  # of three, most are of what every account of one happening says: dead, where, by whom
MOST_SENTENCES = 24
MOST_KEPT = 512  # texts whose vectors are kept, some 15 MB
SHORTEST_SENTENCE = 25  # characters: "Three died." is like many
LANGUAGES = ("fr", "en")


def to_compare(text: str) -> list[str]:
    """The sentences of a text by which it is held against another, in order, the first ones of a long text."""
    found = [text[one.start : one.end] for one in sentences(text) if one.end - one.start >= SHORTEST_SENTENCE]
    return found[:MOST_SENTENCES]


def likeness(one: Vectors, other: Vectors) -> float:
    """The mean cosine of the shorter text's sentences with the likest of the longer.  Unit vectors, shape (sentences,
    dimension); 0.0 where either text has too few to tell."""
    if min(len(one), len(other)) < LEAST_SENTENCES:
        return 0.0
    cosines = one @ other.T
    ways = [float(np.nan_to_num(cosines.max(axis=axis)).mean()) for axis in (1, 0)]
    if len(one) == len(other):
        return min(ways)
    return ways[0] if len(one) < len(other) else ways[1]


class Listener:
    """Holds texts against each other by one model.  The latest texts' vectors are kept: a story has many pairs."""

    def __init__(self, encoder: Encoder, scales: Scales) -> None:
        self._encoder = encoder
        self._scales = scales
        self._vectors: dict[str, Vectors] = {}

    def likenesses(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The likeness of each pair of texts, as the model in the box would find it."""
        if len(self._vectors) > MOST_KEPT:
            self._vectors.clear()
        self._encode([text for pair in pairs for text in pair])
        return [self._likeness(one, other) for one, other in pairs]

    def _encode(self, texts: Sequence[str]) -> None:
        cut = {text: to_compare(text) for text in texts if text not in self._vectors}
        if not cut:
            return
        vectors = self._encoder.encode_passages([one for some in cut.values() for one in some] or [""])
        ends = np.cumsum([len(some) for some in cut.values()])
        self._vectors |= dict(zip(cut, np.split(vectors, ends[:-1]), strict=False))

    def _likeness(self, one: str, other: str) -> float:
        found = likeness(self._vectors[one], self._vectors[other])
        return _gauged(found, self._scales) if found else 0.0


def _gauged(cosine: float, scales: Scales) -> float:
    return sum(scales.of(language).similarity(cosine) for language in LANGUAGES) / len(LANGUAGES)
