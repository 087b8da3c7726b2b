"""What people say of answers: kept with the question and the passages shown, to test later answers by."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.database import Database, seconds


class Verdict(StrEnum):
    """How good an answer was, and if it was not, why."""

    GOOD = "good"
    BAD = "bad"
    MISPLACED = "misplaced"
    OUTDATED = "outdated"
    OFFTOPIC = "offtopic"


FAULTS = (Verdict.MISPLACED, Verdict.OUTDATED, Verdict.OFFTOPIC)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on the stories shown, best first, each by the id of its best passage; `asked_at` is when the question
    was answered.  `told_by_words`: the words alone tell the question, without a button or the asker's position."""

    user_id: int
    question: str
    language: str
    asked_at: datetime
    verdict: Verdict
    shown: tuple[int, ...]
    told_by_words: bool = True


class Feedback:
    """The judgements of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keep(self, key: str, judgement: Judgement) -> None:
        """Keep what somebody says of the answer kept under `key`; what they said of it before is replaced."""
        self._db.change(
            "INSERT OR REPLACE INTO bot_feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            key,
            judgement.user_id,
            judgement.question,
            judgement.language,
            seconds(judgement.asked_at),
            judgement.verdict.value,
            json.dumps(judgement.shown),
            int(judgement.told_by_words),
        )

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order of the questions."""
        rows = self._db.rows(
            "SELECT user_id, question, language, asked_at, verdict, shown, told_by_words FROM bot_feedback"
            " ORDER BY asked_at, key"
        )
        return tuple(
            Judgement(
                row[0],
                row[1],
                row[2],
                datetime.fromtimestamp(row[3], UTC),
                Verdict(row[4]),
                tuple(json.loads(row[5])),
                bool(row[6]),
            )
            for row in rows
        )
