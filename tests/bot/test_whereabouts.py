from __future__ import annotations

from datetime import timedelta

from bot import whereabouts
from bot.whereabouts import LIFE, Whereabouts
from tests.builders import NOW

GAO = (16.27, -0.04)


def test_a_point_is_known_for_half_an_hour() -> None:
    known = Whereabouts()
    known.keep(1, GAO, NOW)
    assert (known.of(1, NOW + LIFE - timedelta(seconds=1)), known.of(1, NOW + LIFE)) == (GAO, None)


def test_a_point_is_nobody_elses() -> None:
    known = Whereabouts()
    known.keep(1, GAO, NOW)
    assert known.of(2, NOW) is None


def test_the_newest_point_counts() -> None:
    known = Whereabouts()
    known.keep(1, (0.0, 0.0), NOW)
    known.keep(1, GAO, NOW)
    assert known.of(1, NOW) == GAO


def test_beyond_so_many_people_the_one_heard_of_longest_ago_is_forgotten() -> None:
    known = Whereabouts()
    for user_id in range(whereabouts.MOST_PEOPLE + 1):
        known.keep(user_id, GAO, NOW)
    assert (known.of(0, NOW), known.of(1, NOW)) == (None, GAO)


def test_no_repr_tells_where_somebody_is() -> None:
    known = Whereabouts()
    known.keep(1, GAO, NOW)
    assert "16.27" not in repr(known)
