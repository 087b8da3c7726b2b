"""From a question understood to hits: candidates by place, time and kind; dense and lexical search inside them.

A question that is only place, time and kind is answered from the tellings alone.  One that has a topic too is searched
by meaning and by words, never outside the dispatches that its place and time allow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from index import rank
from index.actors import ancestors
from index.encoder import topic_words
from index.finder import Finder, Found, PassageRow
from index.geometry import area_contains
from index.late_interaction import Reader, names_asked
from index.model import Area, Borderland, Circle, Hit, Intent, Query, Span
from index.name_sounds import is_written_as_name
from index.rank import Look
from index.serving import Serving
from index.text import sentences, stems
from index.told_tolls import Said, TollSentence, about, killed

SAYS_SO = 2  # more than any relevance: those who say what was asked come first
LONGEST_HEADLINE = 200  # characters that a passage is read under: a model reads no more than some hundred words
FEW_TELL = 10  # dispatches, at most, of a name that is asked for as a place is
COMMON = 100  # passages; what stands in more is no name that few tell
SHORTEST_TYPED = 5  # letters of a name that is typed in small ones
LEG_PASSAGES = 200  # of each search: more than any answer shows, few enough to load


class Retriever:
    """Search over one collection as at one moment.  Belongs to the thread of its finder."""

    def __init__(self, finder: Finder, serving: Serving) -> None:
        # The model and the vectors are asked for when a question needs them: many need only place, time and kind.
        self._finder = finder
        self._serving = serving
        self._reader = Reader()

    def hits(self, query: Query, now: datetime) -> list[Hit]:
        """All that answers, ordered by the query's intent; nothing where nothing was asked."""
        if not asks(query):
            return []
        if query.topic or query.verbs or query.unplaced:
            found = self._by_topic(query, now)
        else:
            found = self._by_facts(query, now) or self._naming(query, now)
        return rank.order(self._deadly(found, query.least_toll, now), query.intent)

    def recalled(self, query: Query, passages: Sequence[int], now: datetime) -> list[Hit]:
        """Those passages again, as hits of the query, without searching: what was withdrawn since is left out."""
        rows = self._finder.load(passages, now)
        return self._told([rows[p] for p in passages if p in rows], dict.fromkeys(passages, 0.0), query, now)

    def _deadly(self, hits: list[Hit], least: int | None, now: datetime) -> list[Hit]:
        """Those that killed at least so many, by what their dispatch says of that place and day."""
        if least is None:
            return hits
        rows = self._finder.telling_dead(least) & {hit.dispatch_row for hit in hits}
        said = said_in(self._finder, rows, now)
        return [
            hit for hit in hits if hit.dispatch_row in rows and killed(about([hit], said[hit.dispatch_row])) >= least
        ]

    # -- place, time and kind alone ----------------------------------------------------------------------------

    def _by_facts(self, query: Query, now: datetime) -> list[Hit]:
        tellings = self._finder.tellings(query.kinds, query.area, query.window, now)
        met = (meets(found, query) for found in tellings)
        return [hit for hit in met if hit is not None]

    def _naming(self, query: Query, now: datetime) -> list[Hit]:
        """What tells of those asked about, where they did nothing that anybody tells: "FLA"."""
        only_named = query.actors and not (query.kinds or query.window or query.area)
        return self._by_topic(replace(query, topic=query.text, actors=()), now) if only_named else []

    # -- with a topic ------------------------------------------------------------------------------------------

    def _by_topic(self, query: Query, now: datetime) -> list[Hit]:
        pool = self._pool(query, now)
        if pool is not None and not pool:
            return []
        allowed = self._finder.passages_alive(now, pool)
        first = self._first_look(query, allowed)
        # Only what may answer is worth a second look, and a measure for the rest.
        names = self._names(query, now)
        looks = self._read_again(query, self._may_answer(first, query, now), names, now)
        counting = self._finder.with_tolls(looks) if rank.toll_answers(query) else set()
        named = self._naming_passages(names, now)
        relevance = {
            p: rank.relevance(look.similarity, look.covered)
            for p, look in looks.items()
            if rank.on_topic(query, look.similarity, look.covered, tells_toll=p in counting)
            or (p in named and rank.on_name(look))
        }
        rows = self._finder.load(relevance, now)
        told = self._told(rows.values(), relevance, query, now)
        hits = [hit for hit in told if hit.passage_id in counting or is_of_kind(hit, looks[hit.passage_id], query)]
        spoken = said_so(hits, query)
        if not claimants(query) and (query.topic or query.area or query.kinds or query.unplaced):
            spoken = spoken or hits  # that nobody says so is no reason to be silent
        best = rank.near_best({hit.passage_id: relevance[hit.passage_id] for hit in spoken})
        tolls = self._counted([hit for hit in spoken if hit.passage_id in counting], rows, now)
        return tolls + [hit for hit in spoken if hit.passage_id in best and hit.passage_id not in counting]

    def _counted(self, hits: Sequence[Hit], rows: Mapping[int, PassageRow], now: datetime) -> list[Hit]:
        """Asked how many died: before all others, and quoted where their passage counts them."""
        said, counted = said_in(self._finder, {hit.dispatch_row for hit in hits}, now), []
        for hit in hits:
            tolls = [toll for sentence in about([hit], said[hit.dispatch_row]) for toll in sentence.tolls]
            spans = tuple(Span(toll.start, toll.end) for toll in tolls)
            inside = tuple(span for span in spans if _overlap(span, rows[hit.passage_id].span))
            counted.append(replace(hit, relevance=hit.relevance + 1, wanted=inside or hit.wanted))
        return counted

    def _naming_passages(self, names: Mapping[str, Collection[int]], now: datetime) -> set[int]:
        """The passages of dispatches that tell a name, where few do."""
        few = set().union(*(rows for rows in names.values() if len(rows) <= FEW_TELL))
        return set(self._finder.passages_alive(now, few)) if few else set()

    def _names(self, query: Query, now: datetime) -> dict[str, set[int]]:
        """The names in what is asked, with the dispatches that tell them: those written as such, and what is typed in
        small letters that few tell, as a name."""
        topic = query.topic or query.text
        written = names_asked(query.text, topic)
        typed = (w for w in topic_words(topic) if len(w) >= SHORTEST_TYPED and w.islower() and not self._is_common(w))
        telling = {word: self._finder.mentioning(word, now) for word in (*written, *typed)}
        return {word: rows for word, rows in telling.items() if word in written or self._tell_as_name(word, rows, now)}

    def _tell_as_name(self, word: str, dispatches: Collection[int], now: datetime) -> bool:
        """Whether few dispatches tell a word, and all as a name."""
        if not 0 < len(dispatches) <= FEW_TELL:
            return False
        rows = self._finder.load(self._finder.passages_alive(now, dispatches), now)
        return is_written_as_name(word, [row.text for row in rows.values()])

    def _is_common(self, word: str) -> bool:
        """Whether too many passages hold a word for few dispatches to tell it: counting is quicker than reading."""
        return max(self._finder.document_frequency(stems(word).split()).values(), default=0) > COMMON

    def _may_answer(self, first: Mapping[int, Look], query: Query, now: datetime) -> Mapping[int, Look]:
        """Less what surely tells of elsewhere, or is said by others than the question names; most questions name none
        of it, and to look costs as much as reading a passage."""
        if not (isinstance(query.area, Circle | Borderland) or claimants(query)):
            return first
        hits = self._told(self._finder.load(first, now).values(), dict.fromkeys(first, 0.0), query, now)
        answering = said_so(hits, query) if claimants(query) else hits
        return {hit.passage_id: first[hit.passage_id] for hit in answering}

    def _told(
        self, rows: Iterable[PassageRow], relevance: Mapping[int, float], query: Query, now: datetime
    ) -> list[Hit]:
        kept = list(rows)
        tellings = self._finder.tellings_of({row.dispatch_row for row in kept}, now)
        hits = (told_hit(row, relevance[row.passage_id], tellings, query) for row in kept)
        return [hit for hit in hits if hit is not None]

    def _pool(self, query: Query, now: datetime) -> set[int] | None:
        """The dispatches that place and time allow; None where the question names neither."""
        pools = []
        if query.unplaced:
            named = [self._finder.mentioning(name, now) for name in query.unplaced]
            pools.append(self._finder.naming(query.unplaced, now).union(*named))
        if query.area:
            pools.append(self._about(query.area, now))
        if query.window:
            told = self._finder.tellings((), None, query.window, now)
            pools.append({found.dispatch_row for found in told} | self._finder.published_in(query.window, now))
        if query.kinds and query.intent is Intent.LATEST:
            pools.append({hit.dispatch_row for hit in self._by_facts(query, now)})
        if query.kinds and query.verbs:
            # Those named are to say it, not to have done it; where it happened is in the pool above.
            asked = replace(query, actors=(), area=None)
            pools.append({hit.dispatch_row for hit in self._by_facts(asked, now)})
        return set.intersection(*pools) if pools else None

    def _about(self, area: Area, now: datetime) -> set[int]:
        """Dispatches that name a place in the area, where it happened or not, or that hold the area's own name."""
        inside = {row for row, site in self._finder.named_sites(area, now) if area_contains(area, site)}
        return inside | self._finder.mentioning(area.name, now) if isinstance(area, Circle) else inside

    def looks(self, query: Query, allowed: Sequence[int], now: datetime) -> dict[int, Look]:
        """The passages among those allowed that may be on the topic, and how near they are; no gate yet."""
        return self._read_again(query, self._first_look(query, allowed), self._names(query, now), now)

    def _first_look(self, query: Query, allowed: Sequence[int]) -> dict[int, Look]:
        terms = stems(query.topic).split()
        asked = self._serving.encoder().encode_question(query.text)
        vectors, scale = self._serving.vectors(), self._serving.scales().of(query.language)
        by_words = self._finder.lexical(terms, allowed, LEG_PASSAGES)
        cosines = dict(vectors.search(asked, allowed, LEG_PASSAGES)) | dict(
            vectors.search(asked, by_words, LEG_PASSAGES)
        )
        similarity = dict.fromkeys(by_words, 0.0) | {p: scale.similarity(cosine) for p, cosine in cosines.items()}
        covered = self._covered(terms, similarity, len(allowed))
        return {p: Look(some, covered[p]) for p, some in similarity.items()}

    def _read_again(
        self, query: Query, first: Mapping[int, Look], names: Collection[str], now: datetime
    ) -> dict[int, Look]:
        """The looks after the nearest passages were read word by word, where the model can."""
        scale = self._serving.scales().of_tokens(query.language)
        if scale is None:
            return dict(first)
        rows = self._finder.load(rank.nearest_at_first(first), now)
        texts = [(row.dispatch_row, _under_headline(row)) for row in rows.values()]
        # "Who claimed the attack on X": what is understood besides X is alike in all attacks.
        topic = query.topic or query.text
        read = self._reader.closenesses(
            self._serving.encoder(), query.text, topic, texts, lambda word: self._finder.mentioning(word, now), names
        )
        close = {p: scale.similarity(some) for p, some in zip(rows, read, strict=True) if some is not None}
        return rank.read_again(first, close)

    def _covered(self, terms: Sequence[str], passages: Iterable[int], among: int) -> dict[int, float]:
        rarity = rank.rarity(self._finder.document_frequency(terms), among)
        return {p: rank.coverage(terms, held, rarity) for p, held in self._finder.stems_of(passages).items()}


