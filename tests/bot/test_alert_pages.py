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


WITHDRAWN = replace(TOLD, story=None, was=STORY, changed=(Material.WITHDRAWN,))
CORRECTED = replace(TOLD, changed=(Material.CORRECTION, Material.TOLL))


def test_a_withdrawal_names_who_withdrew_and_which_story_and_quotes_nothing() -> None:
    shown = text(letter(WITHDRAWN, form=Form.UPDATE)).splitlines()
    assert shown[0] == "WITHDRAWN by Radio Falaise: do not rely on it."
    assert shown[1].startswith("Kassela")
    assert STORY.passages[0].text not in "\n".join(shown)


def test_a_withdrawal_of_what_is_purged_says_so_all_the_same() -> None:
    shown = text(letter(replace(WITHDRAWN, was=None), form=Form.UPDATE)).splitlines()
    assert shown[0] == "WITHDRAWN by Radio Falaise: do not rely on it."


def test_what_one_source_withdraws_and_others_tell_is_shown_as_they_tell_it() -> None:
    shown = text(letter(replace(TOLD, changed=(Material.WITHDRAWN,), source="Agence Essai"), form=Form.UPDATE))
    assert shown.startswith("Agence Essai WITHDREW its dispatch. Others still tell this:")
    assert STORY.passages[0].text[:40] in shown


@pytest.mark.parametrize("told", [CORRECTED, WITHDRAWN], ids=["corrected", "withdrawn"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_message_taken_back_says_which_story_and_states_nothing_more(told: Told, language: str) -> None:
    shown = text(letter(told, form=Form.EDIT, language=language))
    assert len(shown.splitlines()) == 3  # the mark, which story, the watch
    assert shown.splitlines()[1].startswith("Kassela")
    assert STORY.passages[0].text[:40] not in shown


def test_a_first_message_that_others_tell_too_is_shown_whole() -> None:
    assert STORY.passages[0].text[:40] in text(letter(TOLD, form=Form.EDIT))


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
