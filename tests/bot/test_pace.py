from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.pace import ASKING, Bucket, Limit, take
from tests.builders import NOW

LIMIT = Limit(5, timedelta(seconds=2))
GAPS = st.lists(st.floats(0, 10), max_size=60)


def served(gaps: list[float]) -> list[float]:
    """When each was served, in seconds since the first, asked at these gaps."""
    bucket: Bucket | None = None
    at, moments = 0.0, []
    for gap in gaps:
        at += gap
        bucket, wait = take(bucket, LIMIT, NOW + timedelta(seconds=at))
        if not wait:
            moments.append(at)
    return moments


def test_a_burst_is_served() -> None:
    assert len(served([0.0] * 9)) == LIMIT.burst


def test_after_the_wait_that_was_told_one_more_is_served() -> None:
    bucket: Bucket | None = None
    for _ in range(LIMIT.burst + 1):
        bucket, wait = take(bucket, LIMIT, NOW)
    assert take(bucket, LIMIT, NOW + wait)[1] == timedelta()


@given(GAPS)
def test_never_more_than_the_burst_and_the_refill_of_a_stretch(gaps: list[float]) -> None:
    moments = served(gaps)
    for first, start in enumerate(moments):
        for last in range(first, len(moments)):
            allowed = LIMIT.burst + (moments[last] - start) / LIMIT.refill.total_seconds()
            assert last - first + 1 <= allowed + 0.001  # what timedelta rounds


@given(GAPS)
def test_who_asks_slower_than_the_refill_never_waits(gaps: list[float]) -> None:
    slow = [gap + LIMIT.refill.total_seconds() for gap in gaps]
    assert len(served(slow)) == len(slow)


def test_a_clock_that_goes_back_gives_nothing() -> None:
    empty = Bucket(0.0, NOW)
    assert take(empty, ASKING, NOW - timedelta(hours=1))[1] == ASKING.refill
