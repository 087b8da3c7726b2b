"""How near a passage is to a question, word by word: the vector of a whole passage blurs the one detail asked for.

Each token of the question, in its context, is held against the likest token of the passage (MaxSim: Khattab and Zaharia
2020, "ColBERT", arXiv 2004.12832), here by the tokens of the model that serves.  A passage has too many to store, so
only the few passages that a first look finds nearest are read so.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.encoder import Encoder, Vectors


def closeness(asked: Vectors, told: Vectors) -> float | None:
    """The mean over the question's tokens of the cosine with the likest token of the passage, -1 to 1.

    Unit vectors of shape (tokens, dimension); None where either has none, which says nothing about them."""
    return float((asked @ told.T).max(axis=1).mean()) if len(asked) and len(told) else None


def closenesses(encoder: Encoder, question: str, passages: Sequence[str]) -> list[float | None]:
    """The closeness of each passage to a question."""
    asked = encoder.question_tokens(question)
    return [closeness(asked, told) for told in encoder.passage_tokens(passages)]
