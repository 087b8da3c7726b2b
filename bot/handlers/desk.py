"""What every handler works with: engine, store, clock, the reader's words, and one way to reply."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from telegram import (
    Bot,
    CallbackQuery,
    Chat,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
    Update,
    User,
)
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.access import may_change_watches
from bot.buttons import Press, pressed
from bot.catalogue import Catalogue, supported
from bot.markup import one_line, plain
from bot.render import Page
from bot.settings import Settings
from bot.store import Store
from bot.talks import Here, Talk
from bot.vitals import Troubles
from bot.whereabouts import Point
from bot.wording import Reader
from bot.worker import Worker
from index import Alerts, Answer, Dispatch, FollowUp, IngestReport, Letters, QuotedPassage, RecordError, Searched

TYPING_SECONDS = 4.5  # Telegram shows "typing" for five
# Telegram asks a busy chat to wait some seconds.  Beyond this the person has gone on, and a stop must not hang.
MOST_WAITED = timedelta(seconds=30)
SENDINGS = 3
NAME_LIMIT = 64
GENERAL_TOPIC = 1
Result = TypeVar("Result")


class EnginePort(Protocol):
    """What the bot asks of `index.Engine`.  `timezone` and `here` are the zone (IANA) and the (lat, lon) of who asks,
    `place` a GeoNames number chosen."""

    @property
    def alerts(self) -> Alerts: ...

    @property
    def letters(self) -> Letters: ...

    def ask(
        self,
        text: str,
        now: datetime,
        language: str | None = None,
        limit: int = 10,
        *,
        timezone: str = "UTC",
        here: Point | None = None,
        place: int | None = None,
    ) -> Answer: ...

    def follow_up(
        self,
        previous: str,
        text: str,
        now: datetime,
        *,
        timezone: str = "UTC",
        here: Point | None = None,
        place: int | None = None,
    ) -> FollowUp | None: ...

    def recall(
        self,
        question: str,
        language: str,
        now: datetime,
        stories: Sequence[Sequence[int]],
        *,
        timezone: str = "UTC",
        here: Point | None = None,
        place: int | None = None,
    ) -> Answer: ...

    def ingest(self, records: Iterable[Dispatch | RecordError], now: datetime) -> IngestReport: ...

    def searched(self, now: datetime) -> Searched: ...

    def kept_of(self, person: str) -> dict[str, list[dict[str, object]]]: ...

    def forget(self, person: str) -> None: ...

    def whole(self, passage_id: int, now: datetime) -> QuotedPassage | None: ...


@dataclass(frozen=True, slots=True)
class Venue:
    """A point on the map with its name and what is to be known of it.  Degrees, WGS 84."""

    lat: float
    lon: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a handler may use.  Engine and store are reached through their workers alone."""

    settings: Settings
    engine: Worker[EnginePort]
    store: Worker[Store]
    clock: Callable[[], datetime]
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep  # seconds
    troubles: Troubles = field(default_factory=Troubles)

    async def reader(self, user: User, told_in: str | None = None) -> Reader:
        """The person's chosen language, else the one their question was told in, else their phone's, else ours."""
        return await self.reader_of(user.id, supported(told_in, supported(user.language_code, self.settings.language)))

    async def reader_of(self, user_id: int, otherwise: str | None = None) -> Reader:
        """The same for one who is not here just now."""
        chosen, timezone = await self.store.do(lambda store: (store.language(user_id), store.talks.timezone(user_id)))
        catalogue = Catalogue.load(chosen or otherwise or self.settings.language)
        return Reader(catalogue, timezone or self.settings.timezone, self.clock())

    async def zone(self, user: User) -> str:
        """The time zone in whose days the person means "yesterday" (IANA)."""
        return (await self.reader(user)).timezone.key

    async def point(self, here: Here, user_id: int) -> Point | None:
        """Where "here" is for somebody; None where nobody said, or where that was forgotten."""
        now = self.clock()
        if here is Here.SHARED:
            return await self.store.do(lambda store: store.whereabouts.of(user_id, now))
        saved = await self.store.do(lambda store: store.talks.place(user_id)) if here is Here.SAVED else None
        return saved.point if saved else None

    async def say(self, message: Message, user: User, key: str, **values: str | int) -> None:
        """Reply with one sentence of the catalogue."""
        reader = await self.reader(user)
        await self.reply(message, Page(plain(reader.catalogue.text(key, **values))))

    async def reply(self, message: Message, page: Page) -> None:
        """Send a page as a reply to the message; raises as `_reply`."""
        await self._reply(message, partial(_send, message, page))

    async def reply_venue(self, message: Message, venue: Venue) -> None:
        """Send a point on the map as a reply to the message; raises as `_reply`."""
        await self._reply(message, partial(_send_venue, message, venue))

    async def _reply(self, message: Message, send_to: Callable[[int], Awaitable[None]]) -> None:
        """Send, waiting as long as Telegram asks, into the chat that it has become.

        Raises RetryAfter where Telegram asks for more than MOST_WAITED or refuses SENDINGS times.
        """
        send, waited = partial(send_to, message.chat_id), timedelta()
        for sending in range(1, SENDINGS + 1):
            try:
                await send()
                return
            except ChatMigrated as moved:
                await self.move_chat(message.chat_id, moved.new_chat_id)
                send = partial(send_to, moved.new_chat_id)
            except RetryAfter as error:
                waited += _asked_to_wait(error)
                if sending == SENDINGS or waited > MOST_WAITED:
                    raise
                await self.pause(_asked_to_wait(error).total_seconds())

    async def may_change_watches(self, chat: Chat, user: User, message: Message | None = None) -> bool:
        """Whether the watches of this chat are this person's to change, asked of Telegram anew each time.  `message` is
        the one that asks, None for a press."""
        if chat.type == ChatType.PRIVATE:
            return may_change_watches(None, private=True)
        as_the_group = message is not None and message.sender_chat is not None and message.sender_chat.id == chat.id
        member = None if as_the_group else await chat.get_member(user.id)
        return may_change_watches(member.status if member else None, private=False, as_the_group=as_the_group)

    async def move_chat(self, old_id: int, new_id: int) -> None:
        """A group became a supergroup: what was kept for it is kept for that."""
        await self.store.do(lambda store: store.move_chat(old_id, new_id))
        await self.engine.do(lambda engine: engine.alerts.move_chat(str(old_id), str(new_id)))


