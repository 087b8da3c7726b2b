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
