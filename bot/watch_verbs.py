"""`vigie watch add|list|try|remove`: the watches of everybody, for whoever runs the machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from bot.session import Session, made
from index import ChatRules, Delivery, InputError, Owner

Words = Annotated[list[str], typer.Argument(metavar="QUESTION")]


def verbs(alone: Callable[[typer.Context], None]) -> typer.Typer:
    """The verbs under `watch`; without one, `alone` shows the help."""
    watch = typer.Typer(invoke_without_command=True)
    watch.callback()(alone)
    for name, verb in (("add", add), ("list", list_all), ("try", try_out), ("remove", remove)):
        watch.command(name)(verb)
    return watch


def add(
    context: typer.Context,
    question: Words,
    chat: Annotated[str | None, typer.Option(metavar="ID")] = None,
    delivery: Annotated[Delivery, typer.Option(metavar="instant|digest|silent")] = Delivery.INSTANT,
) -> None:
    session: Session = context.obj
    told_in, settings, now = _chat_id(session, chat), session.settings(), session.clock()
    rules = ChatRules(settings.language, settings.timezone.key)
    with session.embedding_engine() as engine:
        standing = engine.alerts.standing(" ".join(question), now, timezone=rules.timezone)
        if engine.alerts.rules(told_in) == ChatRules():  # it never said: it is told in the words of who asks
            engine.alerts.set_rules(told_in, rules, now)
        watch = engine.alerts.watch(Owner(told_in, told_in), standing, now, delivery)
        session.terminal.say("cli-watch-added", number=str(watch.id), chat=told_in, left=engine.alerts.left(told_in))


def list_all(context: typer.Context) -> None:
    session: Session = context.obj
    with session.engine() as engine:
        session.terminal.watches(engine.alerts.all())


def try_out(context: typer.Context, question: Words) -> None:
    session: Session = context.obj
    now, zone = session.clock(), session.settings().timezone
    with session.embedding_engine() as engine:
        standing = engine.alerts.standing(" ".join(question), now, timezone=zone.key)
        tried = engine.alerts.tried(standing, now)
    session.terminal.tried(tried, standing, zone, now)


def remove(context: typer.Context, number: Annotated[int, typer.Argument(metavar="NUMBER")]) -> None:
    session: Session = context.obj
    with session.engine() as engine:
        if engine.alerts.get(number) is None:
            raise InputError("watch-number", number=str(number))
        engine.alerts.remove(number)
    session.terminal.say("cli-watch-removed", number=str(number))


def _chat_id(session: Session, chat: str | None) -> str:
    """The chat that is told: the one named, else that of the only operator.  Raises InputError `watch-chat`."""
    from bot.store import Store

    if chat is not None and chat.lstrip("-").isdecimal():
        return chat
    settings = session.settings()
    with Store.open(made(settings.data), settings.operators) as store:
        operators = store.operators()
    if chat is not None or len(operators) != 1:
        raise InputError("watch-chat")
    return str(operators[0])
