"""Telegram's server on this machine: the Bot API over HTTP, answering as the terminal's double does; its updates are
fetched by long polling or posted to a webhook."""

from __future__ import annotations

import asyncio
import json
import socket
from dataclasses import dataclass, field
from typing import Any

import httpx
from telegram.error import TelegramError
from telegram.request import HTTPXRequest, RequestData
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.app import WEBHOOK_PATH, App
from bot.console import ConsoleRequest, Conversation, JsonObject

HOST = "127.0.0.1"
_TELEGRAM = "https://api.telegram.org"
_LONG_POLL_S = 0.05
_WEBHOOK_SECRET = "only-telegram-knows-this"  # noqa: S105 - guards a test on this machine
# What stays a string whatever it looks like; PTB sends all else as JSON text.
_STRINGS = frozenset(
    {"text", "title", "address", "caption", "callback_query_id", "inline_query_id", "parse_mode", "action", "url"}
    | {"language_code", "file_id", "description", "short_description", "next_offset", "secret_token"}
)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class _Sent:
    """The part of PTB's RequestData that the double reads."""

    parameters: JsonObject
    multipart_data: dict[str, tuple[str, bytes, str]]


@dataclass(slots=True)
class BotApi:
    """Holds the updates that wait to be fetched, and hands every other call to the double."""

    telegram: ConsoleRequest
    updates: list[JsonObject] = field(default_factory=list)
    fetched: asyncio.Condition = field(default_factory=asyncio.Condition)
    offset: int = 0
    address: str = ""
    hook_port: int = field(default_factory=free_port)
    _server: HTTPServer | None = None

    def start(self) -> None:
        """Listen on a port that is free, on the running loop."""
        application = Application([(r"/bot[^/]+/(\w+)", _Call, {"api": self}), (r"/file/.*", _File, {"api": self})])
        self._server = application.listen(0, HOST)
        (listening,) = self._server._sockets.values()  # tornado tells the port in no other way
        self.address = f"http://{HOST}:{listening.getsockname()[1]}"

    async def stop(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()

    async def answer(self, method: str, sent: _Sent) -> tuple[int, JsonObject]:
        """The status and answer of one call."""
        if method == "getUpdates":
            return 200, {"ok": True, "result": await self._fetch(int(sent.parameters.get("offset", 0)))}
        try:
            data: Any = sent
            status, told = await self.telegram.do_request(f"/{method}", "POST", data)
        except TelegramError as error:
            return 400, {"ok": False, "error_code": 400, "description": str(error)}
        return status, dict(json.loads(told))

    async def deliver(self, update: JsonObject) -> None:
        """Let the bot fetch an update; returns once it asks for the next."""
        self.updates.append(update)
        async with self.fetched:
            await self.fetched.wait_for(lambda: self.offset > update["update_id"])

    async def _fetch(self, offset: int) -> list[JsonObject]:
        async with self.fetched:
            self.offset = offset
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
            self.fetched.notify_all()
        if not self.updates:
            await asyncio.sleep(_LONG_POLL_S)
        return list(self.updates)


class _Call(RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self.api = api

    async def post(self, method: str) -> None:
        named = {name: self.get_body_argument(name, strip=False) for name in self.request.body_arguments}
        parameters = {name: value if name in _STRINGS else _parsed(value) for name, value in named.items()}
        files = {
            name: (some[0].filename, some[0].body, some[0].content_type) for name, some in self.request.files.items()
        }
        status, told = await self.api.answer(method, _Sent(parameters, files))
        self.set_status(status)
        self.write(told)


class _File(RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self.api = api

    async def get(self) -> None:
        self.write(self.api.telegram.files[self.request.path.rsplit("/", 1)[1]])


def _parsed(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


class Redirected(HTTPXRequest):
    """PTB's own request over the network, sent to this machine instead of Telegram."""

    def __init__(self, api: BotApi) -> None:
        super().__init__(httpx_kwargs={"trust_env": False})
        self._api = api

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *others: Any, **more: Any
    ) -> tuple[int, bytes]:
        """As PTB does it, elsewhere."""
        return await super().do_request(
            url.replace(_TELEGRAM, self._api.address), method, request_data, *others, **more
        )


@dataclass(slots=True)
class ByPolling(Conversation):
    """A conversation whose updates the bot fetches by long polling."""

    api: BotApi | None = None

    async def feed(self, update: JsonObject) -> list[JsonObject]:
        """Wait until the bot has fetched and handled the update; what it said."""
        assert self.api is not None
        since = len(self.request.calls)
        await self.api.deliver({"update_id": next(self.update_ids), **update})
        await self.application.update_queue.join()
        return self.request.replies(since)


@dataclass(slots=True)
class ByWebhook(Conversation):
    """A conversation whose updates are posted to the bot."""

    port: int = 0

    async def feed(self, update: JsonObject) -> list[JsonObject]:
        """Wait until the bot has taken and handled the update; what it said."""
        since = len(self.request.calls)
        async with httpx.AsyncClient(trust_env=False) as client:
            taken = await client.post(
                f"http://{HOST}:{self.port}/{WEBHOOK_PATH}",
                json={"update_id": next(self.update_ids), **update},
                headers={"X-Telegram-Bot-Api-Secret-Token": _WEBHOOK_SECRET},
            )
        taken.raise_for_status()
        await self.application.update_queue.join()
        return self.request.replies(since)


async def start_webhook(application: App, port: int) -> None:
    """Begin to listen, as `Application.run_webhook` does."""
    await application.initialize()
    await application.start()
    assert application.updater
    await application.updater.start_webhook(
        HOST, port, WEBHOOK_PATH, webhook_url=f"https://vigie.example/{WEBHOOK_PATH}", secret_token=_WEBHOOK_SECRET
    )


async def start_polling(application: App) -> None:
    """Begin to fetch updates, as `Application.run_polling` does."""
    await application.initialize()
    await application.start()
    assert application.updater
    await application.updater.start_polling(poll_interval=0.0, timeout=1)


async def stop_serving(application: App) -> None:
    """The other way round."""
    assert application.updater
    await application.updater.stop()
    await application.stop()
    await application.shutdown()
