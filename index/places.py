"""The places that a dispatch names, where each is, and which are where the thing told happened.  Pure.

The journey of a text: names are found in one pass (`names`), told from persons and common words
(`place_evidence`), joined by the relations between them (`relations`) and decided among homonyms (`homonyms`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.countries import country_names, country_of_adjective
from index.gazetteer import TOWN_PROMINENCE, Gazetteer, is_unit, name_key, prominence, radius_km
from index.geometry import distance_km, unit_holds
from index.homonyms import Evidence, choose, choose_pair, is_foreign, unit_codes
from index.model import Mention, Place, PlaceRole, Site, Span, Unit
from index.names import Name, find_names
from index.place_evidence import ENOUGH, dateline_end, is_aside, is_near, place_weight, unit_level
from index.place_words import PART_ALONE, PART_BEFORE, part_of
from index.regions import NamedRegion, country_part
from index.relations import Relation, find_relations, located, misfit
from index.text import fold_aligned, sentences

Holder = Place | NamedRegion  # what a name is said to lie in
_SEATS = frozenset(("P.PPLC", "P.PPLA", "P.PPLA2"))
SPECIFIC_KM = 30.0  # vaguer sites than this only say roughly where
_NEAR_KM = 8.0  # "near X", "in the area of X": how far off such happenings usually are
_WRONG = 2.5
_LEAST_REACH_KM = 50.0
_LONGEST_BETWEEN_KM = 200.0  # "between A and B" further apart than this is a journey or a misreading
_ONE_END_KM = 20.0  # "between A and B" where B is in no gazetteer
_SURE = 0.6
_CERTAIN = 0.95
_BRACKET = re.compile(r"^ ?[(\[](?P<inside>[^()\[\]\n]{2,80})[)\]]")
_ONLY_UNITS = re.compile(
    r"^(?:[\s,'-]|\b(?:cercle|region|province|commune|departement|district|circle|area|de|du|d|la|le|of|the|in|near)\b)*$"
)
_QUALIFIES = re.compile(
    r"^(?:'s|,)? ?(?:\(|dans |in |en |au |a |du |de |d'|province|region|cercle|commune|district|,)[^.;!?]{0,40}$"
)
_APPOSITION = re.compile(
    r"^ ?[,(]? ?$"
    r"|^ ?, (?:(?:un|une|a|an|the|le|la|l'|petite?|small|autre|another|cette|this) ?)*(?:\w+ )?(?:village|hameau"
    r"|hamlet|ville|town|localite|locality|commune|site|settlement|bourgade|campement|camp|city|base|chef-lieu)\b[^.;:]{0,80}$"
    r"|^[^.;:!?]{0,60}\b(?:se trouve|se situe|est situee?|situee?s?|located|lies|lying|is|est)(?: \w+)? ?,? ?$"
)


@dataclass(frozen=True, slots=True)
class _Scene:
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
    parts: Mapping[int, NamedRegion] = field(default_factory=dict)  # "(centre)" after a name
    units: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # the units that a name is said to lie in


def mark_places(title: str | None, body: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The places named in a body and the relations that place something, in order.

    The title only helps to decide.  Each mention holds the likeliest site, its alternatives and the place's role.
    """
    scene = _scene(title, body, gazetteer)
    sites = _resolved(scene)
    mentions = [*_named(scene, sites), *_related(scene, sites)]
    return tuple(sorted(mentions, key=lambda one: (one.start, one.end)))


def sites_of(body: str, sentence: Span, mentions: Sequence[Mention]) -> tuple[Site, ...]:
    """Where the thing told by one sentence happened, most specific first; empty where the sentence does not say.

    A unit, region or country is left out where a more specific site is named.
    """
    found = [one.site for one in mentions if _tells(one, sentence)]
    found.sort(key=lambda site: site.uncertainty_km)
    if found and found[0].uncertainty_km <= SPECIFIC_KM:
        found = [site for site in found if site.uncertainty_km <= SPECIFIC_KM]
    return tuple(dict.fromkeys(found))


