from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import rank
from index.borders import nearest_point
from index.geometry import turn_deg
from index.model import Borderland, Circle, Happened, Hit, Intent, Place, Precision, Query, Site, Window
from index.rank import Look

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MIDNIGHT = NOON - timedelta(hours=12)
BAMAKO = Circle("Bamako", 12.65, -8.0, 50.0)


def on_day(days: int) -> Happened:
    return Happened(MIDNIGHT + days * DAY, MIDNIGHT + (days + 1) * DAY, Precision.DAY)


def hit(number: int = 1, *, days: int | None = 0, relevance: float = 0.0, site: Site | None = None) -> Hit:
    happened = None if days is None else on_day(days)
    return Hit(number, number, None, (), happened=happened, relevance=relevance, site=site)


def site_at(lat: float, lon: float, uncertainty_km: float = 1.0, stated_km: float | None = None) -> Site:
    anchor = Place(1, "Ancre", lat, lon, "ML")
    return Site("Lieu", lat, lon, uncertainty_km, 1.0, place=anchor, stated_km=stated_km)


def query(intent: Intent = Intent.LATEST, window: Window | None = None) -> Query:
    return Query("?", "fr", "", (), (), None, window, intent)


@pytest.mark.parametrize(
    ("start_h", "end_h", "held"),
    [(0, 24, True), (12, 24, True), (13, 24, False), (-24, 0, False), (-24, 13, True)],
)
def test_a_day_is_in_a_window_when_most_of_it_is(start_h: int, end_h: int, held: bool) -> None:
    window = Window(MIDNIGHT + timedelta(hours=start_h), MIDNIGHT + timedelta(hours=end_h))
    assert rank.window_holds(window, on_day(0)) is held


@pytest.mark.parametrize("day", [0, 1])
def test_a_night_is_in_both_of_its_days(day: int) -> None:
    night = Happened(MIDNIGHT + timedelta(hours=18), MIDNIGHT + timedelta(hours=30), Precision.HOUR)
    assert rank.window_holds(Window(MIDNIGHT + day * DAY, MIDNIGHT + (day + 1) * DAY), night)


def test_an_open_window_holds_what_comes_after_its_start() -> None:
    assert rank.window_holds(Window(MIDNIGHT, None), on_day(400))


def test_a_year_is_not_in_one_of_its_months() -> None:
    year = Happened(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), Precision.YEAR)
    assert not rank.window_holds(Window(datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)), year)


def test_latest_puts_the_newest_happening_first() -> None:
    assert [h.passage_id for h in rank.order([hit(1, days=1), hit(2, days=3)], Intent.LATEST)] == [2, 1]


def test_latest_puts_what_has_no_date_last() -> None:
    undated = hit(9, days=None, relevance=99.0)
    assert rank.order([undated, hit(1, days=-4000)], Intent.LATEST)[-1] is undated


def test_relevant_puts_the_best_match_first() -> None:
    old, new = hit(1, days=-100, relevance=0.9), hit(2, days=0, relevance=0.1)
    assert rank.order([new, old], Intent.RELEVANT) == [old, new]


@given(st.floats(-1, 2), st.floats(0, 1))
def test_relevance_is_a_share_and_grows_with_likeness_and_with_words(similarity: float, covered: float) -> None:
    some = rank.relevance(similarity, covered)
    assert 0 <= some <= 1
    assert some <= rank.relevance(similarity + 0.1, covered)
    assert some <= rank.relevance(similarity, min(1.0, covered + 0.1))


def looks(*similarities: float) -> dict[int, Look]:
    return {passage: Look(some, covered=0.0) for passage, some in enumerate(similarities)}


def test_what_was_read_again_is_as_near_as_both_looks_say() -> None:
    read = rank.read_again({1: Look(0.25, covered=0.3)}, {1: 0.75})
    assert read == {1: Look(0.5, covered=0.3)}


@given(st.lists(st.tuples(st.floats(-0.2, 1), st.floats(-0.2, 1)), min_size=1, max_size=30))
def test_nothing_passes_unread_what_fails_when_read(both: list[tuple[float, float]]) -> None:
    first = looks(*(some for some, _ in both))
    chosen = rank.nearest_at_first(first)
    read = rank.read_again(first, {passage: both[passage][1] for passage in chosen})
    unread = [look.similarity for passage, look in read.items() if passage not in chosen]
    assert max(unread, default=-1.0) <= min(read[passage].similarity for passage in chosen)


