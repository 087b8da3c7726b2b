"""How much is about to be taken in, told ahead for the sake of a progress bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Generic, TypeVar

_JSON_LINES = frozenset({".jsonl", ".ndjson"})
_BLOCK_BYTES = 1 << 20
Record = TypeVar("Record")


class Counted(Generic[Record]):
    """Records that say about how many they are (`operator.length_hint`)."""

    def __init__(self, records: Iterator[Record], about: int) -> None:
        self._records = records
        self._about = about

    def __iter__(self) -> Iterator[Record]:
        return self._records

    def __length_hint__(self) -> int:
        return self._about


def about(paths: Sequence[Path]) -> int:
    """About how many records the files and folders hold: a line of JSON Lines is one, any other file is one."""
    return sum(_records_in(file) for path in paths for file in _files_at(path))


def _files_at(path: Path) -> Iterable[Path]:
    return (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def _records_in(file: Path) -> int:
    if file.suffix.lower() not in _JSON_LINES:
        return 1
    try:
        with file.open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK_BYTES), b""))
    except OSError:  # to be told, with its cure, by whoever reads it
        return 0
