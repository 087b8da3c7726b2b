"""How many were harmed, who they were, and what was done to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.story_model import Harm, Toll
from index.text import sentences
from index.tolls import mark_tolls

KILLED, WOUNDED, ABDUCTED, MISSING = Harm.KILLED, Harm.WOUNDED, Harm.ABDUCTED, Harm.MISSING


def tolls_in(text: str) -> tuple[Toll, ...]:
    return mark_tolls(text, sentences(text))


def told(text: str) -> list[tuple[Harm, int, int | None, str]]:
    return [(one.harm, one.least, one.most, one.victims) for one in tolls_in(text)]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Trois soldats tués près de Kéléya.", (KILLED, 3, 3, "soldiers")),
        ("Au moins 15 morts à Fanga.", (KILLED, 15, None, "people")),
        ("Une douzaine de blessés ont été évacués.", (WOUNDED, 12, 12, "people")),
        ("15 to 17 people killed in Fanga.", (KILLED, 15, 17, "people")),
        ("L'attaque a fait neuf morts, dont deux enfants.", (KILLED, 9, 9, "people")),
        ("Huit voyageurs, dont trois femmes, ont été tués lundi.", (KILLED, 8, 8, "civilians")),
        ("At least eleven farmers from two villages were killed.", (KILLED, 11, None, "civilians")),
        ("L'explosion a coûté la vie à deux gendarmes.", (KILLED, 2, 2, "soldiers")),
        ("La patrouille a perdu six hommes.", (KILLED, 6, 6, "people")),
        ("Dozens of civilians were killed.", (KILLED, 24, None, "civilians")),
        ("Des dizaines de personnes ont péri.", (KILLED, 20, None, "people")),
        ("The army said 40 insurgents had been neutralised.", (KILLED, 40, 40, "attackers")),
        ("The bodies of three herders were found.", (KILLED, 3, 3, "civilians")),
        ("Five members of the national guard were wounded.", (WOUNDED, 5, 5, "soldiers")),
        ("Gunmen kidnapped two technicians.", (ABDUCTED, 2, 2, "civilians")),
        ("Seven men were still missing on Friday.", (MISSING, 7, 7, "people")),
        ("A shepherd was shot dead.", (KILLED, 1, 1, "civilians")),
        ("L'imam du village a été enlevé.", (ABDUCTED, 1, 1, "civilians")),
        ("Moussa Keno was shot dead at home.", (KILLED, 1, 1, "people")),
        ("Un homme âgé de 30 ans a été tué.", (KILLED, 1, 1, "people")),
        ("14 wounded soldiers were flown out.", (WOUNDED, 14, 14, "soldiers")),
    ],
)
def test_a_toll_is_read(text: str, toll: tuple[Harm, int, int | None, str]) -> None:
    assert told(text) == [toll]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("They killed three soldiers and wounded four.", (KILLED, 3), (WOUNDED, 4)),
        ("Two guards and a driver were killed.", (KILLED, 2), (KILLED, 1)),
        ("Deux soldats et cinq civils ont été blessés.", (WOUNDED, 2), (WOUNDED, 5)),
        ("One killed and 3 wounded near the ford.", (KILLED, 1), (WOUNDED, 3)),
        ("Les assaillants ont tué un berger et blessé deux femmes.", (KILLED, 1), (WOUNDED, 2)),
        ("Nobody was killed, but four guards were hurt.", (KILLED, 0), (WOUNDED, 4)),
    ],
)
def test_two_tolls_of_one_sentence_are_kept_apart(text: str, first: tuple[Harm, int], second: tuple[Harm, int]) -> None:
    assert [(one.harm, one.least) for one in tolls_in(text)] == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Le bilan passe de 15 à 17 morts.",
        "The toll rose from 15 to 17.",
        "The death toll is now 17, up from 15.",
        "Le bilan est de 17 morts, et non 15.",
    ],
)
def test_of_two_tolls_of_one_sentence_the_newer_stands(text: str) -> None:
    assert [(one.harm, one.least, one.most) for one in tolls_in(text)] == [(KILLED, 17, 17)]


@pytest.mark.parametrize(
    "text",
    [
        "Four guards were killed; a first version of this dispatch said six had been killed.",
        "An earlier version of this story put the toll at six dead. Four guards were killed.",
        "Quatre gardes ont été tués. Une première version de cette dépêche faisait état de six morts.",
        "Nous avions d'abord annoncé six morts. Quatre gardes ont été tués.",
        "Our previous report said six people died but four guards were killed.",
    ],
)
def test_what_an_earlier_version_of_the_text_said_is_no_toll_of_it(text: str) -> None:
    assert [(one.harm, one.least) for one in tolls_in(text)] == [(KILLED, 4)]


def test_the_first_version_that_somebody_gave_of_the_events_is_a_toll() -> None:
    assert told("In its first version of events the army said six guards were killed.") == [(KILLED, 6, 6, "soldiers")]


@pytest.mark.parametrize("text", ["No casualties were reported.", "L'attaque n'a fait aucune victime."])
def test_no_casualties_is_nobody_killed_and_nobody_wounded(text: str) -> None:
    assert {(one.harm, one.least, one.most) for one in tolls_in(text)} == {(KILLED, 0, 0), (WOUNDED, 0, 0)}


@pytest.mark.parametrize("text", ["Aucun mort n'est à déplorer.", "No one was killed in the raid."])
def test_nobody_killed_is_a_toll_of_zero(text: str) -> None:
    assert told(text) == [(KILLED, 0, 0, "people")]


@pytest.mark.parametrize(
    "text",
    [
        "Ten gunmen attacked the camp, 12 km from Fanga, on 5 March.",
        "Two vehicles carrying soldiers were burned.",
        "They killed twelve cattle and two goats.",
        "L'armée dément avoir tué six civils.",
        "Aucun bilan n'était disponible mardi.",
        "The army fears that 20 people could be killed.",
        "The two hostages were released.",
        "Le ministre a reçu dix victimes.",
        "La famille a été enlevée.",
    ],
)
def test_what_is_no_toll_is_left_out(text: str) -> None:
    assert tolls_in(text) == ()


def test_a_toll_spans_its_own_words() -> None:
    text = "Rien à signaler. Au moins trois soldats ont été tués."
    (toll,) = tolls_in(text)
    assert text[toll.start : toll.end] == "Au moins trois soldats ont été tués"


WORDS = (
    "trois 15 soldats civils killed tués wounded morts toll from to de à 17 no casualties dont were and . people une"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join))
def test_every_toll_lies_in_one_sentence_and_its_bounds_agree(text: str) -> None:
    cut = sentences(text)
    for one in mark_tolls(text, cut):
        assert any(sentence.start <= one.start < one.end <= sentence.end for sentence in cut)
        assert 0 <= one.least <= (one.least if one.most is None else one.most)
