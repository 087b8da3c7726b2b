"""The nouns of watching: standing queries, how a chat wants to be told, and what is to be sent.  Frozen, without I/O.

Chats, threads and persons are keys that only their owner can read: `index` knows nothing of Telegram.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from index.model import Area, Query, Story
from index.story_model import Material


class Delivery(StrEnum):
    """How a watch is to be told: at once, at the chat's digest hours, or at once without a sound."""

    INSTANT = "instant"
    DIGEST = "digest"
    SILENT = "silent"


class Form(StrEnum):
    """What one line of the outbox does."""

    FIRST = "first"  # the first message of a story in a chat
    UPDATE = "update"  # a material change, as a reply to the first
    EDIT = "edit"  # the first message as it stands now, without a sound
    NOTICE = "notice"  # a sentence of ours, such as one for the operator


class Bundle(StrEnum):
    """What is told together in one message, and why; ALONE is a message of its own."""

    ALONE = ""
    DIGEST = "digest"
    SLEPT = "slept"
    CAPPED = "capped"
    AWAY = "away"  # what waited while the chat could not be written to


@dataclass(frozen=True, slots=True)
class Standing:
    """A question without its window, asked of every new dispatch.

    `least_toll` is a number of people killed; `source` and `language` (ISO 639-1) narrow to one; `rarity` holds the
    weight of each stem of the topic, as the collection had them when the watch was made: a watch means the same
    tomorrow."""

    query: Query
    least_toll: int | None = None
    source: str | None = None
    language: str | None = None
    rarity: tuple[tuple[str, float], ...] = ()


def has_topic(query: Query) -> bool:
    """Whether it asks for more than place, kind and who took part, so that it needs text to be compared."""
    return bool(query.topic or query.verbs or query.unplaced)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a watch is and where it tells; `thread` is "" outside topics."""

    chat: str
    person: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing query of somebody."""

    id: int
    owner: Owner
    standing: Standing
    delivery: Delivery = Delivery.INSTANT
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours without a message, from minute to minute of the local day; over midnight where `start` is later than
    `end`.  What happened within `near_km` of the place watched, or killed `least_toll`, is told all the same."""

    start: int
    end: int
    near_km: float | None = None
    least_toll: int | None = None


@dataclass(frozen=True, slots=True)
class ChatRules:
    """How one chat wants to be told.  `timezone` is an IANA name; `digest_hours` are local, 0 to 23."""

    language: str = "en"
    timezone: str = "UTC"
    quiet: Quiet | None = None
    digest_hours: tuple[int, ...] = (7, 19)


@dataclass(frozen=True, slots=True)
class Told:
    """One story of a letter: as it stands now (None where nothing of it stands any more), for which watch, and what
    changed.  `area` is what distances are counted from."""

    story: Story | None
    watch: str
    area: Area | None
    changed: tuple[Material, ...] = ()
    source: str = ""  # of the dispatch that this is about
    watch_id: int = 0  # 0 where the watch is gone
    was: Story | None = None  # where nothing of it stands any more: as it stood when it was first told


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to be sent, claimed under `token`: nobody else sends it before the lease is over.

    `answers` is the message it replies to, or, for an EDIT, the one that it rewrites.  `alerts` are the lines of the
    outbox that it carries.  `words` are a NOTICE's key and values."""

    token: str
    alerts: tuple[int, ...]
    chat: str
    thread: str
    form: Form
    bundle: Bundle
    rules: ChatRules
    told: tuple[Told, ...]
    answers: str | None = None
    loud: bool = True
    tries: int = 0
    fallen_back: bool = False  # its topic is closed: it goes to the chat itself
    words: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """What a watch would have told: some stories as they stand now, whether there are more, and how many would have
    been told that were withdrawn since."""

    stories: tuple[Story, ...] = ()
    more: bool = False
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How the outbox stands: lines that are due and wait, and lines that can never be sent."""

    waiting: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """What could not be sent, to whom, since when, and why, as a key."""

    alert: int
    chat: str
    queued_at: datetime
    reason: str
