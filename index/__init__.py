"""Dispatches, passages and answers.  Knows nothing of Telegram or asyncio; the public names stand here.

Rooms, from the top down; a room imports only rooms below it, and adapters do not import each other:

    engine      ingest(), ask(): joins the rest
    archive     dispatches, versions, passages, full text (SQLite)      vectors   FAISS follower
    encoder     sentence-transformers, lazily                           readers   bytes -> Dispatch
    schema      tables and migrations
    query       a question -> Query                                     rank      fusing, gating, ordering
    stories     one happening, one story                                tellings  a body -> what it tells
    claims      who says, claims or denies
    text        passages, sentences, folding                            places    gazetteer, mentions, relations
    dates       phrases -> windows                                      incidents, actors
    model       the nouns                                               errors    the tree of errors
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from index.errors import (
    GazetteerError,
    InputError,
    ModelError,
    RecordError,
    StoreError,
    VigieError,
)
from index.model import (
    Answer,
    Area,
    Circle,
    Claim,
    ClaimVerb,
    Dispatch,
    Happened,
    Intent,
    Kind,
    Note,
    NoteKey,
    NoteValue,
    Precision,
    Query,
    QuotedPassage,
    Region,
    Searched,
    Shape,
    Span,
    Status,
    Story,
    Unit,
    Window,
)

if TYPE_CHECKING:
    from index.actors import actor_name
    from index.answer_json import answer_to_json
    from index.atlas import PlacesFile
    from index.engine import Engine, Finding
    from index.ingest import IngestReport, Progress
    from index.readers import ReadOptions, read_paths, read_stream
    from index.samples import samples_folder

# Loaded when first asked for: they bring FAISS and NumPy, and `vigie --help` needs neither.
_ROOMS = {
    "Engine": "index.engine",
    "Finding": "index.engine",
    "IngestReport": "index.ingest",
    "PlacesFile": "index.atlas",
    "actor_name": "index.actors",
    "Progress": "index.ingest",
    "ReadOptions": "index.readers",
    "answer_to_json": "index.answer_json",
    "read_paths": "index.readers",
    "read_stream": "index.readers",
    "samples_folder": "index.samples",
}

__all__ = [
    "Answer",
    "Area",
    "Circle",
    "Claim",
    "ClaimVerb",
    "Dispatch",
    "Engine",
    "Finding",
    "GazetteerError",
    "Happened",
    "IngestReport",
    "InputError",
    "Intent",
    "Kind",
    "ModelError",
    "Note",
    "NoteKey",
    "NoteValue",
    "PlacesFile",
    "Precision",
    "Progress",
    "Query",
    "QuotedPassage",
    "ReadOptions",
    "RecordError",
    "Region",
    "Searched",
    "Shape",
    "Span",
    "Status",
    "StoreError",
    "Story",
    "Unit",
    "VigieError",
    "Window",
    "actor_name",
    "answer_to_json",
    "read_paths",
    "read_stream",
    "samples_folder",
]


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(name)
