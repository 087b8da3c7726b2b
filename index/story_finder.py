"""Reading for an answer: which story each dispatch tells as at one moment, and who else tells it.

From the newest version on, stories are as they are stored.  Before it, what was not yet known is left out and the ties
of the rest are looked at again: a question can be asked as at any moment, and what is under embargo joins nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from index.account_rows import AccountRow, AccountRows
from index.accounts import Account, tells
from index.archive import dispatch_from, to_seconds
from index.echo_rows import EchoRows
from index.model import Hit, Status
from index.schema import Connection
from index.stories import in_order, key_of, stories_among
from index.story_turns import Member


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story as at one moment: its name in answers, and the rows of the accounts that tell it."""

    id: str
    accounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KnownStories:
    """The stories that some dispatches tell: account -> story, and the accounts of each dispatch."""

    by_account: Mapping[int, KnownStory]
    by_dispatch: Mapping[int, Sequence[AccountRow]]

    def of(self, hit: Hit) -> KnownStory:
        """The story a hit belongs to: of a dispatch with several, that of its place and day."""
        accounts = [one for one in self.by_dispatch.get(hit.dispatch_row, ()) if one.row in self.by_account]
        if not accounts:
            return KnownStory(f"d{hit.dispatch_row}", ())
        return self.by_account[account_meant(hit, accounts).row]


def account_meant(hit: Hit, accounts: Sequence[AccountRow]) -> AccountRow:
    """Of the accounts of a dispatch the one that tells what a hit tells: that of its place and day, else what the
    dispatch begins with."""
    return next((one for one in accounts if tells(one.account, hit.site, hit.happened)), accounts[0])


class StoryFinder:
    """Questions to the database.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._accounts = AccountRows(connection)
        self._echoes = EchoRows(connection)

    def known(self, dispatches: Iterable[int], now: datetime) -> KnownStories:
        """The stories that those versions tell, as at `now`; the versions serve then."""
        accounts = self._accounts.of_dispatches(dispatches)
        by_dispatch: dict[int, list[AccountRow]] = {}
        for one in accounts:
            by_dispatch.setdefault(one.dispatch, []).append(one)
        rows = [one.row for one in accounts]
        stories = self.stored(rows) if self._all_is_known(now) else self.worked_out(rows, now)
        return KnownStories({row: story for story in stories for row in story.accounts}, by_dispatch)

    def _all_is_known(self, now: datetime) -> bool:
        newest = self._db.execute("SELECT coalesce(max(valid_from), 0) FROM dispatches").fetchone()[0]
        return bool(newest <= to_seconds(now))

    def stored(self, accounts: Iterable[int]) -> list[KnownStory]:
        """The stories in which those accounts stand, as stored."""
        rows = self._db.execute(
            "SELECT story, json_group_array(account) FROM assignments WHERE until IS NULL AND story IN"
            " (SELECT story FROM assignments WHERE until IS NULL AND account IN (SELECT value FROM json_each(?)))"
            " GROUP BY story",
            (_ids(accounts),),
        )
        return [KnownStory(_name(row[0]), tuple(sorted(json.loads(row[1])))) for row in rows]

    def worked_out(self, accounts: Iterable[int], now: datetime) -> list[KnownStory]:
        """The stories in which those accounts stand by the ties of what serves as at `now`."""
        now_s = to_seconds(now)
        reached = self._accounts.load(self._accounts.tied_together(accounts))
        serving = {key_of(one.account): one for one in reached if one.serves_at(now_s)}
        keys = {one.row: key for key, one in serving.items()}
        ties = self._accounts.ties_among(keys)
        by_key = {in_order(keys[one], keys[other]): tie for (one, other), tie in ties.items()}
        found = stories_among((one.account for one in serving.values()), by_key)
        groups = sorted(tuple(sorted(serving[key_of(one)].row for one in story)) for story in found)
        return _named(groups, self._stood({one.row for one in reached}))

    def _stood(self, accounts: Iterable[int]) -> dict[int, list[int]]:
        """Account -> the stories it ever stood in, the last one first."""
        rows = self._db.execute(
            "SELECT account, story FROM assignments WHERE account IN (SELECT value FROM json_each(?))"
            " ORDER BY rowid DESC",
            (_ids(accounts),),
        )
        stood: dict[int, list[int]] = {}
        for row in rows:
            stood.setdefault(row[0], []).append(row[1])
        return stood

    def tellers(self, stories: Iterable[KnownStory]) -> dict[str, set[int]]:
        """The dispatch rows that tell each story, by its name."""
        story_of = {account: story.id for story in stories for account in story.accounts}
        rows = self._db.execute(
            "SELECT id, dispatch FROM accounts WHERE id IN (SELECT value FROM json_each(?))", (_ids(story_of),)
        )
        tellers: dict[str, set[int]] = {name: set() for name in story_of.values()}
        for account, dispatch in rows:
            tellers[story_of[account]].add(dispatch)
        return tellers

    def members(self, story: KnownStory, now: datetime) -> tuple[Member, ...]:
        """Who tells a story, with the earlier versions of each."""
        told = self._accounts.load(story.accounts)
        echoes = self._echoes.echoes({one.dispatch for one in told})
        return tuple(
            Member(
                one.account,
                self._text(one.dispatch),
                self._earlier(one, now),
                one.dispatch,
                echoes.get(one.dispatch, frozenset()),
            )
            for one in told
        )

    def _text(self, dispatch: int) -> str:
        row = self._db.execute("SELECT * FROM dispatches WHERE id = ?", (dispatch,)).fetchone()
        return dispatch_from(row).text

    def _earlier(self, one: AccountRow, now: datetime) -> tuple[Account, ...]:
        """The same account as earlier versions of its dispatch, or the dispatch that it replaces, gave it."""
        rows = self._db.execute(
            "SELECT e.id FROM dispatches d JOIN dispatches e ON e.source = d.source"
            " AND e.external_id IN (d.external_id, d.replaces) AND e.id != d.id"
            " WHERE d.id = ? AND e.status = ? AND e.valid_from < d.valid_from AND e.valid_from <= ?",
            (one.dispatch, Status.USABLE.value, to_seconds(now)),
        )
        found = self._accounts.of_dispatches([row[0] for row in rows])
        same = (other for other in found if other.account.ordinal == one.account.ordinal)
        return tuple(other.account for other in sorted(same, key=lambda other: other.valid_from))


def _named(groups: Sequence[tuple[int, ...]], stood: Mapping[int, Sequence[int]]) -> list[KnownStory]:
    """A name for each group: the oldest story in which its accounts last stood, else one in which they ever did; what
    only later news joined has no number of its own, and is told by its first account."""
    given: set[str] = set()
    named: list[KnownStory] = []
    for accounts in groups:
        last = sorted({stood[row][0] for row in accounts if row in stood})
        ever = sorted({story for row in accounts for story in stood.get(row, ())})
        names = (*map(_name, (*last, *ever)), f"a{accounts[0]}")
        named.append(KnownStory(next(name for name in names if name not in given), accounts))
        given.add(named[-1].id)
    return named


def _name(story: int) -> str:
    return f"s{story}"


def _ids(rows: Iterable[int]) -> str:
    return json.dumps(sorted(rows))
