"""Where the invented dispatches are, with which Vigie can be tried.  None of it happened; the places are real."""

from __future__ import annotations

from pathlib import Path


def samples_folder() -> Path:
    """The folder to ingest, with `ReadOptions(sample=True)` so that every answer marks them.

    It holds dispatches and nothing else (this module stands beside it, not in it), since all of it is read.
    """
    return Path(__file__).with_name("samples")
