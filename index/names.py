"""Finding the names in a text that may be places: one pass, the longest name first.  Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.gazetteer import TOWN_PROMINENCE, Gazetteer, name_key, prominence
from index.model import Place
from index.place_words import ALONG_AFTER, NEVER_PLACES
from index.regions import NamedRegion, region_first_words, regions_by_key

_WORD = re.compile(r"[^\W_]+")
_LONGEST_NAME = 6  # words
_TIGHT = frozenset("-'’ʼ‐‑–")
_PARTICLES = frozenset(("de", "du", "des", "d", "sur", "en", "la", "le", "les", "l", "n", "i", "of", "the", "al", "el"))
_SHORTEST_KEY = 3
_LONGEST_ACRONYM = 6
_CITY_PROMINENCE = 4.0  # "Bamako-Coura" is in Bamako; "Sinda-Ouro" is not in a Sinda that a gazetteer may know
_WORLD_PROMINENCE = 3.4  # a town of a million: known by name abroad
# What stands with a capital after a name without being a part of it: "Mondoro Commune".
_COMMON_NOUNS = frozenset(
    ["commune", "cercle", "circle", "region", "province", "district", "departement", "department", "municipality"]
).union(["city", "town", "ville", "village", "airport", "road", "axis", "highway", "area", "forest", "river"])
_ROAD_WORDS = ("axe", "axis", "route", "road", "piste", "track", "liaison", "tronçon")


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name at [start, end): what the gazetteer and the table of regions know of it, maybe nothing."""

    start: int
    end: int
    text: str
    places: tuple[Place, ...] = ()
    region: NamedRegion | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known by that name."""
        return bool(self.places) or self.region is not None


@dataclass(frozen=True, slots=True)
class Word:
    """A word at [start, end) and its key; `tight` where a hyphen or apostrophe joins it to the word before it."""

    start: int
    end: int
    key: str
    capital: bool
    tight: bool
    spaced: bool


def words_of(text: str) -> list[Word]:
    """The words of a text in order."""
    found: list[Word] = []
    last_end = -1
    for match in _WORD.finditer(text):
        gap = text[last_end : match.start()] if last_end >= 0 else "\n"
        tight, spaced = len(gap) == 1 and gap in _TIGHT, gap in (" ", "\u00a0", "\u202f")
        word = match[0]
        found.append(Word(match.start(), match.end(), name_key(word), word[0].isupper(), tight, spaced))
        last_end = match.end()
    return found


def find_names(text: str, gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names of a text, in order and without overlap; a run of capitals that nothing knows is one unknown name."""
    return tuple(_names(text, words_of(text), gazetteer))


def _names(text: str, words: Sequence[Word], gazetteer: Gazetteer) -> Iterator[Name]:
    at = 0
    while at < len(words):
        if words[at].capital:
            taken, name = _known_name(text, words, at, gazetteer) or _unknown_name(text, words, at, gazetteer)
        else:
            taken, name = _region_name(text, words, at) or (1, None)
        if name is not None:
            yield name
        at += taken


def _known_name(text: str, words: Sequence[Word], at: int, gazetteer: Gazetteer) -> tuple[int, Name] | None:
    """The longest known name, unless it is only the head of one that nothing knows ("Sinda" of "Sinda-Ouro")."""
    found = longest_name(text, words, at, gazetteer)
    if found is None or at + found[0] >= len(words):
        return found
    following = words[at + found[0]]
    known = _prominence(found[1], gazetteer)
    before = text[max(0, words[at].start - 12) : words[at].start].rstrip().lower()
    if before.endswith(_ROAD_WORDS):  # "axis Hombori-Inadiatafane" names two places
        return found
    goes_on = following.capital and (
        (following.tight and known < _CITY_PROMINENCE) or (following.spaced and known < TOWN_PROMINENCE)
    )
    if not goes_on or _is_common(following.key) or len(following.key) < _SHORTEST_KEY:
        return found
    second = longest_name(text, words, at + found[0], gazetteer)
    if second and ALONG_AFTER.match(text[second[1].end : second[1].end + 30].lower()):  # "Hombori-Boni road": two again
        return found
    # "Sinda-Ouro" is neither Sinda nor Ouro, nor "Tin Aïcha" any Tin: of such names only the whole is a place's.
    return found if not following.tight and _is_town(second, gazetteer) else None


