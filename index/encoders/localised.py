"""Sentences that people translated for free software, in English and French: what programs and games say (gettext's
catalogues) and what packages are described with (Debian's translations of descriptions).

    python -m index.encoders.localised FOLDER DATA

FOLDER holds catalogues anywhere below it as .../fr/LC_MESSAGES/NAME.mo (Debian packages unpacked), and may hold
Debian's Translation-en and Translation-fr.  Writes DATA/localised.tsv.gz (source, English, French), which `distil`
reads beside train.tsv.gz.  Its matter is far from news; its grammar and most of its words are not.
"""

from __future__ import annotations

import argparse
import gettext
import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from index.encoders.vocabulary import Pair

GAME, PROGRAM, PACKAGE = SOURCES = ("game", "program", "package")
_GAMES = re.compile(r"/games/|freeciv|freedroid")  # of the path of a catalogue: its sentences tell something
_TAG = re.compile(r"<[^>]{1,80}>")
_ACCESS_KEY = re.compile(r"(?<!\w)[_&](?=\w)|(?<=\w)[_&](?=\w)")  # the letter of a menu that a key press stands for
_MACHINE = re.compile(r"%[\w(.]|%\d|\$\{?\w|\{[\w.:]*\}|[\\|@^]|https?:|\w\(\)|--\w|\w/\w+/|==|::|_\w+_")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”')]?\s+(?=[\"«“(]?\s?[A-ZÀ-ÝŒ])")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_WORDS_EN, _WORDS_FR = (4, 70), (4, 80)  # fewest and most
_LENGTHS = (0.6, 2.2)  # of the French for each letter of the English
_LETTERS_SHARE = 0.85
_SAME_SHARE = 0.6  # of the English words that stand in the French too: commands, names and what was left untranslated


def sentences(english: str, french: str) -> Iterator[tuple[str, str]]:
    """The texts taken apart into paragraphs and sentences as far as both have the same number of them."""
    paragraphs = _PARAGRAPH_END.split(english), _PARAGRAPH_END.split(french)
    for pair in zip(*paragraphs, strict=True) if len(paragraphs[0]) == len(paragraphs[1]) else [(english, french)]:
        whole = _plain(pair[0]), _plain(pair[1])
        parts = _SENTENCE_END.split(whole[0]), _SENTENCE_END.split(whole[1])
        yield from zip(*parts, strict=True) if len(parts[0]) == len(parts[1]) else [whole]


def _plain(text: str) -> str:
    return " ".join(_TAG.sub("", _ACCESS_KEY.sub("", text)).split())


def teaches(english: str, french: str) -> bool:
    """Whether both are sentences for people, of like length, and one is more than the other copied."""
    words, mots = english.split(), french.split()
    return (
        _WORDS_EN[0] <= len(words) <= _WORDS_EN[1]
        and _WORDS_FR[0] <= len(mots) <= _WORDS_FR[1]
        and not (_MACHINE.search(english) or _MACHINE.search(french))
        and _LENGTHS[0] <= len(french) / len(english) <= _LENGTHS[1]
        and sum(letter.isalpha() or letter == " " for letter in english) >= _LETTERS_SHARE * len(english)
        and len(set(words) & set(mots)) <= _SAME_SHARE * len(set(words))
    )


def catalogues(folder: Path) -> Iterator[Pair]:
    """What every French catalogue below a folder says, games first.  One that cannot be read is named and left out."""
    found = folder.rglob("fr/LC_MESSAGES/*.mo")
    for path in sorted(found, key=lambda path: (not _GAMES.search(path.as_posix()), path)):
        source = GAME if _GAMES.search(path.as_posix()) else PROGRAM
        for english, french in _entries(path):
            yield from (Pair(source, *pair) for pair in sentences(english, french))


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open("rb") as file:
            # Its public methods answer for one message at a time; nothing but this lists them.
            catalogue: dict[str | tuple[str, int], str] = vars(gettext.GNUTranslations(file))["_catalog"]
    except (ValueError, LookupError, OSError) as error:
        sys.stderr.write(f"left out {path}: {error}\n")
        return
    for key, french in catalogue.items():
        message = key if isinstance(key, str) else key[0]  # a plural comes with its number
        if message and french:
            yield message.split("\x04")[-1], french  # what stands before says where it is shown


def descriptions(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each text of Debian's table of descriptions: the fingerprint of the English one, and its paragraphs."""
    for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
        fingerprint, paragraphs = "", list[str]()
        for line in block if filled else ():
            name, _, value = line.rstrip("\n").partition(": ")
            if name == "Description-md5":
                fingerprint = value
            elif line.startswith("Description-"):
                paragraphs = [value, ""]
            elif line.strip() == ".":
                paragraphs.append("")
            elif line.startswith(" ") and paragraphs:
                paragraphs[-1] += line
        if fingerprint and paragraphs:
            yield fingerprint, paragraphs


def described(folder: Path) -> Iterator[Pair]:
    """What packages are described with, paragraph by paragraph where both have the same number."""
    english, french = folder / "Translation-en", folder / "Translation-fr"
    if not (english.exists() and french.exists()):
        return
    with english.open(encoding="utf-8") as file, french.open(encoding="utf-8") as other:
        told = dict(descriptions(file))
        for fingerprint, paragraphs in descriptions(other):
            twin = told.get(fingerprint, [])
            for pair in zip(twin, paragraphs, strict=True) if len(twin) == len(paragraphs) else ():
                yield from (Pair(PACKAGE, *parts) for parts in sentences(*pair))


def localised(folder: Path) -> Iterator[Pair]:
    """Every pair of sentences that teaches, each English one once."""
    seen = set[str]()
    for pair in (*catalogues(folder), *described(folder)):
        if pair.english.lower() not in seen and teaches(pair.english, pair.french):
            seen.add(pair.english.lower())
            yield pair


def write(folder: Path, data: Path) -> None:
    """Write the table of what a folder holds.

    Raises:
        SystemExit: it holds nothing that teaches; a table that is there stays.
    """
    found = list(localised(folder))
    if not found:
        message = f"No French translations below {folder}: unpack Debian packages there (dpkg-deb --extract)."
        raise SystemExit(message)
    with gzip.open(data / "localised.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines("\t".join((pair.source, pair.english, pair.french)) + "\n" for pair in found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="Debian packages unpacked, Translation-en and Translation-fr")
    parser.add_argument("data", type=Path, help="folder for localised.tsv.gz")
    given = parser.parse_args()
    write(given.folder, given.data)


if __name__ == "__main__":
    main()
