"""A vocabulary in which French words stand whole.

The teacher's tokenizer folds case and accents and cuts French into shreds.  Here the commonest French words that it
lacks become tokens of their own, each new row of the embedding matrix a mean of the English rows that the word aligns
with (IBM Model 1: Brown et al. 1993, "The Mathematics of Statistical Machine Translation").  English words that no
training text holds make room for them, rarest first: they fall back to their pieces.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from Stemmer import Stemmer
from tokenizers import Tokenizer

LONGEST_READ = 256  # tokens
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
ARTICLE = r"\b(?:l[ae]s?|d[eu]s?|L[ae]s?(?= \p{Ll})) "
WEIGHTS = {"news": 4, "sts": 2}  # how much one sentence of a source counts towards the choice of words; others 1
LIGATURES = {"œ": "oe", "Œ": "Oe"}  # not folded as accents are, and unknown to the teacher
GLOSS = "word"  # the source of dictionary entries: they tell what a word means, not how often English uses it
OWN_AT_LEAST, OWN_TIMES, OWN_WORDS = 50, 20, 450
OWN_CAPITAL = 4  # letters of a word that may stand with a capital; shorter ones begin names
WRITTEN_AT_LEAST = 20  # times, of one way of writing a word's accents
LOWER_WORD = re.compile(r"\b[a-zß-öø-ÿœ]+\b")
MARK = "ʼ"  # U+02BC: a letter, where an apostrophe would be a token of its own
SHORT = 6  # letters; shorter words may begin others
SHARED_TIMES = 3  # how many times oftener French must use a word for it to be no name that both write alike
CUT_TIMES = 3  # and than English begins other words so, for a short one to be a token that cuts those
COMMON = {2: 20, 3: 10, 4: 5, 5: 3}  # a word of so many letters must be this common; longer ones once
ALIGNED_AT_LEAST = 0.04  # weaker alignments are noise
MODEL_1_ROUNDS = 6
PAIR_KEY = 1 << 17  # above any token number, so that a French and an English number pack into one integer
STEM_WEIGHT = 4  # how many sightings of a word weigh as much as its stem
FRENCH = Stemmer("french")
EMBEDDING = "embeddings.word_embeddings.weight"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence in both languages.  `source` names where it comes from."""

    source: str
    english: str
    french: str


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows the matrix has at most, and how many of them are new French words.  50 MB hold as many."""

    rows: int = 95_000
    new_words: int = 67_000


@dataclass(frozen=True, slots=True)
class Words:
    """Weighted counts of whole words, and each French sentence as words."""

    french: Counter[str]
    english: Counter[str]
    sentences: list[list[str]]

    def beginning(self, old: Mapping[str, int]) -> Counter[str]:
        """How often English has a word that the old vocabulary lacks and that begins so, by its first letters."""
        found: Counter[str] = Counter()
        for word, count in self.english.items():
            if word not in old:
                found.update({word[:end]: count for end in range(2, min(len(word), SHORT))})
        return found


def with_french_read(tokenizer: Mapping[str, Any], own: Sequence[str] = ()) -> dict[str, Any]:
    """The tokenizer's JSON with the small words of French read first, while case and accents still tell them apart.

    Articles and "de" fall away as long as they are written small: a mean over tokens loses nothing by them, and "La
    Paz" keeps its own.  "un" becomes the English "a", so that "UN" stays the United Nations; "au" becomes "à".  "qu'il"
    becomes two tokens: U+02BC is a letter to the pre-tokenizer, where an apostrophe would be a token of its own.  The
    same letter marks the words of `own` where they are written small and end there: "se" gets a row of its own and
    stays what it was at the start of "Sévaré".
    """
    replaced = [
        *(_replace(ligature, letters) for ligature, letters in LIGATURES.items()),
        _replace(rf"\b[LlDd]['’](?=\p{{L}})|{ARTICLE}", ""),
        _replace(r"\b(?:une?|Une?(?= \p{Ll}))(?= )", "a"),
        _replace(r"\baux?(?= )", "à"),
        _replace(r"\b([Aa])ujourd['’]hui", "aujourdhui"),
        _replace(r"(?<=\b[CcJjMmNnSsTt]|[Qq]u)['’](?=\p{Ll})", "ʼ "),
    ]
    if own:
        words = [written for word in own for written in _either_case(word)]
        replaced.append(_replace(rf"\b{any_of(words)}\K(?!\w)", MARK))
    return {**tokenizer, "normalizer": {"type": "Sequence", "normalizers": [*replaced, tokenizer["normalizer"]]}}


def _either_case(word: str) -> tuple[str, ...]:
    return (word, word[0].upper() + word[1:]) if len(word) >= OWN_CAPITAL else (word,)


def any_of(words: Sequence[str]) -> str:
    """A pattern of these words, letters alone, that shares what they begin with: hundreds of them one after the other
    cost more time at every word of a text than all else that the tokenizer does."""
    after: dict[str, list[str]] = {}
    for word in filter(None, words):
        after.setdefault(word[0], []).append(word[1:])
    branches = [letter + any_of(rests) for letter, rests in after.items()] + [""] * ("" in words)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _replace(pattern: str, content: str) -> dict[str, Any]:
    return {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}


def _unlimited(tokenizer: Mapping[str, Any]) -> Tokenizer:
    made = Tokenizer.from_str(json.dumps(tokenizer))
    made.no_truncation()
    made.no_padding()
    return made


def count_words(pairs: Sequence[Pair], tokenizer: Tokenizer) -> Words:
    """Whole words of both sides, as the tokenizer's normaliser and pre-tokenizer leave them."""
    words = Words(Counter(), Counter(), [])
    for pair in pairs:
        weight = WEIGHTS.get(pair.source, 1)
        french = _split(pair.french, tokenizer)
        words.sentences.append(french)
        words.french.update({word: weight * n for word, n in Counter(french).items()})
        if pair.source != GLOSS:
            words.english.update({word: weight * n for word, n in Counter(_split(pair.english, tokenizer)).items()})
    return words


