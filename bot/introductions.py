"""What Telegram shows of the bot before anybody asks: its commands, for each kind of chat and language, and what it is.

Telegram counts these calls strictly, and most starts change nothing: what is there is read first.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.access import Role, may_manage
from bot.catalogue import LANGUAGES, Catalogue
from bot.logs import cause

PRIVATE = (
    *("ask", "asof", "latest", "place", "watch", "watches"),
    *("language", "timezone", "privacy", "forget", "help"),
)
GROUP = ("ask", "asof", "latest", "watch", "watches", "help")
OPERATORS = (*PRIVATE, "invite", "people", "groups", "status")
_log = logging.getLogger(__name__)


async def introduce(bot: Bot, operators: Sequence[int]) -> None:
    """Bring commands and descriptions up to date, in each language; English where Telegram's user has no other."""
    scopes: dict[BotCommandScope, Sequence[str]] = {
        BotCommandScopeAllPrivateChats(): PRIVATE,
        BotCommandScopeAllGroupChats(): GROUP,
        BotCommandScopeAllChatAdministrators(): GROUP,
    }
    try:
        for language in LANGUAGES:
            for scope, names in scopes.items():
                await _list_commands(bot, scope, names, language)
            await _describe(bot, language)
    except TelegramError as error:
        _log.warning("the list of commands could not be set: %s", cause(error))
    for operator in operators:
        await list_commands_for(bot, operator, Role.OPERATOR)


async def list_commands_for(bot: Bot, user_id: int, role: Role | None) -> None:
    """Show the commands of their role to one person.  One who never wrote to the bot has no chat to show them in."""
    scope = BotCommandScopeChat(user_id)
    with suppress(TelegramError):
        for language in LANGUAGES:
            if may_manage(role):
                await _list_commands(bot, scope, OPERATORS, language)
            else:
                await bot.delete_my_commands(scope, language_code=_code(language))


async def _list_commands(bot: Bot, scope: BotCommandScope, names: Sequence[str], language: str) -> None:
    text, code = Catalogue.load(language).text, _code(language)
    wanted = tuple(BotCommand(name, text(f"command-{name}")) for name in names)
    if await bot.get_my_commands(scope, language_code=code) != wanted:
        await bot.set_my_commands(wanted, scope, language_code=code)


async def _describe(bot: Bot, language: str) -> None:
    text, code = Catalogue.load(language).text, _code(language)
    if (await bot.get_my_description(code)).description != text("bot-about"):
        await bot.set_my_description(text("bot-about"), code)
    if (await bot.get_my_short_description(code)).short_description != text("bot-description"):
        await bot.set_my_short_description(text("bot-description"), code)


def _code(language: str) -> str | None:
    """What Telegram takes for everybody who has no list of their own language."""
    return None if language == "en" else language
