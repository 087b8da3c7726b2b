"""The way that a question asks about: between two places, to a border, along a road.  Pure.

A way is the land within CORRIDOR_KM of the great circle between its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.asked_names import FoundPlace, Question, found_at, qualified
from index.asked_places import BETWEEN, TO_SECOND, WAY, WAY_ON
from index.border_phrases import named_borders
from index.borders import nearest_point
from index.gazetteer import is_unit
from index.geometry import corridor
from index.homonyms import Evidence, choose_pair
from index.model import Shape, Site, Span
from index.names import Name, longest_name
from index.place_words import ALONG_AFTER

CORRIDOR_KM = 15.0  # either side of the line between two places


@dataclass(frozen=True, slots=True)
class Way:
    """The strip between two ends, the words that told it, and the places named at its ends."""

    area: Shape
    span: Span
    ends: tuple[FoundPlace, ...]


def way_asked(asked: Question) -> Way | None:
    """The first way that a question tells by its ends; None where it tells none, or one of them is not known."""
    return _between(asked) or _along(asked)


def _between(asked: Question) -> Way | None:
    for match in BETWEEN.finditer(asked.folded):
        if to_border := _to_border(asked, match):
            return to_border
        first = found_at(asked, match.end(), firm=True)
        if first is None or first.site is None:
            continue
        for start in _seconds(asked, first.end):
            second = found_at(asked, start, firm=True)
            if second and second.site:
                return _strip(asked, Span(match.start(), second.end), first, second, first.site, second.site)
    return None


def _seconds(asked: Question, end: int) -> Iterator[int]:
    """Where a second place may begin after one that ends at an offset: "and the", "et de la"."""
    starts = (word.start for word in asked.words if word.start > end)
    return (start for start in starts if TO_SECOND.match(asked.folded[end:start]))


def _to_border(asked: Question, between: re.Match[str]) -> Way | None:
    """ "between Ansongo and the Niger border", either told first: from the town to the nearest point of the border."""
    for border in named_borders(asked.text, asked.folded, asked.gazetteer, any_case=True):
        is_first = border.start == between.end()
        start = next(_seconds(asked, border.end), None) if is_first else between.end()
        town = None if start is None else found_at(asked, start, firm=True)
        if town is None or town.site is None or town.site.place is None:
            continue
        codes = border.borders((town.site.place.country,))
        if codes and (is_first or border.start in _seconds(asked, town.end)):
            name = f"{town.name.text} - {asked.text[border.start : border.end]}"
            end = nearest_point(codes, town.site.lat, town.site.lon)[1]
            area = corridor(name, (town.site.lat, town.site.lon), end, CORRIDOR_KM)
            return Way(area, Span(between.start(), max(town.end, border.end)), (town,))
    return None


def _along(asked: Question) -> Way | None:
    """A road by its ends: "on the road from Boni to Hombori", "sur l'axe Boni-Hombori", "the Boni-Hombori road"."""
    opened = {match.end(): match.start() for match in WAY.finditer(asked.folded)}
    for i, word in enumerate(asked.words):
        ends = _way_ends(asked, i) or (_two_towns(asked, i) if word.start in opened else None)
        closed = ALONG_AFTER.match(asked.folded[ends[1].end :]) if ends else None
        if ends is None or not (word.start in opened or closed):
            continue
        first, second = (qualified(asked, end, None) for end in ends)
        if first and second and first.site and second.site:
            span = Span(opened.get(word.start, word.start), second.end + (closed.end() if closed else 0))
            return _strip(asked, span, first, second, first.site, second.site)
    return None


def _way_ends(asked: Question, i: int) -> tuple[Name, Name] | None:
    """The names at word `i` and right after it, with a dash or "to" between them."""
    first = longest_name(asked.text, asked.words, i, asked.gazetteer, any_case=True)
    if first is None or i + first[0] >= len(asked.words):
        return None
    rest = asked.words[i + first[0] :]
    at = next((j for j, word in enumerate(rest) if WAY_ON.match(asked.folded[first[1].end : word.start])), None)
    second = None if at is None else longest_name(asked.text, rest, at, asked.gazetteer, any_case=True)
    return (first[1], second[1]) if second else None


def _two_towns(asked: Question, i: int) -> tuple[Name, Name] | None:
    """ "route Sévaré Gao", with nothing between; a unit or a country after a town only tells where that lies."""
    first = longest_name(asked.text, asked.words, i, asked.gazetteer, any_case=True)
    second = first and longest_name(asked.text, asked.words, i + first[0], asked.gazetteer, any_case=True)
    if first is None or second is None or all(map(is_unit, second[1].places[:1])):
        return None
    return (first[1], second[1]) if asked.folded[first[1].end : second[1].start] == " " else None


def _strip(asked: Question, span: Span, first: FoundPlace, second: FoundPlace, one: Site, other: Site) -> Way:
    if not (first.qualified or second.qualified):
        start, end = ((found.name.text, found.name.places) for found in (first, second))
        one, other = choose_pair(start, end, Evidence(dict.fromkeys(asked.home, 1.0), collection=asked.named))
    name = f"{first.name.text} - {second.name.text}"
    area = corridor(name, (one.lat, one.lon), (other.lat, other.lon), CORRIDOR_KM)
    return Way(area, span, (first, second))
