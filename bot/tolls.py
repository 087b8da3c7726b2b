"""Tolls that do not agree, side by side with whoever says each.  Plain text; `render` makes HTML of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.wording import Reader, named
from index import Harm, ToldToll

_SHOWN = 4
_ANYBODY = "people"


def side_by_side(reader: Reader, tolls: Sequence[ToldToll]) -> str:
    """The numbers of dead and who gives each, where two do not agree on them; "" where nobody disagrees."""
    dead = _once(reader, [told for told in tolls if told.toll.harm is Harm.KILLED])
    if not any(_disagree(one, other) for one, other in combinations(dead, 2)):
        return ""
    told = "; ".join(_told(reader, one) for one in _shown(dead))
    return reader.catalogue.text("tolls-differ", tolls=told)


def _once(reader: Reader, tolls: Sequence[ToldToll]) -> list[ToldToll]:
    """A speaker and count once, whichever dispatches quote them: in the words that say who the dead were, if any do."""
    once: dict[tuple[str, int, int | None], dict[str, ToldToll]] = {}
    for told in tolls:
        said = once.setdefault((_name(reader, told), told.toll.least, told.toll.most), {})
        said.setdefault(told.toll.victims, told)
    for said in once.values():
        if len(said) > 1:
            said.pop(_ANYBODY, None)
    return [told for said in once.values() for told in said.values()]


def _shown(tolls: Sequence[ToldToll]) -> list[ToldToll]:
    """A few of them: each count that somebody contradicts, then who else gives it, then what agrees with all."""
    differing = [told for told in tolls if any(_disagree(told, other) for other in tolls)]
    by_count = {(told.toll.least, told.toll.most): told for told in reversed(differing)}
    return list(dict.fromkeys([*reversed(by_count.values()), *differing, *tolls]))[:_SHOWN]


def _disagree(one: ToldToll, other: ToldToll) -> bool:
    """Whether no number is both: "at least 2" and 4 agree."""
    if _sayer(one) == _sayer(other) or one.toll.may_equal(other.toll):
        return False
    victims = {one.toll.victims, other.toll.victims}
    return len(victims) == 1 or _ANYBODY in victims


def _sayer(told: ToldToll) -> tuple[str, ...]:
    return told.speakers or (told.source,)


def _told(reader: Reader, told: ToldToll) -> str:
    text, toll = reader.catalogue.text, told.toll
    count = str(toll.least) if toll.most == toll.least else f"{toll.least}–{toll.most}"
    count = text("toll-least", count=str(toll.least)) if toll.most is None else count
    return text("toll-said", toll=text(f"toll-{toll.victims}", least=toll.least, count=count), who=_name(reader, told))


def _name(reader: Reader, told: ToldToll) -> str:
    return named(reader, told.speakers[0]) if told.speakers else told.source
