"""Date phrases in French and English -> stretches of local time, seen from a moment.  Pure.

The past is meant unless the words say otherwise, for dispatches and questions alike: "mardi" is the last Tuesday not
after the moment (the same day counts), "in July" the last July begun.  The rules stand in `date_rules`; here a phrase
is found, made finer by the part of day or the hour beside it, and joined to the next ("jeudi et vendredi").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from index.calendar_days import DAY_RULES
from index.calendar_periods import PERIOD_RULES
from index.date_rules import YEAR_CUE, Rule, Viewpoint, Wording
from index.date_words import PARTS_AFTER, PARTS_BEFORE, compile_tail, compile_words, number, one_of
from index.model import Span
from index.relative_dates import RELATIVE_RULES
from index.stretches import Stretch, hull, part_of_day, week_of, whole_day

RULES: tuple[Rule, ...] = (*DAY_RULES, *PERIOD_RULES, *RELATIVE_RULES)
_WORD_OR_NUMBER = re.compile(r"[a-z]+|\d+|/")
# How far from its cue a phrase may reach, in characters: the longest is a night between two full dates.
_REACH = 80
# "The vote of 28 July", written in a dispatch of 1 July, is to come; beyond a month the last such day is likelier.
_DAYS_TO_COME = 31
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|next(?!\s+to\b)|prochaine?s?|prevue?s?|aura|auront|devrait|devront|expected"
    r"|planned for|to be held|set for|se tiendra|fixee?s? a)\b[^.;:!?\n]{0,50}$"
    r"|\b(?!camera\b)\w{3,}(?:era|eront|ira|iront|dra|dront)\s(?:le\s)?$"
)
_HABIT = re.compile(r"\b(?:every|each|chaque|tous les|toutes les|movement of|mouvement du)\s(?:the\s)?$")
_PART_AFTER = compile_tail(rf",? (?P<part>{one_of(PARTS_AFTER)})")
_PART_BEFORE = compile_words(rf"(?P<part>{one_of(PARTS_BEFORE)}) (?:le |the |on )?")
_WEEK_OF = compile_words(r"(?:la semaine du|semaine du|the week of|week of|week beginning|week starting)(?: le| the)? ")
_EVE_OF = compile_words(
    r"(?:la |a la )?veille (?:du|de la|de l'|de|d')(?: le)? ?|the day before |(?:the )?eve of (?:the )?"
)
_MORROW_OF = compile_words(r"(?:le |au )?lendemain (?:du|de la|de l'|de|d') ?|the day after (?:the )?")
_CLOCK = (
    r"(?:(?:(?:un )?peu (?:avant|apres)|shortly (?:before|after)|just (?:before|after)|aux environs de|aux alentours de"
    r"|autour de|vers|a environ|a|at around|at about|at|around|about) )?"
    r"(?P<hour>[01]?\d|2[0-4])(?:(?:h| ?heures?| h)(?: ?[0-5]\d)?|[:.][0-5]\d)?"
    r"(?: ?(?P<half>am|pm|a\.m|p\.m|du matin|de l'apres-midi|du soir))?\.?"
    r"(?: \(?(?:heure )?(?P<universal>gmt|utc|tu)(?!\w| ?[+-] ?\d)\)?)?"
)
_CLOCK_AFTER = compile_tail(rf'["\',\s]{{0,3}}{_CLOCK}')
_CLOCK_BEFORE = compile_words(rf'{_CLOCK}["\',\s]{{0,3}}(?:(?:on|le|ce|de|of) )?')
_IS_CLOCK = re.compile(r"\d\s?(?:h\b|h\d|:\d|heure|am\b|pm\b|a\.m|p\.m)")
_JOINT = re.compile(r"\s(?:et|and|to|a|au|ou|or|into|jusqu'au|jusqu'a|until|till)\s(?:(?:le|the|du|en|in)\s)?|\s?-\s?")
_FROM = re.compile(r"\b(?:between|entre|from|de|du)\s(?:(?:le|the)\s)?$")
_LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date phrase at `span`, without its preposition.  `has_year` is false where the moment supplied the year;
    `has_both_ends` is true of a stretch told from one date to another."""

    span: Span
    stretch: Stretch
    wording: Wording
    has_year: bool
    has_both_ends: bool


