"""Under which kinds a happening is filed: what a question by a narrow word finds it by.  Pure.

A happening may run over several sentences and tell several kinds.  It is filed once, as the public codebooks file it
(ACLED Codebook 2023): a demonstration with clashes, fire or deaths is a demonstration or a riot; looting and abduction
lead only where nobody was hurt or fought; a fight after a bomb is a fight; the weapon leads over what it did.  An
attack on goods alone is filed under both: who asks for attacks wants to know that armed men came.  All that is told
stays known (`Telling.kinds`): filing decides only what "clashes" or "looting" finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from index.harm_words import ARMED_DOERS, ATTACKED_GOODS, FIREFIGHT, HARM, NO_HARM
from index.incidents import ARMED_VIOLENCE, GRAVEST_FIRST, read_kinds
from index.model import Kind, Site, Telling

_FILED_ONCE = ARMED_VIOLENCE | {Kind.LOOTING, Kind.PROTEST, Kind.RIOT}
_DEMONSTRATION = frozenset({Kind.PROTEST, Kind.RIOT})
_FOUGHT = frozenset({Kind.CLASH, Kind.ATTACK, Kind.KILLING})
_HARM = re.compile(rf"\b(?:{HARM})\b")
_NO_HARM = re.compile(rf"\b(?:{NO_HARM})\b")
_FIREFIGHT = re.compile(rf"\b(?:{FIREFIGHT})\b")
_ARMED_DOERS = re.compile(rf"\b(?:{ARMED_DOERS})\b")
_BLOWS = frozenset({Kind.ATTACK, Kind.CLASH, Kind.KILLING, Kind.LOOTING})
_BY_WEAPON = frozenset({Kind.BOMBING, Kind.SHELLING, Kind.AIR_STRIKE})
_ANOTHER = re.compile(
    r"\W*(?:separately|in (?:another|a separate|a second)|another|elsewhere|meanwhile|also|par ailleurs|"
    r"dans un autre|"
    r"une? autre|ailleurs|separement|d'autre part|de leur cote|le meme jour|the same day)\b"
)
_UNOWNED = re.compile(
    r"\b(?:no (?:\w+ )?(?:group|organi[sz]ation|movement|one)|nobody|aucune? (?:groupe|organisation|mouvement)\w*|"
    r"personne) (?:\w+ |n'){0,3}(?:claim|revendiqu|said it was behind|took responsibility)|"
    r"(?:n'a|n'ont|n'avait|n'avaient|not|yet to)(?: \w+){0,3} (?:revendiqu|claimed)|"
    r"(?:no|without|aucune|sans) (?:\w+ )?(?:claim of responsibility|revendication)|\bunclaimed\b"
)
_RUBRIC = re.compile(r"\W*([\w' -]{3,32}?) ?: ")
_ATTACKED_GOODS = re.compile(rf"\b(?:{ATTACKED_GOODS})\b")
_NO_VIOLENCE = re.compile(
    r"\b(?:non[- ]violent\w*|defusals?|desamorcages?|deminage|agreements?|accords?|recruitment|recrutement|"
    r"mouvements?|movements?|(?:weapons? )?seizures?|saisies?|formation)\b"
)


Point = tuple[float, float, float | None]  # a site's latitude, longitude and stated distance: two sites alike are one


def main_first(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """Each kind once, the one an event coder would file it under first (ACLED: looting and abduction only where no
    graver violence is told; a clash that also killed civilians stays an attack or a clash; so does a fight that a bomb
    began; a demonstration stays one)."""
    told = set(kinds)
    order = [kind for kind in GRAVEST_FIRST if kind in told]
    if told & _DEMONSTRATION:
        order.sort(key=lambda kind: kind not in _DEMONSTRATION)
    if Kind.CLASH in told:
        _put_after(order, Kind.KILLING, Kind.CLASH)
    if Kind.ATTACK in told:
        _put_after(order, Kind.BOMBING, Kind.CLASH if Kind.CLASH in told else Kind.ATTACK)
    return tuple(order)


def _put_after(order: list[Kind], kind: Kind, other: Kind) -> None:
    if kind in order and order.index(kind) < order.index(other):
        order.remove(kind)
        order.insert(order.index(other) + 1, kind)


def is_fought(told: str) -> bool:
    """Does a folded text tell a fight, and not only that something exploded or was attacked?"""
    return bool(_FIREFIGHT.search(told))


def is_harmed(told: str) -> bool:
    """Does a folded text tell that somebody was hurt or shot at?"""
    return bool(_HARM.search(_NO_HARM.sub(" ", told)))


def filed_under(kinds: Set[Kind], told: str) -> frozenset[Kind]:
    """The kinds that a happening is filed under, of all that its sentences tell; `told` is their folded text."""
    violent = main_first(kinds & _FILED_ONCE)
    return frozenset(kinds & _violence_filed(violent, told)) | (kinds - _FILED_ONCE)


def _violence_filed(kinds: tuple[Kind, ...], told: str) -> frozenset[Kind]:
    if not kinds:
        return frozenset()
    if kinds[0] in _DEMONSTRATION:
        return _DEMONSTRATION
    if Kind.LOOTING in kinds and _only_goods(kinds, told):
        return frozenset({Kind.LOOTING, Kind.ATTACK})
    if kinds[0] is Kind.ATTACK and Kind.ABDUCTION in kinds and Kind.CLASH not in kinds and not is_harmed(told):
        return frozenset({Kind.ABDUCTION, Kind.ATTACK})
    if kinds[0] in _FOUGHT:
        return frozenset({kinds[0], *_FOUGHT})
    return frozenset({kinds[0]} | ({Kind.ATTACK} if kinds[0] in ARMED_VIOLENCE else set()))


def _only_goods(kinds: tuple[Kind, ...], told: str) -> bool:
    """Was the whole harm to goods: goods attacked or plundered, and nobody hurt, taken or fought?"""
    if not set(kinds) <= {Kind.ATTACK, Kind.LOOTING} or is_harmed(told):
        return False
    return Kind.ATTACK not in kinds or bool(_ATTACKED_GOODS.search(told))


def file(tellings: Sequence[Telling], folded: str) -> list[Telling]:
    """The tellings of a folded text, each with those of its kinds that its happening as a whole is filed under.

    A heading ("Looting: ...") files it as it says.  What only says that nobody owns an attack told before it is filed
    under nothing."""
    heading = _rubric(folded)
    under: dict[int, frozenset[Kind]] = {}
    for happening in _happenings(tellings, folded):
        kinds = filed_under(_kinds_of(happening, folded), " ".join(_words(one, folded) for one in happening))
        if heading is not None:
            kinds = (kinds - _FILED_ONCE) | heading
        under |= {one.start: kinds for one in happening}
    return [replace(one, filed=tuple(k for k in one.kinds if k in under.get(one.start, ()))) for one in tellings]


def _words(telling: Telling, folded: str) -> str:
    return folded[telling.start : telling.end]


def _rubric(folded: str) -> frozenset[Kind] | None:
    """What the heading at the start of a text files it under ("Looting: ..."); empty for a heading that tells no
    violence ("Agreement: ..."), None where there is no heading that says."""
    heading = _RUBRIC.match(folded)
    if heading is None:
        return None
    if _NO_VIOLENCE.search(heading[1]):
        return frozenset()
    return frozenset(read_kinds(heading[1]).kinds) or None


def _happenings(tellings: Sequence[Telling], folded: str) -> list[list[Telling]]:
    """The sentences of the news that tell something, those of one place and day together."""
    found: list[list[Telling]] = []
    for one in tellings:
        words = _words(one, folded)
        if one.background or not one.kinds or (found and is_unowned(words)):
            continue
        if found and not _ANOTHER.match(words) and _goes_on(one, found[-1][-1]):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def is_unowned(words: str) -> bool:
    """Does a folded sentence only say that nobody has taken responsibility?"""
    return bool(_UNOWNED.search(words))


def _goes_on(one: Telling, last: Telling) -> bool:
    if one.sites and last.sites and not share_a_place(one.sites, last.sites):
        return False
    here, before = one.happened, last.happened
    return here is None or before is None or (here.start < before.end and before.start < here.end)


def share_a_place(some: Sequence[Site], others: Sequence[Site]) -> bool:
    return any(point(one) == point(other) for one in some for other in others)


def point(site: Site) -> Point:
    return site.lat, site.lon, site.stated_km


def _kinds_of(happening: Sequence[Telling], folded: str) -> frozenset[Kind]:
    """All that the sentences of one happening tell.

    After a march, blows and deaths are the march's unless men in arms are named; after an explosion, "the attack" is
    the explosion unless a fight is told; after a plunder it is the plunder unless somebody was hurt."""
    kinds: set[Kind] = set()
    for one in happening:
        words, here = _words(one, folded), set(one.kinds)
        if kinds & _DEMONSTRATION and not _ARMED_DOERS.search(words):
            here -= _BLOWS
        if kinds & _BY_WEAPON and not is_fought(words):
            here -= {Kind.ATTACK, Kind.CLASH}
        if Kind.LOOTING in kinds and Kind.ATTACK not in kinds and not is_harmed(words):
            here -= {Kind.ATTACK}
        kinds |= here
    return frozenset(kinds)
