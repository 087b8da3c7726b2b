"""Names in a question that are somebody's, though a village bears them too.  Pure."""

from __future__ import annotations

import re

from index.asked_names import Question, is_town_known, is_understood
from index.asked_places import FORENAMES, UNKNOWN_STOP
from index.names import Name
from index.place_words import PERSON_BEFORE, UNIT_BEFORE
from index.stop_words import ASKING

_NO_TITLES = ("me", "dit")  # "show me Koufa", "qui dit Koufa"
# What people do and places do not.
_PERSON_AFTER = re.compile(
    r" (?:said|says|told|resigned|stepped down|died|(?:has been |was |is )?(?:appointed|elected|sacked|fired|dismissed)"
    r"|(?:s'est|se) fait|a (?:dit|declare|affirme|indique|demissionne)"
    r"|(?:a ete |est )(?:nomme|elu|limoge|vire|mort|decede)e?)\b"
)


def is_surname(asked: Question, at: int, name: Name) -> bool:
    """Whether the name of a village, at a word, is somebody's: before what only people do ("Koufa said"), after a title
    ("Colonel Koufa"), a forename ("Amadou Koufa") or a word with a capital that means nothing else."""
    if name.region or any(place.feature == "A.PCLI" for place in name.places) or is_town_known(asked, name.places):
        return False
    if _PERSON_AFTER.match(asked.folded, name.end):
        return True
    if not at:
        return False
    before = asked.words[at - 1]
    if PERSON_BEFORE.search(asked.folded[: asked.words[at].start]) and before.key not in _NO_TITLES:
        return True
    return asked.words[at].spaced and (before.key in FORENAMES or _is_named(asked, at, name))


def _is_named(asked: Question, at: int, name: Name) -> bool:
    """Whether the capital of the word before tells a name.  That of a first word does not, nor any where all words have
    one; but a place abroad is rarely asked about, and many people are called like one."""
    before = asked.words[at - 1]
    if not (before.capital and asked.words[at].capital) or asked.text[before.start : before.end].isupper():
        return False
    if (
        before.key in UNKNOWN_STOP | ASKING
        or is_understood(asked, before)
        or UNIT_BEFORE.search(asked.folded[: asked.words[at].start])
    ):
        return False
    if is_town_known(asked, asked.gazetteer.with_key(before.key)):
        return False
    abroad = not any(place.country in asked.home for place in name.places)
    return abroad or (at > 1 and not all(word.capital for word in asked.words))
