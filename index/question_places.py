"""The area that a question asks about: "near Gao", "à moins de 30 km de Koro", "dans la région de Ménaka".  Pure.

Nothing is invented: a name that no gazetteer knows gives no area, and the reading says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.asked_areas import IN_RADIUS_KM, NEAR_RADIUS_KM, area_of, level_of_all, union, unit_end, unit_start
from index.asked_names import (
    FoundPlace,
    Question,
    found_at,
    goes_on,
    here_at,
    is_all_left,
    is_likely,
    is_part_of_a_name,
    is_told_small,
    qualified,
    qualifiers,
    words_asked,
)
from index.asked_people import is_surname
from index.asked_places import (
    BARE_HERE,
    BARE_IN,
    BETWEEN,
    HERE,
    IN,
    JOIN,
    NEAR,
    OF,
    OWNER,
    UNKNOWN_STOP,
    WITHIN,
)
from index.asked_ways import way_asked
from index.border_phrases import BorderPhrase, find_borders
from index.borders import stretch
from index.gazetteer import Gazetteer, is_unit, name_key
from index.model import Area, Borderland, Circle, Note, Place, Region, Span, Unit
from index.names import Name, longest_name
from index.place_words import (
    DIRECTION_OF,
    DISTANCE_FROM,
    NEVER_PLACES,
    bearing_of,
    kilometres_of,
)
from index.question_model import Namesake
from index.relations import Relation, located
from index.text import fold_aligned

_AMBIGUOUS_BELOW = 0.985  # confidence of the chosen reading
_BARE_PROMINENCE = 2.5  # a name without a preposition must be at least a small town

_PREPOSITIONS: tuple[tuple[re.Pattern[str], float | None, bool], ...] = (
    (WITHIN, 0.0, True),  # the radius is in the match
    (NEAR, NEAR_RADIUS_KM, True),
    (IN, None, False),
    (OF, None, False),
)


@dataclass(frozen=True, slots=True)
class AreaReading:
    """What a question says of where: the area, the words that said it, what must be owned up to, names not found."""

    area: Area | None = None
    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    unplaced: tuple[str, ...] = ()
    namesakes: tuple[Namesake, ...] = ()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A preposition at [start, end): its place begins at `end`.  `radius_km` is None for "in"."""

    start: int
    end: int
    radius_km: float | None
    firm: bool  # nothing but a place can follow, so that a name unknown is worth a note


def read_area(
    question: str,
    gazetteer: Gazetteer,
    home: Collection[str] = (),
    named: Mapping[int, int] | None = None,
    here: tuple[float, float] | None = None,
    chosen: int | None = None,
    understood: Sequence[Span] = (),
) -> AreaReading:
    """The area a question asks about, or an empty reading.

    `home` holds the country codes (ISO 3166-1 alpha-2) where most dispatches happen: of two towns of one name the one
    there is meant.  Countries with an imported file count as home.  `named` tells how many happenings the collection
    holds at each place, by GeoNames number: of namesakes the one that it tells of is meant.  `here` is the (lat, lon)
    of who asks, for "near me": without it, that is a place unknown.  `chosen` is the GeoNames number of the place
    that is meant where several bear the name.  `understood` are the words that say what happened or who acted: beside
    any other with a capital, a village is somebody's name.
    """
    asked = Question(
        question,
        fold_aligned(question),
        tuple(words_asked(question)),
        gazetteer,
        frozenset(home) | gazetteer.detailed_countries,
        named or {},
        here,
        chosen,
        tuple(understood),
    )
    for border in find_borders(question, asked.folded, gazetteer, any_case=True)[:1]:
        blanked = question[: border.start] + " " * (border.end - border.start) + question[border.end :]
        return _read_border(border, question, read_area(blanked, gazetteer, home, named, here, chosen, understood))
    return (
        _read_ways(asked)
        or _read_relation(asked)
        or _read_phrases(asked)
        or _read_here(asked)
        or _read_bare(asked)
        or AreaReading()
    )


