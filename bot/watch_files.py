"""Watches as a file of JSON and back: what somebody follows is theirs to take along.  Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.catalogue import LANGUAGES
from index import Delivery, Watch

SUFFIX = "watches.json"
MOST_IN_A_FILE = 100
LARGEST_BYTES = 200_000
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class KeptWatch:
    """A watch of a file, with the words that make it again."""

    words: str
    delivery: Delivery
    paused: bool


def to_file(watches: Sequence[Watch]) -> bytes:
    """The watches, without whose they are."""
    told = [
        {
            "question": watch.standing.query.text,
            "least_toll": watch.standing.least_toll,
            "source": watch.standing.source,
            "language": watch.standing.language,
            "delivery": watch.delivery.value,
            "paused": watch.paused,
        }
        for watch in watches
    ]
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def from_file(data: bytes) -> tuple[KeptWatch, ...] | None:
    """The watches of a file; None for what is no such file.  An entry that is no watch is left out."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):  # the latter for brackets nested by the thousand
        return None
    return tuple(_kept(told[:MOST_IN_A_FILE])) if isinstance(told, list) else None


def _kept(entries: list[Any]) -> Iterator[KeptWatch]:
    for entry in entries:
        if isinstance(entry, dict) and _is_text(entry.get("question")):
            delivery = next((way for way in Delivery if way == entry.get("delivery")), Delivery.INSTANT)
            yield KeptWatch(_words(entry), delivery, entry.get("paused") is True)


def _words(entry: dict[str, Any]) -> str:
    """The watch as somebody would write it: see `index.watch_words`."""
    words = [entry["question"]]
    if isinstance(entry.get("least_toll"), int):
        words.append(f">= {entry['least_toll']} dead")
    if _is_text(entry.get("source")):
        words.append(f'source: "{entry["source"]}"')
    if entry.get("language") in LANGUAGES:
        words.append(f"language: {entry['language']}")
    return " ".join(words)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST
