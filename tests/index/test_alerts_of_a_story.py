"""What a chat that was told a story hears of how it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index import Status
from index.story_model import Material
from tests.index.watched import GAO, GAO_SEVEN, HOUR, NOW, Desk, dispatch, watched

KILL = dispatch("k", "Annulée.", replaces="a", status=Status.CANCELED)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with watched(tmp_path) as opened:
        yield opened


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