def inherit_site(mentions: Sequence[Mention], body: str) -> Site | None:
    """The one place that a dispatch is about, for its passages that name none, at half the confidence.

    None where nothing specific is named, or where two places far apart are named as often: then neither is sure.
    """
    weights: dict[Site, float] = {}
    for one in mentions:
        if one.role is PlaceRole.HAPPENING and one.site.uncertainty_km <= SPECIFIC_KM:
            same = next((site for site in weights if _close(site, one.site)), one.site)
            weight = weights.pop(same, 0.0) + (2.0 if one.start < len(body) / 3 else 1.0)
            weights[min(same, one.site, key=lambda site: site.uncertainty_km)] = weight
    ranked = sorted(weights, key=lambda site: -weights[site])
    if not ranked or (len(ranked) > 1 and weights[ranked[1]] > 0.7 * weights[ranked[0]]):
        return None
    return replace(ranked[0], confidence=round(ranked[0].confidence / 2, 3))


def _tells(mention: Mention, sentence: Span) -> bool:
    return mention.role is PlaceRole.HAPPENING and sentence.start <= mention.start < sentence.end


def _close(one: Site, other: Site) -> bool:
    apart_km = distance_km(one.lat, one.lon, other.lat, other.lon)
    return apart_km <= max(SPECIFIC_KM, one.uncertainty_km + other.uncertainty_km)


def _scene(title: str | None, body: str, gazetteer: Gazetteer) -> _Scene:
    folded = fold_aligned(body)
    names = find_names(body, gazetteer)
    starts = tuple(span.start for span in sentences(body))
    heading = find_names(title, gazetteer) if title else ()
    countries = _countries((*heading, *names), f"{title or ''} {body}", gazetteer)
    relations = find_relations(folded, names)
    subjects = dict(_subjects(folded, names, relations, starts))
    brackets = _brackets(folded, names)
    scene = _Scene(body, folded, names, starts, relations, countries, gazetteer, brackets, frozenset(), subjects)
    scene = replace(scene, parts=_parts(scene))
    scene = replace(scene, accepted=frozenset(_accepted(scene)))
    scene = replace(scene, units=_units(scene))
    return replace(scene, beside=tuple(_beside(scene, heading)))


def _countries(names: Sequence[Name], text: str, gazetteer: Gazetteer) -> dict[str, float]:
    """Each country's share of the countries, nationalities and unmistakable towns that a text names."""
    counts: dict[str, float] = defaultdict(float, dict.fromkeys(gazetteer.detailed_countries, 0.5))
    for name in names:
        for place in name.places[:1]:
            if place.feature == "A.PCLI" or len({one.country for one in name.places}) == 1:
                counts[place.country] += 1.0
        if name.region and name.region.country:
            counts[name.region.country] += 1.0
    for word in re.findall(r"[^\W\d_]{5,}", text):
        if country := country_of_adjective(word):
            counts[country] += 1.0
    most = max(counts.values(), default=1.0)
    return {country: count / most for country, count in counts.items()}


def _brackets(folded: str, names: Sequence[Name]) -> dict[int, tuple[int, ...]]:
    """The names that stand, with nothing but unit words, in brackets right after a name."""
    found: dict[int, tuple[int, ...]] = {}
    for i, name in enumerate(names):
        bracket = _BRACKET.match(folded[name.end : name.end + 90])
        if not bracket:
            continue
        start, end = name.end + bracket.start("inside"), name.end + bracket.end("inside")
        inside = [j for j in range(i + 1, min(i + 5, len(names))) if start <= names[j].start < end]
        rest = "".join(_gaps(folded, start, end, [names[j] for j in inside]))
        if inside and _ONLY_UNITS.match(rest):
            found[i] = tuple(inside)
    return found


