"""Answer -> pages in Telegram HTML: stories best first, each a line in the reader's words and its quote.

Lengths are UTF-16 units as read, after parsing.  A page holds at most 1,200 of them, whatever the answer holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot import developments, notes, tolls, wording
from bot.keyboards import Rows, under_answer, under_more
from bot.markup import (
    NOTHING,
    Markup,
    blockquote,
    bold,
    fitting,
    folded_blockquote,
    inert,
    italic,
    joined,
    link,
    one_line,
    plain,
)
from bot.wording import Reader
from index import Answer, Area, Borderland, Circle, NoteKey, QuotedPassage, Story

PAGE_LIMIT = 1_200
LOCK_SCREEN = 90  # how much of a message a locked phone shows
_NOTES_BEFORE_LIMIT = 380
_NOTES_AFTER_LIMIT = 160
_QUOTE_LIMIT = 400
_DEVELOPMENTS_LIMIT = 200
_WHOLE_LIMIT = 3_500
_SOURCE_LIMIT = 40
_TOLLS_LIMIT = 200
_TITLE_LIMIT = 200
_TITLE_IN_LINE = 60  # where no kind says what happened
_PLACE_MINIMUM = 12
_LEAD_LIMIT = 200
_SOURCES_SHOWN = 20
_DOT = " · "


@dataclass(frozen=True, slots=True)
class Page:
    """One message and the rows of buttons under it; `location_button` is the label of the one that sends where the
    person is, which Telegram shows instead of the letters and in private alone."""

    message: Markup
    rows: Rows = ()
    location_button: str | None = None


def first_page(answer: Answer, key: str, reader: Reader, lead: Markup = NOTHING, rows: Rows = ()) -> Page:
    """What a question gets: notes that matter, the best stories that fit, how much was searched.  `lead` stands above
    it, and `rows` among its buttons."""
    before, after = _around(answer, reader)
    message, shown = _message(answer, range(len(answer.stories)), (joined([lead, before], "\n"), after), reader)
    return Page(message, under_answer(answer, key, len(shown), rows, reader))


def understood_line(answer: Answer, reader: Reader) -> Markup:
    """What was understood, as one line; nothing where an empty answer says it already."""
    if not answer.stories:
        return NOTHING
    return italic(
        one_line(reader.catalogue.text("understood", asked=notes.asked_line(reader, answer.query)), _LEAD_LIMIT)
    )


def whole_answer(answer: Answer, reader: Reader) -> Markup:
    """Every story in one text of any length, for a terminal."""
    before, after = _around(answer, reader)
    area = answer.query.area
    blocks = [_block(story, area, number, PAGE_LIMIT, reader) for number, story in enumerate(answer.stories, 1)]
    return joined([before, *blocks, after], "\n\n")


def further_page(answer: Answer, key: str, places: Sequence[int], total: int, reader: Reader) -> Page:
    """The next stories of a kept answer of `total` stories; `places` are theirs in it, 0-based."""
    if not answer.stories:
        return Page(plain(reader.catalogue.text("no-more")))
    message, shown = _message(answer, places, (NOTHING, _searched(answer, reader)), reader)
    return Page(message, under_more(key, shown, total, reader))


def whole_passage(passage: QuotedPassage, reader: Reader) -> Markup:
    """The passage as published, its quote in bold unless that is all of it, and its source.  Fits one message."""
    title = bold(one_line(passage.title, _TITLE_LIMIT)) if passage.title else NOTHING
    return joined([title, folded_blockquote(_whole_text(passage, reader)), _source_line(passage, (), reader)], "\n")


def all_sources(story: Story, reader: Reader) -> Markup:
    """Every dispatch that tells a story, each with its source, moment and link."""
    told = {(passage.source, passage.dispatch): passage for passage in reversed(story.passages)}
    lines = [_source_line(passage, (), reader) for passage in reversed(told.values())]
    head = bold(plain(reader.catalogue.text("sources-head", count=len(lines))))
    left = len(lines) - _SOURCES_SHOWN
    rest = plain(reader.catalogue.text("sources-left", count=left)) if left > 0 else NOTHING
    return joined([head, *(plain("• ") + line for line in lines[:_SOURCES_SHOWN]), rest], "\n")


@dataclass(frozen=True, slots=True)
class InlineQuote:
    """One story as an inline result: a line and a quote to choose by, and the message that is sent.  The id is the same
    for the same quote of the same passage, at most 64 bytes."""

    id: str
    title: str
    description: str
    message: Markup


def inline_quotes(answer: Answer, stories: Sequence[Story], reader: Reader) -> tuple[InlineQuote, ...]:
    """Each story once, without its distance from where the asker is: the message goes to other people."""
    area = answer.query.area
    near_asker = isinstance(area, Circle) and not area.name
    told = (replace(story, distance_km=None, bearing=None) if near_asker else story for story in stories)
    quotes = [_inline_quote(story, None if near_asker else area, reader) for story in told]
    return tuple({quote.id: quote for quote in reversed(quotes)}.values())[::-1]


def _inline_quote(story: Story, area: Area | None, reader: Reader) -> InlineQuote:
    best = story.passages[0]
    head = headline(story, area, None, reader)
    return InlineQuote(
        id=f"{best.passage_id}.{best.quote.start}.{best.quote.end}",
        title=one_line(head.text, LOCK_SCREEN).text,
        description=one_line(_quote(best), LOCK_SCREEN).text,
        message=_told(story, head, PAGE_LIMIT, reader),
    )


def headline(story: Story, area: Area | None, number: int | None, reader: Reader) -> Markup:
    """The line of a story: its first 90 code points hold number, place, distance, kind and day; then who says it.

    Where no kind says what happened, the title follows the day.
    """
    return joined([bold(plain(_facts(story, area, number, reader))), _title(story), _who(story, reader)], _DOT)


def which(story: Story, area: Area | None, reader: Reader) -> Markup:
    """Which story it is, and nothing of what is said of it: place, kind and day, or the title."""
    return joined([plain(_facts(story, area, None, reader)), _title(story)], _DOT)


def _facts(story: Story, area: Area | None, number: int | None, reader: Reader) -> str:
    best = story.passages[0]
    start = ("" if number is None else f"{number}. ") + (reader.catalogue.text("sample") + _DOT if best.sample else "")
    rest = [wording.kinds(reader, story.kinds), wording.story_day(reader, story.happened, best.published_at)]
    room = LOCK_SCREEN - len(start) - len(_dotted(_how_far(story, reader), *rest)) - len(_DOT)
    return start + _dotted(*_where(story, area, max(_PLACE_MINIMUM, room), reader), *rest)


def _title(story: Story) -> Markup:
    return NOTHING if story.kinds else one_line(story.passages[0].title or "", _TITLE_IN_LINE)


def story_block(story: Story, area: Area | None, reader: Reader) -> Markup:
    """A story told alone: its line without a number, its quote, its source."""
    return _told(story, headline(story, area, None, reader), PAGE_LIMIT, reader)


def story_line(story: Story, area: Area | None, number: int, reader: Reader) -> Markup:
    """A story in a list: its line, and a link to where it was published."""
    address = story.passages[0].url
    more = link(plain(reader.catalogue.text("link")), address) if address else NOTHING
    return joined([headline(story, area, number, reader), more], "\n")


def _where(story: Story, area: Area | None, room: int, reader: Reader) -> tuple[str, str]:
    """The place in at most `room` code points and how far it is, each name once: where a place is told by the one asked
    about ("40 km from Bamako"), the distance alone names it."""
    near, name = _how_far(story, reader), inert(story.place or "")
    if not near or not isinstance(area, Circle | Borderland):
        return _named(story, room, reader), near
    if wording.is_told_by(name, area.name):
        centre = one_line(area.name, max(_PLACE_MINIMUM, room - len(_DOT))).text
        return "", wording.distance_of(reader, near, story.bearing, centre)
    full = wording.distance_of(reader, near, story.bearing, area.name)
    if not area.name:  # nothing else says that it is counted from whoever asks
        return _named(story, max(_PLACE_MINIMUM, room - len(full) + len(near)), reader), full
    shown = _named(story, room, reader)
    fits = len(shown) + len(full) - len(near) <= room and not wording.names(name, area.name)
    return shown, full if fits else near


def _named(story: Story, room: int, reader: Reader) -> str:
    """Where it happened, in at most `room` code points: "Gao", or "40 km from Bamako" where no direction is told."""
    name = inert(story.place or "")
    if story.ring_km is None:
        return _place(name, room, reader)
    away = wording.distance(reader, story.ring_km, None, story.uncertainty_km)
    return one_line(wording.distance_of(reader, away, None, name), room).text


def _place(name: str, room: int, reader: Reader) -> str:
    """A place in at most `room` code points; one that is told by a phrase ("between Mopti and Gao"), as its text's."""
    if not (name[:1].islower() or name[:1].isdigit()):
        return one_line(name, room).text
    marks = len(wording.own_words(reader, ""))
    return wording.own_words(reader, one_line(name, room - marks).text)


