"""Text -> unit vectors, by any sentence-transformers model named or found in a folder.

Importing this module loads no torch: the model is loaded at the first text to encode.  Threads: an encoder belongs to
the thread that owns its engine; the library itself runs on as many cores as torch was given.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor

Vectors = NDArray[np.float32]

DEFAULT_MODEL = "vigie-fr-en"  # the one in the box: see encoders/default/MODEL_CARD.md
DEFAULT_FOLDER = Path(__file__).with_name("encoders") / "default"
BATCH_TEXTS = 32

# Models trained with words before the text, where their own configuration does not say so (their model cards do).
_WORD = re.compile(r"\w+")
PREFIXES = {"e5-": ("query: ", "passage: "), "nomic-embed": ("search_query: ", "search_document: ")}


class Encoder(Protocol):
    """What the engine needs of a model.  `identity` changes whenever the vectors would."""

    @property
    def identity(self) -> str: ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), dimension), float32."""

    def encode_question(self, text: str) -> Vectors:
        """One unit vector of shape (dimension,), float32."""

    def passage_tokens(self, texts: Sequence[str]) -> list[Vectors]:
        """Unit vectors of each text's tokens in their context, shape (tokens, dimension); no token where a model has
        none."""

    def question_tokens(self, text: str, topic: str) -> list[Vectors]:
        """The same of a question, one array for each word of its topic, which stands in it in the same order; zeros for
        a word that the model cannot read at all."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model that was found: what to load and how the stored vectors will know it again."""

    name: str  # what finds it again
    location: str  # a folder, or a name for the hub
    identity: str


def choose_model(name: str | None) -> ModelChoice:
    """Find a model without loading it.  Raises ModelError where there is no such folder, or it cannot be read."""
    if not name or name == DEFAULT_MODEL:
        return _in_folder(DEFAULT_MODEL, DEFAULT_FOLDER)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _in_folder(str(folder.resolve()), folder)
    if folder.is_absolute() or name.startswith("."):
        raise ModelError("folder-missing", folder=name)
    return ModelChoice(name, name, name)


def _in_folder(name: str, folder: Path) -> ModelChoice:
    if not (folder / "config.json").is_file() and name == DEFAULT_MODEL:
        raise ModelError("default-missing", folder=str(folder))
    return ModelChoice(name, str(folder), f"{Path(name).name}@{_fingerprint(folder)}")


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".json", ".safetensors", ".txt", ".model"}):
        digest.update(f"{path.relative_to(folder)}:{_file_sha256(path)}\n".encode())
    return digest.hexdigest()[:16]


