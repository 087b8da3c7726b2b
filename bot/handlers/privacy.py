"""/privacy and /forget: everybody sees, and erases, all that is kept of them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from telegram import CallbackQuery, InputFile, Message, Update, User
from telegram.ext import ContextTypes

from bot import buttons
from bot.buttons import Button
from bot.directory import kept_page
from bot.handlers.desk import Desk, acknowledge, message_under, pressing, sender
from bot.introductions import list_commands_for
from bot.markup import plain
from bot.render import Page


@dataclass(frozen=True, slots=True)
class Privacy:
    """In private alone; a group would read along."""

    desk: Desk

    async def show(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/privacy: what is kept, for how long, and how to see and erase it."""
        message, user = sender(update)
        rows = await self._rows_of(user)
        kept = {table: len(some) for table, some in rows.items()}
        await self.desk.reply(message, kept_page(kept, await self.desk.reader(user)))

    async def offer(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/forget: asks once more."""
        message, user = sender(update)
        text = (await self.desk.reader(user)).catalogue.text
        rows = tuple((Button(text(f"button-forget-{what}"), buttons.forget(what)),) for what in ("data", "all", "none"))
        await self.desk.reply(message, Page(plain(text("forget-ask")), rows))

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A button of either."""
        query, press = pressing(update)
        message = message_under(query)
        await acknowledge(query)
        if message is None or message.chat_id != query.from_user.id:  # forwarded, or from another chat
            return
        match press.key:
            case "show":
                await self._hand_over(message, query.from_user)
            case "data" | "all":
                await self._forget(query, message, access_too=press.key == "all")
            case _:
                await self.desk.say(message, query.from_user, "forget-nothing")

    async def _rows_of(self, user: User) -> dict[str, list[dict[str, object]]]:
        kept = await self.desk.store.do(lambda store: store.rows_of(user.id))
        return kept | await self.desk.engine.do(lambda engine: engine.kept_of(str(user.id)))

    async def _hand_over(self, message: Message, user: User) -> None:
        """Everything, word for word, as a file."""
        rows = await self._rows_of(user)
        data = json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        await message.reply_document(InputFile(data, filename=f"vigie-{user.id}.json"))

    async def _forget(self, query: CallbackQuery, message: Message, *, access_too: bool) -> None:
        user = query.from_user
        words = (await self.desk.reader(user)).catalogue
        if access_too and await self.desk.store.do(lambda store: store.is_last_operator(user.id)):
            told = words.text("forget-last-operator")
        else:
            await self.desk.engine.do(lambda engine: engine.forget(str(user.id)))
            await self.desk.store.do(lambda store: store.erase(user.id, access_too=access_too))
            role = await self.desk.store.do(lambda store: store.role(user.id))
            await list_commands_for(message.get_bot(), user.id, role)
            told = words.text("forgotten-data" if role else "forgotten-all")
        await self.desk.reply(message, Page(plain(told)))
