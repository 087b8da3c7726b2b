from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index.hit_stories import group
from index.model import Happened, Hit, Kind, Precision, Site

TUESDAY = datetime(2026, 11, 3, tzinfo=UTC)
DAY = timedelta(days=1)
BANKASS = Site("Bankass", 14.07, -3.52, 2.0, 1.0)
HIT = Hit(1, 1, TUESDAY, (), (Kind.ATTACK,), Happened(TUESDAY, TUESDAY + DAY, Precision.DAY), BANKASS)


def stories(*hits: Hit, similarity: float = 0.9) -> list[list[int]]:
    return [[h.passage_id for h in story] for story in group(hits, lambda _one, _other: similarity)]


def test_two_sources_on_one_happening_are_one_story() -> None:
    assert stories(HIT, replace(HIT, passage_id=2, dispatch_row=2)) == [[1, 2]]


@pytest.mark.parametrize(
    "other",
    [
        replace(HIT, kinds=(Kind.PROTEST,)),
        replace(HIT, happened=Happened(TUESDAY + DAY, TUESDAY + 2 * DAY, Precision.DAY)),
        replace(HIT, happened=None),
        replace(HIT, happened=Happened(TUESDAY, TUESDAY + 30 * DAY, Precision.MONTH)),
        replace(HIT, site=Site("Gao", 16.27, -0.04, 2.0, 1.0)),
        replace(HIT, site=Site("Mali", 14.07, -3.52, 600.0, 1.0)),
        replace(HIT, site=None),
    ],
    ids=[
        "another kind",
        "the next day",
        "no date",
        "some day of a month",
        "another town",
        "a whole country",
        "no place",
    ],
)
def test_two_dispatches_stay_apart_with(other: Hit) -> None:
    assert stories(HIT, replace(other, passage_id=2, dispatch_row=2)) == [[1], [2]]


def test_two_dispatches_whose_texts_differ_stay_apart() -> None:
    assert stories(HIT, replace(HIT, passage_id=2, dispatch_row=2), similarity=0.3) == [[1], [2]]


def test_passages_of_one_dispatch_are_one_story() -> None:
    assert stories(HIT, replace(HIT, passage_id=2, kinds=(), site=None, happened=None), similarity=0.0) == [[1, 2]]


def test_two_places_in_one_dispatch_are_two_stories() -> None:
    assert stories(HIT, replace(HIT, passage_id=2, site=Site("Gao", 16.27, -0.04, 2.0, 1.0))) == [[1], [2]]


def test_stories_keep_the_order_of_their_first_hit() -> None:
    far = replace(HIT, passage_id=2, dispatch_row=2, site=Site("Gao", 16.27, -0.04, 2.0, 1.0))
    assert stories(far, HIT, replace(HIT, passage_id=3, dispatch_row=3)) == [[2], [1, 3]]
