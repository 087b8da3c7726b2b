"""Who says it, and how: the claims of a body, with exact spans, and the claim verbs a question asks about.  Pure.

The speaker is the subject of a verb of saying ("the army said"), what stands after an inverted one ("a raconté un
habitant"), or what "selon", "according to", "revendiqué par" introduce.  "Il", "she", "la même source" are the last
speaker that fits; where none fits, there is no claim rather than a guessed one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.actors import ACTORS, ActorKind, find_actors
from index.claim_verbs import (
    ACCENTED,
    ACCORDING_TO,
    ASKED,
    CLAIMED_BY,
    DENIED_BY,
    NEGATED,
    NOBODY,
    OBJECT_IS_SOMEBODY,
    OWN_DEED,
    PARTICIPLE,
    SPEECH,
)
from index.model import Claim, ClaimVerb, Span
from index.speakers import (
    Speaker,
    Spoken,
    is_named_after,
    is_same_subject,
    last_fitting,
    names_somebody_before,
    pronoun_at_end,
    pronoun_at_start,
    speakers_after,
    speakers_before,
)
from index.text import fold_aligned

_LONGEST_SENTENCE = 3_000  # characters; what is longer is a table or a list, and nobody speaks in it
_SPEAKERS_KEPT = 20
_MEMORY = 2  # sentences back in which a pronoun's speaker may have been heard
_QUOTED = re.compile(r'"[^"\n]{0,1200}"')
_PAST = re.compile(r"é(?:e|s|es)?$")
_CLAUSE = re.compile(r";\s+")
_PARTIES = frozenset({ActorKind.FORCE, ActorKind.AUTHORITY, ActorKind.ARMED_GROUP})
_INTRODUCING = ((CLAIMED_BY, ClaimVerb.CLAIMS), (DENIED_BY, ClaimVerb.DENIES), (ACCORDING_TO, ClaimVerb.SAYS))


@dataclass(frozen=True, slots=True)
class VerbReading:
    """The claim verbs a question asks about ("who claimed", "que dit"), and where its words for them stand."""

    verbs: tuple[ClaimVerb, ...]
    spans: tuple[Span, ...]


def read_verbs(question: str) -> VerbReading:
    """The claim verbs that a French or English question asks about; a statement asks about none."""
    folded = fold_aligned(question)
    found = [(verb, match) for verb, pattern in ASKED for match in pattern.finditer(folded)]
    spans = sorted({span for _, match in found for span in _asking(match)})
    return VerbReading(tuple(dict.fromkeys(verb for verb, _ in found)), tuple(spans))


def _asking(match: re.Match[str]) -> Iterator[Span]:
    """The words of asking, without those for whoever is asked about, if the pattern holds them ("what did X say")."""
    if match.groupdict().get("who") is None:
        yield Span(*match.span())
    else:
        yield Span(match.start(), match.start("who"))
        yield Span(match.end("who"), match.end())


def find_claims(body: str, sentences: Sequence[Span]) -> tuple[Claim, ...]:
    """Every claim of a body, in order: speaker, verb, and the span of the sentence or clause that holds it.

    A quotation that runs over several sentences belongs whole to the claim that closes it.
    """
    folded = fold_aligned(body)
    quotes = [Span(*match.span()) for match in _QUOTED.finditer(folded)]
    spoken = Spoken(body, _blanked(folded), find_actors(body))
    starts = [one.start for one in spoken.actors]
    claims: list[Claim] = []
    heard: list[Speaker] = []
    for position, sentence in enumerate(sentences):
        if sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        since = sentences[max(0, position - _MEMORY)].start
        near = spoken.actors[bisect_left(starts, since) : bisect_left(starts, sentence.end)]
        claims.extend(_claims(replace(spoken, actors=near), sentence, since, heard, quotes))
        del heard[:-_SPEAKERS_KEPT]
    return tuple(dict.fromkeys(claims))


def _claims(
    spoken: Spoken, sentence: Span, since: int, heard: list[Speaker], quotes: Sequence[Span]
) -> Iterator[Claim]:
    """The claims of one sentence; who is heard in it is added to `heard`."""
    for cue in _cues(spoken, sentence):
        speakers = _speakers(spoken, cue, heard, since)
        span = _whole(spoken, cue, quotes)
        heard.extend(speakers)
        yield from (Claim(one.actor, _verb(one, cue, spoken), span.start, span.end) for one in speakers)


def _blanked(folded: str) -> str:
    """The text with what stands between quotation marks blanked: a verb inside a quotation is the speaker's own."""
    return _QUOTED.sub(lambda match: f'"{" " * (len(match.group()) - 2)}"', folded)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words at [start, end) that introduce a speaker, who follows them or stands before, in the clause from `since`."""

    start: int
    end: int
    verb: ClaimVerb
    sentence: Span
    since: int
    follows: bool
    pronoun: str = ""


def _cues(spoken: Spoken, sentence: Span) -> Iterator[_Cue]:
    """The words of one sentence that introduce a speaker, in order."""
    found = [(match, verb) for pattern, verb in _INTRODUCING for match in _matches(pattern, spoken, sentence)]
    taken = {position for match, _ in found for position in range(*match.span())}
    verbs = (match for match in _matches(SPEECH, spoken, sentence) if _is_finite(match, spoken, sentence))
    found.extend((match, _verb_of(match)) for match in verbs if match.end() - 1 not in taken)
    since = sentence.start
    for match, verb in sorted(found, key=lambda one: one[0].start()):
        yield _cue(match, verb, spoken, sentence, since)
        since = match.end()


def _matches(pattern: re.Pattern[str], spoken: Spoken, sentence: Span) -> Iterator[re.Match[str]]:
    return pattern.finditer(spoken.folded, sentence.start, sentence.end)


def _verb_of(match: re.Match[str]) -> ClaimVerb:
    groups = match.groupdict()
    return next(verb for verb in ClaimVerb if groups[f"{verb}_fr"] or groups[f"{verb}_en"])


def _is_finite(match: re.Match[str], spoken: Spoken, sentence: Span) -> bool:
    """Is this a verb somebody says something with: no participle ("accusés de"), no noun ("l'annonce"), not denied."""
    before = spoken.folded[sentence.start : match.start()]
    written = spoken.body[match.start() : match.end()]
    if NEGATED.search(before) or NOBODY.search(before):
        return False
    if not match.group("aux") and (_PAST.search(written) or PARTICIPLE.fullmatch(match.group())):
        return False
    return not ACCENTED.search(match.group()) or "é" in written


def _cue(match: re.Match[str], verb: ClaimVerb, spoken: Spoken, sentence: Span, since: int) -> _Cue:
    if match.re is not SPEECH:
        return _Cue(match.start(), match.end(), verb, sentence, since, follows=True)
    clitic = re.search(r"(il|elle|on)s?\b", (match.group("aux") or "").partition("-")[2] or match.group("clitic") or "")
    follows = _is_inverted(match, spoken, sentence, since)
    return _Cue(match.start(), match.end(), verb, sentence, since, follows, clitic.group() if clitic else "")


def _is_inverted(match: re.Match[str], spoken: Spoken, sentence: Span, since: int) -> bool:
    """Does the speaker follow the verb ("..., a indiqué l'armée", '"...", said a trader')?"""
    before = spoken.folded[since : match.start()].rstrip()
    if before.endswith(('"', '",')):
        return True
    if not before.endswith(",") or OBJECT_IS_SOMEBODY.search(match.group()):
        return False
    if is_named_after(spoken, match.end(), sentence.end, known=True):
        return True
    return not names_somebody_before(before) and is_named_after(spoken, match.end(), sentence.end, known=False)


def _speakers(spoken: Spoken, cue: _Cue, heard: Sequence[Speaker], since: int) -> tuple[Speaker, ...]:
    if cue.pronoun == "on":
        return ()
    if pronoun := cue.pronoun or _pronoun(spoken, cue):
        fitting = last_fitting(pronoun, heard, since, spoken, cue.start)
        return (fitting,) if fitting else ()
    if not cue.follows and is_same_subject(spoken.folded[cue.since : cue.start]):
        return tuple(heard[-1:]) if heard and heard[-1].start >= cue.sentence.start else ()
    if cue.follows:
        return speakers_after(spoken, cue.end, cue.sentence.end, heard)
    return speakers_before(spoken, cue.since, cue.start, heard)


def _pronoun(spoken: Spoken, cue: _Cue) -> str:
    if cue.follows:
        return pronoun_at_start(spoken.folded[cue.end : cue.sentence.end])
    return pronoun_at_end(spoken.folded[cue.since : cue.start])


def _verb(speaker: Speaker, cue: _Cue, spoken: Spoken) -> ClaimVerb:
    """How it is said.  A party to the conflict that confirms or reports only says; one who saw reports whatever the
    verb; an armed group that tells its own deed takes responsibility for it."""
    actor = ACTORS.get(speaker.actor)
    if actor is None or cue.verb in {ClaimVerb.CLAIMS, ClaimVerb.DENIES}:
        return cue.verb
    if actor.kind is ActorKind.ARMED_GROUP and OWN_DEED.match(spoken.folded, cue.end, cue.sentence.end):
        return ClaimVerb.CLAIMS
    if actor.kind is ActorKind.WITNESS:
        return ClaimVerb.REPORTS
    return ClaimVerb.SAYS if actor.kind in _PARTIES else cue.verb


def _whole(spoken: Spoken, cue: _Cue, quotes: Sequence[Span]) -> Span:
    """The clause that holds the claim, from the start of a quotation that it closes."""
    ends = [match.end() for match in _CLAUSE.finditer(spoken.folded, cue.sentence.start, cue.sentence.end)]
    start = max((end for end in ends if end <= cue.start), default=cue.sentence.start)
    end = min((end for end in ends if end > cue.start), default=cue.sentence.end)
    before = quotes[: bisect_left(quotes, Span(start, start))][
        -1:
    ]  # quotations do not overlap: only the last can hold it
    opened = [quote.start for quote in before if start < quote.end]
    return Span(min([start, *opened]), len(spoken.body[:end].rstrip("; \n")))
