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
    dead = [told for told in tolls if told.toll.harm is Harm.KILLED]
    if not any(_disagree(one, other) for one, other in combinations(dead, 2)):
        return ""
    told = "; ".join(_told(reader, one) for one in dead[:_SHOWN])
    return reader.catalogue.text("tolls-differ", tolls=told)


def _disagree(one: ToldToll, other: ToldToll) -> bool:
    if _sayer(one) == _sayer(other) or one.toll.least == other.toll.least:
        return False
    victims = {one.toll.victims, other.toll.victims}
    return len(victims) == 1 or _ANYBODY in victims


def _sayer(told: ToldToll) -> tuple[str, ...]:
    return told.speakers or (told.source,)


def _told(reader: Reader, told: ToldToll) -> str:
    text, toll = reader.catalogue.text, told.toll
    count = str(toll.least) if toll.most == toll.least else f"{toll.least}–{toll.most}"
    count = text("toll-least", count=str(toll.least)) if toll.most is None else count
    who = named(reader, told.speakers[0]) if told.speakers else told.source
    return text("toll-said", toll=text(f"toll-{toll.victims}", least=toll.least, count=count), who=who)
