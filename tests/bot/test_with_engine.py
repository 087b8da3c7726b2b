"""The whole house at once: the shipped samples, the real engine, the real application."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import build_application
from bot.console import ConsoleRequest, Conversation, console_settings
from bot.handlers.desk import EnginePort
from bot.settings import Settings
from bot.store import Store
from bot.worker import Worker
from index import Engine, ReadOptions, read_paths, samples_folder
from tests.bot.telegram_rules import check_call

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Talk:
    """A conversation over the samples, one line at a time."""

    def __init__(self, conversation: Conversation, runner: asyncio.Runner, folder: Path) -> None:
        self.conversation, self.runner, self.folder = conversation, runner, folder

    def say(self, text: str) -> str:
        """The one message that comes back."""
        (reply,) = self.runner.run(self.conversation.say(text))
        return str(reply["text"])

    def press(self, verb: str) -> str:
        """Press the first button of the newest answer whose data begins with `verb`."""
        message = self.conversation.request.last_with_buttons()
        assert message is not None
        rows: list[list[dict[str, Any]]] = message["reply_markup"]["inline_keyboard"]
        button = next(button for row in rows for button in row if button["callback_data"].startswith(verb))
        (reply,) = self.runner.run(self.conversation.press(button, message))
        return str(reply["text"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples")
    options = ReadOptions(source=None, published_at=None, language=None, sample=True)
    with Engine.open(path) as engine:
        engine.ingest(read_paths([samples_folder()], options), NOW)
    return path


@pytest.fixture(scope="module")
def talk(folder: Path) -> Iterator[Talk]:
    request = ConsoleRequest()

    def open_engine() -> Engine:
        return Engine.open(folder)

    settings = console_settings(Settings(folder))
    engine: Worker[EnginePort] = Worker(open_engine, "engine")
    with engine, Worker(lambda: Store.open(folder, settings.operators), "store") as store, asyncio.Runner() as runner:
        ticks = itertools.count()  # a person takes some seconds from one question to the next
        application = build_application(
            settings, engine, store, lambda: NOW + timedelta(seconds=next(ticks)), request, request
        )
        runner.run(application.initialize())
        yield Talk(Conversation(application, request, "en"), runner, folder)
        runner.run(application.shutdown())
    for call in request.calls:
        check_call(call)


def test_the_latest_near_bamako_comes_with_its_distance(talk: Talk) -> None:
    told = talk.say("latest attacks near Bamako")
    assert "40 km" in told.split("<blockquote>")[0]


def test_the_same_question_in_french_is_answered_in_french(talk: Talk) -> None:
    told = talk.say("dernières attaques près de Bamako")
    assert "EXEMPLE ·" in told
    assert "attaque" in told.split("<blockquote>")[0]


def test_samples_are_marked(talk: Talk) -> None:
    told = talk.say("attacks near Gao")
    assert told.count("SAMPLE · ") == told.count("<blockquote>") >= 1


def test_nothing_near_abidjan_is_said_with_the_nearest(talk: Talk) -> None:
    told = talk.say("attacks near Abidjan")
    assert "<blockquote>" not in told
    assert "Nothing found" in told
    assert "km from Abidjan" in told or "of Abidjan" in told


def test_a_passage_comes_whole(talk: Talk) -> None:
    talk.say("latest attacks near Bamako")
    assert "<blockquote expandable>" in talk.press("whole:")


def test_more_goes_on_with_the_second_page(talk: Talk) -> None:
    shown = talk.say("latest").count("<blockquote>")
    assert talk.press("more:").startswith(f"<b>{shown + 1}. ")


def test_a_purged_source_is_gone_from_behind_the_buttons(talk: Talk) -> None:
    talk.say("match de football à Ouagadougou")
    with Engine.open(talk.folder) as engine:
        engine.purge(source="Radio Modèle")
    assert talk.press("whole:").startswith("La source a retiré ce passage")


def test_a_talk_goes_on_in_french(talk: Talk) -> None:
    talk.say("dernières attaques près de Bamako")
    told = talk.say("et à Gao ?")
    assert told.startswith("<i>Demandé : attaques de toute sorte · à moins de 50 km de Gao</i>")
    assert "EXEMPLE · " in told


def test_wider_finds_what_is_farther_and_says_so(talk: Talk) -> None:
    talk.say("attacks within 15 km of Mopti")
    assert "Searched wider than you asked: within 50 km." in talk.press("wider:")


def test_a_story_is_a_point_on_the_map(talk: Talk) -> None:
    talk.say("attacks near Gao")
    talk.press("whole:")
    assert "within " in talk.press("where:")
    assert talk.conversation.request.calls[-1].method == "sendVenue"


def test_what_is_told_by_a_distance_alone_is_no_point_on_the_map(talk: Talk) -> None:
    talk.say("latest attacks near Bamako")
    talk.press("whole:")
    assert "too wide for a point on the map" in talk.press("where:")


def test_what_is_near_a_person_is_told_from_where_they_are(talk: Talk) -> None:
    (reply,) = talk.runner.run(talk.conversation.share(12.65, -8.0))
    assert "of you" in reply["text"] or "from you" in reply["text"]
