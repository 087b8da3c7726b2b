"""/status: how the bot is doing, for those who run it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from telegram import Update
from telegram.ext import ContextTypes

from bot.directory import status_page
from bot.handlers.desk import Desk, sender
from bot.handlers.team import Team
from bot.vitals import Vitals, resident_mb


@dataclass(frozen=True, slots=True)
class Status:
    """Measures when asked."""

    desk: Desk
    team: Team
    started_at: datetime

    async def show(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/status in private."""
        message, user = sender(update)
        if await self.team.manages(message, user):
            await self.desk.reply(message, status_page(await self.vitals(), await self.desk.reader(user)))

    async def vitals(self) -> Vitals:
        """Asked of engine and store, so that it fails where they do."""
        now = self.desk.clock()
        searched = await self.desk.engine.do(lambda engine: engine.searched(now))
        queue = await self.desk.engine.do(lambda engine: engine.alerts.tally(now))
        people = await self.desk.store.do(lambda store: store.everybody())
        chats = await self.desk.store.do(lambda store: store.chats.all())
        return Vitals(
            dispatches=searched.dispatches,
            newest=searched.newest,
            people=sum(person.role is not None for person in people),
            chats=sum(chat.let_in for chat in chats),
            memory_mb=resident_mb(),
            waiting=queue.waiting,
            dead=queue.dead,
            started_at=self.started_at,
            troubles=tuple(self.desk.troubles.latest),
        )
