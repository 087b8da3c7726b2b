"""Who may ask.  Closed by default: a person is let in by name, and a stranger is told so once."""

from __future__ import annotations

import re
from enum import StrEnum

# A claim code as `store` makes it, alone or after /start, as a deep link sends it.
_CLAIM = re.compile(r"\s*(?:/start(?:@\w+)?\s+)?([A-Za-z0-9_-]{16,64})\s*")
_ADDRESSED = re.compile(r"/\w+@(\w+)")


class Role(StrEnum):
    """What a person may do; only operators exist so far."""

    OPERATOR = "operator"


def may_ask(role: Role | None) -> bool:
    """Whether somebody of this role gets answers; None is a stranger."""
    return role is not None


def speaks_to_us(text: str, username: str, *, human: bool, private: bool, pressed: bool) -> bool:
    """Whether an update is meant for the bot: never another bot's; in private all; in a group a press of one of its
    buttons, or /command@username."""
    if not human:
        return False
    named = _ADDRESSED.match(text)
    return private or pressed or (named is not None and named[1].lower() == username.lower())


def claim_code(text: str) -> str | None:
    """The claim code that a message may hold, sent alone or as `/start CODE`."""
    match = _CLAIM.fullmatch(text)
    return match[1] if match else None
