from __future__ import annotations

import io
import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.country_files import fetch_country
from index.errors import InputError


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library calls it by
        return


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A real server of the folder's files on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def zipped(name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "target"
    folder.mkdir()
    return folder


def test_the_country_file_is_taken_out_of_its_archive(tmp_path: Path, target: Path) -> None:
    (tmp_path / "ML.zip").write_bytes(zipped("ML.txt", "a village"))
    with served(tmp_path) as url:
        assert fetch_country("ml", target, url).read_text() == "a village"


def test_a_country_that_the_server_does_not_know_is_told(tmp_path: Path, target: Path) -> None:
    with served(tmp_path) as url, pytest.raises(InputError, match="input-country"):
        fetch_country("QQ", target, url)


@pytest.mark.parametrize("name", ["Mali", "", "M", "../", "M1"])
def test_what_is_no_code_is_refused_before_anything_is_fetched(target: Path, name: str) -> None:
    with pytest.raises(InputError, match="input-country"):
        fetch_country(name, target, "http://127.0.0.1:0")


def test_an_answer_that_is_no_archive_is_told(tmp_path: Path, target: Path) -> None:
    (tmp_path / "ML.zip").write_bytes(b"<html>a gateway's page</html>")
    with served(tmp_path) as url, pytest.raises(InputError, match="input-archive"):
        fetch_country("ML", target, url)


def test_an_archive_without_the_country_is_told(tmp_path: Path, target: Path) -> None:
    (tmp_path / "ML.zip").write_bytes(zipped("readme.txt", ""))
    with served(tmp_path) as url, pytest.raises(InputError, match="input-archive"):
        fetch_country("ML", target, url)


def test_no_network_is_told(target: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused
        with pytest.raises(InputError, match="input-download"):
            fetch_country("ML", target, f"http://127.0.0.1:{taken.getsockname()[1]}")
