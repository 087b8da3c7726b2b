"""Several places in one question, told after one another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.model import Shape, Unit
from index.question_dates import read_window
from index.question_places import read_area
from tests.index.small_gazetteer import GAZETTEER

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


def _members(question: str) -> list[str]:
    area = read_area(question, GAZETTEER).area
    return [part.name for part in area.parts] if isinstance(area, Shape) else [area.name] if area else []


def _codes(question: str) -> list[tuple[str, ...]]:
    area = read_area(question, GAZETTEER).area
    assert isinstance(area, Shape)
    return [part.codes for part in area.parts if isinstance(part, Unit)]


@pytest.mark.parametrize(
    "question",
    [
        "violence in Mali, Burkina Faso and Niger",
        "violences au Mali, au Burkina Faso et au Niger",
        "Mali, Burkina Faso, Niger: attaques au Mali, Burkina Faso, Niger",
    ],
)
def test_three_countries_are_three(question: str) -> None:
    assert _codes(question) == [("ML",), ("BF",), ("NE",)]


@pytest.mark.parametrize(
    "question",
    ["attacks in Gao, Mopti and Niamey", "attaques à Gao, à Mopti et à Niamey", "attaques à Gao, Mopti ou Niamey"],
)
def test_a_town_within_a_list_does_not_hold_the_one_before(question: str) -> None:
    assert _members(question) == ["Gao", "Mopti", "Niamey"]


def test_the_unit_after_a_comma_still_tells_which_namesake() -> None:
    assert _members("attacks in Boni, Mopti") == ["Boni"]


def test_a_country_after_a_town_of_a_list_tells_where_that_is() -> None:
    assert _members("attacks in Gao, Mali and Niamey") == ["Gao", "Niamey"]


@pytest.mark.parametrize(
    "question", ["enlèvements dans les régions de Mopti et Ségou", "kidnappings in the Mopti and Ségou regions"]
)
def test_regions_told_together_are_all_regions(question: str) -> None:
    assert _codes(question) == [("ML", "04"), ("ML", "05")]


@pytest.mark.parametrize(
    "question",
    ["attacks within 2000 km of Gao", "attaques à moins de 2000 km de Gao", "plus de 2000 déplacés à Gao"],
)
def test_a_count_is_no_year(question: str) -> None:
    assert read_window(question, NOW).window is None
