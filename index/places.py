"""The places that a dispatch names, where each is, and which are where the thing told happened.  Pure.

The journey of a text: names are found in one pass (`names`), told from persons and common words
(`place_evidence`), joined by brackets and relations (`place_scene`, `relations`), decided among namesakes
(`place_sites`, `homonyms`) and given their roles here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from index.border_phrases import BorderPhrase
from index.border_sites import border_site, units_beside
from index.gazetteer import Gazetteer, is_unit
from index.geometry import distance_km
from index.mark_model import Mention, PlaceRole
from index.model import Site, Span
from index.names import Name
from index.place_evidence import dateline_end, is_aside, recall_start
from index.place_scene import Scene, read_scene, sentence_bounds
from index.place_sites import SPECIFIC_KM, resolved_sites, unnamed_site

_ROAD_KM = 60.0
_EARLY = 2.0  # weight of a place named in the first third of a body, or just after the first: there the news is
_LEAD_LENGTH = 120  # characters
_RIVAL = 0.7
_LISTED = re.compile(r"^(?:, | et | and | & )$")  # "en route to Sévaré and Bamako"


def mark_places(title: str | None, body: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The places named in a body and the relations that place something, in order.

    The title only helps to decide.  Each mention holds the likeliest site, its alternatives and the place's role.
    """
    scene = read_scene(title, body, gazetteer)
    sites = resolved_sites(scene)
    mentions = [*_named(scene, sites), *_related(scene, sites), *_at_borders(scene, sites)]
    return tuple(sorted(mentions, key=lambda one: (one.start, one.end)))


def sites_of(body: str, sentence: Span, mentions: Sequence[Mention]) -> tuple[Site, ...]:
    """Where the thing told by one sentence happened, most specific first; empty where the sentence does not say.

    A unit, region or country is left out where a more specific site is named.
    """
    found = [one.site for one in mentions if _tells(one, sentence)]
    found.sort(key=lambda site: site.uncertainty_km)
    if found and found[0].uncertainty_km <= SPECIFIC_KM:
        found = [site for site in found if site.uncertainty_km <= SPECIFIC_KM or is_one_place(site)]
    return tuple(dict.fromkeys(found))


def inherit_site(mentions: Sequence[Mention], body: str) -> Site | None:
    """The one place that a dispatch is about, for its passages that name none, at half the confidence.

    None where nothing specific is named, or where two places far apart are named as often: then neither is sure.
    """
    told = [one for one in mentions if one.role is PlaceRole.HAPPENING and _tells_where(one.site)]
    lead_end = max(len(body) / 3, told[0].start + _LEAD_LENGTH) if told else 0.0
    weights: dict[Site, float] = {}
    for one in told:
        same = next((site for site in weights if _close(site, one.site)), one.site)
        weight = weights.pop(same, 0.0) + (_EARLY if one.start < lead_end else 1.0)
        weights[min(same, one.site, key=lambda site: site.uncertainty_km)] = weight
    ranked = sorted(weights, key=lambda site: -weights[site])
    if not ranked or ranked[0].uncertainty_km > SPECIFIC_KM:
        return None
    if len(ranked) > 1 and weights[ranked[1]] > _RIVAL * weights[ranked[0]]:
        return None
    return replace(ranked[0], confidence=round(ranked[0].confidence / 2, 3))


def is_one_place(site: Site) -> bool:
    """Whether a vague site is still a place of its own: at a stated distance, or a village that no gazetteer knows."""
    if site.strip is not None:
        return False
    return site.stated_km is not None or (site.place is not None and site.place.geoname_id == 0)


def _tells_where(site: Site) -> bool:
    """Whether a site is specific, or a road between two towns: that helps to weigh, a unit does not."""
    vague = site.place is not None and is_unit(site.place)
    return site.uncertainty_km <= (SPECIFIC_KM if vague else _ROAD_KM)


def _tells(mention: Mention, sentence: Span) -> bool:
    return mention.role is PlaceRole.HAPPENING and sentence.start <= mention.start < sentence.end


def _close(one: Site, other: Site) -> bool:
    apart_km = distance_km(one.lat, one.lon, other.lat, other.lon)
    return apart_km <= max(SPECIFIC_KM, one.uncertainty_km + other.uncertainty_km)


def _named(scene: Scene, sites: Mapping[int, Site]) -> Iterator[Mention]:
    dateline = dateline_end(scene.body)
    anchors = {number for one in scene.relations for number in (one.anchor, one.second, one.towards)}
    anchors |= _listed_with({one.towards for one in scene.relations}, scene)
    told_otherwise = [span for span, _ in scene.remarks]
    borders = [Span(border.start, border.end) for border in scene.borders]
    qualifiers = {j for inside in scene.units.values() for j in inside} | {
        j for inside in scene.brackets.values() for j in inside
    }
    happened: list[int] = []
    last_aside: int | None = None
    for i, site in sorted(sites.items()):
        name = scene.names[i]
        role = PlaceRole.HAPPENING
        sentence = sentence_bounds(scene, name.start)
        at_border = any(span.start <= name.start < span.end for span in borders)
        if at_border or name.end <= dateline or is_aside(scene.folded, name, *sentence):
            role = PlaceRole.ASIDE
        if last_aside is not None and _LISTED.match(scene.folded[last_aside : name.start]):
            role = PlaceRole.ASIDE
        if any(sentence[0] <= one < recall_start(scene.folded, name, sentence[0]) for one in happened):
            role = PlaceRole.ASIDE
        if i in qualifiers or any(span.start <= name.start < span.end for span in told_otherwise):
            role = PlaceRole.QUALIFIER
        if i in anchors:
            role = PlaceRole.ANCHOR
        last_aside = name.end if role is PlaceRole.ASIDE else None
        if role is PlaceRole.HAPPENING:
            happened.append(name.start)
        yield Mention(name.start, name.end, site, role)


def _listed_with(ends: Set[int | None], scene: Scene) -> set[int]:
    """The names told on a list with the end of a road: "towards Sévaré and Mopti"."""
    pairs = ((i, scene.folded[scene.names[i - 1].end : scene.names[i].start]) for i in range(1, len(scene.names)))
    return {i for i, between in pairs if i - 1 in ends and _LISTED.fullmatch(between)}


def _related(scene: Scene, sites: Mapping[int, Site]) -> Iterator[Mention]:
    """Relations that place something without a name of its own."""
    told = set(map(id, scene.subjects.values()))
    for relation in scene.relations:
        if any(span.start <= relation.start < span.end for span, _ in scene.remarks):
            continue
        site = unnamed_site(scene, relation, sites) if id(relation) not in told else None
        if site is not None:
            yield Mention(relation.start, relation.end, site)


def _at_borders(scene: Scene, sites: Mapping[int, Site]) -> Iterator[Mention]:
    """Borders that place something without a name of its own."""
    told = set(scene.bordering.values())
    last: BorderPhrase | None = None
    for phrase in scene.borders:
        whose = phrase if phrase.countries or last is None else replace(last, km=phrase.km)
        last = whose
        name = scene.body[phrase.start : phrase.end]
        site = border_site(scene, whose, units_beside(scene, phrase, sites), name) if phrase not in told else None
        if site is not None:
            aside = is_aside(scene.folded, Name(phrase.start, phrase.end, name), *sentence_bounds(scene, phrase.start))
            yield Mention(phrase.start, phrase.end, site, PlaceRole.ASIDE if aside else PlaceRole.HAPPENING)