def _parts(scene: _Scene) -> dict[int, NamedRegion]:
    """The part of the text's own country that stands in brackets after a name: "Farabougou (centre)"."""
    country = next(iter(scene.gazetteer.named(country_names(_main_country(scene))[0])), None)
    if country is None or country.feature != "A.PCLI":
        return {}
    found = ((i, PART_ALONE.match(scene.folded[name.end : name.end + 40])) for i, name in enumerate(scene.names))
    return {i: country_part(country, part_of(told["part"])) for i, told in found if told}


def _main_country(scene: _Scene) -> str:
    return max(scene.countries, key=lambda code: (scene.countries[code], code), default="")


def _gaps(folded: str, start: int, end: int, names: Sequence[Name]) -> Iterator[str]:
    for name in names:
        yield folded[start : name.start]
        start = name.end
    yield folded[start:end]


def _subjects(
    folded: str, names: Sequence[Name], relations: Sequence[Relation], starts: Sequence[int]
) -> Iterator[tuple[int, Relation]]:
    """The name that each relation tells the place of: "Kassela à 40 kilomètres de...", "X, a hamlet 25 km from..."."""
    anchors = {number for one in relations for number in (one.anchor, one.second)}
    for relation in relations:
        if relation.second is not None:
            continue
        sentence = _sentence_start(starts, relation.start)
        for i in reversed(range(len(names))):
            name = names[i]
            if name.end > relation.start or i in anchors:
                continue
            if name.start < sentence:
                break
            if _APPOSITION.match(folded[name.end : relation.start]):
                yield i, relation
                break


def _sentence_start(starts: Sequence[int], offset: int) -> int:
    at = bisect_right(starts, offset) - 1
    return starts[at] if at >= 0 else 0


def _sentence_bounds(scene: _Scene, offset: int) -> tuple[int, int]:
    at = bisect_right(scene.starts, offset)
    return _sentence_start(scene.starts, offset), scene.starts[at] if at < len(scene.starts) else len(scene.body)


def _accepted(scene: _Scene) -> Iterator[int]:
    """The numbers of the names that are places."""
    home = frozenset(country for country, share in scene.countries.items() if share >= 0.3)
    told = {number for one in scene.relations for number in (one.anchor, one.second)} | set(scene.subjects)
    told |= set(scene.brackets) | set(scene.parts) | {j for inside in scene.brackets.values() for j in inside}
    for i, name in enumerate(scene.names):
        if not name.known:
            continue
        start = _sentence_start(scene.starts, name.start)
        weight = place_weight(scene.body, scene.folded, name, start, home)
        if weight + (4.0 if i in told else 0.0) >= ENOUGH:
            yield i


def _units(scene: _Scene) -> dict[int, tuple[int, ...]]:
    """The units and countries that follow each settlement's name and tell where it lies."""
    found: dict[int, tuple[int, ...]] = {}
    order = sorted(scene.accepted)
    for at, i in enumerate(order):
        inside: list[int] = list(scene.brackets.get(i, ()))
        end = scene.names[i].end
        for j in order[at + 1 : at + 4]:
            if j in inside:
                continue
            between = scene.folded[end : scene.names[j].start]
            if not (_is_vague(scene, j) and _QUALIFIES.match(between)) and not _is_comma_unit(scene, i, j, between):
                break
            inside += [j, *scene.brackets.get(j, ())]
            end = scene.names[j].end
        if inside and not _is_vague(scene, i):
            found[i] = tuple(inside)
    return found


def _is_comma_unit(scene: _Scene, i: int, j: int, between: str) -> bool:
    """"Tene, Segou": a village, a comma and the seat that a unit has its name from."""
    known = [place for place in scene.names[i].places if not is_foreign(place, scene.countries)]
    if between != ", " or max(map(prominence, known), default=0.0) >= TOWN_PROMINENCE:
        return False
    return any(place.feature in _SEATS or is_unit(place) for place in scene.names[j].places)


def _is_vague(scene: _Scene, i: int) -> bool:
    """Whether a name is that of a unit, a region or a country."""
    name = scene.names[i]
    if name.region is not None or unit_level(scene.folded, name):
        return True
    return bool(name.places) and all(is_unit(place) for place in name.places[:1])


