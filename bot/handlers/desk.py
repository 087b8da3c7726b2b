"""What every handler works with: engine, store, clock, the reader's words, and one way to reply."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    Update,
    User,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError

from bot.buttons import Button
from bot.catalogue import Catalogue, supported
from bot.markup import plain
from bot.render import Page
from bot.settings import Settings
from bot.store import Store
from bot.wording import Reader
from bot.worker import Worker
from index import Answer, QuotedPassage

TYPING_SECONDS = 4.5  # Telegram shows "typing" for five
Result = TypeVar("Result")


class EnginePort(Protocol):
    """What the bot asks of `index.Engine`."""

    def ask(self, text: str, now: datetime, language: str | None = None, limit: int = 10) -> Answer: ...

    def recall(self, question: str, language: str, now: datetime, stories: Sequence[Sequence[int]]) -> Answer: ...

    def whole(self, passage_id: int, now: datetime) -> QuotedPassage | None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a handler may use.  Engine and store are reached through their workers alone."""

    settings: Settings
    engine: Worker[EnginePort]
    store: Worker[Store]
    clock: Callable[[], datetime]

    async def reader(self, user: User, told_in: str | None = None) -> Reader:
        """The person's chosen language, else the one their question was told in, else their phone's, else ours."""
        chosen = await self.store.do(lambda store: store.language(user.id))
        phones = supported(user.language_code, self.settings.language)
        catalogue = Catalogue.load(chosen or supported(told_in, phones))
        return Reader(catalogue, self.settings.timezone, self.clock())

    async def say(self, message: Message, user: User, key: str, **values: str | int) -> None:
        """Reply with one sentence of the catalogue."""
        reader = await self.reader(user)
        await reply(message, Page(plain(reader.catalogue.text(key, **values))))


def sender(update: Update) -> tuple[Message, User]:
    """The message of an update and who sent it; the filters of `app` let no other update through."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        raise ValueError("an update without message or sender")
    return message, user


async def reply(message: Message, page: Page) -> None:
    """Send a page as a reply to the message, in its topic, without link previews."""
    await message.reply_text(
        page.message.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
        reply_markup=keyboard(page.rows),
    )


def keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    """The rows of buttons as Telegram takes them, None where there are none."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.data) for button in row] for row in rows]
    )


async def while_typing(message: Message, work: Awaitable[Result]) -> Result:
    """Await the work, showing "typing" until it is done.  A failure to show it is not the answer's failure."""
    task = asyncio.ensure_future(work)
    topic = message.message_thread_id if message.is_topic_message else None
    while not task.done():
        with suppress(TelegramError):
            await message.chat.send_action(ChatAction.TYPING, message_thread_id=topic)
        await asyncio.wait({task}, timeout=TYPING_SECONDS)
    return task.result()
