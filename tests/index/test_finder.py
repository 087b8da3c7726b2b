from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import rank
from index.archive import Archive, Prepared
from index.borders import stretch
from index.finder import Finder, Found
from index.geometry import area_contains
from index.model import (
    Area,
    Borderland,
    Circle,
    Dispatch,
    Happened,
    Hit,
    Kind,
    Place,
    Precision,
    Shape,
    Site,
    Telling,
    Unit,
    Window,
)
from index.passages import split_passages
from index.schema import open_database, transaction
from index.tellings import Reading
from index.text import digest, stems
from index.vector_rows import VectorRows

NOW = datetime(2026, 11, 10, tzinfo=UTC)
DAY = timedelta(days=1)
COUNT = 60
KINDS = (Kind.ATTACK, Kind.BOMBING, Kind.PROTEST)


def _at_a_border(number: int, place: Place) -> Site:
    """Somewhere along a border, nobody knows where: the point is one of the border."""
    code = (("ML-NE",), ("CN-RU",), ("BF-ML", "DZ-ML"))[number // 5 % 3]
    found = stretch(code)
    assert found
    (lat, lon), half_km = found
    return Site("à la frontière", lat, lon, half_km, 0.5, place, strip=Borderland("frontière", code, 30.0, lat, lon))


def spread(number: int) -> Telling:
    """A telling for each number: places round the whole earth, days over a year, three kinds."""
    random = np.random.default_rng(number)
    lat, lon = float(random.uniform(-85, 85)), float(random.uniform(-180, 180))
    place = Place(number, f"Lieu {number}", lat, lon, ("ML", "NE", "FJ")[number % 3], f"0{number % 4}")
    start = NOW - int(random.integers(1, 365)) * DAY
    kind = KINDS[number % len(KINDS)]
    site = Site(place.name, lat, lon, 2.0, 1.0, place) if number % 5 else _at_a_border(number, place)
    return Telling(0, 5, (kind,), (site,), Happened(start, start + DAY, Precision.DAY), filed=(kind,))


TELLINGS = {number: spread(number) for number in range(1, COUNT + 1)}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    connection = open_database(tmp_path_factory.mktemp("finder"))
    rows, archive = VectorRows(connection), Archive(connection)
    with transaction(connection):
        model = rows.model_row("words", "words@1")
        for number, telling in TELLINGS.items():
            dispatch = Dispatch("Essai", str(number), f"Texte {number}.", published_at=NOW - 400 * DAY)
            passages = split_passages(None, dispatch.body)
            prepared = Prepared(
                dispatch, digest(dispatch), passages, np.ones((1, 2), np.float32), Reading((telling,), (), ())
            )
            archive.put(prepared, model=model, gazetteer_version=0, now=NOW)
    yield Finder(connection)
    connection.close()


def numbers(found: list[Found], area: Area | None, window: Window | None) -> set[int]:
    """What is left of the database's candidates once area and window are decided exactly."""
    kept = set()
    for some in found:
        if window and not (some.happened and rank.window_holds(window, some.happened)):
            continue
        if rank.placed(Hit(some.passage_id, some.dispatch_row, None, ()), some.sites, area):
            kept.add(some.dispatch_row)
    return kept


circles = st.builds(
    Circle, st.just("c"), st.floats(-89, 89), st.floats(-180, 180), st.sampled_from([30.0, 500.0, 4000.0, 15000.0])
)
units = st.sampled_from([Unit("u", ("ML",), 0, 0), Unit("u", ("NE", "01"), 0, 0), Unit("u", ("FJ", "02"), 0, 0)])
shapes = st.builds(lambda parts: Shape("s", tuple(parts), 0, 0), st.lists(circles | units, min_size=1, max_size=3))
borderlands = st.builds(
    Borderland,
    st.just("b"),
    st.sampled_from([("ML-NE",), ("BF-ML", "DZ-ML"), ("CN-RU",), ("CA-US",)]),
    st.sampled_from([20.0, 200.0, 2000.0]),
    st.just(0.0),
    st.just(0.0),
    st.none() | units,
)
windows = st.builds(
    lambda back, days: Window(NOW - back * DAY, NOW - back * DAY + days * DAY), st.integers(1, 365), st.integers(1, 90)
)


@given(
    area=st.none() | circles | units | shapes | borderlands,
    window=st.none() | windows,
    kinds=st.lists(st.sampled_from(KINDS), max_size=2, unique=True),
)
def test_what_the_database_narrows_to_loses_nothing(
    finder: Finder, area: Area | None, window: Window | None, kinds: list[Kind]
) -> None:
    brute = {
        number
        for number, telling in TELLINGS.items()
        if (not kinds or telling.kinds[0] in kinds)
        and (area is None or area_contains(area, telling.sites[0]))
        and (window is None or (telling.happened and rank.window_holds(window, telling.happened)))
    }
    assert numbers(finder.tellings(kinds, area, window, NOW), area, window) == brute


@given(text=st.text(max_size=60))
def test_no_word_of_a_question_is_an_operator_of_the_text_index(finder: Finder, text: str) -> None:
    assert isinstance(finder.lexical(stems(text).split(), finder.passages_alive(NOW), 5), list)


def test_words_are_searched_inside_what_is_allowed_only(finder: Finder) -> None:
    assert finder.lexical(["text"], [3, 5], 10) == [3, 5]


def test_the_rarest_word_is_known_to_be_rare(finder: Finder) -> None:
    assert finder.document_frequency(["text", "7"]) == {"text": COUNT, "7": 1}


def test_a_site_along_a_border_comes_back_as_it_was_put(finder: Finder) -> None:
    found = {some.dispatch_row: some.sites for some in finder.tellings((), None, None, NOW)}
    assert [found[number][0].strip for number in (5, 10)] == [TELLINGS[number].sites[0].strip for number in (5, 10)]


def test_happenings_are_counted_where_they_are(finder: Finder) -> None:
    assert finder.happenings_at() == dict.fromkeys(TELLINGS, 1)
