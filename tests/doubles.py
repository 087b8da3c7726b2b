"""Doubles for what tests cannot have: an engine without a model, for tests that are not about searching."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from index.errors import RecordError
from index.ingest import IngestReport
from index.model import Answer, Dispatch, QuotedPassage, Searched, Span
from index.question_model import FollowUp
from index.watch_model import Tally


class NoAlerts:
    """Nobody watches and nothing is to be sent: takes every call and gives back nothing."""

    def tally(self, now: datetime) -> Tally:
        """One waits, two could never be sent."""
        return Tally(waiting=1, dead=2)

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


@dataclass(slots=True)
class FixedEngine:
    """Answers every question with the same stories; leaves out what was withdrawn, as the engine does.

    `goes_on` holds what a text asks after any question, `before` the question that the last text went on from; `here`
    and `place` are those of the last question, `recalled` is the question of the last answer recalled.
    """

    answer: Answer
    alerts: Any = field(default_factory=NoAlerts, kw_only=True)
    letters: Any = field(default_factory=NoAlerts, kw_only=True)
    withdrawn: set[int] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    moments: list[datetime] = field(default_factory=list)
    timezones: list[str] = field(default_factory=list)
    failure: Exception | None = None
    kept: dict[str, dict[str, list[dict[str, object]]]] = field(default_factory=dict)
    taken: dict[tuple[str, str], Dispatch] = field(default_factory=dict)
    goes_on: dict[str, FollowUp] = field(default_factory=dict)
    here: tuple[float, float] | None = None
    place: int | None = None
    before: str = ""
    recalled: str = ""

    def ask(
        self,
        text: str,
        now: datetime,
        language: str | None = None,
        limit: int = 10,
        *,
        timezone: str = "UTC",
        here: tuple[float, float] | None = None,
        place: int | None = None,
    ) -> Answer:
        """The answer, whatever the question."""
        self.asked.append(text)
        self.moments.append(now)
        self.here, self.place = here, place
        self.timezones.append(timezone)
        if self.failure:
            raise self.failure
        return replace(self.answer, question=text, stories=self.answer.stories[:limit])

    def follow_up(
        self,
        previous: str,
        text: str,
        now: datetime,
        *,
        timezone: str = "UTC",
        here: tuple[float, float] | None = None,
        place: int | None = None,
    ) -> FollowUp | None:
        """What the test says that the text asks."""
        self.before = previous
        self.timezones.append(timezone)
        return self.goes_on.get(text)

    def recall(
        self,
        question: str,
        language: str,
        now: datetime,
        stories: Sequence[Sequence[int]],
        *,
        timezone: str = "UTC",
        here: tuple[float, float] | None = None,
        place: int | None = None,
    ) -> Answer:
        """The stories of which one of the passages is asked for."""
        self.recalled, self.here = question, here
        self.timezones.append(timezone)
        wanted = {passage_id for ids in stories for passage_id in ids} - self.withdrawn
        left = [story for story in self.answer.stories if story.passages[0].passage_id in wanted]
        return replace(self.answer, question=question, stories=tuple(left), notes=())

    def ingest(self, records: Iterable[Dispatch | RecordError], now: datetime) -> IngestReport:
        """Counts as the engine does."""
        if self.failure:
            raise self.failure
        report = IngestReport()
        for record in records:
            report = report.plus(self._take(record))
        return report

    def _take(self, record: Dispatch | RecordError) -> IngestReport:
        if isinstance(record, RecordError):
            return IngestReport(refused=(record,))
        known = self.taken.get((record.source, record.id))
        self.taken[record.source, record.id] = record
        return IngestReport(added=not known, same=known == record, new_versions=bool(known and known != record))

    def kept_of(self, person: str) -> dict[str, list[dict[str, object]]]:
        """Nothing, until a test keeps something."""
        return self.kept.get(person, {})

    def forget(self, person: str) -> None:
        """It is gone."""
        self.kept.pop(person, None)

    def searched(self, now: datetime) -> Searched:
        """What the answer says that it rests on."""
        if self.failure:
            raise self.failure
        return self.answer.searched

    def whole(self, passage_id: int, now: datetime) -> QuotedPassage | None:
        """The passage, unless withdrawn; all of it stands as the quote, as with the engine."""
        if passage_id in self.withdrawn:
            return None
        passages = (passage for story in self.answer.stories for passage in story.passages)
        found = next((passage for passage in passages if passage.passage_id == passage_id), None)
        return replace(found, quote=Span(found.start, found.end)) if found else None


@dataclass(slots=True)
class Pauses:
    """Waits no time at all; holds how long it should have waited, in seconds."""

    asked: list[float] = field(default_factory=list)
    meanwhile: Callable[[], Awaitable[object]] | None = None  # what happens during the next one

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        happening, self.meanwhile = self.meanwhile, None
        if happening:
            await happening()
