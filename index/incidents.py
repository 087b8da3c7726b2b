"""What kind of thing a text tells, and what kinds a question asks for.  Pure.

The kinds stand on the lines of the public conflict-data codebooks (ACLED Codebook 2023; UCDP GED Codebook 23.1):

- An attack on those who bear arms (a camp, a convoy, a patrol) is an attack and an armed clash: both books count it as
  fighting between two armed sides.  An attack on civilians is an attack; a violent death of civilians a killing too.
- A clash needs arms on both sides: soldiers who kill villagers are an attack and a killing, whoever they are.
- The weapon leads: a death by mine or drone is a bombing or an air strike, never a plain attack as well; a fight beside
  the explosion is both.  A device found and made safe is no bombing.
- A protest with stones, fire or blows is a protest and a riot, and no attack or armed clash unless armed men took part;
  so is what a crowd does.  What a protest is about is not told again.  A death in an accident is an accident alone.
- `OTHER` is never marked: a sentence without such words tells no kind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from index.asked_words import ASKED
from index.assertion import is_asserted
from index.harm_words import (
    ARMED,
    ARMED_DOERS,
    DEATH_OF_WHAT_FOLLOWS,
    DEATH_OF_WHAT_PRECEDES,
    FIREFIGHT,
    UNARMED,
    WOUND_OF_WHAT_FOLLOWS,
    WOUND_OF_WHAT_PRECEDES,
)
from index.incident_words import (
    CROWD_ACTS,
    CUES,
    GRAVE,
    MADE_SAFE,
    MAKERS,
    NO_EXPLOSION,
    PROTEST_GOES_ON,
    PROTESTED_ABOUT,
    SPORT,
    SUFFERED_BY,
    Cue,
)
from index.mark_model import KindMention
from index.model import Kind, Span
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
_BY_CROWDS = frozenset({Kind.PROTEST, Kind.RIOT})
_ARMED_ALONE = frozenset({Kind.AIR_STRIKE, Kind.SHELLING, Kind.BOMBING, Kind.ABDUCTION})  # no crowd does these
_DEADLY = frozenset({Kind.ATTACK, Kind.KILLING})
_HARMFUL = frozenset({Kind.ATTACK})
_QUIET = frozenset({Kind.POLITICS, Kind.STATEMENT, Kind.MOVEMENT})  # told only where nothing louder is
GRAVEST_FIRST = (
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
_SUBJECT_WINDOW = 140  # characters before a passive verb in which its subject begins
_VICTIM_WINDOW = 90  # characters on either side of a verb in which its object or victim stands
_BRACKETS = re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]")


def covers(kind: Kind) -> frozenset[Kind]:
    """The kinds that a question's word for `kind` asks for: "attacks" every armed violence, "protests" riots too."""
    return HIERARCHY.get(kind, frozenset({kind}))


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
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (one.start, GRAVEST_FIRST.index(one.kind)))))


def _mark_sentence(
    bare: str, sentence: Span, matched: Sequence[tuple[Cue, Span]], sporting: bool
) -> Iterator[KindMention]:
    told = bare[sentence.start : sentence.end]
    here = [
        (cue, Span(span.start - sentence.start, span.end - sentence.start))
        for cue, span in matched
        if sentence.start <= span.start and span.end <= sentence.end
    ]
    for one in _tidied(list(_cued(told, here, sporting)), list(_deaths(told, _protested_about(told, here))), told):
        yield KindMention(one.start + sentence.start, one.end + sentence.start, one.kind, one.asserted)


def _cued(told: str, matched: Sequence[tuple[Cue, Span]], sporting: bool) -> Iterator[KindMention]:
    about = _protested_about(told, matched)
    for cue, span in matched:
        if _is_play(cue, told, sporting):
            continue
        talked_of = Kind.PROTEST not in cue.kinds and _is_inside(span.start, about)
        for kind in cue.kinds:
            asserted = (
                not talked_of and is_asserted(told, span.start, span.end) and not _came_to_no_harm(kind, told, span)
            )
            yield KindMention(span.start, span.end, kind, asserted)
            if kind is Kind.ATTACK and _hits_the_armed(told, span.start, span.end):
                yield KindMention(span.start, span.end, Kind.CLASH, asserted)


