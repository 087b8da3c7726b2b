from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import wording
from bot.catalogue import Catalogue
from bot.wording import Reader
from index.model import Claim, ClaimVerb, Happened, Kind, Precision
from tests.builders import NOW, a_day

ENGLISH = Reader(Catalogue.load("en"), ZoneInfo("Africa/Bamako"), NOW)
FRENCH = Reader(Catalogue.load("fr"), ZoneInfo("Africa/Bamako"), NOW)


def happened(precision: Precision, days: int = 1, start: datetime = datetime(2025, 8, 17, tzinfo=UTC)) -> Happened:
    return Happened(start, start + timedelta(days=days), precision)


@pytest.mark.parametrize(
    ("told", "english", "french"),
    [
        (date(2025, 8, 17), "Sun 17 Aug", "dim. 17 août"),
        (date(2024, 8, 17), "17 Aug 2024", "17 août 2024"),
        (date(2025, 12, 31), "Wed 31 Dec", "mer. 31 déc."),
    ],
)
def test_a_day_shows_its_year_where_it_could_be_mistaken(told: date, english: str, french: str) -> None:
    assert (wording.day(ENGLISH, told), wording.day(FRENCH, told)) == (english, french)


@pytest.mark.parametrize(
    ("told", "english", "french"),
    [
        (happened(Precision.DAY), "Sun 17 Aug", "dim. 17 août"),
        (happened(Precision.DAY, 2), "17–18 Aug", "17–18 août"),
        (happened(Precision.WEEK, 7), "week of Sun 17 Aug", "semaine du dim. 17 août"),
        (happened(Precision.MONTH, 31), "August 2025", "août 2025"),
        (happened(Precision.YEAR, 365), "2025", "2025"),
        (
            happened(Precision.DAY, 30, datetime(2024, 12, 20, tzinfo=UTC)),
            "Dec 2024 – Jan 2025",
            "déc. 2024 – janv. 2025",
        ),
    ],
)
def test_a_happening_is_told_as_finely_as_its_text(told: Happened, english: str, french: str) -> None:
    assert (wording.happened_day(ENGLISH, told), wording.happened_day(FRENCH, told)) == (english, french)


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Pacific/Kiritimati"])
def test_a_told_day_is_the_same_in_every_time_zone(zone: str) -> None:
    reader = Reader(Catalogue.load("en"), ZoneInfo(zone), NOW)
    assert wording.happened_day(reader, a_day(2025, 8, 17)) == "Sun 17 Aug"


def test_an_hour_is_told_in_the_readers_zone() -> None:
    reader = Reader(Catalogue.load("en"), ZoneInfo("Europe/Paris"), NOW)
    start = datetime(2025, 8, 17, 22, 30, tzinfo=UTC)
    hour = Happened(start, start + timedelta(hours=1), Precision.HOUR)
    assert wording.happened_day(reader, hour) == "Mon 18 Aug 00:30"


def test_a_part_of_a_day_is_told_with_its_hours() -> None:
    morning = Happened(datetime(2025, 8, 15, 4, tzinfo=UTC), datetime(2025, 8, 15, 12, tzinfo=UTC), Precision.HOUR)
    assert wording.happened_day(FRENCH, morning) == "ven. 15 août 04:00–12:00"


@pytest.mark.parametrize(
    ("shown", "bearing", "expected"),
    [
        ("38 km E", 90.0, "38 km E of Gao"),
        ("40 km", None, "40 km from Gao"),
        ("under 4 km", 9.0, "under 4 km from Gao"),
    ],
)
def test_a_distance_without_direction_is_from_a_place(shown: str, bearing: float | None, expected: str) -> None:
    assert wording.distance_of(ENGLISH, shown, bearing, "Gao") == expected


def test_without_a_happening_the_day_is_that_of_publishing() -> None:
    assert wording.story_day(ENGLISH, None, NOW) == "published Wed 20 Aug"


