"""When an alert leaves: nights, digests, a chat that moves, a clock that is set back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from index.alerting import MOST_AN_HOUR
from index.watch_model import Bundle, ChatRules, Delivery, Quiet
from tests.index.watched import GAO_SEVEN, HOUR, NOW, TOWNS, Desk, attacks, dispatch, watched

DAY = timedelta(days=1)
NIGHT = NOW.replace(hour=23)
MORNING = NOW.replace(hour=7) + DAY
QUIET = ChatRules(quiet=Quiet(22 * 60, 7 * 60))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with watched(tmp_path) as opened:
        yield opened


# -- when --------------------------------------------------------------------------------------------------------------


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
