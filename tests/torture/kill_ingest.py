"""Kill `vigie ingest` at any moment, go on, and find every dispatch there once.

    python tests/torture/kill_ingest.py [KILLS]

Runs for minutes with the real model; `make torture` calls it.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DISPATCHES = 640
VIGIE = str(Path(sys.executable).with_name("vigie"))


def write_wire(path: Path) -> None:
    """Invented dispatches, each with its own number in its text."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(DISPATCHES):
            body = f"SAMPLE {number}. Gunmen attacked a convoy near Gao on 3 November 2026, residents said."
            record = {"id": str(number), "source": "Torture", "body": body, "published": "2026-11-04T08:00:00Z"}
            file.write(json.dumps(record) + "\n")


def vigie(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One command, to its end."""
    return subprocess.run([VIGIE, "--data", str(data), *words], capture_output=True, text=True, check=False)


def kill_once(data: Path, wire: Path, after_s: float) -> bool:
    """Start an ingest and kill it some time after it first told of progress; whether it was still running then."""
    process = subprocess.Popen(
        [VIGIE, "--data", str(data), "ingest", str(wire)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr  # a pipe was asked for
    process.stderr.readline()
    time.sleep(after_s)
    running = process.poll() is None
    process.kill()
    process.communicate()
    return running


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    with tempfile.TemporaryDirectory() as folder:
        data, wire = Path(folder) / "data", Path(folder) / "wire.jsonl"
        write_wire(wire)
        struck = sum(kill_once(data, wire, random.uniform(0, 1)) for _ in range(kills))  # noqa: S311 - no secret
        last = vigie(data, "ingest", str(wire))
        check = vigie(data, "check")
        answer = vigie(data, "ask", "attacks near Gao", "--json", "--now", "2026-11-05")
    searched = json.loads(answer.stdout)["searched"]["dispatches"]
    print(f"{struck} of {kills} kills struck a running ingest. {last.stdout.strip()}")  # noqa: T201 - its report
    print(check.stdout.strip())  # noqa: T201
    whole = searched == DISPATCHES and last.returncode == 0 and check.returncode == 0
    print("1 passed, 0 failed" if whole else f"0 passed, 1 failed: {searched} of {DISPATCHES} dispatches")  # noqa: T201
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
