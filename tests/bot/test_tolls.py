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
        [told(4, "malian_army"), told(2, "residents", most=None)],
        [told(15, "malian_army", most=17), told(16, "residents")],
    ],
)
def test_where_nobody_disagrees_nothing_is_shown(tolls: list[ToldToll]) -> None:
    assert side_by_side(reader(), tolls) == ""


def test_a_speaker_and_count_stand_once_whichever_dispatches_quote_them() -> None:
    again = told(3, "malian_army", source="Agence Palmier")
    assert side_by_side(reader(), [ARMY, again, RESIDENTS]).count("the Malian army") == 1


def test_a_count_that_names_its_dead_stands_for_the_same_count_that_does_not() -> None:
    vague = told(3, "malian_army", victims="people", source="Agence Palmier")
    shown = side_by_side(reader(), [vague, ARMY, RESIDENTS])
    assert (shown.count("the Malian army"), "3 soldiers" in shown) == (1, True)


def test_one_count_of_other_dead_by_one_speaker_is_another() -> None:
    civilians = told(3, "malian_army", victims="civilians")
    assert "3 civilians" in side_by_side(reader(), [ARMY, civilians, RESIDENTS])


def test_the_count_that_differs_is_shown_however_many_agree_before_it() -> None:
    agreed = [told(3, f"speaker {number}") for number in range(6)]
    assert "at least 9" in side_by_side(reader(), [*agreed, RESIDENTS])


def test_a_source_that_quotes_nobody_speaks_for_itself() -> None:
    assert "17 (Agence Palmier)" in side_by_side(reader(), [ARMY, told(17, victims="people", source="Agence Palmier")])


def test_a_range_is_shown_as_a_range() -> None:
    assert "15–17 soldiers" in side_by_side(reader(), [ARMY, told(15, "residents", most=17)])


def test_at_most_four_are_shown() -> None:
    assert side_by_side(reader(), [told(count, f"speaker {count}") for count in range(9)]).count("(") == 4


def test_an_answer_shows_the_tolls_under_the_quote() -> None:
    story = a_story(a_passage(), tolls=(ARMY, RESIDENTS))
    assert "(the Malian army)" in first_page(an_answer(story), "key", reader()).message.html
