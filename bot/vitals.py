"""How the bot is doing: numbers and kinds of errors, and nothing of what anybody asked."""

from __future__ import annotations

import resource
import sys
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from index import VigieError

TROUBLES_KEPT = 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error's kind and moment.  Its words are left out: they may quote a question or the token."""

    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Troubles:
    """The latest errors, newest last; forgotten at a restart."""

    latest: deque[Trouble] = field(default_factory=lambda: deque(maxlen=TROUBLES_KEPT))

    def add(self, error: BaseException, now: datetime) -> None:
        """Remember that this happened."""
        self.latest.append(Trouble(now, error.key if isinstance(error, VigieError) else type(error).__name__))


@dataclass(frozen=True, slots=True)
class Vitals:
    """What an operator wants to know first.  `newest` is when the newest dispatch was published; memory in MB of
    10^6 bytes."""

    dispatches: int
    newest: datetime | None
    people: int
    chats: int
    memory_mb: int
    waiting: int  # alerts that are due
    dead: int  # alerts that could not be sent
    started_at: datetime
    troubles: tuple[Trouble, ...] = ()


def resident_mb() -> int:
    """The memory this process holds now, in MB; where the system does not tell, the most it ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, kilobytes elsewhere
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000
    return pages * resource.getpagesize() // 1_000_000
