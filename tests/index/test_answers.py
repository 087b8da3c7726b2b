"""What was asked of a happening and is quoted, or is told to be missing; the model alone is a double."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import Answer, Dispatch, Engine
from index.answers import silence_notes
from index.model import Claim, ClaimVerb, Note
from index.story_model import Harm, Material, Toll, Turn
from tests.builders import a_passage, a_query, a_story
from tests.index.word_encoder import load_words

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
CONVOY = "Des hommes armés ont attaqué lundi un convoi de l'armée à Gao, dans le nord du Mali, selon des habitants."
POST = "Gunmen attacked a checkpoint in Ségou, Mali, on 2 November, residents said. Two soldiers were wounded."

WHO_CLAIMS = replace(a_query(), verbs=(ClaimVerb.CLAIMS,))
HOW_MANY = replace(a_query(), asks_toll=True)
CLAIMED = a_story(a_passage(claims=(Claim("jnim", ClaimVerb.CLAIMS, 0, 20),)))
DENIED = a_story(a_passage(claims=(Claim("jnim", ClaimVerb.DENIES, 0, 20),)))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Engine.open(tmp_path, load=load_words) as opened:
        opened.ingest([a_dispatch("convoy", CONVOY), a_dispatch("post", POST)], NOW)
        yield opened


def a_dispatch(name: str, body: str) -> Dispatch:
    return Dispatch("Agence Essai", name, body, published_at=datetime(2026, 11, 10, 8, tzinfo=UTC))


def notes(answer: Answer) -> list[str]:
    return [note.key for note in answer.notes]


def test_a_claim_in_the_first_story_answers() -> None:
    assert silence_notes(WHO_CLAIMS, (CLAIMED, DENIED)) == ()


def test_the_claim_of_another_attack_is_no_answer() -> None:
    assert silence_notes(WHO_CLAIMS, (DENIED, CLAIMED)) == (Note("unsaid"),)


def test_a_claim_that_stands_under_the_story_is_not_told_to_be_missing() -> None:
    later = replace(DENIED, turns=(Turn(Material.CLAIMANT, "Wire Test", NOW, "jnim"),))
    assert silence_notes(WHO_CLAIMS, (later,)) == ()


def test_nothing_is_missing_where_it_was_not_asked() -> None:
    assert silence_notes(a_query(), (DENIED,)) == ()


def test_no_count_in_what_is_told_is_missed_where_it_was_asked() -> None:
    assert silence_notes(HOW_MANY, (CLAIMED,)) == (Note("uncounted"),)


def test_a_count_that_stands_under_the_story_is_not_told_to_be_missing() -> None:
    later = replace(
        DENIED, turns=(Turn(Material.TOLL, "Wire Test", NOW, after=Toll(0, 9, Harm.KILLED, 4, 4, "people")),)
    )
    assert silence_notes(HOW_MANY, (later,)) == ()


def test_an_attack_that_nobody_claims_is_told_with_a_word_that_nobody_does(engine: Engine) -> None:
    answer = engine.ask("who claimed the attack on Gao?", NOW)
    assert ([story.place for story in answer.stories], notes(answer)) == (["Gao"], ["unsaid"])


def test_a_claim_that_is_quoted_needs_no_such_word(engine: Engine) -> None:
    body = "Le Jnim a revendiqué mardi l'attaque d'un convoi de l'armée à Gao, dans le nord du Mali."
    engine.ingest([a_dispatch("claim", body)], NOW)
    assert notes(engine.ask("qui a revendiqué l'attaque de Gao ?", NOW)) == []


def test_a_count_that_nobody_gives_is_told_to_be_missing(engine: Engine) -> None:
    assert notes(engine.ask("combien de morts dans l'attaque du convoi de l'armée à Gao ?", NOW)) == ["uncounted"]


def test_a_count_that_is_quoted_is_not_told_to_be_missing(engine: Engine) -> None:
    assert notes(engine.ask("how many wounded in Ségou?", NOW)) == []


def test_asked_how_many_died_the_count_is_quoted(engine: Engine) -> None:
    first = "Des chasseurs et des hommes armés à moto se sont affrontés dimanche pendant plusieurs heures à Bankass,"
    body = f"{first} dans le centre du Mali, ont rapporté lundi des habitants de la ville.\n\nDeux hommes ont été tués."
    engine.ingest([a_dispatch("clash", body)], NOW)
    (story,) = engine.ask("combien de morts à Bankass ?", NOW).stories
    quote = story.passages[0].quote
    assert body[quote.start : quote.end] == "Deux hommes ont été tués."
