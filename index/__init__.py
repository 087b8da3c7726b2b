"""Dispatches, passages and answers.  Knows nothing of Telegram or asyncio; the public names stand here.

Rooms, floor by floor from the roof; a room imports only rooms of its own floor and below (tests/test_house.py):

    engine                                     ask(), ingest() and looking after it all: joins the rest
    alerts, letters, alerting                  the watches of people; what goes out; whom a written dispatch tells
    trying                                     what a watch would have told
    shortlist, watching, facts                 which watches it may meet; whether it meets one; what they may ask of it
    storyteller                                hits -> the stories that are told
    ingest, retrieval, answers, answer_json    a dispatch in; a question to hits, hits to stories; an answer as JSON
    serving                                    which model and which vectors serve
    leases, outbox, watches, story_links       SQLite: whose turn, what waits, standing queries, who tells a story
    watch_owners                               SQLite: what is kept of one person around their watches
    atlas, finder, vector_rows                 SQLite: the gazetteer's rows, what a question reads, the change log
    story_rows, story_finder, account_rows     SQLite: stories written, stories read; accounts and their ties
    echo_rows                                  SQLite: whose texts are alike, sentence by sentence
    archive, vectors, geonames, readers        SQLite: dispatches; FAISS, a follower; country files; bytes -> Dispatch
    echoes                                     does one text only say again what another says
    gauge                                      how like two texts are, on one scale for every model
    late_interaction                           how near a passage is to a question, word by word
    encoder, schema, samples                   sentence-transformers, lazily; opening a database; invented dispatches
    migrations                                 the tables, as the steps that make them
    encoders                                   the encoder in the box, and what makes it again
    rank, passages                             order and gate; what is embedded and quoted
    told_tolls                                 who says how many
    credits, story_turns, story_changes        who tells a story of their own; how it went on; what is new in it
    toll_changes                               which counts a later account changes
    stories, accounts                          one happening, one story; a happening as one version tells it
    spots                                      where an account has it: a point, a ring, a way
    follow_ups                                 "et à Gao ?": a question that goes on from the one before
    query, tellings                            a question -> Query; a body -> what it tells
    places, question_places                    where a text says that it happened; the area a question asks about
    place_sites, border_sites, asked_ways      each name's point; the stretch of a border that is meant; the way asked
    asked_people, asked_areas                  names in a question that are somebody's; the land that places make
    place_scene, asked_names                   a text's names and brackets; a question's names
    border_phrases                             "near the border with Niger"
    relations, place_evidence, homonyms        "40 km north of"; is it a place, and is it there; which of one name
    dates, question_dates, date_phrases        when a text says that it happened; the window a question asks about
    calendar_days, calendar_periods, feasts    "le 3 mai"; "en juin dernier"; "depuis la Tabaski"
    relative_dates, date_rules, saying         "depuis mardi"; what a rule is; a date of saying, not of happening
    doubt                                      is what is told confirmed by anybody
    claims, speakers, claim_verbs              who says it, and how
    filing                                     under which kinds a happening of several sentences is found
    tolls                                      how many were harmed, who, and how
    asked_tolls, watch_words                   from how many dead; a watch's own words
    kind_spelling                              "ataques": a word for a kind, one letter wrong
    toll_phrases                               how a sentence tells a toll
    incidents, assertion                       what kind of thing; asserted, or denied and feared
    actors, armed_names, source_names          who is who, in both languages
    names, name_sounds, regions, gazetteer, countries       names in a text; regions that are no unit; names to places
    geometry, borders, stretches               distances and areas; where countries meet; days and weeks as stretches
    local_time                                 by what clocks and calendar a place tells its days
    incident_words, harm_words, toll_words     words of happening, of who is harmed and who bears arms
    correction_words                           a head that marks a correction
    asked_words, asked_places, stop_words      words of asking, of asking where, of nothing
    place_words, date_words, quantities        words around places; words of time; numbers in digits and in words
    likeness                                   is one text a copy of the other
    standing_json, schedule                    a watch as JSON; quiet hours, digests, time zones
    text                                       folding and sentences, with exact offsets
    mark_model, watch_model                    the nouns of what is marked in a text; those of watching
    model, story_model, question_model, areas  the nouns; of tolls and what changes a story; of asking; of where
    errors                                     the tree of errors
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
    Borderland,
    Circle,
    Claim,
    ClaimVerb,
    Dispatch,
    Doubt,
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
    ToldToll,
    Unit,
    Window,
)
from index.question_model import FollowUp, Namesake
from index.schema import Connection, open_tables, told_as_ours, transaction
from index.story_model import Harm, Material, Toll, Turn
from index.watch_model import (
    Bundle,
    ChatRules,
    DeadLetter,
    Delivery,
    Form,
    Letter,
    Owner,
    Quiet,
    Standing,
    Tally,
    Told,
    Tried,
    Watch,
)

if TYPE_CHECKING:
    from index.actors import actor_name
    from index.alerts import Alerts
    from index.answer_json import answer_to_json
    from index.atlas import PlacesFile
    from index.engine import Engine, Finding
    from index.ingest import IngestReport, Progress
    from index.letters import Letters
    from index.readers import ReadOptions, read_paths, read_stream, read_time
    from index.samples import samples_folder

# Loaded when first asked for: they bring FAISS and NumPy, and `vigie --help` needs neither.
_ROOMS = {
    "Alerts": "index.alerts",
    "Letters": "index.letters",
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
    "read_time": "index.readers",
    "samples_folder": "index.samples",
}

__all__ = [
    "Alerts",
    "Answer",
    "Area",
    "Borderland",
    "Bundle",
    "ChatRules",
    "Circle",
    "Claim",
    "ClaimVerb",
    "Connection",
    "DeadLetter",
    "Delivery",
    "Dispatch",
    "Doubt",
    "Engine",
    "Finding",
    "FollowUp",
    "Form",
    "GazetteerError",
    "Happened",
    "Harm",
    "IngestReport",
    "InputError",
    "Intent",
    "Kind",
    "Letter",
    "Letters",
    "Material",
    "ModelError",
    "Namesake",
    "Note",
    "NoteKey",
    "NoteValue",
    "Owner",
    "PlacesFile",
    "Precision",
    "Progress",
    "Query",
    "Quiet",
    "QuotedPassage",
    "ReadOptions",
    "RecordError",
    "Region",
    "Searched",
    "Shape",
    "Span",
    "Standing",
    "Status",
    "StoreError",
    "Story",
    "Tally",
    "Told",
    "ToldToll",
    "Toll",
    "Tried",
    "Turn",
    "Unit",
    "VigieError",
    "Watch",
    "Window",
    "actor_name",
    "answer_to_json",
    "open_tables",
    "read_paths",
    "read_stream",
    "read_time",
    "samples_folder",
    "told_as_ours",
    "transaction",
]


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(name)
