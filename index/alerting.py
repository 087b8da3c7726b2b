"""What a written dispatch means for those who watch: whom it tells, how and when.  Runs inside its transaction.

A story is told once in a chat, by its first message.  What comes later edits that message or, where it changes
something material, answers it with a sound.  A correction or a withdrawal reaches every chat that was told, watched or
not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from index.facts import FactReader
from index.model import Hit
from index.outbox import First, Line, Outbox
from index.schedule import due, hour_of, is_urgent
from index.schema import Connection
from index.shortlist import Shortlist
from index.story_links import StoryLinks
from index.story_model import Material, StoryChange
from index.told_tolls import about, killed
from index.watch_model import Bundle, ChatRules, Delivery, Form, Watch
from index.watches import Watches
from index.watching import FRESH, Facts, is_fresh

MOST_AN_HOUR = 10  # messages with a sound in one chat; the rest of the hour comes as one digest
_TAKEN_BACK = {Material.CORRECTION, Material.WITHDRAWN}
_SOONEST_FIRST = (Delivery.INSTANT, Delivery.SILENT, Delivery.DIGEST)
Target = tuple[str, str]  # chat and thread


@dataclass(frozen=True, slots=True)
class Match:
    """A watch that a dispatch meets, and by what."""

    watch: Watch
    hits: tuple[Hit, ...]


class Alerter:
    """Decides and queues.  Holds the watches in memory, caught up with their log."""

    def __init__(self, connection: Connection) -> None:
        self._watches = Watches(connection)
        self._outbox = Outbox(connection)
        self._facts = FactReader(connection)
        self._links = StoryLinks(connection)
        self._shortlist = Shortlist()
        self._listening: dict[int, Watch] = {}
        self._caught_up = 0

    def on_written(self, changes: Sequence[StoryChange], now: datetime) -> None:
        """Queue what one written version tells.  Call inside the transaction that wrote it."""
        facts = self._facts_of(changes[0].dispatch_row, now) if changes else None
        if facts:
            self._catch_up()
        matches = self._matches(facts, now) if facts else {}
        for change in changes:
            self._tell(change, facts, self._of_story(change, matches), now)

    def _of_story(self, change: StoryChange, matches: Mapping[int, Match]) -> dict[int, Match]:
        belongs = self._links.belonging(change.story, change.dispatch_row) if matches else None
        mine = {watch: replace(match, hits=tuple(filter(belongs, match.hits))) for watch, match in matches.items()}
        return {watch: match for watch, match in mine.items() if match.hits}

    # -- who is met --------------------------------------------------------------------------------------------

    def _facts_of(self, row: int, now: datetime) -> Facts | None:
        published_at = self._links.published_at(row)
        if published_at is None or published_at <= now - FRESH:
            return None  # an archive: nothing is read, nobody is told
        # What is under embargo serves from its hour on, and is judged as it will be then.
        return next(iter(self._facts.of([row], max(now, published_at))), None)

    def _matches(self, facts: Facts, now: datetime) -> dict[int, Match]:
        met = self._shortlist.met_by(facts)
        published_at = facts.dispatch.published_at
        return {
            watch: Match(self._listening[watch], tuple(hits))
            for watch, hits in met.items()
            if is_fresh(published_at, hits, now)
        }

    def _catch_up(self) -> None:
        """Take in the watches that were made, changed or silenced since, by this process or another."""
        newest, changed = self._watches.last_change(), self._watches.changed_after(self._caught_up)
        listening = self._watches.listening(changed)
        for number in changed:
            watch = listening.get(number)
            if watch is None:
                self._listening.pop(number, None)
                self._shortlist.drop(number)
            else:
                self._listening[number] = watch
                self._shortlist.put(watch, self._facts.question(watch))
        self._caught_up = newest

    # -- what is queued ----------------------------------------------------------------------------------------

    def _tell(self, change: StoryChange, facts: Facts | None, matches: Mapping[int, Match], now: datetime) -> None:
        at = max(now, facts.dispatch.published_at or now) if facts else now  # not before the hour of an embargo
        stories = self._links.once(change.story)
        told, waiting = self._outbox.told(stories), self._outbox.waiting_firsts(stories)
        best = _best_by_target(matches.values())
        for target, first in {**self._on_their_way(change, waiting, at, now), **told}.items():
            for line in self._following(change, first, best.get(target), facts, at):
                self._outbox.put(line, now)
        for target, match in best.items():
            if facts is not None and target in waiting:
                self._hasten(waiting[target], match, facts, at)
            elif facts is not None and target not in told:
                self._begin(change, match, facts, at)

    def _on_their_way(
        self, change: StoryChange, waiting: Mapping[Target, Line], at: datetime, now: datetime
    ) -> dict[Target, First]:
        """First messages that may arrive without this change: put in words before it, or due before the hour of its
        embargo.  Those that are put in words and not yet begun are called back."""
        without: dict[Target, First] = {}
        for target, line in waiting.items() if change.changed else ():
            if line.begun or (now < at and line.due_at < at):
                without[target] = First(line.chat, line.thread, "", line.bundle, line.watch, line.story, at)
            else:
                self._outbox.call_back(line)
        return without

    def _begin(self, change: StoryChange, match: Match, facts: Facts, now: datetime) -> None:
        """The first message of a story in a chat."""
        owner, rules = match.watch.owner, self._watches.rules(match.watch.owner.chat)
        urgent = _is_urgent(match, facts, rules)
        due_at, bundle = self._when(owner.chat, rules, match.watch.delivery, now, urgent=urgent)
        line = Line(
            chat=owner.chat,
            thread=owner.thread,
            form=Form.FIRST,
            due_at=due_at,
            story=change.story,
            dispatch=change.dispatch_row,
            watch=match.watch.id,
            bundle=bundle,
            urgent=urgent,
            loud=match.watch.delivery is not Delivery.SILENT,
        )
        self._outbox.put(line, now)

    def _following(
        self, change: StoryChange, first: First, match: Match | None, facts: Facts | None, at: datetime
    ) -> Iterator[Line]:
        """What a chat that was told the story gets: an answer to its message, the message itself rewritten, or both.

        `match` is of a watch of that chat which this version meets: it goes on where the first one is gone or rests."""
        taken_back = bool(set(change.changed) & _TAKEN_BACK)
        own = self._watches.get(first.watch)
        watch = match.watch if match and (own is None or own.paused) else own
        if not taken_back and (facts is None or watch is None or watch.paused):
            return  # an archive, or somebody who wants to hear no more
        if change.changed:
            yield self._answer(change, first, watch, facts, at, taken_back=taken_back)
        if first.bundle is Bundle.ALONE and (taken_back or not change.changed):
            yield replace(_line(Form.EDIT, change, first, at), watch=_number(watch))

    def _answer(
        self,
        change: StoryChange,
        first: First,
        watch: Watch | None,
        facts: Facts | None,
        at: datetime,
        *,
        taken_back: bool,
    ) -> Line:
        delivery = watch.delivery if watch else Delivery.INSTANT
        rules = self._watches.rules(first.chat)
        urgent = facts is not None and is_urgent(rules.quiet, None, killed(facts.said.tolls))
        due_at, bundle = self._when(first.chat, rules, delivery, at, urgent=urgent, counted=not taken_back)
        line = replace(_line(Form.UPDATE, change, first, due_at), watch=_number(watch))
        return replace(line, bundle=bundle, urgent=urgent, loud=delivery is not Delivery.SILENT)

    def _hasten(self, waiting: Line, match: Match, facts: Facts, now: datetime) -> None:
        rules = self._watches.rules(waiting.chat)
        if waiting.bundle is Bundle.SLEPT and now < waiting.due_at and _is_urgent(match, facts, rules):
            self._outbox.hasten(waiting, now)

    def _when(
        self, chat: str, rules: ChatRules, delivery: Delivery, at: datetime, *, urgent: bool, counted: bool = True
    ) -> tuple[datetime, Bundle]:
        held = due(rules, delivery, at, urgent=urgent, room_this_hour=True)
        if held[1] is not Bundle.ALONE or not counted:
            return held
        room = self._outbox.take_room(chat, hour_of(at), MOST_AN_HOUR)
        return due(rules, delivery, at, urgent=urgent, room_this_hour=room)


def _line(form: Form, change: StoryChange, first: First, due_at: datetime) -> Line:
    return Line(
        chat=first.chat,
        thread=first.thread,
        form=form,
        due_at=due_at,
        story=first.story,
        dispatch=change.dispatch_row,
        changed=change.changed,
        loud=form is Form.UPDATE,
    )


def _number(watch: Watch | None) -> int:
    return watch.id if watch else 0


def _best_by_target(matches: Iterable[Match]) -> dict[Target, Match]:
    """One match a chat and thread: that of the watch that tells soonest, the oldest of equals."""
    best: dict[Target, Match] = {}
    for match in sorted(matches, key=lambda one: (_SOONEST_FIRST.index(one.watch.delivery), one.watch.id)):
        owner = match.watch.owner
        best.setdefault((owner.chat, owner.thread), match)
    return best


def _is_urgent(match: Match, facts: Facts, rules: ChatRules) -> bool:
    near = min((hit.distance_km for hit in match.hits if hit.distance_km is not None), default=None)
    return is_urgent(rules.quiet, near, killed(about(match.hits, facts.said)))
