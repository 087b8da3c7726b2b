"""Who is said to say what, and how."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.claims import find_claims, read_verbs
from index.model import Claim, ClaimVerb
from index.text import sentences


def claims_of(body: str) -> list[tuple[str, ClaimVerb]]:
    return [(one.actor, one.verb) for one in claims_in(body)]


def claims_in(body: str) -> tuple[Claim, ...]:
    return find_claims(body, sentences(body))


CLAIMS, DENIES, REPORTS, SAYS = ClaimVerb.CLAIMS, ClaimVerb.DENIES, ClaimVerb.REPORTS, ClaimVerb.SAYS


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        ("Le JNIM a revendiqué l'attaque.", ("jnim", CLAIMS)),
        ("L'attaque a été revendiquée par le GSIM dans un message.", ("jnim", CLAIMS)),
        ("JNIM claimed responsibility for the raid.", ("jnim", CLAIMS)),
        ("The bombing was claimed by ISWAP.", ("iswap", CLAIMS)),
        ("JNIM said it was behind the ambush.", ("jnim", CLAIMS)),
        ("ISWAP has said its fighters carried out the raid.", ("iswap", CLAIMS)),
        ("Le JNIM affirme avoir pris le camp.", ("jnim", CLAIMS)),
        ("L'armée malienne dément avoir visé des civils.", ("malian_army", DENIES)),
        ("The Malian army denied any losses.", ("malian_army", DENIES)),
        ("Le FLA accuse l'armée malienne d'avoir tué un berger.", ("fla", SAYS)),
        ("L'armée malienne a annoncé deux morts.", ("malian_army", SAYS)),
        ("The Malian army acknowledged the ambush.", ("malian_army", SAYS)),
        ("Quatre maisons ont brûlé, selon un habitant.", ("residents", REPORTS)),
        ("Four houses burned, according to residents.", ("residents", REPORTS)),
        ("Un commerçant raconte la nuit.", ("traders", REPORTS)),
        ('"Tout a brûlé", a raconté mercredi un commerçant de la ville.', ("traders", REPORTS)),
        ('"We ran," said a resident who fled.', ("residents", REPORTS)),
        ("Two men were seized, a doctor told the paper.", ("doctor", REPORTS)),
        ("A security source in Gao said the road was closed.", ("security_source", SAYS)),
        ("Le pont est coupé, a-t-on appris lundi de source hospitalière.", ("hospital_source", REPORTS)),
        ("Le véhicule est vide, a confirmé lundi leur employeur.", ("leur employeur", REPORTS)),
        ("Their car was empty, their employer, a cotton firm, told the paper.", ("their employer", SAYS)),
        ("Le ministre des Transports, qui a visité la ville, a annoncé une enquête.", ("minister", SAYS)),
        ("Le chef du village a été enlevé par six hommes, a déclaré dimanche un voisin.", ("un voisin", SAYS)),
        ("Le syndicat des transporteurs dément toute grève.", ("Le syndicat des transporteurs", DENIES)),
        ("Le poste a brûlé, ont indiqué à l'Agence Modèle A des habitants.", ("residents", REPORTS)),
        ("A Gao, le gouverneur a promis des vivres.", ("governor", SAYS)),
    ],
)
def test_the_speaker_and_the_verb_are_read(body: str, claim: tuple[str, ClaimVerb]) -> None:
    assert claims_of(body) == [claim]


@pytest.mark.parametrize(
    "body",
    [
        "L'attaque n'a pas été revendiquée.",
        "No group has claimed the attack.",
        "Le ministre n'a pas dit si la garnison serait renforcée.",
        "Les soldats sont accusés de violences.",
        "Deux attaques attribuées à des jihadistes ont eu lieu.",
        "The mayor did not say when.",
        "Un communiqué publié lundi.",
    ],
)
def test_what_nobody_says_is_no_claim(body: str) -> None:
    assert claims_of(body) == []


def test_two_speakers_of_one_sentence_each_have_a_claim() -> None:
    assert claims_of("Le poste a brûlé, ont affirmé l'armée malienne et des habitants.") == [
        ("malian_army", SAYS),
        ("residents", REPORTS),
    ]


def test_a_pronoun_is_the_last_speaker_that_fits() -> None:
    assert claims_of('L\'armée malienne a annoncé deux morts. "Le calme est revenu", a-t-elle indiqué.') == [
        ("malian_army", SAYS),
        ("malian_army", SAYS),
    ]


def test_a_pronoun_that_fits_nobody_is_left_out() -> None:
    assert claims_of('Le pont est coupé. "Le calme est revenu", a-t-elle indiqué.') == []


def test_one_subject_may_deny_and_say() -> None:
    assert claims_of("Le JNIM dément avoir perdu le poste et soutient n'avoir aucun mort.") == [
        ("jnim", DENIES),
        ("jnim", SAYS),
    ]


def test_conflicting_tolls_stand_side_by_side() -> None:
    body = "L'armée malienne a annoncé trois morts. Des habitants parlent de neuf morts."
    assert claims_of(body) == [("malian_army", SAYS), ("residents", REPORTS)]


def test_a_claim_spans_its_clause() -> None:
    body = "The Malian army says the road is open; residents said it was closed."
    assert [body[one.start : one.end] for one in claims_in(body)] == [
        "The Malian army says the road is open",
        "residents said it was closed.",
    ]


def test_a_claim_reaches_back_to_where_its_quotation_began() -> None:
    body = 'Le calme règne. "Ils sont venus. Ils ont tiré", a raconté un habitant.'
    (claim,) = claims_in(body)
    assert body[claim.start : claim.end] == '"Ils sont venus. Ils ont tiré", a raconté un habitant.'


def test_a_verb_inside_a_quotation_is_the_speakers_own() -> None:
    assert claims_of('"Le maire a dit non", a raconté un habitant.') == [("residents", REPORTS)]


@given(st.text(max_size=300))
def test_claims_lie_within_the_body(body: str) -> None:
    assert all(0 <= one.start < one.end <= len(body) for one in claims_in(body))


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("who claimed the attack on the camp?", CLAIMS),
        ("qui a revendiqué l'attaque du camp ?", CLAIMS),
        ("qui l'a revendiquée ?", CLAIMS),
        ("qui les a revendiqués ?", CLAIMS),
        ("qui l'a démentie ?", DENIES),
        ("attaques revendiquées par le JNIM", CLAIMS),
        ("attacks claimed by JNIM", CLAIMS),
        ("who denies having hit civilians?", DENIES),
        ("qui dément avoir touché des civils ?", DENIES),
        ("que dit l'armée ?", SAYS),
        ("what does the army say about the strike?", SAYS),
    ],
)
def test_a_question_asks_who_said_it(question: str, verb: ClaimVerb) -> None:
    assert read_verbs(question).verbs == (verb,)


@pytest.mark.parametrize(
    "question",
    ["latest attacks near Gao", "dernières attaques à Gao", "the army denied losses", "who took part in the march"],
)
def test_a_question_about_the_happening_asks_for_no_verb(question: str) -> None:
    assert read_verbs(question).verbs == ()
