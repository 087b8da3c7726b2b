"""Models, the vectors they made, and the change log that followers read.

The vectors live here; FAISS is a follower that can be built from them without the model.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import numpy as np

from index.archive import dispatch_from
from index.encoder import Vectors
from index.gauge import Scale, Scales
from index.model import Dispatch
from index.schema import Connection, Row

_WITHOUT_VECTOR = """FROM passages p JOIN dispatches d ON d.id = p.dispatch
    WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.passage = p.id AND v.model = ?)"""


class VectorRows:
    """The stored vectors.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def model_row(self, name: str, identity: str) -> int:
        """The row of a model, made if it is new."""
        self._db.execute("INSERT OR IGNORE INTO models (name, identity) VALUES (?, ?)", (name, identity))
        return int(self._db.execute("SELECT id FROM models WHERE identity = ?", (identity,)).fetchone()[0])

    def serving_model(self) -> tuple[int, str, str] | None:
        """(row, name, identity) of the model whose vectors answer, or None in an empty database."""
        row = self._db.execute(
            "SELECT m.id, m.name, m.identity FROM models m JOIN meta ON meta.key = 'serving' AND meta.value = m.id"
        ).fetchone()
        return None if row is None else (int(row["id"]), str(row["name"]), str(row["identity"]))

    def scales(self, model: int) -> Scales | None:
        """How a model's cosines are read; None where it was never gauged."""
        row = self._db.execute("SELECT scales FROM models WHERE id = ?", (model,)).fetchone()
        if row is None or row["scales"] is None:
            return None
        french, english, *tokens = json.loads(row["scales"])
        return Scales(Scale(*french), Scale(*english), *(Scale(*pair) if pair else None for pair in tokens))

    def tokens_gauged(self, model: int) -> bool:
        """Whether a model was asked for its tokens when it was gauged; it may have none."""
        row = self._db.execute("SELECT json_array_length(scales) = 4 FROM models WHERE id = ?", (model,)).fetchone()
        return bool(row and row[0])

    def put_scales(self, model: int, scales: Scales) -> None:
        measured = (scales.french, scales.english, scales.french_tokens, scales.english_tokens)
        stored = [[scale.unrelated, scale.answering] if scale else None for scale in measured]
        self._db.execute("UPDATE models SET scales = ? WHERE id = ?", (json.dumps(stored), model))

    def without_vector(self, model: int, limit: int) -> list[tuple[int, Dispatch, int]]:
        """Passages that a model has not embedded yet: (passage id, its dispatch, its ordinal)."""
        rows = self._db.execute(
            f"SELECT p.id AS passage, p.ordinal, d.* {_WITHOUT_VECTOR} ORDER BY p.id LIMIT ?", (model, limit)
        )
        return [(row["passage"], dispatch_from(row), row["ordinal"]) for row in rows.fetchall()]

    def count_without_vector(self, model: int) -> int:
        return int(self._db.execute(f"SELECT count(*) {_WITHOUT_VECTOR}", (model,)).fetchone()[0])

    def put_vectors(self, model: int, passages: Sequence[int], vectors: Vectors) -> None:
        rows = [(passage, model, vector.tobytes()) for passage, vector in zip(passages, vectors, strict=True)]
        self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def serve(self, model: int) -> None:
        """Let a model's vectors answer from now on, and drop the others'."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('serving', ?)", (str(model),))
        self._db.execute("DELETE FROM vectors WHERE model != ?", (model,))

    def vectors_of(self, model: int, passages: Sequence[int]) -> tuple[list[int], Vectors]:
        """The stored vectors of those passages that still have one."""
        rows = self._db.execute(
            "SELECT passage, vector FROM vectors WHERE model = ? AND passage IN (SELECT value FROM json_each(?))",
            (model, json.dumps([int(p) for p in passages])),
        ).fetchall()
        return _as_vectors(rows)

    def vector_batches(self, model: int) -> Iterator[tuple[list[int], Vectors]]:
        """Every stored vector of a model, in batches by passage id."""
        last = 0
        while rows := self._db.execute(
            "SELECT passage, vector FROM vectors WHERE model = ? AND passage > ? ORDER BY passage LIMIT 20000",
            (model, last),
        ).fetchall():
            yield _as_vectors(rows)
            last = rows[-1]["passage"]

    def dimension(self, model: int) -> int:
        """How long a model's vectors are; 1 while there is none."""
        row = self._db.execute("SELECT length(vector) / 4 FROM vectors WHERE model = ? LIMIT 1", (model,)).fetchone()
        return int(row[0]) if row else 1

    def last_change(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])

    def changes_after(self, change: int) -> list[tuple[int, int, bool]]:
        """(change id, passage id, added) in order."""
        rows = self._db.execute("SELECT id, passage, added FROM changes WHERE id > ? ORDER BY id", (change,))
        return [(row["id"], row["passage"], bool(row["added"])) for row in rows]

    def counts(self) -> tuple[int, int, int]:
        """Passages, vectors of the serving model, texts in the text index: equal where all is well."""
        serving = self.serving_model()
        row = self._db.execute(
            "SELECT (SELECT count(*) FROM passages), (SELECT count(*) FROM vectors WHERE model = ?),"
            " (SELECT count(*) FROM passages_fts)",
            (serving[0] if serving else 0,),
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])


def _as_vectors(rows: Sequence[Row]) -> tuple[list[int], Vectors]:
    if not rows:
        return [], np.empty((0, 0), dtype=np.float32)
    block = np.frombuffer(b"".join(row["vector"] for row in rows), dtype="<f4").reshape(len(rows), -1)
    return [row["passage"] for row in rows], block.astype(np.float32)
