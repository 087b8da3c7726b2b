"""Which kinds of happening answer a question that has a topic as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import Dispatch, Engine
from index.model import Intent, Kind, Query
from index.rank import SIMILARITY_FLOOR, on_kind
from tests.index.word_encoder import load_words

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
ASKED = Query("attaque sur la route de Gao", "fr", "route", (Kind.ATTACK,), (), None, None, Intent.RELEVANT, (), (), ())
NEWS = {
    "march": "Traders protested on Monday in Gao and blocked the road to the market for two hours.",
    "raid": "Gunmen attacked a lorry on Sunday on the road near Gao and shot at the driver.",
    "FLA": "The FLA said on Sunday that talks went on.",
}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Engine.open(tmp_path, load=load_words) as opened:
        for name, text in NEWS.items():
            opened.ingest([Dispatch("S", name, text, None, datetime(2026, 11, 9, tzinfo=UTC), "en")], NOW)
        yield opened


def told(engine: Engine, question: str) -> list[str]:
    return [passage.dispatch for story in engine.ask(question, NOW).stories for passage in story.passages]


def test_a_protest_is_no_attack_on_the_road(engine: Engine) -> None:
    assert told(engine, "attack on the road to Gao") == ["raid"]


def test_those_who_did_nothing_are_found_where_they_are_named(engine: Engine) -> None:
    assert told(engine, "FLA") == ["FLA"]


@pytest.mark.parametrize("question", ["who denied it?", "qui a démenti ?", "JNIM Gao"])
def test_what_nobody_said_or_did_is_nothing(engine: Engine, question: str) -> None:
    assert told(engine, question) == []


def test_violence_with_arms_passes_for_other_violence() -> None:
    assert on_kind(replace(ASKED, kinds=(Kind.BOMBING,)), (Kind.AIR_STRIKE,), 0.3)


@pytest.mark.parametrize(("similarity", "answers"), [(SIMILARITY_FLOOR, True), (SIMILARITY_FLOOR - 0.01, False)])
def test_what_tells_no_kind_must_be_near(similarity: float, answers: bool) -> None:
    assert on_kind(ASKED, (), similarity) is answers


def test_another_kind_is_no_answer_however_near() -> None:
    assert not on_kind(ASKED, (Kind.PROTEST,), 1.0)
    assert on_kind(replace(ASKED, kinds=()), (Kind.PROTEST,), 0.3)
