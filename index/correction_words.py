"""Does a dispatch say at its head that it corrects an earlier one?  Pure.

A record may carry it as its status.  Text says it as desks do: a word before the headline ("RECTIF", "Correction:") or
at the end of a slug line ("Mali-attaque,CORRECTION"), or a note to those who print it ("(Corrige le bilan)").  Words of
correcting inside a sentence are about something else: a prison, an exam, what an army says of a report.
"""

from __future__ import annotations

import re
from itertools import islice

_HEAD_LINES = 6  # slug, headline, byline, dateline and notes to editors stand above the news
_HEAD_CHARACTERS = 600
_SHOUTED = "CORRECTION|CORRECTED|CORRECTIVE|CORRECTS|CORRIGE|CORRIGÉ|RECTIFICATIF|RECTIFICATION|RECTIF|RECTIFIÉ|ERRATUM"
_CALM = "Correction|Corrected|Rectificatif|Rectification|Erratum"
_DASH = "[-‐-―]"
_MARKS = (
    # What parts the word from the headline tells it from a headline about corrections.
    re.compile(rf"\W*(?:{_SHOUTED}|{_CALM})(?:\s*[:/|\])]|\s+{_DASH}{{1,2}}\s|{_DASH}(?=[A-ZÀ-Þ])|\W*$)"),
    re.compile(r"\W*RECTIF(?:ICATIF)?\s"),  # no other sense in capitals
    re.compile(r"\W*\((?i:corrects|correcting|corrige|corrigé|rectifie|rectifié)\s[^()]+\)"),
    re.compile(r"(?:Eds|Editors|NDLR|Note aux rédactions)\.?\s*:\s*(?i:corrects|correcting|corrige|rectifie)\b"),
    re.compile(rf"[\w-]+(?:[,/ -]{{1,2}}[\w-]+){{0,4}}[,/-]\s?(?:{_SHOUTED})\W*$"),  # a slug line
)


def says_it_corrects(title: str | None, body: str) -> bool:
    """Whether the title, or one of the lines that a body begins with, marks a correction."""
    head = filter(None, (line.strip() for line in body[:_HEAD_CHARACTERS].splitlines()))
    lines = (title or "", *islice(head, _HEAD_LINES))
    return any(mark.match(line) for line in lines for mark in _MARKS)
