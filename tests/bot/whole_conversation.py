"""One conversation from the claim to the inline question, over the samples: held in this process as the terminal holds
it, or over HTTP against Telegram's double, by polling or by webhook.  `make transcript` writes it into the README.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from bot.app import App, build_application
from bot.console import BOT_USER, Call, ConsoleRequest, Conversation, JsonObject, command_entities, terminal_text
from bot.handlers.desk import EnginePort
from bot.sender import Sender
from bot.settings import Secret, Settings
from bot.store import Store
from bot.worker import Worker
from index import Engine, ReadOptions, read_paths, samples_folder
from tests.bot.bot_api import BotApi, ByPolling, ByWebhook, Redirected, start_polling, start_webhook, stop_serving

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
BEGIN, END = "<!-- conversation: begin -->", "<!-- conversation: end -->"
CODE = re.compile(r"(start[= ])[A-Za-z0-9_-]{20,64}")
DESK: JsonObject = {"id": -1001000000001, "type": "supergroup", "title": "Rédaction", "is_forum": True}
TOPIC: JsonObject = {"is_topic_message": True, "message_thread_id": 7}
NEWS = (
    "Deux commerçants ont été tués samedi matin quand leur camionnette a sauté sur une mine à 15 kilomètres de Gao,"
    " a indiqué dimanche la mairie."
)
CORRECTED = NEWS.replace("Deux", "Trois")
POST_DATE = int(NOW.timestamp())
CHANNEL: JsonObject = {"id": -1001000000002, "type": "channel", "title": "Radio Falaise", "username": "radio_falaise"}
POST: JsonObject = {"type": "channel", "date": POST_DATE, "chat": CHANNEL, "message_id": 31}
LINES_SHOWN = 14  # of one message; the rest is told as "…"


class Way(Enum):
    """How what people do reaches the bot."""

    HERE = "in this process"
    POLLING = "fetched over HTTP"
    WEBHOOK = "posted over HTTP"


async def no_pause(_: float) -> None:
    """Waits no time."""


@dataclass(slots=True)
class Stage:
    """A running bot over the samples, its clock, and the phones that talk to it."""

    application: App
    telegram: ConsoleRequest
    engine: Worker[EnginePort]
    store: Worker[Store]
    clock: list[datetime]
    way: Way
    api: BotApi
    update_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    lines: list[str] = field(default_factory=list)

    def phone(self, name: str, user_id: int, language: str) -> Phone:
        """Somebody's phone."""
        line = (self.application, self.telegram, language, user_id, self.update_ids)
        match self.way:
            case Way.HERE:
                return Phone(self, Conversation(*line), name)
            case Way.POLLING:
                return Phone(self, ByPolling(*line, self.api), name)
            case Way.WEBHOOK:
                return Phone(self, ByWebhook(*line, self.api.hook_port), name)

    async def send_alerts(self) -> None:
        """Let the sender do what waits, as it does by itself while the bot runs."""
        since = len(self.telegram.calls)
        sender = Sender(self.application.bot, self.engine, self.store, lambda: self.clock[0], no_pause, lambda: 0.5)
        while await sender.step():
            self.clock[0] += timedelta(seconds=2)  # its own pace
        told = list(itertools.chain.from_iterable(map(_told, self.telegram.calls[since:])))
        self.lines += ["", "   (Moussa's phone rings)", *told] if told else []

    def invite(self) -> str:
        """The code of the newest invite."""
        links = (re.search(r"start=([A-Za-z0-9_-]+)", call.parameters.get("text", "")) for call in self.telegram.calls)
        return [link[1] for link in links if link][-1]


