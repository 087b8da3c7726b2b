"""Does one text only say again what another says, in other words or in the other language?  Pure but for the model.

Two newsrooms that know of one raid for themselves tell it in sentences of their own, in an order of their own; whoever
rewrites or translates a text keeps its sentences.  So the sentences of the shorter text are each held against the
likest of the longer.  48 invented pairs of a text and its rewritten translation lie at 0.55 and above, 96 pairs of
independent accounts of one happening at 0.51 and below, in one language or across.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.encoder import Encoder, Vectors
from index.gauge import Scales
from index.text import sentences

ECHO_AT = 0.53  # on the scale of the model in the box
LEAST_SENTENCES = 3  # two sentences alike are any two flashes of one happening
MOST_SENTENCES = 24
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
    cosines = one @ other.T if len(one) <= len(other) else other @ one.T
    return float(cosines.max(axis=1).mean())


def likenesses(pairs: Sequence[tuple[str, str]], encoder: Encoder, scales: Scales) -> list[float]:
    """The likeness of each pair of texts, as the model in the box would find it."""
    texts = dict.fromkeys(text for pair in pairs for text in pair)
    cut = {text: to_compare(text) for text in texts}
    vectors = {text: encoder.encode_passages(some) for text, some in cut.items() if len(some) >= LEAST_SENTENCES}
    return [
        _gauged(likeness(vectors[one], vectors[other]), scales) if one in vectors and other in vectors else 0.0
        for one, other in pairs
    ]


def _gauged(cosine: float, scales: Scales) -> float:
    return sum(scales.of(language).similarity(cosine) for language in LANGUAGES) / len(LANGUAGES)
