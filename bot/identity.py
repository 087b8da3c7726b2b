"""Whose token it is, asked of Telegram."""

from __future__ import annotations

import asyncio

from telegram import Bot
from telegram.error import TelegramError

from bot.faults import bot_error
from bot.settings import Secret


def bot_name(token: Secret) -> str:
    """The username of the token's bot.  Raises BotError: the token is refused, or Telegram cannot be reached."""
    try:
        return asyncio.run(_username(token))
    except TelegramError as error:
        raise bot_error(error) from None  # the message may quote the token


async def _username(token: Secret) -> str:
    async with Bot(token.reveal()) as bot:
        return bot.username
