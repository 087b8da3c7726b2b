"""The French and English words around place names: prepositions, directions, numbers, units.  Folded, as patterns.

Patterns are matched on `index.text.fold_aligned` text, so they know no accents, capitals or curly apostrophes.
"""

from __future__ import annotations

import re

from index.quantities import NUMBER_IN_WORDS, number_of

BEARINGS_DEG = {
    "nord": 0.0, "north": 0.0, "n": 0.0, "septentrion": 0.0,
    "nord-est": 45.0, "north-east": 45.0, "ne": 45.0,
    "est": 90.0, "east": 90.0, "e": 90.0,
    "sud-est": 135.0, "south-east": 135.0, "se": 135.0,
    "sud": 180.0, "south": 180.0, "s": 180.0,
    "sud-ouest": 225.0, "south-west": 225.0, "sw": 225.0, "so": 225.0,
    "ouest": 270.0, "west": 270.0, "w": 270.0,
    "nord-ouest": 315.0, "north-west": 315.0, "nw": 315.0, "no": 315.0,
}  # fmt: skip
DIRECTION = (
    r"(?:nord|sud)[- ]?(?:est|ouest)|(?:north|south)[- ]?(?:east|west)(?:ern)?"
    r"|nord|sud|est|ouest|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?"
)
_SHORT_DIRECTION = r"(?:n|s)(?:e|w)?|e|w"

_FRENCH_TENS = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_OTHER_NUMBERS = {**_FRENCH_TENS, "dozen": 12, "a": 1}
_FEW = 3.0  # "quelques kilomètres", "a few miles"
KM_PER_MILE = 1.609344

_NUMBER = (
    r"\d{1,4}(?:[.,]\d{1,2})?"
    rf"|(?:une )?(?:{'|'.join(_FRENCH_TENS)}) de|a dozen|a hundred|quelques|several|a few"
    rf"|{NUMBER_IN_WORDS}|dozen|a"
)
_ABOUT = (
    r"(?:(?:quelque|environ|pres de|moins de|plus de|un peu plus de|un peu moins de|a peine|some|about|around|roughly"
    r"|approximately|nearly|almost|over|a little over|just over|just under|more than|less than|under|only|within) )?"
)
KILOMETRES = r"(?P<unit>km|kms|kilometres?|kilometers?|miles?)\b"
DISTANCE = rf"{_ABOUT}(?P<number>{_NUMBER})[ \u00a0\u202f-]?{KILOMETRES}(?: \([^()]{{1,24}}\))?"

SETTLEMENT = (
    r"(?:(?:la |le |les |l'|the |main |nearby |northern |southern |central |eastern |western |malian )*"
    r"(?:capitale?(?: \w+)?|chef-lieu|ville|village|localite|commune|hameau|bourgade|town|city|cities|village|hamlet"
    r"|locality|camp|base|area|zone|secteur)(?: de| du| d| des| of)?[ ']+)?"
)
DISTANCE_FROM = re.compile(
    rf"(?<![\w.,])(?:(?:situee?s?|distante?s?|located|situated|lying) )?(?:a |at |au )?{DISTANCE}"
    rf"(?:,? (?:plus )?(?:to the |au |a l'|vers le |vers l')?(?P<direction>{DIRECTION}|{_SHORT_DIRECTION})\b)?"
    rf"(?P<link> (?:de la |de l'|du |des |de |d'|of the |of |from the |from |away from |outside of |outside )"
    rf"(?P<settlement>{SETTLEMENT}))?"
)
DIRECTION_OF = re.compile(
    rf"\b(?:(?:au|a l'|to the|in the|dans le|dans l'|just|further|plus au) ?)?(?P<direction>{DIRECTION})"
    rf"(?P<link> (?:de la |de l'|du |des |de |d'|of the |of )(?P<settlement>{SETTLEMENT}))"
)
BETWEEN = re.compile(
    r"\b(?:entre|between) (?:les? |la |the )?(?:(?:villages?|villes?|localites?|towns?) (?:de |of )?)?$"
)
ROAD = r"(?:route|axe|axis|road|piste|track|troncon|highway|stretch|corridor|rn ?\d+)"
ALONG = re.compile(
    rf"\b{ROAD}\b"
    r"(?: (?:de|entre|reliant|qui relie|linking|connecting|from|leading from|between|of road))?(?: the| la)? ?$"
)
ALONG_AFTER = re.compile(rf"^ (?:transit |main |national |commercial )?{ROAD}\b")
# Somebody on the road from A to B was attacked somewhere between.
JOURNEY = re.compile(
    r"\b(?:convois?|convoys?|bus|buses|cars?|minibus(?:es)?|vehicules?|vehicles?|camions?|trucks?|passagers?"
    r"|passengers?|travell?ers?|voyageurs?|patrouilles?|patrols?)\b[^.;:()]{0,60}\b(?:from|entre|between|ralliant"
    r"|reliant|(?:en provenance |parti\w* |venant )d[e']) ?$"
)
TOWARDS = re.compile(
    r"^(?: ?\([^()]*\))?,? (?:(?:sur|on|along|le long de) (?:la |l'|the )?"
    rf"{ROAD}(?: (?:nationale|national|principale|main))?"
    r"(?: (?:qui mene|menant|conduisant|leading|going|en direction|in the direction))?"
    r" ?(?:de|du|d'|des|vers|a|to|towards?|for|from|of)|vers|towards?|en direction d[e']|in the direction of)"
    r" ?(?:la |le |the )?(?:[\w'-]+ (?:et|and|puis) )?$"  # "to Sévaré and Mopti" where no gazetteer knows Sévaré
)
ROAD_OF = re.compile(rf"\b(?:sur|on|along) (?:la |l'|the )?{ROAD} (?:de |du |d'|vers |to |towards? |from )$")

