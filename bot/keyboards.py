"""The rows of buttons under an answer: more of it, nearer or wider, another place, how good it is.  Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TypeAlias

from bot import buttons
from bot.buttons import Button
from bot.feedback import FAULTS, Verdict
from bot.markup import one_line
from bot.wording import Reader, with_country
from index import Answer, Area, Borderland, Circle, Namesake, Window

Rows: TypeAlias = tuple[tuple[Button, ...], ...]
RECENT_HOURS = 24
WIDER_KM = (50, 100, 200, 400)
AROUND_ME_KM = (10, 25, 50, 100)
_WHOLE_IN_A_ROW = 3
_NAMESAKES_SHOWN = 4
_LABEL_LIMIT = 60


def under_answer(answer: Answer, key: str, shown: int, between: Rows, reader: Reader) -> Rows:
    """Under the first `shown` stories of an answer kept under `key`; `between` stands before the thumbs."""
    total = len(answer.stories)
    whole = _whole(key, range(shown), reader)
    onward = (*_more(key, shown, total, reader), *_recent(answer, key, reader), *_wider(answer, key, reader))
    thumbs = _thumbs(key, shown, reader) if shown else ()
    rows = (
        *whole,
        onward,
        _around_me(answer.query.area, key, reader),
        *_namesakes(answer, key, reader),
        (Button(reader.catalogue.text("button-tell"), buttons.tell(key)),),
        *between,
        thumbs,
    )
    return tuple(row for row in rows if row)


def under_more(key: str, shown: Sequence[int], total: int, reader: Reader) -> Rows:
    """Under further stories; `shown` are their places in the answer of `total`, 0-based."""
    following = shown[-1] + 1 if shown else total
    more = tuple(_more(key, following, total, reader))
    return (*_whole(key, shown, reader), *((more,) if more else ()))


def under_passage(key: str, story: int, reader: Reader) -> Rows:
    """Under a whole passage: who else tells its story, and where that is."""
    return (tuple(_on(reader, verb, key, story) for verb in ("sources", "where")),)


def start_over(key: str, reader: Reader) -> Rows:
    """Under what was understood from the question before."""
    return ((_on(reader, "fresh", key),),)


def save_place(reader: Reader) -> Rows:
    """Under an answer around the point that somebody shared."""
    return ((Button(reader.catalogue.text("button-save-place"), buttons.save_place()),),)


def faults(key: str, shown: int, reader: Reader) -> Rows:
    """What may be wrong with an answer."""
    return (tuple(_on(reader, fault.value, key, shown) for fault in FAULTS),)


def _on(reader: Reader, verb: str, key: str, number: int = 0) -> Button:
    return Button(reader.catalogue.text(f"button-{verb}"), buttons.on_answer(verb, key, number))


def _whole(key: str, shown: Sequence[int], reader: Reader) -> Rows:
    row = [Button(reader.catalogue.text("button-whole", number=at + 1), buttons.whole(key, at)) for at in shown]
    return tuple(tuple(row[at : at + _WHOLE_IN_A_ROW]) for at in range(0, len(row), _WHOLE_IN_A_ROW))


def _more(key: str, following: int, total: int, reader: Reader) -> Iterator[Button]:
    if following < total:
        yield Button(reader.catalogue.text("button-more", left=total - following), buttons.more(key, following))


def _recent(answer: Answer, key: str, reader: Reader) -> Iterator[Button]:
    if answer.stories and not _is_recent(answer.query.window, reader):
        label = reader.catalogue.text("button-recent", hours=RECENT_HOURS)
        yield Button(label, buttons.on_answer("recent", key, RECENT_HOURS))


def _is_recent(window: Window | None, reader: Reader) -> bool:
    """Whether little or nothing asked for lies before the last 24 hours."""
    start = window.start if window else None
    return start is not None and reader.now - start <= timedelta(hours=RECENT_HOURS + 1)


def _wider(answer: Answer, key: str, reader: Reader) -> Iterator[Button]:
    area = answer.query.area
    if isinstance(area, Circle | Borderland) and area.name:
        for km in [step for step in WIDER_KM if step > area.radius_km][:1]:
            yield Button(reader.catalogue.text("button-wider", km=km), buttons.on_answer("wider", key, km))


def _around_me(area: Area | None, key: str, reader: Reader) -> tuple[Button, ...]:
    if not isinstance(area, Circle) or area.name:
        return ()
    others = (km for km in AROUND_ME_KM if km != area.radius_km)
    return tuple(
        Button(reader.catalogue.text("button-radius", km=km), buttons.on_answer("radius", key, km)) for km in others
    )


def _namesakes(answer: Answer, key: str, reader: Reader) -> Rows:
    others = answer.query.namesakes[:_NAMESAKES_SHOWN]
    often = Counter(other.label for other in others)
    return tuple(
        (Button(_label(other, reader, often), buttons.on_answer("namesake", key, other.geoname_id)),)
        for other in others
    )


def _label(other: Namesake, reader: Reader, often: Counter[str]) -> str:
    """Country and region; where these do not tell two apart, the point too."""
    label = with_country(reader, other.label)
    if often[other.label] > 1:
        label += f" · {other.lat:.2f}, {other.lon:.2f}"
    return one_line(label, _LABEL_LIMIT).text


def _thumbs(key: str, shown: int, reader: Reader) -> tuple[Button, ...]:
    return tuple(_on(reader, verdict.value, key, shown) for verdict in (Verdict.GOOD, Verdict.BAD))
