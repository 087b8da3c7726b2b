from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gazetteer import Gazetteer, GazetteerEntry, name_key, prominence, radius_km, sound_key
from index.model import Place
from tests.index.small_gazetteer import BAMAKO, GAZETTEER, KORO, KORO_SEGOU, MALI, MENAKA, TIMBUKTU, WITHOUT_VILLAGES


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Menaka", "Ménaka"),
        ("MÉNAKA", "Ménaka"),
        ("Kassela", "Kasséla"),
        ("Ndaki", "N'Daki"),
        ("N’Daki", "N'Daki"),
        ("Tin Akoff", "Tin-Akoff"),
        ("Ti-n-Essako", "Tin Essako"),
    ],
)
def test_two_spellings_of_a_name_share_a_key(written: str, known: str) -> None:
    assert name_key(written) == name_key(known)


def test_a_bambara_letter_is_read_as_its_latin_one() -> None:
    assert name_key("Kɔnna") == "konna"


def test_a_name_in_another_script_has_no_key() -> None:
    assert name_key("تمبكتو") == ""


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


def test_an_alternate_name_finds_its_place() -> None:
    assert GAZETTEER.named("Tombouctou")[0] == TIMBUKTU


def test_the_most_prominent_namesake_comes_first() -> None:
    assert GAZETTEER.named("koro")[0] == KORO


def test_a_name_that_nothing_has_finds_nothing() -> None:
    assert GAZETTEER.named("Barkadroussou") == ()


def test_one_letter_lost_is_forgiven() -> None:
    assert GAZETTEER.respelled("Bamko")[0] == BAMAKO


def test_two_letters_swapped_are_forgiven() -> None:
    assert GAZETTEER.respelled("Mneaka")[0] == MENAKA


def test_two_letters_wrong_are_not_forgiven() -> None:
    assert GAZETTEER.respelled("Bimeko") == ()


def test_a_short_name_is_never_respelled() -> None:
    assert GAZETTEER.respelled("Gau") == ()


@given(st.sampled_from(["bamako", "hombori", "ansongo"]), st.integers(0, 6), st.sampled_from("aeiouklmnt"))
def test_any_one_letter_added_is_forgiven(name: str, at: int, letter: str) -> None:
    places = GAZETTEER.respelled(name[:at] + letter + name[at:])
    assert name in {name_key(place.name) for place in places}


def test_a_capital_is_known_by_its_country() -> None:
    assert GAZETTEER.capital("ML") == BAMAKO


def test_a_label_tells_namesakes_apart() -> None:
    assert GAZETTEER.label(KORO) == "Koro, Mopti, ML"
    assert GAZETTEER.label(KORO_SEGOU) == "Koro, Ségou, ML"


def test_a_gazetteer_without_units_is_small() -> None:
    assert WITHOUT_VILLAGES.is_small


def test_a_country_with_units_is_detailed() -> None:
    assert GAZETTEER.detailed_countries == {"ML"}


def test_a_place_given_twice_keeps_its_larger_population() -> None:
    twice = [GazetteerEntry(Place(1, "San", 13.3, -4.9, "ML", population=n)) for n in (100_000, 0)]
    assert Gazetteer.from_entries(twice).named("San")[0].population == 100_000


def test_a_place_given_twice_keeps_the_names_of_both() -> None:
    place = Place(1, "Timbuktu", 16.8, -3.0, "ML")
    both = Gazetteer.from_entries([GazetteerEntry(place, ("Tombouctou",)), GazetteerEntry(place, ("Tumutu",))])
    assert both.named("Tombouctou") == both.named("Tumutu") == (place,)


def test_a_capital_is_likelier_than_a_hamlet() -> None:
    assert prominence(BAMAKO) > prominence(KORO) > prominence(KORO_SEGOU)


def test_a_country_reaches_hundreds_of_kilometres() -> None:
    assert 500 < radius_km(MALI) < 700


def test_a_village_reaches_two_kilometres() -> None:
    assert radius_km(KORO_SEGOU) == 2.0


@pytest.mark.parametrize(
    ("one", "other"), [("Dyoura", "Dioura"), ("Sinda Uro", "Sinda-Ouro"), ("Docoumbo", "Doukombo"), ("Djalo", "Jalou")]
)
def test_two_ways_to_write_the_same_sounds_have_one_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(("one", "other"), [("Koro", "Koulikoro"), ("Gao", "Gaya"), ("Boni", "Bono")])
def test_two_names_that_sound_otherwise_have_two_keys(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)
