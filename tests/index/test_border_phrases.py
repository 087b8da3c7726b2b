from __future__ import annotations

import pytest

from index.border_phrases import BorderPhrase, find_borders
from index.text import fold_aligned
from tests.index.small_gazetteer import GAZETTEER


def _told(text: str) -> list[BorderPhrase]:
    return list(find_borders(text, fold_aligned(text), GAZETTEER))


@pytest.mark.parametrize(
    ("text", "sides", "across", "km"),
    [
        ("An outpost near the border with Niger was hit.", (), ("NE",), None),
        ("Un camp à la frontière avec le Burkina a brûlé.", (), ("BF",), None),
        ("Près de la frontière malienne, deux morts.", ("ML",), (), None),
        ("Une mine à 15 km de la frontière nigérienne.", ("NE",), (), 15.0),
        ("A mine some 12 km from Mali's border with Niger.", ("ML",), ("NE",), 12.0),
        ("Une mine à une dizaine de kilomètres de la frontière algéro-malienne.", ("DZ", "ML"), (), 10.0),
        ("Raids along the Mali-Niger border.", ("ML", "NE"), (), None),
        ("Raids in the border area between Mali and Burkina Faso.", ("ML", "BF"), (), None),
        (
            "Des raids dans la zone frontalière entre le Mali, le Niger et le Burkina Faso.",
            ("ML", "NE", "BF"),
            (),
            None,
        ),
        ("À la frontière nord avec l'Algérie, un tir.", (), ("DZ",), None),
        ("À la frontière, le Mali a déployé des soldats.", (), (), None),
    ],
)
def test_a_border_told_as_a_place_is_read(
    text: str, sides: tuple[str, ...], across: tuple[str, ...], km: float | None
) -> None:
    (told,) = _told(text)
    assert (told.sides, told.across, told.km) == (sides, across, km)


@pytest.mark.parametrize(
    "text",
    [
        "The government closed the border with Niger.",
        "Le ministre annonce la réouverture de la frontière avec le Niger.",
        "Les assaillants ont fui vers la frontière avec le Niger.",
        "They crossed the border with Niger.",
        "The border post with Niger was closed.",
        "Le commerce frontalier avec le Niger reprend.",
        "Doctors without borders treated them.",
    ],
)
def test_a_border_that_is_no_place_is_not(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "home", "borders"),
    [
        ("near the border with Niger", ("ML",), ("ML-NE",)),
        ("près de la frontière malienne", ("NE",), ("ML-NE",)),
        ("near Mali's border with Niger", ("BF",), ("ML-NE",)),
        ("near the border with Niger and Burkina Faso", ("ML",), ("ML-NE", "BF-ML")),
        ("near the border between Niger and Burkina Faso", ("ML",), ("BF-NE",)),
        ("near the border between Mali and Burkina Faso", (), ("BF-ML",)),
        ("near the border", ("ML", "NE"), ("ML-NE",)),
        ("near the border", (), ()),
    ],
)
def test_the_other_side_comes_from_the_words_or_from_what_they_are_about(
    text: str, home: tuple[str, ...], borders: tuple[str, ...]
) -> None:
    (told,) = _told(text)
    assert told.borders(home) == borders


def test_a_country_alone_means_all_its_borders() -> None:
    (told,) = _told("near the border with Niger")
    assert len(told.borders(())) == 7


@pytest.mark.parametrize(
    ("text", "home", "borders"),
    [
        ("near the southern border of Niger", (), ("BJ-NE", "NE-NG")),
        ("près de la frontière sud du Niger", (), ("BJ-NE", "NE-NG")),
        ("near Niger's southern border", (), ("BJ-NE", "NE-NG")),
        ("near the northern border", ("ML",), ("DZ-ML",)),
        ("near the northern border with Mali", (), ("BF-ML", "CI-ML", "GN-ML")),
        ("near Mali's southern border with Niger", (), ("ML-NE",)),
    ],
)
def test_a_side_told_of_a_border_leaves_others_out(text: str, home: tuple[str, ...], borders: tuple[str, ...]) -> None:
    (told,) = _told(text)
    assert told.borders(home) == borders


def test_a_border_that_is_something_lies_on_no_side() -> None:
    (told,) = _told("À la frontière est tombé un obus.")
    assert told.bearing_deg is None