def _protested_about(told: str, matched: Sequence[tuple[Cue, Span]]) -> list[Span]:
    """The stretches of a sentence about a protest that say what it is about: told, but not as having happened now."""
    first = next((span for cue, span in matched if _BY_CROWDS & set(cue.kinds)), None)
    if first is None:
        return []
    stretches: list[Span] = []
    since = first.start
    while why := _PROTESTED_ABOUT.search(told, since):
        on = _PROTEST_GOES_ON.search(told, why.end())
        since = on.end() if on else len(told)
        stretches.append(Span(why.start(), since))
    return stretches


def _is_inside(position: int, stretches: Sequence[Span]) -> bool:
    """Is a position in one of these stretches, which are in order and do not overlap?"""
    before = bisect_right(stretches, Span(position, position + 1))
    return any(one.start <= position < one.end for one in stretches[max(0, before - 1) : before + 1])


def _came_to_no_harm(kind: Kind, told: str, span: Span) -> bool:
    """A device found and made safe, or goods that somebody only tried to take or burn."""
    before = told[max(0, span.start - _VICTIM_WINDOW) : span.start]
    if kind is Kind.LOOTING:
        return bool(_TRIED.search(before[-40:]))
    if kind is not Kind.BOMBING or _WENT_OFF.search(told, span.start, span.end):
        return False
    return bool(_MADE_SAFE.search(before) or _NO_EXPLOSION_AFTER.match(told, span.end))


def _matched(bare: str) -> Iterator[tuple[Cue, Span]]:
    """The cues met, in order, none overlapping; of two that begin together the first in `CUES`."""
    found = (
        (match.start(), order, match.end())
        for order, pattern in enumerate(_patterns())
        for match in pattern.finditer(bare)
    )
    past = 0
    for start, order, end in sorted(found):
        if start >= past and not (
            CUES[order] is CROWD_ACTS and _is_acted_on(bare[max(0, start - _VICTIM_WINDOW) : start])
        ):
            past = end
            yield CUES[order], Span(start, end)


