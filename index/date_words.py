"""French and English words of time, folded as `index.text.fold` folds, and the pieces of pattern made of them.  Pure.

A pattern is written with single spaces; `compile_words` lets each stand for the blanks of a wire: a few spaces or one
line break, never a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Unit = Literal["hour", "day", "week", "month", "year"]

MONTHS: dict[str, int] = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
# Short forms are months only beside a number: "sept" is seven and "mar", "jan", "dec" are names.
SHORT_MONTHS: dict[str, int] = {
    "janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
SHORT_WEEKDAYS: dict[str, int] = {
    "lun": 0, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
NUMBERS: dict[str, int] = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17,
    "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "vingt-quatre": 24, "trente": 30, "quarante-huit": 48,
    "soixante-douze": 72, "une dizaine de": 10, "une quinzaine de": 15, "une vingtaine de": 20, "quelques": 3,
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-four": 24, "thirty": 30, "forty-eight": 48,
    "seventy-two": 72, "a couple of": 2, "couple of": 2, "a few": 3, "few": 3, "several": 3,
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "heure": "hour", "heures": "hour", "h": "hour", "jour": "day", "jours": "day", "semaine": "week",
    "semaines": "week", "sem": "week", "jrs": "day", "mois": "month", "an": "year", "ans": "year", "annee": "year",
    "annees": "year",
    "hour": "hour", "hours": "hour", "hrs": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week",
    "month": "month", "months": "month", "year": "year", "years": "year",
}  # fmt: skip
# Astronomical seasons to the nearest month are no use to a wire: these are the meteorological ones (WMO), whole
# months.  Winter belongs to the year it begins in.
SEASONS: dict[str, int] = {
    "printemps": 3, "ete": 6, "automne": 9, "hiver": 12,
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
}  # fmt: skip
# Which third of a month or year: beginning, middle, end.
THIRDS: dict[str, int] = {
    "debut": 0, "au debut de": 0, "debut de": 0, "au debut du mois de": 0, "debut du mois de": 0, "le debut de": 0,
    "au debut du mois": 0, "debut du mois": 0, "au milieu du mois": 1, "milieu du mois": 1, "a la fin du mois": 2,
    "fin du mois": 2, "mi": 1, "milieu": 1, "milieu de": 1, "au milieu de": 1, "a la mi": 1, "la mi": 1, "courant": 1,
    "fin": 2, "a la fin de": 2, "fin de": 2, "la fin de": 2, "a la fin du mois de": 2, "fin du mois de": 2,
    "early": 0, "early in": 0, "beginning of": 0, "the beginning of": 0, "the start of": 0, "start of": 0,
    "mid": 1, "middle of": 1, "the middle of": 1,
    "late": 2, "late in": 2, "end of": 2, "the end of": 2,
}  # fmt: skip

# Parts of a day, in hours of local time from its midnight; past 24 is the next morning.  Where a phrase can mean more,
# the wider reading: "matin" from 4 (first prayer) to noon.
PARTS_AFTER: dict[str, tuple[int, int]] = {
    "matin": (4, 12), "au matin": (4, 12), "dans la matinee": (4, 12), "en matinee": (4, 12),
    "en debut de matinee": (4, 10), "en milieu de matinee": (8, 11), "en fin de matinee": (10, 13),
    "au petit matin": (2, 8), "tot le matin": (3, 9), "a l'aube": (4, 8), "a l'aurore": (4, 8),
    "avant l'aube": (0, 7), "avant le lever du jour": (0, 7), "au lever du jour": (4, 8),
    "a la mi-journee": (11, 15), "a midi": (11, 14), "midi": (11, 14), "en milieu de journee": (11, 16),
    "apres-midi": (12, 19), "dans l'apres-midi": (12, 19), "en debut d'apres-midi": (12, 15),
    "en fin d'apres-midi": (16, 20), "fin d'apres-midi": (16, 20), "en fin de journee": (16, 21),
    "en debut de journee": (5, 11), "au crepuscule": (17, 20), "a la tombee de la nuit": (17, 21),
    "soir": (17, 24), "au soir": (17, 24), "dans la soiree": (17, 24), "en soiree": (17, 24),
    "en debut de soiree": (17, 21), "en fin de soiree": (20, 25), "tard le soir": (20, 25),
    "tard dans la soiree": (20, 25), "nuit": (18, 30), "dans la nuit": (18, 30), "la nuit": (18, 30),
    "morning": (4, 12), "in the morning": (4, 12), "early morning": (3, 9), "mid-morning": (8, 11),
    "late morning": (10, 13), "at dawn": (4, 8), "around dawn": (4, 8), "before dawn": (0, 7), "before sunrise": (0, 7),
    "at daybreak": (4, 8), "at noon": (11, 14), "around noon": (11, 14), "at midday": (11, 15), "noon": (11, 14),
    "midday": (11, 15), "afternoon": (12, 19), "in the afternoon": (12, 19), "early afternoon": (12, 15),
    "late afternoon": (16, 20), "at dusk": (17, 20), "at nightfall": (17, 21), "evening": (17, 24),
    "in the evening": (17, 24), "late evening": (20, 25), "night": (18, 30), "at night": (18, 30),
    "overnight": (18, 30),
}  # fmt: skip
PARTS_BEFORE: dict[str, tuple[int, int]] = {
    "tot": (0, 9), "au matin de": (4, 12), "au matin du": (4, 12), "la matinee de": (4, 12), "la matinee du": (4, 12),
    "matinee de": (4, 12), "matinee du": (4, 12), "l'apres-midi de": (12, 19), "l'apres-midi du": (12, 19),
    "la soiree de": (17, 24), "la soiree du": (17, 24), "le soir du": (17, 24), "au soir du": (17, 24),
    "a l'aube de": (4, 8), "a l'aube du": (4, 8), "l'aube de": (4, 8), "l'aube du": (4, 8), "tard": (18, 24),
    "la nuit de": (18, 30), "la nuit du": (18, 30), "nuit du": (18, 30), "nuit de": (18, 30),
    "early": (0, 9), "early on": (0, 9), "late": (18, 24), "late on": (18, 24), "at dawn on": (4, 8),
    "dawn on": (4, 8), "before dawn on": (0, 7), "around noon on": (11, 14), "at noon on": (11, 14),
    "the morning of": (4, 12), "the afternoon of": (12, 19), "the evening of": (17, 24), "the night of": (18, 30),
    "the early hours of": (0, 7), "early hours of": (0, 7), "the small hours of": (0, 7), "in the evening on": (17, 24),
    "overnight on": (18, 30),
}  # fmt: skip

SPACE = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,4}|\n[^\S\n]{0,4})"


def one_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, longest first; a space or hyphen in a word matches either."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.sub(r"\\[ -]", "[ -]", re.escape(word)) for word in longest_first) + ")"


def compile_words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over folded text; each space stands for `SPACE`, and no match begins or ends inside a word."""
    return re.compile(rf"(?<!\w)(?:{_spaced(pattern)})(?!\w)")


