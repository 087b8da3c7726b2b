"""/invite and /people: who is let in, as what, and until when.  For those who run the bot, in private."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from telegram import CallbackQuery, Message, Update, User
from telegram.ext import ContextTypes

from bot.access import Role, may_manage
from bot.buttons import Press
from bot.directory import people_page, person_page
from bot.handlers.desk import Desk, acknowledge, message_under, pressing, sender
from bot.handlers.questions import question_of
from bot.introductions import list_commands_for
from bot.invites import MOST_DAYS, MOST_USES, deep_link, terms_of
from bot.people import People, Person
from bot.wording import date_of


@dataclass(frozen=True, slots=True)
class Team:
    """Each method asks anew whether the person runs the bot."""

    desk: Desk

    async def invite(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/invite [role] [people] [days]: a link that lets in."""
        message, user = sender(update)
        if not await self.manages(message, user):
            return
        terms, now = terms_of(question_of(message)), self.desk.clock()
        if terms is None:
            await self.desk.say(message, user, "invite-usage", uses=MOST_USES, days=MOST_DAYS)
            return
        make = partial(People.new_invite, made_by=user.id, role=terms.role, uses=terms.uses, now=now)
        code = await self.desk.store.do(lambda store: make(store.people, expires_at=now + terms.life))
        await self.desk.say(
            message,
            user,
            f"invite-{terms.role.value}",
            uses=terms.uses,
            until=date_of(await self.desk.reader(user), now + terms.life),
            link=deep_link(context.bot.username, code),
        )

    async def people(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/people: everybody who was let in."""
        message, user = sender(update)
        if await self.manages(message, user):
            await self._list(message, user, 0)

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A button of one of these lists."""
        query, press = pressing(update)
        message = message_under(query)
        await acknowledge(query)
        if message and await self.manages(message, query.from_user):
            await self._do(query, message, press)

    async def manages(self, message: Message, user: User) -> bool:
        """Whether this person runs the bot; says so where not."""
        if may_manage(await self.desk.store.do(lambda store: store.role(user.id))):
            return True
        await self.desk.say(message, user, "operators-only")
        return False

    async def _do(self, query: CallbackQuery, message: Message, press: Press) -> None:
        match press.verb:
            case "people":
                await self._list(message, query.from_user, press.number)
            case "person":
                await self._show(message, query.from_user, int(press.key))
            case "end-invites":
                await self.desk.store.do(lambda store: store.people.end_invites())
                await self.desk.say(message, query.from_user, "invites-ended")
            case "revoke":
                await self._appoint(message, query.from_user, int(press.key), None)
            case role:
                await self._appoint(message, query.from_user, int(press.key), Role(role))

    async def _list(self, message: Message, user: User, first: int) -> None:
        now = self.desk.clock()
        people = await self.desk.store.do(lambda store: store.everybody())
        invites = await self.desk.store.do(lambda store: store.people.open_invites(now))
        await self.desk.reply(message, people_page(people, first, invites, await self.desk.reader(user)))

    async def _show(self, message: Message, user: User, user_id: int) -> None:
        person = await self._person(user_id)
        if person is None:
            await self.desk.say(message, user, "person-gone")
        else:
            await self.desk.reply(message, person_page(person, await self.desk.reader(user)))

    async def _appoint(self, message: Message, user: User, user_id: int, role: Role | None) -> None:
        now = self.desk.clock()
        if await self._person(user_id) is None:
            await self.desk.say(message, user, "person-gone")
        elif await self.desk.store.do(lambda store: store.appoint(user_id, role, now)):
            if role is None:
                await self.desk.engine.do(lambda engine: engine.forget(str(user_id)))
            await list_commands_for(message.get_bot(), user_id, role)
            await self._show(message, user, user_id)
        else:
            await self.desk.say(message, user, "cannot-appoint")

    async def _person(self, user_id: int) -> Person | None:
        people = await self.desk.store.do(lambda store: store.everybody())
        return next((person for person in people if person.user_id == user_id), None)
