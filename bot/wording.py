"""Facts in the reader's words: days, ages, distances, kinds, who says.  Plain text; `render` makes HTML of it.

Days that a text tells are shown as told, in UTC as `index` keeps them: moving "17 August" into a time zone could make
it the 16th.  Moments (publishing, an hour) are shown in the reader's zone.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_interval, format_timedelta

from bot.catalogue import Catalogue
from index import Claim, ClaimVerb, Happened, Kind, Precision, actor_name

_LOCALES = {"en": "en_GB", "fr": "fr"}  # day before month in both
_COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
_YEAR_SHOWN_AFTER_DAYS = 180  # from here on a day without its year could be taken for this year's
_VOWELS = frozenset("aeiouàâäéèêëîïôöùûü")
_LOUD_VERBS = (ClaimVerb.CLAIMS, ClaimVerb.DENIES)


@dataclass(frozen=True, slots=True)
class Reader:
    """In whose words and time something is told, and what "now" is."""

    catalogue: Catalogue
    timezone: ZoneInfo
    now: datetime

    @property
    def locale(self) -> str:
        """Babel's name for the language."""
        return _LOCALES[self.catalogue.language]

    @property
    def today(self) -> date:
        """The reader's day."""
        return self.now.astimezone(self.timezone).date()


def day(reader: Reader, told: date) -> str:
    """A day with its weekday, or with its year where that could be mistaken."""
    far = abs((reader.today - told).days) > _YEAR_SHOWN_AFTER_DAYS
    return format_date(told, "d MMM y" if far else "EEE d MMM", locale=reader.locale)


def moment(reader: Reader, at: datetime) -> str:
    """A moment to the minute, in the reader's time zone."""
    return format_datetime(at, "d MMM y, HH:mm", tzinfo=reader.timezone, locale=reader.locale)


def date_of(reader: Reader, at: datetime) -> str:
    """The day of a moment with its year, in the reader's time zone."""
    return format_date(at.astimezone(reader.timezone), "d MMM y", locale=reader.locale)


def age(reader: Reader, days: int) -> str:
    """How long, in the largest unit that makes two or more: "14 months"."""
    return format_timedelta(timedelta(days=days), granularity="day", threshold=2, locale=reader.locale)


def ago(reader: Reader, days: int) -> str:
    """How long ago, "today" and "yesterday" included."""
    if days <= 1:
        return reader.catalogue.text("today" if days <= 0 else "yesterday")
    past = timedelta(days=-days)
    return format_timedelta(past, granularity="day", threshold=2, add_direction=True, locale=reader.locale)


def happened_day(reader: Reader, happened: Happened) -> str:
    """When something happened, as finely as the text tells it."""
    first, last = happened.start.astimezone(UTC).date(), (happened.end - timedelta(seconds=1)).astimezone(UTC).date()
    match happened.precision:
        case Precision.YEAR:
            return str(first.year)
        case Precision.MONTH:
            return format_date(first, "MMMM y", locale=reader.locale)
        case Precision.WEEK:
            return reader.catalogue.text("day-week", day=day(reader, first))
        case Precision.HOUR:
            return _hours(reader, happened)
        case Precision.DAY:
            return day(reader, first) if first >= last else _days(reader, first, last)


def story_day(reader: Reader, happened: Happened | None, published_at: datetime | None) -> str:
    """The day of a story: when it happened, else when that was published, else that nobody says."""
    if happened is not None:
        return happened_day(reader, happened)
    if published_at is not None:
        return reader.catalogue.text("day-published", day=day(reader, published_at.astimezone(reader.timezone).date()))
    return reader.catalogue.text("day-unknown")


def compass(reader: Reader, bearing: float) -> str:
    """One of eight compass points for degrees clockwise from north."""
    return reader.catalogue.text(f"compass-{_COMPASS[round(bearing / 45) % 8]}")


def distance(reader: Reader, distance_km: float, bearing: float | None, uncertainty_km: float | None = None) -> str:
    """How far and which way; "≈" where that is rough, no direction where the place may be all around.

    Without a bearing the place is a ring ("about 40 km from Bamako"): how far is told, which way is not.
    """
    text, unsure_km = reader.catalogue.text, uncertainty_km or 0.0
    if distance_km < 1 or distance_km < unsure_km:
        return text("distance-under", km=max(1, math.ceil(distance_km + unsure_km)))
    km = round(distance_km)
    shown = (
        text("distance-plain", km=km) if bearing is None else text("distance", km=km, compass=compass(reader, bearing))
    )
    return text("distance-about", distance=shown) if unsure_km > max(2.0, distance_km / 10) else shown


