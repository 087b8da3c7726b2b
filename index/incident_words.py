"""The French and English words that tell an incident, as patterns over folded text (`index.text.fold`).

Each cue names kinds on the lines of the public codebooks (ACLED Codebook 2023, UCDP GED Codebook 23.1).  Order counts:
where two cues begin at the same letter the earlier wins, so idioms stand first and the plainest words last.
`<few>` stands for up to four words, `<owned>` for things that are looted or burned.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.model import Kind


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and the kinds it tells; without kinds it is an idiom that tells nothing ("heart attack").

    `loose` marks words that sport, trade or talk use too: they count only where the sentence is not about those.
    """

    words: str
    kinds: tuple[Kind, ...] = ()
    loose: bool = False


_FEW = r"(?:[\w'-]+ ){0,4}"
_OWNED = (
    r"(?:houses?|homes?|schools?|shops?|granar\w+|vehicles?|cars?|trucks?|motor\w+|huts?|markets?\w*|offices?|"
    r"ballots?|documents?|crops?|harvests?|stalls?|church\w*|property|properties|belongings|goods|animals?|"
    r"livestock|cattle|cows?|sheep|goats?|camels?|maisons?|habitations?|cases?|ecoles?|classes|boutiques?|"
    r"greniers?|vehicules?|voitures?|camions?|motos?|marches?|mairies?|champs?|recoltes?|pirogues?|eglises?|"
    r"betail|troupeaux?|boeufs?|vaches?|moutons?|chevres?|biens?|cereales?|mil|tombs?|mausoleums?|mausolees?|"
    r"shrines?|antennes?|pylones?|materials?|furniture|polls?|booths?|buildings?|batiments?|art[ei]facts?|bridges?|"
    r"ponts?)"
)
_IDIOMS = (
    r"(?:a|who|qui) (?:\w+ )?(?:fled|had fled|a fui|avait fui)|(?:heart|panic|asthma|cyber|verbal|"
    r"counter)[ -]?attacks?|crises? cardiaques?|attaques? (?:cardiaques?|"
    r"cerebrales?|de panique|verbales?|informatiques?)|explosi(?:on|ons|ve|f) (?:demographique|de joie|de "
    r"colere|de la (?:demande|population|consommation)|d(?:es|u) (?:prix|cas|cout|couts|nombre)|of (?:joy|"
    r"colour|color|anger|interest)|in (?:prices|demand|cases|numbers))|(?:population|demographic|price) "
    r"explosion|(?:s'attaqu\w+|attaquer) (?:a|au|aux) (?:la |l'|les |des |ce |cette )?(?:pauvrete|corruption|"
    r"problemes?|questions?|causes?|racines?|chantiers?|inegalites|chomage|faim|dossiers?)|(?:war|combat|lutte|"
    r"fight|battle|bataille) (?:on|against|contre|for|pour) (?:la |le |l'|les )?(?:poverty|hunger|corruption|"
    r"disease|malaria|drugs|cancer|pauvrete|faim|paludisme|chomage|vie chere|desertification|covid)|batailles? "
    r"(?:de l'opinion|politiques?|juridiques?|judiciaires?|electorales?)|plans? de bataille|hors de combat|"
    r"(?:legal|political|court|election|electoral) battles?|battleground|combat (?:politique|de coqs)|(?:gold|"
    r"salt|coal|uranium|copper|diamond) mines?|mines? (?:d'or|de sel|de charbon|d'uranium|de phosphates?|et "
    r"(?:de )?(?:l')?(?:energie|geologie))|ministr\w+ des mines|ministr\w+ of mines|(?:free|penalty|goal) "
    r"?kicks?|coups? francs?|tirs? au(?:x)? buts?|tirs? (?:de penalty|cadres?)|premiere frappe|frappe "
    r"(?:lourde|enroulee|croisee|puissante|du gauche|du droit|de l'avant-centre|monetaire)|grenades? "
    r"lacrymogenes?|tear ?gas grenades?|(?:manifestation|manifestations) (?:culturelles?|sportives?|"
    r"scientifiques?|commerciales?|religieuses?|de joie)|accidents? (?:vasculaires?|cardiaques?)|arrest "
    r"warrants?|mandats? d'arret|(?:cardiac|house) arrest|(?:market|party|heart) crash|stock ?market crash|"
    r"crash course|strike a (?:deal|balance)|lightning strikes?|first strike"
)
_AIR_STRIKE = (
    r"(?:frappes?|raids?|bombardements?|attaques?|operations?) (?:aeriennes?|aeriens?|de (?:l')?(?:aviation|"
    r"drones?)|par (?:des |un )?drones?|menees? par (?:un|des) drones?)|air ?-?(?:strikes?|raids?|attacks?|"
    r"bombardments?)|aerial (?:bombardments?|bombing|strikes?|attacks?|raids?)|(?:drone|helicopter|missile|"
    r"uav)s? (?:strikes?|attacks?|raids?|gunships?|bombing)|strikes? by drones?|drones? <few>(?:struck|hit|"
    r"killed|targeted|bombed|frappe|touche|tue|vise|cible|bombarde|largue)\w*|(?:par|by|from) (?:un |une |des |"
    r"a |an |le |the )?(?:\w+ )?drones?|(?:dropped|largue\w*) <few>bomb\w+|(?:warplanes?|jets?|fighter planes?|"
    r"helicopters?|avions?|helicopteres?) <few>(?:bomb\w+|struck|strafed|fired|frapp\w+|mitraill\w+)|bombed "
    r"from the air|strafed"
)
_SHELLING = (
    r"tirs? (?:d'obus|de mortiers?|de roquettes?|d'artillerie|indirects?|de missiles?)|coups? de mortiers?|"
    r"(?:attaques?|bombardements?) (?:a la|a l'|aux?|de|d'|au moyen de) ?(?:roquettes?|mortiers?|obus|"
    r"artillerie)|(?:rocket|mortar|artillery|shell|indirect)s? (?:attacks?|fire|shells?|rounds?|barrages?|"
    r"strikes?)|(?:rockets?|mortars?|shells?|missiles?) <few>(?:fired|launched|landed|hit|fell|struck|"
    r"exploded)|(?:fired|launched|firing|launching) <few>(?:rockets?|mortars?|shells?)|(?:obus|roquettes?) "
    r"<few>(?:tire|tombe|lance|explose|atterri|touche)\w*|(?:tire|tirer|tirant|lance|lancer|lancant)(?:s|e|"
    r"es)? <few>(?:obus|roquettes?|mortiers?)|shelled|shelling|bombard(?:ed|ing|ments?|e|es|ee|ees|er|ant|"
    r"ement|ements)|pilonn(?:e|es|ee|ees|er|ant|age|ages)"
)
_BOMBING = (
    r"(?:attaques?|attentats?)[ -](?:suicides?|kamikazes?|a la (?:bombe|voiture piegee)|au (?:vehicule|camion) "
    r"piege|a l'(?:explosif|engin explosif)|a la mine)|(?:suicide|car|truck|roadside|vehicle|bomb|ied|mine|"
    r"landmine|grenade|vbied)[ -](?:\w+ )?(?:bombs?|bombings?|bombers?|attacks?|attackers?|blasts?|explosions?|"
    r"explosives?|devices?|truck|vehicle|vest)|(?:vehicules?|voitures?|camions?|motos?|anes?) pieg(?:ee?s?)|"
    r"vbieds?|kamikazes?|explosions? (?:de |d')(?:une |un |l')?(?:mines?|bombes?|engins?|obus|grenades?)|"
    r"engins? (?:explosifs?|artisana(?:l|ux)|piege\w*)(?: improvises?)?|(?:improvised )?explosive devices?|"
    r"ieds?|eei|(?:mines? (?:artisanales?|antipersonnel\w*|terrestres?|anti-?chars?)|land ?-?mines?|roadside "
    r"explosives?)|(?:saute|sauter|roule|marche|hit|struck|strikes?|drove over|drove onto|stepped on|ran over|"
    r"heurte) (?:sur |on |over )?(?:une |un |des |a |an )?(?:\w+ )?(?:mines?|explosives?|engins?)|(?:par|by|pose|"
    r"posees?|planted|laid|"
    r"laying|sur|d') ?(?:une |des |a |les |the )?mines?(?! (?:d'|de |company))|mines? <few>(?:etait|etaient|"
    r"was|were|a|ont|had|has) (?:cachee?s?|enfouie?s?|posee?s?|planted|hidden|laid|explose\w*)|mines? "
    r"(?:explo\w+|blasts?|detonat\w+|incidents?)|devices? (?:went off|detonated|exploded)|bombings?|bombers?|"
    r"bombs?|bombes?|bombed|blasts?|detonat(?:ed|es|ing)|explo(?:ded|des|ding)|grenades?|explos(?:e|er|"
    r"ant|erent|aient|ait|ent)|explosions?"
)
_BLOWN_UP = r"(?:a|ont|avait|avaient) saute (?:vers|sur|au passage|lors|pres)|set(?:ting)? off explosives"
_ABDUCTION = (
    r"enlev(?:e|es|ee|ees|er|ant|ent|erent|aient|ait)|enlevements?|kidnapp?(?:s|ed|ing|ings|er|e|es|ee|ees|"
    r"eurs?|ers)?|abduct(?:s|ed|ing|ion|ions|ors?)?|rapts?|ravisseurs?|prises? d'otages?|pris(?:es?)? en "
    r"otages?|(?:taken|held|took) (?:\w+ )?(?:hostage|captive)|hostage[ -]takings?|hostages?|otages?|"
    r"disparitions? forcees?|(?:forced|enforced) disappearances?|seized by (?:gunmen|armed men|militants|"
    r"jihadists)|emmene\w* de force"
)
_KILLING = (
    r"massacr(?:e|es|ed|ing|ee|ees|er|ant)|tueries?|mass killings?|mass graves?|charniers?|bloodbath|bain de "
    r"sang|executions? (?:sommaires?|extrajudiciaires?)|(?:summary|extrajudicial) (?:killings?|executions?)"
)
_ATTACK = (
    r"attaqu(?:e|es|ee|ees|er|ent|erent|aient|ait)|attack(?:s|ed|ing)?|assauts?|assault(?:s|ed|ing)?|"
    r"pris(?:es?)? d'assaut|storm(?:ed|ing)|overran|overrun|embuscades?|embusqu\w+|ambush(?:es|ed|ing)?|ouvert "
    r"le feu|ouvrant le feu|ouvrent le feu|open(?:ed|ing|s) fire(?:d)?|(?:pris(?:es?)?|tombe\w*) sous le feu|"
    r"came under fire|(?:essuye|subi)\w* (?:des |de nombreux )?tirs|(?:pris(?:es?)?) pour cibles?|"
    r"tirs? (?:a l'arme (?:lourde|automatique))|coups? "
    r"de feu|fusillades?|mitraill\w+|(?:a|ont|avait|avaient) tire (?:sur|en direction|a bout)|(?:ils|elles|"
    r"hommes|assaillants|jihadistes) ont tire|gunfire|shootings?|shot (?:at|and|dead|to death)|shooting "
    r"(?:dead|at)|fired (?:shots )?(?:on|at|upon|randomly)|gunned down|drive-by|shots were fired|incursions?|"
    r"razzias?|"
    r"attentats?|agressions?|agresse(?:e|s|es)?|tentatives? d'assassinat|assassination attempts?|(?:violences? "
    r"(?:sexuelles?|ont eclate|a eclate))|(?:was|were|been|severely|kicked and) (?:beaten|stabbed|tortured|raped|"
    r"lynched)|beatings?|floggings?|beat (?:up )?(?:\w+ )?(?:men|man|women|civilians|people|him|them|villagers|"
    r"residents)|stab\w*wounded|abuses (?:on|against)|(?:found|retrouves?) (?:dead|strangled|morts?)|rape(?:d|"
    r"s)?|violees?|tortur(?:e|es|ed|ees?)|exactions?|poignard\w+|decapit\w+|behead\w+|egorg\w+"
)
_ATTACK_LOOSE = r"raids?|raided|attaquants?|offensives?"
_CLASH = (
    r"affrontements?|(?:s'affront\w+|ont affronte|affrontent|affrontaient|affrontes)|accrochages?|echanges? de "
    r"tirs?|tirs? echanges|clash(?:es|ed|ing)?|fire ?fights?|gun ?(?:battles?|fights?)|exchang\w+ (?:of "
    r")?(?:gun)?(?:fire|shots)|crossfire|skirmish\w*|fighting|fought|(?:attack|assault) (?:was |were )?repelled|"
    r"repel(?:led|s|ling)|repuls(?:ed|ing)|"
    r"routed|repouss(?:e|es|ee|ees|er|ant) <few>(?:attaques?|assauts?|assaillants?|jihadistes?|terroristes?)|"
    r"ripost\w+|(?:respond(?:ed|ing) to|fought off|fended off|defended against) the (?:attacks?|assault)"
)
_HEAVY_FIRE = (
    r"(?:heavy|sustained|intense) (?:gunfire|shooting)|tirs (?:tres )?nourris"  # both sides fire, whoever they are
)
_CLASH_LOOSE = r"combats?|batailles?|battles?|battled|battling|contre-offensives?"
_LOOTING = (
    r"pill(?:e|es|ee|ees|er|ant|age|ages|erent|aient)|loot(?:ed|ing|ers|s)?|plunder(?:ed|ing)?|pillag(?:ed|"
    r"ing)|ransack(?:ed|ing)?|saccag(?:e|es|ee|ees|er|eant|erent)|vandali\w+|desecrat\w+|profan(?:e|es|ee|ees|"
    r"er|ation\w*)|(?:mis|mettre|mettant|mettent|boute) (?:\w+ )?le feu|set(?:ting)? (?:\w+ ){0,3}(?:fire|"
    r"ablaze|alight)|torch(?:ed|ing)|arson|incendi(?:e|es|ee|ees|er|ant|erent) (?:par|les|des|la|le|l'|deux|"
    r"trois|plusieurs|leurs|une?)|(?:ete|etaient) (?:\w+ )?incendie\w*|burn(?:ed|t|ing|s)? (?:down "
    r")?<few><owned>|<owned> (?:\w+ ){0,5}(?:burn(?:ed|t)|brule(?:e|s|es))|brul(?:e|es|er|ant|erent|ent) "
    r"<few><owned>|(?:seiz(?:ed|ing|e)|st(?:ole|olen|ealing)|rob(?:bed|bing)|rustl(?:ed|ing)|took away|"
    r"driv(?:ing|en) off|drove off|carried off|confiscated) <few>(?:<owned>|money|heads? of|loot|ransom)|"
    r"(?:emporte|vole|derobe|rafle)(?:e|s|es)? <few><owned>|<owned> (?:\w+ ){0,3}(?:emporte|vole|derobe|seized|"
    r"stolen|taken)(?:e|s|es)?|vols? (?:de |du )(?:betail|animaux|troupeaux?)|cattle (?:rustling|theft|raids?)|"
    r"robbery|robberies|robb(?:ed|ing)|braquages?|banditr\w+|bandit attacks?|stolen|extort(?:ed|ing|ion)|"
    r"extor(?:que|quer|sion)\w*|depouill\w+|stripped of (?:their|his|her) (?:belongings|goods)|property "
    r"destruction|(?:destroy(?:ed|ing)?|detrui(?:t|ts|te|tes|re|sant|sent)) <few><owned>"
)
_CROWD = (
    r"(?:residents?|inhabitants?|youths?|young people|crowds?|students?|locals|mobs?|passers-?by|bystanders|inmates|"
    r"prisoners|supporters|onlookers|foules?|jeunes|riverains|etudiants|eleves|populations?|habitants|passants|"
    r"detenus|militants du parti|stone-?throwers|jeteurs de pierres)"
)
# What stands between a crowd and what it does: not another doer, nor somebody who speaks or suffers.
_CROWD_DID = (
    _CROWD + r" (?:(?!sa(?:y|id|ys)\b|told\b|report|that\b|who\b|which\b|whose\b|were\b|was\b|been\b|are\b|when\b|as\b|"
    r"after\b|"
    r"while\b|by\b|where\b|affirm|dit\b|disent\b|racont|que\b|qui\b|dont\b|ete\b|etaient\b|par\b|apres\b|gunm|milit|"
    r"jihad|djihad|terror|assail|attack(?:er|s)|fear|flee|fled|fui)[\w'-]+ ){0,8}(?:attacked|assaulted|beat|"
    r"burn(?:ed|t)|"
    r"torched|ransacked|set fire|set ablaze|set alight|vandali[sz]ed|lynched|stoned|looted|stormed|s'en (?:est|"
    r"sont) pris|"
    r"(?:a|ont|avait|avaient) (?:\w+ )?(?:attaque|incendie|saccage|brule|caillasse|lynche|pille|mis le feu|"
    r"roue de coups))"
)
_RIOT = (
    r"emeutes?|emeutiers?|riots?|rioted|rioters?|rioting|mob violence|lynch\w+|(?:angry )?mobs?|(?:threw|"
    r"hurled|throwing|hurling|jets? de|jete\w*|lance\w*) (?:des |de |les )?(?:stones?|rocks?|pierres?|cailloux|"
    r"projectiles)|stone-?throw\w+|(?:attempted )?prison (?:breaks?|riots?|mutin\w+)|mutineries? (?:de|a la|dans la) "
    r"(?:prison|detenus)"
)
_PROTEST = (
    r"manifestations?|manifestants?|(?:a|ont|avaient|avait|ayant) manifeste|manifest(?:er|aient|erent|ent)|"
    r"protest(?:s|ed|ing|ers?|ors?|ations?|e contre|er contre|ent contre|aient contre)?|demonstrat(?:ed|ing|"
    r"ions?|ors?)|(?:une|la|nouvelle|cette|grande) marche(?: (?:pacifique|silencieuse|de protestation))?|(?:a|"
    r"ont|avaient) marche|(?:a|ont|avaient) defile|defilent|defilaient|march(?:ed|ing)|took to the streets|"
    r"taken to the streets|descend\w* dans (?:la|les) rues?|dans la rue pour|grev(?:es?|istes?)|(?:general|"
    r"hunger|teachers'?|nationwide|labou?r|workers'?) strikes?|on strike|strike action|strikers?|went on "
    r"strike|went on a \w+[ -]\w+ strike|sit-?ins?|boycott\w*|desobeissance civile|civil disobedience|villes? "
    r"mortes?|barricad\w+|burn(?:ed|ing) tires|pneus brules|brule des pneus|blocked (?:the )?(?:road|traffic|"
    r"access)s?|roadblocks? (?:by|set up by) (?:residents|"
    r"protesters|youths?)"
)
_PROTEST_LOOSE = r"rall(?:y|ies|ied)|rassemblements? (?:de|pour|contre)"
_ARREST = (
    r"arrest(?:s|ed|ing|ations?)?|detained|taken into custody|(?:ete|a|ont|avoir|avaient|avait|sont) (?:ete "
    r")?arrete(?:e|s|es)?|interpell(?:e|es|ee|ees|er|ation|ations|ant)|gardes? a vue|place\w* en detention|"
    r"incarcer\w+|apprehend(?:ed)?|captured (?:a|two|three|several) (?:suspects?|militants?|terrorists?|"
    r"jihadists?)"
)
_TERRITORY = (
    r"(?:pris|prendre|prennent|prenant|repris|reprendre|perdu|took|taken|taking|take|seized|regained|retaken|"
    r"lost|gained) (?:\w+ )?(?:le |full )?(?:controle|control) (?:de|du|des|d'|of)|(?:seized|captured|"
    r"recaptured|retook|retaken|occupied|took over|taken over) (?:the )?(?:\w+ )?(?:town|city|village|camp|"
    r"base|airport|positions?|region|north)|(?:recaptured|retook|take ?over of|takeover)|tomb\w+ (?:aux mains|"
    r"entre les mains)|fell to|(?:s'est|se sont|s'etre|s'etait|s'etaient) (?:empare|retire)\w*|pulled out of|"
    r"withdrew from|withdrawn from|(?:a|ete|ont) reprise?s? par l'armee|(?:captured|prise) (?:de|by)"
)
_MOVEMENT = (
    r"deploy(?:ed|s|ing|ments?)|deploiements?|(?:ete|a|ont|sont|se sont) deploye\w*|mouvements? de troupes|"
    r"troop movements?|reinforcements|renforts?|(?:convoys?|columns?|troops|soldiers) (?:have |has "
    r")?(?:arrived|moved|entered|left|reached)|redeploy\w+|patrol(?:led|ling)"
)
_DISPLACEMENT = (
    r"(?:leaving|left) (?:their )?(?:homes|villages)|deplaces?(?: internes?)?|deplacements? (?:de|"
    r"des) (?:la )?(?:populations?|civils)|refugies?|refugees?|"
    r"displaced|displacement|idps?|fled|fleeing|(?:a|ont|avaient|avoir|ayant) fui|fuyant|fuient|fuyaient|exode|"
    r"exodus|(?:ont|avaient) quitte leurs? (?:villages?|maisons?|foyers?)|uprooted"
)
_ACCIDENT = (
    r"accidents?(?: (?:de la (?:route|circulation)|de car|de bus|d'avion|d'helicoptere))?|accidental\w*|"
    r"collisions?|collided|percut(?:e|es|ee|ees|er|ant)|naufrag\w+|chavir\w+|capsiz\w+|shipwreck\w*|crash(?:es|"
    r"ed)?|overturned|derail\w+|drown(?:ed|ing)|noyades?|noyes|eboulements?|landslides?|(?:mine|building|"
    r"bridge|wall) collapse\w*|effondrements?|inondations?|flood(?:s|ed|ing)|misguided fire"
)
_POLITICS = (
    r"elections?|electoral\w*|scrutins?|referendums?|parliament\w*|parlement\w*|conseil des ministres|coups? "
    r"d'etat|putsch\w*|coups? attempts?|military coup|nomme (?:premier )?ministre|remaniement|reshuffle|"
    r"constitution\w*|transition|peace (?:agreement|deal|accord|talks)|accords? de paix"
)
_STATEMENT = (
    r"communiques?|statements?|declarations?|(?:a|ont) (?:appele|condamne|denonce|promis|salue|exhorte)|"
    r"condemn(?:ed|s|ing)|press conference|conference de presse|called (?:on|for)|praised|urged|promised|"
    r"acknowledged"
)
_STRIKE_LOOSE = (
    r"(?:une|la|les|des|cette|ces|deux|trois|ses|plusieurs|nouvelles?) frappes?|"
    r"(?:military|army|targeted) strikes?|strikes? (?:on|against|that killed|killed|hit|targeted)"
)


