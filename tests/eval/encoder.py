"""What the vectors of an encoder find by themselves, on the sets beside the checkout: the figures of its card.

    make eval-encoder [MODEL=name-or-folder]

No words, places or dates help.  A dispatch is one vector of its title and text, as far as the model reads.  Headlines
are looked for among all documents, their own language included; the 106 kept out of the training are told apart.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.stats import spearmanr  # type: ignore[import-untyped]  # scipy has no types; encoders need it anyway
from sklearn.metrics import ndcg_score  # type: ignore[import-untyped]  # nor has scikit-learn; as above

# Run as a script: the folder of the project comes before the installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index.encoder import SentenceEncoder, choose_model

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
KEPT_OUT, KEPT_OUT_SEED = 106, 7
LANGUAGES = ("en", "fr")

Floats = NDArray[np.float32]
Record = Mapping[str, Any]
Figure = tuple[str, tuple[float, ...]]


def records(path: Path) -> list[Record]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def kept_out(documents: Sequence[Record]) -> set[str]:
    """The documents of which no sentence was trained on."""
    order = list(range(len(documents)))
    Random(KEPT_OUT_SEED).shuffle(order)  # noqa: S311 (nothing secret)
    return {str(documents[number]["id"]) for number in order[:KEPT_OUT]}


def reciprocal_ranks(questions: Floats, documents: Floats, right: Sequence[Sequence[int]]) -> Floats:
    """Of the best document that answers each question, shape (questions,)."""
    likeness = questions @ documents.T
    best = np.array([row[answers].max() for row, answers in zip(likeness, right, strict=True)])
    return np.asarray(1 / (1 + (likeness > best[:, None]).sum(axis=1)), dtype=np.float32)


def asked(encoder: SentenceEncoder, questions: Sequence[str]) -> Floats:
    """Their vectors, shape (questions, dimension)."""
    return np.stack([encoder.encode_question(question) for question in questions])


def stored(encoder: SentenceEncoder, documents: Sequence[Record]) -> Floats:
    """One vector a document, of its title and text, shape (documents, dimension)."""
    return encoder.encode_passages([f"{one.get('title') or ''}\n{one['body']}".strip() for one in documents])


def news_pairs() -> list[list[str]]:
    """The sentences of the news of 2013, English and French."""
    with gzip.open(SHARED / "parallel-fr-en" / "check.tsv.gz", "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t")[-2:] for line in lines]


def translations(encoder: SentenceEncoder) -> Iterator[Figure]:
    """Share of the sentences of the news of 2013 whose twin is the nearest, and back."""
    pairs = news_pairs()
    english, french = (encoder.encode_passages([pair[side] for pair in pairs]) for side in (0, 1))
    likeness, own = english @ french.T, np.arange(len(pairs))
    right = tuple(float((likeness.argmax(axis=axis) == own).mean()) for axis in (1, 0))
    yield "news of 2013, accuracy at 1: English to French, back", right


def similarity(encoder: SentenceEncoder) -> Iterator[Figure]:
    """Spearman's correlation on STS-B dev; across is the mean of both ways round."""
    tables = {}
    for language in LANGUAGES:
        with (SHARED / "parallel-fr-en" / f"stsb-{language}-dev.csv").open(encoding="utf-8") as file:
            tables[language] = list(csv.reader(file))
    told = np.array([row[2] for row in tables["en"]], dtype=np.float32)
    first, second = (
        {name: encoder.encode_passages([row[side] for row in table]) for name, table in tables.items()}
        for side in (0, 1)
    )
    score = {
        (a, b): float(spearmanr((first[a] * second[b]).sum(axis=1), told).statistic)
        for a in LANGUAGES
        for b in LANGUAGES
    }
    across = (score["en", "fr"] + score["fr", "en"]) / 2
    yield "STS-B dev, Spearman: English, French, across", (score["en", "en"], score["fr", "fr"], across)


