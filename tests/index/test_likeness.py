from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.likeness import figures_held, held, marks_held, marks_in_order, sketch

TEXT = "The convoy left Gao for Ansongo on Monday with 12 trucks of millet and was stopped twice before nightfall."


def test_a_text_holds_itself() -> None:
    assert held(sketch(TEXT), sketch(TEXT)) == 1.0


def test_a_cut_text_is_held_whole_by_the_longer() -> None:
    assert held(sketch(TEXT), sketch(TEXT + " Nobody was hurt, the drivers said.")) == 1.0


def test_case_accents_and_spacing_make_no_difference() -> None:
    assert held(sketch("Des hommes armés ont  attaqué Gao"), sketch("des HOMMES armes ont attaque Gao")) == 1.0


def test_texts_without_a_run_in_common_hold_nothing_of_each_other() -> None:
    assert held(sketch(TEXT), sketch("A market burned in Kayes on Friday and forty stalls were lost.")) == 0.0


@pytest.mark.parametrize("text", ["", "Gao.", "one two three"])
def test_a_text_too_short_to_compare_is_like_nothing(text: str) -> None:
    assert held(sketch(text), sketch(text)) == 0.0


def test_names_and_figures_are_marks_and_a_capital_at_a_beginning_is_none() -> None:
    assert sketch(TEXT).marks == ("gao", "ansongo", "monday", "12")


def test_another_figure_is_not_held() -> None:
    assert not figures_held(sketch(TEXT), sketch(TEXT.replace("12", "13") + " More was to come on Friday."))


def test_another_name_is_a_part_that_is_not_held() -> None:
    assert marks_held(sketch(TEXT), sketch(TEXT.replace("Gao", "Kidal"))) == 0.75


def test_names_in_the_same_order_are_alike_in_another_language() -> None:
    french = "Le convoi a quitté Gao pour Ansongo avec 12 camions de mil, arrêtés deux fois avant la nuit."
    assert marks_in_order(sketch(TEXT), sketch(french)) > 0.8


@given(st.text(), st.text())
def test_holding_is_symmetric_and_a_share(one: str, other: str) -> None:
    there, back = held(sketch(one), sketch(other)), held(sketch(other), sketch(one))
    assert there == back
    assert 0.0 <= there <= 1.0
