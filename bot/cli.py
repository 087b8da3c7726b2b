"""The command `vigie`: the composition root, the only place that builds things and the only one with a clock.

Exit codes: 0 done; 1 a record was refused, or something is wrong; 2 the command was not understood; 130 stopped by
Ctrl-C.  Answers and reports go to the standard output, everything else to the standard error.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version as installed_version
from operator import length_hint
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

from bot import watch_verbs
from bot.session import Session, made
from bot.settings import Settings, SettingsError
from bot.terminal import ADVICE, Terminal, misused
from index import InputError, RecordError, VigieError

# The rest of index and bot is imported where it is used: `vigie --help` then loads neither FAISS nor Telegram.
if TYPE_CHECKING:
    from bot.handlers.desk import EnginePort
    from bot.questions import Question
    from bot.store import Store
    from bot.worker import Worker
    from index import Answer, Dispatch, ReadOptions

MISUSED = 2
STOPPED_BY_KEYBOARD = 130  # 128 + SIGINT, as shells have it

Language = Annotated[str | None, typer.Option(metavar="fr|en")]
Moment = Annotated[str | None, typer.Option(metavar="TIME")]


def clock() -> datetime:
    """The present: the only place that asks for it."""
    return datetime.now(UTC)


def begin(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    version: Annotated[bool, typer.Option("--version")] = False,
) -> None:
    session: Session = context.obj
    if version:
        session.terminal.print(f"vigie {installed_version('vigie')}")
        raise typer.Exit
    help_alone(context)
    context.obj = dataclasses.replace(session, data=data)


def help_alone(context: typer.Context) -> None:
    """Without a verb, the help."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit


def ingest(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH...|-")] = None,
    source: Annotated[str | None, typer.Option()] = None,
    published: Moment = None,
    language: Language = None,
    samples: Annotated[bool, typer.Option("--samples")] = False,
    no_alerts: Annotated[bool, typer.Option("--no-alerts")] = False,
) -> None:
    from bot.questions import moment
    from index import Progress, ReadOptions, samples_folder

    session: Session = context.obj
    published_at = moment(published) if published else None
    options = ReadOptions(source=source, published_at=published_at, language=language, sample=samples)
    records = _records([str(samples_folder())] if samples else paths or [], options)
    with session.embedding_engine() as engine:
        try:
            with session.terminal.progress() as show:
                show(Progress(0, length_hint(records), 0))  # the bar stands before the first batch is done
                report = engine.ingest(records, clock(), show, alerting=not no_alerts)
        except KeyboardInterrupt:
            session.terminal.warn("cli-stopped")
            raise typer.Exit(STOPPED_BY_KEYBOARD) from None
    session.terminal.ingested(report)
    raise typer.Exit(1 if report.refused else 0)


def _records(paths: list[str], options: ReadOptions) -> Iterable[Dispatch | RecordError]:
    from bot.intake import Counted, about
    from index import read_paths, read_stream

    if not paths:
        raise InputError("nothing-given")
    if paths == ["-"]:
        return read_stream(sys.stdin.buffer, "-", options)
    files = [Path(path) for path in paths]
    return Counted(read_paths(files, options), about(files))