def _beside(scene: _Scene, heading: Sequence[Name]) -> Iterator[tuple[float, float]]:
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


def _resolved(scene: _Scene) -> dict[int, Site]:
    """The site of each name that has one.  A name means one place throughout a text: its evidence is pooled."""
    groups = _groups(scene)
    sites: dict[int, Site] = {}
    for numbers in sorted(groups, key=lambda some: any(i in scene.subjects for i in some)):
        site = _group_site(scene, numbers, sites)
        if site is not None:
            sites |= dict.fromkeys(numbers, site)
    return {i: _as_told(scene, i, site) for i, site in sites.items()}


def _groups(scene: _Scene) -> list[tuple[int, ...]]:
    """The numbers of the names that are one name at one level, each group in the order of the text."""
    placed = {name_key(scene.names[i].text) for i in (*scene.subjects, *scene.brackets, *scene.parts)}
    groups: dict[tuple[str, str, str], list[int]] = {}
    for i, name in enumerate(scene.names):
        key = name_key(name.text)
        if i in scene.accepted or (not name.known and key in placed):
            groups.setdefault((key, _level(scene, i), _part_word(scene, name)), []).append(i)
    return [tuple(numbers) for numbers in groups.values()]


def _group_site(scene: _Scene, numbers: Sequence[int], sites: Mapping[int, Site]) -> Site | None:
    inside = tuple(holder for i in numbers for holder in _holders(scene, i))
    for i in numbers:
        anchor = _anchor(scene, scene.subjects[i], sites, i) if i in scene.subjects else None
        if anchor is not None:
            return _placed(scene, i, scene.subjects[i], anchor, inside)
    name = scene.names[numbers[0]]
    site = _site(scene, numbers[0], inside, None) if name.known else None
    if inside and (site is None or _lies_elsewhere(site, inside)):
        return _inside_only(name, inside[0])
    return None if site and site.place and is_foreign(site.place, scene.countries) else site


def _lies_elsewhere(site: Site, inside: Sequence[Holder]) -> bool:
    """Whether a reading is a namesake far outside the units told: then the place meant is in no gazetteer."""
    if site.place is None or not inside:
        return False
    innermost = inside[0]
    if isinstance(innermost, Place) and unit_holds(_unit(innermost), site.place):
        return False
    point, reach_km = _reach(innermost)
    apart_km = distance_km(site.lat, site.lon, *point)
    held = any(isinstance(one, Place) and unit_holds(_unit(one), site.place) for one in inside)
    return apart_km > (3.0 if held else 1.5) * max(reach_km, _LEAST_REACH_KM)


def _reach(holder: Holder) -> tuple[tuple[float, float], float]:
    if isinstance(holder, Place):
        return (holder.lat, holder.lon), radius_km(holder)
    return (holder.region.lat, holder.region.lon), holder.radius_km


def _unit(place: Place) -> Unit:
    return Unit(place.name, unit_codes(place), place.lat, place.lon)


def _inside_only(name: Name, holder: Place | NamedRegion) -> Site:
    """A place of which only the unit or region that it lies in is known."""
    if isinstance(holder, NamedRegion):
        return _region_site(name, holder)
    return Site(name.text, holder.lat, holder.lon, radius_km(holder), 0.5, holder)


def _as_told(scene: _Scene, i: int, site: Site) -> Site:
    """The site as this one mention tells it: near it, or at a stated distance."""
    name = scene.names[i]
    if i in scene.subjects and site.place and site.name == name.text:
        site = replace(site, stated_km=scene.subjects[i].km)
    loose = is_near(scene.folded, name) or (unit_level(scene.folded, name) and not _level(scene, i))
    if loose and site.uncertainty_km < _NEAR_KM:
        site = replace(site, uncertainty_km=_NEAR_KM)
    return site


