"""The French and English words by which a question asks for a kind of incident, as patterns over folded text.

`broad` words ask for everything that `index.incidents.covers` puts under their kinds; the others mean themselves alone.
Order counts: the longer phrase stands first ("drone attacks" asks for air strikes, not for attacks).
"""

from __future__ import annotations

from dataclasses import dataclass

from index.model import Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """A pattern and the kinds it asks for; without kinds it is an idiom that asks for none."""

    words: str
    kinds: tuple[Kind, ...] = ()
    broad: bool = False


_THINGS = (
    r"(?:property|properties|houses?|homes?|villages?|shops?|schools?|granaries|vehicles|crops|markets?|cars|trucks|"
    r"maisons?|habitations?|boutiques?|magasins?|ecoles?|greniers?|vehicules?|voitures?|camions?|motos?|marches?|"
    r"biens?|recoltes?|champs?|eglises?|mosquees?|mairies?)"
)
_WERE = r"(?:(?:a|ont|avait|avaient) ete |(?:est|sont|was|were|(?:has |have |had )?been) )?"

ASKED: tuple[Asked, ...] = (
    Asked(
        r"(?:heart|panic|asthma) attacks?|crises? cardiaques?|attaques? (?:cardiaques?|cerebrales?|de panique)|"
        r"explosion (?:demographique|des prix|of prices|in prices)|(?:gold|salt|uranium) mines?|mines? (?:d'or|"
        r"de sel|d'uranium)|"
        r"combats? (?:contre|de coqs)|lutte contre|(?:fighting|battle|fight) (?:poverty|hunger|corruption|"
        r"against|for|malaria|disease)|"
        r"accidents? vasculaires?"
    ),
    Asked(
        r"(?:air|drone|aerial|helicopter) ?-?(?:strikes?|attacks?|raids?|bombings?|bombardments?)|airstrikes?|"
        r"(?:frappes?|raids?|attaques?|bombardements?) (?:aerien(?:ne)?s?|de drones?|par drones?)|frappes?|drones?",
        (Kind.AIR_STRIKE,),
    ),
    Asked(
        r"(?:rocket|mortar|artillery|shell) ?-?(?:attacks?|fire|strikes?)|tirs? (?:d'obus|de roquettes?|"
        r"de mortiers?|d'artillerie)|"
        r"attaques? (?:a la|aux|de|a l') ?(?:roquettes?|mortiers?|artillerie|obus)|shelling|roquettes?|rockets?|"
        r"obus|mortars?|shelled|pilonn(?:e|es|ee|ees|ages?)",
        (Kind.SHELLING,),
    ),
    Asked(r"bombardements?|bombardments?|bombard(?:e|es|ee|ees|ed)", (Kind.SHELLING, Kind.AIR_STRIKE)),
    Asked(
        r"(?:roadside|suicide|car|truck|vehicle|mine|ied|bomb) ?-?(?:bombs?|bombings?|attacks?|blasts?|explosions?)|"
        r"attaques? (?:suicides?|kamikazes?|a la bombe|a l'(?:engin )?explosif)|attentats?[ -]suicides?|"
        r"explosions? (?:de mines?|d'engins?(?: explosifs?| artisanaux?)?|de bombes?)|"
        r"(?:explosions? d'une )?mines? (?:artisanales?|antipersonnel)|"
        r"engins? (?:explosifs?|artisana(?:l|ux))(?: improvises?)?|(?:improvised )?explosive devices?|"
        r"bombings?|bombs?|bombes?|ieds?|eei|land ?-?mines?|mines?|explosions?|blasts?|kamikazes?",
        (Kind.BOMBING,),
    ),
    Asked(
        r"kidnapp?(?:ings?|ed|e?s)?|kidnappee?s?|abduct(?:ions?|ed)|hostages?(?: |-)?takings?|hostages?|"
        r"enlevements?|enlev(?:e|es|ee|ees)|rapts?|"
        r"prises? d'otages?|otages?|(?:forced|enforced) disappearances?|disparitions? forcees?",
        (Kind.ABDUCTION,),
    ),
    Asked(
        r"(?:killings?|massacres?)(?: of (?:civilians|villagers))?|massacr(?:ed|ee|ees)|tueries?",
        (Kind.KILLING,),
    ),
    # Those murdered may bear arms: a guard's murder is filed as an attack.
    Asked(
        r"murder(?:s|ed)?|meurtres?|assassinats?|assassin(?:e|es|ee|ees)|assassinat(?:ions?|ed)",
        (Kind.ATTACK, Kind.KILLING),
    ),
    Asked(
        r"looting(?: and burn(?:ed|ing|t) (?:of )?" + _THINGS + r")?|lootings?|burn(?:ed|t|"
        r"ing) (?:of )?" + _THINGS + r"|"
        rf"(?:{_THINGS} {_WERE})?(?:pillee?s?|saccagee?s?|looted|ransacked|plundered|torched)|"
        rf"{_THINGS} {_WERE}(?:brulee?s?|incendiee?s?|burned|burnt)|"
        r"plunder(?:ing)?|pillages?|(?:property|market) destruction|arson|incendies? (?:volontaires?|"
        r"criminels?)|incendi(?:e|es|ee|ees)|"
        r"(?:cattle|livestock) (?:theft|thefts|raids?|rustling|raiding)|vols? (?:de |du )(?:betail|animaux)|"
        r"razzias?|robber(?:y|ies)|braquages?",
        (Kind.LOOTING,),
    ),
    Asked(r"riots?|rioting|emeutes?|mob violence", (Kind.RIOT,)),
    Asked(
        r"(?:armed )?(?:clashes|clash|confrontations)|(?:affrontements?|combats?)(?: armes?)?|accrochages?|"
        r"(?:gun ?)?battles?|batailles?|"
        r"(?:heavy |armed )?fighting|fire ?fights?|skirmish(?:es)?|echanges? de tirs",
        (Kind.CLASH,),
    ),
    Asked(
        r"protests?|protest march(?:es)?|demonstrations?|manifestations?|manifs?|sit-?ins?|"
        r"(?:general |teachers' |workers' )strikes?|greves?|marches (?:de protestation|pacifiques)",
        (Kind.PROTEST,),
        broad=True,
    ),
    Asked(r"arrests?|arrestations?|interpellations?|detentions?", (Kind.ARREST,)),
    Asked(r"troop movements?|deployments?|deploiements?|mouvements? de troupes", (Kind.MOVEMENT,)),
    Asked(
        r"displacements?(?: of (?:people|civilians|population))?|displaced(?: people| persons)?|refugees?|idps|"
        r"deplacements? (?:de|des) populations?|deplaces(?: internes)?|refugies?",
        (Kind.DISPLACEMENT,),
    ),
    Asked(
        r"(?:road |traffic |car |bus |plane |train )?(?:accidents?|crash(?:es)?)|collisions?|naufrages?|shipwrecks?|"
        r"accidents? (?:de la route|de la circulation|d'autocar|de bus|d'avion)",
        (Kind.ACCIDENT,),
    ),
    Asked(
        r"(?:armed |security |violent |jihadist |terrorist |militant )?(?:attacks?|assaults?|violence|violences|"
        r"incidents securitaires|"
        r"security incidents?|raids?|ambush(?:es)?|shootings?)|attacked|attaqu(?:e|es|ee|ees|er)(?: (?:armees?|"
        r"jihadistes?|djihadistes?|"
        r"terroristes?))?|assauts?|embuscades?|fusillades?|attentats?|agressions?|incursions?|violences armees",
        (Kind.ATTACK,),
        broad=True,
    ),
)
