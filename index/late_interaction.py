"""How near a passage is to a question, word by word: the vector of a whole passage blurs the one detail asked for.

Each token of the question, in its context, is held against the likest token of the passage (MaxSim: Khattab and Zaharia
2020, "ColBERT", arXiv 2004.12832), here by the tokens of the model that serves.  A passage has too many to store, so
only the few passages that a first look finds nearest are read so.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder, Vectors

MOST_KEPT = 256  # passages, some 25 MB


def closeness(asked: Vectors, told: Vectors) -> float | None:
    """The mean over the question's tokens of the cosine with the likest token of the passage, -1 to 1.

    Unit vectors of shape (tokens, dimension); None where either has none, which says nothing about them."""
    return float((asked @ told.T).max(axis=1).mean()) if len(asked) and len(told) else None


class Reader:
    """Reads passages word by word.  The latest are kept, in half precision: whoever types a question, or goes on from
    one, has the same passages read again and again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], NDArray[np.float16]] = {}  # by model and text, the latest last

    def closenesses(self, encoder: Encoder, question: str, passages: Sequence[str]) -> list[float | None]:
        """The closeness of each passage to a question."""
        keys = [(encoder.identity, text) for text in passages]
        lacking = [key for key in dict.fromkeys(keys) if key not in self._kept]
        made = encoder.passage_tokens([text for _, text in lacking])
        read = {key: self._kept.pop(key) for key in dict.fromkeys(keys) if key in self._kept}
        read |= {key: tokens.astype(np.float16) for key, tokens in zip(lacking, made, strict=True)}
        self._kept |= read
        for oldest in list(self._kept)[:-MOST_KEPT]:
            del self._kept[oldest]
        asked = encoder.question_tokens(question)
        return [closeness(asked, read[key].astype(np.float32)) for key in keys]
