"""A double for the model where speed asks: texts that share words are near each other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from index.encoder import ModelChoice, Vectors
from index.text import stems

DIMENSION = 64
TOKEN_DIMENSION = 1024  # two words of a passage seldom share a place


class WordEncoder:
    """Hashes stems into a bag of words of unit length; deterministic, and no file is read."""

    def __init__(self, identity: str = "words@1") -> None:
        self.identity = identity

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.encode_question(text) for text in texts])

    def encode_question(self, text: str) -> Vectors:
        vector = np.full(DIMENSION, 1e-3, dtype=np.float32)
        for stem in stems(text).split():
            vector[_place(stem, DIMENSION)] += 1
        return vector / np.float32(np.linalg.norm(vector))

    def passage_tokens(self, texts: Sequence[str]) -> list[Vectors]:
        none = np.empty((0, TOKEN_DIMENSION), dtype=np.float32)
        return [np.concatenate([none, *self.question_tokens(text, text)]) for text in texts]

    def question_tokens(self, text: str, topic: str) -> list[Vectors]:
        words = stems(topic).split()
        vectors = np.zeros((len(words), 1, TOKEN_DIMENSION), dtype=np.float32)
        vectors[range(len(words)), 0, [_place(word, TOKEN_DIMENSION) for word in words]] = 1
        return list(vectors)


class VectorsAlone(WordEncoder):
    """A model that has vectors of whole texts and none of their tokens."""

    def question_tokens(self, text: str, topic: str) -> list[Vectors]:
        return []


def _place(stem: str, dimension: int) -> int:
    return int.from_bytes(hashlib.sha256(stem.encode()).digest()[:4], "big") % dimension


def load_words(choice: ModelChoice) -> WordEncoder:
    """Stands where the product loads sentence-transformers."""
    return WordEncoder(choice.identity)
