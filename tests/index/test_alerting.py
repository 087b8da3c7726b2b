"""From ingest to letters: who is told what, once; the model alone is a double."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from index import InputError, Status
from index.alerts import MOST_WATCHES
from index.ingest import Ingester
from index.schema import transaction
from index.watch_model import Owner
from index.watch_owners import WatchOwners
from tests.index.small_gazetteer import GAZETTEER
from tests.index.watched import GAO, GAO_SEVEN, HOUR, NOW, Desk, attacks, dispatch, watched

DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with watched(tmp_path) as opened:
        yield opened


# -- who is told -------------------------------------------------------------------------------------------------------


def test_what_meets_a_watch_is_told(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    assert desk.told() == [("7", "first")]


def test_what_meets_no_watch_is_not(desk: Desk) -> None:
    desk.watch("attaques près de Bamako")
    desk.watch("enlèvements près de Gao")
    desk.ingest(dispatch("a"))
    assert desk.told() == []


def test_two_watches_of_one_chat_make_one_message(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.watch("attaques au Mali")
    desk.ingest(dispatch("a"))
    assert desk.told() == [("7", "first")]


def test_two_chats_are_told_each(desk: Desk) -> None:
    desk.watch("attaques près de Gao", "7")
    desk.watch("attaques au Mali", "8")
    desk.ingest(dispatch("a"))
    assert sorted(desk.told()) == [("7", "first"), ("8", "first")]


def test_a_watch_with_a_least_toll_waits_for_it(desk: Desk) -> None:
    desk.watch("attaques près de Gao, au moins 5 morts")
    desk.ingest(dispatch("a"))
    assert desk.told() == []
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai"))
    assert desk.told() == [("7", "first")]


def test_a_watch_of_a_source_hears_that_source_alone(desk: Desk) -> None:
    desk.watch('attaques près de Gao source:"Radio Essai"')
    desk.ingest(dispatch("a"))
    assert desk.told() == []


def test_a_paused_watch_tells_nothing(desk: Desk) -> None:
    watch = desk.watch("attaques près de Gao")
    desk.alerts.change(watch.id, paused=True)
    desk.ingest(dispatch("a"))
    assert desk.told() == []


def test_what_is_queued_for_a_watch_goes_with_it(desk: Desk) -> None:
    watch = desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.alerts.remove(watch.id)
    assert desk.told() == []


def test_what_was_queued_for_a_watch_that_goes_is_told_for_another_that_it_meets(desk: Desk) -> None:
    gone = desk.watch("attaques près de Gao")
    stays = desk.watch("attaques au Mali")
    desk.ingest(dispatch("a"))
    desk.alerts.remove(gone.id)
    (letter,) = desk.post()
    assert (letter.form.value, letter.told[0].watch_id) == ("first", stays.id)


def test_a_paused_watch_is_not_what_takes_over(desk: Desk) -> None:
    gone = desk.watch("attaques près de Gao")
    rests = desk.watch("attaques au Mali")
    desk.ingest(dispatch("a"))
    desk.alerts.change(rests.id, paused=True)
    desk.alerts.remove(gone.id)
    assert desk.told() == []


def test_what_waits_in_a_group_goes_with_whoever_is_forgotten_and_what_takes_back_does_not(desk: Desk) -> None:
    mine = Owner("-5", "person 7")
    desk.alerts.watch(mine, desk.alerts.standing("attaques au Mali", NOW), NOW)
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("b", "Des hommes armés ont attaqué mardi un poste à Mopti, au Mali."))
    desk.ingest(dispatch("k", "Annulée.", replaces="a", at=NOW + HOUR, status=Status.CANCELED), now=NOW + HOUR)
    with transaction(desk.connection):
        WatchOwners(desk.connection).erase("person 7")
    assert [letter.form.value for letter in desk.post(NOW + HOUR)] == ["update", "edit"]


def test_a_story_told_for_a_watch_that_is_gone_goes_on_for_another(desk: Desk) -> None:
    gone = desk.watch("attaques près de Gao")
    stays = desk.watch("attaques au Mali")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.alerts.remove(gone.id)
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai"), now=NOW + HOUR)
    (update,) = desk.post(NOW + HOUR)
    assert (update.form.value, update.told[0].watch_id) == ("update", stays.id)


def test_a_watch_made_by_another_process_is_heard(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(dispatch("before", at=NOW - HOUR))
    with watched(tmp_path) as other:
        other.watch("attaques près de Gao")
    desk.ingest(dispatch("a", "Des hommes armés ont attaqué mardi un poste de police à Gao, au Mali."))
    assert desk.told() == [("7", "first")]


def test_a_topic_is_watched_by_its_words(desk: Desk) -> None:
    desk.watch("prix du coton")
    desk.ingest(dispatch("a", "Le prix du coton a encore augmenté à Mopti, au Mali, selon des producteurs."))
    assert desk.told() == [("7", "first")]


def test_a_watch_of_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="input-watch-empty"):
        desk.watch("dernières nouvelles")


def test_a_person_may_have_so_many_watches(desk: Desk) -> None:
    for _ in range(MOST_WATCHES):
        desk.watch("attaques au Mali")
    with pytest.raises(InputError, match="input-watches-full"):
        desk.watch("attaques au Niger")
    assert desk.alerts.left("person 7") == 0


# -- what is new -------------------------------------------------------------------------------------------------------


def test_an_archive_alerts_nobody(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a", at=NOW - 3 * DAY))
    assert desk.told() == []


def test_old_news_in_a_new_dispatch_alerts_nobody(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a", "Le 3 novembre, des hommes armés ont attaqué un convoi à Gao, au Mali."))
    assert desk.told() == []


def test_an_ingest_without_alerts_alerts_nobody(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    quiet = Ingester(desk.connection, desk.serving, GAZETTEER, 1)
    quiet.ingest([dispatch("a")], NOW, None)
    assert desk.told() == []


def test_what_is_under_embargo_is_told_at_its_hour(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a", at=NOW + 2 * HOUR))
    assert (desk.told(NOW), desk.told(NOW + 2 * HOUR)) == ([], [("7", "first")])


def test_what_was_told_is_told_once_however_often_it_is_read_again(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.connection.execute("UPDATE dispatches SET told_with = -1")
    desk.ingester.tell_again(None)
    desk.ingest(dispatch("a"))
    assert desk.told() == []


# -- try ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "attaques au Mali",
        "attaques près de Gao",
        "prix du coton",
        "drones",
        "attaques au Mali, au moins 5 morts",
        "who claimed the attacks in Mali?",
    ],
)
def test_a_watch_tried_tells_what_it_would_have_told(desk: Desk, question: str) -> None:
    fed = [
        dispatch("gao"),
        dispatch("seven", GAO_SEVEN.replace("Gao", "Ménaka"), at=NOW - DAY),
        dispatch("cotton", "Le prix du coton a encore augmenté à Mopti, au Mali, selon des producteurs."),
        dispatch("claim", "Le JNIM a revendiqué mardi l'attaque du camp de Koulikoro, au Mali."),
        dispatch("old", "Le 3 novembre, des hommes armés ont attaqué un convoi à Gao, au Mali."),
    ]
    alerts = desk.alerts
    standing = alerts.standing(question, NOW - DAY)
    alerts.watch(Owner("7", "p"), standing, NOW - DAY)
    for one in fed:
        desk.ingest(one, now=one.published_at or NOW)
    stories = [told.story for letter in desk.post() for told in letter.told if told.story]
    live = {passage.dispatch for story in stories for passage in story.passages}
    tried = {passage.dispatch for story in alerts.tried(standing, NOW + HOUR).stories for passage in story.passages}
    assert tried == live


CORRECTED_TO_MENAKA = GAO.replace("Gao", "Ménaka")


def test_what_came_and_was_corrected_since_is_tried_as_it_stands_now(desk: Desk) -> None:
    desk.ingest(dispatch("a"))
    desk.ingest(dispatch("b", CORRECTED_TO_MENAKA, replaces="a", at=NOW + HOUR), now=NOW + HOUR)
    tried = desk.alerts.tried(desk.alerts.standing("attaques près de Gao", NOW), NOW + 2 * HOUR)
    assert [story.place for story in tried.stories] == ["Ménaka"]


def test_what_came_and_was_withdrawn_since_is_counted_and_not_shown(desk: Desk) -> None:
    desk.ingest(dispatch("a"))
    desk.ingest(dispatch("k", "Annulée.", replaces="a", at=NOW + HOUR, status=Status.CANCELED), now=NOW + HOUR)
    tried = desk.alerts.tried(desk.alerts.standing("attaques près de Gao", NOW), NOW + 2 * HOUR)
    assert (tried.stories, tried.withdrawn) == ((), 1)


def test_a_correction_that_meets_the_watch_too_is_tried_once(desk: Desk) -> None:
    desk.ingest(dispatch("a", GAO_SEVEN))
    desk.ingest(dispatch("a", GAO_SEVEN.replace("Sept", "Quatre"), at=NOW + HOUR), now=NOW + HOUR)
    tried = desk.alerts.tried(desk.alerts.standing("attaques près de Gao", NOW), NOW + 2 * HOUR)
    assert (len(tried.stories), tried.withdrawn) == (1, 0)


def test_a_trial_that_finds_more_than_it_shows_says_so(desk: Desk) -> None:
    desk.ingest(*(dispatch(town, body) for town, body in attacks(4)))
    standing = desk.alerts.standing("attaques", NOW)
    found = [desk.alerts.tried(standing, NOW + HOUR, limit) for limit in (3, 4)]
    assert [(len(tried.stories), tried.more) for tried in found] == [(3, True), (4, False)]
