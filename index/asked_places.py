"""The French and English words by which a question tells an area, as patterns on `fold_aligned` text.

"près de", "within 30 km of", "dans la région de", and the words that no place follows.
"""

from __future__ import annotations

import re

from index.place_words import DIRECTION, DISTANCE, NEVER_PLACES, ROAD
from index.stop_words import word_set

ARTICLES = (
    r"(?:(?:la|le|les|the|(?:ville|village|localite|commune|town|city|capitale?|cercle|region|province|district"
    r"|departement|zone|area|secteur)s?|camp|de|du|des|of|entire|toute?|extreme|far|centre|center|central"
    rf"|{DIRECTION})[ -]|l'|d')*"
)
WITHIN = re.compile(
    rf"\b(?:within |in |dans |sur |up to )?(?:a |an |un )?(?:(?:rayon|radius|perimetre) (?:de |d'|of )"
    rf"|(?:a )?moins de |less than |a )?"
    rf"{DISTANCE}(?: radius| a la ronde)?,? (?:autour |around |away )?(?:de |d'|du |des |of |from )?{ARTICLES}"
)
NEAR = re.compile(
    rf"\b(?:(?:pres|proche|proches|autour|non loin|a proximite|aux (?:environs|abords|alentours)"
    rf"|dans les environs|a cote)"
    rf" (?:de |du |des |d')|near(?:by)? (?:to )?|close to |around |in the vicinity of |not far from "
    rf"|next to ){ARTICLES}"
)
# What people do and places do not.
PERSON_AFTER = re.compile(
    r" (?:said|says|told|resigned|stepped down|died|(?:has been |was |is )?(?:appointed|elected|sacked|fired|dismissed)"
    r"|(?:s'est|se) fait|a (?:dit|declare|affirme|indique|demissionne)"
    r"|(?:a ete |est )(?:nomme|elu|limoge|vire|mort|decede)e?)\b"
)
BETWEEN = re.compile(rf"\b(?:entre|between) {ARTICLES}")
IN = re.compile(rf"\b(?:in|at|inside|across|throughout|on|against|a|au|aux|en|dans|sur|contre) {ARTICLES}")
BARE_IN = re.compile(
    r"\b(?:in|at|a|dans)(?: (?:the )?(?:village|town|hamlet|ville|localite|hameau)(?: of| de| d')?)? ?$"
)
OF = re.compile(rf"(?:\b(?:of|from|de|du|des) {ARTICLES}|\bd'|\bl')")
_AND = r"(?:et|ou|and|or|&)"
_LED_BY = rf"(?:(?:de|du|des|d|a|au|aux|en|dans|in|near|pres de)[ '])?{ARTICLES}"
JOIN = re.compile(rf"^(?: ?, ?(?:{_AND} )?| {_AND} ){_LED_BY}$")
# What follows a member of a list: further members after commas, then the last one after "and".
LIST_ON = re.compile(rf"(?: ?, ?[^,;:.?!()]{{2,40}}){{0,8}}?(?: ?,)? {_AND} {_LED_BY}")
LISTED = re.compile(rf"^ ?, ?{_LED_BY}$")
QUALIFY = re.compile(rf"^(?: ?, ?| ?\( ?| )(?:(?:in|au|aux|en|dans|du|de|a) )?{ARTICLES}$")
WAY = re.compile(
    rf"\b(?:(?:sur|on|along|le long de) )?(?:la |l'|the )?{ROAD}s?"
    r"(?: (?:de|d'|du|from|linking|connecting|reliant|qui relie))?[ ']?"
)
WAY_ON = re.compile(rf"^(?: ?[-–—] ?| (?:a|au|to|vers|towards?|et|and) {ARTICLES})$")
TO_SECOND = re.compile(rf"^ (?:et|and|a|to) (?:(?:de|d)[ '])?{ARTICLES}$")
# Where the person who asks stands; never "us" or "nous", which are the United States and a word of every report.
HERE = re.compile(
    r"(?:chez )?(?:moi|me|here|ici|(?:ma|my)(?: current| present)? (?:position|location)|where i am|la ou je suis)\b"
)
BARE_HERE = re.compile(r"(?<!d')(?<!jusqu')\b(?:here|ici)\b(?! (?:and there|et la)\b)")
OWNER = re.compile(
    r"\b(?:armee|army|president|gouvernement|government|soldats|troops|forces|junte|junta|minist\w+|ambassad\w+) "
    r"(?:du|de|des|of|from|in) (?:la |the )?$"
)
# Small-letter words of a question that are towns or, in West Africa, villages somewhere.
COMMON_WORDS = word_set(
    """
    man can corona gaz manger russe sale san ville sang ton say dire boy mari amitie banana banane bambou carrefour
    centre galere kissing liberte longue mangue mignon montagnes modeste parade plateau pointe pourra racine saoule
    sonore tombola tongue
    """
)
UNKNOWN_STOP = NEVER_PLACES.union(
    ["last", "this", "next", "since", "week", "month", "year", "today", "yesterday", "recent", "during"],
    ["latest", "depuis", "semaine", "mois", "annee", "hier", "aujourd", "derniers", "dernieres", "dernier", "derniere"],
)
