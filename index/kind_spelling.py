"""A question's word for a kind, one letter wrong: "ataques", "atack", "enlevment".  Pure.

A question misread so would be answered with nothing, where something happened.  Only long words are taken, whose first
letter is right; and none that is a word of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.gazetteer import Gazetteer, name_key, respellings
from index.incidents import KindReading, read_kinds
from index.model import Note, Span
from index.names import Word, words_of
from index.stop_words import ASKING, word_set

_SHORTEST = 5  # letters of what is misspelt
_ELIDED, _VOWELS = "ld", "aeiou"
_WORDS = {
    name_key(word): word
    for word in word_set(
        """
    abducted abduction abductions accident accidents accrochage accrochages affrontement affrontements agression
    agressions airstrike airstrikes ambush ambushes arrest arrestation arrestations arrests assassinat assassinats
    assault assaults assaut assauts attack attacked attacks attaque attaquée attaquées attaques attentat attentats
    bataille batailles battle battles bombardement bombardements bombardment bombardments bombing bombings clashes
    collision combat combats demonstration demonstrations déplacés displaced drones embuscade embuscades émeute
    émeutes enlevée enlèvement enlèvements enlevés explosion explosions fighting frappe frappes fusillade fusillades
    hostage hostages incursion incursions kidnappé kidnapped kidnapping kidnappings killing killings looting
    manifestation manifestations massacre massacres mortar mortars murder murdered murders naufrage otages pillage
    pillages protest protests refugee refugees réfugiés rioting rocket rockets roquette roquettes shelling shooting
    shootings skirmish skirmishes tuerie tueries violence violences
    """
    )
}
# Words of their own, one letter from those, in some 140,000 pairs of French and English sentences.
_NOT_MISSPELT = word_set(
    """
    arret arrets attach attached attacker batte battes battled battre battue battues bottle bottles classes
    collusion combing deplace deplacee deplacees deplacer displayed droles droves elevee eleves emeuve enlever
    frappa frappee frappees frapper killer looking looming looping mortal murderer protect protects proteste racket
    rackets raquette raquettes refuge refuges refusee refusees refutees rocked rocker selling shooing shouting
    skilling smelling spelling swelling violente violentes
    """
)


def read_misspelt_kinds(question: str, gazetteer: Gazetteer) -> tuple[KindReading, tuple[Note, ...]]:
    """The kinds that a question's misspelt words ask for, and what was read for what; nothing where it has none."""
    found = list(_misspelt(question, gazetteer))
    corrected = question
    for word, meant in reversed(found):
        corrected = corrected[: word.start] + meant + corrected[word.end :]
    kinds = read_kinds(corrected).kinds
    if not kinds:
        return KindReading((), ()), ()
    asked = [(question[word.start : word.end], meant) for word, meant in found]
    notes = tuple(Note("spelled", (("asked", text), ("read", meant))) for text, meant in asked)
    return KindReading(kinds, tuple(Span(word.start, word.end) for word, _ in found)), notes


def _misspelt(question: str, gazetteer: Gazetteer) -> Iterator[tuple[Word, str]]:
    for at, word in enumerate(words_of(question)):
        named = (word.capital and at and not question.isupper()) or gazetteer.with_key(word.key)
        meant = None if named else _meant(word.key)
        if meant:
            yield word, meant


def _meant(word: str) -> str | None:
    """The word for a kind that is one letter off, the first in the alphabet; None for a word of its own."""
    if len(word) < _SHORTEST or word in _NOT_MISSPELT | ASKING:
        return None
    if word[0] in _ELIDED and word[1] in _VOWELS and word[1:] in _WORDS:
        return _WORDS[word[1:]]  # "lattaque": typed without its apostrophe
    near = min((one for one in respellings(word) & _WORDS.keys() if one[0] == word[0]), default=None)
    return _WORDS[near] if near else None
