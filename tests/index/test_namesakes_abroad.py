"""Villages of one name in two countries, and small names that are large ones elsewhere."""

from __future__ import annotations

import pytest

from index.gazetteer import Gazetteer, GazetteerEntry
from index.model import Place
from index.places import mark_places
from tests.index.small_gazetteer import PLACES

_MORE = (
    Place(500, "Ouagadougou Region", 12.4, -1.5, "BF", "53", "", "", "A.ADM1"),
    Place(501, "Boni", 11.4, -3.4, "BF", "53"),  # its number is above that of the village in Mali
    Place(19, "Doro", 12.0, -2.0, "BF", "53"),  # and this one below both of those in Mali
    Place(503, "Doro", 16.1, -0.6, "ML", "09"),
    Place(504, "Doro", 15.1, -5.6, "ML", "05"),
    Place(505, "Pro", 11.5, -3.0, "BF", "53"),
    Place(506, "Kano", 12.0, 8.5, "NG", "29", "", "", "P.PPLA", 3_600_000),
    Place(507, "Kano", 16.8, -2.4, "ML", "08"),
    Place(508, "Bangui", 4.4, 18.6, "CF", "18", "", "", "P.PPLC", 540_000),
    Place(509, "Peru", -10.0, -76.0, "PE", "", "", "", "A.PCLI"),
    Place(510, "Pérou", 14.1, -4.1, "ML", "04"),
)
_NAMES = {1: ("Mali",), 509: ("Pérou",)}
_GAZETTEER = Gazetteer.from_entries(GazetteerEntry(one, _NAMES.get(one.geoname_id, ())) for one in (*PLACES, *_MORE))


def _places(body: str) -> list[tuple[str, int]]:
    """The places named, each with its GeoNames number."""
    mentions = mark_places(None, body, _GAZETTEER)
    return [(body[one.start : one.end], one.site.place.geoname_id) for one in mentions if one.site.place]


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Three FAMa soldiers were killed at", 503),
        ("A MINUSMA convoy was attacked at", 503),
        ("Dogon farmers were attacked at", 503),
        ("Des dozos ont attaqué des éleveurs à", 503),
        ("Three VDP volunteers were killed at", 19),
        ("Des éleveurs mossi ont été attaqués à", 19),
    ],
)
def test_a_force_or_a_people_tells_in_which_country_a_village_lies(told: str, number: int) -> None:
    assert _places(f"{told} Doro.") == [("Doro", number)]


def test_what_a_country_named_says_counts_more() -> None:
    assert ("Doro", 19) in _places("Au Burkina Faso, des hommes armés ont tué un commerçant à Doro.")


def test_what_begins_a_compound_is_no_village() -> None:
    assert ("Pro", 505) not in _places("In Burkina Faso, Pro-government militias clashed.")


def test_the_same_name_alone_is_a_village() -> None:
    assert ("Pro", 505) in _places("In Burkina Faso, gunmen attacked the village of Pro.")


def test_a_country_named_before_another_name_is_still_named() -> None:
    assert ("Doro", 503) in _places("Mali President Keita mourned. Gunmen had killed a trader in Doro.")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Gunmen attacked the village of Kano.", ("Kano", 507)),
        ("Gunmen attacked Kano village.", ("Kano", 507)),
        ("Des hommes armés ont attaqué le hameau de Kano.", ("Kano", 507)),
        ("Gunmen attacked the village of Perou.", ("Perou", 510)),
    ],
)
def test_a_village_is_no_city_and_no_country(body: str, place: tuple[str, int]) -> None:
    assert _places(body) == [place]


def test_without_a_word_for_a_village_a_city_is_meant() -> None:
    assert _places("Gunmen attacked a market in Kano.") == [("Kano", 506)]


def test_a_longer_name_is_not_the_capital_that_begins_it() -> None:
    assert _places("Gunmen abducted an imam in the area of Bangui Mallam.") == []


def test_a_capital_abroad_keeps_its_name() -> None:
    assert _places("Gunmen abducted an imam in Bangui.") == [("Bangui", 508)]


def test_no_distance_is_told_from_a_town_that_the_text_cannot_mean() -> None:
    far = Place(511, "Véroia", 40.5, 22.2, "GR", "", "", "", "P.PPL", 40_000)
    entries = [*(GazetteerEntry(one) for one in (*PLACES, *_MORE)), GazetteerEntry(far, ("Ber",))]
    body = "At least three Malian soldiers were killed about 30 km north of Ber."
    assert mark_places(None, body, Gazetteer.from_entries(entries)) == ()
