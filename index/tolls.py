"""How many were harmed: the tolls of a text, each with its words, who the victims are, and what was done.  Pure.

A number counts people where it stands before a word for them or for the harm ("trois soldats", "15 dead"); the harm is
that word's own, that of the verb right before it ("killed three soldiers") or that of the predicate after it ("sept
personnes ont été tuées").  A share of a toll ("dont deux enfants") is no toll of its own, an earlier toll that the same
sentence replaces ("passe de 15 à 17", "and not nine") is left out, and so is what the text says that an earlier version
of it said, and what is denied or feared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from index import toll_phrases as says
from index.assertion import is_asserted
from index.model import Span
from index.quantities import Quantity, find_quantities
from index.story_model import Harm, Toll
from index.text import fold_aligned

_TAIL = 110  # characters after those counted in which what was done to them may be told
_LEAD = 45  # characters before a number in which the verb that governs it ends
_SUBJECT_WINDOW = 90  # characters before a predicate in which its subject stands
_LONGEST_SENTENCE = 3_000  # what is longer is a table or a list
_ISLAMIC_STATE = re.compile(r"\bIS\b")  # folded, it would be a verb between "ten" and "fighters"


def _harm_of(match: re.Match[str]) -> Harm:
    return next(harm for harm in Harm if match.groupdict().get(harm.value))


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of people, up to the `end` of the words for them; `harm` where those words tell it."""

    quantity: Quantity
    end: int
    head: str
    harm: Harm | None
    victims: str
    after: bool = False  # the harm is told after the count, so that a count joined before it shares it


def mark_tolls(text: str, sentences: Sequence[Span]) -> tuple[Toll, ...]:
    """Every toll of a French or English text, in order; `sentences` as `index.text.sentences` cuts it.

    A round number in words ("une vingtaine") is that number; "dozens" is at least two of them; "moins de 20" is at most
    20; nobody ("no casualties") is 0.  One person told without a number ("a soldier was killed") counts as one.
    """
    folded = fold_aligned(_ISLAMIC_STATE.sub("Xx", text))
    told = (
        _in_sentence(folded[one.start : one.end], one.start)
        for one in sentences
        if one.end - one.start <= _LONGEST_SENTENCE and says.QUICK.search(folded, one.start, one.end)
    )
    return tuple(toll for some in told for toll in some)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _in_sentence(sentence: str, offset: int) -> list[Toll]:
    told = says.OWN_EARLIER.sub(_blank, sentence)
    counts = _harmed(told, _counts(told))
    tolls = [one for one in map(_toll, counts) if one is not None]
    tolls += [zero for zero in _zeros(told) if not any(zero.start < one.end and one.start < zero.end for one in tolls)]
    if all(one.harm is not Harm.KILLED for one in tolls):
        tolls += _single_subjects(told, tolls)
    ordered = sorted(tolls, key=lambda one: (one.start, one.end))
    return [replace(one, start=one.start + offset, end=one.end + offset) for one in ordered]


def _toll(count: _Count) -> Toll | None:
    quantity = count.quantity
    if count.harm is None:
        return None
    return Toll(quantity.start, count.end, count.harm, quantity.least, quantity.most, count.victims)


# -- who is counted --------------------------------------------------------------------------------------------


def _counts(told: str) -> list[_Count]:
    """The numbers of a sentence that may count people, and single people; without shares and replaced tolls."""
    quantities = list(find_quantities(told))
    taken = {at for one in quantities for at in range(one.start, one.end)}
    singles = [
        Quantity(*one.span(), 1, 1, 1) for one in says.SINGLE.finditer(told) if _may_be_counted(told, one, taken)
    ]
    found: list[_Count] = []
    for quantity in sorted([*quantities, *singles], key=lambda one: one.start):
        if found and quantity.start < found[-1].end:
            continue
        if _is_replaced(told, quantity):
            continue
        count = _count(told, _newer(told, quantity), quantity in quantities)
        if count is not None:
            found.append(count)
    return found


def _may_be_counted(told: str, article: re.Match[str], taken: Set[int]) -> bool:
    """Not inside a number, nor what others belong to ("members of the guard"), but "the death of the imam"."""
    if article.start() in taken:
        return False
    before = told[max(0, article.start() - _LEAD) : article.start()]
    return not says.OF.search(before) or bool(says.GOVERNS.search(before))


