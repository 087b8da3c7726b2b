"""A collection that is watched: invented dispatches, a few places, a double for the model, letters as they go out.

Put together from the rooms below the engine, whose gazetteer of the whole world takes seconds to read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from index.alerting import Alerter
from index.alerts import Alerts
from index.ingest import Ingester
from index.letters import Letters
from index.model import Dispatch, Query, Status
from index.query import parse
from index.schema import Connection, open_database
from index.serving import Serving
from index.watch_model import Delivery, Form, Letter, Owner, Watch
from tests.index.small_gazetteer import GAZETTEER
from tests.index.word_encoder import load_words

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
GAO = "Des hommes armés ont attaqué lundi un convoi de l'armée à Gao, dans le nord du Mali, selon des habitants."
GAO_SEVEN = (
    "Sept soldats ont été tués dans l'attaque d'un convoi de l'armée lundi à Gao, dans le nord du Mali, a indiqué "
    "mardi l'état-major."
)


def dispatch(
    identifier: str,
    body: str = GAO,
    *,
    source: str = "Agence Essai",
    at: datetime = NOW,
    replaces: str | None = None,
    status: Status = Status.USABLE,
) -> Dispatch:
    """An invented dispatch in French, published at `at`."""
    return Dispatch(source, identifier, body, published_at=at, language="fr", replaces=replaces, status=status)


@dataclass(slots=True)
class Desk:
    """Ingests, watches and sends; its letters arrive at once."""

    connection: Connection
    alerts: Alerts
    letters: Letters
    ingester: Ingester
    alerter: Alerter
    serving: Serving

    def watch(
        self, question: str, chat: str = "7", *, delivery: Delivery = Delivery.INSTANT, now: datetime = NOW - HOUR
    ) -> Watch:
        """Watch for a question in a chat, as the person of that chat."""
        owner = Owner(chat, f"person {chat}")
        return self.alerts.watch(owner, self.alerts.standing(question, now), now, delivery)

    def ingest(self, *dispatches: Dispatch, now: datetime = NOW) -> None:
        """Take in dispatches at a moment."""
        self.ingester.ingest(dispatches, now, None)

    def post(self, now: datetime = NOW) -> list[Letter]:
        """Send all that may go; what went, in order."""
        return list(self._sent(now))

    def _sent(self, now: datetime) -> Iterator[Letter]:
        leases = self.letters.leases
        while letter := self.letters.next(now):
            assert leases.begin(letter.token, now)
            message = None if letter.form is Form.EDIT else str(letter.alerts[0])
            leases.sent(letter.token, message, now, now)
            yield letter

    def told(self, now: datetime = NOW) -> list[tuple[str, str]]:
        """(chat, form) of all that may go."""
        return [(letter.chat, letter.form.value) for letter in self.post(now)]


@contextmanager
def watched(folder: Path) -> Iterator[Desk]:
    """A collection with a few places, open."""
    with closing(open_database(folder)) as connection:
        serving, alerter = Serving(connection, folder, "words", load_words), Alerter(connection)
        yield Desk(
            connection,
            Alerts(connection, serving, _parse),
            Letters(connection),
            Ingester(connection, serving, GAZETTEER, 1, alerter.on_written),
            alerter,
            serving,
        )


def _parse(text: str, now: datetime, language: str | None, timezone: str) -> Query:
    return parse(text, now, language, GAZETTEER, timezone)


TOWNS = (
    *("Gao", "Bamako", "Mopti", "Ménaka", "Bankass", "Tombouctou"),
    *("Ansongo", "Hombori", "N'Daki", "Koulikoro", "Boni", "Niamey"),
)


def attacks(count: int) -> list[tuple[str, str]]:
    """(town, body) of so many attacks, each on another town."""
    return [(town, f"Des hommes armés ont attaqué lundi un poste à {town}.") for town in TOWNS[:count]]
