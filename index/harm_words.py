"""The French and English words for harm: who is killed or wounded, who bears arms, what is fought or only plundered.

Patterns over folded text (`index.text.fold`).
"""

from __future__ import annotations

# Violent death.  Whose death it is decides the kind (`index.incidents`).
DEATH_OF_WHAT_FOLLOWS = (
    r"(?:a|ont|avait|avaient|avoir|aurait|auraient) (?:\w+ )?(?:tue|abattu|assassine|execute|egorge|"
    r"neutralise)|(?:tuant|abattant|assassinant|executant|egorgeant|neutralisant)|killing|(?<!were )(?<!was "
    r")(?<!been )(?<!being )(?<!are )(?<!is )(?:killed|shot dead|murdered|executed|assassinated|"
    r"neutrali[sz]ed)(?= (?:and \w+ed (?=an?\b|the\b|his\b|one\b|two\b|three\b|\d))?(?!in\b|by\b|during\b|when\b|"
    r"while\b|as (?!many)|and\b|or\b|on\b|at (?!least)|near\b|with\b|after\b|before\b|"
    r"among\b|including\b|over (?!\d)|inside\b|outside\b|between (?!\d)|amid\b|who\b|from\b|there\b|overnight\b|"
    r"yesterday\b|"
    r"(?:sun|mon|tues|wednes|thurs|fri|satur)day\b)\w)"
)
# Wounding tells an attack only where somebody does it: "wounding a driver"; a mine's wounded are the mine's.
WOUND_OF_WHAT_FOLLOWS = (
    r"(?:wounding|injuring)|(?<!were )(?<!was )(?<!been )(?:wounded|injured)(?= (?:an?|the|another|others?|several|"
    r"some|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|several|at|\d+)\b)|(?:a|ont|avait|avaient) (?:\w+ )?blesse|blessant"
)
WOUND_OF_WHAT_PRECEDES = r"wounded|injured|blesse(?:e|s|es)?"
DEATH_OF_WHAT_PRECEDES = (
    r"tue(?:e|s|es)?|abattu(?:e|s|es)?|assassine(?:e|s|es)?|execute(?:e|s|es)?|neutralise(?:e|s|es)?|killed|"
    r"shot dead|murdered|executed|assassinated|slain|gunned down|neutrali[sz]ed|lynched|tombe(?:s|es)? (?:sous "
    r"les balles|au combat)"
)
ARMED = (
    r"armed (?:men|individuals|bandits|group)|hommes armes|individus armes|gunm[ae]n|bandits?|aggressors?|"
    r"soldats?|militaires?|soldiers?|troops?|troopers?|arm(?:y|ee|ees)|gendarm\w*|polic(?:e|ier|iers|eman|emen|"
    r"eofficers?)|militi\w+|milic\w+|dozos?|dan na\w*|vdp|volontaires?|volunteers?|peacekeep\w+|casques? "
    r"bleus?|minusma|barkhane|fama|forces?|national guard|gardes? nationa\w+|garnisons?|garrison|casernes?|"
    r"barracks|camps?|bases?|military|check ?posts?|combatants?|patrols?|patrouilles?|checkpoints?|"
    r"postes? (?:militaires?|avances?|"
    r"de (?:police|gendarmerie|controle|commandement|securite|douane|l'armee)|"
    r"frontieres?)|outposts?|positions?|detachements?|detachments?|convois? (?:militaires?|de l'armee)|army "
    r"convoys?|escort\w*|jihadists?|djihadistes?|jihadistes?|terrorist\w*|militants?|insurg\w+|assaillants?|"
    r"assailants?|attackers?|rebel\w*|fighters?|combattants?|self-defen[cs]e|autodefense|hunters?|chasseurs?|"
    r"officers?|officiers?|sergeants?|lieutenants?|captains?|colonels?|legionnaires?|mercenar\w+|mercenaires?|"
    r"gatia|cma|msa|plateforme|platform|red berets?|g5"
)
UNARMED = (
    r"civil(?:s|es|e|ian|ians)?|habitants?|residents?|villageois\w*|villagers?|villages?|farmers?|"
    r"agriculteurs?|cultivateurs?|paysans?|herd(?:ers?|smen|sman)|eleveurs?|bergers?|women|woman|femmes?|"
    r"children|child|enfants?|teachers?|enseignants?|traders?|commercants?|marchands?|passeng?ers?|passagers?|"
    r"chiefs?|chefs? (?:de|du) village|imams?|mayors?|maires?|drivers?|chauffeurs?|aid workers?|humanitaires?|"
    r"pilgrims?|pelerins?|people|personnes?|persons?|individuals?|journalist\w*|student\w*|eleves?|shoppers?|"
    r"fishermen|pecheurs?|market-?goers?|merchants?|shopkeepers?|famil(?:y|ies|les?)|fathers?|mothers?|sons?|"
    r"daughters?|"
    r"brothers?|sisters?|couples?|peres?|meres?|fils|filles?|freres?|soeurs?|communit(?:y|ies)|communautes?|"
    r"populations?|"
    r"elders?|workers?|(?:bozos?|fulanis?|peuls?|dogons?|bambaras?|songha\w+|arabs?|tuaregs?|"
    r"touaregs?)(?! (?:milit|gunm|armed|hunter|chass|assail|attack))|men|"
    r"hommes?|youths?|jeunes?|man|boy|girl|nurses?|infirmi\w+|doctors?|medecins?|priests?|pretres?|"
    r"traveller\w*|voyageurs?|miners?|orpailleurs?|notables?|demonstrators?|protest[eo]rs?|manifestants?"
)