def _is_replaced(told: str, quantity: Quantity) -> bool:
    """A share of another number ("dont deux enfants"), or a toll that the sentence itself calls an earlier one."""
    before = told[max(0, quantity.start - 80) : quantity.start]
    if says.AGE.search(before):
        return True
    if says.MOVED.search(before):
        return quantity.last == quantity.least == quantity.most  # "from 15 (…)": the other number follows
    return bool(
        says.SHARE.search(before)
        or says.SHARE_LIST.search(before)
        or says.OLD_TOLL.search(before)
        or says.OF_THEM.match(told, quantity.end)
    )


def _newer(told: str, quantity: Quantity) -> Quantity:
    """ "Passe de 15 à 17" is 17."""
    if quantity.last != quantity.least or quantity.most not in {quantity.least, None}:
        before = told[max(0, quantity.start - 80) : quantity.start]
        if says.MOVED.search(before):
            return replace(quantity, least=quantity.last, most=quantity.last)
    return quantity


def _count(told: str, quantity: Quantity, numbered: bool) -> _Count | None:
    head = says.HEAD.match(told, quantity.end, quantity.end + 90)
    if head is None:
        return _bare(told, quantity) if numbered else _somebody(told, quantity)
    person = head["person"] or head["harmed"] or ""
    if quantity.most == 1 and not head["harmed"] and says.PLURAL.search(person) and person != "fils":
        return None  # "un bus de passagers"
    if not numbered and (not head["person"] or next(find_quantities(head["modifiers"]), None)):
        return None
    adjective = says.HARM_ADJECTIVE.search(f" {head['modifiers']}")
    harm = _harm_of(adjective) if adjective else None if head["person"] else _harm_of(head)
    end = head.end()
    return _Count(quantity, end, person or head.group(), harm, _victims(person, told[end : end + 40]))


def _bare(told: str, quantity: Quantity) -> _Count | None:
    """A number that stands alone: "wounded four", "bringing the toll to eight", "two were killed"; or one that counts
    those whom no word here knows: "killing twelve apostates"."""
    count = _Count(quantity, quantity.end, "", None, "people")
    if _is_governed(told, quantity) and not says.ANIMAL.match(told, quantity.end):
        return count
    stands_alone = says.ADJACENT.match(told, quantity.end) or says.PASSIVE.match(told, quantity.end + 1)
    return count if stands_alone and told[quantity.start : quantity.end] not in {"un", "une", "one"} else None


def _somebody(told: str, quantity: Quantity) -> _Count | None:
    """One person whom no word here knows, after a verb of harm: "killed an alleged thief"."""
    governs = says.GOVERNS.search(told[max(0, quantity.start - _LEAD) : quantity.start])
    whom = told[quantity.end : quantity.end + _LEAD]
    if governs is None or governs["lost"] or not says.AN.fullmatch(told, quantity.start, quantity.end):
        return None
    if says.ANIMAL.match(whom) or says.CROWD.search(says.BROKEN.split(whom)[0]):
        return None
    return _Count(quantity, quantity.end, "", None, "people")


def _is_governed(told: str, quantity: Quantity) -> bool:
    before = told[max(0, quantity.start - _LEAD) : quantity.start]
    governs = says.GOVERNS.search(before)
    if governs is not None:
        return not governs["lost"] and (quantity.least != 1 or bool(says.AFTER_BARE.match(told, quantity.end)))
    return bool(says.TOLL_SAYS.search(told[: quantity.start]))


def _victims(person: str, tail: str) -> str:
    """Who they are, by the word for them, or by what "members" and "men" are of."""
    for name, pattern in says.VICTIMS:
        if person and pattern.fullmatch(person):
            return name
    if re.match(r"membres?|members?|hommes|men|elements", person):
        if says.ARMED_GROUP.search(tail):
            return "attackers"
        if says.FORCES.search(tail):
            return "soldiers"
    return "people"


# -- what was done to them -------------------------------------------------------------------------------------


def _harmed(told: str, counts: Sequence[_Count]) -> list[_Count]:
    """The counts, each with what was done to those counted, where the sentence says so and says it happened."""
    nexts = [*(one.quantity.start for one in counts), len(told)][1:]
    marked = _shared(told, [_with_harm(told, one, until) for one, until in zip(counts, nexts, strict=False)])
    moved = [one for one in marked if one.harm is Harm.KILLED and says.TOLL_SAYS.search(told[: one.quantity.start])]
    if moved:  # a new toll holds all that the sentence adds to the old one
        return [one for one in marked if one in moved or (one.harm is not Harm.KILLED and one.quantity.least > 1)]
    return marked


