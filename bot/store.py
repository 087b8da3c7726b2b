"""What the bot keeps: people, chats, answers behind buttons, updates already seen; and who is let in, for all who ask.

It lives in the database file of `index`, in tables of its own (`bot.database`).  Kept answers hold ids and offsets
only, so that what is withdrawn or purged is not kept alive here.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from bot.access import Role, may_ask
from bot.chats import Chats
from bot.database import Database, seconds
from bot.feedback import Feedback
from bot.people import People, Person
from bot.talks import Here, Talk, Talks, Turn
from bot.whereabouts import Whereabouts

SNAPSHOT_LIFE = timedelta(days=7)
_SEEN_KEPT = 10_000  # update ids; Telegram sends none again after 24 hours

# Every table that holds something of a person, in a column `user_id`: what /privacy counts and /forget erases.
OF_A_PERSON = (
    "bot_people",
    "bot_choices",
    "bot_strangers",
    "bot_invites",
    "bot_snapshots",
    "bot_turns",
    "bot_places",
    "bot_timezones",
    "bot_feedback",
)
# Every table that holds something of a chat, in a column `chat_id`: what moves when a group gets another id.
OF_A_CHAT = ("bot_chats", "bot_snapshots", "bot_turns")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A given answer: whose it is, the message that asked, and of each story, best first, the passage ids and where the
    quote stands in the body (none in answers kept by an older Vigie).

    `question` says it all in words, but for the `place` chosen among namesakes (a GeoNames number) and where `here` is;
    `said` are the words that it came from: "et à Gao ?".
    """

    chat_id: int
    user_id: int
    message_id: int
    question: str
    language: str
    stories: tuple[tuple[int, ...], ...]
    quotes: tuple[tuple[int, int], ...] = ()
    said: str = ""
    place: int | None = None
    here: Here = Here.UNTOLD
    kept_at: datetime | None = None


