"""The same conversation in a terminal: the real Application over a request that answers as Telegram would.

Nothing leaves the machine and no token is needed.  Tests read the recorded calls; a person reads the messages, their
tags stripped and their buttons numbered.
"""

from __future__ import annotations

import asyncio
import html
import itertools
import json
import re
import secrets
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, TextIO

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.app import App
from bot.catalogue import Catalogue
from bot.questions import point
from bot.settings import Secret, Settings
from index import InputError

CONSOLE_USER = 1
BOT_USER = {
    "id": 2,
    "is_bot": True,
    "first_name": "Vigie",
    "username": "vigie_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
_TAG = re.compile(r"<[^<>]+>")
_LINK = re.compile(r'<a href="([^"<>]*)">([^<>]*)</a>')
_QUOTE = re.compile(r"<blockquote[^<>]*>(.*?)</blockquote>", re.DOTALL)

_SET_IN = "    | "

JsonObject = dict[str, Any]
_FIELD_SET = {"getMyDescription": "description", "getMyShortDescription": "short_description"}


def console_settings(settings: Settings) -> Settings:
    """The settings with the person at the terminal let in, and a token that no server has."""
    return replace(settings, token=Secret("2:console"), operators=settings.operators | {CONSOLE_USER})


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API, its parameters as Telegram parses them."""

    method: str
    parameters: JsonObject


class ConsoleRequest(BaseRequest):
    """Records every call and answers it as Telegram would."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.uploads: dict[str, bytes] = {}  # what the bot sent as a file, by name
        self.files: dict[str, bytes] = {}  # by file id
        self.owners: set[tuple[int, int]] = set()  # (chat, person) who owns a group; all others are members
        self.failing: dict[str, list[Exception]] = {}  # method -> what its next calls raise instead of answering
        self._messages: dict[tuple[int, int], JsonObject] = {}
        self._message_ids = itertools.count(1)

    @property
    def read_timeout(self) -> float | None:
        """None: nothing here waits."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Record the call and answer 200 with what the method returns, or raise what `failing` holds."""
        parameters = json.loads(json.dumps(request_data.parameters)) if request_data else {}
        if request_data is None and "/file/bot" in url:
            return 200, self.files[url.rsplit("/", 1)[1]]
        uploads = request_data.multipart_data if request_data else {}
        parameters |= {name: upload[0] for name, upload in uploads.items()}
        self.uploads |= {name: data for name, data, _ in uploads.values() if isinstance(data, bytes)}
        call = Call(url.rsplit("/", 1)[1], parameters)
        self.calls.append(call)
        if self.failing.get(call.method):
            raise self.failing[call.method].pop(0)
        return 200, json.dumps({"ok": True, "result": self._result(call)}).encode()

    def new_message(self, sender: JsonObject, chat: JsonObject, content: JsonObject) -> JsonObject:
        """A message as Telegram tells it, under the next id."""
        message_id = next(self._message_ids)
        told = {"message_id": message_id, "from": sender, "chat": chat, "date": 0, **content}
        self._messages[chat["id"], message_id] = told
        return told

    def replies(self, since: int) -> list[JsonObject]:
        """What the bot said from its call number `since` on: messages, and the texts of answered presses."""
        shown_methods = ("sendMessage", "answerCallbackQuery", "sendVenue")
        told = [call.parameters for call in self.calls[since:] if call.method in shown_methods]
        return [_as_text(parameters) for parameters in told if "text" in parameters or "address" in parameters]

    @property
    def messages(self) -> list[JsonObject]:
        """Every message, oldest first, as Telegram tells it."""
        return list(self._messages.values())

    def last_with_buttons(self) -> JsonObject | None:
        """The newest message that bears buttons."""
        return next((told for told in reversed(self._messages.values()) if _buttons(told)), None)

    def _result(self, call: Call) -> Any:
        match call.method:
            case "getMe":
                return BOT_USER
            case "getFile":
                return {
                    "file_id": call.parameters["file_id"],
                    "file_unique_id": "u",
                    "file_path": call.parameters["file_id"],
                }
            case "getUpdates":
                return []
            case "getChatMember":
                return self._member(call.parameters["chat_id"], call.parameters["user_id"])
            case "getMyCommands" | "getMyDescription" | "getMyShortDescription":
                return self._shown(call)
            case "sendMessage" | "sendVenue":
                return self._sent(_as_text(call.parameters))
            case "sendDocument":
                return self._sent({**call.parameters, "text": ""})
            case _:
                return True

    def _member(self, chat_id: int, user_id: int) -> JsonObject:
        person = {"id": user_id, "is_bot": False, "first_name": "You"}
        owner = {"status": "creator", "is_anonymous": False}
        return {"user": person, **(owner if (chat_id, user_id) in self.owners else {"status": "member"})}

    def _shown(self, call: Call) -> Any:
        """What was last set for the same scope and language."""
        setting = call.method.replace("get", "set", 1)
        same = [
            told.parameters for told in self.calls if told.method == setting and _whose_view(told) == _whose_view(call)
        ]
        if call.method == "getMyCommands":
            return same[-1]["commands"] if same else []
        field_name = _FIELD_SET[call.method]
        return {field_name: same[-1][field_name] if same else ""}

    def _sent(self, parameters: JsonObject) -> JsonObject:
        chat_id = parameters["chat_id"]
        answered = self._messages.get((chat_id, parameters.get("reply_parameters", {}).get("message_id", 0)))
        content: JsonObject = {"text": without_tags(parameters["text"])}
        if "inline_keyboard" in parameters.get("reply_markup", {}):  # Telegram tells of no other
            content["reply_markup"] = parameters["reply_markup"]
        if answered:  # one level only, as Telegram does
            content["reply_to_message"] = {key: value for key, value in answered.items() if key != "reply_to_message"}
        return self.new_message(BOT_USER, answered["chat"] if answered else {"id": chat_id, "type": "private"}, content)


@dataclass(slots=True)
class Conversation:
    """One person's private talk with the bot."""

    application: App
    request: ConsoleRequest
    language: str
    user_id: int = CONSOLE_USER
    # Negative: the database also remembers the ids of Telegram's own updates, which are positive.
    update_ids: Iterator[int] = field(default_factory=lambda: itertools.count(-secrets.randbelow(2**52) - 2**32))

    @property
    def person(self) -> JsonObject:
        """Who is talking, as Telegram tells it."""
        return {"id": self.user_id, "is_bot": False, "first_name": "You", "language_code": self.language}

    async def say(self, text: str) -> list[JsonObject]:
        """Send a line as the person; what the bot says in reply."""
        chat = {"id": self.user_id, "type": "private", "first_name": "You"}
        content = {"text": text, "entities": command_entities(text)}
        return await self.feed({"message": self.request.new_message(self.person, chat, content)})

    async def share(self, lat: float, lon: float) -> list[JsonObject]:
        """Send where the person is; what the bot says in reply."""
        chat = {"id": self.user_id, "type": "private", "first_name": "You"}
        content = {"location": {"latitude": lat, "longitude": lon}}
        return await self.feed({"message": self.request.new_message(self.person, chat, content)})

    async def press(self, button: JsonObject, message: JsonObject) -> list[JsonObject]:
        """Press a button of a message; what the bot says in reply."""
        data = {"chat_instance": "1", "message": message, "data": button["callback_data"]}
        return await self.feed({"callback_query": {"id": "1", "from": self.person, **data}})

    async def feed(self, update: JsonObject) -> list[JsonObject]:
        """Give the application an update under the next id; what the bot says in reply."""
        since = len(self.request.calls)
        told = Update.de_json({"update_id": next(self.update_ids), **update}, self.application.bot)
        await self.application.process_update(told)
        return self.request.replies(since)


def run_console(application: App, request: ConsoleRequest, lines: Iterable[str], output: TextIO, language: str) -> None:
    """Hold the conversation: each line is a question, or the number of a button, until the lines end."""
    print(Catalogue.load(language).text("console-hello"), file=output, flush=True)
    talk = Conversation(application, request, language)
    with asyncio.Runner() as runner:
        runner.run(application.initialize())
        try:
            for line in lines:
                if line.strip():
                    _show(runner.run(_turn(talk, line.strip())), output)
        finally:
            runner.run(application.shutdown())


def without_tags(text: str) -> str:
    """Telegram HTML as it reads once parsed."""
    return html.unescape(_TAG.sub("", text))


def terminal_text(text: str) -> str:
    """Telegram HTML for a terminal: quotations are set in, links show their address."""
    quoted = _QUOTE.sub(lambda quote: "\n".join(f"{_SET_IN}{line}" for line in quote[1].split("\n")), text)
    return without_tags(_LINK.sub(r"\2: \1", quoted))


def fitted(text: str, width: int | None) -> str:
    """The text with its lines broken between words to a terminal's width; as it is without one.  A quotation stays set
    in."""
    return text if width is None else "\n".join(part for line in text.split("\n") for part in _broken(line, width))


def _broken(line: str, width: int) -> list[str]:
    indent = _SET_IN if line.startswith(_SET_IN) else ""
    return textwrap.wrap(
        line, max(width, 40), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [line]


def command_entities(text: str) -> list[JsonObject]:
    """The entity that marks a leading /command, which Telegram adds to a message."""
    command = re.match(r"/\w+(@\w+)?", text)
    return [{"type": "bot_command", "offset": 0, "length": command.end()}] if command else []


def _whose_view(call: Call) -> tuple[Any, Any]:
    return call.parameters.get("scope"), call.parameters.get("language_code")


async def _turn(talk: Conversation, line: str) -> list[JsonObject]:
    message = talk.request.last_with_buttons()
    buttons = _buttons(message) if message else []
    if line.startswith("/here "):
        with suppress(InputError):  # what is no point goes on as text, and is told so
            return await talk.share(*point(line.removeprefix("/here ")))
    if message and line.isdecimal() and 1 <= int(line) <= len(buttons):
        return await talk.press(buttons[int(line) - 1], message)
    return await talk.say(line)


def _show(replies: Sequence[JsonObject], output: TextIO) -> None:
    for reply in replies:
        html_sent = reply.get("parse_mode") == "HTML"
        shown = terminal_text(reply["text"]) if html_sent else reply["text"]
        print("\n" + fitted(shown, shutil.get_terminal_size().columns if output.isatty() else None), file=output)
        numbered = [f"[{number}] {button['text']}" for number, button in enumerate(_buttons(reply), start=1)]
        if numbered:
            print("  ".join(numbered), file=output)
    output.flush()


def _as_text(parameters: JsonObject) -> JsonObject:
    """A point on the map as a terminal can show it; what has a text, as it is."""
    if "address" not in parameters:
        return parameters
    return {**parameters, "text": f"{parameters['title']}: {parameters['address']}"}


def _buttons(message: JsonObject) -> list[JsonObject]:
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]
