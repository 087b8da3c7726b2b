"""The FAISS follower: flat and exact, kept up with the archive's change log, saved by the bot alone.

The snapshot is two files: the index, written beside and renamed, then a manifest that says what it holds.  A manifest
that does not agree with its index or with the database means a rebuild from the stored vectors, never an error.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import faiss
import numpy as np

from index.encoder import Vectors

INDEX_NAME = "passages.faiss"
MANIFEST_NAME = "passages.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds: whose vectors, up to which change, how many."""

    model: str
    dimension: int
    last_change: int
    count: int


class VectorIndex:
    """Passage ids by unit vector; inner product is cosine similarity (-1 to 1).

    One lock stands around every call: FAISS lets many threads search, but none while another adds or removes.
    """

    def __init__(self, model: str, dimension: int) -> None:
        self._lock = threading.Lock()
        self._model = model
        self._index: faiss.Index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))
        self.last_change = 0

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def apply(self, added: Sequence[int], vectors: Vectors, removed: Iterable[int], last_change: int) -> None:
        """Take in vectors of shape (len(added), dimension) and let go of `removed`; applying twice changes nothing."""
        gone = np.fromiter({*added, *removed}, dtype=np.int64)
        with self._lock:
            # FAISS stores an id again when it is added again: remove first.
            if len(gone) and self._index.ntotal:
                self._index.remove_ids(faiss.IDSelectorBatch(gone))
            if added:
                self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), np.asarray(added, dtype=np.int64))
            self.last_change = last_change

    def search(self, question: Vectors, allowed: Sequence[int], limit: int) -> list[tuple[int, float]]:
        """(passage id, cosine) of the nearest allowed passages, best first; the filter comes before the search."""
        with self._lock:
            if not len(allowed) or not self._index.ntotal:
                return []
            wanted = min(limit, len(allowed))
            similarities, identifiers = self._index.search(question.reshape(1, -1), wanted, params=_only(allowed))
        # Fewer results than asked come back padded with id -1.
        pairs = zip(identifiers[0].tolist(), similarities[0].tolist(), strict=True)
        return [(identifier, similarity) for identifier, similarity in pairs if identifier >= 0]

    def save(self, folder: Path) -> None:
        """Write the snapshot so that a crash at any moment leaves the old one or the new one."""
        with self._lock:
            manifest = Manifest(self._model, self.dimension, self.last_change, len(self))
            beside = folder / f"{INDEX_NAME}.new"
            (folder / MANIFEST_NAME).unlink(missing_ok=True)
            faiss.write_index(self._index, str(beside))
        _rename_durably(beside, folder / INDEX_NAME)
        note = folder / f"{MANIFEST_NAME}.new"
        note.write_text(json.dumps(asdict(manifest)), encoding="utf-8")
        _rename_durably(note, folder / MANIFEST_NAME)

    @classmethod
    def load(cls, folder: Path, model: str, newest_change: int) -> VectorIndex | None:
        """The saved index, or None where there is none that agrees with its manifest, the model and the log."""
        try:
            manifest = Manifest(**json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8")))
            if manifest.model != model or manifest.last_change > newest_change:
                return None
            stored = faiss.read_index(str(folder / INDEX_NAME))
        except (OSError, ValueError, TypeError, RuntimeError):
            return None  # missing, cut short or not ours: the database holds every vector
        if stored.ntotal != manifest.count or stored.d != manifest.dimension:
            return None
        loaded = cls(model, manifest.dimension)
        loaded._index = stored
        loaded.last_change = manifest.last_change
        return loaded


def _only(allowed: Sequence[int]) -> faiss.SearchParameters:
    selector = faiss.IDSelectorBatch(np.asarray(allowed, dtype=np.int64))
    return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # faiss takes it at run time


def _rename_durably(beside: Path, target: Path) -> None:
    with beside.open("rb") as file:
        os.fsync(file.fileno())
    beside.replace(target)
