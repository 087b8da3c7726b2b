"""A body cut into the passages that are embedded, and a passage into the quote that is shown.  Pure.

Offsets count code points into the dispatch's body, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.model import Passage, Span
from index.text import paragraphs, sentences, sentences_within

FEWEST_WORDS, MOST_WORDS = 60, 120  # of a passage, where the text allows
_WORD = re.compile(r"\S{1,30}")  # a longer run (a link, a hostile blob) counts as several words and may be cut
_CLAUSE_ENDS = (",", ";", ":", ")", "»", "–", "—")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a passage is made of: a sentence, or a part of one that is too long."""

    start: int
    end: int
    words: int
    ends_paragraph: bool


def split_passages(title: str | None, body: str) -> tuple[Passage, ...]:
    """The body as passages of 60 to 120 words where it allows, cut between paragraphs, else sentences, else clauses.

    They follow each other without overlap and hold every non-space character.  A body without text gives its title
    as the one passage; without either there is none.  Linear in the length of the body.
    """
    heading = title if title and title.strip() else ""
    if not body.strip():
        return (Passage(0, 0, len(heading), heading, heading),) if heading else ()
    groups = _evened(_grouped(_pieces(body)))
    return tuple(_passage(heading, body, ordinal, group) for ordinal, group in enumerate(groups))


def _passage(heading: str, body: str, ordinal: int, group: Sequence[_Piece]) -> Passage:
    start, end = group[0].start, group[-1].end
    text = body[start:end]
    embedded_text = f"{heading}\n{text}" if heading and ordinal == 0 else text
    return Passage(ordinal, start, end, text, embedded_text)


def _pieces(body: str) -> Iterator[_Piece]:
    for paragraph in paragraphs(body):
        for sentence in sentences_within(body, paragraph):
            for start, end, words in _shortened(body, sentence):
                yield _Piece(start, end, words, end == paragraph.end)


def _shortened(body: str, sentence: Span) -> Iterator[tuple[int, int, int]]:
    """The sentence whole, or in parts of at most MOST_WORDS as even as its clauses allow: start, end, words."""
    words = list(_WORD.finditer(body, sentence.start, sentence.end))
    while words:
        count = _part_length([word[0] for word in words[: MOST_WORDS + 1]], len(words))
        yield words[0].start(), words[count - 1].end(), count
        words = words[count:]


def _part_length(ahead: Sequence[str], remaining: int) -> int:
    if remaining <= MOST_WORDS:
        return remaining
    even = -(-remaining // -(-remaining // MOST_WORDS))  # both divisions rounded up: no part comes out over the limit
    near = range(even * 3 // 4, min(MOST_WORDS, even * 5 // 4) + 1)
    ends = [count for count in near if ahead[count - 1].endswith(_CLAUSE_ENDS)]
    return min(ends, key=lambda count: abs(count - even), default=even)


def _words_in(group: Iterable[_Piece]) -> int:
    return sum(piece.words for piece in group)


def _grouped(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    words = 0
    for piece in pieces:
        enough = words >= FEWEST_WORDS and group[-1].ends_paragraph
        if group and (enough or words + piece.words > MOST_WORDS):
            yield group
            group, words = [], 0
        group.append(piece)
        words += piece.words
    yield group


def _evened(groups: Iterable[list[_Piece]]) -> list[list[_Piece]]:
    """Light groups joined to the one before, or the two parted anew."""
    even: list[list[_Piece]] = []
    for group in groups:
        if even and min(_words_in(even[-1]), _words_in(group)) < FEWEST_WORDS:
            even.extend(_parted(even.pop() + group))
        else:
            even.append(group)
    return even


def _parted(pieces: list[_Piece]) -> list[list[_Piece]]:
    if _words_in(pieces) <= MOST_WORDS:
        return [pieces]
    cuts = [cut for cut in range(1, len(pieces)) if max(map(_words_in, (pieces[:cut], pieces[cut:]))) <= MOST_WORDS]

    def merit(cut: int) -> tuple[int, bool, int]:
        lighter = min(_words_in(pieces[:cut]), _words_in(pieces[cut:]))
        return min(lighter, FEWEST_WORDS), pieces[cut - 1].ends_paragraph, lighter

    best = max(cuts, key=merit)
    return [pieces[:best], pieces[best:]]


LONGEST_QUOTE = 240  # code points: what a phone shows without scrolling


def choose_quote(passage: Passage, wanted: Sequence[Span], welcome: Sequence[Span] = ()) -> Span:
    """The neighbouring sentences of the passage, at most 240 characters, that hold most of `wanted`, and of equals
    most of what is `welcome` beside it.

    Spans are offsets into the body.  A longer sentence is cut between clauses, else words.  Of equals the shorter, then
    the earlier is taken; nothing wanted gives the first sentence.
    """
    whole = sentences(passage.text)
    singles = [part for sentence in whole for part in _fitting(passage.text, sentence)]
    runs = sorted(_runs(passage.text, whole), key=lambda run: run.end - run.start)
    here, beside = (
        [Span(span.start - passage.start, span.end - passage.start) for span in some] for some in (wanted, welcome)
    )
    best = max(singles + runs, key=lambda candidate: (_coverage(candidate, here), _coverage(candidate, beside)))
    return Span(best.start + passage.start, best.end + passage.start)


def _runs(text: str, whole: Sequence[Span]) -> Iterator[Span]:
    """Two sentences or more of one line, as long as they fit."""
    for first, start in enumerate(whole):
        for second in whole[first + 1 :]:
            if second.end - start.start > LONGEST_QUOTE or "\n" in text[start.end : second.start]:
                break
            yield Span(start.start, second.end)


def _coverage(candidate: Span, wanted: Iterable[Span]) -> tuple[int, int]:
    """How many wanted spans it holds whole, and how many wanted characters in all."""
    overlaps = [min(candidate.end, span.end) - max(candidate.start, span.start) for span in wanted]
    held = sum(overlap == span.end - span.start for overlap, span in zip(overlaps, wanted, strict=True))
    return held, sum(overlap for overlap in overlaps if overlap > 0)


def _fitting(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or every stretch of it that fits: from clause to clause first, then any words."""
    if sentence.end - sentence.start <= LONGEST_QUOTE:
        yield sentence
        return
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    clause_ends = [word for word in words[:-1] if word[0].endswith(_CLAUSE_ENDS)] + words[-1:]
    clause_starts = words[:1] + [after for before, after in pairwise(words) if before[0].endswith(_CLAUSE_ENDS)]
    for firsts, lasts in ((clause_starts, clause_ends), (clause_starts, words), (words, words)):
        for first in firsts:
            reached = bisect_right(lasts, first.start() + LONGEST_QUOTE, key=re.Match.end)
            end = lasts[reached - 1].end() if reached else 0
            if end > first.start():
                yield Span(first.start(), first.start() + len(text[first.start() : end].rstrip(" ,;:–—")))
