"""What kind of thing a text tells, and what kinds a question asks for.  Pure.

The kinds stand on the lines of the public conflict-data codebooks (ACLED Codebook 2023; UCDP GED Codebook 23.1):

- An attack on those who bear arms (a camp, a convoy, a patrol) is an attack and an armed clash: both books count it as
  fighting between two armed sides.  An attack on civilians is an attack; a violent death of civilians a killing too.
- The weapon leads: a death by mine or drone is a bombing or an air strike, never a plain attack as well.
- A protest with stones, fire or blows is a protest and a riot.  A death in an accident is an accident alone.
- `OTHER` is never marked: a sentence without such words tells no kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.asked_words import ASKED
from index.assertion import is_asserted
from index.incident_words import (
    ARMED,
    CUES,
    DEATH_OF_WHAT_FOLLOWS,
    DEATH_OF_WHAT_PRECEDES,
    GRAVE,
    SPORT,
    UNARMED,
    Cue,
)
from index.model import Kind, KindMention, Span
from index.text import fold_aligned, sentences

ARMED_VIOLENCE = frozenset(
    {Kind.ATTACK, Kind.CLASH, Kind.BOMBING, Kind.SHELLING, Kind.AIR_STRIKE, Kind.ABDUCTION, Kind.KILLING}
)
HIERARCHY: dict[Kind, frozenset[Kind]] = {
    Kind.ATTACK: ARMED_VIOLENCE,
    Kind.PROTEST: frozenset({Kind.PROTEST, Kind.RIOT}),
}
_BY_WEAPON = frozenset({Kind.AIR_STRIKE, Kind.SHELLING, Kind.BOMBING})
_ROWDY = frozenset({Kind.CLASH, Kind.LOOTING})
_QUIET = frozenset({Kind.POLITICS, Kind.STATEMENT, Kind.MOVEMENT})  # told only where nothing louder is
_LEADING = (
    Kind.AIR_STRIKE,
    Kind.SHELLING,
    Kind.BOMBING,
    Kind.KILLING,
    Kind.ATTACK,
    Kind.CLASH,
    Kind.ABDUCTION,
    Kind.RIOT,
    Kind.LOOTING,
    Kind.PROTEST,
    Kind.TERRITORY,
    Kind.ARREST,
    Kind.ACCIDENT,
    Kind.DISPLACEMENT,
    Kind.MOVEMENT,
    Kind.POLITICS,
    Kind.STATEMENT,
    Kind.OTHER,
)
_VICTIM_WINDOW = 90  # characters on either side of a verb in which its object or victim stands
_BRACKETS = re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]")


def covers(kind: Kind) -> frozenset[Kind]:
    """The kinds that a question's word for `kind` asks for: "attacks" every armed violence, "protests" riots too."""
    return HIERARCHY.get(kind, frozenset({kind}))


