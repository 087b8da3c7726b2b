"""A token that most texts hold counts for less in the vector of a text: full stops, articles, "of".

What they tell is in the words beside them already, and French has more of them than English, so that a plain mean leans
otherwise in each language.  Smooth inverse frequency (Arora et al. 2017, "A Simple but Tough-to-Beat Baseline for
Sentence Embeddings"), there of words that know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch

from index.encoders.lessons import Lessons

SMOOTHING = 0.05  # the share of all tokens at which one counts half; most are far below
KINDS = ("news", "sts")  # whose tokens are counted: written sentences; talk and what is made hold others


def counted(data: Lessons) -> tuple[list[str], list[str]]:
    """The French and the English texts that tokens are counted in."""
    rows = [row for kind in KINDS for row in data.rows(kind)]
    return [data.french[row] for row in rows], [data.english[row] for row in rows]


def token_weights(languages: Sequence[Sequence[torch.Tensor]], size: int) -> torch.Tensor:
    """How much each of `size` tokens counts, 0 to 1, by its share of the texts of the language that uses it most."""
    counts = [torch.bincount(torch.cat(list(texts)), minlength=size).float() for texts in languages]
    share = torch.stack([count / count.sum() for count in counts]).amax(dim=0)
    return SMOOTHING / (SMOOTHING + share)
