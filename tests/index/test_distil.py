"""The recipe of the encoder, on a handful of invented sentences."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from random import Random
from shutil import copytree

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from rich.progress import Progress
from safetensors.torch import load_file
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from index.encoders.distil import (
    LAST_RATE,
    TEACHER_PACKAGE,
    Student,
    distil,
    rate,
    school_of,
    train,
)
from index.encoders.invented import stories
from index.encoders.lessons import Amounts, Lessons, Share, passages, read_pairs
from index.encoders.localised import GAME
from index.encoders.models import BEGINNINGS, LONGEST_TOKENS, load, read, targets
from index.encoders.school import BATCH_TOKENS, Row, batches, nearest, thinned
from index.encoders.stages import Stage
from index.encoders.stored import shrink
from index.encoders.vocabulary import (
    EMBEDDING,
    GLOSS,
    Pair,
    Size,
    align,
    any_of,
    build,
    choose_words,
    count_words,
    french_row,
    kept_tokens,
    own_words,
    stem,
    with_french_read,
    written,
)

SPEC = find_spec(TEACHER_PACKAGE)
TEACHER = Path(SPEC.origin).parent / "model" if SPEC and SPEC.origin else Path("absent")
needs_teacher = pytest.mark.skipif(not TEACHER.is_dir(), reason="the teacher's package is an extra")
SIZE = Size(rows=28_000, new_words=300)
AMOUNTS = Amounts(talk=0, passages=20, articles=4, stories=40)
SHARES = dict.fromkeys(("news", "passage", "article", "story", "question"), Share(1, 0.5))
STAGES = (
    Stage(1, SHARES, row_rate=2e-3, body_rate=0.0),
    Stage(1, {**SHARES, GAME: Share(1, 1)}, row_rate=1e-3, body_rate=1e-4, left_out=0.1),
)


def pairs() -> list[Pair]:
    told = list(stories(100, seed=3))
    return [Pair("news", s.english, s.french) for s in told] + [
        Pair("news", s.english_question, s.french_question) for s in told
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data, out = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("out")
    with gzip.open(data / "train.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{p.source}\t{p.english}\t{p.french}\n" for p in pairs())
    with gzip.open(data / "localised.tsv.gz", "wt", encoding="utf-8") as file:
        file.write(f"{GAME}\tThe village burnt all night.\tLe village brûla toute la nuit.\n")
    distil(data, out, SIZE, AMOUNTS, STAGES, minutes=60)
    return out


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    source = json.loads((TEACHER / "tokenizer.json").read_text(encoding="utf-8"))
    changed = Tokenizer.from_str(json.dumps(with_french_read(source)))
    changed.no_padding()
    return changed


@needs_teacher
def test_the_student_loads_as_any_sentence_transformer(made: Path) -> None:
    model = SentenceTransformer(str(made), device="cpu").float()
    vectors = model.encode(["Le pont est détruit.", "The bridge is gone."])
    assert vectors.shape == (2, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-3)


@needs_teacher
def test_a_french_sentence_comes_nearer_to_its_english_twin(made: Path) -> None:
    unseen = list(stories(40, seed=99))
    teacher, student = (SentenceTransformer(str(path), device="cpu").float() for path in (TEACHER, made))
    before, after = (
        (model.encode([s.english for s in unseen]) * model.encode([s.french for s in unseen])).sum(1).mean()
        for model in (teacher, student)
    )
    assert after > before + 0.1


@needs_teacher
def test_the_student_weighs_its_tokens_and_is_evened_out_before_it_is_normalised(made: Path) -> None:
    steps = [type(step).__name__ for step in SentenceTransformer(str(made), device="cpu")]
    assert steps == ["Transformer", "WordWeights", "Pooling", "Dense", "Normalize"]


@needs_teacher
def test_a_full_stop_counts_less_than_a_name_in_what_is_stored(made: Path) -> None:
    model = SentenceTransformer(str(made), device="cpu")
    stop, name = model.tokenizer.convert_tokens_to_ids([".", "gao"])
    counts = model[1].state_dict()["emb_layer.weight"][:, 0]
    assert counts[stop] < counts[name] <= 1


@needs_teacher
def test_what_loads_the_student_reads_french_as_the_student_does(made: Path) -> None:
    tokenizer = SentenceTransformer(str(made), device="cpu").tokenizer
    assert tokenizer.tokenize("la route de Gao, l'eau") == ["routeʼ", "gao", ",", "ea", "##u"]


@needs_teacher
def test_rows_and_layers_are_stored_in_eight_bits_and_all_else_in_sixteen(made: Path) -> None:
    stored = load_file(made / "model.safetensors")
    small = {name for name, weights in stored.items() if weights.dtype == torch.float8_e4m3fn}
    assert small == {EMBEDDING} | {name for name, w in stored.items() if "encoder.layer." in name and w.dim() == 2}
    assert {stored[name].dtype for name in stored.keys() - small} == {torch.float16}


@needs_teacher
def test_a_model_stored_small_says_what_it_said(tmp_path: Path) -> None:
    copytree(TEACHER, tmp_path / "small")
    shrink(tmp_path / "small")
    told = [story.english for story in stories(30, seed=5)]
    whole, small = (SentenceTransformer(str(path), device="cpu").float() for path in (TEACHER, tmp_path / "small"))
    assert (whole.encode(told) * small.encode(told)).sum(1).min() > 0.995


@needs_teacher
def test_a_model_stored_again_is_stored_alike(made: Path, tmp_path: Path) -> None:
    model = SentenceTransformer(str(made), device="cpu").float()  # its rows are as large as eight bits allow
    model.save(str(tmp_path), create_model_card=False)
    shrink(tmp_path)
    first, again = (load_file(folder / "model.safetensors") for folder in (made, tmp_path))
    assert all(torch.equal(first[name].float(), again[name].float()) for name in first)


@needs_teacher
def test_a_tokenizer_is_stored_without_how_it_was_last_used(made: Path) -> None:
    assert json.loads((made / "tokenizer.json").read_text(encoding="utf-8"))["padding"] is None


@needs_teacher
def test_a_learnt_french_word_is_one_token(made: Path) -> None:
    assert Tokenizer.from_file(str(made / "tokenizer.json")).encode("revendiqué").tokens[1] == "revendique"


@needs_teacher
@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("l'eau", ["ea", "##u"]),
        ("L’EAU", ["ea", "##u"]),
        ("don't", ["don", "'", "t"]),
        ("n'a", ["n", "##ʼ", "a"]),
        ("N'Djamena", ["n", "'", "dj", "##amen", "##a"]),
        ("la route", ["route"]),
        ("La route", ["route"]),
        ("La Paz", ["la", "paz"]),
        ("un pont", ["a", "pont"]),
        ("UN and AU", ["un", "and", "au"]),
        ("Œuf", ["o", "##eu", "##f"]),
    ],
)
def test_the_small_words_of_french_are_read_and_names_left_alone(
    tokenizer: Tokenizer, text: str, tokens: list[str]
) -> None:
    assert tokenizer.encode(text).tokens[1:-1] == tokens


def test_alignment_finds_the_word_that_always_goes_along() -> None:
    english = [[1, 2], [1, 3], [2, 3], [1, 2, 3]]
    french = [["un", "deux"], ["un", "trois"], ["deux", "trois"], ["un", "deux", "trois"]]
    alignment = align(english, french)
    found = [alignment.of(word) for word in ("un", "deux", "trois")]
    assert [int(tokens[shares.argmax()]) for tokens, shares in found] == [1, 2, 3]


def test_an_unknown_word_aligns_with_nothing() -> None:
    tokens, shares = align([[1]], [["un"]]).of("deux")
    assert tokens.size == shares.size == 0


@needs_teacher
def test_a_name_that_both_languages_hold_is_no_new_word(tokenizer: Tokenizer) -> None:
    words = count_words([Pair("news", "Zarkabou burned.", "Zarkabou incendiée.")] * 3, tokenizer)
    assert choose_words(words, {}) == ["incendiee"]


@needs_teacher
def test_a_short_word_stands_whole(tokenizer: Tokenizer) -> None:
    words = count_words([Pair("news", "The wall fell.", "Le mur est tombé.")] * 20, tokenizer)
    assert "mur" in choose_words(words, {})


@needs_teacher
def test_a_short_word_that_begins_words_of_english_gets_a_row_of_its_own(tokenizer: Tokenizer) -> None:
    words = count_words([Pair("news", "The murals fell.", "Le mur est tombé.")] * 60, tokenizer)
    assert ("mur" in choose_words(words, {}), "mur" in own_words(words, {})) == (False, True)


@needs_teacher
def test_a_word_that_is_marked_is_always_chosen(tokenizer: Tokenizer) -> None:
    pairs = [Pair("news", "A grand hotel.", "Un grand hôtel.")]
    words = count_words([Pair("news", p.english.replace("grand", "grandʼ"), "grandʼ") for p in pairs], tokenizer)
    assert "grandʼ" in choose_words(words, {"grand": 0})


@needs_teacher
def test_a_dictionary_does_not_tell_what_english_uses(tokenizer: Tokenizer) -> None:
    words = count_words([Pair(GLOSS, "carbure", "carbure"), Pair("news", "A gas.", "Un carbure.")], tokenizer)
    assert "carbure" in choose_words(words, {})


@needs_teacher
def test_a_word_that_english_holds_once_by_mistake_is_a_french_word(tokenizer: Tokenizer) -> None:
    pairs = [Pair("anki", "He can check.", "Il peut vérifier.")] * 3 + [Pair("anki", "He can vérifier.", "Vérifier.")]
    assert "verifier" in choose_words(count_words(pairs, tokenizer), {})


@needs_teacher
def test_a_word_without_a_meaning_has_a_row_by_its_stem_alone(tmp_path: Path) -> None:
    pairs = [
        Pair("news", "They will attack.", "Ils vont attaquer."),
        Pair(GLOSS, "", "attaquerez"),
        Pair(GLOSS, "", "zarkabou"),
    ]
    build(TEACHER, pairs, tmp_path, SIZE)
    vocabulary = json.loads((tmp_path / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    assert ("attaquerez" in vocabulary, "zarkabou" in vocabulary) == (True, False)


def test_a_word_that_no_sentence_holds_is_as_long_as_its_stem() -> None:
    matrix = 3 * np.eye(4, dtype=np.float32)
    words, stems = align([[1], []], [["attaquer"], ["attaquerez"]]), align([[1]], [[stem("attaquer")]])
    row = french_row("attaquerez", 1, words, stems, matrix)
    assert row is not None
    assert np.linalg.norm(row) == pytest.approx(3.0)


@needs_teacher
def test_a_marked_word_is_marked_before_a_full_stop_too() -> None:
    source = json.loads((TEACHER / "tokenizer.json").read_text(encoding="utf-8"))
    marking = Tokenizer.from_str(json.dumps(with_french_read(source, ["lui"])))
    assert marking.normalizer.normalize_str("à lui. Luise") == "a luiʼ. luise"


@given(st.lists(st.text("abé", min_size=1, max_size=4), min_size=1), st.text("abé", max_size=4))
def test_a_pattern_of_words_that_share_beginnings_is_of_those_words_alone(words: list[str], other: str) -> None:
    found = [word for word in {*words, other} if re.fullmatch(any_of(words), word)]
    assert set(found) == set(words)


@needs_teacher
def test_words_that_begin_with_one_another_are_each_marked() -> None:
    source = json.loads((TEACHER / "tokenizer.json").read_text(encoding="utf-8"))
    marking = Tokenizer.from_str(json.dumps(with_french_read(source, ["grand", "grande", "vu", "vue"])))
    said = "Vu grand, Grande vue; grandes vues"
    assert marking.normalizer.normalize_str(said) == "vu grandʼ, grandeʼ vueʼ; grandes vues"


@needs_teacher
def test_a_small_word_that_begins_names_gets_a_row_of_its_own(tokenizer: Tokenizer) -> None:
    words = count_words([Pair("news", "They hid at Sevare.", "Ils se sont cachés à Sévaré.")] * 50, tokenizer)
    assert "se" in own_words(words, {"se": 0})


@needs_teacher
def test_a_word_is_marked_as_it_is_written(tokenizer: Tokenizer) -> None:
    pairs = [Pair("news", "He has been here.", "Il a été ici.")] * 50
    assert written(pairs, {"ete"}, tokenizer) == ["été"]


def test_a_word_seen_once_leans_on_what_its_stem_aligns_with() -> None:
    matrix = np.eye(4, dtype=np.float32)
    words = align([[1, 2, 3]], [["attaquaient", "hier"]])
    stems = align([[1], [1, 2]], [[stem("attaquaient")], [stem("attaquer"), "hier"]])
    row = french_row("attaquaient", 1, words, stems, matrix)
    assert row is not None
    assert int(row.argmax()) == 1


def test_the_strangers_of_a_batch_hold_the_targets_nearest_to_its_own() -> None:
    target = torch.nn.functional.normalize(torch.tensor([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0]]), dim=1)
    assert nearest(["one", "two", "three"], target)[0].tolist() == [1, 2]


def test_what_is_said_alike_is_no_stranger() -> None:
    target = torch.nn.functional.normalize(torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.9, 0.1], [0.0, 1.0]]), dim=1)
    assert nearest(["one", "one", "two", "three"], target)[1].tolist() == [2, 3]


def test_the_rarest_unseen_words_make_room() -> None:
    old = {"[PAD]": 0, "the": 1, "bridge": 2, "rare": 3, "rarest": 4, "##s": 5}
    assert kept_tokens(old, Counter({4: 1}), 5) == ["[PAD]", "the", "bridge", "rarest", "##s"]


def test_sentences_of_the_text_it_is_tested_on_are_left_out(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "train.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("news\tA bridge fell.\tUn pont est tombé.\nnews\tRain came.\tLa pluie est venue.\n")
    left = read_pairs(tmp_path / "train.tsv.gz", without="Hier. Un pont est tombé. Rien.")
    assert [pair.english for pair in left] == ["Rain came."]


def test_a_passage_joins_the_same_sentences_in_both_languages() -> None:
    numbered = [Pair("news", f"e{n}", f"f{n}") for n in range(9)]
    assert all(p.english.replace("e", "f") == p.french for p in passages(numbered, 20, Random(1)))  # noqa: S311 (nothing secret)


def test_the_same_seed_invents_the_same_stories() -> None:
    assert list(stories(5, seed=1)) == list(stories(5, seed=1))


def test_no_gap_of_an_invented_story_stays_open() -> None:
    assert not [s for s in stories(500, seed=2) if "{" in s.english + s.french + s.english_question + s.french_question]


@given(st.lists(st.integers(1, 192), min_size=1, max_size=300), st.integers(0, 9))
def test_every_text_is_in_one_batch_of_bounded_size(lengths: list[int], seed: int) -> None:
    rows: list[Row] = [(False, row) for row in range(len(lengths))]
    made = batches(rows, (lengths, []), Random(seed))  # noqa: S311 (nothing secret)
    assert sorted(row for batch in made for row in batch) == rows
    assert all(len(batch) * max(lengths[row] for _, row in batch) <= BATCH_TOKENS for batch in made)


@given(st.lists(st.integers(0, 99), max_size=40), st.floats(0, 1))
def test_a_thinned_text_keeps_its_ends_and_its_order(tokens: list[int], share: float) -> None:
    left = thinned(torch.tensor(tokens, dtype=torch.long), share).tolist()
    at = iter(tokens)
    assert all(token in at for token in left)
    assert [*left[:1], *left[-1:]] == [*tokens[:1], *tokens[-1:]]


def test_all_that_may_be_left_out_of_a_text_is_what_lies_between_its_ends() -> None:
    assert thinned(torch.arange(6), 1.0).tolist() == [0, 5]
    assert thinned(torch.arange(5), 1.0).tolist() == [0, 1, 2, 3, 4]


@needs_teacher
def test_the_target_of_a_long_text_leans_on_its_beginnings() -> None:
    long = "A bridge fell. " * 20 + "It rained in the capital on Monday. " * 20
    teacher = load(TEACHER)
    begun, whole = (read(teacher, [long], most)[0] for most in (min(BEGINNINGS), LONGEST_TOKENS))
    assert targets(teacher, [long])[0] @ begun > whole @ begun + 0.05


@needs_teacher
def test_the_target_of_a_text_that_is_not_long_is_what_the_teacher_reads() -> None:
    text, teacher = ["It rained in the capital on Monday. " * 12], load(TEACHER)
    assert min(BEGINNINGS) < len(teacher.tokenizer(text)["input_ids"][0]) < max(BEGINNINGS)
    assert torch.allclose(targets(teacher, text), read(teacher, text, LONGEST_TOKENS), atol=1e-6)


def test_the_learning_rate_ends_near_nothing() -> None:
    assert rate(1000, done=1.0) == pytest.approx(LAST_RATE)


@needs_teacher
def test_weights_go_back_part_of_their_way(made: Path) -> None:
    student = Student(made, np.zeros(SIZE.rows, dtype=bool), np.eye(384, dtype=np.float32))
    before = student.weights()
    with torch.no_grad():
        student.matrix.weight += 1.0
    student.go_back(before, 0.25)
    assert torch.allclose(student.matrix.weight, before["embeddings.word_embeddings.weight"] + 0.25, atol=1e-5)


@needs_teacher
def test_a_stage_out_of_time_teaches_nothing_more(made: Path) -> None:
    student = Student(made, np.zeros(SIZE.rows, dtype=bool), np.eye(384, dtype=np.float32))
    before = student.matrix.weight.detach().clone()
    data = Lessons(["news"], ["Le pont."], ["The bridge."], torch.tensor([-1]), torch.ones(1, 384) / 384**0.5)
    school = school_of(student, Stage(1, {"news": Share(1, 1)}, row_rate=1.0, body_rate=1.0), data)
    with Progress(disable=True) as progress:
        train(student, school, made, minutes=1e-9, progress=progress)
    assert torch.equal(student.matrix.weight, before)
