"""What each sentence of a dispatch tells: kind, place, day, who, and whether it is news."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from index.gazetteer import Gazetteer, GazetteerEntry
from index.geonames import read_geonames, world_entries
from index.model import ClaimVerb, Kind, Place, Telling
from index.tellings import Reading, tell
from tests.index.small_gazetteer import GAZETTEER

THURSDAY = datetime(2026, 10, 8, 18, tzinfo=UTC)
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def entry(
    number: int, name: str, lat: float, lon: float, feature: str = "P.PPL", population: int = 0
) -> GazetteerEntry:
    return GazetteerEntry(Place(number, name, lat, lon, "ML", "09", "", "", feature, population), (name,))


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.from_entries(
        [
            entry(1, "Mali", 17.0, -4.0, "A.PCLI", 20_000_000),
            entry(2, "Bamako", 12.65, -8.0, "P.PPLC", 1_300_000),
            entry(3, "Torodougou", 14.5, -4.2, "P.PPL", 3_000),
            entry(4, "Kanibara", 16.3, -0.4, "P.PPL", 5_000),
        ]
    )


def read(body: str, title: str | None = None) -> Reading:
    return tell(title, body, THURSDAY, "fr", gazetteer())


def places(telling: Telling) -> list[str]:
    return [site.name for site in telling.sites]


def day(telling: Telling) -> int | None:
    return telling.happened.start.day if telling.happened else None


def test_a_sentence_tells_kind_place_and_day() -> None:
    (one,) = read("Des hommes armés ont attaqué mardi le village de Torodougou.").tellings
    assert (one.kinds[0], places(one), day(one)) == (Kind.ATTACK, ["Torodougou"], 6)


def test_two_happenings_keep_their_own_place_and_day() -> None:
    first, second = read(
        "Lundi, des hommes armés ont attaqué Torodougou. Mercredi, deux enseignants ont été enlevés à Kanibara."
    ).tellings
    assert (first.kinds[0], places(first), day(first)) == (Kind.ATTACK, ["Torodougou"], 5)
    assert (second.kinds[0], places(second), day(second)) == (Kind.ABDUCTION, ["Kanibara"], 7)


def test_a_sentence_without_place_goes_on_with_the_last_scene() -> None:
    *_, last = read(
        "Lundi, des hommes armés ont attaqué Torodougou. Mercredi, un poste a été attaqué à Kanibara. "
        "Les assaillants ont ouvert le feu sur des civils."
    ).tellings
    assert (places(last), day(last)) == (["Kanibara"], 7)


def test_a_place_taken_from_the_scene_is_less_sure() -> None:
    first, second = read("Des hommes armés ont attaqué Torodougou. Ils ont brûlé des greniers.").tellings
    assert second.sites[0].confidence < first.sites[0].confidence


def test_a_sentence_without_a_word_of_incident_tells_no_kind() -> None:
    *_, last = read("Des hommes armés ont attaqué Torodougou. La pluie est tombée dans la nuit.").tellings
    assert last.kinds == ()


def test_a_sentence_that_points_at_the_happening_tells_its_kind() -> None:
    *_, last = read("Des hommes armés ont attaqué un village. Les faits se sont produits à Torodougou.").tellings
    assert last.kinds == (Kind.ATTACK,)


def test_a_sentence_without_place_takes_the_exact_one_that_follows() -> None:
    first, _ = read("Des hommes armés ont attaqué un village au Mali. L'attaque a visé Torodougou.").tellings
    assert places(first) == ["Torodougou"]


def test_old_news_is_background_with_its_own_day() -> None:
    *_, last = read(
        "Des hommes armés ont attaqué mardi Torodougou.\n\n"
        "En avril dernier, une explosion avait tué cinq gendarmes à Kanibara."
    ).tellings
    assert last.background
    assert last.happened is not None
    assert last.happened.start.month == 4


def test_what_goes_on_with_old_news_is_background_too() -> None:
    *_, last = read(
        "Des hommes armés ont attaqué mardi Torodougou.\n\n"
        "En avril, un marché avait été attaqué à Kanibara. Quatre civils y avaient été tués."
    ).tellings
    assert last.background
    assert places(last) == ["Kanibara"]


def test_the_next_paragraph_is_news_again() -> None:
    *_, last = read(
        "Des hommes armés ont attaqué mardi Torodougou.\n\n"
        "En avril, un marché avait été attaqué.\n\nTrois civils ont été tués."
    ).tellings
    assert not last.background


def test_old_news_lends_its_place_to_no_news() -> None:
    *_, last = read(
        "Des hommes armés ont attaqué mardi Torodougou.\n\n"
        "En avril, un marché avait été attaqué à Kanibara.\n\nTrois civils ont été tués."
    ).tellings
    assert places(last) == ["Torodougou"]


def test_standing_context_is_background() -> None:
    *_, last = read("Un minibus a sauté sur une mine à Torodougou. Les mines tuent chaque mois des civils.").tellings
    assert last.background


def test_the_day_of_a_claim_is_not_the_day_of_the_attack() -> None:
    *_, last = read("Des hommes armés ont attaqué mardi Torodougou. Le JNIM a revendiqué l'attaque mercredi.").tellings
    assert day(last) == 6


def test_who_claims_an_attack_took_part_in_it() -> None:
    first, _ = read("Des hommes armés ont attaqué mardi Torodougou. Le JNIM a revendiqué l'attaque.").tellings
    assert "jnim" in first.actors


def test_who_only_speaks_took_no_part() -> None:
    (one,) = read("Des hommes armés ont attaqué Torodougou, selon un habitant.").tellings
    assert "residents" not in one.actors


def test_a_branch_takes_part_with_its_group() -> None:
    (one,) = read("La Katiba Macina a attaqué Torodougou.").tellings
    assert {"katiba_macina", "jnim"} <= set(one.actors)


def test_these_two_attacks_are_both() -> None:
    *_, last = read(
        "Un camp a été attaqué lundi à Torodougou. Un poste a été attaqué mercredi à Kanibara. "
        "Ces deux attaques ont été revendiquées par le JNIM."
    ).tellings
    assert sorted(places(last)) == ["Kanibara", "Torodougou"]


def test_what_a_minister_says_happened_nowhere_near_the_attack() -> None:
    *_, last = read("Des hommes armés ont attaqué Torodougou. Un communiqué a appelé au calme.").tellings
    assert (last.kinds, last.sites) == ((Kind.STATEMENT,), ())


def test_the_army_that_speaks_is_that_of_the_country() -> None:
    (claim,) = read("Un poste a été attaqué à Torodougou, a indiqué l'armée.").claims
    assert (claim.actor, claim.verb) == ("malian_army", ClaimVerb.SAYS)


def test_the_army_of_a_neighbour_across_the_border_is_not_named() -> None:
    (one,) = read("Un poste de l'armée a été attaqué à Torodougou, près de la frontière avec le Burkina Faso.").tellings
    assert "malian_army" in one.actors
    assert "burkinabe_army" not in one.actors


def test_without_a_body_the_title_is_told() -> None:
    title = "Un village attaqué à Torodougou"
    (one,) = read("", title).tellings
    assert (one.start, one.end, one.kinds[0]) == (0, len(title), Kind.ATTACK)


def test_nothing_at_all_tells_nothing() -> None:
    assert read("").tellings == ()


def test_an_undated_dispatch_has_no_days() -> None:
    (one,) = tell(None, "Des hommes armés ont attaqué mardi Torodougou.", None, "fr", gazetteer()).tellings
    assert one.happened is None


# -- the dispatch that the project starts from: both happenings and every claim ------------------------------------


@pytest.fixture(scope="module")
def seed() -> tuple[str, Reading]:
    texts = sorted((SHARED / "seeds").glob("*.txt"))
    if not texts or not (SHARED / "geonames" / "ML.txt").exists():
        pytest.skip("the evaluation folder is not beside this checkout")
    mali = Gazetteer.from_entries([*world_entries(), *read_geonames(SHARED / "geonames" / "ML.txt")])
    body = texts[0].read_text(encoding="utf-8")
    return body, tell(None, body, datetime(2025, 8, 20, 9, tzinfo=UTC), "fr", mali)


def sentence_of(seed: tuple[str, Reading], words: str) -> Telling:
    body, reading = seed
    at = body.index(words)
    return next(one for one in reading.tellings if one.start <= at < one.end)


@pytest.mark.parametrize(
    ("words", "lat", "lon", "hours"),
    [
        ("Le camp militaire de Farabougou", 14.89, -6.14, range(6)),
        ("Mardi soir, d'autres positions", 12.59, -7.67, range(16, 24)),
    ],
)
def test_the_seed_tells_two_attacks_each_at_its_place_and_hour(
    seed: tuple[str, Reading], words: str, lat: float, lon: float, hours: range
) -> None:
    one = sentence_of(seed, words)
    assert one.kinds[0] is Kind.ATTACK
    assert [(round(site.lat, 2), round(site.lon, 2)) for site in one.sites] == [(lat, lon)]
    assert one.happened is not None
    assert (one.happened.start.date().isoformat(), one.happened.start.hour in hours) == ("2025-08-19", True)


@pytest.mark.parametrize(
    "words", ["Depuis 2012", "En juin dernier", "La junte, arrivée", "L'armée malienne et ses alliés"]
)
def test_the_seed_recalls_four_things_that_are_no_news(seed: tuple[str, Reading], words: str) -> None:
    assert sentence_of(seed, words).background


def test_the_seed_has_every_claim_with_its_claimant(seed: tuple[str, Reading]) -> None:
    body, reading = seed
    expected = [
        ("malian_army", ClaimVerb.SAYS, "Des jihadistes"),
        ("residents", ClaimVerb.REPORTS, "Des jihadistes"),
        ("malian_army", ClaimVerb.SAYS, "Le camp militaire"),
        ("residents", ClaimVerb.REPORTS, '"Nous avons'),
        ("residents", ClaimVerb.REPORTS, "Selon lui, les"),
        ("residents", ClaimVerb.REPORTS, "\"A l'heure"),
        ("malian_army", ClaimVerb.SAYS, "Mardi soir"),
        ("malian_army", ClaimVerb.SAYS, "Les jihadistes présumés"),
        ("residents", ClaimVerb.REPORTS, "Un habitant"),
        ("residents", ClaimVerb.REPORTS, 'Selon lui, "la'),
        ("jnim", ClaimVerb.CLAIMS, "Ces deux attaques"),
        ("jnim", ClaimVerb.CLAIMS, "Le JNIM y affirme"),
    ]
    told = [(one.actor, one.verb, body[one.start : one.end]) for one in reading.claims]
    assert [(actor, verb) for actor, verb, _ in told] == [(actor, verb) for actor, verb, _ in expected]
    assert all(text.startswith(words) for (_, _, text), (_, _, words) in zip(told, expected, strict=True))


@pytest.mark.parametrize(
    "body",
    [
        "Attaque jeudi contre le village de Doundé-Tola (cercle de Bankass). Embuscade mercredi à Bankass.",
        "Attack on the village of Dounde-Tola (Bankass circle) on Thursday. Two were killed on Wednesday in Bankass.",
    ],
)
def test_a_village_known_only_by_its_district_is_not_put_at_another_of_the_district(body: str) -> None:
    first = tell(None, body, THURSDAY, None, GAZETTEER).tellings[0]
    assert [(site.name.lower()[:4], site.uncertainty_km) for site in first.sites] == [("doun", 50.0)]


def test_the_toll_of_old_news_is_no_toll_of_the_news() -> None:
    body = "Deux bergers ont été tués lundi à Dioura. En juin dernier, neuf soldats avaient été tués à Boni."
    assert [one.least for one in read(body).tolls] == [2]
