from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.feedback import Judgement, Verdict
from bot.judgements import lines
from bot.store import Store
from index import Engine, ReadOptions, read_paths, samples_folder
from tests.builders import NOW

GOOD = Judgement(6, "attaques près de Gao", "fr", NOW, Verdict.GOOD, (1, 2))
EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval" / "run.py"
DISPATCHES = {1: "a", 2: "b", 3: "b"}


def exported(*judgements: Judgement) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(judgements, DISPATCHES.get) if line is not None]


def test_a_good_answer_is_a_question_with_what_it_showed_as_relevant() -> None:
    assert exported(GOOD) == [
        {
            "id": "feedback-1",
            "kind": "rated",
            "language": "fr",
            "question": "attaques près de Gao",
            "now": "2025-08-20T15:00:00Z",
            "relevant": {"a": 1, "b": 1},
            "irrelevant": [],
            "verdict": "good",
        }
    ]


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.GOOD])
def test_of_an_answer_that_is_not_good_nothing_is_known_to_be_relevant(verdict: Verdict) -> None:
    (told,) = exported(replace(GOOD, verdict=verdict))
    assert (told["kind"], told["relevant"], told["irrelevant"], told["verdict"]) == (
        "nothing",
        {},
        ["a", "b"],
        verdict.value,
    )


def test_two_passages_of_one_dispatch_are_one_judgement_of_it() -> None:
    assert exported(replace(GOOD, shown=(2, 3)))[0]["relevant"] == {"b": 1}


def test_what_was_withdrawn_since_is_judged_no_more() -> None:
    assert exported(replace(GOOD, shown=(1, 99)))[0]["relevant"] == {"a": 1}


def test_a_judgement_of_which_nothing_is_left_is_left_out() -> None:
    assert list(lines([replace(GOOD, shown=(99,))], DISPATCHES.get)) == [None]


def test_a_question_that_its_words_do_not_tell_is_left_out() -> None:
    assert list(lines([replace(GOOD, told_by_words=False)], DISPATCHES.get)) == [None]


def test_nobody_is_named() -> None:
    assert not any("6" in str(value) for value in exported(replace(GOOD, user_id=6, shown=(1,)))[0].values())


def test_what_is_exported_can_be_asked_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ReadOptions(source=None, published_at=None, language=None, sample=True)
    now = NOW.replace(year=2026, month=11, day=22)
    with Engine.open(tmp_path) as engine, Store.open(tmp_path) as store:
        engine.ingest(read_paths([samples_folder()], options), now)
        story = engine.ask(GOOD.question, now).stories[0]
        shown = (story.passages[0].passage_id,)
        store.feedback.keep("k1", replace(GOOD, asked_at=now, shown=shown))
        store.feedback.keep("k2", replace(GOOD, asked_at=now, shown=shown, told_by_words=False))
    run(tmp_path, "feedback", "export")
    said = capsys.readouterr()
    assert said.err.startswith("Left out: one judgement")
    questions = tmp_path / "questions.jsonl"
    questions.write_text(said.out, encoding="utf-8")
    run(tmp_path, "ask", "--batch", str(questions), "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer["stories"][0]["passages"][0]["dispatch"] in json.loads(said.out)["relevant"]


@pytest.mark.skipif(not EVALUATION.exists(), reason="the evaluation stands beside the checkout")
def test_the_evaluation_reads_what_is_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now, judged = NOW.replace(year=2026, month=11, day=22), tmp_path / "judged"
    judged.mkdir()
    records = "".join(path.read_text(encoding="utf-8") for path in sorted(samples_folder().glob("*.jsonl")))
    (judged / "dispatches.jsonl").write_text(records, encoding="utf-8")
    options = ReadOptions(source=None, published_at=None, language=None)
    with Engine.open(tmp_path) as engine, Store.open(tmp_path) as store:
        engine.ingest(read_paths([judged / "dispatches.jsonl"], options), now)
        stories = engine.ask(GOOD.question, now).stories
        store.feedback.keep("k1", replace(GOOD, asked_at=now, shown=(stories[0].passages[0].passage_id,)))
    run(tmp_path, "feedback", "export")
    (judged / "questions.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")
    vigie = tmp_path / "vigie"
    vigie.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'from bot.cli import main; main()' \"$@\"\n")
    vigie.chmod(0o700)
    scored = subprocess.run(
        [sys.executable, EVALUATION, judged, "--exe", str(vigie)], capture_output=True, text=True, check=False
    )
    assert (scored.returncode, "word for word at its offsets" in scored.stdout) == (0, True), scored.stderr


def run(folder: Path, *words: str) -> None:
    with pytest.raises(SystemExit):
        main(["--data", str(folder), *words], {"VIGIE_LANGUAGE": "en"})
