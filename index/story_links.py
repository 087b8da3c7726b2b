"""What alerts ask of stories: which dispatches tell one, and which of a dispatch's hits belong to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from index.account_rows import AccountRows
from index.archive import from_seconds
from index.model import Hit
from index.schema import Connection
from index.story_finder import account_meant
from index.story_rows import StoryRows


class StoryLinks:
    """Questions to the database.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._stories = StoryRows(connection)
        self._accounts = AccountRows(connection)

    def once(self, story: int) -> tuple[int, ...]:
        """Every number under which what a story tells may have been told."""
        return self._stories.once(self._stories.story_of(story) or story)

    def members(self, story: int) -> list[int]:
        """The dispatch rows that tell a story as it stands, oldest first; none where nothing of it is left."""
        rows = self._db.execute(
            "SELECT DISTINCT a.dispatch FROM assignments s JOIN accounts a ON a.id = s.account"
            " WHERE s.story = ? AND s.until IS NULL ORDER BY a.dispatch",
            (self._stories.story_of(story),),
        )
        return [row[0] for row in rows]

    def stories_of(self, dispatch: int) -> frozenset[int]:
        """The stories that a version tells or told, each by the number that leads on today, its own where none does."""
        rows = self._db.execute(
            "SELECT DISTINCT s.story FROM assignments s JOIN accounts a ON a.id = s.account WHERE a.dispatch = ?",
            (dispatch,),
        ).fetchall()
        return frozenset(self._stories.story_of(row[0]) or row[0] for row in rows)

    def ever(self, story: int) -> list[int]:
        """The dispatch rows that told a story under any of its numbers, withdrawn and replaced versions too."""
        rows = self._db.execute(
            "SELECT DISTINCT a.dispatch FROM assignments s JOIN accounts a ON a.id = s.account"
            " WHERE s.story IN (SELECT value FROM json_each(?)) ORDER BY a.dispatch",
            (json.dumps(self.once(story)),),
        )
        return [row[0] for row in rows]

    def hits_of(self, story: int, dispatch: int, hits: Sequence[Hit]) -> list[Hit]:
        """Those hits of one dispatch that belong to a story: a round-up tells several."""
        return list(filter(self.belonging(story, dispatch), hits))

    def belonging(self, story: int, dispatch: int) -> Callable[[Hit], bool]:
        """Whether a hit of one dispatch belongs to a story, to be asked for the hits of many watches."""
        accounts = self._accounts.of_dispatches([dispatch])
        if len(accounts) < 2:
            return lambda _: True
        leads_to = self._stories.story_of(story)
        mine = {account for account, where in self._standing(dispatch).items() if where == leads_to}
        return lambda hit: account_meant(hit, accounts).row in mine

    def published_at(self, dispatch: int) -> datetime | None:
        """When a version was published."""
        row = self._db.execute("SELECT published_at FROM dispatches WHERE id = ?", (dispatch,)).fetchone()
        return from_seconds(row[0]) if row else None

    def source(self, dispatch: int) -> str:
        """Whose a version is; "" for one that was purged."""
        row = self._db.execute("SELECT source FROM dispatches WHERE id = ?", (dispatch,)).fetchone()
        return str(row[0]) if row else ""

    def _standing(self, dispatch: int) -> dict[int, int]:
        rows = self._db.execute(
            "SELECT s.account, s.story FROM assignments s JOIN accounts a ON a.id = s.account"
            " WHERE a.dispatch = ? AND s.until IS NULL",
            (dispatch,),
        )
        return {row[0]: row[1] for row in rows}
