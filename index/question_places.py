"""The area that a question asks about: "near Gao", "à moins de 30 km de Koro", "dans la région de Ménaka".  Pure.

Nothing is invented: a name that no gazetteer knows gives no area, and the reading says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.gazetteer import Gazetteer, is_unit, name_key, prominence
from index.geometry import corridor
from index.homonyms import Evidence, choose, choose_pair, is_alias_abroad, unit_codes
from index.model import Area, Circle, Note, Place, Region, Shape, Site, Span, Unit
from index.names import Name, Word, longest_name, words_of
from index.place_evidence import unit_level
from index.place_words import (
    DIRECTION,
    DIRECTION_OF,
    DISTANCE,
    DISTANCE_FROM,
    NEVER_PLACES,
    PART_BEFORE,
    bearing_of,
    kilometres_of,
    part_of,
)
from index.regions import country_part
from index.relations import Relation, located
from index.text import fold_aligned

NEAR_RADIUS_KM = 50.0  # "near": what a reader who must decide on a journey or a warning would count as near
IN_RADIUS_KM = 15.0  # "in" a town: its outskirts, and the coarseness of a point that stands for a town
CORRIDOR_KM = 15.0  # either side of the line between two places
_AMBIGUOUS_BELOW = 0.985  # confidence of the chosen reading
_WORLD_CITY = 3.4  # prominence of a town of a million
_BARE_PROMINENCE = 2.5  # a name without a preposition must be at least a small town

_ARTICLES = (
    r"(?:(?:la|le|les|the|ville|village|localite|commune|town|village|city|capitale?|cercle|region|province|district"
    r"|departement|zone|area|secteur|camp|de|du|des|of|entire|toute?|extreme|far|centre|center|central"
    rf"|{DIRECTION})[ -]|l'|d')*"
)
_WITHIN = re.compile(
    rf"\b(?:within |in |dans |sur |up to )?(?:a |an |un )?(?:(?:rayon|radius|perimetre) (?:de |d'|of )"
    rf"|(?:a )?moins de |less than |a )?"
    rf"{DISTANCE}(?: radius| a la ronde)?,? (?:autour |around |away )?(?:de |d'|du |des |of |from )?{_ARTICLES}"
)
_NEAR = re.compile(
    rf"\b(?:(?:pres|proche|proches|autour|non loin|a proximite|aux (?:environs|abords|alentours)"
    rf"|dans les environs|a cote)"
    rf" (?:de |du |des |d')|near(?:by)? (?:to )?|close to |around |in the vicinity of |not far from "
    rf"|next to ){_ARTICLES}"
)
_BETWEEN = re.compile(rf"\b(?:entre|between) {_ARTICLES}")
_IN = re.compile(rf"\b(?:in|at|inside|across|throughout|a|au|aux|en|dans) {_ARTICLES}")
_OF = re.compile(rf"(?:\b(?:of|from|de|du|des) {_ARTICLES}|\bd'|\bl')")
_PREPOSITIONS: tuple[tuple[re.Pattern[str], float | None, bool], ...] = (
    (_WITHIN, 0.0, True),  # the radius is in the match
    (_NEAR, NEAR_RADIUS_KM, True),
    (_IN, None, False),
    (_OF, None, False),
)
_JOIN = re.compile(rf"^(?: ?, ?| et | ou | and | or | & )(?:(?:de|d|a|in|near|pres de)[ '])?{_ARTICLES}$")
_QUALIFY = re.compile(rf"^(?: ?, ?| ?\( ?| )(?:(?:in|au|aux|en|dans|du|de|a) )?{_ARTICLES}$")
_TO_SECOND = re.compile(rf"^ (?:et|and|a|to) (?:(?:de|d)[ '])?{_ARTICLES}$")
_OWNER = re.compile(
    r"\b(?:armee|army|president|gouvernement|government|soldats|troops|forces|junte|junta|minist\w+|ambassad\w+) "
    r"(?:du|de|des|of|from|in) (?:la |the )?$"
)
_UNKNOWN_STOP = NEVER_PLACES.union(
    ["last", "this", "next", "since", "week", "month", "year", "today", "yesterday", "recent", "during"],
    ["latest", "depuis", "semaine", "mois", "annee", "hier", "aujourd", "derniers", "dernieres", "dernier", "derniere"],
)


@dataclass(frozen=True, slots=True)
class AreaReading:
    """What a question says of where: the area, the words that said it, what must be owned up to, names not found."""

    area: Area | None = None
    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    unplaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    folded: str
    words: tuple[Word, ...]
    gazetteer: Gazetteer
    home: frozenset[str]
    named: Mapping[int, int]

    def word_at(self, offset: int) -> int | None:
        """The number of the word that begins at an offset, or None."""
        return next((i for i, word in enumerate(self.words) if word.start == offset), None)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A preposition at [start, end): its place begins at `end`.  `radius_km` is None for "in"."""

    start: int
    end: int
    radius_km: float | None
    firm: bool  # nothing but a place can follow, so that a name unknown is worth a note


