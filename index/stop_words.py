"""The words of asking and the small words of French and English, folded: what a question holds besides its topic.

Pronouns and prepositions that say where or when are here too: the rooms that read places and dates have had them.
"""

from __future__ import annotations


def word_set(spaced: str) -> frozenset[str]:
    """The words of a text of words and spaces."""
    return frozenset(spaced.split())


FRENCH = word_set(
    """
    a ai ainsi alors autre autres avant ca cote malgre maintenant apres as au aucun aucune aujourd'hui aussi autour
    aux avait avaient avec avez avoir avons ayant beaucoup c car ce ceci cela celle celles celui ces cet cette ceux
    chaque chez ci combien comme comment contre d dans de depuis des dont donc du elle elles en encore entre es est
    est-ce et etaient etait ete etes etre eu eux fait faut hors il ils j je jusque l la laquelle le lequel les
    lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme memes mes mon n ne ni nos notre nous on ont ou
    par parce parmi pas pendant peu peut peut-on plus pour pourquoi pres puis qu quand que quel quelle quelles quels
    quelque quelques qui quoi s sa sans se selon ses si soit son sont sous sur t ta te tes ton tous tout toute
    toutes tres tu un une vers voici voila vos votre vous y
    """
)
ENGLISH = word_set(
    """
    about after again among anyone before despite someone still all also am an and any are as at be because been
    being both but by can could did do does done down during each few for from had has have having he her here hers
    him his how i if in into is it its itself just many me more most much my near no nor not now of off on once only
    or other our out over own per same she should since so some such than that the their theirs them then there
    these they this those through to too under until up upon us very was we were what when where which while who
    whom whose why will with within without would you your
    """
)
_ASKED_FOR = word_set(
    """
    please tell show give list find know want need like inform informed update updates happen happened happening
    happens occur occurred news report reports latest recent what's who's where's anything something going situation
    kind kinds type types describe summary summarise summarize overview briefing details information info dis dites
    dire dis-moi dites-moi donne donne-moi donnez donnez-moi montre montre-moi montrez montrez-moi liste lister
    cherche trouve trouver sais sait savoir savez veux voudrais voudrait faire point svp stp merci bonjour salut
    hello hi passe passe-t-il s'est-il produit produits produite produites lieu nouvelles nouvelle nouveau actualite
    actualites infos informations resume sorte sortes genre genres details concernant propos sujet y-a-t-il a-t-il
    a-t-on eu-lieu qu'est-ce c'est-ce est-il sont-ils ont-ils ont-elles
    """
)
ASKING = FRENCH | ENGLISH | _ASKED_FOR | frozenset("abcdefghijklmnopqrstuvwxyz")
