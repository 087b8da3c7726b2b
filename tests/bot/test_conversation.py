"""Whole conversations over the real Application; each call sent is held against Telegram's rules on leaving."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.console import command_entities
from tests.bot.phone import Phone, open_phone
from tests.builders import a_note, an_answer, many_stories
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
    question = phone.message(text="/ask attacks near Bamako", entities=command_entities("/ask"))
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


def test_nothing_found_is_told_with_the_nearest(tmp_path: Path) -> None:
    notes = (a_note("nothing_found"), a_note("nearest", place="Ségou", distance_km=235.0, bearing=60.0, days_ago=21))
    with open_phone(tmp_path, FixedEngine(an_answer(notes=notes))) as phone:
        (told,) = phone.say("attacks near Bamako")
    assert "within 50 km of Bamako" in told
    assert "The nearest is Ségou, 235 km NE of Bamako, 3 weeks ago." in told


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
    phone.as_person(STRANGER).in_group(f"/start@vigie_bot {code}")
    assert phone.in_store(lambda store: store.role(STRANGER)) is None


def test_a_bot_gets_no_reply(phone: Phone) -> None:
    sender = {"id": 9, "is_bot": True, "first_name": "Other"}
    message = phone.request.new_message(sender, {"id": 9, "type": "private"}, {"text": "hello"})
    assert phone.feed(message=message) == []


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
