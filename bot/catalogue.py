"""Every sentence a person reads, in French and English: the Fluent files of `bot/locales`."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "fr")
_log = logging.getLogger(__name__)


def supported(language: str | None, otherwise: str = "en") -> str:
    """The catalogue to use for a language tag such as "fr-ML"; `otherwise` where there is none."""
    start = (language or "").replace("_", "-").split("-")[0].lower()
    return start if start in LANGUAGES else otherwise


class Catalogue:
    """The sentences of one language, by key.  Texts are plain: whoever shows them as HTML escapes them."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    @staticmethod
    @cache
    def load(language: str | None) -> Catalogue:
        """Read all files of the language; English where it has no catalogue."""
        code = supported(language)
        # Isolation marks are left out: they are the very controls that we strip from outside text.
        bundle = FluentBundle([code], use_isolating=False)
        for entry in sorted(files("bot").joinpath("locales", code).iterdir(), key=lambda entry: entry.name):
            bundle.add_resource(FluentResource(entry.read_text(encoding="utf-8")))
        return Catalogue(code, bundle)

    def has(self, key: str) -> bool:
        """Whether the sentence exists."""
        return bool(self._bundle.has_message(key))

    def text(self, key: str, **values: str | int | float) -> str:
        """The sentence, filled in.  Numbers are written as the language does; pass a string to keep one as it is.

        Raises KeyError for a key that does not exist.
        """
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            _log.warning("catalogue %s: %s is not filled in: %s", self.language, key, [str(error) for error in errors])
        return _one_stop(str(text), values.values())


def _one_stop(sentence: str, values: Iterable[str | int | float]) -> str:
    """The sentence with one full stop where its own would follow that of a value: "depuis dim. 1 nov."."""
    for value in values:
        if isinstance(value, str) and value.endswith("."):
            sentence = sentence.replace(f"{value}.", value)
    return sentence
