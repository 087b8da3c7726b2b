"""What is kept of a person is shown and erased; who asks too fast waits: conversations over the real application."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.access import Role
from bot.catalogue import Catalogue
from bot.pace import ASKING
from bot.store import OF_A_CHAT, OF_A_PERSON
from tests.bot.phone import GROUP, Phone, open_phone
from tests.builders import NOW, an_answer, many_stories
from tests.doubles import FixedEngine

READER = 77


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(3)))) as opened:
        yield opened


@pytest.fixture
def reader(phone: Phone) -> Phone:
    phone.in_store(lambda store: store.people.set_role(READER, Role.READER, NOW, "Awa @awa"))
    return phone.as_person(READER)


def kept(phone: Phone, user_id: int = READER) -> dict[str, int]:
    rows = phone.in_store(lambda store: store.rows_of(user_id))
    return {table: len(some) for table, some in rows.items() if some}


def test_what_is_kept_is_told(reader: Phone) -> None:
    reader.say("attacks near Gao")
    lines = reader.say("/privacy")[0].split("\n")
    assert [line[:12] for line in lines if line.startswith("• ")] == ["• your Teleg", "• one questi", "• what you a"]


def test_all_of_it_is_handed_over_as_a_file(reader: Phone, phone: Phone) -> None:
    reader.say("attacks near Gao")
    reader.say("/privacy")
    reader.press("Show me all of it")
    rows = json.loads(phone.request.uploads["vigie-77.json"])
    assert (rows["bot_people"][0]["name"], rows["bot_snapshots"][0]["question"]) == ("Awa @awa", "attacks near Gao")


def test_forgetting_keeps_the_role_alone(reader: Phone, phone: Phone) -> None:
    reader.say("attacks near Gao")
    reader.say("/forget")
    assert reader.press("Erase it; I stay let in")[0].startswith("Erased. I keep your Telegram id")
    assert kept(phone) == {"bot_people": 1}
    assert phone.in_store(lambda store: store.rows_of(READER)["bot_people"][0]["name"]) == ""


def test_forgetting_all_leaves_nothing(reader: Phone, phone: Phone) -> None:
    reader.say("attacks near Gao")
    reader.say("/forget")
    assert reader.press("Erase it and let me go")[0].startswith("Erased. You are no longer let in")
    assert kept(phone) == {}


def test_keeping_it_keeps_it(reader: Phone, phone: Phone) -> None:
    reader.say("attacks near Gao")
    reader.say("/forget")
    assert reader.press("Keep it")[0].startswith("Nothing was erased")
    assert kept(phone) == {"bot_people": 1, "bot_snapshots": 1, "bot_turns": 1}


def test_the_buttons_of_a_forgotten_answer_are_gone(reader: Phone, phone: Phone) -> None:
    reader.say("attacks near Gao")
    answer = phone.request.last_with_buttons()
    assert answer
    reader.say("/forget")
    reader.press("Erase it; I stay let in")
    told = phone.runner.run(reader.talk.press(answer["reply_markup"]["inline_keyboard"][0][0], answer))
    assert told[0]["text"].startswith("That answer is more than")


def test_the_only_operator_cannot_leave(tmp_path: Path) -> None:
    with open_phone(tmp_path, FixedEngine(an_answer())) as phone:
        boss = phone.as_person(READER)
        code = phone.in_store(lambda store: store.people.new_claim(NOW))
        phone.in_store(lambda store: setattr(store, "_operators", frozenset()))
        boss.say(code)
        boss.say("/forget")
        assert boss.press("Erase it and let me go")[0].startswith("You alone run this bot")
        assert phone.in_store(lambda store: store.role(READER)) is Role.OPERATOR


def test_a_group_does_not_see_what_is_kept(phone: Phone) -> None:
    entities = [{"type": "bot_command", "offset": 0, "length": 18}]
    message = phone.message(GROUP, text="/privacy@vigie_bot", entities=entities)
    assert phone.feed(message=message) == ["I do not know this command. /help shows what you can ask."]


def test_watches_are_shown_and_forgotten_too(reader: Phone, phone: Phone) -> None:
    phone.engine.kept[str(READER)] = {"watches": [{"standing": "attacks near Gao"}]}
    assert "• one watch: its question" in reader.say("/privacy")[0]
    reader.say("/forget")
    reader.press("Erase it; I stay let in")
    assert phone.engine.kept == {}


def test_the_watches_of_whom_is_revoked_end(reader: Phone, phone: Phone) -> None:
    phone.engine.kept[str(READER)] = {"watches": [{"standing": "attacks near Gao"}]}
    phone.say("/people")
    phone.press("2")
    phone.press("Revoke now")
    assert phone.engine.kept == {}


def test_revoking_erases_what_is_kept(reader: Phone, phone: Phone) -> None:
    reader.say("attacks near Gao")
    phone.in_store(lambda store: store.appoint(READER, None, NOW))
    assert kept(phone) == {"bot_people": 1}


@pytest.mark.parametrize("table", sorted({*OF_A_PERSON, *OF_A_CHAT}))
def test_every_table_is_told_in_words(phone: Phone, table: str) -> None:
    assert all(Catalogue.load(code).text(f"kept-{table}", count=2) for code in ("en", "fr"))


# -- how fast ------------------------------------------------------------------------------------------------------


def flood(phone: Phone, count: int = ASKING.burst + 3) -> list[list[str]]:
    return [phone.say("attacks near Gao") for _ in range(count)]


def test_a_flood_is_told_once_to_wait(phone: Phone) -> None:
    told = flood(phone)
    assert told[ASKING.burst] == ["That is a lot at once. Ask again in 3 seconds."]
    assert told[ASKING.burst + 1 :] == [[], []]


def test_after_the_wait_a_question_is_answered(phone: Phone) -> None:
    flood(phone)
    phone.clock[0] += timedelta(seconds=3)
    assert "Village 1" in phone.say("attacks near Gao")[0]


def test_ones_flood_does_not_slow_another(reader: Phone, phone: Phone) -> None:
    flood(phone)
    assert "Village 1" in reader.say("attacks near Gao")[0]


def test_a_press_in_a_flood_gets_its_word(phone: Phone) -> None:
    flood(phone)
    assert phone.press("Whole 1") == ["That is a lot at once. Ask again in 3 seconds."]


def test_an_editor_may_forward_a_whole_evening(phone: Phone) -> None:
    origin: dict[str, Any] = {"type": "hidden_user", "date": 0, "sender_user_name": "x"}
    told = [phone.feed(message=phone.message(text=f"Words {n}.", forward_origin=origin)) for n in range(40)]
    assert [len(texts) for texts in told] == [1] * 40


def test_a_reader_may_not(reader: Phone) -> None:
    origin: dict[str, Any] = {"type": "hidden_user", "date": 0, "sender_user_name": "x"}
    told = [reader.feed(message=reader.message(text=f"Words {n}.", forward_origin=origin)) for n in range(40)]
    assert sum(len(texts) for texts in told) == ASKING.burst + 1
