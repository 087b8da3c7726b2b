from __future__ import annotations

from dataclasses import replace

import pytest

from index.credits import independent
from index.story_turns import Member
from tests.index.telling_stories import RAID, copied, member, told

TRANSLATION = (
    "Armed men attacked an army post at Bankass in central Mali on Tuesday, residents said. Three soldiers were wounded"
    " and two vehicles taken, a local official told the {outlet} by phone."
)


def test_ten_copies_of_one_text_are_one_source() -> None:
    papers = [copied(RAID, f"Journal {number}", hours=number) for number in range(1, 11)]
    assert independent([member(one) for one in (RAID, *papers)]) == 1


def test_a_text_cut_to_its_first_sentences_is_no_source_of_its_own() -> None:
    longer = replace(RAID, body=RAID.body + " Une réunion de crise était prévue à Bamako dans la soirée de mercredi.")
    assert independent([member(longer), member(copied(RAID, "Journal Essai"))]) == 1


def test_an_agency_an_army_and_a_resident_are_three() -> None:
    army = told("Terrorists attacked a post at Bankass, Mali, on Tuesday and were repelled.", "Armée malienne")
    resident = told("They attacked the post of Bankass, Mali, on Tuesday. I saw the army run.", "Habitante de Bankass")
    said = replace(RAID, body=RAID.body + " L'armée malienne a confirmé l'attaque.")
    assert independent([member(one) for one in (said, army, resident)]) == 3


def test_a_translation_that_names_its_source_is_none_of_its_own() -> None:
    english = told(TRANSLATION.format(outlet="news agency Agence Essai"), "Daily Essai")
    assert independent([member(RAID), member(english)]) == 1


def test_a_source_that_names_another_and_itself_is_one_of_its_own() -> None:
    english = told(TRANSLATION.format(outlet="Daily Essai, as Agence Essai also reported,"), "Daily Essai")
    assert independent([member(RAID), member(english)]) == 2


@pytest.mark.parametrize("credit", [" (AFP)", " Un élu l'a confirmé à l'AFP.", " (avec AFP)"])
def test_two_that_credit_one_agency_have_one_source(credit: str) -> None:
    one = told("Un poste de l'armée a été attaqué mardi à Bankass, au Mali." + credit, "Journal Un", "fr")
    other = told("Attaque mardi contre les soldats de Bankass, au Mali : des blessés." + credit, "Journal Deux", "fr")
    assert independent([member(one), member(other)]) == 1


def test_two_dispatches_of_one_source_are_one() -> None:
    more = replace(RAID, id="suite", body="Bankass, Mali : le calme est revenu.")
    assert independent([member(RAID), member(more)]) == 1


def echoing(one: Member, other: Member) -> list[Member]:
    """Both, each saying the other's sentences again."""
    return [replace(one, row=1, echoes=frozenset({2})), replace(other, row=2, echoes=frozenset({1}))]


SAID_AGAIN = told("Gunmen raided an army post at Bankass, Mali, on Tuesday and wounded three soldiers.", "Daily Essai")


def test_who_says_anothers_sentences_again_is_no_source_of_its_own() -> None:
    assert independent(echoing(member(RAID), member(SAID_AGAIN))) == 1


def test_a_party_that_speaks_like_another_speaks_for_itself() -> None:
    army = replace(SAID_AGAIN, source="Armée malienne")
    assert independent(echoing(member(RAID), member(army))) == 2


def test_who_counts_otherwise_is_a_source_of_its_own() -> None:
    other = replace(SAID_AGAIN, body=SAID_AGAIN.body.replace("three", "nine"))
    assert independent(echoing(member(RAID), member(other))) == 2


def test_nobody_is_counted_as_one() -> None:
    assert independent([]) == 1
