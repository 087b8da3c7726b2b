"""Where a person is: a location sent from the phone, the place they saved, and the latest around it."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Message, Update, User
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot import buttons
from bot.buttons import Button
from bot.handlers.desk import Desk, acknowledge, message_under, pressing, sender, talk_of, while_typing
from bot.handlers.questions import QUESTION_LIMIT, Asking, Questions, question_of
from bot.keyboards import Rows
from bot.markup import plain
from bot.render import Page
from bot.talks import Here, SavedPlace
from bot.whereabouts import Point
from bot.wording import Reader

PLACE_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Locations:
    """A location is kept in memory for half an hour; on the disk only where the person saves it, and rounded."""

    desk: Desk
    questions: Questions

    async def located(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A location or a venue: the question that waits for it, else the latest around it."""
        message, user = sender(update)
        point = _point_of(message)
        if point is None:
            return
        await self._remember(user, point)
        now, talk = self.desk.clock(), talk_of(message, user)
        turn = await self.desk.store.do(lambda store: store.talks.turn(talk, now))
        if turn is not None and turn.waits:
            asking = Asking(turn.question, language=turn.language, place=turn.place, here=Here.SHARED)
        else:
            asking = await self._around(user, Here.SHARED)
        await self.questions.answer(message, user, asking)

    async def moved(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A live location goes on: remembered, and nothing is said."""
        message, user = sender(update)
        if point := _point_of(message):
            await self._remember(user, point)

    async def latest(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/latest: of the words after it; without words, around the place that the person saved."""
        message, user = sender(update)
        words = question_of(message).strip()[:QUESTION_LIMIT]
        asking = await self._of_words(user, words) if words else await self._at_home(message, user)
        if asking is None:
            await self._no_place(message, user)
        else:
            await self.questions.answer(message, user, asking)

    async def place(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/place: what is saved; with a name after it, that one is saved."""
        message, user = sender(update)
        name = " ".join(question_of(message).split())[:PLACE_LIMIT]
        if name:
            await self._save_name(message, user, name)
            return
        saved = await self.desk.store.do(lambda store: store.talks.place(user.id))
        if saved is None:
            await self._no_place(message, user)
        else:
            await self._show(message, user, saved)

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Save the point that was shared, or forget the place saved."""
        query, press = pressing(update)
        message, user = message_under(query), query.from_user
        await acknowledge(query)
        if message is None:
            return
        match press.verb:
            case "save-place":
                await self._save_shared(message, user)
            case "forget-place":
                await self.desk.store.do(lambda store: store.talks.forget_place(user.id))
                await self.desk.say(message, user, "place-forgotten")

    async def _remember(self, user: User, point: Point) -> None:
        now = self.desk.clock()
        await self.desk.store.do(lambda store: store.whereabouts.keep(user.id, point, now))

    async def _around(self, user: User, here: Here) -> Asking:
        reader = await self.desk.reader(user)
        return Asking(reader.catalogue.text("say-latest-here"), language=reader.catalogue.language, here=here)

    async def _of_words(self, user: User, words: str) -> Asking:
        reader = await self.desk.reader(user)
        return Asking(reader.catalogue.text("say-latest", words=words), words)

    async def _at_home(self, message: Message, user: User) -> Asking | None:
        if message.chat.type != ChatType.PRIVATE:  # it would tell the group where that is
            return None
        saved = await self.desk.store.do(lambda store: store.talks.place(user.id))
        if saved is None:
            return None
        if saved.point:
            return await self._around(user, Here.SAVED)
        reader = await self.desk.reader(user)
        return Asking(_latest_near(reader, saved.name), language=reader.catalogue.language)

    async def _save_name(self, message: Message, user: User, name: str) -> None:
        reader, now = await self.desk.reader(user), self.desk.clock()
        asked = _latest_near(reader, name)
        answer = await while_typing(message, self.desk.engine.do(lambda engine: engine.ask(asked, now, limit=1)))
        if answer.query.area is None:
            await self.desk.say(message, user, "place-unknown", name=name)
        else:
            await self.desk.store.do(lambda store: store.talks.save_place(user.id, SavedPlace(name)))
            await self._show(message, user, SavedPlace(name))

    async def _save_shared(self, message: Message, user: User) -> None:
        point = await self.desk.point(Here.SHARED, user.id)
        if point is None:
            await self._no_place(message, user)
            return
        await self.desk.store.do(lambda store: store.talks.save_place(user.id, SavedPlace(point=point)))
        saved = await self.desk.store.do(lambda store: store.talks.place(user.id))
        await self._show(message, user, saved or SavedPlace())

    async def _show(self, message: Message, user: User, saved: SavedPlace) -> None:
        reader = await self.desk.reader(user)
        told = plain(reader.catalogue.text("place-saved", place=_name_of(saved)))
        await self.desk.reply(message, Page(told, _forget(reader)))

    async def _no_place(self, message: Message, user: User) -> None:
        text = (await self.desk.reader(user)).catalogue.text
        private = message.chat.type == ChatType.PRIVATE
        told = plain(text("place-none" if private else "place-none-group"))
        page = Page(told, location_button=text("button-share") if private else None)
        await self.desk.reply(message, page)


def _point_of(message: Message) -> Point | None:
    return (message.location.latitude, message.location.longitude) if message.location else None


def _latest_near(reader: Reader, name: str) -> str:
    return reader.catalogue.text("say-latest-near", place=name)


def _name_of(saved: SavedPlace) -> str:
    return saved.name or "{:.2f}, {:.2f}".format(*(saved.point or (0.0, 0.0)))


def _forget(reader: Reader) -> Rows:
    return ((Button(reader.catalogue.text("button-forget-place"), buttons.forget_place()),),)
