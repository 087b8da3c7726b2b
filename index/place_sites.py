"""Where each name and relation of a text is: namesakes decided, relations turned into points.  Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from index.border_phrases import BorderPhrase
from index.border_sites import border_misfit, border_site, units_beside
from index.gazetteer import TOWN_PROMINENCE, is_unit, name_key, prominence, radius_km
from index.geometry import bearing_deg, distance_km, unit_holds
from index.homonyms import Evidence, choose, choose_pair, is_foreign, unit_codes
from index.model import Place, Site, Unit
from index.names import Name
from index.place_evidence import is_hamlet, is_near, unit_level
from index.place_scene import Scene, main_country
from index.place_words import PART_BEFORE, part_of
from index.regions import NamedRegion, country_part
from index.relations import Relation, located, misfit

Holder = Place | NamedRegion  # what a name is said to lie in
Misfit = Callable[[Place], float]  # how badly a place fits what the words say of it: see relations.misfit
SPECIFIC_KM = 30.0  # vaguer sites than this only say roughly where
_NEAR_KM = 8.0  # "near X", "in the area of X": how far off such happenings usually are
_WRONG = 2.5
_LEAST_REACH_KM = 50.0
_SAME_PLACE_KM = 30.0  # two spellings further apart than this are two places
_LONGEST_BETWEEN_KM = 200.0  # "between A and B" further apart than this is a journey or a misreading
_ONE_END_KM = 20.0  # "between A and B" where B is in no gazetteer
_CERTAIN = 0.95
_LIKENESS = 0.8  # how much surer a name written as the gazetteer has it is
_CAPITAL_DISTRICT_KM = 15.0  # Bamako, Niamey, Nouakchott and Dakar have 250 to 1,000 km2
_CITY = 200_000  # people
_NOWHERE = Place(0, "", 0.0, 0.0, "")


def resolved_sites(scene: Scene) -> dict[int, Site]:
    """The site of each name that has one.  A name means one place throughout a text: its evidence is pooled."""
    groups = _groups(scene)
    sites: dict[int, Site] = {}
    for numbers in sorted(groups, key=lambda some: any(i in scene.subjects or i in scene.bordering for i in some)):
        site = _group_site(scene, numbers, sites)
        if site is not None:
            sites |= dict.fromkeys(numbers, site)
    return {i: _as_told(scene, i, site) for i, site in sites.items()}


def _groups(scene: Scene) -> list[tuple[int, ...]]:
    """The numbers of the names that are one name at one level, each group in the order of the text."""
    told = (*scene.subjects, *scene.brackets, *scene.parts, *scene.units, *scene.bordering)
    placed = {name_key(scene.names[i].text) for i in told}
    groups: dict[tuple[str, str, str], list[int]] = {}
    for i, name in enumerate(scene.names):
        key = name_key(name.text)
        if i in scene.accepted or (not name.known and key in placed):
            groups.setdefault((key, _level(scene, i), _part_word(scene, name)), []).append(i)
    return [tuple(numbers) for numbers in groups.values()]


def _group_site(scene: Scene, numbers: Sequence[int], sites: Mapping[int, Site]) -> Site | None:
    inside = tuple(holder for i in numbers for holder in _holders(scene, i))
    for i in numbers:
        anchor = _anchor(scene, scene.subjects[i], sites, i) if i in scene.subjects else None
        if anchor is not None:
            return _placed(scene, i, _directed(scene, scene.subjects[i], anchor, sites), anchor, inside)
    border = next((scene.bordering[i] for i in numbers if i in scene.bordering), None)
    if border:
        return _by_border(scene, numbers[0], border, inside, sites)
    name = scene.names[numbers[0]]
    site = _site(scene, numbers[0], inside, None) if name.known else None
    if inside and (site is None or _lies_elsewhere(site, inside)):
        return _alike(scene, name, inside) or _inside_only(scene, name, inside[0])
    return None if site and site.place and is_foreign(site.place, scene.countries) else site


def _by_border(
    scene: Scene, i: int, border: BorderPhrase, inside: Sequence[Holder], sites: Mapping[int, Site]
) -> Site | None:
    """A name told to lie near a border: the homonym that does, or the stretch of the border that is meant."""
    name = scene.names[i]
    lead = partial(border_misfit, border)
    site = _site(scene, i, inside, lead) if name.known else None
    if site and site.place and lead(site.place) <= _WRONG and not _lies_elsewhere(site, inside):
        return site
    units = tuple(one for one in inside if isinstance(one, Place)) or units_beside(scene, border, sites)
    return border_site(scene, border, units, name.text) or site


def _alike(scene: Scene, name: Name, inside: Sequence[Holder]) -> Site | None:
    """A place of a name that sounds the same, in the unit told: only that makes the likeness enough."""
    unit = inside[0]
    if not isinstance(unit, Place) or not is_unit(unit):
        return None
    alike = scene.gazetteer.sounding_like(name.text)
    places = [one for one in alike if unit_holds(_unit(unit), one) and not is_unit(one)]
    site = choose(name.text, places, Evidence(scene.countries, (), (unit,))) if places else None
    return replace(site, confidence=round(site.confidence * _LIKENESS, 3)) if site else None


def _lies_elsewhere(site: Site, inside: Sequence[Holder]) -> bool:
    """Whether a reading is a namesake far outside the units told: then the place meant is in no gazetteer."""
    if site.place is None or not inside:
        return False
    innermost = inside[0]
    point, reach_km = _reach(innermost)
    apart_km = distance_km(site.lat, site.lon, *point)
    if isinstance(innermost, Place) and not is_unit(innermost):
        return apart_km > _SAME_PLACE_KM
    if isinstance(innermost, Place) and unit_holds(_unit(innermost), site.place):
        return False
    held = any(isinstance(one, Place) and unit_holds(_unit(one), site.place) for one in inside)
    return apart_km > (3.0 if held else 1.5) * max(reach_km, _LEAST_REACH_KM)


def _reach(holder: Holder) -> tuple[tuple[float, float], float]:
    if isinstance(holder, Place):
        return (holder.lat, holder.lon), radius_km(holder)
    return (holder.region.lat, holder.region.lon), holder.radius_km


def _unit(place: Place) -> Unit:
    return Unit(place.name, unit_codes(place), place.lat, place.lon)


def _inside_only(scene: Scene, name: Name, holder: Place | NamedRegion) -> Site:
    """A place of which only the unit, region or town that it lies in is known: it has that one's codes, no number."""
    if isinstance(holder, NamedRegion):
        return _region_site(name, holder)
    unnumbered = replace(holder, geoname_id=0, name=name.text, feature="P.PPL", population=0)
    return Site(name.text, holder.lat, holder.lon, _holder_radius_km(scene, holder), 0.5, unnumbered)


