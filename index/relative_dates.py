"""Rules for dates told from the moment of speaking: yesterday, last week, three days ago, Tuesday.  Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from index.date_rules import Reader, Rule, Viewpoint, Wording
from index.date_words import COUNT, UNIT, UNITS, WEEKDAY, WEEKDAYS, Unit, compile_words, number
from index.model import Precision
from index.stretches import (
    Stretch,
    add_months,
    days,
    midnight,
    part_of_day,
    shift,
    third_of_month,
    unit_around,
    week_of,
    weekend_before,
    whole_day,
)

_HALF_DAYS: dict[Unit, int] = {"hour": 0, "day": 0, "week": 3, "month": 15, "year": 182}
_PRECISIONS: dict[Unit, Precision] = {
    "hour": Precision.HOUR, "day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH,
    "year": Precision.YEAR,
}  # fmt: skip
# "The last few days", "recent weeks": how far back a reader would look, in days.
_RECENT_DAYS: dict[Unit, int] = {"hour": 1, "day": 7, "week": 28, "month": 92, "year": 3 * 365}
_ABOUT = (
    r"(?:(?:environ|pres de|plus de|moins de|a peine|deja|quelque|un peu plus de|about|some|nearly|almost|over"
    r"|more than|less than|around|at least|just over) )?"
)


def _read_ago(match: re.Match[str], view: Viewpoint) -> Stretch:
    """The hour or day so long ago; of weeks, months and years half a unit either side, since nobody counts them out."""
    unit = UNITS[match["unit"]]
    then = shift(view.at, -number(match["count"]), unit)
    if unit == "hour":
        return unit_around(then, unit)
    half = timedelta(days=_HALF_DAYS[unit])
    return days((then - half).date(), (then + half).date(), view.at.tzinfo, _PRECISIONS[unit])


def _read_weekdays_ago(match: re.Match[str], view: Viewpoint) -> Stretch:
    """ "Two Thursdays ago": today's own weekday does not count."""
    back = (view.today.weekday() - WEEKDAYS[match["weekday"]]) % 7 or 7
    return whole_day(view.today - timedelta(days=back + 7 * (number(match["count"]) - 1)), view.at.tzinfo)


def _read_fortnight_ago(_match: re.Match[str], view: Viewpoint) -> Stretch:
    then, half = view.today - timedelta(days=14), timedelta(days=_HALF_DAYS["week"])
    return days(then - half, then + half, view.at.tzinfo, Precision.WEEK)


def _read_last_fortnight(_match: re.Match[str], view: Viewpoint) -> Stretch:
    return Stretch(midnight(view.today - timedelta(days=14), view.at.tzinfo), view.at, Precision.WEEK)


def _read_later(match: re.Match[str], view: Viewpoint) -> Stretch:
    then = shift(view.at, number(match["count"]), UNITS[match["unit"]])
    return whole_day(then.date(), view.at.tzinfo)


def _read_rolling(match: re.Match[str], view: Viewpoint) -> Stretch:
    """So many hours up to the moment itself; days, weeks and longer begin at midnight."""
    unit = UNITS[match["unit"]]
    start = shift(view.at, -number(match["count"] or "1"), unit)
    whole = start if unit == "hour" else midnight(start.date(), view.at.tzinfo)
    return Stretch(whole, view.at, _PRECISIONS[unit])


def _read_recent(match: re.Match[str], view: Viewpoint) -> Stretch:
    unit = UNITS[match["unit"]]
    start = view.today - timedelta(days=_RECENT_DAYS[unit])
    return Stretch(midnight(start, view.at.tzinfo), view.at, _PRECISIONS[unit])


def _day_off(days_on: int) -> Reader:
    return lambda _match, view: whole_day(view.today + timedelta(days=days_on), view.at.tzinfo)


def _part_off(days_on: int, first_hour: int, last_hour: int) -> Reader:
    """Hours counted from the midnight of today, or of the day so many days on."""
    return lambda _match, view: part_of_day(
        whole_day(view.today + timedelta(days=days_on), view.at.tzinfo), (first_hour, last_hour)
    )


def _unit_off(count: int) -> Reader:
    def read(match: re.Match[str], view: Viewpoint) -> Stretch:
        unit = UNITS[match["unit"]]
        start = unit_around(view.at, unit).start
        return unit_around(shift(start, count, unit), unit)

    return read


