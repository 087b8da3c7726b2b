"""A question that goes on from the one before ("et à Gao ?", "only last week", "who claimed it?").  Pure.

The parts that the new words give replace those of the question before; the others stay.  The result is told as one
whole question, in the words of both, so that whatever takes a question (a button, a watch) takes this one as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum, auto

from index.asked_areas import IN_RADIUS_KM
from index.asked_places import IN, NEAR, OF, WITHIN
from index.model import Borderland, Circle, Span
from index.place_words import kilometres_of
from index.query import LONGEST_QUESTION, Reading
from index.question_model import FollowUp
from index.text import fold_aligned

Read = Callable[[str], Reading]


class Part(Enum):
    """What a question is made of.  The subject is what happened, by kinds or in words of its own."""

    SUBJECT = auto()
    ACTOR = auto()
    VERB = auto()
    TOLL = auto()
    COUNT = auto()
    PLACE = auto()
    TIME = auto()


_ABOUT = frozenset({Part.SUBJECT, Part.ACTOR, Part.VERB, Part.TOLL, Part.COUNT})
_TIES_BEFORE = re.compile(
    r"\W*(?:(?:et|and|mais|but|puis|then|alors|ok|okay|oui|yes|non|no|also|aussi|only|just|seulement|uniquement|juste"
    r"|rien que|plutot|rather|what about|how about|qu'en est-il|quid|same(?: thing| question)?|idem"
    r"|pareil|(?:la )?meme (?:chose|question))(?![\w'-])[\s,:]*)+"
)
_TIES_AFTER = re.compile(
    r"[\s,]+(?:instead|too|as well|also|only|alone|aussi|egalement|plutot|seulement|uniquement|a la place)\W*$"
)
_THERE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\bthere\b(?! (?:is|are|was|were|been|has|have|any))"
    r"|\bla-bas\b|\bsur place\b"
    r"|\b(?:in |near |dans )?(?:the same|that|(?:le |la )?meme|cette) (?:place|area|town|region|endroit|zone|ville)\b"
)
_ELSE = re.compile(r"\b(?:what else|anything else|quoi d'autre|autre chose)\b")
# What stands for something told before.  French "il" and the "it" of "it is" stand for nothing: they are not here.
_REFERS = re.compile(
    r"\b(?:claimed|did|do|of|behind|about|for|from|with|by|to|den(?:y|ied)) (?:it|them|this|that|those|these)\b"
    r"|\b(?:they|them)\b|\bl'(?:a|ont|avait|avaient)\b|(?<!\w)les (?:a|ont|avait|avaient)\b"
    r"|\b(?:celles?|ceux|celui)-(?:ci|la)\b"
)
_DEMONSTRATIVE = re.compile(r"\b(?:this|that|these|those|cet|cette|ces) $")
# Words that ask for whatever happened: a subject, though none that a room reads.
_WHATEVER = re.compile(
    r"\b(?:happen(?:ed|ing|s)?|s'est[- ](?:il )?passee?|se passe|quoi de (?:neuf|nouveau)|what's new|news|nouvelles"
    r"|actualites?|infos?|situation|updates?)\b"
)
# After these a follow-up narrows the subject before instead of replacing it: "et contre les écoles ?"
_NARROWS = re.compile(r"\s*(?:contre|against|sur|on|visant|targeting|impliquant|involving|avec|with)\b")
_ARTICLE_BEFORE = re.compile(r"(?:\b(?:par|by|of|du|de la|des|de|the|le|la|les) |\b(?:de l|d|l)')+$")
_END_MARKS = " \t\n?!.…,;:"
_WITHIN_KM = {"en": "within {km:g} km of ", "fr": "à moins de {km:g} km de "}


def follow_up(previous: Reading, text: str, read: Read) -> FollowUp | None:
    """The whole question that `text` asks after `previous`, or None where it stands by itself or asks nothing.

    `read` reads a question as asked now, by the same person over the same collection.
    """
    language = read(text).language or previous.language or "en"
    wider = _at_distance(previous, text, language, read)
    before, bare = (wider[0], wider[1]) if wider else (previous, text)
    bare, tied = _untied(bare)
    said = _as_near(before, read(bare), language, read)
    parts = _given(said) | ({Part.SUBJECT} if _ELSE.search(fold_aligned(text)) else set())
    goes_on = bool(wider) or tied or _refers(said) or _is_elliptic(said, parts)
    if not goes_on or not (parts or wider):
        return None
    question = _whole(before, said, parts)
    return FollowUp(question, language, Part.PLACE not in parts) if len(question) <= LONGEST_QUESTION else None


def _untied(text: str) -> tuple[str, bool]:
    """The text without the words that only tie it to the question before, and whether there were any."""
    folded = fold_aligned(text)
    lead, tail = _TIES_BEFORE.match(folded), _TIES_AFTER.search(folded)
    ties = [Span(*match.span()) for match in (lead, tail) if match]
    ties += [Span(*match.span()) for pattern in (_THERE, _ELSE) for match in pattern.finditer(folded)]
    return _without(text, ties), bool(ties)


def _given(said: Reading) -> set[Part]:
    """The parts that a text gives itself."""
    given = {
        Part.SUBJECT: said.kinds.kinds or said.subject or _asks_whatever(said),
        Part.ACTOR: said.actors,
        Part.VERB: said.verbs.verbs,
        Part.TOLL: said.toll.spans,
        Part.COUNT: said.count,
        Part.PLACE: said.where.area or said.where.unplaced,
        Part.TIME: said.when.window,
    }
    return {part for part, something in given.items() if something}


def _asks_whatever(said: Reading) -> bool:
    return _WHATEVER.search(fold_aligned(said.text)) is not None


def _refers(said: Reading) -> bool:
    """Whether the text stands on what was told before: "claimed it", "cette attaque".  One that names its own place
    does not."""
    if Part.PLACE in _given(said):
        return False
    folded = fold_aligned(said.text)
    pointed_at = any(_DEMONSTRATIVE.search(folded[: span.start]) for span in said.kinds.spans)
    return pointed_at or _REFERS.search(folded) is not None


def _is_elliptic(said: Reading, parts: set[Part]) -> bool:
    """Whether something is missing that the question before may give: what, or else where and when."""
    if said.subject or said.when.latest or _asks_whatever(said):
        return False
    return not (parts & _ABOUT and parts & {Part.PLACE, Part.TIME})


def _whole(previous: Reading, said: Reading, parts: set[Part]) -> str:
    """One question out of two: the parts given from the new one, the others from the one before."""
    if _is_narrowing(previous, said):
        return _joined(_cut(previous, parts - {Part.SUBJECT}), said.text)
    if Part.SUBJECT not in parts:
        newest = set(previous.when.spans) - set(previous.when.window_spans) if Part.VERB in parts else set()
        cut = [span for part in parts for span in _spans(previous, part)]
        return _around(_without(previous.text, [*cut, *newest]), said, parts)
    kept = set(Part) - parts
    if not (said.kinds.kinds or said.subject):  # whatever happened, whoever did or said it
        kept -= _ABOUT
    return _around(said.text, previous, kept)


def _is_narrowing(previous: Reading, said: Reading) -> bool:
    told = previous.kinds.kinds and said.subject and not said.kinds.kinds
    return bool(told) and _NARROWS.match(fold_aligned(said.text)) is not None


def _around(base: str, other: Reading, parts: set[Part]) -> str:
    """`base` with parts of another question: its names before, since a name after a place would be read with it."""
    told = {part: [other.text[span.start : span.end] for span in _spans(other, part)] for part in parts}
    before, after = (Part.COUNT, Part.VERB, Part.ACTOR), (Part.TOLL, Part.PLACE, Part.TIME)
    return _joined(
        *(words for part in before for words in told.get(part, ())),
        base,
        *(words for part in after for words in told.get(part, ())),
    )


def _joined(*pieces: str) -> str:
    return " ".join(piece for piece in (" ".join(piece.split()).strip(_END_MARKS) for piece in pieces) if piece)


def _cut(reading: Reading, parts: Iterable[Part]) -> str:
    return _without(reading.text, [span for part in parts for span in _spans(reading, part)])


def _spans(reading: Reading, part: Part) -> Sequence[Span]:
    match part:
        case Part.PLACE:
            return reading.where.spans
        case Part.TIME:
            return reading.when.window_spans
        case Part.VERB:
            return reading.verbs.spans
        case Part.TOLL:
            return reading.toll.spans
        case Part.COUNT:
            return reading.count.spans if reading.count else ()
        case Part.ACTOR:
            folded = fold_aligned(reading.text)
            return [Span(_article_start(folded, one.start), one.end) for one in reading.actors]
        case Part.SUBJECT:
            return ()


def _article_start(folded: str, start: int) -> int:
    before = _ARTICLE_BEFORE.search(folded[:start])
    return before.start() if before else start


def _without(text: str, spans: Iterable[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def _at_distance(previous: Reading, text: str, language: str, read: Read) -> tuple[Reading, str] | None:
    """The question before with the distance that the text tells without a place ("within 100 km"), and the text without
    it; None where it tells none, or where the area before has no centre that a distance may be counted from."""
    told = WITHIN.search(f"{fold_aligned(text)} ")
    if told is None or Part.PLACE in _given(read(text)):
        return None
    wider = _within(previous, kilometres_of(told["number"], told["unit"]), language, read)
    return (wider, _without(text, [Span(told.start(), min(told.end(), len(text)))])) if wider else None


def _as_near(previous: Reading, said: Reading, language: str, read: Read) -> Reading:
    """What was said with the distance asked for before: "et à Gao ?" after "près de Mopti" is near Gao."""
    before, place = previous.where.area, said.where.area
    if not (isinstance(before, Circle) and isinstance(place, Circle)) or place.radius_km != IN_RADIUS_KM:
        return said
    return (before.radius_km > IN_RADIUS_KM and _within(said, before.radius_km, language, read)) or said


def _within(question: Reading, radius_km: float, language: str, read: Read) -> Reading | None:
    """The question about that circle around its place; None where that cannot be told in words."""
    area = question.where.area
    if not isinstance(area, Circle | Borderland):
        return None
    (told,) = question.where.spans
    folded = fold_aligned(question.text)
    link = next(filter(None, (way.match(folded, told.start, told.end) for way in (WITHIN, NEAR, IN, OF))), None)
    name = question.text[link.end() if link else told.start : told.end]
    reading = read(_joined(_cut(question, [Part.PLACE]), _WITHIN_KM[language].format(km=radius_km) + name))
    found = reading.where.area
    if not isinstance(found, Circle | Borderland):
        return None
    return reading if replace(found, name="") == replace(area, name="", radius_km=radius_km) else None
