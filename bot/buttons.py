"""What a button carries back: a verb, the key of a kept answer, a number.  At most 64 bytes (Bot API)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATA = re.compile(r"(whole|more|again|language):([A-Za-z0-9_-]{0,40})(?::(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Button:
    """A label and what pressing it sends."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: `whole` or `more` of the kept answer `key` from its `number`, `again`, or a `language`."""

    verb: str
    key: str = ""
    number: int = 0


def whole(key: str, story: int) -> str:
    """The data of "whole passage": the best passage of the story at `story` (0-based) of the kept answer."""
    return f"whole:{key}:{story}"


def more(key: str, story: int) -> str:
    """The data of "more": the kept answer from its story at `story` (0-based) on."""
    return f"more:{key}:{story}"


def again() -> str:
    """The data of "ask again": the question stands in the message that the button's message answers."""
    return "again:"


def language(code: str) -> str:
    """The data of a choice of language."""
    return f"language:{code}"


def pressed(data: str) -> Press | None:
    """Read a button's data; None for what no button of ours carries."""
    match = _DATA.fullmatch(data)
    return Press(match[1], match[2], int(match[3] or 0)) if match else None
