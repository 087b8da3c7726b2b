"""What a button carries back: a verb, the key of a kept answer, a number.  At most 64 bytes (Bot API)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ANSWERS = "whole|more|again|sources|where"
_REFINEMENTS = "radius|wider|recent|namesake|fresh"
_VERDICTS = "good|bad|misplaced|outdated|offtopic"
_PLACES = "save-place|forget-place"
_CHOICES = "language|timezone"
_TEAM = "people|person|reader|editor|operator|revoke|end-invites"
_CHATS = "groups|let-in|leave"
# What the handlers in `app` are told apart by.
TEAM_DATA, CHAT_DATA, PRIVACY_DATA = rf"^(?:{_TEAM}):", rf"^(?:{_CHATS}):", r"^forget:"
ANSWER_DATA, REFINEMENT_DATA, VERDICT_DATA = rf"^(?:{_ANSWERS}):", rf"^(?:{_REFINEMENTS}):", rf"^(?:{_VERDICTS}):"
PLACE_DATA, CHOICE_DATA = rf"^(?:{_PLACES}):", rf"^(?:{_CHOICES}):"
WATCH_DATA = r"^(?:watch|tell):"
_VERBS = "|".join((_ANSWERS, _REFINEMENTS, _VERDICTS, _PLACES, _CHOICES, _TEAM, _CHATS, "forget", "watch", "tell"))
_DATA = re.compile(rf"({_VERBS}):([A-Za-z0-9_+/-]{{0,40}})(?::(\d{{1,10}}))?")


@dataclass(frozen=True, slots=True)
class Button:
    """A label and what pressing it sends."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: what is to be done, mostly with the kept answer `key`, and a number."""

    verb: str
    key: str = ""
    number: int = 0


def whole(key: str, story: int) -> str:
    """The data of "whole passage": the best passage of the story at `story` (0-based) of the kept answer."""
    return f"whole:{key}:{story}"


def more(key: str, story: int) -> str:
    """The data of "more": the kept answer from its story at `story` (0-based) on."""
    return f"more:{key}:{story}"


def on_answer(verb: str, key: str, number: int) -> str:
    """The data of any other button of the kept answer `key`: kilometres, hours, a GeoNames number, stories shown."""
    return f"{verb}:{key}:{number}"


def save_place() -> str:
    """The data of saving the point that was shared last."""
    return "save-place:"


def forget_place() -> str:
    """The data of forgetting the place saved."""
    return "forget-place:"


def timezone(name: str) -> str:
    """The data of a choice of time zone; the longest name, America/Argentina/ComodRivadavia, has 32 letters."""
    return f"timezone:{name}"


def again() -> str:
    """The data of "ask again": the question stands in the message that the button's message answers."""
    return "again:"


def tell(key: str) -> str:
    """The data of "tell me when it happens again": the kept answer whose question is to be watched."""
    return f"tell:{key}"


def watch(what: str, number: int = 0) -> str:
    """The data of what is to be done with the watch of that number."""
    return f"watch:{what}:{number}"


def language(code: str) -> str:
    """The data of a choice of language."""
    return f"language:{code}"


def people(first: int) -> str:
    """The data of "more" under a list of people: those from `first` (0-based) on."""
    return f"people::{first}"


def person(user_id: int) -> str:
    """The data of a person's number in that list."""
    return f"person:{user_id}"


def appoint(role: str, user_id: int) -> str:
    """The data of giving a role."""
    return f"{role}:{user_id}"


def revoke(user_id: int) -> str:
    """The data of taking all access away."""
    return f"revoke:{user_id}"


def end_invites() -> str:
    """The data of ending every invite that still stands."""
    return "end-invites:"


def chats(first: int) -> str:
    """The data of "more" under a list of groups and channels: those from `first` (0-based) on."""
    return f"groups::{first}"


def let_in(chat_id: int) -> str:
    """The data of letting a group or channel in."""
    return f"let-in:{chat_id}"


def leave(chat_id: int) -> str:
    """The data of putting a group or channel out."""
    return f"leave:{chat_id}"


def forget(what: str) -> str:
    """The data of showing or erasing what is kept: `show`, `data`, `all` or `none`."""
    return f"forget:{what}"


def pressed(data: str) -> Press | None:
    """Read a button's data; None for what no button of ours carries."""
    match = _DATA.fullmatch(data)
    return Press(match[1], match[2], int(match[3] or 0)) if match else None
