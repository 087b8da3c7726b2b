"""An answer as the documented JSON: what is not understood is null or empty, never invented."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from index.model import (
    Answer,
    Area,
    Borderland,
    Circle,
    Claim,
    Happened,
    Note,
    Query,
    QuotedPassage,
    Region,
    Shape,
    Story,
    ToldToll,
    Unit,
    Window,
)
from index.story_model import Toll, Turn

Json = dict[str, Any]


def answer_to_json(answer: Answer, identifier: str) -> Json:
    """The JSON answer: see "The JSON answer" in README.md for its fields."""
    return {
        "id": identifier,
        "question": answer.question,
        "language": answer.language,
        "query": _query(answer.query),
        "searched": {
            "dispatches": answer.searched.dispatches,
            "passages": answer.searched.passages,
            "newest": _time(answer.searched.newest),
        },
        "stories": [_story(story) for story in answer.stories],
        "notes": [_note(note) for note in answer.notes],
    }


def _query(query: Query) -> Json:
    return {
        "topic": query.topic,
        "kinds": [kind.value for kind in query.kinds],
        "actors": list(query.actors),
        "area": _area(query.area) if query.area else None,
        "window": _window(query.window) if query.window else None,
        "intent": query.intent.value,
        "least_toll": query.least_toll,
    }


def _area(area: Area) -> Json:
    match area:
        case Circle():
            place = {"kind": "circle", "radius_km": area.radius_km}
        case Unit():
            place = {"kind": "unit", "code": ".".join(area.codes)}
        case Region():
            place = {"kind": "region", "code": area.code}
        case Shape():
            place = {"kind": "shape"}
        case Borderland():
            place = {"kind": "borderland", "borders": list(area.borders), "radius_km": area.radius_km}
    return {"name": area.name, "lat": area.lat, "lon": area.lon} | place


def _window(window: Window) -> Json:
    return {"start": _time(window.start), "end": _time(window.end)}


def _story(story: Story) -> Json:
    return {
        "id": story.id,
        "kinds": [kind.value for kind in story.kinds],
        "happened": _happened(story.happened) if story.happened else None,
        "place": story.place,
        "lat": story.lat,
        "lon": story.lon,
        "uncertainty_km": story.uncertainty_km,
        "distance_km": story.distance_km,
        "bearing": story.bearing,
        "sources": list(story.sources),
        "passages": [_passage(passage) for passage in story.passages],
        "independent": story.independent,
        "turns": [_turn(turn) for turn in story.turns],
        "tolls": [_toll(told) for told in story.tolls],
    }


def _toll(told: ToldToll) -> Json:
    toll = told.toll
    return _count(toll) | {
        "speakers": list(told.speakers),
        "source": told.source,
        "dispatch": told.dispatch,
        "start": toll.start,
        "end": toll.end,
    }


def _turn(turn: Turn) -> Json:
    return {
        "material": turn.material.value,
        "source": turn.source,
        "published": _time(turn.published_at),
        "actor": turn.actor,
        "before": _count(turn.before) if turn.before else None,
        "after": _count(turn.after) if turn.after else None,
    }


def _count(toll: Toll) -> Json:
    return {"harm": toll.harm.value, "least": toll.least, "most": toll.most, "victims": toll.victims}


def _happened(happened: Happened) -> Json:
    return {"start": _time(happened.start), "end": _time(happened.end), "precision": happened.precision.value}


def _passage(passage: QuotedPassage) -> Json:
    return {
        "dispatch": passage.dispatch,
        "source": passage.source,
        "title": passage.title,
        "url": passage.url,
        "published": _time(passage.published_at),
        "language": passage.language,
        "version": passage.version,
        "sample": passage.sample,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "quote": {"start": passage.quote.start, "end": passage.quote.end},
        "claims": [_claim(claim) for claim in passage.claims],
        "doubt": passage.doubt.value if passage.doubt else None,
    }


def _claim(claim: Claim) -> Json:
    return {"actor": claim.actor, "verb": claim.verb.value, "start": claim.start, "end": claim.end}


def _note(note: Note) -> Json:
    return {"key": note.key} | dict(note.values)


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat().replace("+00:00", "Z") if moment else None