def sender(update: Update) -> tuple[Message, User]:
    """The message of an update and who sent it; the filters of `app` let no other update through."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        raise ValueError("an update without message or sender")
    return message, user


def asker_id(message: Message, user: User) -> int:
    """Whose a message is: the person's id, or that of the chat in whose name it was written (an anonymous admin, a
    channel), where Telegram names one account for all."""
    return message.sender_chat.id if message.sender_chat else user.id


def topic_of(message: Message) -> int | None:
    """The topic that a message stands in; None outside topics, and in the one called General, whose number Telegram
    does not take."""
    in_topic = message.is_topic_message and message.message_thread_id != GENERAL_TOPIC
    return message.message_thread_id if in_topic else None


def talk_of(message: Message, user: User) -> Talk:
    """The talk that a message of the person belongs to."""
    return Talk(message.chat_id, topic_of(message) or 0, asker_id(message, user))


async def tell(bot: Bot, chat_id: int, page: Page) -> None:
    """Send what nobody asked for just now.  Whoever has blocked the bot, or left, is not told."""
    with suppress(Forbidden, BadRequest):
        await bot.send_message(
            chat_id,
            page.message.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=keyboard(page),
        )


def pressing(update: Update) -> tuple[CallbackQuery, Press]:
    """The press of an update and what its button says; `app` lets no other update, and no other button, through."""
    query = update.callback_query
    press = pressed(query.data or "") if query else None
    if query is None or press is None:
        raise ValueError("an update without a press of ours")
    return query, press


async def acknowledge(query: CallbackQuery) -> None:
    """Stop the button's waiting.  A press that came while the bot was down is too old for that, and is served all
    the same."""
    with suppress(TelegramError):
        await query.answer()


@contextmanager
def too_late_is_no_failure() -> Iterator[None]:
    """For answers to a press or an inline question: Telegram waits for them for some seconds only."""
    try:
        yield
    except BadRequest as error:
        if not str(error).lower().startswith("query is too old"):
            raise


async def answer_press(query: CallbackQuery, words: str, *, must_be_closed: bool = False) -> None:
    """Show the words over the chat, until they are closed or for a moment.  To a press that came while the bot was down
    nothing can be shown any more, and what it did is done all the same."""
    with too_late_is_no_failure():
        await query.answer(words, show_alert=must_be_closed)


def message_under(query: CallbackQuery) -> Message | None:
    """The message that bears the button.  Of one too old to be shown, or deleted, Telegram tells no more than chat and
    number: enough to reply to.  None where it tells none."""
    told = query.message
    if not isinstance(told, InaccessibleMessage):
        return told if isinstance(told, Message) else None
    message = Message(told.message_id, told.date, told.chat)
    message.set_bot(query.get_bot())
    return message


def shown_name(user: User) -> str:
    """The name by which an operator knows a person again, made harmless and short."""
    return one_line(user.full_name + (f" @{user.username}" if user.username else ""), NAME_LIMIT).text


async def _send(message: Message, page: Page, chat_id: int) -> None:
    """As a reply, in the message's topic, without link previews."""
    await message.get_bot().send_message(
        chat_id,
        page.message.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        message_thread_id=topic_of(message),
        reply_parameters=_answering(message, chat_id),
        reply_markup=keyboard(page),
    )


async def _send_venue(message: Message, venue: Venue, chat_id: int) -> None:
    """As a reply, in the message's topic."""
    await message.get_bot().send_venue(
        chat_id,
        venue.lat,
        venue.lon,
        one_line(venue.title, NAME_LIMIT).text,
        venue.address,
        message_thread_id=topic_of(message),
        reply_parameters=_answering(message, chat_id),
    )


def _answering(message: Message, chat_id: int) -> ReplyParameters | None:
    # The message may be deleted meanwhile, and a chat that moved numbers its messages anew.
    same_chat = chat_id == message.chat_id
    return ReplyParameters(message.message_id, allow_sending_without_reply=True) if same_chat else None


def _asked_to_wait(error: RetryAfter) -> timedelta:
    told = error.retry_after
    return told if isinstance(told, timedelta) else timedelta(seconds=told)


def keyboard(page: Page) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """The buttons of a page as Telegram takes them, None where there are none."""
    if page.location_button:
        share = KeyboardButton(page.location_button, request_location=True)
        return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)
    if not page.rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.data) for button in row] for row in page.rows]
    )


async def while_typing(message: Message, work: Awaitable[Result]) -> Result:
    """Await the work, showing "typing" until it is done.  A failure to show it is not the answer's failure."""
    task = asyncio.ensure_future(work)
    topic = topic_of(message)
    while not task.done():
        with suppress(TelegramError):
            await message.chat.send_action(ChatAction.TYPING, message_thread_id=topic)
        await asyncio.wait({task}, timeout=TYPING_SECONDS)
    return task.result()
