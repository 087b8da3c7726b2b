"""The names of a text as they sound, for the text index: "Dyoura" is found by "Dioura", "Sinda Uro" by "Sinda-Ouro".

A village that no gazetteer knows is written as the reporter heard it; its letters alone would hide it.  Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from index.gazetteer import respellings, sound_key
from index.text import stems

_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w'’]+"
_NAME = re.compile(rf"{_CAPITALISED}(?:[ -]{_CAPITALISED}){{0,2}}")
_INSIDE = re.compile(r"(?<=[\w,;'’)»\-] )[^\W\d_][\w'’-]*")  # a word that does not begin a sentence
_MARK = "zq"  # begins no word of either language, so that a sound is never taken for a stem
_SHORTEST = 4  # letters of a sound: shorter ones are shared by too many names


def sound_token(name: str) -> str:
    """The token under which a name stands in the text index; empty for one too short to tell apart."""
    key = sound_key(name)
    return _MARK + key if len(key) >= _SHORTEST else ""


@lru_cache(maxsize=20_000)
def sounds_alike(name: str) -> frozenset[str]:
    """The sound keys of a name and of what is one letter off."""
    return frozenset(sound_key(spelt) for spelt in (name, *respellings(name))) - {""}


@lru_cache(maxsize=20_000)
def ways_to_mention(name: str) -> tuple[frozenset[str], str]:
    """How a text names a place: all of these stems in one passage, or the token of its sound ("" for none)."""
    return frozenset(stems(name).split()), sound_token(name)


def is_written_as_name(word: str, texts: Iterable[str]) -> bool:
    """Whether a word, in this spelling or one of its sound, has a capital wherever one of the texts holds it within a
    sentence, and one of them does."""
    sound = sound_key(word)
    inside = [found for text in texts for found in _INSIDE.findall(text) if sound_key(found) == sound]
    return bool(inside) and all(found[0].isupper() for found in inside)


def sound_tokens(text: str) -> str:
    """Tokens of every name in a text, and of each of its words, space-joined; capitals make a name."""
    return " ".join(dict.fromkeys(filter(None, map(sound_token, _names(text)))))


def _names(text: str) -> Iterator[str]:
    for name in _NAME.findall(text):
        yield name
        yield from re.split(r"[ -]", name)
