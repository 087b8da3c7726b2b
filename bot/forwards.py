"""A message or channel post as a record of a dispatch: its words, who said them first, when and where to read them.

Somebody who hides their account when they are forwarded is not named: Telegram still tells a name, and the source of a
dispatch is shown to all who ask.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC

from telegram import (
    Chat,
    Message,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginUser,
)

from bot.markup import one_line

SOURCE_LIMIT = 100
HIDDEN_SOURCE = "Telegram, incognito"  # the same word in both languages


def record_of(message: Message, titles: Mapping[int, str]) -> dict[str, object]:
    """The fields of a JSON Lines record.  `titles` are the names that known channels are kept under: a channel that
    renames itself stays one source."""
    origin, text = message.forward_origin, message.text or message.caption or ""
    if origin is None:
        source, post, told_at = message.chat, message.message_id, message.date
    elif isinstance(origin, MessageOriginChannel):
        source, post, told_at = origin.chat, origin.message_id, origin.date
    else:
        return {**_told_by(origin, text), "body": text}
    return {
        "id": f"telegram:{source.id}/{post}",
        "source": titles.get(source.id) or channel_name(source),
        "published": told_at.isoformat(),
        "url": _address(source, post),
        "body": text,
    }


def origin_name(message: Message, titles: Mapping[int, str]) -> str | None:
    """Who first sent what is forwarded here; None where it is not."""
    return str(record_of(message, titles)["source"]) if message.forward_origin else None


def channel_name(chat: Chat) -> str:
    """A chat's title on one line, its username where it has none, else its id."""
    return one_line(chat.title or "", SOURCE_LIMIT).text or chat.username or str(chat.id)


def _told_by(origin: MessageOrigin, text: str) -> dict[str, object]:
    """What a person or a group said.  Telegram gives such a message no lasting number: its moment and words stand for
    it, so that it is known again when it comes twice."""
    source, told_at = _speaker(origin), origin.date.astimezone(UTC)
    known_by = hashlib.sha256(f"{source}\n{told_at.isoformat()}\n{text}".encode("utf-8", "replace")).hexdigest()
    return {"id": f"telegram:{known_by[:32]}", "source": source, "published": told_at.isoformat()}


def _speaker(origin: MessageOrigin) -> str:
    match origin:
        case MessageOriginUser():
            return one_line(origin.sender_user.full_name, SOURCE_LIMIT).text or str(origin.sender_user.id)
        case MessageOriginChat():
            return channel_name(origin.sender_chat)
        case _:
            return HIDDEN_SOURCE


def _address(chat: Chat, post: int) -> str:
    """Where the post is read: for all, or for members only (core.telegram.org/api/links#message-links)."""
    return f"https://t.me/{chat.username}/{post}" if chat.username else f"https://t.me/c/{_bare(chat.id)}/{post}"


def _bare(chat_id: int) -> int:
    """A channel's id without the -100 that the Bot API writes before it."""
    return -chat_id - 1_000_000_000_000