def ask(
    context: typer.Context,
    question: Annotated[list[str] | None, typer.Argument()] = None,
    batch: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
    now: Moment = None,
    language: Language = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 10,
    here: Annotated[str | None, typer.Option(metavar="LAT,LON")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    from bot.questions import answer_language, moment, point

    session: Session = context.obj
    present = moment(now) if now else clock()
    preferred = answer_language(language) if language else None
    standing, zone = point(here) if here else None, session.settings().timezone
    refused = False
    with session.embedding_engine() as engine:
        for asked in _questions(question, batch):
            if isinstance(asked, RecordError):
                session.terminal.fault(asked)
                refused = True
                continue
            at = asked.now or present
            answer = engine.ask(asked.text, at, asked.language or preferred, limit, timezone=zone.key, here=standing)
            if as_json:
                _write_json(answer, asked.id)
            else:
                session.terminal.answer(answer, zone, at, asked=asked.text if batch else "")
    raise typer.Exit(1 if refused else 0)


def _questions(words: list[str] | None, batch: Path | None) -> Iterator[Question | RecordError]:
    from bot.questions import Question, read_questions

    text = " ".join(words or []).strip()
    if bool(text) == bool(batch):
        raise InputError("question-or-batch")
    if batch:
        return read_questions(batch)
    return iter([Question(id="1", text=text, now=None, language=None)])


def _write_json(answer: Answer, identifier: str) -> None:
    from index import answer_to_json

    typer.echo(json.dumps(answer_to_json(answer, identifier), ensure_ascii=False))


def chat(context: typer.Context) -> None:
    from bot.app import build_application
    from bot.console import ConsoleRequest, console_settings, run_console

    session: Session = context.obj
    settings, request = console_settings(session.settings()), ConsoleRequest()
    session.embedding_engine().close()  # warns of another model before the first question
    with _workers(settings, writes_snapshot=False) as (engine, store):
        application = build_application(settings, engine, store, clock, request, request)
        run_console(application, request, session.terminal.typed(), sys.stdout, session.terminal.catalogue.language)


def bot(context: typer.Context) -> None:
    from bot.app import build_application, run
    from bot.logs import start_logging

    session: Session = context.obj
    settings = session.settings()
    if settings.token is None:
        raise InputError("token-missing")
    secrets = (settings.token, settings.webhook.secret) if settings.webhook else (settings.token,)
    start_logging(sys.stderr, secrets, settings.log)
    _offer_claim(session)
    session.embedding_engine().close()  # warns of another model before the first question
    with _workers(settings, writes_snapshot=True) as (engine, store):
        run(build_application(settings, engine, store, clock), settings.webhook)


def _offer_claim(session: Session) -> None:
    """Prints the one-time code that makes its sender the operator, while there is none."""
    with _store(session) as store:
        if not store.has_operator():
            session.terminal.say("cli-claim", code=store.people.new_claim(clock()))


@contextmanager
def _workers(settings: Settings, *, writes_snapshot: bool) -> Iterator[tuple[Worker[EnginePort], Worker[Store]]]:
    """Engine and store, each opened, used and closed on a thread of its own."""
    from bot.store import Store
    from bot.worker import Worker
    from index import Engine

    folder = made(settings.data)

    def open_engine() -> AbstractContextManager[EnginePort]:
        return Engine.open(folder, settings.model, writes_snapshot=writes_snapshot)

    with (
        Worker(open_engine, "engine") as engine,
        Worker(lambda: Store.open(folder, settings.operators), "store") as store,
    ):
        yield engine, store


def places_import(context: typer.Context, files: Annotated[list[Path], typer.Argument(metavar="FILE...")]) -> None:
    session: Session = context.obj
    _import_places(session, files)


def places_add(context: typer.Context, countries: Annotated[list[str], typer.Argument(metavar="COUNTRY...")]) -> None:
    from bot.country_files import fetch_country

    session: Session = context.obj
    with tempfile.TemporaryDirectory() as folder:
        _import_places(session, [fetch_country(country, Path(folder)) for country in countries])


def _import_places(session: Session, files: list[Path]) -> None:
    with session.engine() as engine, session.terminal.progress() as show:
        imported = engine.import_places(files, clock(), show)
    session.terminal.places(imported)


def places_list(context: typer.Context) -> None:
    session: Session = context.obj
    with session.engine() as engine:
        session.terminal.places(engine.places())


def people_list(context: typer.Context) -> None:
    session: Session = context.obj
    with _store(session) as store:
        session.terminal.people(store.everybody())


def people_revoke(context: typer.Context, user_id: Annotated[int, typer.Argument(metavar="ID")]) -> None:
    session: Session = context.obj
    with _store(session) as store:
        if store.role(user_id) is None:
            raise InputError("person", id=str(user_id))
        if not store.revoke(user_id, clock()):
            raise InputError("person-appointed", id=str(user_id))
    with session.engine() as engine:
        engine.forget(str(user_id))
    session.terminal.say("cli-revoked", id=str(user_id))


def _store(session: Session) -> Store:
    from bot.store import Store

    settings = session.settings()
    return Store.open(made(settings.data), settings.operators)


def rebuild(context: typer.Context) -> None:
    session: Session = context.obj
    with session.embedding_engine() as engine, session.terminal.progress() as show:
        passages = engine.rebuild(show)
    session.terminal.say("cli-rebuilt", passages=passages)


def purge(context: typer.Context, source: Annotated[str | None, typer.Option()] = None, before: Moment = None) -> None:
    from bot.questions import moment

    session: Session = context.obj
    if source is None and before is None:
        raise InputError("purge-nothing")
    with session.engine() as engine:
        removed = engine.purge(source=source, before=moment(before) if before else None)
    session.terminal.say("cli-purged", count=removed)


def feedback_export(context: typer.Context) -> None:
    from bot.judgements import lines

    session: Session = context.obj
    now = clock()
    with session.engine() as engine, _store(session) as store:
        told = list(lines(store.feedback.all(), lambda passage: getattr(engine.whole(passage, now), "dispatch", None)))
    for line in told:
        if line is not None:
            typer.echo(line)
    if left_out := told.count(None):
        session.terminal.warn("cli-feedback-left-out", count=left_out)


def check(context: typer.Context) -> None:
    session: Session = context.obj
    settings = session.settings()
    with session.engine() as engine:
        findings = engine.check()
    for finding in findings:
        session.terminal.finding(finding)
    token_is_fine = session.terminal.token(settings.token)
    well = all(finding.ok for finding in findings if finding.key not in ADVICE)
    raise typer.Exit(0 if well and token_is_fine else 1)


def command_line(terminal: Terminal) -> TyperGroup:
    """Every verb, with its help in the terminal's language."""
    app = typer.Typer(add_completion=False, invoke_without_command=True)
    app.callback()(begin)
    for verb in (ingest, ask, chat, bot, check, rebuild, purge):
        app.command()(verb)
    _add(app, "places", {"import": places_import, "add": places_add, "list": places_list})
    _add(app, "people", {"list": people_list, "revoke": people_revoke})
    _add(app, "feedback", {"export": feedback_export})
    app.add_typer(watch_verbs.verbs(help_alone), name="watch")
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101 - several verbs always make a group
    _translate(group, "vigie", terminal)
    return group


def _add(app: typer.Typer, name: str, verbs: Mapping[str, Callable[..., None]]) -> None:
    """Adds a verb that has verbs of its own."""
    inner = typer.Typer(invoke_without_command=True)
    inner.callback()(help_alone)
    for verb, run in verbs.items():
        inner.command(verb)(run)
    app.add_typer(inner, name=name)


def _translate(command: TyperCommand | TyperGroup, name: str, terminal: Terminal) -> None:
    """Gives the command, its options and its verbs their words from the catalogue: `help-ingest`, `option-source`."""
    command.help = terminal.catalogue.text(f"help-{name}")
    for parameter in command.params:
        if isinstance(parameter, TyperOption | TyperArgument):
            parameter.help = terminal.catalogue.text(f"option-{parameter.name}".replace("_", "-"))
    for verb, inner in getattr(command, "commands", {}).items():
        _translate(inner, verb if name == "vigie" else f"{name}-{verb}", terminal)


def main(arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ) -> NoReturn:
    """The entry point.  Every error that has a name ends as a sentence, never as a traceback."""
    terminal, code = Terminal.of(environment), 1
    try:
        session = Session(terminal, environment, clock)
        code = command_line(terminal)(arguments, obj=session, prog_name="vigie", standalone_mode=False) or 0
    except VigieError as error:
        terminal.fault(error)
    except SettingsError as error:
        terminal.settings_faults(error)
    except TyperException as error:
        key, name = misused(error.format_message() if hasattr(error, "format_message") else str(error))
        terminal.warn(key, name=name)
        code = MISUSED
    sys.exit(code)
