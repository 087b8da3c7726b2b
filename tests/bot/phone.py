"""A phone in a person's hand: the real Application over the recording request, one step at a time."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import build_application
from bot.chats import ChatKind
from bot.console import CONSOLE_USER, ConsoleRequest, Conversation, command_entities, console_settings
from bot.handlers.desk import EnginePort
from bot.settings import Settings
from bot.store import Store
from bot.worker import Worker
from tests.bot.telegram_rules import check_call
from tests.builders import NOW
from tests.doubles import FixedEngine, Pauses

GROUP_ID = -100500
GROUP = {"id": GROUP_ID, "type": "supergroup", "title": "Desk"}


@dataclass(slots=True)
class Phone:
    """Says, presses and edits; holds what came back.  Its clock stands until a test moves it."""

    talk: Conversation
    engine: FixedEngine
    store: Worker[Store]
    runner: asyncio.Runner
    clock: list[datetime]
    pauses: Pauses = field(default_factory=Pauses)

    @property
    def request(self) -> ConsoleRequest:
        """What the bot sent."""
        return self.talk.request

    def say(self, text: str) -> list[str]:
        """Send a line in private; the texts that come back."""
        return _texts(self.runner.run(self.talk.say(text)))

    def share(self, lat: float, lon: float) -> list[str]:
        """Send where this person is; the texts that come back."""
        return _texts(self.runner.run(self.talk.share(lat, lon)))

    def ask_inline(self, text: str, offset: str = "", **more: Any) -> dict[str, Any]:
        """Type after the bot's name in any chat; what Telegram is told to show."""
        query = {"id": "1", "from": self.talk.person, "query": text, "offset": offset, **more}
        self.feed(inline_query=query)
        answers = [call.parameters for call in self.request.calls if call.method == "answerInlineQuery"]
        return answers[-1] if answers else {}

    def feed(self, **update: Any) -> list[str]:
        """Give the application any update; the texts that come back."""
        return _texts(self.runner.run(self.talk.feed(update)))

    def message(self, chat: dict[str, Any] | None = None, **content: Any) -> dict[str, Any]:
        """A message of this person, in private unless a chat is named, with any content."""
        private = {"id": self.talk.user_id, "type": "private"}
        return self.request.new_message(self.talk.person, chat or private, content)

    def in_group(self, text: str, **content: Any) -> list[str]:
        """Write in the group that is let in; the texts that come back."""
        return self.feed(message=self.message(GROUP, text=text, entities=command_entities(text), **content))

    def press(self, label: str) -> list[str]:
        """Press the button with this label on the newest message that bears buttons."""
        message = self.request.last_with_buttons()
        assert message is not None
        rows = message["reply_markup"]["inline_keyboard"]
        button = next(button for button in itertools.chain(*rows) if button["text"] == label)
        return _texts(self.runner.run(self.talk.press(button, message)))

    def labels(self) -> list[str]:
        """The labels of the newest message that bears buttons."""
        message = self.request.last_with_buttons()
        return (
            [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row] if message else []
        )

    def as_person(self, user_id: int, language: str = "en") -> Phone:
        """The same bot on another person's phone."""
        talk = Conversation(self.talk.application, self.request, language, user_id, self.talk.update_ids)
        return Phone(talk, self.engine, self.store, self.runner, self.clock, self.pauses)

    def in_store(self, call: Any) -> Any:
        """Ask the store, on its thread."""
        return self.runner.run(self.store.do(call))


@contextmanager
def open_phone(
    folder: Path, engine: FixedEngine, *, language: str = "en", user_id: int = CONSOLE_USER, **settings: Any
) -> Iterator[Phone]:
    """A running bot and one phone.  On leaving, every call that was sent is held against Telegram's rules."""
    clock, request, pauses = [NOW], ConsoleRequest(), Pauses()
    told = console_settings(Settings(data=folder, **settings))
    port: nullcontext[EnginePort] = nullcontext(engine)
    with (
        Worker(lambda: port, "engine") as engine_worker,
        Worker(lambda: Store.open(folder, told.operators), "store") as store,
        asyncio.Runner() as runner,
    ):
        runner.run(store.do(_let_group_in))
        application = build_application(told, engine_worker, store, lambda: clock[0], request, request, pauses)
        runner.run(application.initialize())
        talk = Conversation(application, request, language, user_id)
        yield Phone(talk, engine, store, runner, clock, pauses)
        runner.run(application.shutdown())
    for call in request.calls:
        check_call(call)


def _let_group_in(store: Store) -> None:
    store.chats.meet(GROUP_ID, ChatKind.GROUP, "Desk", NOW)
    store.chats.let_in(GROUP_ID, let_in=True)


def _texts(replies: list[dict[str, Any]]) -> list[str]:
    return [reply["text"] for reply in replies]