def _holder_radius_km(scene: Scene, holder: Place) -> float:
    """How far a unit, region or town reaches; a region that has a capital's name is the district of that city."""
    capital = scene.gazetteer.capital(holder.country)
    of_capital = capital and holder.feature == "A.ADM1" and name_key(capital.name) in name_key(holder.name)
    return _CAPITAL_DISTRICT_KM if of_capital else radius_km(holder)


def _as_told(scene: Scene, i: int, site: Site) -> Site:
    """The site as this one mention tells it: near it, or at a stated distance."""
    name = scene.names[i]
    if i in scene.subjects and site.place and site.name == name.text:
        site = replace(site, stated_km=scene.subjects[i].km)
    loose = is_near(scene.folded, name) or (unit_level(scene.folded, name) and not _level(scene, i))
    if loose and site.uncertainty_km < _NEAR_KM:
        site = replace(site, uncertainty_km=_NEAR_KM)
    return site


def _site(scene: Scene, i: int, inside: Sequence[Holder], lead: Misfit | None) -> Site:
    name, level, part = scene.names[i], _level(scene, i), _part(scene, scene.names[i])
    region = part or name.region
    if region is not None and (part or not name.places or not (level or _is_seat(name.places[0]))):
        return _region_site(name, region)
    others = tuple(point for point in scene.beside if not any((one.lat, one.lon) == point for one in name.places))
    holders = tuple(one.region if isinstance(one, NamedRegion) else one for one in inside)
    site = choose(name.text, _meant(scene, name), Evidence(scene.countries, others, holders, lead, level))
    if level and site.place:
        return _at_seat(site, name) if is_unit(site.place) else _unit_of_seat(site, level)
    return site


def _meant(scene: Scene, name: Name) -> Sequence[Place]:
    """The places that a name can mean: where it is said to be a village's, no city's, as long as others are left."""
    if not is_hamlet(scene.folded, name):
        return name.places
    small = [place for place in name.places if place.population < _CITY and place.feature != "A.PCLI"]
    return small or name.places


def _at_seat(site: Site, name: Name) -> Site:
    """A unit told at the town that has its name: people live round the seat, the middle of a Saharan unit is empty."""
    unit = site.place
    seat = next((one for one in name.places if unit and not is_unit(one) and unit_holds(_unit(unit), one)), None)
    if unit is None or seat is None:
        return site
    return replace(site, lat=seat.lat, lon=seat.lon, place=replace(unit, lat=seat.lat, lon=seat.lon))


def _is_seat(place: Place) -> bool:
    return place.feature.startswith("P.PPLA")


def _level(scene: Scene, i: int) -> str:
    told = unit_level(scene.folded, scene.names[i])
    if told and (told != "A.ADM1" or _names_a_region(scene.names[i])):
        return told
    inside = next((names for names in (*scene.brackets.values(), *scene.units.values()) if i in names), ())
    if not inside or told or i in scene.spots:
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


def _part(scene: Scene, name: Name) -> NamedRegion | None:
    """The part of a country that "northern", "centre du"... before its name tells."""
    word = _part_word(scene, name)
    return country_part(name.places[0], part_of(word), scene.gazetteer) if word else None


