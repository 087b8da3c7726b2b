"""Telegram and the terminal; sees of index only its public names.

Rooms, from the top down; a room imports only rooms below it:

    cli          the command `vigie`: the composition root, the only place that builds things
    app          every handler in one place, in order; polling and webhook
    handlers     Update -> engine -> render -> reply            console  the same conversation in a terminal
      desk       what every handler works with
    worker       one thread that owns what must not change threads
    store        people, claim code, answer snapshots, seen updates (SQLite)
    render       Answer -> pages in Telegram HTML (pure)        access   who may ask (pure)
    wording      facts -> words: day, distance, compass, notes (pure)
    markup       the one place where text becomes HTML (pure)   buttons  what a button carries (pure)
    settings     the environment, read once                     faults   Telegram's errors as ours
    catalogue    every sentence a person reads (locales/)       logs     no token, no question in a log
"""
