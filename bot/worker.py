"""One thread that opens, uses and closes a thing which must not change threads, such as an SQLite connection.

The event loop never waits for a disk, a lock or the encoder: it hands a call to the worker and awaits the result.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Generic, TypeVar

Owned = TypeVar("Owned")
Result = TypeVar("Result")


class Worker(Generic[Owned]):
    """A context manager: opens on entry and closes on exit, both on its own thread.  Calls run one after another."""

    def __init__(self, open_owned: Callable[[], AbstractContextManager[Owned]], name: str) -> None:
        self._open = open_owned
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def __enter__(self) -> Worker[Owned]:
        try:
            self._manager = self._executor.submit(self._open).result()
            self._owned = self._executor.submit(self._manager.__enter__).result()
        except BaseException:
            self._executor.shutdown()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._executor.submit(self._manager.__exit__, kind, error, trace).result()
        finally:
            self._executor.shutdown()

    async def do(self, call: Callable[[Owned], Result]) -> Result:
        """Run `call` on the worker's thread and give back what it returns or raises."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, call, self._owned)
