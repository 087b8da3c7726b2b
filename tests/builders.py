"""Answers built by hand, for tests that need no engine.  Every place, source and sentence is invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.model import (
    Answer,
    Area,
    Circle,
    Claim,
    Doubt,
    Happened,
    Intent,
    Kind,
    Note,
    NoteKey,
    NoteValue,
    Precision,
    Query,
    QuotedPassage,
    Searched,
    Span,
    Story,
    ToldToll,
    Window,
)

NOW = datetime(2025, 8, 20, 15, 0, tzinfo=UTC)  # a Wednesday
BAMAKO = Circle("Bamako", 12.65, -8.0, 50.0)
TEXT = "Gunmen attacked a checkpoint at dusk. Two guards were hurt. The road stayed shut all night."


def a_day(year: int, month: int, day: int) -> Happened:
    """The whole of one day."""
    start = datetime(year, month, day, tzinfo=UTC)
    return Happened(start, start + timedelta(days=1), Precision.DAY)


SUNDAY = a_day(2025, 8, 17)
SEARCHED = Searched(3824, 9120, datetime(2025, 8, 20, 14, 5, tzinfo=UTC))


def a_passage(
    passage_id: int = 1,
    text: str = TEXT,
    *,
    source: str = "Radio Falaise",
    title: str | None = None,
    url: str | None = "https://falaise.example/17",
    published_at: datetime | None = datetime(2025, 8, 18, 9, 30, tzinfo=UTC),
    version: int = 1,
    sample: bool = False,
    start: int = 100,
    quote: tuple[int, int] | None = None,
    claims: tuple[Claim, ...] = (),
    doubt: Doubt | None = None,
) -> QuotedPassage:
    """A passage that starts at `start` of its body; `quote` counts in the passage's text."""
    first, last = quote or (0, len(text))
    return QuotedPassage(
        passage_id=passage_id,
        dispatch=f"d{passage_id}",
        source=source,
        title=title,
        url=url,
        published_at=published_at,
        language="en",
        version=version,
        sample=sample,
        text=text,
        start=start,
        end=start + len(text),
        quote=Span(start + first, start + last),
        claims=claims,
        doubt=doubt,
    )


def a_story(
    *passages: QuotedPassage,
    place: str | None = "Kassela",
    kinds: tuple[Kind, ...] = (Kind.ATTACK,),
    happened: Happened | None = SUNDAY,
    distance_km: float | None = 38.2,
    bearing: float | None = 92.0,
    uncertainty_km: float | None = 2.0,
    sources: tuple[str, ...] | None = None,
    tolls: tuple[ToldToll, ...] = (),
) -> Story:
    """A story 38 km east, three days ago, unless told otherwise."""
    told = passages or (a_passage(),)
    return Story(
        id=f"s{told[0].passage_id}",
        kinds=kinds,
        happened=happened,
        place=place,
        lat=12.6,
        lon=-7.6,
        uncertainty_km=uncertainty_km,
        distance_km=distance_km,
        bearing=bearing,
        sources=sources if sources is not None else tuple(dict.fromkeys(passage.source for passage in told)),
        passages=told,
        tolls=tolls,
    )


def a_note(key: NoteKey, **values: NoteValue) -> Note:
    """A note with its values."""
    return Note(key, tuple(values.items()))


def a_query(
    *,
    area: Area | None = BAMAKO,
    window: Window | None = None,
    kinds: tuple[Kind, ...] = (Kind.ATTACK,),
    language: str = "en",
    timezone: str = "UTC",
) -> Query:
    """A question for the latest, near Bamako unless told otherwise."""
    asked = "latest attacks near Bamako"
    return Query(asked, language, "", kinds, (), area, window, Intent.LATEST, timezone=timezone)


def an_answer(
    *stories: Story,
    notes: tuple[Note, ...] = (),
    query: Query | None = None,
    searched: Searched = SEARCHED,
) -> Answer:
    """An answer with these stories."""
    asked = query or a_query()
    return Answer(asked.text, asked.language, asked, searched, stories, notes)


def many_stories(count: int) -> tuple[Story, ...]:
    """Stories whose passages have the ids 1, 2, 3..."""
    return tuple(a_story(a_passage(number), place=f"Village {number}") for number in range(1, count + 1))
