from __future__ import annotations

import io
from dataclasses import dataclass, field

import pytest
from rich.console import Console

from bot.catalogue import Catalogue
from bot.terminal import LOG_EVERY_S, LogLines, Terminal, language_of
from index import Progress
from index.errors import RecordError


@dataclass
class Steps:
    """A timer that is moved by hand."""

    at: float = 0.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Told:
    lines: list[tuple[int, float]] = field(default_factory=list)

    def __call__(self, progress: Progress, per_s: float) -> None:
        self.lines.append((progress.done, per_s))


def in_english() -> tuple[Terminal, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    consoles = (Console(file=stream, markup=False, highlight=False, width=40) for stream in (out, err))
    return Terminal(Catalogue.load("en"), *consoles), out, err


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_ML.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_GB", "VIGIE_LANGUAGE": "fr"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": ""}, "fr"),
    ],
)
def test_the_language_is_the_environments(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_outside_text_cannot_colour_the_terminal() -> None:
    terminal, out, _ = in_english()
    terminal.print("[red]\x1b[31mtitle[/red]")
    assert out.getvalue() == "[red][31mtitle[/red]\n"


def test_a_long_sentence_is_not_broken_by_us() -> None:
    terminal, out, _ = in_english()
    terminal.print("word " * 30)
    assert out.getvalue().count("\n") == 1


def test_a_refusal_goes_to_the_error_stream() -> None:
    terminal, out, err = in_english()
    terminal.fault(RecordError("question-field", where="asked.jsonl:3", field="id"))
    assert out.getvalue() == ""
    assert "asked.jsonl:3" in err.getvalue()


def test_a_log_hears_nothing_of_what_is_done_at_once() -> None:
    told, timer = Told(), Steps()
    LogLines(told, timer).show(Progress(1, 9, 1))
    assert told.lines == []


def test_a_log_hears_again_only_after_a_while() -> None:
    told, timer = Told(), Steps()
    lines = LogLines(told, timer)
    for timer.at in (LOG_EVERY_S, LOG_EVERY_S + 1, 2 * LOG_EVERY_S):
        lines.show(Progress(round(timer.at), 90, 50))
    assert told.lines == [(10, 5.0), (20, 2.5)]


def test_a_log_does_not_tell_of_a_total_that_is_not_known() -> None:
    terminal, _, err = in_english()
    terminal.progress_line(Progress(64, 0, 128), 2.0)
    assert err.getvalue() == "64 dispatches, 2 passages/s\n"


def test_a_log_tells_no_rate_where_no_passage_is_written() -> None:
    terminal, _, err = in_english()
    terminal.progress_line(Progress(64, 128, 0), 0.0)
    assert err.getvalue() == "64 of 128 dispatches\n"
