from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.correction_words import says_it_corrects

NEWS = "Des hommes armés ont attaqué mardi un marché à Bankass, a indiqué un élu."


@pytest.mark.parametrize(
    "title",
    [
        "RECTIF Mali : un marché attaqué à Bankass",
        "RECTIFICATIF : un marché attaqué à Bankass",
        "Rectificatif : un marché attaqué à Bankass",
        "CORRIGÉ - Un marché attaqué à Bankass",
        "CORRECTED-Market attacked in Bankass",
        "Correction: Market attacked in Bankass",
        "[CORRECTION] Market attacked in Bankass",
        "CORRECTION",
        "ERRATUM – Un marché attaqué à Bankass",
        "Mali-Bankass-attaque-RECTIF",
        "BC-AF--Mali-Attack,CORRECTIVE",
    ],
)
def test_a_desk_marks_a_correction_at_the_headline(title: str) -> None:
    assert says_it_corrects(title, NEWS)


@pytest.mark.parametrize(
    "note",
    [
        "(Corrige le bilan au premier paragraphe)",
        "=(Corrigé avec l'heure de l'attaque)=",
        "(Corrects paragraph 3 to say seven dead, not nine)",
        "(CORRECTS number of dead)",
        "Eds: CORRECTS the day of the attack.",
        "Note aux rédactions : corrige le nom du village.",
    ],
)
def test_a_note_before_the_text_marks_a_correction(note: str) -> None:
    assert says_it_corrects("Un marché attaqué à Bankass", f"BANKASS, 3 nov (Agence Essai)\n\n{note}\n\n{NEWS}")


@pytest.mark.parametrize(
    "title",
    [
        "Correctional officers attacked in Bankass",
        "CORRECTION CENTRE ATTACKED IN BANKASS",
        "Correction d'examens suspendue à Bankass",
        "The army corrects a report on Bankass",
        "L'armée corrige le bilan de Bankass",
        "Le ministère rectifie : aucun mort à Bankass",
        "Self-correction in the ranks",
        "",
    ],
)
def test_a_headline_about_correcting_marks_none(title: str) -> None:
    assert not says_it_corrects(title, NEWS)


def test_a_correction_told_far_down_is_not_the_dispatchs_own() -> None:
    assert not says_it_corrects(None, f"{NEWS}\n" * 8 + "CORRECTION: a caption of another day")


def test_a_bracket_inside_a_sentence_is_no_note() -> None:
    assert not says_it_corrects(None, "Le ministre (corrigé par un porte-parole) a parlé de sept morts à Bankass.")


@given(st.text(max_size=2_000))
def test_any_text_is_judged(text: str) -> None:
    assert says_it_corrects(text, text) in {True, False}
