"""Which accounts are one story; the accounts are read from whole sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.accounts import Account
from index.geometry import destination
from index.likeness import Sketch
from index.model import Kind
from index.spots import Spot, is_one_spot
from index.stories import Reason, contradict, in_order, key_of, stories_among, tie
from tests.index.telling_stories import RAID, account, accounts, copied, told

ENGLISH = "An army post at Bankass in central Mali came under attack on Tuesday, two traders told Test Radio."
DAY_S = 86_400


def reason(one: Account, other: Account) -> Reason | None:
    held = tie(one, other)
    return held.reason if held else None


def test_a_copy_is_tied_as_a_copy() -> None:
    assert reason(account(RAID), account(copied(RAID, "Journal Essai"))) is Reason.COPY


def test_a_copy_cut_short_is_tied_as_a_copy() -> None:
    longer = replace(RAID, body=RAID.body + " Une réunion de crise était prévue à Bamako dans la soirée de mercredi.")
    assert reason(account(longer), account(copied(RAID, "Journal Essai"))) is Reason.COPY


def test_a_copy_printed_a_week_later_is_still_a_copy() -> None:
    assert reason(account(RAID), account(copied(RAID, "Journal Essai", hours=170))) is Reason.COPY


@pytest.mark.parametrize(("word", "other"), [("Bankass", "Hombori"), ("Trois", "13"), ("mardi", "le 27 octobre")])
def test_a_note_filled_in_anew_is_no_copy(word: str, other: str) -> None:
    body = RAID.body.replace(word, other)
    assert reason(account(RAID), account(copied(RAID, "Journal Essai", body=body))) is not Reason.COPY


def test_place_day_and_kind_tie_across_languages() -> None:
    assert reason(account(RAID), account(told(ENGLISH))) is Reason.SAME_FACTS


TOLL_POST = "Gunmen attacked a toll post 40 kilometres from Bamako, Mali, on Tuesday, two drivers told Test Radio."
NORTH_EAST = "Des hommes armés ont attaqué mardi un péage à 40 kilomètres au nord-est de Bamako, au Mali, selon un élu."
RING = Spot("bamako", 12.65, -8.0, 5.0, named=False, ring_km=40.0)


def test_a_distance_alone_ties_with_what_lies_at_that_distance() -> None:
    assert reason(account(told(TOLL_POST)), account(replace(RAID, body=NORTH_EAST))) is Reason.SAME_FACTS


def test_a_distance_alone_is_not_the_town_it_is_counted_from() -> None:
    in_town = TOLL_POST.replace("40 kilometres from Bamako", "in Bamako")
    assert reason(account(told(TOLL_POST)), account(replace(RAID, body=in_town))) is None


@given(st.floats(0, 360), st.floats(0, 120))
def test_a_ring_meets_what_lies_on_it_within_reach(bearing: float, apart_km: float) -> None:
    lat, lon = destination(12.65, -8.0, bearing, apart_km)
    meets = is_one_spot(RING, Spot("x", lat, lon, 2.0, named=True))
    assume(abs(abs(apart_km - 40.0) - 12.0) > 0.1)
    assert meets == (abs(apart_km - 40.0) <= 12.0)


ON_THE_WAY = "Des hommes armés ont attaqué mardi un car entre Gao et Ansongo, au Mali, tuant quatre passagers."
ON_THE_ROAD = "Gunmen attacked a bus on Tuesday on the Gao-Ansongo road in Mali, killing four passengers, drivers said."


def test_a_way_told_by_its_ends_ties_across_languages() -> None:
    assert reason(account(replace(RAID, body=ON_THE_WAY)), account(told(ON_THE_ROAD))) is Reason.SAME_FACTS


def test_the_same_way_needs_no_other_detail() -> None:
    no_toll = ON_THE_ROAD.replace(", killing four passengers", "")
    assert reason(account(replace(RAID, body=ON_THE_WAY)), account(told(no_toll))) is Reason.SAME_FACTS


def test_another_way_is_another_place() -> None:
    other = ON_THE_ROAD.replace("Gao-Ansongo", "Boni-Hombori")
    assert contradict(account(replace(RAID, body=ON_THE_WAY)), account(told(other)))


@pytest.mark.parametrize("end", ["Gao", "Ansongo"])
def test_what_happened_in_a_town_did_not_happen_on_the_way_from_it(end: str) -> None:
    in_town = ON_THE_ROAD.replace("on the Gao-Ansongo road", f"in {end}")
    assert contradict(account(replace(RAID, body=ON_THE_WAY)), account(told(in_town)))


def test_a_place_on_the_way_ties_by_a_detail_in_common() -> None:
    near = ON_THE_ROAD.replace("on the Gao-Ansongo road", "30 km south-east of Gao")
    assert reason(account(replace(RAID, body=ON_THE_WAY)), account(told(near))) is Reason.SAME_FACTS


def test_a_place_on_the_way_alone_ties_nothing() -> None:
    near = ON_THE_ROAD.replace("on the Gao-Ansongo road", "30 km south-east of Gao").replace("four", "nine")
    assert reason(account(replace(RAID, body=ON_THE_WAY)), account(told(near))) is None


def test_a_way_across_half_the_country_says_too_little() -> None:
    assert account(replace(RAID, body=ON_THE_WAY.replace("Ansongo", "Bamako"))).spots == ()


def test_a_tie_is_the_same_from_both_ends() -> None:
    one, other = account(RAID), account(told(ENGLISH))
    assert tie(one, other) == tie(other, one)


@pytest.mark.parametrize(
    "body",
    [
        ENGLISH.replace("on Tuesday", "on Monday"),
        ENGLISH.replace("Bankass in central Mali", "Ménaka, Mali,"),
        "Residents of Bankass, Mali, marched on Tuesday to ask for water and a school, two traders told Test Radio.",
    ],
    ids=["another day", "another town", "another kind of thing"],
)
def test_what_contradicts_is_not_tied(body: str) -> None:
    assert tie(account(RAID), account(told(body))) is None


def test_a_strike_from_the_air_is_no_mine() -> None:
    mine = told("Four herders were killed by a landmine near Bankass, Mali, on Tuesday.", "Wire Essai")
    strike = told("A drone strike killed four herders at Bankass, Mali, on Tuesday, residents said.")
    assert contradict(account(mine), account(strike))


def test_raids_by_groups_that_share_nothing_are_not_tied() -> None:
    one = told("JNIM fighters ambushed a patrol near Bankass, Mali, on Tuesday, killing two soldiers.", "Wire Essai")
    other = told("Islamic State fighters killed nine villagers at Bankass, Mali, on Tuesday, an elder said.")
    assert tie(account(one), account(other)) is None


def test_one_source_does_not_tell_the_same_twice_without_a_word_in_common() -> None:
    assert tie(account(told(ENGLISH)), account(told("Gunmen attacked Bankass, Mali, on Tuesday.", hours=9))) is None


def test_another_toll_does_not_part_what_place_day_and_kind_hold() -> None:
    five, nine = (
        told(f"Gunmen killed {count} soldiers in an attack on Bankass, Mali, on Tuesday.", source)
        for count, source in (("five", "Wire Essai"), ("nine", "Test Radio"))
    )
    assert reason(account(five), account(nine)) is Reason.SAME_FACTS


def test_two_happenings_of_one_dispatch_are_two() -> None:
    both = told(
        "Gunmen attacked an army post at Bankass, Mali, on Monday, killing two soldiers.\n\n"
        "On Tuesday a bus struck a landmine at Hombori, Mali, and four passengers were killed."
    )
    one, other = accounts(both)
    assert contradict(one, other)


@st.composite
def some_accounts(draw: st.DrawFn) -> list[Account]:
    """Accounts of a few towns and days, some of them without a day."""
    count = draw(st.integers(2, 8))
    return [_account(draw, number) for number in range(count)]


def _account(draw: st.DrawFn, number: int) -> Account:
    day = draw(st.sampled_from([None, 0, 1, 2]))
    town = draw(st.sampled_from([("a", 14.0), ("b", 14.2), ("c", 14.21)]))
    return Account(
        thread=(f"source {number}", "1"),
        ordinal=0,
        source=f"source {number % 3}",
        language="en",
        published_at=draw(st.integers(0, 9)) * DAY_S,
        days=None if day is None else (day * DAY_S, (day + draw(st.integers(1, 2))) * DAY_S),
        spots=(Spot(town[0], town[1], -3.0, draw(st.sampled_from([2.0, 10.0])), named=draw(st.booleans())),),
        leading=frozenset({draw(st.sampled_from([Kind.ATTACK, Kind.KILLING, Kind.PROTEST]))}),
        kinds=frozenset({Kind.ATTACK}),
        actors=frozenset(),
        tolls=(),
        claimants=frozenset(),
        deniers=frozenset(),
        sketch=Sketch(frozenset(draw(st.sets(st.integers(0, 5)))), (), ("Mali", "1", "2", "3", "4", "5")),
    )


def grouped(told: list[Account]) -> set[frozenset[str]]:
    pairs = ((one, other, tie(one, other)) for one, other in combinations(told, 2))
    ties = {in_order(key_of(one), key_of(other)): held for one, other, held in pairs if held}
    return {frozenset(one.thread[0] for one in story) for story in stories_among(told, ties)}


@given(some_accounts(), st.randoms(use_true_random=False))
def test_the_order_of_accounts_makes_no_other_stories(told: list[Account], chance: object) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random, which the strategy does not say
    assert grouped(told) == grouped(shuffled)


@given(some_accounts())
def test_no_story_holds_two_accounts_that_contradict_each_other(told: list[Account]) -> None:
    by_source = {one.thread[0]: one for one in told}
    pairs = (pair for story in grouped(told) for pair in combinations(sorted(story), 2))
    assert [pair for pair in pairs if contradict(by_source[pair[0]], by_source[pair[1]])] == []


@given(some_accounts())
def test_every_account_stands_in_one_story(told: list[Account]) -> None:
    assert sorted(name for story in grouped(told) for name in story) == sorted(one.thread[0] for one in told)