def main_first(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """Each kind once, the one an event coder would file it under first (ACLED: looting and abduction only where no
    graver violence is told; a clash that also killed civilians stays an attack or a clash)."""
    told = set(kinds)
    order = [kind for kind in _LEADING if kind in told]
    if Kind.KILLING in told and Kind.CLASH in told:
        order.remove(Kind.KILLING)
        order.insert(order.index(Kind.CLASH) + 1, Kind.KILLING)
    return tuple(order)


def leading(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds that a sentence is filed under, of all that it tells: what a question by a narrow word finds it by.

    The main one, and the clash that an attack on people who bear arms is as well."""
    return tuple(kind for kind in kinds if kind is kinds[0] or (kinds[0], kind) == (Kind.ATTACK, Kind.CLASH))


def mark_kinds(text: str) -> tuple[KindMention, ...]:
    """Every word of a French or English text that tells a kind, in order; one mention for each kind a word tells.

    `asserted` is false for what is denied, feared, planned, prevented or only demonstrated against.
    """
    folded = fold_aligned(text)
    # Brackets name places and sides, not deeds.  Blanked rather than cut, so that offsets hold.
    bare = _BRACKETS.sub(lambda match: " " * len(match.group()), folded)
    matched = list(_matched(bare))
    sporting = _is_about_sport(folded)
    found = [one for sentence in sentences(text) for one in _mark_sentence(bare, sentence, matched, sporting)]
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (one.start, _LEADING.index(one.kind)))))


def _mark_sentence(
    bare: str, sentence: Span, matched: Sequence[tuple[Cue, Span]], sporting: bool
) -> Iterator[KindMention]:
    told = bare[sentence.start : sentence.end]
    here = [
        (cue, Span(span.start - sentence.start, span.end - sentence.start))
        for cue, span in matched
        if sentence.start <= span.start and span.end <= sentence.end
    ]
    for one in _tidied(list(_cued(told, here, sporting)), list(_deaths(told))):
        yield KindMention(one.start + sentence.start, one.end + sentence.start, one.kind, one.asserted)


def _cued(told: str, matched: Sequence[tuple[Cue, Span]], sporting: bool) -> Iterator[KindMention]:
    for cue, span in matched:
        if _is_play(cue, told, sporting):
            continue
        asserted = is_asserted(told, span.start, span.end)
        for kind in cue.kinds:
            yield KindMention(span.start, span.end, kind, asserted)
        if Kind.ATTACK in cue.kinds and _hits_the_armed(told, span.start, span.end):
            yield KindMention(span.start, span.end, Kind.CLASH, asserted)


def _matched(bare: str) -> Iterator[tuple[Cue, Span]]:
    """The cues met, in order, none overlapping; of two that begin together the first in `CUES`."""
    found = (
        (match.start(), order, match.end())
        for order, pattern in enumerate(_patterns())
        for match in pattern.finditer(bare)
    )
    past = 0
    for start, order, end in sorted(found):
        if start >= past:
            past = end
            yield CUES[order], Span(start, end)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """One pattern a cue: the engine skips ahead by first letters, which it cannot do in one pattern of them all."""
    return tuple(re.compile(rf"(?<![\w-])(?:{cue.words})(?!\w)") for cue in CUES)


def _word(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


_ARMED = _word(ARMED)
_UNARMED = _word(UNARMED)
_SPORT = _word(SPORT)
_GRAVE = _word(GRAVE)
_DEATH_AFTER = _word(DEATH_OF_WHAT_FOLLOWS)
_DEATH_BEFORE = _word(DEATH_OF_WHAT_PRECEDES)
_BETWEEN = re.compile(r"\s*(?:,|and|or|et|ou|&|/)?\s*(?:d'|de |des |les |the )?")
_CLAUSE_END = re.compile(r"[;:!?\"]|, (?:et|mais|and|but|while|tandis|alors|qui|who|which)\b")
_PASSIVE = _word(
    r"ete|etaient|etait|sont|est|was|were|been|being|got|subi|essuye|suffered|came under|pris|prise|cible|par|by"
)


def _hits_the_armed(told: str, start: int, end: int) -> bool:
    """Does this attack meet people who bear arms?  The target of "attacked X", "attack on X" stands after it; that of
    "X was attacked", "X a subi une attaque" before it."""
    after = _CLAUSE_END.split(told[end : end + _VICTIM_WINDOW])[0]
    if by := re.search(r"\b(?:par|by)\b", after):
        after = after[: by.start()]
    if _ARMED.search(after) and not _shielded(after):
        return True
    before = told[max(0, start - _VICTIM_WINDOW) : start]
    passive = _PASSIVE.search(before[-24:]) or re.match(r"\s+(?:par|by|overnight|a nouveau)\b", told[end:])
    return bool(passive and _ARMED.search(_last_clause(before)))


def _shielded(after: str) -> bool:
    """ "attacked the village, ..." : the first thing named is unarmed, and the armed come later as something else."""
    armed, unarmed = _ARMED.search(after), _UNARMED.search(after)
    return bool(armed and unarmed and unarmed.start() < armed.start() and " of " not in after[: armed.start()])


def _last_clause(before: str) -> str:
    return _CLAUSE_END.split(before)[-1]


def _deaths(told: str) -> Iterator[KindMention]:
    taken: list[tuple[int, int]] = []
    for match in _DEATH_AFTER.finditer(told):
        taken.append(match.span())
        yield from _death(match, told, _until(_CLAUSE_END, told[match.end() : match.end() + _VICTIM_WINDOW]))
    for match in _DEATH_BEFORE.finditer(told):
        if not any(start <= match.start() < end for start, end in taken):
            yield from _death(match, told, told[max(0, match.start() - _VICTIM_WINDOW) : match.start()])


def _until(stop: re.Pattern[str], text: str) -> str:
    return stop.split(text)[0]


def _death(match: re.Match[str], told: str, victims: str) -> Iterator[KindMention]:
    asserted = is_asserted(told, match.start(), match.end())
    armed, unarmed = _ARMED.search(victims), _UNARMED.search(victims)
    yield KindMention(match.start(), match.end(), Kind.ATTACK, asserted)
    if armed:
        yield KindMention(match.start(), match.end(), Kind.CLASH, asserted)
    if unarmed and not (armed and armed.start() <= unarmed.start()):
        yield KindMention(match.start(), match.end(), Kind.KILLING, asserted)


def _tidied(cued: list[KindMention], deaths: list[KindMention]) -> Iterator[KindMention]:
    """One sentence's mentions without what a graver or more exact word in it makes untrue."""
    kinds = {one.kind for one in cued if one.asserted}
    yield from (one for one in cued if one.kind not in _QUIET or not kinds - _QUIET)
    yield from (one for one in deaths if _adds(one.kind, kinds))
    if kinds & _ROWDY:
        protests = (one for one in cued if one.kind is Kind.PROTEST)
        yield from (KindMention(one.start, one.end, Kind.RIOT, one.asserted) for one in protests)


def _adds(kind: Kind, kinds: set[Kind]) -> bool:
    """Does a death tell `kind` beside `kinds`?  Not an accident's; a mine's or a drone's tells no plain attack."""
    if Kind.ACCIDENT in kinds:
        return False
    return kind is Kind.KILLING or not kinds & _BY_WEAPON


def _is_about_sport(folded: str) -> bool:
    return len(set(_SPORT.findall(folded))) >= 2


def _is_play(cue: Cue, told: str, sporting: bool) -> bool:
    """Is this word only play here?  In a dispatch about sport every word of violence may be, elsewhere a loose one near
    a word of sport; a sentence that also speaks of the dead, the wounded or the armed is never play."""
    if not (sporting or (cue.loose and _SPORT.search(told))):
        return False
    return not _GRAVE.search(told)


@dataclass(frozen=True, slots=True)
class KindReading:
    """The kinds a question asks for, each once in the order of `Kind`, and where its words for them stand."""

    kinds: tuple[Kind, ...]
    spans: tuple[Span, ...]


def read_kinds(question: str) -> KindReading:
    """The kinds that a question's nouns and verbs name; several unite, and an "and" between two belongs to them.

    Only words that plainly name an incident count: "killed", "stormy" or a name tell nothing here.
    """
    folded = fold_aligned(question)
    found = [match for match in _asked_pattern().finditer(folded) if ASKED[_position(match)].kinds]
    kinds = {kind for match in found for asked in ASKED[_position(match)].kinds for kind in _asked_for(asked, match)}
    return KindReading(tuple(kind for kind in Kind if kind in kinds), _joined(folded, found))


def _asked_for(asked: Kind, match: re.Match[str]) -> frozenset[Kind]:
    return covers(asked) if ASKED[_position(match)].broad else frozenset({asked})


def _position(match: re.Match[str]) -> int:
    return int((match.lastgroup or "a0")[1:])


@cache
def _asked_pattern() -> re.Pattern[str]:
    rules = "|".join(f"(?P<a{position}>{asked.words})" for position, asked in enumerate(ASKED))
    return re.compile(rf"(?<![\w-])(?:{rules})(?![\w-])")


def _joined(folded: str, found: list[re.Match[str]]) -> tuple[Span, ...]:
    """The spans of the words found; two with only "and", "or" or a comma between become one."""
    spans: list[Span] = []
    for match in found:
        if spans and _BETWEEN.fullmatch(folded, spans[-1].end, match.start()):
            spans[-1] = Span(spans[-1].start, match.end())
        else:
            spans.append(Span(*match.span()))
    return tuple(spans)
