"""Is what a passage tells confirmed by anybody?  Pure.

Three things make it unconfirmed, the first that holds standing for all:

- the sentence quoted, or the one after it, says that it could not be verified ("n'ont pas pu être vérifiés",
  "unconfirmed");
- that sentence says that whoever tells it would not be named ("sous couvert d'anonymat", "asked not to be named");
- it tells armed violence, everybody who speaks in the quotation is a party to the conflict (an armed group, a force, an
  authority), all of them one party, and in the whole dispatch nobody who saw it, knows of it or belongs to another side
  says anything but a denial.  A quotation in which nobody speaks is the source's own word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.actors import ACTORS, ActorKind, ancestors
from index.incidents import ARMED_VIOLENCE
from index.model import Claim, ClaimVerb, Doubt, Kind, Span
from index.text import fold_aligned, sentences

_NOT = r"(?:n'\w+|ne \w+|not|never|nor|yet to|sans|without|pas|aucune?|no|impossible d[e']|difficult to|unable to)"
_UNVERIFIED = re.compile(
    rf"\b{_NOT}\b[^.;:]{{0,40}}?\b(?:verifi\w+|confirm\w+|authenti\w+|corrobor\w+|recoup\w+)|"
    r"\b(?:unconfirmed|unverified|non (?:confirme|verifie)\w*|invérifiable\w*|inverifiable\w*|sous reserve|"
    r"a confirmer|awaiting confirmation)\b"
)
_ANONYMOUS = re.compile(
    r"\b(?:anonymat|anonymity|anonymously|anonymement|asked not to be (?:named|identified)|"
    r"(?:did not|not) (?:want|wish)(?:ing)? to be (?:named|identified)|declined to be (?:named|identified)|"
    r"(?:refus\w+|souhait\w+ ne pas|demand\w+ (?:a )?ne pas) (?:d')?(?:etre )?(?:nomm|identifi|cit)\w+)\b"
)
_PARTIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.FORCE, ActorKind.AUTHORITY})


def doubt_of(body: str, claims: Sequence[Claim], kinds: Sequence[Kind], quote: Span) -> Doubt | None:
    """Why the quotation is not confirmed, or None; `claims` are those of the whole body, `kinds` what is told."""
    around = _around(body, quote)
    if _UNVERIFIED.search(around):
        return Doubt.UNVERIFIED
    if _ANONYMOUS.search(around):
        return Doubt.ANONYMOUS
    return Doubt.ONE_SIDE if ARMED_VIOLENCE & set(kinds) and _is_one_side(claims, quote) else None


def _around(body: str, quote: Span) -> str:
    """The sentences that the quotation touches and the next one, folded."""
    cut = sentences(body)
    touched = [at for at, one in enumerate(cut) if one.start < quote.end and quote.start < one.end]
    if not touched:
        return ""
    last = cut[min(touched[-1] + 1, len(cut) - 1)]
    return fold_aligned(body[cut[touched[0]].start : last.end])


def _is_one_side(claims: Sequence[Claim], quote: Span) -> bool:
    told = [one for one in claims if one.verb is not ClaimVerb.DENIES]
    here = {_side(one.actor) for one in told if one.start < quote.end and quote.start < one.end}
    return len(here) == 1 and None not in here and {_side(one.actor) for one in told} == here


def _side(actor: str) -> str | None:
    """The party that speaks through an actor, None for one who is no party."""
    known = ACTORS.get(actor)
    return ancestors(actor)[-1] if known and known.kind in _PARTIES else None