@dataclass(frozen=True, slots=True)
class _Found:
    match: re.Match[str]
    rule: Rule
    span: Span
    stretch: Stretch
    joined: bool = False

    def seen_from(self, at: datetime) -> Stretch | None:
        return self.rule.read(self.match, Viewpoint(at))


def find_phrases(folded: str, at: datetime, rules: Sequence[Rule] = RULES, *, foresees: bool) -> tuple[DatePhrase, ...]:
    """Every date phrase of a folded text, in order, none overlapping.

    Args:
        folded: the text as `fold_aligned` gives it.
        at: the moment it is said, aware, in the zone that its hours are meant in.
        rules: what to look for, the more specific first.
        foresees: whether "will meet on Saturday" looks forward; a question about news never does.
    """
    found = sorted(_matches(folded, at, rules, foresees), key=lambda one: one.span)
    return tuple(_phrase(one) for one in _joined(_all_refined(found, folded), folded))


def _phrase(one: _Found) -> DatePhrase:
    groups = one.match.groupdict()
    both_ends = one.joined or bool(groups.get("first"))
    return DatePhrase(one.span, one.stretch, one.rule.wording, bool(groups.get("year")), both_ends)


def _matches(folded: str, at: datetime, rules: Sequence[Rule], foresees: bool) -> list[_Found]:
    taken = bytearray(len(folded))
    found: list[_Found] = []
    for rule, match in candidates(folded, rules):
        if any(taken[match.start() : match.end()]):
            continue
        stretch = _read(rule, match, at, foresees)
        if stretch is not None:
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            found.append(_Found(match, rule, Span(match.start(), match.end()), stretch))
    return found


