"""What a watch would have told in the last days, by the rules that hold when a dispatch comes in.

What came is judged by the text that came: a version since corrected as it read then.  What is shown of it is what
stands today, since nothing that was taken back may be read again; what was withdrawn altogether is only counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from index import rank
from index.facts import FactReader
from index.finder import Finder
from index.model import Hit, Window
from index.schema import Connection
from index.story_links import StoryLinks
from index.storyteller import Storyteller
from index.watch_model import Standing, Tried
from index.watching import Facts, Question, anything, hits, is_fresh

TRIED = timedelta(days=7)
_MOST_DISPATCHES = 5_000
_MOST_REPLACED = 500  # each is read by itself, as at its own hour
_NOW = timedelta(seconds=1)  # what is published at this very second has come


class Trial:
    """Tries watches out on one collection.  Belongs to the thread of its connection."""

    def __init__(self, connection: Connection) -> None:
        self._finder = Finder(connection)
        self._facts = FactReader(connection)
        self._links = StoryLinks(connection)
        self._storyteller = Storyteller(connection)

    def of(self, standing: Standing, question: Question | None, now: datetime, limit: int) -> Tried:
        """At most `limit` stories as they stand at `now`, the newest first; `question` is None without a topic."""
        window = Window(now - TRIED, now + _NOW)
        rows = sorted(self._finder.published_in(window, now))[-_MOST_DISPATCHES:]
        met = [hit for facts in self._facts.of(rows, now) for hit in _met(standing, question, facts, now)]
        told = {story for row in {hit.dispatch_row for hit in met} for story in self._links.stories_of(row)}
        came = {story for one in self._replaced(standing, question, window, now) for story in one} - told
        standing_now = {story for story in came if self._links.members(story)}
        shown = [*rank.order(met, standing.query.intent), *self._as_they_stand(standing_now, standing, now)]
        stories = self._storyteller.told(shown, now, limit + 1)
        return Tried(stories[:limit], len(stories) > limit, len(came - standing_now))

    def _replaced(
        self, standing: Standing, question: Question | None, window: Window, now: datetime
    ) -> Iterator[frozenset[int]]:
        """For each version that met the watch and serves no more, the stories it told, as they are numbered today."""
        for row, moment in self._finder.replaced_in(window, now, _MOST_REPLACED):
            for facts in self._facts.of([row], moment):
                if _met(standing, question, facts, moment):
                    yield self._links.stories_of(row)

    def _as_they_stand(self, stories: Iterable[int], standing: Standing, now: datetime) -> Iterator[Hit]:
        for story in sorted(stories, reverse=True):
            for facts in self._facts.of(self._links.members(story), now):
                yield from self._links.hits_of(story, facts.row, list(anything(facts, standing)))


def _met(standing: Standing, question: Question | None, facts: Facts, now: datetime) -> list[Hit]:
    found, published_at = hits(standing, facts, question), facts.dispatch.published_at
    return found if is_fresh(published_at, found, published_at or now) else []
