"""What the student learns from: texts in both languages, and where the teacher puts the English one."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

import torch

from index.encoders.invented import stories
from index.encoders.localised import PACKAGE, PROGRAM, SOURCES
from index.encoders.swaps import swapped
from index.encoders.vocabulary import GLOSS, Pair

SHORTEST_TALK_WORDS = 3
LONG_TALK_WORDS = 9
LONGEST_PASSAGE_WORDS = 130
ARTICLE_WORDS = (80, 260)  # of the English: what follows fills what a model reads, and more
SHORTEST_SOFTWARE_WORDS = 7  # of programs and packages: what is shorter labels a button


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many texts of each made kind there are, and how many conversational pairs."""

    talk: int = 160_000
    passages: int = 14_000
    articles: int = 6_000
    stories: int = 12_000
    programs: int = 75_000  # of sentences that programs say; what games tell is taken whole
    packages: int = 38_000  # of sentences that describe packages
    swaps: int = 65_000


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one kind of text is seen an epoch, in each language (1 = all of it once)."""

    french: float
    english: float


@dataclass(frozen=True, slots=True)
class Lessons:
    """Texts of the same meaning, one a row.

    `target` holds the teacher's unit vectors of the English texts, shape (texts, dimension); `answer` the row of the
    dispatch that answers a question, -1 for what is no question.
    """

    kind: list[str]
    french: list[str]
    english: list[str]
    answer: torch.Tensor
    target: torch.Tensor

    def rows(self, kind: str) -> list[int]:
        return [row for row, name in enumerate(self.kind) if name == kind]


def read_pairs(path: Path, without: str = "") -> list[Pair]:
    """Pairs of a gzipped table (source, English, French), less those of written text that stand in `without`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    pairs = [Pair(source, english, french) for source, english, french in rows]
    # Words and conversational sentences are too short to be told from chance.
    return [p for p in pairs if p.source in ("anki", GLOSS) or not (p.english in without or p.french in without)]


def passages(pairs: Sequence[Pair], count: int, random: Random) -> Iterator[Pair]:
    """Two to four sentences: half of the time as they follow each other, half of the time from anywhere.

    An English model is as sure of what they mean as of one.
    """
    for number in range(count if len(pairs) >= 4 else 0):
        size = random.randint(2, 4)
        start = random.randrange(len(pairs) - size + 1)
        chosen = pairs[start : start + size] if number % 2 else random.sample(pairs, size)
        joined = Pair("passage", " ".join(p.english for p in chosen), " ".join(p.french for p in chosen))
        if len(joined.french.split()) <= LONGEST_PASSAGE_WORDS:
            yield joined


def articles(pairs: Sequence[Pair], count: int, random: Random) -> Iterator[Pair]:
    """Sentences as they follow each other from anywhere, as many as the words of an article.

    Without them the student reads nothing as long as a dispatch may be, and loses its way in French first.
    """
    for _ in range(count if pairs else 0):
        start, most = random.randrange(len(pairs)), random.randint(*ARTICLE_WORDS)
        words = accumulate(len(pair.english.split()) for pair in pairs[start : start + most])
        chosen = pairs[start : start + 1 + sum(length < most for length in words)]
        yield Pair("article", " ".join(p.english for p in chosen), " ".join(p.french for p in chosen))


def talk(pairs: Iterable[Pair], limit: int, random: Random) -> list[Pair]:
    """Conversational pairs of some length, the longer ones first."""
    long = [p for p in pairs if p.source == "anki" and len(p.french.split()) >= SHORTEST_TALK_WORDS]
    random.shuffle(long)
    return sorted(long, key=lambda p: -min(len(p.french.split()), LONG_TALK_WORDS))[:limit]


def software(pairs: Iterable[Pair], amounts: Amounts, random: Random) -> list[Pair]:
    """Sentences translated for free software: all of games, so many of the longer ones of the others."""
    most = {PROGRAM: amounts.programs, PACKAGE: amounts.packages}
    pools: dict[str, list[Pair]] = {source: [] for source in SOURCES}
    for pair in pairs:
        if pair.source in pools and (pair.source not in most or len(pair.english.split()) >= SHORTEST_SOFTWARE_WORDS):
            pools[pair.source].append(pair)
    return [p for name, pool in pools.items() for p in random.sample(pool, min(len(pool), most.get(name, len(pool))))]


def told(count: int, seed: int) -> Iterator[Pair]:
    """Invented dispatches and their questions as pairs."""
    for story in stories(count, seed):
        yield Pair("story", story.english, story.french)
        yield Pair("story", story.english_question, story.french_question)


def lessons(
    pairs: Sequence[Pair], teacher: Callable[[list[str]], torch.Tensor], amounts: Amounts, seed: int
) -> Lessons:
    """Everything that is learnt, with the teacher's unit vectors, shape (texts, dimension)."""
    random = Random(seed)  # noqa: S311 (nothing secret hangs on it)
    news = [p for p in pairs if p.source == "news"]
    glosses = [p for p in pairs if p.source == GLOSS and p.english]  # words without a meaning are for the vocabulary
    written = [p for p in pairs if p.source not in ("anki", GLOSS, *SOURCES)]
    spoken = talk(pairs, amounts.talk, random)
    sentences = random.sample([*written, *spoken], len(written) + len(spoken))
    swaps = swapped(sentences, glosses, amounts.swaps, random)
    made = [*passages(news, amounts.passages, random), *articles(news, amounts.articles, random), *swaps]
    chosen = [*written, *glosses, *spoken, *made, *software(pairs, amounts, random)]
    kind, answer = [p.source for p in chosen], [-1] * len(chosen)
    french, english = [p.french for p in chosen], [p.english for p in chosen]
    for story in stories(amounts.stories, seed):
        answer += [-1, len(kind)]
        kind += ["story", "question"]
        french += [story.french, story.french_question]
        english += [story.english, story.english_question]
    return Lessons(kind, french, english, torch.tensor(answer), teacher(english))