@dataclass(frozen=True, slots=True)
class _Found:
    """A name read as a place, up to `end`, with the words that qualify it."""

    name: Name
    site: Site | None
    region: Region | None
    end: int
    spelled: tuple[str, str] | None = None
    qualified: bool = False


def read_area(
    question: str, gazetteer: Gazetteer, home: Collection[str] = (), named: Mapping[int, int] | None = None
) -> AreaReading:
    """The area a question asks about, or an empty reading.

    `home` holds the country codes (ISO 3166-1 alpha-2) where most dispatches happen: of two towns of one name the one
    there is meant.  Countries with an imported file count as home.  `named` tells how many happenings the collection
    holds at each place, by GeoNames number: of namesakes the one that it tells of is meant.
    """
    asked = _Question(
        question,
        fold_aligned(question),
        tuple(words_of(question)),
        gazetteer,
        frozenset(home) | gazetteer.detailed_countries,
        named or {},
    )
    return (
        _read_between(asked)
        or _read_relation(asked)
        or _read_phrases(asked)
        or _read_bare(asked)
        or AreaReading()
    )


def _read_between(asked: _Question) -> AreaReading | None:
    for match in _BETWEEN.finditer(asked.folded):
        first = _found_at(asked, match.end(), firm=True)
        if first is None:
            return _unknown(asked, _Phrase(match.start(), match.end(), None, True))
        for word in asked.words:
            if word.start > first.end and _TO_SECOND.match(asked.folded[first.end : word.start]):
                second = _found_at(asked, word.start, firm=True)
                if second and first.site and second.site:
                    return _strip(asked, match.start(), first, second, first.site, second.site)
    return None


def _strip(asked: _Question, at: int, first: _Found, second: _Found, one: Site, other: Site) -> AreaReading:
    if not (first.qualified or second.qualified):
        start, end = ((found.name.text, found.name.places) for found in (first, second))
        one, other = choose_pair(start, end, Evidence(dict.fromkeys(asked.home, 1.0), collection=asked.named))
    name = f"{first.name.text} - {second.name.text}"
    area = corridor(name, (one.lat, one.lon), (other.lat, other.lon), CORRIDOR_KM)
    return AreaReading(area, (Span(at, second.end),), (*_notes(asked, first), *_notes(asked, second)))


def _read_relation(asked: _Question) -> AreaReading | None:
    """A point told from a place: "40 km north of Gao", "au sud d'Ansongo"."""
    for match in (*DISTANCE_FROM.finditer(asked.folded), *DIRECTION_OF.finditer(asked.folded)):
        found = _found_at(asked, match.end(), firm=False) if match["direction"] and match["link"] else None
        if found is None or found.site is None or found.site.place is None or is_unit(found.site.place):
            continue
        km = kilometres_of(match["number"], match["unit"]) if match.re is DISTANCE_FROM else None
        relation = Relation(match.start(), found.end, km, bearing_of(match["direction"]), None)
        name = asked.text[match.start() : found.end].strip()
        site = located(relation, found.site, None, name)
        area = Circle(name, site.lat, site.lon, max(IN_RADIUS_KM, site.uncertainty_km))
        return AreaReading(area, (Span(match.start(), found.end),), tuple(_notes(asked, found)))
    return None


def _read_phrases(asked: _Question) -> AreaReading | None:
    """Places after a preposition, firmest first: a distance, "near", "in", "of"."""
    for pattern, radius_km, firm in _PREPOSITIONS:
        for match in pattern.finditer(asked.folded):
            stated = kilometres_of(match["number"], match["unit"]) if pattern is _WITHIN else radius_km
            reading = _read_phrase(asked, _Phrase(match.start(), match.end(), stated, firm))
            if reading is not None:
                return reading
    return None


