"""What an answer owns up to, in words: its notes, what was asked when nothing was found, how much was searched.

Any value of a note may be missing: the sentence then says less, never something untrue.
"""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.markup import inert
from bot.wording import (
    Reader,
    age,
    ago,
    asked_kinds,
    day,
    distance,
    distance_of,
    moment,
    named,
    with_country,
    with_elision,
)
from index import Answer, Area, Borderland, Circle, Note, NoteKey, NoteValue, Query, Searched, Window

# What changes how the stories must be read stands before them, in this order; the rest after them.
BEFORE: tuple[NoteKey, ...] = (
    "nothing_found",
    "nearest",
    "nearest_in_time",
    "unsaid",
    "uncounted",
    "stale",
    "unknown_place",
    "location_missing",
    "which_border",
    "ambiguous_place",
    "spelled",
    "widened",
)
AFTER: tuple[NoteKey, ...] = ("undated", "gazetteer_small")
_NAME_LIMIT = 60
_OTHERS_SHOWN = 3

_Values = dict[str, NoteValue]


def sentence(reader: Reader, note: Note, query: Query) -> str:
    """The note as one sentence, "" where it has nothing left to say."""
    values: _Values = dict(note.values)
    match note.key:
        case "nothing_found" | "unsaid":
            return _asked_in_vain(reader, note.key, query)
        case "nearest" | "nearest_in_time":
            return _nearest(reader, note.key, values, query.area)
        case "stale":
            return _stale(reader, values)
        case "undated":
            return _filled(reader, note.key, {"count": values.get("count")})
        case "ambiguous_place":
            return _ambiguous(reader, values)
        case "unknown_place":
            return _filled(reader, note.key, _names(values, "name"))
        case "spelled":
            return _filled(reader, note.key, _names(values, "asked", "read"))
        case "widened":
            return _filled(reader, note.key, {"km": _number(values.get("radius_km"))})
        case "uncounted" | "location_missing" | "which_border" | "gazetteer_small":
            return reader.catalogue.text(f"note-{note.key}")


def needs_position(answer: Answer) -> bool:
    """Whether it was asked near the person, and nobody said where that is."""
    return any(note.key == "location_missing" for note in answer.notes)


def searched_line(reader: Reader, searched: Searched) -> str:
    """How much was searched and how new it is."""
    text = reader.catalogue.text
    if searched.dispatches == 0:
        return text("searched-nothing")
    if searched.newest is None:
        return text("searched-undated", count=searched.dispatches)
    days = (reader.today - searched.newest.astimezone(reader.timezone).date()).days
    newest = text("newest-ago", day=moment(reader, searched.newest), ago=ago(reader, days))
    return text("searched", count=searched.dispatches, newest=newest)


def asked_line(reader: Reader, query: Query) -> str:
    """What was asked, as understood: who says it, kinds, from how many dead, who did it, words, area, window."""
    parts = (
        _asked_verbs(reader, query),
        asked_kinds(reader, query.kinds),
        reader.catalogue.text("asked-toll", least=query.least_toll) if query.least_toll else "",
        *(named(reader, actor) for actor in query.actors),
        _name(query.topic),
        _asked_area(reader, query.area) or ", ".join(map(_name, query.unplaced)),
        _asked_window(reader, query.window, ZoneInfo(query.timezone)),
    )
    return " · ".join(part for part in parts if part)


def _asked_verbs(reader: Reader, query: Query) -> str:
    return " · ".join(reader.catalogue.text(f"asks-{verb.value}") for verb in query.verbs)


def _asked_in_vain(reader: Reader, key: NoteKey, query: Query) -> str:
    asked = asked_line(reader, query) if key == "nothing_found" else _asked_verbs(reader, query)
    return _filled(reader, key, {"asked": asked}, bare="", full="-for")


def _nearest(reader: Reader, key: str, values: _Values, area: Area | None) -> str:
    told, days = _date(values.get("date")), values.get("days_ago")
    when = day(reader, told) if told else ""
    if isinstance(days, int):
        when = f"{when} ({ago(reader, days)})" if when else ago(reader, days)
    what = ", ".join(part for part in (_name(values.get("place")), _how_far(reader, values, area), when) if part)
    return reader.catalogue.text(f"note-{key}", what=what) if what else ""


def _how_far(reader: Reader, values: _Values, area: Area | None) -> str:
    distance_km, bearing = _number(values.get("distance_km")), _number(values.get("bearing"))
    if distance_km is None:
        return ""
    shown = distance(reader, distance_km, bearing, _number(values.get("uncertainty_km")))
    return distance_of(reader, shown, bearing, _name(area.name)) if area else shown


def _ambiguous(reader: Reader, values: _Values) -> str:
    others = values.get("others")
    listed = (
        [with_country(reader, _name(other)) for other in others[:_OTHERS_SHOWN]] if isinstance(others, tuple) else []
    )
    chosen = with_country(reader, _name(values.get("chosen")))
    told: _Values = {"name": _name(values.get("name")), "chosen": chosen, "others": ", ".join(listed)}
    return _filled(reader, "ambiguous_place", told)


def _stale(reader: Reader, values: _Values) -> str:
    days = values.get("days")
    return _filled(reader, "stale", {"age": age(reader, days) if isinstance(days, int) else None})


def _filled(reader: Reader, key: str, values: _Values, *, bare: str = "-bare", full: str = "") -> str:
    """The full sentence where every value is there, else the bare one."""
    filling = {name: value for name, value in values.items() if isinstance(value, str | int | float) and value != ""}
    if len(filling) < len(values):
        return reader.catalogue.text(f"note-{key}{bare}")
    return reader.catalogue.text(f"note-{key}{full}", **filling)


def _asked_area(reader: Reader, area: Area | None) -> str:
    if area is None:
        return ""
    name = _name(area.name) or reader.catalogue.text("you-there")
    if not isinstance(area, Circle | Borderland):
        return name
    return reader.catalogue.text(with_elision("asked-within", name), km=_whole(area.radius_km), place=name)


def _asked_window(reader: Reader, window: Window | None, zone: ZoneInfo) -> str:
    if window is None:
        return ""
    first = window.start.astimezone(zone).date() if window.start else None
    last = (window.end - timedelta(seconds=1)).astimezone(zone).date() if window.end else None
    text = reader.catalogue.text
    if first and last:
        if first == last:
            return text("asked-day", day=day(reader, first))
        if last >= reader.today:
            return text("asked-since", day=day(reader, first))
        return text("asked-between", start=day(reader, first), end=day(reader, last))
    if first:
        return text("asked-since", day=day(reader, first))
    return text("asked-until", day=day(reader, last)) if last else ""


def _names(values: _Values, *keys: str) -> _Values:
    return {key: _name(values.get(key)) for key in keys}


def _name(value: NoteValue) -> str:
    text = " ".join(inert(value).split()) if isinstance(value, str) else ""
    return text if len(text) <= _NAME_LIMIT else text[: _NAME_LIMIT - 1] + "…"


def _number(value: NoteValue) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _date(value: NoteValue) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else round(number, 1)
