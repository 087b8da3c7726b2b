"""The places that a question names: exactly, a letter wrong, qualified by the words after them.  Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from index.asked_places import (
    BESIDE_A_VILLAGE,
    COMMON_WORDS,
    FORENAMES,
    HERE,
    LIST_ON,
    LISTED,
    QUALIFY,
    SHORT_NAMES,
    UNKNOWN_STOP,
)
from index.gazetteer import TOWN_PROMINENCE, Gazetteer, is_unit, name_key, prominence
from index.homonyms import Evidence, choose, is_alias_abroad
from index.model import Place, Region, Site, Span
from index.names import Name, Word, longest_name, words_of
from index.place_evidence import unit_level
from index.place_words import PART_BEFORE, part_of
from index.regions import country_part
from index.stop_words import ASKING

_LONG_NAME = 5  # letters
_AN_ARTICLE = re.compile(r"\b(?:la|le|les|du|des|une?|the|an|l')[ ']?$")  # a thing follows: "de la douane"
_WORLD_CITY = 3.4  # prominence of a town of a million


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    folded: str
    words: tuple[Word, ...]
    gazetteer: Gazetteer
    home: frozenset[str]
    named: Mapping[int, int]
    here: tuple[float, float] | None = None
    chosen: int | None = None  # GeoNames number of the place that is meant, whatever speaks for another of its name
    understood: tuple[Span, ...] = ()  # words that say what happened or who acted

    def word_at(self, offset: int) -> int | None:
        """The number of the word that begins at an offset, or None."""
        return next((i for i, word in enumerate(self.words) if word.start == offset), None)


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A name read as a place, up to `end`, with the words that qualify it."""

    name: Name
    site: Site | None
    region: Region | None
    end: int
    spelled: tuple[str, str] | None = None
    qualified: bool = False


def words_asked(question: str) -> Iterator[Word]:
    """The words of a question, a short name of a town as its full one: "ouaga" is Ouagadougou, but "Bobo-Dioulasso" is
    told in full."""
    words = words_of(question)
    for word, following in zip_longest(words, words[1:]):
        full = SHORT_NAMES.get(word.key, word.key)
        goes_on = following is not None and full.endswith(following.key)
        yield word if goes_on else replace(word, key=full)


def found_at(asked: Question, offset: int, firm: bool) -> FoundPlace | None:
    """The place named at an offset, spelled a letter wrong if need be; None where none is."""
    at = asked.word_at(offset)
    if at is None or is_part_of_a_name(asked, asked.words[at]):
        return None
    if firm and HERE.match(asked.folded, offset):
        return here_at(asked, offset)
    exact = longest_name(asked.text, asked.words, at, asked.gazetteer, any_case=True)
    if exact and not (firm or asked.words[at].capital or is_told_small(asked, exact[1])):
        return None
    if exact and not goes_on(asked, at, *exact):
        least = 0.0 if firm else 1.0 if asked.words[at].capital else 2.5
        likely = is_likely(asked, exact[1], asked.words[at].capital, least)
        return qualified(asked, exact[1], None) if likely or is_all_left(asked, at, *exact) else None
    return _respelled(asked, at) if firm or asked.words[at].capital else None


def here_at(asked: Question, offset: int) -> FoundPlace | None:
    """Where the person who asks stands, if words for it begin at an offset ("me", "ici") and the point was given."""
    told = HERE.match(asked.folded, offset)
    if told is None or asked.here is None:
        return None
    name = Name(offset, told.end(), asked.text[offset : told.end()])
    return FoundPlace(name, Site(name.text, *asked.here, 0.0, 1.0), None, told.end())


def goes_on(asked: Question, at: int, taken: int, name: Name | None = None) -> bool:
    """Whether the name goes on after what was found, with a hyphen or a capital: then only a part of it is known."""
    if at + taken >= len(asked.words):
        return False
    following = asked.words[at + taken]
    if following.tight:
        return following.key != "s"
    if not (asked.words[at].capital and following.capital and following.spaced) or following.key in UNKNOWN_STOP:
        return False
    stands_alone = name is not None and (name.region is not None or is_town_known(asked, name.places))
    return not (stands_alone or is_town_known(asked, asked.gazetteer.with_key(following.key)))