def _read_phrase(asked: _Question, phrase: _Phrase) -> AreaReading | None:
    first = _found_at(asked, phrase.end, phrase.firm)
    if first is None:
        return _unknown(asked, phrase) if phrase.firm else None
    if not phrase.firm and _OWNER.search(asked.folded[: phrase.end]):
        return None
    found = [first, *_joined(asked, first)]
    parts = [_area(asked, one, phrase.radius_km) for one in found]
    notes = tuple(note for one in found for note in _notes(asked, one))
    end = _unit_end(asked, found[-1].end)
    return AreaReading(_union(parts), (Span(phrase.start, end),), notes)


def _joined(asked: _Question, first: _Found) -> Iterator[_Found]:
    """Further places after "and", "et", a comma."""
    end = first.end
    for word in asked.words:
        if word.start > end and _JOIN.match(asked.folded[end : word.start]):
            following = _found_at(asked, word.start, firm=False)
            if following is None:
                continue
            yield following
            end = following.end


def _read_bare(asked: _Question) -> AreaReading | None:
    """A place without a preposition: "Kidal attaques", "gao"."""
    for i, word in enumerate(asked.words):
        found = longest_name(asked.text, asked.words, i, asked.gazetteer, any_case=True)
        if found is None or not _is_likely(found[1], word.capital, _BARE_PROMINENCE, asked.home):
            continue
        place = _qualified(asked, found[1], None)
        if place is None:
            continue
        return AreaReading(_area(asked, place, None), (Span(word.start, place.end),), tuple(_notes(asked, place)))
    return None


def _found_at(asked: _Question, offset: int, firm: bool) -> _Found | None:
    """The place named at an offset, spelled a letter wrong if need be; None where none is."""
    at = asked.word_at(offset)
    if at is None:
        return None
    exact = longest_name(asked.text, asked.words, at, asked.gazetteer, any_case=True)
    if exact and not _goes_on(asked, at + exact[0]):
        least = 0.0 if firm else 1.0 if asked.words[at].capital else 2.5
        if _is_likely(exact[1], asked.words[at].capital, least, asked.home):
            return _qualified(asked, exact[1], None)
        return None
    return _respelled(asked, at) if firm or asked.words[at].capital else None


def _goes_on(asked: _Question, at: int) -> bool:
    """Whether the name goes on with a hyphen after what was found: then only a part of it is known."""
    return at < len(asked.words) and asked.words[at].tight and asked.words[at].key != "s"


def _is_likely(name: Name, capital: bool, least: float, home: frozenset[str]) -> bool:
    if name.region is not None:
        return True
    best = max((prominence(place) + (1.0 if place.country in home else 0.0) for place in name.places), default=0.0)
    return best >= least + (0.0 if capital or not least else 0.5)


def _respelled(asked: _Question, at: int) -> _Found | None:
    words = asked.words
    for taken in (3, 2, 1):
        run = words[at : at + taken]
        if len(run) < taken or _goes_on(asked, at + taken) or any(word.key in _UNKNOWN_STOP for word in run):
            continue
        if any(not (word.tight or word.spaced) for word in run[1:]):
            continue
        text = asked.text[run[0].start : run[-1].end]
        places = [one for one in asked.gazetteer.respelled(text) if prominence(one) >= 2.0]
        if places:
            namesakes = tuple(one for one in places if one.name == places[0].name)
            name = Name(run[0].start, run[-1].end, places[0].name, namesakes)
            return _qualified(asked, name, (text, places[0].name))
    return None


def _qualified(asked: _Question, name: Name, spelled: tuple[str, str] | None) -> _Found | None:
    """The reading of a name by the words after it: ", Burkina Faso", "(Mopti)", "au Mali".

    None where no place of that name lies in the country told, or where only an alias of a place abroad is known: the
    one meant is not in the gazetteer.
    """
    inside, end = _qualifiers(asked, name)
    level = unit_level(asked.folded, name)
    part = PART_BEFORE.search(asked.folded[: name.start])
    if part and name.places and name.places[0].feature == "A.PCLI":
        return _Found(name, None, country_part(name.places[0], part_of(part["part"])).region, end, spelled)
    if name.region is not None and not (level or any(one.feature.startswith("P.PPLA") for one in name.places)):
        return _Found(name, None, name.region.region, end, spelled)
    countries = dict.fromkeys(asked.home, 1.0)
    key = name_key(asked.text[name.start : name.end]) if spelled is None else name_key(name.text)
    if inside:
        places = [place for place in name.places if any(place.country == one.country for one in inside)]
    else:
        places = [place for place in name.places if not _is_likeness(place, key, countries)]
    if not places:
        return None
    site = choose(name.text, places, Evidence(countries, (), inside, None, level, asked.named))
    return _Found(name, site, None, end, spelled, bool(inside))


