"""How a story went on, in one line: how many tell it, tolls that changed, corrections, denials.  Plain text."""

from __future__ import annotations

from collections.abc import Sequence

from bot.wording import Reader, named
from index import Material, Story, Toll, Turn

_SHOWN = 3
# What a reader must not miss comes first.
_ORDER = (Material.CORRECTION, Material.TOLL, Material.DENIAL, Material.CLAIMANT)
_SAID = {Material.DENIAL: "claim-denies", Material.CLAIMANT: "claim-claims"}


def line(reader: Reader, story: Story) -> str:
    """What happened to a story since it was first told; "" where one source told it once."""
    shown = [_turn(reader, turn) for turn in newest(story.turns)[:_SHOWN]]
    return " · ".join(part for part in (_sources(reader, story), *shown) if part)


def newest(turns: Sequence[Turn]) -> list[Turn]:
    """The last turn of each kind and of each actor, the weightiest first."""
    last = {(turn.material, turn.actor, turn.after.harm if turn.after else None): turn for turn in turns}
    return sorted(last.values(), key=lambda turn: _ORDER.index(turn.material))


def _sources(reader: Reader, story: Story) -> str:
    count = len(story.sources)
    return reader.catalogue.text("story-sources", count=count, independent=story.independent) if count > 1 else ""


def _turn(reader: Reader, turn: Turn) -> str:
    text = reader.catalogue.text
    if turn.material in _SAID:
        return text(_SAID[turn.material], actor=named(reader, turn.actor))
    if turn.before is None or turn.after is None:
        return text("turn-corrected", source=turn.source)
    key = "turn-corrected-toll" if turn.material is Material.CORRECTION else "turn-toll"
    harm = text(f"harm-{turn.after.harm.value}", count=turn.after.least)
    return text(key, before=_count(turn.before), after=_count(turn.after), harm=harm, source=turn.source)


def _count(toll: Toll) -> str:
    if toll.most is None:
        return f"{toll.least}+"
    return str(toll.least) if toll.most == toll.least else f"{toll.least}–{toll.most}"
