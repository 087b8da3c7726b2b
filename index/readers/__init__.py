"""Readers turn bytes into dispatches, or say which record they refuse and why.  They trust nothing.

A file's name tells its format, and where it does not, its first character: `{` begins JSON Lines, all else is text.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from index.errors import InputError, RecordError
from index.model import Dispatch
from index.readers.json_lines import read_json_lines
from index.readers.plain import read_plain
from index.readers.record import ReadOptions, read_time

__all__ = ["ReadOptions", "read_paths", "read_stream", "read_time"]

_JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})
_TEXT = frozenset({".txt", ".md", ".text"})


def read_paths(paths: Sequence[Path], options: ReadOptions) -> Iterator[Dispatch | RecordError]:
    """Every dispatch or refusal of the files, and of the folders' files in order of their names, at any depth.

    In folders, hidden files and sidecars (`*.meta.json`) are passed over and links to folders are not followed.
    Raises InputError, before anything is read, for a path that is missing or a folder without any file.
    """
    files = [file for path in paths for file in _files_at(path)]
    return _read_files(files, options)


def _read_files(files: Sequence[Path], options: ReadOptions) -> Iterator[Dispatch | RecordError]:
    """As `read_paths`.  Of two texts that would be one dispatch the second is refused: it would replace the first."""
    read_from: dict[tuple[str, str], Path] = {}
    for file in files:
        for record in _read_file(file, options):
            if isinstance(record, Dispatch) and file.suffix.lower() not in _JSON_LINES:
                first = read_from.setdefault((record.source, record.id), file)
                if first != file:
                    yield RecordError("id-twice", where=str(file), field="id", value=record.id, first=str(first))
                    continue
            yield record


def _read_file(file: Path, options: ReadOptions) -> Iterator[Dispatch | RecordError]:
    try:
        with file.open("rb") as stream:
            yield from read_stream(stream, str(file), options)
    except OSError:
        yield RecordError("unreadable", where=str(file), field="")


def read_stream(stream: BinaryIO, name: str, options: ReadOptions) -> Iterator[Dispatch | RecordError]:
    """Every dispatch or refusal of one stream; `name` is its path, or `-` for the standard input."""
    suffix = Path(name).suffix.lower()
    if suffix in _JSON_LINES:
        return read_json_lines(stream, name, options)
    if suffix in _TEXT:
        return read_plain(stream, name, options)
    ahead = BufferedReader(stream)  # type: ignore[type-var]  # it asks less of a stream than its signature says
    if ahead.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read_json_lines(ahead, name, options)
    return read_plain(ahead, name, options)


def _files_at(path: Path) -> list[Path]:
    if not os.path.isdir(path):  # not Path.is_dir, which raises on a name that is too long
        if not os.path.exists(path):
            raise InputError("path-missing", path=str(path))
        return [path]
    files = sorted(_files_below(path))
    if not files:
        raise InputError("folder-empty", path=str(path))
    return files


def _files_below(folder: Path) -> Iterator[Path]:
    """The folder's files; a folder that may not be opened comes too, to be refused by its name."""
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        kept = (name for name in names if not name.startswith(".") and not name.endswith(".meta.json"))
        yield from (Path(parent, name) for name in kept if os.path.isfile(os.path.join(parent, name)))
    yield from (Path(error.filename) for error in closed)
