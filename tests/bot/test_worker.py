from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.worker import Worker


@contextmanager
def threads_seen(seen: list[int]) -> Iterator[list[int]]:
    """A thing that remembers on which threads it is opened and closed."""
    seen.append(threading.get_ident())
    yield seen
    seen.append(threading.get_ident())


@contextmanager
def broken() -> Iterator[None]:
    raise OSError("cannot open")
    yield


def use(worker: Worker[list[int]]) -> None:
    asyncio.run(worker.do(lambda seen: seen.append(threading.get_ident())))


def test_it_opens_uses_and_closes_on_one_thread_of_its_own() -> None:
    seen: list[int] = []
    with Worker(lambda: threads_seen(seen), "test") as worker:
        use(worker)
        use(worker)
    assert len(seen) == 4
    assert len(set(seen) - {threading.get_ident()}) == 1


def test_what_a_call_raises_reaches_the_caller() -> None:
    with Worker(lambda: threads_seen([]), "test") as worker, pytest.raises(ZeroDivisionError):
        asyncio.run(worker.do(lambda _: 1 / 0))


def test_a_thing_that_cannot_be_opened_fails_at_once() -> None:
    with pytest.raises(OSError, match="cannot open"), Worker(broken, "test"):
        pass


def test_a_failed_opening_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    with pytest.raises(OSError, match="cannot open"), Worker(broken, "test"):
        pass
    assert threading.active_count() == before
