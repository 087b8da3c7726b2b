"""The time zone that a person reads hours in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.console import command_entities
from bot.settings import timezone_named
from index.question_model import FollowUp
from tests.bot.phone import GROUP, Phone, open_phone
from tests.builders import an_answer, many_stories
from tests.doubles import FixedEngine


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(1)))) as opened:
        yield opened


def test_the_time_zone_in_use_is_told_with_its_time(phone: Phone) -> None:
    assert phone.say("/timezone")[0].startswith("Your hours are those of UTC: it is 20 Aug 2025, 15:00.")


def test_a_time_zone_is_chosen_by_a_button(phone: Phone) -> None:
    phone.say("/timezone")
    assert "Africa/Niamey: it is 20 Aug 2025, 16:00" in phone.press("Africa/Niamey")[0]


def test_a_time_zone_is_chosen_by_its_city(phone: Phone) -> None:
    assert "Europe/Paris: it is 20 Aug 2025, 17:00" in phone.say("/timezone paris")[0]


def test_moments_are_then_told_in_it(phone: Phone) -> None:
    before = phone.say("attacks near Bamako")[0]
    phone.say("/timezone Africa/Niamey")
    after = phone.say("latest attacks near Bamako")[0]
    assert ("18 Aug 2025, 09:30" in before, "18 Aug 2025, 10:30" in after) == (True, True)


def test_questions_are_then_read_in_its_days(phone: Phone) -> None:
    phone.say("/timezone Africa/Niamey")
    phone.engine.goes_on["in the last 24 hours"] = FollowUp("attacks in the last 24 hours", "en", keeps_place=True)
    phone.say("attacks yesterday")
    phone.say("and the day before?")
    phone.press("Only 24 h")
    phone.press("Whole 1")
    phone.press("Sources")
    phone.ask_inline("attacks yesterday")
    phone.say("/asof 14:00 attacks yesterday")
    assert phone.engine.timezones == ["Africa/Niamey"] * len(phone.engine.timezones)
    assert len(phone.engine.timezones) == 8  # asked, followed up, asked, followed up, asked, recalled, inline, as of


def test_who_chose_none_asks_in_the_days_of_the_bot(tmp_path: Path) -> None:
    with open_phone(tmp_path, FixedEngine(an_answer()), timezone=ZoneInfo("Africa/Niamey")) as phone:
        phone.say("attacks yesterday")
        assert phone.engine.timezones == ["Africa/Niamey"]


def test_in_a_group_each_asks_in_their_own_days(phone: Phone) -> None:
    phone.say("/timezone Africa/Niamey")
    phone.in_group("/ask@vigie_bot attacks yesterday")
    phone.as_person(12).in_group("/ask@vigie_bot attacks yesterday")
    assert phone.engine.timezones[-2:] == ["Africa/Niamey", "UTC"]


def test_who_writes_in_the_name_of_a_group_chooses_by_a_press(phone: Phone) -> None:
    """Telegram names one account for all anonymous admins: what it chose would be chosen in every group."""
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    message = phone.message(GROUP, text="/timezone@vigie_bot paris", entities=command_entities("/timezone@vigie_bot"))
    (told,) = phone.feed(message={**message, "from": anonymous, "sender_chat": GROUP})
    assert "those of UTC" in told
    assert "Africa/Niamey: it is" in phone.press("Africa/Niamey")[0]
    assert phone.in_store(
        lambda store: (store.talks.timezone(1087968824), store.talks.timezone(phone.talk.user_id))
    ) == (
        None,
        ZoneInfo("Africa/Niamey"),
    )


def test_a_time_zone_that_is_none_is_told_with_the_cure(phone: Phone) -> None:
    assert phone.say("/timezone Mars")[0].startswith("I do not know this time zone.")


@pytest.mark.parametrize(
    ("text", "name"),
    [("Africa/Bamako", "Africa/Bamako"), ("africa/bamako", "Africa/Bamako"), ("new york", "America/New_York")],
)
def test_a_time_zone_is_known_by_name_or_city(text: str, name: str) -> None:
    zone = timezone_named(text)
    assert zone is not None
    assert zone.key == name


@pytest.mark.parametrize("text", ["", "../../etc/passwd", "Africa", "x" * 500])
def test_what_names_no_time_zone_is_none(text: str) -> None:
    assert timezone_named(text) is None
