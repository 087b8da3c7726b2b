"""Letter -> message in Telegram HTML: what happened first, then what changed, the quote, the source and the watch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import buttons
from bot.buttons import Button
from bot.catalogue import Catalogue
from bot.markup import NOTHING, Markup, bold, italic, joined, one_line, plain
from bot.render import Page, story_block, story_line, which
from bot.wording import Reader
from index import Bundle, ChatRules, Form, Letter, Material, Told

_WATCH_LIMIT = 80
_SOURCE_LIMIT = 40
_TAKEN_BACK = (Material.WITHDRAWN, Material.CORRECTION)


def reader_of(rules: ChatRules, now: datetime) -> Reader:
    """A chat's own language and time zone."""
    return Reader(Catalogue.load(rules.language), ZoneInfo(rules.timezone), now)


def letter_page(letter: Letter, now: datetime) -> Page:
    """The message of a letter.  It fits: a letter holds one story whole or at most ten in a line each."""
    reader = reader_of(letter.rules, now)
    text = reader.catalogue.text
    before = italic(plain(text("alert-topic-closed"))) if letter.fallen_back else NOTHING
    if letter.form is Form.NOTICE:
        words = dict(letter.words)
        return Page(joined([before, plain(text(str(words.pop("key")), **words))], "\n"))
    if letter.bundle is not Bundle.ALONE:
        return Page(joined([before, _together(letter, reader)], "\n"), _row(letter.told, reader))
    told = letter.told[0]
    body = _marked(told, reader) if _is_mark(letter) else _alone(told, letter.form, reader)
    return Page(joined([before, body, _watch(told, reader)], "\n"), _row([told], reader))


def _is_mark(letter: Letter) -> bool:
    return letter.form is Form.EDIT and any(fact in _TAKEN_BACK for fact in letter.told[0].changed)


def _marked(told: Told, reader: Reader) -> Markup:
    """A first message that was taken back: which story it was, and that the answer to it tells what stands."""
    key = "first-withdrawn" if told.story is None else "first-corrected"
    return joined([bold(plain(reader.catalogue.text(key))), _which(told, reader)], "\n")


def _which(told: Told, reader: Reader) -> Markup:
    story = told.story or told.was
    return which(story, told.area, reader) if story else NOTHING


def _alone(told: Told, form: Form, reader: Reader) -> Markup:
    head = _changed(told, reader) if form is not Form.FIRST else NOTHING
    if told.story is None:
        return joined([head, _which(told, reader)], "\n")
    return joined([head, story_block(told.story, told.area, reader)], "\n")


def _together(letter: Letter, reader: Reader) -> Markup:
    head = bold(plain(reader.catalogue.text(f"bundle-{letter.bundle.value}", count=len(letter.told))))
    lines = [_in_list(told, number, reader) for number, told in enumerate(letter.told, 1)]
    return joined([head, *lines], "\n\n")


def _in_list(told: Told, number: int, reader: Reader) -> Markup:
    head = _changed(told, reader)
    if told.story is None:
        return joined([plain(f"{number}. ") + head, _which(told, reader)], "\n")
    return joined([head, story_line(told.story, told.area, number, reader)], "\n")


def _changed(told: Told, reader: Reader) -> Markup:
    """What is new about a story that was told: taken back, corrected, or which of its facts."""
    text = reader.catalogue.text
    if Material.WITHDRAWN in told.changed:
        key = "alert-withdrawn" if told.story is None else "alert-withdrawn-by-one"
        return bold(plain(text(key, source=one_line(told.source, _SOURCE_LIMIT).text)))
    facts = ", ".join(text(f"changed-{fact.value}") for fact in told.changed if fact not in _TAKEN_BACK)
    if Material.CORRECTION in told.changed:
        return bold(plain(text("alert-corrected", facts=facts or text("changed-wording"))))
    return bold(plain(text("alert-changed", facts=facts))) if facts else NOTHING


def _watch(told: Told, reader: Reader) -> Markup:
    return italic(plain(reader.catalogue.text("alert-watch", watch=one_line(told.watch, _WATCH_LIMIT).text)))


def _row(told: Sequence[Told], reader: Reader) -> tuple[tuple[Button, ...], ...]:
    watches = {one.watch_id for one in told} - {0}
    if len(watches) != 1:
        return ()
    return ((Button(reader.catalogue.text("button-this-watch"), buttons.watch("show", watches.pop())),),)