def _read_border(border: BorderPhrase, question: str, beside: AreaReading) -> AreaReading:
    """The land along a border, in the unit or region told beside it; a town told beside it is more exact, and read.

    What says of no country whose border it is, or of countries that share none, is owned up to.
    """
    inside = beside.area
    name, span = question[border.name_start : border.end], Span(border.start, border.end)
    if beside.unplaced or not isinstance(inside, Unit | Region | None):
        return replace(beside, spans=(span, *beside.spans))
    countries = _countries_of(inside)
    if not (border.countries or countries):
        return AreaReading(None, (span,), (Note("which_border"),), (name,))
    borders = border.borders(countries)
    middle = stretch(borders) if borders else None
    if middle is None:
        return AreaReading(None, (span,), (Note("unknown_place", (("name", name),)),), (name,))
    radius_km = NEAR_RADIUS_KM if border.km is None else border.km
    area = Borderland(f"{name} ({inside.name})" if inside else name, borders, radius_km, *middle[0], inside)
    return AreaReading(area, (span, *beside.spans), beside.notes)


def _countries_of(area: Unit | Region | None) -> tuple[str, ...]:
    parts = area.parts if isinstance(area, Region) else (area,)
    return tuple(dict.fromkeys(part.codes[0] for part in parts if isinstance(part, Unit)))


def _read_ways(asked: Question) -> AreaReading | None:
    """A way by its ends, or the end of it that no gazetteer knows."""
    if way := way_asked(asked):
        return _reading(asked, way.area, way.span, way.ends)
    unread = (match for match in BETWEEN.finditer(asked.folded) if found_at(asked, match.end(), firm=True) is None)
    found = (_unknown(asked, _Phrase(match.start(), match.end(), None, True)) for match in unread)
    return next(filter(None, found), None)


def _read_relation(asked: Question) -> AreaReading | None:
    """A point told from a place: "40 km north of Gao", "au sud d'Ansongo"."""
    for match in (*DISTANCE_FROM.finditer(asked.folded), *DIRECTION_OF.finditer(asked.folded)):
        if not (match["direction"] and match["link"]):
            continue
        if HERE.match(asked.folded, match.end()) and asked.here is None:
            return _unknown(asked, _Phrase(match.start(), match.end(), None, True))
        found = here_at(asked, match.end()) or found_at(asked, match.end(), firm=False)
        if found is None or found.site is None or (found.site.place and is_unit(found.site.place)):
            continue
        km = kilometres_of(match["number"], match["unit"]) if match.re is DISTANCE_FROM else None
        relation = Relation(match.start(), found.end, km, bearing_of(match["direction"]), None)
        name = asked.text[match.start() : found.end].strip()
        site = located(relation, found.site, None, name)
        area = Circle(name, site.lat, site.lon, max(IN_RADIUS_KM, site.uncertainty_km))
        return _reading(asked, area, Span(match.start(), found.end), (found,))
    return None


def _read_phrases(asked: Question) -> AreaReading | None:
    """Places after a preposition, firmest first: a distance, "near", "in", "of"."""
    for pattern, radius_km, firm in _PREPOSITIONS:
        for match in pattern.finditer(asked.folded):
            stated = kilometres_of(match["number"], match["unit"]) if pattern is WITHIN else radius_km
            reading = _read_phrase(asked, _Phrase(match.start(), match.end(), stated, firm))
            if reading is not None:
                return reading
    return None


def _read_phrase(asked: Question, phrase: _Phrase) -> AreaReading | None:
    first = found_at(asked, phrase.end, phrase.firm)
    if first is None:
        return _unknown(asked, phrase) if phrase.firm or _is_place_phrase(asked, phrase) else None
    if not phrase.firm and OWNER.search(asked.folded[: phrase.end]):
        return None
    found = [first, *_joined(asked, first)]
    level = level_of_all(asked, found)
    parts = [area_of(asked, one, phrase.radius_km, level) for one in found]
    end = unit_end(asked, found[-1].end)
    start = min(phrase.start, unit_start(asked, phrase.end))
    return _reading(asked, union(parts), Span(start, end), found)


def _read_here(asked: Question) -> AreaReading | None:
    """ "what happened here?": as near as "near" is."""
    told = BARE_HERE.search(asked.folded)
    return _read_phrase(asked, _Phrase(told.start(), told.start(), NEAR_RADIUS_KM, True)) if told else None


