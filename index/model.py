"""The nouns of Vigie: frozen, slotted, without I/O.

Offsets count code points of a dispatch's body, half-open.  Times are aware and in UTC.  Distances are great-circle km,
bearings degrees clockwise from true north (0 to 360), coordinates WGS 84 degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from index.areas import Area as Area  # the areas have a room of their own and are nouns all the same
from index.areas import Borderland as Borderland
from index.areas import Circle as Circle
from index.areas import Region as Region
from index.areas import Shape as Shape
from index.areas import Unit as Unit
from index.question_model import Namesake
from index.story_model import Toll, Turn

NoteValue = str | int | float | bool | None | tuple[str, ...]


class Status(StrEnum):
    """What the source says of a dispatch: to be used, taken back for good, or held back."""

    USABLE = "usable"
    CANCELED = "canceled"
    WITHHELD = "withheld"


class Intent(StrEnum):
    """What order the asker wants: newest happening first, or best match first."""

    LATEST = "latest"
    RELEVANT = "relevant"


class Kind(StrEnum):
    """The kind of thing that happened, on the lines of the public conflict-data codebooks."""

    ATTACK = "attack"
    CLASH = "clash"
    BOMBING = "bombing"  # also mines and other planted devices
    SHELLING = "shelling"
    AIR_STRIKE = "air_strike"  # also drones
    ABDUCTION = "abduction"
    KILLING = "killing"  # of civilians
    LOOTING = "looting"  # also burning of property
    PROTEST = "protest"
    RIOT = "riot"
    ARREST = "arrest"
    MOVEMENT = "movement"
    TERRITORY = "territory"  # taken or left
    STATEMENT = "statement"
    DISPLACEMENT = "displacement"
    ACCIDENT = "accident"
    POLITICS = "politics"
    OTHER = "other"


class Precision(StrEnum):
    """How finely the text says when something happened."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One item from a source.  `(source, id)` is its identity; `replaces` names another id of the same source."""

    source: str
    id: str
    body: str
    title: str | None = None
    published_at: datetime | None = None
    language: str | None = None  # ISO 639-1
    url: str | None = None
    replaces: str | None = None
    status: Status = Status.USABLE
    extra: str = "{}"  # the record's other fields, as JSON text
    sample: bool = False
    corrects: bool = False  # its status says that it puts right what the source told before

    @property
    def text(self) -> str:
        """What offsets count in and quotes are taken from: the body, or the title where there is no body."""
        return self.body if self.body.strip() else self.title or ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a body: `text == body[start:end]`; for a dispatch without a body, the title."""

    ordinal: int
    start: int
    end: int
    text: str
    embedded_text: str  # the text, with the title before it in the first passage


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry.  Codes are GeoNames': `country` ISO 3166-1 alpha-2, `admin1..3` the codes inside it."""

    geoname_id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str = ""
    admin2: str = ""
    admin3: str = ""
    feature: str = ""  # class and code, e.g. "P.PPLA"
    population: int = 0


@dataclass(frozen=True, slots=True)
class Site:
    """Where a text says something is: a point, how far off it may be, and how sure the reading is (0 to 1).

    `place` is the gazetteer entry named, or the anchor of a relation ("40 km north of X"); `alternatives` are the
    other readings of an ambiguous name, likeliest first.  `stated_km` is a distance to the anchor as the text gives it;
    `strip` the land along a border that it is said to lie in, where the text says no more; `ends` the (lat, lon) of the
    two places that it is said to lie between."""

    name: str
    lat: float
    lon: float
    uncertainty_km: float
    confidence: float
    place: Place | None = None
    alternatives: tuple[Place, ...] = ()
    stated_km: float | None = None
    strip: Borderland | None = None
    ends: tuple[tuple[float, float], tuple[float, float]] | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open stretch of time; an open side is None."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Happened:
    """When something happened: the half-open stretch that the words allow, and how fine they are.

    An HOUR is a moment; whatever is coarser is whole days of the calendar of its place, from midnight to midnight
    in UTC."""

    start: datetime
    end: datetime
    precision: Precision


