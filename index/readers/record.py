"""One record's fields, from whatever format, checked and made into a Dispatch.  Trusts nothing.

What a record does not say, the options fill in (`source`, `published_at`, `language`); what it says wins.  A time
without a zone is read as UTC, a bare date as its first moment in UTC: published dates order answers by the day, and
guessing the zone of a source would be wrong without a trace.  What is under embargo (`embargoed`) counts as published
at its hour: its "today" is that day, and nothing of it serves before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from index.errors import RecordError
from index.model import Dispatch, Status
from index.text import detect_language

LARGEST_RECORD_BYTES = 1_000_000  # some 150,000 words: a book, not a dispatch
LONGEST_FIELD = {"id": 200, "source": 200, "replaces": 200, "title": 1_000, "url": 2_000}  # characters
KNOWN_FIELDS = frozenset(
    {"id", "source", "title", "body", "published", "embargoed", "language", "url", "replaces", "status"}
)
# What others call the time of publication; in some files "date" is when it happened, so none is taken for it unasked.
OTHER_DATES = frozenset(
    {"date", "published_at", "publishedat", "published_on", "publication_date", "datepublished", "pubdate"}
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL and halves of surrogate pairs: no database takes them
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.DOTALL)
_EARLIEST, _LATEST = datetime(1800, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
CORRECTED = "corrected"  # a status that a record may bear: to be used, in place of what was told before
_SHOWN = 80  # characters of a bad value that an error repeats


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What to take for granted where a record does not say it; `published_at` is aware.  `sample` marks them all."""

    source: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    sample: bool = False


def to_dispatch(fields: Mapping[str, object], where: str, options: ReadOptions) -> Dispatch | RecordError:
    """The dispatch that `fields` make, or why they make none; `where` names file and line."""
    try:
        return _build(fields, where, options)
    except RecordError as error:
        return error


def _build(fields: Mapping[str, object], where: str, options: ReadOptions) -> Dispatch:
    title = _text(fields, "title", where)
    body = _text(fields, "body", where) or ""
    status = _status(fields, where)
    if not body.strip() and title is None and status is Status.USABLE:  # what is taken back needs no text
        raise RecordError("text-missing", where=where, field="body")
    return Dispatch(
        source=_named(fields, "source", where, options.source),
        id=_named(fields, "id", where, None),
        body=body,
        title=title,
        published_at=_published(fields, where, options.published_at),
        language=_language(fields, where) or options.language or detect_language(f"{title or ''}\n{body}"),
        url=_url(fields, where),
        replaces=_text(fields, "replaces", where),
        status=status,
        extra=_extra(fields, where),
        sample=options.sample,
        corrects=_text(fields, "status", where) == CORRECTED,
    )


def _text(fields: Mapping[str, object], name: str, where: str) -> str | None:
    """The field as it stands, but for characters that cannot be stored; None where absent or blank."""
    value = fields.get(name)
    if name in ("id", "replaces") and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)  # numbers are common as identifiers
    if value is None:
        return None
    if not isinstance(value, str):
        raise RecordError("field-type", where=where, field=name)
    longest = LONGEST_FIELD.get(name, LARGEST_RECORD_BYTES)
    if len(value) > longest:
        raise RecordError("field-long", where=where, field=name, longest=longest)
    text = _UNSTORABLE.sub("\ufffd", value)
    return (text if name == "body" else " ".join(text.split())) or None


def _named(fields: Mapping[str, object], name: str, where: str, default: str | None) -> str:
    value = _text(fields, name, where) or default
    if not value:
        raise RecordError("field-missing", where=where, field=name)
    return value


def _published(fields: Mapping[str, object], where: str, default: datetime | None) -> datetime | None:
    """When it is published, not before its embargo ends.  A date under another name is refused, not left unread: the
    dispatch would come last in every answer, and nobody would know why."""
    published, embargoed = _time(fields, "published", where) or default, _time(fields, "embargoed", where)
    other = next((name for name, value in fields.items() if name.lower() in OTHER_DATES and value), None)
    served = max(filter(None, (published, embargoed)), default=None)
    if served is None and other:
        raise RecordError("date-name", where=where, field="published", found=other)
    return served


def _time(fields: Mapping[str, object], name: str, where: str) -> datetime | None:
    value = _text(fields, name, where)
    if value is None:
        return None
    try:
        return read_time(value)
    except ValueError as error:
        raise RecordError("date-bad", where=where, field=name, value=value[:_SHOWN]) from error


def read_time(text: str) -> datetime:
    """ISO 8601 as aware UTC; without a zone, or a bare date, it is read in UTC.  Raises ValueError."""
    time = datetime.fromisoformat(text.strip())
    aware = time.replace(tzinfo=UTC) if time.tzinfo is None else time
    if not _EARLIEST <= aware < _LATEST:
        raise ValueError(text)
    return aware.astimezone(UTC)


def _status(fields: Mapping[str, object], where: str) -> Status:
    value = _text(fields, "status", where) or Status.USABLE
    if value == CORRECTED:
        return Status.USABLE
    if value not in tuple(Status):
        raise RecordError("status-bad", where=where, field="status", value=value[:_SHOWN])
    return Status(value)


def _language(fields: Mapping[str, object], where: str) -> str | None:
    value = _text(fields, "language", where)
    if value is None:
        return None
    code = _LANGUAGE.fullmatch(value.lower())
    if code is None:
        raise RecordError("language-bad", where=where, field="language", value=value[:_SHOWN])
    return code[1]


def _url(fields: Mapping[str, object], where: str) -> str | None:
    value = _text(fields, "url", where)
    if value is not None and not value.lower().startswith(("http://", "https://")):
        raise RecordError("url-bad", where=where, field="url", value=value[:_SHOWN])
    return value


def _extra(fields: Mapping[str, object], where: str) -> str:
    unknown = {name: value for name, value in fields.items() if name not in KNOWN_FIELDS}
    try:
        text = json.dumps(unknown, ensure_ascii=False, sort_keys=True, allow_nan=False)
    except (ValueError, RecursionError) as error:  # 1e999 reads as infinity; nesting may pass one way only
        raise RecordError("json-broken", where=where, field="", column=1) from error
    return _UNSTORABLE.sub("\ufffd", text)
