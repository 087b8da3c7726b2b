"""What every verb of the command works with: settings, the terminal, the engine over the data folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from bot.terminal import Terminal
from index import InputError

if TYPE_CHECKING:
    from index import Engine  # loaded where it is used: `vigie --help` then loads no FAISS


@dataclass(frozen=True, slots=True)
class Session:
    """What stands before the verb, and the clock."""

    terminal: Terminal
    environment: Mapping[str, str]
    clock: Callable[[], datetime]
    data: Path | None = None

    def settings(self) -> Settings:
        """Everything that is set, `--data` before VIGIE_DATA.  Raises SettingsError."""
        settings = Settings.from_environment(self.environment)
        return dataclasses.replace(settings, data=self.data) if self.data else settings

    def engine(self) -> Engine:
        """The engine over the data folder, to be closed by `with`."""
        from index import Engine

        settings = self.settings()
        return Engine.open(made(settings.data), settings.model)

    def embedding_engine(self) -> Engine:
        """The same for verbs that embed: it says so first where another model serves than the settings name."""
        engine = self.engine()
        serves = engine.check_model()
        if not serves.ok:
            self.terminal.warn("check-model-wrong", **dict(serves.values))
        return engine


def made(folder: Path) -> Path:
    """The folder, made where it was missing, for its owner's eyes only.  Raises InputError `data-folder`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("data-folder", path=str(folder)) from error
    return folder
