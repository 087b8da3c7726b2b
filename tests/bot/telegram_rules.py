"""Telegram's own rules: its parser (TDLib, offline) and the schema of Bot API 10.0 where it lies near."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from tdjson import td_execute

from bot.console import Call
from bot.markup import inert

SCHEMA_FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "botapi" / "api-10.0.json"
_PRIMITIVES: dict[str, dict[str, Any]] = {
    "Integer": {"type": "integer"},
    "Float": {"type": "number"},
    "String": {"type": "string"},
    "Boolean": {"type": "boolean"},
    "True": {"const": True},
    "InputFile": {"type": "string"},
}
_LENGTH = re.compile(r"(\d+)-(\d+) characters")

td_execute(json.dumps({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}).encode())


def parsed(html: str) -> tuple[str, list[dict[str, Any]]]:
    """The text and entities that Telegram makes of HTML; fails as Telegram's server would."""
    request = {"@type": "parseTextEntities", "text": html, "parse_mode": {"@type": "textParseModeHTML"}}
    answer = json.loads(td_execute(json.dumps(request).encode()) or b"{}")
    assert answer["@type"] == "formattedText", answer
    return answer["text"], answer["entities"]


def utf16_length(text: str) -> int:
    """How many UTF-16 units the text takes."""
    return len(text.encode("utf-16-le")) // 2


def check_call(call: Call) -> None:
    """Fail unless Telegram would take the call: HTML that parses, lengths and numbers within bounds, no unknown
    parameter."""
    if "text" in call.parameters:
        as_html = call.parameters.get("parse_mode") == "HTML"
        _check_text(
            call.parameters["text"], 4096 if call.method in ("sendMessage", "editMessageText") else 200, as_html=as_html
        )
    results = call.parameters.get("results", [])
    for result in results:
        _check_text(result["input_message_content"]["message_text"], 4096, as_html=True)
        assert 1 <= len(result["id"].encode()) <= 64
    assert len({result["id"] for result in results}) == len(results) <= 50
    assert len(call.parameters.get("next_offset", "").encode()) <= 64
    _check_keyboard(call)
    if SCHEMA_FILE.exists():
        _validator(call.method).validate(call.parameters)
        _check_lengths(call)


def _check_text(told: str, limit: int, *, as_html: bool) -> None:
    text, entities = parsed(told) if as_html else (told, [])
    # In UTF-16, as Telegram counts offsets: never less than the code points that its server counts.
    assert 1 <= utf16_length(text) <= limit
    assert text == inert(text)
    assert len(entities) <= 100  # Telegram leaves out what is more


def _check_keyboard(call: Call) -> None:
    for button in _buttons(call):
        assert 1 <= len(button["callback_data"].encode()) <= 64
        assert len(button["text"]) >= 1
        assert button["text"] == inert(button["text"])
    rows = call.parameters.get("reply_markup", {}).get("inline_keyboard", [])
    assert all(1 <= len(row) <= 8 for row in rows)
    assert len(_buttons(call)) <= 100


def _check_lengths(call: Call) -> None:
    for field in _api()["methods"][call.method].get("fields", []):
        bounds, value = _LENGTH.search(field["description"]), call.parameters.get(field["name"])
        if bounds and isinstance(value, str) and "after entities parsing" not in field["description"]:
            assert int(bounds[1]) <= len(value) <= int(bounds[2]), field["name"]


def _buttons(call: Call) -> list[dict[str, Any]]:
    return [button for row in call.parameters.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


@cache
def _api() -> dict[str, Any]:
    return dict(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


@cache
def _validator(method: str) -> Draft202012Validator:
    definitions = {name: _type_schema(told) for name, told in _api()["types"].items()}
    return Draft202012Validator({**_object_schema(_api()["methods"][method]), "$defs": definitions})


def _type_schema(told: dict[str, Any]) -> dict[str, Any]:
    if told.get("subtypes"):
        return {"anyOf": [_named(subtype) for subtype in told["subtypes"]]}
    return _object_schema(told)


def _object_schema(told: dict[str, Any]) -> dict[str, Any]:
    fields = told.get("fields", [])
    return {
        "type": "object",
        "properties": {field["name"]: {"anyOf": [_named(kind) for kind in field["types"]]} for field in fields},
        "required": [field["name"] for field in fields if field["required"]],
        "additionalProperties": False,
    }


def _named(kind: str) -> dict[str, Any]:
    if kind.startswith("Array of "):
        return {"type": "array", "items": _named(kind.removeprefix("Array of "))}
    return _PRIMITIVES.get(kind, {"$ref": f"#/$defs/{kind}"})
