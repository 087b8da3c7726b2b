"""Every error that index raises, as one tree.

    VigieError
    ├── RecordError        one record of what was fed in is refused; the others go on
    ├── InputError         a whole file, or a word of the command, cannot be used
    ├── ModelError         the encoder cannot be loaded, or is not the one the vectors were made with
    ├── GazetteerError     a gazetteer file cannot be read
    └── StoreError         the database or the vector index is unusable, busy or from a newer Vigie

An error is a key and values, so that whoever shows it can turn it into French or English; `str()` is the same
fact for a log.  Every key stands in both catalogues (a test reads this module to prove it).
"""

from __future__ import annotations

from typing import ClassVar


class VigieError(Exception):
    """A fault with a name: `key` names the sentence to show, `values` fill it in."""

    family: ClassVar[str] = "error"

    def __init__(self, key: str, **values: str | int | float) -> None:
        self.key = f"{self.family}-{key}"
        self.values = values
        super().__init__(self.key + "".join(f" {name}={value!r}" for name, value in values.items()))


class RecordError(VigieError):
    """One record is refused.  `values` hold at least `where` (file and line) and `field`."""

    family = "record"


class InputError(VigieError):
    """A path, a pattern or an option cannot be used at all."""

    family = "input"


class ModelError(VigieError):
    """The encoder is missing, broken, or not the one that made the stored vectors."""

    family = "model"


class GazetteerError(VigieError):
    """A gazetteer file is missing or not in the GeoNames format."""

    family = "gazetteer"


class StoreError(VigieError):
    """The database or the vector index cannot be used."""

    family = "store"
