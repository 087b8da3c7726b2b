"""Whose words they are: the speaker that stands before or after a verb of saying, and whom a pronoun means.  Pure.

Positions are offsets into the body; patterns read its folded form with quotations blanked out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.actors import ACTORS, ActorKind
from index.mark_model import ActorMention
from index.model import Span

_LONGEST_WORDS = 60  # characters kept of a speaker that is no known actor
_LEAD = 45  # characters between the start of a phrase and the actor it is about ("le porte-parole du ")
_DAYS = (
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|yesterday"
)
_PRONOUN = (
    r"ils?|elles?|lui|eux|he|she|they|it|him|her|them|celui-ci|celle-ci|ce dernier|cette derniere|"
    r"(?:(?:la|le|les|the) )(?:memes? |same )?(?:groupe?|sources?|mouvement|statement|communique)"
)
_AT_START = re.compile(rf"\W*({_PRONOUN})(?:-memes?)?(?=\s*(?:$|[,.;:]))")
_AT_END = re.compile(rf"(?:^|[^\w'])({_PRONOUN})(?: (?:y|en|also|had|then|later|encore|aussi))?\s*$")
_SAME_SUBJECT = re.compile(r"(?:^|\W)(?:et|and|mais|but|puis|then|ainsi que)\s*$")
_ASIDE = re.compile(
    r"\W*(?:qui|who|whose|which|dont|que|qu'|whom|jointe?s?|reached|affiliee?|liee?|de son cote|de leur cote|"
    r"pour sa part|"
    r"quant a|in|on|at|dans|en|a|au|aux|sur|par|depuis|after|apres|before|however|cependant|toutefois|with|avec|"
    r"pour|for|"
    r"la veille|le jour|le lendemain|basee?|based|known|connue?|elle|lui|by|speaking|citing|parmi|among|"
    r"" + _DAYS + r")\b"
)
_RELATIVE = re.compile(r"\W*(?:qui|who|whose|which|dont|affiliee?|liee?|jointe?s?)\b")
_ENGLISH_ARTICLE = re.compile(r"\W*(?:a \w|A [a-z]|A [^,]*$)")  # "à" keeps its accent; "A Bamako, ..." its comma
_APPOSITION = re.compile(r"\W*(?:une?|an?) (?!ete )")
_WHEN = re.compile(
    rf"\W*(?:(?:on |{_DAYS})(?:\w+day)?(?: (?:matin|soir|midi|apres-midi|morning|evening|night|afternoon))?|a l'afp|"
    r"ensuite|aussi|egalement|a la presse|aux journalistes|par telephone|tot|\d+ \w+)\b"
)
_TO_WHOM = re.compile(
    r"\W*(?:a|au|aux|to) (?:l'|la |le )?[\w' -]*? (?=(?:une?|des|deux|trois|plusieurs|le|la|les|leurs?|l'|two|"
    r"three) )"
)
_PHRASE_END = re.compile(
    rf'[.;:"!?()]|,(?! une? (?:elu|habitant|responsable|source))|\b(?:qui|who|dont|que|dans|in an?|in the|on|{_DAYS}|'
    r"cite[es]*|jointe?s?|reached|contacte\w*|sous couvert|under)\b"
)
_AND = re.compile(r"(?:,| et| and)\s+(?:de |d'|du |des |aupres d')?")
_DETERMINER = (
    r"l'|(?:une?|l[ea]s?|des|du|leurs?|s(?:on|a|es)|notre|nos|deux|trois|plusieurs|certains|an?|the|his|her|their|"
    r"its|two|three|"
    r"several|some|many|another|cette|ces?) "
)
_NOUN_PHRASE = re.compile(rf"\W*(?:d'|de )?((?:{_DETERMINER})?[^\W\d_][\w'’ -]*)")
_DETERMINED = re.compile(rf"\W*(?:{_DETERMINER})")
_COMPLEMENT = re.compile(r"\W*(?:que?|qu'\w*|that|avoir|etre|to|vouloir|ne|n'\w*)\b")
_BELONGING = re.compile(r"\w+ (?:de |des |du |d'|of )(?:la |l'|the )?$")
_TO_SOMEBODY = re.compile(r"\W*(?:à|aux?)\b")
_FEMININE = re.compile(
    r"\b(?:une|la|elle|armee|police|gendarmerie|junte|sources?|association|organisation|femme|mere|presidence|"
    r"infirmiere|passagere|vendeuse|commercante|societe|coordination|katiba|plateforme)\b"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker named at [start, end): an actor's key, or the words themselves; `words` are the folded phrase."""

    actor: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A body, its folded form with quotations blanked, and the actors named in it."""

    body: str
    folded: str
    actors: tuple[ActorMention, ...]


def speakers_after(spoken: Spoken, start: int, end: int, heard: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers named from `start` on: "selon X", "a indiqué mercredi X et Y"."""
    start = _past_time(spoken, start, end)
    return _listed(spoken, Span(start, _stop(spoken, start, end)), heard)


