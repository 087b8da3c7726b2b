"""The models of the training as sentence_transformers holds them: loaded, read by, and put together of their steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Dense, WordWeights
from torch.nn import functional

from index.encoders.evening import Floats

if TYPE_CHECKING:
    from transformers import PreTrainedModel

TEACHER_BATCH = 64
LONGEST_TOKENS = 256
BEGINNINGS = 64, 128  # tokens; the teacher was trained on texts of no more, and news tells what matters first
LEAST_NAMED = 0.9995  # what counts more is not stored: nearly all of the vocabulary


def load(folder: Path, **settings: str) -> SentenceTransformer:
    """The model in a folder, on the CPU."""
    return SentenceTransformer(str(folder), device="cpu", model_kwargs=settings)


def body_of(model: SentenceTransformer) -> PreTrainedModel:
    """Its transformer: what learns."""
    return cast("PreTrainedModel", cast("Any", model[0]).auto_model)


def targets(teacher: SentenceTransformer, english: list[str]) -> torch.Tensor:
    """The teacher's unit vectors, shape (texts, dimension); of a text longer than both BEGINNINGS the mean of what it
    makes of each and of all that it reads."""
    vectors = read(teacher, english, LONGEST_TOKENS)
    tokens = teacher.tokenizer(english, truncation=True, max_length=max(BEGINNINGS) + 1)["input_ids"]
    long = [row for row, ids in enumerate(tokens) if len(ids) > max(BEGINNINGS)]
    for most in BEGINNINGS if long else ():
        vectors[long] += read(teacher, [english[row] for row in long], most)
    return functional.normalize(vectors, dim=1)


def read(teacher: SentenceTransformer, english: list[str], most: int) -> torch.Tensor:
    """The unit vectors of so many tokens of each text, shape (texts, dimension)."""
    teacher.max_seq_length = most
    vectors = teacher.encode(
        english, batch_size=TEACHER_BATCH, convert_to_tensor=True, normalize_embeddings=True, show_progress_bar=True
    )
    return vectors.float().cpu().clone()  # made for reading alone


def evened(model: SentenceTransformer, matrix: Floats) -> SentenceTransformer:
    """The model (transformer, pooling, normalisation) with that step before it normalises."""
    transformer, pooling, *_, normal = model
    size = len(matrix)
    weights = torch.from_numpy(matrix)
    step = Dense(size, size, bias=False, activation_function=torch.nn.Identity(), init_weight=weights)
    return SentenceTransformer(modules=[transformer, pooling, step, normal], device="cpu")


def weighted(model: SentenceTransformer, tokens: torch.Tensor) -> SentenceTransformer:
    """The model (transformer, pooling, ...) with a mean over tokens that count so much each."""
    transformer, *rest = model
    names = sorted(vocabulary := model.tokenizer.get_vocab(), key=vocabulary.__getitem__)
    # What loads the model makes the table of weights anew from these; whatever is not named counts 1.
    less = {name: round(weight, 4) for name, weight in zip(names, tokens.tolist(), strict=True) if weight < LEAST_NAMED}
    return SentenceTransformer(modules=[transformer, WordWeights(names, less), *rest], device="cpu")
