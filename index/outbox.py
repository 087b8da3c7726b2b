"""The outbox: what is still to be told to whom, and what was told already.  One connection, one thread.

Lines are written in the transaction of what they tell of; `index.leases` hands them out to be sent.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from index.archive import to_seconds
from index.schema import Connection, Row, told_as_ours
from index.story_model import Material
from index.watch_model import Bundle, DeadLetter, Form, Tally


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outbox.  `id` is 0 for one that is not written yet; `begun` is one that is being sent, or was and
    may have arrived."""

    chat: str
    thread: str
    form: Form
    due_at: datetime
    story: int = 0
    dispatch: int = 0
    watch: int = 0
    bundle: Bundle = Bundle.ALONE
    changed: tuple[Material, ...] = ()
    urgent: bool = False
    loud: bool = True
    words: tuple[tuple[str, str | int], ...] = ()
    id: int = 0
    tries: int = 0
    fallen_back: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class First:
    """The message that first told a story in a chat; "" where the chat became another, in which it has no number."""

    chat: str
    thread: str
    message: str
    bundle: Bundle
    watch: int
    story: int
    told_at: datetime


class Outbox:
    """The lines of all chats."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    # -- lines in (inside the transaction of whoever writes) ---------------------------------------------------

    def put(self, line: Line, now: datetime) -> None:
        """Queue a line; an EDIT that waits already is enough, since it will show all that is known when it goes and
        bears what was taken back since, and so is a NOTICE in the same words."""
        waiting = self._waiting(line) if line.form in (Form.EDIT, Form.NOTICE) else None
        if waiting is not None:
            self._add_to(waiting, line)
            return
        self._db.execute(
            "INSERT INTO alerts (chat, thread, form, bundle, story, dispatch, watch, changed, urgent, loud, words,"
            " queued_at, due_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')",
            (line.chat, line.thread, line.form.value, line.bundle.value, line.story, line.dispatch, line.watch,
             json.dumps(line.changed), line.urgent, line.loud, json.dumps(line.words), to_seconds(now),
             to_seconds(line.due_at)),
        )  # fmt: skip

    def take_room(self, chat: str, hour: datetime, most: int) -> bool:
        """Count one more message of a chat in an hour, unless it had the most of them."""
        self._db.execute(
            "UPDATE watch_chats SET counted = iif(counted_hour = ?, counted, 0), counted_hour = ? WHERE chat = ?",
            (to_seconds(hour), to_seconds(hour), chat),
        )
        taken = self._db.execute(
            "UPDATE watch_chats SET counted = counted + 1 WHERE chat = ? AND counted < ?", (chat, most)
        )
        return taken.rowcount == 1

    def told(self, stories: Sequence[int]) -> dict[tuple[str, str], First]:
        """(chat, thread) -> the message that told them the story, under any of the numbers that it has had."""
        rows = self._db.execute(
            "SELECT * FROM told WHERE story IN (SELECT value FROM json_each(?)) ORDER BY told_at DESC",
            (json.dumps(list(stories)),),
        )
        return {(row["chat"], row["thread"]): _first(row) for row in rows}

    def waiting_firsts(self, stories: Sequence[int]) -> dict[tuple[str, str], Line]:
        """(chat, thread) -> the first message of the story that is still on its way."""
        rows = self._db.execute(
            "SELECT * FROM alerts WHERE form = 'first' AND state != 'dead'"
            " AND story IN (SELECT value FROM json_each(?)) ORDER BY id DESC",
            (json.dumps(list(stories)),),
        )
        return {(row["chat"], row["thread"]): line_from(row) for row in rows}

    def hasten(self, line: Line, now: datetime) -> None:
        """What was held has become urgent: it goes now, alone."""
        self._db.execute(
            "UPDATE alerts SET due_at = ?, bundle = '', urgent = 1 WHERE id = ? AND state = 'waiting'",
            (to_seconds(now), line.id),
        )

    def call_back(self, line: Line) -> None:
        """What was put in words and not yet begun is put in words anew: its story has changed."""
        self._db.execute(
            "UPDATE alerts SET state = 'waiting' WHERE state = 'claimed'"
            " AND token = (SELECT token FROM alerts WHERE id = ?)",
            (line.id,),
        )

    def part_from(self, watch: int) -> None:
        """What was queued for a watch and not yet begun is told only if another watch of its chat meets it too."""
        self._db.execute(
            "UPDATE alerts SET watch = 0 WHERE watch = ? AND form = 'first' AND state = 'waiting'", (watch,)
        )

    def hold_again(self, chat: str, until: datetime) -> None:
        """What is held over the quiet hours of a chat comes at another time, since they have changed."""
        self._db.execute(
            "UPDATE alerts SET due_at = ? WHERE chat = ? AND bundle = 'slept' AND state = 'waiting'",
            (to_seconds(until), chat),
        )

    def bundle_waiting(self, chat: str, now: datetime) -> None:
        """A chat is back: what waited for it, if it is more than one thing, comes in one message."""
        self._db.execute(
            "UPDATE alerts SET bundle = 'away', due_at = max(due_at, ?), next_at_ms = 0 WHERE chat = ?"
            " AND state = 'waiting' AND bundle = '' AND form IN ('first', 'update') AND (SELECT count(*) FROM alerts b"
            " WHERE b.chat = alerts.chat AND b.state = 'waiting' AND b.bundle IN ('', 'away')"
            " AND b.form IN ('first', 'update')) > 1",
            (to_seconds(now), chat),
        )

    def _add_to(self, waiting: int, line: Line) -> None:
        (held,) = self._db.execute("SELECT changed FROM alerts WHERE id = ?", (waiting,)).fetchone()
        changed = list(dict.fromkeys([*json.loads(held), *line.changed]))
        self._db.execute(
            "UPDATE alerts SET changed = ?, dispatch = ? WHERE id = ?", (json.dumps(changed), line.dispatch, waiting)
        )

    def _waiting(self, line: Line) -> int | None:
        row = self._db.execute(
            "SELECT id FROM alerts WHERE story = ? AND chat = ? AND thread = ? AND form = ? AND words = ?"
            " AND state = 'waiting' AND due_at <= ?",
            (line.story, line.chat, line.thread, line.form.value, json.dumps(line.words), to_seconds(line.due_at)),
        ).fetchone()
        return row[0] if row else None

    # -- how it stands -----------------------------------------------------------------------------------------

    @told_as_ours()
    def tally(self, now: datetime) -> Tally:
        """How many lines are due, and how many are dead."""
        row = self._db.execute(
            "SELECT count(*) FILTER (WHERE state != 'dead' AND due_at <= ?) AS waiting,"
            " count(*) FILTER (WHERE state = 'dead') AS dead FROM alerts",
            (to_seconds(now),),
        ).fetchone()
        return Tally(row["waiting"], row["dead"])

    @told_as_ours()
    def undelivered(self) -> tuple[int, int]:
        """How many lines are dead, and how many chats are told nothing."""
        row = self._db.execute(
            "SELECT (SELECT count(*) FROM alerts WHERE state = 'dead'),"
            " (SELECT count(*) FROM watch_chats WHERE suspended != '')"
        ).fetchone()
        return row[0], row[1]

    @told_as_ours()
    def dead_letters(self, limit: int = 20) -> list[DeadLetter]:
        """What could not be sent, newest first."""
        rows = self._db.execute("SELECT * FROM alerts WHERE state = 'dead' ORDER BY id DESC LIMIT ?", (limit,))
        return [DeadLetter(row["id"], row["chat"], _moment(row["queued_at"]), row["reason"]) for row in rows.fetchall()]


def _first(row: Row) -> First:
    return First(
        chat=row["chat"],
        thread=row["thread"],
        message=row["message"],
        bundle=Bundle(row["bundle"]),
        watch=row["watch"],
        story=row["story"],
        told_at=_moment(row["told_at"]),
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def line_from(row: Row) -> Line:
    """A row of `alerts` as the noun."""
    return Line(
        chat=row["chat"],
        thread=row["thread"],
        form=Form(row["form"]),
        due_at=_moment(row["due_at"]),
        story=row["story"],
        dispatch=row["dispatch"],
        watch=row["watch"],
        bundle=Bundle(row["bundle"]),
        changed=tuple(map(Material, json.loads(row["changed"]))),
        urgent=bool(row["urgent"]),
        loud=bool(row["loud"]),
        words=tuple((name, value) for name, value in json.loads(row["words"])),
        id=row["id"],
        tries=row["tries"],
        fallen_back=bool(row["fallen_back"]),
        begun=row["state"] == "sending" or row["unknowns"] > 0,
    )
