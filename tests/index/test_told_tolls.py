"""Who says how many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.model import Claim, ClaimVerb, Dispatch, Happened, Hit, Precision, Site, Span
from index.story_model import Harm, Toll
from index.told_tolls import Said, TollSentence, about, killed, told_tolls

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
FANGA, FAR = Site("Fanga", 14.0, -4.0, 2.0, 1.0), Site("Kouna", 16.0, -4.0, 2.0, 1.0)
ELEVEN, NINE = Toll(10, 20, Harm.KILLED, 11, 11, "soldiers"), Toll(110, 120, Harm.KILLED, 9, 9, "soldiers")
DISPATCH = Dispatch("Agence Essai", "d1", "-")


def a_day(days: int) -> Happened:
    return Happened(MONDAY + timedelta(days), MONDAY + timedelta(days + 1), Precision.DAY)


def a_hit(row: int = 1) -> Hit:
    return Hit(row, row, MONDAY, (Span(0, 5),), happened=a_day(0), site=FANGA)


def speakers(claims: tuple[Claim, ...], toll: Toll = ELEVEN) -> list[tuple[str, ...]]:
    said = {1: Said(claims, (TollSentence((FANGA,), a_day(0), (toll,)),))}
    return [one.speakers for one in told_tolls([a_hit()], {1: DISPATCH}, said)]


def test_a_toll_is_said_by_the_claim_that_holds_it() -> None:
    assert speakers((Claim("malian_army", ClaimVerb.SAYS, 0, 50), Claim("residents", ClaimVerb.REPORTS, 60, 90))) == [
        ("malian_army",)
    ]


def test_a_toll_is_said_by_the_narrowest_claim() -> None:
    assert speakers((Claim("jnim", ClaimVerb.SAYS, 0, 90), Claim("doctor", ClaimVerb.REPORTS, 5, 40))) == [("doctor",)]


def test_two_who_say_it_together_both_stand() -> None:
    both = (Claim("residents", ClaimVerb.REPORTS, 0, 50), Claim("doctor", ClaimVerb.REPORTS, 0, 50))
    assert speakers(both) == [("residents", "doctor")]


def test_who_denies_says_no_toll() -> None:
    assert speakers((Claim("malian_army", ClaimVerb.DENIES, 0, 50),)) == [()]


def test_a_toll_that_no_claim_holds_is_the_sources_own() -> None:
    assert speakers(()) == [()]


def test_the_toll_of_another_day_or_place_is_not_of_the_story() -> None:
    other = (TollSentence((FANGA,), a_day(5), (NINE,)), TollSentence((FAR,), a_day(0), (NINE,)))
    assert told_tolls([a_hit()], {1: DISPATCH}, {1: Said((), other)}) == ()


def test_a_sentence_without_place_and_day_may_be_of_the_story() -> None:
    said = {1: Said((), (TollSentence((), None, (NINE,)),))}
    assert [one.toll for one in told_tolls([a_hit()], {1: DISPATCH}, said)] == [NINE]


def test_the_same_toll_by_the_same_speaker_stands_once() -> None:
    again = Toll(60, 70, Harm.KILLED, 11, 11, "soldiers")
    said = {1: Said((), (TollSentence((FANGA,), a_day(0), (ELEVEN, again)),))}
    assert [one.toll for one in told_tolls([a_hit()], {1: DISPATCH}, said)] == [ELEVEN]


def test_each_source_keeps_its_own_toll() -> None:
    other = Dispatch("Radio Essai", "d2", "-")
    said = {row: Said((), (TollSentence((FANGA,), a_day(0), (toll,)),)) for row, toll in ((1, ELEVEN), (2, NINE))}
    told = told_tolls([a_hit(1), a_hit(2)], {1: DISPATCH, 2: other}, said)
    assert [(one.source, one.toll.least) for one in told] == [("Agence Essai", 11), ("Radio Essai", 9)]


def sentence(*tolls: Toll, site: Site = FANGA) -> TollSentence:
    return TollSentence((site,), a_day(0), tolls)


def test_the_tolls_of_a_sentence_count_together() -> None:
    assert killed([sentence(ELEVEN, NINE)]) == 20


def test_of_several_sentences_the_deadliest_counts() -> None:
    assert killed([sentence(NINE), sentence(ELEVEN)]) == 11


def test_more_than_ten_is_eleven() -> None:
    assert killed([sentence(Toll(0, 5, Harm.KILLED, 10, None, "people"))]) == 11


def test_the_wounded_are_not_counted_as_dead() -> None:
    assert killed([sentence(Toll(0, 5, Harm.WOUNDED, 50, 50, "people"))]) == 0


def test_a_sentence_about_another_place_tells_no_toll_of_the_hit() -> None:
    here, there = sentence(NINE), sentence(ELEVEN, site=FAR)
    assert about([a_hit()], Said((), (here, there))) == [here]