def _around(answer: Answer, reader: Reader) -> tuple[Markup, Markup]:
    """What stands before the stories and what stands after them."""
    before = _notes(answer, notes.BEFORE, reader, _NOTES_BEFORE_LIMIT)
    after = joined([_notes(answer, notes.AFTER, reader, _NOTES_AFTER_LIMIT), _searched(answer, reader)], "\n")
    return before, after


def _message(
    answer: Answer, places: Sequence[int], around: tuple[Markup, Markup], reader: Reader
) -> tuple[Markup, Sequence[int]]:
    """As many stories as fit, and their places in the answer."""
    before, after = around
    room = PAGE_LIMIT - len(before) - len(after) - 2 * len("\n\n")
    blocks: list[Markup] = []
    for story, place in zip(answer.stories, places, strict=True):
        block = _block(story, answer.query.area, place + 1, room if not blocks else PAGE_LIMIT, reader)
        if blocks and len(block) > room:
            break
        blocks.append(block)
        room -= len(block) + len("\n\n")
    return joined([before, *blocks, after], "\n\n"), places[: len(blocks)]


def _block(story: Story, area: Area | None, number: int, room: int, reader: Reader) -> Markup:
    return _told(story, headline(story, area, number, reader), room, reader)


def _told(story: Story, head: Markup, room: int, reader: Reader) -> Markup:
    """A story under its line, its quote cut so that all of it fits into `room` code points where that can be."""
    best = story.passages[0]
    source = _source_line(best, story.sources, reader)
    harmed = one_line(tolls.side_by_side(reader, story.tolls), _TOLLS_LIMIT)
    since = one_line(developments.line(reader, story), _DEVELOPMENTS_LIMIT)
    quote_room = min(_QUOTE_LIMIT, max(room - len(head) - len(harmed) - len(since) - len(source) - 4, 1))
    return joined([head, blockquote(one_line(_quote(best), quote_room)), harmed, since, source], "\n")


