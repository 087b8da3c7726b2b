"""Where a person is: kept in memory for half an hour, on the disk only on purpose, never shown to a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from index.model import Circle
from index.question_model import FollowUp
from tests.bot.phone import GROUP, Phone, open_phone
from tests.builders import a_note, a_query, an_answer, many_stories
from tests.doubles import FixedEngine

HERE = (13.5127, 2.1126)
AROUND = an_answer(*many_stories(9), query=a_query(area=Circle("", *HERE, 50.0)))
NEAR_ME = "attacks near me"


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    engine = FixedEngine(AROUND)
    engine.goes_on["within 25 km"] = FollowUp("latest news within 25 km of me", "en", keeps_place=True)
    with open_phone(tmp_path, engine) as opened:
        yield opened


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[Phone]:
    """A phone whose engine does not know where the person is."""
    with open_phone(tmp_path, FixedEngine(replace(AROUND, stories=(), notes=(a_note("location_missing"),)))) as opened:
        yield opened


def on_disk(folder: Path, text: str) -> bool:
    return any(text.encode() in path.read_bytes() for path in folder.iterdir())


def test_a_location_asks_for_the_latest_around_it(phone: Phone) -> None:
    phone.share(*HERE)
    assert (phone.engine.asked, phone.engine.here) == (["latest news near me"], HERE)


def test_a_venue_is_a_location_too(phone: Phone) -> None:
    point = {"latitude": HERE[0], "longitude": HERE[1]}
    phone.feed(message=phone.message(location=point, venue={"location": point, "title": "x", "address": "y"}))
    assert phone.engine.here == HERE


def test_distances_are_told_from_the_person(phone: Phone) -> None:
    assert "38 km E of you" in phone.share(*HERE)[0]


def test_other_radii_are_offered_by_buttons(phone: Phone) -> None:
    phone.share(*HERE)
    assert [label for label in phone.labels() if label.endswith(" km")] == ["10 km", "25 km", "100 km"]


def test_a_radius_asks_again_around_the_same_point(phone: Phone) -> None:
    phone.share(*HERE)
    phone.press("25 km")
    assert (phone.engine.asked[-1], phone.engine.here) == ("latest news within 25 km of me", HERE)


def test_a_live_location_is_followed_without_a_word(phone: Phone) -> None:
    first = phone.message(location={"latitude": 1.0, "longitude": 2.0, "live_period": 900})
    phone.feed(message=first)
    moved = {**first, "location": {"latitude": HERE[0], "longitude": HERE[1], "live_period": 900}, "edit_date": 1}
    assert phone.feed(edited_message=moved) == []
    phone.say(NEAR_ME)
    assert phone.engine.here == HERE


def test_near_me_means_the_location_shared_within_half_an_hour(phone: Phone) -> None:
    phone.share(*HERE)
    phone.clock[0] += timedelta(minutes=29)
    phone.say(NEAR_ME)
    assert phone.engine.here == HERE


def test_after_half_an_hour_the_location_is_forgotten(phone: Phone) -> None:
    phone.share(*HERE)
    phone.clock[0] += timedelta(minutes=30)
    phone.say(NEAR_ME)
    assert phone.engine.here is None


def test_without_a_location_it_is_asked_for_by_a_button(lost: Phone) -> None:
    assert lost.say(NEAR_ME)[0].startswith("Where are you?")
    sent = [call.parameters for call in lost.request.calls if call.method == "sendMessage"]
    assert sent[-1]["reply_markup"]["keyboard"] == [[{"text": "Send my location", "request_location": True}]]


def test_the_question_that_waited_for_the_location_is_then_asked(lost: Phone) -> None:
    lost.say(NEAR_ME)
    lost.engine.answer = AROUND
    lost.share(*HERE)
    assert (lost.engine.asked[-1], lost.engine.here) == (NEAR_ME, HERE)


def test_a_group_is_not_asked_where_anybody_is(tmp_path: Path) -> None:
    engine = FixedEngine(replace(AROUND, stories=(), notes=(a_note("location_missing"),)))
    with open_phone(tmp_path, engine) as phone:
        (told,) = phone.feed(message=phone.message(GROUP, text=f"/ask@vigie_bot {NEAR_ME}", entities=[ASK]))
        assert told.startswith("In a group I do not use your location.")


def test_a_location_shared_in_private_is_not_used_in_a_group(phone: Phone) -> None:
    phone.share(*HERE)
    phone.feed(message=phone.message(GROUP, text=f"/ask@vigie_bot {NEAR_ME}", entities=[ASK]))
    assert phone.engine.here is None


def test_a_location_reaches_no_disk(phone: Phone, tmp_path: Path) -> None:
    phone.share(*HERE)
    phone.say(NEAR_ME)
    assert not on_disk(tmp_path, "13.51")
    assert phone.in_store(lambda store: store.talks.place(phone.talk.user_id)) is None


def test_a_location_saved_on_purpose_is_rounded_to_about_a_kilometre(phone: Phone) -> None:
    phone.share(*HERE)
    assert phone.press("Save as my place")[0].startswith("Your place is 13.51, 2.11.")
    assert phone.in_store(lambda store: store.talks.place(phone.talk.user_id)).point == (13.51, 2.11)


def test_latest_without_words_is_around_the_place_saved(phone: Phone) -> None:
    phone.share(*HERE)
    phone.press("Save as my place")
    phone.clock[0] += timedelta(days=3)
    phone.say("/latest")
    assert (phone.engine.asked[-1], phone.engine.here) == ("latest news near me", (13.51, 2.11))


def test_more_of_an_answer_around_the_place_saved_is_counted_from_it(phone: Phone) -> None:
    phone.share(*HERE)
    phone.press("Save as my place")
    shown = phone.say("/latest")[0].count("<blockquote>")
    phone.clock[0] += timedelta(days=1)
    phone.press(f"More ({9 - shown})")
    assert phone.engine.here == (13.51, 2.11)


def test_a_place_is_saved_by_name(phone: Phone) -> None:
    assert phone.say("/place  Gao ")[0].startswith("Your place is Gao.")
    phone.say("/latest")
    assert (phone.engine.asked[-1], phone.engine.here) == ("latest news near Gao", None)


def test_a_place_is_saved_in_french(phone: Phone) -> None:
    phone.talk.language = "fr"
    assert phone.say("/lieu Gao")[0].startswith("Votre lieu est Gao.")


def test_a_name_that_nobody_knows_is_not_saved(tmp_path: Path) -> None:
    with open_phone(tmp_path, FixedEngine(replace(AROUND, query=a_query(area=None)))) as phone:
        assert phone.say("/place Zorblaville")[0].startswith("I do not know the place Zorblaville.")
        assert phone.in_store(lambda store: store.talks.place(phone.talk.user_id)) is None


def test_a_saved_place_can_be_forgotten(phone: Phone) -> None:
    phone.say("/place Gao")
    phone.press("Forget it")
    assert phone.say("/latest")[0].startswith("No place is saved.")


def test_latest_of_words_is_the_latest_of_those(phone: Phone) -> None:
    phone.say("/latest attacks near Gao")
    assert phone.engine.asked == ["latest attacks near Gao"]


def test_latest_in_a_group_does_not_tell_it_ones_place(phone: Phone) -> None:
    phone.say("/place Gao")
    command = {**ASK, "length": len("/latest@vigie_bot")}
    (told,) = phone.feed(message=phone.message(GROUP, text="/latest@vigie_bot", entities=[command]))
    assert told.startswith("In a group I do not use your place.")


def test_saving_a_location_that_was_forgotten_asks_for_it_again(phone: Phone) -> None:
    phone.share(*HERE)
    phone.clock[0] += timedelta(hours=1)
    assert phone.press("Save as my place")[0].startswith("No place is saved. Send your location")


def test_forgetting_a_person_forgets_where_they_are(phone: Phone) -> None:
    phone.share(*HERE)
    phone.in_store(lambda store: store.erase(phone.talk.user_id, access_too=False))
    phone.say(NEAR_ME)
    assert phone.engine.here is None


ASK: dict[str, Any] = {"type": "bot_command", "offset": 0, "length": len("/ask@vigie_bot")}
