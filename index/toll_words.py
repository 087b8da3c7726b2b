"""The French and English words that count the harmed: who they are, what was done to them.

Patterns over folded text (`index.text.fold_aligned`).
"""

from __future__ import annotations

from index.story_model import Harm

# What is said of those counted before it ("three soldiers killed", "ont été tués"): participles and adjectives.
DONE = {
    Harm.KILLED: r"killed|shot dead|murdered|executed|assassinated|slain|gunned down|beheaded|massacred|lynched|"
    r"neutrali[sz]ed|dead|tuee?s?|abattue?s?|assassinee?s?|executee?s?|egorgee?s?|decapitee?s?|neutralisee?s?|"
    r"massacree?s?|lynchee?s?|morte?s?|tombee?s?(?! dans| in)|decedee?s?|fusillee?s?",
    Harm.WOUNDED: r"wounded|injured|hurt|beaten|blesse?e?s?|touchee?s? par (?:balles?|des tirs)",
    Harm.ABDUCTED: r"abducted|kidnapped|taken hostage|taken away|captured|enlevee?s?|kidnappee?s?|capturee?s?|"
    r"pris(?:e|es)? en otages?|seized by",
    Harm.MISSING: r"missing|unaccounted for|(?:portee?s? )?disparue?s?",
}
# What those counted before it did: "two soldiers died".
HAPPENED = {
    Harm.KILLED: r"died|dies|perished|peri|perdu la vie|perdaient la vie|perdent la vie|trouve la mort|"
    r"trouvent la mort|trouvaient la mort|succombe|succumbed|lost (?:their|his|her) li(?:fe|ves)",
}
# What is done to those counted right after it: "killed three soldiers", "coûté la vie à cinq gendarmes".
DOING = {
    Harm.KILLED: r"kill(?:ed|s|ing)?|murder(?:ed|ing)|execut(?:ed|ing)|assassinat(?:ed|ing)|behead(?:ed|ing)|"
    r"massacr(?:ed|ing)|gunn?(?:ed|ing) down|shot dead|shooting dead|shot and killed|neutrali[sz](?:ed|ing)|"
    r"slay(?:ing)?|claim(?:ed|ing|s) the lives of|tues?|tuent|tuer|tuant|abattu|abattant|assassin(?:e|er|ant)|"
    r"execut(?:e|er|ant)|egorge(?:r|ant)?|decapite(?:r|ant)?|neutralis(?:e|er|ant)|massacr(?:e|er|ant)|"
    r"cout(?:e|er|ant) la vie a|(?:deaths?|killing|murder|execution) of|"
    r"(?:mort|deces|assassinat|meurtre|execution) (?:de|d'|des)|left|leaving(?= [\w ]+dead)|laissant|"
    r"(?:bodies|corpses|remains) of|(?:corps|cadavres|depouilles|restes) (?:de|d'|des)",
    Harm.WOUNDED: r"wound(?:ed|ing|s)?|injur(?:ed|ing|es)|hurt(?:ing)?|bless(?:e|er|ant)",
    Harm.ABDUCTED: r"abduct(?:ed|ing|s|ion of)|kidnapp?(?:ed|ing|s|ing of)|captur(?:ed|ing)|t(?:ook|aking) hostage|"
    r"enlev(?:e|er|ant|ement (?:de|d'|des))|kidnapp(?:e|er|ant)|captur(?:e|er|ant)|prise en otages? (?:de|d'|des)",
    Harm.MISSING: r"disparition (?:de|d'|des)|disappearance of",
}
# "lost six men", but also "lost four vehicles": only people named count.
LOSING = r"lost|losing|los(?:s|es) of|perdu|perdant|perte (?:de|d'|des)"
# The harm as a noun that a number stands before: "15 morts", "four fatalities".
NOUNS = {
    Harm.KILLED: r"morts?|mortes?|tuee?s?|deces|dead|deaths?|fatalit(?:y|ies)|killed|slain|corps|cadavres?|bodies|"
    r"bod(?:y|ies)|corpses?|depouilles?|people dead",
    Harm.WOUNDED: r"blesse?e?s?|wounded|injured|hurt|injuries|wounds",
    Harm.ABDUCTED: r"(?:otages?|hostages?)(?! (?:[\w']+ ){0,2}(?:freed|released|rescued|liberee?s?|relachee?s?))|"
    r"enlevee?s|abducted|kidnapped|abductions|kidnappings|captured",
    Harm.MISSING: r"disparue?s?|missing",
}
SOLDIERS = (
    r"soldats?|militaires?|soldiers?|troops|troopers?|gendarmes?|policiers?|police ?(?:men|man|officers?)|"
    r"officers?|officiers?|sous-officiers?|peacekeepers?|casques? bleus?|blue helmets?|volontaires?|volunteers?|vdps?|"
    r"gardes?|guards?|guardsmen|sergents?|sergeants?|lieutenants?|captains?|capitaines?|colonels?|caporal|caporaux|"
    r"corporals?|commandants?|adjudants?|generals?|service ?m[ae]n|legionnaires?|marines|paras|agents?|douaniers?|"
    r"customs officers?|fama|elements?|recrues?|recruits?|cadets?"
)
ATTACKERS = (
    r"jihadists?|djihadistes?|jihadistes?|terrorist(?:e?s?)|militants?|insurg\w+|assaillants?|assailants?|"
    r"attackers?|attaquants?|rebels?|rebelles?|bandits?|gunm[ae]n|fighters?|combattants?|combatants?|extremistes?|"
    r"extremists?|islamistes?|islamists?|kamikazes?|suicide bombers?|ravisseurs?|kidnappers?|apostats?"
)
CIVILIANS = (
    r"civil(?:s|es|e|ian|ians)?|habitants?|residents?|villageois\w*|villagers?|farmers?|agriculteurs?|cultivateurs?|"
    r"paysans?|herders?|herds?m[ae]n|eleveurs?|bergers?|shepherds?|wom[ae]n|femmes?|children|child|enfants?|kids?|"
    r"bab(?:y|ies)|bebes?|toddlers?|minors?|mineurs?|teachers?|enseignante?s?|traders?|commercante?s?|marchande?s?|"
    r"passeng?ers?|passagers?|passageres?|imams?|marabouts?|mayors?|maires?|drivers?|chauffeurs?|conducteurs?|"
    r"aid workers?|humanitarians?|humanitaires?|pilgrims?|pelerins?|journaliste?s?|students?|etudiante?s?|eleves?|"
    r"pupils?|shoppers?|fisherm[ae]n|pecheurs?|merchants?|shopkeepers?|fathers?|mothers?|sons?|daughters?|brothers?|"
    r"sisters?|peres?|meres?|fils|filles?|freres?|soeurs?|cousins?|elders?|workers?|ouvriers?|travailleurs?|"
    r"employe?e?s?|employees?|techniciens?|technicians?|boys?|girls?|garcons?|nurses?|infirmi\w+|doctors?|medecins?|"
    r"priests?|pretres?|missionar(?:y|ies)|travell?ers?|voyageurs?|miners?|orpailleurs?|notables?|demonstrators?|"
    r"protest[eo]rs?|manifestante?s?|worshipp?ers?|fideles|mourners|refugees?|refugies?|deplaces|migrants?|"
    r"vendeurs?|vendeuses?|tourists?|touristes?|expatriates?|bystanders?|merchants?|conseillers?|counsell?ors?|"
    r"councill?ors?|chiefs?|chefs?|chauffeurs?|truckers?|camionneurs?|apprentis?|apprentices?|foreigners?|"
    r"etrangers?|nationals|ressortissants?"
)
# Peoples, who are counted themselves only where no other word for them follows ("two Dogon", "two Dogon farmers").
PEOPLES = (
    r"bozos?|fulanis?|peuls?|dogons?|bambaras?|tuaregs?|touaregs?|arabs?|arabes?|songha\w+|hausas?|haoussas?|mossis?|"
    r"kanuris?|soninkes?|chinese|chinois|nationals"
)
PEOPLE = (
    r"people|personnes?|persons?|individuals?|individus?|hommes?|m[ae]n|members?|membres?|victims?|victimes?|"
    r"militiam[ae]n|miliciens?|dozos?|dozo|hunters?|chasseurs?|leaders?|youths?|jeunes?|others?|autres?|more|lives|"
    r"vies|casualt(?:y|ies)|human beings|ames|souls|compatriotes?|relatives|proches|staff"
)
# Any other word for people, by its ending.
OTHERS = r"\w{3,}(?:ers|ors|istes?|ists?|eurs?|iens?|ians?)"
# Groups of unsaid size, which a singular verb may follow: nobody is counted by them.
CROWDS = (
    r"famil(?:y|le)|groupe?|couple|number|nombre|dozens?|douzaine|dizaine|vingtaine|crowd|foule|arm(?:y|ee)|police|"
    r"population|majority|plupart|convoy|convoi|patrol|patrouille|team|equipe|unit|unite|militia|milice|cattle|"
    r"livestock|betail|animals?|operation|attack|attaque|vehicle|vehicule|project|projet|donkeys?|ane|camels?|"
    r"chameau|dogs?|chien|nobody|no one|personne|none"
)
ANIMALS = (
    r"cattle|cows?|goats?|sheep|camels?|donkeys?|horses?|oxen|bulls?|animals?|heads?|livestock|chickens?|boeufs?|"
    r"vaches?|moutons?|chevres?|chameaux?|anes?|chevaux|cheval|betes?|tetes?|animaux|caprins|bovins|ovins|poulets?"
)
# Nouns of things between a number and people: "two vehicles carrying soldiers" counts no soldiers, "two bus drivers"
# does, so that most stand in the plural alone.
THINGS = (
    r"vehicles|vehicules|trucks|camions|cars|voitures|buses|motorbikes|motorcycles|motos|pick-?ups|bikes|villages|"
    r"hamlets|hameaux|camps|houses|maisons|kilomet\w+|km|miles?|metres|meters|hours?|heures?|days?|jours?|weeks?|"
    r"semaines?|months?|mois|years?|ans|annees?|times|fois|positions|bases|posts|postes|checkpoints|boats|attacks|"
    r"attaques|mines|ieds|bombs|bombes|rockets|roquettes|shells|obus|boutiques|shops|granaries|greniers|francs|euros|"
    r"dollars|armes|weapons|incidents|places|groups|groupes|families|familles|communities|sources?|minutes?|rounds|"
    r"drones|helicopters|convoys|convois|units|unites|sides|points|localites|towns|villes|communes|battalions|"
    r"bataillons|brigades|percent|million\w*"
)
