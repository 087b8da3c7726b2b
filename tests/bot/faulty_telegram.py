"""Telegram as it fails: a request that delivers, or not, and answers, or not, as a script says."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData

from bot.console import ConsoleRequest, without_tags

Answer = tuple[int, dict[str, Any]]


class Crash(BaseException):
    """The process ends here: nothing in the code under test may catch it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What one call meets: whether it is delivered, and what comes back instead of an answer."""

    delivered: bool
    error: BaseException | None = None
    answer: Answer | None = None


def refused(status: int, description: str, **parameters: int) -> Fault:
    """An answer of Telegram's own that says no."""
    return Fault(False, answer=(status, {"ok": False, "description": description, "parameters": parameters}))


def chained(error: NetworkError, cause: Exception) -> NetworkError:
    """The error as PTB's own request raises it: from that of httpx."""
    error.__cause__ = cause
    return error


OK = Fault(True)
TOO_MANY = refused(429, "Too Many Requests: retry after 7", retry_after=7)
BAD_GATEWAY = refused(502, "Bad Gateway")
INTERNAL = refused(500, "Internal Server Error")
BLOCKED = refused(403, "Forbidden: bot was blocked by the user")
TOPIC_CLOSED = refused(400, "Bad Request: TOPIC_CLOSED")
NOT_MODIFIED = refused(400, "Bad Request: message is not modified")
NO_RIGHTS = refused(400, "Bad Request: not enough rights to send text messages to the chat")
NONSENSE = refused(400, "Bad Request: can't parse entities")
NO_ROUTE = Fault(False, chained(NetworkError("httpx.ConnectError"), httpx.ConnectError("no route")))
POOL_FULL = Fault(False, chained(TimedOut("pool"), httpx.PoolTimeout("full")))
LOST_BEFORE = Fault(False, chained(TimedOut(), httpx.ReadTimeout("slow")))
LOST_AFTER = Fault(True, chained(TimedOut(), httpx.ReadTimeout("slow")))
CUT_AFTER = Fault(True, chained(NetworkError("httpx.ReadError"), httpx.ReadError("cut")))
CRASH_BEFORE = Fault(False, Crash())
CRASH_AFTER = Fault(True, Crash())


class FaultyTelegram(ConsoleRequest):
    """Meets each message with the next fault of the script, and delivers all when that is over."""

    def __init__(self, script: Iterable[Fault] = ()) -> None:
        super().__init__()
        self.script = deque(script)
        self.delivered: list[tuple[int, str]] = []  # (chat, text) of every message that arrived
        self.loud: list[tuple[int, str]] = []
        self.edits: list[tuple[int, int, str]] = []  # (chat, message, text)
        self.moments: list[tuple[float, int]] = []

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        if url.rsplit("/", 1)[1] not in ("sendMessage", "editMessageText"):
            return await super().do_request(url, method, request_data)
        fault = self.script.popleft() if self.script else OK
        told = await super().do_request(url, method, request_data) if fault.delivered else None
        if fault.delivered:
            self._arrived(self.calls[-1].parameters)
        if fault.error:
            raise fault.error
        if fault.answer:
            return fault.answer[0], json.dumps(fault.answer[1]).encode()
        assert told is not None
        return told

    def _arrived(self, parameters: dict[str, Any]) -> None:
        chat, text = int(parameters["chat_id"]), without_tags(parameters["text"])
        if "message_id" in parameters:
            self.edits.append((chat, int(parameters["message_id"]), text))
            return
        self.delivered.append((chat, text))
        if not parameters.get("disable_notification"):
            self.loud.append((chat, text))
