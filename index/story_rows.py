"""Stories in the database: which account stands in which story, since when, until when, and why.

A story's number never changes and never serves another; where stories turn out to be one, the oldest goes on and the
numbers of the others lead to it.  Decided inside the transaction that writes: see `assign`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from index.account_rows import AccountRow, AccountRows
from index.accounts import Account, accounts_of
from index.echo_rows import EchoRows
from index.model import Dispatch, Status
from index.schema import Connection
from index.stories import Key, Reason, Tie, in_order, is_reprint, key_of, stories_among, tie
from index.story_changes import changes, corrections
from index.story_model import Material, StoryChange
from index.tellings import Reading

MOST_TELLERS = 24  # of a story with whom a newcomer is compared, the first to tell it: who is copied came early


class StoryRows:
    """The stories of one collection.  One connection, one thread."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._accounts = AccountRows(connection)
        self._echoes = EchoRows(connection)

    def assign(self, row: int, dispatch: Dispatch, reading: Reading, at_s: int) -> tuple[StoryChange, ...]:
        """Put a version that was just written, or read again, into its stories; `at_s` is when, in Unix seconds.

        Returns what it did to each story: nothing where another version had replaced it before it came.  Call inside
        `transaction()`, after the validity of versions is settled."""
        accounts = accounts_of(dispatch, reading) if dispatch.status is Status.USABLE else ()
        touched = self._accounts.tied_together(self._accounts.rows_of([row]))
        rows = self._accounts.put(row, accounts)
        for number, account in zip(rows, accounts, strict=True):
            self._tie(number, account)
        replaced = self._accounts.of_dispatches(self._replaced_by(row, dispatch))
        stood = self._standing(account.row for account in replaced)
        settled = self._settle(touched.union(rows, stood), _heirs(rows, replaced, stood), at_s, frozenset(rows))
        return tuple(_story_changes(row, rows, [one for one in replaced if one.row in stood], stood, settled))

    def story_of(self, story: int) -> int | None:
        """The story that a number leads to: itself, or the one that went on with it; None where neither is."""
        found = self._db.execute(
            "WITH RECURSIVE led (story) AS (VALUES (?) UNION"
            " SELECT s.became FROM stories s JOIN led ON s.id = led.story)"
            " SELECT story FROM led WHERE EXISTS (SELECT 1 FROM assignments a WHERE a.story = led.story"
            " AND a.until IS NULL)",
            (story,),
        ).fetchone()
        return int(found[0]) if found else None

    def once(self, story: int) -> tuple[int, ...]:
        """The story and those that it went on with: every number under which what it tells may have been told."""
        rows = self._db.execute(
            "WITH RECURSIVE led (story) AS (VALUES (?) UNION"
            " SELECT s.id FROM stories s JOIN led ON s.became = led.story) SELECT story FROM led ORDER BY story",
            (story,),
        )
        return tuple(row[0] for row in rows)

    def told_by(self, *, source: str | None, before_s: int | None) -> list[int]:
        """The stories told by a source, or by what was published before a moment, or by both at once."""
        rows = self._db.execute(
            "SELECT DISTINCT s.story FROM assignments s JOIN accounts a ON a.id = s.account"
            " JOIN dispatches d ON d.id = a.dispatch"
            " WHERE s.until IS NULL AND (? IS NULL OR d.source = ?) AND (? IS NULL OR d.published_at < ?)",
            (source, source, before_s, before_s),
        )
        return [row[0] for row in rows]

    def settle(self, stories: Iterable[int], at_s: int) -> None:
        """Work those stories out anew, as where some of their dispatches were deleted."""
        self._settle(self._standing_in(stories), {}, at_s)

    # -- deciding ------------------------------------------------------------------------------------------------

    def _tie(self, row: int, account: Account) -> None:
        found = ((other.row, tie(account, other.account)) for other in self._accounts.candidates(row, account))
        self._accounts.tie(row, {other: some for other, some in found if some})

    def _settle(
        self, touched: Iterable[int], heirs: Mapping[int, int], at_s: int, told: Set[int] = frozenset()
    ) -> Settled:
        """Work out anew the stories of all that ties lead to from the touched accounts, and write what changed; `told`
        are the accounts of the version that was written or read again."""
        reached = self._accounts.load(self._reached(touched))
        current = {key_of(one.account): one for one in reached if one.current}
        keys = {one.row: key_of(one.account) for one in current.values()}
        ties = {
            in_order(keys[one], keys[other]): some for (one, other), some in self._accounts.ties_among(keys).items()
        }
        groups = [
            [current[key_of(account)] for account in story]
            for story in stories_among((one.account for one in current.values()), ties)
        ]
        standing = self._standing(one.row for one in reached)
        numbers, begun = self._numbered(groups, {**heirs, **standing}, at_s)
        stories = dict(zip(numbers, groups, strict=True))
        self._write(stories, ties, standing, at_s)
        stay = {row: story for row, story in standing.items() if row not in told}
        self._echoes.expect(pair for number, some in stories.items() for pair in _to_compare(number, some, stay))
        self._lead_on({**heirs, **standing}, {one.row: number for number, some in stories.items() for one in some})
        return Settled(stories, frozenset(begun))

    def _reached(self, touched: Iterable[int]) -> set[int]:
        """All that ties lead to from the touched accounts, and what stands in a story with them: a tie may be gone."""
        tied = self._accounts.tied_together(touched)
        return self._accounts.tied_together(tied | self._standing_in(set(self._standing(tied).values())))

    def _standing_in(self, stories: Iterable[int]) -> set[int]:
        rows = self._db.execute(
            "SELECT account FROM assignments WHERE until IS NULL AND story IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(stories)),),
        )
        return {row[0] for row in rows}

    def _numbered(
        self, groups: Sequence[Sequence[AccountRow]], stood: Mapping[int, int], at_s: int
    ) -> tuple[list[int], list[int]]:
        """A number for each group, and which of them are new: the oldest story that any of it stood in goes on with it,
        unless a group that holds an older account of that story does."""
        given: dict[int, int] = {}
        for place, row in sorted(((place, one.row) for place, some in enumerate(groups) for one in some), key=_by_row):
            if row in stood:
                given.setdefault(stood[row], place)
        numbers = {place: story for story, place in sorted(given.items(), reverse=True)}
        begun = {place: self._begin(at_s) for place in range(len(groups)) if place not in numbers}
        return [(numbers | begun)[place] for place in range(len(groups))], list(begun.values())

    def _begin(self, at_s: int) -> int:
        return int(self._db.execute("INSERT INTO stories (begun_at) VALUES (?)", (at_s,)).lastrowid or 0)

    # -- assignments ---------------------------------------------------------------------------------------------

    def _write(
        self,
        stories: Mapping[int, Sequence[AccountRow]],
        ties: Mapping[tuple[Key, Key], Tie],
        standing: Mapping[int, int],
        at_s: int,
    ) -> None:
        placed = {one.row: (story, _reason(one, some, ties)) for story, some in stories.items() for one in some}
        left = [row for row, story in standing.items() if row not in placed or placed[row][0] != story]
        self._db.executemany(
            "UPDATE assignments SET until = ? WHERE account = ? AND until IS NULL", [(at_s, row) for row in left]
        )
        self._db.executemany(
            "INSERT INTO assignments VALUES (?, ?, ?, NULL, ?)",
            [(row, story, at_s, reason) for row, (story, reason) in placed.items() if standing.get(row) != story],
        )

    def _lead_on(self, stood: Mapping[int, int], stand: Mapping[int, int]) -> None:
        """Let the number of every story that ended lead to the one that its oldest account stands in now."""
        went = {story: stand[row] for row, story in sorted(stood.items(), reverse=True) if row in stand}
        self._db.executemany(
            "UPDATE stories SET became = ? WHERE id = ?",
            [(now, story) for story, now in went.items() if story not in stand.values()],
        )

    def _standing(self, accounts: Iterable[int]) -> dict[int, int]:
        """Account -> the story it stands in, of those that stand in one."""
        rows = self._db.execute(
            "SELECT account, story FROM assignments WHERE until IS NULL"
            " AND account IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(accounts)),),
        )
        return {row[0]: row[1] for row in rows}

    def _replaced_by(self, row: int, dispatch: Dispatch) -> list[int]:
        """The other versions of a dispatch, and those of the dispatch that it replaces."""
        rows = self._db.execute(
            "SELECT id FROM dispatches WHERE source = ? AND external_id IN (?, ?) AND id != ?",
            (dispatch.source, dispatch.id, dispatch.replaces or dispatch.id, row),
        )
        return [one[0] for one in rows]