@dataclass(slots=True)
class Phone:
    """What one person says and presses, written down with what comes back."""

    stage: Stage
    talk: Conversation
    name: str

    @property
    def person(self) -> JsonObject:
        """The person, by name."""
        return {**self.talk.person, "first_name": self.name}

    async def say(self, text: str, chat: JsonObject | None = None, **content: Any) -> None:
        """Send a line in private, or into a chat."""
        entities = command_entities(text)
        message = self._message(chat, text=text, entities=entities, **content)
        await self._happens(text, {"message": message}, chat)

    async def share(self, lat: float, lon: float) -> None:
        """Send where one is."""
        message = self._message(None, location={"latitude": lat, "longitude": lon})
        await self._happens(f"[{lat}, {lon}]", {"message": message}, None)

    async def forward(self, text: str, origin: JsonObject) -> None:
        """Send on what somebody else said."""
        message = self._message(None, text=text, forward_origin=origin)
        await self._happens(f"[{origin['chat']['title']}] {text}", {"message": message}, None)

    async def ask_inline(self, text: str) -> None:
        """Type a question in any chat."""
        query = {"id": "9", "from": self.person, "query": text, "offset": ""}
        await self._happens(f"@vigie_bot {text}", {"inline_query": query}, None)

    async def press(self, beginning: str) -> None:
        """Press the button that begins with these words under the newest message in this chat that bears it."""
        message, button = self._button(beginning)
        press = {"id": "1", "from": self.person, "chat_instance": "1", "message": message}
        await self._happens(f"[{button['text']}]", {"callback_query": {**press, "data": button["callback_data"]}}, None)

    async def add_bot(self, chat: JsonObject) -> None:
        """Put the bot into a chat."""
        standing = {"user": BOT_USER, "status": "left"}
        change = {"chat": chat, "from": self.person, "date": 0, "old_chat_member": standing}
        update = {"my_chat_member": {**change, "new_chat_member": {**standing, "status": "member"}}}
        await self._happens(f"[adds the bot to {chat['title']}]", update, None)

    def _message(self, chat: JsonObject | None, **content: Any) -> JsonObject:
        private = {"id": self.talk.user_id, "type": "private", "first_name": self.name}
        return self.stage.telegram.new_message(self.person, chat or private, content)

    def _button(self, beginning: str) -> tuple[JsonObject, JsonObject]:
        for message in reversed(self.stage.telegram.messages):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"].startswith(beginning) and message["chat"]["id"] == self.talk.user_id:
                        return message, button
        raise AssertionError(beginning)

    async def _happens(self, shown: str, update: JsonObject, chat: JsonObject | None) -> None:
        place = f" ({chat['title']})" if chat else ""
        self.stage.lines += ["", f"{self.name}{place} › {_without_code(shown)}"]
        since = len(self.stage.telegram.calls)
        await self.talk.feed(update)
        self.stage.lines += itertools.chain.from_iterable(map(_told, self.stage.telegram.calls[since:]))


def _without_code(text: str) -> str:
    """The text with what is drawn by lot left out."""
    return CODE.sub(r"\1CODE", text)


def _told(call: Call) -> list[str]:
    """What a call shows: a message with its buttons, or the word that a press gets."""
    parameters = call.parameters
    if call.method == "answerInlineQuery":
        return _results(parameters["results"])
    if call.method not in ("sendMessage", "answerCallbackQuery", "editMessageText") or "text" not in parameters:
        return []
    shown = _without_code(terminal_text(parameters["text"])).split("\n")
    cut = [*shown[:LINES_SHOWN], *(["…"] if len(shown) > LINES_SHOWN else [])]
    place = " (topic)" if "message_thread_id" in parameters else ""
    place += " (edits what it said)" if call.method == "editMessageText" else ""
    rows = parameters.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = "  ".join(f"[{button['text']}]" for row in rows for button in row)
    return [
        f"  Vigie{place} › {cut[0]}",
        *(f"    {line}" for line in cut[1:]),
        *([f"    {buttons}"] if buttons else []),
    ]


def _results(results: list[JsonObject]) -> list[str]:
    """The inline results as they are listed, before one is chosen."""
    told = [f"{result['title']} — {result['description']}".replace("\n", " ") for result in results]
    return [f"  Vigie › {len(told)} result(s)", *(f"    • {line}" for line in told)]


