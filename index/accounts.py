"""What one version tells of each happening in it: an account, the thing that stories are made of.  Pure.

A dispatch mostly tells one happening; a round-up tells several.  Sentences are one account unless they are at different
places or on different days.  Old news and standing context make none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from index.correction_words import says_it_corrects
from index.likeness import Sketch, sketch
from index.local_time import as_told, zone_of
from index.model import Claim, ClaimVerb, Dispatch, Happened, Kind, Precision, Site, Telling
from index.spots import Spot, may_be_one_place, spots_of
from index.story_model import Toll
from index.tellings import Reading

MOST_ACCOUNTS = 8  # of a dispatch: bounds what a page of news in brief can cost
MOST_DAYS = 3.0  # a stretch longer than this is no day
_TALK = frozenset({Kind.STATEMENT, Kind.POLITICS, Kind.OTHER})
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Account:
    """One happening as one version of a dispatch tells it.

    `thread` is (source, id), which all versions share; `days` the half-open stretch of whole days of its
    place's calendar in Unix seconds, None where the text leaves the day open; `leading` the kinds of the sentence that
    tells it first; `corrects` whether its dispatch calls itself a correction."""

    thread: tuple[str, str]
    ordinal: int
    source: str
    language: str | None
    published_at: int | None  # Unix seconds
    days: tuple[int, int] | None
    spots: tuple[Spot, ...]
    leading: frozenset[Kind]
    kinds: frozenset[Kind]
    actors: frozenset[str]
    tolls: tuple[Toll, ...]
    claimants: frozenset[str]
    deniers: frozenset[str]
    sketch: Sketch
    corrects: bool = False


def accounts_of(dispatch: Dispatch, reading: Reading) -> tuple[Account, ...]:
    """The accounts of a version, at least one, the one that its news begins with first."""
    news = [
        replace(one, happened=as_told(one.happened, reading.timezone)) for one in reading.tellings if not one.background
    ]
    scenes = _scenes(one for one in news if set(one.kinds) - _TALK)[:MOST_ACCOUNTS] or [[]]
    elsewhere = {one.start for scene in scenes[1:] for one in scene}
    # Who says what, and how many, in a sentence that tells no kind belongs to what the dispatch is about.
    spoken = [[one for one in news if one.start not in elsewhere], *scenes[1:]]
    whole = sketch(dispatch.text)
    return tuple(
        _with_claims(_account(dispatch, scene, number, whole), reading.claims, reading.tolls, spoken[number])
        for number, scene in enumerate(scenes)
    )


def _scenes(tellings: Iterable[Telling]) -> list[list[Telling]]:
    scenes: list[list[Telling]] = []
    for telling in tellings:
        home = next((scene for scene in scenes if all(_may_be_one(telling, other) for other in scene)), None)
        if home is None and scenes and not _stands_alone(telling):
            home = scenes[-1]
        if home is None:
            scenes.append([telling])
        else:
            home.append(telling)
    return scenes


def _may_be_one(one: Telling, other: Telling) -> bool:
    return _may_be_one_day(one.happened, other.happened) and may_be_one_place(_spots([one]), _spots([other]))


def _may_be_one_day(one: Happened | None, other: Happened | None) -> bool:
    days, others = whole_days(one), whole_days(other)
    return days is None or others is None or (days[0] < others[1] and others[0] < days[1])


def _stands_alone(telling: Telling) -> bool:
    """Whether a sentence says enough to be another happening: a kind it is filed under, a place and a day."""
    return bool(telling.filed) and bool(_spots([telling])) and whole_days(telling.happened) is not None


def whole_days(happened: Happened | None) -> tuple[int, int] | None:
    """The whole days that a stretch touches, in Unix seconds; None where it is no day or a few."""
    if happened is None or happened.precision not in {Precision.HOUR, Precision.DAY}:
        return None
    start, end = int(happened.start.timestamp()), int(happened.end.timestamp())
    first, last = start // _DAY_S * _DAY_S, -(-end // _DAY_S) * _DAY_S
    return (first, last) if last - first <= MOST_DAYS * _DAY_S else None


def tells(account: Account, site: Site | None, happened: Happened | None) -> bool:
    """Whether what was found at a place and a day may be what an account tells."""
    days, spots = whole_days(as_told(happened, zone_of(site))), spots_of([site] if site else [])
    is_then = days is None or account.days is None or (days[0] < account.days[1] and account.days[0] < days[1])
    return is_then and may_be_one_place(account.spots, spots)


def _account(dispatch: Dispatch, scene: Sequence[Telling], number: int, whole: Sketch) -> Account:
    first = next((one for one in scene if one.filed), scene[0] if scene else None)
    days = (whole_days(one.happened) for one in scene)
    return Account(
        thread=(dispatch.source, dispatch.id),
        ordinal=number,
        source=dispatch.source,
        language=dispatch.language,
        published_at=None if dispatch.published_at is None else int(dispatch.published_at.timestamp()),
        days=next((one for one in days if one), None),
        spots=_spots(scene),
        leading=frozenset(first.filed or first.kinds) if first else frozenset(),
        kinds=frozenset(kind for one in scene for kind in one.kinds),
        actors=frozenset(actor for one in scene for actor in one.actors),
        tolls=(),
        claimants=frozenset(),
        deniers=frozenset(),
        sketch=whole,
        corrects=dispatch.corrects or says_it_corrects(dispatch.title, dispatch.body),
    )


def _spots(scene: Iterable[Telling]) -> tuple[Spot, ...]:
    """The places of a scene, each once; the vague ones only where there is no better."""
    return spots_of(site for telling in scene for site in telling.sites)


def _with_claims(account: Account, claims: Sequence[Claim], tolls: Sequence[Toll], scene: Sequence[Telling]) -> Account:
    """The account with the tolls and the speakers of its sentences."""

    def inside(start: int) -> bool:
        return any(one.start <= start < one.end for one in scene)

    own = [one for one in claims if inside(one.start)]
    return replace(
        account,
        tolls=tuple(one for one in tolls if inside(one.start)),
        claimants=frozenset(one.actor for one in own if one.verb is ClaimVerb.CLAIMS),
        deniers=frozenset(one.actor for one in own if one.verb is ClaimVerb.DENIES),
    )


def moment_of(seconds: int | None) -> datetime | None:
    """A time of an account as everything else holds it."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
