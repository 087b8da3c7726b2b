"""Dispatches of invented raids, and the accounts that real readings of them give."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from index.accounts import Account, accounts_of
from index.model import Dispatch
from index.story_turns import Member
from index.tellings import tell
from tests.index.small_gazetteer import GAZETTEER

NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)  # a Wednesday
HOUR = timedelta(hours=1)
RAID = Dispatch(
    source="Agence Essai",
    id="raid",
    language="fr",
    body=(
        "Des hommes armés ont attaqué mardi un poste de l'armée à Bankass, dans le centre du Mali, selon des habitants."
        " Trois soldats ont été blessés et deux véhicules emportés, a indiqué un élu local joint par téléphone."
    ),
    published_at=NOON,
)


def told(body: str, source: str = "Test Radio", language: str = "en", *, hours: float = 5.0) -> Dispatch:
    """A dispatch of one's own; `hours` after the first."""
    return Dispatch(source, source.lower() + str(hours), body, published_at=NOON + hours * HOUR, language=language)


def copied(dispatch: Dispatch, source: str, *, hours: float = 3.0, body: str | None = None) -> Dispatch:
    """The same text, or `body` made of it, in another's name."""
    later = (dispatch.published_at or NOON) + hours * HOUR
    return replace(dispatch, source=source, id=f"{source} {hours}", published_at=later, body=body or dispatch.body)


def account(dispatch: Dispatch) -> Account:
    """What a dispatch tells first."""
    return accounts(dispatch)[0]


def accounts(dispatch: Dispatch) -> tuple[Account, ...]:
    reading = tell(dispatch.title, dispatch.body, dispatch.published_at, dispatch.language, GAZETTEER)
    return accounts_of(dispatch, reading)


def member(dispatch: Dispatch, *earlier: Dispatch) -> Member:
    """A teller of a story, with its earlier versions."""
    return Member(account(dispatch), dispatch.text, tuple(map(account, earlier)))
