"""A question and now -> Query: where, when, what kind, who, and the topic that is left.  Pure.

Each room reads its own words and tells which they were; what no room has read, less the words of asking, is the topic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from index.actors import find_actors
from index.asked_tolls import CountReading, TollReading, read_count, read_toll
from index.claims import VerbReading, read_verbs
from index.gazetteer import Gazetteer
from index.incidents import KindReading, read_kinds
from index.kind_spelling import read_misspelt_kinds
from index.mark_model import ActorMention
from index.model import Intent, Note, Query, Span
from index.question_dates import WindowReading, read_window
from index.question_places import AreaReading, read_area
from index.stop_words import ASKING, ENGLISH, FRENCH
from index.text import fold_aligned

LONGEST_QUESTION = 1000
_HOME_SHARE = 0.1  # of the collection's happenings: less is news from abroad
_PREMISES = (
    r"(?:camps?|bases?|barracks|(?:out)?posts?|positions?|check-?points?|garrisons?|headquarters|stations?|"
    r"casernes?|postes?|garnisons?|qg|commissariats?)"
)
_PREMISES_AFTER = re.compile(rf"[ -]{_PREMISES}\b")
_PREMISES_BEFORE = re.compile(rf"\b{_PREMISES} (?:de (?:la |l')?|du |des |d'|of (?:the |an? )?)$")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What each room has read in a question, and where.  `language` is None where its small words do not tell it.
    `count` is None where nobody asks how many; `subject` is the topic without the words that do."""

    text: str
    language: str | None
    when: WindowReading
    where: AreaReading
    kinds: KindReading
    verbs: VerbReading
    actors: tuple[ActorMention, ...]
    toll: TollReading
    count: CountReading | None
    subject: str
    topic: str


def parse(
    text: str,
    now: datetime,
    language: str | None,
    gazetteer: Gazetteer,
    timezone: str = "UTC",
    named: Mapping[int, int] | None = None,
    here: tuple[float, float] | None = None,
    place: int | None = None,
) -> Query:
    """Understand a question, of which the first 1,000 characters count, as asked at `now`.

    `named` tells how many happenings the collection holds at each place (by GeoNames number): of namesakes the one
    that it tells of is meant, and the countries where a fair part of them lies are home.  `here` is the (lat, lon) of
    who asks, `timezone` the zone of their days; `place` the GeoNames number of the place chosen where several bear its
    name.

    The language is the one given, else guessed from its small words.  The topic keeps the words about actors, unless it
    would hold nothing else; it is "" when place, time, kind and actor say it all.  LATEST is asked for by "latest" and
    its like, or by a question with no topic; but "who claimed the attack" wants the passage that says so: RELEVANT.
    """
    reading = read(text, now, gazetteer, timezone, named, here, place)
    when, where, kinds, verbs, topic = reading.when, reading.where, reading.kinds, reading.verbs, reading.topic
    anything = bool(when.spans or where.spans or kinds.kinds or reading.actors or reading.toll.spans)
    return Query(
        text=reading.text,
        language=language or reading.language or "en",
        topic=topic,
        kinds=kinds.kinds,
        actors=tuple(dict.fromkeys(one.actor for one in reading.actors)),
        area=where.area,
        window=when.window,
        intent=Intent.LATEST if when.latest or (anything and not topic and not verbs.verbs) else Intent.RELEVANT,
        verbs=verbs.verbs,
        unplaced=where.unplaced,
        notes=where.notes,
        namesakes=where.namesakes,
        least_toll=reading.toll.least,
        asks_toll=reading.count is not None,
        timezone=timezone,
    )