def _past_time(spoken: Spoken, start: int, end: int) -> int:
    """Past "mercredi", "à l'AFP", "à l'agence X": when and to whom it was said."""
    while skipped := _WHEN.match(spoken.folded, start, end):
        start = skipped.end()
    to_whom = _TO_WHOM.match(spoken.folded, start, end)
    return to_whom.end() if to_whom else start


def _stop(spoken: Spoken, start: int, end: int) -> int:
    """Where the phrase after a verb ends: at a comma, a relative or a day, but never inside an actor's name."""
    for match in _PHRASE_END.finditer(spoken.folded, start, end):
        inside = any(one.start <= match.start() < one.end for one in spoken.actors)
        if not inside and spoken.folded[start : match.start()].strip():
            return match.start()
    return end


def speakers_before(spoken: Spoken, start: int, end: int, heard: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The subject of a verb at `end` in the clause that begins at `start`: its last part that is no aside and no
    apposition ("their employer, a cotton company, told")."""
    parts = [part for part in _parts(spoken, start, end) if not _is_aside(spoken, part)]
    if len(parts) > 1 and _is_apposition(spoken, parts[-2], parts[-1], end):
        parts.pop()
    return _listed(spoken, parts[-1], heard) if parts else ()


def _parts(spoken: Spoken, start: int, end: int) -> list[Span]:
    cuts = [match.end() for match in re.finditer(r'[,;:"()]|\s-\s', spoken.folded[start:end])]
    edges = [start, *(start + cut for cut in cuts), end]
    return [Span(left, right) for left, right in pairwise(edges)]


def _is_aside(spoken: Spoken, part: Span) -> bool:
    text = spoken.folded[part.start : part.end]
    if _ENGLISH_ARTICLE.match(spoken.body, part.start, part.end):
        return False
    return not re.search(r"\w", text) or bool(_ASIDE.match(text)) or text.endswith(")")


def _is_apposition(spoken: Spoken, before: Span, part: Span, verb_at: int) -> bool:
    text = spoken.folded[part.start : part.end]
    closed = spoken.folded[part.start : verb_at].rstrip().endswith(",")
    short = len(spoken.folded[before.start : before.end].strip(" ,").split()) <= 3  # "their employer"
    return bool(_APPOSITION.match(text)) and closed and short


def _listed(spoken: Spoken, span: Span, heard: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers joined by "and" in one phrase.  After the first only known actors count."""
    ends = [
        match.end()
        for match in _AND.finditer(spoken.folded, span.start, span.end)
        if not any(one.start < match.end() <= one.end for one in spoken.actors)
    ]
    edges = [span.start, *ends, span.end]
    spans = [Span(left, right) for left, right in pairwise(edges)]
    found = [
        _known(spoken, one) or (None if position else _in_words(spoken, one, heard))
        for position, one in enumerate(spans)
    ]
    return tuple(one for one in found if one)


def _known(spoken: Spoken, span: Span) -> Speaker | None:
    for mention in spoken.actors:
        if span.start <= mention.start and mention.end <= span.end and mention.start - span.start <= _LEAD:
            if ACTORS[mention.actor].kind is ActorKind.WITNESS and _belongs(spoken.body[span.start : mention.start]):
                return None  # "le syndicat des transporteurs" speaks, not the drivers
            return Speaker(mention.actor, mention.start, mention.end, spoken.folded[span.start : mention.end])
    return None


def _belongs(lead: str) -> bool:
    """Do these words make what follows part of something else ("le syndicat des ", but not "à l'agence des")?"""
    return bool(_BELONGING.search(lead)) and not _TO_SOMEBODY.match(lead)


def _in_words(spoken: Spoken, span: Span, heard: Sequence[Speaker]) -> Speaker | None:
    """A speaker that is no known actor, in the words of the text; "the official" is the official heard before."""
    phrase = _NOUN_PHRASE.match(spoken.folded, span.start, span.end)
    if not phrase:
        return None
    start = phrase.start(1)
    words = spoken.body[start : min(phrase.end(1), start + _LONGEST_WORDS)].strip(" '-,")
    folded = spoken.folded[start : start + len(words)]
    head = folded.split()[-1] if words else ""
    if re.match(r"(?:the|le|la|l'|cet|cette|ce) ?\w+$", folded):
        for speaker in reversed(heard):
            if head.removeprefix("l'") in speaker.words.split():
                return Speaker(speaker.actor, start, start + len(words), speaker.words)
    return Speaker(words, start, start + len(words), folded) if words else None


def is_named_after(spoken: Spoken, start: int, end: int, *, known: bool) -> bool:
    """Does a speaker, known or at least a phrase with an article, follow at `start`?"""
    start = _past_time(spoken, start, end)
    if _COMPLEMENT.match(spoken.folded, start, end):
        return False
    if known:
        return _known(spoken, Span(start, _stop(spoken, start, end))) is not None
    return bool(_DETERMINED.match(spoken.folded, start, end))


def names_somebody_before(clause: str) -> bool:
    """Does this clause, which a comma ends, hold a subject and then an aside ("Le ministre, qui ..., a annoncé")?"""
    aside = clause.rstrip(" ,").rpartition(",")[2]
    return "," in clause.rstrip(" ,") and bool(_RELATIVE.match(aside) or _APPOSITION.match(aside))


def is_same_subject(clause: str) -> bool:
    """Does the verb after this clause share the subject of the one before it ("dément ... et soutient")?"""
    return bool(_SAME_SUBJECT.search(clause))


def pronoun_at_start(text: str) -> str:
    """The pronoun that a phrase consists of ("selon lui, ..."), or ""."""
    match = _AT_START.match(text)
    return match.group(1) if match else ""


def pronoun_at_end(text: str) -> str:
    """The pronoun right before a verb ("... où il affirme"), or ""."""
    match = _AT_END.search(text)
    return match.group(1) if match else ""


def last_fitting(pronoun: str, heard: Sequence[Speaker], since: int, spoken: Spoken, before: int) -> Speaker | None:
    """Whom a pronoun means: the last speaker, or actor that opens a sentence, named in [since, before) that fits."""
    opening = [
        Speaker(one.actor, one.start, one.end, spoken.folded[max(0, one.start - 4) : one.end])
        for one in spoken.actors
        if since <= one.start < before and _opens_sentence(spoken, one.start)
    ]
    nearest = sorted((one for one in [*heard, *opening] if one.start >= since), key=lambda one: one.start, reverse=True)
    return next((one for one in nearest if _fits(pronoun, one)), None)


def _opens_sentence(spoken: Spoken, start: int) -> bool:
    return bool(
        re.search(r'(?:^|[.!?"\n]\s*)(?:l\'|le |la |les |the |an? )?$', spoken.folded[max(0, start - 8) : start])
    )


def _fits(pronoun: str, speaker: Speaker) -> bool:
    feminine = bool(_FEMININE.search(speaker.words))
    if pronoun in {"il", "ils", "lui", "eux", "celui-ci", "ce dernier"}:
        return not feminine
    if pronoun in {"elle", "elles", "celle-ci", "cette derniere"}:
        return feminine
    if "source" in pronoun:
        return "source" in speaker.words
    return True
