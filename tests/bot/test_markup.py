from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import without_tags
from bot.markup import NOTHING, blockquote, bold, folded_blockquote, inert, italic, joined, link, one_line, plain
from tests.bot.telegram_rules import parsed

ANY_TEXT = st.text(max_size=200)
HOSTILE = [
    "<b>bold</b>",
    "</blockquote><b>",
    "&lt;&amp;",
    '"><a href="https://x.example">',
    "<script>",
    "&#60;b&#62;",
    "<",
]


@given(ANY_TEXT)
def test_any_text_reads_as_itself_to_telegram(text: str) -> None:
    told = bold(plain("[" + text + "]"))
    assert parsed(told.html)[0] == told.text == f"[{inert(text)}]"


@pytest.mark.parametrize("text", HOSTILE)
def test_tags_from_outside_stay_text(text: str) -> None:
    told, entities = parsed(plain(text).html)
    assert told == text
    assert [entity for entity in entities if entity["type"]["@type"] == "textEntityTypeBold"] == []


@given(ANY_TEXT)
def test_what_the_terminal_shows_is_what_telegram_reads(text: str) -> None:
    told = folded_blockquote(plain("(" + text) + bold(plain(text)) + italic(plain(text + ")")))
    assert without_tags(told.html) == told.text


@given(ANY_TEXT)
def test_nothing_that_turns_or_hides_text_is_left(text: str) -> None:
    kept = {"\n", "\u200c", "\u200d"}
    assert not [c for c in inert(text) if unicodedata.category(c) in {"Cc", "Cf", "Cs"} and c not in kept]


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\u200f", "\x00", "\x1b", "\ud800"])
def test_a_hidden_mark_is_taken_out(mark: str) -> None:
    assert inert(f"Ga{mark}o") == "Gao"


@pytest.mark.parametrize("text", ["Ségou – « dit-il » 12\u202f000", "تمبكتو", "👨\u200d👩\u200d👧", "a\nb"])
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert inert(text) == text


@given(ANY_TEXT, st.integers(1, 50))
def test_one_line_keeps_its_length_and_has_no_break(text: str, limit: int) -> None:
    told = one_line(text, limit).text
    assert len(told) <= limit
    assert "\n" not in told


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "tg://resolve?domain=x",
        "https://",
        "//x.example",
        "https://x y",
        "",
        None,
        "https://[x",
        "https://x.example/" + "a" * 3000,
        "https://x.example/\u202e",
        "ftp://x.example",
    ],
)
def test_what_is_no_web_address_makes_no_link(url: str | None) -> None:
    assert link(plain("source"), url) == plain("source")


def test_an_address_cannot_leave_its_quotes() -> None:
    told, entities = parsed(link(plain("source"), 'https://x.example/"><b>&x=1').html)
    assert told == "source"
    assert [entity["type"]["url"] for entity in entities] == ['https://x.example/"><b>&x=1']


def test_an_empty_quotation_is_nothing() -> None:
    assert blockquote(NOTHING) == NOTHING


def test_joining_leaves_out_what_is_empty() -> None:
    assert joined([NOTHING, plain("a"), NOTHING, plain("b"), NOTHING], " & ") == plain("a & b")