def said_in(finder: Finder, dispatches: Collection[int], now: datetime) -> dict[int, Said]:
    """What those dispatch rows say: who claims what, and the sentences of their news that tell tolls."""
    tolls, claims = finder.tolls_of(dispatches), finder.claims_of(dispatches)
    told: dict[int, list[TollSentence]] = {row: [] for row in dispatches}
    for found in finder.tellings_of(tolls, now):
        inside = tuple(one for one in tolls[found.dispatch_row] if found.span.start <= one.start < found.span.end)
        if inside:
            told[found.dispatch_row].append(TollSentence(found.sites, found.happened, inside))
    return {row: Said(claims.get(row, ()), tuple(told[row])) for row in dispatches}


def asks(query: Query) -> bool:
    """Whether there is anything to look for."""
    asked = (query.topic, query.verbs, query.kinds, query.actors, query.area, query.window, query.unplaced)
    return any(asked) or query.least_toll is not None or query.intent is Intent.LATEST


def meets(found: Found, query: Query) -> Hit | None:
    """The hit of a telling of the kinds asked for, where it meets the window, the actors and the area."""
    if query.window and not (found.happened and rank.window_holds(query.window, found.happened)):
        return None
    took_part = {actor for named in found.actors for actor in ancestors(named)}
    if query.actors and not took_part & set(query.actors):
        return None
    return rank.placed(hit_of(found), found.sites, query.area)