def _site(scene: _Scene, i: int, inside: Sequence[Holder], fit: tuple[Relation, Site] | None) -> Site:
    name, level, part = scene.names[i], _level(scene, i), _part(scene, scene.names[i])
    region = part or name.region
    if region is not None and (part or not name.places or not (level or _is_seat(name.places[0]))):
        return _region_site(name, region)
    others = tuple(point for point in scene.beside if not any((one.lat, one.lon) == point for one in name.places))
    lead = (lambda place: misfit(fit[0], fit[1], place)) if fit else None
    holders = tuple(one.region if isinstance(one, NamedRegion) else one for one in inside)
    site = choose(name.text, name.places, Evidence(scene.countries, others, holders, lead, level))
    if level and site.place and not is_unit(site.place):
        site = _unit_of_seat(site, level)
    return site


def _is_seat(place: Place) -> bool:
    return place.feature.startswith("P.PPLA")


def _level(scene: _Scene, i: int) -> str:
    told = unit_level(scene.folded, scene.names[i])
    if told and (told != "A.ADM1" or _names_a_region(scene.names[i])):
        return told
    inside = next((names for names in (*scene.brackets.values(), *scene.units.values()) if i in names), ())
    if not inside or told:
        return ""
    names_region = any(place.feature == "A.ADM1" for place in scene.names[i].places)
    outermost = i == inside[-1] and (len(inside) > 1 or names_region)
    return "A.ADM1" if outermost else "A.ADM2"


def _names_a_region(name: Name) -> bool:
    """Whether a name can be a first-level unit's: "the Essakane region" is only the land about a village."""
    return any(place.feature in ("A.ADM1", "A.ADM2") or prominence(place) >= TOWN_PROMINENCE for place in name.places)


def _unit_of_seat(site: Site, level: str) -> Site:
    """Where no unit of that name is known, the unit that the town of that name is the seat of, by the town's codes."""
    if site.place is None:
        return site
    admin2 = "" if level == "A.ADM1" else site.place.admin2
    unit = replace(site.place, feature=level, admin2=admin2, admin3="")
    return replace(site, place=unit, uncertainty_km=radius_km(unit))


def _part(scene: _Scene, name: Name) -> NamedRegion | None:
    """The part of a country that "northern", "centre du"... before its name tells."""
    word = _part_word(scene, name)
    return country_part(name.places[0], part_of(word)) if word else None


def _part_word(scene: _Scene, name: Name) -> str:
    if not name.places or name.places[0].feature != "A.PCLI":
        return ""
    told = PART_BEFORE.search(scene.folded[max(0, name.start - 30) : name.start])
    return told["part"] if told else ""


def _holders(scene: _Scene, i: int) -> tuple[Holder, ...]:
    """The units and regions that the text says the name lies in, the smallest first.

    They are read from the largest inwards, so that "(Bamba, Koro)" is the Bamba of Koro.
    """
    held: list[Holder] = []
    for j in reversed(scene.units.get(i, scene.brackets.get(i, ()))):
        name = scene.names[j]
        part = _part(scene, name) or (name.region if not name.places else None)
        if part:
            held.insert(0, part)
        elif name.places:
            site = _site(scene, j, held, None)
            if site.place and not _lies_elsewhere(site, held):
                held.insert(0, site.place)
    return (*held, *((scene.parts[i],) if i in scene.parts else ()))


def _region_site(name: Name, part: NamedRegion) -> Site:
    return Site(name.text, part.region.lat, part.region.lon, part.radius_km, 0.9)


def _anchor(scene: _Scene, relation: Relation, sites: Mapping[int, Site], subject: int | None) -> Site | None:
    """The site that a relation starts from; for a phrase without a name, what its words imply."""
    if relation.anchor is not None:
        known = scene.names[relation.anchor].known
        return sites.get(relation.anchor) or (_site(scene, relation.anchor, (), None) if known else None)
    if relation.implied == "capital":
        return _capital(scene)
    before = [i for i in sites if scene.names[i].end <= relation.start and i != subject]
    if relation.implied == "seat":
        return _seat(scene, sites, [i for i in before if is_unit(sites[i].place or _NOWHERE)])
    settled = [i for i in before if sites[i].uncertainty_km <= SPECIFIC_KM]
    return sites[settled[-1]] if settled else None


