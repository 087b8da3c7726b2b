"""What is kept of one person around their watches, to be shown to them and erased.

A person's own chat has the key of the person.  The chats of others, where their watches told, keep what they were told.
"""

from __future__ import annotations

from index.schema import Connection

# Every table with a column `person`, and every one with a column `chat`; a test holds the schema to these lists.
OF_A_PERSON = ("watches",)
OF_A_CHAT = ("alerts", "told", "watch_chats", "watches")
_ABOUT = {table: "person = :key OR chat = :key" if table in OF_A_PERSON else "chat = :key" for table in OF_A_CHAT}
_NOT_TOLD = frozenset({"vector"})  # numbers worked out from the question, which is told


class WatchOwners:
    """Over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def rows_of(self, person: str) -> dict[str, list[dict[str, object]]]:
        """The rows of each table that are theirs, each with the names of its columns."""
        return {table: self._rows(table, person) for table in OF_A_CHAT}

    def erase(self, person: str) -> None:
        """Delete those rows, and part what waits to be sent elsewhere from their watches: it goes out where another
        watch meets it, and so does what takes back what was told.  In a transaction."""
        theirs = self._db.execute(f"SELECT id FROM watches WHERE {_ABOUT['watches']}", {"key": person})
        numbers = [(row["id"],) for row in theirs]
        self._db.executemany("UPDATE alerts SET watch = 0 WHERE watch = ?", numbers)
        self._db.executemany("INSERT INTO watch_changes (watch) VALUES (?)", numbers)
        for table, about in _ABOUT.items():
            self._db.execute(f"DELETE FROM {table} WHERE {about}", {"key": person})

    def _rows(self, table: str, person: str) -> list[dict[str, object]]:
        rows = self._db.execute(f"SELECT * FROM {table} WHERE {_ABOUT[table]}", {"key": person})
        named = (zip(row.keys(), row, strict=True) for row in rows)
        return [{name: value for name, value in pairs if name not in _NOT_TOLD} for pairs in named]
