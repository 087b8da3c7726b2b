"""The watches of people: made, changed, tried out, kept in a file.  The other side of `index.letters`, which sends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from index import rank
from index.errors import InputError
from index.finder import Finder
from index.model import Query
from index.outbox import Line, Outbox
from index.retrieval import asks
from index.schedule import awake
from index.schema import Connection, told_as_ours, transaction
from index.serving import Serving
from index.text import stems
from index.trying import Trial
from index.watch_model import ChatRules, DeadLetter, Delivery, Form, Owner, Standing, Tally, Tried, Watch, has_topic
from index.watch_words import read_watch
from index.watches import Watches
from index.watching import Question

MOST_WATCHES = 20  # of one person

Parse = Callable[[str, datetime, str | None, str], Query]


class Alerts:
    """Standing queries over one collection.  Belongs to the thread of its connection."""

    def __init__(self, connection: Connection, serving: Serving, parse: Parse) -> None:
        self._db = connection
        self._finder = Finder(connection)
        self._trial = Trial(connection)
        self._watches = Watches(connection)
        self._outbox = Outbox(connection)
        self._serving = serving
        self._parse = parse

    # -- making and changing -----------------------------------------------------------------------------------

    @told_as_ours()
    def standing(self, text: str, now: datetime, language: str | None = None, *, timezone: str = "UTC") -> Standing:
        """A text as a standing query: a question, with a least toll, a source or a language where it names them.

        `timezone` is that of who asks (IANA).

        Raises InputError `watch-empty` where it asks for nothing that a dispatch could meet."""
        words = read_watch(text)
        query = replace(self._parse(words.question, now, language, timezone), window=None, text=words.question)
        if not _means_something(query) and words.least_toll is None and words.source is None:
            raise InputError("watch-empty")
        return Standing(query, words.least_toll, words.source, words.language, self._rarity(query, now))

    @told_as_ours()
    def watch(self, owner: Owner, standing: Standing, now: datetime, delivery: Delivery = Delivery.INSTANT) -> Watch:
        """Keep a standing query.  Raises InputError `watches-full`, and ModelError where its topic needs a model that
        is not there."""
        with transaction(self._db):
            if self._watches.count_of(owner.person) >= MOST_WATCHES:
                raise InputError("watches-full", most=MOST_WATCHES)
            watch = self._watches.add(owner, standing, delivery, now)
        self.embed()
        return watch

    @told_as_ours()
    def left(self, person: str) -> int:
        """How many more watches somebody may have."""
        return max(0, MOST_WATCHES - self._watches.count_of(person))

    def of_chat(self, chat: str, thread: str = "") -> list[Watch]:
        """The watches that tell in a chat and thread, oldest first."""
        return self._watches.of_chat(chat, thread)

    def all(self) -> list[Watch]:
        """Everybody's watches, oldest first."""
        return self._watches.all()

    def get(self, watch: int) -> Watch | None:
        """A watch by its number."""
        return self._watches.get(watch)

    @told_as_ours()
    def change(
        self,
        watch: int,
        *,
        standing: Standing | None = None,
        delivery: Delivery | None = None,
        paused: bool | None = None,
    ) -> None:
        """Change what is given; what was queued for a watch that is paused, or asks something else, is
        forgotten where no other watch of the chat meets it."""
        with transaction(self._db):
            self._watches.change(watch, standing=standing, delivery=delivery, paused=paused)
            if paused or standing:
                self._outbox.part_from(watch)
        self.embed()

    @told_as_ours()
    def remove(self, watch: int) -> None:
        """Delete a watch, and what was queued for it where no other watch of the chat meets it."""
        with transaction(self._db):
            self._watches.remove(watch)
            self._outbox.part_from(watch)

    @told_as_ours()
    def embed(self) -> None:
        """Let the serving model embed the questions that it has not; nothing where every topic has its vector."""
        with transaction(self._db):  # an empty collection takes the model of the settings here
            model = self._serving.model_row()
        waiting = self._watches.without_vector(model)
        if not waiting:
            return
        encoder = self._serving.encoder()
        self._serving.scales()  # gauged now: what is written in a transaction must not have to
        vectors = [encoder.encode_question(watch.standing.query.text) for watch in waiting]
        with transaction(self._db):
            for watch, vector in zip(waiting, vectors, strict=True):
                self._watches.put_vector(watch.id, model, vector)

    def _rarity(self, query: Query, now: datetime) -> tuple[tuple[str, float], ...]:
        terms = sorted(set(stems(query.topic).split()))
        if not terms:
            return ()
        frequency = self._finder.document_frequency(terms)
        weights = rank.rarity(frequency, max(self._finder.searched(now).passages, *frequency.values()))
        return tuple((term, round(weights[term], 6)) for term in terms)

    # -- trying out --------------------------------------------------------------------------------------------

    @told_as_ours()
    def tried(self, standing: Standing, now: datetime, limit: int = 10) -> Tried:
        """What a watch would have told in the last 7 days, by the rules that hold when a dispatch comes in."""
        return self._trial.of(standing, self._question(standing), now, limit)

    def _question(self, standing: Standing) -> Question | None:
        if not has_topic(standing.query):
            return None
        vector = self._serving.encoder().encode_question(standing.query.text)
        return Question(vector, self._serving.scales().of(standing.query.language))

    # -- chats -------------------------------------------------------------------------------------------------

    def rules(self, chat: str) -> ChatRules:
        """How a chat wants to be told."""
        return self._watches.rules(chat)

    @told_as_ours()
    def set_rules(self, chat: str, rules: ChatRules, now: datetime) -> None:
        """Keep how a chat wants to be told; what is held over its quiet hours follows the new ones."""
        with transaction(self._db):
            self._watches.set_rules(chat, rules)
            self._outbox.hold_again(chat, awake(rules, now))

    @told_as_ours()
    def suspend(self, chat: str, reason: str) -> None:
        """Tell a chat nothing more, for a reason that is a key."""
        with transaction(self._db):
            self._watches.suspend(chat, reason)

    @told_as_ours()
    def resume(self, chat: str, now: datetime) -> bool:
        """Tell a chat again, what waited in one message; False where it was not suspended."""
        with transaction(self._db):
            if not self._watches.suspended(chat):
                return False
            self._watches.suspend(chat, "")
            self._outbox.bundle_waiting(chat, now)
        return True

    @told_as_ours()
    def notice(self, chat: str, words: tuple[tuple[str, str | int], ...], now: datetime) -> None:
        """Queue a sentence for a chat, such as an operator's: its `key` and its values.  One that waits is enough."""
        with transaction(self._db):
            self._watches.set_rules(chat, self._watches.rules(chat))
            self._outbox.put(Line(chat, "", Form.NOTICE, now, words=words), now)

    def tally(self, now: datetime) -> Tally:
        """How the outbox stands."""
        return self._outbox.tally(now)

    def undelivered(self) -> tuple[int, int]:
        """How many lines can never be sent, and how many chats cannot be written to."""
        return self._outbox.undelivered()

    def dead_letters(self) -> list[DeadLetter]:
        """What could not be sent, newest first."""
        return self._outbox.dead_letters()

    @told_as_ours()
    def move_chat(self, old: str, new: str) -> None:
        """Everything of a chat is another's from now on."""
        with transaction(self._db):
            self._watches.move_chat(old, new)


def _means_something(query: Query) -> bool:
    """Whether it asks for anything: "latest" alone asks for everything: that is a question and no watch."""
    return asks(query) and any((query.topic, query.verbs, query.kinds, query.actors, query.area, query.unplaced))
