"""How a sentence tells a toll: the patterns that `index.tolls` reads, over folded text (`index.text.fold_aligned`)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index import toll_words as words
from index.story_model import Harm


def _either(table: Mapping[Harm, str]) -> str:
    return "|".join(f"(?P<{harm.value}>{pattern})" for harm, pattern in table.items())


_NAMED = "|".join((words.SOLDIERS, words.ATTACKERS, words.CIVILIANS, words.PEOPLE))
_PERSON = rf"{_NAMED}|(?:{words.PEOPLES}|{words.OTHERS})(?! (?:[\w'-]+ )?(?:{_NAMED})\b)"
_NO_MODIFIER = (
    r"(?:and|et|or|ou|in|on|at|by|to|for|with|from|near|after|before|when|while|who|which|that|where|qui|que|dont|par|"
    r"dans|sur|pour|avec|au|aux|a|en|apres|avant|pres|lors|were|was|are|is|have|has|had|been|ont|avaient|avait|ete|"
    r"sont|est|etaient|etait|the|les|la|le|l'\w*|an?|une?|des|du|not|pas|including|(?!wound|miss)\w+ing|(?:"
    + words.THINGS
    + r"))\b"
)
_MODIFIER = rf"(?!{_NO_MODIFIER})(?:[\w'.-]|\"){{1,24}}"
HEAD = re.compile(
    rf"\"? ?(?:of (?:the|its|their|his|her|our|them|these) |d'entre |de (?:ses|leurs|nos|l'|la |ces )?|des |d'|of )?"
    rf"(?P<modifiers>(?:{_MODIFIER} ){{0,4}}?)(?:d'|de )?(?:(?P<person>{_PERSON})|(?:{_either(words.NOUNS)})"
    rf"(?: (?:{_MODIFIER} ){{0,1}}(?P<harmed>{_PERSON}))?)(?![\w-])"
)
AFTER_BARE = re.compile(
    r"\s*(?:$|[,.;:)\"-]|(?:and|et|in|on|at|near|by|with|dans|sur|a|au|pres|lors|par|including|dont|before|after|during)\b)"
)
AGE = re.compile(r"\b(?:aged?|agee?s? (?:de|d'))\s?$")
HARM_ADJECTIVE = re.compile(rf"(?:^|\s)(?:{_either(words.DONE)})\s")
_AUXILIARY = (
    r"(?:were|was|are|is|have been|has been|had been|being|be|got|ont ete|a ete|avaient ete|avait ete|ete|etaient|"
    r"etait|sont|est|furent|fut|auraient ete|aurait ete)"
)
_ADVERB = (
    r"(?:\w+ly |\w+ment |tous |toutes |also |both |all |later |still |toujours |found |retrouvee?s? |portee?s? |left |"
    r"reported |confirmed |shot )"
)
ADJACENT = re.compile(
    rf"(?:\s(?!{_NO_MODIFIER})[\w'-]+){{0,2}}\s(?:{_either(words.DONE)})"
    r"(?=\s*(?:$|[,.;:)\]\"-]|(?:in|by|during|when|while|on|at(?! least)|near|with|after|before|and|or|from|there|"
    r"overnight|yesterday|over(?! \d)|inside|outside|amid|as|today|last|this|\w+day|dans|par|lors|et|ou|au|en|sur|"
    r"pres|hier|ce|cette|dont|including|selon|according|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|chez|apres|"
    r"avant|following|et)\b)|(?<!d)\s+a\b)"  # "tué à", but not "killed a"
)
PASSIVE = re.compile(
    rf"\b(?:{_AUXILIARY} {_ADVERB}{{0,2}}(?:{_either(words.DONE)})|(?P<died>{words.HAPPENED[Harm.KILLED]}))\b"
)
# What may not stand between those counted and their predicate: another verb, or a new clause.
BROKEN = re.compile(
    r"[.;:!?]|\b(?:who|qui|where|when|ou|lorsque|quand|that|while|as|but|mais|alors que|tandis que)\b|"
    r"\b(?:a|ont|avaient|avait) (?!ete\b|peri|perdu la vie|trouve la mort|succombe)\w+|"
    r"\b(?!armed|unarmed|unidentified|suspected|alleged|masked|wounded|injured|aged|hundred|united|based|displaced|"
    r"retired|red\b|indeed|unnamed|killed|abducted|kidnapped)\w{2,}ed\b|\b(?:took|came|fled|shot|set|burnt|fought|stole|"
    r"drove|said|told)\b"
)
ADJUNCT = re.compile(
    r"[, (]*\b(?:dont|including|among them|parmi lesquel\w+|of whom|of them|mostly|all)\b[^.;:()]{0,70}?"
    r"(?:[,)]+(?= (?:were|was|have|had|ont|a|avait|avaient|sont|est|died|perished|tue|killed|dead|wounded))|"
    r"(?= (?:were|was|have|had|ont|avait|avaient|sont|died|perished)\b))"
)
GOVERNS = re.compile(
    rf"\b(?:{_either(words.DOING)}|(?P<lost>{words.LOSING}))"
    r"(?: (?:off|also|as well)| (?:and|et) (?:\w+ly )?\w+(?:ed|e))?\s*\"?(?:les |the |d'|de |des )?$"
)
TOLL_SAYS = re.compile(
    r"\b(?:toll|bilan|death count|number of (?:dead|deaths|people killed|fatalities)|"
    r"nombre de (?:morts|tues|victimes))\b"
    r"[^.;:]{0,60}?(?: to| a| reached| reaches| atteint| at| is| was| est de| etait de| of| de| from)"
    r"(?: now| desormais| maintenant)?\s$"
)
SHARE = re.compile(
    r"\b(?:dont|including|among (?:them|whom|the (?:dead|victims|wounded))|amongst them|parmi (?:eux|elles|lesquel\w+)|"
    r"notably|notamment|at least one of them|y compris|comprising)(?: au moins| at least)?[\s:]*\"?$"
)
SHARE_LIST = re.compile(r"\b(?:dont|including|parmi lesquel\w+)\b[^.;:()]{0,60}(?:,| et| and)\s$")
OF_THEM = re.compile(r"\s(?:of (?:them|whom|these)|d'entre (?:eux|elles)|parmi eux)\b")
OLD_TOLL = re.compile(
    r"(?:\b(?:contre|up from|down from|and not|et non|not|au lieu de|instead of|rather than|et pas|from)\s$)|"
    r"\b(?:precedent\w*|previous|earlier|initial\w*|premier|first)\s(?:death )?(?:bilan|toll|count|report)\b[^.;]*$|"
    r"\bbilan (?:precedent|initial)\b[^.;]*$"
)
# What a text says that it said itself, before it was corrected: "a first version of this dispatch said six".
_ITSELF = r"(?:dispatch|story|article|report|note|news item|depeche|papier|texte|information)"
_FORMER = r"(?:first|earlier|previous|prior|initial|original|former|premiere|precedente|ancienne)"
_GOES_ON = r"(?:but|mais|now|desormais|while|alors qu|however|in fact|en fait|en realite|was wrong|erron\w+)"
OWN_EARLIER = re.compile(
    rf"(?:\b{_FORMER} versions? (?:of|de|du) (?:this |the |our |cette |cet |ce |notre |la |l')?{_ITSELF}\b|"
    rf"\bversions? (?:anterieures?|precedentes?|initiales?) (?:de |du )(?:cette |cet |ce |notre |la |l')?{_ITSELF}\b|"
    rf"\bour {_FORMER} {_ITSELF}\b|"
    rf"\bnotre (?:(?:premiere|precedente) )?{_ITSELF} (?:precedente?|anterieure?|initiale?)\b|"
    rf"\bla depeche (?:precedente|anterieure|initiale)\b|"
    rf"\b(?:in an?|dans une) {_FORMER} version\b|"
    rf"\b(?:we|nous|this {_ITSELF}|cette depeche|cet article) (?:had |avions |avait |a )?(?:first|d'abord|initially|"
    r"initialement|mistakenly|wrongly|par erreur) (?:\w+ed|said|put|wrote|written|annonce|ecrit|indique|fait etat)\b)"
    rf"(?:(?!\b{_GOES_ON}\b)[^.;])*"
)
MOVED = re.compile(
    r"\b(?:pass\w+|mont\w+|revis\w+|relev\w+|ris(?:e[sn]?|ing)|rose|went|up|down|revu\w*|climb\w*|increas\w+|alourdi\w*|"
    r"jump\w+|gr[eo]w|lower\w+|abaiss\w+|ramen\w+)\s(?:[\w']+ ){0,3}(?:de |from )$"
)
JOINED = re.compile(r"[\s,]*(?:,|and|et|as well as|ainsi que|ou|or|&|plus|along with)\s+(?:another |also |un autre )?$")
ZERO = re.compile(
    r"\b(?:(?:no|without(?: any)?|aucune?s?|sans (?:faire )?(?:de |d'|aucune? )?|pas (?:fait )?(?:de |d')|ni|ni de|"
    r"pas eu (?:de |d')) "
    r"?(?!further|other|autres?|nouve)(?:(?:reports? of|reported|immediate|civilian|civil|military|human|known|"
    r"perte) )?"
    r"(?:(?P<killed>morts?|victimes?|tues?|deces|humaines?|casualt\w+|fatalit\w+|deaths?|dead|victims?|loss of life)|"
    r"(?P<wounded>blesse\w*|wounded|injur\w+))|"
    r"(?:nobody|no one|none|no (?!group|organi)\w+|personne|nul|aucune? \w+) (?:(?:was|were|has been|n'a|n'a ete|"
    r"n'ont ete|reportedly|ete) ){1,3}(?:(?P<slain>killed|tuee?)|(?P<hurt>hurt|harmed|injured|wounded|blesse)))\b"
)
SINGLE = re.compile(
    r"(?<![\w'-])(?:an?|the|le|la|l'|his|her|its|their|son|sa|leur|ce|cet|cette|one of)(?= )|(?<![\w-])l'"
)
# "Members of the guard": the guard is no one person who is counted.
OF = re.compile(
    r"\b(?:of|by|from|in|at|against|with|to|for|on|near|de|du|par|dans|contre|avec|sur|pour|chez|a)\s$|\bd'$"
)
SINGLE_SUBJECT = re.compile(
    r"\b(?:was|has been|had been|is|a ete|avait ete|aurait ete|est)(?: "
    + _ADVERB
    + rf"{{0,2}}| )(?:{_either(words.DONE)})\b(?! (?:off|in custody))"
)
SUBJECT_START = re.compile(
    r'[.;:!?"()]|,(?! (?:an?|the|le|la|un|une) )|'
    r"\b(?:and|et|when|where|while|after|that|que|ou|lorsque|quand|but|mais)\b"
)
CLAUSE_START = re.compile(r"[.;:!?]|\b(?:when|where|while|after|that|que|lorsque|quand|but|mais)\b")
AN = re.compile(r"an?|une?")
CROWD = re.compile(rf"\b(?:{words.CROWDS})\b")
PLURAL = re.compile(r"(?:s|x|men|people|children|troops|women)$")
ANIMAL = re.compile(rf"\s(?:\w+ )?(?:{words.ANIMALS}|{words.THINGS})\b(?! (?:thie[fv]|owner|trader|merchant|herder))")
ARMED_GROUP = re.compile(
    r"\b(?:jnim|gsim|eigs|isgs|iswap|aqmi|aqim|ansar\w*|boko haram|katiba|al-qaeda|al-qaida|"
    r"etat islamique|islamic state|mujao)\b"
)
FORCES = re.compile(
    r"\b(?:forces|armee|army|gendarmerie|police|garde nationale|national guard|minusma|fama|military|vdp)\b"
)
VICTIMS = (
    ("attackers", re.compile(rf"(?:{words.ATTACKERS})")),
    ("soldiers", re.compile(rf"(?:{words.SOLDIERS})")),
    ("civilians", re.compile(rf"(?:{words.CIVILIANS}|{words.PEOPLES})")),
)


# Without one of these a sentence holds no toll: most are passed over at the cost of one search.
QUICK = re.compile(
    r"\b(?:toll|bilan|casualt|victim|kill|mort|tue|tua|dead|death|die|wound|injur|hurt|bless|abduct|kidnap|enlev|hostage|"
    r"otage|missing|dispar|fatal|abatt|assassin|murder|execut|shot|shooting|slain|slay|neutrali|peri|perish|massacr|"
    r"egorg|decap|behead|lynch|perd|lost|losing|loss|vie|dece|tomb|corps|bod|cadavr|captur|succ|gunn|fusill|remains|"
    r"depouill|harm|left|leav|laiss|li[fv]e|touch|took|taken|taking|unaccounted|pris|seized)"
)
