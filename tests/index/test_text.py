from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Dispatch, Status
from index.text import detect_language, digest, fold, fold_aligned, paragraphs, sentences, stems

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "seeds"
PROSE = st.text(st.sampled_from("aéÀM1 .!?…\n\t-•»«\"'’(),;:œ\u00a0\u0301"), max_size=200)


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "M. Coulibaly a rencontré le Dr. Sow à Sikasso.",
        "Mme. Traoré et le Gén. Ba ont parlé.",
        "The U.S. Army trains there with Col. Smith.",
        "Le décret No. 12 et l'art. 5 tombent.",
        "En 480 av. J.-C. et après, rien ne changea.",
        "Il faut 3.5 tonnes de riz, 1.000 sacs.",
        "J. K. Dembélé est arrivé.",
        "« Où sont-ils ? » a demandé le maire.",
        "Ils sont partis... sans un mot.",
        "The bus left at 5 p.m. Tuesday.",
        "Rendez-vous le 3 sept. 2026 à Gao.",
        "Voir www.example.org ou Example.Org/Aide pour la suite.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il est parti. Elle reste.", ["Il est parti.", "Elle reste."]),
        ("He told me. Then he left.", ["He told me.", "Then he left."]),
        ("« Nous fuyons. » Le pont est coupé.", ["« Nous fuyons. »", "Le pont est coupé."]),
        ('"Tout brûle." Le maire confirme.', ['"Tout brûle."', "Le maire confirme."]),
        (
            "On manque d'eau, de riz, etc. Les puits sont secs.",
            ["On manque d'eau, de riz, etc.", "Les puits sont secs."],
        ),
        ("They left the U.S. The rest stayed.", ["They left the U.S.", "The rest stayed."]),
        ("Qui sait… Personne.", ["Qui sait…", "Personne."]),
        ("Fini ! 3 morts.", ["Fini !", "3 morts."]),
        ("Le pont est coupé.Les camions attendent.", ["Le pont est coupé.", "Les camions attendent."]),
        ("Il attend. 2. Le bac est à quai.", ["Il attend.", "2. Le bac est à quai."]),
        ("Rien. (...) Le bac est à quai.", ["Rien.", "(...) Le bac est à quai."]),
        ('Il dit : "Le bac part. "', ['Il dit : "Le bac part. "']),
        ("« Le bac part. »\n\nFin", ["« Le bac part. »", "Fin"]),
        ("He said no. No. 5 is shut.", ["He said no.", "No. 5 is shut."]),
    ],
)
def test_a_stop_at_the_end_of_a_sentence_ends_it(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_blank_line_ends_a_headline_without_a_stop() -> None:
    assert cut("Un pont coupé\n \nLa route est fermée") == ["Un pont coupé", "La route est fermée"]


def test_a_headline_on_the_line_before_is_its_own_sentence() -> None:
    assert cut("Un pont coupé à Djenné\nLa route est fermée.") == ["Un pont coupé à Djenné", "La route est fermée."]


def test_each_item_of_a_list_is_its_own_sentence() -> None:
    assert cut("Bilan :\n- deux morts\n• un blessé\n3. un disparu") == [
        "Bilan :",
        "- deux morts",
        "• un blessé",
        "3. un disparu",
    ]


def test_a_line_wrapped_in_mid_sentence_does_not_end_it() -> None:
    lines = [
        "Le marché du village a été fermé par les habitants de la",
        "commune après la crue du fleuve, lundi, entre Mopti et",
        "Djenné.",
    ]
    wrapped = "\n".join(lines)
    assert cut(wrapped) == [wrapped]


def test_windows_line_ends_part_paragraphs() -> None:
    assert cut("Un.\r\n\r\nDeux") == ["Un.", "Deux"]


@given(PROSE)
def test_sentences_hold_every_character_that_is_not_space(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@given(PROSE)
def test_sentences_are_trimmed_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(PROSE)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    blocks = paragraphs(text)
    assert all(any(block.start <= span.start and span.end <= block.end for block in blocks) for span in sentences(text))


def test_the_seed_has_one_sentence_for_each_said_thing() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the evaluation folder is absent")
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert [len(sentences(text)) for text in texts] == [16] * len(texts)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("N’DJAMÉNA", "n'djamena"),
        ("Sévaré", "sevare"),
        ("Se\u0301vare\u0301", "sevare"),
        ("cœur", "coeur"),
        ("Al‑Qaïda – «\u00a0x »", 'al-qaida - " x "'),
        ("ﬁn", "fin"),
        ("Straße", "strasse"),
    ],
)
def test_folding_takes_off_accents_case_and_typography(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_aligned_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_aligned(text)) == len(text)


def test_aligned_folding_meets_plain_folding_on_accented_text() -> None:
    assert fold_aligned("Gossi, N’Tillit, Ménaka") == fold("Gossi, N’Tillit, Ménaka")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attaques", "attaqué"),
        ("attaquée", "attaquee"),
        ("enlèvements", "enlevé"),
        ("attacks", "attacked"),
        ("L’armée", "armee"),
        ("civils", "civil"),
    ],
)
def test_words_of_one_family_share_a_stem(one: str, other: str) -> None:
    assert set(stems(one).split()) & set(stems(other).split())


def test_stems_leave_out_what_elision_leaves() -> None:
    assert stems("qu'il l'a dit") == stems("il dit")


def test_stems_keep_numbers() -> None:
    assert stems("7 morts").split()[0] == "7"


@given(st.text())
def test_stems_hold_nothing_that_full_text_search_would_read_as_syntax(text: str) -> None:
    assert all(stem.isalnum() for stem in stems(text).split())


WIRE = Dispatch(source="A", id="1", body="Le pont  est coupé.\n", title="Pont")


def test_a_digest_is_blind_to_spacing_and_composition() -> None:
    same = Dispatch(source="A", id="1", body="Le pont est coupe\u0301.", title="Pont")
    assert digest(same) == digest(WIRE)


@pytest.mark.parametrize(
    "changed",
    [
        Dispatch(source="A", id="1", body="Le pont est coupé !", title="Pont"),
        Dispatch(source="A", id="1", body="Le pont est coupé.", title="Ponts"),
        Dispatch(source="A", id="1", body="Le pont est coupé.", title="Pont", status=Status.CANCELED),
        Dispatch(source="A", id="1", body="Le pont est coupé.", title="Pont", corrects=True),
        Dispatch(source="A", id="1", body="Pont Le pont est coupé."),
    ],
)
def test_a_digest_changes_with_body_title_and_status(changed: Dispatch) -> None:
    assert digest(changed) != digest(WIRE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hier, des habitants ont fermé le marché de la ville.", "fr"),
        ("Residents closed the market of the town on Monday.", "en"),
        ("Des pluies", "fr"),
        ("123 - 456", None),
        ("", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert detect_language(text) == language
