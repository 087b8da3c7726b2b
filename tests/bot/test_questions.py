from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import Question, moment, read_questions
from index.errors import InputError, RecordError


def questions_in(folder: Path, *lines: str) -> list[Question | RecordError]:
    path = folder / "asked.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return list(read_questions(path))


def test_a_full_line_is_read(tmp_path: Path) -> None:
    line = '{"id": "a", "question": "où ?", "now": "2026-03-01T10:00:00+01:00", "language": "fr"}'
    assert questions_in(tmp_path, line) == [Question("a", "où ?", datetime(2026, 3, 1, 9, tzinfo=UTC), "fr")]


def test_a_number_may_be_the_id(tmp_path: Path) -> None:
    assert questions_in(tmp_path, '{"id": 7, "question": "where?"}') == [Question("7", "where?", None, None)]


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    assert len(questions_in(tmp_path, '{"id": "a", "question": "x"}', "  ", '{"id": "b", "question": "y"}')) == 2


@pytest.mark.parametrize("line", ["{", "[]", '"x"', "[" * 100_000])
def test_what_is_no_object_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    (_, refusal) = questions_in(tmp_path, '{"id": "a", "question": "x"}', line)
    assert isinstance(refusal, RecordError)
    assert refusal.key == "record-question-json"
    assert refusal.values["where"] == "asked.jsonl:2"


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", None), ("id", ""), ("question", 3), ("question", "  "), ("now", "soon"), ("language", "de"), ("now", 5)],
)
def test_a_field_that_cannot_be_used_is_named(tmp_path: Path, field: str, value: object) -> None:
    record = {"id": "a", "question": "x", field: value}
    (refusal,) = questions_in(tmp_path, json.dumps(record))
    assert isinstance(refusal, RecordError)
    assert refusal.values["field"] == field


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="input-unreadable"):
        list(read_questions(tmp_path / "none.jsonl"))


def test_a_file_that_is_no_text_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "asked.jsonl").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(InputError, match="input-unreadable"):
        list(read_questions(tmp_path / "asked.jsonl"))


def test_a_moment_without_a_zone_is_in_utc() -> None:
    assert moment("2026-08-20") == datetime(2026, 8, 20, tzinfo=UTC)


ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])


@given(st.datetimes(datetime(1801, 1, 1), datetime(2199, 12, 30), timezones=ZONES))  # noqa: DTZ001 - the zone is drawn
def test_a_moment_is_the_same_instant_in_utc(at: datetime) -> None:
    assert moment(at.isoformat()) == at
    assert moment(at.isoformat()).tzinfo is UTC


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "0001-01-01T00:00+05:00", "9999-12-31"])
def test_what_is_no_moment_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError, match="input-moment"):
        moment(text)
