from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.access import Role
from bot.store import Store
from tests.builders import NOW

BOSS, PERSON = 9, 10
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as opened:
        opened.people.set_role(BOSS, Role.OPERATOR, NOW)
        yield opened


def invite(store: Store, role: Role = Role.READER, uses: int = 1) -> str:
    return store.people.new_invite(BOSS, role, uses, NOW + DAY, NOW)


@pytest.mark.parametrize("role", list(Role))
def test_an_invite_gives_its_role(store: Store, role: Role) -> None:
    assert store.people.redeem(invite(store, role), PERSON, NOW) == store.role(PERSON) == role


def test_an_invite_lets_in_as_many_as_it_says(store: Store) -> None:
    code = invite(store, uses=2)
    assert [store.people.redeem(code, PERSON + number, NOW) for number in range(3)] == [Role.READER, Role.READER, None]


def test_an_invite_ends_with_its_time(store: Store) -> None:
    assert store.people.redeem(invite(store), PERSON, NOW + DAY) is None


def test_an_invite_works_until_its_time_ends(store: Store) -> None:
    assert store.people.redeem(invite(store), PERSON, NOW + DAY - timedelta(seconds=1)) is Role.READER


def test_somebody_who_is_let_in_already_uses_no_invite_up(store: Store) -> None:
    code = invite(store)
    store.people.set_role(PERSON, Role.EDITOR, NOW)
    store.people.redeem(code, PERSON, NOW)
    assert store.people.redeem(code, PERSON + 1, NOW) is Role.READER


def test_an_invite_never_takes_a_role_away(store: Store) -> None:
    store.people.redeem(invite(store), BOSS, NOW)
    assert store.role(BOSS) is Role.OPERATOR


def test_an_invite_may_raise_a_role(store: Store) -> None:
    store.people.redeem(invite(store), PERSON, NOW)
    store.people.redeem(invite(store, Role.EDITOR), PERSON, NOW)
    assert store.role(PERSON) is Role.EDITOR


def test_an_invite_does_not_let_in_again_whose_access_was_revoked(store: Store) -> None:
    code = invite(store, uses=2)
    store.people.redeem(code, PERSON, NOW)
    store.appoint(PERSON, None, NOW)
    assert (store.people.redeem(code, PERSON, NOW), store.may_ask(PERSON)) == (None, False)


def test_the_invites_of_somebody_end_with_their_access(store: Store) -> None:
    store.people.set_role(PERSON, Role.OPERATOR, NOW)
    code = store.people.new_invite(PERSON, Role.OPERATOR, 5, NOW + DAY, NOW)
    store.appoint(PERSON, None, NOW)
    assert store.people.redeem(code, PERSON + 1, NOW) is None


def test_no_code_is_stored(store: Store, tmp_path: Path) -> None:
    code = invite(store).encode()
    assert not any(code in path.read_bytes() for path in tmp_path.iterdir())


def test_the_last_operator_stays(store: Store) -> None:
    assert not store.appoint(BOSS, Role.READER, NOW)
    assert store.role(BOSS) is Role.OPERATOR


def test_of_two_operators_one_may_go(store: Store) -> None:
    store.people.set_role(PERSON, Role.OPERATOR, NOW)
    assert store.appoint(BOSS, None, NOW)
    assert store.role(BOSS) is None


def test_whom_the_settings_appoint_cannot_be_revoked(tmp_path: Path) -> None:
    with Store.open(tmp_path, {BOSS}) as store:
        assert not store.appoint(BOSS, None, NOW)
        assert store.role(BOSS) is Role.OPERATOR


def test_people_come_in_the_order_of_their_coming_and_the_revoked_last(store: Store) -> None:
    store.people.set_role(PERSON, Role.READER, NOW + DAY)
    store.people.set_role(PERSON + 1, Role.READER, NOW + 2 * DAY)
    store.appoint(PERSON, None, NOW)
    assert [person.user_id for person in store.people.all()] == [BOSS, PERSON + 1, PERSON]


def test_somebody_whose_access_was_revoked_is_not_answered_in_a_group_either(store: Store) -> None:
    store.people.set_role(PERSON, Role.READER, NOW)
    store.appoint(PERSON, None, NOW)
    assert not store.may_ask(PERSON, -5)
