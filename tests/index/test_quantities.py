"""Numbers in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quantities import find_quantities, number_of
from index.text import fold_aligned


def quantities(text: str) -> list[tuple[int, int | None]]:
    return [(one.least, one.most) for one in find_quantities(fold_aligned(text))]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("douze", 12),
        ("vingt et un", 21),
        ("soixante-dix", 70),
        ("quatre-vingt-douze", 92),
        ("quatre-vingts", 80),
        ("cent vingt", 120),
        ("deux cents", 200),
        ("mille", 1000),
        ("twenty-three", 23),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("three thousand", 3000),
    ],
)
def test_a_number_in_words_has_its_value(words: str, number: int) -> None:
    assert quantities(f"{words} personnes") == [(number, number)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("au moins 15", (15, None)),
        ("plus de trente", (30, None)),
        ("more than 20", (20, None)),
        ("jusqu'à 20", (1, 20)),
        ("fewer than ten", (1, 10)),
        ("environ 40", (40, 40)),
        ("15 to 17", (15, 17)),
        ("entre 15 et 17", (15, 17)),
        ("between two and six", (2, 6)),
        ("une vingtaine", (20, 20)),
        ("two dozen", (24, 24)),
        ("des dizaines", (20, None)),
        ("dozens", (24, None)),
        ("several men", (2, None)),
        ("1 200", (1200, 1200)),
        ("1,200", (1200, 1200)),
    ],
)
def test_the_words_around_a_number_bound_it(text: str, bounds: tuple[int, int | None]) -> None:
    assert quantities(text) == [bounds]


@pytest.mark.parametrize("text", ["12.5", "30-year-old", "the 3rd", "in 2019", "10h30", "10:30", "A4", "12 %"])
def test_what_is_no_count_is_left_out(text: str) -> None:
    assert quantities(text) == []


@given(st.integers(0, 9999))
def test_digits_are_read_by_their_value(number: int) -> None:
    assert number_of(str(number)) == number


@given(st.text(max_size=80))
def test_quantities_never_overlap_and_lie_in_the_text(text: str) -> None:
    ends = 0
    for one in find_quantities(fold_aligned(text)):
        assert ends <= one.start < one.end <= len(text)
        ends = one.end