def test_without_any_date_the_day_is_unknown() -> None:
    assert wording.story_day(FRENCH, None, None) == "date inconnue"


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (0, "today", "aujourd’hui"),
        (1, "yesterday", "hier"),
        (3, "3 days ago", "il y a 3 jours"),
        (21, "3 weeks ago", "il y a 3 semaines"),
        (425, "14 months ago", "il y a 14 mois"),
        (1000, "3 years ago", "il y a 3 ans"),
    ],
)
def test_how_long_ago(days: int, english: str, french: str) -> None:
    assert (wording.ago(ENGLISH, days), wording.ago(FRENCH, days)) == (english, french)


@pytest.mark.parametrize(
    ("bearing", "english", "french"),
    [
        (0, "N", "N"),
        (44, "NE", "NE"),
        (92, "E", "E"),
        (225, "SW", "SO"),
        (270, "W", "O"),
        (338, "N", "N"),
        (360, "N", "N"),
    ],
)
def test_a_bearing_is_one_of_eight_points(bearing: float, english: str, french: str) -> None:
    assert (wording.compass(ENGLISH, bearing), wording.compass(FRENCH, bearing)) == (english, french)


@pytest.mark.parametrize(
    ("distance_km", "bearing", "uncertainty_km", "expected"),
    [
        (38.2, 92.0, 2.0, "38 km E"),
        (38.2, None, 2.0, "38 km"),
        (38.2, 92.0, 10.0, "≈ 38 km E"),
        (38.2, 92.0, 40.0, "under 79 km"),
        (40.0, None, 40.0, "≈ 40 km"),
        (15.0, None, 40.0, "under 55 km"),
        (0.0, 0.0, 5.0, "under 5 km"),
        (0.2, 10.0, None, "under 1 km"),
        (1234.0, 45.0, None, "1,234 km NE"),
    ],
)
def test_a_distance_owns_up_to_its_doubt(
    distance_km: float, bearing: float | None, uncertainty_km: float | None, expected: str
) -> None:
    assert wording.distance(ENGLISH, distance_km, bearing, uncertainty_km) == expected


@given(st.floats(0, 20_000), st.floats(0, 360), st.floats(0, 500))
def test_a_told_distance_never_claims_to_be_nearer_than_it_may_be(
    distance_km: float, bearing: float, uncertainty_km: float
) -> None:
    told = wording.distance(ENGLISH, distance_km, bearing, uncertainty_km)
    if told.startswith("under"):
        assert int(told.split()[1].replace(",", "")) >= distance_km


@pytest.mark.parametrize(("place", "expected"), [("Abidjan", "3 km d’Abidjan"), ("Gao", "3 km de Gao")])
def test_french_elides_before_a_vowel(place: str, expected: str) -> None:
    assert wording.distance_of(FRENCH, "3 km", None, place) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((Kind.PROTEST, Kind.RIOT), "protest, riot"),
        ((Kind.ATTACK, Kind.CLASH, Kind.BOMBING), "attacks of any kind"),
        ((), ""),
    ],
)
def test_asked_kinds(asked: tuple[Kind, ...], expected: str) -> None:
    assert wording.asked_kinds(ENGLISH, asked) == expected


def test_responsibility_is_louder_than_what_is_merely_said() -> None:
    said, claimed = Claim("residents", ClaimVerb.SAYS, 0, 10), Claim("x", ClaimVerb.CLAIMS, 0, 10)
    assert wording.loudest_claim((said, claimed), 0, 5) == claimed


def test_a_claim_outside_the_quote_is_not_told() -> None:
    assert wording.loudest_claim((Claim("x", ClaimVerb.CLAIMS, 10, 20),), 0, 10) is None


def test_a_known_actor_is_named_in_the_readers_language() -> None:
    claim = Claim("residents", ClaimVerb.SAYS, 0, 10)
    assert (wording.said_by(ENGLISH, claim), wording.said_by(FRENCH, claim)) == (
        "said by residents",
        "selon des habitants",
    )


def test_a_speaker_known_by_the_words_of_a_text_alone_is_quoted() -> None:
    claim = Claim("hospital staff", ClaimVerb.SAYS, 0, 14)
    assert (wording.said_by(ENGLISH, claim), wording.said_by(FRENCH, claim)) == (
        "said by “hospital staff”",
        "selon «\N{NO-BREAK SPACE}hospital staff\N{NO-BREAK SPACE}»",
    )
