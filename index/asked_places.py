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
    amasse amene amere amitie bache bacon bague balai balaya balaye balise balle bambou banana banane bande banjo
    baraka barbara barbe barge barges barrage barrages barre basse basson batie begaye belle belly bingo blaze bonde
    bondi bongo borde boron bouge boule boulon boy brandi builders can carrefour cascades castors centre cheri conta
    conte corona coude coupe dalle dansa danse danza demet denie diablo digne dinde dingue dire douane douanes douta
    drame endelle fache fille fissa foule gagna galbe galere garou gaz going gombo gonna gourou gouta guere gueri
    guide guigne guile hello itineraire kangourou karma kissing koala laine lassa lente liberte libre limbo longue
    madeira mafia malaya malle man mandela manga manger mangue mania manie mari massa masse maure mayor media mega
    merita messe metro mignon modeste montagnes mourra murray nette niagara nounou panda pansa parabole parade passa
    patin patte pelle pensa pepin pique plateau pointa pointe pourra poussa racine romane russe sabre sacre sale
    saliva salle san sang sanguine sante saoule sarin say senti serine sidere sigle silly simili site somme sondage
    sonore souri table tache taire tamara tango tasse thing tiede tienne tigre tinge toile tomba tombe tombola ton
    tonde tongue torso tough toura usine vending ville virale vitre voyou wanna zebra zinzin zoulou
    """
)
# Commonest where Vigie is at home, and in its news: what follows is a surname.
FORENAMES = word_set(
    """
    abdallah abdoul abdoulaye abdourahamane abdrahamane abou aboubacar adama ahmed aissata alassane albert ali aliou
    alpha amadou amina andre antoine assimi awa bakary bernard boubacar charles cheick cheikh choguel daouda david
    diango drissa emmanuel fatima fatou fatoumata fousseyni francois george hama hamadou hamadoun hamidou harouna
    hassan henri houka housseini ibrahim idrissa issa issoufou iyad jacques jafar james jean john joseph kadiatou
    kalilou karim lassana louis luc mahamadou mahamat malick mamadou mariam marie mark michael michel mike moctar
    modibo mohamed mohammed moussa moustapha nouhoum omar oumar ousmane patrick paul peter philippe pierre richard
    robert roch sadio salif salifou sekou seydou sidi simon sonia souleymane soumaila thomas tiemoko yacouba yaya
    youssouf zeinab
    """
)
# What towns of a million are called for short, by the keys of both.
SHORT_NAMES = {"bobo": "bobodioulasso", "ouaga": "ouagadougou"}
# What may stand beside the name of a village and says nothing else.
BESIDE_A_VILLAGE = word_set(
    """
    axe bilan blesse blesses casualties cercle commune dead deaths hameau injured killed localite mort morte mortes
    morts nombre people personnes region route secteur toll town tue tuee tuees tues victime victimes victims
    village villages ville wounded zone
    """
)
UNKNOWN_STOP = NEVER_PLACES.union(
    ["last", "this", "next", "since", "week", "month", "year", "today", "yesterday", "recent", "during"],
    ["latest", "depuis", "semaine", "mois", "annee", "hier", "aujourd", "derniers", "dernieres", "dernier", "derniere"],
)
