from __future__ import annotations

from dataclasses import replace

from index.story_model import Material, Turn
from index.story_turns import Member, turns
from tests.index.telling_stories import HOUR, NOON, RAID, copied, member, told


def killed(count: str, source: str, hours: float) -> Member:
    return member(
        told(f"Gunmen killed {count} soldiers in an attack on Bankass, Mali, on Tuesday.", source, hours=hours)
    )


def tolls(*members: Member) -> list[tuple[Material, int, int]]:
    found = [(one.material, one.before, one.after) for one in turns(members)]
    return [(material, before.least, after.least) for material, before, after in found if before and after]


def test_a_toll_that_another_source_raises_is_told_with_the_one_before() -> None:
    assert tolls(killed("15", "Wire Essai", 1), killed("17", "Test Radio", 2)) == [(Material.TOLL, 15, 17)]


def test_the_first_toll_is_no_change() -> None:
    assert tolls(killed("15", "Wire Essai", 1)) == []


def test_turns_come_in_order_of_publication_whatever_the_order_of_members() -> None:
    members = [killed("15", "Wire Essai", 1), killed("17", "Test Radio", 2), killed("19", "Journal Essai", 3)]
    assert tolls(*members[::-1]) == [(Material.TOLL, 15, 17), (Material.TOLL, 17, 19)]


def test_a_toll_told_again_is_no_change() -> None:
    assert tolls(killed("15", "Wire Essai", 1), killed("15", "Test Radio", 2)) == []


def test_a_copy_changes_nothing() -> None:
    assert turns([member(RAID), member(copied(RAID, "Journal Essai"))]) == ()


def test_a_version_with_another_toll_is_a_correction() -> None:
    nine = told("Gunmen killed nine soldiers in an attack on Bankass, Mali, on Tuesday.", hours=1)
    seven = replace(nine, body=nine.body.replace("nine", "seven"), published_at=NOON + 2 * HOUR)
    assert tolls(member(seven, nine)) == [(Material.CORRECTION, 9, 7)]


def test_a_version_in_other_words_is_none() -> None:
    longer = replace(RAID, body=RAID.body + " Le calme est revenu.", published_at=NOON + HOUR)
    assert turns([member(longer, RAID)]) == ()


def test_a_version_that_calls_itself_a_correction_is_one_in_any_words() -> None:
    corrected = replace(RAID, title="CORRECTION: poste attaqué", published_at=NOON + HOUR)
    assert [turn.material for turn in turns([member(corrected, RAID)])] == [Material.CORRECTION]


def test_a_correction_under_another_id_is_told_against_what_its_source_told() -> None:
    nine = told("Gunmen killed nine soldiers in an attack on Bankass, Mali, on Tuesday.", hours=1)
    other = killed("15", "Wire Essai", 2)
    body = "(Corrects the toll)\nGunmen killed seven soldiers in an attack on Bankass, Mali, on Tuesday."
    seven = told(body, hours=3)
    assert tolls(member(nine), other, member(seven)) == [(Material.TOLL, 9, 15), (Material.CORRECTION, 9, 7)]


def test_a_denial_is_told_with_who_denies() -> None:
    denial = told("The army denied on Wednesday that it had killed herders at Bankass, Mali, on Tuesday.", "Wire Essai")
    assert [(turn.material, turn.actor) for turn in turns([member(RAID), member(denial)])] == [
        (Material.DENIAL, "malian_army")
    ]


def test_a_turn_names_its_source_and_its_hour() -> None:
    (turn,) = turns([killed("15", "Wire Essai", 1), killed("17", "Test Radio", 2)])
    assert (turn.source, turn.published_at) == ("Test Radio", NOON + 2 * HOUR)
    assert isinstance(turn, Turn)
