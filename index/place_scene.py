"""What a text says of its places before any is decided: names, relations, brackets, its countries.  Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.border_phrases import BorderPhrase, find_borders
from index.countries import country_names, country_of_adjective, home_of
from index.gazetteer import Gazetteer, is_unit, prominence
from index.homonyms import Evidence, choose, is_foreign
from index.model import Place, Span
from index.names import Name, find_names
from index.place_evidence import ENOUGH, is_followed, is_hamlet, place_weight, unit_level
from index.place_words import NEAR_BEFORE, PART_ALONE, STRONG_BEFORE, part_of
from index.regions import NamedRegion, country_part
from index.relations import Relation, find_relations
from index.text import fold_aligned, sentences

_SEATS = frozenset(("P.PPLC", "P.PPLA", "P.PPLA2"))
_SURE = 0.6
_SEAT_OVER_VILLAGE = 2.0  # how much more prominent the seat of a unit is than a village told before it
_LIST_GOES_ON = re.compile(r"^(?: et | and | & |, (?:et|and) )")
_BRACKET = re.compile(
    r"^(?: \d{1,2}\b)?(?: (?:commune|cercle|region|province|district|town|city|village|area|ville|localite))? ?"
    r"(?:\[(?P<alias>[^()\[\]\n]{2,60})\] ?)?(?:\((?P<inside>[^()\[\]\n]{2,80})[)\]])?"
)
# "the Sabalibougou neighbourhood in the town of...", "le quartier Sabalibougou de..."
_QUARTER_AFTER = re.compile(
    r"^ (?:(?:neighbou?rhood|quarter|suburb|section|quartier)s? (?:of|in|de|du|d'|a) ?"
    r"|(?:area|zone|district)s? (?:of|in) (?=the|la))"
    r"(?:the |la |le )?(?:(?:town|city|capital|ville|capitale)(?: of| de| d')? ?)?$"
)
_QUARTER_BEFORE = re.compile(r"\b(?:quartier|secteur|neighbou?rhood|district|suburb)(?: of| de| du| d)?[ ']$")
# A coder's remark, where the thing told was put: "(coded as Sangha at geoprecision 2)", "(localisé à Sangha)".
_REMARK = re.compile(
    r"\((?:[^()]{0,30} )?(?:geo)?(?:coded|located|localisee?s?|codee?s?)\b[^()]{0,30} (?:as|at|to|in|comme|a|dans) $"
)
_CLAUSE_END = re.compile(r"[,;:.!?)]")
_OF_TOWN = re.compile(
    r"^,? (?:of|in|de|a|dans|d')(?: (?:the|la))?(?: (?:town|city|capital|ville|capitale)(?: of| de| d')?)? ?$"
)
_ONLY_UNITS = re.compile(
    r"^(?:[\s,'-]|\b(?:cercle|region|province|commune|departement|district|circle|area|de|du|d|la|le|of|the|in|near)\b)*$"
)
_BESIDE_UNIT = re.compile(r"^(?:, | (?:area|zone) (?:of|in|de) | general area of )$")
_QUALIFIES = re.compile(
    r"^(?:'s|,)? ?(?:\(|area of |dans |in |en |au |a |du |de |d'|province|region|cercle|commune|district|,)"
    r"[^.;!?]{0,40}$"
)
_APPOSITION = re.compile(
    r"^ ?[,(]? ?$"
    r"|^ ?, (?:(?:un|une|a|an|the|le|la|l'|petite?|small|autre|another|cette|this) ?)*(?:\w+ )?(?:village|hameau"
    r"|hamlet|ville|town|localite|locality|commune|site|settlement|bourgade|campement|camp|city|base|chef-lieu)\b[^.;:]{0,80}$"
    r"|^[^.;:!?]{0,60}\b(?:se trouve|se situe|est situee?|situee?s?|located|lies|lying|is|est)(?: \w+)? ?,? ?$"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a text before its places are decided."""

    body: str
    folded: str
    names: tuple[Name, ...]
    starts: tuple[int, ...]  # of its sentences
    relations: tuple[Relation, ...]
    countries: Mapping[str, float]
    gazetteer: Gazetteer
    brackets: Mapping[int, tuple[int, ...]]  # names that stand in brackets after a name
    accepted: frozenset[int]
    subjects: Mapping[int, Relation]
    beside: tuple[tuple[float, float], ...] = ()
    remarks: tuple[tuple[Span, int], ...] = ()  # the stretch of a clause that a name after it places anew
    spots: frozenset[int] = frozenset()  # holders that are places themselves: another spelling, a quarter's town
    parts: Mapping[int, NamedRegion] = field(default_factory=dict)  # "(centre)" after a name
    units: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # the units that a name is said to lie in
    borders: tuple[BorderPhrase, ...] = ()
    bordering: Mapping[int, BorderPhrase] = field(default_factory=dict)  # the border that a name is said to lie near