def compile_tail(pattern: str) -> re.Pattern[str]:
    """As `compile_words`, for what follows on a word: it may begin where that word ends."""
    return re.compile(rf"(?:{_spaced(pattern)})(?!\w)")


def _spaced(pattern: str) -> str:
    return pattern.replace("[ -]", f"(?:{SPACE}|-)").replace(" ", SPACE)


def known(word: str, table: dict[str, int]) -> int:
    """The number a matched word stands for, whatever blanks or hyphens it was written with.

    Raises:
        KeyError: the word is not in the table (a pattern and its table disagree).
    """
    plain = re.sub(r"\s+", " ", word)
    if plain in table:
        return table[plain]
    return {key.replace("-", " "): value for key, value in table.items()}[plain.replace("-", " ")]


def number(word: str) -> int:
    """A count written in digits or in words."""
    return int(word) if word.isdecimal() else known(word, NUMBERS)


COUNT = r"(?:\d{1,3}|" + one_of(NUMBERS) + ")"
UNIT = one_of(UNITS)
MONTH = one_of(MONTHS)
ANY_MONTH = rf"(?:{MONTH}|{one_of(SHORT_MONTHS)}\b\.?)"
WEEKDAY = one_of(WEEKDAYS)
# Days of a month in words; in French they are plain numbers but for the first.
ENGLISH_DAYS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
    "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
DAY_NUMBER = r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|eme|e)?|premier)"
YEAR = r"(?:19|20)\d\d"