def said_so(hits: list[Hit], query: Query) -> list[Hit]:
    """Asked who says so: of one happening, all that is told of it; of no happening in particular, or where named
    speakers say it ("claimed by X"), only where it is said.  All, where that is not asked."""
    about_one = query.area or query.unplaced or query.topic
    if not query.verbs or (about_one and not claimants(query)):
        return hits
    return [hit for hit in hits if hit.relevance >= SAYS_SO]


def claimants(query: Query) -> set[str]:
    """Those whom the question wants to hear: the actors of one that has no other topic."""
    return set() if query.topic else set(query.actors)


def is_of_kind(hit: Hit, look: Look, query: Query) -> bool:
    """Whether a hit on the topic may be of the kind asked for."""
    return rank.on_kind(query, hit.kinds, look.similarity)


def told_hit(row: PassageRow, relevance: float, tellings: Sequence[Found], query: Query) -> Hit | None:
    """A passage that is on the topic, as a hit at the place that the question names; None where it tells of another."""
    beside = [found for found in tellings if found.dispatch_row == row.dispatch_row]
    inside = [found for found in beside if found.passage_id == row.passage_id]
    told = _likeliest(inside, query) or _likeliest(beside, query)
    claims = _claims_asked_for(row, inside, query)
    hit = Hit(
        passage_id=row.passage_id,
        dispatch_row=row.dispatch_row,
        published_at=row.dispatch.published_at,
        wanted=tuple(span for _, span in claims[:1]) or _wanted(row, inside, query),
        relevance=relevance + (claims[0][0] if claims else 0),
    )
    if told is None:
        return hit
    return rank.placed_or_open(replace(hit, kinds=told.kinds, happened=told.happened), told.sites, query.area)


