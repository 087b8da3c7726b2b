"""What a later account changes of a story, so that those who were told it must hear of it.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from index.accounts import Account
from index.stories import is_one_place, is_reprint
from index.story_model import Material
from index.toll_changes import toll_changes

Item = TypeVar("Item")


def changes(new: Account, before: Sequence[Account], replaced: Account | None) -> tuple[Material, ...]:
    """What `new` says that no account of its story said before, and that it corrects where it replaces another version.

    `before` are the other accounts of the story, without the one replaced.  A copy or a translation changes nothing."""
    replaced = replaced or corrected_by(new, before)
    if replaced is not None:
        return corrections(new, replaced)
    if any(is_reprint(new, one) for one in before):
        return ()
    told = (
        (Material.TOLL, bool(toll_changes(new, before))),
        (Material.CLAIMANT, bool(new.claimants - _all(one.claimants for one in before))),
        (Material.DENIAL, bool(new.deniers - _all(one.deniers for one in before))),
    )
    return tuple(material for material, changed in told if changed) if before else ()


def corrections(new: Account, replaced: Account) -> tuple[Material, ...]:
    """What a version says otherwise than the one it replaces, CORRECTION first; another wording alone is none, unless
    it calls itself a correction."""
    elsewhere = bool(new.spots and replaced.spots) and not is_one_place(new, replaced)
    told = (
        (Material.TOLL, bool(toll_changes(new, (), replaced))),
        (Material.PLACE, elsewhere),
        (Material.CLAIMANT, new.claimants != replaced.claimants),
        (Material.DENIAL, new.deniers != replaced.deniers),
    )
    found = tuple(material for material, changed in told if changed)
    return (Material.CORRECTION, *found) if found or new.corrects else ()


def corrected_by(new: Account, told: Sequence[Account]) -> Account | None:
    """Of those told before, the last that one which calls itself a correction puts right without naming it: its own
    source's.  Who prints another's correction corrects nothing of their own."""
    own = (one for one in told if new.corrects and one.source == new.source and _moment(one) <= _moment(new))
    return max(own, key=_moment, default=None)


def _moment(account: Account) -> tuple[bool, int]:
    return account.published_at is not None, account.published_at or 0


def _all(sets: Iterable[frozenset[Item]]) -> frozenset[Item]:
    return frozenset(item for some in sets for item in some)
