"""Rules for months, seasons and years, whole or in part: "en juin dernier", "mid-2023", "summer 2018".  Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from index.date_rules import (
    LAST_YEAR,
    MONTH_CUES,
    OF_YEAR,
    OPTIONAL_YEAR,
    RANKS,
    THIS_YEAR,
    YEAR_CUE,
    Rule,
    Viewpoint,
    Wording,
    month_number,
    named_year,
    year_of_month,
)
from index.date_words import (
    MONTH,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    THIRDS,
    YEAR,
    compile_words,
    known,
    one_of,
)
from index.model import Precision
from index.stretches import (
    Stretch,
    add_months,
    days,
    midnight,
    month_of,
    season_of,
    shift,
    third_of_month,
    third_of_year,
    year_of,
)

_THIRD = rf"(?P<third>{one_of(THIRDS)})"
# What must stand before a month or a year that has nothing else to show that it is one.
_INTRODUCED = re.compile(
    r"(?:\b(?:en|in|since|depuis|during|by|from|until|before|after|avant|apres|jusqu'en|of|de|d'|mois de|durant"
    r"|throughout|par|annee|annees|the year|year|le|on|du)\s?|\()$"
)
_COMPARED = re.compile(r"\b(?:within|than|least|over|about|plus de|moins de|moins|environ)\s$")  # "2000" is a count
_MEASURE = re.compile(r"\s?(?:km|kms|kilomet\w+|m|metres?|miles?)\b")
_NAMED_AFTER_YEAR = re.compile(r"\bthe\s$")


def _introduced(match: re.Match[str]) -> bool:
    return _INTRODUCED.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _read_month(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    groups = match.groupdict()
    year, month, zone = named_year(match, view), month_number(match["month"]), view.at.tzinfo
    third = known(groups["third"], THIRDS) if groups.get("third") else None
    last = groups.get("last") or groups.get("after")
    if year is None and third is None and not last and not _introduced(match):
        return None
    if year is None:
        year = year_of_month(month, view, over=bool(last), third=third or 0)
    return month_of(year, month, zone) if third is None else third_of_month(year, month, third, zone)


def _read_bare_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    month = month_number(match["month"])
    return month_of(year_of_month(month, view, over=False, third=0), month, view.at.tzinfo)


def _read_numeric_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    return month_of(int(match["year"]), int(match["month"]), view.at.tzinfo)


def _read_month_range(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    last = month_number(match["month"])
    year = named_year(match, view)
    if year is None:
        year = year_of_month(last, view, over=False, third=0)
    first = month_number(match["first"])
    first_year = int(match["year_first"]) if match["year_first"] else year - (first > last)
    count = (year - first_year) * 12 + last - first + 1
    return month_of(first_year, first, view.at.tzinfo, count) if count > 0 else None


def _read_week_of_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    """Days 1-7, 8-14 or 15-21 of the month, or its last seven."""
    month, year = month_number(match["month"]), named_year(match, view)
    if year is None:
        year = year_of_month(month, view, over=False, third=0)
    whole = month_of(year, month, view.at.tzinfo)
    start = whole.start.date() + timedelta(days=7 * known(match["rank"], RANKS) - 7)
    if match["rank"] in ("last", "derniere"):
        start = whole.end.date() - timedelta(days=7)
    return days(start, start + timedelta(days=6), view.at.tzinfo, Precision.WEEK)


def _read_half_of_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    """The French fortnight ("quinzaine"): days 1-15, or 16 to the end."""
    month, year = month_number(match["month"]), named_year(match, view)
    if year is None:
        year = year_of_month(month, view, over=False, third=0)
    whole = month_of(year, month, view.at.tzinfo)
    first, last = whole.start.date(), whole.end.date() - timedelta(days=1)
    if known(match["rank"], RANKS) == 1 and match["rank"] != "derniere":
        return days(first, first.replace(day=15), view.at.tzinfo, Precision.WEEK)
    return days(first.replace(day=16), last, view.at.tzinfo, Precision.WEEK)


def _read_season(match: re.Match[str], view: Viewpoint) -> Stretch:
    groups = match.groupdict()
    month, zone, year = SEASONS[match["season"]], view.at.tzinfo, named_year(match, view)
    if year is not None:
        return season_of(year, month, zone)
    over = bool(groups.get("last") or groups.get("after"))
    latest = season_of(view.today.year, month, zone)
    begun = (latest.end if over else latest.start) <= view.at
    return latest if begun else season_of(view.today.year - 1, month, zone)


def _read_third_of_year(match: re.Match[str], view: Viewpoint) -> Stretch:
    year = named_year(match, view)
    return third_of_year(view.today.year if year is None else year, known(match["third"], THIRDS), view.at.tzinfo)


def _read_share_of_year(match: re.Match[str], view: Viewpoint) -> Stretch:
    """A half or a quarter of a year."""
    year = named_year(match, view)
    months = 3 if match["share"] in ("quarter", "trimestre") else 6
    first_month = 1 + (known(match["rank"], RANKS) - 1) * months
    return month_of(view.today.year if year is None else year, first_month, view.at.tzinfo, months)


def _read_bare_share_of_year(match: re.Match[str], view: Viewpoint) -> Stretch:
    """That of this year, or of the year before where it is not yet there."""
    share = _read_share_of_year(match, view)
    return share if share.start <= view.at else _read_share_of_year(match, Viewpoint(shift(view.at, -1, "year")))


def _read_quarter(match: re.Match[str], view: Viewpoint) -> Stretch:
    return month_of(int(match["year"]), 3 * int(match["rank"]) - 2, view.at.tzinfo, 3)


def _read_quarter_off(match: re.Match[str], view: Viewpoint) -> Stretch:
    """This quarter of the year, or the one before it."""
    first = view.today.replace(day=1, month=3 * ((view.today.month - 1) // 3) + 1)
    start = first if match["this"] else add_months(first, -3)
    return month_of(start.year, start.month, view.at.tzinfo, 3)


def _read_years(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    first, last = int(match["first"]), int(match["year"])
    end = year_of(last, view.at.tzinfo).end
    return Stretch(midnight(date(first, 1, 1), view.at.tzinfo), end, Precision.YEAR) if first < last else None


def _read_year(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    return year_of(int(match["year"]), view.at.tzinfo)


def _read_bare_year(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    return None if _is_count(match) else _read_year(match, view)


def _read_introduced_year(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    named_after = _NAMED_AFTER_YEAR.search(match.string, max(0, match.start() - 5), match.start())
    return _read_year(match, view) if (named_after or _introduced(match)) and not _is_count(match) else None


def _is_count(match: re.Match[str]) -> bool:
    """Whether a number that may be a year counts something: "within 2000 km", "plus de 2000 soldats"."""
    compared = _COMPARED.search(match.string, max(0, match.start() - 12), match.start())
    return bool(compared or _MEASURE.match(match.string, match.end()))


PERIOD_RULES: tuple[Rule, ...] = (
    Rule(
        Wording.COARSE,
        MONTH_CUES,
        compile_words(rf"(?P<rank>{one_of(RANKS)}) quinzaine (?:de |d'|du mois de )(?P<month>{MONTH}){OPTIONAL_YEAR}"),
        _read_half_of_month,
    ),
    Rule(
        Wording.COARSE,
        frozenset({YEAR_CUE}),
        compile_words(rf"(?P<month>1[0-2]|0?[1-9])/(?P<year>{YEAR})"),
        _read_numeric_month,
    ),
    Rule(
        Wording.COARSE,
        frozenset({YEAR_CUE}),
        compile_words(rf"(?P<year>{YEAR})[-/](?P<month>1[0-2]|0[1-9])(?![-/])"),
        _read_numeric_month,
    ),
    Rule(
        Wording.COARSE,
        frozenset({YEAR_CUE}),
        compile_words(rf"[qt](?P<rank>[1-4])(?: (?:of |de )?|[-/])(?P<year>{YEAR})"),
        _read_quarter,
    ),
    Rule(
        Wording.COARSE,
        frozenset({"quarter", "trimestre"}),
        compile_words(
            r"(?:(?P<this>this|the current|ce) (?:quarter|trimestre)|(?:the )?(?:last|previous) quarter"
            r"|trimestre (?:dernier|passe|precedent))(?! (?:of|de))"
        ),
        _read_quarter_off,
    ),
    Rule(
        Wording.COARSE,
        MONTH_CUES,
        compile_words(rf"(?P<rank>{one_of(RANKS)}) (?:week|semaine) (?:of |de |d')(?P<month>{MONTH}){OPTIONAL_YEAR}"),
        _read_week_of_month,
    ),
    Rule(
        Wording.COARSE,
        MONTH_CUES,
        compile_words(
            rf"(?P<first>{MONTH})(?: (?P<year_first>{YEAR}))? (?:and|to|et|a|through|until) "
            rf"(?P<month>{MONTH}){OPTIONAL_YEAR}"
        ),
        _read_month_range,
    ),
    Rule(
        Wording.COARSE,
        MONTH_CUES,
        compile_words(
            rf"(?:{_THIRD}[ -](?:de |d')?)?(?:(?P<last>last) )?(?P<month>{MONTH})(?: (?P<after>dernier|passe))?"
            rf"{OPTIONAL_YEAR}"
        ),
        _read_month,
    ),
    Rule(
        Wording.COARSE,
        MONTH_CUES,
        compile_words(rf"(?P<month>{one_of(SHORT_MONTHS)})\.? (?P<year>{YEAR})"),
        _read_month,
    ),
    Rule(Wording.COARSE, frozenset(SEASONS), compile_words(rf"(?P<season>{one_of(SEASONS)}){OF_YEAR}"), _read_season),
    Rule(
        Wording.COARSE,
        frozenset(SEASONS),
        compile_words(
            rf"(?:(?P<last>last) |(?:l'|le |this |cet |ce |au |en |in |in the |d'|du )(?!fall of)|the (?!fall))"
            rf"(?P<season>{one_of(SEASONS)})(?: (?P<after>dernier|passe))?"
        ),
        _read_season,
    ),
    Rule(
        Wording.COARSE,
        frozenset({"half", "quarter", "semestre", "trimestre", "moitie"}),
        compile_words(
            rf"(?P<rank>{one_of(RANKS)}) (?P<share>half|quarter|semestre|trimestre|moitie)(?: (?:of|de|en))?"
            rf"(?:{OF_YEAR}| l'annee)"
        ),
        _read_share_of_year,
    ),
    Rule(
        Wording.COARSE,
        frozenset({YEAR_CUE, "year", "annee", "an"}),
        compile_words(
            rf"{_THIRD}[ -](?:de )?(?:l'annee |the year )?"
            rf"(?:(?P<year>{YEAR})|(?P<past>{LAST_YEAR})|(?P<current>{THIS_YEAR}|l'annee|d'annee|the year))"
        ),
        _read_third_of_year,
    ),
    Rule(
        Wording.COARSE,
        frozenset({YEAR_CUE}),
        compile_words(rf"(?P<first>{YEAR}) ?(?:-|to|and|et|a) ?(?P<year>{YEAR})"),
        _read_years,
    ),
    Rule(Wording.COARSE, frozenset({YEAR_CUE}), compile_words(rf"(?P<year>{YEAR})"), _read_introduced_year),
)
# In a question "au troisième trimestre" is the last one begun; in a match report it is a quarter of the match.
BARE_SHARE = Rule(
    Wording.COARSE,
    frozenset({"quarter", "semestre", "trimestre"}),
    compile_words(rf"(?P<rank>{one_of(RANKS)}) (?P<share>quarter|semestre|trimestre)"),
    _read_bare_share_of_year,
)
# "attaques octobre": typed without its preposition; in English "may" and "march" are other words.
BARE_MONTH = Rule(
    Wording.COARSE,
    MONTH_CUES,
    compile_words(rf"(?<!mai.)(?P<month>{one_of([name for name in MONTHS if name not in ('may', 'march')])})(?!.mai)"),
    _read_bare_month,
)
BARE_YEAR = Rule(Wording.COARSE, frozenset({YEAR_CUE}), compile_words(rf"(?P<year>{YEAR})"), _read_bare_year)
