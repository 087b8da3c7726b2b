"""Tolls that do not agree, side by side."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.catalogue import Catalogue
from bot.render import first_page
from bot.tolls import side_by_side
from bot.wording import Reader
from index import Harm, ToldToll, Toll
from tests.builders import NOW, a_passage, a_story, an_answer


def reader(language: str = "en") -> Reader:
    return Reader(Catalogue.load(language), ZoneInfo("UTC"), NOW)


def told(
    least: int, *speakers: str, most: int | None = -1, victims: str = "soldiers", source: str = "Radio Falaise"
) -> ToldToll:
    """Killed: `least` exactly, unless `most` is given."""
    toll = Toll(0, 5, Harm.KILLED, least, least if most == -1 else most, victims)
    return ToldToll(toll, speakers, source, "d1")


ARMY, RESIDENTS = told(3, "malian_army"), told(9, "residents", most=None)


def test_two_who_disagree_stand_side_by_side() -> None:
    shown = side_by_side(reader(), [ARMY, RESIDENTS])
    assert shown == "Killed, by whom it is said: 3 soldiers (the Malian army); at least 9 soldiers (residents)"


def test_they_stand_side_by_side_in_french_too() -> None:
    shown = side_by_side(reader("fr"), [ARMY, RESIDENTS])
    assert shown == "Morts, selon qui le dit : 3 soldats (l'armée malienne); au moins 9 soldats (des habitants)"


@pytest.mark.parametrize(
    "tolls",
    [
        [],
        [ARMY],
        [ARMY, told(3, "residents")],
        [ARMY, told(9, "malian_army")],
        [ARMY, told(30, "jnim", victims="attackers")],
    ],
)
def test_where_nobody_disagrees_nothing_is_shown(tolls: list[ToldToll]) -> None:
    assert side_by_side(reader(), tolls) == ""


def test_a_source_that_quotes_nobody_speaks_for_itself() -> None:
    assert "17 (Agence Palmier)" in side_by_side(reader(), [ARMY, told(17, victims="people", source="Agence Palmier")])


def test_a_range_is_shown_as_a_range() -> None:
    assert "15–17 soldiers" in side_by_side(reader(), [ARMY, told(15, "residents", most=17)])


def test_at_most_four_are_shown() -> None:
    assert side_by_side(reader(), [told(count, f"speaker {count}") for count in range(9)]).count("(") == 4


def test_an_answer_shows_the_tolls_under_the_quote() -> None:
    story = a_story(a_passage(), tolls=(ARMY, RESIDENTS))
    assert "(the Malian army)" in first_page(an_answer(story), "key", reader()).message.html
