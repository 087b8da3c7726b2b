"""What a watch may say that no question does: from how many dead, in which language, of which source.  Pure.

attacks near Gao, at least 5 dead      attaques près de Gao, à partir de 5 morts      protests in Mali source:"Radio X"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.asked_tolls import read_toll
from index.text import fold_aligned

_SOURCE = re.compile(
    r"[,;]?\s*\bsource\s?[:=]\s?(?:\"(?P<quoted>[^\"]{1,80})\"|«\s?(?P<french>[^»]{1,80}?)\s?»|(?P<bare>[^\s,;]{1,80}))"
)
_LANGUAGE = re.compile(
    r"[,;]?\s*\b(?:(?:langue|language|lang)\s?[:=]\s?(?P<code>fr|en)\b|(?:only |seulement |uniquement )?"
    r"(?:in (?P<english>french|english)|en (?P<french>francais|anglais))(?: only| seulement| uniquement)?\s*$)"
)
_LANGUAGES = {"french": "fr", "francais": "fr", "english": "en", "anglais": "en"}


@dataclass(frozen=True, slots=True)
class WatchWords:
    """What is left to be read as a question, and what was said besides."""

    question: str
    least_toll: int | None = None
    source: str | None = None
    language: str | None = None


def read_watch(text: str) -> WatchWords:
    """Take the words for a toll, a source and a language out of a text; the rest is the question, as it was written."""
    left, source = _taken(text, _SOURCE)
    toll = read_toll(left)
    for span in toll.spans:
        left = f"{left[: span.start]} {left[span.end :]}"
    left, language = _taken(left, _LANGUAGE)
    return WatchWords(left.strip(" ,;"), toll.least, _source(source, text), _language(language))


def _taken(text: str, pattern: re.Pattern[str]) -> tuple[str, re.Match[str] | None]:
    found = pattern.search(fold_aligned(text))
    return (text, None) if found is None else (f"{text[: found.start()]} {text[found.end() :]}", found)


def _source(found: re.Match[str] | None, text: str) -> str | None:
    """The source's name as it was written: the search was over folded text, whose offsets are the same."""
    if found is None:
        return None
    group = next(name for name in ("quoted", "french", "bare") if found[name])
    return text[found.start(group) : found.end(group)].strip()


def _language(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    return found["code"] or _LANGUAGES[found["english"] or found["french"]]