class ClaimVerb(StrEnum):
    """How something is said: responsibility taken, denied, seen or found, or merely said."""

    CLAIMS = "claims"
    DENIES = "denies"
    REPORTS = "reports"
    SAYS = "says"


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is said to say it and how.  `actor` is a key of `index.actors` or the words themselves; the span is the
    stretch of body that holds speaker, verb and what is said."""

    actor: str
    verb: ClaimVerb
    start: int
    end: int


class Doubt(StrEnum):
    """Why a passage is not to be taken as confirmed: see `index.doubt`."""

    UNVERIFIED = "unverified"  # the dispatch says that nobody could verify it
    ANONYMOUS = "anonymous"  # told by somebody who would not be named
    ONE_SIDE = "one_side"  # told by one party to the conflict, and by nobody else


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a body that tells something: what kind, where, when, who did it.  `background`: it recalls an
    earlier happening or stands as context.  `filed` are the kinds that a question finds it by (`index.filing`)."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    sites: tuple[Site, ...]
    happened: Happened | None
    actors: tuple[str, ...] = ()
    background: bool = False
    filed: tuple[Kind, ...] = ()


NoteKey = Literal[
    "nothing_found", "nearest", "nearest_in_time", "stale", "unsaid", "uncounted", "undated", "widened",
    "gazetteer_small", "ambiguous_place", "unknown_place", "location_missing", "which_border", "spelled",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """Something the answer must own up to, as a key and named values."""

    key: NoteKey
    values: tuple[tuple[str, NoteValue], ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood.  `topic` is what is left of it once place, time, kind and the words of asking are out;
    `verbs` are the claim verbs it asks about ("who claimed").  `notes` are what the reading itself must own up to."""

    text: str
    language: str
    topic: str
    kinds: tuple[Kind, ...]
    actors: tuple[str, ...]
    area: Area | None
    window: Window | None
    intent: Intent
    verbs: tuple[ClaimVerb, ...] = ()
    unplaced: tuple[str, ...] = ()  # names asked for as a place that no gazetteer knows; "" for "near me"
    notes: tuple[Note, ...] = ()
    namesakes: tuple[Namesake, ...] = ()  # what else its place's name may mean, likeliest first
    least_toll: int | None = None  # people killed
    asks_toll: bool = False  # "how many were killed"
    timezone: str = "UTC"  # IANA name: of who asks, in whose days the window is meant


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with why: what it tells that was asked for, where and when, and how far from the asker's area.

    `wanted` are the stretches of the body that answer; `relevance` orders hits of one question and means nothing else;
    `distance_km` and `bearing` are taken from the area's centre, or the nearest point of its borders, to the site."""

    passage_id: int
    dispatch_row: int
    published_at: datetime | None
    wanted: tuple[Span, ...]
    kinds: tuple[Kind, ...] = ()
    happened: Happened | None = None
    site: Site | None = None
    distance_km: float | None = None
    bearing: float | None = None
    relevance: float = 0.0


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage of an answer, word for word: `text == body[start:end]`, and the quote lies inside it."""

    passage_id: int
    dispatch: str
    source: str
    title: str | None
    url: str | None
    published_at: datetime | None
    language: str | None
    version: int
    sample: bool
    text: str
    start: int
    end: int
    quote: Span
    claims: tuple[Claim, ...]
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class ToldToll:
    """Who says how many: `speakers` are keys of `index.actors` or the words themselves, none where the source itself
    says it; the toll's span counts in the body of that dispatch."""

    toll: Toll
    speakers: tuple[str, ...]
    source: str
    dispatch: str


@dataclass(frozen=True, slots=True)
class Story:
    """Dispatches that tell one happening, with a passage of each, best first.  `sources` are all that tell it, that of
    the best passage first; `independent` counts those that are no copy, translation or retelling of another's;
    `turns` are what changed, oldest first.  `tolls` are all that the news of the passages says of it, in their order;
    the same toll by the same speaker stands once.  `ring_km` is how far from `place` it happened where no direction is
    told: the point is then the place itself."""

    id: str
    kinds: tuple[Kind, ...]
    happened: Happened | None
    place: str | None
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    distance_km: float | None
    bearing: float | None
    sources: tuple[str, ...]
    passages: tuple[QuotedPassage, ...]
    tolls: tuple[ToldToll, ...] = ()
    independent: int = 1
    turns: tuple[Turn, ...] = ()
    ring_km: float | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """How much an answer rests on, as at `now`."""

    dispatches: int
    passages: int
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gets: never empty-handed without a note."""

    question: str
    language: str
    query: Query
    searched: Searched
    stories: tuple[Story, ...]
    notes: tuple[Note, ...]
