from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notes import AFTER, BEFORE, asked_line, searched_line, sentence
from index.model import Area, Borderland, Circle, ClaimVerb, Kind, NoteKey, NoteValue, Searched, Unit, Window
from tests.bot.test_wording import ENGLISH, FRENCH
from tests.builders import NOW, a_note, a_query

MALI = Unit("Mali", ("ML",), 17.0, -4.0)
NAMES = [
    "place",
    "distance_km",
    "bearing",
    "date",
    "days_ago",
    "days",
    "name",
    "chosen",
    "others",
    "asked",
    "read",
    "count",
]
NAME_LISTS = st.lists(st.text(max_size=30), max_size=5).map(tuple)
VALUES: st.SearchStrategy[NoteValue] = st.one_of(
    st.none(), st.booleans(), st.integers(0, 9000), st.floats(0, 9000), st.text(max_size=80), NAME_LISTS
)


def told(key: NoteKey, **values: NoteValue) -> tuple[str, str]:
    """The note in English and in French."""
    note = a_note(key, **values)
    return sentence(ENGLISH, note, a_query()), sentence(FRENCH, note, a_query())


def test_every_note_is_told_before_or_after_the_stories() -> None:
    assert sorted(BEFORE + AFTER) == sorted(get_args(NoteKey))


def test_nothing_found_says_what_was_asked() -> None:
    assert told("nothing_found") == (
        "Nothing found: attack · within 50 km of Bamako.",
        "Rien trouvé : attaque · à moins de 50 km de Bamako.",
    )


def test_a_claim_that_was_not_found_is_told_to_be_missing() -> None:
    query = replace(a_query(), verbs=(ClaimVerb.CLAIMS,))
    assert (sentence(ENGLISH, a_note("unsaid"), query), sentence(FRENCH, a_note("unsaid"), query)) == (
        "Not found: who claims it. What follows tells of it.",
        "Pas trouvé : qui revendique. Voici ce qui en parle.",
    )


def test_nothing_found_near_a_border_says_how_near() -> None:
    area = Borderland("la frontière avec le Niger", ("ML-NE",), 50.0, 15.4, 3.1)
    query = a_query(area=area, kinds=())
    note = a_note("nothing_found")
    assert sentence(FRENCH, note, query) == "Rien trouvé : à moins de 50 km de la frontière avec le Niger."


def test_the_nearest_to_a_border_is_told_from_the_border() -> None:
    query = a_query(area=Borderland("the Mali-Niger border", ("ML-NE",), 50.0, 15.4, 3.1))
    note = a_note("nearest", place="Gao", distance_km=136.2, bearing=270.0, date=None, days_ago=None)
    assert sentence(ENGLISH, note, query) == "The nearest is Gao, 136 km W of the Mali-Niger border."


def test_near_me_without_a_location_asks_for_one() -> None:
    english, french = told("location_missing")
    assert ("Share your location" in english, "Partagez votre position" in french) == (True, True)


def test_a_border_of_no_country_is_asked_about() -> None:
    english, french = told("which_border")
    assert (english[:13], french[:18]) == ("Which border?", "Quelle frontière ?")


def test_nothing_found_of_a_question_without_terms_is_short() -> None:
    query = a_query(area=None, kinds=())
    assert sentence(ENGLISH, a_note("nothing_found"), query) == "Nothing found."


def test_the_nearest_is_told_with_distance_compass_and_age() -> None:
    assert told("nearest", place="Kassela", distance_km=83.2, bearing=44.0, date="2025-07-30", days_ago=21) == (
        "The nearest is Kassela, 83 km NE of Bamako, Wed 30 Jul (3 weeks ago).",
        "Le plus proche : Kassela, 83 km NE de Bamako, mer. 30 juil. (il y a 3 semaines).",
    )


def test_a_nearest_that_may_be_all_around_is_told_at_its_farthest() -> None:
    vague = told("nearest", place="Kassela", distance_km=11.0, bearing=44.0, uncertainty_km=18.0, date=None)
    assert vague == (
        "The nearest is Kassela, under 29 km from Bamako.",
        "Le plus proche : Kassela, moins de 29 km de Bamako.",
    )


def test_a_nearest_without_values_is_not_told() -> None:
    assert told("nearest") == ("", "")


def test_stale_tells_the_age_first_of_all() -> None:
    assert told("stale", days=425) == (
        "Old news: the newest is 14 months old.",
        "Ancien : le plus récent a 14\xa0mois.",
    )


