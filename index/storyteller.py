"""From hits to stories: what an answer, a letter and the trying out of a watch all tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from index import rank
from index.answers import Happening, happenings, tell
from index.finder import Finder
from index.model import Hit, Story
from index.retrieval import hit_of, said_in
from index.schema import Connection
from index.story_finder import StoryFinder

CONSIDERED_HITS = 400  # loaded and put into stories: bounds the work of a question that meets half the collection
MOST_TELLERS = 12  # dispatches of one story that are quoted beyond those found


class Storyteller:
    """Tells the stories of one collection.  Belongs to the thread of its connection."""

    def __init__(self, connection: Connection) -> None:
        self._finder = Finder(connection)
        self._stories = StoryFinder(connection)

    def told(self, hits: Sequence[Hit], now: datetime, limit: int) -> tuple[Story, ...]:
        """At most `limit` stories as at `now`, in the order of their best hits, each with all who tell it."""
        considered = hits[:CONSIDERED_HITS]
        serving = self._finder.load({hit.passage_id for hit in considered}, now)
        known = self._stories.known({row.dispatch_row for row in serving.values()}, now)
        found = happenings((hit for hit in considered if hit.passage_id in serving), known)[:limit]
        whole = self._with_all_who_tell(found, now)
        rows = self._finder.load({hit.passage_id for some in whole for hit in some.hits}, now)
        said = said_in(self._finder, {hit.dispatch_row for some in whole for hit in some.hits}, now)
        return tuple(tell(some, self._stories.members(some.story, now), rows, said) for some in whole)

    def _with_all_who_tell(self, found: Sequence[Happening], now: datetime) -> list[Happening]:
        """The stories with what those say of them whom the question did not find: each by its first words on it."""
        tellers = self._stories.tellers([some.story for some in found])
        missing = {row for some in found for row in tellers.get(some.story.id, ())} - _dispatches(found)
        if not missing:
            return list(found)
        known = self._stories.known(missing, now)
        first: dict[str, dict[int, Hit]] = {}
        for telling in self._finder.tellings_of(missing, now):
            hit = rank.placed(hit_of(telling), telling.sites, None)
            if telling.kinds and hit:
                first.setdefault(known.of(hit).id, {}).setdefault(hit.dispatch_row, hit)
        return [replace(some, hits=(*some.hits, *_few(first.get(some.story.id, {})))) for some in found]


def _dispatches(found: Sequence[Happening]) -> set[int]:
    return {hit.dispatch_row for some in found for hit in some.hits}


def _few(first: dict[int, Hit]) -> list[Hit]:
    """The first words of some dispatches, in order of publication."""
    ordered = sorted(first.values(), key=lambda hit: (hit.published_at or rank.EARLIEST, hit.dispatch_row))
    return ordered[:MOST_TELLERS]