def _read_unit_so_far(match: re.Match[str], view: Viewpoint) -> Stretch:
    unit = UNITS[match["unit"]]
    return Stretch(unit_around(view.at, unit).start, view.at, _PRECISIONS[unit])


def _read_third_of_week(match: re.Match[str], view: Viewpoint) -> Stretch:
    """Monday to Wednesday at its start, Tuesday to Thursday in its middle, Thursday to Sunday at its end; a week not
    yet there is the one before."""
    monday = week_of(view.today, view.at.tzinfo).start.date()
    first, last = {"fin": (3, 6), "late": (3, 6), "end": (3, 6), "milieu": (1, 3), "middle": (1, 3)}.get(
        match["part"], (0, 2)
    )
    if match["past"] or match["after"] or monday + timedelta(days=first) > view.today:
        monday -= timedelta(days=7)
    return days(monday + timedelta(days=first), monday + timedelta(days=last), view.at.tzinfo, Precision.DAY)


def _read_edge_of_month(match: re.Match[str], view: Viewpoint) -> Stretch:
    """The first or last third of this month, or of the last one where it is not yet there."""
    third, day = (2, 21) if match["part"] in ("fin", "end") else (0, 1)
    month = view.today if view.today.day >= day else add_months(view.today, -1)
    return third_of_month(month.year, month.month, third, view.at.tzinfo)


def _read_weekend(match: re.Match[str], view: Viewpoint) -> Stretch:
    weekend = weekend_before(view.today, view.at.tzinfo)
    if view.ahead or match["next"]:
        return weekend_before(view.today + timedelta(days=7), view.at.tzinfo)
    if match["last"] and weekend.end > view.at:
        return weekend_before(view.today - timedelta(days=7), view.at.tzinfo)
    return weekend


def _read_weekday(match: re.Match[str], view: Viewpoint) -> Stretch:
    """The last such day, today included; "last Tuesday" leaves today out; "next", or a verb to come, looks forward."""
    weekday, zone = WEEKDAYS[match["weekday"]], view.at.tzinfo
    back = (view.today.weekday() - weekday) % 7
    if view.ahead or match["next"] or match["after"] in ("prochain", "suivant"):
        return whole_day(view.today + timedelta(days=7 - back), zone)
    if (match["last"] or match["after"]) and back == 0:
        back = 7
    return whole_day(view.today - timedelta(days=back), zone)


def _read_weekday_of_week(match: re.Match[str], view: Viewpoint) -> Stretch:
    weeks_on = -1 if match["past"] else 1 if match["next"] else 0
    monday = week_of(view.today, view.at.tzinfo).start.date() + timedelta(days=7 * weeks_on)
    return whole_day(monday + timedelta(days=WEEKDAYS[match["weekday"]]), view.at.tzinfo)


def _read_night_of_weekdays(match: re.Match[str], view: Viewpoint) -> Stretch | None:
    """The night into the second day; None where the two do not follow each other."""
    eve, day = WEEKDAYS[match["eve"]], WEEKDAYS[match["weekday"]]
    if (eve + 1) % 7 != day:
        return None
    back = (view.today.weekday() - day) % 7
    return part_of_day(whole_day(view.today - timedelta(days=back + 1), view.at.tzinfo), (18, 30))


_COUNTED = rf"(?P<count>{COUNT}) ?(?P<unit>{UNIT})"  # "24h" too
_PLURALS = "hours|days|weeks|months|years|heures|jours|semaines|mois|annees"
_LATELY = "last|past|previous|derniers|dernieres|dernier|derniere"
_CALENDAR_UNIT = "week|month|year|semaine|sem|mois|annee|an"
_TWO_DAYS = rf"(?P<eve>{WEEKDAY})(?: ?- ?| (?:a|au|to|and|et|into) )(?P<weekday>{WEEKDAY})"


def _rule(wording: Wording, cues: Iterable[str], pattern: str, read: Reader) -> Rule:
    return Rule(wording, frozenset(cues), compile_words(pattern), read)


