"""From hits to what is told: stories with quoted passages.  Pure.

A quotation is always cut out of the stored text by offsets; nothing here writes a word of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.credits import independent
from index.doubt import doubt_of
from index.finder import PassageRow
from index.geometry import is_ring
from index.model import ClaimVerb, Doubt, Hit, Note, Passage, Query, QuotedPassage, Span, Story
from index.passages import choose_quote
from index.story_finder import KnownStories, KnownStory
from index.story_model import Material
from index.story_turns import Member, turns
from index.told_tolls import Said, about, told_tolls

PASSAGES_A_DISPATCH = 3
_SAID_BY = {Material.CLAIMANT: ClaimVerb.CLAIMS, Material.DENIAL: ClaimVerb.DENIES}  # what a turn of a story tells


@dataclass(frozen=True, slots=True)
class Happening:
    """The hits of one story, best first."""

    story: KnownStory
    hits: tuple[Hit, ...]


def happenings(hits: Iterable[Hit], known: KnownStories) -> list[Happening]:
    """Hits by story, in the order of their first hit."""
    stories: dict[str, list[Hit]] = {}
    told: dict[str, KnownStory] = {}
    for hit in hits:
        story = known.of(hit)
        told[story.id] = story
        stories.setdefault(story.id, []).append(hit)
    return [Happening(told[name], tuple(some)) for name, some in stories.items()]


def tell(
    happening: Happening, members: Sequence[Member], rows: Mapping[int, PassageRow], said: Mapping[int, Said]
) -> Story:
    """A story as an answer tells it; `members` are all that tell it, `rows` the passages of its hits by id, and `said`
    what dispatch rows say."""
    shown = _shown(happening.hits)
    lead = shown[0]
    site = lead.site
    passages = _heard_both_sides([_quoted(hit, rows[hit.passage_id], said) for hit in shown])
    dispatches = {row.dispatch_row: row.dispatch for row in (rows[hit.passage_id] for hit in happening.hits)}
    sources = (*(passage.source for passage in passages), *(member.account.source for member in members))
    return Story(
        id=happening.story.id,
        kinds=lead.kinds,
        happened=lead.happened,
        place=site.name if site else None,
        lat=site.lat if site else None,
        lon=site.lon if site else None,
        uncertainty_km=site.uncertainty_km if site else None,
        distance_km=lead.distance_km,
        bearing=lead.bearing,
        sources=tuple(dict.fromkeys(sources)),
        passages=passages,
        tolls=told_tolls(shown, dispatches, said),
        independent=independent(members),
        turns=turns(members),
        ring_km=site.stated_km if site and is_ring(site) else None,
    )


def silence_notes(query: Query, stories: Sequence[Story]) -> tuple[Note, ...]:
    """What was asked about a happening and is not in what is told of it: who says so, how many.  Whoever says it comes
    first, so the first story tells; the claim of another attack would be no answer."""
    first = stories[:1]
    said = {claim.verb for story in first for passage in story.passages for claim in passage.claims}
    said |= {_SAID_BY[turn.material] for story in first for turn in story.turns if turn.material in _SAID_BY}
    counted = any(story.tolls or any(turn.after for turn in story.turns) for story in first)
    unsaid, uncounted = bool(query.verbs) and said.isdisjoint(query.verbs), query.asks_toll and not counted
    return (*((Note("unsaid"),) if unsaid else ()), *((Note("uncounted"),) if uncounted else ()))


def _heard_both_sides(passages: Sequence[QuotedPassage]) -> tuple[QuotedPassage, ...]:
    """What one side tells is no longer one-sided where another source of the story tells it without that side."""
    firm = {passage.source for passage in passages if passage.doubt is None}
    return tuple(
        replace(passage, doubt=None) if passage.doubt is Doubt.ONE_SIDE and firm - {passage.source} else passage
        for passage in passages
    )


def _shown(hits: Iterable[Hit]) -> list[Hit]:
    """Each passage once, at most a few of a dispatch, the best of every dispatch before the second of any."""
    by_dispatch: dict[int, list[Hit]] = {}
    for hit in hits:
        by_dispatch.setdefault(hit.dispatch_row, []).append(hit)
    ranked = [_plainest_first(some) for some in by_dispatch.values()]
    firsts = [some[0] for some in ranked]
    return firsts + [hit for some in ranked for hit in some[1:PASSAGES_A_DISPATCH]]


def _plainest_first(hits: Sequence[Hit]) -> list[Hit]:
    """Of one dispatch on one happening: best match first, then the sentence that says the place itself, then the
    earlier, since news is told first.  Each passage once."""
    ranked = sorted(hits, key=lambda hit: (-hit.relevance, -hit.site.confidence if hit.site else 0.0, _start(hit)))
    once: dict[int, Hit] = {}
    for hit in ranked:
        once.setdefault(hit.passage_id, hit)
    return list(once.values())


def _start(hit: Hit) -> int:
    return hit.wanted[0].start if hit.wanted else 0


def _quoted(hit: Hit, row: PassageRow, said: Mapping[int, Said]) -> QuotedPassage:
    passage = Passage(0, row.span.start, row.span.end, row.text, row.text)
    counts = [toll for sentence in about([hit], said.get(row.dispatch_row, Said())) for toll in sentence.tolls]
    shown = quoted(row, choose_quote(passage, hit.wanted, [Span(toll.start, toll.end) for toll in counts]))
    claims = said[row.dispatch_row].claims if row.dispatch_row in said else row.claims
    return replace(shown, doubt=doubt_of(row.dispatch.text, claims, hit.kinds, shown.quote))


def quoted(row: PassageRow, quote: Span) -> QuotedPassage:
    """A stored passage as an answer shows it."""
    dispatch = row.dispatch
    return QuotedPassage(
        passage_id=row.passage_id,
        dispatch=dispatch.id,
        source=dispatch.source,
        title=dispatch.title,
        url=dispatch.url,
        published_at=dispatch.published_at,
        language=dispatch.language,
        version=row.version,
        sample=dispatch.sample,
        text=row.text,
        start=row.span.start,
        end=row.span.end,
        quote=quote,
        claims=row.claims,
    )