class Store:
    """One connection: open, use and close it on one thread (`bot.worker`).  Raises StoreError when unusable.

    `operators` are those whom the settings let in.
    """

    def __init__(self, database: Database, operators: Set[int] = frozenset()) -> None:
        self._db = database
        self._operators = operators
        self.people = People(database)
        self.chats = Chats(database)
        self.talks = Talks(database)
        self.feedback = Feedback(database)
        self.whereabouts = Whereabouts()

    @staticmethod
    def open(data_dir: Path, operators: Set[int] = frozenset()) -> Store:
        """Open the database of `data_dir` and bring the bot's tables up to date."""
        return Store(Database.open(data_dir), operators)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    # -- who is let in: asked anew for every update, press and alert, so that what is revoked ends at once ------------

    def role(self, user_id: int) -> Role | None:
        """What a person may do; None for a stranger."""
        return Role.OPERATOR if user_id in self._operators else self.people.role(user_id)

    def may_ask(self, user_id: int, group_id: int | None = None) -> bool:
        """Whether a person gets answers: in a group, where `group_id` is given, else in private and inline."""
        let_in = None if group_id is None else self.lets_in(group_id)
        return may_ask(self.role(user_id), group_let_in=let_in, revoked=self.people.is_revoked(user_id))

    def lets_in(self, chat_id: int) -> bool:
        """Whether a chat may be written to: a person's own while they have a role, a group while it is let in."""
        if chat_id > 0:  # a private chat has its person's id
            return self.role(chat_id) is not None
        chat = self.chats.chat(chat_id)
        return chat is not None and chat.let_in

    def operators(self) -> tuple[int, ...]:
        """The ids of all who run this bot."""
        return tuple(sorted(self._operators | set(self.people.operators())))

    def everybody(self) -> tuple[Person, ...]:
        """All who are known; those whom the settings appoint come first, and are operators whatever was kept."""
        kept = {person.user_id: person for person in self.people.all()}
        appointed = [
            replace(kept.get(user_id, Person(user_id, "", None, None)), role=Role.OPERATOR, since=None)
            for user_id in sorted(self._operators)
        ]
        return (*appointed, *(person for person in kept.values() if person.user_id not in self._operators))

    def has_operator(self) -> bool:
        """Whether anybody runs this bot yet."""
        return bool(self.operators())

    def is_last_operator(self, user_id: int) -> bool:
        """Whether nobody would run this bot without this person."""
        return user_id not in self._operators and self.operators() == (user_id,)

    def appoint(self, user_id: int, role: Role | None, now: datetime) -> bool:
        """Give a role, or with None revoke: the invites that the person made and all that is kept of them go too.

        False, and nothing is done, for one whom the settings appoint and for the last operator.
        """
        with self._db.transaction():
            if user_id in self._operators or (role is not Role.OPERATOR and self.is_last_operator(user_id)):
                return False
            self._appoint(user_id, role, now)
        self._db.scrub()
        return True

    def revoke(self, user_id: int, now: datetime) -> bool:
        """Revoke from the machine itself, the last operator's access too; False for one whom the settings appoint."""
        if user_id in self._operators:
            return False
        with self._db.transaction():
            self._appoint(user_id, None, now)
        self._db.scrub()
        return True

    def _appoint(self, user_id: int, role: Role | None, now: datetime) -> None:
        if role is None:
            self._erase(user_id, access_too=False)
        self.people.set_role(user_id, role, now)

    # -- what is kept of a person or a chat ----------------------------------------------------------------------

    def rows_of(self, user_id: int) -> dict[str, list[dict[str, object]]]:
        """The rows about this person or their private chat, by table, each with the names of its columns."""
        return {table: self._rows_of(table, user_id) for table in sorted({*OF_A_PERSON, *OF_A_CHAT})}

    def erase(self, user_id: int, *, access_too: bool) -> None:
        """Erase all of that; the role stays unless `access_too`, without a name."""
        with self._db.transaction():
            self._erase(user_id, access_too=access_too)
        self._db.scrub()

    def _erase(self, user_id: int, *, access_too: bool) -> None:
        self.whereabouts.forget(user_id)
        for table in OF_A_PERSON:
            if table != "bot_people" or access_too:
                self._db.change(f"DELETE FROM {table} WHERE user_id = ?", user_id)
        for table in OF_A_CHAT:
            self._db.change(f"DELETE FROM {table} WHERE chat_id = ?", user_id)
        self._db.change("UPDATE bot_people SET name = '' WHERE user_id = ?", user_id)

    def move_chat(self, old_id: int, new_id: int) -> None:
        """Keep for `new_id` what was kept for `old_id`: Telegram gives a group that becomes a supergroup another id."""
        with self._db.transaction():
            for table in OF_A_CHAT:
                self._db.change(f"UPDATE OR REPLACE {table} SET chat_id = ? WHERE chat_id = ?", new_id, old_id)

    def language(self, user_id: int) -> str | None:
        """The language somebody chose, if any."""
        row = self._db.row("SELECT language FROM bot_choices WHERE user_id = ?", user_id)
        return str(row[0]) if row else None

    def set_language(self, user_id: int, language: str) -> None:
        """Keep the language that somebody chose."""
        self._db.change("INSERT OR REPLACE INTO bot_choices VALUES (?, ?)", user_id, language)

    # -- updates and answers -------------------------------------------------------------------------------------

    def first_seen(self, update_id: int) -> bool:
        """Whether this update comes for the first time; remembers it."""
        with self._db.transaction():
            added = self._db.change("INSERT OR IGNORE INTO bot_seen VALUES (?)", update_id)
            self._db.change("DELETE FROM bot_seen WHERE update_id <= ?", update_id - _SEEN_KEPT)
        return added == 1

    def keep(self, snapshot: Snapshot, now: datetime) -> str:
        """Keep an answer for a week under a random key, and drop those whose week is over."""
        key = secrets.token_urlsafe(9)
        row = (
            key,
            snapshot.chat_id,
            snapshot.user_id,
            snapshot.message_id,
            snapshot.question,
            snapshot.language,
            json.dumps(snapshot.stories),
            seconds(now),
            json.dumps(snapshot.quotes),
            snapshot.said,
            snapshot.place,
            snapshot.here.value,
        )
        with self._db.transaction():
            self._db.change("DELETE FROM bot_snapshots WHERE kept_at <= ?", seconds(now - SNAPSHOT_LIFE))
            self._db.change("INSERT INTO bot_snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
        return key

    def keep_answer(self, snapshot: Snapshot, talk: Talk, turn: Turn, now: datetime) -> str:
        """Keep an answer, and let the conversation go on from its question; returns the key of the answer."""
        with self._db.transaction():
            self.talks.keep_turn(talk, turn, now)
            return self.keep(snapshot, now)

    def snapshot(self, key: str, now: datetime) -> Snapshot | None:
        """The answer kept under `key`, unless its week is over."""
        row = self._db.row(
            "SELECT chat_id, user_id, message_id, question, language, stories, quotes, said, place, here, kept_at"
            " FROM bot_snapshots WHERE key = ? AND kept_at > ?",
            key,
            seconds(now - SNAPSHOT_LIFE),
        )
        if row is None:
            return None
        stories = tuple(tuple(ids) for ids in json.loads(row[5]))
        quotes = tuple((start, end) for start, end in json.loads(row[6]))
        kept_at = datetime.fromtimestamp(row[10], UTC)
        return Snapshot(row[0], row[1], row[2], row[3], row[4], stories, quotes, row[7], row[8], Here(row[9]), kept_at)

    def last_question(self, chat_id: int, message_id: int) -> str | None:
        """What was said in this message when it was last answered: Telegram also tells of edits that change no word."""
        row = self._db.row(
            "SELECT iif(said = '', question, said) FROM bot_snapshots WHERE chat_id = ? AND message_id = ?"
            " ORDER BY rowid DESC LIMIT 1",
            chat_id,
            message_id,
        )
        return str(row[0]) if row else None

    def _rows_of(self, table: str, user_id: int) -> list[dict[str, object]]:
        about = " OR ".join(
            f"{column} = ?1" for column, tables in (("user_id", OF_A_PERSON), ("chat_id", OF_A_CHAT)) if table in tables
        )
        names = [str(row[1]) for row in self._db.rows(f"PRAGMA table_info({table})")]
        rows = self._db.rows(f"SELECT {', '.join(names)} FROM {table} WHERE {about}", user_id)
        return [dict(zip(names, row, strict=True)) for row in rows]
