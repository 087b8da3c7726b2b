"""Whose token it is, asked of Telegram."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

from bot.faults import bot_error
from bot.settings import Secret

BOT_API_URL = "https://api.telegram.org/bot"  # the token follows at once


@dataclass(frozen=True, slots=True)
class Identity:
    """A bot's username; whether its privacy mode lets it read all that is said in groups, so that a mention alone
    reaches it; whether it may be added to groups; whether it answers inline."""

    username: str
    reads_groups: bool
    joins_groups: bool
    inline: bool


def identity(token: Secret, api_url: str = BOT_API_URL) -> Identity:
    """Who the token's bot is.  Raises BotError: the token is refused, or Telegram cannot be reached."""
    try:
        return asyncio.run(_identity(token, api_url))
    except TelegramError as error:
        raise bot_error(error) from None  # the message may quote the token


async def _identity(token: Secret, api_url: str) -> Identity:
    async with Bot(token.reveal(), base_url=api_url) as bot:
        me = bot.bot
        return Identity(
            bot.username,
            reads_groups=bool(me.can_read_all_group_messages),
            joins_groups=bool(me.can_join_groups),
            inline=bool(me.supports_inline_queries),
        )
