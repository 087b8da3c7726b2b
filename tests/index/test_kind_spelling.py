from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gazetteer import Gazetteer, GazetteerEntry
from index.incidents import read_kinds
from index.kind_spelling import read_misspelt_kinds
from index.model import Kind, Place, Query
from index.query import parse
from tests.index.small_gazetteer import GAO, GAZETTEER


def understood(question: str) -> Query:
    return parse(question, datetime(2026, 11, 23, tzinfo=UTC), None, GAZETTEER)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("ataques près de Gao", "attaques"),
        ("atack near Gao", "attack"),
        ("attaks near Gao", "attacks"),
        ("EMBUSCAD GAO", "embuscade"),
        ("enlevment à Gao", "enlèvement"),
        ("manifestatoin Gao", "manifestation"),
        ("Explotion à Gao hier", "explosion"),
        ("lattaque de Gao", "attaque"),
        ("lembuscade de Gao", "embuscade"),
        ("dotages à Gao", "otages"),
    ],
)
def test_a_misspelt_kind_is_understood_and_told(question: str, meant: str) -> None:
    query = understood(question)
    assert query.kinds == read_kinds(meant).kinds != ()
    assert query.topic == ""
    (told,) = [dict(note.values)["read"] for note in query.notes if note.key == "spelled"]
    assert told == meant


@pytest.mark.parametrize(
    "question",
    [
        "who will protect Gao?",
        "les élèves de Gao",
        "raquettes de tennis à Gao",
        "stage à Gao",  # one letter from "otage", with another letter first
        "heart atack in Gao",  # an idiom, spelt rightly or not
        "déclaration de Mortas à Gao",  # a name
        "prix du riz à Gao",
    ],
)
def test_a_word_of_its_own_is_no_misspelt_kind(question: str) -> None:
    assert understood(question).kinds == ()


def test_a_place_is_no_misspelt_kind() -> None:
    town = Place(900, "Assout", 14.0, -5.0, "ML", feature="P.PPL", population=4_000)
    gazetteer = Gazetteer.from_entries(GazetteerEntry(place) for place in (GAO, town))
    assert read_misspelt_kinds("assout", gazetteer)[0].kinds == ()


def test_a_kind_spelt_rightly_leaves_the_rest_alone() -> None:
    query = understood("attaque des ataques à Gao")
    assert "spelled" not in {note.key for note in query.notes}


@given(st.sampled_from(["attaques", "embuscade", "kidnapping", "manifestation"]), st.data())
def test_a_lost_letter_is_found_wherever_it_was_but_first(word: str, data: st.DataObject) -> None:
    lost = data.draw(st.integers(1, len(word) - 1))
    query = understood(f"{word[:lost]}{word[lost + 1 :]} Gao")
    assert set(query.kinds) >= {Kind.ATTACK, Kind.ABDUCTION, Kind.PROTEST} & set(read_kinds(word).kinds)
