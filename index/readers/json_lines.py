"""JSON Lines: one dispatch a line, in UTF-8.

Fields: `id`, `source`, `title?`, `body`, `published?` and `embargoed?` (ISO 8601), `language?`, `url?`, `replaces?`,
`status?` (usable, corrected, canceled, withheld).  Others are kept in `Dispatch.extra`.  The body is kept as it is.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from index.errors import RecordError
from index.model import Dispatch
from index.readers.record import LARGEST_RECORD_BYTES, ReadOptions, to_dispatch

_OTHER_UNICODE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_json_lines(stream: BinaryIO, name: str, options: ReadOptions) -> Iterator[Dispatch | RecordError]:
    """Each line's dispatch or refusal, in order; blank lines are skipped.  One line is held at a time."""
    empty = True
    for number, line in enumerate(_lines(stream), start=1):
        if number == 1 and line.startswith(_OTHER_UNICODE):
            yield RecordError("encoding", where=name, field="")  # once, not for every line
            return
        if line.strip():
            empty = False
            yield _read_line(line, f"{name}:{number}", options)
    if empty:
        yield RecordError("empty", where=name, field="")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines without the byte-order mark.  Of one that is too large a first part longer than the limit is given."""
    line = stream.readline(LARGEST_RECORD_BYTES + 1).removeprefix(codecs.BOM_UTF8)
    while line:
        rest = line
        while len(rest) > LARGEST_RECORD_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST_RECORD_BYTES + 1)
        yield line
        line = stream.readline(LARGEST_RECORD_BYTES + 1)


def _read_line(line: bytes, where: str, options: ReadOptions) -> Dispatch | RecordError:
    if len(line) > LARGEST_RECORD_BYTES:
        return RecordError("too-large", where=where, field="", largest_kb=LARGEST_RECORD_BYTES // 1000)
    try:
        fields = parse_object(line.decode("utf-8"), where)
    except UnicodeDecodeError:
        return RecordError("encoding", where=where, field="")
    except RecordError as error:
        return error
    return to_dispatch(fields, where, options)


def parse_object(text: str, where: str) -> dict[str, object]:
    """The JSON object in `text`.  Raises RecordError where it is broken or no object."""
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        column = error.colno if isinstance(error, json.JSONDecodeError) else 1
        raise RecordError("json-broken", where=where, field="", column=column) from error
    if not isinstance(value, dict):
        raise RecordError("not-object", where=where, field="")
    return value


def _refuse_constant(name: str) -> NoReturn:
    """NaN and Infinity are no JSON, and what is kept in `extra` must be."""
    raise ValueError(name)
