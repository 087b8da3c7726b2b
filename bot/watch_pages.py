"""Watches -> pages: the list, one watch with its buttons, what it would have told."""

from __future__ import annotations

from collections.abc import Sequence

from bot import buttons
from bot.buttons import Button
from bot.markup import NOTHING, Markup, bold, italic, joined, one_line, plain
from bot.render import Page, story_line
from bot.wording import Reader
from index import ChatRules, Delivery, Standing, Tried, Watch

WATCHES_A_PAGE = 10  # a group may have twenty of each of its admins
_LABEL_LIMIT = 60
_WATCH_LIMIT = 120
_IN_A_ROW = 5


def list_page(watches: Sequence[Watch], first: int, rules: ChatRules, left: int, reader: Reader) -> Page:
    """Ten watches of a chat from `first` (0-based) on, numbered, and how it is told; a button for each."""
    text = reader.catalogue.text
    shown = watches[first : first + WATCHES_A_PAGE]
    if not shown:
        return Page(plain(text("watches-none", left=left)))
    lines = [plain(f"{number}. ") + _line(watch, reader) for number, watch in enumerate(shown, first + 1)]
    row = [Button(str(number), buttons.watch("show", watch.id)) for number, watch in enumerate(shown, first + 1)]
    rows = [tuple(row[at : at + _IN_A_ROW]) for at in range(0, len(row), _IN_A_ROW)]
    following = first + len(shown)
    if following < len(watches):
        rows.append((Button(text("button-more", left=len(watches) - following), buttons.watch("list", following)),))
    rows.append((Button(text("button-export"), buttons.watch("export")),))
    after = italic(plain(text("watches-left", left=left)))
    return Page(joined([joined(lines, "\n"), plain(hours(rules, reader)), after], "\n\n"), tuple(rows))


def watch_page(watch: Watch, rules: ChatRules, reader: Reader) -> Page:
    """One watch and what can be done with it."""
    text = reader.catalogue.text
    turn = "resume" if watch.paused else "pause"
    ways = [way.value for way in Delivery if way is not watch.delivery]
    rows = (
        tuple(Button(text(f"button-watch-{what}"), buttons.watch(what, watch.id)) for what in ("try", turn)),
        tuple(Button(text(f"button-watch-{way}"), buttons.watch(way, watch.id)) for way in ways),
        tuple(Button(text(f"button-watch-{what}"), buttons.watch(what, watch.id)) for what in ("edit", "delete")),
    )
    return Page(joined([_line(watch, reader), plain(hours(rules, reader))], "\n\n"), rows)


def added_page(watch: Watch, rules: ChatRules, left: int, reader: Reader) -> Page:
    """A watch that was just made; how many more there may be is told before it is met."""
    text = reader.catalogue.text
    head = bold(plain(text("watch-added")))
    page = watch_page(watch, rules, reader)
    return Page(joined([head, page.message, italic(plain(text("watches-left", left=left)))], "\n\n"), page.rows)


def tried_page(tried: Tried, standing: Standing, reader: Reader) -> Page:
    """What would have come in the last 7 days, as it stands now."""
    text, count = reader.catalogue.text, len(tried.stories)
    head = text("watch-tried-more", count=count) if tried.more else text("watch-tried", count=count)
    lines = [story_line(story, standing.query.area, number, reader) for number, story in enumerate(tried.stories, 1)]
    shown = bold(plain(head)) if tried.stories or not tried.withdrawn else NOTHING
    gone = italic(plain(text("watch-tried-withdrawn", count=tried.withdrawn))) if tried.withdrawn else NOTHING
    return Page(joined([shown, *lines, gone], "\n\n"))


def hours(rules: ChatRules, reader: Reader) -> str:
    """When a chat is told: its quiet hours, its digest hours, its time zone."""
    text, quiet = reader.catalogue.text, rules.quiet
    zone = {"zone": rules.timezone}
    digests = ", ".join(f"{hour}:00" for hour in rules.digest_hours)
    parts = [text("hours-digest", hours=digests, **zone)]
    if quiet is None:
        return " ".join([text("hours-no-quiet"), *parts])
    parts.insert(0, text("hours-quiet", start=_clock(quiet.start), end=_clock(quiet.end), **zone))
    if quiet.near_km is not None:
        parts.insert(1, text("hours-near", km=round(quiet.near_km)))
    if quiet.least_toll is not None:
        parts.insert(1, text("hours-toll", count=quiet.least_toll))
    return " ".join(parts)


def _line(watch: Watch, reader: Reader) -> Markup:
    text, standing = reader.catalogue.text, watch.standing
    facts = [text(f"delivery-{watch.delivery.value}")]
    if standing.least_toll is not None:
        facts.append(text("watch-toll", count=standing.least_toll))
    if standing.source:
        facts.append(text("watch-source", source=one_line(standing.source, _LABEL_LIMIT).text))
    if standing.language:
        facts.append(text(f"watch-language-{standing.language}"))
    if watch.paused:
        facts.append(text("watch-paused"))
    return bold(one_line(standing.query.text, _WATCH_LIMIT)) + plain(" · " + " · ".join(facts))


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