def candidates(folded: str, rules: Sequence[Rule]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Every match of every rule, rule by rule: what searching the whole text would find, from the cues alone."""
    cues: dict[str, list[int]] = {}
    for match in _WORD_OR_NUMBER.finditer(folded):
        word = match.group()
        cue = YEAR_CUE if len(word) == 4 and word.isdecimal() else word
        cues.setdefault(cue, []).append(match.start())
    for rule in rules:
        for near in _neighbourhoods(folded, [place for cue in rule.cues & cues.keys() for place in cues[cue]]):
            for match in rule.pattern.finditer(folded, near.start, near.end):
                yield rule, match


def _neighbourhoods(folded: str, places: list[int]) -> Iterator[Span]:
    """The text around the places, each piece once, ending at a blank where one is near."""
    pieces: list[Span] = []
    for place in sorted(places):
        start, end = max(0, place - _REACH), place + _REACH
        if pieces and start <= pieces[-1].end:
            start = pieces.pop().start
        pieces.append(Span(start, end))
    for piece in pieces:
        blank = folded.find(" ", piece.end, piece.end + _REACH)
        yield piece if blank < 0 else Span(piece.start, blank)


def _read(rule: Rule, match: re.Match[str], at: datetime, foresees: bool) -> Stretch | None:
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _HABIT.search(before):
        return None
    view = Viewpoint(at, _FUTURE.search(before) is not None, _DAYS_TO_COME) if foresees else Viewpoint(at)
    try:
        return rule.read(match, view)
    except (ValueError, OverflowError):  # 31 February, or a count that leaves the calendar
        return None


def _all_refined(found: Sequence[_Found], folded: str) -> list[_Found]:
    """Each phrase, refined by words that belong to no other: the hour in "mardi 05h20 mercredi" is Tuesday's alone."""
    refined: list[_Found] = []
    for place, one in enumerate(found):
        begin = refined[-1].span.end if refined else 0
        end = found[place + 1].span.start if place + 1 < len(found) else len(folded)
        refined.append(_refined(one, folded[:end], begin))
    return refined


def _refined(one: _Found, folded: str, begin: int) -> _Found:
    """The phrase with the part of day, the hour or "the week of" that stands beside it, from `begin` on."""
    if not one.stretch.is_day:
        return one
    before = folded[max(begin, one.span.start - _LOOK_BACK) : one.span.start]
    week = _ending(_WEEK_OF, before)
    if week:
        stretch = week_of(one.stretch.start.date(), one.stretch.start.tzinfo)
        return replace(one, span=Span(one.span.start - len(week.group()), one.span.end), stretch=stretch)
    for told_of, days_on in ((_EVE_OF, -1), (_MORROW_OF, 1)):
        beside = _ending(told_of, before)
        if beside:
            day = one.stretch.start.date() + timedelta(days=days_on)
            return replace(
                one,
                span=Span(one.span.start - len(beside.group()), one.span.end),
                stretch=whole_day(day, one.stretch.start.tzinfo),
            )
    return _with_clock(_with_part(one, folded, before), folded, begin)


def _with_part(one: _Found, folded: str, before: str) -> _Found:
    after = _PART_AFTER.match(folded, one.span.end)
    if after:
        hours = PARTS_AFTER[_plain(after["part"], PARTS_AFTER)]
        return replace(one, span=Span(one.span.start, after.end()), stretch=part_of_day(one.stretch, hours))
    early = _ending(_PART_BEFORE, before)
    if early:
        hours = PARTS_BEFORE[_plain(early["part"], PARTS_BEFORE)]
        start = one.span.start - len(early.group())
        return replace(one, span=Span(start, one.span.end), stretch=part_of_day(one.stretch, hours))
    return one


def _plain(word: str, table: dict[str, tuple[int, int]]) -> str:
    """The table's own spelling of a matched word, which may hold a line break or a hyphen for a space."""
    loose = re.sub(r"[\s-]+", " ", word)
    return next(key for key in table if key.replace("-", " ") == loose)


def _with_clock(one: _Found, folded: str, begin: int) -> _Found:
    after = _CLOCK_AFTER.match(folded, one.span.end)
    if after and _IS_CLOCK.search(after.group()):
        return replace(one, span=Span(one.span.start, after.end()), stretch=_hour_of(one.stretch, after))
    before = _ending(_CLOCK_BEFORE, folded[max(begin, one.span.start - _LOOK_BACK) : one.span.start])
    if before and _IS_CLOCK.search(before.group()):
        start = one.span.start - len(before.group())
        return replace(one, span=Span(start, one.span.end), stretch=_hour_of(one.stretch, before))
    return one


def _hour_of(stretch: Stretch, clock: re.Match[str]) -> Stretch:
    """The clock hour stated, on the stretch's day; the small hours of a night are the next day's."""
    hour = number(clock["hour"]) % 24
    if clock["half"] in ("pm", "p.m", "de l'apres-midi", "du soir") and hour < 12:
        hour += 12
    at_night = stretch.end - stretch.start < timedelta(days=1) and stretch.start.hour >= 18
    told = part_of_day(stretch, (hour + 24, hour + 25) if at_night and hour < 12 else (hour, hour + 1))
    return _read_in_utc(told) if clock["universal"] else told


def _read_in_utc(stretch: Stretch) -> Stretch:
    """What the same clocks mean "GMT", still told in the stretch's own zone."""
    start, end = (at.replace(tzinfo=UTC).astimezone(stretch.start.tzinfo) for at in (stretch.start, stretch.end))
    return replace(stretch, start=start, end=end)


def _ending(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The longest match of the pattern that ends where `before` ends."""
    fitting = (match for match in pattern.finditer(before) if match.end() == len(before))
    return next(fitting, None)


def _joined(found: list[_Found], folded: str) -> list[_Found]:
    """Phrases side by side made one: "jeudi et vendredi", "between 30 May and 2 June 2020"."""
    joined = found[:1]
    for first, second in pairwise(found):
        whole = _hull_of(first, second, folded) if joined and joined[-1] is first else None
        if whole is None:
            joined.append(second)
        else:
            joined[-1] = replace(second, span=Span(first.span.start, second.span.end), stretch=whole, joined=True)
    return joined


def _hull_of(first: _Found, second: _Found, folded: str) -> Stretch | None:
    if not _JOINT.fullmatch(folded[first.span.end : second.span.start]):
        return None
    start = first.stretch
    if start.start > second.stretch.start:  # "30 May to 2 June 2019": the first takes the year of the second
        start = first.seen_from(second.stretch.end) or start
    spoken = _FROM.search(folded[max(0, first.span.start - 12) : first.span.start]) is not None
    adjacent = start.is_day and second.stretch.start - start.end <= timedelta(days=1)
    if start.start < second.stretch.end and start.start <= second.stretch.start and (spoken or adjacent):
        return hull(start, second.stretch)
    return None
