"""What one stage of the training learns from, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import torch

from index.encoders.lessons import Lessons
from index.encoders.stages import Stage

BATCH_TOKENS = 2048  # padding included
SHORTEST_THINNED = 6  # tokens; a text of fewer stays whole
SORTED_TOGETHER = 6000  # texts among which batches of like length are made
STRANGERS = 700  # targets drawn at random that each text is told apart from
NEAR = 8  # and the targets nearest to its own, and to those of its batch
NEAR_BLOCK = 2000  # texts whose neighbours are looked for at once

Row = tuple[bool, int]  # whether the English side is read, and which lesson
Part = tuple[list[Row], list[torch.Tensor]]  # of a batch, with its texts as tokens


def epoch(stage: Stage, data: Lessons, random: Random) -> list[Row]:
    """Which texts are seen, in a random order."""
    rows: list[Row] = []
    for kind, share in stage.shares.items():
        pool = data.rows(kind)
        for english, part in ((False, share.french), (True, share.english)):
            rows += [(english, row) for row in _drawn(pool, part, random)]
    random.shuffle(rows)
    return rows


def _drawn(pool: list[int], part: float, random: Random) -> list[int]:
    """The whole pool `int(part)` times and a random rest of it."""
    return pool * int(part) + random.sample(pool, round(len(pool) * (part % 1)))


def batches(rows: list[Row], lengths: tuple[list[int], list[int]], random: Random) -> list[list[Row]]:
    """Batches of like length and at most BATCH_TOKENS tokens, padding included, in a random order."""
    made: list[list[Row]] = []
    for start in range(0, len(rows), SORTED_TOGETHER):
        batch: list[Row] = []
        for row in sorted(rows[start : start + SORTED_TOGETHER], key=lambda r: lengths[r[0]][r[1]]):
            if batch and (len(batch) + 1) * lengths[row[0]][row[1]] > BATCH_TOKENS:
                made.append(batch)
                batch = []
            batch.append(row)
        made += [batch] if batch else []
    random.shuffle(made)
    return made


@dataclass(frozen=True, slots=True)
class School:
    """What one stage learns from: texts as tokens (French, English), their lessons, the dispatches that answer."""

    stage: Stage
    data: Lessons
    tokens: tuple[list[torch.Tensor], list[torch.Tensor]]
    dispatches: torch.Tensor
    near: torch.Tensor  # the rows whose targets are nearest to each one's, shape (texts, NEAR)

    def plan(self, random: Random) -> list[list[Row]]:
        """The batches of the whole stage."""
        lengths = ([len(text) for text in self.tokens[0]], [len(text) for text in self.tokens[1]])
        whole, part = int(self.stage.epochs), self.stage.epochs % 1
        made: list[list[Row]] = []
        for share in [1.0] * whole + ([part] if part else []):
            some = batches(epoch(self.stage, self.data, random), lengths, random)
            made += some[: max(1, round(len(some) * share))]
        return made

    def texts(self, batch: list[Row]) -> list[torch.Tensor]:
        """A batch as tokens, French texts less some of their words."""
        return [
            self.tokens[1][row] if side else thinned(self.tokens[0][row], self.stage.left_out) for side, row in batch
        ]

    def strangers(self, batch: list[Row]) -> torch.Tensor:
        """What a batch is told apart from: the hardest to tell, and some at random."""
        hard = self.near[[row for _, row in batch]].flatten()
        return torch.cat([hard, torch.randint(len(self.data.target), (STRANGERS,))])


def thinned(text: torch.Tensor, share: float) -> torch.Tensor:
    """A text without this share of its tokens, drawn at random, but with its first and last."""
    if len(text) < SHORTEST_THINNED:
        return text
    stays = torch.rand(len(text)) >= share
    stays[0] = stays[-1] = True
    return text[stays]


def nearest(english: Sequence[str], target: torch.Tensor) -> torch.Tensor:
    """The NEAR rows nearest to each by their targets, shape (texts, NEAR).  Of rows with one English text the first
    stands for all, and none is near itself."""
    first = {text: row for row, text in reversed(list(enumerate(english)))}
    rows = torch.tensor(sorted(first.values()))
    at = {int(row): number for number, row in enumerate(rows)}
    unique, near = target[rows], min(NEAR, len(rows) - 1)
    blocks = (unique[start : start + NEAR_BLOCK] for start in range(0, len(unique), NEAR_BLOCK))
    found = torch.cat([(block @ unique.T).topk(near + 1).indices[:, 1:] for block in blocks])
    return rows[found[torch.tensor([at[first[text]] for text in english])]]
