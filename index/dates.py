"""When a dispatch says that things happened.  Pure.

`mark_dates` reads every date phrase of a body from its publication; `happened_in` and `dispatch_happened` choose among
them.  Windows are half-open, in UTC, computed in the time zone of the place.

Old news is marked `background`, because it neither dates nor places the news:
- what stands after "depuis", "since" or "for" and began more than `FRESH` before publication ("Depuis 2012");
- a stretch of weeks or longer counted back from now ("in recent years");
- a month, a season, a year, "two weeks ago", "eleven days earlier", once it is over and began more than `FRESH` before
  publication ("en juin dernier", "In July a ...");
- a day more than `RECALLED` before publication.
Weekdays, "yesterday" and "last week" are news.  So is an older day or month that the body opens with ("On 28 April
2020, gunmen..."): a late report dates itself so, and its other dates are judged from that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from index.date_phrases import RULES, DatePhrase, find_phrases
from index.date_rules import Wording
from index.mark_model import DateMention
from index.model import Happened, Precision, Span
from index.saying import tells_when_said
from index.stretches import days, to_happened
from index.text import fold_aligned, sentences

FRESH = timedelta(days=8)  # a week, and the day on which it is told
RECALLED = timedelta(days=30)
UNDATED_DAYS = 7
_COUNTED_RULES = tuple(rule for rule in RULES if rule.wording is Wording.EARLIER and "count" in rule.pattern.groupindex)
_FINE = (Precision.HOUR, Precision.DAY)
_SINCE_BEFORE = re.compile(r"\b(?:depuis|since)\b[^,.;:()\n]{0,50}$")  # also "since they seized the north in 2012"
_STANDING = re.compile(r"(?:depuis|since|for|recent|ces|past|last few|last several)\b")
_OPENING = re.compile(
    r"\W*(?:[\w -]{1,40}:\s+)?(?:(?:on|in|le|en|the|au|around|between|entre|de|du|since|late|early)\s)*"
)
_TWO_WAYS = re.compile(r"(?P<one>\d\d?)[/.-](?P<other>\d\d?)[/.-]\d{2,4}")
# A clock that says otherwise is wrong, and the calendar's ends leave no room to count back.
_YEARS_OF_PUBLICATION = range(1900, 2200)
# Any moment would do: of an undated text only phrases that carry their year are kept.
_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def mark_dates(
    body: str, published_at: datetime | None, language: str | None, timezone: str = "UTC"
) -> tuple[DateMention, ...]:
    """Every date phrase of a body, in order, and what it means; spans leave the preposition out.

    Args:
        body: the text, French or English or both.
        published_at: what the phrases are relative to; without it, or where its year is not from 1900 to 2199, only
            those with a year are marked.
        language: the body's; in English a date such as 03/04/2020 can be read two ways and is left out.
        timezone: IANA name of the zone the hours are meant in.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: no such zone.
    """
    published_at = _believed(published_at)
    at = (published_at or _NO_MOMENT).astimezone(ZoneInfo(timezone))
    folded = fold_aligned(body)
    phrases = [one for one in find_phrases(folded, at, foresees=True) if published_at or one.has_year]
    if language == "en":
        phrases = [one for one in phrases if not _reads_two_ways(folded[one.span.start : one.span.end])]
    if any(one.wording is Wording.EARLIER for one in phrases):
        phrases = _counted_from_the_news(folded, phrases, at)
    told_at = _told_at(folded, phrases, published_at)
    return tuple(_mention(folded, one, told_at) for one in phrases)


def happened_in(
    body: str, sentence: Span, dates: Sequence[DateMention], published_at: datetime | None
) -> Happened | None:
    """When what a sentence tells happened, by its own words; None where it does not say.

    The first day named that is neither of the saying nor old nor to come, else the first coarser date; a sentence that
    holds only old dates happened then, unless it opens the body: what it tells is the news, whatever it recalls.
    "Since 2012" alone says when a state began, and gives None.
    """
    folded = fold_aligned(body[sentence.start : sentence.end])
    told = [one for one in _within(sentence, dates) if not _is_of_saying(folded, sentence, one)]
    past = [one for one in told if published_at is None or one.happened.start <= published_at]
    news = [one for one in past if not one.background]
    fine = [one for one in news if one.happened.precision in _FINE]
    old = [one for one in past if one.background and not _is_standing(folded, one, sentence.start)]
    chosen = next(iter(fine or news or (() if _opens(body, sentence) else old)), None)
    return chosen.happened if chosen else None


def recalls(body: str, sentence: Span, dates: Sequence[DateMention]) -> bool:
    """Whether a sentence tells old news or standing context: it holds a background date and no date of the news, and is
    not the first ("Troops freed a man who had been kidnapped in 2011" is news)."""
    if _opens(body, sentence):
        return False
    folded = fold_aligned(body[sentence.start : sentence.end])
    told = [one for one in _within(sentence, dates) if not _is_of_saying(folded, sentence, one)]
    return any(one.background for one in told) and all(one.background for one in told)


def dispatch_happened(
    body: str, dates: Sequence[DateMention], published_at: datetime | None, timezone: str = "UTC"
) -> Happened | None:
    """When the main happening of a dispatch was: what its sentences without a date of their own take over.

    The first date of the news in the body, or a finer one that lies within it ("this week ... on Thursday"); else the
    first day on which something was said; else the seven days up to publication (`Precision.WEEK`): a dispatch that
    names no day tells of the last days, and the day of publication would be invented.  None for an undated dispatch.
    """
    return (
        _first_news(body, dates, published_at)
        or _first_said([one for one in dates if not one.background], published_at)
        or _days_before(_believed(published_at), ZoneInfo(timezone))
    )


def publication_in(published_at: datetime | None, timezone: str) -> datetime | None:
    """The moment of publication for whoever reads a dispatch in that time zone.

    A bare date is stored as its first moment in UTC: where that is still the day before, the date's own midnight is
    meant.  Zones east of Greenwich are on that date already."""
    if published_at is None or _believed(published_at) is None or published_at.astimezone(UTC).time() != time():
        return published_at
    return max(published_at, published_at.astimezone(UTC).replace(tzinfo=ZoneInfo(timezone)))


def _believed(published_at: datetime | None) -> datetime | None:
    return published_at if published_at and published_at.year in _YEARS_OF_PUBLICATION else None


def _first_news(body: str, dates: Sequence[DateMention], published_at: datetime | None) -> Happened | None:
    news = [one for one in dates if not one.background]
    spoken = (span for span in sentences(body) if any(_within(span, news)))
    told = [when for span in spoken if (when := happened_in(body, span, news, published_at))]
    return next((when for when in told[1:] if _is_finer(when, told[0])), told[0]) if told else None


def _is_finer(one: Happened, other: Happened) -> bool:
    within = other.start <= one.start and one.end <= other.end
    return within and one.end - one.start < other.end - other.start and other.end - other.start > timedelta(days=1)


def _first_said(dates: Sequence[DateMention], published_at: datetime | None) -> Happened | None:
    past = (one.happened for one in dates if published_at is None or one.happened.start <= published_at)
    return next((when for when in past if when.precision in _FINE), None)


def _days_before(published_at: datetime | None, zone: ZoneInfo) -> Happened | None:
    if published_at is None:
        return None
    day = published_at.astimezone(zone).date()
    return to_happened(days(day - timedelta(days=UNDATED_DAYS - 1), day, zone, Precision.WEEK))


def _within(sentence: Span, dates: Sequence[DateMention]) -> list[DateMention]:
    return [one for one in dates if sentence.start <= one.start and one.end <= sentence.end]


def _opens(body: str, sentence: Span) -> bool:
    return not body[: sentence.start].strip()


def _is_of_saying(folded: str, sentence: Span, date: DateMention) -> bool:
    return tells_when_said(folded, date.start - sentence.start, date.end - sentence.start)


def _is_standing(folded: str, date: DateMention, offset: int) -> bool:
    start = date.start - offset
    return bool(_SINCE_BEFORE.search(folded[max(0, start - 60) : start]) or _STANDING.match(folded, start))


def _reads_two_ways(phrase: str) -> bool:
    numeric = _TWO_WAYS.match(phrase)
    if numeric is None:
        return False
    one, other = int(numeric["one"]), int(numeric["other"])
    return one != other and max(one, other) <= 12


def _counted_from_the_news(folded: str, phrases: Sequence[DatePhrase], at: datetime) -> list[DatePhrase]:
    """The phrases, where "eleven days earlier" counts from the day of the news, not from publication."""
    news = next((one for one in phrases if one.stretch.is_day and one.wording is not Wording.EARLIER), None)
    if news is None:
        return list(phrases)
    again = {one.span: one for one in find_phrases(folded, news.stretch.start, _COUNTED_RULES, foresees=False)}
    return [replace(one, stretch=again.get(one.span, one).stretch) for one in phrases]


def _told_at(folded: str, phrases: Sequence[DatePhrase], published_at: datetime | None) -> datetime | None:
    """Publication, or the end of the day that a late report opens with."""
    first = next((one for one in phrases if one.wording is Wording.DATED and _opens_body(folded, one)), None)
    if published_at is None or first is None or first.stretch.end > published_at - RECALLED:
        return published_at
    return first.stretch.end


def _opens_body(folded: str, phrase: DatePhrase) -> bool:
    opening = _OPENING.match(folded)
    return opening is not None and phrase.span.start <= opening.end()


def _mention(folded: str, phrase: DatePhrase, told_at: datetime | None) -> DateMention:
    mention = DateMention(phrase.span.start, phrase.span.end, to_happened(phrase.stretch))
    return replace(mention, background=_is_background(folded, phrase, mention, told_at))


def _is_background(folded: str, phrase: DatePhrase, mention: DateMention, told_at: datetime | None) -> bool:
    happened = mention.happened
    begun_long_ago = told_at is None or happened.start < told_at - FRESH
    if _is_standing(folded, mention, 0):
        return begun_long_ago
    if told_at is None or _opens_body(folded, phrase):
        return False
    if phrase.wording is Wording.ROLLING:
        return happened.precision not in _FINE
    if phrase.wording in (Wording.DATED, Wording.WEEKDAY):
        return happened.end < told_at - RECALLED
    if phrase.wording is Wording.RELATIVE and happened.precision in (*_FINE, Precision.WEEK):
        return False
    return happened.end <= told_at and begun_long_ago