def found(encoder: SentenceEncoder, folder: str, kind: str, name: str) -> Iterator[Figure]:
    """MRR of the questions of one kind, by their language."""
    documents = records(SHARED / folder / "dispatches.jsonl")
    questions = [one for one in records(SHARED / folder / "questions.jsonl") if one["kind"] == kind]
    at = {one["id"]: number for number, one in enumerate(documents)}
    vectors = stored(encoder, documents)
    right = [[at[answer] for answer in one["relevant"]] for one in questions]
    ranks = reciprocal_ranks(asked(encoder, [one["question"] for one in questions]), vectors, right)
    language = np.array([one["language"] for one in questions])
    yield f"{name}: English, French", tuple(float(ranks[language == one].mean()) for one in LANGUAGES)
    if kind == "cross":
        apart = kept_out(documents)
        out = np.array([bool(apart.intersection(one["relevant"])) for one in questions])
        kept = tuple(float(ranks[out & (language == one)].mean()) for one in LANGUAGES)
        yield f"{name}, {KEPT_OUT} documents kept out: English, French", kept


def wires(encoder: SentenceEncoder) -> Iterator[Figure]:
    """nDCG@10 of the questions on invented wires that ask who says so, and of those that describe a thing."""
    documents = records(SHARED / "wires" / "dispatches.jsonl")
    questions = [one for one in records(SHARED / "wires" / "questions.jsonl") if one["kind"] in ("who", "specific")]
    vectors = stored(encoder, documents)
    likeness = asked(encoder, [one["question"] for one in questions]) @ vectors.T
    # A gain of 2 ** grade - 1, as the sets are scored elsewhere.
    gains = [[2 ** one["relevant"].get(document["id"], 0) - 1 for document in documents] for one in questions]
    good = [ndcg_score([gain], [row], k=10) for gain, row in zip(gains, likeness, strict=True)]
    kinds = np.array([one["kind"] for one in questions])
    figures = tuple(float(np.mean(np.array(good)[kinds == kind])) for kind in ("who", "specific"))
    yield "invented wires, nDCG@10: who, a thing described", figures


def speed(encoder: SentenceEncoder) -> Iterator[Figure]:
    """French sentences of the news of 2013 a second, the better of two readings; to be held against another model's
    on the same machine, with nothing else running."""
    french, best = [pair[1] for pair in news_pairs()], float("inf")
    for _ in range(2):
        begun = monotonic()
        encoder.encode_passages(french)
        best = min(best, monotonic() - begun)
    yield "French sentences a second", (len(french) / best,)


def encyclopedia(encoder: SentenceEncoder) -> Iterator[Figure]:
    """MRR of PIAF's questions among its paragraphs."""
    data = json.loads((SHARED / "cross-lingual" / "piaf-v1.0.json").read_text(encoding="utf-8"))["data"]
    paragraphs = [paragraph for article in data for paragraph in article["paragraphs"]]
    numbered = [(number, one["question"]) for number, paragraph in enumerate(paragraphs) for one in paragraph["qas"]]
    vectors = encoder.encode_passages([paragraph["context"] for paragraph in paragraphs])
    questions = asked(encoder, [question for _, question in numbered])
    ranks = reciprocal_ranks(questions, vectors, [[number] for number, _ in numbered])
    yield "PIAF, MRR", (float(ranks.mean()),)


MEASURES: tuple[Callable[[SentenceEncoder], Iterator[Figure]], ...] = (
    translations,
    similarity,
    lambda encoder: found(encoder, "cross-lingual", "cross", "headline in the other language, MRR"),
    lambda encoder: found(encoder, "known-item", "event", "described event, English notes, MRR"),
    lambda encoder: found(encoder, "known-item", "article", "described article, French articles, MRR"),
    wires,
    encyclopedia,
    speed,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", help="a sentence-transformers model, by name or folder; the one in the box")
    chosen = choose_model(parser.parse_args().model)
    if not SHARED.is_dir():
        Console().print(f"No evaluation sets in {SHARED}: nothing was measured.")
        return
    encoder, table = SentenceEncoder(chosen), Table("figure", chosen.identity)
    for measure in MEASURES:
        for name, figures in measure(encoder):
            table.add_row(name, " / ".join(f"{figure:.3f}" for figure in figures))
    Console().print(table)


if __name__ == "__main__":
    main()
