from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from bot.app import App, build_application
from bot.console import CONSOLE_USER, ConsoleRequest, console_settings, fitted, run_console, terminal_text
from bot.handlers.desk import EnginePort
from bot.settings import Settings
from bot.store import Store
from bot.worker import Worker
from tests.builders import NOW, an_answer, many_stories
from tests.doubles import FixedEngine


@contextmanager
def console(folder: Path) -> Iterator[tuple[App, ConsoleRequest]]:
    """A conversation over nine stories."""
    request = ConsoleRequest()
    port: nullcontext[EnginePort] = nullcontext(FixedEngine(an_answer(*many_stories(9))))
    with Worker(lambda: port, "engine") as engine, Worker(lambda: Store.open(folder, {CONSOLE_USER}), "store") as store:
        yield (
            build_application(console_settings(Settings(folder)), engine, store, lambda: NOW, request, request),
            request,
        )


def talk(folder: Path, *lines: str, language: str = "en") -> str:
    """What a terminal shows for these lines."""
    output = io.StringIO()
    with console(folder) as (application, request):
        run_console(application, request, lines, output, language)
    return output.getvalue()


def test_a_question_is_answered_without_tags(tmp_path: Path) -> None:
    shown = talk(tmp_path, "attacks near Bamako")
    assert "1. Village 1 · 38 km E of Bamako · attack" in shown
    assert "<b>" not in shown


def test_quotations_are_set_in(tmp_path: Path) -> None:
    assert "\n    | Gunmen attacked a checkpoint at dusk." in talk(tmp_path, "attacks near Bamako")


def test_buttons_are_numbered(tmp_path: Path) -> None:
    assert "[1] Whole 1  [2] Whole 2" in talk(tmp_path, "attacks near Bamako")


def test_the_number_of_a_button_presses_it(tmp_path: Path) -> None:
    shown = talk(tmp_path, "attacks near Bamako", "2", "/help")
    assert shown.count("Gunmen attacked a checkpoint") == talk(tmp_path, "attacks near Bamako").count("Gunmen") + 1


def test_a_number_beyond_the_buttons_is_a_question(tmp_path: Path) -> None:
    with console(tmp_path) as (application, request):
        run_console(application, request, ["attacks near Bamako", "99"], io.StringIO(), "en")
    assert not any(call.method == "answerCallbackQuery" for call in request.calls)


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    assert talk(tmp_path, "", "  ") == talk(tmp_path)


def test_a_typed_point_is_where_the_person_is(tmp_path: Path) -> None:
    shown = talk(tmp_path, "/here 13.5,2.1")
    assert "1. Village 1" in shown


@pytest.mark.parametrize("line", ["/here", "/here Gao", "/here 91,0"])
def test_a_point_that_is_none_is_no_command(tmp_path: Path, line: str) -> None:
    assert "I do not know this command" in talk(tmp_path, line)


def test_a_point_on_the_map_is_shown_in_words(tmp_path: Path) -> None:
    shown = talk(tmp_path, "attacks near Bamako", "1", "2")  # Whole 1, then Where
    assert "Village 1: within 2 km of 12.6000, -7.6000" in shown


def test_a_second_run_over_the_same_data_answers_too(tmp_path: Path) -> None:
    assert talk(tmp_path, "attacks near Bamako") == talk(tmp_path, "attacks near Bamako")


def test_the_terminal_speaks_the_language_it_is_given(tmp_path: Path) -> None:
    assert talk(tmp_path, "/help", language="fr").startswith("Posez une question")


def test_a_link_shows_its_address() -> None:
    html = 'Radio · <a href="https://x.example/?a=1&amp;b=2">source</a>'
    assert terminal_text(html) == "Radio · source: https://x.example/?a=1&b=2"


def test_escaped_tags_are_shown_as_written() -> None:
    assert terminal_text("&lt;b&gt; &amp;amp;") == "<b> &amp;"


def test_a_line_is_broken_between_words_to_the_width_of_a_terminal() -> None:
    assert fitted("    | " + "word " * 10, 40) == "    | word word word word word word word\n    | word word word"


def test_blank_lines_stay_when_lines_are_broken() -> None:
    assert fitted("one\n\ntwo", 40) == "one\n\ntwo"


def test_nothing_is_broken_where_there_is_no_terminal() -> None:
    assert fitted("word " * 50, None) == "word " * 50
