"""The buttons under a whole passage: who tells the story, and where it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.model import Story
from tests.bot.phone import Phone, open_phone
from tests.builders import a_passage, a_story, an_answer
from tests.doubles import FixedEngine

QUESTION = "attacks near Bamako"


@contextmanager
def whole_of(folder: Path, story: Story, language: str = "en") -> Iterator[Phone]:
    """A phone that shows a story's passage whole."""
    with open_phone(folder, FixedEngine(an_answer(story)), language=language) as phone:
        phone.say(QUESTION)
        phone.press("Whole 1")
        yield phone


def venue(phone: Phone) -> dict[str, Any]:
    return next(call.parameters for call in reversed(phone.request.calls) if call.method == "sendVenue")


def test_every_dispatch_of_the_story_is_named_with_its_link(tmp_path: Path) -> None:
    other = replace(a_passage(2, source="Wire Two", url="https://two.example/2"), dispatch="d2")
    with whole_of(tmp_path, a_story(a_passage(1), other)) as phone:
        (told,) = phone.press("Sources")
        assert told.startswith("<b>Told by 2 dispatches:</b>\n• Radio Falaise · 18 Aug 2025, 09:30")
        assert '• Wire Two · 18 Aug 2025, 09:30 · <a href="https://two.example/2">' in told


def test_a_dispatch_with_several_passages_is_named_once(tmp_path: Path) -> None:
    again = replace(a_passage(2), dispatch="d1")
    with whole_of(tmp_path, a_story(a_passage(1), again)) as phone:
        assert phone.press("Sources")[0].startswith("<b>Told by one dispatch:</b>")


def test_a_story_told_by_hundreds_fits_one_message(tmp_path: Path) -> None:
    many = [a_passage(number, source="S" * 90) for number in range(1, 300)]
    with whole_of(tmp_path, a_story(*many)) as phone:
        assert "… and 279 more." in phone.press("Sources")[0]


def test_where_is_a_point_on_the_map_with_how_sure_it_is(tmp_path: Path) -> None:
    with whole_of(tmp_path, a_story()) as phone:
        phone.press("Where")
        sent = venue(phone)
        assert (sent["latitude"], sent["longitude"], sent["title"]) == (12.6, -7.6, "Kassela")
        assert sent["address"] == "within 2 km of 12.6000, -7.6000"


def test_a_stretch_of_land_is_no_point_on_the_map(tmp_path: Path) -> None:
    with whole_of(tmp_path, a_story(place="Mopti Region", uncertainty_km=150.0)) as phone:
        assert phone.press("Where") == ["The text says Mopti Region, which is too wide for a point on the map."]


def test_a_story_without_a_place_says_so(tmp_path: Path) -> None:
    with whole_of(tmp_path, replace(a_story(place=None), lat=None, lon=None)) as phone:
        assert phone.press("Where")[0].startswith("The text does not say where.")


def test_a_withdrawn_story_is_nowhere(tmp_path: Path) -> None:
    with whole_of(tmp_path, a_story()) as phone:
        phone.engine.withdrawn.add(1)
        assert phone.press("Where")[0].startswith("Its source has taken this passage back")
        assert phone.press("Sources")[0].startswith("Its source has taken this passage back")


def test_a_hostile_place_is_shown_inert_on_the_map(tmp_path: Path) -> None:
    with whole_of(tmp_path, a_story(place="\u202eX" * 200)) as phone:
        phone.press("Where")
        assert venue(phone)["title"].startswith("XXX")
        assert len(venue(phone)["title"]) <= 64
