"""Stories as at one moment: real SQLite, and the readings of whole sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from index import Answer, Dispatch, Engine, Status
from index.schema import open_database
from index.story_finder import StoryFinder
from tests.index.telling_stories import HOUR, NOON, RAID, copied, told
from tests.index.word_encoder import load_words

LATER = NOON + timedelta(days=4)
POST = told("An army post at Gao, Mali, came under attack on Tuesday, two traders said.", "Test Radio", hours=1)
TOLL = told("Five soldiers were killed in the attack on Gao, Mali, on Tuesday.", "Wire Essai", hours=5)
REVISED = replace(
    TOLL, body="Nine soldiers were killed in the attack on Gao, Mali, on Tuesday.", published_at=NOON + 8 * HOUR
)
KAYES = told("Gunmen attacked a bank in Kayes, Mali, on Tuesday, residents said.", "Wire Essai", hours=2)
EVERYTHING = (POST, TOLL, REVISED, copied(POST, "Journal Essai"), KAYES)
DAWN = (
    "Gunmen attacked a police post at Gao, Mali, on Tuesday before dawn and left with two vehicles and a radio set,"
    " according to three residents who heard them."
)
EVENING = (
    "The attack of Tuesday at Gao, Mali, closed the market for the whole day, and the schools too, while elders met"
    " the governor behind closed doors until late in the evening."
)
APART = (told(DAWN, "Wire Essai", hours=1), told(EVENING, "Wire Essai", hours=9))
BOTH = told(f"{DAWN} {EVENING}", hours=20)  # only this joins them
QUESTION = "latest attacks in Mali"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Engine.open(tmp_path, load=load_words) as opened:
        opened.ingest(EVERYTHING, LATER)
        yield opened


def stories(answer: Answer) -> list[set[str]]:
    """The sources of each story."""
    return [set(story.sources) for story in answer.stories]


def test_a_story_is_told_once_with_all_who_tell_it(engine: Engine) -> None:
    told_once = stories(engine.ask(QUESTION, LATER))
    assert sorted(map(sorted, told_once)) == [["Journal Essai", "Test Radio", "Wire Essai"], ["Wire Essai"]]


def test_who_tells_a_story_is_quoted_though_the_question_found_another(engine: Engine) -> None:
    (story,) = engine.ask("two traders said, near Gao", LATER).stories
    assert {passage.source for passage in story.passages} == {"Journal Essai", "Test Radio", "Wire Essai"}


def test_the_sources_of_a_story_are_counted_without_its_copies(engine: Engine) -> None:
    (story,) = engine.ask("latest attacks near Gao", LATER).stories
    assert story.independent == 2


def test_a_story_tells_how_its_toll_was_corrected(engine: Engine) -> None:
    (story,) = engine.ask("latest attacks near Gao", LATER).stories
    tolls = [(turn.before.least, turn.after.least) for turn in story.turns if turn.before and turn.after]
    assert tolls == [(5, 9)]


def test_as_at_an_earlier_moment_the_version_known_then_is_told(engine: Engine) -> None:
    (story,) = engine.ask("latest attacks near Gao", NOON + 6 * HOUR).stories
    assert {passage.text for passage in story.passages if passage.source == "Wire Essai"} == {TOLL.body}


def test_as_at_an_earlier_moment_nobody_tells_it_who_told_it_later(engine: Engine) -> None:
    assert stories(engine.ask("latest attacks near Gao", NOON + 2 * HOUR)) == [{"Test Radio"}]


def test_a_story_bears_the_same_name_at_every_moment(engine: Engine) -> None:
    then, now = (engine.ask("latest attacks near Gao", at).stories[0].id for at in (NOON + 6 * HOUR, LATER))
    assert then == now


def test_what_only_later_news_joins_was_two_stories_before(tmp_path: Path) -> None:
    with Engine.open(tmp_path, load=load_words) as engine:
        engine.ingest([*APART, BOTH], LATER)
        then, now = (len(engine.ask("latest attacks near Gao", at).stories) for at in (NOON + 10 * HOUR, LATER))
    assert (then, now) == (2, 1)


@pytest.mark.parametrize("hours", [1, 4, 6, 9, 12, 24])
def test_as_at_a_moment_stories_are_those_of_what_had_come_by_then(tmp_path: Path, hours: int) -> None:
    moment = NOON + hours * HOUR
    killed = replace(KAYES, status=Status.CANCELED, published_at=NOON + 11 * HOUR)
    every = (*EVERYTHING, *APART, BOTH, killed)
    with (
        Engine.open(tmp_path / "all", load=load_words) as whole,
        Engine.open(tmp_path / "then", load=load_words) as then,
    ):
        whole.ingest(reversed(every), LATER)
        then.ingest([one for one in every if one.published_at and one.published_at <= moment], moment)
        told = [sorted(map(sorted, stories(engine.ask(QUESTION, moment)))) for engine in (whole, then)]
    assert told[0] == told[1]


def test_what_only_a_purged_dispatch_joined_is_parted(tmp_path: Path) -> None:
    with Engine.open(tmp_path, load=load_words) as engine:
        engine.ingest([*APART, BOTH], LATER)
        engine.purge(source=BOTH.source)
        assert len(engine.ask("latest attacks near Gao", LATER).stories) == 2


def test_stories_as_stored_are_those_worked_out_from_the_ties(tmp_path: Path) -> None:
    with Engine.open(tmp_path, load=load_words) as engine:
        engine.ingest([*EVERYTHING, RAID], LATER)
    connection = open_database(tmp_path)
    finder = StoryFinder(connection)
    accounts = [row[0] for row in connection.execute("SELECT account FROM assignments WHERE until IS NULL")]
    stored, worked_out = finder.stored(accounts), finder.worked_out(accounts, LATER)
    connection.close()
    assert sorted((one.id, one.accounts) for one in stored) == sorted((one.id, one.accounts) for one in worked_out)
    assert len(stored) > 1


def test_what_is_under_embargo_is_not_told_before_its_hour(engine: Engine) -> None:
    held = copied(KAYES, "Journal Essai", hours=98)  # published, as readers make of an embargo, at its hour
    engine.ingest([held], LATER)
    before, after = (stories(engine.ask("latest attacks near Kayes", at)) for at in (LATER, NOON + 300 * HOUR))
    assert (before, after) == ([{"Wire Essai"}], [{"Wire Essai", "Journal Essai"}])


@pytest.mark.parametrize("status", [Status.CANCELED, Status.WITHHELD])
def test_what_is_taken_back_is_at_once_no_teller_of_its_story(engine: Engine, status: Status) -> None:
    engine.ingest([replace(REVISED, status=status)], LATER)
    assert stories(engine.ask("latest attacks near Gao", LATER)) == [{"Test Radio", "Journal Essai"}]


def test_what_is_taken_back_is_gone_from_answers_given_before(engine: Engine) -> None:
    answer = engine.ask("latest attacks near Gao", LATER)
    kept = [[passage.passage_id for passage in story.passages] for story in answer.stories]
    engine.ingest([replace(REVISED, status=Status.CANCELED)], LATER)
    assert "Wire Essai" not in engine.recall(QUESTION, "en", LATER, kept).stories[0].sources


def test_a_rebuild_makes_the_same_stories(engine: Engine) -> None:
    before = engine.ask(QUESTION, LATER).stories
    engine.rebuild()
    assert engine.ask(QUESTION, LATER).stories == before


def test_an_empty_collection_has_no_stories(tmp_path: Path) -> None:
    with Engine.open(tmp_path, load=load_words) as engine:
        engine.ingest([Dispatch("Wire Essai", "nothing", "The price of cotton rose.", published_at=NOON)], LATER)
        assert engine.ask(QUESTION, LATER).stories == ()
