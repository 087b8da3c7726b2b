"""How well stories are told apart, on the evaluation sets beside the checkout, with single-link cosine beside it.

    make eval-stories

On `wires` the truth is known: pairs of dispatches that tell one happening.  On `events-mali` every note is a happening
of its own, but for some that its coders entered twice: what is joined there is wrong, or such a double.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import combinations
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

# Run as a script: the folder of the project comes before the installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index import Engine, ReadOptions, read_paths
from index.encoder import SentenceEncoder, Vectors, choose_model
from index.model import Dispatch
from index.schema import open_database
from tests.index.word_encoder import load_words

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
LAST = datetime.fromisoformat("2030-01-01T00:00:00+00:00")
COUNTRIES = ("ML", "BF", "NE")
Pair = tuple[str, str]


def pairs_of(groups: Iterable[Sequence[str]]) -> set[Pair]:
    return {(one, other) for group in groups for one, other in combinations(sorted(group), 2)}


def stories(dispatches: Sequence[Dispatch]) -> list[list[str]]:
    """What Vigie puts together; stories need no model, so none is loaded."""
    with tempfile.TemporaryDirectory() as folder:
        with Engine.open(Path(folder), load=load_words) as engine:
            engine.import_places([SHARED / "geonames" / f"{country}.txt" for country in COUNTRIES], LAST)
            engine.ingest(dispatches, LAST)
        connection = open_database(Path(folder))
        rows = connection.execute(
            "SELECT s.story, d.external_id FROM assignments s JOIN accounts a ON a.id = s.account"
            " JOIN dispatches d ON d.id = a.dispatch WHERE s.until IS NULL AND a.ordinal = 0"
        ).fetchall()
        connection.close()
    found: dict[int, list[str]] = {}
    for story, dispatch in rows:
        found.setdefault(story, []).append(dispatch)
    return list(found.values())


def single_link(names: Sequence[str], cosines: Vectors, threshold: float) -> list[list[str]]:
    """Groups that a chain of pairs above the threshold holds together."""
    home = list(range(len(names)))
    for one, other in np.argwhere(np.triu(cosines >= threshold, 1)):
        mine, theirs = home[one], home[other]
        if mine != theirs:
            home = [mine if one_home == theirs else one_home for one_home in home]
    groups: dict[int, list[str]] = {}
    for name, place in zip(names, home, strict=True):
        groups.setdefault(place, []).append(name)
    return list(groups.values())


def f1(found: set[Pair], true: set[Pair]) -> float:
    return 2 * len(found & true) / (len(found) + len(true)) if found or true else 1.0


def cosines_of(dispatches: Sequence[Dispatch], encoder: SentenceEncoder) -> Vectors:
    vectors = encoder.encode_passages([f"{one.title or ''} {one.body}"[:2_000] for one in dispatches])
    cosines: Vectors = vectors @ vectors.T
    return cosines


def joined_share(groups: Iterable[Sequence[str]], count: int) -> float:
    """The share of dispatches that were put to another one."""
    return sum(len(group) - 1 for group in groups) / count


def read(name: str) -> list[Dispatch]:
    return [one for one in read_paths([SHARED / name / "dispatches.jsonl"], ReadOptions()) if isinstance(one, Dispatch)]


def main() -> None:
    if not SHARED.is_dir():
        print(f"No evaluation sets in {SHARED}: nothing was measured.")  # noqa: T201 - a report
        return
    truth = json.loads((SHARED / "wires" / "truth.json").read_text(encoding="utf-8"))
    true = pairs_of(one["dispatches"] for one in truth["happenings"].values())
    gone = {*truth["superseded"], *truth["canceled"], *truth["withdrawn"]}
    wires, notes = read("wires"), read("events-mali")
    alive = [one for one in wires if one.id not in gone]
    encoder = SentenceEncoder(choose_model(None))
    cosines, names = cosines_of(alive, encoder), [one.id for one in alive]
    best = max(np.arange(0.30, 0.96, 0.01), key=lambda at: f1(pairs_of(single_link(names, cosines, at)), true))
    table = Table("what", "wires: F1 of pairs", "wires: pairs wrongly joined", "events-mali: notes joined")
    for label, of_wires, of_notes in (
        ("Vigie", stories(wires), stories(notes)),
        (
            f"single link, cosine >= {best:.2f}, best on wires",
            single_link(names, cosines, best),
            single_link([one.id for one in notes], cosines_of(notes, encoder), best),
        ),
    ):
        found = pairs_of(of_wires)
        share = joined_share(of_notes, len(notes))
        table.add_row(label, f"{f1(found, true):.3f}", str(len(found - true)), f"{100 * share:.1f} %")
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
