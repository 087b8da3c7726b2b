"""How alike two texts are as texts: is one a copy of the other, whole, cut or translated?  Pure.

A text is held as a sketch: the hashes of its runs of words, and its names and figures in order, which a translator
leaves as they are.  No model is asked, so a sketch made today says the same under another model.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.text import fold, sentences

RUN_WORDS = 4  # a run this long stands in two texts by chance only where both quote: Broder 1997 takes 4 to 10
ANCHORS = 4  # the least hashes of a text's beginning: two copies that both keep it share them
_ANCHORED_WORDS = 60  # a cut copy keeps the beginning
_MOST_RUNS = 400  # of a text that goes on for pages, its beginning tells
_MOST_MARKS = 80
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"\d+(?:[.,]\d+)*|[A-ZÀ-Þ][\w-]{2,}")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text as far as copies are told by it: `runs` are 32-bit hashes, `anchors` some of them, `marks` the names and
    figures in order, folded."""

    runs: frozenset[int]
    anchors: tuple[int, ...]
    marks: tuple[str, ...]


def sketch(text: str) -> Sketch:
    """The sketch of a text of any length; an empty one has no runs, and is like nothing."""
    words = _WORD.findall(fold(text))[: _MOST_RUNS + RUN_WORDS - 1]
    runs = [_hash(" ".join(words[at : at + RUN_WORDS])) for at in range(max(0, len(words) - RUN_WORDS + 1))]
    anchors = tuple(sorted(set(runs[:_ANCHORED_WORDS]))[:ANCHORS])
    return Sketch(frozenset(runs), anchors, _marks(text)[:_MOST_MARKS])


def held(one: Sketch, other: Sketch) -> float:
    """The share (0 to 1) of the shorter text that stands in the longer, word for word."""
    least = min(len(one.runs), len(other.runs))
    return len(one.runs & other.runs) / least if least else 0.0


def marks_held(one: Sketch, other: Sketch) -> float:
    """The share (0 to 1) of the names and figures of the shorter text that the longer has too."""
    shorter, longer = _by_length(one, other)
    wanted = set(shorter.marks)
    return len(wanted & set(longer.marks)) / len(wanted) if wanted else 1.0


def figures_held(one: Sketch, other: Sketch) -> bool:
    """Whether every figure of the shorter text stands in the longer."""
    shorter, longer = _by_length(one, other)
    return {mark for mark in shorter.marks if mark[0].isdigit()} <= set(longer.marks)


def marks_shared(one: Sketch, other: Sketch) -> int:
    """How many different names and figures stand in both texts."""
    return len(set(one.marks) & set(other.marks))


def marks_in_order(one: Sketch, other: Sketch) -> float:
    """How far (0 to 1) two texts name the same names and figures in the same order."""
    if not one.marks or not other.marks:
        return 0.0
    first, second = sorted((one.marks, other.marks))  # the matcher is not symmetric
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _by_length(one: Sketch, other: Sketch) -> list[Sketch]:
    """The shorter text first; of two as long, always the same one."""
    return sorted((one, other), key=lambda some: (len(some.runs), some.marks))


def _hash(run: str) -> int:
    return zlib.crc32(run.encode())  # not Python's own hash, which another process makes differently


def _marks(text: str) -> tuple[str, ...]:
    """Figures, and words with a capital that no sentence begins with."""
    begins = {_first_letter(text, span.start) for span in sentences(text)}
    found = (one for one in _MARK.finditer(text) if one[0][0].isdigit() or one.start() not in begins)
    return tuple(fold(one.group()) for one in found)


def _first_letter(text: str, start: int) -> int:
    found = _WORD.search(text, start)
    return found.start() if found else start
