"""The address that a watchdog asks, and what it and /status tell."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from telegram.error import TimedOut

from bot.access import Role
from bot.health import LISTEN, HealthServer
from bot.vitals import TROUBLES_KEPT, Trouble, Troubles, Vitals, resident_mb
from index.errors import StoreError
from tests.bot.phone import Phone, open_phone
from tests.builders import NOW, an_answer, many_stories
from tests.doubles import FixedEngine

VITALS = Vitals(3, NOW, 2, 1, 600, 5, 1, NOW, (Trouble(NOW, "TimedOut"),))


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    with open_phone(tmp_path, FixedEngine(an_answer(*many_stories(3)))) as opened:
        yield opened


def asked(server: HealthServer, path: str = "/health") -> httpx.Response:
    """What a running server answers."""

    async def ask() -> httpx.Response:
        await server.start()
        async with httpx.AsyncClient(trust_env=False) as client:
            told = await client.get(f"http://{LISTEN}:{server.port}{path}")
        await server.stop()
        return told

    with asyncio.Runner() as runner:
        return runner.run(ask())


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind((LISTEN, 0))
        return int(listener.getsockname()[1])


async def well() -> Vitals:
    return VITALS


async def broken() -> Vitals:
    raise StoreError("busy")


async def stuck() -> Vitals:
    await asyncio.Event().wait()
    raise AssertionError


def test_a_bot_that_answers_is_well() -> None:
    told = asked(HealthServer(free_port(), well))
    assert (told.status_code, json.loads(told.text)) == (
        200,
        {
            "ok": True,
            "dispatches": 3,
            "newest": NOW.isoformat(),
            "memory_mb": 600,
            "alerts_waiting": 5,
            "alerts_dead": 1,
            "started_at": NOW.isoformat(),
            "errors": [{"at": NOW.isoformat(), "kind": "TimedOut"}],
        },
    )


def test_a_bot_whose_store_fails_is_not_well() -> None:
    told = asked(HealthServer(free_port(), broken))
    assert (told.status_code, json.loads(told.text)) == (503, {"ok": False, "kind": "StoreError"})


def test_a_bot_that_hangs_is_not_well() -> None:
    assert asked(HealthServer(free_port(), stuck, patience_s=0.01)).status_code == 503


def test_there_is_nothing_else_to_see() -> None:
    assert asked(HealthServer(free_port(), well), "/").status_code == 404


def test_only_this_machine_is_answered() -> None:
    assert LISTEN == "127.0.0.1"


def test_status_tells_numbers_and_no_error(phone: Phone) -> None:
    (told,) = phone.say("/status")
    assert told.split("\n")[0] == "3,824 dispatches; the newest was published 20 Aug 2025, 14:05."
    assert told.endswith("No error since then.")


def test_status_tells_what_waits_to_be_sent(phone: Phone) -> None:
    assert "Alerts waiting: 1. Could not be sent: 2." in phone.say("/status")[0]


def test_status_tells_the_kind_of_an_error_and_not_its_words(phone: Phone) -> None:
    phone.engine.failure = RuntimeError("attacks near Bamako")
    phone.say("attacks near Bamako")
    phone.engine.failure = None
    assert "Error: RuntimeError, 20 Aug 2025, 15:00" in phone.say("/status")[0]


def test_status_is_for_who_runs_the_bot(phone: Phone) -> None:
    phone.in_store(lambda store: store.people.set_role(77, Role.EDITOR, NOW))
    assert phone.as_person(77).say("/status")[0].startswith("Only whoever runs this bot")


def test_the_latest_errors_are_kept() -> None:
    troubles = Troubles()
    for minute in range(TROUBLES_KEPT + 5):
        troubles.add(TimedOut(), NOW + timedelta(minutes=minute))
    assert troubles.latest[0].at == NOW + timedelta(minutes=5)


def test_our_own_errors_are_told_by_key() -> None:
    troubles = Troubles()
    troubles.add(StoreError("busy"), NOW)
    assert troubles.latest[0].kind == "store-busy"


def test_memory_is_that_of_a_running_python() -> None:
    assert 10 < resident_mb() < 100_000
