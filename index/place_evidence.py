"""Is a name in a text a place, and is it where the thing happened?  Decided by the words around it.  Pure.

Text is `fold_aligned` text; offsets are those of the body.
"""

from __future__ import annotations

import re

from index.gazetteer import name_key, prominence
from index.names import Name
from index.place_words import (
    BORDER_BEFORE,
    GROUP_AFTER,
    GROUP_BEFORE,
    HAMLET_AFTER,
    HAMLET_BEFORE,
    NEAR_BEFORE,
    NEVER_PLACES,
    PERSON_BEFORE,
    PREFIXES,
    SPEECH_AFTER,
    STRONG_BEFORE,
    UNIT_AFTER,
    UNIT_BEFORE,
    UNIT_LEVELS,
    WEAK_BEFORE,
)

ENOUGH = 1.5
_LONGER_NAME = 4.0
_BEFORE = 48  # characters looked at
_AFTER = 48
_CAPITAL_NEXT = re.compile(r"^ [A-ZÀ-Þ][\w'’-]+")
_UNIT_NEXT = re.compile(rf"^ (?:{'|'.join(UNIT_LEVELS)})\b", re.IGNORECASE)
_CAPITAL_PREVIOUS = re.compile(r"(?:^|[^.!?:\"«“]) ?\b[A-ZÀ-Þ][\w'’-]+ $")
_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ'’ /-]{2,40}(?:,[^()\n]{0,30})?\s?(?:\([^)\n]{0,60}\))?\s?[-–—:]\s")

_OFFICIAL = (
    r"(?:ministre|minister|porte-parole|spokes\w+|president|presidente|premier ministre|prime minister"
    r"|gouvernement|government"
    r"|conseil des ministres|medecin|doctor|docteur|infirmier\w*|nurse|hopital|hopitaux|hospitals?|clinique|parquet"
    r"|procureur|prosecutor|tribunal|court|correspondant|correspondent|responsable|official|diplomate?|ambassade\w*"
    r"|embassy|analyste?|chercheur|researcher|etat-major|general staff|junte|junta|parlement|parliament|agence|elu)"
)
_SPEAKER_BEFORE = re.compile(
    rf"\b{_OFFICIAL}\b[^.;:!?\"]{{0,40}}\b(?:a|in|at|de|d|of|depuis|from)[ '](?:la |le |the )?$"
)
_HOSPITAL = (
    r"(?:hopita(?:l|ux)|hospitals?|cliniques?|clinics?|dispensaires?|centres? (?:de sante|hospitaliers?)"
    r"|health (?:centre|center)s?|morgues?)"
)
_STRUCK = (
    r"\b(?:attack|attaqu|assault|assaut|raid|hit|struck|strike|frapp|bomb|shell|pilonn|storm|blast|explo|fire\b|incend"
    r"|when|quand|lors)"
)
_TAKEN_CARE_OF = re.compile(  # the wounded are taken to a hospital that lies elsewhere; one that is attacked does not
    r"\b(?:conduit|transport|evacu|admis|admit|transfer|emmen|achemin|taken|rushed|brought|airlifted|treated|soign"
    rf"|deced|died|pris\w* en charge|hospitali)\w*\b(?:(?!{_STRUCK})[^.;:!?]){{0,40}}\b{_HOSPITAL}\b"
    r"[^.;:!?]{0,20}\b(?:a|de|d|du|in|of|at)[ '](?:la |le |the )?$"
)
_REACHED = re.compile(
    r"\b(?:joint|jointe|joints|contacte\w*|interroge\w*|reached|contacted|interviewed|speaking|reuni\w*"
    r"|en deplacement|"
    r"en visite|visite\w*|en conference|headquartered|head office)\b[^.;:!?]{0,45}\b(?:a|in|at|depuis|from|by)[ ']$"
)
_TAKEN_FROM = re.compile(  # the thing happened where somebody was taken, driven or freed from
    r"\b(?:abduct\w*|kidnap\w*|seiz\w+|took|taken|captur\w+|retreat\w*|withdr\w+|escap\w+|flee|fled|freed"
    r"|liberat\w+|driv\w+"
    r"|expel\w*|chas\w+|remov\w+|enlev\w+|chasse\w*|retire\w*)\b[^.;:!?]{0,40}\b(?:from|out of|de|du) (?:the )?$"
    r"|\b(?:victim\w*|dead|morts|tues|habitants?|villagers?) \w+ (?:from|originaires? d[eu]?)[ ']$"
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|adds?|added|announced?|denie[sd]|warned|praised|condemned|accused|a dit|ont dit|declare\w*"
    r"|affirm\w+|indiqu\w+|assur\w+|precis\w+|promis|vantait|salue|appele|appris|evoqu\w+|confirm\w+|dement\w*"
    r"|selon|according to|raconte\w*|annonc\w+|ordonn\w+|preside|constate)\b"
)
_OFFICIAL_FIRST = re.compile(rf"^,? (?:le |la |the |l'|un |une |a )?(?:\w+ ){{0,2}}{_OFFICIAL}\b")
_TRAVEL_BEFORE = re.compile(
    r"\b(?:vers|depuis|ven(?:ait|aient|ant|ue?s?) d[eu]?|vien(?:t|nent) d[eu]?|partie?s? (?:vers|pour|d[eu]?)"
    r"|en provenance d[eu]?|(?:travel|trips?|tickets?|journeys?|transport) to|(?:left|leave|depart\w*)[\w ]{0,30} for"
    r"|quitte\w*[\w ]{0,30} pour"
    r"|a destination d[eu]?|revenai\w+ d[eu]?"
    r"|originaires? d[eu]?|fui|fuir|quitte\w*|rejoindre|rejoint|gagne\w*|foire d[eu]?|liaison"
    r"|relie\w*[^.;:]{0,30} (?:a|et)|from [\w' -]{2,30} to"
    r"|evacue\w* (?:vers|a|sur)|transporte\w* (?:vers|a|dans)|transfere\w* (?:vers|a)|towards?"
    r"|flew(?: back)? to|flown to|fled to"
    r"|evacuated to|transferred to|taken to|brought to|on (?:the|their) way to|travell?ing (?:from|to)"
    r"|en route (?:pour|vers|to)"
    r"|coming from|bound for|headed (?:to|for)|deployed from|to reach|lead(?:s|ing)? to|menant a"
    r"|conduisant a|from|relief from"
    r"|originating (?:in|from))"
    r"[ '](?:la |le |les |the |l')?(?:ville de |capitale |town of |city of |capital (?:of |city )?)?$"
)


