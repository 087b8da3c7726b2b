"""Fetching a country's gazetteer file from GeoNames (https://www.geonames.org, CC BY 4.0)."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import httpx

from index import InputError

GEONAMES_URL = "https://download.geonames.org/export/dump"
TIMEOUT_S = 30.0
# The largest country file, that of the United States, has about 70 MB zipped and 330 MB unzipped.
MAX_ZIP_BYTES = 150_000_000
MAX_TEXT_BYTES = 800_000_000


def fetch_country(country: str, folder: Path, base_url: str = GEONAMES_URL) -> Path:
    """Fetches the file of one country, given by its ISO 3166-1 alpha-2 code, into `folder`.

    Returns the path of its text, e.g. `folder/ML.txt`.  Raises InputError: `country` (no such code), `download`
    (no network, or no answer in time), `too-large` or `archive` (not what GeoNames offers).
    """
    code = country.upper()
    if not re.fullmatch("[A-Z]{2}", code):
        raise InputError("country", name=country)
    archive = folder / f"{code}.zip"
    try:
        _download(f"{base_url}/{code}.zip", archive, code)
    except httpx.HTTPError as error:
        raise InputError("download", name=code, cause=type(error).__name__) from error
    return _unpack(archive, code)


def _download(url: str, target: Path, code: str) -> None:
    with httpx.stream("GET", url, timeout=TIMEOUT_S, follow_redirects=True) as response, target.open("wb") as file:
        if response.status_code == httpx.codes.NOT_FOUND:
            raise InputError("country", name=code)
        response.raise_for_status()
        received = 0
        for block in response.iter_bytes():
            received += len(block)
            if received > MAX_ZIP_BYTES:
                raise InputError("too-large", name=code)
            file.write(block)


def _unpack(archive: Path, code: str) -> Path:
    name = f"{code}.txt"
    try:
        with zipfile.ZipFile(archive) as zipped:
            if zipped.getinfo(name).file_size > MAX_TEXT_BYTES:
                raise InputError("too-large", name=code)
            return Path(zipped.extract(name, archive.parent))  # zipfile stops at the size that it states
    except (zipfile.BadZipFile, KeyError) as error:
        raise InputError("archive", name=code) from error
