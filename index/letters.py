"""What goes out: the next letter with its stories as they stand when it leaves, and what became of it.

A letter is put together at the last moment: what was corrected since it was queued goes out corrected, and what was
withdrawn does not go out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.facts import FactReader
from index.leases import Claim, Leases
from index.model import Hit, Intent, Query, Story
from index.outbox import First, Line, Outbox
from index.schedule import quiet_until
from index.schema import Connection, told_as_ours
from index.story_links import StoryLinks
from index.story_model import Material
from index.storyteller import Storyteller
from index.watch_model import Bundle, Form, Letter, Standing, Told, Watch
from index.watches import Watches
from index.watching import Facts, anything, hits

_ANYTHING = Standing(Query("", "en", "", (), (), None, None, Intent.LATEST))


class Letters:
    """The outbox as whoever sends sees it.  Belongs to the thread of its connection."""

    def __init__(self, connection: Connection) -> None:
        self._storyteller = Storyteller(connection)
        self._facts = FactReader(connection)
        self._links = StoryLinks(connection)
        self._watches = Watches(connection)
        self._outbox = Outbox(connection)
        self.leases = Leases(connection)

    @told_as_ours()
    def next(self, now: datetime) -> Letter | None:
        """The next letter that may be sent, claimed; None while there is none.  What has nothing to say any more, or
        came to be due in the quiet hours, is put aside on the way."""
        while claim := self.leases.claim(now):
            if self._sleeps(claim, now):
                continue
            letter = self._letter(claim, now)
            if letter.form is Form.NOTICE or any(_says_something(letter.form, one) for one in letter.told):
                return letter
            self.leases.drop(claim.token)
        return None

    def _sleeps(self, claim: Claim, now: datetime) -> bool:
        """Whether it is late, and its chat now asleep: then it is held like the rest.  What makes no sound is not."""
        line = claim.lines[0]
        end = quiet_until(claim.rules, now)
        if end is None or line.urgent or line.form not in (Form.FIRST, Form.UPDATE):
            return False
        self.leases.hold_back(claim.token, end, line.bundle or Bundle.SLEPT)
        return True

    def _letter(self, claim: Claim, now: datetime) -> Letter:
        line = claim.lines[0]
        told = tuple(self._told(one, now) for one in claim.lines if one.form is not Form.NOTICE)
        shown = told if line.form is Form.NOTICE else tuple(one for one in told if _says_something(line.form, one))
        first = self._first(line)
        return Letter(
            token=claim.token,
            alerts=tuple(one.id for one in claim.lines),
            chat=line.chat,
            thread=line.thread,
            form=line.form,
            bundle=line.bundle,
            rules=claim.rules,
            told=shown,
            answers=(first.message or None) if first and line.bundle is Bundle.ALONE else None,
            loud=any(one.loud for one in claim.lines),
            tries=line.tries,
            fallen_back=line.fallen_back,
            words=line.words,
        )

    def _first(self, line: Line) -> First | None:
        return self._outbox.told(self._links.once(line.story)).get((line.chat, line.thread)) if line.story else None

    def _told(self, line: Line, now: datetime) -> Told:
        watch = self._watches.get(line.watch) or self._another(line, now)
        standing = watch.standing if watch else _ANYTHING
        found = self._found(line, watch, now) if watch or line.form is not Form.FIRST else []
        story = self._story(found, now)
        return Told(
            story=story,
            watch=standing.query.text,
            area=standing.query.area,
            changed=line.changed,
            source=self._links.source(line.dispatch),
            watch_id=watch.id if watch else 0,
            was=self._as_first_told(line, standing) if story is None else None,
        )

    def _another(self, line: Line, now: datetime) -> Watch | None:
        """The watch of the chat that a first message goes out for whose own is gone, paused or changed."""
        if line.form is not Form.FIRST:
            return None
        others = (one for one in self._watches.of_chat(line.chat, line.thread) if not one.paused)
        return next((one for one in others if self._found(line, one, now)), None)

    def _as_first_told(self, line: Line, standing: Standing) -> Story | None:
        """What a chat was told that is withdrawn now, so that its people know which of their messages it was."""
        first = self._first(line)
        if first is None:
            return None
        facts = self._facts.of(self._links.ever(line.story), first.told_at)
        met = [hit for one in facts for hit in hits(standing, one, None)]
        return self._story(met or [hit for one in facts for hit in anything(one, standing)], first.told_at)

    def _found(self, line: Line, watch: Watch | None, now: datetime) -> list[Hit]:
        """What of the story meets the watch, or, once it was told, whatever the story tells; the newest first."""
        standing = watch.standing if watch else _ANYTHING
        facts = self._facts.of(self._links.members(line.story), now)
        facts.sort(key=lambda one: (one.row != line.dispatch, one.row))
        question = self._facts.question(watch) if watch else None
        met = [hit for one in facts for hit in self._of_story(line, one, hits(standing, one, question))]
        if met or line.form is Form.FIRST:
            return met
        return [hit for one in facts for hit in self._of_story(line, one, list(anything(one, standing)))]

    def _of_story(self, line: Line, facts: Facts, found: Sequence[Hit]) -> list[Hit]:
        return self._links.hits_of(line.story, facts.row, found)

    def _story(self, found: Sequence[Hit], now: datetime) -> Story | None:
        stories = self._storyteller.told(found, now, 1)
        return stories[0] if stories else None


def _says_something(form: Form, told: Told) -> bool:
    """A story that stands; or one that does not, where it was told before and those who read it must know."""
    return told.story is not None or (form is not Form.FIRST and Material.WITHDRAWN in told.changed)
