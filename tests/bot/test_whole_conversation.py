"""The conversation in the README is held anew, in this process and over HTTP, and every call is held against Telegram's
rules."""

from __future__ import annotations

import pytest

from tests.bot.telegram_rules import check_call
from tests.bot.whole_conversation import ROOT, Stage, performed, transcript, with_transcript


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """After the conversation in this process."""
    return performed(tmp_path_factory.mktemp("here"), over_http=False)


@pytest.fixture(scope="module")
def over_http(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """After the conversation over HTTP, by long polling."""
    return performed(tmp_path_factory.mktemp("http"), over_http=True)


def test_the_readme_shows_the_conversation_as_it_is_held(here: Stage) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_transcript(readme, transcript(here)) == readme, "make transcript writes it anew"


def test_over_http_the_same_is_said(here: Stage, over_http: Stage) -> None:
    assert transcript(over_http) == transcript(here)


@pytest.mark.parametrize("stage", ["here", "over_http"])
def test_every_call_keeps_telegrams_rules(stage: str, request: pytest.FixtureRequest) -> None:
    for call in request.getfixturevalue(stage).telegram.calls:
        check_call(call)
