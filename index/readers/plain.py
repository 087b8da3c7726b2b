"""Plain text: one file, one dispatch.  Its words are the body, stray characters and all.

What the text cannot say stands beside it.  For each field the nearest word wins: front matter (`---`, lines of
`key: value`, `---`) at the head of the file, then a sidecar `NAME.meta.json` with the fields of a JSON Lines record,
then the options, then the file itself: its stem as `id`, its folder's name as `source`.  Without a date anywhere the
dispatch is undated.

Line ends become `\\n`; a byte-order mark and NULs are dropped; nothing else is touched.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from charset_normalizer import from_bytes

from index.errors import RecordError
from index.model import Dispatch
from index.readers.json_lines import parse_object
from index.readers.record import LARGEST_RECORD_BYTES, ReadOptions, to_dispatch

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:[\w-]+:[^\n]*\n)+)---[ \t]*(?:\n|$)")
_SIGNATURES = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf")
_OTHER_UNICODE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKUP = re.compile(r"\s*<(?:!doctype|\?xml|html|rss|feed)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.01  # of all characters: above it, it is no text


def read_plain(stream: BinaryIO, name: str, options: ReadOptions) -> Iterator[Dispatch | RecordError]:
    """The stream's one dispatch or refusal.  `name` is its path, or `-` for what has none."""
    data = stream.read(LARGEST_RECORD_BYTES + 1)
    try:
        text = decode(data, name)
        beside = {} if name == "-" else _sidecar_fields(Path(name))
    except RecordError as error:
        yield error
        return
    matter, body = _split_front_matter(text)
    yield to_dispatch(_file_fields(name, data, options) | beside | matter | {"body": body}, name, options)


def decode(data: bytes, where: str) -> str:
    """Bytes as text with `\\n` line ends.  UTF-8 first, then Windows-1252, then whatever charset-normalizer finds.

    Raises RecordError: too-large, empty, binary, markup.
    """
    if len(data) > LARGEST_RECORD_BYTES:
        raise RecordError("too-large", where=where, field="", largest_kb=LARGEST_RECORD_BYTES // 1000)
    text = None if data.startswith(_SIGNATURES) else _decoded(data)
    if text is None or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise RecordError("binary", where=where, field="")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not text.strip():
        raise RecordError("empty", where=where, field="")
    if _MARKUP.match(text):
        raise RecordError("markup", where=where, field="")
    return text


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-16" if data.startswith(_OTHER_UNICODE) else "utf-8-sig")
    except UnicodeDecodeError:
        found = from_bytes(data, cp_isolation=["cp1252"]).best() or from_bytes(data).best()
        return None if found is None else str(found)


def _split_front_matter(text: str) -> tuple[dict[str, object], str]:
    head = _FRONT_MATTER.match(text)
    if head is None:
        return {}, text
    pairs = (line.split(":", 1) for line in head["lines"].splitlines())
    fields = {key.strip().lower(): value.strip().strip("\"'") for key, value in pairs}
    return {key: value for key, value in fields.items() if value and key != "body"}, text[head.end() :]


def _file_fields(name: str, data: bytes, options: ReadOptions) -> dict[str, object]:
    """What the file itself tells; a source that was given stands over the folder's name."""
    if name == "-":  # the same text piped in twice is the same dispatch
        return {"id": "text-" + hashlib.sha256(data).hexdigest()[:16]}
    path = Path(name)
    return {"id": path.stem, "source": options.source or path.resolve().parent.name}


def _sidecar_fields(path: Path) -> dict[str, object]:
    for sidecar in (path.with_name(path.name + ".meta.json"), path.with_name(path.stem + ".meta.json")):
        if sidecar.is_file():
            return _read_sidecar(sidecar)
    return {}


def _read_sidecar(sidecar: Path) -> dict[str, object]:
    try:
        with sidecar.open("rb") as stream:
            text = stream.read(LARGEST_RECORD_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise RecordError("unreadable", where=str(sidecar), field="") from error
    except UnicodeDecodeError as error:
        raise RecordError("encoding", where=str(sidecar), field="") from error
    return {key: value for key, value in parse_object(text, str(sidecar)).items() if value is not None}
