"""A file of questions, one JSON object a line: `id, question, now?, language?`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.catalogue import LANGUAGES
from index import InputError, RecordError, read_time


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the file.  `now` is the moment to answer as at; None means the present."""

    id: str
    text: str
    now: datetime | None
    language: str | None


def moment(text: str) -> datetime:
    """Reads an ISO 8601 date or time; one without a zone is in UTC.  Raises InputError `moment`."""
    try:
        return read_time(text)
    except ValueError as error:
        raise InputError("moment", text=text) from error


def answer_language(text: str) -> str:
    """`fr` or `en`.  Raises InputError `language`."""
    if text not in LANGUAGES:
        raise InputError("language", text=text)
    return text


def point(text: str) -> tuple[float, float]:
    """Reads "LAT,LON" in degrees, -90 to 90 and -180 to 180.  Raises InputError `here`."""
    try:
        lat, lon = map(float, text.split(","))
    except ValueError as error:
        raise InputError("here", text=text) from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # false for "nan" as well
        raise InputError("here", text=text)
    return lat, lon


def read_questions(path: Path) -> Iterator[Question | RecordError]:
    """Reads the file line by line, blank lines left out; a line that is no question comes out as its error.

    Raises InputError `unreadable` when the file cannot be read at all.
    """
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _read_line(line, f"{path.name}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("unreadable", path=str(path)) from error


def _read_line(line: str, where: str) -> Question | RecordError:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):  # the latter for brackets nested by the thousand
        return RecordError("question-json", where=where, field="")
    if not isinstance(record, dict):
        return RecordError("question-json", where=where, field="")
    for name in ("id", "question", "now", "language"):
        if not _is_fit(name, record.get(name)):
            return RecordError("question-field", where=where, field=name)
    return _question(record)


def _is_fit(name: str, value: Any) -> bool:
    match name:
        case "id":
            return isinstance(value, str | int) and value != ""
        case "question":
            return isinstance(value, str) and value.strip() != ""
        case "language":
            return value is None or value in LANGUAGES
    return value is None or (isinstance(value, str) and _is_moment(value))


def _is_moment(text: str) -> bool:
    try:
        moment(text)
    except InputError:
        return False
    return True


def _question(record: dict[str, Any]) -> Question:
    now = record.get("now")
    return Question(str(record["id"]), record["question"], moment(now) if now else None, record.get("language"))
