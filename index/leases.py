"""Whose turn it is in the outbox, and what became of what was sent.  One connection, one thread.

A line waits; is claimed, with its bundle, under a lease; is marked as being sent just before it is; and is gone in the
transaction that keeps the number of its message.  A lease that ends before sending began gives the line back.  One that
ends after that is a sending of which nobody knows the end: it is sent once more, and never a third time.  In a chat
nothing overtakes what was due before it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from index.archive import to_seconds
from index.outbox import Line, line_from
from index.schema import Connection, Row, told_as_ours, transaction
from index.watch_model import Bundle, ChatRules, Form
from index.watches import rules_from_json

# A line or a chat that is to wait longer was told so by a clock that has been set back since; what Telegram asks for is
# kept apart, in `hold_all`.
LONGEST_PAUSE = timedelta(minutes=10)
LEASE = timedelta(minutes=2)  # longer than any sending waits for Telegram
BUNDLED = 10  # stories in one message: what surely fits; the others follow in the next
SENDINGS_UNKNOWN = 2
_HELD = "held_until_ms"
_MINE = "token = ? AND state IN ('claimed', 'sending')"


@dataclass(frozen=True, slots=True)
class Claim:
    """Lines that go out in one message, leased to whoever holds the token."""

    token: str
    lines: tuple[Line, ...]
    rules: ChatRules = field(default_factory=ChatRules)


class Leases:
    """Lines handed out and taken back.  Every method is a transaction of its own."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    @told_as_ours()
    def claim(self, now: datetime) -> Claim | None:
        """The next message whose turn it is, leased; None while there is none, or while all sending is held."""
        with transaction(self._db):
            self._take_back(now)
            if self.held_until_ms() > _ms(now):
                return None
            head = self._head(now)
            if head is None:
                return None
            rows = self._bundle_of(head, now)
            token = secrets.token_urlsafe(9)
            self._mark(rows, "claimed", token, now + LEASE)
            rules = self._db.execute("SELECT rules FROM watch_chats WHERE chat = ?", (head["chat"],)).fetchone()
        return Claim(token, tuple(map(line_from, rows)), rules_from_json(rules[0]))

    @told_as_ours()
    def begin(self, token: str, now: datetime) -> bool:
        """Say that sending begins; False where the lease was lost, and nothing may be sent."""
        with transaction(self._db):
            begun = self._db.execute(
                "UPDATE alerts SET state = 'sending', lease_until_ms = ? WHERE token = ? AND state = 'claimed'",
                (_ms(now + LEASE), token),
            )
        return begun.rowcount > 0

    @told_as_ours()
    def sent(self, token: str, message: str | None, again_at: datetime, now: datetime) -> None:
        """It arrived: the lines are gone and the message is known as the first of its stories; all in one transaction.

        `again_at` is when the chat may get its next message.  `message` is None for what makes no new one."""
        with transaction(self._db):
            rows = self._db.execute(f"SELECT * FROM alerts WHERE {_MINE}", (token,)).fetchall()
            for row in rows:
                if message is not None and row["form"] in (Form.FIRST, Form.UPDATE):
                    self._remember(row, message, now)
            self._db.executemany("DELETE FROM alerts WHERE id = ?", [(row["id"],) for row in rows])
            self._pace(rows, again_at)

    @told_as_ours()
    def again(self, token: str, at: datetime, *, counts: bool = True) -> None:
        """It surely did not arrive: it waits until then.  `counts` is false where the fault was not the message's."""
        with transaction(self._db):
            self._db.execute(
                f"UPDATE alerts SET state = 'waiting', tries = tries + ?, next_at_ms = ? WHERE {_MINE}",
                (counts, _ms(at), token),
            )

    @told_as_ours()
    def unknown(self, token: str, at: datetime) -> bool:
        """Nobody knows whether it arrived: it is sent once more, and after that it is dead.  Returns whether it is."""
        with transaction(self._db):
            return self._end_unknown(f"SELECT id FROM alerts WHERE {_MINE}", (token,), _ms(at))

    @told_as_ours()
    def fail(self, token: str, reason: str) -> None:
        """It can never be sent: it is kept for the operator to see."""
        with transaction(self._db):
            self._db.execute(f"UPDATE alerts SET state = 'dead', reason = ? WHERE {_MINE}", (reason, token))

    @told_as_ours()
    def drop(self, token: str) -> None:
        """There is nothing to say any more, or it is said already."""
        with transaction(self._db):
            self._db.execute(f"DELETE FROM alerts WHERE {_MINE}", (token,))

    @told_as_ours()
    def leave_topic(self, token: str) -> None:
        """The topic is closed: these lines go to the chat itself, which says so."""
        with transaction(self._db):
            self._db.execute(
                f"UPDATE alerts SET state = 'waiting', fallen_back = 1, next_at_ms = 0 WHERE {_MINE}", (token,)
            )

    @told_as_ours()
    def hold_back(self, token: str, due_at: datetime, bundle: Bundle) -> None:
        """The quiet hours began before it was sent: it is held after all."""
        with transaction(self._db):
            self._db.execute(
                f"UPDATE alerts SET state = 'waiting', due_at = ?, bundle = ? WHERE {_MINE}",
                (to_seconds(due_at), bundle.value, token),
            )

    @told_as_ours()
    def hold_all(self, until: datetime) -> None:
        """Send nothing to anybody before then; an earlier end changes nothing."""
        with transaction(self._db):
            held = max(self.held_until_ms(), _ms(until))
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_HELD, str(held)))

    def held_until_ms(self) -> int:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (_HELD,)).fetchone()
        return int(row[0]) if row else 0

    def _head(self, now: datetime) -> Row | None:
        row: Row | None = self._db.execute(
            "SELECT a.* FROM alerts a JOIN watch_chats c ON c.chat = a.chat"
            " WHERE a.state = 'waiting' AND a.due_at <= :now AND c.suspended = ''"
            " AND (a.next_at_ms <= :now_ms OR a.next_at_ms > :longest_ms)"
            " AND (c.next_at_ms <= :now_ms OR c.next_at_ms > :longest_ms)"
            " AND NOT EXISTS (SELECT 1 FROM alerts b WHERE b.chat = a.chat"
            " AND b.state != 'dead' AND b.due_at <= :now AND (b.due_at, b.id) < (a.due_at, a.id))"
            " ORDER BY a.due_at, a.id LIMIT 1",
            {"now": to_seconds(now), "now_ms": _ms(now), "longest_ms": _ms(now + LONGEST_PAUSE)},
        ).fetchone()
        return row

    def _bundle_of(self, head: Row, now: datetime) -> list[Row]:
        if head["bundle"] == Bundle.ALONE:
            return [head]
        return self._db.execute(
            "SELECT * FROM alerts WHERE chat = ? AND thread = ? AND bundle = ? AND fallen_back = ?"
            " AND state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?",
            (head["chat"], head["thread"], head["bundle"], head["fallen_back"], to_seconds(now), BUNDLED),
        ).fetchall()

    def _mark(self, rows: Sequence[Row], state: str, token: str, lease: datetime) -> None:
        self._db.executemany(
            "UPDATE alerts SET state = ?, token = ?, lease_until_ms = ? WHERE id = ?",
            [(state, token, _ms(lease), row["id"]) for row in rows],
        )

    def _take_back(self, now: datetime) -> None:
        # A lease beyond any that could be given now was given by a clock that has been set back since.
        ended, moments = "(lease_until_ms <= ? OR lease_until_ms > ?)", (_ms(now), _ms(now + LEASE))
        self._db.execute(f"UPDATE alerts SET state = 'waiting' WHERE state = 'claimed' AND {ended}", moments)
        self._end_unknown(f"SELECT id FROM alerts WHERE state = 'sending' AND {ended}", moments, 0)

    def _end_unknown(self, which: str, values: tuple[object, ...], next_at_ms: int) -> bool:
        ended = [
            self._db.execute(
                "UPDATE alerts SET unknowns = unknowns + 1, next_at_ms = ?,"
                " state = iif(unknowns + 1 >= ?, 'dead', 'waiting'), reason = 'unknown' WHERE id = ? RETURNING state",
                (next_at_ms, SENDINGS_UNKNOWN, alert),
            ).fetchone()[0]
            for (alert,) in self._db.execute(which, values).fetchall()
        ]
        return "dead" in ended

    def _remember(self, row: Row, message: str, now: datetime) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO told VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row["story"], row["chat"], row["thread"], message, row["bundle"], row["watch"], to_seconds(now)),
        )

    def _pace(self, rows: Sequence[Row], again_at: datetime) -> None:
        for chat in {row["chat"] for row in rows}:
            self._db.execute("UPDATE watch_chats SET next_at_ms = ? WHERE chat = ?", (_ms(again_at), chat))


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
