"""Rules for feasts and Ramadan as questions name them: "pendant le ramadan 2024", "since Tabaski".  Pure.

Islamic days follow the calendar of Umm al-Qura (hijridate), with a day either side: in the Sahel the moon that is seen
decides.  Easter and what hangs on it are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from index.date_rules import OPTIONAL_YEAR, Rule, Viewpoint, Wording, named_year
from index.date_words import compile_words, known, one_of
from index.model import Precision
from index.stretches import Stretch, days

_MOON_SEEN = timedelta(days=1)
_THIRD_DAYS = 10
_EDGES = {"debut du": 0, "le debut du": 0, "the beginning of": 0, "the start of": 0, "start of": 0, "fin du": 2,
          "la fin du": 2, "the end of": 2, "end of": 2}  # fmt: skip


# Ramadan and Noel are people's names too: "Tariq Ramadan" is no month.
_INTRODUCED = re.compile(
    r"(?:^|\b(?:pendant|durant|depuis|avant|apres|during|since|before|after|over|in|at|on|for|du|a|au|le|la|ce|the|this"
    r"|last|until|till|by|(?:veille|lendemain|fete|jour|soir|nuit|eve|day|night|evening) (?:de|of)(?: la| the)?)\s"
    r"|\bl')$"
)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class _Feast:
    """A day of a calendar, or a month of it where `day` is 0."""

    month: int
    day: int
    islamic: bool = True


_RAMADAN, _FITR, _ADHA, _MAWLID, _ASHURA = _Feast(9, 0), _Feast(10, 1), _Feast(12, 10), _Feast(3, 12), _Feast(1, 10)
_CHRISTMAS, _NEW_YEAR = _Feast(12, 25, islamic=False), _Feast(1, 1, islamic=False)
_FEASTS: Mapping[str, _Feast] = {
    "ramadan": _RAMADAN, "ramadhan": _RAMADAN, "mois de ramadan": _RAMADAN, "month of ramadan": _RAMADAN,
    "korite": _FITR, "aid el-fitr": _FITR, "aid al-fitr": _FITR, "eid al-fitr": _FITR, "eid el-fitr": _FITR,
    "eid ul-fitr": _FITR, "tabaski": _ADHA, "aid el-kebir": _ADHA, "aid al-kabir": _ADHA, "aid el-adha": _ADHA,
    "aid al-adha": _ADHA, "eid al-adha": _ADHA, "eid el-adha": _ADHA, "eid ul-adha": _ADHA, "fete du mouton": _ADHA,
    "fete du sacrifice": _ADHA, "maouloud": _MAWLID, "mouloud": _MAWLID, "mawlid": _MAWLID, "achoura": _ASHURA,
    "ashura": _ASHURA, "noel": _CHRISTMAS, "christmas": _CHRISTMAS, "christmas day": _CHRISTMAS,
    "nouvel an": _NEW_YEAR, "jour de l'an": _NEW_YEAR, "new year's day": _NEW_YEAR, "new year": _NEW_YEAR,
}  # fmt: skip


def _occurrences(feast: _Feast, near: date) -> Iterator[tuple[date, date]]:
    """First and last day of the feast in the years around a day, latest first.

    Raises:
        OverflowError: before 1924 or after 2077, which the calendar of Umm al-Qura does not reach.
    """
    if not feast.islamic:
        for year in range(near.year + 1, near.year - 2, -1):
            day = date(year, feast.month, feast.day)
            yield day, day
        return
    year = Gregorian(near.year, near.month, near.day).to_hijri().year
    for one in (year + 1, year, year - 1):
        begins = Hijri(one, feast.month, feast.day or 1)
        first = date.fromisoformat(begins.to_gregorian().isoformat())
        yield first - _MOON_SEEN, first + timedelta(days=0 if feast.day else begins.month_length() - 1) + _MOON_SEEN


def _read_feast(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    """The last such feast begun, or that of the year named; None where nothing shows that a feast is meant."""
    feast, year = _FEASTS[_plain(match["feast"])], named_year(match, view)
    introduced = _INTRODUCED.search(match.string, max(0, match.start() - _LOOK_BACK), match.start())
    if not (year or match["edge"] or introduced):
        return None
    near = view.today if year is None else date(year, 7, 1)
    first, last = next(
        (first, last)
        for first, last in _occurrences(feast, near)
        if ((first + _MOON_SEEN).year == year if year else first <= view.today)
    )
    third = known(match["edge"], _EDGES) if match["edge"] else None
    if third == 0:
        last = first + timedelta(days=_THIRD_DAYS)
    elif third == 2:
        first = last - timedelta(days=_THIRD_DAYS)
    return days(first, last, view.at.tzinfo, Precision.DAY if first == last else Precision.WEEK)


def _plain(words: str) -> str:
    loose = re.sub(r"[\s-]+", " ", words)
    return next(feast for feast in _FEASTS if feast.replace("-", " ") == loose)


FEAST_RULES: tuple[Rule, ...] = (
    Rule(
        Wording.COARSE,
        frozenset(re.split("[ '-]", " ".join(_FEASTS))),
        compile_words(rf"(?:(?P<edge>{one_of(_EDGES)}) )?(?P<feast>{one_of(_FEASTS)}){OPTIONAL_YEAR}"),
        _read_feast,
    ),
)
