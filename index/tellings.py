"""What a dispatch tells, sentence by sentence: what kind, where, when, who took part, who says so.  Pure.

Each sentence keeps the place and the day of its own words.  What it leaves out it takes from the scene it goes on with:
the last happening told before it, or else the dispatch as a whole (`inherit_site`, `dispatch_happened`).  A sentence
without a word of incident tells no kind (`kinds == ()`), unless it points at the happening itself ("Les faits se sont
produits à ...").  A vague place ("dans le centre du Mali") is sharpened by the exact one the same dispatch names in it.

Old news and standing context (`background`) have their own place and day, and pass neither on to the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from index.actors import actors_in, ancestors, country_spoken_of, find_actors, national
from index.borders import nearest_point
from index.claims import find_claims
from index.dates import dispatch_happened, happened_in, mark_dates, publication_in, recalls
from index.filing import Point, file, is_unowned, main_first, point, share_a_place
from index.gazetteer import Gazetteer
from index.geometry import distance_km
from index.incidents import mark_kinds
from index.local_time import as_kept, zone_of
from index.mark_model import ActorMention, DateMention, KindMention, Mention
from index.model import Claim, ClaimVerb, Happened, Kind, Precision, Site, Span, Telling
from index.place_sites import SPECIFIC_KM
from index.places import inherit_site, is_one_place, mark_places, sites_of
from index.story_model import Toll
from index.text import fold_aligned, paragraphs, sentences
from index.tolls import mark_tolls

_SCENE_CONFIDENCE = 0.7  # of a place taken from the scene: the sentence itself does not say it
_SHARPENED_SLACK_KM = 10.0
_NEAR_KM = 50.0  # how far "near X" may be from X when the dispatch then names the place itself
_SAME_HAPPENING = re.compile(
    r"\W*(?:les faits|le drame|l'incident|la tragedie|la scene|cela s'est|the incident|it happened|this happened|"
    r"the events?|the victims (?:were|are) from)\b"
)
_BOTH = re.compile(r"\W*(?:(?:ces|les) deux |both |the two |these two |ces attaques|these attacks)")
_STANDING = re.compile(
    r"\b(?:regulierement|souvent|frequemment|chaque (?:jour|semaine|mois|annee)|tous les (?:jours|mois|ans)|"
    r"(?:est|sont) en proie|fai(?:t|sait) face a|regularly|often|frequently|every (?:day|week|month|year)|routinely|"
    r"for years|pendant des annees|several times|a plusieurs reprises|plagued by|"
    r"has been (?:battling|fighting|facing))\b"
)
_NEAR = re.compile(
    r"\b(?:pres|proche|non loin|environs|abords|autour|peripherie|near|close to|around|outside)\b[\w' -]{0,25}$"
)
_TALK = frozenset({Kind.STATEMENT, Kind.POLITICS})  # told where somebody speaks, not where the news happened
_SAID_ABOUT = frozenset({ClaimVerb.CLAIMS, ClaimVerb.DENIES})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read of one dispatch; spans are offsets into its body, or into its title where there is no body.
    `tolls` are those of the news: what a background sentence recalls is left out; `timezone` the zone (IANA) that days
    and hours were read in."""

    tellings: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    tolls: tuple[Toll, ...] = ()
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with everything that is marked once for the whole of it."""

    text: str
    folded: str
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    kinds: tuple[KindMention, ...]
    actors: tuple[ActorMention, ...]
    claims: tuple[Claim, ...]
    published_at: datetime | None


def tell(
    title: str | None,
    body: str,
    published_at: datetime | None,
    language: str | None,
    gazetteer: Gazetteer,
) -> Reading:
    """What a dispatch tells, its days and hours in the time zone of the place that its news is about.

    Args:
        title: its headline; it helps to place the body, and is told itself where there is no body.
        body: the text, French or English.
        published_at: what "mardi" is relative to; None leaves days unknown unless the text gives a year.
        language: ISO 639-1, where known.
        gazetteer: the places known.
    """
    text = body if body.strip() else (title or "")
    mentions = mark_places(title, text, gazetteer)
    home = inherit_site(mentions, text)
    timezone = zone_of(home)
    published_there = publication_in(published_at, timezone)
    marked = _mark(text, mentions, published_there, language, timezone)
    day = dispatch_happened(text, marked.dates, published_there, timezone)
    country = home.place.country if home and home.place else country_spoken_of(text)
    told = tuple(_told(marked, home, day, country))
    filed = file(_credited(_sharpened(told, marked, home), marked.claims), marked.folded)
    # Only once all days and hours were compared with each other and with publication, which are moments.
    tellings = tuple(replace(one, happened=as_kept(one.happened, timezone)) for one in filed)
    claims = tuple(replace(one, actor=national(one.actor, country)) for one in marked.claims)
    news = [Span(one.start, one.end) for one in tellings if not one.background]
    return Reading(tellings, claims, mentions, mark_tolls(text, news), timezone)


def _mark(
    text: str, mentions: tuple[Mention, ...], published_at: datetime | None, language: str | None, timezone: str
) -> _Marked:
    cut = sentences(text)
    return _Marked(
        text=text,
        folded=fold_aligned(text),
        sentences=cut,
        mentions=mentions,
        dates=mark_dates(text, published_at, language, timezone),
        kinds=tuple(one for one in mark_kinds(text) if one.asserted),
        actors=find_actors(text),
        claims=find_claims(text, cut),
        published_at=published_at,
    )


def _told(marked: _Marked, home: Site | None, day: Happened | None, country: str) -> Iterator[Telling]:
    """One telling a sentence, each with the place and day of its words or of the scene it goes on with."""
    scenes: list[Telling] = []  # the news told so far
    last: Telling | None = None
    breaks = {span.start for span in paragraphs(marked.text)}
    for sentence in marked.sentences:
        recalled = last if last is not None and last.background and sentence.start not in breaks else None
        own = _own(marked, sentence, scenes, country, goes_on=recalled is not None)
        if own.background:
            last = _placed(own, [recalled] if recalled else [], None)
            last = replace(last, happened=own.happened or (recalled.happened if recalled else None))
        else:
            meant = _scenes_meant(marked, own, scenes)
            last = _placed(own, meant, home)
            last = replace(last, happened=_whole_day(meant) if len(meant) > 1 else _day(marked, own, scenes, day))
            # What somebody says lends its day to nothing told after it.
            # A scene keeps its places as sure as its own words made them, however long the text goes on with it.
            if set(last.kinds) - _TALK and len(meant) < 2:
                scenes.append(replace(last, sites=own.sites or tuple(site for one in meant for site in one.sites)))
        yield last


def _own(marked: _Marked, sentence: Span, scenes: Sequence[Telling], country: str, *, goes_on: bool) -> Telling:
    """What a sentence tells in its own words."""
    happened = happened_in(marked.text, sentence, marked.dates, marked.published_at)
    kinds = main_first(one.kind for one in marked.kinds if sentence.start <= one.start < sentence.end)
    if not kinds and scenes and _SAME_HAPPENING.match(marked.folded, sentence.start):
        kinds = scenes[-1].kinds
    own = Telling(
        start=sentence.start,
        end=sentence.end,
        kinds=kinds,
        sites=sites_of(marked.text, sentence, marked.mentions),
        happened=happened,
        actors=_taking_part(marked, sentence, country),
    )
    return replace(own, background=_is_background(marked, own, goes_on=goes_on))


def _is_background(marked: _Marked, own: Telling, *, goes_on: bool) -> bool:
    """Old news, standing context, or a sentence that goes on with either in the same paragraph."""
    if recalls(marked.text, Span(own.start, own.end), marked.dates) or (goes_on and own.happened is None):
        return True
    if own.start == marked.sentences[0].start:
        return False
    if _STANDING.search(marked.folded, own.start, own.end):
        return True
    return not own.kinds and own.happened is None and len(own.sites) > 1 and all(map(_is_country, own.sites))


def _is_country(site: Site) -> bool:
    return site.place is not None and site.place.feature.startswith("A.PCL")


def _taking_part(marked: _Marked, sentence: Span, country: str) -> tuple[str, ...]:
    """The actors named in a sentence and what they are branches of, without those who only speak in it."""
    speaking = {
        one.actor
        for one in marked.claims
        if one.verb is not ClaimVerb.CLAIMS and sentence.start <= one.start < sentence.end
    }
    named = [one for one in actors_in(marked.actors, sentence.start, sentence.end) if one not in speaking]
    return tuple(dict.fromkeys(key for one in named for key in ancestors(national(one, country))))


def _scenes_meant(marked: _Marked, own: Telling, scenes: Sequence[Telling]) -> Sequence[Telling]:
    """The scene a sentence goes on with: the last one, or the last few for "ces deux attaques"; what a minister says
    or an election goes on with none."""
    if own.kinds and set(own.kinds) <= _TALK:
        return ()
    sited = {frozenset(map(point, one.sites)): one for one in scenes if one.sites}
    return list(sited.values())[-2 if _BOTH.match(marked.folded, own.start) else -1 :]


def _day(marked: _Marked, own: Telling, scenes: Sequence[Telling], day: Happened | None) -> Happened | None:
    """The day of a sentence of the news: its own, that of the scene it goes on with, or the dispatch's.

    Who claims or denies "the attack" says so on another day than it happened: then the scene's day stands.  A week that
    holds the dispatch's day is that day.
    """
    here = [one.happened for one in scenes if one.happened and (not own.sites or share_a_place(one.sites, own.sites))]
    scene = here[-1] if here else next((one.happened for one in reversed(scenes) if one.happened), None)
    only_speaks = is_unowned(marked.folded[own.start : own.end]) or any(
        one.verb in _SAID_ABOUT and own.start <= one.start < own.end for one in marked.claims
    )
    if scene and only_speaks and (here or not own.sites):
        return scene
    if own.happened and day and _is_finer(day, own.happened):
        return day
    return own.happened or scene or day


def _whole_day(scenes: Sequence[Telling]) -> Happened | None:
    """From the start of the first of several happenings to the end of the last."""
    when = [one.happened for one in scenes if one.happened]
    if not when:
        return None
    start, end = min(one.start for one in when), max(one.end for one in when)
    return Happened(start, end, Precision.DAY if end - start <= timedelta(days=1) else Precision.WEEK)


def _is_finer(one: Happened, other: Happened) -> bool:
    longer = other.end - other.start > max(one.end - one.start, timedelta(days=1))
    return longer and other.start <= one.start and one.end <= other.end


def _placed(own: Telling, scenes: Sequence[Telling], home: Site | None) -> Telling:
    """A telling with the places that its words leave out: those of the scenes it goes on with, else the dispatch's."""
    if own.sites or (own.kinds and set(own.kinds) <= _TALK):
        return own
    taken = _each_once(_less_sure(site) for scene in scenes for site in scene.sites)
    return replace(own, sites=taken or ((home,) if home and not own.background else ()))


