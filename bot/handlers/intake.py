"""What editors forward or send as a file, and what channels that were let in post, is taken in as dispatches."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import PurePath

from telegram import Document, Message, Update, User
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.access import may_feed
from bot.chats import ChatKind
from bot.directory import intake_page
from bot.forwards import SOURCE_LIMIT, channel_name, origin_name, record_of
from bot.handlers.desk import Desk, EnginePort, sender, while_typing
from bot.markup import one_line
from index import Dispatch, IngestReport, ReadOptions, RecordError, read_stream

LARGEST_FILE_BYTES = FileSizeLimit.FILESIZE_DOWNLOAD
SLICE_RECORDS = 16  # between two of them the engine answers whoever asked meanwhile
GATHERED_S = 1.5  # what is forwarded together comes as one message each, and is told of in one
_JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})
_TEXT = frozenset({".txt", ".text", ".md"})


@dataclass(slots=True)
class Tally:
    """What came of the messages that somebody forwards together."""

    reports: list[IngestReport] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Intake:
    """One method a kind of update.  Only text is read and only files of text are downloaded."""

    desk: Desk
    tallies: dict[int, Tally] = field(default_factory=dict)

    async def forwarded(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A message or post that an editor sends on."""
        message, user = sender(update)
        if not await self._feeds(message, user):
            return
        if message.text or message.caption:
            await self._tell(message, user, await self._take_message(message))
        elif not message.media_group_id:  # of an album one picture bears the words
            await self.desk.say(message, user, "intake-no-text")

    async def file(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A file of dispatches; its caption, or whom it was forwarded from, is the source of what names none."""
        message, user = sender(update)
        document = message.document
        if document is None or not await self._feeds(message, user):
            return
        suffix = PurePath(document.file_name or "").suffix.lower()
        if suffix not in _JSON_LINES | _TEXT:
            await self.desk.say(message, user, "intake-file-kind")
        elif (data := await _downloaded(document)) is None:
            await self.desk.say(message, user, "intake-file-large", limit=LARGEST_FILE_BYTES // 1_000_000)
        else:
            name = "-.jsonl" if suffix in _JSON_LINES else "-"  # a path could lead to another file beside it
            records = read_stream(io.BytesIO(data), name, await self._options(message))
            shown = one_line(document.file_name or "", SOURCE_LIMIT).text
            await self._tell(message, user, _under(shown, await while_typing(message, self._take(records))))

    async def posted(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A post, or a corrected post, of a channel.  Nothing is ever said there."""
        message, now = update.effective_message, self.desk.clock()
        if message is not None:
            chat = await self.desk.store.do(lambda store: store.chats.chat(message.chat_id))
            if chat is None:
                name = channel_name(message.chat)
                await self.desk.store.do(lambda store: store.chats.meet(message.chat_id, ChatKind.CHANNEL, name, now))
            elif chat.let_in and (message.text or message.caption):
                await self._take_message(message)
        raise ApplicationHandlerStop

    async def _feeds(self, message: Message, user: User) -> bool:
        """Whether this person is an editor; says so where not."""
        if may_feed(await self.desk.store.do(lambda store: store.role(user.id))):
            return True
        await self.desk.say(message, user, "editors-only")
        return False

    async def _options(self, message: Message) -> ReadOptions:
        titles = await self.desk.store.do(lambda store: store.chats.titles())
        source = one_line(message.caption or "", SOURCE_LIMIT).text or origin_name(message, titles)
        return ReadOptions(source=source, published_at=message.forward_origin.date if message.forward_origin else None)

    async def _take_message(self, message: Message) -> IngestReport:
        titles = await self.desk.store.do(lambda store: store.chats.titles())
        line = json.dumps(record_of(message, titles)).encode()
        return await self._take(read_stream(io.BytesIO(line), "-.jsonl", ReadOptions()))

    async def _take(self, records: Iterator[Dispatch | RecordError]) -> IngestReport:
        """Read and take in, on the engine's thread, a few at a time."""
        total, more = IngestReport(), True
        while more:
            report, more = await self.desk.engine.do(lambda engine: _take_slice(engine, records, self.desk.clock()))
            total = total.plus(report)
        return total

    async def _tell(self, message: Message, user: User, report: IngestReport) -> None:
        """Say what came of it, once for all that comes together."""
        tally = self.tallies.get(message.chat_id)
        if tally is not None:
            tally.reports.append(report)
            return
        tally, seen = Tally([report]), 0
        self.tallies[message.chat_id] = tally
        try:
            while len(tally.reports) > seen:
                seen = len(tally.reports)
                await self.desk.pause(GATHERED_S)
        finally:
            del self.tallies[message.chat_id]
        await self.desk.reply(message, intake_page(_sum(tally.reports), await self.desk.reader(user)))


def _take_slice(
    engine: EnginePort, records: Iterator[Dispatch | RecordError], now: datetime
) -> tuple[IngestReport, bool]:
    """What came of the next records, and whether there may be more."""
    some = list(islice(records, SLICE_RECORDS))
    return (engine.ingest(some, now) if some else IngestReport()), len(some) == SLICE_RECORDS


def _sum(reports: Sequence[IngestReport]) -> IngestReport:
    total = IngestReport()
    for report in reports:
        total = total.plus(report)
    return total


def _under(name: str, report: IngestReport) -> IngestReport:
    """The report with its refusals told by the name that the sender knows the file by."""
    return replace(report, refused=tuple(_renamed(refusal, name) for refusal in report.refused))


def _renamed(refusal: RecordError, name: str) -> RecordError:
    where = str(refusal.values.get("where", "")).removeprefix("-.jsonl").removeprefix("-")
    return RecordError(refusal.key.removeprefix("record-"), **{**refusal.values, "where": f"{name}{where}"})


async def _downloaded(document: Document) -> bytes | None:
    """The file's bytes; None where it is larger than Telegram gives to bots."""
    if (document.file_size or 0) > LARGEST_FILE_BYTES:
        return None
    try:
        data = bytes(await (await document.get_file()).download_as_bytearray())
    except BadRequest as error:
        if "too big" in str(error).lower():
            return None
        raise
    return data if len(data) <= LARGEST_FILE_BYTES else None