def read_scene(title: str | None, body: str, gazetteer: Gazetteer) -> Scene:
    folded = fold_aligned(body)
    names = tuple(_heard(one, folded, gazetteer) for one in find_names(body, gazetteer))
    starts = tuple(span.start for span in sentences(body))
    heading = find_names(title, gazetteer) if title else ()
    telling = (one for one in names if _tells_country(body, folded, one))
    countries = _countries((*heading, *telling), f"{title or ''} {body}", gazetteer)
    relations = find_relations(folded, names)
    subjects = dict(_subjects(folded, names, relations, starts))
    brackets, spots = _brackets(folded, names)
    scene = Scene(body, folded, names, starts, relations, countries, gazetteer, brackets, frozenset(), subjects)
    scene = replace(scene, spots=spots, remarks=tuple(_remarks(folded, names, starts)))
    borders = find_borders(body, folded, gazetteer)
    scene = replace(scene, borders=borders, bordering=dict(_bordering(scene, borders)))
    scene = replace(scene, parts=_parts(scene))
    scene = replace(scene, accepted=frozenset(_accepted(scene)))
    units, towns = _units(scene), _towns(scene)
    scene = replace(scene, units=units | towns, spots=spots | {j for town in towns.values() for j in town})
    return replace(scene, beside=tuple(_beside(scene, heading)))


def _heard(name: Name, folded: str, gazetteer: Gazetteer) -> Name:
    """A name in a remark on where a thing was put, by its sound where its spelling is unknown: it must be a place's."""
    if name.known or not _REMARK.search(folded, max(0, name.start - 80), name.start):
        return name
    return replace(name, places=gazetteer.sounding_like(name.text))


def _tells_country(body: str, folded: str, name: Name) -> bool:
    """Whether a name can say which country a text is about: no village's, and no first word of a longer name, which
    that of a country is not ("Mali President Keita")."""
    if is_hamlet(folded, name):
        return False
    return not is_followed(body, name) or any(place.feature == "A.PCLI" for place in name.places)


def _countries(names: Sequence[Name], text: str, gazetteer: Gazetteer) -> dict[str, float]:
    """Each country's share of the countries, nationalities, forces and peoples at home in one, and unmistakable towns
    that a text names."""
    counts: dict[str, float] = defaultdict(float, dict.fromkeys(gazetteer.detailed_countries, 0.5))
    for name in names:
        for place in name.places[:1]:
            only = len({one.country for one in name.places}) == 1 and not _is_chance(place, gazetteer)
            if place.feature == "A.PCLI" or only:
                counts[place.country] += 1.0
        if name.region and name.region.country:
            counts[name.region.country] += 1.0
    words = re.findall(r"[^\W\d_]{3,}", text)
    for country in filter(None, (*map(country_of_adjective, words), *map(home_of, set(words)))):
        counts[country] += 1.0
    most = max(counts.values(), default=1.0)
    return {country: count / most for country, count in counts.items()}


