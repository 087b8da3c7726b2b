"""Telegram, the terminal and the command line; sees of index only its public names.

Rooms, floor by floor from the roof; a room imports only rooms of its own floor and below (tests/test_house.py):

    cli                          the command `vigie`: the composition root, the only place that builds things
    watch_verbs, session         `vigie watch`; what every verb works with
    terminal                     what the command shows: answers, progress, refusals
    console                      the same conversation in a terminal, over the real application
    app                          every handler in one place, in order; polling and webhook
    sender                       the outbox loop
    handlers                     Update -> engine -> render -> reply, one file a subject
    introductions                commands and descriptions, as Telegram shows them
    alert_pages, watch_pages     letters and watches -> pages (pure)
    render, directory            answers, people and chats -> pages in Telegram HTML (pure)
    keyboards                    the buttons under an answer (pure)
    notes, tolls                 what an answer owns up to, in words; tolls that do not agree (pure)
    developments                 how a story went on, in one line (pure)
    wording                      facts -> words: day, distance, compass, kinds (pure)
    store, worker                what is kept, and who is let in (SQLite); one thread that owns a thing
    judgements                   what people said of answers, as questions that an evaluation reads (pure)
    talks, feedback              what a conversation is about, what people say of answers (SQLite)
    people, chats                roles and invites; groups and channels (SQLite)
    database                     the bot's tables, their migrations and one connection (SQLite)
    health                       whether the bot answers, told on this machine
    vitals                       memory, and the kinds of the latest errors
    identity, logs               whose token it is; a log without token or question
    country_files, intake        GeoNames over the network; how much is about to be taken in
    forwards                     a message or channel post as a record of a dispatch
    verdicts, watch_files, chat_hours    what an error means for a message; watches as a file; hours as written (pure)
    faults, questions, settings  Telegram's errors as ours; a file of questions; the environment, read once
    whereabouts                  where people said that they are, in memory
    moments                      "14:00": the moment that a question is asked as at (pure)
    access, invites, pace        who may do what; what an invite is to be; how fast somebody may ask (pure)
    buttons, markup              what a button carries; the one place where text becomes HTML (pure)
    catalogue                    every sentence a person reads (locales/)
"""