def _claims_asked_for(row: PassageRow, inside: Sequence[Found], query: Query) -> list[tuple[int, Span]]:
    """Claims of the verbs asked for, best first, weighed SAYS_SO or, about the kind of thing asked for, one more."""
    told = [found.span for found in inside if set(found.kinds) & set(query.kinds)]
    wanted = claimants(query)
    spans = [
        Span(claim.start, claim.end)
        for claim in row.claims
        if claim.verb in query.verbs and (not wanted or wanted & set(ancestors(claim.actor)))
    ]
    weighed = [(SAYS_SO + any(_overlap(span, other) for other in told), span) for span in spans]
    return sorted(weighed, key=lambda some: -some[0])


def _under_headline(row: PassageRow) -> str:
    title = (row.dispatch.title or "")[:LONGEST_HEADLINE]
    return f"{title}\n{row.text}" if title and row.text != title else row.text


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _wanted(row: PassageRow, inside: Sequence[Found], query: Query) -> tuple[Span, ...]:
    if query.topic or not inside:
        return (_best_sentence(row, query),)
    told = _likeliest(inside, query)
    return (told.span,) if told else ()


def hit_of(found: Found) -> Hit:
    """A telling as a hit, at no place yet."""
    return Hit(
        passage_id=found.passage_id,
        dispatch_row=found.dispatch_row,
        published_at=found.published_at,
        wanted=(found.span,),
        kinds=found.kinds,
        happened=found.happened,
    )


def _likeliest(tellings: Sequence[Found], query: Query) -> Found | None:
    """The telling that shares most with the question: its kinds first, then any kind, then a place."""
    return max(
        tellings, key=lambda t: (bool(set(t.kinds) & set(query.kinds)), bool(t.kinds), bool(t.sites)), default=None
    )


def _best_sentence(row: PassageRow, query: Query) -> Span:
    text = row.text
    best = rank.best_sentence(text, sentences(text) or (Span(0, len(text)),), frozenset(stems(query.text).split()))
    return Span(row.span.start + best.start, row.span.start + best.end)