def test_what_was_not_read_again_is_no_nearer_than_at_first() -> None:
    assert rank.read_again(looks(0.5, 0.1), {0: 0.7})[1] == Look(0.1, covered=0.0)


def test_without_a_second_reading_the_first_look_stands() -> None:
    assert rank.read_again(looks(0.4, 0.3), {}) == looks(0.4, 0.3)


def test_the_most_relevant_are_read_again_best_first() -> None:
    assert rank.nearest_at_first(looks(*(some / 100 for some in range(50))))[:3] == [49, 48, 47]


def test_a_passage_that_holds_the_rare_word_is_read_again_however_far_its_vector_is() -> None:
    first = looks(*[0.5] * 50) | {50: Look(0.1, covered=0.4)}
    assert 50 in rank.nearest_at_first(first)


def test_what_holds_no_word_is_read_for_its_likeness_alone() -> None:
    assert rank.nearest_at_first(looks(*(some / 100 for some in range(50)))) == list(range(49, 37, -1))


def test_a_far_passage_that_was_read_for_its_words_says_nothing_of_those_unread() -> None:
    first = looks(*[0.5] * 50) | {50: Look(0.1, covered=0.4)}
    read = rank.read_again(first, {passage: 0.7 if passage < 50 else 0.0 for passage in rank.nearest_at_first(first)})
    assert read[49].similarity == 0.5


@given(st.lists(st.tuples(st.floats(-0.2, 1), st.floats(0, 1)), max_size=40))
def test_as_many_are_read_again_as_a_person_waits_for(both: list[tuple[float, float]]) -> None:
    chosen = rank.nearest_at_first({passage: Look(*look) for passage, look in enumerate(both)})
    assert len(set(chosen)) == len(chosen) == min(len(both), rank.READ_AGAIN)


@given(st.dictionaries(st.integers(), st.floats(0, 1)))
def test_the_best_is_near_the_best_and_nothing_worse_than_what_is_left_out(relevances: dict[int, float]) -> None:
    kept = rank.near_best(relevances)
    left_out = [some for passage, some in relevances.items() if passage not in kept]
    assert bool(kept) == bool(relevances)
    assert max(left_out, default=-1.0) < min(kept.values(), default=0.0)


def test_likeness_weighs_more_than_words() -> None:
    assert rank.relevance(0.8, 0.2) > rank.relevance(0.2, 0.8)


def test_a_word_of_more_passages_than_are_searched_is_common_and_never_less_than_nothing() -> None:
    rarity = rank.rarity({"everywhere": 90, "rare": 1}, passages=20)
    assert 0 < rarity["everywhere"] < rarity["rare"]


def test_coverage_weighs_words_by_rarity() -> None:
    rarity = {"rare": 3.0, "common": 1.0}
    assert rank.coverage(["rare", "common"], frozenset({"rare"}), rarity) == pytest.approx(0.75)


def test_a_word_in_no_passage_counts_as_missing() -> None:
    rarity = rank.rarity({"known": 1, "unheard": 0}, 10)
    assert rank.coverage(["known", "unheard"], frozenset({"known"}), rarity) < 0.5


def test_a_site_outside_the_area_is_no_hit() -> None:
    assert rank.placed(hit(), [site_at(16.27, -0.04)], BAMAKO) is None


def test_of_two_sites_the_one_in_the_area_is_taken() -> None:
    placed = rank.placed(hit(), [site_at(16.27, -0.04), site_at(12.6, -7.7)], BAMAKO)
    assert placed is not None
    assert placed.site is not None
    assert placed.site.lat == 12.6


def test_a_hit_knows_how_far_it_is_and_in_which_direction() -> None:
    placed = rank.placed(hit(), [site_at(12.65, -7.7)], BAMAKO)
    assert placed is not None
    assert [placed.distance_km, placed.bearing] == pytest.approx([32.5, 90], abs=0.5)


def test_a_distance_that_the_text_states_is_told_as_stated() -> None:
    ring = site_at(BAMAKO.lat, BAMAKO.lon, uncertainty_km=40.0, stated_km=40.0)
    placed = rank.placed(hit(), [ring], BAMAKO)
    assert placed is not None
    assert (placed.distance_km, placed.bearing) == (40.0, None)


def test_the_nearest_is_the_nearest_of_those_with_a_place() -> None:
    near, far = hit(1, site=site_at(13.4, -6.3)), hit(2, site=site_at(16.27, -0.04))
    found = rank.nearest([far, hit(3), near], BAMAKO)
    assert found is not None
    assert found.passage_id == 1


