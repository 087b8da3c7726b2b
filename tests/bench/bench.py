"""Times on this machine: taking dispatches in, answering, and searching vectors, each beside a plain peer.

    make bench

What is generated is the same every time; what is timed is one thread's wall time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

# Run as a script: the folder of the project comes before the installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index import Engine
from index.encoder import SentenceEncoder, Vectors, choose_model
from index.passages import split_passages
from index.vectors import VectorIndex
from tests.bench.generated import NEWEST, dispatches, questions
from tests.bench.peer import Peer, nearest

SEED = 20
DISPATCHES = 200
QUESTIONS = 60
LIMIT = 10
VECTORS = 50_000
NEAREST = 10


def timed_ms(calls: Sequence[Callable[[], object]]) -> list[float]:
    """The wall time of each call, in milliseconds."""
    times = []
    for call in calls:
        started = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - started))
    return times


def told(times_ms: Sequence[float]) -> str:
    p50, p95 = np.percentile(times_ms, [50, 95])
    return f"p50 {p50:.1f} ms, p95 {p95:.1f} ms"


def compare_ingest(engine: Engine, encoder: SentenceEncoder, table: Table) -> Peer:
    first, *fed = dispatches(DISPATCHES, SEED)
    texts = [passage.embedded_text for dispatch in fed for passage in split_passages(dispatch.title, dispatch.body)]
    encoder.encode_passages(texts[:1])  # loading model and gazetteer is not what is timed
    engine.ingest([first], NEWEST)
    (ours_ms,) = timed_ms([partial(engine.ingest, fed, NEWEST)])
    peer = Peer(encoder)
    (peer_ms,) = timed_ms([partial(peer.ingest, texts)])
    rates = [f"{1000 * len(texts) / took_ms:.0f} passages/s" for took_ms in (ours_ms, peer_ms)]
    table.add_row(f"ingest, {len(texts)} passages", *rates, "embedding and full text alone")
    return peer


def compare_answers(engine: Engine, peer: Peer, table: Table) -> None:
    asked = questions(QUESTIONS, SEED)
    ours = timed_ms([partial(engine.ask, question, NEWEST, language, LIMIT) for question, language in asked])
    plain = timed_ms([partial(peer.ask, question, LIMIT) for question, _ in asked])
    table.add_row(f"ask, {len(asked)} questions", told(ours), told(plain), "BM25 and cosine, fused by rank")


def compare_vectors(table: Table) -> None:
    chance = np.random.default_rng(SEED)
    vectors = unit(chance.standard_normal((VECTORS, 384), dtype=np.float32))
    asked = unit(chance.standard_normal((QUESTIONS, 384), dtype=np.float32))
    index = VectorIndex("bench", 384)
    everything = range(VECTORS)
    index.apply(everything, vectors, (), 1)
    ours = timed_ms([partial(index.search, question, everything, NEAREST) for question in asked])
    plain = timed_ms([partial(nearest, vectors, question, NEAREST) for question in asked])
    table.add_row(f"nearest of {VECTORS} vectors", told(ours), told(plain), "numpy, brute force")


def unit(vectors: Vectors) -> Vectors:
    unit_vectors: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit_vectors


def main() -> None:
    table = Table("what", "Vigie", "peer", "what the peer does")
    encoder = SentenceEncoder(choose_model(None))
    with tempfile.TemporaryDirectory() as folder, Engine.open(Path(folder)) as engine:
        peer = compare_ingest(engine, encoder, table)
        compare_answers(engine, peer, table)
        peer.close()
    compare_vectors(table)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
