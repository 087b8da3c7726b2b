"""What 10,000 watches cost a dispatch that is taken in: from written to queued, beside asking each watch in turn; and
how long a dispatch takes in all, from read to queued, with the model that serves.

    make bench-watches

The watches ask for four kinds of happening within 25 to 100 km of the towns of thirteen countries; each dispatch tells
one happening at one of them.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

# Run as a script: the folder of the project comes before the installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index import Dispatch, Engine
from index.alerting import Alerter
from index.facts import FactReader
from index.geonames import world_entries
from index.schema import Connection, open_database, transaction
from index.story_model import StoryChange
from index.watch_model import Delivery, Owner
from index.watches import Watches
from index.watching import hits
from tests.bench.generated import NEWEST

SEED = 20
WATCHES = 10_000
A_PERSON = 20
DISPATCHES = 200
FED_ALONE = 60
BY_HAND = 5  # asking every watch in turn is slow: a few dispatches tell how slow
COUNTRIES = frozenset(("ML", "BF", "NE", "TD", "NG", "MR", "SN", "CI", "GN", "GH", "TG", "BJ", "CM"))
TOLD = (
    "Gunmen attacked a market in {place} on Thursday, killing {count} people, local officials said.",
    "Des habitants de {place} ont manifesté jeudi contre les coupures de courant.",
    "A bus struck a mine outside {place} on Thursday; {count} passengers were wounded, a driver said.",
    "Hommes armés et otages : {count} personnes ont été enlevées jeudi à {place}, selon des élus.",
)
ASKED = ("attacks", "protests", "mines", "kidnappings")


def towns() -> list[str]:
    """Names that one town of those countries bears."""
    places = (one.place for one in world_entries())
    names = [one.name for one in places if one.country in COUNTRIES and one.feature.startswith("P")]
    return sorted(name for name in set(names) if names.count(name) == 1)


def dispatches(places: list[str], chance: random.Random, numbers: range) -> Iterator[Dispatch]:
    for number in numbers:
        body = chance.choice(TOLD).format(place=chance.choice(places), count=chance.randint(2, 40))
        yield Dispatch(f"Source {number % 9}", str(number), body, published_at=NEWEST)


def put_watches(engine: Engine, connection: Connection, places: list[str], chance: random.Random) -> None:
    asked = [
        f"{kind} within {radius_km} km of {place}" for place in places for kind in ASKED for radius_km in (25, 50, 100)
    ]
    wanted = chance.choices(asked, k=WATCHES)
    standing = {text: engine.alerts.standing(text, NEWEST, "en") for text in track(sorted(set(wanted)), "watches")}
    rows = Watches(connection)
    with transaction(connection):
        for number, text in enumerate(wanted):
            person = f"person {number // A_PERSON}"
            rows.add(Owner(person, person), standing[text], Delivery.INSTANT, NEWEST)


def changes(connection: Connection) -> list[StoryChange]:
    rows = connection.execute("SELECT min(s.story), a.dispatch FROM assignments s JOIN accounts a ON a.id = s.account"
                              " GROUP BY a.dispatch ORDER BY a.dispatch")  # fmt: skip
    return [StoryChange(row[0], row[1], first=True) for row in rows]


def on_written_ms(connection: Connection) -> list[float]:
    """One dispatch at a time, from its facts to the rows of the outbox; the watches are in memory by then."""
    alerter, times_ms = Alerter(connection), []
    for change in changes(connection):
        with transaction(connection):
            started = time.perf_counter()
            alerter.on_written([change], NEWEST)
            times_ms.append(1000 * (time.perf_counter() - started))
    return times_ms[1:]  # the first one reads the watches


def whole_ms(engine: Engine, fed: list[Dispatch]) -> list[float]:
    """One dispatch at a time, from read to queued: embedded, understood, written, matched."""
    times_ms = []
    for dispatch in fed:
        started = time.perf_counter()
        engine.ingest([dispatch], NEWEST)
        times_ms.append(1000 * (time.perf_counter() - started))
    return times_ms[1:]  # the first one reads the watches


def by_hand_ms(connection: Connection) -> list[float]:
    reader, watches, times_ms = FactReader(connection), Watches(connection).all(), []
    for facts in reader.of([change.dispatch_row for change in changes(connection)[:BY_HAND]], NEWEST):
        started = time.perf_counter()
        for watch in watches:
            hits(watch.standing, facts, None)
        times_ms.append(1000 * (time.perf_counter() - started))
    return times_ms


def main() -> None:
    chance, places = random.Random(SEED), towns()  # noqa: S311 - no secret hangs on it
    with tempfile.TemporaryDirectory() as folder, Engine.open(Path(folder)) as engine:
        connection = open_database(Path(folder))
        engine.ingest(list(dispatches(places, chance, range(DISPATCHES))), NEWEST, alerting=False)
        put_watches(engine, connection, places, chance)
        ours, plain = on_written_ms(connection), by_hand_ms(connection)
        later = list(dispatches(places, chance, range(DISPATCHES, DISPATCHES + FED_ALONE)))
        whole = whole_ms(engine, later)
        queued = connection.execute("SELECT count(*) FROM alerts").fetchone()[0]
    table = Table("what", "from written to queued, ms", "each watch asked in turn, ms", "from read to queued, ms")
    told = ["p50 {:.1f}, p95 {:.1f}".format(*np.percentile(times, [50, 95])) for times in (ours, plain, whole)]
    table.add_row(
        f"{WATCHES} watches, {len(places)} towns, {queued / (DISPATCHES + FED_ALONE):.0f} alerts a dispatch", *told
    )
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