def _is_place_phrase(asked: Question, phrase: _Phrase) -> bool:
    """Whether "in" stands right before a name with a capital that nobody says or does: "à Sinda-Ouro"."""
    at = asked.word_at(phrase.end)
    if at is None or not asked.words[at].capital or asked.words[at].key in NEVER_PLACES:
        return False
    word = asked.words[at]
    return not asked.text[word.start : word.end].isupper() and bool(BARE_IN.search(asked.folded[: phrase.end]))


def _joined(asked: Question, first: FoundPlace) -> Iterator[FoundPlace]:
    """Further places after "and", "et", a comma."""
    end = first.end
    for word in asked.words:
        if word.start > end and JOIN.match(asked.folded[end : word.start]):
            following = found_at(asked, word.start, firm=False)
            if following is None:
                continue
            yield following
            end = following.end


def _read_bare(asked: Question) -> AreaReading | None:
    """A place without a preposition: "Kidal attaques", "gao", "province oudalan"."""
    for i, word in enumerate(asked.words):
        if is_part_of_a_name(asked, word) or asked.text[: word.start].endswith("-"):  # "Sinda-Ouro" is not Ouro
            continue
        found = longest_name(asked.text, asked.words, i, asked.gazetteer, any_case=True)
        if found is None or goes_on(asked, i, *found):
            continue
        start = unit_start(asked, word.start)
        if start == word.start and not _is_bare_place(asked, i, *found):
            continue
        place = qualified(asked, found[1], None) if not is_surname(asked, i, found[1]) else None
        if place is not None:
            return _reading(asked, area_of(asked, place, None), Span(start, place.end), (place,))
    return None


def _is_bare_place(asked: Question, i: int, taken: int, name: Name) -> bool:
    capital = asked.words[i].capital
    if not (capital or is_told_small(asked, name)):
        return False
    return is_likely(asked, name, capital, _BARE_PROMINENCE) or is_all_left(asked, i, taken, name)


def _unknown(asked: Question, phrase: _Phrase) -> AreaReading | None:
    """A place phrase whose name no gazetteer knows: told, never guessed."""
    if told := HERE.match(asked.folded, phrase.end):
        return AreaReading(None, (Span(phrase.start, told.end()),), (Note("location_missing"),), ("",))
    at = asked.word_at(phrase.end)
    if at is None or asked.words[at].key in UNKNOWN_STOP:
        return None
    end = at + 1
    while end < len(asked.words) and _continues(asked, end):
        end += 1
    start, stop = asked.words[at].start, asked.words[end - 1].end
    name = asked.text[start:stop]
    _, told_end = qualifiers(asked, Name(start, stop, name))
    notes = [Note("unknown_place", (("name", name),))]
    if asked.gazetteer.is_small:
        notes.append(Note("gazetteer_small"))
    return AreaReading(None, (Span(phrase.start, told_end),), tuple(notes), (name,))


def _continues(asked: Question, i: int) -> bool:
    word = asked.words[i]
    return word.tight or (word.spaced and word.capital and word.key not in UNKNOWN_STOP)


def _reading(asked: Question, area: Area, span: Span, found: Sequence[FoundPlace]) -> AreaReading:
    namesakes = tuple(
        Namesake(one.geoname_id, asked.gazetteer.label(one), one.lat, one.lon)
        for each in found
        for one in _others(each)
    )
    notes = tuple(note for one in found for note in _notes(asked, one))
    return AreaReading(area, (span,), notes, namesakes=namesakes)


def _others(found: FoundPlace) -> list[Place]:
    """The places that an ambiguous name may mean as well as the one read, likeliest first."""
    site = found.site
    if site is None or site.place is None or site.confidence >= _AMBIGUOUS_BELOW or found.qualified:
        return []
    key = name_key(found.name.text)
    others = [one for one in site.alternatives if is_unit(one) == is_unit(site.place) and name_key(one.name) == key]
    return [one for one in others if not is_unit(site.place) or one.feature == site.place.feature]


def _notes(asked: Question, found: FoundPlace) -> Iterator[Note]:
    if found.spelled:
        yield Note("spelled", (("asked", found.spelled[0]), ("read", found.spelled[1])))
    others = _others(found)
    if others and found.site and found.site.place:
        labels = tuple(dict.fromkeys(asked.gazetteer.label(one) for one in others))
        chosen = asked.gazetteer.label(found.site.place)
        yield Note("ambiguous_place", (("name", found.name.text), ("chosen", chosen), ("others", labels)))
