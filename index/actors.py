"""Who is who: armed groups, forces, authorities and witnesses, with their names in French and English.  Pure.

Facts are public: UN Security Council 1267 and 2374 lists, ACLED actor profiles (Sahel), Crisis Group reports.  A branch
names its `parent`, so that who asks for JNIM also finds the Katiba Macina.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from index.armed_names import ARMED
from index.mark_model import ActorMention
from index.source_names import OTHERS
from index.text import fold, fold_aligned


class ActorKind(StrEnum):
    """What stands behind a name."""

    ARMED_GROUP = "armed_group"
    FORCE = "force"  # armies, police, and foreign or private ones beside them
    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    SOURCE = "source"  # one who knows from office ("a security source")
    WITNESS = "witness"  # one who saw or found ("a resident", "a doctor")


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor: `said` is its name as a sentence takes it ("selon l'armée", "said by a doctor"), in French and in
    English; `acronyms` count only as they are written."""

    key: str
    kind: ActorKind
    said: tuple[str, str]
    names_fr: tuple[str, ...]
    names_en: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    parent: str = ""


def _read(blocks: str) -> Iterator[Actor]:
    """The actors of a table as `index.armed_names` describes it."""
    for block in re.split(r"\n(?=\S)", blocks.strip()):
        head, *lines = block.splitlines()
        key, kind, parent = _HEAD.fullmatch(head).groups("")  # type: ignore[union-attr]  # a broken table fails loudly
        names = {label: _names(lines, label) for label in ("say", "fr", "en", "caps")}
        said_fr, said_en = names["say"] or (names["fr"][0], names["en"][0])
        yield Actor(key, ActorKind(kind), (said_fr, said_en), names["fr"], names["en"], names["caps"], parent)


def _names(lines: Sequence[str], label: str) -> tuple[str, ...]:
    listed = (line.split(maxsplit=1)[1] for line in lines if line.split(maxsplit=1)[0] == label)
    return tuple(name for names in listed for name in names.split(" | "))


_HEAD = re.compile(r"(\w+): (\w+)(?: of (\w+))?")
ACTORS: dict[str, Actor] = {actor.key: actor for actor in (*_read(ARMED), *_read(OTHERS))}


def actor_name(key: str, language: str) -> str | None:
    """The name shown for an actor, with its article, in French for "fr" and else in English; None for other words (a
    claimant that is no known actor), which stand as their text has them."""
    actor = ACTORS.get(key)
    return actor.said[language != "fr"] if actor else None


def find_actors(text: str) -> tuple[ActorMention, ...]:
    """Every known actor named in a French or English text, in order, the longest name winning; words in folded form,
    acronyms in capitals."""
    folded = fold_aligned(text)
    words = _matches(_name_pattern(), folded, _key_of_name())
    acronyms = _matches(_acronym_pattern(), text, _key_of_acronym())
    return tuple(_longest([*words, *acronyms]))


def _matches(pattern: re.Pattern[str], text: str, keys: dict[str, str]) -> list[ActorMention]:
    return [ActorMention(one.start(), one.end(), keys[_spaced(one.group())]) for one in pattern.finditer(text)]


def _spaced(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name)


def _longest(found: list[ActorMention]) -> list[ActorMention]:
    kept: list[ActorMention] = []
    for one in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@cache
def _key_of_name() -> dict[str, str]:
    named = ((name, actor.key) for actor in ACTORS.values() for name in (*actor.names_fr, *actor.names_en))
    return {_spaced(fold(name)): key for name, key in named}


@cache
def _key_of_acronym() -> dict[str, str]:
    return {_spaced(name): actor.key for actor in ACTORS.values() for name in actor.acronyms}


@cache
def _name_pattern() -> re.Pattern[str]:
    return _any_of(_key_of_name())


@cache
def _acronym_pattern() -> re.Pattern[str]:
    return _any_of(_key_of_acronym())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, the longest first; a space in a name also matches a hyphen or a line's end."""
    by_initial: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_initial.setdefault(name[0], []).append(_loosely(name[1:]))
    # Grouped by first letter, because the engine tries every alternative at every word.
    tried = (re.escape(initial) + "(?:" + "|".join(rest) + ")" for initial, rest in by_initial.items())
    return re.compile(r"(?<![\w-])(?:" + "|".join(tried) + r")(?!\w)")


def _loosely(name: str) -> str:
    return r"[\s-]{1,3}".join(re.escape(word) for word in name.split(" "))


_BORDER = re.compile(
    r"(?:border|frontiere)s? (?:with |avec |to |of |du |de la |de |entre )?(?:le |the )?[\w-]+(?: faso)?"
)
_NATIONS = {
    "ML": ("malian", re.compile(r"\bmali(?:en|enne|ens|ennes|an|ans)?\b")),
    "BF": ("burkinabe", re.compile(r"\bburkina(?:be|bes)?\b")),
    "NE": ("nigerien", re.compile(r"\b(?:nigerien\w*|(?:au|in|and|et|of) niger(?! river| delta))\b")),
}


def national(key: str, country: str) -> str:
    """ "The army" or "the government" as that of `country` (ISO 3166-1 alpha-2); every other key as it is."""
    nation = _NATIONS.get(country)
    if nation is None or key not in {"army", "government"}:
        return key
    return f"{nation[0]}_{key}"


def country_spoken_of(text: str) -> str:
    """The one country of those whose army is known here that a text speaks of (ISO 3166-1 alpha-2); "" with two or
    none, and a country that is only across the border does not count: nobody's army is guessed."""
    here = _BORDER.sub(" ", fold(text))
    spoken_of = [country for country, (_, pattern) in _NATIONS.items() if pattern.search(here)]
    return spoken_of[0] if len(spoken_of) == 1 else ""


def ancestors(key: str) -> tuple[str, ...]:
    """An actor's key, then that of what it is a branch of, and so on up."""
    actor = ACTORS.get(key)
    return (key, *ancestors(actor.parent)) if actor and actor.parent else (key,)


def actors_in(mentions: tuple[ActorMention, ...], start: int, end: int) -> tuple[str, ...]:
    """The keys of the actors named in [start, end), each once, in order; `mentions` as `find_actors` gives them."""
    first = bisect_right([one.start for one in mentions], start - 1)
    return tuple(dict.fromkeys(one.actor for one in mentions[first:] if one.end <= end))