_RECALLED = re.compile(  # what a protest, a reprisal or a loot is about happened elsewhere
    r"\b(?:(?:to|pour) (?:demand|protest|denounce|condemn|reiterate|mark|commemorate|(?:pay|show|express)"
    r"|demander|exiger|reclamer|denoncer|protester|condamner|rendre hommage|commemorer|soutenir)\w*"
    r"|in (?:protest|reaction|response|solidarity|support|retaliation|revenge|memory)|tribute to|in support of"
    r"|en (?:reaction|protestation|solidarite|hommage|soutien|represailles|memoire)"
    r"|who (?:was|were|had been) \w+|qui (?:a|ont|avait|avaient) ete \w+"
    r"|(?:seized|stolen|captured|looted|taken|saisis?|vole\w*|pris\w*|emporte\w*)"
    r" (?:in|during|lors d\w+|a)\b|following|suite a)\b"
)
_SIDED_WITH = re.compile(  # a capital then stands for its government
    r"\b(?:on behalf of|supporting|backed by|loyal to|allied (?:to|with)|au nom de|soutenue?s? par|fideles? a"
    r"|favorables? a|allie\w* (?:a|de)) $"
)
_SENT = re.compile(
    r"\b(?:transm\w+|envoye\w*|adresse\w*|remis\w*|remettre|sent|handed over|relayed|extrad\w+|expuls\w+|deport\w+)"
    r"\b[^.;:!?]{0,30}\b(?:a|au|to)[ ']$"
)


def recall_start(folded: str, name: Name, sentence_start: int) -> int:
    """Where the words before a name, in its sentence, turn to what the thing told is about, answers or stems from.

    The start of the sentence where they do not."""
    told = [match.start() for match in _RECALLED.finditer(folded, sentence_start, name.start)]
    return told[-1] if told else sentence_start


