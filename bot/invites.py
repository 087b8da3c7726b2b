"""What an invite is to be, read from the words after /invite.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.access import Role

MOST_USES = 50
MOST_DAYS = 30
_ROLE_WORDS = {
    **dict.fromkeys(("reader", "readers", "lecteur", "lectrice", "lecteurs"), Role.READER),
    **dict.fromkeys(("editor", "editors", "éditeur", "editeur", "éditrice", "editrice", "éditeurs"), Role.EDITOR),
    **dict.fromkeys(("operator", "opérateur", "operateur", "opératrice", "operatrice"), Role.OPERATOR),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """For how many people, as what, and for how long a code serves."""

    role: Role = Role.READER
    uses: int = 1
    life: timedelta = timedelta(days=3)


def terms_of(text: str) -> Terms | None:
    """The terms in "editor 5 7" (as editors, five people, seven days), each part optional; None where they are not
    understood or beyond 50 people and 30 days."""
    match = re.fullmatch(r"\s*([^\W\d]+)?\s*(\d{1,3})?\s*(\d{1,3})?\s*", text)
    if match is None or (match[1] and match[1].lower() not in _ROLE_WORDS):
        return None
    terms = Terms(
        _ROLE_WORDS[match[1].lower()] if match[1] else Role.READER,
        int(match[2] or 1),
        timedelta(days=int(match[3])) if match[3] else Terms().life,
    )
    well = 1 <= terms.uses <= MOST_USES and timedelta(days=1) <= terms.life <= timedelta(days=MOST_DAYS)
    return terms if well else None


def deep_link(username: str, code: str) -> str:
    """The address that opens the bot and sends it the code (core.telegram.org/api/links#bot-links)."""
    return f"https://t.me/{username}?start={code}"
