"""When what is told is confirmed by nobody."""

from __future__ import annotations

import pytest

from index.claims import find_claims
from index.doubt import doubt_of
from index.model import Doubt, Kind, Span
from index.text import sentences


def doubt(body: str, kind: Kind = Kind.ATTACK) -> Doubt | None:
    """Of the first sentence of a body."""
    cut = sentences(body)
    return doubt_of(body, find_claims(body, cut), (kind,), cut[0])


@pytest.mark.parametrize(
    "body",
    [
        "L'armée affirme avoir tué dix assaillants. Ce bilan n'a pas pu être vérifié.",
        "Le camp a été pris, selon une information non confirmée.",
        "The army said ten attackers were killed. The claim could not be independently verified.",
        "Unconfirmed reports speak of nine dead.",
        "Une explosion a fait deux morts. Aucune confirmation officielle n'a été obtenue.",
    ],
)
def test_what_nobody_could_verify_is_unverified(body: str) -> None:
    assert doubt(body) is Doubt.UNVERIFIED


@pytest.mark.parametrize(
    "body",
    [
        "Six gardes ont été tués, a dit un officier sous couvert d'anonymat.",
        "Six guards were killed, two officers said. They asked not to be named.",
        "Selon une source qui a requis l'anonymat, le pont est tombé.",
    ],
)
def test_who_would_not_be_named_is_anonymous(body: str) -> None:
    assert doubt(body) is Doubt.ANONYMOUS


@pytest.mark.parametrize(
    "body", ["Le JNIM a revendiqué l'attaque de Fanga.", "The Malian army said it killed nine militants."]
)
def test_what_one_party_alone_tells_is_one_sided(body: str) -> None:
    assert doubt(body) is Doubt.ONE_SIDE


@pytest.mark.parametrize(
    "body",
    [
        "Le JNIM a revendiqué l'attaque de Fanga. Des habitants ont vu brûler le camp.\n\nUn habitant raconte la nuit.",
        "The Malian army said it killed nine militants. JNIM said its fighters carried out the raid.",
        "Des habitants ont rapporté une attaque à Fanga.",
        "Une attaque a fait deux morts à Fanga.",
    ],
)
def test_what_another_side_or_a_witness_tells_too_is_not_in_doubt(body: str) -> None:
    assert doubt(body) is None


def test_a_denial_by_the_other_side_confirms_nothing() -> None:
    body = "Le FLA accuse l'armée malienne d'avoir tué un berger. L'armée malienne dément toute bavure."
    assert doubt(body) is Doubt.ONE_SIDE


def test_what_a_minister_says_of_peaceful_things_is_not_in_doubt() -> None:
    assert doubt("Le ministre a annoncé une école.", Kind.POLITICS) is None


def test_words_of_doubt_further_on_are_about_something_else() -> None:
    body = "Deux bergers ont été tués à Fanga. La route est fermée. L'identité du chauffeur n'est pas confirmée."
    assert doubt(body) is None


def test_a_quote_outside_every_sentence_is_not_in_doubt() -> None:
    assert doubt_of("", (), (Kind.ATTACK,), Span(0, 0)) is None
