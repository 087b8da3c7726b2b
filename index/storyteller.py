"""From hits to stories: what an answer, a letter and the trying out of a watch all tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.answers import happenings, tell
from index.finder import Finder
from index.model import Hit, Story
from index.retrieval import said_in
from index.schema import Connection
from index.story_finder import StoryFinder

CONSIDERED_HITS = 400  # loaded and put into stories: bounds the work of a question that meets half the collection


class Storyteller:
    """Tells the stories of one collection.  Belongs to the thread of its connection."""

    def __init__(self, connection: Connection) -> None:
        self._finder = Finder(connection)
        self._stories = StoryFinder(connection)

    def told(self, hits: Sequence[Hit], now: datetime, limit: int) -> tuple[Story, ...]:
        """At most `limit` stories as at `now`, in the order of their best hits."""
        considered = hits[:CONSIDERED_HITS]
        rows = self._finder.load({hit.passage_id for hit in considered}, now)
        known = self._stories.known({row.dispatch_row for row in rows.values()}, now)
        found = happenings((hit for hit in considered if hit.passage_id in rows), known)[:limit]
        said = said_in(self._finder, {hit.dispatch_row for some in found for hit in some.hits}, now)
        return tuple(tell(some, self._stories.members(some.story, now), rows, said) for some in found)
