from __future__ import annotations

from operator import length_hint
from pathlib import Path

from bot.intake import Counted, about


def test_a_line_of_json_lines_counts_as_one_record(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n{}\n{}\n")
    assert about([tmp_path / "a.jsonl"]) == 3


def test_any_other_file_of_a_folder_counts_as_one_record(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("one\ntwo\n")
    (tmp_path / "b.jsonl").write_text("{}\n")
    assert about([tmp_path]) == 2


def test_a_file_that_is_not_there_counts_for_nothing(tmp_path: Path) -> None:
    assert about([tmp_path / "none.jsonl"]) == 0


def test_what_is_counted_tells_how_many_it_is() -> None:
    assert length_hint(Counted(iter("abc"), 3)) == 3


def test_counting_changes_no_record() -> None:
    assert list(Counted(iter("abc"), 9)) == ["a", "b", "c"]