def _is_common(key: str) -> bool:
    return key in NEVER_PLACES or key in _COMMON_NOUNS


def _is_town(found: tuple[int, Name] | None, gazetteer: Gazetteer) -> bool:
    """Whether what was found is a region or at least a small town, which stands for itself beside other capitals."""
    return found is not None and _prominence(found[1], gazetteer) >= TOWN_PROMINENCE


def _prominence(name: Name, gazetteer: Gazetteer) -> float:
    """Of the best known place of that name.  Where a country's villages are known, a town abroad counts only if it is
    a large city: others share a syllable by chance."""
    if name.region:
        return _CITY_PROMINENCE
    home = gazetteer.detailed_countries
    weights = ((prominence(place), not home or place.country in home) for place in name.places)
    return max((weight for weight, near in weights if near or weight >= _WORLD_PROMINENCE), default=0.0)


def _region_name(text: str, words: Sequence[Word], at: int) -> tuple[int, Name] | None:
    """A region's name that begins without a capital: "trois frontières", "lac Tchad"."""
    if words[at].key not in region_first_words():
        return None
    for taken, key in reversed(list(enumerate(_joined_keys(words, at, any_case=True), 1))):
        if taken > 1 and (region := regions_by_key().get(key)):
            start, end = words[at].start, words[at + taken - 1].end
            return taken, Name(start, end, text[start:end], (), region)
    return None


def longest_name(
    text: str, words: Sequence[Word], at: int, gazetteer: Gazetteer, any_case: bool = False
) -> tuple[int, Name] | None:
    """The longest known name beginning at word `at`: how many words it takes, and the name."""
    keys = _joined_keys(words, at, any_case)
    for taken, key in reversed(list(enumerate(keys, 1))):
        if not key or len(key) < _SHORTEST_KEY or (taken == 1 and key in NEVER_PLACES):
            continue
        places, region = gazetteer.with_key(key), regions_by_key().get(key)
        if places or region:
            start, end = words[at].start, words[at + taken - 1].end
            return taken, Name(start, end, text[start:end], places, region)
    return None


def _joined_keys(words: Sequence[Word], at: int, any_case: bool) -> list[str]:
    """The keys of one, two... words from `at`; "" where a name cannot end there."""
    keys, key = [], ""
    for i in range(at, min(at + _LONGEST_NAME, len(words))):
        word = words[i]
        if i > at and not (word.tight or word.spaced):
            break
        if i > at and not (any_case or word.capital or word.tight or word.key in _PARTICLES):
            break
        key += word.key
        keys.append(key if i == at or any_case or word.capital or word.tight else "")
    return keys


def _unknown_name(text: str, words: Sequence[Word], at: int, gazetteer: Gazetteer) -> tuple[int, Name | None]:
    end = at + 1
    while end < len(words) and words[end].capital and (words[end].tight or words[end].spaced):
        spaced = words[end].spaced
        if spaced and (_is_common(words[end].key) or _is_town(longest_name(text, words, end, gazetteer), gazetteer)):
            break
        end += 1
    if _is_common(words[at].key) or (len(words[at].key) < _SHORTEST_KEY and end == at + 1):
        return end - at if end == at + 1 else 1, None
    start, stop = words[at].start, words[end - 1].end
    acronym = end == at + 1 and text[start:stop].isupper() and stop - start <= _LONGEST_ACRONYM
    if acronym or any(one.isdigit() for one in text[start:stop]):  # "IED", "RN6", "G5"
        return end - at, None
    return end - at, Name(start, stop, text[start:stop])
