"""Text meant to do harm comes out inert, wherever it comes in: through the real handlers, every message of which is
held against Telegram's parser and limits on leaving (`telegram_rules.check_call`)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.access import Role
from bot.console import BOT_USER
from tests.bot.phone import GROUP, Phone, open_phone
from tests.bot.telegram_rules import parsed
from tests.builders import NOW, a_note, a_passage, a_story, an_answer
from tests.doubles import FixedEngine

HOSTILE = {
    "html": "</b></blockquote><a href='tg://user?id=1'>x</a><script>&lt;&#60;b&#62;",
    "half a tag": "<b",
    "right to left": "Gao \u202e\u2066oam\u2069\u202c \u200f safe",
    "zero width": "B\u200ba\u200bm\u2060a\ufeffk\u00ado",
    "emoji": "👨\u200d👩\u200d👧\U0001f3f4" * 1024,
    "64 KB": "attack " * 9362,
    "controls": "a\x00b\x1b[31mc\x07\ud800d\u2028e",
    "mentions": "@everyone /people@vigie_bot tg://resolve?domain=x",
    "marks": "Z̸̢͇a̵l̶g̷o" * 200,
}
FAILED = "Something went wrong"


@pytest.fixture(params=HOSTILE, ids=str)
def text(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


@pytest.fixture
def phone(tmp_path: Path, text: str) -> Iterator[Phone]:
    """A phone over stories all of whose words are hostile."""
    told = [
        a_story(
            a_passage(number, text + " end", source=text, title=text, url="https://x.example/" + text[:200]),
            place=text,
            sources=(text, text),
        )
        for number in range(1, 4)
    ]
    notes = (a_note("unknown_place", name=text),)
    with open_phone(tmp_path, FixedEngine(an_answer(*told, notes=notes))) as opened:
        yield opened


def tags(html: str) -> set[str]:
    """The kinds of entity that Telegram makes of a message."""
    return {entity["type"]["@type"] for entity in parsed(html)[1]}


def test_hostile_words_of_a_dispatch_are_shown_as_words(phone: Phone) -> None:
    (told,) = phone.say("attacks near Gao")
    known = {"textEntityTypeBold", "textEntityTypeItalic", "textEntityTypeBlockQuote", "textEntityTypeTextUrl"}
    assert tags(told) <= known


def test_a_hostile_passage_fits_one_message(phone: Phone) -> None:
    phone.say("attacks near Gao")
    assert len(phone.press("Whole 1")) == 1


def test_hostile_links_lead_nowhere_but_to_their_source(phone: Phone) -> None:
    (told,) = phone.say("attacks near Gao")
    links = [entity["type"]["url"] for entity in parsed(told)[1] if "url" in entity["type"]]
    assert [link for link in links if not link.startswith("https://x.example/")] == []


def test_a_hostile_question_gets_one_message(phone: Phone, text: str) -> None:
    (told,) = phone.say(text)
    assert FAILED not in told


def test_a_hostile_question_in_a_group_gets_one_message(phone: Phone, text: str) -> None:
    entities = [{"type": "bot_command", "offset": 0, "length": 14}]
    message = phone.message(GROUP, text=f"/ask@vigie_bot {text}", entities=entities)
    (told,) = phone.feed(message=message)
    assert FAILED not in told


def test_a_hostile_name_is_listed_as_a_name(phone: Phone, text: str) -> None:
    code = phone.say("/invite")[0].rsplit("start=", 1)[1].split()[0]
    sender = {"id": 77, "is_bot": False, "first_name": text, "last_name": text, "username": "x"}
    phone.feed(message=phone.request.new_message(sender, {"id": 77, "type": "private"}, {"text": f"/start {code}"}))
    listed = phone.say("/people")[0]
    assert (listed.count("\n"), tags(listed) - {"textEntityTypeMention"}) == (2, set())


def test_a_hostile_group_is_told_as_a_title(phone: Phone, text: str) -> None:
    change = {
        "chat": {"id": -5, "type": "group", "title": text},
        "from": {"id": 78, "is_bot": False, "first_name": text},
        "date": 0,
        "old_chat_member": {"user": BOT_USER, "status": "left"},
        "new_chat_member": {"user": BOT_USER, "status": "member"},
    }
    told = phone.feed(my_chat_member=change)
    assert (len(told), len(phone.say("/groups")), FAILED in told[0]) == (1, 1, False)
    assert len(phone.labels()) == 3


def test_a_hostile_forward_is_taken_in_or_refused(phone: Phone, text: str) -> None:
    chat = {"id": -1009, "type": "channel", "title": text}
    origin = {"type": "channel", "date": 0, "chat": chat, "message_id": 1}
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    told = phone.feed(message=phone.message(caption=text, photo=photo, forward_origin=origin))
    assert told[0].startswith("Added: 1.")


def test_a_hostile_file_name_is_told_as_words(phone: Phone, text: str) -> None:
    phone.request.files["f1"] = b"no json"
    document = {"file_id": "f1", "file_unique_id": "u", "file_name": text + ".jsonl", "file_size": 7}
    assert "Refused: 1." in phone.feed(message=phone.message(document=document, caption=text))[0]


def test_a_hostile_press_is_answered_and_does_nothing(phone: Phone, text: str) -> None:
    phone.say("/help")
    message = phone.request.new_message(phone.talk.person, {"id": 1, "type": "private"}, {"text": "x"})
    press = {"id": "1", "from": phone.talk.person, "chat_instance": "1", "message": message, "data": text}
    assert phone.feed(callback_query=press) == []


# -- the log -------------------------------------------------------------------------------------------------------

ASKED_WORD = "zygomorphe"


def everything_said(phone: Phone) -> None:
    """A word in every place where a person writes, on good days and bad."""
    origin: dict[str, Any] = {"type": "hidden_user", "date": 0, "sender_user_name": ASKED_WORD}
    chat = {"id": -100900, "type": "channel", "title": ASKED_WORD}
    phone.say(ASKED_WORD)
    phone.say(f"/ask {ASKED_WORD}")
    phone.say(f"/invite {ASKED_WORD}")
    phone.say(f"/{ASKED_WORD}")
    phone.say(f"{ASKED_WORD} " * 100)
    question = phone.message(text=ASKED_WORD)
    phone.feed(message=question)
    phone.feed(edited_message={**question, "text": ASKED_WORD * 2, "edit_date": 1})
    phone.feed(message=phone.message(GROUP, text=f"@vigie_bot {ASKED_WORD}"))
    phone.feed(message=phone.message(text=ASKED_WORD, forward_origin=origin))
    phone.feed(channel_post={"message_id": 1, "chat": chat, "date": 0, "text": ASKED_WORD})
    phone.as_person(99).say(ASKED_WORD)
    press = {"id": "1", "from": phone.talk.person, "chat_instance": "1", "message": question, "data": ASKED_WORD}
    phone.feed(callback_query=press)


@pytest.mark.parametrize("failure", [None, RuntimeError(ASKED_WORD)], ids=["all is well", "the engine fails"])
def test_what_people_write_reaches_no_log_at_any_level(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, failure: Exception | None
) -> None:
    engine = FixedEngine(an_answer(a_story()))
    with caplog.at_level(logging.DEBUG), open_phone(tmp_path, engine) as phone:
        phone.in_store(lambda store: store.people.set_role(99, Role.READER, NOW))
        engine.failure = failure
        everything_said(phone)
    assert ("RuntimeError" in caplog.text) == (failure is not None)
    assert ASKED_WORD not in caplog.text
