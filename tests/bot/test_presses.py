"""The buttons that show more of an answer: more, whole passages, and answers whose week is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot.phone import GROUP, Phone, open_phone
from tests.builders import a_passage, a_story, an_answer, many_stories
from tests.doubles import FixedEngine

STRANGER = 77


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(9)))) as opened:
        yield opened


def test_more_goes_on_where_the_page_stopped(phone: Phone) -> None:
    (first,) = phone.say("latest attacks near Bamako")
    shown = first.count("<blockquote>")
    (second,) = phone.press(f"More ({9 - shown})")
    assert f"{shown + 1}. Village {shown + 1} " in second


def test_the_pages_of_more_show_every_story_once(phone: Phone) -> None:
    told = phone.say("latest attacks near Bamako")[0]
    while more := [label for label in phone.labels() if label.startswith("More")]:
        told += phone.press(more[0])[0]
    assert [told.count(f"Village {number} ") for number in range(1, 10)] == [1] * 9


def test_more_never_searches_again(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    phone.press(phone.labels()[-1])
    assert len(phone.engine.asked) == 1


def test_more_leaves_out_what_was_withdrawn_since(phone: Phone) -> None:
    shown = phone.say("latest attacks near Bamako")[0].count("<blockquote>")
    phone.engine.withdrawn.add(shown + 1)
    (second,) = phone.press(f"More ({9 - shown})")
    assert f"{shown + 2}. Village {shown + 2} " in second
    assert f"Village {shown + 1} " not in second


def test_more_of_what_was_all_withdrawn_says_so(phone: Phone) -> None:
    shown = phone.say("latest attacks near Bamako")[0].count("<blockquote>")
    phone.engine.withdrawn.update(range(1, 10))
    assert phone.press(f"More ({9 - shown})") == ["Nothing more is left of this answer. Ask again for a fresh one."]


def test_the_whole_passage_comes_on_tap(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    assert "<blockquote expandable>" in phone.press("Whole 2")[0]


def test_the_whole_passage_shows_in_bold_what_was_quoted(tmp_path: Path) -> None:
    quoted = a_passage(1, "Before it. Gunmen came at dusk. After it.", quote=(11, 31))
    with open_phone(tmp_path, FixedEngine(an_answer(a_story(quoted)))) as phone:
        phone.say("latest attacks near Bamako")
        assert "Before it. <b>Gunmen came at dusk.</b> After it." in phone.press("Whole 1")[0]


def test_a_withdrawn_passage_is_not_shown_whole(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    phone.engine.withdrawn.add(2)
    assert phone.press("Whole 2")[0].startswith("Its source has taken this passage back")


def test_a_press_is_answered_before_the_work(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    since = len(phone.request.calls)
    phone.press("Whole 1")
    assert phone.request.calls[since].method == "answerCallbackQuery"


def test_an_answer_of_more_than_a_week_ago_offers_its_question(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    phone.clock[0] += timedelta(days=7)
    assert phone.press("Whole 1")[0].startswith("That answer is more than 7 days old")
    assert phone.labels() == ["Ask again"]


def test_ask_again_asks_the_same_question(phone: Phone) -> None:
    phone.say("/ask latest attacks near Bamako")
    phone.clock[0] += timedelta(days=8)
    phone.press("Whole 1")
    phone.press("Ask again")
    assert phone.engine.asked == ["latest attacks near Bamako"] * 2


def test_a_button_just_under_a_week_old_still_works(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    phone.clock[0] += timedelta(days=6, hours=23)
    assert "<blockquote expandable>" in phone.press("Whole 1")[0]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Whole 1", "<blockquote expandable>"),
        ("More", "<blockquote>"),
        ("👍", "Noted, thank you."),
        ("👎", "What is wrong with this answer?"),
    ],
)
def test_a_button_outlives_a_restart_and_may_be_pressed_twice(tmp_path: Path, label: str, told: str) -> None:
    engine = FixedEngine(an_answer(*many_stories(9)))
    with open_phone(tmp_path, engine) as before:
        before.say("latest attacks near Bamako")
        message = before.request.last_with_buttons()
    assert message is not None
    rows = message["reply_markup"]["inline_keyboard"]
    button = next(button for row in rows for button in row if button["text"].startswith(label))
    with open_phone(tmp_path, engine) as after:
        twice = [after.runner.run(after.talk.press(button, message))[0]["text"] for _ in range(2)]
    assert all(told in text for text in twice)


def test_a_button_serves_only_who_asked(tmp_path: Path) -> None:
    engine = FixedEngine(an_answer(*many_stories(3)))
    with open_phone(tmp_path, engine, operators=frozenset({STRANGER})) as phone:
        phone.in_group("/ask@vigie_bot attacks")
        assert phone.as_person(STRANGER).press("Whole 1")[0].startswith("Only the person who asked")


def test_a_button_does_not_serve_in_another_chat(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    message = {**(phone.request.last_with_buttons() or {}), "chat": GROUP}
    data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    press = {"id": "1", "from": phone.talk.person, "chat_instance": "1", "message": message, "data": data}
    assert phone.feed(callback_query=press)[0].startswith("Only the person who asked")


def test_ask_again_serves_only_who_asked(tmp_path: Path) -> None:
    engine = FixedEngine(an_answer(*many_stories(3)))
    with open_phone(tmp_path, engine, operators=frozenset({STRANGER})) as phone:
        phone.in_group("/ask@vigie_bot attacks")
        phone.clock[0] += timedelta(days=8)
        phone.press("Whole 1")
        assert phone.as_person(STRANGER).press("Ask again")[0].startswith("Only the person who asked")


def test_a_button_with_unknown_data_is_answered_and_does_nothing(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    message = phone.request.last_with_buttons()
    since = len(phone.request.calls)
    phone.feed(
        callback_query={
            "id": "1",
            "from": phone.talk.person,
            "chat_instance": "1",
            "message": message,
            "data": "whole:../../etc:1",
        }
    )
    assert [call.method for call in phone.request.calls[since:]] == ["answerCallbackQuery"]
