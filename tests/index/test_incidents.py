"""What kinds a text tells and a question asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.filing import main_first
from index.incidents import ARMED_VIOLENCE, covers, mark_kinds, read_kinds
from index.model import Kind


def told(text: str) -> set[Kind]:
    return {one.kind for one in mark_kinds(text) if one.asserted}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Des hommes armés ont attaqué le village de Toro à l'aube.", Kind.ATTACK),
        ("Gunmen opened fire on a weekly fair.", Kind.ATTACK),
        ("Une patrouille est tombée dans une embuscade.", Kind.ATTACK),
        ("Le camion a sauté sur une mine près du pont.", Kind.BOMBING),
        ("A lorry hit a landmine on the northern road.", Kind.BOMBING),
        ("Une forte explosion s'est produite au marché.", Kind.BOMBING),
        ("Des tirs d'obus ont visé l'aéroport.", Kind.SHELLING),
        ("Rockets were fired at the airport.", Kind.SHELLING),
        ("Une frappe de drone a touché deux tentes.", Kind.AIR_STRIKE),
        ("An air strike destroyed three pickups.", Kind.AIR_STRIKE),
        ("Deux enseignants ont été enlevés lundi.", Kind.ABDUCTION),
        ("The mayor was kidnapped on Monday.", Kind.ABDUCTION),
        ("Ils ont mis le feu aux greniers.", Kind.LOOTING),
        ("Raiders burned four granaries.", Kind.LOOTING),
        ("Des combats ont éclaté entre deux groupes.", Kind.CLASH),
        ("The two militias clashed at dusk.", Kind.CLASH),
        ("Des centaines de personnes ont manifesté.", Kind.PROTEST),
        ("Teachers went on strike over unpaid wages.", Kind.PROTEST),
        ("Les enseignants sont en grève depuis lundi.", Kind.PROTEST),
        ("Deux suspects ont été arrêtés.", Kind.ARREST),
        ("Un car a percuté un camion.", Kind.ACCIDENT),
        ("A ferry capsized on the river.", Kind.ACCIDENT),
        ("Les rebelles ont pris le contrôle de la ville.", Kind.TERRITORY),
        ("Thousands of families fled their homes.", Kind.DISPLACEMENT),
    ],
)
def test_an_incident_is_told_by_its_word(text: str, kind: Kind) -> None:
    assert kind in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "L'attaquant a marqué deux buts en première période.",
        "The ambassador presented his credentials.",
        "He died of a heart attack.",
        "Il est mort d'une crise cardiaque.",
        "Le pays connaît une explosion démographique.",
        "Le parti a perdu la bataille de l'opinion.",
        "Le gouvernement veut s'attaquer à la pauvreté.",
        "The firm runs a gold mine in the west.",
        "Le car était arrêté sur la chaussée.",
        "Des vivres ont été distribués aux habitants.",
    ],
)
def test_a_word_that_only_sounds_like_an_incident_tells_none(text: str) -> None:
    assert told(text) == set()


def test_football_played_with_words_of_war_is_no_violence() -> None:
    match = (
        "Les attaquants ont fait exploser la défense. Le gardien et l'entraîneur parlent d'un affrontement, 3 buts à 1."
    )
    assert told(match) == set()


def test_gunfire_at_a_football_match_is_an_attack() -> None:
    assert Kind.ATTACK in told("Armed men opened fire on spectators at a football match, killing two.")


@pytest.mark.parametrize(
    "text",
    [
        "L'armée a démenti toute attaque dans la zone.",
        "The army denied any attack on the village.",
        "Residents spoke of fears of an attack.",
        "Les habitants craignent une attaque.",
        "Aucune attaque n'a été signalée.",
        "There was no attack during the night.",
        "Nobody was kidnapped.",
        "Les soldats n'ont pas attaqué le village.",
        "The attack was foiled by the police.",
        "Nothing was stolen from the car.",
        "Le syndicat annonce une nouvelle marche.",
        "Ils n'ont tiré sur personne.",
    ],
)
def test_what_is_denied_feared_or_planned_is_not_asserted(text: str) -> None:
    marked = mark_kinds(text)
    assert marked
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "L'attaque n'a pas été revendiquée.",
        "No group has claimed the attack.",
        "The army denied responsibility for the attack.",
    ],
)
def test_an_attack_that_nobody_owns_still_took_place(text: str) -> None:
    assert Kind.ATTACK in told(text)


def test_an_attack_on_a_military_post_is_a_clash_too() -> None:
    assert told("Militants attacked an army post at night.") >= {Kind.ATTACK, Kind.CLASH}


def test_an_attack_on_a_village_is_no_clash() -> None:
    assert Kind.CLASH not in told("Militiamen attacked the village of Toro and stole cattle.")


def test_a_toll_post_is_no_military_post() -> None:
    assert Kind.CLASH not in told("Des hommes armés ont attaqué un poste de péage.")


def test_a_camp_attacked_in_the_passive_is_a_clash_too() -> None:
    assert Kind.CLASH in told("Le camp militaire de Toro a été attaqué à l'aube.")


def test_civilians_killed_by_gunmen_are_a_killing_and_an_attack() -> None:
    assert told("Des hommes ont tué neuf villageois dans leurs champs.") == {Kind.KILLING, Kind.ATTACK}


def test_english_and_french_tell_the_same_killing() -> None:
    assert told("Gunmen killed nine farmers.") == told("Des hommes armés ont tué neuf agriculteurs.")


def test_soldiers_killed_are_no_killing_of_civilians() -> None:
    assert Kind.KILLING not in told("Trois soldats ont été tués.")


def test_deaths_by_a_mine_tell_no_plain_attack() -> None:
    assert told("Sept passagers ont été tués par l'explosion d'une mine.") == {Kind.BOMBING, Kind.KILLING}


def test_deaths_in_an_accident_tell_an_accident_alone() -> None:
    assert told("Seize passagers ont été tués dans une collision.") == {Kind.ACCIDENT}


def test_a_mine_and_then_shots_tell_both() -> None:
    assert told("A convoy hit a mine, then gunmen opened fire on it.") >= {Kind.BOMBING, Kind.ATTACK}


def test_a_protest_with_stones_is_a_riot_too() -> None:
    assert told("Protesters looted shops and burned cars.") >= {Kind.PROTEST, Kind.RIOT}


def test_what_a_protest_is_against_is_not_told_again() -> None:
    assert told("Women marched against the attacks.") == {Kind.PROTEST}


def test_brackets_tell_no_kind() -> None:
    assert told("Il a rejoint la ville (combats, attaques).") == set()


def test_the_main_kind_stands_first() -> None:
    assert main_first([Kind.LOOTING, Kind.ATTACK, Kind.KILLING]) == (Kind.KILLING, Kind.ATTACK, Kind.LOOTING)


def test_a_clash_that_killed_civilians_stays_an_attack_first() -> None:
    assert main_first([Kind.KILLING, Kind.CLASH, Kind.ATTACK])[0] is Kind.ATTACK


@given(st.text(max_size=300))
def test_marks_lie_within_the_text_and_in_order(text: str) -> None:
    marks = mark_kinds(text)
    assert all(0 <= one.start < one.end <= len(text) for one in marks)
    assert [one.start for one in marks] == sorted(one.start for one in marks)


@pytest.mark.parametrize("word", ["attacks", "attaques", "violence", "violences", "assauts"])
def test_attacks_in_a_question_cover_every_armed_violence(word: str) -> None:
    assert set(read_kinds(f"{word} Gao").kinds) == ARMED_VIOLENCE


@pytest.mark.parametrize("word", ["protests", "manifestations"])
def test_protests_in_a_question_cover_riots(word: str) -> None:
    assert read_kinds(f"latest {word}").kinds == (Kind.PROTEST, Kind.RIOT)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("latest armed clashes near Gao", Kind.CLASH),
        ("derniers affrontements armés près de Gao", Kind.CLASH),
        ("combats autour de Gao", Kind.CLASH),
        ("roadside bombs and mines near Gao", Kind.BOMBING),
        ("mines et engins explosifs près de Gao", Kind.BOMBING),
        ("kidnappings in Mali", Kind.ABDUCTION),
        ("enlèvements au Mali", Kind.ABDUCTION),
        ("looting and burned property", Kind.LOOTING),
        ("pillages et incendies", Kind.LOOTING),
        ("frappes aériennes au nord", Kind.AIR_STRIKE),
        ("drone attacks in the north", Kind.AIR_STRIKE),
        ("émeutes à Bamako", Kind.RIOT),
        ("marché pillé, boutiques brûlées", Kind.LOOTING),
        ("quelles écoles ont été incendiées ?", Kind.LOOTING),
        ("which shops were looted or burned?", Kind.LOOTING),
        ("positions pilonnées près de Gao", Kind.SHELLING),
        ("villageois massacrés", Kind.KILLING),
    ],
)
def test_a_narrower_word_means_itself_alone(question: str, kind: Kind) -> None:
    assert read_kinds(question).kinds == (kind,)


@pytest.mark.parametrize(
    "words", ["marché pillé, boutiques brûlées", "le marché a été pillé", "houses burned", "the market was looted"]
)
def test_what_was_looted_is_said_with_its_looting(words: str) -> None:
    spans = read_kinds(words).spans
    left = "".join(char for i, char in enumerate(words) if not any(one.start <= i < one.end for one in spans))
    assert left.strip() in {"", "le", "the"}


def test_several_narrow_words_unite() -> None:
    assert read_kinds("enlèvements et pillages à Gao").kinds == (Kind.ABDUCTION, Kind.LOOTING)


@pytest.mark.parametrize(
    "question",
    [
        "résultats de football",
        "ambassador in Mali",
        "heart attack",
        "prix du mil",
        "storm in Gao",
        "Camara",
        "forêt brûlée",
    ],
)
def test_a_question_about_something_else_names_no_kind(question: str) -> None:
    assert read_kinds(question).kinds == ()


def test_the_span_of_two_words_holds_the_and_between_them() -> None:
    question = "latest looting and arson near Gao"
    (span,) = read_kinds(question).spans
    assert question[span.start : span.end] == "looting and arson"


@given(st.text(max_size=200))
def test_reading_a_question_never_fails_and_stays_within_it(question: str) -> None:
    assert all(0 <= span.start < span.end <= len(question) for span in read_kinds(question).spans)


def test_every_kind_covers_itself() -> None:
    assert all(kind in covers(kind) for kind in Kind)


@pytest.mark.parametrize(
    "text",
    [
        "The army killed thirteen civilians in Toro.",
        "The army reportedly killed thirteen members of the Fulani community.",
        "Militiamen killed and decapitated a Fulani man and seized his cattle.",
        "Unknown gunmen killed a herder and wounded another.",
        "Unknown gunmen attacked marketgoers in the area of Toro, six killed and six wounded.",
        "Eight men abducted by militiamen the day before were found dead.",
        "L'armée a tué un chef de village et ses deux fils.",
        "Huit habitants d'un village situé à 12 kilomètres de Toro, dans le nord, ont été tués par des soldats.",
    ],
)
def test_who_kills_the_unarmed_fights_no_clash(text: str) -> None:
    assert Kind.CLASH not in told(text)
    assert Kind.ATTACK in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Militants attacked a toll booth, and wounded one gendarme.",
        "Gunmen attacked the village, with self-defence fighters responding to the attack.",
        "The army killed around thirty militants.",
        "Two student factions clashed with machetes.",
        "Heavy gunfire was heard in the town overnight.",
        "Sept personnes, dont cinq soldats, ont été tuées dans une embuscade.",
        "Des tirs nourris ont été entendus autour du camp.",
    ],
)
def test_arms_on_both_sides_make_a_clash(text: str) -> None:
    assert Kind.CLASH in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Students from two faculties clashed on the campus.",
        "Police clashed with trade unionists over pay.",
        "La police a dispersé des jeunes qui ont saccagé deux bars.",
    ],
)
def test_a_crowd_without_arms_fights_no_armed_clash(text: str) -> None:
    assert Kind.CLASH not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army discovered and defused an IED near Toro.",
        "Soldiers arrested three IED planters.",
        "L'armée a désamorcé une mine sur la route.",
    ],
)
def test_a_device_made_safe_is_no_bombing(text: str) -> None:
    assert Kind.BOMBING not in told(text)


@pytest.mark.parametrize(
    "text",
    ["Soldiers found a mine; it exploded and wounded two of them.", "A motorbike hit an explosive near Toro."],
)
def test_a_device_that_goes_off_is_one(text: str) -> None:
    assert Kind.BOMBING in told(text)


@pytest.mark.parametrize(
    "text", ["Gunmen tried to set fire to the town hall.", "Des hommes ont tenté de voler du bétail."]
)
def test_goods_that_somebody_only_tried_to_take_were_not_looted(text: str) -> None:
    assert Kind.LOOTING not in told(text)


def test_simultaneous_attacks_took_place() -> None:
    assert Kind.ATTACK in told("Militiamen simultaneously attacked two villages.")


def test_what_appeared_to_be_an_abduction_was_told_as_one() -> None:
    assert Kind.ABDUCTION in told("Soldiers carried out what appeared to be the forced disappearances of herders.")


def test_involvement_in_thefts_is_no_theft() -> None:
    assert Kind.LOOTING not in told("A man suspected of involvement in cattle theft was beaten.")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three residents and burned houses.",
        "Militants threatened residents and burned the school.",
        "Des hommes armés ont tué deux habitants et brûlé des maisons.",
    ],
)
def test_residents_who_are_attacked_are_no_mob(text: str) -> None:
    assert Kind.RIOT not in told(text)
    assert Kind.LOOTING in told(text)
