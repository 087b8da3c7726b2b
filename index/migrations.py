"""The tables of a collection, as the steps that make them.

Times are whole seconds since 1970 UTC.
"""

from __future__ import annotations

# One entry a version; never edit one that was released, add another.
MIGRATIONS = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    -- One row a version of a dispatch.  It serves for questions asked as at valid_from <= T < valid_to.
    CREATE TABLE dispatches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        external_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        digest TEXT NOT NULL,
        title TEXT,
        body TEXT NOT NULL,
        published_at INTEGER,
        language TEXT,
        url TEXT,
        replaces TEXT,
        status TEXT NOT NULL,
        extra TEXT NOT NULL,
        sample INTEGER NOT NULL,
        ingested_at INTEGER NOT NULL,
        valid_from INTEGER NOT NULL,
        valid_to INTEGER NOT NULL,
        told_with INTEGER NOT NULL,  -- the gazetteer's version when its places were read
        UNIQUE (source, external_id, version)
    ) STRICT;
    CREATE INDEX dispatches_replaces ON dispatches (source, replaces) WHERE replaces IS NOT NULL;
    CREATE INDEX dispatches_published ON dispatches (published_at);

    -- AUTOINCREMENT: an id is never used again, so a follower or a button can never mistake one passage for another.
    CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        dispatch INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX passages_dispatch ON passages (dispatch);

    CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL, identity TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE vectors (
        passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
        model INTEGER NOT NULL REFERENCES models,
        vector BLOB NOT NULL,  -- little-endian float32, unit length
        PRIMARY KEY (passage, model)
    ) STRICT;

    -- What followers (the vector index) have to catch up with.
    CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        passage INTEGER NOT NULL,
        added INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE tellings (
        id INTEGER PRIMARY KEY,
        dispatch INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        leading_kinds INTEGER NOT NULL,  -- those it is filed under: see index.filing
        kinds INTEGER NOT NULL,  -- a bit for each Kind, in the order of the enumeration
        happened_start INTEGER,
        happened_end INTEGER,
        precision TEXT,
        actors TEXT NOT NULL,
        background INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX tellings_dispatch ON tellings (dispatch);
    CREATE INDEX tellings_happened ON tellings (happened_start);

    -- telling NULL: a place that is merely named in the passage.
    CREATE TABLE sites (
        telling INTEGER REFERENCES tellings ON DELETE CASCADE,
        dispatch INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
        name TEXT NOT NULL,
        sound_key TEXT NOT NULL,  -- what its spellings share: see index.gazetteer.sound_key
        lat REAL NOT NULL,
        lon REAL NOT NULL,
        uncertainty_km REAL NOT NULL,
        confidence REAL NOT NULL,
        stated_km REAL,
        geoname_id INTEGER,
        place TEXT,  -- the gazetteer entry as JSON
        alternatives TEXT NOT NULL,
        country TEXT NOT NULL,
        admin1 TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sites_telling ON sites (telling);
    CREATE INDEX sites_dispatch ON sites (dispatch);
    CREATE INDEX sites_passage ON sites (passage);
    CREATE INDEX sites_lat ON sites (lat);
    CREATE INDEX sites_name ON sites (sound_key);
    CREATE INDEX sites_geoname ON sites (geoname_id, dispatch) WHERE telling IS NOT NULL;

    CREATE TABLE claims (
        dispatch INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
        actor TEXT NOT NULL,
        verb TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX claims_dispatch ON claims (dispatch);
    CREATE INDEX claims_passage ON claims (passage);

    -- Stems of both languages, folded: see index.text.stems.
    CREATE VIRTUAL TABLE passages_fts USING fts5 (stems, tokenize = "unicode61 remove_diacritics 2");

    CREATE TABLE gazetteer_files (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        entries INTEGER NOT NULL,
        imported_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE gazetteer (
        file INTEGER NOT NULL REFERENCES gazetteer_files ON DELETE CASCADE,
        geoname_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        names TEXT NOT NULL,  -- one a line
        lat REAL NOT NULL,
        lon REAL NOT NULL,
        country TEXT NOT NULL,
        admin1 TEXT NOT NULL,
        admin2 TEXT NOT NULL,
        admin3 TEXT NOT NULL,
        feature TEXT NOT NULL,
        population INTEGER NOT NULL,
        PRIMARY KEY (file, geoname_id)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    -- How many the news of a version says were harmed; what it recalls of earlier news is not here.
    CREATE TABLE tolls (
        dispatch INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        harm TEXT NOT NULL,
        least INTEGER NOT NULL,
        most INTEGER,  -- NULL: no upper bound
        victims TEXT NOT NULL
    ) STRICT;
    CREATE INDEX tolls_dispatch ON tolls (dispatch, harm, least);
    CREATE INDEX tolls_passage ON tolls (passage);
    UPDATE dispatches SET told_with = -1;  -- what was written before has no tolls: read it again
    """,
    """
    -- One happening as one version tells it: what stories are made of.  See index.accounts.
    CREATE TABLE accounts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        dispatch INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        facts TEXT NOT NULL,  -- JSON
        runs BLOB NOT NULL,  -- little-endian uint32: the hashes of its runs of words
        UNIQUE (dispatch, ordinal)
    ) STRICT;
    -- What an account is found by: a day at a place, a week at a place, the beginning of its text.
    CREATE TABLE account_keys (
        key INTEGER NOT NULL,
        account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
        PRIMARY KEY (key, account)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX account_keys_account ON account_keys (account);
    -- Each tie stands once, the account with the smaller number first.
    CREATE TABLE ties (
        one INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
        reason TEXT NOT NULL,
        strength REAL NOT NULL,
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ties_other ON ties (other);

    CREATE TABLE stories (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        begun_at INTEGER NOT NULL,
        became INTEGER REFERENCES stories ON DELETE SET NULL  -- the story that went on with it
    ) STRICT;
    CREATE INDEX stories_became ON stories (became) WHERE became IS NOT NULL;
    -- Which story an account stood in, from `since` until `until` (NULL: still does), and why.
    CREATE TABLE assignments (
        account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
        story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
        since INTEGER NOT NULL,
        until INTEGER,
        reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX assignments_account ON assignments (account);
    CREATE INDEX assignments_story ON assignments (story);

    UPDATE dispatches SET told_with = -1;  -- what is stored is read again, and gets its accounts
    """,
    # A happening told by a border alone: every reading is done again to find them.
    """
    ALTER TABLE sites ADD COLUMN strip TEXT;  -- the land along a border that the site is somewhere in, as JSON
    UPDATE dispatches SET told_with = -1;
    """,
    """
    -- Standing queries.  Chat, thread and person are keys of their owner's, which nothing here reads.
    CREATE TABLE watches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat TEXT NOT NULL,
        thread TEXT NOT NULL,
        person TEXT NOT NULL,
        standing TEXT NOT NULL,  -- JSON: see index.standing_json
        delivery TEXT NOT NULL,
        paused INTEGER NOT NULL,
        made_at INTEGER NOT NULL,
        has_topic INTEGER NOT NULL,
        model INTEGER REFERENCES models,
        vector BLOB  -- of the question, where it has a topic
    ) STRICT;
    CREATE INDEX watches_chat ON watches (chat);
    CREATE INDEX watches_person ON watches (person);

    -- What the followers of the watches (their lists in memory) have to catch up with.
    CREATE TABLE watch_changes (id INTEGER PRIMARY KEY AUTOINCREMENT, watch INTEGER NOT NULL) STRICT;

    CREATE TABLE watch_chats (
        chat TEXT PRIMARY KEY,
        rules TEXT NOT NULL,  -- JSON: how it wants to be told
        suspended TEXT NOT NULL DEFAULT '',  -- why nothing is sent to it
        next_at_ms INTEGER NOT NULL DEFAULT 0,  -- pacing
        counted_hour INTEGER NOT NULL DEFAULT 0,
        counted INTEGER NOT NULL DEFAULT 0  -- messages of that hour, for the cap
    ) STRICT;

    -- The outbox: one row an alert, gone once it is sent.
    CREATE TABLE alerts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat TEXT NOT NULL,
        thread TEXT NOT NULL,
        form TEXT NOT NULL,
        bundle TEXT NOT NULL,
        story INTEGER NOT NULL,  -- 0 for a notice
        dispatch INTEGER NOT NULL,
        watch INTEGER NOT NULL,
        changed TEXT NOT NULL,  -- JSON
        urgent INTEGER NOT NULL,
        loud INTEGER NOT NULL,
        words TEXT NOT NULL,  -- JSON: of a notice
        queued_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        state TEXT NOT NULL,  -- waiting, claimed, sending, dead
        next_at_ms INTEGER NOT NULL DEFAULT 0,  -- not before: backing off
        tries INTEGER NOT NULL DEFAULT 0,
        unknowns INTEGER NOT NULL DEFAULT 0,  -- sent, perhaps: nobody answered
        fallen_back INTEGER NOT NULL DEFAULT 0,  -- its topic is closed
        token TEXT NOT NULL DEFAULT '',
        lease_until_ms INTEGER NOT NULL DEFAULT 0,
        reason TEXT NOT NULL DEFAULT ''  -- why it is dead
    ) STRICT;
    CREATE INDEX alerts_due ON alerts (chat, due_at, id) WHERE state != 'dead';
    CREATE INDEX alerts_story ON alerts (story);
    CREATE INDEX alerts_leased ON alerts (lease_until_ms) WHERE state IN ('claimed', 'sending');

    -- Which message first told a story in a chat.
    CREATE TABLE told (
        story INTEGER NOT NULL,
        chat TEXT NOT NULL,
        thread TEXT NOT NULL,
        message TEXT NOT NULL,
        bundle TEXT NOT NULL,
        watch INTEGER NOT NULL,
        told_at INTEGER NOT NULL,
        PRIMARY KEY (story, chat, thread)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX told_chat ON told (chat);
    """,
    """
    -- Mean cosines of unrelated and of answering texts, French then English, as JSON: see index.gauge.
    ALTER TABLE models ADD COLUMN scales TEXT;
    -- The default before this one, as measured then; it can no longer be asked.
    UPDATE models SET scales = '[[0.414, 0.640], [0.062, 0.610]]' WHERE identity LIKE 'all-MiniLM-L6-v2@%';
    """,
    "CREATE INDEX dispatches_valid_from ON dispatches (valid_from);",
    # A happening told between two places: every reading is done again to keep both.
    """
    ALTER TABLE sites ADD COLUMN ends TEXT;  -- JSON: the (lat, lon) of both
    UPDATE dispatches SET told_with = -1;
    """,
    "UPDATE dispatches SET told_with = -1;  -- stories join by a distance alone from here on: accounts are made anew",
    "CREATE INDEX dispatches_told_with ON dispatches (told_with);",
    # What marks itself as a correction: every reading is done again to find it.
    """
    ALTER TABLE dispatches ADD COLUMN corrects INTEGER NOT NULL DEFAULT 0;  -- its status says that it is a correction
    UPDATE dispatches SET told_with = -1;
    """,
    "UPDATE dispatches SET told_with = -1;  -- days and hours are read in the time zone of their place from here on",
    # Who only says again what another says: every story is settled again to note whom to compare.
    """
    CREATE TABLE echoes (  -- two versions of one story, the smaller row first
        one INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES dispatches ON DELETE CASCADE,
        likeness REAL,  -- of their sentences: see index.echoes; NULL until the model was asked
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX echoes_other ON echoes (other);
    CREATE INDEX echoes_unheard ON echoes (other) WHERE likeness IS NULL;
    UPDATE dispatches SET told_with = -1;
    """,
    # The default before this one, as measured then; it can no longer be asked.
    """
    UPDATE models SET scales = '[[0.071, 0.575], [0.071, 0.639]]'
    WHERE identity LIKE 'vigie-fr-en@%' AND scales IS NULL;
    """,
    # Tokens are gauged too: French and English vectors, then tokens.  Two pairs mean that they were not asked for yet.
    """
    UPDATE models SET scales = '[[0.062, 0.589], [0.063, 0.632], [0.153, 0.602], [0.149, 0.653]]'
    WHERE identity = 'vigie-fr-en@334c888326ab6daa';
    """,
    # A word in pieces is as near as its farthest piece: what tokens were gauged by pieces is asked for anew.
    """
    UPDATE models SET scales = json_array(json_extract(scales, '$[0]'), json_extract(scales, '$[1]'))
    WHERE json_array_length(scales) = 4;
    UPDATE models SET scales = '[[0.062, 0.589], [0.063, 0.632], [0.153, 0.598], [0.150, 0.643]]'
    WHERE identity = 'vigie-fr-en@334c888326ab6daa';
    """,
    "UPDATE dispatches SET told_with = -1;  -- forces and peoples tell in which country a village lies from here on",
)
