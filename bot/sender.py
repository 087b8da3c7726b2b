"""The loop that empties the outbox: claim, send, settle; one message at a time, at Telegram's pace.

Everything that must outlive a crash is in the outbox: who waits, what was begun, until when all sending is held.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.alert_pages import letter_page
from bot.handlers.desk import EnginePort, keyboard
from bot.logs import cause
from bot.render import Page
from bot.store import Store
from bot.verdicts import Act, Verdict, backoff, decide
from bot.worker import Worker
from index import Form, Letter

# Telegram's limits, from its own FAQ: 30 messages a second in all, one a second in a chat, 20 a minute in a group.
BETWEEN_MESSAGES_S = 1 / 28
BETWEEN_IN_CHAT = timedelta(seconds=1.05)
BETWEEN_IN_GROUP = timedelta(seconds=3.1)
IDLE_S = 1.0  # how long a new alert may wait to be seen
BUSY_S = 5.0
NOT_LET_IN = "not-let-in"
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Sender:
    """Sends what the outbox holds.  `chance` gives 0 to 1, `pause` waits seconds."""

    bot: Bot
    engine: Worker[EnginePort]
    store: Worker[Store]
    clock: Callable[[], datetime]
    pause: Callable[[float], Awaitable[None]]
    chance: Callable[[], float]
    _offline: int = field(default=0, init=False)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    async def run(self) -> None:
        """Send until stopped; what is being sent then is finished and settled."""
        while not self._stopped.is_set():
            try:
                sent = await self.step()
            except Exception as error:  # whatever it is, what waits behind it must still be sent
                _log.error("the outbox is not emptied: %s", cause(error))
                await self._rest(BUSY_S)
            else:
                await self._rest(BETWEEN_MESSAGES_S if sent else IDLE_S)

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopped.set()

    async def step(self) -> bool:
        """Send the next letter, if there is one; whether there was."""
        now = self.clock()
        letter = await self.engine.do(lambda engine: engine.letters.next(now))
        if letter is None:
            return False
        page = self._page(letter, now)
        if page is None:
            await self._settle(letter, Verdict(Act.FAIL, reason="unexpected"))
        elif not await self._is_let_in(letter):
            await self._settle(letter, Verdict(Act.SUSPEND, reason=NOT_LET_IN))
        elif await self._begun(letter):
            await self._send(letter, page)
        return True

    # -- one letter --------------------------------------------------------------------------------------------

    def _page(self, letter: Letter, now: datetime) -> Page | None:
        try:
            return letter_page(letter, now)
        except Exception as error:  # one message that cannot be put in words must not hold up the others
            _log.error("a letter cannot be put in words: %s", cause(error))
            return None

    async def _is_let_in(self, letter: Letter) -> bool:
        chat_id = int(letter.chat)
        return await self.store.do(lambda store: store.lets_in(chat_id))

    async def _begun(self, letter: Letter) -> bool:
        now = self.clock()
        return await self.engine.do(lambda engine: engine.letters.leases.begin(letter.token, now))

    async def _send(self, letter: Letter, page: Page) -> None:
        try:
            message = await self._deliver(letter, page)
        except TelegramError as error:
            await self._settle(letter, decide(error, letter.tries, self.chance()))
        else:
            await self._arrived(letter, message)

    async def _deliver(self, letter: Letter, page: Page) -> str | None:
        """The number of the new message; None where one was rewritten."""
        answers = int(letter.answers) if letter.answers else None
        if letter.form is Form.EDIT:
            if answers is not None:
                await self._rewrite(letter, page, answers)
            return None
        sent = await self.bot.send_message(
            int(letter.chat),
            page.message.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            disable_notification=not letter.loud,
            message_thread_id=int(letter.thread) if letter.thread and not letter.fallen_back else None,
            reply_parameters=ReplyParameters(answers, allow_sending_without_reply=True) if answers else None,
            reply_markup=keyboard(page),
        )
        return str(sent.message_id)

    async def _rewrite(self, letter: Letter, page: Page, message_id: int) -> None:
        buttons = keyboard(page)
        await self.bot.edit_message_text(
            page.message.html,
            int(letter.chat),
            message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=buttons if isinstance(buttons, InlineKeyboardMarkup) else None,
        )

    async def _arrived(self, letter: Letter, message: str | None) -> None:
        self._offline = 0
        now = self.clock()
        again_at = now + (BETWEEN_IN_GROUP if int(letter.chat) < 0 else BETWEEN_IN_CHAT)
        await self.engine.do(lambda engine: engine.letters.leases.sent(letter.token, message, again_at, now))

    # -- what went wrong ---------------------------------------------------------------------------------------

    async def _settle(self, letter: Letter, verdict: Verdict) -> None:
        now, token = self.clock(), letter.token
        at = now + verdict.wait
        match verdict.act:
            case Act.DONE:
                await self._arrived(letter, None)
            case Act.AGAIN:
                await self.engine.do(lambda engine: engine.letters.leases.again(token, at))
            case Act.UNKNOWN:
                if await self.engine.do(lambda engine: engine.letters.leases.unknown(token, at)):
                    await self._tell_operators("undelivered", letter)
            case Act.HOLD:
                await self._hold(letter, at)
            case Act.OFFLINE:
                self._offline += 1
                await self._hold(letter, now + backoff(self._offline, self.chance()))
            case Act.LEAVE_TOPIC if not letter.fallen_back:
                await self.engine.do(lambda engine: engine.letters.leases.leave_topic(token))
            case Act.MOVE:
                await self._move(letter, verdict.new_chat_id)
            case Act.FAIL:
                await self.engine.do(lambda engine: engine.letters.leases.fail(token, verdict.reason))
                await self._tell_operators("undelivered", letter)
            case _:
                await self._suspend(letter, verdict.reason or "no-rights")

    # The letter goes back first: should we crash right after, the same error comes again and nothing is lost.

    async def _back(self, letter: Letter, at: datetime) -> None:
        await self.engine.do(lambda engine: engine.letters.leases.again(letter.token, at, counts=False))

    async def _hold(self, letter: Letter, until: datetime) -> None:
        await self._back(letter, until)
        await self.engine.do(lambda engine: engine.letters.leases.hold_all(until))

    async def _suspend(self, letter: Letter, reason: str) -> None:
        await self._back(letter, self.clock())
        await self.engine.do(lambda engine: engine.alerts.suspend(letter.chat, reason))
        if reason != NOT_LET_IN:  # that was an operator's own doing
            await self._tell_operators("suspended", letter)

    async def _move(self, letter: Letter, new_chat_id: int) -> None:
        await self._back(letter, self.clock())
        await self.engine.do(lambda engine: engine.alerts.move_chat(letter.chat, str(new_chat_id)))
        await self.store.do(lambda store: store.move_chat(int(letter.chat), new_chat_id))

    async def _tell_operators(self, what: str, letter: Letter) -> None:
        """One line in the log and one to each operator; nothing of what was watched."""
        _log.warning("alerts to chat %s: %s", letter.chat, what)
        now = self.clock()
        for operator in await self.store.do(lambda store: store.operators()):
            if str(operator) != letter.chat:
                await self.engine.do(_notice(str(operator), f"operator-{what}", letter.chat, now))

    async def _rest(self, seconds: float) -> None:
        """Wait, or less where it is to stop."""
        waits = {asyncio.ensure_future(self.pause(seconds)), asyncio.ensure_future(self._stopped.wait())}
        _, pending = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for one in pending:
            one.cancel()


def _notice(to: str, key: str, chat: str, now: datetime) -> Callable[[EnginePort], None]:
    return lambda engine: engine.alerts.notice(to, (("key", key), ("chat", chat)), now)
