"""Inline questions: quotes with their sources for any chat, for those alone who are let in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.model import Circle
from tests.bot.phone import Phone, open_phone
from tests.bot.telegram_rules import parsed
from tests.builders import a_note, a_passage, a_query, a_story, an_answer, many_stories
from tests.doubles import FixedEngine

QUESTION = "attacks near Bamako"


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(70)))) as opened:
        yield opened


def test_a_result_is_a_quote_with_its_source_and_link(phone: Phone) -> None:
    result = phone.ask_inline(QUESTION)["results"][0]
    text = result["input_message_content"]["message_text"]
    assert "<blockquote>Gunmen attacked a checkpoint at dusk." in text
    assert "Radio Falaise" in text
    assert '<a href="https://falaise.example/17">' in text


def test_a_result_can_be_chosen_by_its_line_and_its_quote(phone: Phone) -> None:
    result = phone.ask_inline(QUESTION)["results"][0]
    assert result["title"].startswith("Village 1 · 38 km E of Bamako · attack · Sun 17 Aug")
    assert result["description"].startswith("Gunmen attacked a checkpoint")


def test_results_are_nobody_elses(phone: Phone) -> None:
    told = phone.ask_inline(QUESTION)
    assert (told["is_personal"], told["cache_time"] <= 60) == (True, True)


def test_a_page_holds_fifty_and_tells_where_the_next_begins(phone: Phone) -> None:
    told = phone.ask_inline(QUESTION)
    assert (len(told["results"]), told["next_offset"]) == (50, "50")


def test_the_next_page_goes_on_and_is_the_last(phone: Phone) -> None:
    told = phone.ask_inline(QUESTION, offset="50")
    assert (told["results"][0]["title"].startswith("Village 51 "), len(told["results"])) == (True, 20)
    assert told.get("next_offset", "") == ""


@pytest.mark.parametrize("offset", ["x", "-1", "9" * 30, "²"])
def test_an_offset_that_is_none_of_ours_begins_at_the_start(phone: Phone, offset: str) -> None:
    assert phone.ask_inline(QUESTION, offset=offset)["results"][0]["title"].startswith("Village 1 ")


def test_the_same_quote_has_the_same_id(phone: Phone) -> None:
    first, again = (phone.ask_inline(QUESTION)["results"] for _ in range(2))
    assert [result["id"] for result in first] == [result["id"] for result in again]


def test_no_id_comes_twice(tmp_path: Path) -> None:
    story = a_story(a_passage(1))
    with open_phone(tmp_path, FixedEngine(an_answer(story, replace(story, place="Elsewhere")))) as phone:
        assert len(phone.ask_inline(QUESTION)["results"]) == 1


@pytest.mark.parametrize("typed", ["", "  ", "at"])
def test_before_a_question_there_is_a_hint(phone: Phone, typed: str) -> None:
    told = phone.ask_inline(typed)
    assert (told["results"], told["button"]["text"]) == ([], "Type a question: attacks near Gao")
    assert phone.engine.asked == []


def test_nothing_found_is_said(tmp_path: Path) -> None:
    with open_phone(tmp_path, FixedEngine(an_answer(notes=(a_note("nothing_found"),)))) as phone:
        told = phone.ask_inline(QUESTION)
        assert (told["results"], told["button"]["text"]) == ([], "Nothing found. Ask me in private.")


def test_a_stranger_gets_nothing(phone: Phone) -> None:
    told = phone.as_person(77).ask_inline(QUESTION)
    assert (told["results"], phone.engine.asked) == ([], [])


def test_where_the_asker_is_is_not_told_to_those_who_read(tmp_path: Path) -> None:
    here = {"latitude": 13.5, "longitude": 2.1}
    answer = an_answer(a_story(), query=a_query(area=Circle("", 13.5, 2.1, 50.0)))
    with open_phone(tmp_path, FixedEngine(answer)) as phone:
        told = phone.ask_inline("attacks near me", location=here)
        assert phone.engine.here == (13.5, 2.1)
        assert " km" not in told["results"][0]["input_message_content"]["message_text"]


def test_hostile_text_comes_out_inert(tmp_path: Path) -> None:
    hostile = "<b>x</b> & \u202e" + "\U0001f600" * 5000
    story = a_story(a_passage(1, hostile, source=hostile, title=hostile), place=hostile)
    with open_phone(tmp_path, FixedEngine(an_answer(story))) as phone:
        (result,) = phone.ask_inline(QUESTION)["results"]
        text, entities = parsed(result["input_message_content"]["message_text"])
        assert ("<b>x</b>" in text, "\u202e" in text, len(text) <= 4096) == (True, False, True)
        assert {entity["type"]["@type"] for entity in entities} <= {
            "textEntityTypeBold",
            "textEntityTypeBlockQuote",
            "textEntityTypeTextUrl",
        }
