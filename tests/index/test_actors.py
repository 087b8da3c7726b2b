"""Who is named, in either language."""

from __future__ import annotations

import pytest

from index.actors import ACTORS, actor_name, ancestors, country_spoken_of, find_actors, national


def named(text: str) -> list[str]:
    return [one.actor for one in find_actors(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("JNIM", "le Groupe de soutien à l’islam et aux musulmans"),
        ("GSIM", "the Group for the Support of Islam and Muslims"),
        ("EIGS", "the Islamic State in the Greater Sahara"),
        ("EIAO", "ISWAP"),
        ("Africa Corps", "les mercenaires russes"),
        ("Wagner", "Russian mercenaries"),
        ("FLA", "le Cadre stratégique permanent"),
        ("des habitants", "residents"),
        ("FAMa", "the Malian army"),
        ("dozos", "Dogon hunters"),
    ],
)
def test_two_names_of_one_actor_have_one_key(one: str, other: str) -> None:
    assert named(one) == named(other)


def test_the_longest_name_wins() -> None:
    assert named("l'État islamique au Sahel") == ["is_sahel"]


def test_a_name_is_found_without_its_accents() -> None:
    assert named("etat islamique") == ["islamic_state"]


@pytest.mark.parametrize("text", ["un homme ei maa", "an is of un", "il a msa"])
def test_an_acronym_in_small_letters_is_a_word(text: str) -> None:
    assert named(text) == []


def test_an_acronym_in_capitals_is_an_actor() -> None:
    assert named("Le MAA et le MSA") == ["maa", "msa"]


def test_part_of_a_word_is_no_actor() -> None:
    assert named("policière Wagnerien") == []


def test_an_army_without_a_country_stays_unnamed() -> None:
    assert named("L'armée avance.") == ["army"]


def test_the_only_country_of_a_text_is_told() -> None:
    assert country_spoken_of("Au Burkina Faso, l'armée avance.") == "BF"


def test_with_two_countries_none_is_told() -> None:
    assert country_spoken_of("Entre le Mali et le Burkina Faso, l'armée avance.") == ""


def test_a_country_across_the_border_is_not_spoken_of() -> None:
    assert country_spoken_of("The army moved near the border with Burkina Faso.") == ""


def test_the_river_is_no_country() -> None:
    assert country_spoken_of("L'armée avance dans le delta intérieur du Niger.") == ""


def test_an_army_becomes_that_of_its_country() -> None:
    assert (national("army", "NE"), national("police", "NE")) == ("nigerien_army", "police")


def test_a_branch_leads_up_to_its_group() -> None:
    assert ancestors("katiba_macina") == ("katiba_macina", "jnim")


def test_every_actor_has_a_name_in_both_languages() -> None:
    assert all(actor.names_fr and actor.names_en for actor in ACTORS.values())


def test_every_parent_is_an_actor() -> None:
    assert all(actor.parent in ACTORS for actor in ACTORS.values() if actor.parent)


@pytest.mark.parametrize("key", sorted(ACTORS))
def test_an_actor_is_found_by_the_names_it_is_shown_with(key: str) -> None:
    assert key in named(actor_name(key, "fr") or "") + named(actor_name(key, "en") or "")


def test_a_claimant_that_is_no_known_actor_has_no_name() -> None:
    assert actor_name("leur employeur", "en") is None


def test_the_name_shown_is_in_the_language_asked() -> None:
    assert (actor_name("residents", "fr"), actor_name("residents", "en")) == ("des habitants", "residents")


@pytest.mark.parametrize(
    ("key", "french", "english"),
    [
        ("malian_army", "l'armée malienne", "the Malian army"),
        ("hospital_source", "une source hospitalière", "a hospital source"),
        ("jnim", "le JNIM", "JNIM"),
        ("boko_haram", "Boko Haram", "Boko Haram"),
    ],
)
def test_a_name_is_shown_as_a_sentence_takes_it(key: str, french: str, english: str) -> None:
    assert (actor_name(key, "fr"), actor_name(key, "en")) == (french, english)


@pytest.mark.parametrize("key", sorted(ACTORS))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_common_noun_is_never_shown_without_its_article(key: str, language: str) -> None:
    name = ACTORS[key].said[language != "fr"]
    plural = language == "en" and name.split()[-1].endswith(("s", "men"))
    opened = name.startswith(("le ", "la ", "les ", "l'", "un ", "une ", "des ", "the ", "a ", "an "))
    assert opened or plural or not name[0].islower() or key in {"al_qaeda", "civil_protection"}
