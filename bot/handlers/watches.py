"""/watch, /watches, /quiet, /digest and the buttons of a watch.  In a group they are its admins'."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from telegram import CallbackQuery, ChatMember, InputFile, Message, Update, User
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.buttons import Press
from bot.chat_hours import read_digest, read_quiet
from bot.handlers.desk import (
    Desk,
    EnginePort,
    acknowledge,
    asker_id,
    message_under,
    pressing,
    sender,
    topic_of,
    while_typing,
)
from bot.handlers.questions import QUESTION_LIMIT, question_of
from bot.markup import plain
from bot.render import Page
from bot.watch_files import LARGEST_BYTES, SUFFIX, KeptWatch, from_file, to_file
from bot.watch_pages import added_page, hours, list_page, tried_page, watch_page
from bot.wording import Reader
from index import ChatRules, Delivery, InputError, Owner, Watch

_NUMBERED = re.compile(r"#(\d{1,9})\s+(\S.*)", re.DOTALL)
_OUT = frozenset({ChatMember.LEFT, ChatMember.BANNED})


@dataclass(frozen=True, slots=True)
class Watches:
    """Each method answers one command or one kind of press with one message."""

    desk: Desk

    # -- commands ----------------------------------------------------------------------------------------------

    async def command(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/watch QUESTION makes a watch, /watch #12 QUESTION lets the watch 12 ask something else."""
        message, user = sender(update)
        if not await self._may(message, user):
            return
        text = question_of(message).strip()
        numbered = _NUMBERED.fullmatch(text)
        if not text:
            await self.desk.say(message, user, "watch-how")
        elif len(text) > QUESTION_LIMIT:
            await self.desk.say(message, user, "question-long", limit=QUESTION_LIMIT)
        elif numbered:
            await self._edit(message, user, int(numbered[1]), numbered[2])
        else:
            await self._add(message, user, text)

    async def list_all(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/watches: all that tell here."""
        message, user = sender(update)
        if await self._may(message, user):
            await self._resume(message)
            await self._list(message, user, 0)

    async def quiet(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/quiet 22-7 Africa/Bamako 20 km 5 dead."""
        await self._set_hours(update, "quiet-how")

    async def digest(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/digest 7 19 Africa/Bamako."""
        await self._set_hours(update, "digest-how")

    async def file(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A file of watches that was exported before: each is made again, as far as there is room."""
        message, user = sender(update)
        document = message.document
        if document is None or not await self._may(message, user):
            return
        if (document.file_size or 0) > LARGEST_BYTES:
            await self.desk.say(message, user, "watch-file-bad")
            return
        kept = from_file(bytes(await (await document.get_file()).download_as_bytearray()))
        if kept is None:
            await self.desk.say(message, user, "watch-file-bad")
        else:
            made = await while_typing(
                message, self._made_again(_owner(message, user), kept, await self.desk.reader(user))
            )
            await self.desk.say(message, user, "watch-file-read", made=made, of=len(kept))

    async def membership(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """The bot is blocked or thrown out, and what was watched rests; or it is let back, and goes on."""
        change, now = update.my_chat_member, self.desk.clock()
        if change is None:
            return
        chat = str(change.chat.id)
        if change.new_chat_member.status in _OUT:
            await self.desk.engine.do(lambda engine: engine.alerts.suspend(chat, "blocked"))
        else:
            await self.desk.engine.do(lambda engine: engine.alerts.resume(chat, now))

    # -- buttons -----------------------------------------------------------------------------------------------

    async def press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A button of a watch, or "Tell me when it happens again" under an answer.  Rights are asked anew each time."""
        query, press = pressing(update)
        message = message_under(query)
        await acknowledge(query)
        user = query.from_user
        if message is None:
            return
        if not await self.desk.may_change_watches(message.chat, user):
            await self.desk.say(message, user, "watch-admins")
        elif press.verb == "tell":
            await self._tell_again(message, user, press)
        elif press.key == "export":
            await self._export(message, user)
        elif press.key == "list":
            await self._list(message, user, press.number)
        else:
            await self._change(query, message, press)

    async def _tell_again(self, message: Message, user: User, press: Press) -> None:
        now = self.desk.clock()
        kept = await self.desk.store.do(lambda store: store.snapshot(press.key, now))
        if kept is None or kept.chat_id != message.chat_id:
            await self.desk.say(message, user, "watch-gone")
        else:
            await self._add(message, user, kept.question)

    async def _change(self, query: CallbackQuery, message: Message, press: Press) -> None:
        user, number = query.from_user, press.number
        watch = await self.desk.engine.do(lambda engine: engine.alerts.get(number))
        if watch is None or watch.owner.chat != str(message.chat_id):
            await self.desk.say(message, user, "watch-gone")
            return
        match press.key:
            case "try":
                await self._try(message, user, watch)
            case "delete":
                await self.desk.engine.do(lambda engine: engine.alerts.remove(number))
                await self.desk.say(message, user, "watch-deleted", watch=watch.standing.query.text)
            case "edit":
                await self.desk.say(message, user, "watch-edit", number=str(number))
            case "pause" | "resume" as turn:
                await self.desk.engine.do(lambda engine: engine.alerts.change(number, paused=turn == "pause"))
                await self._show(message, user, number)
            case "instant" | "digest" | "silent" as way:
                await self.desk.engine.do(lambda engine: engine.alerts.change(number, delivery=Delivery(way)))
                await self._show(message, user, number)
            case _:
                await self._show(message, user, number)

    async def _try(self, message: Message, user: User, watch: Watch) -> None:
        now = self.desk.clock()
        trying = self.desk.engine.do(lambda engine: engine.alerts.tried(watch.standing, now))
        tried = await while_typing(message, trying)
        await self.desk.reply(message, tried_page(tried, watch.standing, await self.desk.reader(user)))

    async def _list(self, message: Message, user: User, first: int) -> None:
        owner, reader = _owner(message, user), await self.desk.reader(user)
        watches = await self.desk.engine.do(lambda engine: engine.alerts.of_chat(owner.chat, owner.thread))
        await self.desk.reply(message, list_page(watches, first, *await self._state(owner), reader))

    async def _export(self, message: Message, user: User) -> None:
        owner = _owner(message, user)
        watches = await self.desk.engine.do(lambda engine: engine.alerts.of_chat(owner.chat, owner.thread))
        await message.reply_document(InputFile(to_file(watches), filename=f"vigie.{SUFFIX}"))

    # -- what they share ---------------------------------------------------------------------------------------

    async def _may(self, message: Message, user: User) -> bool:
        if await self.desk.may_change_watches(message.chat, user, message):
            return True
        await self.desk.say(message, user, "watch-admins")
        return False

    async def _add(self, message: Message, user: User, text: str) -> None:
        owner, reader = _owner(message, user), await self.desk.reader(user)
        await self._resume(message)
        try:
            watch = await while_typing(message, self._made(owner, text, reader))
        except InputError as error:
            await self._refuse(message, error, reader)
        else:
            await self.desk.reply(message, added_page(watch, *await self._state(owner), reader))

    async def _made(self, owner: Owner, text: str, reader: Reader) -> Watch:
        now, language = self.desk.clock(), reader.catalogue.language
        zone = reader.timezone.key

        def make(engine: EnginePort) -> Watch:
            standing = engine.alerts.standing(text, now, timezone=zone)
            if engine.alerts.rules(owner.chat) == ChatRules():  # it never said: it is told in the words of who asks
                engine.alerts.set_rules(owner.chat, ChatRules(language, zone), now)
            return engine.alerts.watch(owner, standing, now)

        return await self.desk.engine.do(make)

    async def _edit(self, message: Message, user: User, number: int, text: str) -> None:
        now = self.desk.clock()
        watch = await self.desk.engine.do(lambda engine: engine.alerts.get(number))
        if watch is None or watch.owner.chat != str(message.chat_id):
            await self.desk.say(message, user, "watch-gone")
            return
        zone = await self.desk.zone(user)
        try:
            standing = await self.desk.engine.do(lambda engine: engine.alerts.standing(text, now, timezone=zone))
        except InputError as error:
            await self._refuse(message, error, await self.desk.reader(user))
            return
        await self.desk.engine.do(lambda engine: engine.alerts.change(number, standing=standing))
        await self._show(message, user, number)

    async def _made_again(self, owner: Owner, kept: Sequence[KeptWatch], reader: Reader) -> int:
        """How many of the watches of a file could be made."""
        made = 0
        for one in kept:
            with suppress(InputError):
                watch = await self._made(owner, one.words, reader)
                await self.desk.engine.do(_as_kept(watch.id, one))
                made += 1
        return made

    async def _show(self, message: Message, user: User, number: int) -> None:
        watch = await self.desk.engine.do(lambda engine: engine.alerts.get(number))
        if watch is not None:
            rules = await self.desk.engine.do(lambda engine: engine.alerts.rules(watch.owner.chat))
            await self.desk.reply(message, watch_page(watch, rules, await self.desk.reader(user)))

    async def _set_hours(self, update: Update, how: str) -> None:
        message, user = sender(update)
        if not await self._may(message, user):
            return
        chat, now, text = str(message.chat_id), self.desk.clock(), question_of(message).strip()
        rules = await self.desk.engine.do(lambda engine: engine.alerts.rules(chat))
        changed = (read_quiet if how == "quiet-how" else read_digest)(text, rules)
        if changed is None:
            await self.desk.say(message, user, how)
            return
        await self.desk.engine.do(lambda engine: engine.alerts.set_rules(chat, changed, now))
        await self.desk.reply(message, Page(plain(hours(changed, await self.desk.reader(user)))))

    async def _state(self, owner: Owner) -> tuple[ChatRules, int]:
        return await self.desk.engine.do(
            lambda engine: (engine.alerts.rules(owner.chat), engine.alerts.left(owner.person))
        )

    async def _resume(self, message: Message) -> None:
        """Whoever writes to us can be written to."""
        chat, now = str(message.chat_id), self.desk.clock()
        await self.desk.engine.do(lambda engine: engine.alerts.resume(chat, now))

    async def _refuse(self, message: Message, error: InputError, reader: Reader) -> None:
        await self.desk.reply(message, Page(plain(reader.catalogue.text(error.key, **error.values))))


def _owner(message: Message, user: User) -> Owner:
    person = user.id if message.chat.type == ChatType.PRIVATE else asker_id(message, user)
    return Owner(str(message.chat_id), str(person), str(topic_of(message) or ""))


def _as_kept(number: int, kept: KeptWatch) -> Callable[[EnginePort], None]:
    return lambda engine: engine.alerts.change(number, delivery=kept.delivery, paused=kept.paused)
