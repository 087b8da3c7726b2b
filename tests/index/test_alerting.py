"""From ingest to letters: who is told what, once; the model alone is a double."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from index import InputError, Status
from index.alerting import MOST_AN_HOUR
from index.alerts import MOST_WATCHES
from index.ingest import Ingester
from index.schema import transaction
from index.story_model import Material
from index.watch_model import Bundle, ChatRules, Delivery, Owner, Quiet
from index.watch_owners import WatchOwners
from tests.index.small_gazetteer import GAZETTEER
from tests.index.watched import GAO, GAO_SEVEN, HOUR, NOW, Desk, dispatch, watched

KILL = dispatch("k", "Annulée.", replaces="a", status=Status.CANCELED)
DAY = timedelta(days=1)
NIGHT = NOW.replace(hour=23)
MORNING = NOW.replace(hour=7) + DAY
QUIET = ChatRules(quiet=Quiet(22 * 60, 7 * 60))


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


# -- one story ---------------------------------------------------------------------------------------------------------


def test_a_copy_edits_the_first_message_without_a_sound(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    (first,) = desk.post()
    desk.ingest(dispatch("b", source="Radio Essai"), now=NOW + HOUR)
    (edit,) = desk.post(NOW + HOUR)
    assert (edit.form.value, edit.answers, edit.loud) == ("edit", str(first.alerts[0]), False)


def test_a_toll_answers_the_first_message_with_a_sound(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    (first,) = desk.post()
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai"), now=NOW + HOUR)
    (update,) = desk.post(NOW + HOUR)
    assert (update.form.value, update.answers, update.loud) == ("update", str(first.alerts[0]), True)
    assert Material.TOLL in update.told[0].changed


def test_what_comes_before_the_first_message_left_is_part_of_it(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai"))
    (letter,) = desk.post()
    story = letter.told[0].story
    assert story is not None
    assert set(story.sources) == {"Agence Essai", "Radio Essai"}


def test_a_correction_reaches_a_chat_whose_watch_it_no_longer_meets(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    moved = GAO.replace("Gao", "Ménaka")
    desk.ingest(dispatch("b", moved, replaces="a", at=NOW + HOUR), now=NOW + HOUR)
    letters = desk.post(NOW + HOUR)
    assert [letter.form.value for letter in letters] == ["update", "edit"]
    assert Material.CORRECTION in letters[0].told[0].changed


def test_what_changes_a_told_story_under_embargo_is_told_at_its_hour(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai", at=NOW + 3 * HOUR), now=NOW + HOUR)
    assert desk.told(NOW + 2 * HOUR) == []
    (update,) = desk.post(NOW + 3 * HOUR)
    assert Material.TOLL in update.told[0].changed


def test_what_changes_under_embargo_a_story_that_is_about_to_be_told_is_told_at_its_hour(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai", at=NOW + 3 * HOUR))
    assert desk.told(NOW) == [("7", "first")]
    assert desk.told(NOW + 3 * HOUR) == [("7", "update")]


def test_a_correction_under_embargo_is_told_at_its_hour(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("a", GAO_SEVEN, at=NOW + 3 * HOUR), now=NOW + HOUR)
    assert desk.told(NOW + 2 * HOUR) == []
    assert {form for _, form in desk.told(NOW + 3 * HOUR)} == {"update", "edit"}


def test_a_kill_that_bears_a_later_hour_is_told_at_once(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("a", "Annulée.", at=NOW + 3 * HOUR, status=Status.CANCELED), now=NOW + HOUR)
    assert {form for _, form in desk.told(NOW + HOUR)} == {"update", "edit"}


def test_what_is_killed_before_its_hour_is_not_told_at_it(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("a", GAO_SEVEN, at=NOW + 3 * HOUR), now=NOW)
    desk.ingest(dispatch("a", "Annulée.", at=NOW + HOUR, status=Status.CANCELED), now=NOW + HOUR)
    assert {form for _, form in desk.told(NOW + HOUR)} == {"update", "edit"}
    assert desk.told(NOW + 3 * HOUR) == []


def test_a_correction_by_status_is_told_with_a_sound_in_whatever_words(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(replace(dispatch("a", at=NOW + HOUR), corrects=True), now=NOW + HOUR)
    update, _ = desk.post(NOW + HOUR)
    assert (update.form.value, update.loud, update.told[0].changed) == ("update", True, (Material.CORRECTION,))


def test_a_kill_reaches_every_chat_that_was_told_even_of_a_deleted_watch(desk: Desk) -> None:
    watch = desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.alerts.remove(watch.id)
    desk.ingest(dispatch("b", "Annulée.", replaces="a", at=NOW + HOUR, status=Status.CANCELED), now=NOW + HOUR)
    letters = desk.post(NOW + HOUR)
    assert [(letter.form.value, letter.told[0].story) for letter in letters] == [("update", None), ("edit", None)]


def test_a_kill_tells_which_story_it_was_by_what_the_chat_was_told(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("b", "Annulée.", replaces="a", at=NOW + HOUR, status=Status.CANCELED), now=NOW + HOUR)
    places = [letter.told[0].was.place for letter in desk.post(NOW + HOUR) if letter.told[0].was]
    assert places == ["Gao", "Gao"]


def test_what_one_source_takes_back_and_another_tells_still_stands(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"), dispatch("b", GAO_SEVEN, source="Radio Essai"))
    desk.post()
    kill = dispatch("k", "Annulée.", replaces="a", at=NOW + HOUR, status=Status.CANCELED)
    desk.ingest(kill, now=NOW + HOUR)
    update = desk.post(NOW + HOUR)[0]
    story = update.told[0].story
    assert update.told[0].changed == (Material.WITHDRAWN,)
    assert story is not None
    assert story.sources == ("Radio Essai",)


def test_a_kill_marks_the_first_message_though_a_copy_waited_to_rewrite_it(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("a", GAO + " Le calme est revenu.", at=NOW + HOUR), now=NOW + HOUR)
    kill = dispatch("k", "Annulée.", replaces="a", at=NOW + HOUR, status=Status.CANCELED)
    desk.ingest(kill, now=NOW + HOUR)
    letters = desk.post(NOW + HOUR)
    assert {letter.form.value for letter in letters} == {"edit", "update"}
    assert all(letter.told[0].changed == (Material.WITHDRAWN,) for letter in letters)


def test_a_vaguer_count_of_another_source_makes_no_sound(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a", GAO_SEVEN))
    desk.post()
    vaguer = "Plusieurs soldats ont été tués lundi dans l'attaque d'un convoi à Gao, au Mali, dit un commerçant."
    desk.ingest(dispatch("b", vaguer, source="Radio Essai", at=NOW + HOUR), now=NOW + HOUR)
    assert [(letter.form.value, letter.loud) for letter in desk.post(NOW + HOUR)] == [("edit", False)]


def test_a_higher_least_makes_a_sound(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a", GAO_SEVEN))
    desk.post()
    higher = "Au moins neuf soldats ont été tués lundi dans l'attaque d'un convoi à Gao, au Mali, dit un commerçant."
    desk.ingest(dispatch("b", higher, source="Radio Essai", at=NOW + HOUR), now=NOW + HOUR)
    assert [(letter.form.value, letter.loud) for letter in desk.post(NOW + HOUR)] == [("update", True)]


def test_of_a_round_up_each_chat_is_told_how_its_own_happening_goes_on(desk: Desk) -> None:
    desk.watch("attaques près de Gao", "7")
    desk.watch("attaques près de Mopti", "8")
    both = "Des hommes armés ont attaqué lundi un convoi à Gao. Dimanche, d'autres ont attaqué un marché à Mopti."
    desk.ingest(dispatch("a", both))
    assert sorted(desk.told()) == [("7", "first"), ("8", "first")]
    later = "Sept personnes ont été tuées dimanche dans l'attaque d'un marché à Mopti, a indiqué un élu."
    desk.ingest(dispatch("b", later, source="Radio Essai"))
    assert desk.told() == [("8", "update")]


def test_what_was_killed_before_it_was_told_is_not_told(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.ingest(dispatch("b", "Annulée.", replaces="a", at=NOW + HOUR, status=Status.CANCELED), now=NOW + HOUR)
    assert desk.told(NOW + HOUR) == []


def test_what_is_killed_after_it_was_put_in_words_is_not_sent(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    letter = desk.letters.next(NOW)
    assert letter
    desk.ingest(KILL, now=NOW)
    assert not desk.letters.leases.begin(letter.token, NOW)
    assert desk.told() == []


def test_what_is_killed_while_it_is_sent_is_taken_back(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    letter = desk.letters.next(NOW)
    assert letter
    desk.letters.leases.begin(letter.token, NOW)
    desk.ingest(KILL, now=NOW)
    desk.letters.leases.sent(letter.token, "12", NOW, NOW)
    assert [(one.form.value, one.answers) for one in desk.post()] == [("update", "12"), ("edit", "12")]


def test_what_is_killed_when_it_may_have_arrived_is_taken_back(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    letter = desk.letters.next(NOW)
    assert letter
    desk.letters.leases.begin(letter.token, NOW)
    desk.letters.leases.unknown(letter.token, NOW)
    desk.ingest(KILL, now=NOW)
    assert "update" in [one.form.value for one in desk.post()]


def test_a_toll_that_comes_while_the_first_message_is_sent_answers_it(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    letter = desk.letters.next(NOW)
    assert letter
    desk.letters.leases.begin(letter.token, NOW)
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai"))
    desk.letters.leases.sent(letter.token, "12", NOW, NOW)
    assert [(one.form.value, one.answers, one.loud) for one in desk.post()] == [("update", "12", True)]


# -- when --------------------------------------------------------------------------------------------------------------


TOWNS = (
    *("Gao", "Bamako", "Mopti", "Ménaka", "Bankass", "Tombouctou"),
    *("Ansongo", "Hombori", "N'Daki", "Koulikoro", "Boni", "Niamey"),
)


def attacks(count: int) -> list[tuple[str, str]]:
    """(town, body) of so many attacks, each on another town."""
    return [(town, f"Des hommes armés ont attaqué lundi un poste à {town}.") for town in TOWNS[:count]]


def test_the_night_is_told_in_one_message_in_the_morning(desk: Desk) -> None:
    desk.watch("attaques au Mali")
    desk.alerts.set_rules("7", QUIET, NOW)
    desk.ingest(*(dispatch(town, body, at=NIGHT) for town, body in attacks(3)), now=NIGHT)
    assert desk.told(NIGHT) == []
    (letter,) = desk.post(MORNING)
    assert (letter.bundle, len(letter.told)) == (Bundle.SLEPT, 3)


def test_a_digest_comes_however_late_the_sender_woke(desk: Desk) -> None:
    desk.watch("attaques au Mali", delivery=Delivery.DIGEST)
    desk.ingest(*(dispatch(town, body) for town, body in attacks(2)))
    assert desk.told(NOW + 6 * HOUR) == []
    (letter,) = desk.post(NOW + 3 * DAY)
    assert (letter.bundle, len(letter.told)) == (Bundle.DIGEST, 2)


def test_what_is_near_comes_through_the_quiet_hours(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.alerts.set_rules("7", ChatRules(quiet=Quiet(22 * 60, 7 * 60, near_km=20.0)), NOW)
    desk.ingest(dispatch("a", at=NIGHT), now=NIGHT)
    assert desk.told(NIGHT) == [("7", "first")]


def test_a_toll_that_is_high_enough_brings_forward_what_was_held(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.alerts.set_rules("7", ChatRules(quiet=Quiet(22 * 60, 7 * 60, least_toll=5)), NOW)
    desk.ingest(dispatch("a", at=NIGHT), now=NIGHT)
    assert desk.told(NIGHT) == []
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai", at=NIGHT), now=NIGHT)
    assert desk.told(NIGHT) == [("7", "first")]


def test_the_dead_of_one_sentence_count_together_against_the_quiet_hours(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.alerts.set_rules("7", ChatRules(quiet=Quiet(22 * 60, 7 * 60, least_toll=5)), NOW)
    body = "Trois soldats et deux civils ont été tués lundi dans une attaque à Gao, au Mali, selon des habitants."
    desk.ingest(dispatch("a", body, at=NIGHT), now=NIGHT)
    assert desk.told(NIGHT) == [("7", "first")]


def test_quiet_hours_that_are_lifted_let_go_of_what_they_held(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.alerts.set_rules("7", QUIET, NOW)
    desk.ingest(dispatch("a", at=NIGHT), now=NIGHT)
    desk.alerts.set_rules("7", ChatRules(), NIGHT)
    assert desk.told(NIGHT) == [("7", "first")]


def test_what_an_hour_has_no_room_for_comes_as_one_digest(desk: Desk) -> None:
    desk.watch("attaques")
    desk.ingest(*(dispatch(town, body) for town, body in attacks(len(TOWNS))))
    assert [letter.bundle for letter in desk.post()] == [Bundle.ALONE] * MOST_AN_HOUR
    (rest,) = desk.post(NOW + HOUR)
    assert (rest.bundle, len(rest.told)) == (Bundle.CAPPED, len(TOWNS) - MOST_AN_HOUR)


def test_a_silent_watch_makes_no_sound(desk: Desk) -> None:
    desk.watch("attaques près de Gao", delivery=Delivery.SILENT)
    desk.ingest(dispatch("a"))
    assert [letter.loud for letter in desk.post()] == [False]


def test_what_was_queued_by_day_and_leaves_by_night_is_held(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.alerts.set_rules("7", QUIET, NOW)
    assert (desk.told(NIGHT), desk.told(MORNING)) == ([], [("7", "first")])


def test_a_change_that_was_queued_by_day_and_leaves_by_night_is_held(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("b", GAO_SEVEN, source="Radio Essai"))
    desk.alerts.set_rules("7", QUIET, NOW)
    assert (desk.told(NIGHT), desk.told(MORNING)) == ([], [("7", "update")])


def test_a_digest_that_is_late_waits_for_the_end_of_the_night(desk: Desk) -> None:
    desk.watch("attaques au Mali", delivery=Delivery.DIGEST)
    desk.alerts.set_rules("7", QUIET, NOW)
    desk.ingest(*(dispatch(town, body) for town, body in attacks(2)))
    assert desk.post(NIGHT + 2 * DAY) == []
    (letter,) = desk.post(MORNING + 2 * DAY)
    assert (letter.bundle, len(letter.told)) == (Bundle.DIGEST, 2)


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


# -- moving ------------------------------------------------------------------------------------------------------------


def test_a_chat_that_moves_takes_everything_along(desk: Desk) -> None:
    desk.watch("attaques près de Gao", "-5")
    desk.ingest(dispatch("a"))
    desk.post()
    desk.ingest(dispatch("b", "Des hommes armés ont attaqué mardi un poste de police à Gao, au Mali."))
    desk.alerts.move_chat("-5", "-1005")
    tables = ("watches", "watch_chats", "alerts", "told")
    held = {row["chat"] for table in tables for row in desk.connection.execute(f"SELECT chat FROM {table}")}  # noqa: S608 - names of ours
    assert held == {"-1005"}
    assert {letter.chat for letter in desk.post()} == {"-1005"}


def test_a_chat_that_moved_hears_of_a_correction_and_no_message_of_its_new_self_is_rewritten(desk: Desk) -> None:
    desk.watch("attaques près de Gao", "-5")
    desk.ingest(dispatch("a", GAO_SEVEN))
    desk.post()
    desk.alerts.move_chat("-5", "-1005")
    desk.ingest(dispatch("a", GAO_SEVEN.replace("Sept", "Quatre"), at=NOW + HOUR), now=NOW + HOUR)
    letters = desk.post(NOW + HOUR)
    assert letters[0].form.value == "update"
    assert {(letter.chat, letter.answers) for letter in letters} == {("-1005", None)}


# -- a clock that is set back ------------------------------------------------------------------------------------------


def test_what_was_claimed_by_a_clock_that_was_an_hour_ahead_is_sent_by_the_right_one(desk: Desk) -> None:
    desk.watch("attaques près de Gao")
    desk.ingest(dispatch("a"))
    assert desk.letters.next(NOW + HOUR)
    assert desk.told(NOW) == [("7", "first")]


def test_a_chat_written_to_by_a_clock_that_was_an_hour_ahead_is_written_to_by_the_right_one(desk: Desk) -> None:
    desk.watch("attaques au Mali")
    desk.ingest(dispatch("a"))
    letter = desk.letters.next(NOW + HOUR)
    assert letter
    desk.letters.leases.begin(letter.token, NOW + HOUR)
    desk.letters.leases.sent(letter.token, "1", NOW + HOUR, NOW + HOUR)
    desk.ingest(dispatch("b", "Des hommes armés ont attaqué mardi un poste à Mopti, au Mali."))
    assert desk.told(NOW) == [("7", "first")]
