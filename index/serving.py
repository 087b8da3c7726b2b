"""Which model's vectors answer, its encoder, and the vector index kept up with the change log.

Another model named in the settings changes nothing by itself: the old vectors serve, with the old model, until
`rebuild` has embedded every passage with the new one and switches over in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.encoder import Encoder, ModelChoice, SentenceEncoder, choose_model
from index.errors import ModelError
from index.gauge import Scales, gauge
from index.passages import split_passages
from index.schema import Connection, transaction
from index.vector_rows import VectorRows
from index.vectors import VectorIndex

EMBEDDED_AT_ONCE = 256  # passages between two commits of a rebuild: what a kill can lose


class Serving:
    """The serving model of one collection.  Belongs to the thread of its connection."""

    def __init__(
        self, connection: Connection, folder: Path, wanted: str | None, load: Callable[[ModelChoice], Encoder]
    ) -> None:
        self._db = connection
        self._rows = VectorRows(connection)
        self._folder = folder
        self._wanted = wanted
        self._load = load
        self._encoders: dict[str, Encoder] = {}
        self._scales: dict[int, Scales] = {}
        self._vectors: tuple[int, VectorIndex] | None = None

    def wanted(self) -> ModelChoice:
        """The model that the settings name; raises ModelError where it cannot be found."""
        return choose_model(self._wanted)

    def model_row(self) -> int:
        """The serving model's row; in an empty collection the wanted model begins to serve.

        Call inside a transaction where the collection may be empty."""
        serving = self._rows.serving_model()
        if serving is not None:
            return serving[0]
        choice = self.wanted()
        row = self._rows.model_row(choice.name, self.encoder_of(choice).identity)
        self._rows.serve(row)
        return row

    def encoder(self) -> Encoder:
        """The encoder whose vectors serve.  Raises ModelError where the model on disk did not make them."""
        serving = self._rows.serving_model()
        if serving is None:
            return self.encoder_of(self.wanted())
        _, name, identity = serving
        encoder = self.encoder_of(choose_model(name))
        if encoder.identity != identity:
            raise ModelError("changed", model=name)
        return encoder

    def encoder_of(self, choice: ModelChoice) -> Encoder:
        """One encoder a model: loading is slow."""
        return self._encoders.setdefault(choice.identity, self._load(choice))

    def scales(self) -> Scales:
        """How the serving model's cosines are read.  Gauged once and kept with the model: grouping an answer must not
        have to load it.  Call outside a transaction."""
        row = self.model_row()
        if row not in self._scales:
            stored = self._rows.scales(row) if self._rows.tokens_gauged(row) else None
            self._scales[row] = stored or self._gauged(row)
        return self._scales[row]

    def _gauged(self, row: int) -> Scales:
        scales = gauge(self.encoder())
        with transaction(self._db):
            self._rows.put_scales(row, scales)
        return scales

    # -- the vector index ----------------------------------------------------------------------------------------

    def vectors(self) -> VectorIndex:
        """The vector index of the serving model, caught up with every change that was committed."""
        row = self.model_row()
        held = self._vectors
        # An empty collection does not know yet how long its vectors will be.
        if held is None or held[0] != row or held[1].dimension != self._rows.dimension(row):
            held = (row, self._loaded(row))
        self._vectors = held
        self._catch_up(row, held[1])
        return held[1]

    def save(self) -> None:
        """Write the snapshot, if the index was used.  Only one process may: the bot."""
        if self._vectors is not None:
            self._vectors[1].save(self._folder)

    def _loaded(self, row: int) -> VectorIndex:
        serving = self._rows.serving_model()
        identity = serving[2] if serving else ""
        newest = self._rows.last_change()
        return VectorIndex.load(self._folder, identity, newest) or self._built(row, identity, newest)

    def _built(self, row: int, identity: str, newest: int) -> VectorIndex:
        # `newest` was read before the vectors: what is written meanwhile is caught up with; applying twice is harmless.
        index = VectorIndex(identity, self._rows.dimension(row))
        for passages, vectors in self._rows.vector_batches(row):
            index.apply(passages, vectors, (), newest)
        index.last_change = newest
        return index

    def _catch_up(self, row: int, index: VectorIndex) -> None:
        changes = self._rows.changes_after(index.last_change)
        if not changes:
            return
        touched = {passage for _, passage, _ in changes}
        present, vectors = self._rows.vectors_of(row, sorted(touched))
        index.apply(present, vectors, touched - set(present), changes[-1][0])

    # -- another model -------------------------------------------------------------------------------------------

    def rebuild(self, on_passages: Callable[[int, int], None]) -> int:
        """Embed every passage that the wanted model has not, then let it serve; returns how many were embedded.

        `on_passages` is told (embedded, in all).  What is done stays done when this is stopped."""
        choice = self.wanted()
        encoder = self.encoder_of(choice)
        with transaction(self._db):
            row = self._rows.model_row(choice.name, encoder.identity)
        done, total = 0, self._rows.count_without_vector(row)
        while True:
            done += self._embed_some(row, encoder)
            on_passages(done, total)
            with transaction(self._db):
                # Another process may have written passages since: switch only when none is left.
                if not self._rows.count_without_vector(row):
                    self._rows.serve(row)
                    return done

    def _embed_some(self, row: int, encoder: Encoder) -> int:
        waiting = self._rows.without_vector(row, EMBEDDED_AT_ONCE)
        if not waiting:
            return 0
        texts = [split_passages(d.title, d.body)[ordinal].embedded_text for _, d, ordinal in waiting]
        vectors = encoder.encode_passages(texts)
        with transaction(self._db):
            self._rows.put_vectors(row, [passage for passage, _, _ in waiting], vectors)
        return len(waiting)


def default_load(choice: ModelChoice) -> Encoder:
    """The encoder of the product; tests may give another."""
    return SentenceEncoder(choice)
