from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.catalogue import Catalogue
from bot.developments import line
from bot.render import whole_answer
from bot.wording import Reader
from index.story_model import Harm, Material, Toll, Turn
from tests.builders import NOW, a_story, an_answer

ENGLISH, FRENCH = (Reader(Catalogue.load(code), ZoneInfo("UTC"), NOW) for code in ("en", "fr"))
STORY = a_story()


def killed(least: int, most: int | None) -> Toll:
    return Toll(0, 9, Harm.KILLED, least, most, "soldiers")


RAISED = Turn(Material.TOLL, "Wire Essai", NOW, before=killed(15, 15), after=killed(17, 17))
DENIED = Turn(Material.DENIAL, "Radio Essai", NOW, actor="malian_army")


def test_a_story_that_one_source_told_once_has_no_such_line() -> None:
    assert line(ENGLISH, STORY) == ""


def test_sources_are_counted_with_those_that_are_independent() -> None:
    three = replace(STORY, sources=("A", "B", "C"), independent=2)
    assert (line(ENGLISH, three), line(FRENCH, three)) == (
        "3 sources, 2 independent",
        "3 sources, 2 indépendantes",
    )


def test_a_toll_is_told_with_the_one_before() -> None:
    told = replace(STORY, turns=(RAISED,))
    assert (line(ENGLISH, told), line(FRENCH, told)) == (
        "toll 15 → 17 dead (Wire Essai)",
        "bilan 15 → 17 morts (Wire Essai)",
    )


def test_a_count_without_an_upper_end_says_so() -> None:
    told = replace(STORY, turns=(replace(RAISED, after=killed(20, None)),))
    assert line(ENGLISH, told) == "toll 15 → 20+ dead (Wire Essai)"


def test_the_first_toll_of_a_story_that_was_told_without_stands_alone() -> None:
    told = replace(STORY, turns=(replace(RAISED, before=None),))
    assert (line(ENGLISH, told), line(FRENCH, told)) == ("toll 17 dead (Wire Essai)", "bilan 17 morts (Wire Essai)")


def test_assailants_are_called_so_and_stand_beside_the_other_dead() -> None:
    assailants = Turn(Material.TOLL, "Armée Essai", NOW, after=Toll(0, 9, Harm.KILLED, 30, 30, "attackers"))
    told = replace(STORY, turns=(RAISED, assailants))
    assert line(ENGLISH, told) == "toll 15 → 17 dead (Wire Essai) · toll 30 attackers dead (Armée Essai)"


def test_a_correction_comes_first_and_a_denial_after_the_toll() -> None:
    corrected = Turn(Material.CORRECTION, "Agence Essai", NOW)
    told = line(ENGLISH, replace(STORY, turns=(DENIED, RAISED, corrected)))
    assert told == "corrected by Agence Essai · toll 15 → 17 dead (Wire Essai) · denied by the Malian army"


def test_only_the_last_of_several_tolls_is_told() -> None:
    later = replace(RAISED, before=killed(17, 17), after=killed(19, 19))
    assert line(ENGLISH, replace(STORY, turns=(RAISED, later))) == "toll 17 → 19 dead (Wire Essai)"


def test_an_answer_shows_how_its_story_went_on() -> None:
    told = whole_answer(an_answer(replace(STORY, turns=(RAISED,))), ENGLISH)
    assert "toll 15 → 17 dead (Wire Essai)" in told.text
