from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.constants import MessageLimit

from bot.render import (
    LOCK_SCREEN,
    PAGE_LIMIT,
    first_page,
    further_page,
    headline,
    whole_answer,
    whole_passage,
)
from bot.wording import Reader
from index.model import (
    Answer,
    Borderland,
    Circle,
    Claim,
    ClaimVerb,
    Doubt,
    Happened,
    Kind,
    NoteKey,
    Precision,
    Story,
    ToldToll,
)
from index.story_model import Harm, Toll
from tests.bot.telegram_rules import parsed
from tests.bot.test_wording import ENGLISH, FRENCH
from tests.builders import BAMAKO, NOW, a_note, a_passage, a_query, a_story, an_answer, many_stories

READERS = st.sampled_from([ENGLISH, FRENCH])
TEXTS = st.text(max_size=300)
MOMENTS = st.integers(850_000_000, 1_770_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
HOSTILE = "</blockquote><b>x</b>\u202e<a href='tg://x'>&"


@st.composite
def happenings(draw: st.DrawFn) -> Happened:
    start = draw(MOMENTS)
    return Happened(start, start + timedelta(days=draw(st.integers(1, 60))), draw(st.sampled_from(Precision)))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    text = draw(st.text(min_size=1, max_size=1500))
    first = draw(st.integers(0, len(text)))
    passage = a_passage(
        draw(st.integers(1, 99)),
        text,
        source=draw(TEXTS),
        title=draw(st.none() | TEXTS),
        url=draw(st.none() | TEXTS),
        published_at=draw(st.none() | MOMENTS),
        version=draw(st.integers(1, 3)),
        sample=draw(st.booleans()),
        quote=(first, draw(st.integers(first, len(text)))),
        claims=(Claim(draw(TEXTS), draw(st.sampled_from(ClaimVerb)), 0, 10_000),) * draw(st.integers(0, 1)),
        doubt=draw(st.none() | st.sampled_from(Doubt)),
    )
    counts = draw(st.lists(st.integers(0, 9999), max_size=6))
    return a_story(
        passage,
        tolls=tuple(
            ToldToll(Toll(0, 1, Harm.KILLED, n, n, "people"), (draw(TEXTS),), draw(TEXTS), "d1") for n in counts
        ),
        place=draw(st.none() | TEXTS),
        kinds=tuple(draw(st.lists(st.sampled_from(Kind), max_size=3))),
        happened=draw(st.none() | happenings()),
        distance_km=draw(st.none() | st.floats(0, 20_000)),
        bearing=draw(st.none() | st.floats(0, 360)),
        uncertainty_km=draw(st.none() | st.floats(0, 500)),
        sources=tuple(draw(st.lists(TEXTS, max_size=5))),
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    keys: list[NoteKey] = draw(st.lists(st.sampled_from(get_args(NoteKey)), max_size=12))
    values: dict[str, Any] = {"name": draw(TEXTS), "chosen": draw(TEXTS), "days": 400, "place": draw(TEXTS), "count": 2}
    notes = tuple(a_note(key, **values) for key in keys)
    area = Circle(draw(st.text(max_size=100)), 12.0, -8.0, 50.0)
    return an_answer(*draw(st.lists(stories(), max_size=6)), notes=notes, query=a_query(area=area))


@settings(deadline=None)
@given(answers(), READERS)
def test_every_page_parses_within_1200_code_points(answer: Answer, reader: Reader) -> None:
    page = first_page(answer, "key", reader)
    text, _ = parsed(page.message.html)
    assert text == page.message.text
    assert len(text) <= PAGE_LIMIT


@settings(deadline=None)
@given(answers(), READERS)
def test_a_page_shows_at_least_the_best_story(answer: Answer, reader: Reader) -> None:
    page = first_page(answer, "key", reader)
    whole = [button for row in page.rows for button in row if button.data.startswith("whole:")]
    assert len(whole) >= min(1, len(answer.stories))


@settings(deadline=None)
@given(stories(), READERS)
def test_a_whole_passage_fits_a_message(story: Story, reader: Reader) -> None:
    message = whole_passage(story.passages[0], reader)
    text, _ = parsed(message.html)
    assert text == message.text
    assert 1 <= len(text) <= MessageLimit.MAX_TEXT_LENGTH


@settings(deadline=None)
@given(st.text(min_size=10, max_size=20), st.integers(0, 5_000), READERS)
def test_a_passage_too_long_for_a_message_is_cut(piece: str, first: int, reader: Reader) -> None:
    message = whole_passage(a_passage(1, piece * 600, quote=(first, first + 100)), reader)
    assert len(parsed(message.html)[0]) <= MessageLimit.MAX_TEXT_LENGTH


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("reader", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_the_lock_screen_shows_place_distance_kind_and_day(kind: Kind, reader: Reader) -> None:
    story = a_story(
        a_passage(1, sample=True),
        place="Saint-Symphorien-sur-Coise-les-Bains",
        kinds=(kind,),
        distance_km=1234.0,
        bearing=225.0,
        uncertainty_km=200.0,
        happened=Happened(datetime(2024, 8, 1, tzinfo=UTC), datetime(2024, 8, 9, tzinfo=UTC), Precision.WEEK),
    )
    line = headline(story, BAMAKO, 30, reader).text[:LOCK_SCREEN]
    kind_name = reader.catalogue.text(f"kind-{kind.value}")
    distance = "234 km S"
    assert [
        part in line for part in ("Saint-Sym", distance, kind_name, "1 ao" if reader is FRENCH else "1 Aug", "2024")
    ] == [True] * 5


def test_the_line_of_a_story() -> None:
    assert headline(a_story(), BAMAKO, 1, ENGLISH).text == (
        "1. Kassela · 38 km E of Bamako · attack · Sun 17 Aug · Radio Falaise"
    )


def test_the_line_of_a_story_in_french() -> None:
    assert headline(a_story(), BAMAKO, 1, FRENCH).text == (
        "1. Kassela · 38 km E de Bamako · attaque · dim. 17 août · Radio Falaise"
    )


@given(st.text(min_size=1, max_size=300), st.text(min_size=1, max_size=100), st.sampled_from(Kind), READERS)
def test_the_lock_screen_shows_distance_kind_and_day_whatever_the_names(
    place: str, centre: str, kind: Kind, reader: Reader
) -> None:
    story = a_story(a_passage(sample=True), place=place, kinds=(kind,), distance_km=1234.0, uncertainty_km=200.0)
    line = headline(story, Circle(centre, 12.0, -8.0, 50.0), 30, reader).text[:LOCK_SCREEN]
    day = "dim. 17 août" if reader is FRENCH else "Sun 17 Aug"
    assert [part in line for part in ("234 km E", reader.catalogue.text(f"kind-{kind.value}"), day)] == [True] * 3


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("about 40 kilometres from Bamako", "1. ≈ 40 km from Bamako · attack · Sun 17 Aug"),
        ("About 40 kilometres from BAMAKO", "1. ≈ 40 km from Bamako · attack · Sun 17 Aug"),
        ("Bamako", "1. ≈ 40 km from Bamako · attack · Sun 17 Aug"),
        ("between Kati and Bamako", "1. “between Kati and Bamako” · ≈ 40 km · attack · Sun 17 Aug"),
        ("Bamako-Coura", "1. Bamako-Coura · ≈ 40 km · attack · Sun 17 Aug"),
        ("Kati", "1. Kati · ≈ 40 km from Bamako · attack · Sun 17 Aug"),
    ],
)
def test_the_place_asked_about_is_named_once(place: str, expected: str) -> None:
    story = a_story(place=place, distance_km=40.0, bearing=None, uncertainty_km=40.0)
    assert headline(story, BAMAKO, 1, ENGLISH).text.startswith(expected + " · ")


def test_a_place_told_by_the_one_asked_about_keeps_its_direction() -> None:
    story = a_story(place="situé à 40 kilomètres de Ségou", distance_km=40.0, bearing=45.0, uncertainty_km=16.0)
    line = headline(story, Circle("Segou", 13.4, -6.3, 50.0), 1, FRENCH).text
    assert line.startswith("1. ≈ 40 km NE de Segou · attaque")


def test_a_distance_to_a_border_is_told_from_the_border() -> None:
    border = Borderland("la frontière avec le Niger", ("ML-NE",), 50.0, 15.4, 3.1)
    line = headline(a_story(place="Kati", distance_km=12.0, bearing=270.0), border, 1, FRENCH).text
    assert line.startswith("1. Kati · 12 km O de la frontière avec le Niger · attaque")


@pytest.mark.parametrize(("reader", "told"), [(ENGLISH, "40 km from Bamako"), (FRENCH, "40 km de Bamako")])
def test_what_happened_around_a_town_is_not_told_as_in_it(reader: Reader, told: str) -> None:
    story = replace(a_story(a_passage(), place="Bamako"), ring_km=40.0, uncertainty_km=40.0)
    assert told in headline(story, None, 1, reader).text


def test_a_place_keeps_its_words_where_no_distance_is_told() -> None:
    story = a_story(place="about 40 kilometres from Bamako", distance_km=None)
    assert headline(story, None, 1, ENGLISH).text.startswith("1. “about 40 kilometres from Bamako” · attack")


def test_a_terminal_shows_every_story_once_and_one_last_line() -> None:
    text = whole_answer(an_answer(*many_stories(9)), ENGLISH).text
    assert [text.count(f"{number}. Village {number} ") for number in range(1, 10)] == [1] * 9
    assert text.count("Searched 3,824 dispatches") == 1


def test_a_sample_is_marked_first_of_all() -> None:
    assert headline(a_story(a_passage(sample=True)), BAMAKO, 1, FRENCH).text.startswith("1. EXEMPLE · ")


def test_a_story_without_kind_is_told_by_its_title() -> None:
    story = a_story(a_passage(title="Market reopens"), place=None, kinds=(), distance_km=None)
    assert headline(story, None, 1, ENGLISH).text == "1. Sun 17 Aug · Market reopens · Radio Falaise"


@pytest.mark.parametrize(
    ("doubt", "words"),
    [
        (Doubt.UNVERIFIED, ("unconfirmed", "non confirmé")),
        (Doubt.ANONYMOUS, ("source not named", "source non nommée")),
        (Doubt.ONE_SIDE, ("told by one side only", "d’une seule partie")),
    ],
)
def test_what_is_not_confirmed_is_marked_in_both_languages(doubt: Doubt, words: tuple[str, str]) -> None:
    story = a_story(a_passage(doubt=doubt))
    shown = [headline(story, BAMAKO, 1, reader).text for reader in (ENGLISH, FRENCH)]
    assert [text.split(" · ")[-2] for text in shown] == list(words)


def test_who_claims_it_is_told() -> None:
    story = a_story(a_passage(claims=(Claim("a masked group", ClaimVerb.CLAIMS, 100, 120),)))
    assert headline(story, BAMAKO, 1, ENGLISH).text.endswith(" · claimed by “a masked group” · Radio Falaise")


def test_other_sources_are_counted_and_named() -> None:
    story = a_story(a_passage(1), a_passage(2, source="Écho du Sable"))
    text = first_page(an_answer(story), "key", ENGLISH).message.text
    assert "· Radio Falaise +1\n" in text
    assert "also: Écho du Sable" in text


def test_the_quote_is_word_for_word() -> None:
    passage = a_passage(1, quote=(38, 58))
    assert "\nTwo guards were hurt\n" in first_page(an_answer(a_story(passage)), "key", ENGLISH).message.text


def test_a_later_version_is_told_as_such() -> None:
    text = first_page(an_answer(a_story(a_passage(version=2))), "key", FRENCH).message.text
    assert " · version 2" in text


def test_notes_that_matter_stand_first() -> None:
    text = first_page(an_answer(a_story(), notes=(a_note("undated", count=1), a_note("stale", days=90))), "k", ENGLISH)
    assert text.message.text.startswith("Old news: the newest is 3 months old.\n\n1. Kassela")


def test_every_answer_ends_with_what_was_searched() -> None:
    text = first_page(an_answer(a_story()), "key", ENGLISH).message.text
    assert text.endswith("\n\nSearched 3,824 dispatches; the newest is from 20 Aug 2025, 14:05 (today).")


def test_a_title_from_outside_cannot_make_markup() -> None:
    message = whole_passage(a_passage(1, HOSTILE, title=HOSTILE, source=HOSTILE, quote=(0, 3)), ENGLISH)
    _, entities = parsed(message.html)
    kinds = [entity["type"]["@type"] for entity in entities]
    assert kinds.count("textEntityTypeExpandableBlockQuote") == 1
    assert "\u202e" not in message.text


def test_the_quote_is_bold_in_the_whole_passage() -> None:
    html = whole_passage(a_passage(1, quote=(38, 59)), ENGLISH).html
    assert "<b>Two guards were hurt.</b>" in html


def test_a_quote_that_is_the_whole_passage_is_not_bold() -> None:
    assert "<b>" not in whole_passage(a_passage(1), ENGLISH).html


def test_a_cut_passage_says_so_and_holds_its_quote() -> None:
    text = "a " * 4000 + "The bridge fell." + " b" * 100
    message = whole_passage(a_passage(1, text, quote=(8000, 8016)), ENGLISH)
    assert "The bridge fell." in message.text


def test_more_counts_what_is_left() -> None:
    page = first_page(an_answer(*many_stories(9)), "key", ENGLISH)
    shown = page.message.text.count("Village")
    more = next(button for row in page.rows for button in row if button.label.startswith("More"))
    assert (more.label, more.data) == (f"More ({9 - shown})", f"more:key:{shown}")


def test_a_page_that_shows_all_has_no_more() -> None:
    page = first_page(an_answer(a_story()), "key", ENGLISH)
    assert [button.label for row in page.rows for button in row if "more:" in button.data] == []


def test_no_quote_is_shortened_to_squeeze_a_story_in() -> None:
    page = first_page(an_answer(*many_stories(9)), "key", ENGLISH)
    assert page.message.text.count("The road stayed shut all night.") == page.message.text.count("Village")


def test_a_further_page_goes_on_counting() -> None:
    answer = an_answer(*many_stories(9)[6:])
    page = further_page(answer, "key", [6, 7, 8], 9, ENGLISH)
    assert page.message.text.startswith("7. Village 7 ")


def test_a_further_page_tells_no_notes_again() -> None:
    answer = an_answer(*many_stories(1), notes=(a_note("stale", days=90),))
    assert "Old news" not in further_page(answer, "key", [0], 1, ENGLISH).message.text


def test_moments_are_told_in_the_readers_zone() -> None:
    page = first_page(an_answer(a_story(a_passage(published_at=NOW))), "key", ENGLISH)
    assert "20 Aug 2025, 15:00" in page.message.text