def _file_sha256(path: Path) -> str:
    try:
        found = path.stat()
        # Every question asks which model serves, and its weights take a quarter of a second to read.
        return _sha256_of(path, (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
    except OSError as error:
        raise ModelError("file-unreadable", file=str(path)) from error


@lru_cache(maxsize=256)
def _sha256_of(path: Path, state: tuple[int, ...]) -> str:
    """The digest of a file as it was found: whatever is written to it gives it another `state`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class SentenceEncoder:
    """The Encoder that runs a sentence-transformers model on the CPU."""

    def __init__(self, choice: ModelChoice) -> None:
        self._choice = choice
        self._model: SentenceTransformer | None = None

    @property
    def identity(self) -> str:
        return self._choice.identity

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(list(texts), 1)

    def encode_question(self, text: str) -> Vectors:
        vector: Vectors = self._encode([text], 0)[0]
        return vector

    def passage_tokens(self, texts: Sequence[str]) -> list[Vectors]:
        return self._read(list(texts), 1)

    def question_tokens(self, text: str, topic: str) -> list[Vectors]:
        tokens, (spans, unknown) = self._read([text], 0)[0], self._spans(text)
        if len(spans) < len(tokens):
            return list(tokens[:, np.newaxis])  # nobody knows which make a word
        pieces = list(zip(spans, tokens, strict=False))  # a model may not read to the end
        nothing = np.zeros(tokens.shape[1], dtype=tokens.dtype)
        pieces += [(span, nothing) for span in unknown]
        asked = _spans_of(topic, text)
        words = ([piece for span, piece in pieces if span[0] < end and start < span[1]] for start, end in asked)
        return [np.stack(word) for word in words if word]

    def _encode(self, texts: list[str], side: int) -> Vectors:
        model = self._load()
        prefix = _prefixes(self._choice.location, model.prompts)[side]
        vectors = model.encode(
            texts, prompt=prefix or None, batch_size=BATCH_TEXTS, normalize_embeddings=True, show_progress_bar=False
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)

    def _read(self, texts: list[str], side: int) -> list[Vectors]:
        model = self._load()
        prefix = _prefixes(self._choice.location, model.prompts)[side]
        read: Any = model.encode(  # typed for one text alone
            texts, prompt=prefix or None, batch_size=BATCH_TEXTS, output_value=None, show_progress_bar=False
        )
        tokenizer = self._tokenizer()
        before = len(tokenizer(prefix.strip(), add_special_tokens=False)["input_ids"]) if prefix and tokenizer else 0
        return [_token_vectors(one, _special_ids(tokenizer), before) for one in read]

    def _spans(self, text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Where each token of a text starts and ends, and each that is none to the model; none where the tokenizer does
        not know."""
        tokenizer = self._tokenizer()
        if not getattr(tokenizer, "is_fast", False):
            return [], []
        longest = self._load().max_seq_length
        read = tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, truncation=True, max_length=longest
        )
        special, told = _special_ids(tokenizer), list(zip(read["input_ids"], read["offset_mapping"], strict=True))
        unknown = [span for token, span in told if token == tokenizer.unk_token_id]
        return [span for token, span in told if token not in special], unknown

    def _tokenizer(self) -> Any:  # each library has its own
        return getattr(self._load()[0], "tokenizer", None)

    def _load(self) -> SentenceTransformer:
        if self._model is None:
            self._model = _load_model(self._choice)
        return self._model


def _special_ids(tokenizer: Any) -> frozenset[int]:
    return frozenset(getattr(tokenizer, "all_special_ids", ()))


def topic_words(topic: str) -> list[str]:
    """The words of a topic that `question_tokens` gives an array each, where the model reads all of them."""
    return _WORD.findall(topic)


def _spans_of(topic: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a topic stand in its question."""
    end = 0
    for word in topic_words(topic):
        if found := re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(text, end):
            end = found.end()
            yield found.span()


def _token_vectors(read: Mapping[str, Tensor], special: Collection[int], before: int) -> Vectors:
    """What a model made of one text: its tokens as unit vectors, less padding, marks of the model's own, and so many
    tokens of the words before the text."""
    if "token_embeddings" not in read or "input_ids" not in read:
        return np.empty((0, 1), dtype=np.float32)
    ids = read["input_ids"].tolist()
    kept = [place for place, token in enumerate(ids) if read["attention_mask"][place] and token not in special]
    vectors = read["token_embeddings"][kept[before:]].float().cpu().numpy()
    unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


def _load_model(choice: ModelChoice) -> SentenceTransformer:
    if Path(choice.location).is_dir():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # a folder needs no hub: do not wait for one on a thin network
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    try:
        # Weights stored in half precision are slow on a CPU.
        model = SentenceTransformer(choice.location, device="cpu", model_kwargs={"dtype": torch.float32})
        return model.float().eval()
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise ModelError("not-loadable", model=choice.name) from error


def _prefixes(location: str, prompts: Mapping[str, str | None]) -> tuple[str, str]:
    query = prompts.get("query") or ""
    passage = prompts.get("passage") or prompts.get("document") or ""
    if query or passage:
        return query, passage
    name = Path(location).name.lower()
    return next((pair for part, pair in PREFIXES.items() if part in name), ("", ""))
