"""What people say of an answer is kept with its question and the passages shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.feedback import Judgement, Verdict
from tests.bot.phone import Phone, open_phone
from tests.builders import NOW, a_query, an_answer, many_stories
from tests.doubles import FixedEngine

QUESTION = "attacks near Bamako"


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(2)))) as opened:
        yield opened


def kept(phone: Phone) -> tuple[Judgement, ...]:
    found: tuple[Judgement, ...] = phone.in_store(lambda store: store.feedback.all())
    return found


def test_a_thumb_up_keeps_the_question_and_what_was_shown(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.clock[0] += timedelta(hours=1)
    assert phone.press("👍") == ["Noted, thank you."]
    assert kept(phone) == (Judgement(phone.talk.user_id, QUESTION, "en", NOW, Verdict.GOOD, (1, 2)),)


def test_a_thumb_down_asks_what_is_wrong(phone: Phone) -> None:
    phone.say(QUESTION)
    assert phone.press("👎") == ["What is wrong with this answer?"]
    assert phone.labels() == ["Wrong place", "Old", "Off topic"]


def test_a_thumb_down_counts_before_it_is_explained(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.press("👎")
    assert [one.verdict for one in kept(phone)] == [Verdict.BAD]


@pytest.mark.parametrize(
    ("label", "verdict"),
    [("Wrong place", Verdict.MISPLACED), ("Old", Verdict.OUTDATED), ("Off topic", Verdict.OFFTOPIC)],
)
def test_what_is_wrong_replaces_the_thumb(phone: Phone, label: str, verdict: Verdict) -> None:
    phone.say(QUESTION)
    phone.press("👎")
    assert phone.press(label) == ["Noted, thank you."]
    assert [one.verdict for one in kept(phone)] == [verdict]


def test_only_what_stood_on_the_page_is_judged(tmp_path: Path) -> None:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(9)))) as phone:
        shown = phone.say(QUESTION)[0].count("<blockquote>")
        phone.press("👍")
        assert kept(phone)[0].shown == tuple(range(1, shown + 1))


def test_an_empty_answer_bears_no_thumbs(tmp_path: Path) -> None:
    with open_phone(tmp_path, FixedEngine(an_answer(query=a_query(area=None)))) as phone:
        phone.say(QUESTION)
        assert not {"👍", "👎"} & set(phone.labels())


def test_what_depends_on_where_somebody_was_is_marked(phone: Phone) -> None:
    phone.share(13.5, 2.1)
    phone.press("👍")
    assert not kept(phone)[0].told_by_words


def test_start_tells_that_ratings_are_kept(phone: Phone) -> None:
    assert "I keep what you say of it with the question" in phone.say("/start")[0]


def test_forgetting_a_person_forgets_what_they_said(phone: Phone) -> None:
    phone.say(QUESTION)
    phone.press("👍")
    phone.in_store(lambda store: store.erase(phone.talk.user_id, access_too=False))
    assert kept(phone) == ()