def _is_acted_on(before: str) -> bool:
    """Is the crowd after these words what somebody attacks ("killed two residents and burned ...")?"""
    return bool(_SUFFERED_BY.search(_ANY_CLAUSE_END.split(before)[-1]))


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
_WOUND_AFTER = _word(WOUND_OF_WHAT_FOLLOWS)
_WOUND_BEFORE = _word(WOUND_OF_WHAT_PRECEDES)
_ARMED_DOERS = _word(ARMED_DOERS)
_FIREFIGHT = _word(FIREFIGHT)
_PROTESTED_ABOUT = _word(PROTESTED_ABOUT)
_PROTEST_GOES_ON = re.compile(PROTEST_GOES_ON)
_MADE_SAFE = re.compile(rf"\b(?:{NO_EXPLOSION}|{MADE_SAFE})(?: and \w+)? (?:[\w'-]+ ){{0,3}}$")
_NO_EXPLOSION_AFTER = re.compile(rf" (?:{MAKERS}|(?:[\w'-]+ ){{0,3}}(?:was|were|ete|been) (?:\w+ )?{NO_EXPLOSION})\b")
_SUFFERED_BY = re.compile(rf"\b{SUFFERED_BY}")
_ANY_CLAUSE_END = re.compile(r"[.,;:!?\"\n]")
_TRIED = re.compile(r"(?:attempt\w*|tried|trying|tent(?:e|er|ant|ative)|essay\w+|failed|en vain) (?:[\w'-]+ ){0,3}$")
_WENT_OFF = re.compile(
    r"explo(?!siv)\w+|detonat|blast|saut|struck|hit|strike|bombing|bombed|bombers?|attack|attaqu|attentat|hurt"
)
_BY_WHOM = re.compile(r"\b(?:by|par) (?:(?:the|an?|some|des|les|le|la|un|une|l') ?)?(?:[\w'-]+ ){0,2}[\w'-]+")
_BETWEEN = re.compile(r"\s*(?:,|and|or|et|ou|&|/)?\s*(?:d'|de |des |les |the )?")
_WHERE = re.compile(r"\b(?:in|near|during|dans|pres d\w*|lors|at (?!least)|and \w+ed)\b")
_SUBCLAUSE = re.compile(r"\b(?:who|qui|where|when|while|after|lorsque|alors que|apres que|ou)\b")
_CROWD = (
    r"(?:students?|pupils|youths?|unionists?|trade unions?|residents|supporters|traders|strikers|inmates|fans|"
    r"etudiants|"
    r"eleves|jeunes|syndicalistes|riverains|partisans|commercants|detenus|supporteurs)"
)
_MELEE = r"(?:clash\w*|affront\w*|fighting|fought|battl\w*)"
_CROWD_CLASH = re.compile(
    rf"\b(?:{_CROWD} (?:[\w'-]+ ){{0,3}}{_MELEE}|{_MELEE} (?:[\w'-]+ ){{0,2}}(?:with|between|entre|avec|a|aux|les|"
    rf"des) "
    rf"(?:[\w'-]+ ){{0,3}}{_CROWD})\b"
)
_WEAPON = re.compile(r"\b(?:armed|armes?|machetes?|knives|couteaux|guns?|rifles?|fusils?|firearms)\b")
_COUNT = re.compile(
    r"\b(?:\d+(?! ?(?:k?ms?|kilometres?|kilometers?|miles?|h)\b)|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"deux|trois|quatre|cinq|sept|huit|neuf|dix|several|plusieurs|dozens?|dizaines?|others|autres)\b"
)
_PIECE_END = re.compile(r"[;:!?\"]|, (?!targeting|visant|including|notamment|dont|hitting|and |et )")
_CLAUSE_END = re.compile(r"[;:!?\"]|, (?:et|mais|and|but|while|tandis|alors|qui|who|which)\b")
_PASSIVE = _word(
    r"ete|etaient|etait|sont|est|was|were|been|being|got|subi|essuye|suffered|came under|pris|prise|cible|par|by"
)


def _hits_the_armed(told: str, start: int, end: int) -> bool:
    """Does this attack meet people who bear arms?  The target of "attacked X", "attack on X" stands after it; that of
    "X was attacked", "X a subi une attaque" before it."""
    after = _PIECE_END.split(told[end : end + _VICTIM_WINDOW])[0]
    if by := re.search(r"\b(?:par|by)\b", after):
        after = after[: by.start()]
    if _ARMED.search(after) and not _shielded(after):
        return True
    before = told[max(0, start - _VICTIM_WINDOW) : start]
    passive = _PASSIVE.search(before[-24:]) or re.match(r"\s+(?:par|by|overnight|a nouveau)\b", told[end:])
    return bool(passive and _ARMED.search(_BY_WHOM.sub(" ", _SUBCLAUSE.split(_last_clause(before))[-1])))


def _shielded(after: str) -> bool:
    """ "attacked the village, ..." : the first thing named is unarmed, and the armed come later as something else."""
    armed, unarmed = _ARMED.search(after), _UNARMED.search(after)
    return bool(armed and unarmed and unarmed.start() < armed.start() and " of " not in after[: armed.start()])


def _last_clause(before: str) -> str:
    return _CLAUSE_END.split(before)[-1]


def _deaths(told: str, about: Sequence[Span]) -> Iterator[KindMention]:
    """What deaths and wounds tell by who suffers them.  A wound tells an attack only where somebody is said to give it,
    and a clash where its sufferer bears arms."""
    taken: set[int] = set()
    for pattern, kinds in ((_DEATH_AFTER, _DEADLY), (_WOUND_AFTER, _HARMFUL)):
        for match in pattern.finditer(told):
            taken.update(range(*match.span()))
            whom = _until(_WHERE, _until(_PIECE_END, told[match.end() : match.end() + _VICTIM_WINDOW]))
            yield from _harm(match, told, whom, kinds, about)
    for pattern, kinds in ((_DEATH_BEFORE, _DEADLY), (_WOUND_BEFORE, frozenset())):
        for match in pattern.finditer(told):
            if match.start() not in taken:
                yield from _harm(match, told, _sufferers(told, match.start()), kinds, about)


