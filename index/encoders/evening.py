"""The last step of the encoder: no direction of its vectors drowns the others.

What most texts have in common lies along few directions, and a mean over tokens leaves them long: vectors of all texts
lean the same way.  To even the directions out in part brings out what tells texts apart (in full: Su et al. 2021,
"Whitening Sentence Representations", arXiv 2103.15316; that costs what the teacher knows of likeness).
"""

from __future__ import annotations

from random import Random

import numpy as np
from numpy.typing import NDArray

from index.encoders.lessons import Lessons

POWER = -0.15  # of the variance of each direction: 0 leaves it, -0.5 makes all directions alike
LEAST_SHARE = 0.1  # of the mean variance, added to each: directions that no text uses stay short ones
TEXTS = {"news": 6_000, "sts": 6_000, "anki": 6_000, "passage": 1_500}  # talk alone leans elsewhere

Floats = NDArray[np.float32]


def sample(data: Lessons, seed: int) -> list[int]:
    """Rows of what is learnt from, of each kind so many."""
    random = Random(seed)  # noqa: S311 (nothing secret hangs on it)
    pools = [(data.rows(kind), most) for kind, most in TEXTS.items()]
    return [row for rows, most in pools for row in random.sample(rows, min(most, len(rows)))]


def evening(vectors: Floats) -> Floats:
    """The symmetric matrix, shape (dimension, dimension), that evens out the directions of vectors, shape (texts,
    dimension), and makes them of length 1 on average."""
    variance, directions = np.linalg.eigh(np.cov(vectors.T.astype(np.float64)))
    scale = (np.maximum(variance, 0) + LEAST_SHARE * variance.mean()) ** POWER
    matrix = (directions * scale) @ directions.T
    return np.asarray(matrix / np.linalg.norm(vectors @ matrix, axis=1).mean(), dtype=np.float32)
