"""Where people said that they are, for half an hour: in memory alone, so that no disk ever tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]  # latitude and longitude in degrees, WGS 84
LIFE = timedelta(minutes=30)
MOST_PEOPLE = 10_000


@dataclass(slots=True)
class Whereabouts:
    """The newest point of each person; beyond 10,000 people the one heard of longest ago is forgotten."""

    _points: dict[int, tuple[Point, datetime]] = field(default_factory=dict, repr=False)

    def keep(self, user_id: int, point: Point, now: datetime) -> None:
        """Remember where somebody is."""
        self._points.pop(user_id, None)  # the newest stands last
        self._points[user_id] = (point, now)
        if len(self._points) > MOST_PEOPLE:
            self.forget(next(iter(self._points)))

    def of(self, user_id: int, now: datetime) -> Point | None:
        """Where somebody is, if they said so within the half-hour."""
        point, told_at = self._points.get(user_id, (None, now))
        if now - told_at < LIFE:
            return point
        self.forget(user_id)
        return None

    def forget(self, user_id: int) -> None:
        """Forget where somebody is."""
        self._points.pop(user_id, None)
