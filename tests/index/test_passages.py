from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.model import Passage, Span
from index.passages import LONGEST_QUOTE, MOST_WORDS, choose_quote, split_passages

BODIES = st.lists(
    st.sampled_from(
        [
            "Le pont est coupé.",
            "mot " * 30 + "fin.",
            "un, deux ; trois " * 50,
            "x" * 700,
            "- item",
            "M. Ba",
            "«\u00a0Oui. »",
        ]
    ),
    max_size=25,
).flatmap(lambda parts: st.sampled_from([" ", "\n", "\n\n", " \n \n\n"]).map(lambda gap: gap.join(parts)))


def sentence(words: int, mark: str = ".") -> str:
    return "Mot" + " mot" * (words - 1) + mark


def word_counts(body: str) -> list[int]:
    return [len(passage.text.split()) for passage in split_passages(None, body)]


@given(BODIES)
def test_passages_rebuild_the_body_but_for_space(body: str) -> None:
    assert "".join("".join(passage.text for passage in split_passages("T", body)).split()) in (
        "".join(body.split()),
        "T",
    )


@given(BODIES)
def test_a_passage_is_the_body_word_for_word_at_its_offsets(body: str) -> None:
    assert all(passage.text == body[passage.start : passage.end] for passage in split_passages(None, body))


@given(BODIES)
def test_passages_follow_each_other_without_overlap(body: str) -> None:
    passages = split_passages(None, body)
    assert all(before.end <= after.start for before, after in pairwise(passages))
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))


@given(st.text(st.sampled_from("aé1 .!?…\n\t-«»,;"), max_size=3000))
def test_no_passage_is_over_the_limit(body: str) -> None:
    assert all(count <= MOST_WORDS for count in word_counts(body))


def test_short_paragraphs_are_merged() -> None:
    assert word_counts("\n\n".join([sentence(25)] * 4)) == [100]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    assert word_counts(" ".join([sentence(30)] * 6)) == [120, 60]


def test_a_passage_ends_with_its_paragraph_where_that_is_long_enough() -> None:
    assert word_counts(sentence(70) + "\n\n" + sentence(65)) == [70, 65]


def test_a_light_last_passage_takes_from_the_one_before() -> None:
    assert word_counts(" ".join([sentence(20)] * 7)) == [60, 80]


def test_a_sentence_over_the_limit_is_cut_at_a_clause() -> None:
    body = sentence(70, ",") + " " + "mot " * 80 + "fin."
    assert split_passages(None, body)[0].text == sentence(70, ",")


def test_a_run_without_any_space_is_cut_all_the_same() -> None:
    assert max(len(passage.text) for passage in split_passages(None, "x" * 100_000)) <= 30 * MOST_WORDS


def test_the_title_is_embedded_with_the_first_passage_only() -> None:
    first, second = split_passages("Crue à Djenné", sentence(70) + "\n\n" + sentence(70))
    assert (first.embedded_text, second.embedded_text) == ("Crue à Djenné\n" + first.text, second.text)


def test_a_body_without_text_gives_its_title() -> None:
    assert split_passages("Crue à Djenné", " \n") == (Passage(0, 0, 13, "Crue à Djenné", "Crue à Djenné"),)


def test_neither_body_nor_title_gives_no_passage() -> None:
    assert split_passages("  ", "") == ()


def quote_of(body: str, *wanted: str, welcome: tuple[str, ...] = ()) -> str:
    passage = split_passages(None, body)[0]
    spans, beside = (
        [Span(body.index(words), body.index(words) + len(words)) for words in some] for some in (wanted, welcome)
    )
    quote = choose_quote(passage, spans, beside)
    return body[quote.start : quote.end]


MARKET = "Le marché a fermé lundi. La pluie a coupé le pont de Kona. Deux camions sont bloqués. Le maire attend."


def test_the_quote_is_the_sentence_that_holds_what_is_wanted() -> None:
    assert quote_of(MARKET, "pont", "Kona") == "La pluie a coupé le pont de Kona."


def test_two_neighbouring_sentences_are_quoted_where_each_holds_some() -> None:
    assert quote_of(MARKET, "pont", "camions") == "La pluie a coupé le pont de Kona. Deux camions sont bloqués."


def test_what_is_welcome_lengthens_a_quote() -> None:
    assert quote_of(MARKET, "Kona", welcome=("maire",)) == MARKET.removeprefix("Le marché a fermé lundi. ")


def test_what_is_welcome_never_takes_the_place_of_what_is_wanted() -> None:
    body = MARKET.replace("bloqués", "bloqués" + " depuis deux jours" * 12)
    assert quote_of(body, "Kona", welcome=("maire",)) == "La pluie a coupé le pont de Kona."


def test_nothing_wanted_quotes_the_first_sentence() -> None:
    assert quote_of(MARKET) == "Le marché a fermé lundi."


def test_a_quote_does_not_join_two_paragraphs() -> None:
    assert (
        quote_of(MARKET.replace(". Deux", ".\n\nDeux"), "pont", "Kona", "camions")
        == "La pluie a coupé le pont de Kona."
    )


def test_a_long_sentence_is_quoted_from_the_clause_that_holds_what_is_wanted() -> None:
    body = "Selon le maire, " + "la route est longue et boueuse, " * 9 + "le bac de Konna est à quai depuis lundi."
    quote = quote_of(body, "bac de Konna")
    assert (quote[:8], quote[-9:]) == ("la route", "is lundi.")


def test_a_quote_lies_inside_a_later_passage() -> None:
    body = sentence(70) + "\n\n" + MARKET
    passage = split_passages(None, body)[-1]
    quote = choose_quote(passage, [Span(body.index("camions"), body.index("camions") + 7)])
    assert body[quote.start : quote.end] == "Deux camions sont bloqués."


@given(BODIES.filter(str.strip), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 90)), max_size=5))
def test_a_quote_is_trimmed_short_and_inside_its_passage(body: str, wanted: list[tuple[int, int]]) -> None:
    for passage in split_passages(None, body):
        quote = choose_quote(passage, [Span(start, start + length) for start, length in wanted])
        assert passage.start <= quote.start < quote.end <= passage.end
        assert quote.end - quote.start <= LONGEST_QUOTE
        assert body[quote.start : quote.end] == body[quote.start : quote.end].strip()
