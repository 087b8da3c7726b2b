"""Questions in groups and topics, and a group that becomes a supergroup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram.error import ChatMigrated

from bot.console import BOT_USER
from tests.bot.phone import GROUP, Phone, open_phone
from tests.builders import an_answer, many_stories
from tests.doubles import FixedEngine

STRANGER = 77


MOVED: dict[str, Any] = {"id": -100900, "type": "supergroup", "title": "Desk"}


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(9)))) as opened:
        yield opened


def test_a_group_is_answered_when_it_names_the_bot(phone: Phone) -> None:
    assert "Village 1" in phone.in_group("/ask@vigie_bot attacks near Bamako")[0]


@pytest.mark.parametrize("text", ["attacks near Bamako", "/ask attacks near Bamako", "/ask@other_bot attacks"])
def test_a_group_is_not_answered_otherwise(phone: Phone, text: str) -> None:
    assert phone.in_group(text) == []


def test_a_stranger_talking_in_a_group_is_not_told_anything(phone: Phone) -> None:
    stranger = phone.as_person(STRANGER)
    assert stranger.in_group("hello all") == []


def test_an_answer_in_a_topic_goes_to_the_topic(phone: Phone) -> None:
    content = {"is_topic_message": True, "message_thread_id": 40}
    phone.in_group("/ask@vigie_bot attacks", **content)
    assert phone.request.calls[-1].parameters["message_thread_id"] == 40


def test_a_reply_thread_that_is_no_topic_is_not_sent_back(phone: Phone) -> None:
    phone.in_group("/ask@vigie_bot attacks", message_thread_id=40)
    assert "message_thread_id" not in phone.request.calls[-1].parameters


def test_the_general_topic_is_answered_without_its_number(phone: Phone) -> None:
    phone.in_group("/ask@vigie_bot attacks", is_topic_message=True, message_thread_id=1)
    assert "message_thread_id" not in phone.request.calls[-1].parameters


# -- a group that becomes a supergroup -----------------------------------------------------------------------------


def test_an_answer_follows_its_group_to_the_new_id(phone: Phone) -> None:
    phone.in_group("/ask@vigie_bot attacks")
    phone.request.failing["sendMessage"] = [ChatMigrated(MOVED["id"])]
    phone.in_group("/ask@vigie_bot attacks")
    assert phone.request.calls[-1].parameters["chat_id"] == MOVED["id"]


def test_a_kept_answer_moves_when_telegram_refuses_the_old_id(phone: Phone) -> None:
    phone.in_group("/ask@vigie_bot attacks")
    phone.request.failing["sendMessage"] = [ChatMigrated(MOVED["id"])]
    phone.in_group("/ask@vigie_bot attacks")
    assert "<blockquote expandable>" in press_in(phone, MOVED)[0]


@pytest.mark.parametrize(
    ("chat", "told"),
    [("old", {"migrate_to_chat_id": -100900}), ("new", {"migrate_from_chat_id": -100500})],
    ids=["told in the old chat", "told in the new chat"],
)
def test_a_kept_answer_moves_with_the_service_message(phone: Phone, chat: str, told: dict[str, Any]) -> None:
    phone.in_group("/ask@vigie_bot attacks")
    assert phone.as_person(STRANGER).feed(message=phone.message(GROUP if chat == "old" else MOVED, **told)) == []
    assert "<blockquote expandable>" in press_in(phone, MOVED)[0]


def press_in(phone: Phone, chat: dict[str, Any]) -> list[str]:
    """Press the first button of the first answer, as the chat shows it."""
    sent = next(call.parameters for call in phone.request.calls if "reply_markup" in call.parameters)
    button = sent["reply_markup"]["inline_keyboard"][0][0]
    message = phone.request.new_message(BOT_USER, chat, {"text": "shown"})
    press = {"id": "1", "from": phone.talk.person, "chat_instance": "1", "message": message}
    return phone.feed(callback_query={**press, "data": button["callback_data"]})
