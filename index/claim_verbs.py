"""The French and English verbs by which somebody is said to say something, as patterns over folded text.

`claims` takes responsibility, `denies` denies, `reports` tells what was seen or found, `says` is any other assertion.
French -er verbs fold to one form ("affirme", "affirmé"); `index.claims` tells them apart by the letters as written.
"""

from __future__ import annotations

import re

from index.model import ClaimVerb

_FRENCH: dict[ClaimVerb, str] = {
    ClaimVerb.CLAIMS: r"revendiqu(?:e|ent|ait|aient)|endosse la responsabilite|assume la responsabilite",
    ClaimVerb.DENIES: r"dement|dementent|dementi|dementait|ni(?:e|ent|ait|aient)(?! \w+ pas)|refut(?:e|ent|ait)|"
    r"rejett?e(?:nt)?|rejetait|"
    r"contest(?:e|ent|ait)|recus(?:e|ent|ait)",
    ClaimVerb.REPORTS: r"racont(?:e|ent|ait|aient)|temoign(?:e|ent|ait)|rapport(?:e|ent|ait|aient)|"
    r"decri(?:t|vent|vait)|"
    r"relat(?:e|ent)|"
    r"confirm(?:e|ent|ait|aient)|constat(?:e|ent|ait)|se souvien(?:t|nent)|resum(?:e|ent)|s'etonn(?:e|ent)|"
    r"deplor(?:e|ent|ait)",
    ClaimVerb.SAYS: r"affirm(?:e|ent|ait|aient)|indiqu(?:e|ent|ait|aient)|declar(?:e|ent|ait)|di(?:t|sent|sait|saient)|"
    r""
    r"assur(?:e|ent|ait|aient)(?! (?:la |le |l'|les )?(?:liaison|transport|securite|interim|garde|service|suivi|"
    r"escorte|defense))|annonc(?:e|ent)|annoncait|precis(?:e|ent|ait)|ajout(?:e|ent|ait)|soutien(?:t|nent)|soutenait|"
    r"estim(?:e|ent|ait)|expliqu(?:e|ent|ait)|evoqu(?:e|ent|ait)|f(?:ait|aisait|ont) etat|accus(?:e|ent|ait|aient)|"
    r"promet(?:tent)?|promis|reconnait|reconnu|reconnaissent|ecri(?:t|vent|vait)|avanc(?:e|ent)|avancait|"
    r"parl(?:e|ent|ait|aient)(?= d)|"
    r"denonc(?:e|ent)|denoncait|soulign(?:e|ent|ait)|plaid(?:e|ent)|imput(?:e|ent|ait)|attribu(?:e|ent|ait)|admet|"
    r"admis|"
    r"prevenu|previent|martel(?:e|ent)|fait savoir|pretend(?:ent|ait)?|jur(?:e|ent)|recens(?:e|ent)",
}
_ENGLISH: dict[ClaimVerb, str] = {
    ClaimVerb.CLAIMS: r"claim(?:s|ed|ing)? (?:\w+ )?(?:responsibility|credit|the (?:attack|attacks|ambush|"
    r"bombing|assault|"
    r"killings?|abduction|"
    r"strike|blast|raid|explosion))|(?:took|takes|taken) (?:\w+ )?responsibility|"
    r"sa(?:id|ys) (?:\w+ (?:\w+ )?)?(?:it (?:was|is) behind|its (?:fighters|men|members|"
    r"forces) (?:\w+ )?(?:carried out|conducted|attacked|"
    r"killed|ambushed|planted|destroyed|seized)|it (?:had )?carried out)",
    ClaimVerb.DENIES: r"den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es|ed)|refut(?:es|ed)",
    ClaimVerb.REPORTS: r"reported|confirm(?:s|ed)|describ(?:es|ed)|recount(?:s|ed)|recalled|testif(?:ies|ied)|"
    r"witnessed",
    ClaimVerb.SAYS: r"sa(?:id|ys|y)|told|tells|add(?:ed|s)|stated|announc(?:ed|es)|declar(?:ed|es)|acknowledg(?:ed|es)|"
    r""
    r"admit(?:ted|s)|blam(?:ed|es)|accus(?:ed|es)|insist(?:ed|s)|warn(?:ed|s)|wrote|writes|explain(?:ed|s)|"
    r"promis(?:ed|es)|"
    r"claim(?:ed|s)|alleg(?:ed|es)|estimat(?:ed|es)|asserted|asserts|was quoted as saying|put(?:s)? the (?:number|"
    r"toll)",
}


def _alternatives(table: dict[ClaimVerb, str], language: str) -> str:
    """One named group a verb, CLAIMS first: "said it was behind" before "said"."""
    return "|".join(f"(?P<{verb}_{language}>{table[verb]})" for verb in ClaimVerb)


