from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InputError, RecordError
from index.model import Dispatch
from index.readers import ReadOptions, read_paths, read_stream
from index.readers.record import LARGEST_RECORD_BYTES

NOTHING = ReadOptions()
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
PROSE = "Les élèves de Djenné ont repris l’école lundi, a dit le maire. Ça s’est bien passé."


def read_file(path: Path, options: ReadOptions = NOTHING) -> Dispatch:
    (record,) = read_paths([path], options)
    assert isinstance(record, Dispatch), record
    return record


def written(folder: Path, text: str, name: str = "note.txt") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def read_bytes(data: bytes, name: str = "note.txt") -> Dispatch | RecordError:
    (record,) = read_stream(BytesIO(data), name, NOTHING)
    return record


def key_of(data: bytes) -> str:
    record = read_bytes(data)
    assert isinstance(record, RecordError)
    return record.key


def body_of(data: bytes) -> str:
    record = read_bytes(data)
    assert isinstance(record, Dispatch), record
    return record.body


def test_bare_text_is_a_dispatch_without_title_or_date(tmp_path: Path) -> None:
    path = written(tmp_path / "Bureau", PROSE)
    assert read_file(path) == Dispatch(source="Bureau", id="note", body=PROSE, language="fr")


def test_stray_characters_and_blank_lines_are_kept() -> None:
    body = 'Un "mot" mardi (, a dit\u00a0X.\n\n\n\nFin  '
    assert body_of(body.encode()) == body


def test_line_ends_become_newlines_and_marks_and_nuls_go() -> None:
    assert body_of(b"\xef\xbb\xbfUn\r\ndeux\rtro\0is " + b"mots " * 30) == "Un\ndeux\ntrois " + "mots " * 30


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "mac_roman"])
def test_french_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert body_of(PROSE.encode(encoding)) == PROSE


def test_options_say_what_a_bare_text_cannot(tmp_path: Path) -> None:
    record = read_file(written(tmp_path, "x y"), ReadOptions("Desk", NOON, "en"))
    assert (record.source, record.published_at, record.language) == ("Desk", NOON, "en")


@pytest.mark.parametrize("name", ["note.meta.json", "note.txt.meta.json"])
def test_a_sidecar_says_what_a_bare_text_cannot(tmp_path: Path, name: str) -> None:
    written(tmp_path, json.dumps({"source": "Radio", "published": "2026-11-02T12:00Z", "title": "École"}), name)
    record = read_file(written(tmp_path, PROSE))
    assert (record.source, record.published_at, record.title) == ("Radio", NOON, "École")


def test_front_matter_is_read_and_is_no_part_of_the_body(tmp_path: Path) -> None:
    record = read_file(
        written(tmp_path, f"---\nsource: Radio\npublished: 2026-11-02T12:00Z\nmood: 'calm'\n---\n{PROSE}")
    )
    assert (record.source, record.published_at, record.extra, record.body) == ("Radio", NOON, '{"mood": "calm"}', PROSE)


def test_front_matter_wins_over_the_sidecar_and_the_sidecar_over_options(tmp_path: Path) -> None:
    written(tmp_path, '{"source": "Sidecar", "id": "s", "language": "en"}', "note.meta.json")
    path = written(tmp_path, "---\nsource: Matter\n---\nUn mot")
    record = read_file(path, ReadOptions("Option", NOON, "fr"))
    assert (record.source, record.id, record.language, record.published_at) == ("Matter", "s", "en", NOON)


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    text = "---\nUn mot sans clef.\n---\nFin"
    assert body_of(text.encode()) == text


def test_a_broken_sidecar_is_named(tmp_path: Path) -> None:
    sidecar = written(tmp_path, "{", "note.meta.json")
    (record,) = read_paths([written(tmp_path, PROSE)], NOTHING)
    assert isinstance(record, RecordError)
    assert (record.key, record.values["where"]) == ("record-json-broken", str(sidecar))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "record-empty"),
        (b" \r\n\t", "record-empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "record-binary"),
        (zlib.compress(bytes(range(256)) * 9), "record-binary"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "record-binary"),
        (b"<!DOCTYPE html><p>x", "record-markup"),
        (b"a" * (LARGEST_RECORD_BYTES + 1), "record-too-large"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, key: str) -> None:
    assert key_of(data) == key


def test_piped_text_needs_a_source() -> None:
    record = read_bytes(b"Un mot", "-")
    assert isinstance(record, RecordError)
    assert (record.key, record.values["field"]) == ("record-field-missing", "source")


def test_the_same_text_piped_twice_is_the_same_dispatch() -> None:
    (one,), (two,) = (list(read_stream(BytesIO(b"Un mot"), "-", ReadOptions("Desk"))) for _ in range(2))
    assert one == two


def test_piped_json_lines_are_told_from_text() -> None:
    assert isinstance(read_bytes(b'\n{"id": "1", "source": "W", "body": "x y"}', "-"), Dispatch)


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    assert isinstance(read_bytes(data), Dispatch | RecordError)


def test_a_folder_is_read_at_any_depth_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/deep/c.md", "a/b.txt", "z.jsonl"):
        written(tmp_path, '{"id": "z", "source": "a", "body": "x"}' if name == "z.jsonl" else "Un mot", name)
    records = list(read_paths([tmp_path], NOTHING))
    assert [record.id for record in records if isinstance(record, Dispatch)] == ["b", "c", "b", "z"]


def test_hidden_files_and_sidecars_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden.txt", ".git/x.txt", "a.meta.json"):
        written(tmp_path, "{}" if name.endswith("json") else "Un mot", name)
    assert len(list(read_paths([tmp_path], NOTHING))) == 1


def test_a_link_back_to_its_folder_is_not_followed(tmp_path: Path) -> None:
    written(tmp_path, "Un mot")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert len(list(read_paths([tmp_path], NOTHING))) == 1


def test_two_texts_that_would_be_one_dispatch_are_not_taken_for_versions(tmp_path: Path) -> None:
    paths = [written(tmp_path, "Un mot", "a/note.txt"), written(tmp_path, "Deux mots", "b/note.txt")]
    first, second = read_paths(paths, ReadOptions("Desk"))
    assert isinstance(first, Dispatch)
    assert isinstance(second, RecordError)
    assert (second.key, second.values["first"]) == ("record-id-twice", str(paths[0]))


@pytest.mark.parametrize("name", ["absent.txt", "x" * 5000])
def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="input-path-missing"):
        read_paths([written(tmp_path, "Un mot"), tmp_path / name], NOTHING)


def test_a_folder_without_any_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="input-folder-empty"):
        read_paths([tmp_path], NOTHING)


def test_a_file_that_went_away_is_refused_and_stops_no_other(tmp_path: Path) -> None:
    gone, kept = written(tmp_path, "Un mot", "a.txt"), written(tmp_path, "Un mot", "b.txt")
    records = read_paths([gone, kept], NOTHING)
    gone.unlink()
    refused, read = records
    assert isinstance(refused, RecordError)
    assert refused.key == "record-unreadable"
    assert isinstance(read, Dispatch)
