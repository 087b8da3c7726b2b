from __future__ import annotations

from dataclasses import replace

from index.answers import silence_notes
from index.model import Claim, ClaimVerb, Note
from tests.builders import a_passage, a_query, a_story

WHO_CLAIMS = replace(a_query(), verbs=(ClaimVerb.CLAIMS,))
CLAIMED = a_story(a_passage(claims=(Claim("jnim", ClaimVerb.CLAIMS, 0, 20),)))
DENIED = a_story(a_passage(claims=(Claim("jnim", ClaimVerb.DENIES, 0, 20),)))


def test_a_claim_in_the_first_story_answers() -> None:
    assert silence_notes(WHO_CLAIMS, (CLAIMED, DENIED)) == ()


def test_the_claim_of_another_attack_is_no_answer() -> None:
    assert silence_notes(WHO_CLAIMS, (DENIED, CLAIMED)) == (Note("unsaid"),)


def test_nothing_is_missing_where_it_was_not_asked() -> None:
    assert silence_notes(a_query(), (DENIED,)) == ()


def test_no_count_in_what_is_told_is_missed_where_it_was_asked() -> None:
    assert silence_notes(replace(a_query(), asks_toll=True), (CLAIMED,)) == (Note("uncounted"),)