def _split(text: str, tokenizer: Tokenizer) -> list[str]:
    normal = tokenizer.normalizer.normalize_str(text)
    return [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normal)]


def own_words(words: Words, old: Mapping[str, int]) -> list[str]:
    """French words that are something else to English: a name, a rare word, or how other words begin."""
    common = [word for word, count in words.french.most_common() if count >= OWN_AT_LEAST]
    begins = words.beginning(old)
    other = [w for w in common if re.fullmatch("[a-z]{2,}", w) and (w in old or _cuts(w, words, begins))]
    return [w for w in other if words.english[w] * OWN_TIMES < words.french[w]][:OWN_WORDS]


def _cuts(word: str, words: Words, begins: Mapping[str, int]) -> bool:
    """Whether a word as a token would cut longer words of English elsewhere than before."""
    return len(word) < SHORT and begins.get(word, 0) * CUT_TIMES > words.french[word]


def written(pairs: Sequence[Pair], own: Set[str], tokenizer: Tokenizer) -> list[str]:
    """The ways in which words are written with accents: case and accents are not folded yet where they are marked."""
    small = Counter(word for pair in pairs for word in LOWER_WORD.findall(pair.french))
    common = [word for word, count in small.most_common() if count >= WRITTEN_AT_LEAST]
    return [word for word in common if "".join(_split(word, tokenizer)) in own]


def choose_words(words: Words, old: Mapping[str, int]) -> list[str]:
    """The French words that the old vocabulary lacks and English does not use, the commonest first.

    What both languages write alike, names above all, stays cut as the teacher cuts it.
    """
    begins, chosen = words.beginning(old), []
    for word, count in words.french.most_common():
        french = word not in old and re.fullmatch(r"[^\W\d_]{2,}", word) and count >= COMMON.get(len(word), 1)
        shared = words.english[word] * SHARED_TIMES >= count
        if word.endswith(MARK) or (french and not shared and not _cuts(word, words, begins)):
            chosen.append(word)
    return chosen


def kept_tokens(old: Mapping[str, int], seen: Counter[int], limit: int) -> list[str]:
    """Old tokens that stay: those of Latin text, less the rarest words that no training sentence holds."""
    kept = [token for token, _ in sorted(old.items(), key=lambda item: item[1]) if _readable(token)]
    # The old vocabulary stands in order of frequency: the last are the rarest.
    words = [t for t in reversed(kept) if not t.startswith("##") and len(t) > 2 and t not in SPECIAL]
    gone = set([word for word in words if not seen[old[word]]][: max(len(kept) - limit, 0)])
    return [token for token in kept if token not in gone]


def _readable(token: str) -> bool:
    if token in SPECIAL:
        return True
    body = token.removeprefix("##")
    mark = len(body) == 1 and not body.isalnum() and (ord(body) < 0x250 or 0x2010 <= ord(body) <= 0x203A or body == "€")
    return mark or re.fullmatch(r"[a-z0-9]+", body) is not None