def test_an_ambiguous_place_names_at_most_three_others() -> None:
    english, _ = told("ambiguous_place", name="Diabaly", chosen="Diabaly (Mali)", others=("A", "B", "C", "D"))
    assert "Others: A, B, C. " in english


def test_an_ambiguous_place_names_countries_in_the_readers_language() -> None:
    english, french = told("ambiguous_place", name="Gao", chosen="Gao, ML", others=("Gao, BF", "Gao, CI"))
    assert english.startswith("Gao read as Gao (Mali). Others: Gao (Burkina Faso), Gao (Côte d’Ivoire).")
    assert french.startswith("Gao lu comme Gao (Mali). Autres : Gao (Burkina Faso), Gao (Côte d’Ivoire).")


def test_a_corrected_spelling_is_told() -> None:
    assert told("spelled", asked="Bamkao", read="Bamako")[0] == "Bamkao read as Bamako."


@pytest.mark.parametrize("key", get_args(NoteKey))
@given(values=st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_no_value_missing_or_odd_breaks_a_note(key: NoteKey, values: dict[str, NoteValue]) -> None:
    for text in told(key, **values):
        assert "{" not in text or "{" in str(values)
        assert len(text) < 400


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        (Circle("Abidjan", 5.3, -4.0, 12.5), "attaque · à moins de 12,5 km d’Abidjan"),
        (MALI, "attaque · Mali"),
        (None, "attaque"),
    ],
)
def test_an_area_is_told_as_it_was_understood(area: Area | None, expected: str) -> None:
    assert asked_line(FRENCH, a_query(area=area)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (NOW - timedelta(days=8), None, "since Tue 12 Aug"),
        (NOW - timedelta(days=8), NOW, "since Tue 12 Aug"),
        (None, datetime(2025, 8, 1, tzinfo=UTC), "until Thu 31 Jul"),
        (datetime(2025, 8, 1, tzinfo=UTC), datetime(2025, 8, 8, tzinfo=UTC), "Fri 1 Aug to Thu 7 Aug"),
        (datetime(2025, 8, 1, tzinfo=UTC), datetime(2025, 8, 2, tzinfo=UTC), "on Fri 1 Aug"),
        (None, None, ""),
    ],
)
def test_a_window_is_told_with_its_last_day(start: datetime | None, end: datetime | None, expected: str) -> None:
    query = a_query(area=None, kinds=(), window=Window(start, end))
    assert asked_line(ENGLISH, query) == expected


@pytest.mark.parametrize(("zone", "expected"), [("Africa/Niamey", "on Fri 1 Aug"), ("UTC", "Thu 31 Jul to Fri 1 Aug")])
def test_the_days_of_a_window_are_those_of_who_asked(zone: str, expected: str) -> None:
    window = Window(datetime(2025, 7, 31, 23, tzinfo=UTC), datetime(2025, 8, 1, 23, tzinfo=UTC))
    query = a_query(area=None, kinds=(), window=window, timezone=zone)
    assert asked_line(ENGLISH, query) == expected


def test_a_sentence_that_ends_with_a_shortened_month_has_one_full_stop() -> None:
    query = a_query(area=None, kinds=(), window=Window(NOW - timedelta(days=8), None))
    assert sentence(FRENCH, a_note("nothing_found"), query) == "Rien trouvé : depuis mar. 12 août."
    query = a_query(area=None, kinds=(), window=Window(NOW - timedelta(days=38), None))
    assert sentence(FRENCH, a_note("nothing_found"), query) == "Rien trouvé : depuis dim. 13 juil."


def test_kinds_are_told_in_the_readers_words() -> None:
    assert asked_line(FRENCH, a_query(area=None, kinds=(Kind.ABDUCTION,))) == "enlèvement"


@pytest.mark.parametrize(
    ("searched", "expected"),
    [
        (Searched(0, 0, None), "There is no dispatch here yet. Whoever runs me must add some first."),
        (Searched(2, 2, None), "Searched 2 dispatches; none has a date."),
        (Searched(1, 1, NOW), "Searched one dispatch; it is from 20 Aug 2025, 15:00 (today)."),
        (
            Searched(3824, 1, NOW - timedelta(days=61)),
            "Searched 3,824 dispatches; the newest is from 20 Jun 2025, 15:00 (2 months ago).",
        ),
    ],
)
def test_how_much_was_searched_and_how_new(searched: Searched, expected: str) -> None:
    assert searched_line(ENGLISH, searched) == expected