def distance_of(reader: Reader, shown: str, bearing: float | None, place: str) -> str:
    """A distance with the place it is counted from: "38 km E of Bamako", "40 km from Bamako", "38 km E of you"."""
    place = place or reader.catalogue.text("you-there")
    directed = bearing is not None and shown.endswith(compass(reader, bearing))
    key = "distance-of" if directed else "distance-from"
    return reader.catalogue.text(with_elision(key, place), distance=shown, place=place)


def with_country(reader: Reader, label: str) -> str:
    """ "Gao, BF" with the country's name in the reader's language: "Gao (Burkina Faso)"."""
    name, _, code = label.rpartition(", ")
    country = Locale(reader.catalogue.language).territories.get(code)
    return f"{name} ({country})" if name and country else label


def venue_address(reader: Reader, lat: float, lon: float, uncertainty_km: float | None) -> str:
    """What stands under a point on the map: how far off it may be, and the point itself to paste elsewhere."""
    point = f"{lat:.4f}, {lon:.4f}"
    km = math.ceil(uncertainty_km or 0.0)
    return reader.catalogue.text("venue-about", km=km, point=point) if km else point


def names(text: str, place: str) -> bool:
    """Whether the text names the place, in whole words, with or without its accents."""
    return _rest_of(text, place) is not None


def is_told_by(name: str, place: str) -> bool:
    """Whether a place has no name but that of `place`: it is that place, or words of distance and direction from it
    ("about 40 km from Bamako"), unlike "between Bandiagara and Mopti" or "Bamako-Coura", which name another."""
    rest = _rest_of(name, place)
    if rest is None:
        return False
    capitals = [at for at, letter in enumerate(rest) if letter.isupper()]
    return not capitals or (capitals == [0] and any(letter.isdigit() for letter in rest))


def _rest_of(text: str, place: str) -> str | None:
    """What is left of the text without the place's name and without accents, None where it does not name it."""
    bare, wanted = _unaccented(text), _unaccented(place).strip()
    found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", bare, re.IGNORECASE) if wanted else None
    return bare[: found.start()] + bare[found.end() :] if found else None


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def with_elision(key: str, place: str) -> str:
    """The key of the sentence that takes "d’" instead of "de" before a vowel; both read the same in English."""
    return f"{key}-vowel" if place[:1].lower() in _VOWELS else key


def kinds(reader: Reader, told: Sequence[Kind]) -> str:
    """What kind of thing happened, by its first kind; "" where none is told."""
    return reader.catalogue.text(f"kind-{told[0].value}") if told else ""


def asked_kinds(reader: Reader, asked: Sequence[Kind]) -> str:
    """The kinds that a question asks for; one word for the group that "attacks" stands for."""
    if len(asked) > 2 and Kind.ATTACK in asked:
        return reader.catalogue.text("kinds-violence")
    return ", ".join(reader.catalogue.text(f"kind-{kind.value}") for kind in asked[:3])


def loudest_claim(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claim that [start, end) touches, responsibility taken or denied before what is merely said."""
    touching = [claim for claim in claims if claim.start < end and start < claim.end]
    return min(touching, key=lambda claim: claim.verb not in _LOUD_VERBS, default=None)


def _hours(reader: Reader, happened: Happened) -> str:
    """An hour, or a part of a day ("Friday morning") from its first hour to its last."""
    start, end = happened.start.astimezone(reader.timezone), happened.end.astimezone(reader.timezone)
    shown = f"{day(reader, start.date())} {start:%H:%M}"
    return shown if end - start <= timedelta(hours=1) else f"{shown}–{end:%H:%M}"


def said_by(reader: Reader, claim: Claim) -> str:
    """How a claim is made and by whom, in telegraph style: "claimed by JNIM"."""
    return reader.catalogue.text(f"claim-{claim.verb.value}", actor=named(reader, claim.actor))


def named(reader: Reader, actor: str) -> str:
    """An actor in the reader's words; one who is known by the words of a text alone, quoted."""
    return actor_name(actor, reader.catalogue.language) or own_words(reader, actor)


def own_words(reader: Reader, words: str) -> str:
    """What stands in a text in words of its own, whichever its language, between quotation marks."""
    return reader.catalogue.text("own-words", words=words)


def _days(reader: Reader, first: date, last: date) -> str:
    if first.year != last.year:
        return (
            f"{format_date(first, 'MMM y', locale=reader.locale)} – {format_date(last, 'MMM y', locale=reader.locale)}"
        )
    far = abs((reader.today - last).days) > _YEAR_SHOWN_AFTER_DAYS
    return format_interval(first, last, "yMMMd" if far else "MMMd", locale=reader.locale)
