"""The usual way to search passages, to stand beside Vigie: BM25 and cosine, fused by reciprocal rank, nothing else.

The same model and the same passages, so that what differs is what Vigie adds: places, days, kinds, stories.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

import numpy as np

from index.encoder import Encoder, Vectors

RRF_CONSTANT = 60  # Cormack, Clarke and Büttcher, SIGIR 2009
CANDIDATES = 100


class Peer:
    """Passages in a full-text table in memory and in one matrix."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: Vectors = np.empty((0, 0), np.float32)
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='unicode61 remove_diacritics 2')")

    def ingest(self, passages: Sequence[str]) -> None:
        self._vectors = self._encoder.encode_passages(passages)
        self._db.executemany("INSERT INTO passages (rowid, text) VALUES (?, ?)", enumerate(passages))

    def ask(self, question: str, limit: int) -> list[int]:
        """The places of the best passages in the sequence given at first, best first."""
        fused: dict[int, float] = {}
        dense = nearest(self._vectors, self._encoder.encode_question(question), CANDIDATES)
        for leg in (self._by_words(question), dense):
            for rank, passage in enumerate(leg):
                fused[passage] = fused.get(passage, 0.0) + 1 / (RRF_CONSTANT + rank + 1)
        return sorted(fused, key=fused.__getitem__, reverse=True)[:limit]

    def _by_words(self, question: str) -> list[int]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        rows = self._db.execute(
            "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?", (words, CANDIDATES)
        )
        return [row for (row,) in rows]

    def close(self) -> None:
        self._db.close()


def nearest(vectors: Vectors, question: Vectors, limit: int) -> list[int]:
    """Brute force: the rows of the `limit` vectors of the highest cosine, best first."""
    rows: list[int] = np.argsort(-(vectors @ question), kind="stable")[:limit].tolist()
    return rows
