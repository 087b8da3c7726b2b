"""Which counts of the harmed a later account changes: what makes a sound, and what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.accounts import Account
from index.story_changes import changes
from index.story_model import Harm, Material, Toll
from index.story_turns import Member, turns
from index.toll_changes import TollChange, toll_changes
from tests.index.telling_stories import account, told

KILLED, WOUNDED = Harm.KILLED, Harm.WOUNDED
Count = tuple[int, int | None]
SIX, SEVERAL, NINE_OR_MORE = (6, 6), (2, None), (9, None)


def toll(count: Count, victims: str = "people", harm: Harm = KILLED, start: int = 0) -> Toll:
    return Toll(start, start + 5, harm, *count, victims)


def tells(*tolls: Toll, source: str = "Agence Essai", hours: int = 0) -> Account:
    """An account of one raid, in the words of each source's own, with these tolls."""
    body = f"Gunmen attacked an army post in Bankass, Mali, on Tuesday, {source} wrote at {hours} hours."
    return replace(account(told(body, source, hours=hours)), tolls=tolls)


def after(
    *tolls: Toll, told: tuple[Account, ...], source: str = "Test Radio"
) -> list[tuple[Count | None, Count | None]]:
    """(before, after) of each change that a later account makes."""
    return pairs(toll_changes(tells(*tolls, source=source, hours=9), told))


def pairs(found: Sequence[TollChange]) -> list[tuple[Count | None, Count | None]]:
    return [(counted(one.before), counted(one.after)) for one in found]


def counted(one: Toll | None) -> Count | None:
    return (one.least, one.most) if one else None


@pytest.mark.parametrize(
    ("before", "later"),
    [
        (SIX, SIX),
        (SIX, SEVERAL),
        (SIX, (5, 7)),
        (NINE_OR_MORE, (9, 9)),
        ((15, 17), (16, 16)),
    ],
    ids=["the same", "several", "a range around it", "exactly the least", "within a range"],
)
def test_a_count_that_agrees_and_is_no_higher_is_no_change(before: Count, later: Count) -> None:
    assert after(toll(later), told=(tells(toll(before)),)) == []


@pytest.mark.parametrize(
    ("before", "later"),
    [
        (SIX, (7, 7)),
        (SIX, NINE_OR_MORE),
        (NINE_OR_MORE, (12, 12)),
        (SEVERAL, SIX),
        (SIX, (4, 4)),
        ((15, 17), (18, None)),
    ],
    ids=["one more", "at least nine", "above the least", "several are six", "fewer", "above a range"],
)
def test_a_count_that_is_higher_or_contradicts_is_a_change(before: Count, later: Count) -> None:
    assert after(toll(later), told=(tells(toll(before)),)) == [(before, later)]


def test_a_source_that_lowers_its_own_count_changes_it_though_another_gave_that_before() -> None:
    before = (tells(toll(SIX), source="Test Radio"), tells(toll((4, 4)), source="Wire Essai", hours=1))
    assert after(toll((4, 4)), told=before) == [(SIX, (4, 4))]


def test_a_source_that_comes_to_what_another_told_changes_nothing() -> None:
    before = (tells(toll((4, 4)), source="Test Radio"), tells(toll(SIX), source="Wire Essai", hours=1))
    assert after(toll(SIX), told=before) == []


def test_the_first_count_of_a_story_that_was_told_is_a_change() -> None:
    assert after(toll(SIX), told=(tells(),)) == [(None, SIX)]


def test_what_begins_a_story_changes_nothing() -> None:
    assert after(toll(SIX), told=()) == []


def test_no_casualties_where_none_were_told_is_no_change() -> None:
    assert after(toll((0, 0)), told=(tells(),)) == []


def test_no_casualties_after_six_is_one() -> None:
    assert after(toll((0, 0)), told=(tells(toll(SIX)),)) == [(SIX, (0, 0))]


def test_the_wounded_are_no_dead() -> None:
    assert after(toll(SIX, harm=WOUNDED), told=(tells(toll(SIX)),)) == [(None, SIX)]


def test_assailants_are_counted_apart() -> None:
    assert after(toll((30, 30), "attackers"), told=(tells(toll(SIX, "soldiers")),)) == [(None, (30, 30))]


