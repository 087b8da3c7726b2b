"""In whose days a dispatch tells: those of the place that its news is about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from index.accounts import Account, accounts_of, tells
from index.dates import publication_in
from index.model import Dispatch, Happened, Hit, Precision, Span
from index.question_dates import read_window
from index.rank import window_holds
from index.stories import contradict
from index.tellings import Reading, tell
from index.told_tolls import Said, TollSentence, about
from tests.index.small_gazetteer import GAZETTEER

MIDNIGHT = datetime(2026, 10, 6, tzinfo=UTC)  # a Tuesday
LATE = MIDNIGHT + timedelta(hours=23, minutes=30)  # in Niamey it is Wednesday, half past midnight
FRIDAY = datetime(2026, 10, 9, 12, tzinfo=UTC)


def read(body: str, published_at: datetime = LATE) -> Reading:
    return tell(None, body, published_at, "fr", GAZETTEER)


def when(body: str, published_at: datetime = LATE) -> Happened | None:
    return read(body, published_at).tellings[0].happened


def raid(day: str, place: str = "Niamey") -> str:
    return f"Des hommes armés ont attaqué {day} un poste de police à {place}, tuant trois agents."


def a_day(number: int) -> Happened:
    start = datetime(2026, 10, number, tzinfo=UTC)
    return Happened(start, start + timedelta(1), Precision.DAY)


def an_hour(at: datetime, hours: int = 1) -> Happened:
    return Happened(at, at + timedelta(hours=hours), Precision.HOUR)


def account(day: str, source: str, place: str = "Niamey") -> Account:
    dispatch = Dispatch(source, source, raid(day, place), published_at=FRIDAY, language="fr")
    return accounts_of(dispatch, read(dispatch.body, FRIDAY))[0]


@pytest.mark.parametrize(("day", "number"), [("hier", 6), ("mardi", 6), ("ce mercredi", 7), ("aujourd'hui", 7)])
def test_after_midnight_at_the_place_the_day_before_is_yesterday(day: str, number: int) -> None:
    assert when(raid(day)) == a_day(number)


def test_where_clocks_show_utc_the_day_is_not_over_yet() -> None:
    assert when(raid("hier", "Bamako")) == a_day(5)


def test_hours_are_those_of_the_clocks_at_the_place() -> None:
    assert when(raid("mardi vers 05h20"), FRIDAY) == an_hour(MIDNIGHT + timedelta(hours=4))


@pytest.mark.parametrize(
    "words",
    [
        "mardi vers 05h20 GMT",
        "mardi à 05h20 TU",
        "mardi vers 05h20 (GMT)",
        "mardi vers 05h20 heure GMT",
        "vers 5 heures UTC mardi",
    ],
)
def test_hours_told_in_universal_time_are_left_so(words: str) -> None:
    assert when(raid(words), FRIDAY) == an_hour(MIDNIGHT + timedelta(hours=5))


def test_hours_of_a_zone_beside_universal_time_are_those_of_the_place() -> None:
    assert when(raid("mardi vers 05h20 GMT+1"), FRIDAY) == an_hour(MIDNIGHT + timedelta(hours=4))


def test_a_night_is_that_of_the_place() -> None:
    assert when(raid("dans la nuit de lundi à mardi"), FRIDAY) == an_hour(MIDNIGHT - timedelta(hours=7), 12)


def test_a_bare_date_of_publication_is_that_date_west_of_greenwich() -> None:
    assert publication_in(MIDNIGHT, "America/Port-au-Prince") == MIDNIGHT + timedelta(hours=4)


@pytest.mark.parametrize("at", [MIDNIGHT, LATE])
def test_publication_east_of_greenwich_is_the_moment_it_was(at: datetime) -> None:
    assert publication_in(at, "Africa/Niamey") == at


def test_a_reading_tells_in_which_zone_it_was_done() -> None:
    assert (read(raid("hier")).timezone, read("Trois agents ont été tués hier.").timezone) == ("Africa/Niamey", "UTC")


@pytest.mark.parametrize("zone", ["UTC", "Africa/Niamey", "Europe/Paris"])
@pytest.mark.parametrize(("asked", "found"), [("lundi", False), ("mardi", True), ("mercredi", False)])
def test_a_question_about_a_day_finds_that_day_alone(asked: str, found: bool, zone: str) -> None:
    window, happened = read_window(f"attaques {asked}", FRIDAY, zone).window, when(raid("mardi"), FRIDAY)
    assert window is not None
    assert happened is not None
    assert window_holds(window, happened) is found


def test_one_day_told_in_two_zones_is_one_day() -> None:
    assert account("mardi", "A").days == account("mardi", "B", "Bamako").days


@pytest.mark.parametrize("hour", ["vers 00h30", "vers 12h", "vers 23h30"])
def test_an_hour_belongs_to_its_day_at_the_place_alone(hour: str) -> None:
    at_hour = account(f"mardi {hour}", "A")
    assert [contradict(at_hour, account(day, "B")) for day in ("lundi", "mardi", "mercredi")] == [True, False, True]


def test_an_hour_after_midnight_is_found_in_the_account_of_its_day() -> None:
    (telling,) = read(raid("mardi vers 00h30"), FRIDAY).tellings
    assert [tells(account(day, "A"), telling.sites[0], telling.happened) for day in ("lundi", "mardi")] == [False, True]


def test_the_toll_of_a_day_is_that_of_its_first_hour() -> None:
    reading = read(raid("mardi vers 00h30"), FRIDAY)
    (telling,) = reading.tellings
    hit = Hit(1, 1, FRIDAY, (Span(0, 5),), happened=telling.happened, site=telling.sites[0])
    sentences = [TollSentence(telling.sites, a_day(number), reading.tolls) for number in (5, 6)]
    assert about([hit], Said(tolls=tuple(sentences))) == sentences[1:]
