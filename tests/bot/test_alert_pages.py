from __future__ import annotations

from dataclasses import replace

import pytest
from telegram.constants import MessageLimit

from bot.alert_pages import letter_page
from bot.catalogue import LANGUAGES
from index import Bundle, ChatRules, Form, Letter, Material, Told
from index.leases import BUNDLED
from index.model import Kind
from tests.bot.telegram_rules import parsed
from tests.builders import BAMAKO, NOW, a_passage, a_story

STORY = a_story()
TOLD = Told(STORY, "attacks near Bamako", BAMAKO, source="Radio Falaise", watch_id=3)


def letter(*told: Told, form: Form = Form.FIRST, bundle: Bundle = Bundle.ALONE, language: str = "en") -> Letter:
    return Letter("t", (1,), "7", "", form, bundle, ChatRules(language), told)


def text(one: Letter) -> str:
    return letter_page(one, NOW).message.text


def test_the_first_line_tells_where_how_far_what_and_when() -> None:
    first = text(letter(TOLD)).splitlines()[0]
    assert first.startswith("Kassela")
    assert all(word in first for word in ("38 km", "attack", "17 Aug"))


def test_an_alert_tells_its_source_and_its_watch() -> None:
    assert "Radio Falaise" in text(letter(TOLD))
    assert "You watch for: attacks near Bamako" in text(letter(TOLD))


def test_an_update_begins_with_what_changed() -> None:
    told = replace(TOLD, changed=(Material.TOLL, Material.CLAIMANT))
    assert text(letter(told, form=Form.UPDATE)).startswith("New: toll, who claims it")


def test_a_correction_says_so_first() -> None:
    told = replace(TOLD, changed=(Material.CORRECTION, Material.PLACE))
    assert text(letter(told, form=Form.UPDATE)).startswith("CORRECTED by its source: place")


def test_a_withdrawal_names_who_withdrew_and_shows_nothing_else() -> None:
    told = replace(TOLD, story=None, changed=(Material.WITHDRAWN,))
    assert text(letter(told, form=Form.EDIT)).splitlines()[0] == "WITHDRAWN by Radio Falaise: do not rely on it."


def test_french_readers_are_told_in_french() -> None:
    assert "Vous guettez" in text(letter(TOLD, language="fr"))


def test_a_sample_is_marked_as_one() -> None:
    sample = replace(TOLD, story=a_story(a_passage(sample=True)))
    assert text(letter(sample)).startswith("SAMPLE")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bundle", [bundle for bundle in Bundle if bundle])
def test_the_longest_bundle_fits_one_message(bundle: Bundle, language: str) -> None:
    long = "W" * 500
    story = a_story(a_passage(source=long, title=long, url=f"https://x.example/{'y' * 1900}"), place=long, kinds=())
    told = Told(story, long, BAMAKO, tuple(Material), long, 1)
    page = letter_page(letter(*[told] * BUNDLED, bundle=bundle, language=language), NOW)
    assert len(parsed(page.message.html)[0]) <= MessageLimit.MAX_TEXT_LENGTH


def test_markup_in_what_is_watched_stays_text() -> None:
    told = replace(TOLD, watch="<b>attacks</b>", story=a_story(kinds=(Kind.ATTACK,)))
    assert "<b>attacks</b>" in parsed(letter_page(letter(told), NOW).message.html)[0]


def test_a_notice_is_one_sentence() -> None:
    notice = replace(letter(form=Form.NOTICE), words=(("key", "operator-suspended"), ("chat", "-5")))
    assert text(notice).startswith("I cannot write to chat -5 any more.")
