"""Whether a date tells when something was said, not when it happened: "said on Friday", "a-t-on appris mardi".  Pure.

Works on the folded sentence by the words next to the date.  Grammar, not meaning: a wrong guess costs the date of one
sentence, which then takes the date of its dispatch.
"""

from __future__ import annotations

import re

_SAID_FR = (
    r"(?:indique|affirme|declare|annonce|confirme|rapporte|raconte|explique|precise|assure|ajoute|temoigne|estime"
    r"|soutenu|dite?s?|dementi|fait savoir|fait etat|reconnu|accuse|appele|salue|condamne|denonce|revendique|appris"
    r"|admis|souligne|evoque|recense|averti|reagi|promis|demande|ecrit|publie|diffuse|communique|constate)"
)
_SAYS_FR = (
    r"(?:indique|affirme|declare|annonce|confirme|rapporte|raconte|explique|precise|assure|ajoute|dement|dit|ecrit)"
    r"(?:nt)?"
)
_SAID_EN = (
    r"(?:said|says|announced|confirmed|reported|denied|claimed|added|stated|acknowledged|accused|condemned|warned|blamed"
    r"|admitted|declared|urged|denounced|criticised|criticized|vowed|pledged|claimed responsibility|told reporters)"
)
_AUXILIARY = r"(?:a|ont|avait|avaient|l'a|l'ont|a-t-on|a-t-il|a-t-elle|ont-ils|ont-elles|s'est|se sont)"
_ON = r"(?:(?:on|le|ce|late|early|that|again|aussi|egalement|encore|late on|early on)\s)*$"
_STATEMENT = (
    r"(?:communiques?|notes?|messages?|declarations?|videos?|entretien|interview|bulletin|rapport|statements?|report"
    r"|audio|(?:conference|point) de presse|allocution|discours|(?:press|news) conference|briefing|speech|address)"
)
_ISSUED = (
    r"(?:publiee?s?|diffusee?s?|lue?s?|datee?s?|transmise?s?|mise? en ligne|postee?s?|signee?s?|consultee?s?|parue?s?"
    r"|issued|released|published|posted|broadcast|read|sent|dated|seen|obtained)"
)
_DIRECTLY = re.compile(rf"\b(?:{_AUXILIARY}\s(?:\w+\s)?{_SAID_FR}|{_SAID_EN}|told\s(?:[\w.'-]+\s){{1,6}}?)\s?{_ON}")
_INVERTED = re.compile(
    rf"[,\"]\s(?:{_AUXILIARY}\s(?:\w+\s)?{_SAID_FR}|{_SAYS_FR}|according to|selon|d'apres)\b[^,;:.\"]{{0,90}}$"
)
_STATED = re.compile(
    rf"\b{_STATEMENT}\s(?:{_ISSUED}\s(?:online\s)?)?(?:(?:a|sur|par|by|to|on|in|en)\s(?:[\w'-]+\s){{1,4}})?{_ON}"
)
_REACHED = re.compile(
    r"\b(?:joint|jointe|joints|contacte\w*|interroge\w*|interviewe\w*|reached|contacted|interviewed|cite|citee|quoted)\b"
    r"[^,;:.]{0,40}$"
)
_AS_OF = re.compile(
    r"(?:\bn'(?:etait|etaient|avait|avaient|est|ont|a)\b[^.;:,]{0,60}"
    r"|\b(?:had|has|have) (?:not|yet|still)\b[^.;:,]{0,50}"
    r"|\bwas (?:immediately |still )?(?:available|known|clear)\b[^.;:,]{0,20})$"
)
_SAID_NEXT = re.compile(rf",?\s[^,;:.\"]{{0,60}}?\b(?:{_AUXILIARY}\s(?:\w+\s)?{_SAID_FR}|{_SAID_EN}|told)\b")
# "The army on Tuesday announced"; but "the attack on Tuesday claimed six lives".
_SAID_AT_ONCE = re.compile(rf"\s(?:{_AUXILIARY}\s(?:\w+\s)?{_SAID_FR}|(?!claimed|reported){_SAID_EN})\b")
_DATELINE_AFTER = re.compile(r",?\s?(?:\([^)\n]{1,40}\)\s?)?-\s")  # "BAMAKO, 3 mai (Agence) -"
_DATELINE_LENGTH = 60
_CLAUSE_START = re.compile(r"(?:^|[;:.\"]\s?)(?:(?:on|le|ce|late|early|in)\s)*$")


def tells_when_said(sentence: str, start: int, end: int) -> bool:
    """Whether the date at [start, end) of a folded sentence is of a saying, a dateline, or of what is not yet known."""
    if start <= _DATELINE_LENGTH and _DATELINE_AFTER.match(sentence, end):
        return True
    before = sentence[max(0, start - 160) : start]
    if any(pattern.search(before) for pattern in (_DIRECTLY, _INVERTED, _STATED, _REACHED, _AS_OF)):
        return True
    if _SAID_AT_ONCE.match(sentence, end):
        return True
    return bool(_CLAUSE_START.search(before) and _SAID_NEXT.match(sentence, end))