def place_weight(body: str, folded: str, name: Name, sentence_start: int, home: frozenset[str]) -> float:
    """How strongly a name is a place: at `ENOUGH` and above it is taken for one."""
    before, after = folded[max(0, name.start - _BEFORE) : name.start], folded[name.end : name.end + _AFTER]
    weight = min(max(map(prominence, name.places), default=3.0), 4.0) * 0.5
    weight += 1.0 if name.region or any(place.country in home for place in name.places) else 0.0
    weight += _locative(before, after)
    weight -= _person_or_group(body, name, before, after)
    weight -= _LONGER_NAME if _begins_another(body, name, home) else 0.0
    written = folded[name.start : name.end]
    if name.start - sentence_start <= 1 and written in NEVER_PLACES:
        return 0.0
    if written in PREFIXES and after.startswith("-"):
        return 0.0
    if body[name.start : name.end].isupper() and weight < 4.0:
        weight -= 2.0  # an acronym, unless much else speaks for a place
    return weight


def _locative(before: str, after: str) -> float:
    if NEAR_BEFORE.search(before) or STRONG_BEFORE.search(before) or UNIT_AFTER.search(after):
        return 3.0
    return 0.5 if WEAK_BEFORE.search(before) else 0.0


def _person_or_group(body: str, name: Name, before: str, after: str) -> float:
    against = 0.0
    if PERSON_BEFORE.search(before):
        against += 3.0
    if GROUP_BEFORE.search(before) or GROUP_AFTER.search(after):
        against += 2.5
    if SPEECH_AFTER.search(after):
        against += 2.0
    if not STRONG_BEFORE.search(before) and _beside_capital(body, name):
        against += 2.0
    return against


def _beside_capital(body: str, name: Name) -> bool:
    return bool(is_followed(body, name) or _CAPITAL_PREVIOUS.search(body[max(0, name.start - 30) : name.start]))


def _begins_another(body: str, name: Name, home: frozenset[str]) -> bool:
    """Whether a name may be the first word of a longer one: "Bangui Mallam" is not Bangui.  Only where no place of
    the countries told has that name itself."""
    if not (home and is_followed(body, name)) or name.region:
        return False
    key = name_key(name.text)
    return not any(place.country in home and name_key(place.name) == key for place in name.places)


def is_followed(body: str, name: Name) -> bool:
    """Whether a word with a capital stands right after the name, which may then be the first of a longer one: no unit's
    ("Mopti Region")."""
    after = body[name.end : name.end + 30]
    return bool(_CAPITAL_NEXT.match(after)) and not _UNIT_NEXT.match(after)


def is_hamlet(folded: str, name: Name) -> bool:
    """Whether the words beside the name say that it is a village's or a hamlet's: no city is meant."""
    before, after = folded[max(0, name.start - _BEFORE) : name.start], folded[name.end : name.end + _AFTER]
    return bool(HAMLET_BEFORE.search(before) or HAMLET_AFTER.search(after))


def unit_level(folded: str, name: Name) -> str:
    """The level of unit that a word beside the name tells ("région de", "cercle", "province"), or ""."""
    told = UNIT_BEFORE.search(folded[max(0, name.start - _BEFORE) : name.start])
    told = told or UNIT_AFTER.search(folded[name.end : name.end + _AFTER])
    return UNIT_LEVELS[told["unit"]] if told else ""


def is_near(folded: str, name: Name) -> bool:
    """Whether "near", "aux environs de", "in the area of"... stands before the name."""
    return bool(NEAR_BEFORE.search(folded[max(0, name.start - _BEFORE) : name.start]))


def dateline_end(body: str) -> int:
    """Where a dateline ("BAMAKO, 15 oct (Agency) - ") at the head of a body ends; 0 where there is none."""
    match = _DATELINE.match(body)
    return match.end() if match else 0


def is_aside(folded: str, name: Name, sentence_start: int, sentence_end: int) -> bool:
    """Whether the words say that somebody speaks there, comes from there or goes there, or that it is a border."""
    before = folded[max(sentence_start, name.start - 90) : name.start]
    after = folded[name.end : name.end + _AFTER]
    if BORDER_BEFORE.search(before):
        return True
    if any(place.feature == "P.PPLC" for place in name.places) and _SIDED_WITH.search(before):
        return True
    if _TRAVEL_BEFORE.search(before) and not (NEAR_BEFORE.search(before) or _TAKEN_FROM.search(before)):
        return True
    if any(told.search(before) for told in (_REACHED, _SENT, _TAKEN_CARE_OF)):
        return True
    if _SPEAKER_BEFORE.search(before) and _SPEECH.search(folded[sentence_start:sentence_end]):
        return True
    return len(before) <= 4 and bool(_OFFICIAL_FIRST.match(after))  # "À Bamako, le ministre..."
