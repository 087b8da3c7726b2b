from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from typer.core import TyperCommand, TyperGroup

from bot import introductions
from bot.access import Role
from bot.catalogue import LANGUAGES, Catalogue, supported
from bot.chats import ChatKind
from bot.cli import command_line
from bot.feedback import Verdict
from bot.store import OF_A_CHAT, OF_A_PERSON
from bot.terminal import Terminal
from index import Bundle, Delivery, Material, watch_owners
from index.model import ClaimVerb, Doubt, Kind, NoteKey
from index.story_model import Harm

ROOT = Path(__file__).resolve().parents[2]
# Keys that are put together: their beginning, and what may follow it.
BUILT = {
    "doubt": [doubt.value for doubt in Doubt],
    "toll": ["people", "soldiers", "civilians", "attackers"],
    "kind": [kind.value for kind in Kind],
    "claim": [verb.value for verb in ClaimVerb],
    "compass": ["n", "ne", "e", "se", "s", "sw", "w", "nw"],
    "command": sorted({*introductions.PRIVATE, *introductions.GROUP, *introductions.OPERATORS}),
    **{start: [role.value for role in Role] for start in ("invited", "invite", "button-make", "role")},
    "harm": [harm.value for harm in Harm],
    "delivery": [delivery.value for delivery in Delivery],
    "bundle": [bundle.value for bundle in Bundle if bundle],
    "changed": [*(fact.value for fact in Material if fact not in ("correction", "withdrawn")), "wording"],
    "watch-language": sorted(LANGUAGES),
    "button-watch": [*("try", "pause", "resume", "edit", "delete"), *(delivery.value for delivery in Delivery)],
    "operator": ["undelivered", "suspended"],
    "kept": sorted({*OF_A_PERSON, *OF_A_CHAT, *watch_owners.OF_A_PERSON, *watch_owners.OF_A_CHAT}),
    "check": [
        *(f"{what}-{how}" for what in ("database", "index", "model", "outbox", "gazetteer") for how in ("ok", "wrong")),
        *(f"{what}-{how}" for what in ("joins", "reads", "inline") for how in ("ok", "advice")),
    ],
    "button-forget": ["data", "all", "none"],
    **{start: [kind.value for kind in ChatKind] for start in ("let-in", "added-to", "chat")},
    "asks": [verb.value for verb in ClaimVerb],
    "button": [*map(str, Verdict), "sources", "where", "fresh"],
    "note": [key + form for key in get_args(NoteKey) for form in ("", "-bare", "-for")],
}


def catalogue_text(language: str) -> str:
    """All that is said in a language; what is said of faults has tests of its own (test_error_sentences)."""
    folder = files("bot").joinpath("locales", language)
    others = (file for file in folder.iterdir() if file.name != "errors.ftl")
    return "\n".join(file.read_text(encoding="utf-8") for file in others)


def messages(language: str) -> dict[str, fluent.Message]:
    """What is said in a language, by key."""
    entries = FluentParser().parse(catalogue_text(language)).body
    assert not [entry for entry in entries if isinstance(entry, fluent.Junk)]
    return {entry.id.name: entry for entry in entries if isinstance(entry, fluent.Message)}


def variables(message: fluent.Message) -> set[str]:
    """The names of the values that a message takes."""
    return set(re.findall(r"VariableReference\(id=Identifier\(name='(\w+)'", repr_of(message)))


def repr_of(node: object) -> str:
    """A tree as one text: enough to look names up in."""
    if isinstance(node, list):
        return " ".join(map(repr_of, node))
    if isinstance(node, fluent.VariableReference):
        return f"VariableReference(id=Identifier(name='{node.id.name}'"
    return " ".join(repr_of(value) for value in vars(node).values()) if isinstance(node, fluent.BaseNode) else ""


def helped(command: TyperCommand | TyperGroup, name: str = "") -> Iterator[str]:
    """The keys of the help of a command, its options and its verbs."""
    yield f"help-{name or 'vigie'}"
    yield from (f"option-{parameter.name}".replace("_", "-") for parameter in command.params)
    for verb, inner in getattr(command, "commands", {}).items():
        yield from helped(inner, f"{name}-{verb}" if name else verb)


def words_in_code() -> set[str]:
    """Every string constant of the package."""
    found = set()
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_both_languages_hold_the_same_keys() -> None:
    assert set(messages("en")) == set(messages("fr"))


@pytest.mark.parametrize("key", sorted(messages("en")))
def test_both_languages_take_the_same_values(key: str) -> None:
    assert variables(messages("en")[key]) == variables(messages("fr")[key])


def test_every_key_is_used() -> None:
    words = words_in_code()
    built = {f"{start}-{end}" for start, ends in BUILT.items() for end in ends}
    faults = {f"{family}-{word}" for word in words for family in ("telegram", "input", "record")}
    with_vowel = {f"{word}-vowel" for word in words}
    help_keys = set(helped(command_line(Terminal.of({}))))
    assert set(messages("en")) - words - built - faults - with_vowel - help_keys == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", sorted(BUILT.keys() - {"note"}))
def test_every_key_that_is_put_together_exists(language: str, start: str) -> None:
    assert {f"{start}-{end}" for end in BUILT[start]} <= set(messages(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", get_args(NoteKey))
def test_every_note_has_a_sentence(language: str, key: str) -> None:
    assert f"note-{key}" in messages(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_holds_markup(language: str) -> None:
    assert re.findall(r"<[a-z/]|&[a-z]+;", catalogue_text(language)) == []


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        Catalogue.load("en").text("no-such-sentence")


def test_numbers_are_written_as_the_language_does() -> None:
    told = [Catalogue.load(code).text("searched-undated", count=12345) for code in ("en", "fr")]
    assert ("12,345" in told[0], "12\u202f345" in told[1]) == (True, True)


@pytest.mark.parametrize(
    ("tag", "expected"), [("fr", "fr"), ("fr-ML", "fr"), ("FR_fr.UTF-8", "fr"), ("bm", "en"), (None, "en"), ("", "en")]
)
def test_a_language_tag_finds_its_catalogue(tag: str | None, expected: str) -> None:
    assert supported(tag) == expected
