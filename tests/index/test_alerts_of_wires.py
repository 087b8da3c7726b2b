"""The invented wires beside the checkout, played in order to forty watches; skipped where they are absent.

What each watch should tell follows from the truth of the set: kind, point and the words of the watch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from index import Dispatch, Engine, Form, Letter, ReadOptions, read_paths
from index.geometry import distance_km
from index.watch_model import Owner
from tests.index.word_encoder import load_words

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
WIRES = SHARED / "wires"
pytestmark = pytest.mark.skipif(not (WIRES / "truth.json").exists(), reason="the evaluation sets are not here")

RADIUS_KM = 60
TOWNS = ("Dioura", "Kourouma", "Talhandak", "Gaya", "Gorgadji", "Tin-Akoff")
VIOLENCE = frozenset(("attack", "bombing", "air_strike", "abduction", "killing", "clash"))
NEAR = {
    ("attacks within 60 km of {}", "attaques à moins de 60 km de {}"): VIOLENCE,
    ("kidnappings within 60 km of {}", "enlèvements à moins de 60 km de {}"): frozenset(("abduction",)),
    ("protests within 60 km of {}", "manifestations à moins de 60 km de {}"): frozenset(("protest",)),
}
ANYWHERE = {
    ("air strikes in Mali", "frappes aériennes au Mali"): frozenset(("air_strike",)),
    ("accidents in Mali", "accidents au Mali"): frozenset(("accident",)),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the watches should tell, the dispatches that each told first, in order, and those it made a sound for; a
    dispatch's happening, and how many of each happening's dispatches must be heard."""

    expected: Mapping[str, frozenset[str]]
    firsts: Mapping[str, list[str]]
    heard: Mapping[str, list[str]]
    happening: Mapping[str, str]
    sounds: Mapping[str, int]

    def pairs(self) -> set[tuple[str, str]]:
        return {(text, self.happening[d]) for text, told in self.firsts.items() for d in told if d in self.happening}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    truth = json.loads((WIRES / "truth.json").read_text(encoding="utf-8"))
    happenings: dict[str, dict[str, Any]] = truth["happenings"]
    expected = dict(_expected(happenings))
    with Engine.open(tmp_path_factory.mktemp("alerts"), load=load_words) as engine:
        wires = [one for one in read_paths([WIRES / "dispatches.jsonl"], ReadOptions()) if isinstance(one, Dispatch)]
        began = min(_hour(one) for one in wires)
        engine.import_places([SHARED / "geonames" / f"{country}.txt" for country in ("ML", "BF", "NE")], began)
        for number, text in enumerate(expected):
            engine.alerts.watch(Owner(text, f"person {number}"), engine.alerts.standing(text, began), began)
        firsts: dict[str, list[str]] = {text: [] for text in expected}
        heard: dict[str, list[str]] = {text: [] for text in expected}
        for wire in wires:
            for letter in _tell(engine, wire):
                firsts[letter.chat] += [wire.id] * (letter.form is Form.FIRST)
                heard[letter.chat] += [wire.id] * letter.loud
    members = {
        one: name for name, what in happenings.items() for one in (*what["dispatches"], *what.get("superseded", ()))
    }
    sounds = {name: 1 + sum(_material(what, truth)) for name, what in happenings.items()}
    return Told(expected, firsts, heard, members, sounds)


def _material(happening: Mapping[str, Any], truth: Mapping[str, Any]) -> Iterator[bool]:
    """For each dispatch after the first whether it corrects one, or gives a toll or claims or denies something that no
    dispatch of the happening did before; a reprint or a translation does not."""
    one_text = {*truth["reprints"], *truth["translations"]}
    told: set[tuple[Any, ...]] = set()
    for place, dispatch in enumerate(sorted((*happening["dispatches"], *happening.get("superseded", ())))):
        facts = set(_facts(happening, dispatch)) - told
        if place:
            yield dispatch not in one_text and (dispatch in truth["superseded"].values() or bool(facts))
        told |= facts


def _facts(happening: Mapping[str, Any], dispatch: str) -> Iterator[tuple[Any, ...]]:
    for toll in happening.get("tolls", ()):
        if toll["dispatch"] == dispatch:
            yield from ((toll.get("of"), harm, toll[harm]) for harm in ("killed", "injured") if harm in toll)
    for claim in happening.get("claims", ()):
        if claim["dispatch"] == dispatch and claim["verb"] in ("claims", "denies"):
            yield claim["verb"], claim["actor"]


def _expected(happenings: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, frozenset[str]]]:
    points = {what["place"]: (what["lat"], what["lon"]) for what in happenings.values()}
    for (texts, kinds), town in product(NEAR.items(), TOWNS):
        met = {
            name for name, what in happenings.items()
            if what["kind"] in kinds and distance_km(*points[town], what["lat"], what["lon"]) <= RADIUS_KM
        }  # fmt: skip
        yield from ((text.format(town), frozenset(met)) for text in texts)
    for texts, kinds in ANYWHERE.items():
        yield from ((text, frozenset(n for n, what in happenings.items() if what["kind"] in kinds)) for text in texts)


def _hour(wire: Dispatch) -> datetime:
    assert wire.published_at is not None
    return wire.published_at


def _tell(engine: Engine, wire: Dispatch) -> list[Letter]:
    """The letters that one more wire makes; every one arrives."""
    now, letters = _hour(wire) + timedelta(minutes=2), []
    engine.ingest([wire], now)
    while letter := engine.letters.next(now):
        letters.append(letter)
        engine.letters.leases.begin(letter.token, now)
        engine.letters.leases.sent(letter.token, None if letter.form is Form.EDIT else "1", now, now)
    return letters


def test_there_are_forty_watches(told: Told) -> None:
    assert len(told.expected) == 40


def test_at_least_19_of_20_happenings_watched_for_are_told(told: Told) -> None:
    wanted = {(text, name) for text, names in told.expected.items() for name in names}
    assert wanted
    assert len(wanted & told.pairs()) >= 0.95 * len(wanted)


def test_at_least_19_of_20_alerts_are_of_a_happening_watched_for(told: Told) -> None:
    right = sum(name in told.expected[text] for text, name in told.pairs())
    assert right >= 0.95 * sum(map(len, told.firsts.values()))


def test_no_happening_is_told_twice_as_new(told: Told) -> None:
    assert len(told.pairs()) == sum(d in told.happening for firsts in told.firsts.values() for d in firsts)


def test_each_watch_makes_a_sound_for_its_happenings_and_for_what_is_material_in_them(told: Told) -> None:
    wanted = {text: sum(told.sounds[name] for name in names) for text, names in told.expected.items()}
    assert {text: len(heard) for text, heard in told.heard.items()} == wanted


def test_some_watches_hear_more_than_happenings(told: Told) -> None:
    assert sum(map(len, told.heard.values())) > sum(map(len, told.firsts.values()))
