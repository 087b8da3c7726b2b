"""What the command `vigie` shows: sentences, progress and refusals, on a terminal or in a log."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.console import Console

from bot.catalogue import Catalogue, supported
from bot.markup import inert
from bot.settings import Secret, SettingsError
from index import VigieError

if TYPE_CHECKING:
    from bot.identity import Identity
    from bot.people import Person
    from index import Answer, Finding, IngestReport, PlacesFile, Progress, Standing, Tried, Watch

LOG_EVERY_S = 10.0
ADVICE = frozenset({"gazetteer", "outbox"})  # what `vigie check` finds that is not wrong, only less than it could be


def language_of(environment: Mapping[str, str]) -> str:
    """`fr` or `en`: VIGIE_LANGUAGE, else the locale variables in POSIX's order of precedence, else English."""
    names = ("VIGIE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return supported(next((value for name in names if (value := environment.get(name))), None))


@dataclass(slots=True)
class LogLines:
    """Progress for a log: a line every LOG_EVERY_S seconds, none for what is done sooner."""

    write: Callable[[Progress, float], None]  # the latter in passages per second
    timer: Callable[[], float] = time.monotonic
    started: float = field(init=False)
    told: float = field(init=False)

    def __post_init__(self) -> None:
        self.started = self.told = self.timer()

    def show(self, progress: Progress) -> None:
        at = self.timer()
        if at - self.told >= LOG_EVERY_S:
            self.told = at
            self.write(progress, progress.passages / (at - self.started))


@dataclass(frozen=True, slots=True)
class Terminal:
    """Answers and reports go to `out`; progress, refusals and faults to `err`."""

    catalogue: Catalogue
    out: Console
    err: Console

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Terminal:
        """The terminal this process was started in, in its language."""
        out, err = (Console(stderr=stderr, markup=False, highlight=False, emoji=False) for stderr in (False, True))
        return cls(Catalogue.load(language_of(environment)), out, err)

    def print(self, text: str) -> None:
        self.out.print(inert(text), soft_wrap=True)

    def say(self, key: str, **values: str | int | float) -> None:
        self.print(self.catalogue.text(key, **values))

    def warn(self, key: str, **values: str | int | float) -> None:
        self.err.print(inert(self.catalogue.text(key, **values)), soft_wrap=True)

    def fault(self, error: VigieError) -> None:
        self.warn(error.key, **error.values)

    def settings_faults(self, error: SettingsError) -> None:
        for fault in error.faults:
            self.warn(fault.key, name=fault.name, cure=self.catalogue.text(fault.cure))

    def typed(self) -> Iterator[str]:
        """The lines that a person types, until an end of input or Ctrl-C."""
        while True:
            try:
                yield self.out.input("> ")
            except (EOFError, KeyboardInterrupt):
                return

    @contextmanager
    def progress(self) -> Iterator[Callable[[Progress], None]]:
        """Where to tell how far ingesting is: a bar on a terminal, now and then a line in a log."""
        if self.err.is_terminal:
            with self._bar() as show:
                yield show
        else:
            yield LogLines(self.progress_line).show

    @contextmanager
    def _bar(self) -> Iterator[Callable[[Progress], None]]:
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # slow to import
        from rich.progress import Progress as Bars

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
        with Bars(*columns, console=self.err, transient=True) as bars:
            task = bars.add_task("", total=None, rate="")
            started = time.monotonic()

            def show(progress: Progress) -> None:
                rate = self._rate(progress, progress.passages / max(time.monotonic() - started, 0.001))
                bars.update(task, completed=progress.done, total=progress.total or None, rate=rate)

            yield show

    def progress_line(self, progress: Progress, per_s: float) -> None:
        """How far it is, as one line of a log; `per_s` in passages."""
        key = (
            "cli-progress" if progress.total else "cli-progress-open"
        )  # the standard input does not say how much comes
        told = self.catalogue.text(key, done=progress.done, total=progress.total)
        rate = self._rate(progress, per_s)
        self.err.print(f"{told}, {rate}" if rate else told, soft_wrap=True)

    def _rate(self, progress: Progress, per_s: float) -> str:
        """Empty where no passage is written, as when places are read again."""
        return self.catalogue.text("cli-rate", per_s=round(per_s)) if progress.passages else ""

    def ingested(self, report: IngestReport) -> None:
        for refusal in report.refused:
            self.fault(refusal)
        self.say(
            "cli-ingested",
            added=report.added,
            same=report.same,
            new_versions=report.new_versions,
            withdrawn=report.withdrawn,
            refused=len(report.refused),
        )

    def finding(self, finding: Finding) -> None:
        """One line of `vigie check`: a mark, what was looked at, and the cure where it is wrong."""
        state = "ok" if finding.ok else "wrong"
        told = self.catalogue.text(f"check-{finding.key}-{state}", **dict(finding.values))
        self.found(told, ok=finding.ok, advice=finding.key in ADVICE)

    def found(self, told: str, *, ok: bool, advice: bool = False) -> None:
        """A line with its mark: fine, could be better, wrong."""
        mark = "✓" if ok else "!" if advice else "✗"
        self.print(f"{mark} {told}")

    def token(self, token: Secret | None) -> bool:
        """Asks Telegram who the bot is and what it may see, and says so.  False if the token is refused, or Telegram
        cannot be asked."""
        from bot.identity import identity

        text = self.catalogue.text
        if token is None:
            self.found(text("check-token-none"), ok=False, advice=True)
            return True
        try:
            bot = identity(token)
        except VigieError as error:
            self.found(text(error.key, **error.values), ok=False)
            return False
        self.found(text("check-token-ok", name=bot.username), ok=True)
        self.identity(bot)
        return True

    def identity(self, bot: Identity) -> None:
        """What the bot may see and do in Telegram, each with how to change it at @BotFather."""
        for key, ok in (("joins", bot.joins_groups), ("reads", bot.reads_groups), ("inline", bot.inline)):
            state = "ok" if ok else "advice"
            self.found(self.catalogue.text(f"check-{key}-{state}", name=bot.username), ok=ok, advice=True)

    def people(self, everybody: tuple[Person, ...]) -> None:
        if not everybody:
            self.say("cli-people-none")
        for person in everybody:
            role = self.catalogue.text(f"role-{person.role.value}" if person.role else "role-revoked")
            since = person.since.date().isoformat() if person.since else self.catalogue.text("appointed")
            self.say("cli-people-row", id=str(person.user_id), role=role, since=since, name=person.name)

    def places(self, files: tuple[PlacesFile, ...]) -> None:
        if not files:
            self.say("cli-places-none")
        for file in files:
            self.say("cli-places-row", name=file.name, rows=file.rows, at=file.imported_at[:10])

    def watches(self, watches: Sequence[Watch]) -> None:
        """A line for each watch: its number, whom it tells and how, what it asks."""
        if not watches:
            self.say("cli-watches-none")
        for watch in watches:
            way = self.catalogue.text(f"delivery-{watch.delivery.value}")
            question = watch.standing.query.text
            self.say("cli-watch-row", number=str(watch.id), chat=watch.owner.chat, delivery=way, question=question)

    def tried(self, tried: Tried, standing: Standing, timezone: ZoneInfo, now: datetime) -> None:
        """What a watch would have told."""
        from bot.console import fitted, terminal_text
        from bot.watch_pages import tried_page
        from bot.wording import Reader

        page = tried_page(tried, standing, Reader(self.catalogue, timezone, now))
        self.print(fitted(terminal_text(page.message.html), self.out.width if self.out.is_terminal else None))

    def answer(self, answer: Answer, timezone: ZoneInfo, now: datetime, asked: str) -> None:
        """The whole answer, in its own language; `asked` stands above it, if anything."""
        from bot.console import fitted, terminal_text
        from bot.render import whole_answer  # Babel's locales take a moment: not for `vigie --help`
        from bot.wording import Reader

        if asked:
            self.print(f"\n> {asked}\n")
        reader = Reader(Catalogue.load(answer.language), timezone, now)
        width = self.out.width if self.out.is_terminal else None
        self.print(fitted(terminal_text(whole_answer(answer, reader).html), width))


def misused(told: str) -> tuple[str, str]:
    """The sentence for a verb or option that was not understood, and the word that was not, out of Typer's own words:
    "Missing argument 'FILE...'.", "No such option: --foo", "Got unexpected extra argument (x)"."""
    word = re.search(r"'([^']+)'|: (\S+)|\(([^()]+)\)\W*$", told)
    name = next((group for group in word.groups() if group), "") if word else ""
    return ("usage-missing" if told.startswith("Missing") else "usage-wrong"), name