def _each_once(sites: Iterable[Site]) -> tuple[Site, ...]:
    """The sites, the surest of those at one point, in order."""
    best: dict[Point, Site] = {}
    for site in sites:
        known = best.get(point(site))
        best[point(site)] = site if known is None or site.confidence > known.confidence else known
    return tuple(best.values())


def _less_sure(site: Site) -> Site:
    return replace(site, confidence=round(site.confidence * _SCENE_CONFIDENCE, 3))


def _sharpened(tellings: Sequence[Telling], marked: _Marked, home: Site | None) -> list[Telling]:
    """The tellings with each vague place of the news made exact by an exact one that the dispatch names within it: the
    last one before, else the next one told; a whole country only where the dispatch is about one place."""
    near = {
        point(one.site) for one in marked.mentions if _NEAR.search(marked.folded[max(0, one.start - 40) : one.start])
    }
    news = [one for one in tellings if not one.background and one.kinds]
    exact = [(one.start, site) for one in news for site in one.sites if _is_exact(site) and point(site) not in near]
    return [_sharpen(one, exact, near, home) if one.kinds and not one.background else one for one in tellings]


def _is_exact(site: Site) -> bool:
    """A point, or a place of its own whose point is unsure: at a stated distance, or known only by its district."""
    return site.uncertainty_km <= SPECIFIC_KM or is_one_place(site)


