"""The sender over a real outbox and a faulty Telegram, on a clock that stands until a test moves it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from telegram import Bot

from bot.access import Role
from bot.sender import Sender
from bot.store import Store
from bot.worker import Worker
from tests.bot.faulty_telegram import Crash, FaultyTelegram
from tests.bot.telegram_rules import check_call
from tests.index.watched import GAO, HOUR, NOW, Desk, dispatch, watched

OPERATOR = 99
os.environ.setdefault("PTB_TIMEDELTA", "true")  # as `bot.app` has it: waits are then timedelta


class Direct(Worker[Any]):
    """A worker without a thread, which may end the process before or after one of its calls."""

    def __init__(self, owned: Any) -> None:
        super().__init__(lambda: nullcontext(owned), "direct")
        self._owned = owned
        self.calls = 0
        self.crash_at: tuple[int, bool] | None = None  # (which call, after it)

    async def do(self, call: Callable[[Any], Any]) -> Any:
        self.calls += 1
        at, after = self.crash_at or (0, False)
        if self.calls == at and not after:
            raise Crash
        told = call(self._owned)
        if self.calls == at and after:
            raise Crash
        return told


@dataclass(slots=True)
class Postroom:
    """One outbox, one sender at a time."""

    desk: Desk
    store: Store
    telegram: FaultyTelegram
    runner: asyncio.Runner
    engine: Direct
    clock: list[datetime]
    paused: list[float] = field(default_factory=list)

    def sender(self) -> Sender:
        """A new process, as it begins."""
        bot = Bot("2:test", request=self.telegram, get_updates_request=self.telegram)
        return Sender(bot, self.engine, Direct(self.store), lambda: self.clock[0], self._pause, lambda: 0.5)

    async def _pause(self, seconds: float) -> None:
        self.paused.append(seconds)
        self.clock[0] += timedelta(seconds=seconds)

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self.clock[0] += timedelta(**time)

    def send(self, most: int = 1_000) -> int:
        """Step until there is nothing to send, a second apart; how many letters were taken up."""
        sender, taken = self.sender(), 0
        while taken < most and self.runner.run(sender.step()):
            taken += 1
            self.wait(seconds=1.1)
        return taken

    def send_through_crashes(self, most: int = 50) -> None:
        """The same, a process that crashes being started again after its lease is over."""
        for _ in range(most):
            try:
                if not self.send():
                    return
            except Crash:
                self.wait(minutes=5)
            self.wait(minutes=10)

    def watch(self, *chats: str, question: str = "attaques au Mali") -> None:
        """Let each chat watch for attacks."""
        for chat in chats:
            self.store.people.set_role(abs(int(chat)), Role.READER, NOW)
            self.desk.watch(question, chat)

    def ingest(self, identifier: str = "a", body: str = GAO, *, source: str = "Agence Essai") -> None:
        """Take in a dispatch now."""
        now = self.clock[0]
        self.desk.ingest(dispatch(identifier, body, source=source, at=now), now=now)

    def texts(self, chat: int = 7) -> list[str]:
        """The messages that arrived in a chat."""
        return [text for to, text in self.telegram.delivered if to == chat]


@contextmanager
def postroom(folder: Path) -> Iterator[Postroom]:
    """An empty outbox; on leaving, every call that was sent is held against Telegram's rules."""
    telegram = FaultyTelegram()
    with watched(folder) as desk, Store.open(folder, frozenset({OPERATOR})) as store, asyncio.Runner() as runner:
        engine = Direct(SimpleNamespace(alerts=desk.alerts, letters=desk.letters))
        yield Postroom(desk, store, telegram, runner, engine, [NOW])
    for call in telegram.calls:
        check_call(call)


__all__ = ["HOUR", "NOW", "OPERATOR", "Crash", "Postroom", "postroom"]
