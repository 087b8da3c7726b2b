"""A standing query as JSON and back: what is kept of a watch, and what an exported file holds.  Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from index.model import Area, Borderland, Circle, ClaimVerb, Intent, Kind, Query, Region, Shape, Unit
from index.watch_model import Standing

_AREAS: Mapping[str, type[Area]] = {kind.__name__.lower(): kind for kind in (Circle, Unit, Region, Shape, Borderland)}


def standing_to_json(standing: Standing) -> str:
    """All of it, so that what a question meant is not read again with other places."""
    query = standing.query
    told = {
        "text": query.text,
        "language": query.language,
        "topic": query.topic,
        "kinds": query.kinds,
        "actors": query.actors,
        "verbs": query.verbs,
        "unplaced": query.unplaced,
        "intent": query.intent,
        "asks_toll": query.asks_toll,
        "timezone": query.timezone,
        "area": _area_to_json(query.area) if query.area else None,
        "least_toll": standing.least_toll,
        "source": standing.source,
        "spoken": standing.language,
        "rarity": standing.rarity,
    }
    return json.dumps(told, ensure_ascii=False)


def standing_from_json(text: str) -> Standing:
    """What `standing_to_json` wrote."""
    told = json.loads(text)
    query = Query(
        text=told["text"],
        language=told["language"],
        topic=told["topic"],
        kinds=tuple(map(Kind, told["kinds"])),
        actors=tuple(told["actors"]),
        area=_area_from_json(told["area"]) if told["area"] else None,
        window=None,
        intent=Intent(told["intent"]),
        verbs=tuple(map(ClaimVerb, told["verbs"])),
        unplaced=tuple(told["unplaced"]),
        asks_toll=told.get("asks_toll", False),  # a watch kept before these were read does not say
        timezone=told.get("timezone", "UTC"),
    )
    rarity = tuple((stem, weight) for stem, weight in told["rarity"])
    return Standing(query, told["least_toll"], told["source"], told["spoken"], rarity)


def _area_to_json(area: Area) -> dict[str, Any]:
    told: dict[str, Any] = {"area": type(area).__name__.lower(), **asdict(area)}
    if isinstance(area, Region | Shape):
        told["parts"] = [_area_to_json(part) for part in area.parts]
    elif isinstance(area, Borderland) and area.inside:
        told["inside"] = _area_to_json(area.inside)
    return told


def _area_from_json(told: dict[str, Any]) -> Any:
    fields = {name: _field(name, value) for name, value in told.items() if name != "area"}
    return _AREAS[told["area"]](**fields)


def _field(name: str, value: Any) -> Any:
    match name:
        case "parts":
            return tuple(map(_area_from_json, value))
        case "codes" | "borders":
            return tuple(value)
        case "inside":
            return _area_from_json(value) if value else None
    return value