def _cue(words: str, *kinds: Kind, loose: bool = False) -> Cue:
    return Cue(words.replace("<few>", _FEW).replace("<owned>", _OWNED), kinds, loose)


CROWD_ACTS = _cue(_CROWD_DID, Kind.RIOT)  # where the crowd is not itself what somebody attacked: see `index.incidents`
CUES: tuple[Cue, ...] = (
    _cue(_IDIOMS),
    _cue(_AIR_STRIKE, Kind.AIR_STRIKE),
    _cue(_SHELLING, Kind.SHELLING),
    _cue(_BOMBING + "|" + _BLOWN_UP, Kind.BOMBING),
    _cue(_ABDUCTION, Kind.ABDUCTION),
    _cue(_KILLING, Kind.KILLING, Kind.ATTACK),
    _cue(_CLASH, Kind.CLASH),
    _cue(_HEAVY_FIRE, Kind.CLASH, Kind.ATTACK),
    _cue(_LOOTING, Kind.LOOTING),
    _cue(_TERRITORY, Kind.TERRITORY),
    _cue(_RIOT, Kind.RIOT),
    CROWD_ACTS,
    _cue(_PROTEST, Kind.PROTEST),
    _cue(_ATTACK, Kind.ATTACK),
    _cue(_ARREST, Kind.ARREST),
    _cue(_MOVEMENT, Kind.MOVEMENT),
    _cue(_DISPLACEMENT, Kind.DISPLACEMENT),
    _cue(_ACCIDENT, Kind.ACCIDENT),
    _cue(_STRIKE_LOOSE, Kind.AIR_STRIKE, loose=True),
    _cue(_ATTACK_LOOSE, Kind.ATTACK, loose=True),
    _cue(_CLASH_LOOSE, Kind.CLASH, loose=True),
    _cue(_PROTEST_LOOSE, Kind.PROTEST, loose=True),
    _cue(_POLITICS, Kind.POLITICS, loose=True),
    _cue(_STATEMENT, Kind.STATEMENT, loose=True),
)

