"""Who may do what.  Closed by default: a person is let in by name, a group by an operator, a stranger told so once."""

from __future__ import annotations

import re
from enum import StrEnum

# A claim code or an invite as `people` makes it, alone or after /start, as a deep link sends it.
_CODE = re.compile(r"\s*(?:/start(?:@\w+)?\s+)?([A-Za-z0-9_-]{16,64})\s*")
_COMMAND = re.compile(r"/\w+(?:@(\w+))?")
_ADMINS = frozenset({"creator", "administrator"})  # Bot API, ChatMember.status


class Role(StrEnum):
    """What a person may do; each may also do what those before it may."""

    READER = "reader"
    EDITOR = "editor"
    OPERATOR = "operator"


_RANKS = tuple(Role)


def outranks(one: Role, other: Role) -> bool:
    """Whether `one` may do more than `other`."""
    return _RANKS.index(one) > _RANKS.index(other)


def may_ask(role: Role | None, *, group_let_in: bool | None = None, revoked: bool = False) -> bool:
    """Whether somebody gets answers; a role of None is a stranger.  `group_let_in` is None outside groups; in a group
    that an operator let in, all its members may ask, save one whose access was revoked."""
    return role is not None if group_let_in is None else group_let_in and not revoked


def may_feed(role: Role | None) -> bool:
    """Whether what somebody forwards or sends is taken in."""
    return role in (Role.EDITOR, Role.OPERATOR)


def may_manage(role: Role | None) -> bool:
    """Whether somebody invites, revokes and lets groups in."""
    return role is Role.OPERATOR


def may_change_watches(status: str | None, *, private: bool, as_the_group: bool = False) -> bool:
    """Whether the watches of a chat are somebody's to change: their own chat's, or those of a group whose admin they
    are.  `status` is Telegram's word for them there; `as_the_group` is an admin who writes in the group's name."""
    return private or as_the_group or status in _ADMINS


def speaks_to_us(
    text: str, username: str, *, human: bool, private: bool, pressed: bool, replied_to: bool = False
) -> bool:
    """Whether an update is meant for the bot: never another bot's; in private all; in a group a press of one of its
    buttons, /command@username, a reply to one of its messages, or a message that names @username."""
    if not human:
        return False
    command = _COMMAND.match(text)
    if private or pressed:
        return True
    if command:  # a command that names nobody, or another bot, is for others to answer
        return (command[1] or "").lower() == username.lower()
    return replied_to or names(text, username)


def names(text: str, username: str) -> bool:
    """Whether the text mentions @username."""
    return re.search(rf"(?<!\w)@{re.escape(username)}\b", text, re.IGNORECASE) is not None


def owns(owner_id: int, presser_id: int) -> bool:
    """Whether a button is somebody's to press.  Who asks in the name of a chat (a negative id) presses as themselves:
    then it is everybody's in that chat."""
    return owner_id == presser_id or owner_id < 0


def without_mention(text: str, username: str) -> str:
    """The text without the mentions of @username."""
    return re.sub(rf"(?<!\w)@{re.escape(username)}\b[,:]?", "", text, flags=re.IGNORECASE).strip()


def code_in(text: str) -> str | None:
    """The claim code or invite that a message may hold, sent alone or as `/start CODE`."""
    match = _CODE.fullmatch(text)
    return match[1] if match else None
