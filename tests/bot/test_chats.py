from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.access import Role
from bot.chats import ChatKind, KnownChat
from bot.store import Store
from tests.builders import NOW

DESK = -100500
PERSON = 10


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as opened:
        opened.chats.meet(DESK, ChatKind.GROUP, "Desk", NOW)
        yield opened


def test_a_chat_is_new_once(store: Store) -> None:
    assert not store.chats.meet(DESK, ChatKind.GROUP, "Desk", NOW)


def test_a_group_is_closed_until_it_is_let_in(store: Store) -> None:
    assert not store.may_ask(PERSON, DESK)
    store.chats.let_in(DESK, let_in=True)
    assert store.may_ask(PERSON, DESK)


def test_a_closed_group_is_closed_to_those_who_may_ask_elsewhere(store: Store) -> None:
    store.people.set_role(PERSON, Role.OPERATOR, NOW)
    assert (store.may_ask(PERSON), store.may_ask(PERSON, DESK)) == (True, False)


def test_a_group_that_is_put_out_is_closed(store: Store) -> None:
    store.chats.let_in(DESK, let_in=True)
    store.chats.let_in(DESK, let_in=False)
    assert not store.lets_in(DESK)


def test_a_group_that_the_bot_left_must_be_let_in_anew(store: Store) -> None:
    store.chats.let_in(DESK, let_in=True)
    store.chats.drop(DESK)
    store.chats.meet(DESK, ChatKind.GROUP, "Desk", NOW)
    assert not store.lets_in(DESK)


def test_a_group_keeps_its_leave_under_its_new_id(store: Store) -> None:
    store.chats.let_in(DESK, let_in=True)
    store.chats.meet(-100900, ChatKind.GROUP, "Desk", NOW)  # Telegram may tell of the new one first
    store.move_chat(DESK, -100900)
    assert store.chats.all() == (KnownChat(-100900, ChatKind.GROUP, "Desk", True),)


def test_a_private_chat_is_written_to_while_its_person_has_a_role(store: Store) -> None:
    store.people.set_role(PERSON, Role.READER, NOW)
    before = store.lets_in(PERSON)
    store.people.set_role(PERSON, None, NOW)
    assert (before, store.lets_in(PERSON)) == (True, False)
