from __future__ import annotations

import pytest

from bot.chat_hours import read_digest, read_quiet
from index import ChatRules, Quiet

RULES = ChatRules(timezone="Africa/Bamako")
NIGHT = Quiet(22 * 60, 7 * 60)


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("22-7", NIGHT),
        ("de 22h à 7h", NIGHT),
        ("22:30-6:15", Quiet(22 * 60 + 30, 6 * 60 + 15)),
        ("22h30-6h15, 20 km, 5 morts", Quiet(22 * 60 + 30, 6 * 60 + 15, 20.0, 5)),
        ("22-7 20 km 5 dead", Quiet(22 * 60, 7 * 60, 20.0, 5)),
        ("off", None),
    ],
)
def test_quiet_hours_are_read(text: str, quiet: Quiet | None) -> None:
    rules = read_quiet(text, RULES)
    assert rules is not None
    assert (rules.quiet, rules.timezone) == (quiet, "Africa/Bamako")


@pytest.mark.parametrize("text", ["", "tonight", "25-7", "22-22", "22:70-7", "22-7 Mars/Olympus", "20 km"])
def test_what_is_no_quiet_hours_is_not_taken_for_some(text: str) -> None:
    assert read_quiet(text, RULES) is None


def test_a_time_zone_is_kept() -> None:
    rules = read_quiet("22-7 Europe/Paris", RULES)
    assert rules is not None
    assert rules.timezone == "Europe/Paris"


@pytest.mark.parametrize(("text", "hours"), [("7 19", (7, 19)), ("19h, 7h", (7, 19)), ("8:00 UTC", (8,))])
def test_digest_hours_are_read(text: str, hours: tuple[int, ...]) -> None:
    rules = read_digest(text, RULES)
    assert rules is not None
    assert rules.digest_hours == hours


@pytest.mark.parametrize("text", ["", "soon", "24", "7 Mars/Olympus"])
def test_what_is_no_digest_hour_is_not_taken_for_one(text: str) -> None:
    assert read_digest(text, RULES) is None