def _is_likeness(place: Place, key: str, countries: Mapping[str, float]) -> bool:
    """Whether the name is an alias of a place abroad that is no world city: "Boni" is not Bonn, "Londres" is London."""
    return is_alias_abroad(place, key, countries) and prominence(place) < _WORLD_CITY


def _qualifiers(asked: _Question, name: Name) -> tuple[tuple[Place, ...], int]:
    """The units and countries told right after a name, and where they end."""
    inside: list[Place] = []
    end = name.end
    for i, word in enumerate(asked.words):
        if word.start <= end or not _QUALIFY.match(asked.folded[end : word.start]):
            continue
        found = longest_name(asked.text, asked.words, i, asked.gazetteer, any_case=True)
        if found is None or not (held := _holder(asked, found[1], name)):
            continue
        inside.append(held)
        end = found[1].end + (1 if asked.text[found[1].end : found[1].end + 1] == ")" else 0)
    return tuple(inside), end


def _holder(asked: _Question, name: Name, held: Name) -> Place | None:
    """The unit or country that a name stands for, or the town that has given its region the name; None for others."""
    if not name.places:
        return None
    best = choose(name.text, name.places, Evidence(dict.fromkeys(asked.home, 1.0))).place
    if best is None or is_unit(best) or best.feature.startswith("P.PPLA"):
        return best
    regions = {(place.country, place.admin1) for place in held.places}
    return next((place for place in name.places if (place.country, place.admin1) in regions), None)


def _area(asked: _Question, found: _Found, radius_km: float | None) -> Circle | Unit | Region:
    if found.region is not None:
        return found.region
    site = found.site
    place = site.place if site else None
    if site is None or place is None:
        return Circle(found.name.text, 0.0, 0.0, 0.0)
    level = unit_level(asked.folded, found.name)
    if is_unit(place):
        return Unit(found.name.text, unit_codes(place), place.lat, place.lon)
    if level and radius_km is None:
        depth = {"A.ADM1": 2, "A.ADM2": 3}.get(level, 4)
        return Unit(found.name.text, unit_codes(place)[:depth], place.lat, place.lon)
    return Circle(found.name.text, place.lat, place.lon, IN_RADIUS_KM if radius_km is None else radius_km)


def _union(parts: Sequence[Circle | Unit | Region]) -> Area:
    if len(parts) == 1:
        return parts[0]
    return Shape(", ".join(part.name for part in parts), tuple(parts), parts[0].lat, parts[0].lon)


def _unit_end(asked: _Question, end: int) -> int:
    """Where the area's words end, with "region" after its name."""
    after = re.match(r" (?:region|cercle|province|district|area|zone|commune)s?\b", asked.folded[end:])
    return end + (after.end() if after else 0)


def _unknown(asked: _Question, phrase: _Phrase) -> AreaReading | None:
    """A place phrase whose name no gazetteer knows: told, never guessed."""
    at = asked.word_at(phrase.end)
    if at is None or asked.words[at].key in _UNKNOWN_STOP:
        return None
    end = at + 1
    while end < len(asked.words) and _continues(asked, end):
        end += 1
    start, stop = asked.words[at].start, asked.words[end - 1].end
    name = asked.text[start:stop]
    notes = [Note("unknown_place", (("name", name),))]
    if asked.gazetteer.is_small:
        notes.append(Note("gazetteer_small"))
    return AreaReading(None, (Span(phrase.start, stop),), tuple(notes), (name,))


def _continues(asked: _Question, i: int) -> bool:
    word = asked.words[i]
    return word.tight or (word.spaced and word.capital and word.key not in _UNKNOWN_STOP)


def _notes(asked: _Question, found: _Found) -> Iterator[Note]:
    if found.spelled:
        yield Note("spelled", (("asked", found.spelled[0]), ("read", found.spelled[1])))
    site = found.site
    if site is None or site.place is None or site.confidence >= _AMBIGUOUS_BELOW or found.qualified:
        return
    key = name_key(found.name.text)
    others = [one for one in site.alternatives if is_unit(one) == is_unit(site.place) and name_key(one.name) == key]
    if is_unit(site.place):
        others = [one for one in others if one.feature == site.place.feature]
    if others:
        labels = tuple(dict.fromkeys(asked.gazetteer.label(one) for one in others))
        chosen = asked.gazetteer.label(site.place)
        yield Note("ambiguous_place", (("name", found.name.text), ("chosen", chosen), ("others", labels)))