def is_town_known(asked: Question, places: Sequence[Place]) -> bool:
    """Whether a town that may be meant without further words is among the places."""
    return any(prominence(place) >= TOWN_PROMINENCE and _is_known_of(asked, place) for place in places)


def is_told_small(asked: Question, name: Name) -> bool:
    """Whether a name in small letters may be meant: no common word, and at home or a world city."""
    words = {word.key for word in asked.words if name.start <= word.start < name.end}
    if name_key(name.text) in COMMON_WORDS or words <= ASKING:  # there is a town called "a des"
        return False
    known = (place for place in name.places if _is_known_of(asked, place))
    return name.region is not None or any(asked.home or prominence(place) >= _WORLD_CITY for place in known)


def _is_known_of(asked: Question, place: Place) -> bool:
    """Whether a place may be meant without a word that says so: at home, or known the world over."""
    at_home = not asked.home or place.country in asked.home
    return at_home or place.feature == "A.PCLI" or prominence(place) >= _WORLD_CITY


def is_likely(asked: Question, name: Name, capital: bool, least: float) -> bool:
    """Whether the best known place of a name has at least that prominence, at home or in the collection a little less,
    in small letters a little more."""
    if name.region is not None:
        return True
    at_home = ((place, place.country in asked.home or place.geoname_id in asked.named) for place in name.places)
    best = max((prominence(place) + (1.0 if home else 0.0) for place, home in at_home), default=0.0)
    return best >= least + (0.0 if capital or not least else 0.5)


def is_all_left(asked: Question, at: int, taken: int, name: Name) -> bool:
    """Whether a village at home is all that a question says besides what happened: "attaque farabougou".

    Only a word of five letters or more: of 73,619 names in seven countries of West Africa some 150 are such words that
    French or English texts write small, and those are known as common."""
    words = asked.words[at : at + taken]
    if words[0].key in ASKING or words[-1].end - words[0].start < _LONG_NAME:
        return False
    if name_key(name.text) in COMMON_WORDS | FORENAMES or (at and _AN_ARTICLE.search(asked.folded[: words[0].start])):
        return False
    rest = (*asked.words[:at], *asked.words[at + taken :])
    at_home = any(place.country in asked.home for place in name.places)
    return at_home and all(_says_no_more(asked, word) for word in rest)


def _says_no_more(asked: Question, word: Word) -> bool:
    """Whether a word says what happened, where the village lies, or nothing."""
    if word.key in ASKING | UNKNOWN_STOP | BESIDE_A_VILLAGE or is_understood(asked, word):
        return True
    known = asked.gazetteer.with_key(word.key)
    return any(
        place.feature == "A.PCLI" or (is_unit(place) and prominence(place) >= TOWN_PROMINENCE) for place in known
    )


def is_part_of_a_name(asked: Question, word: Word) -> bool:
    """Whether a longer name of whoever acted holds the word: "Katiba Macina" is not Macina, but "Moscow" is a place as
    well as a government."""
    length = word.end - word.start
    return any(
        span.start <= word.start and word.end <= span.end and span.end - span.start > length
        for span in asked.understood
    )


def is_understood(asked: Question, word: Word) -> bool:
    return any(span.start < word.end and word.start < span.end for span in asked.understood)


def _respelled(asked: Question, at: int) -> FoundPlace | None:
    words = asked.words
    for taken in (3, 2, 1):
        run = words[at : at + taken]
        if len(run) < taken or goes_on(asked, at, taken) or any(word.key in UNKNOWN_STOP for word in run):
            continue
        if any(not (word.tight or word.spaced) for word in run[1:]):
            continue
        text = asked.text[run[0].start : run[-1].end]
        places = [one for one in asked.gazetteer.respelled(text) if prominence(one) >= 2.0]
        places = [one for one in places if _is_known_of(asked, one)]
        if places:
            namesakes = tuple(one for one in places if one.name == places[0].name)
            name = Name(run[0].start, run[-1].end, places[0].name, namesakes)
            return qualified(asked, name, (text, places[0].name))
    return None