# Who attacks with arms and in a group; a crowd, a student or a policeman at a march is none of them.
ARMED_DOERS = (
    r"gunm[ae]n|(?:armed|unidentified) (?:men|individuals|group|groups)|(?:hommes|individus) armes|groupes? armes?|"
    r"jihadist\w*|djihadist\w*|militants?(?! du parti| for\b| of the\b| de l'opposition)|terrorist\w*|militia\w*|"
    r"milici\w*|milices?|dozos?|rebel\w*|insurg\w+|assailants?|assaillants?"
)
# A fight after or beside an explosion: more than the explosion itself.
FIREFIGHT = (
    r"gun ?fire|shots|open(?:ed|ing) fire|ouvert le feu|ouvrant le feu|(?:armed )?assault|assauts?|complex (?:ambush|"
    r"attack)\w*|(?:attaque|embuscade)s? complexes?|coordinated|multi-?pronged|ambush\w*|embuscades?|clash\w*|"
    r"affront\w+|"
    r"accroch\w+|fought|fighting|combats?|stormed|tirs?|fusillades?|ripost\w+|repel\w*|repouss\w+|fire ?fight"
)
# Harm to people; "no casualties" is blanked first.
HARM = (
    r"killed|killing|dead|deaths?|died|die|wound\w*|injur\w*|murdered|executed|tues?|tuee?s?|tuant|morts?|mortes?|"
    r"deces|"
    r"bless\w+|shot|casualt\w+|raped|violees?|corpses?|bodies|corps|lost (?:his|her|their) li\w+|fatal\w*|"
    r"opened fire|ouvert le feu|ouvrant le feu|gunfire|tortur\w+|egorg\w+|behead\w+|decapit\w+|massacr\w+|abattus?"
)
NO_HARM = (
    r"(?:no|without(?: any)?|aucune?s?|sans(?: faire de| faire aucune?)?|pas de|ni) (?:[\w'-]+ ){0,2}(?:casualt\w+|"
    r"victim\w*|fatalit\w*|deaths?|dead|wounded|injur\w*|morts?|bless\w+|one (?:was|were)|body|bodily)(?: \w+)?(?: "
    r"(?:hurt|killed|injured|wounded))?|(?:nobody|no one|personne) (?:[\w'-]+ ){0,3}(?:hurt|harmed|killed|injured|"
    r"wounded|bless\w+|tue)"
)
# What is attacked where an attack is on goods alone.
GOODS = (
    r"(?:offices?|town hall|city hall|prefectures?|sub-?prefectures?|schools?|booths?|polls?|mausoleums?|mausolees?|"
    r"tombs?|"
    r"shrines?|shops?|stores?|bars?|hotels?|banks?|pylons?|pylones?|antenn\w+|towers?|vehicles?|trucks?|lorr(?:y|"
    r"ies)|bus|"
    r"buses|cars?|granar\w+|residence|mairies?|bureaux?|ecoles?|boutiques?|magasins?|greniers?|vehicules?|camions?|"
    r"voitures?|"
    r"marches?|markets?|depots?|entrepots?|warehouses?|health cent\w+|centres? de sante)"
)
ATTACKED_GOODS = (
    r"(?:attack(?:ed|ing|s)?|raid(?:ed|s)?|ambush(?:ed|es)?|storm(?:ed|ing)|attaqu\w+|embuscade|"
    r"assaut)(?: and (?:burned|torched|"
    r"ransacked|looted))? (?:(?:on|against|upon|contre|sur|the|an?|le|la|les|l'|un|une|des|de|du|d'|several|two|"
    r"three|four|"
    r"five|deux|trois|plusieurs|[\w-]+'s|muslim|local|transport|public|poll\w*|voting|\w+) ){0,3}"
    + GOODS
    + r"|"
    + GOODS
    + r" (?:[\w'-]+ ){0,9}(?:were|was|a ete|ont ete) (?:attacked|ambushed|raided|attaque\w*)"
)
