"""The two ways to run, for real: PTB's own loops, a request that stands in for Telegram, a webhook on the loopback."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.app import ALLOWED_UPDATES, App, build_application, run
from bot.console import CONSOLE_USER, ConsoleRequest, console_settings
from bot.faults import BotError, bot_error
from bot.handlers.desk import EnginePort
from bot.settings import Secret, Settings, Webhook
from bot.store import Store
from bot.worker import Worker
from index.model import Answer
from tests.bot.bot_api import free_port
from tests.bot.telegram_rules import check_call
from tests.builders import NOW, a_story, an_answer
from tests.doubles import FixedEngine

SECRET = "s" * 32
QUESTION = {
    "message_id": 900,
    "from": {"id": CONSOLE_USER, "is_bot": False, "first_name": "You"},
    "chat": {"id": CONSOLE_USER, "type": "private"},
    "date": 0,
    "text": "attacks near Bamako",
}


class Waiting(ConsoleRequest):
    """Telegram with one question waiting."""

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        first = not any(call.method == "getUpdates" for call in self.calls)
        told = await super().do_request(url, method, request_data)
        if not url.endswith("/getUpdates"):
            return told
        await asyncio.sleep(0)  # a long poll gives way to the other tasks
        return (
            (200, json.dumps({"ok": True, "result": [{"update_id": 1, "message": QUESTION}]}).encode())
            if first
            else told
        )


class Answering(Waiting):
    """The same, asking the process to stop once the answer is sent."""

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        if url.endswith("/sendMessage"):
            signal.raise_signal(signal.SIGTERM)
        return await super().do_request(url, method, request_data)


class Interrupted(FixedEngine):
    """The process is asked to stop while a question is being answered."""

    def ask(self, text: str, now: datetime, *options: Any, **more: Any) -> Answer:
        signal.raise_signal(signal.SIGTERM)
        return FixedEngine.ask(self, text, now, *options, **more)


class Refusing(ConsoleRequest):
    """Telegram refusing every call with one status."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__()
        self.status, self.description = status, description

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        return self.status, json.dumps({"ok": False, "description": self.description}).encode()


class Unreachable(ConsoleRequest):
    """No network: what PTB's own request raises then."""

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        raise NetworkError("httpx.ConnectError: no route to host")