def read(
    text: str,
    now: datetime,
    gazetteer: Gazetteer,
    timezone: str = "UTC",
    named: Mapping[int, int] | None = None,
    here: tuple[float, float] | None = None,
    place: int | None = None,
) -> Reading:
    """Let each room read its own words; the arguments are those of `parse`."""
    asked = text[:LONGEST_QUESTION]
    when = read_window(asked, now, timezone)
    toll = read_toll(asked)
    kinds, verbs, actors = read_kinds(asked), read_verbs(asked), _actors(asked)
    respelled: tuple[Note, ...] = ()
    if not kinds.kinds:
        kinds, respelled = read_misspelt_kinds(asked, gazetteer)
    doing = [Span(one.start, one.end) for one in actors]
    unread, home = _blanked(asked, (*when.spans, *toll.spans)), _home(named or {}, gazetteer)
    where = read_area(unread, gazetteer, home, named, here, place, (*kinds.spans, *verbs.spans, *doing))
    taken = (*when.spans, *where.spans, *kinds.spans, *verbs.spans, *toll.spans)
    count = None if toll.spans else _count(asked, taken, doing, of_happening=bool(kinds.kinds))
    topic = subject = _topic(asked, taken, doing)
    if count:
        subject = _topic(asked, (*taken, *count.spans), doing)
        topic = f"{subject} {count.told}".lstrip() if count.told else topic
    where = replace(where, notes=(*respelled, *where.notes))
    return Reading(asked, told_language(asked), when, where, kinds, verbs, actors, toll, count, subject, topic)


def _count(asked: str, taken: Sequence[Span], actors: Sequence[Span], *, of_happening: bool) -> CountReading | None:
    """How many were killed, if that is asked: what has other meanings asks for it of a happening, or with nothing else
    but a place or a time."""
    count = read_count(asked)
    alone = bool(count.spans) and not (actors or _topic(asked, (*taken, *count.spans), ()))
    return count if count.certain or (count.spans and of_happening) or alone else None


def _actors(text: str) -> tuple[ActorMention, ...]:
    """The actors asked about; whose camp it is that was attacked ("army camp", "poste de police") tells a place."""
    folded = fold_aligned(text)
    return tuple(
        one
        for one in find_actors(text)
        if not (_PREMISES_AFTER.match(folded, one.end) or _PREMISES_BEFORE.search(folded[: one.start]))
    )


def _home(named: Mapping[int, int], gazetteer: Gazetteer) -> frozenset[str]:
    """The countries where a fair part of a collection's happenings lies."""
    counts: Counter[str] = Counter()
    for number, happenings in named.items():
        if place := gazetteer.place(number):
            counts[place.country] += happenings
    return frozenset(code for code, count in counts.items() if count >= _HOME_SHARE * counts.total())


def detect_language(question: str) -> str:
    """ "fr" or "en", by the small words of each and French accents; "en" where they say nothing."""
    return told_language(question) or "en"


def told_language(question: str) -> str | None:
    """The same, None where they say nothing or as much for one as for the other."""
    words = [_bare(match.group()) for match in _WORD.finditer(fold_aligned(question))]
    french = sum(word in FRENCH for word in words) + bool(
        re.search(r"[àâçéèêëîïôùûœ]|\b[dlnsjc]['’]", question.lower())
    )
    english = sum(word in ENGLISH for word in words)
    return None if french == english else "fr" if french > english else "en"


def _bare(word: str) -> str:
    return _ELIDED.sub("", word)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces for what is already read, so that "May" is no village; offsets hold."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _topic(text: str, taken: Sequence[Span], actors: Sequence[Span]) -> str:
    words = list(_topic_words(_blanked(text, taken)))
    named = [any(span.start < word.end and word.start < span.end for span in actors) for word in words]
    if all(named):
        return ""
    return " ".join(text[word.start : word.end] for word in words)


def _topic_words(text: str) -> Iterable[Span]:
    folded = fold_aligned(text)
    for match in _WORD.finditer(folded):
        elided = _ELIDED.match(match.group())
        start = match.start() + (elided.end() if elided else 0)
        if folded[start : match.end()] not in ASKING:
            yield Span(start, match.end())
