"""Logs without what must not be in them: the token, and what people ask."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import TextIO

from telegram.error import TelegramError

from bot.settings import Secret
from index import VigieError

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class RedactingFormatter(logging.Formatter):
    """Writes a record with every secret replaced, traces included."""

    def __init__(self, secrets: tuple[Secret, ...]) -> None:
        super().__init__(_FORMAT)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The record's line or lines."""
        text = self.layout(record)
        for secret in self._secrets:
            text = text.replace(secret.reveal(), "[secret]")
        return text

    def layout(self, record: logging.LogRecord) -> str:
        """The record as text, secrets and all."""
        return super().format(record)


class JsonFormatter(RedactingFormatter):
    """One JSON object a line: `at` (ISO 8601, UTC), `level`, `logger`, `message`, and `trace` where there is one."""

    def layout(self, record: logging.LogRecord) -> str:
        """The object, on one line."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        trace = {"trace": self.formatException(record.exc_info)} if record.exc_info else {}
        return json.dumps({**told, **trace}, ensure_ascii=False)


FORMATTERS: dict[str, type[RedactingFormatter]] = {"text": RedactingFormatter, "json": JsonFormatter}


def is_news(record: logging.LogRecord) -> bool:
    """False for the traces that Telegram's library adds where a request fails: our own sentence tells those."""
    failed = record.exc_info[1] if record.exc_info else None
    return not (record.name.split(".")[0] == "telegram" and isinstance(failed, TelegramError))


def start_logging(stream: TextIO, secrets: tuple[Secret, ...], layout: str = "text") -> None:
    """Send the process's log to `stream`, laid out as one of FORMATTERS."""
    handler = logging.StreamHandler(stream)
    handler.addFilter(is_news)
    handler.setFormatter(FORMATTERS[layout](secrets))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    quiet_libraries()


def quiet_libraries() -> None:
    """Raise the loggers that write the address of each request, which holds the token, or how they were loaded."""
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "tornado.access", "faiss", "sentence_transformers"):
        logging.getLogger(name).setLevel(logging.WARNING)


def cause(error: BaseException) -> str:
    """What happened and where, without the messages of foreign errors: those may quote a question or the token."""
    names, current = [], error
    while True:
        names.append(str(current) if isinstance(current, VigieError) else type(current).__name__)
        following = current.__cause__ or current.__context__
        if following is None:
            break
        current = following
    frames = "".join(traceback.format_tb(error.__traceback__))
    return " from ".join(names) + "\n" + frames