def _part_word(scene: Scene, name: Name) -> str:
    if not name.places or name.places[0].feature != "A.PCLI":
        return ""
    told = PART_BEFORE.search(scene.folded[max(0, name.start - 30) : name.start])
    return told["part"] if told else ""


def _holders(scene: Scene, i: int) -> tuple[Holder, ...]:
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


def _anchor(scene: Scene, relation: Relation, sites: Mapping[int, Site], subject: int | None) -> Site | None:
    """The site that a relation starts from; for a phrase without a name, what its words imply."""
    if relation.anchor is not None:
        return sites.get(relation.anchor) or _unaccepted(scene, relation.anchor)
    if relation.implied == "capital":
        return _capital(scene)
    before = [i for i in sites if scene.names[i].end <= relation.start and i != subject]
    if relation.implied == "seat":
        return _seat(scene, sites, [i for i in before if is_unit(sites[i].place or _NOWHERE)])
    settled = [i for i in before if sites[i].uncertainty_km <= SPECIFIC_KM]
    return sites[settled[-1]] if settled else None


def _unaccepted(scene: Scene, i: int) -> Site | None:
    """The site of a name that is a place only because a distance is told from it; none that the text cannot mean."""
    site = _site(scene, i, (), None) if scene.names[i].known else None
    return None if site and site.place and is_foreign(site.place, scene.countries) else site


def _capital(scene: Scene) -> Site | None:
    capital = scene.gazetteer.capital(main_country(scene))
    return choose(capital.name, (capital,), Evidence()) if capital else None


def _seat(scene: Scene, sites: Mapping[int, Site], units: Sequence[int]) -> Site | None:
    """The town that a cercle or province named before has its name from."""
    for i in reversed(units):
        towns = [place for place in scene.names[i].places if not is_unit(place)]
        unit = sites[i].place
        if towns and unit and unit.feature == "A.ADM2":
            return choose(scene.names[i].text, towns, Evidence(inside=(unit,)))
    return None


def _directed(scene: Scene, relation: Relation, anchor: Site, sites: Mapping[int, Site]) -> Relation:
    """The relation with the bearing of the road that it is told on."""
    if relation.towards is None or not scene.names[relation.towards].known:
        return relation
    end = sites.get(relation.towards) or _site(scene, relation.towards, (), None)
    if distance_km(anchor.lat, anchor.lon, end.lat, end.lon) <= (relation.km or 0.0):
        return relation
    return replace(relation, bearing=bearing_deg(anchor.lat, anchor.lon, end.lat, end.lon))


def _placed(scene: Scene, i: int, relation: Relation, anchor: Site, inside: Sequence[Holder]) -> Site:
    """A name told by a relation: the homonym that fits it, or the point that the relation gives."""
    if i in scene.accepted and scene.names[i].places:
        site = _site(scene, i, inside, lambda place: misfit(relation, anchor, place))
        if site.place and misfit(relation, anchor, site.place) <= _WRONG:
            return site
    return located(relation, anchor, None, scene.names[i].text)


def unnamed_site(scene: Scene, relation: Relation, sites: Mapping[int, Site]) -> Site | None:
    phrase = scene.body[relation.start : relation.end].strip()
    if relation.second is None:
        anchor = _anchor(scene, relation, sites, None)
        if anchor is None:
            return None
        directed = _directed(scene, relation, anchor, sites)
        return located(directed, anchor, None, anchor.name if directed.bearing is None else phrase)
    return _way(scene, relation, sites, phrase)


def _way(scene: Scene, relation: Relation, sites: Mapping[int, Site], phrase: str) -> Site | None:
    """Between two ends; near the surer one where the other is unknown or must be a namesake.  Two countries, or
    towns far apart, tell of no place."""
    ends = [sites[i] for i in (relation.anchor, relation.second) if i is not None and i in sites]
    if len(ends) == 2:
        ends = list(_pair(scene, relation, *ends))
        far = distance_km(ends[0].lat, ends[0].lon, ends[1].lat, ends[1].lon) > _LONGEST_BETWEEN_KM
        if not far:
            return located(relation, ends[0], ends[1], phrase)
        ends = [] if all(prominence(site.place or _NOWHERE) >= TOWN_PROMINENCE for site in ends) else ends
    if not ends or is_unit(ends[0].place or _NOWHERE):
        return None
    surest = max(ends, key=lambda site: site.confidence)
    return replace(surest, name=phrase, uncertainty_km=_ONE_END_KM, confidence=round(surest.confidence * 0.7, 3))


def _pair(scene: Scene, relation: Relation, first: Site, second: Site) -> tuple[Site, Site]:
    """Both ends of "between A and B": of namesakes, those near each other."""
    if relation.anchor is None or relation.second is None or min(first.confidence, second.confidence) > _CERTAIN:
        return first, second
    one, other = scene.names[relation.anchor], scene.names[relation.second]
    if not (one.places and other.places):
        return first, second
    inside = tuple(one.region if isinstance(one, NamedRegion) else one for one in _holders(scene, relation.second))
    return choose_pair((one.text, one.places), (other.text, other.places), Evidence(scene.countries, (), inside))
