"""The first real dispatch, over the real model, with and without the country file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import Answer, Engine, ReadOptions, read_paths

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
NOW = datetime(2025, 8, 21, 9, tzinfo=UTC)
NEAR_BAMAKO = ["latest attacks near Bamako", "dernières attaques près de Bamako"]

pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real dispatch is not beside this checkout")


@pytest.fixture(scope="module", params=["villages known", "villages unknown"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with Engine.open(tmp_path_factory.mktemp("seed")) as opened:
        if request.param == "villages known":
            opened.import_places([SHARED / "geonames" / "ML.txt"], NOW)
        published = datetime(2025, 8, 20, 12, tzinfo=UTC)
        opened.ingest(read_paths([SHARED / "seeds"], ReadOptions(source="AFP", published_at=published)), NOW)
        yield opened


def ask(engine: Engine, question: str) -> Answer:
    return engine.ask(question, NOW)


@pytest.mark.parametrize("question", NEAR_BAMAKO)
def test_the_attack_near_the_capital_comes_first(engine: Engine, question: str) -> None:
    first = ask(engine, question).stories[0]
    assert (first.place, "Kassela" in first.passages[0].text) == ("Kassela", True)


@pytest.mark.parametrize("question", NEAR_BAMAKO)
def test_its_distance_is_the_true_one_or_the_stated_one(engine: Engine, question: str) -> None:
    distance_km = ask(engine, question).stories[0].distance_km
    assert distance_km is not None
    assert 30 <= distance_km <= 45


@pytest.mark.parametrize("question", NEAR_BAMAKO)
def test_the_far_camp_is_never_told_as_near(engine: Engine, question: str) -> None:
    assert "Farabougou" not in [story.place for story in ask(engine, question).stories]


def test_far_away_there_is_no_story(engine: Engine) -> None:
    assert ask(engine, "attacks near Abidjan").stories == ()


def test_far_away_the_nearest_is_told_in_kilometres(engine: Engine) -> None:
    notes = {note.key: dict(note.values) for note in ask(engine, "attacks near Abidjan").notes}
    assert "nothing_found" in notes
    distance_km = notes["nearest"]["distance_km"]
    assert isinstance(distance_km, float)
    assert 850 <= distance_km <= 950


def test_who_claims_it_is_quoted_first(engine: Engine) -> None:
    story = ask(engine, "qui a revendiqué les attaques").stories[0]
    passage = story.passages[0]
    quote = passage.text[passage.quote.start - passage.start : passage.quote.end - passage.start]
    assert ("revendiqu" in quote, "JNIM" in quote) == (True, True)
