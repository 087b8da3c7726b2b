"""Which passages are read word by word, for what, and by what the rest is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import Dispatch, Engine, ReadOptions, read_paths
from index.encoder import Vectors
from index.samples import samples_folder
from tests.index.word_encoder import WordEncoder, load_words

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 23, tzinfo=UTC)  # after the last sample


def wire(identity: str, body: str) -> Dispatch:
    return Dispatch("Wire Test", identity, body, published_at=datetime(2026, 11, 6, 8, tzinfo=UTC))


def told(engine: Engine, question: str) -> list[str]:
    return [passage.dispatch for story in engine.ask(question, NOW).stories for passage in story.passages]


def test_who_says_it_is_told_though_another_passage_is_more_about_it(tmp_path: Path) -> None:
    plain = wire("plain", "Attack at Gao: what of the attack at Gao? The attack at Gao is all they tell.")
    says = wire(
        "says",
        "L'armée malienne affirme que des hommes armés ont attaqué lundi un convoi de vivres dans les faubourgs de Gao"
        " et que douze assaillants, venus du fleuve en pirogue, ont pris la fuite vers le nord.",
    )
    with Engine.open(tmp_path, load=load_words) as engine:
        engine.ingest([plain, says], NOW)
        assert told(engine, "what does the Malian army say about the attack at Gao?") == ["says"]


class Noted(WordEncoder):
    """A model that remembers which passages it read word by word."""

    def __init__(self, identity: str = "words@1") -> None:
        super().__init__(identity)
        self.read: list[str] = []

    def passage_tokens(self, texts: Sequence[str]) -> list[Vectors]:
        self.read.extend(texts)
        return super().passage_tokens(texts)


def test_what_is_told_elsewhere_takes_no_second_look_from_what_answers(tmp_path: Path) -> None:
    model = Noted()
    elsewhere = wire("elsewhere", "Gunmen attacked traders in Ségou, Mali. They had onions of Gao.")
    here = wire("here", "In Gao, Mali, traders said on Thursday that the market was short of onions.")
    with Engine.open(tmp_path, load=lambda _: model) as engine:
        engine.ingest([elsewhere, here], NOW)
        assert told(engine, "price of onions in Gao") == ["here"]
    assert here.body in model.read
    assert elsewhere.body not in model.read


def test_a_passage_is_read_once_for_many_questions(tmp_path: Path) -> None:
    model = Noted()
    onions = wire("onions", "In Gao, Mali, traders said on Thursday that the market was short of onions.")
    with Engine.open(tmp_path, load=lambda _: model) as engine:
        engine.ingest([onions], NOW)
        for question in ("onions", "onions in Gao", "short of onions"):
            assert told(engine, question) == ["onions"]
    assert model.read.count(onions.body) == 1


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The invented dispatches, with the model in the box."""
    with Engine.open(tmp_path_factory.mktemp("samples")) as engine:
        engine.ingest(read_paths([samples_folder()], ReadOptions(sample=True)), LATER)
        yield engine


@pytest.mark.parametrize(
    "question",
    [
        "qui a revendiqué l'attaque de Farabougou",
        "qui a revendique l'attaque de farabougou",
        "who claimed the attack on Farabougou",
        "bombardement de Zibaboul",
        "attaque de farabougou",
        "attack on Farabougou",
        "école de Zibaboul",
        "marché de Farabougou",
        "soldats de Zibaboul",
        "mine d'or de zibaboul",
    ],
)
def test_a_name_that_nobody_tells_of_is_not_answered_with_what_was_done_elsewhere(
    samples: Engine, question: str
) -> None:
    assert samples.ask(question, LATER).stories == ()


@pytest.mark.parametrize("question", ["résultats de football", "football results"])
def test_what_is_told_is_answered(samples: Engine, question: str) -> None:
    assert len(samples.ask(question, LATER).stories) == 1


SACKED = wire(
    "sacked",
    "Le Stade de Kouma a limogé samedi son entraîneur, Martin Zarkawou, au lendemain de son élimination en coupe."
    " L'équipe s'est inclinée face au dernier du championnat, et la direction a confié le groupe à l'adjoint.",
)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The samples and one dispatch that names somebody, with the model in the box."""
    with Engine.open(tmp_path_factory.mktemp("news")) as engine:
        engine.ingest([*read_paths([samples_folder()], ReadOptions(sample=True)), SACKED], LATER)
        yield engine


@pytest.mark.parametrize(
    "question",
    [
        "pourquoi Zarkawou s'est fait virer ?",
        "pourquoi Zarkawou a perdu son emploi ?",
        "why did they fire Zarkawou?",
        "pourquoi zarkawou s'est fait virer ?",
        "why did they fire zarkawou",
    ],
)
def test_somebody_asked_for_by_name_is_told_of(news: Engine, question: str) -> None:
    stories = news.ask(question, LATER).stories
    assert [passage.dispatch for story in stories for passage in story.passages] == ["sacked"]


@pytest.mark.parametrize("name", ["Belakour", "belakour"])
def test_somebody_else_is_no_answer(news: Engine, name: str) -> None:
    assert not news.ask(f"pourquoi {name} s'est fait virer ?", LATER).stories


@pytest.mark.parametrize("word", ["direction", "adjoint", "coupe"])
def test_a_word_that_few_tell_is_no_name(news: Engine, word: str) -> None:
    assert not news.ask(f"pourquoi la {word} a démissionné du gouvernement ?", LATER).stories
