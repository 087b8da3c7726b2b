"""Asking again by a button: wider, the last hours, another place of the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from index.model import Query, Window
from index.question_model import FollowUp, Namesake
from tests.bot.phone import Phone, open_phone
from tests.builders import NOW, a_query, an_answer, many_stories
from tests.doubles import FixedEngine

QUESTION = "attacks near Koro"
KORO = Namesake(11, "Koro, Ségou, ML", 13.37, -4.74)


def engine_for(query: Query) -> FixedEngine:
    engine = FixedEngine(an_answer(*many_stories(3), query=query))
    engine.goes_on["within 100 km"] = FollowUp("attacks within 100 km of Koro", "en", keeps_place=True)
    engine.goes_on["in the last 24 hours"] = FollowUp("attacks near Koro in the last 24 hours", "en", keeps_place=True)
    return engine


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, engine_for(replace(a_query(), namesakes=(KORO,)))) as opened:
        yield opened


def test_wider_asks_within_the_next_larger_circle(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.press("Wider: 100 km")
    assert phone.engine.asked[-1] == "attacks within 100 km of Koro"


def test_wider_owns_up_to_being_wider(phone: Phone) -> None:
    phone.say(QUESTION)
    assert "Searched wider than you asked: within 100 km." in phone.press("Wider: 100 km")[0]


def test_only_24_hours_asks_for_the_last_24_hours(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.press("Only 24 h")
    assert phone.engine.asked[-1] == "attacks near Koro in the last 24 hours"


def test_a_refined_answer_replies_to_the_question(phone: Phone) -> None:
    question = phone.message(text=QUESTION)
    phone.feed(message=question)
    phone.press("Only 24 h")
    assert phone.request.calls[-1].parameters["reply_parameters"]["message_id"] == question["message_id"]


def test_a_refined_answer_says_what_was_understood(phone: Phone) -> None:
    phone.say(QUESTION)
    assert phone.press("Only 24 h")[0].startswith("<i>Asked: ")


def test_a_talk_goes_on_from_a_refined_question(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.press("Only 24 h")
    phone.say("within 100 km")
    assert phone.engine.before == "attacks near Koro in the last 24 hours"


def test_what_asks_for_the_last_hours_already_offers_them_no_more(tmp_path: Path) -> None:
    query = a_query(window=Window(NOW - timedelta(hours=24), NOW))
    with open_phone(tmp_path, engine_for(query)) as phone:
        phone.say(QUESTION)
        assert "Only 24 h" not in phone.labels()


def test_what_has_no_centre_cannot_be_widened(tmp_path: Path) -> None:
    with open_phone(tmp_path, engine_for(a_query(area=None))) as phone:
        phone.say(QUESTION)
        assert [label for label in phone.labels() if label.startswith("Wider")] == []


def test_what_cannot_be_told_in_words_is_owned_up_to(phone: Phone) -> None:
    del phone.engine.goes_on["within 100 km"]
    phone.say(QUESTION)
    assert phone.press("Wider: 100 km")[0].startswith("This place has no centre")


def test_another_place_of_the_name_is_offered_with_region_and_country(phone: Phone) -> None:
    phone.say(QUESTION)
    assert "Koro, Ségou (Mali)" in phone.labels()


def test_namesakes_of_one_region_are_told_apart_by_their_points(tmp_path: Path) -> None:
    twins = (KORO, replace(KORO, geoname_id=12, lat=13.1))
    with open_phone(tmp_path, engine_for(replace(a_query(), namesakes=twins))) as phone:
        phone.say(QUESTION)
        assert {"Koro, Ségou (Mali) · 13.37, -4.74", "Koro, Ségou (Mali) · 13.10, -4.74"} <= set(phone.labels())


def test_a_namesake_chosen_is_the_place_asked_about(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.press("Koro, Ségou (Mali)")
    assert (phone.engine.asked[-1], phone.engine.place) == (QUESTION, KORO.geoname_id)


def test_a_namesake_stays_chosen_while_the_place_stays(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.press("Koro, Ségou (Mali)")
    phone.press("Only 24 h")
    assert phone.engine.place == KORO.geoname_id
    phone.say("within 100 km")
    assert phone.engine.place == KORO.geoname_id


def test_refining_outlives_a_restart(tmp_path: Path) -> None:
    engine = engine_for(a_query())
    with open_phone(tmp_path, engine) as phone:
        phone.say(QUESTION)
        message = phone.request.last_with_buttons()
    with open_phone(tmp_path, engine) as later:
        assert message is not None
        button = next(b for row in message["reply_markup"]["inline_keyboard"] for b in row if b["text"] == "Only 24 h")
        later.runner.run(later.talk.press(button, message))
    assert engine.asked[-1] == "attacks near Koro in the last 24 hours"


def test_an_expired_answer_offers_its_question(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.clock[0] += timedelta(days=7)
    assert phone.press("Only 24 h")[0].startswith("That answer is more than 7 days old")
    assert phone.labels() == ["Ask again"]