def _sharpen(telling: Telling, exact: Sequence[tuple[int, Site]], near: Set[Point], home: Site | None) -> Telling:
    sites = (
        _sharper(one, telling.start, exact, home) if point(one) in near or not _is_exact(one) else one
        for one in telling.sites
    )
    return replace(telling, sites=_each_once(sites))


def _sharper(site: Site, start: int, exact: Sequence[tuple[int, Site]], home: Site | None) -> Site:
    if _is_country(site):
        return _less_sure(home) if home and _lies_in(home, site) else site
    inside = [(at, one) for at, one in exact if _lies_in(one, site)]
    nearest = [*(one for at, one in inside[::-1] if at < start), *(one for at, one in inside if at > start)]
    return _less_sure(nearest[0]) if nearest else site


def _lies_in(site: Site, vague: Site) -> bool:
    """Within the vague place.  A region's circle is only a rough one: half as much again is still it."""
    if vague.strip is not None:
        return nearest_point(vague.strip.borders, site.lat, site.lon)[0] <= max(vague.strip.radius_km, _NEAR_KM)
    reach_km = _NEAR_KM if _is_exact(vague) else vague.uncertainty_km * 1.5 + _SHARPENED_SLACK_KM
    return distance_km(site.lat, site.lon, vague.lat, vague.lon) <= reach_km


def _credited(tellings: Sequence[Telling], claims: Sequence[Claim]) -> list[Telling]:
    """The tellings, those of the places that a claim of responsibility is about naming the claimant too."""
    claimed = [
        (one.actor, telling.sites)
        for one in claims
        if one.verb is ClaimVerb.CLAIMS
        for telling in tellings
        if telling.start <= one.start < telling.end and telling.kinds and not telling.background
    ]
    return [_credit(one, claimed) for one in tellings]


def _credit(telling: Telling, claimed: Sequence[tuple[str, tuple[Site, ...]]]) -> Telling:
    if telling.background or not telling.kinds:
        return telling
    doers = [actor for actor, sites in claimed if share_a_place(telling.sites, sites)]
    keys = (key for actor in doers for key in ancestors(actor))
    return replace(telling, actors=tuple(dict.fromkeys([*telling.actors, *keys])))
