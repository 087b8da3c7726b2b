"""The bars for stories, on the invented wires beside the checkout; skipped where they are absent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from index import Engine, ReadOptions, read_paths
from index.credits import independent
from index.schema import Connection, open_database
from index.story_finder import KnownStory, StoryFinder

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
WIRES = SHARED / "wires"
pytestmark = pytest.mark.skipif(not (WIRES / "truth.json").exists(), reason="the evaluation sets are not here")
LAST = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[int, KnownStory]]]:
    """Dispatch -> how many sources of its story are independent, and its story."""
    folder = tmp_path_factory.mktemp("wires")
    with Engine.open(folder) as engine:  # who only repeats another's sentences, the model tells
        engine.import_places([SHARED / "geonames" / f"{country}.txt" for country in ("ML", "BF", "NE")], LAST)
        engine.ingest(read_paths([WIRES / "dispatches.jsonl"], ReadOptions()), LAST)
    with closing(open_database(folder)) as connection:
        yield _stories(connection)


def _stories(connection: Connection) -> dict[str, tuple[int, KnownStory]]:
    finder = StoryFinder(connection)
    rows = connection.execute(
        "SELECT a.id, d.external_id FROM accounts a JOIN dispatches d ON d.id = a.dispatch WHERE a.ordinal = 0"
    ).fetchall()
    named = {row[0]: row[1] for row in rows}
    return {
        named[account]: (independent(finder.members(story, LAST)), story)
        for story in finder.stored(named)
        for account in story.accounts
        if account in named
    }


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((WIRES / "truth.json").read_text(encoding="utf-8"))
    return loaded["happenings"]  # type: ignore[no-any-return]  # JSON


def pairs_told(told: dict[str, tuple[int, KnownStory]]) -> set[tuple[str, ...]]:
    return {pair for pair in combinations(sorted(told), 2) if told[pair[0]][1] == told[pair[1]][1]}


def test_stories_agree_with_the_truth(told: dict[str, tuple[int, KnownStory]], truth: dict[str, Any]) -> None:
    found = pairs_told(told)
    true = {pair for one in truth.values() for pair in combinations(sorted(one["dispatches"]), 2)}
    assert 2 * len(found & true) / (len(found) + len(true)) >= 0.90


def test_no_two_attacks_on_one_town_are_joined(told: dict[str, tuple[int, KnownStory]], truth: dict[str, Any]) -> None:
    home = {dispatch: name for name, one in truth.items() for dispatch in one["dispatches"]}
    assert [pair for pair in pairs_told(told) if len({home.get(dispatch) for dispatch in pair}) > 1] == []


def test_independent_sources_are_counted_right(told: dict[str, tuple[int, KnownStory]], truth: dict[str, Any]) -> None:
    counted = {name: told[one["dispatches"][0]][0] for name, one in truth.items()}
    right = [name for name, one in truth.items() if counted[name] == one["independent_sources"]]
    assert len(right) / len(truth) >= 0.95
