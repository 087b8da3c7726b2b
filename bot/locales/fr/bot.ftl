## Entrer

stranger = Ce bot est privé. Votre identifiant est { $id } : envoyez-le à la personne qui le gère.
claimed = Ce bot est désormais à vous. Demandez un lieu : dernières attaques près de Bamako
greeting =
    Demandez un lieu, un jour ou ce qui s’est passé, en français ou en anglais. Par exemple : dernières attaques près de Bamako

    Les pouces sous une réponse me disent ce qu’elle vaut. Je garde ce que vous en dites avec la question, pour être mis à l’épreuve.
help =
    Demandez avec vos mots, en français ou en anglais :
    • dernières attaques près de Bamako
    • qui a revendiqué l’attaque de jeudi ?
    • enlèvements à moins de 30 km de Gao depuis mars

    Vous recevez les passages tels qu’ils ont été publiés, avec le lieu, la distance, le jour et la source. Rien n’est réécrit.

    Puis continuez : et à Gao ? · seulement la semaine dernière · qui l’a revendiqué ? · près de moi (envoyez votre position)

    /ask suivi d’une question, aussi dans les groupes
    /latest pour les dernières nouvelles autour de votre lieu
    /lieu suivi d’un nom pour garder votre lieu
    /watch suivi d’une question pour être prévenu, /watches pour voir vos veilles
    /asof suivi d’une heure et d’une question pour ce que l’on savait alors
    /language pour me lire en français ou en anglais
    /timezone pour les heures que vous lisez
    /privacy pour voir ce que je garde de vous, /forget pour l’effacer
    /help pour cette page
language-choose = Dans quelle langue dois-je répondre ?
language-kept = Je répondrai en français.
language-name = Français

## Commandes, telles que Telegram les montre

command-ask = Demander un lieu, un jour, ce qui s’est passé
command-latest = Les dernières nouvelles autour de chez vous
command-place = Garder votre lieu
command-asof = Demander avec ce que l’on savait à une heure ou un jour
command-language = Français ou anglais
command-timezone = Les heures que vous lisez
command-help = Ce que l’on peut demander
bot-description = Répond avec des dépêches, mot pour mot, avec leurs sources, du plus proche et du plus récent.

## Parler

ask-empty = Écrivez votre question après /ask, par exemple : /ask dernières attaques près de Bamako
asof-how = Écrivez une heure ou un jour déjà commencé, puis votre question, par exemple : /asof 14:00 dernières attaques près de Bamako
asof-known = Ce que l’on savait le { $moment }
question-long = C’est trop long. Demandez en { $limit } caractères au plus.
only-text = Je ne lis que le texte. Écrivez votre question avec des mots.
unknown-command = Je ne connais pas cette commande. /help montre ce que l’on peut demander.
error-unexpected = Quelque chose a échoué et c’est noté. Redemandez dans une minute.
error-busy = Je n’atteins pas mes fichiers pour l’instant. Redemandez dans une minute.

## Sous une réponse

button-whole = En entier { $number }
button-more = Suite ({ $left })
button-again = Redemander
expired = Cette réponse a plus de { $days } jours et n’existe plus. Redemandez pour en avoir une récente.
withdrawn = La source a retiré ce passage, ou il a été effacé ici. Redemandez pour savoir ce qui tient encore.
not-yours = Ce bouton appartient à la personne qui a posé la question. Demandez avec /ask.
no-more = Il ne reste rien de cette réponse. Redemandez pour en avoir une récente.

## La ligne d’un événement

sample = EXEMPLE
distance = { $km } km { $compass }
distance-plain = { $km } km
distance-of = { $distance } de { $place }
distance-of-vowel = { $distance } d’{ $place }
distance-from = { $distance } de { $place }
distance-from-vowel = { $distance } d’{ $place }
distance-about = ≈ { $distance }
distance-under = moins de { $km } km
day-unknown = date inconnue
day-published = publié { $day }
day-week = semaine du { $day }
today = aujourd’hui
yesterday = hier
sources-more = { $source } +{ $count }
version = version { $version }
source-also = aussi : { $sources }
story-sources = { $count } sources, { $independent ->
    [one] une indépendante
   *[other] { $independent } indépendantes
  }
turn-toll = bilan { $before } → { $after } { $harm } ({ $source })
turn-first-toll = bilan { $after } { $harm } ({ $source })
turn-corrected-toll = corrigé : { $before } → { $after } { $harm } ({ $source })
turn-corrected-first-toll = corrigé : { $after } { $harm } ({ $source })
turn-corrected = corrigé par { $source }
harm-killed = { $count ->
    [one] mort
   *[other] morts
  }
harm-wounded = { $count ->
    [one] blessé
   *[other] blessés
  }
harm-abducted = { $count ->
    [one] enlevé
   *[other] enlevés
  }
harm-missing = { $count ->
    [one] disparu
   *[other] disparus
  }
undated-source = sans date
link = lire à la source
part-cut = … La suite est à la source.

own-words = « { $words } »
claim-claims = revendiqué par { $actor }
claim-denies = démenti par { $actor }
claim-reports = rapporté par { $actor }
claim-says = selon { $actor }

