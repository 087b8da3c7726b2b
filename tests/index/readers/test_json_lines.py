from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import RecordError
from index.model import Dispatch, Status
from index.readers import ReadOptions, read_stream
from index.readers.record import LARGEST_RECORD_BYTES

WIRE = {"id": "1", "source": "Wire", "body": "Le bac de Konna est à quai."}
FIELD_VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text())


def read(data: bytes, options: ReadOptions = ReadOptions()) -> list[Dispatch | RecordError]:  # noqa: B008 - frozen
    return list(read_stream(BytesIO(data), "in.jsonl", options))


def line(**fields: object) -> bytes:
    return json.dumps(WIRE | fields).encode() + b"\n"


def dispatch(**fields: object) -> Dispatch:
    (record,) = read(line(**fields))
    assert isinstance(record, Dispatch), record
    return record


def refusal(data: bytes) -> tuple[str, object, object]:
    (record,) = read(data)
    assert isinstance(record, RecordError)
    return record.key, record.values["where"], record.values["field"]


def test_a_corrected_record_is_usable_and_says_that_it_corrects() -> None:
    found = dispatch(status="corrected")
    assert (found.status, found.corrects) == (Status.USABLE, True)


def test_no_other_status_says_that_it_corrects() -> None:
    assert not any(dispatch(status=status).corrects for status in Status)


def test_every_field_of_a_record_is_kept() -> None:
    fields = {
        "title": "Le bac",
        "published": "2026-11-02T08:00:00+01:00",
        "language": "fr-ML",
        "url": "https://example.org/1",
        "replaces": "0",
        "status": "withheld",
        "desk": ["x", 1],
    }
    assert dispatch(**fields) == Dispatch(
        source="Wire",
        id="1",
        body="Le bac de Konna est à quai.",
        title="Le bac",
        published_at=datetime(2026, 11, 2, 7, tzinfo=UTC),
        language="fr",
        url="https://example.org/1",
        replaces="0",
        status=Status.WITHHELD,
        extra='{"desk": ["x", 1]}',
    )


@pytest.mark.parametrize("published", ["2026-11-02", "2026-11-02T00:00:00", "2026-11-02T00:00:00Z"])
def test_a_time_without_a_zone_and_a_bare_date_are_read_in_utc(published: str) -> None:
    assert dispatch(published=published).published_at == datetime(2026, 11, 2, tzinfo=UTC)


def test_a_body_is_kept_word_for_word() -> None:
    body = "  Un\u00a0mot,\r\n (, deux  mots.\n"
    assert dispatch(body=body).body == body


def test_what_no_database_takes_is_replaced_in_its_place() -> None:
    assert dispatch(body="a\x00b\ud800c").body == "a\ufffdb\ufffdc"


def test_a_number_may_be_an_id() -> None:
    assert dispatch(id=12).id == "12"


def test_a_missing_language_is_detected() -> None:
    assert dispatch(body="Residents closed the market on Monday.").language == "en"


def test_options_fill_in_what_a_record_does_not_say() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    options = ReadOptions(source="Desk", published_at=at, language="en", sample=True)
    expected = Dispatch(source="Desk", id="1", body="x", published_at=at, language="en", sample=True)
    assert read(b'{"id": "1", "body": "x"}', options) == [expected]


def test_options_do_not_override_what_a_record_says() -> None:
    options = ReadOptions(source="Desk", published_at=datetime(2026, 1, 1, tzinfo=UTC), language="en")
    (record,) = read(line(published="2026-11-02", language="fr"), options)
    assert isinstance(record, Dispatch)
    assert (record.source, record.language, record.published_at) == ("Wire", "fr", datetime(2026, 11, 2, tzinfo=UTC))


def test_another_date_beside_the_one_of_publication_is_kept_with_the_rest() -> None:
    assert json.loads(dispatch(published="2026-11-02", date="2026-10-31").extra) == {"date": "2026-10-31"}


def test_what_is_under_embargo_has_a_date_whatever_stands_beside_it() -> None:
    found = dispatch(embargoed="2026-11-02", date="2026-10-31")
    assert found.published_at == datetime(2026, 11, 2, tzinfo=UTC)


def test_a_date_under_another_name_gives_way_to_the_one_that_was_told_for_all() -> None:
    (record,) = read(
        line(published=None, date="2026-10-31"), ReadOptions(published_at=datetime(2026, 11, 2, tzinfo=UTC))
    )
    assert isinstance(record, Dispatch)
    assert record.published_at == datetime(2026, 11, 2, tzinfo=UTC)


