"""How a story went on: tolls that changed, corrections, claims and denials.  Pure.

Nothing is resolved: who says 3 and who says 9 are both told, each with its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.accounts import Account, moment_of
from index.stories import is_reprint
from index.story_changes import corrected_by, corrections
from index.story_model import Material, Toll, Turn
from index.toll_changes import TollChange, toll_changes


@dataclass(frozen=True, slots=True)
class Member:
    """An account of a story, the text it stands in, and the accounts that earlier versions of its dispatch gave.

    `row` is the version's, `echoes` the rows of those whose sentences it says again or that say its own."""

    account: Account
    text: str
    earlier: tuple[Account, ...] = ()
    row: int = 0
    echoes: frozenset[int] = frozenset()


def turns(members: Sequence[Member]) -> tuple[Turn, ...]:
    """What changed in a story, oldest first.  A copy or a translation changes nothing; of the tolls that an account
    changes the gravest is told, and what the story began with is no change."""
    found: list[Turn] = []
    told: list[Account] = []
    for account, former in sorted(_versions(members), key=_when):
        replaced = former or corrected_by(account, told)
        if replaced is not None:
            found += _corrected(account, replaced)
        elif not any(is_reprint(account, one) for one in told):
            found += _added(account, told)
        told = [*(one for one in told if one is not replaced), account]
    return tuple(found)


def _versions(members: Sequence[Member]) -> Iterator[tuple[Account, Account | None]]:
    """Every version of every member, with the one it replaced."""
    for member in members:
        chain = (*member.earlier, member.account)
        yield from zip(chain, (None, *chain), strict=False)


def _when(version: tuple[Account, Account | None]) -> tuple[int, tuple[str, str], int]:
    account = version[0]
    return account.published_at if account.published_at is not None else -(1 << 53), account.thread, account.ordinal


def _corrected(account: Account, replaced: Account) -> Iterator[Turn]:
    found = corrections(account, replaced)
    if Material.TOLL in found:
        yield _toll_turn(Material.CORRECTION, account, toll_changes(account, (), replaced)[0])
    elif found:
        yield _turn(Material.CORRECTION, account)
    yield from _said(account, [replaced])


def _added(account: Account, told: Sequence[Account]) -> Iterator[Turn]:
    for change in toll_changes(account, told)[:1]:
        yield _toll_turn(Material.TOLL, account, change)
    yield from _said(account, told)


def _said(account: Account, told: Sequence[Account]) -> Iterator[Turn]:
    for actor in sorted(account.claimants - {one for some in told for one in some.claimants}):
        yield _turn(Material.CLAIMANT, account, actor)
    for actor in sorted(account.deniers - {one for some in told for one in some.deniers}):
        yield _turn(Material.DENIAL, account, actor)


def _toll_turn(material: Material, account: Account, change: TollChange) -> Turn:
    return _turn(material, account, before=change.before, after=change.after)


def _turn(
    material: Material, account: Account, actor: str = "", before: Toll | None = None, after: Toll | None = None
) -> Turn:
    return Turn(material, account.source, moment_of(account.published_at), actor, before, after)
