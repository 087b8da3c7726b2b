"""Whole conversations over the real Application; each call sent is held against Telegram's rules on leaving."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut

from bot.console import BOT_USER
from index.errors import StoreError
from tests.bot.phone import GROUP, Phone, open_phone
from tests.builders import a_note, a_passage, a_story, an_answer, many_stories
from tests.doubles import FixedEngine

STRANGER = 77


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(9)))) as opened:
        yield opened


def test_a_question_gets_its_stories(phone: Phone) -> None:
    (told,) = phone.say("latest attacks near Bamako")
    assert "Village 1 · 38 km E" in told


def test_a_question_goes_to_the_engine_as_it_was_written(phone: Phone) -> None:
    phone.say("  latest attacks near Bamako ")
    assert phone.engine.asked == ["latest attacks near Bamako"]


def test_typing_shows_while_the_engine_works(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    methods = [call.method for call in phone.request.calls]
    assert methods.index("sendChatAction") < methods.index("sendMessage")


def test_an_answer_replies_to_its_question(phone: Phone) -> None:
    question = phone.message(text="latest attacks near Bamako")
    phone.feed(message=question)
    sent = phone.request.calls[-1].parameters
    told = {"message_id": question["message_id"], "allow_sending_without_reply": True}  # it may be deleted meanwhile
    assert sent["reply_parameters"] == told


def test_a_failing_typing_sign_does_not_cost_the_answer(phone: Phone) -> None:
    phone.request.failing["sendChatAction"] = [NetworkError("down")]
    assert "Village 1" in phone.say("latest attacks near Bamako")[0]


def test_ask_takes_the_words_after_it(phone: Phone) -> None:
    phone.say("/ask abductions near Gao")
    assert phone.engine.asked == ["abductions near Gao"]


def test_ask_alone_tells_how_to_ask(phone: Phone) -> None:
    assert phone.say("/ask")[0].startswith("Write your question after /ask")


def test_a_question_over_500_characters_is_not_searched(phone: Phone) -> None:
    told = phone.say("attack " * 100)
    assert (told[0].startswith("That is too long"), phone.engine.asked) == (True, [])


def test_an_unknown_command_is_no_question(phone: Phone) -> None:
    told = phone.say("/lastest attacks")
    assert (told[0].startswith("I do not know this command"), phone.engine.asked) == (True, [])


def test_an_edited_question_is_answered_again(phone: Phone) -> None:
    question = phone.message(text="attacks near Bamako")
    phone.feed(message=question)
    phone.feed(edited_message={**question, "text": "attacks near Gao", "edit_date": 1})
    assert phone.engine.asked == ["attacks near Bamako", "attacks near Gao"]


def test_an_edited_ask_is_answered_again(phone: Phone) -> None:
    question = phone.message(text="/ask attacks near Bamako", entities=[_command(4)])
    phone.feed(message=question)
    phone.feed(edited_message={**question, "text": "/ask attacks near Gao", "edit_date": 1})
    assert phone.engine.asked == ["attacks near Bamako", "attacks near Gao"]


def test_an_edit_that_changes_no_word_is_not_answered(phone: Phone) -> None:
    question = phone.message(text="attacks near Bamako")
    phone.feed(message=question)
    assert phone.feed(edited_message={**question, "edit_date": 1}) == []


def test_an_update_that_comes_twice_is_answered_once(phone: Phone) -> None:
    question = phone.message(text="attacks near Bamako")
    phone.feed(update_id=5, message=question)
    assert phone.feed(update_id=5, message=question) == []


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]},
        {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}},
        {
            "sticker": {
                "file_id": "f",
                "file_unique_id": "u",
                "width": 1,
                "height": 1,
                "type": "regular",
                "is_animated": False,
                "is_video": False,
            }
        },
    ],
    ids=["photo", "voice", "sticker"],
)
def test_what_is_no_text_gets_one_friendly_line(phone: Phone, content: dict[str, Any]) -> None:
    assert phone.feed(message=phone.message(**content)) == ["I can only read text. Write your question in words."]


def test_an_album_gets_one_line(phone: Phone) -> None:
    photo: dict[str, Any] = {
        "photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}],
        "media_group_id": "album",
    }
    told = [phone.feed(message=phone.message(**photo)) for _ in range(3)]
    assert [len(texts) for texts in told] == [1, 0, 0]


def test_a_pinned_message_gets_no_reply(phone: Phone) -> None:
    pinned = phone.message(text="hello")
    assert phone.feed(message=phone.message(pinned_message=pinned)) == []


# -- more, whole, expired ------------------------------------------------------------------------------------------


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


def test_a_button_serves_only_who_asked(tmp_path: Path) -> None:
    engine = FixedEngine(an_answer(*many_stories(3)))
    with open_phone(tmp_path, engine, operators=frozenset({STRANGER})) as phone:
        phone.feed(message=phone.message(GROUP, text="/ask@vigie_bot attacks", entities=[_command(14)]))
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
        phone.feed(message=phone.message(GROUP, text="/ask@vigie_bot attacks", entities=[_command(14)]))
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


# -- who may ask ---------------------------------------------------------------------------------------------------


def test_a_stranger_is_told_their_id_once_and_then_ignored(phone: Phone) -> None:
    stranger = phone.as_person(STRANGER)
    told = [stranger.say(text) for text in ("hello", "attacks near Bamako", "/start")]
    assert told == [["This bot is private. Your id is 77: send it to the person who runs it."], [], []]


def test_a_stranger_reaches_no_engine(phone: Phone) -> None:
    phone.as_person(STRANGER).say("attacks near Bamako")
    assert phone.engine.asked == []


def test_a_stranger_cannot_press(phone: Phone) -> None:
    phone.say("latest attacks near Bamako")
    assert phone.as_person(STRANGER).press("Whole 1") == []


@pytest.mark.parametrize("wording", ["{code}", "/start {code}"], ids=["as text", "as deep link"])
def test_the_claim_code_makes_a_stranger_the_operator(phone: Phone, wording: str) -> None:
    code = phone.in_store(lambda store: store.people.new_claim(phone.clock[0]))
    stranger = phone.as_person(STRANGER)
    assert stranger.say(wording.format(code=code))[0].startswith("You now run this bot")
    assert "Village 1" in stranger.say("attacks near Bamako")[0]


def test_the_claim_code_works_once(phone: Phone) -> None:
    code = phone.in_store(lambda store: store.people.new_claim(phone.clock[0]))
    phone.as_person(STRANGER).say(code)
    assert phone.as_person(STRANGER + 1).say(code)[0].startswith("This bot is private")


def test_a_claim_code_sent_in_a_group_is_not_taken(phone: Phone) -> None:
    code = phone.in_store(lambda store: store.people.new_claim(phone.clock[0]))
    stranger = phone.as_person(STRANGER)
    text = f"/start@vigie_bot {code}"
    stranger.feed(message=stranger.message(GROUP, text=text, entities=[_command(16)]))
    assert phone.in_store(lambda store: store.role(STRANGER)) is None


def test_a_bot_gets_no_reply(phone: Phone) -> None:
    sender = {"id": 9, "is_bot": True, "first_name": "Other"}
    message = phone.request.new_message(sender, {"id": 9, "type": "private"}, {"text": "hello"})
    assert phone.feed(message=message) == []


# -- groups --------------------------------------------------------------------------------------------------------


def test_a_group_is_answered_when_it_names_the_bot(phone: Phone) -> None:
    message = phone.message(GROUP, text="/ask@vigie_bot attacks near Bamako", entities=[_command(14)])
    assert "Village 1" in phone.feed(message=message)[0]


@pytest.mark.parametrize("text", ["attacks near Bamako", "/ask attacks near Bamako", "/ask@other_bot attacks"])
def test_a_group_is_not_answered_otherwise(phone: Phone, text: str) -> None:
    entities = [_command(len(text.split()[0]))] if text.startswith("/") else []
    assert phone.feed(message=phone.message(GROUP, text=text, entities=entities)) == []


def test_a_stranger_talking_in_a_group_is_not_told_anything(phone: Phone) -> None:
    stranger = phone.as_person(STRANGER)
    assert stranger.feed(message=stranger.message(GROUP, text="hello all")) == []


def test_an_answer_in_a_topic_goes_to_the_topic(phone: Phone) -> None:
    content = {"is_topic_message": True, "message_thread_id": 40}
    message = phone.message(GROUP, text="/ask@vigie_bot attacks", entities=[_command(14)], **content)
    phone.feed(message=message)
    assert phone.request.calls[-1].parameters["message_thread_id"] == 40


def test_a_reply_thread_that_is_no_topic_is_not_sent_back(phone: Phone) -> None:
    message = phone.message(GROUP, text="/ask@vigie_bot attacks", entities=[_command(14)], message_thread_id=40)
    phone.feed(message=message)
    assert "message_thread_id" not in phone.request.calls[-1].parameters


# -- languages -----------------------------------------------------------------------------------------------------


def test_a_phone_in_french_is_greeted_in_french(phone: Phone) -> None:
    phone.talk.language = "fr"
    assert phone.say("/start")[0].startswith("Demandez un lieu")


def test_a_chosen_language_outlives_the_phones(phone: Phone) -> None:
    phone.say("/language")
    assert phone.press("Français") == ["Je répondrai en français."]
    assert phone.say("/start")[0].startswith("Demandez un lieu")


def test_an_answer_comes_in_the_chosen_language(phone: Phone) -> None:
    phone.say("/language")
    phone.press("Français")
    assert "38 km E · attaque · dim. 17 août" in phone.say("latest attacks near Bamako")[0].replace(" de Bamako", "")


def test_an_answer_comes_in_the_questions_language_before_any_choice(phone: Phone) -> None:
    phone.talk.language = "fr"  # the phone's; the double's question is English
    assert "· attack ·" in phone.say("latest attacks near Bamako")[0]


# -- faults --------------------------------------------------------------------------------------------------------


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


# -- a group that becomes a supergroup -----------------------------------------------------------------------------


def test_an_answer_follows_its_group_to_the_new_id(phone: Phone) -> None:
    ask_in_group(phone)
    phone.request.failing["sendMessage"] = [ChatMigrated(MOVED["id"])]
    ask_in_group(phone)
    assert phone.request.calls[-1].parameters["chat_id"] == MOVED["id"]


def test_a_kept_answer_moves_when_telegram_refuses_the_old_id(phone: Phone) -> None:
    ask_in_group(phone)
    phone.request.failing["sendMessage"] = [ChatMigrated(MOVED["id"])]
    ask_in_group(phone)
    assert "<blockquote expandable>" in press_in(phone, MOVED)[0]


@pytest.mark.parametrize(
    ("chat", "told"),
    [("old", {"migrate_to_chat_id": -100900}), ("new", {"migrate_from_chat_id": -100500})],
    ids=["told in the old chat", "told in the new chat"],
)
def test_a_kept_answer_moves_with_the_service_message(phone: Phone, chat: str, told: dict[str, Any]) -> None:
    ask_in_group(phone)
    assert phone.as_person(STRANGER).feed(message=phone.message(GROUP if chat == "old" else MOVED, **told)) == []
    assert "<blockquote expandable>" in press_in(phone, MOVED)[0]


def test_nothing_found_is_told_with_the_nearest(tmp_path: Path) -> None:
    notes = (a_note("nothing_found"), a_note("nearest", place="Ségou", distance_km=235.0, bearing=60.0, days_ago=21))
    with open_phone(tmp_path, FixedEngine(an_answer(notes=notes))) as phone:
        (told,) = phone.say("attacks near Bamako")
    assert "within 50 km of Bamako" in told
    assert "The nearest is Ségou, 235 km NE of Bamako, 3 weeks ago." in told


MOVED: dict[str, Any] = {"id": -100900, "type": "supergroup", "title": "Desk"}


def methods(phone: Phone) -> list[str]:
    return [call.method for call in phone.request.calls]


def ask_in_group(phone: Phone) -> list[str]:
    return phone.feed(message=phone.message(GROUP, text="/ask@vigie_bot attacks", entities=[_command(14)]))


def press_in(phone: Phone, chat: dict[str, Any]) -> list[str]:
    """Press the first button of the first answer, as the chat shows it."""
    sent = next(call.parameters for call in phone.request.calls if "reply_markup" in call.parameters)
    button = sent["reply_markup"]["inline_keyboard"][0][0]
    message = phone.request.new_message(BOT_USER, chat, {"text": "shown"})
    press = {"id": "1", "from": phone.talk.person, "chat_instance": "1", "message": message}
    return phone.feed(callback_query={**press, "data": button["callback_data"]})


def _command(length: int) -> dict[str, object]:
    return {"type": "bot_command", "offset": 0, "length": length}
