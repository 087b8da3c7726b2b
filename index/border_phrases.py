"""Borders told in a text: "near the border with Niger", "à la frontière algéro-malienne".  Pure.

Only words of place make a border a place: a border that is closed, crossed or fled to is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from index.borders import border_between, borders_of, middle_of, stretch
from index.countries import country_of_adjective, country_of_first
from index.gazetteer import Gazetteer
from index.geometry import bearing_deg, turn_deg
from index.names import Word, longest_name, words_of
from index.place_words import DIRECTION, DISTANCE, bearing_of, kilometres_of

_LONGEST_COUNTRY = 4  # words: "Central African Republic", "République démocratique du Congo" is told after the border
_LOOKED_BACK = 110  # characters
# What is at a border without being where something happened, or tells of the border itself.
_OF_BORDER = (
    r"towns?|villages?|cit(?:y|ies)|communit\w+|posts?|crossings?|police|guards?|patrols?|controls?|checkpoints?|forces?"
    r"|troops?|security|disputes?|clos\w+|reopen\w*|ferme\w*|rouv\w*|terrestres? (?:ferm|rouv)\w*"
)
_BORDER = re.compile(
    r"\b(?:(?:zone|region|bande|aire|espace)s? frontalieres?"
    r"|(?:(?:zone|region|bande|aire|ligne) de (?:la )?)?frontieres?"
    # "La frontière est fermée" tells no side.
    r"(?: (?P<cote>(?:nord|sud)(?:[- ](?:est|ouest))?|ouest|est(?= (?:avec|du|des|de la) )))?"
    rf"|(?:(?P<side>{DIRECTION}) )?(?:borders?(?: (?:areas?|regions?|zones?|strip|line))?|borderlands?)"
    rf")\b(?!-| (?:{_OF_BORDER})\b)"
)
_AWAY = (
    r"(?:(?:within|in|dans|sur|a|at|about|situee?s?|located) )*(?:(?:un|an|a) )?"
    r"(?:(?:rayon|radius|perimetre) (?:de |d'|of ))?"
    rf"{DISTANCE}(?:,? (?:autour|around|away|north|south|east|west|au (?:nord|sud)|a l'(?:est|ouest)))? "
    r"(?:de |d'|du |des |of |from )"
)
_NEAR = (
    r"(?:tout |very |right |just )?(?:(?:pres|proches?|non loin|a proximite(?: immediate)?|autour"
    r"|aux (?:environs|abords|alentours)|le long|du cote|a cote) (?:de |d'|des |du )"
    r"|near(?:by)?(?: to)? |close to |next to |(?:sides?|cotes?) (?:of|de) |d'autre de |not far from "
    r"|in the vicinity of |around |(?:all )?along )"
)
_AT = r"(?:on|at|in|inside|across|a|au|aux|sur|dans|en) "
_ARTICLE = r"(?:the |la |les |l'|its |sa |leur |their |notre |our )?(?:(?:common|shared|long|porous|volatile) )?"
_PLACE_BEFORE = re.compile(rf"\b(?:{_AWAY}|{_NEAR}|{_AT})(?P<article>{_ARTICLE})$")
_BARE_BEFORE = re.compile(r"(?:^|[^\W_]) $|^$")
_NOT_BARE_BEFORE = re.compile(
    r"(?:\b(?:the|la|le|les|des|du|de|of|its|sa|ses|son|leurs?|their|our|notre|from|vers|towards?|to|depuis|and|et"
    r"|ferm\w+|ouv\w+|reouv\w+|rouv\w+|clos\w+|open\w*|reopen\w*|cross\w*|travers\w*|franchi\w*|secur\w+)|[dl]') $"
)
_LINKS = frozenset(
    """
    avec with entre between du de d des of and et la le l les the s commune common qui separe separant separating from
    """.split()  # noqa: SIM905 - as read
)
_ACROSS = frozenset(["avec", "with"])
_JOINS = frozenset(["s", "and", "et"])  # between a country and a border told after it
_SIDE_REACH_DEG = 67.5  # either side of a direction: it and the two beside it, of eight
_GAP = re.compile(r"^(?: ?[-'’–/(] ?| )$")
_LIST_GAP = re.compile(r"^(?: ?[-'’–/(] ?| |, )$")


@dataclass(frozen=True, slots=True)
class BorderPhrase:
    """A border told at [start, end), named from `name_start`.

    `sides` are countries whose border it is, `across` those told as the other side of it ("with Niger"): codes of ISO
    3166-1 alpha-2.  `km` is how far from it the words say, `bearing_deg` on which side of its country it lies.
    """

    start: int
    end: int
    name_start: int
    sides: tuple[str, ...]
    across: tuple[str, ...]
    km: float | None
    bearing_deg: float | None = None

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country that the words name."""
        return (*self.sides, *self.across)

    def borders(self, home: Iterable[str]) -> tuple[str, ...]:
        """The codes of the borders meant.  `home` are the countries that the text around is about: where the words name
        one side only they give the other; without them every border of the country named is meant."""
        if self.sides and self.across:
            return _between(self.sides, self.across)
        if len(self.sides) > 1:
            return tuple(dict.fromkeys(code for pair in combinations(self.sides, 2) for code in border_between(*pair)))
        beside = [code for code in home if code not in self.countries]
        if not self.countries:
            return _between(beside, beside) or _all_of(beside, self.bearing_deg)
        # "The southern border with Algeria" lies on the other side of Algeria.
        turned = self.bearing_deg if self.bearing_deg is None or self.sides else self.bearing_deg + 180
        return _between(self.countries, beside) or _all_of(self.countries, turned)