RELATIVE_RULES: tuple[Rule, ...] = (
    _rule(
        Wording.WEEKDAY,
        WEEKDAYS,
        rf"(?:nuit|night) (?:de|du|of|from|between|entre) {_TWO_DAYS}",
        _read_night_of_weekdays,
    ),
    _rule(Wording.WEEKDAY, WEEKDAYS, rf"overnight (?:from |between |on )?{_TWO_DAYS}", _read_night_of_weekdays),
    _rule(
        Wording.WEEKDAY,
        WEEKDAYS,
        rf"(?P<weekday>{WEEKDAY}),? (?:de |of )?"
        r"(?:cette semaine|this week|(?P<past>la semaine derniere|la semaine passee|last week)"
        r"|(?P<next>la semaine prochaine|next week))",
        _read_weekday_of_week,
    ),
    _rule(Wording.AGO, ("il", "voici", "voila", "ya"), rf"(?:il y a|voici|voila|ya) {_ABOUT}{_COUNTED}", _read_ago),
    _rule(Wording.AGO, ("ago",), rf"{_ABOUT}{_COUNTED} ago", _read_ago),
    _rule(Wording.AGO, ("ago",), rf"(?P<count>{COUNT}) (?P<weekday>{WEEKDAY})s? ago", _read_weekdays_ago),
    _rule(Wording.AGO, ("il",), rf"il y a (?P<count>{COUNT}) (?P<weekday>{WEEKDAY})s?", _read_weekdays_ago),
    _rule(Wording.AGO, ("fortnight",), r"(?:a|one) fortnight ago", _read_fortnight_ago),
    _rule(Wording.ROLLING, ("fortnight",), r"(?:last|past|previous) fortnight", _read_last_fortnight),
    _rule(
        Wording.EARLIER,
        ("earlier", "before", "previously", "tot", "auparavant"),
        rf"{_COUNTED} (?:earlier|before|previously|plus tot|auparavant)(?! (?:the|that)\b)",
        _read_ago,
    ),
    _rule(
        Wording.EARLIER,
        ("later", "tard", "after", "apres"),
        rf"{_COUNTED} (?:later|plus tard|(?:after|apres)(?=\s*(?:[,.;]|$)))",
        _read_later,
    ),
    _rule(
        Wording.EARLIER,
        ("veille", "previous", "before", "precedent", "avant"),
        r"(?:la veille(?! d)|the previous day|the day before(?! yesterday)|le jour precedent|le jour d'avant)",
        _day_off(-1),
    ),
    _rule(Wording.EARLIER, ("veille",), r"(?:l'avant-veille)(?! d)", _day_off(-2)),
    _rule(
        Wording.EARLIER,
        ("night", "precedente"),
        r"(?:the previous night|the night before|la nuit precedente)",
        _part_off(-1, 18, 30),
    ),
    _rule(
        Wording.EARLIER,
        ("day", "lendemain", "jour"),
        r"(?:the next day|the following day|the day after(?! tomorrow)|le lendemain(?! d)|le jour d'apres)",
        _day_off(1),
    ),
    _rule(
        Wording.EARLIER,
        ("day", "jour"),
        r"(?:the same day|that day|le meme jour|ce jour-la|that same day)",
        _day_off(0),
    ),
    _rule(Wording.ROLLING, UNITS, rf"(?:{_LATELY}) (?:few|several|couple of) (?P<unit>{_PLURALS})", _read_recent),
    _rule(Wording.ROLLING, UNITS, rf"(?:{_LATELY}) {_COUNTED}", _read_rolling),
    _rule(Wording.ROLLING, UNITS, rf"(?P<count>{COUNT}) (?:{_LATELY}) (?P<unit>{UNIT})", _read_rolling),
    _rule(
        Wording.ROLLING, UNITS, rf"{_COUNTED} (?:passees|passes|ecoulees|ecoules|precedents|precedentes)", _read_rolling
    ),
    _rule(Wording.ROLLING, UNITS, r"(?:the )?past (?P<count>(?!))?(?P<unit>day|week|month|year)", _read_rolling),
    _rule(Wording.ROLLING, UNITS, rf"(?:depuis|since|for) {_ABOUT}{_COUNTED}(?! ago)", _read_rolling),
    _rule(
        Wording.ROLLING,
        UNITS,
        rf"ces (?:tout )?(?:quelques )?(?:derniers|dernieres) (?P<unit>{_PLURALS})",
        _read_recent,
    ),
    _rule(Wording.ROLLING, UNITS, rf"(?:(?:recent|derniers|dernieres) (?P<unit>{_PLURALS}))", _read_recent),
    _rule(
        Wording.RELATIVE,
        ("hier", "yesterday"),
        r"(?:avant-hier|avant hier|(?:the )?day before yesterday)",
        _day_off(-2),
    ),
    _rule(Wording.RELATIVE, ("hier", "yesterday"), r"(?:hier|yesterday)", _day_off(-1)),
    _rule(
        Wording.RELATIVE,
        ("today", "aujourd", "aujourdhui", "ajd", "jour", "journee"),
        r"(?:today|aujourd'hui|aujourd hui|aujourdhui|ajd|ce jour(?!-la)|dans la journee)",
        _day_off(0),
    ),
    _rule(Wording.RELATIVE, ("demain", "tomorrow"), r"(?:apres-demain|(?:the )?day after tomorrow)", _day_off(2)),
    _rule(Wording.RELATIVE, ("demain", "tomorrow"), r"(?:demain|tomorrow)", _day_off(1)),
    _rule(
        Wording.RELATIVE,
        ("night", "overnight", "nuit"),
        r"(?:last night|overnight|la nuit derniere|la nuit passee|cette nuit|dans la nuit(?= *[,.;]|$))",
        _part_off(-1, 18, 30),
    ),
    _rule(Wording.RELATIVE, ("evening",), r"(?:last evening)", _part_off(-1, 17, 24)),
    _rule(Wording.RELATIVE, ("morning", "matin"), r"(?:this morning|ce matin)", _part_off(0, 4, 12)),
    _rule(Wording.RELATIVE, ("afternoon", "apres"), r"(?:this afternoon|cet apres-midi)", _part_off(0, 12, 19)),
    _rule(Wording.RELATIVE, ("tonight", "evening", "soir"), r"(?:tonight|this evening|ce soir)", _part_off(0, 17, 24)),
    _rule(
        Wording.RELATIVE,
        UNITS,
        r"(?:earlier this|plus tot cette|plus tot ce|plus tot dans la|all(?: this)?|toute la|tout le|toute l')"
        rf" ?(?P<unit>{_CALENDAR_UNIT})",
        _read_unit_so_far,
    ),
    _rule(
        Wording.RELATIVE,
        ("week", "weekend"),
        r"(?:(?:(?P<last>last|(?:this )?past)|(?P<next>next)|this|the|ce|le) )?week[ -]?end(?: (?:dernier|passe))?",
        _read_weekend,
    ),
    _rule(
        Wording.RELATIVE,
        ("week", "semaine"),
        r"(?:(?P<part>debut|milieu|fin|early|late|beginning|start|middle|end)(?: of)?(?: de)? ?(?:this|the|la|cette)? ?"
        r"(?:current |(?P<past>last|past|previous) )? ?(?:week|semaine)(?! \d)(?: (?P<after>derniere|passee))?)",
        _read_third_of_week,
    ),
    _rule(
        Wording.RELATIVE,
        ("month", "mois"),
        r"(?P<part>debut|fin|beginning|start|end) (?:of|de|du) (?:the |this |ce )?(?:month|mois)(?! d)",
        _read_edge_of_month,
    ),
    _rule(
        Wording.RELATIVE,
        UNITS,
        rf"(?:this|cette|ce|(?:the )?current|dans la) (?P<unit>{_CALENDAR_UNIT})(?:-ci)?",
        _unit_off(0),
    ),
    _rule(Wording.RELATIVE, UNITS, rf"(?:last|(?:the )?previous) (?P<unit>{_CALENDAR_UNIT})", _unit_off(-1)),
    _rule(
        Wording.RELATIVE,
        UNITS,
        rf"(?:(?:la|le|l') ?)?(?P<unit>{_CALENDAR_UNIT}) (?:derniere?|passee?|precedente?)",
        _unit_off(-1),
    ),
    _rule(Wording.RELATIVE, UNITS, rf"next (?P<unit>{_CALENDAR_UNIT})", _unit_off(1)),
    _rule(Wording.RELATIVE, UNITS, rf"(?:(?:la|le|l') ?)?(?P<unit>{_CALENDAR_UNIT}) prochaine?", _unit_off(1)),
    _rule(
        Wording.WEEKDAY,
        WEEKDAYS,
        rf"(?:(?:(?P<last>last|this past)|(?P<next>next)|this|ce) )?(?P<weekday>{WEEKDAY})"
        rf"(?: (?P<after>dernier|passe|prochain|suivant|last))?",
        _read_weekday,
    ),
)
# "attaques sur 30 jours", "en 24h": in a question they end now; in a dispatch they tell how long something took, as
# they do in "en une semaine" and "sur trois ans".
BARE_SPAN = _rule(
    Wording.ROLLING,
    UNITS,
    r"(?:sur|en|sous|over) (?:les |the )?(?P<count>\d{1,3}) ?(?P<unit>h|heures|hours|jours|jrs|days)",
    _read_rolling,
)
