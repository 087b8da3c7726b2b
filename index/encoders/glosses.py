"""What French words mean in English, one entry a line, for the vocabulary: by Apertium, by way of two other languages.

    python -m index.encoders.glosses WORDS DATA

WORDS is a text file, a French word a line, the commonest first.  Writes DATA/words.tsv.gz (source, English, French),
which `distil` reads beside train.tsv.gz.  Needs Apertium with the pairs named below (Forcada et al. 2011, "Apertium: a
free/open-source platform for rule-based machine translation").  No single pair of it leads from French to English.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.encoders.vocabulary import GLOSS

WAYS = (("fra-cat", "cat-eng"), ("fr-es", "spa-eng"))  # through Catalan and through Spanish
_UNKNOWN = re.compile(r"[*#@\\/]")  # what Apertium marks words with that it has no translation or no form for
_SUBJECTS = frozenset(("it", "you", "we", "i", "they", "he", "she"))
_LEFT_OPEN = frozenset(("of", "to", "by", "that", "in", "for", "at", "with"))
_LONGEST_WORDS = 3


def meaning(translated: str) -> str | None:
    """What one line of Apertium's output says a word means, less the pronoun of a verb and what is left open at the
    end; None where it does not know, or needs a sentence for it."""
    words = translated.strip().removesuffix(".").split()
    while len(words) > 1 and words[0].lower() in _SUBJECTS:
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in _LEFT_OPEN:
        words = words[:-1]
    text = " ".join(words)
    if not words or len(words) > _LONGEST_WORDS or _UNKNOWN.search(text):
        return None
    return text if text.isupper() and len(text) > 1 else text[0].lower() + text[1:]


def entries(french: Sequence[str], ways: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """(English, French) for each word, the ways in turn and each meaning once; `ways` holds a line a word each.  A word
    that is written alike in English teaches nothing; one that no way knows has no English, and may still be known by
    its stem."""
    for word, *lines in zip(french, *ways, strict=True):
        found = dict.fromkeys(text for line in lines if (text := meaning(line)))
        yield from ((text, word) for text in found or ("",) if text.lower() != word)


def translated(words: Sequence[str], way: Sequence[str]) -> list[str]:
    """The words by way of other languages, a line each.

    Raises:
        SystemExit: Apertium or one of the pairs is not installed.
    """
    program = shutil.which("apertium")
    if program is None:
        raise SystemExit("Apertium is missing: install it with the pairs fra-cat, eng-cat, fr-es and eng-spa")
    text = "".join(f"{word}.\n" for word in words)  # a sentence each, so that none is read with the next
    for pair in way:
        done = subprocess.run([program, pair], input=text, capture_output=True, text=True, check=False)  # noqa: S603 (fixed words)
        if done.returncode:
            message = f"Apertium cannot translate by {pair}; install that pair. It says: {done.stderr.strip()}"
            raise SystemExit(message)
        text = done.stdout
    return text.splitlines()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path, help="a French word a line, the commonest first")
    parser.add_argument("data", type=Path, help="folder for words.tsv.gz")
    given = parser.parse_args()
    french = given.words.read_text(encoding="utf-8").split()
    found = entries(french, [translated(french, way) for way in WAYS])
    with gzip.open(given.data / "words.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{GLOSS}\t{english}\t{word}\n" for english, word in found)


if __name__ == "__main__":
    main()
