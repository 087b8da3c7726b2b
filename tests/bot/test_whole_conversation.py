"""The conversation in the README is held anew, in this process and over HTTP, and every call is held against Telegram's
rules."""

from __future__ import annotations

import json

import pytest

from tests.bot.telegram_rules import SCHEMA_FILE, check_call
from tests.bot.whole_conversation import ROOT, Stage, Way, performed, transcript, with_transcript


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> dict[Way, Stage]:
    """After the conversation, held in each way."""
    return {way: performed(tmp_path_factory.mktemp(way.name), way) for way in Way}


def test_the_readme_shows_the_conversation_as_it_is_held(held: dict[Way, Stage]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_transcript(readme, transcript(held[Way.HERE])) == readme, "make transcript writes it anew"


@pytest.mark.parametrize("way", [Way.POLLING, Way.WEBHOOK])
def test_over_http_the_same_is_said(held: dict[Way, Stage], way: Way) -> None:
    assert transcript(held[way]) == transcript(held[Way.HERE])


@pytest.mark.skipif(not SCHEMA_FILE.exists(), reason="the schema of the Bot API stands beside the checkout")
@pytest.mark.parametrize("way", Way)
def test_the_schema_that_calls_are_held_against_is_that_of_bot_api_10(held: dict[Way, Stage], way: Way) -> None:
    """Without it a parameter too many, or of another type, is not seen; all else is checked anywhere."""
    told = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert told["version"].startswith("Bot API 10.0")
    assert {call.method for call in held[way].telegram.calls} <= set(told["methods"])


@pytest.mark.parametrize("way", Way)
def test_every_call_keeps_telegrams_rules(held: dict[Way, Stage], way: Way) -> None:
    for call in held[way].telegram.calls:
        check_call(call)