_NOWHERE = Place(0, "", 0.0, 0.0, "")


def _capital(scene: _Scene) -> Site | None:
    capital = scene.gazetteer.capital(_main_country(scene))
    return choose(capital.name, (capital,), Evidence()) if capital else None


def _seat(scene: _Scene, sites: Mapping[int, Site], units: Sequence[int]) -> Site | None:
    """The town that a cercle or province named before has its name from."""
    for i in reversed(units):
        towns = [place for place in scene.names[i].places if not is_unit(place)]
        unit = sites[i].place
        if towns and unit and unit.feature == "A.ADM2":
            return choose(scene.names[i].text, towns, Evidence(inside=(unit,)))
    return None


def _placed(scene: _Scene, i: int, relation: Relation, anchor: Site, inside: Sequence[Holder]) -> Site:
    """A name told by a relation: the homonym that fits it, or the point that the relation gives."""
    if i in scene.accepted and scene.names[i].places:
        site = _site(scene, i, inside, (relation, anchor))
        if site.place and misfit(relation, anchor, site.place) <= _WRONG:
            return site
    return located(relation, anchor, None, scene.names[i].text)


def _named(scene: _Scene, sites: Mapping[int, Site]) -> Iterator[Mention]:
    dateline = dateline_end(scene.body)
    anchors = {number for one in scene.relations for number in (one.anchor, one.second)}
    qualifiers = {j for inside in scene.units.values() for j in inside} | {
        j for inside in scene.brackets.values() for j in inside
    }
    for i, site in sites.items():
        name = scene.names[i]
        role = PlaceRole.HAPPENING
        if name.end <= dateline or is_aside(scene.folded, name, *_sentence_bounds(scene, name.start)):
            role = PlaceRole.ASIDE
        if i in qualifiers:
            role = PlaceRole.QUALIFIER
        if i in anchors:
            role = PlaceRole.ANCHOR
        yield Mention(name.start, name.end, site, role)


def _related(scene: _Scene, sites: Mapping[int, Site]) -> Iterator[Mention]:
    """Relations that place something without a name of its own."""
    told = set(map(id, scene.subjects.values()))
    for relation in scene.relations:
        site = _unnamed(scene, relation, sites) if id(relation) not in told else None
        if site is not None:
            yield Mention(relation.start, relation.end, site)


def _unnamed(scene: _Scene, relation: Relation, sites: Mapping[int, Site]) -> Site | None:
    phrase = scene.body[relation.start : relation.end].strip()
    if relation.second is None:
        anchor = _anchor(scene, relation, sites, None)
        return located(relation, anchor, None, phrase) if anchor else None
    ends = [sites[i] for i in (relation.anchor, relation.second) if i is not None and i in sites]
    if len(ends) == 2:
        ends = list(_pair(scene, relation, *ends))
        if distance_km(ends[0].lat, ends[0].lon, ends[1].lat, ends[1].lon) <= _LONGEST_BETWEEN_KM:
            return located(relation, ends[0], ends[1], phrase)
    if not ends:
        return None
    surest = max(ends, key=lambda site: site.confidence)
    return replace(surest, name=phrase, uncertainty_km=_ONE_END_KM, confidence=round(surest.confidence * 0.7, 3))


def _pair(scene: _Scene, relation: Relation, first: Site, second: Site) -> tuple[Site, Site]:
    """Both ends of "between A and B": of namesakes, those near each other."""
    if relation.anchor is None or relation.second is None or min(first.confidence, second.confidence) > _CERTAIN:
        return first, second
    one, other = scene.names[relation.anchor], scene.names[relation.second]
    if not (one.places and other.places):
        return first, second
    inside = tuple(one.region if isinstance(one, NamedRegion) else one for one in _holders(scene, relation.second))
    return choose_pair((one.text, one.places), (other.text, other.places), Evidence(scene.countries, (), inside))