async def perform(stage: Stage) -> None:
    """The conversation.  What is asked of the bot is written as people write it."""
    awa, moussa = stage.phone("Awa", 11, "fr"), stage.phone("Moussa", 12, "fr")
    claim = await stage.store.do(lambda store: store.people.new_claim(stage.clock[0]))
    await awa.say(f"/start {claim}")
    await awa.say("/invite lecteur 1 2")
    await moussa.say(f"/start {stage.invite()}")
    await moussa.say("dernières attaques près de Mopti")
    await moussa.say("et à Gao ?")
    await moussa.press("👍")
    await moussa.share(16.27, -0.04)
    await moussa.press("Plus large")
    await moussa.say("/watch mines près de Gao")
    await awa.forward(NEWS, POST)
    await stage.send_alerts()
    await awa.forward(CORRECTED, POST)
    await stage.send_alerts()
    await awa.add_bot(DESK)
    await moussa.say("@vigie_bot enlèvements près de Douentza", DESK, **TOPIC)
    await moussa.ask_inline("enlèvements près de Douentza")
    await moussa.say("/forget")
    await moussa.press("Effacer ; je reste admis")


@asynccontextmanager
async def stage(folder: Path, way: Way) -> AsyncIterator[Stage]:
    """A bot over the samples that nobody has claimed, running."""
    with workers(folder) as (engine, store):
        telegram, clock, settings = ConsoleRequest(), [NOW], Settings(folder, token=Secret("2:double"), language="fr")
        api = BotApi(telegram)
        sending, fetching = (telegram, telegram) if way is Way.HERE else (Redirected(api), Redirected(api))
        application = build_application(settings, engine, store, lambda: clock[0], sending, fetching, no_pause)
        async with running(application, api, way):
            yield Stage(application, telegram, engine, store, clock, way, api)


@asynccontextmanager
async def running(application: App, api: BotApi, way: Way) -> AsyncIterator[None]:
    """The bot at work in its way."""
    if way is Way.HERE:
        async with application:
            yield
        return
    api.start()
    if way is Way.POLLING:
        await start_polling(application)
    else:
        await start_webhook(application, api.hook_port)
    yield
    await stop_serving(application)
    await api.stop()


@contextmanager
def workers(folder: Path) -> Iterator[tuple[Worker[EnginePort], Worker[Store]]]:
    """Engine and store over the samples."""
    options = ReadOptions(source=None, published_at=None, language=None, sample=True)
    with Engine.open(folder) as fresh:
        fresh.ingest(read_paths([samples_folder()], options), NOW)

    def open_engine() -> Engine:
        return Engine.open(folder)

    engine: Worker[EnginePort] = Worker(open_engine, "engine")
    with engine, Worker(lambda: Store.open(folder), "store") as store:
        yield engine, store


def performed(folder: Path, way: Way) -> Stage:
    """The stage after the whole conversation."""

    async def play() -> Stage:
        async with stage(folder, way) as opened:
            await perform(opened)
        return opened

    with asyncio.Runner() as runner:
        return runner.run(play())


def transcript(performed_on: Stage) -> str:
    """What was said, as the README shows it."""
    return "\n".join(performed_on.lines).strip() + "\n"


def with_transcript(readme: str, told: str) -> str:
    """The README with this transcript between its marks."""
    before, after = readme.split(BEGIN)[0], readme.split(END)[1]
    return f"{before}{BEGIN}\n```text\n{told}```\n{END}{after}"


def main() -> None:
    """Hold the conversation and write it into the README."""
    with tempfile.TemporaryDirectory() as folder:
        told = transcript(performed(Path(folder), Way.HERE))
    if "--show" in sys.argv:
        sys.stdout.write(told)
        return
    readme = ROOT / "README.md"
    readme.write_text(with_transcript(readme.read_text(encoding="utf-8"), told), encoding="utf-8")


if __name__ == "__main__":
    main()
