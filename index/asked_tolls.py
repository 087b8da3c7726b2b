"""From how many dead: the least toll that a question asks for; and whether it asks how many there were.  Pure.

attacks with at least 5 killed      attaques ayant fait plus de dix morts      clashes that killed 20 or more people
how many were killed in Gao         bilan de l'attaque de Gao                  death toll Gao
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.model import Span
from index.quantities import NUMBER, number_of
from index.text import fold_aligned

_DEAD = (
    r"(?:morts?|mortes?|tuee?s?|deces|victimes?|dead|deaths?|killed|fatalit(?:y|ies)|casualt(?:y|ies)|lives|vies|"
    r"(?:people|personnes|soldiers|soldats|civilians|civils) (?:dead|killed|mortes|tuee?s?))"
)
_PEOPLE = r"(?:people|persons|personnes|soldiers|soldats|militaires|civilians|civils|villagers|villageois|lives)"
_OVER = r"(?P<over>more than|over|above|plus de|au-dela de|>(?!=))"
_FROM = r"(?:at least|au moins|a partir de|from|no fewer than|pas moins de|>=|≥|minimum|min\.?)"
_LEAD = (
    r"(?:[,;(]?\s*(?:(?:which|that|qui|and|et|where|ou)\s+)?(?:(?:with|avec|si|if|when|quand|ayant|having|a|ont|have|has)"
    r"\s+)?(?:(?:fait|faisant|left|leaving|causing|caused|cause|coute la vie a)\s+)?)"
)
_KILLING = (
    r"(?:(?:which|that|qui|where|ou)\s+)?(?:(?:ayant|a|ont|having|have|has)\s+)?(?:tue|tuant|killed|killing|"
    r"coute la vie a|faisant|cost)\s+"
)
_OR_MORE = r"\s*(?:\+|(?:ou|or|et|and)\s+(?:plus|more))"
_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEAD}(?:{_OVER}|{_FROM})\s*(?P<number>{NUMBER})\s+{_DEAD}\b\)?",
        rf"{_LEAD}(?P<number>{NUMBER}){_OR_MORE}\s+{_DEAD}\b\)?",
        rf"{_LEAD}(?P<number>{NUMBER})\s+{_DEAD}{_OR_MORE}",
        rf"(?:\bwith )?(?:\ban? )?\b(?:death )?toll (?:of )?(?:{_OVER}|{_FROM})\s*(?P<number>{NUMBER})\b",
        rf"\b{_KILLING}(?:{_OVER}|{_FROM})\s*(?P<number>{NUMBER})(?:\s+{_PEOPLE})?\b",
        rf"\b{_KILLING}(?P<number>{NUMBER}){_OR_MORE}(?:\s+{_PEOPLE})?\b",
    )
)
_COUNTED = rf"(?:{_DEAD}|died|peri|bless\w+|wounded|injured)"
_HOW_MANY = re.compile(
    rf"\b(?:combien|how many)\b.*?\b{_COUNTED}\b|"
    r"\bquel(?:le)? (?:est |etait )?(?:le )?(?:bilan|nombre de (?:morts|victimes|tues|blesses))\b|"
    r"\bwhat (?:is|was) the toll\b|\bdeath toll\b|\bbilan humain\b"
)
_ELSEWHERE = r"(?:a|au|aux|en|dans|pres|depuis|in|at|near|around|since)\b"  # from here on: of where and when
_HOW_MANY_WORDS = re.compile(rf"\b(?:combien|how many) (?:(?!{_ELSEWHERE})[\w'-]+ ){{0,5}}?{_COUNTED}\b")
_PREMISES = r"(?:barriers?|booths?|bridges?|collectors?|gates?|plazas?|points?|posts?|roads?|stations?)"
_COUNT = re.compile(
    r"\b(?:quel (?:est |etait )?(?:le )?)?bilan(?: humain)?\b|"
    rf"\b(?:what (?:is|was) the )?(?:death )?toll\b(?![ -]{_PREMISES}\b)"
)
_TOLD = {"bilan": "morts", "toll": "dead"}


@dataclass(frozen=True, slots=True)
class TollReading:
    """The least number of people killed that a text asks for, None where it asks for none, and where it says so."""

    least: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CountReading:
    """How a question asks for a count, and the words that do.  Those that are not `certain` ("bilan", "toll") have
    other meanings: what else is asked must bear it out.  `told` is what a text says that answers such a word ("bilan"
    asks for the "morts"), "" where the question says it itself."""

    certain: bool
    spans: tuple[Span, ...]
    told: str


def read_toll(text: str) -> TollReading:
    """The first words for a least toll; "more than 10" is 11.  A bare number ("10 dead") asks for no least toll."""
    folded = fold_aligned(text)
    found = next((match for pattern in _ASKED if (match := pattern.search(folded))), None)
    if found is None:
        return TollReading(None, ())
    over = bool(found.groupdict().get("over"))
    return TollReading(number_of(found["number"]) + over, (Span(*found.span()),))


def read_count(text: str) -> CountReading:
    """How a text asks how many were killed or wounded; a toll road asks for nothing."""
    folded = fold_aligned(text)
    named, phrases = list(_COUNT.finditer(folded)), list(_HOW_MANY_WORDS.finditer(folded))
    return CountReading(
        certain=_HOW_MANY.search(folded) is not None,
        spans=tuple(Span(*match.span()) for match in (*named, *phrases)),
        told=next((told for match in named for word, told in _TOLD.items() if word in match.group()), ""),
    )
