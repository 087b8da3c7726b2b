"""How many sources tell a story of their own: not who copies, translates, rewrites or names whom it has it from.  Pure.

Three papers that print one agency's text are one source; an agency, an army and a resident are three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from index.actors import find_actors
from index.stories import is_other_toll, is_reprint
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
    origins = [_called(member.account.source) for member in members]
    outlets = {origin for origin, one in zip(origins, members, strict=True) if not find_actors(one.account.source)}
    homes = {origin: {origin} for origin in origins}
    for place, (mine, one) in enumerate(zip(origins, members, strict=True)):
        for named in _credited(mine, one.text, outlets):
            _join(homes, mine, named)
        for theirs, other in zip(origins[:place], members[:place], strict=True):
            if homes[mine] is not homes[theirs] and _is_retold(one, other):
                _join(homes, mine, theirs)
    return max(1, len({id(home) for home in homes.values()}))


def _is_retold(one: Member, other: Member) -> bool:
    return is_reprint(one.account, other.account) or _is_echo(one, other)


def _is_echo(one: Member, other: Member) -> bool:
    """Whether one says again what the other says: not a party, who speaks for itself, nor who counts otherwise."""
    if find_actors(one.account.source) or find_actors(other.account.source):
        return False
    return other.row in one.echoes and not is_other_toll(one.account, other.account)


def _join(homes: dict[str, set[str]], one: str, other: str) -> None:
    mine, theirs = homes.setdefault(one, {one}), homes.setdefault(other, {other})
    if mine is not theirs:
        mine |= theirs
        homes.update(dict.fromkeys(theirs, mine))


def _called(source: str) -> str:
    name = fold(source)
    return _ALSO_CALLED.get(name, name)


def _credited(mine: str, text: str, outlets: Set[str]) -> set[str]:
    """The origins that a text names as where it has its news from; none where it names its own as well.

    `outlets` are without those that take part: an army or a ministry that sends dispatches is spoken of in everybody's,
    and to name it is no credit."""
    told = fold(text)
    if _names(told, mine):
        return set()
    return {one for one in outlets - {mine} if _names(told, one)} | _agencies(text)


def _agencies(text: str) -> set[str]:
    return {_called(one[1]) for one in _SIGNED.finditer(text)}


def _names(told: str, origin: str) -> bool:
    return origin != "" and origin in told and re.search(rf"(?<!\w){re.escape(origin)}(?!\w)", told) is not None
