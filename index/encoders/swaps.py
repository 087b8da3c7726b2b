"""Sentences with one word in the place of another, in both languages: so that words of the dictionary that no sentence
holds are met beside others before the student is asked about them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random

from index.encoders.vocabulary import GLOSS, Pair

SWAP = "swap"  # the source of what is made here
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDINGS = ("ly", "ing", "ed", "s")  # of English words: adverbs, forms of verbs, plurals

Waiting = Mapping[str, deque[Pair]]


def swapped(pairs: Iterable[Pair], glosses: Sequence[Pair], count: int, random: Random) -> Iterator[Pair]:
    """At most so many of the pairs, each with one word swapped for an entry of the dictionary of the same form, all
    entries in turn.  What the English then means the teacher says, odd as it may be."""
    entries = [gloss for gloss in glosses if _WORD.fullmatch(gloss.english) and _WORD.fullmatch(gloss.french)]
    meanings: dict[str, set[str]] = {}
    waiting: dict[str, deque[Pair]] = {}
    for entry in random.sample(entries, len(entries)):
        meanings.setdefault(entry.french, set()).add(entry.english)
        waiting.setdefault(form(entry), deque()).append(entry)
    made = (swap(pair, meanings, waiting, random) for pair in pairs)
    yield from islice((pair for pair in made if pair), count)


def swap(pair: Pair, meanings: Mapping[str, set[str]], waiting: Waiting, random: Random) -> Pair | None:
    """A pair with one word swapped for the next that waits in its form; None where no word has its meaning beside it.

    `meanings` holds the English words of each French one."""
    english = set(_WORD.findall(pair.english))
    french = dict.fromkeys(_WORD.findall(pair.french))
    known = [Pair(GLOSS, word, one) for one in french for word in sorted(meanings.get(one, set()) & english)]
    if not known:
        return None
    old = random.choice(known)
    waiting[form(old)].rotate(-1)
    new = waiting[form(old)][-1]
    return Pair(SWAP, _put(pair.english, old.english, new.english), _put(pair.french, old.french, new.french))


def form(entry: Pair) -> str:
    """What may stand for each other: English words with the same ending, by the last letter of the French one."""
    ending = next((ending for ending in _ENDINGS if entry.english.endswith(ending)), "")
    return f"{ending} {entry.french[-1]}"


def _put(text: str, old: str, new: str) -> str:
    return re.sub(rf"\b{old}\b", new, text)
