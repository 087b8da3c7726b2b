"""What people said of answers, as questions with judgements: JSON Lines that an evaluation reads.  Pure.

A line holds `id`, `kind`, `language`, `question`, `now` (when it was answered), `relevant` (dispatch id -> grade),
`irrelevant` (dispatch ids) and `verdict`.  A good answer is of kind "rated": what was shown is relevant, grade 1.  Of
any other nobody knows what would have been right: it is of kind "nothing", without relevant dispatches, and what was
shown is irrelevant.  Who said it is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bot.feedback import Judgement, Verdict

DispatchOf = Callable[[int], str | None]  # the dispatch of a passage by its id, None where it was withdrawn


def lines(judgements: Iterable[Judgement], dispatch_of: DispatchOf) -> Iterator[str | None]:
    """A line for each judgement; None where its words do not tell the question, or nothing that was shown is left."""
    for number, judgement in enumerate(judgements, 1):
        found = [dispatch_of(passage) for passage in judgement.shown]
        shown = list(dict.fromkeys(dispatch for dispatch in found if dispatch))
        fit = judgement.told_by_words and shown
        yield json.dumps(_record(number, judgement, shown), ensure_ascii=False) if fit else None


def _record(number: int, judgement: Judgement, shown: list[str]) -> dict[str, Any]:
    good = judgement.verdict is Verdict.GOOD
    return {
        "id": f"feedback-{number}",
        "kind": "rated" if good else "nothing",
        "language": judgement.language,
        "question": judgement.question,
        "now": judgement.asked_at.isoformat().replace("+00:00", "Z"),
        "relevant": dict.fromkeys(shown, 1) if good else {},
        "irrelevant": [] if good else shown,
        "verdict": judgement.verdict.value,
    }
