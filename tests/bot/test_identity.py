from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.faults import BotError
from bot.identity import Identity, identity
from bot.settings import Secret
from bot.terminal import Terminal

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
        assert identity(TOKEN, url).username == "vigie_test_bot"


def test_a_refused_token_is_told_as_such() -> None:
    refusal: dict[str, object] = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    with telegram_answering(401, refusal) as url, pytest.raises(BotError, match="telegram-token"):
        identity(TOKEN, url)


def test_a_telegram_that_cannot_be_reached_is_told_as_such() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused
        with pytest.raises(BotError, match="telegram-network"):
            identity(TOKEN, f"http://127.0.0.1:{taken.getsockname()[1]}/bot")


@pytest.mark.parametrize("allowed", [True, False])
def test_what_the_bot_may_see_is_asked_of_telegram(allowed: bool) -> None:
    rights = dict.fromkeys(("can_read_all_group_messages", "can_join_groups", "supports_inline_queries"), allowed)
    with telegram_answering(200, {"ok": True, "result": {**BOT, **rights}}) as url:
        assert identity(TOKEN, url) == Identity("vigie_test_bot", allowed, allowed, allowed)


@pytest.mark.parametrize(("allowed", "told"), [(True, "✓ Groups: it sees all"), (False, "! Groups: in privacy mode")])
def test_a_check_says_whether_a_mention_reaches_the_bot(
    capsys: pytest.CaptureFixture[str], allowed: bool, told: str
) -> None:
    Terminal.of({"VIGIE_LANGUAGE": "en"}).identity(Identity("vigie_bot", allowed, allowed, allowed))
    assert told in capsys.readouterr().out
