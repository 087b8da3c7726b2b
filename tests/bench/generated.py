"""Invented dispatches and questions in any number, the same for the same seed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from index.model import Dispatch

NEWEST = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLACES = ("Bamako", "Mopti", "Gao", "Ségou", "Sikasso", "Kayes", "Koutiala", "Niamey", "Dori", "Ouagadougou", "Djibo")
HAPPENINGS = {
    "en": (
        "Gunmen attacked a market near {place}, killing {count} people, local officials said.",
        "A bus struck a mine on the road to {place}; {count} passengers were wounded.",
        "Residents of {place} protested against power cuts for the {count}th day.",
        "Heavy rain flooded {count} homes in {place}, and families moved to a school.",
    ),
    "fr": (
        "Des hommes armés ont attaqué un marché près de {place}, tuant {count} personnes, selon des élus locaux.",
        "Un car a sauté sur une mine sur la route de {place} ; {count} passagers ont été blessés.",
        "Des habitants de {place} ont manifesté contre les coupures de courant pour la {count}e journée.",
        "De fortes pluies ont inondé {count} maisons à {place}, et des familles se sont abritées dans une école.",
    ),
}
QUESTIONS = {
    "en": ("latest attacks near {place}", "flooded homes in {place}", "protests within 100 km of {place} this month"),
    "fr": ("dernières attaques près de {place}", "maisons inondées à {place}", "mines à moins de 100 km de {place}"),
}
SENTENCES_A_DISPATCH = 12


def dispatches(count: int, seed: int) -> list[Dispatch]:
    """`count` dispatches of about 200 words, half French, one an hour up to NEWEST."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    return [_dispatch(chance, number) for number in range(count)]


def _dispatch(chance: random.Random, number: int) -> Dispatch:
    language = "fr" if number % 2 else "en"
    sentences = [
        chance.choice(HAPPENINGS[language]).format(place=chance.choice(PLACES), count=chance.randint(2, 40))
        for _ in range(SENTENCES_A_DISPATCH)
    ]
    published_at = NEWEST - timedelta(hours=number)
    return Dispatch("bench", str(number), " ".join(sentences), None, published_at, language)


def questions(count: int, seed: int) -> list[tuple[str, str]]:
    """`count` pairs of a question and its language."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    languages = [chance.choice(("en", "fr")) for _ in range(count)]
    return [
        (chance.choice(QUESTIONS[language]).format(place=chance.choice(PLACES)), language) for language in languages
    ]
