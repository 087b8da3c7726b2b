"""The curve of the topic gate: of questions with an answer, how many keep it; of others, how many get one all the same.

    make gate [GATE_DATA=folder]

The collection is the set `known-item` beside this checkout, taken into GATE_DATA where that holds nothing yet; the
questions without an answer in it are every fifth headline of `cross-lingual`.  The rare words that let a passage in by
themselves stay at their floor; the likeness asked for is what is varied.  Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console

# Run as a script: the folder of the project comes before the installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index import Engine, rank
from index.finder import Finder
from index.gazetteer import Gazetteer
from index.geonames import world_entries
from index.query import parse
from index.readers import ReadOptions, read_paths
from index.retrieval import Retriever
from index.schema import open_database
from index.serving import Serving, default_load
from index.text import stems

SETS = Path(__file__).resolve().parents[3] / "shared" / "data"
NOW = datetime(2100, 1, 1, tzinfo=UTC)  # after every dispatch of the sets
FOREIGN_TAKEN = 5  # every fifth headline: enough for a percentage, and of both languages
FLOORS = [round(0.20 + 0.05 * step, 2) for step in range(11)]


@dataclass(frozen=True, slots=True)
class Best:
    """The best passage for one question, of those that would answer it: likeness, and share of the rare words."""

    language: str
    similarity: float
    covered: float

    def passes(self, floor: float) -> bool:
        return self.similarity >= floor or self.covered >= rank.COVERAGE_FLOOR


class Gate:
    """One collection, searched without its gate."""

    def __init__(self, folder: Path) -> None:
        connection = open_database(folder)
        finder = Finder(connection)
        self._serving = Serving(connection, folder, None, default_load)
        self._retriever = Retriever(finder, self._serving)
        self._gazetteer = Gazetteer.from_entries(world_entries())
        self._allowed = finder.passages_alive(NOW)
        self._dispatch = {passage: row.dispatch.id for passage, row in finder.load(self._allowed, NOW).items()}

    @property
    def model(self) -> str:
        return self._serving.encoder().identity

    def best(self, asked: dict[str, Any], among: Collection[str] | None) -> Best | None:
        """Of the passages of those dispatches, or of all; None for a question without a topic, which meets no gate."""
        query = parse(asked["question"], NOW, asked["language"], self._gazetteer)
        if not stems(query.topic).split():
            return None
        looks = self._retriever.looks(query, self._allowed, NOW)
        kept = [look for passage, look in looks.items() if among is None or self._dispatch[passage] in among]
        return Best(
            query.language,
            max((look.similarity for look in kept), default=0.0),
            max((look.covered for look in kept), default=0.0),
        )


def questions(name: str) -> Iterator[dict[str, Any]]:
    with (SETS / name / "questions.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def share(bests: list[Best], language: str, floor: float) -> str:
    some = [best.passes(floor) for best in bests if best.language == language]
    return f"{100 * sum(some) / len(some):.0f}%" if some else "-"


def filled(folder: Path) -> Path:
    """The folder, with the dispatches of `known-item` where it held none."""
    with Engine.open(folder) as engine:
        if not engine.searched(NOW).dispatches:
            engine.ingest(read_paths([SETS / "known-item" / "dispatches.jsonl"], ReadOptions()), NOW)
    return folder


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="the folder of the collection")
    gate = Gate(filled(options.parse_args().data))
    true = [best for one in questions("known-item") if (best := gate.best(one, set(one["relevant"])))]
    headlines = islice(questions("cross-lingual"), 0, None, FOREIGN_TAKEN)
    foreign = [best for one in headlines if (best := gate.best(one, None))]
    out = Console(highlight=False, markup=False)
    out.print(
        f"Model {gate.model}; {len(true)} questions with an answer, {len(foreign)} without; English / French.\n",
        soft_wrap=True,
    )
    out.print(
        "| likeness of at least | answer kept, English / French | answered without one, English / French |",
        soft_wrap=True,
    )
    out.print("|---|---|---|")
    for floor in FLOORS:
        kept, answered = ([share(bests, language, floor) for language in ("en", "fr")] for bests in (true, foreign))
        mark = " (nearest the floor)" if abs(floor - rank.SIMILARITY_FLOOR) < 0.025 else ""
        out.print(f"| {floor:.2f}{mark} | {' / '.join(kept)} | {' / '.join(answered)} |")


if __name__ == "__main__":
    main()
