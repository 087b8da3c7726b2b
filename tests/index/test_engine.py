"""Both journeys, over a real database and a real vector index; the model alone is a double."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index import Answer, Dispatch, Engine, ModelError, Progress, RecordError, Status, StoreError
from index.schema import open_database
from tests.index.word_encoder import WordEncoder, load_words

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)

GAO = Dispatch(
    source="Agence Essai",
    id="gao",
    language="fr",
    title="Mali: un convoi attaqué à Gao",
    body="Des hommes armés ont attaqué lundi un convoi de l'armée à Gao, dans le nord du Mali, selon des habitants.",
    published_at=datetime(2026, 11, 10, 8, tzinfo=UTC),
)
SEGOU = Dispatch(
    source="Wire Test",
    id="segou",
    language="en",
    body="Gunmen attacked a checkpoint in Ségou, Mali, on 2 November, residents said. Two soldiers were wounded.",
    published_at=datetime(2026, 11, 3, 8, tzinfo=UTC),
)
COTTON = Dispatch(
    source="Wire Test",
    id="cotton",
    language="en",
    body="The price of cotton rose again in Sikasso, Mali, growers said on Thursday. Ginners expect a record harvest.",
    published_at=datetime(2026, 11, 6, 8, tzinfo=UTC),
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Engine.open(tmp_path, load=load_words) as opened:
        opened.ingest([GAO, SEGOU, COTTON], NOW)
        yield opened


def told(answer: Answer) -> list[str]:
    return [passage.dispatch for story in answer.stories for passage in story.passages]


def notes(answer: Answer) -> list[str]:
    return [note.key for note in answer.notes]


def test_what_is_near_is_told(engine: Engine) -> None:
    assert told(engine.ask("latest attacks near Gao", NOW)) == ["gao"]


def test_french_and_english_find_the_same(engine: Engine) -> None:
    french, english = engine.ask("dernières attaques au Mali", NOW), engine.ask("latest attacks in Mali", NOW)
    assert told(french) == told(english) == ["gao", "segou"]


def test_a_road_asked_about_is_the_road_told_of(engine: Engine) -> None:
    body = "Un car a sauté mardi sur une mine entre Ségou et Koutiala, au Mali, selon des voyageurs."
    engine.ingest([Dispatch("Agence Essai", "road", body, published_at=NOW - DAY, language="fr")], NOW)
    assert told(engine.ask("bombings on the Koutiala-Ségou road", NOW)) == ["road"]


def test_nothing_near_is_said_with_the_nearest(engine: Engine) -> None:
    answer = engine.ask("attacks near Abidjan", NOW)
    assert (told(answer), notes(answer)[:2]) == ([], ["nothing_found", "nearest"])


def test_the_nearest_comes_with_its_kilometres(engine: Engine) -> None:
    nearest = next(note for note in engine.ask("attacks near Abidjan", NOW).notes if note.key == "nearest")
    assert dict(nearest.values)["distance_km"] == pytest.approx(924, abs=15)  # Ségou, on the great circle


def test_another_kind_is_no_answer(engine: Engine) -> None:
    assert told(engine.ask("latest kidnappings near Gao", NOW)) == []


def test_nothing_near_and_then_is_said_with_the_nearest_of_another_time(engine: Engine) -> None:
    assert notes(engine.ask("attacks near Kayes on 2 January 2026", NOW)) == ["nothing_found", "nearest"]


def test_nothing_in_a_window_is_said_with_the_nearest_in_time(engine: Engine) -> None:
    answer = engine.ask("attacks near Gao in March 2024", NOW)
    assert (told(answer), "nearest_in_time" in notes(answer)) == ([], True)


def test_a_topic_is_found_by_its_words(engine: Engine) -> None:
    assert told(engine.ask("cotton price", NOW)) == ["cotton"]


def test_a_topic_that_the_collection_does_not_hold_gets_nothing(engine: Engine) -> None:
    assert told(engine.ask("résultats de football", NOW)) == []


@pytest.mark.parametrize("question", ["hello", "???", "", "bonjour !"])
def test_what_asks_nothing_gets_nothing(engine: Engine, question: str) -> None:
    assert told(engine.ask(question, NOW)) == []


def test_a_passage_that_names_the_place_but_tells_of_another_is_no_answer(engine: Engine) -> None:
    body = "A nurse in Gao said by phone that measles had killed two children in Kayes, Mali, on Friday."
    engine.ingest([Dispatch("Wire Test", "measles", body, published_at=NOW, language="en")], NOW)
    assert told(engine.ask("measles in Gao", NOW)) == []


def test_no_distance_is_told_from_the_middle_of_a_country(engine: Engine) -> None:
    assert {story.distance_km for story in engine.ask("latest attacks in Mali", NOW).stories} == {None}


def test_a_place_that_nobody_knows_gets_nothing(engine: Engine) -> None:
    assert told(engine.ask("attacks near Barzakhgorod", NOW)) == []


def test_a_place_that_nobody_knows_is_owned_up_to(engine: Engine) -> None:
    assert "unknown_place" in notes(engine.ask("attacks near Barzakhgorod", NOW))


def deadly(number: int) -> Dispatch:
    body = (
        f"Des hommes armés ont attaqué mardi un poste de police à Gao. Le bilan est de {number} morts, dit un médecin."
    )
    return replace(GAO, id=f"gao {number}", title=None, body=body)


@pytest.mark.parametrize(
    "question", ["attaques à Gao ayant fait plus de 10 morts", "attacks in Gao, at least 11 killed"]
)
def test_a_least_toll_leaves_out_what_killed_fewer(engine: Engine, question: str) -> None:
    fewer = deadly(10)
    on_another_day = replace(fewer, body=fewer.body.replace("mardi", "jeudi"))  # else both tell one story
    engine.ingest([on_another_day, deadly(11)], NOW)
    assert told(engine.ask(question, NOW)) == ["gao 11"]


def test_the_answer_says_who_gives_the_toll(engine: Engine) -> None:
    engine.ingest([deadly(11)], NOW)
    (story,) = engine.ask("attacks in Gao, at least 11 killed", NOW).stories
    assert [(one.toll.least, one.speakers) for one in story.tolls] == [(11, ("doctor",))]


def test_what_was_published_later_is_not_there(engine: Engine) -> None:
    assert told(engine.ask("latest attacks in Mali", datetime(2026, 11, 5, tzinfo=UTC))) == ["segou"]


def test_an_old_latest_is_called_stale(engine: Engine) -> None:
    assert "stale" in notes(engine.ask("latest attacks near Gao", NOW + 30 * DAY))


def test_the_toll_is_quoted_beside_the_attack(engine: Engine) -> None:
    told_of = "Gunmen attacked the village of Koro, Mali, on Monday. Residents fled. Three people were killed."
    body = f"{told_of} The prefect has asked for more troops, and the market stays closed until further notice."
    engine.ingest([Dispatch("Wire Test", "koro", body, published_at=NOW, language="en")], NOW)
    (passage,) = (p for story in engine.ask("attacks near Koro", NOW).stories for p in story.passages)
    assert body[passage.quote.start : passage.quote.end] == told_of


def test_every_quote_stands_word_for_word_in_its_dispatch(engine: Engine) -> None:
    for story in engine.ask("latest attacks in Mali", NOW).stories:
        for passage in story.passages:
            body = {GAO.id: GAO.body, SEGOU.id: SEGOU.body}[passage.dispatch]
            assert body[passage.start : passage.end] == passage.text
            assert passage.start <= passage.quote.start < passage.quote.end <= passage.end


def test_the_limit_counts_stories(engine: Engine) -> None:
    assert len(engine.ask("latest attacks in Mali", NOW, limit=1).stories) == 1


def test_what_was_searched_is_told(engine: Engine) -> None:
    searched = engine.ask("latest attacks near Gao", NOW).searched
    assert (searched.dispatches, searched.newest) == (3, GAO.published_at)


def test_the_same_again_is_told_as_same(engine: Engine) -> None:
    report = engine.ingest([GAO, SEGOU, COTTON], NOW)
    assert (report.added, report.same, report.passages) == (0, 3, 0)


def test_a_dispatch_twice_in_one_batch_is_kept_once(engine: Engine) -> None:
    again = replace(GAO, id="new")
    report = engine.ingest([again, again], NOW)
    assert (report.added, report.same) == (1, 1)


def test_a_new_text_is_a_new_version(engine: Engine) -> None:
    engine.ingest([replace(GAO, body=GAO.body + " Trois soldats sont morts.")], NOW)
    assert engine.ask("latest attacks near Gao", NOW).stories[0].passages[0].version == 2


def test_a_kill_takes_effect_at_once(engine: Engine) -> None:
    kill = Dispatch("Agence Essai", "kill", "Annulation.", published_at=NOW, replaces="gao", status=Status.CANCELED)
    engine.ingest([kill], NOW)
    assert told(engine.ask("latest attacks near Gao", NOW)) == []


def test_a_refused_record_stops_nothing_else(engine: Engine) -> None:
    refusal = RecordError("field-missing", where="wire.jsonl:1", field="id")
    report = engine.ingest([refusal, replace(GAO, id="after")], NOW)
    assert (report.added, report.refused) == (1, (refusal,))


def test_progress_counts_dispatches(engine: Engine) -> None:
    seen: list[Progress] = []
    engine.ingest([replace(GAO, id=f"g{i}") for i in range(70)], NOW, seen.append)
    assert [(p.done, p.total) for p in seen] == [(64, 70), (70, 70)]


def test_what_another_engine_wrote_is_found(engine: Engine, tmp_path: Path) -> None:
    engine.ask("cotton price", NOW)  # the vector index is built before the other engine writes
    with Engine.open(tmp_path, load=load_words) as other:
        other.ingest([replace(COTTON, id="rice", body="The price of rice fell in Mopti, Mali, traders said.")], NOW)
    assert told(engine.ask("rice price", NOW))[:1] == ["rice"]


def test_a_collection_asked_while_empty_answers_once_it_is_fed(tmp_path: Path) -> None:
    with Engine.open(tmp_path / "empty", load=load_words) as first:
        first.ask("cotton price", NOW)
        first.ingest([COTTON], NOW)
        assert told(first.ask("cotton price", NOW)) == ["cotton"]


def test_a_purged_source_is_gone_from_answers(engine: Engine) -> None:
    engine.purge(source="Agence Essai")
    assert told(engine.ask("latest attacks near Gao", NOW)) == []


def test_a_purged_source_is_gone_from_what_is_searched(engine: Engine) -> None:
    engine.ask("cotton price", NOW)
    engine.purge(source="Wire Test")
    assert (told(engine.ask("cotton price", NOW)), engine.searched(NOW).dispatches) == ([], 1)


def test_an_answer_comes_back_by_its_passages(engine: Engine) -> None:
    question = "latest attacks in Mali"
    answer = engine.ask(question, NOW)
    kept = [[passage.passage_id for passage in story.passages] for story in answer.stories]
    assert engine.recall(question, "en", NOW, kept).stories == answer.stories


def test_what_was_withdrawn_does_not_come_back(engine: Engine) -> None:
    answer = engine.ask("latest attacks near Gao", NOW)
    kept = [[passage.passage_id for passage in story.passages] for story in answer.stories]
    engine.purge(source="Agence Essai")
    assert engine.recall(answer.question, "en", NOW, kept).stories == ()


def test_the_whole_passage_is_all_of_it(engine: Engine) -> None:
    passage = engine.ask("latest attacks near Gao", NOW).stories[0].passages[0]
    whole = engine.whole(passage.passage_id, NOW)
    assert whole is not None
    assert whole.text == GAO.body


def test_an_answer_outlives_a_restart_with_its_snapshot(tmp_path: Path) -> None:
    with Engine.open(tmp_path, load=load_words, writes_snapshot=True) as first:
        first.ingest([GAO, SEGOU, COTTON], NOW)
        before = first.ask("cotton price", NOW)
    with Engine.open(tmp_path, load=load_words, writes_snapshot=True) as second:
        assert second.ask("cotton price", NOW) == before


def test_a_lost_snapshot_changes_no_answer(tmp_path: Path) -> None:
    with Engine.open(tmp_path, load=load_words, writes_snapshot=True) as first:
        first.ingest([GAO, SEGOU, COTTON], NOW)
        before = first.ask("cotton price", NOW)
    for file in tmp_path.glob("passages.*"):
        file.unlink()
    with Engine.open(tmp_path, load=load_words) as second:
        assert second.ask("cotton price", NOW) == before


def test_all_is_well_after_an_ingest(engine: Engine) -> None:
    assert {finding.key: finding.ok for finding in engine.check()} == {
        "database": True,
        "index": True,
        "model": True,
        "outbox": True,
        "gazetteer": False,  # no country file was imported
    }


def test_another_model_in_the_settings_is_told(engine: Engine, tmp_path: Path) -> None:
    with Engine.open(tmp_path, "another/model", load=load_words) as other:
        assert not next(finding for finding in other.check() if finding.key == "model").ok


def test_the_old_vectors_serve_until_the_rebuild(engine: Engine, tmp_path: Path) -> None:
    with Engine.open(tmp_path, "another/model", load=load_words) as other:
        assert told(other.ask("cotton price", NOW)) == ["cotton"]


def test_a_rebuild_embeds_every_passage_with_the_new_model(engine: Engine, tmp_path: Path) -> None:
    with Engine.open(tmp_path, "another/model", load=load_words) as other:
        assert other.rebuild() == engine.searched(NOW).passages
        assert next(finding for finding in other.check() if finding.key == "model").ok


def test_a_rebuild_with_the_same_model_embeds_nothing(engine: Engine) -> None:
    assert engine.rebuild() == 0


def test_vectors_of_a_model_that_changed_on_the_disk_are_refused(tmp_path: Path) -> None:
    with Engine.open(tmp_path, load=lambda choice: WordEncoder("before")) as first:
        first.ingest([COTTON], NOW)
    with Engine.open(tmp_path, load=lambda choice: WordEncoder("after")) as second, pytest.raises(ModelError):
        second.ask("cotton price", NOW)


@pytest.mark.parametrize("asked", ["Barzakh-Goro", "Barzakh Goro", "Barzak-Goro"])
def test_a_village_of_no_gazetteer_is_found_where_a_dispatch_names_it(engine: Engine, asked: str) -> None:
    body = "Des hommes armés ont tué trois bergers à Barzakh-Goro, un hameau à 30 kilomètres au nord de Gao, au Mali."
    engine.ingest([Dispatch("Agence Essai", "barzakh", body, published_at=NOW, language="fr")], NOW)
    assert told(engine.ask(f"combien de bergers tués à {asked} ?", NOW)) == ["barzakh"]


CLAIMED = Dispatch(
    source="Agence Essai",
    id="claimed",
    language="fr",
    body="Une attaque a fait deux morts jeudi à Mopti, au Mali. Le JNIM a revendiqué cette attaque dans un communiqué.",
    published_at=datetime(2026, 11, 6, 8, tzinfo=UTC),
)


@pytest.mark.parametrize(
    "question",
    ["qui a revendiqué les attaques ?", "attaques revendiquées par le JNIM", "attacks claimed by JNIM"],
)
def test_asked_who_claims_only_claims_are_told(engine: Engine, question: str) -> None:
    engine.ingest([CLAIMED], NOW)
    assert told(engine.ask(question, NOW)) == ["claimed"]


def test_asked_what_a_group_claims_that_claims_nothing_nothing_is_told(engine: Engine) -> None:
    engine.ingest([CLAIMED], NOW)
    assert told(engine.ask("attaques revendiquées par l'EIGS", NOW)) == []


def test_of_one_happening_all_is_told_and_the_claim_first(engine: Engine) -> None:
    engine.ingest([CLAIMED, replace(CLAIMED, id="before", body="Une attaque a fait deux morts jeudi à Mopti.")], NOW)
    assert told(engine.ask("qui a revendiqué l'attaque de Mopti ?", NOW)) == ["claimed", "before"]


def test_a_database_that_lost_a_table_is_told_as_our_error(engine: Engine, tmp_path: Path) -> None:
    broken = open_database(tmp_path)
    broken.execute("DROP TABLE sites")
    broken.close()
    with pytest.raises(StoreError, match="unusable"):
        engine.ask("latest attacks near Gao", NOW)


def test_a_follow_up_becomes_a_question_that_finds_the_same(engine: Engine) -> None:
    goes_on = engine.follow_up("latest attacks near Gao", "and in Ségou?", NOW)
    assert goes_on is not None
    assert told(engine.ask(goes_on.question, NOW)) == told(engine.ask("latest attacks near Ségou", NOW)) == ["segou"]


def test_the_place_chosen_among_namesakes_is_the_one_asked_about(engine: Engine) -> None:
    query = engine.ask("attacks near Valencia", NOW).query
    other = query.namesakes[0]
    area = engine.ask("attacks near Valencia", NOW, place=other.geoname_id).query.area
    assert query.area
    assert area
    assert (area.lat, area.lon) == (other.lat, other.lon) != (query.area.lat, query.area.lon)


def test_an_answer_near_who_asks_comes_back_with_its_distances(engine: Engine) -> None:
    here = (16.3, -0.1)
    answer = engine.ask("attacks near me", NOW, here=here)
    kept = [[passage.passage_id for passage in story.passages] for story in answer.stories]
    assert answer.stories[0].distance_km
    assert engine.recall("attacks near me", "en", NOW, kept, here=here).stories == answer.stories


def test_what_somebody_says_of_me_is_not_near_me(engine: Engine) -> None:
    body = "The price of onions fell and nobody told me why, a trader said."
    engine.ingest([Dispatch("Wire Test", "onions", body, published_at=NOW, language="en")], NOW)
    assert told(engine.ask("onions near me", NOW, here=(0.0, 0.0))) == []