# Two different words of these in a dispatch, or one in the sentence, mean sport.
SPORT = (
    r"football\w*|championnats?|championships?|matchs?|match(?:es)?|buts?|goals?|gardiens? de but|le gardien|"
    r"goalkeepers?|avant-centres?|strikers?|midfielders?|entraineurs?|coach(?:es)?|stades?|stadiums?|podium|"
    r"ligue (?:1|2|des champions)|league|quarts? de finale|semi-?finals?|demi-finales?|penalt\w+|mi-temps|"
    r"half-?time|milieu de terrain|relegables?|spectateurs?|coupe d'afrique|world cup|buteurs?|olympi\w+"
)
# Words that make a sentence serious again, in sport or out of it.
GRAVE = (
    r"tue(?:e|s|es)?|killed|dead|morts?|bless\w+|wounded|injured|armes? lourdes?|arme(?:e|es)?|armed|gunm[ae]n|"
    r"soldats?|soldiers?|militaires?|jihadist\w*|djihadist\w*|drones?|explosi\w+|victim\w*|terrorist\w*|"
    r"rebel\w*|milici\w*|attackers?|assaillants?"
)

# Before a crowd: it suffers what follows, or is told or made to do it.
SUFFERED_BY = (
    r"(?:kill|attack|abduct|kidnap|wound|injur|threaten|intimidat|robb|loot|beat|assault|detain|arrest|shot|fire|tue|"
    r"tua|"
    r"attaqu|enlev|bless|pill|menac|chass|agress|expuls|expel|displac|terrori[sz]|evict|forc|order|warn|against|"
    r"contre|"
    r"target|vis(?:e|ant)|ambush|harass|gunm|milit|jihad|djihad|rebel|armed)\w*"
)
# What a protest is about: it happened before, or elsewhere, or is feared.
PROTESTED_ABOUT = (
    r"against|over|following|in (?:reaction|response)|in (?:support|favou?r|memory|honou?r) of|in solidarity with|"
    r"(?:in|to) protest(?: of| at| against)?|to (?:protest|denounce|demand|mark|condemn|call|express|show|"
    r"commemorate|"
    r"pay tribute|ask|request|reiterate|remember)|demand(?:ing|ed)?|denounc\w+|calling for|support(?:ed|ing)? (?:for|"
    r"of|the|their)|support|tribute to|because of|due to|contre|(?:pour|afin de) (?:denoncer|reclamer|exiger|"
    r"demander|"
    r"protester|soutenir|rendre hommage|dire|condamner|marquer)|a la suite|suite a|en (?:reaction|reponse|soutien|"
    r"hommage|memoire|solidarite)|exig\w+|reclam\w+|denonc\w+|hommage (?:a|aux)"
)
# Where the account of a protest goes on after what it is about.
PROTEST_GOES_ON = (
    r"[;:]|\b(?:and|et|puis|then|before|avant que|while|mais|but)(?: (?:then|later|also|police|the|les?|la|des|"
    r"clashes|"
    r"ont|a|have|had|security|forces|demonstrators|protesters|manifestants|\w+ly)){0,3} (?=(?:clash|burn|threw|"
    r"attack|set|"
    r"vandal|ransack|loot|destroy|barricad|erect|storm|lynch|fired|opened|arrest|kill|wound|affront|brul|incendi|"
    r"saccag|pill|jet|tir|bless|tu[ea]))|, (?:(?:the|les?|des|some|several|angry) )?(?:clashes|demonstrators|"
    r"protest[eo]rs|"
    r"protests|manifestants|police\w*|policiers?|affrontements|security forces|forces de (?:l'ordre|securite)|"
    r"marchers|"
    r"youths|jeunes|residents|they|ils)\b"
)
# An explosive that was found, taken or made safe, and those who make or lay it: no explosion.
NO_EXPLOSION = (
    r"(?:defus\w+|dismantl\w+|neutrali[sz]ed|seiz(?:ed|ing|ure)|found|discover\w*|detect\w*|recover\w*|uncover\w*|"
    r"locat\w+|confiscat\w+|desamor\w+|demantel\w+|neutralis\w+|saisi\w*|decouv\w+|retrouv\w+|demine\w*|depollu\w+)"
)
MADE_SAFE = r"(?:destroy(?:ed|ing)|detrui\w+|planting|laying|posant|making|transport\w*|carrying)"
MAKERS = (
    r"(?:planters?|layers?|makers?|specialists?|experts?|components?|materials?|factor(?:y|ies)|poseurs?|"
    r"artificiers?)"
)
