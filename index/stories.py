"""Which accounts tell one happening: one story.  Pure.

Two accounts are tied where one is a copy of the other, or where place, day and kind agree and nothing speaks against
it.  Stories are what ties hold together, the strongest first, as long as no two accounts of a story contradict each
other on place, day or kind.  That depends on the accounts alone and not on the order they came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from index.accounts import Account
from index.actors import ACTORS, ActorKind, ancestors
from index.likeness import figures_held, held, marks_held, marks_in_order, marks_shared
from index.model import Kind
from index.spots import Spot, is_end_of, is_one_spot, is_one_way

COPY_HELD = 0.6  # of the shorter text, in runs of words: a rewrite that quotes the same people stays well below
VERBATIM_HELD = 0.95  # a day that is told in other words breaks some runs
COPY_MARKS = 0.8  # of its names: another village is another note, however alike the rest
COPY_RUNS = 20  # shorter than some 23 words, two notes are alike by chance and by habit
TRANSLATED_ORDER = 0.8  # of names and figures, in order
TRANSLATED_MARKS = 6
FOLLOWS_S = 7 * 86_400  # a text that gives no day goes on with what was published this long before
TIED_AT = 1.0
DETAIL_HELD = 0.15  # runs of words: a sentence quoted again
DETAIL_MARKS = 6

Key = tuple[str, str, int]  # thread and ordinal: an account's identity, whatever row it has
_ARMED = frozenset(
    {
        Kind.ATTACK, Kind.CLASH, Kind.BOMBING, Kind.SHELLING, Kind.AIR_STRIKE, Kind.KILLING, Kind.ABDUCTION,
        Kind.LOOTING, Kind.TERRITORY, Kind.MOVEMENT, Kind.DISPLACEMENT,
    }
)  # fmt: skip
_CROWDS = frozenset({Kind.PROTEST, Kind.RIOT})
_FAMILIES = (_ARMED, _CROWDS)
# By what means: two accounts of one deed may call it an attack and an air strike, never an air strike and a mine.
_MEANS = frozenset({Kind.BOMBING, Kind.SHELLING, Kind.AIR_STRIKE, Kind.ABDUCTION})


class Reason(StrEnum):
    """Why an account was put with another."""

    ALONE = "alone"  # with none
    COPY = "copy"
    TRANSLATION = "translation"
    SAME_FACTS = "same_facts"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Tie:
    """What holds two accounts together; the stronger, the sooner they are joined."""

    reason: Reason
    strength: float


def key_of(account: Account) -> Key:
    return (*account.thread, account.ordinal)


def in_order(one: Key, other: Key) -> tuple[Key, Key]:
    """A pair of keys as ties are held by, the smaller first."""
    return (one, other) if one < other else (other, one)


# -- two accounts ------------------------------------------------------------------------------------------------


def tie(one: Account, other: Account) -> Tie | None:
    """What holds two accounts together, None where nothing does.  Symmetric."""
    if one.thread == other.thread:
        return None
    text = _tie_of_text(one, other)
    if text or contradict(one, other):
        return text
    return _tie_of_facts(one, other)


def contradict(one: Account, other: Account) -> bool:
    """Whether two accounts cannot be of one happening: other days, other places, another kind of thing."""
    if one.thread == other.thread:
        return True  # two happenings of one dispatch are two
    if _tie_of_text(one, other):
        return False
    return _other_day(one, other) or _other_place(one, other) or _other_kind(one, other)


def is_copy(one: Account, other: Account) -> bool:
    """Whether one text is the other, whole or cut; not where place, toll or figures differ (a note filled in anew)."""
    if _other_place(one, other):
        return False
    if min(len(one.sketch.runs), len(other.sketch.runs)) < COPY_RUNS:
        return _is_same_note(one, other)
    # "On Tuesday" printed a week later is another day only to whoever reads the copy.
    least = VERBATIM_HELD if _other_day(one, other) else COPY_HELD
    alike = held(one.sketch, other.sketch) >= least and marks_held(one.sketch, other.sketch) >= COPY_MARKS
    return alike and figures_held(one.sketch, other.sketch) and not is_other_toll(one, other)


def _is_same_note(one: Account, other: Account) -> bool:
    """Whether two short notes are one word for word: of one day, and published within days of each other."""
    same = one.sketch.runs == other.sketch.runs and one.sketch.marks == other.sketch.marks
    return same and bool(one.sketch.runs) and not _other_day(one, other) and _published_near(one, other)


def is_translation(one: Account, other: Account) -> bool:
    """Whether one text is the other in another language: the same facts, the same names and figures in one order."""
    if one.language == other.language or min(len(one.sketch.marks), len(other.sketch.marks)) < TRANSLATED_MARKS:
        return False
    facts_agree = not (_other_day(one, other) or _other_place(one, other) or _other_kind(one, other))
    return facts_agree and marks_in_order(one.sketch, other.sketch) >= TRANSLATED_ORDER


def is_reprint(one: Account, other: Account) -> bool:
    """Whether one text is the other: whole, cut or translated."""
    return is_copy(one, other) or is_translation(one, other)


def _tie_of_text(one: Account, other: Account) -> Tie | None:
    if one.ordinal != other.ordinal:  # copies of a round-up are tied happening by happening
        return None
    if is_copy(one, other):
        return Tie(Reason.COPY, 10 + held(one.sketch, other.sketch))
    return Tie(Reason.TRANSLATION, 10.0) if is_translation(one, other) else None


def _other_day(one: Account, other: Account) -> bool:
    return one.days is not None and other.days is not None and not _overlap(one.days, other.days)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _other_place(one: Account, other: Account) -> bool:
    return bool(one.spots and other.spots) and not is_one_place(one, other)


def is_one_place(one: Account, other: Account) -> bool:
    """Whether they have it at one place: one name, or within reach where not both name a place of their own."""
    return any(_is_one_spot(spot, another) for spot in one.spots for another in other.spots)


def _is_one_spot(one: Spot, other: Spot) -> bool:
    if one.named and other.named and one.sound != other.sound:
        return False
    if is_end_of(one, other) or is_end_of(other, one):
        return False
    return is_one_spot(one, other)


def _other_kind(one: Account, other: Account) -> bool:
    if not one.leading or not other.leading or one.leading & other.leading:
        return False
    means = (one.leading & _MEANS, other.leading & _MEANS)
    if all(means):
        return True
    return not any(one.leading & family and other.leading & family for family in _FAMILIES)


def _tie_of_facts(one: Account, other: Account) -> Tie | None:
    """Place and kind agree; the day too, or one of them gives none and goes on with the other."""
    if not (one.spots and other.spots and one.leading and other.leading):
        return None
    strength = _agreement(one, other)
    # A source that tells its own news again says some of it again, and a town may see several protests on a day.
    needs_details = one.source == other.source or one.leading & _CROWDS or _only_by_the_way(one, other)
    if needs_details and not _share_details(one, other):
        return None
    if one.days and other.days:
        return Tie(Reason.SAME_FACTS, 5 + strength) if strength >= TIED_AT else None
    follows = _published_near(one, other) and _share_details(one, other)
    return Tie(Reason.FOLLOW_UP, strength) if follows and strength >= TIED_AT else None


def _only_by_the_way(one: Account, other: Account) -> bool:
    """Whether what makes their places one is that one lies on the way of the other: a road sees several in a day."""
    places = [(mine, theirs) for mine in one.spots for theirs in other.spots if _is_one_spot(mine, theirs)]
    return all((mine.way_to or theirs.way_to) and not is_one_way(mine, theirs) for mine, theirs in places)


def _share_details(one: Account, other: Account) -> bool:
    """Whether two accounts say more alike than what many happenings of one town have in common."""
    return (
        _same_toll(one, other)
        or held(one.sketch, other.sketch) >= DETAIL_HELD
        or marks_shared(one.sketch, other.sketch) >= DETAIL_MARKS
    )


def _published_near(one: Account, other: Account) -> bool:
    if one.published_at is None or other.published_at is None:
        return False
    return abs(one.published_at - other.published_at) <= FOLLOWS_S


def _agreement(one: Account, other: Account) -> float:
    """How much beyond place and day speaks for one happening, less what speaks against it."""
    kinds = 1.0 if one.leading & other.leading else 0.5 if one.kinds & other.kinds else 0.0
    return kinds + _doers_agree(one, other) + _tolls_agree(one, other)


def _doers_agree(one: Account, other: Account) -> float:
    mine, theirs = _named_doers(one.actors), _named_doers(other.actors)
    if not mine or not theirs:
        return 0.0
    return 0.5 if mine & theirs else -0.5


@cache
def _named_doers(actors: frozenset[str]) -> frozenset[str]:
    """The armed groups that take part and what they are branches of; not the nameless ones ("gunmen", "rebels")."""
    known = [ACTORS[actor] for actor in actors if actor in ACTORS]
    named = [one.key for one in known if one.kind is ActorKind.ARMED_GROUP and not one.said[1].islower()]
    return frozenset(key for actor in named for key in ancestors(actor))


def _tolls_agree(one: Account, other: Account) -> float:
    if not one.tolls or not other.tolls:
        return 0.0
    return 0.5 if _same_toll(one, other) else -0.5 if _other_victims(one, other) else 0.0


def _same_toll(one: Account, other: Account) -> bool:
    mine, theirs = ({(t.harm, t.least, t.most) for t in some.tolls if t.least > 1} for some in (one, other))
    return bool(mine & theirs)


def is_other_toll(one: Account, other: Account) -> bool:
    """Whether they count some harm differently: both give numbers for it, and none in common."""
    mine, theirs = ({(t.harm, t.least, t.most) for t in some.tolls} for some in (one, other))
    both = {harm for harm, _, _ in mine} & {harm for harm, _, _ in theirs}
    return any(not {t for t in mine if t[0] is harm} & theirs for harm in both)


def _other_victims(one: Account, other: Account) -> bool:
    mine, theirs = ({t.victims for t in some.tolls} for some in (one, other))
    return "people" not in mine | theirs and not mine & theirs


# -- many accounts -----------------------------------------------------------------------------------------------


def stories_among(accounts: Iterable[Account], ties: Mapping[tuple[Key, Key], Tie]) -> list[list[Account]]:
    """Accounts in stories.  `ties` are by the keys of both accounts, smaller first; the result is sorted by key."""
    by_key = {key_of(one): one for one in accounts}
    homes = {key: [key] for key in by_key}
    present = ((pair, some) for pair, some in ties.items() if pair[0] in by_key and pair[1] in by_key)
    for (one, other), _ in sorted(present, key=_rank):
        mine, theirs = homes[one], homes[other]
        if mine is not theirs and not _any_contradict(mine, theirs, by_key, ties):
            mine.extend(theirs)
            homes.update(dict.fromkeys(theirs, mine))
    unique = {id(home): sorted(home) for home in homes.values()}
    return [[by_key[key] for key in home] for home in sorted(unique.values())]


def _rank(tied: tuple[tuple[Key, Key], Tie]) -> tuple[float, tuple[Key, Key]]:
    return -tied[1].strength, tied[0]


def _any_contradict(
    mine: Sequence[Key], theirs: Sequence[Key], by_key: Mapping[Key, Account], ties: Mapping[tuple[Key, Key], Tie]
) -> bool:
    # What is tied was compared when it was tied; to compare each pair of a hundred copies again is slow.
    untied = ((one, other) for one in mine for other in theirs if in_order(one, other) not in ties)
    return any(contradict(by_key[one], by_key[other]) for one, other in untied)
