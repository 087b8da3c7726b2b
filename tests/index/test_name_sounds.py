from __future__ import annotations

import pytest

from index.name_sounds import is_written_as_name, sound_token, sound_tokens


@pytest.mark.parametrize(
    ("one", "other"), [("Dyoura", "Dioura"), ("Sinda-Ouro", "Sinda Uro"), ("N'Daki", "Ndaki"), ("Djenné", "Jenne")]
)
def test_two_spellings_of_one_sound_share_a_token(one: str, other: str) -> None:
    assert sound_token(one) == sound_token(other)


@pytest.mark.parametrize("name", ["Gao", "", "Bâ"])
def test_a_short_name_has_no_token_of_its_own(name: str) -> None:
    assert sound_token(name) == ""


def test_a_name_of_two_words_is_found_whole_and_by_each() -> None:
    wanted = {sound_token("Kourma Bello"), sound_token("Kourma"), sound_token("Bello")}
    assert wanted <= set(sound_tokens("Des hommes ont attaqué Kourma Bello hier.").split())


def test_common_words_make_no_name() -> None:
    assert sound_token("attaqué") not in sound_tokens("Des hommes ont attaqué Kourma hier.").split()


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["Le club a limogé Martin Zarkawou samedi."], True),
        (["Selon Zarcawou, tout va bien.", "Zarkawou est parti."], True),
        (["Zarkawou est parti."], False),  # any first word has a capital
        (["Le vent Zarkawou souffle.", "Un zarkawou est un vent."], False),
        (["Rien de tel."], False),
        ([], False),
    ],
)
def test_a_name_is_what_has_a_capital_wherever_it_stands_within_a_sentence(texts: list[str], name: bool) -> None:
    assert is_written_as_name("zarkawou", texts) == name
