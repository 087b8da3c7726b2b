"""How fast somebody may ask: a token bucket (pure).  A burst is served, a flood waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and one more after each `refill`."""

    burst: int
    refill: timedelta


@dataclass(frozen=True, slots=True)
class Bucket:
    """What somebody has left at a moment, in parts of one, and whether they were told that it ran dry."""

    left: float
    at: datetime
    told: bool = False


ASKING = Limit(20, timedelta(seconds=3))
TYPING = Limit(40, timedelta(seconds=0.5))  # inline, Telegram sends a query for nearly every letter


def take(bucket: Bucket | None, limit: Limit, now: datetime) -> tuple[Bucket, timedelta]:
    """The bucket after one more, and how long to wait before it is served: zero where it is served now."""
    left = refilled(bucket, limit, now)
    if left >= 1:
        return Bucket(left - 1, now), timedelta()
    return Bucket(left, now, told=True), (1 - left) * limit.refill


def refilled(bucket: Bucket | None, limit: Limit, now: datetime) -> float:
    """What is left by now; somebody new has all of it.  A clock that went back gives nothing and takes nothing."""
    if bucket is None:
        return float(limit.burst)
    since = max(now - bucket.at, timedelta())
    return min(float(limit.burst), bucket.left + since / limit.refill)