@dataclass(frozen=True, slots=True)
class Alignment:
    """P(English token | French word) of IBM Model 1, one entry a pair that met, sorted by French word."""

    number: Mapping[str, int]
    french: NDArray[np.int64]
    english: NDArray[np.int64]
    probability: NDArray[np.float64]

    def of(self, word: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """English tokens and their shares (they sum to 1); both empty for a word that aligns with nothing."""
        start, end = np.searchsorted(self.french, [self.number.get(word, -1), self.number.get(word, -1) + 1])
        strong = self.probability[start:end] >= ALIGNED_AT_LEAST
        shares = self.probability[start:end][strong]
        return self.english[start:end][strong], shares / shares.sum() if shares.size else shares


@cache
def stem(word: str) -> str:
    """The French stem of a folded word."""
    return cast("str", FRENCH.stemWord(word))


def align(english: Sequence[Sequence[int]], french: Sequence[Sequence[str]]) -> Alignment:
    """IBM Model 1 over sentences, with a null word (number 0) that takes what no French word explains."""
    number: dict[str, int] = {"": 0}
    for sentence in french:
        for word in sentence:
            number.setdefault(word, len(number))
    sides = [[0, *(number[word] for word in sentence)] for sentence in french]
    left = np.concatenate([np.tile(side, len(tokens)) for tokens, side in zip(english, sides, strict=True)])
    right = np.concatenate([np.repeat(tokens, len(side)) for tokens, side in zip(english, sides, strict=True)])
    sizes = np.concatenate([np.full(len(tokens), len(side)) for tokens, side in zip(english, sides, strict=True)])
    token = np.repeat(np.arange(len(sizes)), sizes)  # which English token of which sentence
    met, entry = np.unique(left.astype(np.int64) * PAIR_KEY + right.astype(np.int64), return_inverse=True)
    probability = np.ones(len(met))
    for _ in range(MODEL_1_ROUNDS):
        share = probability[entry]
        share /= np.bincount(token, share)[token]
        count = np.bincount(entry, share, minlength=len(met))
        probability = count / np.bincount(met // PAIR_KEY, count)[met // PAIR_KEY]
    return Alignment(number, met // PAIR_KEY, met % PAIR_KEY, probability)


def french_row(word: str, seen: int, words: Alignment, stems: Alignment, matrix: Floats) -> Floats | None:
    """The mean of the rows that a word aligns with, as long as they are on average; None where there are none.

    A word seen seldom aligns with all that stood beside it once: its stem, which more sentences hold, has a say.
    """
    own, by_word = words.of(word)
    other, by_stem = stems.of(stem(word))
    trust = seen / (seen + STEM_WEIGHT) if own.size and other.size else float(own.size > 0)
    tokens, shares = np.concatenate([own, other]), np.concatenate([trust * by_word, (1 - trust) * by_stem])
    if not tokens.size:
        return None
    mean: Floats = shares.astype(np.float32) @ matrix[tokens]
    length = shares @ np.linalg.norm(matrix[tokens], axis=1)
    return np.asarray(mean / np.linalg.norm(mean) * length, dtype=np.float32)


def build(teacher: Path, pairs: Sequence[Pair], folder: Path, size: Size) -> NDArray[np.bool_]:
    """Write the untrained student into `folder`.  Returns which rows are French and may be trained, shape (rows,)."""
    source = json.loads((teacher / "tokenizer.json").read_text(encoding="utf-8"))
    old: dict[str, int] = source["model"]["vocab"]
    shreds, plain = _unlimited(source), _unlimited(with_french_read(source))
    own = written(pairs, set(own_words(count_words(pairs, plain), old)), shreds)
    changed = with_french_read(source, own)
    words = count_words(pairs, _unlimited(changed))
    english = [encoded.ids for encoded in shreds.encode_batch([p.english for p in pairs], add_special_tokens=False)]
    seen = Counter(word for sentence in words.sentences for word in sentence)
    weights = load_file(teacher / "model.safetensors")
    matrix = weights[EMBEDDING].astype(np.float32)
    alignment = align(english, words.sentences)
    stemmed = align(english, [[stem(word) for word in sentence] for sentence in words.sentences])
    told = ((word, french_row(word, seen[word], alignment, stemmed, matrix)) for word in choose_words(words, old))
    new = dict(islice(((word, row) for word, row in told if row is not None), size.new_words))
    kept = kept_tokens(old, Counter(i for tokens in english for i in tokens), size.rows - len(new))
    vocabulary = {token: row for row, token in enumerate([*kept, *new])}
    rows = np.stack([*matrix[[old[token] for token in kept]], *new.values()])
    _write(teacher, folder, changed, vocabulary, {**weights, EMBEDDING: rows})
    return np.arange(len(vocabulary)) >= len(kept)


def _write(
    teacher: Path, folder: Path, tokenizer: dict[str, Any], vocabulary: dict[str, int], weights: Mapping[str, Any]
) -> None:
    needless = shutil.ignore_patterns("*.md", "vocab.txt", ".*", "data_*")
    shutil.copytree(teacher, folder, dirs_exist_ok=True, ignore=needless)
    tokenizer["model"]["vocab"] = vocabulary
    for token in tokenizer["added_tokens"]:
        token["id"] = vocabulary[token["content"]]
    for name, token in tokenizer["post_processor"]["special_tokens"].items():
        token["ids"] = [vocabulary[name]]
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    # Any class but this one puts BERT's own normaliser in the place of ours.
    reading = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": LONGEST_READ}
    reading |= {f"{name.strip('[]').lower()}_token": name for name in SPECIAL}
    (folder / "tokenizer_config.json").write_text(json.dumps(reading, indent=2), encoding="utf-8")
    settings = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    settings.update(vocab_size=len(vocabulary), pad_token_id=vocabulary["[PAD]"])
    (folder / "config.json").write_text(json.dumps(settings, indent=2), encoding="utf-8")
    kept = {name: weight for name, weight in weights.items() if "position_ids" not in name}
    save_file(kept, folder / "model.safetensors", {"format": "pt"})
