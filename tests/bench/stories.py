"""What putting one more dispatch into its stories costs, by how large the collection is.

    make bench-stories

Every dispatch tells one raid, at one of 400 villages, on one of two years' days, and one in four is a copy or a cut of
the one before.  Their readings are made here, so that what is timed is the stories alone.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np

# Run as a script: the folder of the project comes before the installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index.archive import Archive, Prepared, to_seconds
from index.model import Dispatch, Happened, Kind, Passage, Place, Precision, Site, Telling
from index.schema import open_database, transaction
from index.story_rows import StoryRows
from index.tellings import Reading
from index.text import digest
from index.vector_rows import VectorRows
from tests.bench.generated import NEWEST

SEED = 20
DISPATCHES = 38_400
PASSAGES_EACH = 3
VILLAGES = 400
DAYS = 730
WORDS = 120
TIMED = 1_000
TOLD_EVERY = 9_600
LETTERS = "abdegiklmnorstu"
KINDS = (Kind.ATTACK, Kind.BOMBING, Kind.ABDUCTION, Kind.PROTEST)


def raids(chance: random.Random) -> Iterator[tuple[Dispatch, Reading]]:
    """Dispatches without end, each with what it tells."""
    vocabulary = ["".join(chance.choices(LETTERS, k=chance.randint(3, 9))) for _ in range(5_000)]
    places = [_village(chance, number) for number in range(VILLAGES)]
    body, reading = "", Reading((), (), ())
    for number in range(sys.maxsize):
        day = NEWEST.replace(hour=0) - timedelta(days=chance.randrange(DAYS))
        if chance.random() > 0.25 or not body:
            body = " ".join(chance.choices(vocabulary, k=WORDS)).capitalize() + "."
            happened = Happened(day, day + timedelta(days=1), Precision.DAY)
            kind = chance.choice(KINDS)
            site = chance.choice(places)
            telling = Telling(0, len(body), (kind,), (site,), happened, filed=(kind,))
            reading = Reading((telling,), (), ())
        source = f"Source {number % 40}"
        yield Dispatch(source, str(number), body, published_at=day + timedelta(hours=20), language="en"), reading


def _village(chance: random.Random, number: int) -> Site:
    lat, lon = chance.uniform(11, 20), chance.uniform(-10, 4)
    place = Place(number, f"Village {number}", lat, lon, "ML")
    return Site(place.name, lat, lon, 4.0, 1.0, place)


def prepared(dispatch: Dispatch, reading: Reading) -> Prepared:
    step = len(dispatch.body) // PASSAGES_EACH
    cut = tuple(
        Passage(at, at * step, (at + 1) * step, dispatch.body[at * step : (at + 1) * step], "")
        for at in range(PASSAGES_EACH)
    )
    return Prepared(dispatch, digest(dispatch), cut, np.ones((PASSAGES_EACH, 2), dtype=np.float32), reading)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection = open_database(Path(folder))
        archive, stories = Archive(connection), StoryRows(connection)
        chance = random.Random(SEED)  # noqa: S311 - no secret hangs on it
        fed = raids(chance)
        with transaction(connection):
            model = VectorRows(connection).model_row("bench", "bench@1")
        took_ms = []
        for _ in range(DISPATCHES // 64):
            with transaction(connection):
                for _ in range(64):
                    dispatch, reading = next(fed)
                    written = archive.put(prepared(dispatch, reading), model=model, gazetteer_version=0, now=NEWEST)
                    started = time.process_time()  # a busy machine does not stretch it
                    stories.assign(written.row, dispatch, reading, to_seconds(NEWEST))
                    took_ms.append(1000 * (time.process_time() - started))
        for done in range(TOLD_EVERY, len(took_ms) + 1, TOLD_EVERY):
            p50, p95 = np.percentile(took_ms[done - TIMED : done], [50, 95])
            passages = done * PASSAGES_EACH
            print(f"{passages:7} passages: p50 {p50:.2f} ms, p95 {p95:.2f} ms a dispatch")  # noqa: T201 - a report
        connection.close()


if __name__ == "__main__":
    main()