def _until(stop: re.Pattern[str], text: str) -> str:
    return stop.split(text)[0]


def _sufferers(told: str, end: int) -> str:
    """Who is said to have been killed before the verb at `end`: the subject nearest to it, without who did it.  A bare
    number ("six killed") is a subject of its own, and tells nobody."""
    pieces = _PIECE_END.split(told[max(0, end - _SUBJECT_WINDOW) : end])
    subjects = (_BY_WHOM.sub(" ", piece) for piece in reversed(pieces))
    return next((one for one in subjects if any(some.search(one) for some in (_ARMED, _UNARMED, _COUNT))), "")


def _harm(
    match: re.Match[str], told: str, sufferers: str, kinds: frozenset[Kind], about: Sequence[Span]
) -> Iterator[KindMention]:
    talked_of = _is_inside(match.start(), about)
    asserted = not talked_of and is_asserted(told, match.start(), match.end())
    armed, unarmed = _ARMED.search(sufferers), _UNARMED.search(sufferers)
    if Kind.ATTACK in kinds:
        yield KindMention(match.start(), match.end(), Kind.ATTACK, asserted)
    if armed:
        yield KindMention(match.start(), match.end(), Kind.CLASH, asserted)
    if unarmed and Kind.KILLING in kinds and not (armed and armed.start() <= unarmed.start()):
        yield KindMention(match.start(), match.end(), Kind.KILLING, asserted)


def _tidied(cued: list[KindMention], harm: list[KindMention], told: str) -> Iterator[KindMention]:
    """One sentence's mentions without what a graver or more exact word in it makes untrue."""
    kinds = {one.kind for one in cued if one.asserted}
    fought = bool(_FIREFIGHT.search(told))
    kept = [one for one in cued if one.kind not in _QUIET or not kinds - _QUIET]
    kept += [one for one in harm if _adds(one.kind, kinds, fought)]
    if Kind.BOMBING in kinds and not fought:  # the attack is the explosion
        kept = [one for one in kept if one.kind not in {Kind.ATTACK, Kind.CLASH}]
    if _CROWD_CLASH.search(told) and not _ARMED_DOERS.search(told) and not _WEAPON.search(told):
        kept = [replace(one, kind=Kind.RIOT) if one.kind is Kind.CLASH else one for one in kept]
        kinds.add(Kind.RIOT)
    yield from _as_crowds_do(kept, told) if kinds & _BY_CROWDS else kept


def _adds(kind: Kind, kinds: set[Kind], fought: bool) -> bool:
    """Does harm tell `kind` beside `kinds`?  Not an accident's; a mine's or a drone's tells no plain attack, unless
    there was a fight too.  Wounds alone are no attack where nothing else is."""
    if Kind.ACCIDENT in kinds:
        return False
    return kind is Kind.KILLING or not kinds & _BY_WEAPON or (fought and Kind.ATTACK in kinds)


def _as_crowds_do(marked: list[KindMention], told: str) -> Iterator[KindMention]:
    """A sentence about a march or a crowd.  Where men in arms attack it, it is no march that is told; otherwise blows
    and fire make it a riot, and nobody in it fights an armed fight."""
    kinds = {one.kind for one in marked if one.asserted}
    if kinds & ARMED_VIOLENCE and Kind.RIOT not in kinds and (kinds & _ARMED_ALONE or _ARMED_DOERS.search(told)):
        yield from (one for one in marked if one.kind is not Kind.PROTEST)
        return
    yield from (one for one in marked if one.kind not in {Kind.ATTACK, Kind.CLASH})
    if kinds & _ROWDY:
        protests = (one for one in marked if one.kind is Kind.PROTEST)
        yield from (KindMention(one.start, one.end, Kind.RIOT, one.asserted) for one in protests)


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
