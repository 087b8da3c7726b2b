"""Nobody's questions keep the others waiting: who asks too fast is told once, and served again after a moment."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from telegram import Message, Update, User

from bot.access import may_feed
from bot.handlers.desk import Desk, answer_press
from bot.pace import ASKING, TYPING, Bucket, Limit, refilled, take

BUCKETS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Pacing:
    """Counts in memory: a restart forgives."""

    desk: Desk
    buckets: dict[tuple[int, Limit], Bucket] = field(default_factory=dict)

    async def lets_pass(self, update: Update, user: User, asker: int) -> bool:
        """Whether the update may be served now; says how long to wait where not."""
        message = update.message
        if message is not None and await self._feeds(message, asker):
            return True
        limit, now = TYPING if update.inline_query else ASKING, self.desk.clock()
        before = self.buckets.get((asker, limit))
        self._drop_full()
        self.buckets[asker, limit], wait = take(before, limit, now)
        if not wait:
            return True
        await self._say(update, user, math.ceil(wait.total_seconds()), told=before is not None and before.told)
        return False

    async def _feeds(self, message: Message, asker: int) -> bool:
        """An editor may forward a whole evening at once."""
        given = message.forward_origin is not None or message.document is not None
        return given and may_feed(await self.desk.store.do(lambda store: store.role(asker)))

    async def _say(self, update: Update, user: User, seconds: int, *, told: bool) -> None:
        if update.callback_query is not None:  # the button waits for a word each time
            words = (await self.desk.reader(user)).catalogue.text("too-fast", seconds=seconds)
            await answer_press(update.callback_query, words, must_be_closed=True)
        elif update.message is not None and not told:
            await self.desk.say(update.message, user, "too-fast", seconds=seconds)

    def _drop_full(self) -> None:
        """Forget who has all of it again, so that the memory does not grow with everybody who ever asked."""
        if len(self.buckets) < BUCKETS_KEPT:
            return
        now = self.desk.clock()
        full = [key for key, bucket in self.buckets.items() if refilled(bucket, key[1], now) >= key[1].burst]
        for key in full or list(self.buckets)[:1]:
            del self.buckets[key]