def test_a_place_told_vaguely_is_as_far_as_it_may_be() -> None:
    vague, sure = hit(1, site=site_at(12.75, -8.0, uncertainty_km=20.0)), hit(2, site=site_at(12.83, -8.0))
    assert rank.nearest([vague, sure], BAMAKO) == rank.at_distance(sure, BAMAKO)


def test_a_country_named_alone_is_never_the_nearest() -> None:
    assert rank.nearest([hit(1, site=site_at(12.65, -8.0, uncertainty_km=600.0))], BAMAKO) is None


def test_the_nearest_in_time_may_come_before_or_after() -> None:
    window = Window(MIDNIGHT, MIDNIGHT + DAY)
    found = rank.nearest_in_time([hit(1, days=-9), hit(2, days=3)], window)
    assert found is not None
    assert found.passage_id == 2


def test_an_old_latest_is_owned_up_to() -> None:
    notes = rank.age_notes(query(), [hit(days=-30)], NOON)
    assert [(n.key, dict(n.values)) for n in notes] == [("stale", {"days": 29})]


def test_a_latest_of_this_week_is_not_stale() -> None:
    assert rank.age_notes(query(), [hit(days=-6)], NOON) == ()


def test_a_window_asked_for_is_not_called_stale() -> None:
    old = Window(MIDNIGHT - 40 * DAY, MIDNIGHT - 20 * DAY)
    assert rank.age_notes(query(window=old), [hit(days=-30)], NOON) == ()


def test_what_has_no_date_is_counted() -> None:
    notes = rank.age_notes(query(Intent.RELEVANT), [hit(1, days=None), hit(2)], NOON)
    assert [(n.key, dict(n.values)) for n in notes] == [("undated", {"count": 1})]


ALONG = Borderland("the Mali-Niger border", ("ML-NE",), 50.0, 15.4, 3.1)


@pytest.mark.parametrize(("lat", "lon", "bearing"), [(15.6, 1.2, 0.0), (14.7, 1.2, 180.0)])
def test_near_a_border_the_distance_is_that_to_its_nearest_point(lat: float, lon: float, bearing: float) -> None:
    found = rank.placed(hit(), [site_at(lat, lon)], ALONG)
    assert found is not None
    assert found.distance_km == pytest.approx(nearest_point(("ML-NE",), lat, lon)[0], abs=0.01)
    assert found.bearing is not None
    assert turn_deg(found.bearing, bearing) < 60


def test_what_is_only_told_near_a_border_has_no_distance_from_it() -> None:
    told = Site("near the border", 15.4, 3.1, 450.0, 0.5, strip=Borderland("it", ("ML-NE",), 30.0, 15.4, 3.1))
    found = rank.placed(hit(), [told], ALONG)
    assert found is not None
    assert found.distance_km is None


@pytest.mark.parametrize(("hours", "days_ago"), [(0, 0), (1, 1), (24, 1), (25, 2), (48, 2)])
def test_how_long_ago_is_counted_in_days_of_the_calendar(hours: int, days_ago: int) -> None:
    happened = Happened(MIDNIGHT - timedelta(hours=hours), MIDNIGHT, Precision.HOUR)
    note = rank.far_note(Hit(1, 1, None, (), happened=happened), MIDNIGHT)
    assert dict(note.values)["days_ago"] == days_ago


def test_a_day_that_has_begun_where_it_happened_is_today() -> None:
    happened = Happened(MIDNIGHT, MIDNIGHT + timedelta(days=1), Precision.DAY)
    note = rank.far_note(Hit(1, 1, None, (), happened=happened), MIDNIGHT - timedelta(minutes=30))
    assert dict(note.values)["days_ago"] == 0


def test_a_note_names_the_day_of_the_place_for_an_hour_after_its_midnight() -> None:
    there = Site("Fanga", 14.0, 4.0, 2.0, 1.0, Place(1, "Fanga", 14.0, 4.0, "NE"))
    happened = Happened(MIDNIGHT - timedelta(hours=1), MIDNIGHT, Precision.HOUR)
    note = rank.far_note(Hit(1, 1, None, (), happened=happened, site=there), MIDNIGHT + timedelta(hours=9))
    assert (dict(note.values)["date"], dict(note.values)["days_ago"]) == (MIDNIGHT.isoformat(), 0)
