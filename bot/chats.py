"""The groups and channels that the bot is in, and which of them an operator has let in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.database import Database, seconds

_WAITING_KEPT = 50


class ChatKind(StrEnum):
    """A group is answered; a channel's posts are taken in."""

    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class KnownChat:
    """A chat that the bot is in.  `title` is what it was called when it was first met."""

    chat_id: int
    kind: ChatKind
    title: str
    let_in: bool


class Chats:
    """The chats of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def meet(self, chat_id: int, kind: ChatKind, title: str, now: datetime) -> bool:
        """Whether the chat is new here; remembers it as one that is not let in.  Beyond 50 of those none is remembered:
        anybody may add a bot to groups."""
        added = self._db.change(
            "INSERT OR IGNORE INTO bot_chats SELECT ?, ?, ?, 0, ?"
            " WHERE (SELECT count(*) FROM bot_chats WHERE NOT let_in) < ?",
            chat_id,
            kind.value,
            title,
            seconds(now),
            _WAITING_KEPT,
        )
        return added == 1

    def let_in(self, chat_id: int, *, let_in: bool) -> bool:
        """Let a known chat in, or put it out; whether it is known."""
        return self._db.change("UPDATE bot_chats SET let_in = ? WHERE chat_id = ?", int(let_in), chat_id) == 1

    def drop(self, chat_id: int) -> None:
        """The bot is no longer in it: to be let in anew if it comes back."""
        self._db.change("DELETE FROM bot_chats WHERE chat_id = ?", chat_id)

    def titles(self) -> dict[int, str]:
        """What each known chat is called here."""
        return {chat.chat_id: chat.title for chat in self.all()}

    def chat(self, chat_id: int) -> KnownChat | None:
        """The chat, if known."""
        return next((chat for chat in self.all() if chat.chat_id == chat_id), None)

    def all(self) -> tuple[KnownChat, ...]:
        """Every known chat, those that wait to be let in first."""
        rows = self._db.rows("SELECT chat_id, kind, title, let_in FROM bot_chats ORDER BY let_in, saved_at")
        return tuple(KnownChat(row[0], ChatKind(row[1]), row[2], bool(row[3])) for row in rows)