def _between(ones: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    theirs = tuple(others)
    return tuple(dict.fromkeys(code for one in ones for other in theirs for code in border_between(one, other)))


def _all_of(countries: Iterable[str], bearing: float | None) -> tuple[str, ...]:
    """Every border of some countries, on one side of each where a bearing is told."""
    every = ((country, code) for country in countries for code in borders_of(country))
    return tuple(dict.fromkeys(code for one, code in every if bearing is None or _is_on_side(one, code, bearing)))


def _is_on_side(country: str, border: str, bearing: float) -> bool:
    middle, found = middle_of(borders_of(country)), stretch((border,))
    return found is not None and turn_deg(bearing_deg(*middle, *found[0]), bearing) <= _SIDE_REACH_DEG


@dataclass(frozen=True, slots=True)
class _Around:
    """A text in which a border was found."""

    text: str
    gazetteer: Gazetteer
    any_case: bool
    words: Sequence[Word]


def find_borders(text: str, folded: str, gazetteer: Gazetteer, *, any_case: bool = False) -> tuple[BorderPhrase, ...]:
    """The borders that a text tells as places, in order.  `any_case`: countries may be told in small letters, and a
    border without a preposition, as in questions."""
    phrases = (_placed(named, folded, any_case) for named in named_borders(text, folded, gazetteer, any_case=any_case))
    return tuple(phrase for phrase in phrases if phrase)


def named_borders(text: str, folded: str, gazetteer: Gazetteer, *, any_case: bool) -> Iterator[BorderPhrase]:
    """Every border that a text names, in order, whatever it says of it."""
    found = list(_BORDER.finditer(folded))
    if found:
        around = _Around(text, gazetteer, any_case, tuple(words_of(text)))
        yield from (_named(around, match) for match in found)


def _named(around: _Around, told: re.Match[str]) -> BorderPhrase:
    first, before = _told_before(around, told.start())
    end, after, across = _told_after(around, told.end())
    sides = tuple(dict.fromkeys((*before, *after)))
    side = told["cote"] or told["side"]
    others = tuple(code for code in across if code not in sides)
    return BorderPhrase(first, end, first, sides, others, None, bearing_of(side) if side else None)


def _placed(named: BorderPhrase, folded: str, any_case: bool) -> BorderPhrase | None:
    """The border with the words before it that make it a place; None where none do."""
    before = folded[max(0, named.start - _LOOKED_BACK) : named.start]
    told = _PLACE_BEFORE.search(before)
    if told is None:
        bare = any_case and named.countries and not _NOT_BARE_BEFORE.search(before)
        return named if bare and _BARE_BEFORE.search(before) else None
    km = kilometres_of(told["number"], told["unit"]) if told["number"] else None
    return replace(named, start=named.start - len(told[0]), name_start=named.start - len(told["article"]), km=km)


def _told_before(around: _Around, start: int) -> tuple[int, tuple[str, ...]]:
    """Where the countries told before a border begin, and which: "the Mali-Niger border", "Mali's border"."""
    codes: list[str] = []
    at = next((i for i, word in enumerate(around.words) if word.start >= start), len(around.words))
    while at > 0 and _GAP.match(around.text[around.words[at - 1].end : start]):
        told = _country_ending(around, at)
        if told is None and not (around.words[at - 1].key in _JOINS and at > 1 and _country_ending(around, at - 1)):
            break
        at = told[0] if told else at - 1
        start = around.words[at].start
        codes[:0] = [told[1]] if told else []
    return start, tuple(dict.fromkeys(codes))


def _country_ending(around: _Around, end: int) -> tuple[int, str] | None:
    """The country, the longest, whose name or adjective ends before word `end`: its first word's number, its code."""
    for at in range(max(0, end - _LONGEST_COUNTRY), end):
        told = _country_at(around, at)
        if told and told[0] == end:
            return at, told[1]
    return None


def _told_after(around: _Around, end: int) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Where the countries told after a border end, and which, those across it apart."""
    sides: list[str] = []
    across: list[str] = []
    told_across, last = False, end
    at = next((i for i, word in enumerate(around.words) if word.start >= end), len(around.words))
    while at < len(around.words):
        word = around.words[at]
        if not (_LIST_GAP if sides or across else _GAP).match(around.text[last : word.start]):
            break
        told = _country_at(around, at)
        if told:
            (across if told_across else sides).append(told[1])
            at, last = told[0], around.words[told[0] - 1].end
            end = last
        elif word.key in _LINKS:
            told_across = told_across or word.key in _ACROSS
            at, last = at + 1, word.end
        else:
            break
    return end, tuple(dict.fromkeys(sides)), tuple(dict.fromkeys(across))


def _country_at(around: _Around, at: int) -> tuple[int, str] | None:
    """The country named, or told by an adjective, at a word: the number of the word after it, its code."""
    word = around.words[at]
    named = None
    if around.any_case or word.capital:
        named = longest_name(around.text, around.words, at, around.gazetteer, around.any_case)
    if named:
        country = next((place.country for place in named[1].places if place.feature == "A.PCLI"), None)
        if country:
            return at + named[0], country
    told = around.text[word.start : word.end]
    joined = at + 1 < len(around.words) and around.words[at + 1].tight
    code = country_of_first(told) if joined else country_of_adjective(told)
    return (at + 1, code) if code else None