def _is_chance(place: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place is so small and so far from the countries whose villages are known that a village is meant."""
    home = gazetteer.detailed_countries
    return bool(home) and is_foreign(place, dict.fromkeys(home, 1.0))


def main_country(scene: Scene) -> str:
    return max(scene.countries, key=lambda code: (scene.countries[code], code), default="")


def _brackets(folded: str, names: Sequence[Name]) -> tuple[dict[int, tuple[int, ...]], frozenset[int]]:
    """The names that stand, with nothing but unit words, in brackets right after a name, and which of them are other
    spellings of it or the place meant: "Tonou [Tondo] (Koro, Mopti)", "Tonou (Tondo)"."""
    found: dict[int, tuple[int, ...]] = {}
    spots: set[int] = set()
    for i, name in enumerate(names):
        bracket = _BRACKET.match(folded[name.end : name.end + 150])
        if not bracket or not (bracket["alias"] or bracket["inside"]):
            continue
        alias, inside = (_alone(folded, names, i, *bracket.span(part)) for part in ("alias", "inside"))
        if len(inside) == 1 and not _may_be_unit(names[inside[0]]):
            alias = (*alias, *inside)
            inside = ()
        if alias or inside:
            found[i] = (*alias, *inside)
            spots.update(alias)
    return found, frozenset(spots)


def _remarks(folded: str, names: Sequence[Name], starts: Sequence[int]) -> Iterator[tuple[Span, int]]:
    """The names in remarks on where a thing was put, each with the clause before its bracket."""
    for i, name in enumerate(names):
        opening = name.known and _REMARK.search(folded, max(0, name.start - 80), name.start)
        if opening:
            start = sentence_start(starts, name.start)
            ends = [match.end() for match in _CLAUSE_END.finditer(folded, start, opening.start())]
            yield Span(ends[-1] if ends else start, opening.start()), i


def _alone(folded: str, names: Sequence[Name], i: int, start: int, end: int) -> tuple[int, ...]:
    """The names after name `i`, between two offsets from its end, if nothing but unit words stands beside them."""
    start, end = start + names[i].end, end + names[i].end
    inside = [j for j in range(i + 1, min(i + 6, len(names))) if start <= names[j].start < end]
    rest = "".join(_gaps(folded, start, end, [names[j] for j in inside]))
    return tuple(inside) if inside and _ONLY_UNITS.match(rest) else ()


def _may_be_unit(name: Name) -> bool:
    """Whether a name alone in brackets can be a unit's or its seat's, and not only a hamlet's."""
    known = [place for place in name.places if is_unit(place) or place.feature in _SEATS]
    return bool(known or name.region or not name.places)


def _parts(scene: Scene) -> dict[int, NamedRegion]:
    """The part of the text's own country that stands in brackets after a name: "Farabougou (centre)"."""
    country = next(iter(scene.gazetteer.named(country_names(main_country(scene))[0])), None)
    if country is None or country.feature != "A.PCLI":
        return {}
    found = ((i, PART_ALONE.match(scene.folded[name.end : name.end + 40])) for i, name in enumerate(scene.names))
    return {i: country_part(country, part_of(told["part"]), scene.gazetteer) for i, told in found if told}


def _gaps(folded: str, start: int, end: int, names: Sequence[Name]) -> Iterator[str]:
    for name in names:
        yield folded[start : name.start]
        start = name.end
    yield folded[start:end]


def _subjects(
    folded: str, names: Sequence[Name], relations: Sequence[Relation], starts: Sequence[int]
) -> Iterator[tuple[int, Relation]]:
    """The name that each relation tells the place of: "Kassela à 40 kilomètres de...", "X, a hamlet 25 km from..."."""
    anchors = {number for one in relations for number in (one.anchor, one.second, one.towards)}
    for relation in relations:
        if relation.second is not None:
            continue
        sentence = sentence_start(starts, relation.start)
        for i in reversed(range(len(names))):
            name = names[i]
            if name.end > relation.start or (i in anchors and relation.anchor is not None):
                continue
            if name.start < sentence:
                break
            if _APPOSITION.match(folded[name.end : relation.start]):
                yield i, relation
                break


def _bordering(scene: Scene, borders: Sequence[BorderPhrase]) -> Iterator[tuple[int, BorderPhrase]]:
    """The name that each border tells the place of: "Intillit, near the border with..."."""
    for border in borders:
        before = [i for i, name in enumerate(scene.names) if name.end <= border.start]
        if not before or scene.names[before[-1]].start < sentence_start(scene.starts, border.start):
            continue
        told = [i for i in before if before[-1] in scene.brackets.get(i, ())] or before[-1:]
        end = scene.folded.find(")", scene.names[before[-1]].end, border.start) + 1 or scene.names[before[-1]].end
        if _APPOSITION.match(scene.folded[end : border.start]) and not is_vague(scene, told[0]):
            yield told[0], border


def sentence_start(starts: Sequence[int], offset: int) -> int:
    at = bisect_right(starts, offset) - 1
    return starts[at] if at >= 0 else 0


def sentence_bounds(scene: Scene, offset: int) -> tuple[int, int]:
    at = bisect_right(scene.starts, offset)
    return sentence_start(scene.starts, offset), scene.starts[at] if at < len(scene.starts) else len(scene.body)


def _accepted(scene: Scene) -> Iterator[int]:
    """The numbers of the names that are places."""
    home = frozenset(country for country, share in scene.countries.items() if share >= 0.3)
    told = {number for one in scene.relations for number in (one.anchor, one.second, one.towards)} | set(scene.subjects)
    told |= set(scene.bordering)
    told |= {number for _, number in scene.remarks}
    told |= set(scene.brackets) | set(scene.parts) | {j for inside in scene.brackets.values() for j in inside}
    for i, name in enumerate(scene.names):
        if not name.known:
            continue
        start = sentence_start(scene.starts, name.start)
        weight = place_weight(scene.body, scene.folded, name, start, home)
        if weight + (4.0 if i in told else 0.0) >= ENOUGH:
            yield i


def _units(scene: Scene) -> dict[int, tuple[int, ...]]:
    """The units and countries that follow each settlement's name and tell where it lies."""
    found: dict[int, tuple[int, ...]] = {}
    accepted = sorted(scene.accepted)
    for i in (*accepted, *_unknown_settlements(scene)):
        inside: list[int] = list(scene.brackets.get(i, ()) or _unknown_unit(scene, i))
        end = scene.names[i].end
        at = bisect_right(accepted, i)
        for j in accepted[at : at + 3]:
            if j in inside:
                continue
            between = scene.folded[end : scene.names[j].start]
            if not (is_vague(scene, j) and _QUALIFIES.match(between)) and not _is_comma_unit(scene, i, j, between):
                break
            inside += [j, *scene.brackets.get(j, ())]
            end = scene.names[j].end
        if inside and not is_vague(scene, i):
            found[i] = tuple(inside)
    return found


def _unknown_unit(scene: Scene, i: int) -> tuple[int, ...]:
    """The commune that no gazetteer knows, and the units in brackets after it, that a name is said to lie in: "the
    village of Tagari in Dougoutene 1 Commune (Koro, Mopti)"."""
    j = i + 1
    if j not in scene.brackets or scene.names[j].known:
        return ()
    between = scene.folded[scene.names[i].end : scene.names[j].start]
    return (j, *scene.brackets[j]) if _QUALIFIES.match(between) else ()


def _unknown_settlements(scene: Scene) -> Iterator[int]:
    """Names that no gazetteer knows and that the words before them make places: "in Sossobé"."""
    for i, name in enumerate(scene.names):
        before = scene.folded[max(0, name.start - 48) : name.start]
        if not name.known and (STRONG_BEFORE.search(before) or NEAR_BEFORE.search(before)):
            yield i


def _towns(scene: Scene) -> dict[int, tuple[int, ...]]:
    """The town that each quarter named is said to lie in."""
    found: dict[int, tuple[int, ...]] = {}
    for i in range(len(scene.names) - 1):
        name, town = scene.names[i], scene.names[i + 1]
        between = scene.folded[name.end : town.start]
        called = _QUARTER_BEFORE.search(scene.folded[max(0, name.start - 30) : name.start])
        if i + 1 in scene.accepted and (_QUARTER_AFTER.match(between) or (called and _OF_TOWN.match(between))):
            found[i] = (i + 1,)
    return found


def _is_comma_unit(scene: Scene, i: int, j: int, between: str) -> bool:
    """ "Tene, Segou", "the Tougou area of Segou": a village, and the seat that a unit has its name from."""
    known = [place for place in scene.names[i].places if not is_foreign(place, scene.countries)]
    smaller = max(map(prominence, scene.names[j].places), default=0.0) - _SEAT_OVER_VILLAGE
    after = scene.folded[scene.names[j].end : scene.names[j].end + 6]
    if not _BESIDE_UNIT.match(between) or max(map(prominence, known), default=0.0) >= smaller:
        return False
    if _LIST_GOES_ON.match(after):  # "à Sévaré, Mopti et Bandiagara"
        return False
    return any(place.feature in _SEATS or is_unit(place) for place in scene.names[j].places)


def is_vague(scene: Scene, i: int) -> bool:
    """Whether a name is that of a unit, a region or a country."""
    name = scene.names[i]
    if name.region is not None or unit_level(scene.folded, name):
        return True
    return bool(name.places) and all(is_unit(place) for place in name.places[:1])


def _beside(scene: Scene, heading: Sequence[Name]) -> Iterator[tuple[float, float]]:
    """The points of the places whose name leaves little doubt, title included."""
    for i, name in enumerate(scene.names):
        if name.region and i not in scene.accepted:  # "Katiba Macina" tells where it fights
            yield name.region.region.lat, name.region.region.lon
    for name in (*heading, *(scene.names[i] for i in sorted(scene.accepted))):
        settlements = [place for place in name.places if not is_unit(place)]
        if not settlements:
            continue
        site = choose(name.text, settlements, Evidence(scene.countries))
        if site.confidence >= _SURE:
            yield site.lat, site.lon
