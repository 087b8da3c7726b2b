"""Who is let in, and by which code.  Of a code only its digest is kept."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.access import Role, outranks
from bot.database import Database, seconds

CLAIM_LIFE = timedelta(hours=24)
_REVOKED = "revoked"  # kept, so that an invite that still goes round does not let the person in again
_STRANGERS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was let in: under which name, as what, and since when.  No role is one whose access was revoked, no
    moment one whom the settings appoint."""

    user_id: int
    name: str
    role: Role | None
    since: datetime | None


class People:
    """The people of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def role(self, user_id: int) -> Role | None:
        """What somebody who was let in may do; None for a stranger and for one whose access was revoked."""
        row = self._db.row("SELECT role FROM bot_people WHERE user_id = ?", user_id)
        return _role(row[0]) if row else None

    def is_revoked(self, user_id: int) -> bool:
        """Whether somebody's access was revoked."""
        return self._db.row("SELECT 1 FROM bot_people WHERE user_id = ? AND role = ?", user_id, _REVOKED) is not None

    def all(self) -> tuple[Person, ...]:
        """Everybody, those whose access was revoked last, each in the order of their coming."""
        rows = self._db.rows(
            "SELECT user_id, name, role, saved_at FROM bot_people ORDER BY role = ?, saved_at", _REVOKED
        )
        return tuple(Person(row[0], row[1], _role(row[2]), datetime.fromtimestamp(row[3], UTC)) for row in rows)

    def operators(self) -> tuple[int, ...]:
        """The ids of those who run the bot."""
        rows = self._db.rows("SELECT user_id FROM bot_people WHERE role = ?", Role.OPERATOR.value)
        return tuple(row[0] for row in rows)

    def set_role(self, user_id: int, role: Role | None, now: datetime, name: str = "") -> None:
        """Let in as `role`, or revoke with None.  A name that is known stays."""
        self._db.change(
            "INSERT INTO bot_people (user_id, role, saved_at, name) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (user_id) DO UPDATE SET role = excluded.role",
            user_id,
            role.value if role else _REVOKED,
            seconds(now),
            name,
        )

    def new_claim(self, now: datetime) -> str:
        """Make the one-time code that lets in the first operator within a day; an earlier code ends."""
        code = _new_code()
        with self._db.transaction():
            self._db.change("DELETE FROM bot_claims")
            self._db.change("INSERT INTO bot_claims VALUES (?, ?)", _digest(code), seconds(now + CLAIM_LIFE))
        return code

    def claim(self, code: str, user_id: int, now: datetime, name: str = "") -> bool:
        """Make `user_id` the first operator if the code stands; it then ends for everybody else."""
        with self._db.transaction():
            stands = self._db.change(
                "DELETE FROM bot_claims WHERE code_sha256 = ? AND expires_at > ?", _digest(code), seconds(now)
            )
            if not stands or self.operators():
                return False
            self.set_role(user_id, Role.OPERATOR, now, name)
        return True

    def new_invite(self, made_by: int, role: Role, uses: int, expires_at: datetime, now: datetime) -> str:
        """Make a code that lets in up to `uses` people as `role` until `expires_at`; codes that ended are dropped."""
        code = _new_code()
        with self._db.transaction():
            self._db.change("DELETE FROM bot_invites WHERE expires_at <= ?", seconds(now))
            self._db.change(
                "INSERT INTO bot_invites VALUES (?, ?, ?, ?, ?)",
                _digest(code),
                made_by,
                role.value,
                uses,
                seconds(expires_at),
            )
        return code

    def redeem(self, code: str, user_id: int, now: datetime, name: str = "") -> Role | None:
        """The role that an invite gives, if it gives more than the person has; None where it does not let them in."""
        with self._db.transaction():
            row = self._db.row(
                "SELECT role FROM bot_invites WHERE code_sha256 = ? AND expires_at > ?", _digest(code), seconds(now)
            )
            known = self._db.row("SELECT role FROM bot_people WHERE user_id = ?", user_id)
            if row is None or (known and (known[0] == _REVOKED or not outranks(Role(row[0]), Role(known[0])))):
                return None
            self._use(code)
            self.set_role(user_id, Role(row[0]), now, name)
        return Role(row[0])

    def open_invites(self, now: datetime) -> int:
        """How many invites still let somebody in."""
        row = self._db.row("SELECT count(*) FROM bot_invites WHERE expires_at > ?", seconds(now))
        return int(row[0]) if row else 0

    def end_invites(self) -> None:
        """End every invite, whoever made it."""
        self._db.change("DELETE FROM bot_invites")

    def meet_stranger(self, user_id: int, now: datetime) -> bool:
        """Whether this stranger is new here.  The oldest are forgotten beyond 10,000."""
        with self._db.transaction():
            told = self._db.change("INSERT OR IGNORE INTO bot_strangers VALUES (?, ?)", user_id, seconds(now))
            self._db.change(
                "DELETE FROM bot_strangers WHERE user_id IN"
                " (SELECT user_id FROM bot_strangers ORDER BY told_at DESC LIMIT -1 OFFSET ?)",
                _STRANGERS_KEPT,
            )
        return told == 1

    def _use(self, code: str) -> None:
        self._db.change("UPDATE bot_invites SET uses_left = uses_left - 1 WHERE code_sha256 = ?", _digest(code))
        self._db.change("DELETE FROM bot_invites WHERE uses_left <= 0")


def _role(kept: str) -> Role | None:
    return None if kept == _REVOKED else Role(kept)


def _new_code() -> str:
    return secrets.token_urlsafe(18)


def _digest(code: str) -> str:
    # A plain digest is enough: the code is 144 random bits, which no dictionary holds.
    return hashlib.sha256(code.encode()).hexdigest()