def test_a_share_of_those_told_is_no_change() -> None:
    assert after(toll(SIX, "soldiers"), told=(tells(toll((8, 8))),)) == []


@pytest.mark.parametrize("split_first", [True, False])
def test_soldiers_and_civilians_are_people_together(split_first: bool) -> None:
    split = (toll(SIX, "soldiers"), toll((2, 2), "civilians", start=40))
    first, then = (split, (toll((8, 8)),)) if split_first else ((toll((8, 8)),), split)
    assert after(*then, told=(tells(*first),)) == []


def test_shares_that_make_more_than_was_told_are_a_change() -> None:
    split = (toll(SIX, "soldiers"), toll((4, 4), "civilians", start=40))
    assert after(*split, told=(tells(toll((8, 8))),))[0] == ((8, 8), (10, 10))


def test_one_of_the_dead_told_by_name_is_no_lower_count() -> None:
    assert after(toll(SIX, "soldiers"), toll((1, 1), start=60), told=(tells(toll(SIX, "soldiers")),)) == []


def test_soldiers_of_one_speaker_and_civilians_of_another_are_no_count_together() -> None:
    said = (toll((9, 9), "soldiers"), toll(SIX, "soldiers", start=300), toll((2, 2), "civilians", start=316))
    assert after(*said, told=(tells(toll((7, 7))),)) == [((7, 7), (9, 9))]


def test_civilians_beside_the_soldiers_that_were_told_are_a_change() -> None:
    assert after(toll((2, 2), "civilians"), told=(tells(toll(SIX, "soldiers")),)) == [(None, (2, 2))]


@pytest.mark.parametrize(("before", "later"), [(SIX, SEVERAL), (SIX, (7, 7)), (SIX, (4, 4))])
def test_of_the_version_that_it_replaces_any_other_count_is_a_change(before: Count, later: Count) -> None:
    assert pairs(toll_changes(tells(toll(later)), (), tells(toll(before)))) == [(before, later)]


def test_a_count_that_a_version_no_longer_tells_is_a_change() -> None:
    assert pairs(toll_changes(tells(), (), tells(toll(SIX)))) == [(SIX, None)]


COUNTS = st.tuples(st.integers(0, 9), st.none() | st.integers(0, 4)).map(
    lambda one: (one[0], None if one[1] is None else one[0] + one[1])
)
TOLLS = st.builds(
    toll, COUNTS, st.sampled_from(["people", "soldiers", "civilians", "attackers"]), st.sampled_from(Harm)
)
LATER = st.builds(
    lambda tolls, source, hours: tells(*tolls, source=source, hours=hours),
    st.lists(TOLLS, max_size=3),
    st.sampled_from(["Agence Essai", "Test Radio", "Wire Essai"]),
    st.integers(1, 3),
)


@given(st.lists(LATER, min_size=1, max_size=3), st.lists(TOLLS, max_size=3))
def test_what_makes_a_sound_is_what_is_shown(others: list[Account], tolls: list[Toll]) -> None:
    one_each = list({one.thread: one for one in others}.values())
    new = tells(*tolls, source="Écho Essai", hours=9)
    sounds = Material.TOLL in changes(new, one_each, None)
    members = [Member(one, "") for one in (*one_each, new)]
    assert sounds == any(turn.material is Material.TOLL and turn.source == "Écho Essai" for turn in turns(members))


@given(st.lists(COUNTS, min_size=1, max_size=4), COUNTS)
def test_a_least_above_all_that_was_told_is_always_a_change(before: list[Count], later: Count) -> None:
    highest = max(most if most is not None else least for least, most in before)
    higher = (highest + 1 + later[0], None if later[1] is None else highest + 1 + later[1])
    told = tuple(tells(toll(count), source=f"Radio {place}") for place, count in enumerate(before))
    assert after(toll(higher), told=told)


@given(COUNTS, st.integers(0, 9), st.none() | st.integers(0, 9))
def test_a_vaguer_count_of_another_source_is_never_a_change(exact: Count, below: int, above: int | None) -> None:
    most = None if exact[1] is None or above is None else exact[1] + above
    vaguer = (max(0, exact[0] - below), most)
    assert after(toll(vaguer), told=(tells(toll(exact)),)) == []
