"""The Telegram application: every handler in one place, in order, and the two ways to run it."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeAlias

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.buttons import (
    ANSWER_DATA,
    CHAT_DATA,
    CHOICE_DATA,
    PLACE_DATA,
    PRIVACY_DATA,
    REFINEMENT_DATA,
    TEAM_DATA,
    VERDICT_DATA,
    WATCH_DATA,
    pressed,
)
from bot.faults import bot_error
from bot.handlers.asof import AsOf
from bot.handlers.choices import Choices
from bot.handlers.desk import Desk, EnginePort
from bot.handlers.failures import Failures
from bot.handlers.gate import Gate
from bot.handlers.greetings import Greetings
from bot.handlers.groups import Groups
from bot.handlers.inline import Inline
from bot.handlers.intake import Intake
from bot.handlers.kept import KeptAnswers
from bot.handlers.locations import Locations
from bot.handlers.pacing import Pacing
from bot.handlers.presses import Presses
from bot.handlers.privacy import Privacy
from bot.handlers.questions import Questions
from bot.handlers.ratings import Ratings
from bot.handlers.refinements import Refinements
from bot.handlers.status import Status
from bot.handlers.team import Team
from bot.handlers.watches import Watches
from bot.health import HealthServer
from bot.introductions import introduce
from bot.logs import quiet_libraries
from bot.sender import Sender
from bot.settings import Secret, Settings, Webhook
from bot.store import Store
from bot.watch_files import SUFFIX
from bot.worker import Worker

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

# Named, because Telegram otherwise goes on with whatever was asked for last.
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
    "channel_post",
    "edited_channel_post",
)
WEBHOOK_PATH = "telegram"
# Tries at start: about ten seconds of a network that is not up yet.  PTB's default, none, ends the bot at once.
BOOTSTRAP_RETRIES = 4
CONCURRENT_UPDATES = 8  # one person's slow network does not keep the others waiting


def build_application(
    settings: Settings,
    engine: Worker[EnginePort],
    store: Worker[Store],
    clock: Callable[[], datetime],
    request: BaseRequest | None = None,
    get_updates_request: BaseRequest | None = None,
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> App:
    """The application, ready to run.  The two requests replace the network (`bot.console`, tests), `pause` the waiting.

    Raises BotError "token" where the settings hold no token.
    """
    quiet_libraries()
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library then gives waits as timedelta, without a warning
    builder = (
        Application.builder().token((settings.token or Secret("")).reveal()).concurrent_updates(CONCURRENT_UPDATES)
    )

    desk = Desk(settings, engine, store, clock, pause)
    status = Status(desk, Team(desk), clock())
    health = HealthServer(settings.health_port, status.vitals) if settings.health_port else None

    sending: list[tuple[Sender, asyncio.Task[None]]] = []

    async def begin(application: App) -> None:
        await introduce(application.bot, await store.do(lambda opened: opened.operators()))
        if health:
            await health.start()
        sender = Sender(application.bot, engine, store, clock, pause, random.random)
        sending.append((sender, asyncio.create_task(sender.run())))

    async def end(_: App) -> None:
        for sender, task in sending:
            sender.stop()
            await task  # what is being sent is finished and settled
        if health:
            await health.stop()

    builder = builder.post_init(begin).post_stop(end)
    if request is not None:
        builder = builder.request(request)
    if get_updates_request is not None:
        builder = builder.get_updates_request(get_updates_request)
    try:
        application: App = builder.job_queue(None).build()  # nothing is scheduled here
    except TelegramError as error:
        raise bot_error(error) from None  # the message may quote the token
    register(application, desk, status)
    return application


def register(application: App, desk: Desk, status: Status) -> None:
    """Add every handler.  The order matters: in a group of handlers the first that fits takes the update."""
    greetings, questions, choices = Greetings(desk), Questions(desk), Choices(desk)
    locations = Locations(desk, questions)
    new, new_or_edited = filters.UpdateType.MESSAGE, filters.UpdateType.MESSAGES
    private = filters.ChatType.PRIVATE
    # Before all other buttons: they may then rely on what theirs carries.
    application.add_handler(CallbackQueryHandler(greetings.unknown_button, lambda data: pressed(str(data)) is None))
    _register_team(application, desk, status)
    _register_watches(application, desk)
    _register_answer_buttons(application, desk, questions)
    application.add_handler(CallbackQueryHandler(locations.press, PLACE_DATA))
    application.add_handler(CallbackQueryHandler(choices.press, CHOICE_DATA))
    application.add_handler(InlineQueryHandler(Inline(desk).asked))
    application.add_handler(CommandHandler("start", greetings.start, new))
    application.add_handler(CommandHandler("help", greetings.help, new))
    application.add_handler(CommandHandler("language", choices.language, new))
    application.add_handler(CommandHandler("timezone", choices.timezone, new))
    application.add_handler(CommandHandler("ask", questions.command, new_or_edited))
    application.add_handler(CommandHandler("asof", AsOf(desk).command, new))
    application.add_handler(CommandHandler("latest", locations.latest, new))
    application.add_handler(CommandHandler(("place", "lieu"), locations.place, new & private))
    # After the commands that exist, before text: a mistyped command is no question.
    application.add_handler(MessageHandler(filters.COMMAND & new, greetings.unknown))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND & new_or_edited, questions.text))
    # A live location is told anew as it moves, by edits of its message.
    application.add_handler(MessageHandler(filters.LOCATION & new & private, locations.located))
    application.add_handler(MessageHandler(filters.LOCATION & ~new & private, locations.moved))
    # Last: whatever is left of what people send.  Service messages (a pinned message, a joined chat) get no reply.
    application.add_handler(
        MessageHandler(private & new & ~filters.StatusUpdate.ALL & ~filters.TEXT, greetings.not_text)
    )
    application.add_error_handler(Failures(desk).handle)


def _register_watches(application: App, desk: Desk) -> None:
    """What people watch for; a file of watches before any other file."""
    watches, new = Watches(desk), filters.UpdateType.MESSAGE
    application.add_handler(ChatMemberHandler(watches.membership, ChatMemberHandler.MY_CHAT_MEMBER), group=-3)
    application.add_handler(CallbackQueryHandler(watches.press, WATCH_DATA))
    application.add_handler(CommandHandler("watch", watches.command, new))
    application.add_handler(CommandHandler("watches", watches.list_all, new))
    application.add_handler(CommandHandler("quiet", watches.quiet, new))
    application.add_handler(CommandHandler("digest", watches.digest, new))
    application.add_handler(MessageHandler(filters.Document.FileExtension(SUFFIX) & new, watches.file))


def _register_team(application: App, desk: Desk, status: Status) -> None:
    """The door, what is taken in, who is let in, what is kept: before anything is a question."""
    team, intake, privacy = status.team, Intake(desk), Privacy(desk)
    groups, new = Groups(desk, team), filters.UpdateType.MESSAGE
    private = new & filters.ChatType.PRIVATE
    # Nobody says these to the bot, so the gate would stop them: they stand before the gate and answer nothing.
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE & new, groups.moved), group=-2)
    application.add_handler(MessageHandler(filters.UpdateType.CHANNEL_POSTS, intake.posted), group=-2)
    application.add_handler(ChatMemberHandler(groups.membership, ChatMemberHandler.MY_CHAT_MEMBER), group=-2)
    # Before all others, in a group of its own: it stops what must go no further.
    application.add_handler(TypeHandler(Update, Gate(desk, groups, Pacing(desk)).check), group=-1)
    application.add_handler(CallbackQueryHandler(groups.press, CHAT_DATA))
    application.add_handler(CallbackQueryHandler(privacy.press, PRIVACY_DATA))
    application.add_handler(CallbackQueryHandler(team.press, TEAM_DATA))
    # Before commands and text: what is sent on is not said to the bot, whatever its words.
    application.add_handler(MessageHandler(filters.Document.ALL & private, intake.file))
    application.add_handler(MessageHandler(filters.FORWARDED & private, intake.forwarded))
    application.add_handler(CommandHandler("privacy", privacy.show, private))
    application.add_handler(CommandHandler("forget", privacy.offer, private))
    application.add_handler(CommandHandler("invite", team.invite, private))
    application.add_handler(CommandHandler("people", team.people, private))
    application.add_handler(CommandHandler("groups", groups.list_all, private))
    application.add_handler(CommandHandler("status", status.show, private))


def _register_answer_buttons(application: App, desk: Desk, questions: Questions) -> None:
    """The buttons under an answer and under a whole passage."""
    kept = KeptAnswers(desk)
    application.add_handler(CallbackQueryHandler(Presses(desk, questions, kept).press, ANSWER_DATA))
    application.add_handler(CallbackQueryHandler(Refinements(desk, questions, kept).press, REFINEMENT_DATA))
    application.add_handler(CallbackQueryHandler(Ratings(desk, kept).press, VERDICT_DATA))


def run(application: App, webhook: Webhook | None, bootstrap_retries: int = BOOTSTRAP_RETRIES) -> None:
    """Run until SIGINT or SIGTERM, finishing what was begun; by polling, or by webhook where one is set.

    Raises BotError: the token is refused, Telegram cannot be reached, the webhook is refused.
    """
    try:
        with asyncio.Runner() as runner:
            # PTB runs in the current loop and would leave it closed: it gets one of its own.
            asyncio.set_event_loop(runner.get_loop())
            if webhook is None:
                _poll(application, bootstrap_retries)
            else:
                _listen(application, webhook, bootstrap_retries)
    except TelegramError as error:
        raise bot_error(error) from None  # the message may quote the token


def _poll(application: App, bootstrap_retries: int) -> None:
    # What was asked while the bot was down waits at Telegram and is answered now: nothing is dropped.
    application.run_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=bootstrap_retries, close_loop=False)


def _listen(application: App, webhook: Webhook, bootstrap_retries: int) -> None:
    application.run_webhook(
        listen=webhook.listen,
        port=webhook.port,
        url_path=WEBHOOK_PATH,
        webhook_url=f"{webhook.url.rstrip('/')}/{WEBHOOK_PATH}",
        secret_token=webhook.secret.reveal(),
        allowed_updates=ALLOWED_UPDATES,
        bootstrap_retries=bootstrap_retries,
        close_loop=False,
    )
