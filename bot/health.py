"""An address on this machine that says whether the bot answers: for a watchdog, never for the network."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.vitals import Vitals

LISTEN = "127.0.0.1"
PATIENCE_S = 20.0  # a slice of what is being taken in may stand before the question
Measure = Callable[[], Awaitable[Vitals]]


@dataclass(slots=True)
class HealthServer:
    """GET /health: 200 and numbers while engine and store answer within PATIENCE_S, else 503."""

    port: int
    measure: Measure
    patience_s: float = PATIENCE_S
    _server: HTTPServer | None = field(default=None, init=False)

    async def start(self) -> None:
        """Listen, on the running loop."""
        answers = {"measure": self.measure, "patience_s": self.patience_s}
        self._server = Application([(r"/health", _Health, answers)]).listen(self.port, LISTEN)

    async def stop(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()


class _Health(RequestHandler):
    def initialize(self, measure: Measure, patience_s: float) -> None:
        self.measure, self.patience_s = measure, patience_s

    async def get(self) -> None:
        try:
            told = _told(await asyncio.wait_for(self.measure(), self.patience_s))
        except Exception as error:
            self.set_status(503)
            told = {"ok": False, "kind": type(error).__name__}
        self.set_header("Content-Type", "application/json")
        self.write(json.dumps(told))


def _told(vitals: Vitals) -> dict[str, Any]:
    return {
        "ok": True,
        "dispatches": vitals.dispatches,
        "newest": vitals.newest.isoformat() if vitals.newest else None,
        "memory_mb": vitals.memory_mb,
        "alerts_waiting": vitals.waiting,
        "alerts_dead": vitals.dead,
        "started_at": vitals.started_at.isoformat(),
        "errors": [{"at": trouble.at.isoformat(), "kind": trouble.kind} for trouble in vitals.troubles],
    }
