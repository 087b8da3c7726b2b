"""A follow-up asks what a whole question would ask; a question of its own is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.follow_ups import follow_up
from index.model import Circle, Query
from index.query import LONGEST_QUESTION, parse, read
from index.question_model import FollowUp
from tests.index.small_gazetteer import GAZETTEER, KORO_SEGOU

NOW = datetime(2026, 3, 18, 15, 0, tzinfo=UTC)  # a Wednesday
STANDING = (14.2, -3.4)
understand = partial(read, now=NOW, gazetteer=GAZETTEER, here=STANDING)

ATTACKS_FR = "attaques près de Mopti depuis mardi"
ATTACKS_EN = "latest attacks near Mopti since Tuesday"
JNIM_FR = "attaques du JNIM près de Mopti depuis mardi"
JNIM_EN = "JNIM attacks near Mopti since Tuesday"
DEADLY_FR = "attaques avec au moins 10 morts près de Mopti"
BORDER_FR = "attaques près de la frontière avec le Niger"
COTTON_FR = "prix du coton à Mopti en février"
COTTON_EN = "cotton prices in Mopti in February"
CLAIM_FR = "qui a revendiqué l'attaque de Mopti ?"
CLAIM_EN = "who claimed the attack on Mopti?"

# What was asked, what was said then, and the whole question that it comes to.
FRENCH = [
    (ATTACKS_FR, "et à Gao ?", "attaques près de Gao depuis mardi"),
    (ATTACKS_FR, "Gao", "attaques près de Gao depuis mardi"),
    (ATTACKS_FR, "à moins de 20 km de Gao ?", "attaques à moins de 20 km de Gao depuis mardi"),
    (ATTACKS_FR, "plutôt autour d'Ansongo", "attaques autour d'Ansongo depuis mardi"),
    (ATTACKS_FR, "non, à Koro (Ségou)", "attaques à moins de 50 km de Koro (Ségou) depuis mardi"),
    (ATTACKS_FR, "et dans la région de Ségou ?", "attaques dans la région de Ségou depuis mardi"),
    (ATTACKS_FR, "entre Gao et Ansongo", "attaques entre Gao et Ansongo depuis mardi"),
    (ATTACKS_FR, "et près de moi ?", "attaques près de moi depuis mardi"),
    (ATTACKS_FR, "seulement hier", "attaques près de Mopti hier"),
    (ATTACKS_FR, "hier seulement", "attaques près de Mopti hier"),
    (ATTACKS_FR, "ces 24 dernières heures", "attaques près de Mopti ces 24 dernières heures"),
    (ATTACKS_FR, "et la semaine dernière ?", "attaques près de Mopti la semaine dernière"),
    (ATTACKS_FR, "et les enlèvements ?", "enlèvements près de Mopti depuis mardi"),
    (ATTACKS_FR, "explosions", "explosions près de Mopti depuis mardi"),
    (ATTACKS_FR, "et contre les écoles ?", "attaques contre les écoles près de Mopti depuis mardi"),
    (ATTACKS_FR, "et le pont ?", "le pont près de Mopti depuis mardi"),
    (ATTACKS_FR, "qui l'a revendiqué ?", "qui a revendiqué les attaques près de Mopti depuis mardi"),
    (ATTACKS_FR, "qui les a revendiquées ?", "qui a revendiqué les attaques près de Mopti depuis mardi"),
    (ATTACKS_FR, "cette attaque, qui l'a revendiquée ?", "qui a revendiqué l'attaque près de Mopti depuis mardi"),
    (ATTACKS_FR, "combien de morts ?", "combien de morts attaques près de Mopti depuis mardi"),
    (ATTACKS_FR, "et le bilan ?", "bilan attaques près de Mopti depuis mardi"),
    (ATTACKS_FR, "combien de bergers tués ?", "combien de bergers tués attaques près de Mopti depuis mardi"),
    ("combien de morts près de Mopti ?", "et à Gao ?", "combien de morts près de Gao"),
    ("bilan des attaques près de Mopti", "combien de blessés ?", "combien de blessés des attaques près de Mopti"),
    (ATTACKS_FR, "qui l'a démentie ?", "qui a démenti les attaques près de Mopti depuis mardi"),
    (ATTACKS_FR, "que s'est-il passé là-bas hier ?", "que s'est-il passé près de Mopti hier"),
    (ATTACKS_FR, "et dans un rayon de 100 km ?", "attaques à moins de 100 km de Mopti depuis mardi"),
    (ATTACKS_FR, "à 100 km, et hier ?", "attaques à moins de 100 km de Mopti hier"),
    (ATTACKS_FR, "et du JNIM ?", "attaques du JNIM près de Mopti depuis mardi"),
    (ATTACKS_FR, "au moins 10 morts", "attaques avec au moins 10 morts près de Mopti depuis mardi"),
    (DEADLY_FR, "et à Gao ?", "attaques avec au moins 10 morts près de Gao"),
    (DEADLY_FR, "et les enlèvements ?", "enlèvements avec au moins 10 morts près de Mopti"),
    (DEADLY_FR, "au moins 20 morts ?", "attaques avec au moins 20 morts près de Mopti"),
    (BORDER_FR, "et dans un rayon de 100 km ?", "attaques à moins de 100 km de la frontière avec le Niger"),
    (BORDER_FR, "hier seulement", "attaques près de la frontière avec le Niger hier"),
    (JNIM_FR, "et l'armée ?", "attaques de l'armée près de Mopti depuis mardi"),
    (JNIM_FR, "et les enlèvements ?", "enlèvements du JNIM près de Mopti depuis mardi"),
    (JNIM_FR, "quoi d'autre ?", "que s'est-il passé près de Mopti depuis mardi"),
    (COTTON_FR, "et à Gao ?", "prix du coton à Gao en février"),
    (COTTON_FR, "et en janvier ?", "prix du coton à Mopti en janvier"),
    (COTTON_FR, "et les attaques ?", "attaques à Mopti en février"),
    (CLAIM_FR, "et celle de Gao ?", "qui a revendiqué l'attaque de Gao ?"),
    (CLAIM_FR, "et les enlèvements ?", "qui a revendiqué les enlèvements de Mopti ?"),
]
ENGLISH = [
    (ATTACKS_EN, "and in Gao?", "latest attacks near Gao since Tuesday"),
    (ATTACKS_EN, "what about Gao?", "latest attacks near Gao since Tuesday"),
    (ATTACKS_EN, "near Gao and Koro instead", "latest attacks near Gao and Koro since Tuesday"),
    (ATTACKS_EN, "and in Burkina Faso?", "latest attacks in Burkina Faso since Tuesday"),
    (ATTACKS_EN, "near me", "latest attacks near me since Tuesday"),
    (ATTACKS_EN, "only last week", "latest attacks near Mopti last week"),
    (ATTACKS_EN, "last week", "latest attacks near Mopti last week"),
    (ATTACKS_EN, "and yesterday?", "latest attacks near Mopti yesterday"),
    (ATTACKS_EN, "in the last 24 hours", "latest attacks near Mopti in the last 24 hours"),
    (ATTACKS_EN, "and kidnappings?", "kidnappings near Mopti since Tuesday"),
    (ATTACKS_EN, "kidnappings", "kidnappings near Mopti since Tuesday"),
    (ATTACKS_EN, "and against schools?", "latest attacks against schools near Mopti since Tuesday"),
    (ATTACKS_EN, "and the bridge?", "the bridge near Mopti since Tuesday"),
    (ATTACKS_EN, "what was the death toll?", "what was the death toll latest attacks near Mopti since Tuesday"),
    (ATTACKS_EN, "how many people were killed?", "how many people were killed latest attacks near Mopti since Tuesday"),
    (ATTACKS_EN, "who claimed it?", "who claimed attacks near Mopti since Tuesday"),
    (ATTACKS_EN, "who claimed the attack?", "who claimed the attack near Mopti since Tuesday"),
    (ATTACKS_EN, "that attack, who denied it?", "who denied the attack near Mopti since Tuesday"),
    (ATTACKS_EN, "what else happened there?", "what happened near Mopti since Tuesday"),
    (ATTACKS_EN, "within 100 km", "latest attacks within 100 km of Mopti since Tuesday"),
    (ATTACKS_EN, "within 20 km since Monday", "latest attacks within 20 km of Mopti since Monday"),
    (ATTACKS_EN, "by the army?", "latest attacks by the army near Mopti since Tuesday"),
    (JNIM_EN, "and the army?", "army attacks near Mopti since Tuesday"),
    (JNIM_EN, "and near Gao?", "JNIM attacks near Gao since Tuesday"),
    (COTTON_EN, "and in Gao?", "cotton prices in Gao in February"),
    (COTTON_EN, "same in January", "cotton prices in Mopti in January"),
    (CLAIM_EN, "and in Gao?", "who claimed the attack in Gao?"),
    (CLAIM_EN, "who denied it?", "who denied the attack on Mopti?"),
]
BETWEEN_THEM = [
    (ATTACKS_FR, "only last week", "attaques près de Mopti la semaine dernière"),
    (ATTACKS_EN, "et les enlèvements ?", "kidnappings near Mopti since Tuesday"),
    (ATTACKS_EN, "et à Gao ?", "latest attacks near Gao since Tuesday"),
]
ALONE = [
    "dernières attaques près de Gao",
    "attaques près de Gao hier",
    "que s'est-il passé à Gao ?",
    "qui a revendiqué l'attaque de Gao ?",
    "réouverture du pont de Gao",
    "latest attacks",
    "what happened in Gao?",
    "any news from Gao?",
    "who claimed the attack on Thursday?",
    "Kidnappings in Gao",
    "is there any attack in Gao since Monday?",
]
NOTHING_ASKED = ["merci", "ok merci", "hello", "?", "", "why?", "et où ?", "thanks!"]


def whole(previous: str, said: str) -> FollowUp | None:
    return follow_up(understand(previous), said, understand)


def asks(question: str) -> tuple[object, ...]:
    """What a question asks for, however it is worded."""
    query: Query = parse(question, NOW, None, GAZETTEER, here=STANDING)
    area = replace(query.area, name="") if query.area else None  # a place may be told in other words
    said = query.verbs, query.least_toll, set(query.topic.split())
    return query.kinds, query.actors, area, query.unplaced, query.window, *said


@pytest.mark.parametrize(("asked", "said", "meant"), [*FRENCH, *ENGLISH, *BETWEEN_THEM])
def test_a_follow_up_asks_what_the_whole_question_would(asked: str, said: str, meant: str) -> None:
    told = whole(asked, said)
    assert told is not None
    assert asks(told.question) == asks(meant)


@pytest.mark.parametrize("said", ALONE)
@pytest.mark.parametrize("asked", [ATTACKS_FR, ATTACKS_EN])
def test_a_question_that_stands_by_itself_is_no_follow_up(asked: str, said: str) -> None:
    assert whole(asked, said) is None


@pytest.mark.parametrize("said", NOTHING_ASKED)
def test_what_asks_nothing_is_no_follow_up(said: str) -> None:
    assert whole(ATTACKS_FR, said) is None


def test_who_claims_it_orders_by_who_says_so_and_no_longer_by_the_newest() -> None:
    told = whole(ATTACKS_EN, "who claimed it?")
    assert told is not None
    assert "latest" not in told.question


@pytest.mark.parametrize(
    ("said", "language"), [("et à Gao ?", "fr"), ("and in Gao?", "en"), ("Gao", "fr"), ("only last week", "en")]
)
def test_a_follow_up_is_answered_in_its_own_language_or_else_in_that_of_the_question_before(
    said: str, language: str
) -> None:
    told = whole(ATTACKS_FR, said)
    assert told is not None
    assert told.language == language


@pytest.mark.parametrize(("said", "keeps"), [("et hier ?", True), ("et à Gao ?", False), ("à 100 km", True)])
def test_it_is_told_whether_the_place_is_the_one_asked_about_before(said: str, *, keeps: bool) -> None:
    told = whole(ATTACKS_FR, said)
    assert told is not None
    assert told.keeps_place is keeps


def test_a_place_chosen_among_its_namesakes_stays_chosen() -> None:
    chosen = partial(understand, place=KORO_SEGOU.geoname_id)
    told = follow_up(chosen("attaques près de Koro"), "à 100 km", chosen)
    assert told is not None
    assert chosen(told.question).where.area == Circle("Koro", KORO_SEGOU.lat, KORO_SEGOU.lon, 100.0)


def test_a_chain_of_follow_ups_keeps_the_subject() -> None:
    question = ATTACKS_FR
    for said in ("et à Gao ?", "et les enlèvements ?", "hier seulement", "qui les a revendiqués ?"):
        told = whole(question, said)
        assert told is not None
        question = told.question
    assert asks(question) == asks("qui a revendiqué les enlèvements à moins de 50 km de Gao hier")


def test_what_would_be_longer_than_a_question_may_be_is_asked_by_itself() -> None:
    assert whole("attaques " * 111, "et à Gao ?") is None


KINDS = [("attaques", "attacks"), ("enlèvements", "kidnappings"), ("manifestations", "protests")]
PLACES = [("près de Gao", "near Gao"), ("à moins de 30 km de Mopti", "within 30 km of Mopti"), ("au Mali", "in Mali")]
TIMES = [("depuis mardi", "since Tuesday"), ("en janvier 2015", "in January 2015"), ("hier", "yesterday")]
ACTORS = [("par l'armée", "by the army"), ("par le JNIM", "by JNIM")]
LEADS = [("et ", "and "), ("", "")]
PARTS = (KINDS, ACTORS, PLACES, TIMES)
wordings = st.sampled_from([0, 1])


@given(wordings, wordings, st.tuples(*map(st.sampled_from, PARTS)), st.data())
def test_a_part_that_is_given_replaces_its_like_and_the_others_stay(
    first: int, second: int, asked: tuple[tuple[str, str], ...], data: st.DataObject
) -> None:
    changed = data.draw(st.sampled_from(range(len(PARTS))))
    new = data.draw(st.sampled_from(PARTS[changed]))
    told = whole(" ".join(part[first] for part in asked), f"{data.draw(st.sampled_from(LEADS))[second]}{new[second]} ?")
    assert told is not None
    meant = [*asked[:changed], new, *asked[changed + 1 :]]
    assert asks(told.question) == asks(" ".join(part[first] for part in meant))


@given(wordings, st.tuples(*map(st.sampled_from, (KINDS, PLACES, TIMES))))
def test_what_happened_where_and_when_is_never_a_follow_up(wording: int, parts: tuple[tuple[str, str], ...]) -> None:
    assert whole(ATTACKS_FR, " ".join(part[wording] for part in parts)) is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_makes_it_fail_or_grow_beyond_a_question(asked: str, said: str) -> None:
    told = whole(asked, said)
    assert told is None or len(told.question) <= LONGEST_QUESTION
