"""How many date phrases of another reader's tests are read as it expects, and why the others are left out.

    make eval-dates

That reader (Duckling) plans: its "Tuesday" is the next one.  Questions about news look back, so a date to come that is
read as the same date one week, month or year or so before counts apart, as right in the past.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

# Run as a script: the folder of the project comes before the installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index.model import Window
from index.question_dates import read_window
from index.stretches import add_months

CASES = Path(__file__).resolve().parents[3] / "shared" / "data" / "dates" / "duckling"
_TIME = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), [\d.]+\)")
_GRAIN = re.compile(r"\b(Second|Minute|Hour|Day|Week|Month|Quarter|Year)\b")
_MONTHS = {"Month": 1, "Quarter": 3, "Year": 12}
_FORWARD = re.compile(
    r"\b(?:prochaine?s?|suivante?s?|d'après|dans|en (?:huit|8|quinze|15)|plus tard|après|demain|lendemain|d'ici"
    r"|qui suit|à venir|next|upcoming|coming|following|from now|in|after|hence|tomorrows?"
    r"|rest of|later|from today|for)\b",
    re.IGNORECASE,
)
_WEEKS_BACK, _YEARS_BACK = 5, 9
_RIGHT, _PAST, _CLOCK, _FEAST, _COMING, _OTHERWISE = (
    "right", "right, in the past", "left out: a clock time", "left out: a feast", "left out: only to come", "otherwise",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase said at a moment, and what the other reader takes it for: days, the last one excluded."""

    phrase: str
    said: date
    start: date | None
    end: date | None
    by_the_clock: bool
    feast: bool


def cases(language: str) -> Iterator[Case]:
    for group in json.loads((CASES / f"{language}.json").read_text(encoding="utf-8")):
        said, expected = datetime.fromisoformat(group["reference"]).date(), group["expected"]
        # A month or day told as 0 is the first.
        found = [date(int(year), int(month) or 1, int(day) or 1) for year, month, day, *_ in _TIME.findall(expected)]
        grains = _GRAIN.findall(expected)
        if not found or not grains:
            continue
        first, last = _edges(expected, found, grains[-1])
        clock = grains[-1] in ("Second", "Minute", "Hour")
        for phrase in group["phrases"]:
            yield Case(phrase, said, first, last, clock, "Holiday" in expected)


def _edges(expected: str, found: list[date], grain: str) -> tuple[date | None, date | None]:
    if "After" in expected:
        return found[0], None
    if "Before" in expected:
        return None, found[0]
    if expected.startswith("datetimeInterval"):
        return found[0], found[1]
    if grain in _MONTHS:
        return found[0], add_months(found[0], _MONTHS[grain])
    return found[0], found[0] + timedelta(days=7 if grain == "Week" else 1)


def verdict(case: Case) -> str:
    """Right, right in the past, left out and why, or otherwise."""
    # The reference hour matters to nobody here: half past four, as in the cases.
    now = datetime(case.said.year, case.said.month, case.said.day, 4, 30, tzinfo=UTC)
    window = read_window(case.phrase, now).window
    if window is not None and not case.by_the_clock:
        if _same(window, case.start, case.end):
            return _RIGHT
        if any(_same(window, *moved) for moved in _earlier(case)):
            return _PAST
    if case.by_the_clock:
        return _CLOCK
    if case.feast:
        return _FEAST
    return _COMING if _FORWARD.search(case.phrase) and (case.start or case.said) > case.said else _OTHERWISE


def _same(window: Window, start: date | None, end: date | None) -> bool:
    ends = window.end.date() if window.end else None
    return (window.start.date() if window.start else None, ends) == (start, end)


def _earlier(case: Case) -> Iterator[tuple[date | None, date | None]]:
    """The same date so many weeks, months or years before, where the other reader looks forward."""
    first = case.start or case.end
    if first is None or first <= case.said:
        return
    for weeks in range(1, _WEEKS_BACK):
        back = timedelta(days=7 * weeks)
        yield case.start and case.start - back, case.end and case.end - back
    for months in (1, *range(12, 12 * _YEARS_BACK, 12)):
        yield case.start and add_months(case.start, -months), case.end and add_months(case.end, -months)


def main() -> None:
    console = Console()
    if not CASES.exists():
        console.print(f"No date phrases in {CASES}: nothing was measured.")
        return
    table = Table(title="Date phrases, read as questions")
    kinds = (_RIGHT, _PAST, _OTHERWISE, _CLOCK, _FEAST, _COMING)
    for column in ("language", "phrases", *kinds, "share right of those not left out"):
        table.add_column(column)
    for language in ("fr", "en"):
        judged = [(verdict(case), case) for case in cases(language)]
        counts = Counter(kind for kind, _ in judged)
        right, read = counts[_RIGHT] + counts[_PAST], sum(counts[kind] for kind in (_RIGHT, _PAST, _OTHERWISE))
        table.add_row(language, str(len(judged)), *(str(counts[kind]) for kind in kinds), f"{right / read:.2f}")
        console.print(f"{language}, otherwise:", ", ".join(c.phrase for kind, c in judged if kind == _OTHERWISE))
    console.print(table)


if __name__ == "__main__":
    main()
