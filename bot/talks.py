"""What the bot keeps of conversations: the question that each is about, the places and time zones that people chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.database import Database, seconds
from bot.whereabouts import Point

TURN_LIFE = timedelta(minutes=30)
PLACE_DECIMALS = 2  # about a kilometre: near enough for a radius of 10 km, too far to find a door by


class Here(StrEnum):
    """Where "here" is in a question: nobody said, where the person shared that they are, or the place they saved."""

    UNTOLD = ""
    SHARED = "shared"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Talk:
    """Whose talk it is: one person's, in one chat, in one topic of it (0 outside topics).  What somebody means never
    hangs on what another has asked."""

    chat_id: int
    topic_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What a conversation is about.  `place` is the GeoNames number of the place chosen among its namesakes; `waits`:
    the question is unanswered until the person says where they are."""

    question: str
    language: str
    place: int | None = None
    here: Here = Here.UNTOLD
    waits: bool = False


@dataclass(frozen=True, slots=True)
class SavedPlace:
    """A place that somebody saved: by its name, or by a point to about a kilometre."""

    name: str = ""
    point: Point | None = None


class Talks:
    """The conversations of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def turn(self, talk: Talk, now: datetime) -> Turn | None:
        """What was asked last in this talk, within the half-hour."""
        row = self._db.row(
            "SELECT question, language, place, here, waits FROM bot_turns"
            " WHERE chat_id = ? AND topic_id = ? AND user_id = ? AND asked_at > ?",
            talk.chat_id,
            talk.topic_id,
            talk.user_id,
            seconds(now - TURN_LIFE),
        )
        return Turn(row[0], row[1], row[2], Here(row[3]), bool(row[4])) if row else None

    def keep_turn(self, talk: Talk, turn: Turn, now: datetime) -> None:
        """Let the conversation go on from this question; those whose half-hour is over are erased."""
        whose = (talk.chat_id, talk.topic_id, talk.user_id)
        row = (turn.question, turn.language, turn.place, turn.here.value, int(turn.waits), seconds(now))
        with self._db.transaction():
            self._db.change("DELETE FROM bot_turns WHERE asked_at <= ?", seconds(now - TURN_LIFE))
            self._db.change("INSERT OR REPLACE INTO bot_turns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *whose, *row)

    def forget_turn(self, talk: Talk) -> None:
        """Start over: what comes next goes on from nothing."""
        whose = (talk.chat_id, talk.topic_id, talk.user_id)
        self._db.change("DELETE FROM bot_turns WHERE chat_id = ? AND topic_id = ? AND user_id = ?", *whose)

    def place(self, user_id: int) -> SavedPlace | None:
        """The place that somebody saved."""
        row = self._db.row("SELECT name, lat, lon FROM bot_places WHERE user_id = ?", user_id)
        return SavedPlace(row[0], None if row[1] is None else (row[1], row[2])) if row else None

    def save_place(self, user_id: int, place: SavedPlace) -> None:
        """Save a place instead of the one before; a point is rounded."""
        lat, lon = (round(part, PLACE_DECIMALS) for part in place.point) if place.point else (None, None)
        self._db.change("INSERT OR REPLACE INTO bot_places VALUES (?, ?, ?, ?)", user_id, place.name, lat, lon)

    def forget_place(self, user_id: int) -> None:
        """Forget the place that somebody saved."""
        self._db.change("DELETE FROM bot_places WHERE user_id = ?", user_id)

    def timezone(self, user_id: int) -> ZoneInfo | None:
        """The time zone that somebody chose."""
        row = self._db.row("SELECT timezone FROM bot_timezones WHERE user_id = ?", user_id)
        return ZoneInfo(row[0]) if row else None

    def set_timezone(self, user_id: int, timezone: ZoneInfo) -> None:
        """Keep the time zone that somebody chose."""
        self._db.change("INSERT OR REPLACE INTO bot_timezones VALUES (?, ?)", user_id, timezone.key)