NEAR_BEFORE = re.compile(
    r"\b(?:pres d[eu]|proche d[eu]|proches d[eu]|autour d[eu]|aux (?:environs|abords|alentours) d[eu]|non loin d[eu]"
    r"|(?:pres|proche|autour|environs|abords|alentours|proximite|loin) (?:d'|des )|a proximite d[eu]"
    r"|a la peripherie d[eu]"
    r"|near|close to|around|outside|in the vicinity of|(?:in|dans) (?:the|la|le) (?:general )?(?:area|zone|secteur)s?"
    r"(?: around)? (?:of|de|d'|du)?|not far from|past|on the outskirts of)"
    r" ?(?:la |le |les |l'|the )?(?:(?:ville|village|localite|commune|town|village|city|hamlet|camp|base)s?"
    r" (?:de |du |d'|des |of ))?$"
)
STRONG_BEFORE = re.compile(
    r"(?:\b(?:a|au|aux|dans|in|at|into|vers|towards?|entre|between|jusqu'a|through|throughout|across|via)"
    r"(?: la| le| les| l| the)?[ '])$"
    r"|\b(?:villes?|villages?|localites?|communes?|cercles?|regions?|provinces?|departements?|districts?|hameaux?"
    r"|quartiers?|towns?|cit(?:y|ies)|hamlets?|areas?|zones?|axe|axis|route|road|capitale?|aeroport|airport"
    r"|foret|forest"
    r"|camp|base|marche|market|check-?point|gendarmerie|poste|post|maire|mayor|prefet|station|gare)"
    r"(?: of| de| du| d| des| in| a)?(?: la| le| the)?[ ']$"
)
WEAK_BEFORE = re.compile(r"(?:\b(?:de|du|des|d|l|from|of|to|on|sur|par|and|et|ou|or|en|la|le)[ ']|[,(-] ?)$")
BORDER_BEFORE = re.compile(
    r"\b(?:frontieres?|border|confins|limites?)(?: \w+)?(?: (?:avec|with|de|du|d|des|of|et|and))?(?: la| le"
    r"| l| the)?[ ']$"
)
PERSON_BEFORE = re.compile(
    r"\b(?:mm?|mme|dr|me|mr|mrs|ms|general|gen|colonel|col|capitaine|captain|president|presidente|ministre"
    r"|minister|imam"
    r"|marabout|cheikh|sheikh|ag|ould|ben|bin|el|al|maouloud|leader|chef|commander|commandant|emir|dit|alias"
    r"|named|nomme)"
    r"\.? $"
)
GROUP_BEFORE = re.compile(
    r"\b(?:katibat?|battalion|brigade|front|mouvement|movement|groupe|group|operation|alliance|mission|milice|ethnie"
    r"|force|liberation|coalition|peuple|communaute|plateforme)(?: (?:de|du|d|of|la|le))*[ ']$"
)
GROUP_AFTER = re.compile(
    r"^[- ](?:militia\w*|militants?|fighters?|rebels?|forces?|army|troops|soldiers?|peacekeepers?"
    r"|communit(?:y|ies)|herd\w*"
    r"|hunters?|farmers?|civilians?|men\b|youths?|tribe\w*|ethnic|dialects?|families|traders?|"
    r"battalion|brigade|front|liberation|nan? ambassagou)"
)
SPEECH_AFTER = re.compile(
    r"^,? (?:said|says|told|added|announced|denied|claimed|(?:a |ont )?(?:dit|declare|affirme|indique|ajoute"
    r"|precise|assure|"
    r"explique|raconte|estime|souligne|confie|temoigne))\b"
)
# What a unit is called, by the level of GeoNames that it has in Mali, Burkina Faso and Niger.
UNIT_LEVELS = {
    "region": "A.ADM1", "regions": "A.ADM1", "gouvernorat": "A.ADM1", "governorate": "A.ADM1", "state": "A.ADM1",
    "wilaya": "A.ADM1", "cercle": "A.ADM2", "cercles": "A.ADM2", "circle": "A.ADM2", "province": "A.ADM2",
    "provinces": "A.ADM2", "departement": "A.ADM2", "departements": "A.ADM2", "department": "A.ADM2",
    "district": "A.ADM2", "districts": "A.ADM2", "prefecture": "A.ADM2", "prefectures": "A.ADM2",
    "arrondissement": "A.ADM3", "commune": "A.ADM3", "communes": "A.ADM3", "municipality": "A.ADM3",
}  # fmt: skip
_UNIT_WORD = "|".join(sorted(UNIT_LEVELS, key=len, reverse=True))
UNIT_BEFORE = re.compile(rf"\b(?P<unit>{_UNIT_WORD})(?: (?:de|du|d|des|of|dite?)(?: la| le| l| the)?)?[ ']$")
PART_BEFORE = re.compile(
    rf"\b(?:extreme |far |grand )?(?P<part>centre|center|central|{DIRECTION})"
    r"(?: (?:du|de|des|d|of|de la|de l)(?: the)?)?[ ']$"
)
PART_ALONE = re.compile(
    r"^ ?\((?:dans le |the )?(?P<part>centre|center|central|extreme-nord|nord|sud|est|ouest|north|south|east|west)\)"
)
UNIT_AFTER = re.compile(rf"^ (?P<unit>{_UNIT_WORD})\b")

