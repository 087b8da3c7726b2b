"""How many sources tell a story of their own; copies, translations and retellings that name their source do not.  Pure.

Three papers that print one agency's text are one source; an agency, an army and a resident are three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.actors import find_actors
from index.stories import is_copy, is_translation
from index.story_turns import Member
from index.text import fold

# World agencies, as texts sign and name them; what a text of theirs says of itself stands under the same name.
_AGENCIES = (
    "AFP",
    "Reuters",
    "Associated Press",
    "AP",
    "Xinhua",
    "Anadolu",
    "APA",
    "DPA",
    "EFE",
    "TASS",
    "ANP",
    "Belga",
)
_CITED = r"(?i:told|avec|with|by|according to|selon|à|auprès de|par|de|d')\s*(?i:the\s|l['’]|la\s)?"
_SIGNED = re.compile(rf"(?:\((?i:avec |with )?|\b{_CITED}\s*)({'|'.join(_AGENCIES)})\b")
_ALSO_CALLED = {"agence france-presse": "afp", "associated press": "ap", "chine nouvelle": "xinhua"}


def independent(members: Sequence[Member]) -> int:
    """The sources of a story that tell it of their own, at least one."""
    homes: dict[str, set[str]] = {}
    for member in members:
        homes.setdefault(_origin(member), {_origin(member)})
    for one, other in _derived(members):
        _join(homes, one, other)
    return max(1, len({id(home) for home in homes.values()}))


def _join(homes: dict[str, set[str]], one: str, other: str) -> None:
    mine, theirs = homes.setdefault(one, {one}), homes.setdefault(other, {other})
    if mine is not theirs:
        mine |= theirs
        homes.update(dict.fromkeys(theirs, mine))


def _origin(member: Member) -> str:
    return _called(member.account.source)


def _called(source: str) -> str:
    name = fold(source)
    return _ALSO_CALLED.get(name, name)


def _derived(members: Sequence[Member]) -> Iterator[tuple[str, str]]:
    """The pairs of origins of which one has its news from the other."""
    for place, one in enumerate(members):
        yield from ((_origin(one), agency) for agency in credited(one, members))
        for other in members[:place]:
            if is_copy(one.account, other.account) or is_translation(one.account, other.account):
                yield _origin(one), _origin(other)


def credited(member: Member, others: Iterable[Member]) -> set[str]:
    """The origins that a text names as where it has its news from; none where it names its own as well.

    An army or a ministry that sends dispatches is spoken of in everybody's: to name it is no credit."""
    mine, told = _origin(member), fold(member.text)
    if _names(told, mine):
        return set()
    outlets = {_origin(other) for other in others if not find_actors(other.account.source)}
    return {one for one in outlets - {mine} if _names(told, one)} | _agencies(member.text)


def _agencies(text: str) -> set[str]:
    return {_called(one[1]) for one in _SIGNED.finditer(text)}


def _names(told: str, origin: str) -> bool:
    return bool(origin) and re.search(rf"(?<!\w){re.escape(origin)}(?!\w)", told) is not None
