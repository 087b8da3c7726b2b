from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.faults import BotError
from bot.identity import bot_name
from bot.settings import Secret

TOKEN = Secret("123456:a-token-of-nobody")
BOT = {"id": 123456, "is_bot": True, "first_name": "Vigie", "username": "vigie_test_bot"}


@contextmanager
def telegram_answering(status: int, answer: dict[str, object]) -> Iterator[str]:
    """A server on this machine that gives one answer to every call of the Bot API."""

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.dumps(answer).encode()
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library calls it by
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/bot"
        server.shutdown()
        thread.join()


def test_a_good_token_is_that_of_a_named_bot() -> None:
    with telegram_answering(200, {"ok": True, "result": BOT}) as url:
        assert bot_name(TOKEN, url) == "vigie_test_bot"


def test_a_refused_token_is_told_as_such() -> None:
    refusal: dict[str, object] = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    with telegram_answering(401, refusal) as url, pytest.raises(BotError, match="telegram-token"):
        bot_name(TOKEN, url)


def test_a_telegram_that_cannot_be_reached_is_told_as_such() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused
        with pytest.raises(BotError, match="telegram-network"):
            bot_name(TOKEN, f"http://127.0.0.1:{taken.getsockname()[1]}/bot")
