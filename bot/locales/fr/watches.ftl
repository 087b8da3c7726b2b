## Veilles

command-watch = Prévenez-moi quand cela arrive
command-watches = Ce que je guette pour vous, et quand je le dis
button-tell = Prévenez-moi si cela se reproduit
watch-how =
    Écrivez après /watch ce qu’il faut guetter, comme une question :
    /watch attaques près de Gao, au moins 5 morts
    /watch manifestations au Niger, source : "Radio Falaise", en français
watch-added = Je vous préviendrai.
watch-edit = Envoyez : /watch #{ $number } et la nouvelle question.
watch-deleted = Je ne guette plus « { $watch } ». /watches montre ce qui reste.
watch-gone = Cela n’existe plus. /watches montre ce qui existe.
watch-admins = Dans un groupe, seuls ses administrateurs changent les veilles. Guettez pour vous-même en privé avec moi.
watch-tried = { $count ->
    [0] Ces 7 derniers jours, cela ne vous aurait rien dit. Essayez moins de mots ou un lieu plus large.
    [one] Ces 7 derniers jours, cela vous aurait dit une chose :
   *[other] Ces 7 derniers jours, cela vous aurait dit { $count } choses :
}
watch-tried-more = Ces 7 derniers jours, cela vous aurait dit plus de { $count } choses. Les plus récentes :
watch-tried-withdrawn = { $count ->
    [one] Une chose serait venue, retirée depuis.
   *[other] { $count } choses seraient venues, retirées depuis.
}
watch-toll = { $count } morts ou plus
watch-source = seulement { $source }
watch-language-fr = en français
watch-language-en = en anglais
watch-paused = en pause
watch-file-bad = Ce fichier ne contient pas de veilles. Envoyez-en un que /watches a exporté.
watch-file-read = { $made } veilles sur { $of } sont faites. /watches les montre.
watches-none = Je ne guette rien ici. Vous pouvez avoir { $left } veilles : /watch attaques près de Gao
watches-left = { $left ->
    [0] Il ne vous reste aucune veille. Supprimez-en une pour en faire une autre.
    [one] Vous pouvez avoir encore une veille.
   *[other] Vous pouvez avoir encore { $left } veilles.
}
delivery-instant = aussitôt
delivery-digest = dans le résumé
delivery-silent = aussitôt, sans bruit
button-this-watch = Cette veille
button-export = En fichier
button-watch-try = Essai : 7 derniers jours
button-watch-pause = Pause
button-watch-resume = Reprendre
button-watch-instant = Aussitôt
button-watch-digest = Dans le résumé
button-watch-silent = Sans bruit
button-watch-edit = Changer
button-watch-delete = Supprimer

## Quand un chat est prévenu

quiet-how =
    Écrivez les heures sans message, un fuseau horaire s’il est autre, et ce qui peut venir malgré tout :
    /quiet 22-7 Africa/Bamako 20 km 5 morts
    /quiet off
digest-how =
    Écrivez les heures du résumé, et un fuseau horaire s’il est autre :
    /digest 7 19 Africa/Bamako
hours-no-quiet = Pas d’heures calmes : /quiet les fixe.
hours-quiet = Calme de { $start } à { $end } ({ $zone }).
hours-near = Ce qui est à moins de { $km } km vient malgré tout.
hours-toll = { $count } morts ou plus viennent malgré tout.
hours-digest = Résumé à { $hours } ({ $zone }).

## Une alerte

alert-watch = Vous guettez : { $watch }
alert-changed = Nouveau : { $facts }
alert-corrected = CORRIGÉ par sa source : { $facts }
alert-withdrawn = RETIRÉ par { $source } : ne vous y fiez pas.
alert-withdrawn-by-one = { $source } a RETIRÉ sa dépêche. D’autres rapportent toujours ceci :
first-corrected = CORRIGÉ depuis : lisez ma réponse à ce message.
first-withdrawn = RETIRÉ par sa source : ne vous y fiez pas.
alert-topic-closed = Le sujet de cette veille est fermé, j’écris donc ici.
changed-toll = bilan
changed-place = lieu
changed-claimant = qui revendique
changed-denial = un démenti
changed-wording = formulation
bundle-digest = { $count ->
    [one] Votre résumé : un fait
   *[other] Votre résumé : { $count } faits
}
bundle-slept = { $count ->
    [one] Pendant votre sommeil : un fait
   *[other] Pendant votre sommeil : { $count } faits
}
bundle-capped = { $count ->
    [one] Beaucoup à la fois. Un fait de plus :
   *[other] Beaucoup à la fois. { $count } faits de plus :
}
bundle-away = { $count ->
    [one] Pendant que je ne pouvais pas écrire ici : un fait
   *[other] Pendant que je ne pouvais pas écrire ici : { $count } faits
}
operator-undelivered = Une alerte au chat { $chat } n’a pas pu être remise. vigie check les compte.
operator-suspended = Je ne peux plus écrire au chat { $chat }. Ses veilles reposent jusqu’à ce qu’il me laisse revenir.