def _notes(answer: Answer, keys: Sequence[NoteKey], reader: Reader, limit: int) -> Markup:
    ordered = sorted((note for note in answer.notes if note.key in keys), key=lambda note: keys.index(note.key))
    told = NOTHING
    for note in ordered:
        line = italic(plain(notes.sentence(reader, note, answer.query)))
        if len(told) + len(line) < limit:
            told = joined([told, line], "\n")
    return told


def _searched(answer: Answer, reader: Reader) -> Markup:
    return italic(plain(notes.searched_line(reader, answer.searched)))


def _how_far(story: Story, reader: Reader) -> str:
    if story.distance_km is None:
        return ""
    return wording.distance(reader, story.distance_km, story.bearing, story.uncertainty_km)


def _dotted(*facts: str) -> str:
    return _DOT.join(fact for fact in facts if fact)


def _who(story: Story, reader: Reader) -> Markup:
    best = story.passages[0]
    claim = wording.loudest_claim(best.claims, best.quote.start, best.quote.end)
    said = wording.said_by(reader, claim) if claim else ""
    doubt = plain(reader.catalogue.text(f"doubt-{best.doubt.value}")) if best.doubt else NOTHING
    source = story.sources[0] if story.sources else best.source
    more = len(story.sources) - 1
    if more > 0:
        source = reader.catalogue.text("sources-more", source=_cut(source), count=more)
    return joined([one_line(said, 2 * _SOURCE_LIMIT), doubt, one_line(source, _SOURCE_LIMIT + 4)], _DOT)


def _cut(source: str) -> str:
    return one_line(source, _SOURCE_LIMIT).text


def _quote(passage: QuotedPassage) -> str:
    start, end = _quote_in_text(passage)
    return passage.text[start:end] or passage.text


def _quote_in_text(passage: QuotedPassage) -> tuple[int, int]:
    """The quote's offsets, which count in the body, as offsets into the passage's text."""
    size = len(passage.text)
    start = min(max(passage.quote.start - passage.start, 0), size)
    return start, min(max(passage.quote.end - passage.start, start), size)


def _whole_text(passage: QuotedPassage, reader: Reader) -> Markup:
    start, end = _quote_in_text(passage)
    text = passage.text
    first = 0 if end <= fitting(text, _WHOLE_LIMIT) else start
    last = first + fitting(text[first:], _WHOLE_LIMIT)
    if (start, end) == (0, len(text)):
        pieces = plain(text[:last])
    else:
        pieces = plain(text[first:start]) + bold(plain(text[start : min(end, last)])) + plain(text[end:last])
    return pieces if last >= len(text) else pieces + plain(reader.catalogue.text("part-cut"))


def _source_line(passage: QuotedPassage, sources: Sequence[str], reader: Reader) -> Markup:
    """Source, moment of publishing, link, correction, and who else tells it."""
    text, published = reader.catalogue.text, passage.published_at
    others = [_cut(source) for source in sources if source != passage.source][:3]
    parts = [
        one_line(passage.source, _SOURCE_LIMIT),
        plain(wording.moment(reader, published) if published else text("undated-source")),
        link(plain(text("link")), passage.url) if passage.url else NOTHING,
        plain(text("version", version=passage.version)) if passage.version > 1 else NOTHING,
        plain(text("source-also", sources=", ".join(others))) if others else NOTHING,
    ]
    return joined(parts, _DOT)
