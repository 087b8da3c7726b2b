"""Doubles for what tests cannot have: an engine without a model, for tests that are not about searching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from index.model import Answer, QuotedPassage, Span


@dataclass(slots=True)
class FixedEngine:
    """Answers every question with the same stories; leaves out what was withdrawn, as the engine does."""

    answer: Answer
    withdrawn: set[int] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    failure: Exception | None = None

    def ask(self, text: str, now: datetime, language: str | None = None, limit: int = 10) -> Answer:
        """The answer, whatever the question."""
        self.asked.append(text)
        if self.failure:
            raise self.failure
        return replace(self.answer, question=text, stories=self.answer.stories[:limit])

    def recall(self, question: str, language: str, now: datetime, stories: Sequence[Sequence[int]]) -> Answer:
        """The stories of which one of the passages is asked for."""
        wanted = {passage_id for ids in stories for passage_id in ids} - self.withdrawn
        left = [story for story in self.answer.stories if story.passages[0].passage_id in wanted]
        return replace(self.answer, question=question, stories=tuple(left), notes=())

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

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