def test_a_title_alone_is_enough() -> None:
    assert dispatch(body="", title="Le bac est à quai").title == "Le bac est à quai"


def test_what_is_taken_back_needs_no_text() -> None:
    assert dispatch(body="", status="canceled").status is Status.CANCELED


@pytest.mark.parametrize(
    ("data", "key", "field"),
    [
        (b'{"id": \n', "record-json-broken", ""),
        (b'{"id": NaN}\n', "record-json-broken", ""),
        (b'{"deep": ' + b"[" * 100_000 + b"\n", "record-json-broken", ""),
        (line(far=1).replace(b"1}", b"1e999}"), "record-json-broken", ""),
        (b"[1]\n", "record-not-object", ""),
        (line(id=None), "record-field-missing", "id"),
        (line(source="  "), "record-field-missing", "source"),
        (line(body=["x"]), "record-field-type", "body"),
        (line(id=True), "record-field-type", "id"),
        (line(title="x" * 1001), "record-field-long", "title"),
        (line(published="hier"), "record-date-bad", "published"),
        (line(published="0001-01-01T00:00:00+14:00"), "record-date-bad", "published"),
        (line(published=None, date="2026-11-02"), "record-date-name", "published"),
        (line(published=None, publishedAt="2026-11-02"), "record-date-name", "published"),
        (line(status="gone"), "record-status-bad", "status"),
        (line(language="français"), "record-language-bad", "language"),
        (line(url="javascript:alert(1)"), "record-url-bad", "url"),
        (line(body=" "), "record-text-missing", "body"),
        (line(body="x" * LARGEST_RECORD_BYTES), "record-too-large", ""),
        (b'{"id": "\xe9"}\n', "record-encoding", ""),
    ],
)
def test_a_bad_record_is_refused_by_line_field_and_cause(data: bytes, key: str, field: str) -> None:
    assert refusal(data) == (key, "in.jsonl:1", field)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_any_record_is_refused(data: bytes) -> None:
    assert refusal(data) == ("record-empty", "in.jsonl", "")


def test_a_file_in_another_encoding_is_refused_once() -> None:
    assert refusal((line() * 3).decode().encode("utf-16")) == ("record-encoding", "in.jsonl", "")


def test_a_refused_record_stops_no_other() -> None:
    kinds = [type(record) for record in read(line() + b"\n{\n" + b"x" * (LARGEST_RECORD_BYTES * 2) + b"\n" + line())]
    assert kinds == [Dispatch, RecordError, RecordError, Dispatch]


def test_lines_are_counted_with_the_blank_and_the_refused() -> None:
    records = read(b"\n" + b"x" * (LARGEST_RECORD_BYTES * 2) + b"\n[]\n")
    assert [record.values["where"] for record in records if isinstance(record, RecordError)] == [
        "in.jsonl:2",
        "in.jsonl:3",
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_record() -> None:
    assert isinstance(read(b"\xef\xbb\xbf" + line())[0], Dispatch)


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    assert all(isinstance(record, Dispatch | RecordError) for record in read(data))


@given(st.dictionaries(st.sampled_from([*WIRE, "title", "published", "language", "url", "status", "x"]), FIELD_VALUES))
def test_whatever_a_record_holds_it_can_be_stored_or_is_refused(fields: dict[str, object]) -> None:
    (record,) = read(json.dumps(WIRE | fields).encode())
    if isinstance(record, Dispatch):
        stored = (record.source, record.id, record.body, record.title or "", record.extra)
        assert all(text.encode() is not None and "\0" not in text for text in stored)
        assert json.loads(record.extra).keys() <= {"x"}


def test_what_is_under_embargo_is_published_at_its_hour() -> None:
    told = dispatch(published="2026-11-02T08:00:00Z", embargoed="2026-11-03T06:00:00Z")
    assert told.published_at == datetime(2026, 11, 3, 6, tzinfo=UTC)


def test_an_embargo_that_has_ended_changes_no_date() -> None:
    told = dispatch(published="2026-11-02T08:00:00Z", embargoed="2026-11-01T06:00:00Z")
    assert told.published_at == datetime(2026, 11, 2, 8, tzinfo=UTC)