def qualified(asked: Question, name: Name, spelled: tuple[str, str] | None) -> FoundPlace | None:
    """The reading of a name by the words after it: ", Burkina Faso", "(Mopti)", "au Mali".

    None where no place of that name lies in the country told, or where only an alias of a place abroad is known: the
    one meant is not in the gazetteer.
    """
    inside, end = qualifiers(asked, name)
    level = unit_level(asked.folded, name)
    part = PART_BEFORE.search(asked.folded[: name.start])
    if part and name.places and name.places[0].feature == "A.PCLI":
        part_told = country_part(name.places[0], part_of(part["part"]), asked.gazetteer)
        return FoundPlace(name, None, part_told.region, end, spelled)
    if name.region is not None and not (level or any(one.feature.startswith("P.PPLA") for one in name.places)):
        return FoundPlace(name, None, name.region.region, end, spelled)
    countries = dict.fromkeys(asked.home, 1.0)
    key = name_key(asked.text[name.start : name.end]) if spelled is None else name_key(name.text)
    if inside:
        places = [place for place in name.places if any(place.country == one.country for one in inside)]
    else:
        places = [place for place in name.places if not _is_likeness(place, key, countries)]
    if not places:
        return None
    places = [place for place in name.places if place.geoname_id == asked.chosen] or places
    site = choose(name.text, places, Evidence(countries, (), inside, None, level, asked.named))
    return FoundPlace(name, site, None, end, spelled, bool(inside))


def _is_likeness(place: Place, key: str, countries: Mapping[str, float]) -> bool:
    """Whether the name is an alias of a place abroad that is no world city: "Boni" is not Bonn, "Londres" is London."""
    return is_alias_abroad(place, key, countries) and prominence(place) < _WORLD_CITY


def qualifiers(asked: Question, name: Name) -> tuple[tuple[Place, ...], int]:
    """The units and countries told right after a name, and where they end."""
    inside: list[Place] = []
    end = name.end
    for i, word in enumerate(asked.words):
        if word.start <= end or not QUALIFY.match(asked.folded[end : word.start]):
            continue
        found = longest_name(asked.text, asked.words, i, asked.gazetteer, any_case=True)
        if (
            found is None
            or not (held := _holder(asked, found[1], name))
            or _is_listed(asked, name, end, found[1], held)
        ):
            continue
        inside.append(held)
        end = found[1].end + (1 if asked.text[found[1].end : found[1].end + 1] == ")" else 0)
    return tuple(inside), end


def _is_listed(asked: Question, name: Name, end: int, following: Name, held: Place) -> bool:
    """Whether a place is told beside a name and not as what holds it: two countries, or "Gao, Mopti and Kidal"."""
    if held.feature == "A.PCLI":
        return any(place.feature == "A.PCLI" for place in name.places[:1])
    going_on = LIST_ON.match(asked.folded, following.end)
    if going_on is None or not LISTED.match(asked.folded[end : following.start]):
        return False
    last = asked.word_at(going_on.end())
    return last is not None and longest_name(asked.text, asked.words, last, asked.gazetteer, any_case=True) is not None


def _holder(asked: Question, name: Name, held: Name) -> Place | None:
    """The unit or country that a name stands for, or the town that has given its region the name; None for others."""
    if not name.places:
        return None
    best = choose(name.text, name.places, Evidence(dict.fromkeys(asked.home, 1.0))).place
    if best is None or is_unit(best) or best.feature.startswith("P.PPLA"):
        return best
    regions = {(place.country, place.admin1) for place in held.places}
    return next((place for place in name.places if (place.country, place.admin1) in regions), None)
