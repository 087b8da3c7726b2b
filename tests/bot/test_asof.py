from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot.phone import Phone, open_phone
from tests.builders import NOW, an_answer, many_stories
from tests.doubles import FixedEngine


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(9)))) as opened:
        yield opened


def test_an_answer_as_at_an_hour_is_asked_for_that_hour(phone: Phone) -> None:
    phone.say("/asof 14:00 latest attacks near Bamako")
    assert (phone.engine.asked, phone.engine.moments) == (["latest attacks near Bamako"], [NOW - timedelta(hours=1)])


def test_an_answer_as_at_an_hour_says_so(phone: Phone) -> None:
    (told,) = phone.say("/asof 14:00 latest attacks near Bamako")
    assert told.startswith("<b>As known on 20 Aug 2025, 14:00</b>")


def test_an_answer_as_at_an_hour_has_no_buttons(phone: Phone) -> None:
    phone.say("/asof 14:00 latest attacks near Bamako")
    assert phone.labels() == []


def test_without_an_hour_it_is_told_how_to_ask(phone: Phone) -> None:
    assert "/asof 14:00" in phone.say("/asof attacks near Bamako")[0]


def test_what_is_to_come_cannot_be_asked_for(phone: Phone) -> None:
    phone.say("/asof 2025-08-21 attacks near Bamako")
    assert phone.engine.asked == []


def test_a_question_that_is_too_long_is_refused(phone: Phone) -> None:
    assert "too long" in phone.say("/asof 14:00 " + "a" * 501)[0]
