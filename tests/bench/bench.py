"""Times on this machine: taking dispatches in, answering, and searching vectors, each beside a plain peer.

    make bench

What is generated is the same every time; what is timed is one thread's wall time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
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
from tests.bench.peer import Peer

SEED = 20
DISPATCHES = 400
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
    fed = dispatches(DISPATCHES, SEED)
    texts = [passage.embedded_text for fed_one in fed for passage in split_passages(fed_one.title, fed_one.body)]
    encoder.encode_passages(texts[:1])  # loading the model is nobody's time
    engine.ask("warm", NEWEST)
    (ours_ms,) = timed_ms([lambda: engine.ingest(fed, NEWEST)])
    started = time.perf_counter()
    peer = Peer(encoder, texts)
    peer_s = time.perf_counter() - started
    rates = (f"{len(texts) / (ours_ms / 1000):.0f} passages/s", f"{len(texts) / peer_s:.0f} passages/s")
    table.add_row(f"ingest, {len(texts)} passages", *rates, "embedding and full text alone")
    return peer


def compare_answers(engine: Engine, peer: Peer, table: Table) -> None:
    asked = questions(QUESTIONS, SEED)
    ours = timed_ms([lambda q=q, lang=lang: engine.ask(q, NEWEST, lang, LIMIT) for q, lang in asked])  # type: ignore[misc]  # mypy infers no lambda with defaults
    plain = timed_ms([lambda q=q: peer.ask(q, LIMIT) for q, _ in asked])  # type: ignore[misc]  # as above
    table.add_row(f"ask, {len(asked)} questions", told(ours), told(plain), "BM25 and cosine, fused by rank")


def compare_vectors(table: Table) -> None:
    chance = np.random.default_rng(SEED)
    vectors = unit(chance.standard_normal((VECTORS, 384), dtype=np.float32))
    asked = unit(chance.standard_normal((QUESTIONS, 384), dtype=np.float32))
    index = VectorIndex("bench", 384)
    everything = list(range(VECTORS))
    index.apply(everything, vectors, (), 1)
    ours = timed_ms([lambda q=q: index.search(q, everything, NEAREST) for q in asked])  # type: ignore[misc]  # as above
    plain = timed_ms([lambda q=q: np.argsort(-(vectors @ q))[:NEAREST] for q in asked])  # type: ignore[misc]  # as above
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