@dataclass(frozen=True, slots=True)
class Settled:
    """Stories worked out anew: number -> accounts, and the numbers that are new."""

    stories: Mapping[int, Sequence[AccountRow]]
    begun: frozenset[int]


def _to_compare(story: int, some: Sequence[AccountRow], stood: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Each newcomer of a story with the versions that it may have its sentences from, the smaller row first; newcomers
    are those that did not stay in it."""
    first = sorted(some, key=_publication)[:MOST_TELLERS]
    for one in some:
        others = first if stood.get(one.row) != story else ()
        for other in others:
            if one.account.source != other.account.source and not is_reprint(one.account, other.account):
                yield min(one.dispatch, other.dispatch), max(one.dispatch, other.dispatch)


def _publication(one: AccountRow) -> tuple[int, Key]:
    return one.valid_from, key_of(one.account)


def _by_row(placed: tuple[int, int]) -> int:
    return placed[1]


def _reason(one: AccountRow, story: Sequence[AccountRow], ties: Mapping[tuple[Key, Key], Tie]) -> str:
    """What holds an account in its story: its strongest tie to another of it."""
    mine = key_of(one.account)
    pairs = (in_order(mine, key_of(other.account)) for other in story if other is not one)
    held = [ties[pair] for pair in pairs if pair in ties]
    return max(held, key=lambda some: (some.strength, some.reason)).reason.value if held else Reason.ALONE.value


def _heirs(rows: Sequence[int], replaced: Sequence[AccountRow], stood: Mapping[int, int]) -> dict[int, int]:
    """New account -> the story of the account that it replaces, which goes on with it where nothing else does."""
    ordinals = {one.account.ordinal: stood[one.row] for one in replaced if one.row in stood}
    return {row: ordinals[ordinal] for ordinal, row in enumerate(rows) if ordinal in ordinals}


def _story_changes(
    row: int, rows: Sequence[int], replaced: Sequence[AccountRow], stood: Mapping[int, int], settled: Settled
) -> Iterator[StoryChange]:
    """What a version did to each story: those it is told in, and those that it left or took away from."""
    mine = {story: one for story, some in settled.stories.items() for one in some if one.row in rows}
    former = {one.account.ordinal: one.account for one in replaced}
    for story, one in mine.items():
        others = [other.account for other in settled.stories[story] if other.row not in rows]
        changed = changes(one.account, others, former.get(one.account.ordinal))
        yield StoryChange(story, row, first=story in settled.begun, changed=changed)
    for one in replaced:
        if stood[one.row] not in mine and not one.current:
            heir = next((some.account for some in mine.values() if some.account.ordinal == one.account.ordinal), None)
            changed = corrections(heir, one.account) if heir else (Material.WITHDRAWN,)
            yield StoryChange(stood[one.row], row, first=False, changed=changed)
