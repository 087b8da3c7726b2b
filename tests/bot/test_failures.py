"""What a person and the log are told where a handler, the engine or Telegram fails."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.error import BadRequest, RetryAfter, TimedOut

from index.errors import StoreError
from tests.bot.phone import Phone, open_phone
from tests.builders import an_answer, many_stories
from tests.doubles import FixedEngine


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(9)))) as opened:
        yield opened


def test_a_failure_gets_a_friendly_line(phone: Phone) -> None:
    phone.engine.failure = RuntimeError("broken")
    assert phone.say("attacks near Bamako") == ["Something went wrong and has been noted. Ask again in a minute."]


def test_a_busy_database_says_so(phone: Phone) -> None:
    phone.engine.failure = StoreError("busy")
    assert phone.say("attacks near Bamako") == ["I cannot reach my files just now. Ask again in a minute."]


def test_the_log_of_a_failure_does_not_hold_the_question(phone: Phone, caplog: pytest.LogCaptureFixture) -> None:
    phone.engine.failure = RuntimeError("near Bamako")
    with caplog.at_level(logging.DEBUG):
        phone.say("attacks near Bamako")
    assert "RuntimeError" in caplog.text
    assert "Bamako" not in caplog.text


def test_a_reply_that_may_have_been_delivered_gets_no_apology(phone: Phone) -> None:
    phone.request.failing["sendMessage"] = [TimedOut()]
    since = len(phone.request.calls)
    phone.say("/help")
    assert [call.method for call in phone.request.calls[since:]] == ["sendMessage"]


def test_a_reply_that_telegram_refuses_gets_an_apology(phone: Phone) -> None:
    phone.request.failing["sendMessage"] = [BadRequest("can't parse entities")] * 2
    since = len(phone.request.calls)
    phone.say("/help")
    assert [call.method for call in phone.request.calls[since:]] == ["sendMessage", "sendMessage"]


def test_a_reply_waits_as_long_as_telegram_asks(phone: Phone) -> None:
    phone.request.failing["sendMessage"] = [RetryAfter(7)]
    phone.say("/help")
    assert (phone.pauses.asked, methods(phone).count("sendMessage")) == ([7], 2)


def test_a_wait_of_minutes_is_not_waited(phone: Phone) -> None:
    phone.request.failing["sendMessage"] = [RetryAfter(600)]
    phone.say("/help")
    assert (phone.pauses.asked, methods(phone).count("sendMessage")) == ([], 1)


def test_several_waits_together_stay_within_half_a_minute(phone: Phone) -> None:
    phone.request.failing["sendMessage"] = [RetryAfter(20), RetryAfter(20)]
    phone.say("/help")
    assert phone.pauses.asked == [20]


def test_a_reply_that_is_put_off_again_and_again_is_given_up(phone: Phone) -> None:
    phone.request.failing["sendMessage"] = [RetryAfter(1)] * 9
    phone.say("/help")
    assert (phone.pauses.asked, methods(phone).count("sendMessage")) == ([1, 1], 3)


def test_a_press_too_old_to_be_answered_is_still_served(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    phone.request.failing["answerCallbackQuery"] = [BadRequest("Query is too old")]
    assert "<blockquote expandable>" in phone.press("Whole 1")[0]


@pytest.mark.parametrize("label", ["👍", "👎"])
def test_a_thumb_pressed_while_the_bot_was_down_counts_without_an_apology(phone: Phone, label: str) -> None:
    phone.say("latest attacks near Bamako")
    phone.request.failing["answerCallbackQuery"] = [BadRequest("Query is too old and response timeout expired")]
    assert all("went wrong" not in told for told in phone.press(label))
    assert len(phone.in_store(lambda store: store.feedback.all())) == 1


def test_an_inline_question_that_telegram_no_longer_waits_for_is_no_failure(
    phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    phone.request.failing["answerInlineQuery"] = [BadRequest("Query is too old and response timeout expired")]
    phone.ask_inline("attacks near Bamako")
    assert "answerInlineQuery" in methods(phone)
    assert caplog.text == ""


def test_an_inline_answer_that_telegram_refuses_is_logged(phone: Phone, caplog: pytest.LogCaptureFixture) -> None:
    phone.request.failing["answerInlineQuery"] = [BadRequest("RESULT_ID_INVALID")]
    phone.ask_inline("attacks near Bamako")
    assert "a handler failed" in caplog.text


def pressed_on_what_cannot_be_shown(phone: Phone, label: str) -> list[str]:
    """Press a button of the newest message, of which Telegram tells no more than chat and number."""
    message = phone.request.last_with_buttons()
    assert message is not None
    rows = message["reply_markup"]["inline_keyboard"]
    data = next(button["callback_data"] for row in rows for button in row if button["text"] == label)
    told = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
    return phone.feed(
        callback_query={"id": "1", "from": phone.talk.person, "chat_instance": "1", "message": told, "data": data}
    )


def test_a_button_of_a_message_that_telegram_no_longer_shows_still_works(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    assert "<blockquote expandable>" in pressed_on_what_cannot_be_shown(phone, "Whole 1")[0]


def test_an_expired_button_of_such_a_message_says_so(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    phone.clock[0] += timedelta(days=8)
    assert pressed_on_what_cannot_be_shown(phone, "Whole 1")[0].startswith("That answer is more than 7 days old")


def methods(phone: Phone) -> list[str]:
    return [call.method for call in phone.request.calls]
