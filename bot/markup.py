"""Telegram HTML, and the one place where text becomes HTML.

A `Markup` carries both what is sent and what a person then reads, so that lengths are counted as Telegram counts
them (after parsing) and a terminal shows the same words without tags.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import urlsplit

_KEPT = "\n\u200c\u200d"  # joiners are letters of Persian and of emoji; they neither hide nor turn text
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
_SPACES = {ord("\t"): " "}
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})  # controls, bidi and zero-width marks, lone surrogates
_URL_LIMIT = 2048


@dataclass(frozen=True, slots=True)
class Markup:
    """`html` to send and `text` as read once parsed."""

    html: str
    text: str

    def __add__(self, other: Markup) -> Markup:
        return Markup(self.html + other.html, self.text + other.text)

    def __len__(self) -> int:
        """In UTF-16 units, which no server of Telegram counts more than."""
        return utf16_length(self.text)


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes; it holds no lone surrogate."""
    return len(text) + sum(c > "\uffff" for c in text)


def fitting(text: str, limit: int) -> int:
    """How many code points from the start of a text fit into `limit` UTF-16 units."""
    if 2 * len(text) <= limit:
        return len(text)
    units = accumulate(2 if c > "\uffff" else 1 for c in text[: limit + 1])
    return sum(taken <= limit for taken in units)


NOTHING = Markup("", "")


def inert(text: str) -> str:
    """The text without what turns, hides or controls: bidi and zero-width marks, control characters, surrogates."""
    spaced = text.replace("\r\n", "\n").translate(_LINE_ENDS | _SPACES)
    return "".join(c for c in spaced if c in _KEPT or unicodedata.category(c) not in _HIDDEN_CATEGORIES)


def plain(text: str) -> Markup:
    """Any text as it reads, tags and all: the only place that escapes."""
    harmless = inert(text)
    return Markup(html.escape(harmless, quote=False), harmless)


def one_line(text: str, limit: int) -> Markup:
    """The text on one line of at most `limit` UTF-16 units, an ellipsis showing the cut."""
    line = re.sub(r"\s+", " ", inert(text)).strip()
    return plain(line if fitting(line, limit) == len(line) else line[: fitting(line, limit - 1)].rstrip() + "…")


def bold(inside: Markup) -> Markup:
    """In bold."""
    return _tagged("b", inside)


def italic(inside: Markup) -> Markup:
    """In italics."""
    return _tagged("i", inside)


def blockquote(inside: Markup) -> Markup:
    """As a quotation."""
    return _tagged("blockquote", inside)


def folded_blockquote(inside: Markup) -> Markup:
    """As a quotation that Telegram folds until it is tapped."""
    return _wrapped("<blockquote expandable>", inside, "</blockquote>")


def link(inside: Markup, url: str | None) -> Markup:
    """The words leading to `url`, or the words alone where it is no http(s) address."""
    address = _web_address(url)
    if address is None:
        return inside
    return _wrapped(f'<a href="{html.escape(address, quote=True)}">', inside, "</a>")


def joined(parts: Iterable[Markup], between: str) -> Markup:
    """The parts that say something, with plain text between them."""
    result, glue = NOTHING, plain(between)
    for part in parts:
        if part.text:
            result = result + glue + part if result.text else part
    return result


def _web_address(url: str | None) -> str | None:
    if not url or len(url) > _URL_LIMIT or url != inert(url) or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _tagged(tag: str, inside: Markup) -> Markup:
    return _wrapped(f"<{tag}>", inside, f"</{tag}>")


def _wrapped(before: str, inside: Markup, after: str) -> Markup:
    return Markup(before + inside.html + after, inside.text) if inside.text else NOTHING