def _with_harm(told: str, count: _Count, until: int) -> _Count:
    if count.harm is not None:
        return count if is_asserted(told, count.quantity.start, count.end) else replace(count, harm=None)
    before = told[max(0, count.quantity.start - _LEAD) : count.quantity.start]
    if says.TOLL_SAYS.search(told[: count.quantity.start]):
        return replace(count, harm=Harm.KILLED)
    if after := _predicate(told, count, until):
        return after
    governs = says.GOVERNS.search(before)
    if governs is None or (governs["lost"] and (not count.head or count.victims == "civilians")):
        return count  # "lost a brother" counts nobody that a toll would
    at = count.quantity.start - len(before) + governs.start()
    if not is_asserted(told, at, at + len(governs.group())):
        return count
    return replace(count, harm=Harm.KILLED if governs["lost"] else _harm_of(governs))


def _predicate(told: str, count: _Count, until: int) -> _Count | None:
    """The count with what is said of it after it."""
    if adjacent := says.ADJACENT.match(told, count.end):
        if is_asserted(told, adjacent.start(), adjacent.end()):
            return replace(count, end=adjacent.end(), harm=_harm_of(adjacent), after=True)
        return None
    tail = says.ADJUNCT.sub(lambda one: " " * len(one.group()), told[count.end : count.end + _TAIL])
    passive = says.PASSIVE.search(tail)
    if passive is None or says.BROKEN.search(tail[: passive.start()]) or _counts_between(told, count, passive, until):
        return None
    start = count.end + passive.start()
    if not is_asserted(told, start + len(passive.group()) - 1, start + len(passive.group())):
        return None
    harm = Harm.KILLED if passive["died"] else _harm_of(passive)
    return replace(count, end=count.end + passive.end(), harm=harm, after=True)


def _counts_between(told: str, count: _Count, passive: re.Match[str], until: int) -> bool:
    """Does another count, which is no share of this one, stand between the count and the predicate?"""
    return until < count.end + passive.start()


def _shared(told: str, counts: Sequence[_Count]) -> list[_Count]:
    """Counts joined by "and" share a harm: with the one before where a verb governs both, with the one after it where
    one predicate follows both."""
    marked = list(counts)
    for at in range(len(marked) - 2, -1, -1):
        one, other = marked[at], marked[at + 1]
        if one.harm is None and other.after and one.head and _are_joined(told, one, other):
            marked[at] = replace(one, harm=other.harm, after=True)
    for at in range(1, len(marked)):
        one, other = marked[at - 1], marked[at]
        if other.harm is None and one.harm and not one.after and other.head and _are_joined(told, one, other):
            marked[at] = replace(other, harm=one.harm)
    return marked


def _are_joined(told: str, one: _Count, other: _Count) -> bool:
    between = told[one.end : other.quantity.start]
    return len(between) < 60 and bool(says.JOINED.search(between)) and not says.BROKEN.search(between)


# -- nobody, and one person ------------------------------------------------------------------------------------


def _zeros(told: str) -> Iterator[Toll]:
    for match in says.ZERO.finditer(told):
        killed, wounded = match["killed"] or match["slain"], match["wounded"] or match["hurt"]
        if killed:
            yield Toll(*match.span(), Harm.KILLED, 0, 0, "people")
        if wounded or (killed and killed.startswith(("casualt", "victim"))):
            yield Toll(*match.span(), Harm.WOUNDED, 0, 0, "people")


def _single_subjects(told: str, tolls: Sequence[Toll]) -> Iterator[Toll]:
    """One person told by name or pronoun ("he was shot dead"): a singular verb, and no crowd for its subject."""
    for match in says.SINGLE_SUBJECT.finditer(told):
        if any(one.start <= match.start() < one.end for one in tolls):
            continue
        subject = _subject(told[max(0, match.start() - _SUBJECT_WINDOW) : match.start()])
        if not subject or says.CROWD.search(subject) or not is_asserted(told, match.end() - 1, match.end()):
            continue
        yield Toll(match.start() - len(subject), match.end(), _harm_of(match), 1, 1, "people")


def _subject(lead: str) -> str:
    """The subject at the end of these words, with an aside that a comma or bracket closes ("Moussa Keno, 45, was")."""
    start = max((one.end() for one in says.SUBJECT_START.finditer(lead)), default=0)
    if not lead[start:].strip() and lead.rstrip().endswith((",", ")")):
        start = max((one.end() for one in says.CLAUSE_START.finditer(lead)), default=0)
    return lead[start:].lstrip()
