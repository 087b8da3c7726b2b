"""One scale of likeness for every model.

Two texts that have nothing to do with each other have a cosine near 0.1 in one model and near 0.8 in another, so a
floor written as a cosine holds for one model alone; and for a model of one language it holds in that language alone.
Here each model is asked the same invented questions about the same invented passages, in French and in English.  Its
cosines are then read on the scale of the model in the box, in which the floors of the topic are written.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.encoder import Encoder, Vectors
from index.late_interaction import closeness

UNRELATED, ANSWERING = 0.06, 0.61  # of the model in the box, over both languages
LEAST_SPREAD = 0.05  # a model that tells nothing apart lets nothing pass by chance

# A question and a passage on each of some matters, in French and in English; only different matters are compared.
MATTERS = (
    (
        ("quand le marché de Kouma rouvrira-t-il ?", "when will the market of Kouma open again?"),
        (
            "Le marché de Kouma, fermé depuis l'incendie, doit rouvrir lundi, a annoncé la mairie.",
            "The market of Kouma, closed since the fire, is to open again on Monday, the town hall said.",
        ),
    ),
    (
        ("combien de soldats ont été tués dans l'embuscade ?", "how many soldiers were killed in the ambush?"),
        (
            "Neuf soldats sont morts jeudi dans une embuscade tendue par des hommes armés sur la route de Tindi.",
            "Nine soldiers died on Thursday in an ambush laid by armed men on the road to Tindi.",
        ),
    ),
    (
        ("qui a remporté la finale de la coupe ?", "who won the cup final?"),
        (
            "Les Lions de Baraka ont gagné la finale aux tirs au but devant quinze mille spectateurs.",
            "The Lions of Baraka won the final on penalties before fifteen thousand spectators.",
        ),
    ),
    (
        ("pourquoi les enseignants sont-ils en grève ?", "why are the teachers on strike?"),
        (
            "Les enseignants réclament trois mois de salaires impayés et prolongent leur grève d'une semaine.",
            "Teachers demand three months of unpaid wages and prolong their strike by a week.",
        ),
    ),
    (
        ("le prix du mil a-t-il baissé ?", "has the price of millet fallen?"),
        (
            "Après une bonne récolte, le sac de mil se vend deux mille francs de moins que l'an dernier.",
            "After a good harvest a sack of millet sells for two thousand francs less than last year.",
        ),
    ),
    (
        ("où les familles inondées ont-elles été logées ?", "where were the flooded families housed?"),
        (
            "Le fleuve est sorti de son lit ; deux cents familles dorment dans les salles de l'école.",
            "The river burst its banks; two hundred families sleep in the classrooms of the school.",
        ),
    ),
    (
        ("vaccination des enfants contre la rougeole", "vaccination of children against measles"),
        (
            "La campagne de vaccination contre la rougeole a touché huit enfants sur dix dans le district sanitaire.",
            "The campaign of vaccination against measles has reached eight children in ten of the health district.",
        ),
    ),
    (
        ("que dit la nouvelle loi minière ?", "what does the new mining law say?"),
        (
            "Le parlement a adopté un code minier qui porte à un tiers la part de l'État dans les mines d'or.",
            "Parliament has passed a mining code that raises the state's share in gold mines to a third.",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Mean cosines of one language: of questions with passages on other matters, and with those that answer."""

    unrelated: float
    answering: float

    def similarity(self, cosine: float) -> float:
        """The cosine as the model in the box would give it: unrelated texts at 0.06, a question and answer at 0.61."""
        share = (cosine - self.unrelated) / max(self.answering - self.unrelated, LEAST_SPREAD)
        return UNRELATED + share * (ANSWERING - UNRELATED)


@dataclass(frozen=True, slots=True)
class Scales:
    """The scales of a model: of its vectors, and of its tokens where it was asked for them and has any."""

    french: Scale
    english: Scale
    french_tokens: Scale | None = None
    english_tokens: Scale | None = None

    def of(self, language: str) -> Scale:
        """The scale for a question in a language; passages of the other are compared on it too."""
        return self.french if language == "fr" else self.english

    def of_tokens(self, language: str) -> Scale | None:
        """The same for closeness word by word."""
        return self.french_tokens if language == "fr" else self.english_tokens


def gauge(encoder: Encoder) -> Scales:
    """Measure a model: some dozens of short texts, a fraction of a second."""
    asked = [text for questions, _ in MATTERS for text in questions]
    told = [text for _, passages in MATTERS for text in passages]
    cosines = np.stack([encoder.encode_question(text) for text in asked]) @ encoder.encode_passages(told).T
    return Scales(*_by_language(cosines), *_of_tokens(encoder, asked, told))


def _of_tokens(encoder: Encoder, asked: list[str], told: list[str]) -> tuple[Scale | None, Scale | None]:
    questions, passages = [encoder.question_tokens(text, text) for text in asked], encoder.passage_tokens(told)
    close = [[closeness(one, other) for other in passages] for one in questions]
    if any(some is None for row in close for some in row):
        return None, None  # a model of bags of words has vectors of whole texts alone
    return _by_language(np.array(close, dtype=np.float32))


def _by_language(cosines: Vectors) -> tuple[Scale, Scale]:
    return _scale(cosines[0::2, 0::2]), _scale(cosines[1::2, 1::2])


def _scale(cosines: Vectors) -> Scale:
    same = np.eye(len(cosines), dtype=bool)
    return Scale(float(cosines[~same].mean()), float(cosines[same].mean()))
