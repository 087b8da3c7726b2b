"""Is a thing told as having happened, or is it denied, feared, planned, prevented or only talked about?  Pure.

The rules look at the words that govern the one in question, inside its clause, in folded text (NegEx, Chapman et al.
2001, is the model: a trigger, a direction and a short reach).  A definite article breaks a denial: who "denied
responsibility for the attack" speaks of an attack that took place.
"""

from __future__ import annotations

import re

_REACH = 80  # characters before the word in which a governing word may stand
_GOVERNED_WORDS = 4  # how far a fear or a plan reaches to its right
_FEW = r"(?:[\w'-]+ ){0,3}"
_CLAUSE_START = re.compile(
    r'[.;:!?"]|, (?!(?:dont|including)\b)|'
    r"\b(?:et|and) (?:soutien\w+|affirm\w+|assur\w+|maintain\w*|insist\w*|say|says|said)\b|"
    r"\b(?:mais|but|although|bien que|tandis que|while|apres|after|following|a la suite)\b"
)
_NO_SUCH = r"\b(?:aucune?s?|pas (?:de|d')|ni|sans|jamais (?:de|d')|zero|no|nor|without|any|not a)\b ?" + _FEW
_FRENCH_NOT = (
    r"\bn(?:'|e )(?:a |ont |avait |avaient |est |ete |sont |soit |s'est |se sont |y a )?(?:\w+ )?"
    r"(?:pas|jamais|rien|plus|aucune?) "
    r"(?:ete |eu |encore |d'|de |une? )*"
)
_ENGLISH_NOT = (
    r"\b(?:not|never|didn't|wasn't|weren't|hasn't|haven't|nothing was|nobody was|no one was) "
    r"(?:been |yet |be |ever |any )*"
)
_NOBODY = r"\b(?:rien n'a|personne n'a|aucune? \w+ n'a) (?:ete )?"
_FRENCH_NO_VERB = r"\bn(?:'|e )"  # "n'ont tiré sur personne": the verb itself begins the word marked
_NO = re.compile(rf"(?:{_NO_SUCH}|{_FRENCH_NOT}|{_FRENCH_NO_VERB}|{_ENGLISH_NOT}|{_NOBODY})$")
_DENIED = re.compile(r"\b(?:dement\w*|nie(?:nt)?|niai\w+|refut\w+|reject(?:s|ed)|den(?:y|ies|ied|ying)|rejet\w+)\b")
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|l'|cette|ces|cet|le|la|les|responsabilit\w*|involvement|implication) ?" + _FEW + r"$"
)
_FEARED = re.compile(
    r"\b(?:cra(?:in|ign)\w+|redout\w+|fear(?:s|ed|ing)?|risques?|risks?|menac\w+|threat\w*|possibles?|potential\w*|"
    r"potentiel\w*|"
    r"eventuel\w*|en cas d\w*|in case of|evit\w+|prevent\w*|prevenir|empech\w+|avoid\w*|dejou\w+|foil\w+|thwart\w*|"
    r"avert\w*|warn\w* of|mise en garde|alert\w*|projet\w*|prepar(?:e|er|ait|aient|ent|ing)|"
    r"plan(?:s|ned|ning|nait|ifi\w+)?|"
    r"appel\w* (?:a|au|aux)|call(?:s|ed|ing)? for|demand\w* (?:of|for)|proteger|protect\w*|against|contre|denonc\w+|"
    r"denounc\w+|condemn\w*|condamn\w*|lutt\w+|fight(?:ing)?|combattre|anti|rumeur\w*|rumou?r\w*|exercices?|"
    r"exercises?|(?:involve\w*|participation|complicity|a role) in|impliqu\w+ dans|implication dans|suspected of|"
    r"tribute to|hommage a\w*|(?:in|to the) memory of|en memoire d\w*|"
    r"soupconn\w+ d\w*|wanted for|(?:survivors?|perpetrators?) of|(?:rescapes?|auteurs?) (?:de|d)\b|"
    r"simul(?:ation|ations|ated|er|ee|acre)\b|drills?|commemor\w+|anniversa\w+|film|novel|roman|prochaine?s?|"
    r"upcoming|annonc\w+ une|future?s?)\b"
)
_UNREAL = re.compile(
    r"\b(?:si|if|unless|whether|could|might|would|may|pourrai\w+|pourron\w+|pourra|risqu\w+ de|should|devrai\w+|will|"
    r"vont|va|(?<!appeared )(?<!appears )(?<!seemed )(?<!believed )(?<!reported )(?<!said )(?<!thought )to be) "
    + _FEW
    + r"$"
)
# "threatened residents and burned ...": a deed beside the threat, not what was threatened.
_GOES_ON = re.compile(
    r"\b(?:and|et) (?:\w+(?:[^e]ed|ned|ted)|burnt|brule|incendie|pille|saccage|tue|enleve|abattu)\b[^,;]*$"
)
_CAME_TO_NOTHING = re.compile(
    r" (?:\w+ ){0,2}(?:(?:was|were|has been|have been|a ete|ont ete|avait ete) (?:\w+ )?(?:foiled|thwarted|prevented|"
    r"averted|cancel\w+|banned|dejoue\w*|evite\w*|empeche\w*|annule\w*|interdite?s?)|n'a(?:it)? pas eu lieu|"
    r"did not take place|never took place|dejoue\w*|foiled)"
)


def is_asserted(told: str, start: int, end: int) -> bool:
    """Whether the word at [start, end) of a folded sentence is told as a thing that happened."""
    before = _CLAUSE_START.split(told[max(0, start - _REACH) : start])[-1]
    if _NO.search(before) or _UNREAL.search(before) or _CAME_TO_NOTHING.match(told, end):
        return False
    if (denial := _DENIED.search(before)) and not _DEFINITE.search(before, denial.end()):
        return False
    return _GOES_ON.search(before + told[start:end]) is not None or not _is_feared(before)


def _is_feared(before: str) -> bool:
    """A fear, plan or protest governs what stands within a few words after it, not the whole clause."""
    ends = [match.end() for match in _FEARED.finditer(before)]
    return bool(ends) and len(before[ends[-1] :].split()) <= _GOVERNED_WORDS