class Hooked(ConsoleRequest):
    """Telegram posting one question to the webhook, with the right secret and with a wrong one."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.address, self.statuses = f"http://127.0.0.1:{port}/telegram", dict[str, int]()

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        told = await super().do_request(url, method, request_data)
        if url.endswith("/setWebhook"):
            self.posting = asyncio.ensure_future(self.post_updates())
        if url.endswith("/sendMessage"):
            signal.raise_signal(signal.SIGTERM)
        return told

    async def post_updates(self) -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            for secret in ("wrong" * 6, SECRET):
                headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
                told = await client.post(self.address, json={"update_id": 1, "message": QUESTION}, headers=headers)
                self.statuses[secret] = told.status_code


@contextmanager
def built(folder: Path, request: ConsoleRequest, engine_double: FixedEngine | None = None) -> Iterator[App]:
    """An application over `request`, as the command builds it."""
    port: nullcontext[EnginePort] = nullcontext(engine_double or FixedEngine(an_answer(a_story())))
    settings = console_settings(Settings(folder))
    with Worker(lambda: port, "engine") as engine, Worker(lambda: Store.open(folder, settings.operators), "s") as store:
        yield build_application(settings, engine, store, lambda: NOW, request, request)


def methods(request: ConsoleRequest) -> list[str]:
    return [call.method for call in request.calls]


def test_polling_answers_and_stops_on_sigterm(tmp_path: Path) -> None:
    request = Answering()
    with built(tmp_path, request) as application:
        run(application, None)
    assert "Kassela" in next(call.parameters["text"] for call in request.calls if call.method == "sendMessage")


def test_a_question_begun_is_answered_before_the_stop(tmp_path: Path) -> None:
    request = Waiting()
    with built(tmp_path, request, Interrupted(an_answer(a_story()))) as application:
        run(application, None)
    assert methods(request).count("sendMessage") == 1


def test_everything_sent_while_polling_keeps_telegrams_rules(tmp_path: Path) -> None:
    request = Answering()
    with built(tmp_path, request) as application:
        run(application, None)
    for call in request.calls:
        check_call(call)
    assert {"setMyCommands", "getUpdates", "sendMessage"} <= set(methods(request))


def test_polling_names_the_updates_it_wants(tmp_path: Path) -> None:
    request = Answering()
    with built(tmp_path, request) as application:
        run(application, None)
    asked = next(call.parameters for call in request.calls if call.method == "getUpdates")
    assert asked["allowed_updates"] == list(ALLOWED_UPDATES)


def test_polling_keeps_what_was_asked_while_the_bot_was_down(tmp_path: Path) -> None:
    request = Answering()
    with built(tmp_path, request) as application:
        run(application, None)
    dropped = [call.parameters.get("drop_pending_updates") for call in request.calls if call.method == "deleteWebhook"]
    assert dropped in ([], [None], [False])


def test_a_webhook_takes_only_posts_with_the_secret(tmp_path: Path) -> None:
    port = free_port()
    request = Hooked(port)
    webhook = Webhook("https://vigie.example", Secret(SECRET), "127.0.0.1", port)
    with built(tmp_path, request) as application:
        run(application, webhook)
    assert request.statuses == {"wrong" * 6: 403, SECRET: 200}
    assert methods(request).count("sendMessage") == 1


def test_everything_sent_with_a_webhook_keeps_telegrams_rules(tmp_path: Path) -> None:
    port = free_port()
    request = Hooked(port)
    with built(tmp_path, request) as application:
        run(application, Webhook("https://vigie.example/", Secret(SECRET), "127.0.0.1", port))
    for call in request.calls:
        check_call(call)
    asked = next(call.parameters for call in request.calls if call.method == "setWebhook")
    assert (asked["url"], asked["secret_token"]) == ("https://vigie.example/telegram", SECRET)


@pytest.mark.parametrize(
    ("request_double", "key"),
    [
        (Refusing(401, "Unauthorized"), "telegram-token"),
        (Refusing(404, "Not Found"), "telegram-token"),
        (Unreachable(), "telegram-network"),
    ],
    ids=["401", "404", "no network"],
)
def test_a_start_that_fails_has_its_own_word(tmp_path: Path, request_double: ConsoleRequest, key: str) -> None:
    with built(tmp_path, request_double) as application, pytest.raises(BotError) as caught:
        run(application, None, bootstrap_retries=0)
    assert caught.value.key == key


def test_a_refused_token_is_not_in_what_is_raised(tmp_path: Path) -> None:
    with built(tmp_path, Refusing(401, "Unauthorized")) as application, pytest.raises(BotError) as caught:
        run(application, None, bootstrap_retries=0)
    assert "2:console" not in repr(caught.value)
    assert caught.value.__suppress_context__


def test_no_token_at_all_has_the_same_word(tmp_path: Path) -> None:
    port: nullcontext[EnginePort] = nullcontext(FixedEngine(an_answer()))
    with (
        Worker(lambda: port, "engine") as engine,
        Worker(lambda: Store.open(tmp_path), "store") as store,
        pytest.raises(BotError, match="telegram-token"),
    ):
        build_application(Settings(tmp_path), engine, store, lambda: NOW)


def test_a_second_poller_is_named_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with built(tmp_path, ConsoleRequest()) as application, asyncio.Runner() as runner:
        runner.run(application.process_error(None, Conflict("terminated by other getUpdates request")))
    assert "Another program is reading this bot's messages" in caplog.text


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (InvalidToken("x"), "telegram-token"),
        (Conflict("x"), "telegram-conflict"),
        (BadRequest("Bad webhook: HTTPS url must be provided for webhook"), "telegram-webhook"),
        (BadRequest("Chat not found"), "telegram-refused"),
        (TimedOut(), "telegram-network"),
        (NetworkError("x"), "telegram-network"),
        (Forbidden("x"), "telegram-refused"),
    ],
)
def test_each_of_telegrams_errors_has_its_word(error: TelegramError, key: str) -> None:
    assert bot_error(error).key == key


def test_the_library_that_logs_addresses_is_quiet(tmp_path: Path) -> None:
    logging.getLogger("httpx").setLevel(logging.INFO)
    with built(tmp_path, ConsoleRequest()):
        assert logging.getLogger("httpx").level == logging.WARNING
