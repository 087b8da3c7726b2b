"""The parts of the training, one after the other.

First only the French rows move; then everything but the English rows does, while English sentences, passages and
questions hold the student to its teacher; then more of it is news and less of it talk; then single words and talk
come back, twice; then words of the dictionary are met in sentences; then comes what was translated for software, the
only writing besides news of which there is much; at last texts as long as the encoder reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.encoders.lessons import Share
from index.encoders.localised import GAME, PACKAGE, PROGRAM

SEED = 7


@dataclass(frozen=True, slots=True)
class Stage:
    """One part of the training.  Rates are Adam's; `body_rate` 0 freezes all but the French rows."""

    epochs: float
    shares: Mapping[str, Share]
    row_rate: float
    body_rate: float
    english_weight: float = 3.0
    seed: int = SEED  # of the order in which the texts are seen
    left_out: float = 0.0  # how many of the words of a French text are left out, so that none is learnt by heart
    kept: float = 1.0  # how far the weights stay on the way that they went


ROWS_FIRST = Stage(
    epochs=0.5,
    shares={"news": Share(1, 0), "sts": Share(1, 0), "anki": Share(0.4, 0)},
    row_rate=2e-3,
    body_rate=0.0,
)
ALL = Stage(
    epochs=2.2,
    shares={
        "news": Share(2, 0.6),
        "passage": Share(0.6, 0.4),
        "sts": Share(1, 0.4),
        "story": Share(0.6, 0.6),
        "question": Share(1, 1),
        "anki": Share(0.6, 0.05),
    },
    row_rate=2e-3,
    body_rate=1e-4,
)
NEWS = Stage(
    epochs=2.2,
    shares={
        "news": Share(3, 0.8),
        "passage": Share(1, 0.5),
        "sts": Share(1.5, 0.5),
        "story": Share(0.6, 0.6),
        "question": Share(1, 1),
        "anki": Share(0.3, 0.05),
    },
    row_rate=2e-3,
    body_rate=1e-4,
    seed=SEED + 1,
)


WORDS = Stage(
    epochs=2.2,
    shares={
        "news": Share(2, 0.6),
        "passage": Share(0.7, 0.4),
        "sts": Share(2, 0.6),
        "story": Share(0.4, 0.4),
        "question": Share(0.8, 0.8),
        "anki": Share(0.5, 0.05),
        "word": Share(0.5, 0),
    },
    row_rate=2e-3,
    body_rate=1e-4,
    seed=SEED + 2,
    kept=0.6,
)
TALK = Stage(
    epochs=1.25,
    shares={
        "news": Share(1.5, 0.4),
        "passage": Share(0.4, 0.2),
        "sts": Share(3, 0.6),
        "story": Share(0.25, 0.25),
        "question": Share(0.5, 0.5),
        "anki": Share(0.7, 0.05),
        "word": Share(0.3, 0),
    },
    row_rate=2e-3,
    body_rate=8e-5,
    seed=SEED + 3,
    kept=0.6,
)
SWAPS = Stage(
    epochs=1.3,
    shares={
        "news": Share(1.6, 0.4),
        "passage": Share(0.6, 0.3),
        "sts": Share(3, 0.6),
        "story": Share(0.2, 0.2),
        "question": Share(0.4, 0.4),
        "anki": Share(0.6, 0.04),
        "word": Share(0.2, 0),
        "swap": Share(1, 0.1),
    },
    row_rate=2e-3,
    body_rate=1e-4,
    seed=SEED + 4,
    kept=0.6,
)

SOFTWARE = Stage(
    epochs=2.0,
    shares={
        "news": Share(1.5, 0.4),
        "passage": Share(0.6, 0.3),
        "sts": Share(2, 0.6),
        "story": Share(0.2, 0.2),
        "question": Share(0.4, 0.4),
        "anki": Share(0.3, 0.02),
        GAME: Share(1, 0.06),
        PROGRAM: Share(0.5, 0.02),
        PACKAGE: Share(0.7, 0.04),
    },
    row_rate=2e-3,
    body_rate=1e-4,
    seed=SEED + 5,
    left_out=0.1,
    kept=0.6,
)

ARTICLES = Stage(
    epochs=1.5,
    shares={
        "news": Share(1.5, 0.3),
        "article": Share(1, 0.5),
        "passage": Share(0.2, 0.1),
        "sts": Share(2, 0.6),
        "story": Share(0.1, 0.1),
        "question": Share(0.2, 0.2),
        "anki": Share(0.2, 0.01),
        GAME: Share(0.4, 0.03),
        PROGRAM: Share(0.5, 0.02),
        PACKAGE: Share(0.3, 0.02),
    },
    row_rate=2e-3,
    body_rate=1e-4,
    seed=SEED + 6,
    left_out=0.1,
)

STAGES = (ROWS_FIRST, ALL, NEWS, WORDS, TALK, SWAPS, SOFTWARE, ARTICLES)