doubt-unverified = non confirmé
doubt-anonymous = source non nommée
doubt-one_side = d’une seule partie
tolls-differ = Morts, selon qui le dit : { $tolls }
toll-said = { $toll } ({ $who })
toll-least = au moins { $count }
toll-people = { $count }
toll-soldiers = { $least ->
    [one] { $count } soldat
   *[other] { $count } soldats
}
toll-civilians = { $least ->
    [one] { $count } civil
   *[other] { $count } civils
}
toll-attackers = { $least ->
    [one] { $count } assaillant
   *[other] { $count } assaillants
}

kind-attack = attaque
kind-clash = affrontement
kind-bombing = bombe ou mine
kind-shelling = tirs d’artillerie
kind-air_strike = frappe aérienne
kind-abduction = enlèvement
kind-killing = meurtre
kind-looting = pillage
kind-protest = manifestation
kind-riot = émeute
kind-arrest = arrestation
kind-movement = mouvement de troupes
kind-territory = territoire
kind-statement = déclaration
kind-displacement = déplacés
kind-accident = accident
kind-politics = politique
kind-other = autre
kinds-violence = attaques de toute sorte

compass-n = N
compass-ne = NE
compass-e = E
compass-se = SE
compass-s = S
compass-sw = SO
compass-w = O
compass-nw = NO

## Ce qu’une réponse doit avouer

note-nothing_found = Rien trouvé.
note-nothing_found-for = Rien trouvé : { $asked }.
note-nearest = Le plus proche : { $what }.
note-nearest_in_time = Le plus proche dans le temps : { $what }.
note-unsaid-for = Pas trouvé : { $asked }. Voici ce qui en parle.
note-unsaid = Voici ce qui en parle, sans dire qui l’affirme.
note-uncounted = Aucun chiffre trouvé. Voici ce qui en parle.
note-stale = Ancien : le plus récent a { $age }.
note-stale-bare = Ancien : rien de récent n’a été trouvé.
note-ambiguous_place = { $name } lu comme { $chosen }. Autres : { $others }. Ajoutez le pays ou la région pour choisir.
note-ambiguous_place-bare = Plusieurs lieux portent ce nom. Ajoutez le pays ou la région pour choisir.
note-unknown_place = Je ne connais pas le lieu { $name }. Vérifiez l’orthographe ou nommez une ville proche.
note-unknown_place-bare = Je ne connais pas ce lieu. Vérifiez l’orthographe ou nommez une ville proche.
note-location_missing = Je ne sais pas où vous êtes. Partagez votre position dans cette conversation puis reposez la question, ou nommez une ville.
note-which_border = Quelle frontière ? Nommez un pays : « attaques près de la frontière avec le Niger ».
note-spelled = { $asked } lu comme { $read }.
note-spelled-bare = J’ai corrigé une faute de frappe.
note-undated = { $count ->
    [one] Une dépêche n’a pas de date et vient en dernier.
   *[other] { $count } dépêches n’ont pas de date et viennent en dernier.
}
note-undated-bare = Les dépêches sans date viennent en dernier.
note-widened = Cherché plus large que demandé : à moins de { $km } km.
note-widened-bare = Cherché plus large que demandé.
note-gazetteer_small = Je ne connais que les grandes villes. Qui me gère peut ajouter les villages d’un pays.

asked-within = à moins de { $km } km de { $place }
asked-within-vowel = à moins de { $km } km d’{ $place }
asked-since = depuis { $day }
asked-until = jusqu’à { $day }
asked-between = { $start } au { $end }
asked-toll = au moins { $least } { $least ->
    [one] mort
   *[other] morts
}
asked-day = { $day }

searched = { $count ->
    [one] Cherché dans une dépêche ; elle est { $newest }.
   *[other] Cherché dans { $count } dépêches ; la plus récente est { $newest }.
}
searched-undated = { $count ->
    [one] Cherché dans une dépêche ; elle n’a pas de date.
   *[other] Cherché dans { $count } dépêches ; aucune n’a de date.
}
searched-nothing = Il n’y a encore aucune dépêche ici. Qui me gère doit d’abord en ajouter.
newest-ago = du { $day } ({ $ago })

## Démarrer et arrêter

telegram-conflict = Un autre programme lit les messages de ce bot. Arrêtez-le ; je reprends de moi-même ensuite.
telegram-token = Telegram refuse le jeton. Recopiez-le depuis @BotFather dans VIGIE_TELEGRAM_TOKEN.
telegram-network = Telegram est injoignable. Vérifiez le réseau et réessayez.
telegram-webhook = Telegram refuse le webhook. Vérifiez VIGIE_WEBHOOK_URL : https, port 443, 80, 88 ou 8443.
telegram-refused = Telegram refuse ce que j’ai envoyé ({ $reason }).
settings-bad = { $name } est inutilisable : { $cure }
settings-missing = { $name } manque : { $cure }
cure-token = recopiez le jeton de @BotFather, comme 123456:ABC…
cure-operators = écrivez des identifiants Telegram séparés par des virgules, comme 123456,789012
cure-language = écrivez fr ou en
cure-timezone = écrivez un nom de la liste des fuseaux, comme Africa/Bamako
cure-port = écrivez un nombre de 1 à 65535
cure-log = écrivez text ou json
cure-webhook-url = écrivez une adresse https
cure-webhook-secret = écrivez 16 à 256 lettres, chiffres, _ ou -
console-hello = Posez une question ; le numéro d’un bouton le presse ; /here 13.5,2.1 dit où vous êtes ; Ctrl-D quitte.
