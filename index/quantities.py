"""Numbers of a text, in digits and in French and English words: "au moins quinze", "a dozen", "15 to 17".  Pure.

Folded text (`index.text.fold_aligned`).  A percentage, a time, a decimal, an ordinal, an age or part of a longer number
is no quantity.  What is counted is the caller's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_UNITS = {
    "zero": 0, "un": 1, "une": 1, "one": 1, "another": 1,
    "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4,
    "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7, "huit": 8, "eight": 8, "neuf": 9, "nine": 9, "dix": 10,
    "ten": 10, "onze": 11, "eleven": 11, "douze": 12, "twelve": 12, "treize": 13, "thirteen": 13, "quatorze": 14,
    "fourteen": 14, "quinze": 15, "fifteen": 15, "seize": 16, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "vingt": 20, "vingts": 20, "twenty": 20, "trente": 30, "thirty": 30, "quarante": 40, "forty": 40,
    "cinquante": 50, "fifty": 50, "soixante": 60, "sixty": 60, "septante": 70, "seventy": 70, "eighty": 80,
    "nonante": 90, "ninety": 90,
}  # fmt: skip
_HUNDREDS = frozenset({"cent", "cents", "hundred"})
_THOUSANDS = frozenset({"mille", "thousand"})
# A round number told as one word, and how many it says at least; the plural has no upper bound.
_ROUND = {
    "dizaine": 10, "douzaine": 12, "dozen": 12, "quinzaine": 15, "vingtaine": 20, "score": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "hundred": 100, "millier": 1000,
    "thousand": 1000,
}  # fmt: skip
_SEVERAL = ("plusieurs", "several", "a number of", "quelques", "a few", "few", "some of the", "many", "de nombreux",
            "de nombreuses", "numerous")  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WORD = _any_of([*_UNITS, *_HUNDREDS, *_THOUSANDS])
NUMBER_IN_WORDS = (
    rf"(?:a (?=hundred\b|thousand\b))?(?:{_WORD})"
    rf"(?:(?: et (?=une?\b|onze\b)|(?<=hundred) and |(?<=thousand) and |[ -])(?:{_WORD})\b)*"
)
_IN_DIGITS = r"(?:\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)|\d{1,4}(?!\d))"
NUMBER = rf"(?:{_IN_DIGITS}|{NUMBER_IN_WORDS})"
_ROUNDED = (
    r"(?:(?P<some>une|un|a|half a|deux|two|trois|three|several|plusieurs|many|des|les|some) )?"
    rf"(?P<round>{_any_of(_ROUND)})(?P<plural>s)?(?! (?:and )?(?:{_WORD})\b)"
)
_LEAST = (
    r"au moins|at least|plus de|more than|over|pas moins de|no fewer than|no less than|not less than|upwards of|"
    r"au minimum|a minimum of"
)
_MOST = r"au plus|at most|jusqu'a|up to|moins de|fewer than|less than|as many as|as much as"
_ABOUT = r"environ|pres de|quelque|about|around|nearly|some|roughly|approximately|almost|presque|a total of"
_QUANTITY = re.compile(
    rf"(?<![\w.,:/$-])(?:(?P<least>{_LEAST}) |(?P<most>{_MOST}) |(?:{_ABOUT}) |(?P<between>entre|between) )?"
    rf"(?:{_ROUNDED}|(?P<first>{NUMBER})(?:(?:(?(between) (?:et|and) | ?- ?)| a | to | ou | or )(?P<last>{NUMBER}))?"
    rf"|(?P<several>{_any_of(_SEVERAL)})(?= ))(?![\w'])"
)
# Behind a number: of no use as a count of people.
_NO_COUNT = re.compile(
    r" ?(?:%|per ?cents?|pour ?cent)|[.,:/]\d|-(?:year|month|day|km|mile|metre|meter|an|hour|minute|ans)|h\d|"
    r"(?:st|nd|rd|th|er|e|eme)\b|-\w+-old| ?(?:eur|usd|fcfa|francs?|dollars?|euros?)\b|\$"
)
_YEAR = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at [start, end), with the words that bound it: at least `least`, at most `most` where that is known.
    `last` is the number told last ("de 15 à 17": 17)."""

    start: int
    end: int
    least: int
    most: int | None
    last: int


def find_quantities(folded: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities in [start, end) of a folded text, in order, without overlap."""
    for match in _QUANTITY.finditer(folded, start, len(folded) if end is None else end):
        if _NO_COUNT.match(folded, match.end()) or _is_year(match):
            continue
        yield Quantity(match.start(), match.end(), *_bounds(match))


def _is_year(match: re.Match[str]) -> bool:
    told = match["first"] or ""
    return told.isdigit() and int(told) in _YEAR


def _bounds(match: re.Match[str]) -> tuple[int, int | None, int]:
    """(least, most, last) of a quantity."""
    if match["several"]:
        return 2, None, 2
    if match["round"]:
        return _rounded(match)
    first = number_of(match["first"])
    last = number_of(match["last"]) if match["last"] else first
    low, high = min(first, last), max(first, last)
    if match["least"]:
        return low, None, last
    return (min(low, 1), high, last) if match["most"] else (low, high, last)


def _rounded(match: re.Match[str]) -> tuple[int, int | None, int]:
    told, times = _ROUND[match["round"]], match["some"] or ""
    number = told * _UNITS.get(times, 1)
    if times == "half a":
        number = told // 2
    if times in {"several", "plusieurs", "many", "des", "les", "some"} or (match["plural"] and times not in _UNITS):
        return told * 2, None, told * 2
    return number, (None if match["least"] else number), number


def number_of(words: str) -> int:
    """The value of a number in digits or in French or English words: "1 200", "vingt-trois", "quatre-vingt-douze"."""
    if words[0].isdigit():
        return int(re.sub(r"\D", "", words))
    total = current = 0
    for word in re.split(r"[ -]", words.removeprefix("a ")):
        if word in _HUNDREDS:
            current = max(current, 1) * 100
        elif word in _THOUSANDS:
            total, current = total + max(current, 1) * 1000, 0
        elif word in {"vingt", "vingts"} and current % 100 == 4:  # "quatre-vingts"
            current += 76
        else:
            current += _UNITS.get(word, 0)
    return total + current
