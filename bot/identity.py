"""Whose token it is, asked of Telegram."""

from __future__ import annotations

import asyncio

from telegram import Bot
from telegram.error import TelegramError

from bot.faults import bot_error
from bot.settings import Secret

BOT_API_URL = "https://api.telegram.org/bot"  # the token follows at once


def bot_name(token: Secret, api_url: str = BOT_API_URL) -> str:
    """The username of the token's bot.  Raises BotError: the token is refused, or Telegram cannot be reached."""
    try:
        return asyncio.run(_username(token, api_url))
    except TelegramError as error:
        raise bot_error(error) from None  # the message may quote the token


async def _username(token: Secret, api_url: str) -> str:
    async with Bot(token.reveal(), base_url=api_url) as bot:
        return bot.username
