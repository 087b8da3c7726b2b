"""Who may ask.  Closed by default: a person is let in by name, and a stranger is told so once."""

from __future__ import annotations

import re
from enum import Enum, StrEnum

# A claim code as `store` makes it, alone or after /start, as a deep link sends it.
_CLAIM = re.compile(r"\s*(?:/start(?:@\w+)?\s+)?([A-Za-z0-9_-]{16,64})\s*")
_ADDRESSED = re.compile(r"/\w+@(\w+)")


class Role(StrEnum):
    """What a person may do; only operators exist so far."""

    OPERATOR = "operator"


class Admission(Enum):
    """What to do with somebody's update."""

    LET_IN = "let in"
    STRANGER = "stranger"  # may still hold the claim code; otherwise told once, then ignored
    NOT_OURS = "not ours"  # not said to us: another bot, a channel, a group's own talk


def admission(role: Role | None, *, human: bool, addressed: bool) -> Admission:
    """Decide on an update from somebody of this role, None being a stranger."""
    if not human or not addressed:
        return Admission.NOT_OURS
    return Admission.STRANGER if role is None else Admission.LET_IN


def addressed(text: str, username: str, *, private: bool, pressed: bool) -> bool:
    """Whether the bot is spoken to: in private always, in a group by one of its buttons or by /command@username."""
    if private or pressed:
        return True
    named = _ADDRESSED.match(text)
    return named is not None and named[1].lower() == username.lower()


def claim_code(text: str) -> str | None:
    """The claim code that a message may hold, sent alone or as `/start CODE`."""
    match = _CLAIM.fullmatch(text)
    return match[1] if match else None
