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
    """The last turn of each kind and of each actor, the weightiest first; assailants are counted apart."""
    last = {(turn.material, turn.actor, _counted(turn.after)): turn for turn in turns}
    return sorted(last.values(), key=lambda turn: _ORDER.index(turn.material))


def _counted(toll: Toll | None) -> tuple[str, bool] | None:
    return (toll.harm.value, _is_of_attackers(toll)) if toll else None


def _is_of_attackers(toll: Toll) -> bool:
    return toll.victims == "attackers"


def _sources(reader: Reader, story: Story) -> str:
    count = len(story.sources)
    return reader.catalogue.text("story-sources", count=count, independent=story.independent) if count > 1 else ""


def _turn(reader: Reader, turn: Turn) -> str:
    text = reader.catalogue.text
    if turn.material in _SAID:
        return text(_SAID[turn.material], actor=named(reader, turn.actor))
    if turn.after is None:
        return text("turn-corrected", source=turn.source)
    is_correction = turn.material is Material.CORRECTION
    harm = text(f"harm-{turn.after.harm.value}", count=turn.after.least)
    after = _count(reader, turn.after)
    if turn.before is None:
        key = "turn-corrected-first-toll" if is_correction else "turn-first-toll"
        return text(key, after=after, harm=harm, source=turn.source)
    key = "turn-corrected-toll" if is_correction else "turn-toll"
    return text(key, before=_count(reader, turn.before), after=after, harm=harm, source=turn.source)


def _count(reader: Reader, toll: Toll) -> str:
    count = str(toll.least) if toll.most == toll.least else f"{toll.least}–{toll.most}"
    count = f"{toll.least}+" if toll.most is None else count
    return reader.catalogue.text("toll-attackers", least=toll.least, count=count) if _is_of_attackers(toll) else count
