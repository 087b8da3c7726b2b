"""What a person chooses for themselves: the language and the time zone of what they read."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import ContextTypes

from bot import buttons
from bot.buttons import Button, Press
from bot.catalogue import LANGUAGES, Catalogue, supported
from bot.handlers.desk import Desk, acknowledge, message_under, pressing, sender
from bot.handlers.questions import question_of
from bot.markup import plain
from bot.render import Page
from bot.settings import timezone_named
from bot.wording import moment

# Where most readers are; any other is named after the command.
OFFERED_TIMEZONES = ("Africa/Bamako", "Africa/Niamey", "Africa/Ndjamena", "Europe/Paris", "America/New_York", "UTC")
_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Choices:
    """Each choice is a command that offers buttons, and a press that keeps one."""

    desk: Desk

    async def language(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/language: a button for each, named in itself."""
        message, user = sender(update)
        reader = await self.desk.reader(user)
        choices = [(Catalogue.load(code).text("language-name"), code) for code in LANGUAGES]
        row = tuple(Button(name, buttons.language(code)) for name, code in choices)
        await self.desk.reply(message, Page(plain(reader.catalogue.text("language-choose")), (row,)))

    async def timezone(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/timezone: the one in use and some others; with a name after it, that one is kept.  Who writes in a chat's
        name is offered the buttons: a press tells who they are."""
        message, user = sender(update)
        name = question_of(message).strip()
        if not name or message.sender_chat is not None:
            await self._offer_timezones(update)
        elif zone := timezone_named(name):
            await self.desk.store.do(lambda store: store.talks.set_timezone(user.id, zone))
            await self._tell_time(update, "timezone-kept")
        else:
            await self.desk.say(message, user, "timezone-unknown")

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Keep what the button names."""
        query, press = pressing(update)
        await acknowledge(query)
        user_id, message = query.from_user.id, message_under(query)
        match press:
            case Press("language", code):
                await self.desk.store.do(lambda store: store.set_language(user_id, supported(code)))
                if message is not None:
                    await self.desk.say(message, query.from_user, "language-kept")
            case Press("timezone", name):
                zone = timezone_named(name) or ZoneInfo("UTC")
                await self.desk.store.do(lambda store: store.talks.set_timezone(user_id, zone))
                await self._tell_time(update, "timezone-kept")

    async def _offer_timezones(self, update: Update) -> None:
        names = [Button(name, buttons.timezone(name)) for name in OFFERED_TIMEZONES]
        rows = tuple(tuple(names[at : at + _IN_A_ROW]) for at in range(0, len(names), _IN_A_ROW))
        await self._tell_time(update, "timezone-choose", rows)

    async def _tell_time(self, update: Update, key: str, rows: tuple[tuple[Button, ...], ...] = ()) -> None:
        message, user = sender(update)
        reader = await self.desk.reader(user)
        told = reader.catalogue.text(key, zone=reader.timezone.key, time=moment(reader, reader.now))
        await self.desk.reply(message, Page(plain(told), rows))
