"""The lists against asking every watch, by value: over dispatches and questions put together at random."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from index import rank
from index.facts import FactReader
from index.finder import Finder
from index.model import Dispatch, Hit
from index.retrieval import Retriever
from index.serving import Serving
from index.shortlist import Shortlist
from index.watch_model import Owner, Standing, Watch, has_topic
from index.watching import Facts, Question, hits
from tests.index.watched import Desk, watched
from tests.index.word_encoder import VectorsAlone, WordEncoder

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
TOWNS = ("Gao", "Mopti", "Koro", "Bankass", "Niamey", "Tombouctou", "Sinda-Ouro", "Boni", "Hombori")
TELLINGS = (
    "Des hommes armés ont attaqué mardi un convoi à {town}, selon des habitants.",
    "Gunmen kidnapped three traders near {town} on Monday, residents said.",
    "Le JNIM a revendiqué mardi l'attaque du marché de {town}. Sept personnes ont été tuées.",
    "Des habitants de {town} ont manifesté lundi contre les coupures de courant.",
    "The price of cotton rose again in {town}, growers said.",
    "L'armée a dit mardi avoir bombardé une base à 20 km au nord de {town}.",
)
QUESTIONS = (
    "attacks near {town}",
    "enlèvements près de {town}",
    "attaques au Mali",
    "protests in Niger",
    "prix du coton",
    "cotton price in {town}",
    "who claimed the attack on {town}?",
    "attaques du JNIM",
    "air strikes within 300 km of {town}",
    "attaques près de {town}, au moins 5 morts",
    "manifestations",
    "coupures de courant",
    "attacks in Barzakhgorod",
    "attaques dans la région de Mopti",
    "JNIM claims in Mali",
    "latest cotton news near {town}",
    "bombardements au Sahel",
    "attaques entre Mopti et Gao",
    "attacks near the border between Mali and Niger",
    'attaques source:"Radio B"',
    "combien de morts près de {town} ?",
    "how many people were killed in {town}?",
)
DEAD_IN_GAO = "how many people were killed in Gao?"  # told in French alone


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with watched(tmp_path_factory.mktemp("shortlist")) as opened:
        yield opened


@pytest.fixture(scope="module")
def everything(desk: Desk) -> list[Facts]:
    """Each telling at each town, some from another source."""
    fed = [
        Dispatch(("Agence A", "Radio B")[number % 2], str(number), telling.format(town=town), published_at=NOW)
        for number, (telling, town) in enumerate(product(TELLINGS, TOWNS))
    ]
    desk.ingest(*fed, now=NOW)
    rows = [row[0] for row in desk.connection.execute("SELECT id FROM dispatches")]
    return FactReader(desk.connection).of(rows, NOW)


def watches(desk: Desk) -> list[Watch]:
    asked = dict.fromkeys(question.format(town=town) for question in QUESTIONS for town in TOWNS)
    standings = [desk.alerts.standing(question, NOW) for question in asked]
    return [Watch(number, Owner("1", "1"), standing) for number, standing in enumerate(standings, 1)]


def question(desk: Desk, standing: Standing) -> Question | None:
    if not has_topic(standing.query):
        return None
    scale = desk.serving.scales().of(standing.query.language)
    return Question(WordEncoder().encode_question(standing.query.text), scale)


def told(found: dict[int, list[Hit]]) -> dict[int, list[tuple[int, float | None]]]:
    return {watch: [(hit.passage_id, hit.distance_km) for hit in some] for watch, some in found.items()}


def test_the_lists_find_what_asking_every_watch_finds(desk: Desk, everything: list[Facts]) -> None:
    all_watches, shortlist = watches(desk), Shortlist()
    for watch in all_watches:
        shortlist.put(watch, question(desk, watch.standing))
    met = 0
    for facts in everything:
        asked = {watch.id: hits(watch.standing, facts, question(desk, watch.standing)) for watch in all_watches}
        expected = {number: some for number, some in asked.items() if some}
        assert told(shortlist.met_by(facts)) == told(expected)
        met += len(expected)
    assert met > 250  # an empty list would agree with itself


def test_a_question_of_place_kind_and_actor_meets_what_its_answer_holds(desk: Desk, everything: list[Facts]) -> None:
    finder = Finder(desk.connection)
    retriever = Retriever(finder, desk.serving)
    compared = 0
    for watch in watches(desk):
        query, standing = watch.standing.query, watch.standing
        if not has_topic(query) and standing.least_toll is None and standing.source is None:
            answered = {hit.passage_id for hit in retriever.hits(query, NOW)}
            met = {hit.passage_id for facts in everything for hit in hits(standing, facts, None)}
            assert met == answered, query.text
            compared += 1
    assert compared > 25


def test_a_question_with_a_topic_meets_what_its_answer_would_hold_of_each_dispatch_at_a_first_look(
    desk: Desk, everything: list[Facts], tmp_path: Path
) -> None:
    """An answer leaves out what has something far better beside it; a dispatch that comes alone has not."""
    serving = Serving(desk.connection, tmp_path, "words", lambda choice: VectorsAlone(choice.identity))
    retriever = Retriever(Finder(desk.connection), serving)
    found = 0
    for asked in ("prix du coton", "coupures de courant", "cotton price in Gao", "attacks in Sinda-Ouro", DEAD_IN_GAO):
        standing = desk.alerts.standing(asked, NOW)
        answered = {hit.passage_id for hit in retriever.hits(standing.query, NOW)}
        met = [hit for facts in everything for hit in hits(standing, facts, question(desk, standing))]
        tolls = {hit.passage_id for hit in met if asked == DEAD_IN_GAO}  # all of them answer who asks how many died
        assert rank.near_best({hit.passage_id: hit.relevance for hit in met}).keys() | tolls == answered, asked
        found += len(answered)
    assert found > 10


def test_a_watch_that_is_dropped_is_met_no_more(desk: Desk, everything: list[Facts]) -> None:
    shortlist = Shortlist()
    shortlist.put(Watch(1, Owner("1", "1"), desk.alerts.standing("attaques au Mali", NOW)), None)
    assert any(shortlist.met_by(facts) for facts in everything)
    shortlist.drop(1)
    assert not any(shortlist.met_by(facts) for facts in everything)
