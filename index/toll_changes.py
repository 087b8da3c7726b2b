"""Which counts of the harmed a later account changes of a story.  Pure.

Alerts and the line that tells how a story went on both ask here, so that what makes a sound is what is shown.  A first
count, a higher one, one that nothing told before can equal, and one below what its own source told before are changes;
a vaguer count that holds an earlier one ("several" after six) is none, and neither is a share of it.  Of the version
that it replaces every other count is one, since its source no longer stands by the former.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.accounts import Account
from index.story_model import Harm, Toll

_GRAVITY = {harm: place for place, harm in enumerate(Harm)}  # the dead before the wounded, those before the missing
_ANYBODY, _ATTACKERS = "people", "attackers"
_APART = ("soldiers", "civilians")
_ONE_BREATH = 120  # characters between two counts of one sentence or of two short ones


@dataclass(frozen=True, slots=True)
class TollChange:
    """A count after which other one: `before` is None for the first of its kind, `after` for one that is told no more.
    Not both are."""

    before: Toll | None
    after: Toll | None


def toll_changes(new: Account, told: Sequence[Account], replaced: Account | None = None) -> tuple[TollChange, ...]:
    """What `new` changes of the counts that the other accounts of its story told, or, where it replaces a version, of
    that version alone; the gravest first, assailants last.  What begins a story changes nothing."""
    if replaced is not None:
        return tuple(_corrected(new, replaced))
    known = [toll for one in told for toll in _heads(one.tolls)]
    own = _heads(_last_of(new.source, told))
    found = (_change(after, known, own) for after in _heads(new.tolls)) if told else ()
    return tuple(one for one in found if one is not None)


def _change(after: Toll, known: Sequence[Toll], own: Sequence[Toll]) -> TollChange | None:
    lowered = next((one for one in own if _is_of_same(one, after) and _is_below(after, one)), None)
    if lowered is not None:
        return TollChange(lowered, after)
    if any(_holds_as_share(one, after) for one in known):
        return None
    peers = [one for one in known if _is_of_same(one, after)]
    if not peers:
        return TollChange(None, after) if after.least else None  # "no casualties", where none were told, is no news
    raised = all(_is_above(after, one) for one in peers)
    contradicts = not any(after.may_equal(one) for one in peers)
    return TollChange(max(peers, key=_height), after) if raised or contradicts else None


def _is_of_same(one: Toll, other: Toll) -> bool:
    """Whether two tolls may count the same people: assailants are counted apart."""
    if one.harm is not other.harm or (one.victims == _ATTACKERS) != (other.victims == _ATTACKERS):
        return False
    return one.victims == other.victims or _ANYBODY in (one.victims, other.victims)


def _holds_as_share(whole: Toll, part: Toll) -> bool:
    """Whether one counts everybody, of whom the other may be some: six soldiers of eight people."""
    everybody = whole.victims == _ANYBODY and part.victims not in (_ANYBODY, _ATTACKERS)
    return everybody and whole.harm is part.harm and (whole.most is None or part.least <= whole.most)


def _is_below(one: Toll, other: Toll) -> bool:
    return one.most is not None and one.most < other.least


def _is_above(one: Toll, other: Toll) -> bool:
    """A higher least, unless it lies within a range that was told ("16" after "15 to 17")."""
    return one.least > other.least and (other.most is None or one.most is None or one.most > other.most)


def _height(toll: Toll) -> tuple[int, float]:
    return toll.least, float("inf") if toll.most is None else toll.most


# -- the counts of one account -------------------------------------------------------------------------------------


def _heads(tolls: Sequence[Toll]) -> list[Toll]:
    """What an account counts in all, one count a harm and one of assailants; the gravest first, assailants last."""
    others = (_together([one for one in tolls if one.harm is harm and one.victims != _ATTACKERS]) for harm in Harm)
    assailants = (_highest([one for one in tolls if one.harm is harm and one.victims == _ATTACKERS]) for harm in Harm)
    return [one for one in (*others, *assailants) if one is not None]


def _together(tolls: Sequence[Toll]) -> Toll | None:
    """The highest count, or soldiers and civilians told in one breath where they are more together: the soldiers of one
    speaker and the civilians of another are nobody's count."""
    highest = _highest(tolls)
    soldiers, civilians = ([one for one in tolls if one.victims == who] for who in _APART)
    pairs = [(one, other) for one in soldiers for other in civilians if abs(one.start - other.start) <= _ONE_BREATH]
    summed = _highest([_sum(one, other) for one, other in pairs])
    return summed if summed and highest and summed.least > highest.least else highest


def _sum(soldiers: Toll, civilians: Toll) -> Toll:
    open_ended = soldiers.most is None or civilians.most is None
    most = None if open_ended else (soldiers.most or 0) + (civilians.most or 0)
    return replace(soldiers, least=soldiers.least + civilians.least, most=most, victims=_ANYBODY)


def _highest(tolls: Sequence[Toll]) -> Toll | None:
    return max(sorted(tolls, key=lambda one: one.start), key=_height, default=None)


def _last_of(source: str, told: Sequence[Account]) -> tuple[Toll, ...]:
    """What the source itself counted last."""
    own = [one for one in told if one.source == source and one.tolls]
    return max(own, key=lambda one: (one.published_at or 0, one.thread, one.ordinal)).tolls if own else ()


# -- a version and the one that it replaces ------------------------------------------------------------------------


def _corrected(new: Account, replaced: Account) -> Iterable[TollChange]:
    kinds = sorted({_kind(one) for one in (*new.tolls, *replaced.tolls)}, key=lambda one: (one[1], _GRAVITY[one[0]]))
    for kind in kinds:
        before, after = _of_kind(replaced, kind), _of_kind(new, kind)
        if before.keys() != after.keys():
            gone = next((toll for count, toll in before.items() if count not in after), None)
            come = next((toll for count, toll in after.items() if count not in before), None)
            yield TollChange(gone, come)


def _kind(toll: Toll) -> tuple[Harm, bool]:
    return toll.harm, toll.victims == _ATTACKERS


def _of_kind(account: Account, kind: tuple[Harm, bool]) -> dict[tuple[int, int | None], Toll]:
    """Each count of one harm once, in the order of the text, whoever else than assailants it counts."""
    ordered = sorted((one for one in account.tolls if _kind(one) == kind), key=lambda one: one.start)
    return {(one.least, one.most): one for one in ordered}
