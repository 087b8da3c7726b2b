"""Every fault that the code can tell stands in both catalogues.  Read from the code, so that none is forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from bot.catalogue import LANGUAGES, Catalogue
from index import errors

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = {
    name: kind.family
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.VigieError)
}


def raised() -> Iterator[tuple[str, frozenset[str]]]:
    """Each key with the values given, wherever one of our errors is made."""
    for path in sorted([*(ROOT / "index").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in FAMILIES
                and node.args
            ):
                values = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
                keys = [str(part.value) for part in _outcomes(node.args[0]) if isinstance(part, ast.Constant)]
                yield from ((f"{FAMILIES[node.func.id]}-{key}", values) for key in keys)


def _outcomes(node: ast.expr) -> list[ast.expr]:
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - fluent.syntax names it
        self.names.add(node.id.name)


def sentences(language: str) -> dict[str, set[str]]:
    """Each message of errors.ftl with the values it shows."""
    text = (ROOT / "bot" / "locales" / language / "errors.ftl").read_text(encoding="utf-8")
    shown = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, Message):
            visitor = _Variables()
            visitor.visit(entry)
            shown[entry.id.name] = visitor.names
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted({key for key, _ in raised()}))
def test_a_fault_has_its_sentence(key: str, language: str) -> None:
    assert Catalogue.load(language).has(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_shows_only_values_that_every_such_fault_gives(language: str) -> None:
    shown = sentences(language)
    missing = {(key, name) for key, values in raised() for name in shown.get(key, set()) - values}
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_tells_a_fault_that_cannot_happen(language: str) -> None:
    assert sentences(language).keys() <= {key for key, _ in raised()}


def test_both_languages_show_the_same_values() -> None:
    assert sentences("en") == sentences("fr")


def test_no_sentence_loses_its_braces_or_its_words() -> None:
    text = Catalogue.load("en").text("record-not-object", where="a.jsonl:3")
    assert text.startswith('a.jsonl:3: this line is JSON but no object. Write it as {"id": …')
