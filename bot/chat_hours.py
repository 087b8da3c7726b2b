"""What /quiet and /digest say: hours, a time zone, and what may come all the same.  Pure.

22-7 Africa/Bamako 20 km 5 dead      22h30-6h30, 20 km, 5 morts      off
"""

from __future__ import annotations

import re
from dataclasses import replace
from zoneinfo import available_timezones

from index import ChatRules, Quiet

_AT = r"(\d{1,2})(?:[h:](\d{2}))?h?"
_HOURS = re.compile(rf"\b{_AT}\s*(?:-|–|à|a|to|until|jusqu'à)\s*{_AT}\b(?!\s*km)")
_NEAR = re.compile(r"(\d{1,4})\s*km\b")
_DEAD = re.compile(r"(\d{1,5})\s*(?:dead|deaths|killed|morts?|tués?)\b")
_ZONE = re.compile(r"\b[A-Z][A-Za-z_]+(?:/[A-Za-z_+-]+){1,2}|\bUTC\b")
_OFF = re.compile(r"\b(?:off|none|non|aucune?|jamais|never)\b", re.IGNORECASE)
_HOUR = re.compile(r"(?<![\d/])(\d{1,2})(?:h|:00)?(?!\d)")


def read_quiet(text: str, rules: ChatRules) -> ChatRules | None:
    """The rules with the quiet hours that a text asks for; None where it asks for none that can be understood."""
    zone = _zone(text, rules)
    if zone is None:
        return None
    if _OFF.search(text):
        return replace(rules, timezone=zone, quiet=None)
    hours = _HOURS.search(text)
    if hours is None:
        return None
    start, end = _minute(hours[1], hours[2]), _minute(hours[3], hours[4])
    if start is None or end is None or start == end:
        return None
    near, dead = _NEAR.search(text), _DEAD.search(text)
    quiet = Quiet(start, end, float(near[1]) if near else None, int(dead[1]) if dead else None)
    return replace(rules, timezone=zone, quiet=quiet)


def read_digest(text: str, rules: ChatRules) -> ChatRules | None:
    """The rules with the digest hours that a text names; None where it names none."""
    zone = _zone(text, rules)
    hours = sorted({int(hour) for hour in _HOUR.findall(_ZONE.sub(" ", text))})
    if zone is None or not hours or hours[-1] > 23:
        return None
    return replace(rules, timezone=zone, digest_hours=tuple(hours))


def _zone(text: str, rules: ChatRules) -> str | None:
    named = _ZONE.search(text)
    if named is None:
        return rules.timezone
    return named[0] if named[0] in available_timezones() else None


def _minute(hour: str, minute: str | None) -> int | None:
    told = int(hour) * 60 + int(minute or 0)
    return told if int(hour) < 24 and int(minute or 0) < 60 else None
