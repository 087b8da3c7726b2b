"""Sentences translated for free software: read from catalogues and descriptions, left out where they teach nothing."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Mapping
from pathlib import Path

import pytest

from index.encoders.localised import GAME, PACKAGE, PROGRAM, descriptions, localised, sentences, teaches, write
from index.encoders.vocabulary import Pair

CLOSE = "Close the window before you leave"
FERME = "Fermez la fenêtre avant de partir"


def write_catalogue(path: Path, entries: Mapping[str, str]) -> None:
    """A compiled catalogue, as gettext's manual draws it."""
    pairs = sorted(
        (a.encode(), b.encode()) for a, b in {"": "Content-Type: text/plain; charset=UTF-8\n", **entries}.items()
    )
    start = 28 + 16 * len(pairs)
    tables: tuple[list[bytes], list[bytes]] = ([], [])
    texts = b""
    for side, table in enumerate(tables):
        for pair in pairs:
            table.append(struct.pack("<2I", len(pair[side]), start + len(texts)))
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + b"".join(tables[0] + tables[1]) + texts)


def test_a_catalogue_gives_its_sentences_and_a_game_is_one_by_its_path(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "usr/share/locale/fr/LC_MESSAGES/a.mo", {CLOSE: FERME})
    story = {"The village burnt all night.": "Le village brûla toute la nuit."}
    write_catalogue(tmp_path / "usr/share/games/b/locale/fr/LC_MESSAGES/b.mo", story)
    assert list(localised(tmp_path)) == [
        Pair(GAME, "The village burnt all night.", "Le village brûla toute la nuit."),
        Pair(PROGRAM, CLOSE, FERME),
    ]


def test_what_is_said_twice_is_learnt_once(tmp_path: Path) -> None:
    for name in "ab":
        write_catalogue(tmp_path / f"locale/fr/LC_MESSAGES/{name}.mo", {CLOSE: FERME})
    assert len(list(localised(tmp_path))) == 1


def test_a_note_on_where_a_message_is_shown_is_no_part_of_it(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "locale/fr/LC_MESSAGES/a.mo", {f"menu\x04{CLOSE}": FERME})
    assert [pair.english for pair in localised(tmp_path)] == [CLOSE]


def test_a_broken_catalogue_is_named_and_the_rest_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_catalogue(tmp_path / "locale/fr/LC_MESSAGES/b.mo", {CLOSE: FERME})
    (tmp_path / "locale/fr/LC_MESSAGES/a.mo").write_bytes(b"\0" * 40)
    assert len(list(localised(tmp_path))) == 1
    assert "a.mo" in capsys.readouterr().err


def test_sentences_are_paired_where_both_have_as_many() -> None:
    assert list(sentences("It rains. We stay here.", "Il pleut. Nous restons ici.")) == [
        ("It rains.", "Il pleut."), ("We stay here.", "Nous restons ici."),
    ]  # fmt: skip
    whole = ("It rains. We stay here.", "Il pleut et nous restons ici.")
    assert list(sentences(*whole)) == [whole]


def test_marks_of_menus_and_of_layout_are_taken_off() -> None:
    assert list(sentences("_Close the <b>big</b> window", "_Fermer la <b>grande</b> fenêtre")) == [
        ("Close the big window", "Fermer la grande fenêtre")
    ]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Close it", "Fermez-la"),
        ("Could not open the file %s", "Impossible d'ouvrir le fichier %s"),
        ("See https://example.org for more about it", "Voir https://example.org pour en savoir plus"),
        ("Usage of tar in the shell bash", "Usage of tar in the shell bash"),
        ("Close the window before you leave", "Fermer la vite fait"),
        ("1 2 3 4 5 6 7 8 and so on", "1 2 3 4 5 6 7 8 et ainsi de suite"),
    ],
)
def test_what_is_no_sentence_for_people_teaches_nothing(english: str, french: str) -> None:
    assert not teaches(english, french)


def test_a_sentence_and_its_translation_teach() -> None:
    assert teaches(CLOSE, FERME)


ENGLISH = """Package: chess
Description-md5: 1
Description-en: plays chess on one board
 The first player moves the white pieces.
 .
 It can be saved at any time.
"""
FRENCH = """Package: chess
Description-md5: 1
Description-fr: joue aux échecs sur un échiquier
 Le premier joueur déplace les pièces blanches.
 .
 On peut sauver la partie à tout moment.
"""


def test_a_description_is_taken_apart_into_paragraphs() -> None:
    (found,) = descriptions(ENGLISH.splitlines(keepends=True))
    assert found[0] == "1"
    assert [" ".join(part.split()) for part in found[1]] == [
        "plays chess on one board", "The first player moves the white pieces.", "It can be saved at any time.",
    ]  # fmt: skip


def test_descriptions_are_paired_by_their_fingerprint(tmp_path: Path) -> None:
    other = "\nPackage: go\nDescription-md5: 2\nDescription-fr: joue au go sur un grand plateau\n Il est seul.\n"
    (tmp_path / "Translation-en").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "Translation-fr").write_text(FRENCH + other, encoding="utf-8")
    found = list(localised(tmp_path))
    assert {pair.source for pair in found} == {PACKAGE}
    assert [pair.french for pair in found][1:] == [
        "Le premier joueur déplace les pièces blanches.", "On peut sauver la partie à tout moment.",
    ]  # fmt: skip


def test_what_was_found_is_written_as_a_table(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "locale/fr/LC_MESSAGES/a.mo", {CLOSE: FERME})
    write(tmp_path, tmp_path)
    with gzip.open(tmp_path / "localised.tsv.gz", "rt", encoding="utf-8") as file:
        assert file.read() == f"{PROGRAM}\t{CLOSE}\t{FERME}\n"


def test_a_folder_without_translations_is_said_so_and_the_table_stays(tmp_path: Path) -> None:
    table = tmp_path / "localised.tsv.gz"
    table.write_bytes(b"kept")
    with pytest.raises(SystemExit, match="dpkg-deb"):
        write(tmp_path / "absent", tmp_path)
    assert table.read_bytes() == b"kept"