# Each language with its own auxiliaries: the French "a" is an English article.
_HAVE_FR = r"(?P<aux>(?:a|ont|avait|avaient|aurait|auraient)(?:-t)?(?:-(?:il|elle|ils|elles|on))? (?:(?!ete\b)\w+ )?)?"
_HAVE_EN = r"(?:(?:has|have|had) (?:(?!been\b)\w+ )?)?"
SPEECH = re.compile(
    rf"(?<![\w'-])(?:{_HAVE_FR}(?:{_alternatives(_FRENCH, 'fr')})(?P<clitic>-t?-?(?:il|elle|ils|elles))?|"
    rf"{_HAVE_EN}(?:{_alternatives(_ENGLISH, 'en')}))(?!\w)"
)
CLAIMED_BY = re.compile(r"(?<!\w)(?:revendique(?:e|es|s)?|claimed) (?:\w+ ){0,2}?(?:par|by) ")
DENIED_BY = re.compile(r"(?<!\w)(?:dementi(?:e|es|s)?|nie(?:e|es|s)|denied) (?:\w+ ){0,2}?(?:par|by) ")
ACCORDING_TO = re.compile(
    r"(?<!\w)(?:selon |d'apres |aux dires d(?:e |'|u |es )|de l'avis d(?:e |'|u |es )|according to |"
    r"appris\b[^.;\"]{0,60}?\b(?:de (?=sources?|bonne)|aupres d(?:e |'|u |es )))"
)
# A speaker's own deed: an armed group that says so takes responsibility for it.
OWN_DEED = re.compile(
    r"\s*(?:\w+ )?(?:avoir |s'etre |etre (?:a l'origine|derriere)|que ses (?:combattants|hommes)|qu'(?:il|elle) a |"
    r"(?:that )?(?:it|they) (?:was|were|had|have|has|carried|killed|attacked|destroyed|captured|seized|shot|ambushed)|"
    r"(?:that )?(?:its|their) (?:men|fighters|members|forces|combatants))"
)
NOBODY = re.compile(r"(?:^|\W)(?:no|nobody|none|neither|aucune?|personne|nul)(?:\s[\w'-]+){0,3}\s*$")
# Before a verb: negated, an infinitive's or a noun's little word, or a passive's auxiliary.
NEGATED = re.compile(
    r"(?:\bn'(?:\w+ )?|\bn'\w+ (?:\w+ )?(?:pas|jamais|rien|plus) |\bne |\bse |\bs'est |\bnot |\bnever |n't |\bto |"
    r"\bpour |\bde |\bsans |\bl'|\bune |\bla |\bcette |\bd'|\bwas |"
    r"\bwere |\bbeen |\bbe |\bbeing |\bas |\bis |\bare |\bcould |\bwould |\bshould )$"
)
# Past participles that look like nothing else: without an auxiliary nobody says anything with them.
PARTICIPLE = re.compile(r"promis|reconnu|dementi|admis|prevenu")
# French only with its accent: "precise" and "resume" are English words as well.
ACCENTED = re.compile(r"^(?:precise|resume)(?:nt)?$")
# Verbs whose object may be somebody: what follows them is no inverted subject.
OBJECT_IS_SOMEBODY = re.compile(r"told|tells|accus|blam|den(?:y|ies|ied)|reject|conteste|attribu|imput|denonc")
# How a question asks who said it, or what someone says.
_WHO_CLAIMS = (
    r"(?:who|which groups?) (?:has |have |had )?(?:\w+ )?(?:claim(?:ed|s)?(?: (?:responsibility|credit)(?: for)?)?|"
    r"(?:took|takes|taken) (?:responsibility|credit)(?: for)?)|"
    r"who (?:said|says) (?:it|they) (?:did it|(?:was|were) behind(?: it)?|carried it out)|"
    r"(?:qui|quels? groupes?) (?:(?:l'|les )?(?:a |ont |avait ))?(?:\w+ )?revendiqu(?:ee?s?|ent|ait)|"
    r"par qui [\w' -]{0,40}?revendique\w*|revendique(?:e|es|s)? par|claimed by|claims? of responsibility|"
    r"claim(?:ed|s)? responsibility(?: for)?|revendications? (?:de|d'|du|des)"
)
_WHO_DENIES = (
    r"(?:who|which \w+) (?:has |have |had )?(?:\w+ )?(?:den(?:y|ies|ied)|reject(?:s|ed))|denied by|"
    r"qui (?:(?:l'|les )?(?:a |ont |avait ))?(?:\w+ )?(?:dement(?:ie?s?|ent)?|nie(?:nt)?|refute|rejette)|"
    r"dementi(?:e|es|s)? par|nie(?:e|es|s) par"
)
_WHO_REPORTS = (
    r"who (?:has |have )?(?:\w+ )?(?:reported|reports|witnessed|saw)|qui (?:a |ont )?(?:\w+ )?(?:rapporte|"
    r"temoigne|raconte|vu)|"
    r"what (?:do|did) (?:\w+ )?(?:witnesses|residents|survivors|villagers) (?:say|see|report)|"
    r"que (?:disent|racontent|rapportent) (?:les |des )?(?:habitants|temoins|rescapes|riverains|villageois)"
)
_WHO_SAYS = (
    r"who (?:has |have )?(?:said|says|say)|qui (?:a |ont )?dit|que (?:dit|disent|a dit|ont dit|declare|affirme)|"
    r"qu'(?:a|ont) dit|what (?:do|does|did|has|have) (?P<who>(?:[\w'-]+ ){1,8}?)(?:say|said)(?: about)?|"
    r"according to whom|selon qui|"
    r"what (?:is|was) said|qu'en (?:dit|disent)"
)
ASKED: tuple[tuple[ClaimVerb, re.Pattern[str]], ...] = (
    (ClaimVerb.CLAIMS, re.compile(rf"(?<!\w)(?:{_WHO_CLAIMS})(?!\w)")),
    (ClaimVerb.DENIES, re.compile(rf"(?<!\w)(?:{_WHO_DENIES})(?!\w)")),
    (ClaimVerb.REPORTS, re.compile(rf"(?<!\w)(?:{_WHO_REPORTS})(?!\w)")),
    (ClaimVerb.SAYS, re.compile(rf"(?<!\w)(?:{_WHO_SAYS})(?!\w)")),
)
