"""Under which kinds a happening of several sentences is filed."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.filing import filed_under, main_first
from index.gazetteer import Gazetteer, GazetteerEntry
from index.model import Kind, Place, Telling
from index.tellings import tell

THURSDAY = datetime(2026, 10, 8, 18, tzinfo=UTC)


@cache
def gazetteer() -> Gazetteer:
    places = (("Torodougou", 14.5, -4.2), ("Kanibara", 16.3, -0.4))
    return Gazetteer.from_entries(
        GazetteerEntry(Place(number, name, lat, lon, "ML", "09", "", "", "P.PPL", 3_000), (name,))
        for number, (name, lat, lon) in enumerate(places, start=1)
    )


def tellings(body: str) -> tuple[Telling, ...]:
    return tell(None, body, THURSDAY, "en", gazetteer()).tellings


def filed(body: str) -> set[Kind]:
    return {kind for one in tellings(body) for kind in one.filed}


@pytest.mark.parametrize(
    "body",
    [
        "Demonstrators and security forces clashed in Torodougou. Four people were killed.",
        "Les manifestants ont affronté la police à Torodougou. Quatre personnes ont été tuées.",
        "Residents marched in Torodougou on Tuesday. They ransacked two shops and clashed with the police.",
        "Students protested in Torodougou. Police opened fire, killing two people.",
    ],
)
def test_a_demonstration_with_clashes_and_deaths_is_filed_as_one(body: str) -> None:
    assert filed(body)
    assert filed(body) <= {Kind.PROTEST, Kind.RIOT}


@pytest.mark.parametrize(
    "body",
    [
        "A mob in Torodougou lynched two thieves.",
        "Residents of Torodougou attacked a suspected thief and beat him to death.",
        "Les habitants de Torodougou ont incendié le poste de police.",
        "Angry youths ransacked three bars in Torodougou.",
    ],
)
def test_what_a_crowd_does_is_filed_as_a_riot(body: str) -> None:
    assert Kind.RIOT in filed(body)
    assert not filed(body) & {Kind.ATTACK, Kind.KILLING, Kind.LOOTING, Kind.CLASH}


@pytest.mark.parametrize(
    "body",
    [
        "Families marched in Torodougou to pay tribute to the people killed during earlier raids.",
        "Women demonstrated in Torodougou to demand the release of the mayor, held hostage since March.",
        "Des habitants ont manifesté à Torodougou pour dénoncer l'enlèvement du maire.",
        "Residents of Torodougou took to the streets in support of the army, which suffered several attacks.",
    ],
)
def test_what_a_demonstration_is_about_is_not_told_again(body: str) -> None:
    assert filed(body) == {Kind.PROTEST}


def test_gunmen_who_fire_on_a_march_are_an_attack() -> None:
    assert Kind.ATTACK in filed("Gunmen opened fire on protesters in Torodougou, killing three.")


def test_a_killing_and_then_a_protest_on_another_day_are_both_filed() -> None:
    body = "Gunmen killed a teacher in Torodougou on Monday. On Wednesday residents of Torodougou demonstrated."
    assert filed(body) >= {Kind.KILLING, Kind.PROTEST}


@pytest.mark.parametrize(
    "body",
    [
        "Militants attacked the gendarmerie post in Torodougou, burned a motorbike and seized another.",
        "Militants attacked the gendarmerie post in Torodougou. They seized two vehicles.",
        "Des hommes armés ont attaqué Torodougou, tuant un berger. Ils ont brûlé des greniers.",
    ],
)
def test_goods_taken_in_a_graver_attack_are_not_what_it_is_filed_under(body: str) -> None:
    assert Kind.LOOTING not in filed(body)
    assert Kind.ATTACK in filed(body)


@pytest.mark.parametrize(
    "body",
    [
        "Militants attacked the mayor's office in Torodougou and burned its documents.",
        "Des hommes armés ont attaqué la mairie de Torodougou et saccagé les bureaux, sans faire de victime.",
    ],
)
def test_an_attack_on_goods_alone_is_filed_as_looting_and_found_as_an_attack_too(body: str) -> None:
    assert filed(body) == {Kind.LOOTING, Kind.ATTACK}


def test_an_attack_on_a_village_is_an_attack_whatever_was_burned() -> None:
    body = "Militants attacked the village of Torodougou and burned the school. No casualties were reported."
    assert Kind.LOOTING not in filed(body)


def test_the_raid_recalled_after_a_plunder_is_the_plunder() -> None:
    body = "Armed men plundered the market of Torodougou on Tuesday. The attack lasted until dusk."
    assert filed(body) == {Kind.LOOTING}


def test_an_abduction_beside_a_killing_is_filed_as_the_killing() -> None:
    body = "Gunmen attacked Torodougou, killed a woman and abducted nine people."
    assert Kind.KILLING in filed(body)
    assert Kind.ABDUCTION not in filed(body)


def test_an_abduction_in_an_attack_that_hurt_nobody_stays_one() -> None:
    assert Kind.ABDUCTION in filed("Gunmen attacked a bus near Torodougou and abducted the driver.")


def test_one_found_dead_after_his_abduction_was_killed() -> None:
    assert Kind.ABDUCTION not in filed("A trader was abducted in Torodougou. He was later found dead.")


def test_a_fight_that_a_bomb_began_is_filed_as_the_fight() -> None:
    body = "A bomb hit an army convoy near Torodougou, then militants opened fire and killed three soldiers."
    assert Kind.CLASH in filed(body)
    assert Kind.BOMBING not in filed(body)


def test_the_attack_spoken_of_after_an_explosion_is_the_explosion() -> None:
    body = "An army vehicle hit a mine near Torodougou on Tuesday. JNIM claimed the attack."
    assert Kind.BOMBING in filed(body)
    assert Kind.CLASH not in filed(body)


@pytest.mark.parametrize(
    "last",
    [
        "No group had claimed the attack on Wednesday morning.",
        "Aucun groupe n'avait revendiqué l'attaque mercredi matin.",
        "L'attaque n'a pas été revendiquée.",
    ],
)
def test_that_nobody_owns_an_attack_is_no_happening_of_another_day(last: str) -> None:
    *_, one = tellings(f"Gunmen attacked Torodougou on Monday. {last}")
    assert one.filed == ()
    assert one.happened is not None
    assert one.happened.start.day == 5


def test_what_an_office_says_lends_its_day_to_no_death() -> None:
    *_, one = tellings(
        "Gunmen attacked Torodougou on Monday. The governor called for calm in a statement on Wednesday. "
        "Four people were killed."
    )
    assert one.happened is not None
    assert one.happened.start.day == 5


def test_two_happenings_at_two_places_are_filed_apart() -> None:
    body = "Gunmen killed a herder in Torodougou on Monday. A trader was abducted in Kanibara on Tuesday."
    assert filed(body) >= {Kind.KILLING, Kind.ABDUCTION}


def test_arrests_after_an_attack_are_found_as_arrests() -> None:
    assert Kind.ARREST in filed("Gunmen attacked Torodougou on Monday. Two suspects were arrested.")


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Looting: Gunmen attacked a convoy near Torodougou and took the goods.", {Kind.LOOTING}),
        ("Pillage : des hommes armés ont attaqué Torodougou et emporté des vivres.", {Kind.LOOTING}),
        ("Agreement: two groups that clashed in Torodougou signed a truce.", set()),
    ],
)
def test_a_heading_files_what_follows_it(body: str, kinds: set[Kind]) -> None:
    assert filed(body) & {Kind.LOOTING, Kind.ATTACK, Kind.CLASH} == kinds


def test_old_news_is_filed_under_nothing() -> None:
    *_, one = tellings("Gunmen attacked Torodougou on Monday.\n\nIn April last year, a bomb killed five in Kanibara.")
    assert one.background
    assert one.filed == ()


@given(st.frozensets(st.sampled_from(Kind)), st.text(max_size=80))
def test_a_happening_is_filed_under_something_if_it_tells_anything(kinds: frozenset[Kind], told: str) -> None:
    under = filed_under(kinds, told)
    assert under <= kinds
    assert bool(under) == bool(kinds)


@given(st.frozensets(st.sampled_from(Kind)))
def test_the_main_kind_is_one_of_those_told_and_none_is_lost(kinds: frozenset[Kind]) -> None:
    assert set(main_first(kinds)) == kinds
