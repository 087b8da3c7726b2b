"""A talk goes on from what was asked: the subject is kept for half an hour, by person and by chat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from index.question_model import FollowUp
from tests.bot.phone import Phone, open_phone
from tests.builders import a_note, an_answer, many_stories
from tests.doubles import FixedEngine

OTHER = 77
WHOLE = "attacks near Gao since Tuesday"


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    engine = FixedEngine(an_answer(*many_stories(9)))
    engine.goes_on["and in Gao?"] = FollowUp(WHOLE, "en", keeps_place=False)
    engine.goes_on["only yesterday"] = FollowUp("attacks near Gao yesterday", "en", keeps_place=True)
    with open_phone(tmp_path, engine, operators=frozenset({OTHER})) as opened:
        yield opened


def in_group(phone: Phone, text: str, topic: int | None = None) -> list[str]:
    there = {"is_topic_message": True, "message_thread_id": topic} if topic else {}
    return phone.in_group(f"/ask@vigie_bot {text}", **there)


def test_a_follow_up_is_asked_as_a_whole_question(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.say("and in Gao?")
    assert phone.engine.asked[-1] == WHOLE


def test_what_was_understood_stands_above_the_answer_with_a_way_out(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    (told,) = phone.say("and in Gao?")
    assert told.startswith("<i>Asked: attack · within 50 km of Bamako</i>")
    assert "Start over" in phone.labels()


def test_a_question_of_its_own_bears_no_such_line(phone: Phone) -> None:
    (told,) = phone.say("attacks near Bamako")
    assert ("Asked:" in told, "Start over" in phone.labels()) == (False, False)


def test_starting_over_asks_the_words_alone(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.say("and in Gao?")
    phone.press("Start over")
    assert phone.engine.asked[-1] == "and in Gao?"


def test_after_starting_over_what_was_asked_before_is_forgotten(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.say("and in Gao?")
    phone.press("Start over")
    assert phone.engine.before == "attacks near Bamako"
    phone.say("only yesterday")
    assert phone.engine.before == "and in Gao?"


def test_the_subject_is_kept_for_half_an_hour(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.clock[0] += timedelta(minutes=29)
    phone.say("and in Gao?")
    assert phone.engine.asked[-1] == WHOLE


def test_after_half_an_hour_the_words_stand_alone(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.clock[0] += timedelta(minutes=30)
    phone.say("and in Gao?")
    assert phone.engine.asked[-1] == "and in Gao?"


def test_each_answer_begins_the_half_hour_anew(phone: Phone) -> None:
    for text in ("attacks near Bamako", "and in Gao?", "only yesterday"):
        phone.say(text)
        phone.clock[0] += timedelta(minutes=20)
    assert phone.engine.asked[-1] == "attacks near Gao yesterday"


def test_nothing_of_a_private_talk_goes_on_in_a_group(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    in_group(phone, "and in Gao?")
    assert phone.engine.asked[-1] == "and in Gao?"


def test_nobody_goes_on_from_what_another_person_asked(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.as_person(OTHER).say("and in Gao?")
    assert phone.engine.asked[-1] == "and in Gao?"


def test_in_a_group_too_nobody_goes_on_from_what_another_person_asked(phone: Phone) -> None:
    in_group(phone, "attacks near Bamako")
    in_group(phone.as_person(OTHER), "and in Gao?")
    assert phone.engine.asked[-1] == "and in Gao?"


@pytest.mark.parametrize(("first", "second"), [(7, 8), (7, None), (None, 7)])
def test_two_topics_of_a_group_have_a_subject_each(phone: Phone, first: int | None, second: int | None) -> None:
    in_group(phone, "attacks near Bamako", first)
    in_group(phone, "and in Gao?", second)
    assert phone.engine.asked[-1] == "and in Gao?"


def test_in_a_topic_the_talk_goes_on_whatever_is_asked_in_another(phone: Phone) -> None:
    in_group(phone, "attacks near Bamako", 7)
    in_group(phone, "cotton prices", 8)
    in_group(phone, "and in Gao?", 7)
    assert (phone.engine.before, phone.engine.asked[-1]) == ("attacks near Bamako", WHOLE)


def test_starting_over_in_a_topic_leaves_the_others_as_they_are(phone: Phone) -> None:
    in_group(phone, "attacks near Bamako", 8)
    in_group(phone, "attacks near Mopti", 7)
    in_group(phone, "and in Gao?", 7)
    phone.press("Start over")
    in_group(phone, "only yesterday", 7)
    assert phone.engine.before == "and in Gao?"
    in_group(phone, "and in Gao?", 8)
    assert phone.engine.before == "attacks near Bamako"


def test_a_reply_that_is_no_topic_belongs_to_the_talk_of_the_group(phone: Phone) -> None:
    in_group(phone, "attacks near Bamako")
    phone.in_group("/ask@vigie_bot and in Gao?", message_thread_id=40)
    assert phone.engine.asked[-1] == WHOLE


def test_more_of_a_follow_up_is_recalled_by_its_whole_question(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    shown = phone.say("and in Gao?")[0].count("<blockquote>")
    phone.press(f"More ({9 - shown})")
    assert phone.engine.recalled == WHOLE


def test_an_edit_of_a_follow_up_that_changes_no_word_is_not_answered(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    said = phone.message(text="and in Gao?")
    phone.feed(message=said)
    assert phone.feed(edited_message={**said, "edit_date": 1}) == []


def test_an_empty_answer_says_once_what_was_understood(tmp_path: Path) -> None:
    engine = FixedEngine(an_answer(notes=(a_note("nothing_found"),)))
    engine.goes_on["and in Gao?"] = FollowUp(WHOLE, "en", keeps_place=False)
    with open_phone(tmp_path, engine) as phone:
        phone.say("attacks near Bamako")
        (told,) = phone.say("and in Gao?")
        assert told.count("within 50 km of Bamako") == 1
        assert "Start over" in phone.labels()


def test_what_a_talk_is_about_outlives_a_restart(tmp_path: Path) -> None:
    engine = FixedEngine(an_answer(*many_stories(2)))
    engine.goes_on["and in Gao?"] = FollowUp(WHOLE, "en", keeps_place=False)
    for text in ("attacks near Bamako", "and in Gao?"):
        with open_phone(tmp_path, engine) as phone:
            phone.say(text)
    assert engine.asked[-1] == WHOLE


def test_forgetting_a_person_forgets_what_they_talked_about(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.in_store(lambda store: store.erase(phone.talk.user_id, access_too=False))
    phone.say("and in Gao?")
    assert phone.engine.asked[-1] == "and in Gao?"


def buttons_of(phone: Phone) -> list[dict[str, Any]]:
    message = phone.request.last_with_buttons()
    return [button for row in (message or {})["reply_markup"]["inline_keyboard"] for button in row]


def test_every_button_fits_into_64_bytes(phone: Phone) -> None:
    phone.say("attacks near Bamako")
    phone.say("and in Gao?")
    assert max(len(button["callback_data"].encode()) for button in buttons_of(phone)) <= 64
