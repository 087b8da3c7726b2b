from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from telegram.error import NetworkError

from bot.logs import RedactingFormatter, cause, start_logging
from bot.settings import Secret
from index.errors import StoreError

TOKEN = "123456:" + "A" * 35


@pytest.fixture
def root_logger() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def failed(error: Exception) -> Exception:
    """The error with a trace, as one that was raised."""
    try:
        raise error
    except type(error) as raised:
        return raised


def test_a_token_in_a_message_is_replaced() -> None:
    record = logging.LogRecord("x", logging.INFO, "f", 1, "POST /bot%s/getMe", (TOKEN,), None)
    assert RedactingFormatter((Secret(TOKEN),)).format(record).endswith("POST /bot[secret]/getMe")


def test_a_token_in_a_trace_is_replaced() -> None:
    error = failed(ValueError(TOKEN))
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "failed", (), (ValueError, error, error.__traceback__))
    assert TOKEN not in RedactingFormatter((Secret(TOKEN),)).format(record)


@pytest.mark.usefixtures("root_logger")
def test_what_is_logged_goes_to_the_stream_without_the_token() -> None:
    stream = io.StringIO()
    start_logging(stream, (Secret(TOKEN),))
    logging.getLogger("anything").info("token %s", TOKEN)
    assert stream.getvalue().endswith("anything: token [secret]\n")


@pytest.mark.usefixtures("root_logger")
def test_the_trace_that_telegrams_library_adds_to_our_sentence_is_left_out() -> None:
    stream = io.StringIO()
    start_logging(stream, ())
    logging.getLogger("telegram.ext").error("Aborting.", exc_info=failed(NetworkError("down")))
    assert stream.getvalue() == ""


@pytest.mark.usefixtures("root_logger")
def test_any_other_failure_inside_telegrams_library_is_told() -> None:
    stream = io.StringIO()
    start_logging(stream, ())
    logging.getLogger("telegram.ext").error("Aborting.", exc_info=failed(KeyError("x")))
    assert "KeyError" in stream.getvalue()


@pytest.mark.usefixtures("root_logger")
def test_how_a_library_was_loaded_is_not_told() -> None:
    stream = io.StringIO()
    start_logging(stream, ())
    logging.getLogger("faiss.loader").info("Loading faiss.")
    assert stream.getvalue() == ""


@pytest.mark.usefixtures("root_logger")
def test_a_log_for_machines_is_one_object_a_line_without_the_token() -> None:
    stream = io.StringIO()
    start_logging(stream, (Secret(TOKEN),), "json")
    logging.getLogger("anything").error("token %s\nmore", TOKEN, exc_info=failed(KeyError(TOKEN)))
    (line,) = stream.getvalue().splitlines()
    told = json.loads(line)
    assert (told["level"], told["logger"], told["message"]) == ("ERROR", "anything", "token [secret]\nmore")
    assert "KeyError" in told["trace"]
    assert TOKEN not in line


def test_a_foreign_errors_words_are_left_out() -> None:
    told = cause(failed(RuntimeError("near Bamako")))
    assert told.startswith("RuntimeError\n")
    assert "Bamako" not in told


def test_our_own_errors_are_told_in_full() -> None:
    assert cause(failed(StoreError("busy", seconds=5))).startswith("store-busy seconds=5\n")


def test_every_error_of_a_chain_is_named() -> None:
    error = StoreError("unusable")
    error.__cause__ = KeyError("Gao")
    assert cause(error).startswith("store-unusable from KeyError\n")
