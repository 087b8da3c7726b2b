from __future__ import annotations

import pytest

from index.watch_words import WatchWords, read_watch


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("attacks near Gao", WatchWords("attacks near Gao")),
        ("attacks near Gao, at least 5 dead", WatchWords("attacks near Gao", least_toll=5)),
        ("attaques près de Gao à partir de 5 morts", WatchWords("attaques près de Gao", least_toll=5)),
        ("attaques au Mali avec plus de 10 tués", WatchWords("attaques au Mali", least_toll=11)),
        ("clashes in Niger 3+ killed", WatchWords("clashes in Niger", least_toll=3)),
        ('protests source:"Radio Falaise"', WatchWords("protests", source="Radio Falaise")),
        ("enlèvements, source : « Écho du Fleuve »", WatchWords("enlèvements", source="Écho du Fleuve")),
        ("attaques au Mali en français", WatchWords("attaques au Mali", language="fr")),
        ("attacks in Mali, language: fr", WatchWords("attacks in Mali", language="fr")),
        ("attaques en français au Mali", WatchWords("attaques en français au Mali")),
    ],
)
def test_what_a_watch_says_besides_its_question_is_taken_out_of_it(text: str, read: WatchWords) -> None:
    assert read_watch(text) == read
