"""Invented dispatches and questions, French and English side by side.

Conversational pairs hold no "engin explosif" and no "blocus".  Here sentences written for this purpose are filled with
invented places, people and numbers; nothing in them happened.  A question goes with the dispatch it asks about.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

NUMBERS = (2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 17, 18, 20, 23, 26, 30, 34, 40, 45, 52, 60, 75)
CAPITALISED = ("group", "force", "person")
OTHER_SUBJECT_SHARE = 0.4  # of the short dispatches, those that end on a sentence about something else


@dataclass(frozen=True, slots=True)
class Story:
    """A dispatch of one to three sentences and one question about it, each in both languages."""

    english: str
    french: str
    english_question: str
    french_question: str


def stories(count: int, seed: int) -> Iterator[Story]:
    """`count` stories, the same ones for the same seed."""
    forms = json.loads(Path(__file__).with_name("invented.json").read_text(encoding="utf-8"))
    random = Random(seed)  # noqa: S311 (nothing secret hangs on it)
    for _ in range(count):
        yield _story(forms, random)


def _story(forms: Mapping[str, Any], random: Random) -> Story:
    topic = forms["topics"][random.choice(list(forms["topics"]))]
    sentences, scene = topic["sentences"], _slots(forms, random)
    places = [{"place": side["place"], "place2": side["place2"]} for side in scene]
    chosen = random.sample(sentences, min(random.choice((1, 1, 2, 2, 3)), len(sentences)))
    told = [_filled(chosen[0], scene)]
    for sentence in chosen[1:]:  # the same place, other numbers and people
        slots = [side | at for side, at in zip(_slots(forms, random), places, strict=True)]
        told += [_filled(sentence, slots)]
    if len(told) < 3 and random.random() < OTHER_SUBJECT_SHARE:
        other = forms["topics"][random.choice(list(forms["topics"]))]["sentences"]
        told.append(_filled(random.choice(other), _slots(forms, random)))
    asked = _filled(random.choice(topic["questions"]), scene)
    return Story(" ".join(t[0] for t in told), " ".join(t[1] for t in told), asked[0], asked[1])


def _filled(forms: list[str], slots: list[dict[str, Any]]) -> tuple[str, str]:
    return forms[0].format(**slots[0]), forms[1].format(**slots[1])


def _slots(forms: Mapping[str, Any], random: Random) -> list[dict[str, Any]]:
    """What fills the gaps: one dict for English, one for French."""
    shared: dict[str, Any] = {
        "place": place_name(forms["place"], random),
        "place2": place_name(forms["place"], random),
        "person": f"{random.choice(forms['first_names'])} {random.choice(forms['last_names'])}",
        "n": random.choice(NUMBERS),
        "m": random.randint(2, 50),
    }
    english, french = dict(shared), dict(shared)
    for slot, choices in forms["slots"].items():
        english[slot], french[slot] = random.choice(choices)
    for side in (english, french):
        side.update({slot.capitalize(): side[slot][0].upper() + side[slot][1:] for slot in CAPITALISED})
    return [english, french]


def place_name(parts: Mapping[str, list[str]], random: Random) -> str:
    """A name that sounds like a village of the Sahel."""
    start = random.choice(parts["starts"])
    if start[-1] not in "aeiouéAEIOU":
        start += random.choice(("a", "o", "i", "é", "ou"))
    middle = random.choice(parts["middles"]) if random.random() < 0.6 else ""
    return start + middle + random.choice(parts["ends"])