# Whole words that begin sentences or stand as names of people and groups and are villages somewhere as well.
NEVER_PLACES = frozenset(
    """
    lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march
    april may june july august september october november december un une deux trois quatre cinq six sept huit neuf
    dix onze douze one two three four five seven eight nine ten le la les de des du et ou mais selon dans pour par
    sur avec sans depuis apres avant ce cet cette ces il elle ils elles on nous vous je au aux en a the an of and or
    but in at by for from to with he she it they we i you this that these those there here no not all some more most
    many several both other according after before when while where who what plus tous toutes tout aucun aucune
    plusieurs autre autres ainsi alors comme lors moins pres vers entre camp centre nord sud est ouest north south
    east west central northern southern eastern western police armee army soldats gendarmerie dogon dogons peul
    peuls peulh fulani fulbe bambara bambaras bozo songhai songhay touareg touaregs tuareg tuaregs toureg arab arabs
    arabe arabes dozo dozos imghad dawsahak daoussahak maure maures senoufo mossi islam islamist islamists
    islamistes muslim muslims christian christians allah coran quran ramadan tabaski jnim gsim aqmi aqim isgs eigs
    iswap minusma barkhane serval takuba wagner mnla cma gatia msa fama mujao al ag ould ben imam general colonel
    president ministre minister macron group groupe operation
    """.split()  # noqa: SIM905 - a list of 200 quoted words is harder to read and to mend
)
# What is joined to a word by a hyphen and is no village then: "pro-government", "ex-rebels".
PREFIXES = frozenset(("anti", "ex", "inter", "mid", "non", "post", "pre", "pro", "semi"))
HAMLET_BEFORE = re.compile(r"\b(?:villages?|hameaux?|hamlets?|bourgades?|campements?)(?: of| de| du| d)?[ ']$")
HAMLET_AFTER = re.compile(r"^ (?:village|hamlet|encampment)\b")


def bearing_of(direction: str) -> float:
    """Degrees of a direction word in either language ("nord-ouest", "southeastern", "N")."""
    word = direction.removesuffix("ern").replace(" ", "-")
    if word not in BEARINGS_DEG:
        word = re.sub(r"^(nord|sud|north|south)(est|ouest|east|west)$", r"\1-\2", word)
    return BEARINGS_DEG[word]


def part_of(word: str) -> str:
    """The part of a country that a word tells: a point of the compass, or "C" for its centre."""
    if word.startswith("cent"):
        return "C"
    bearing = bearing_of(word.removeprefix("extreme-"))
    return ("N", "NE", "E", "SE", "S", "SW", "W", "NW")[round(bearing / 45)]


def kilometres_of(number: str, unit: str) -> float:
    """The kilometres that a number (figures or words) and its unit tell."""
    factor = KM_PER_MILE if unit.startswith("mi") else 1.0
    return _value(number.removesuffix(" de").removeprefix("une ").removeprefix("a ")) * factor


def _value(number: str) -> float:
    if number[:1].isdigit():
        return float(number.replace(",", "."))
    return float(_OTHER_NUMBERS.get(number) or number_of(number) or _FEW)
