## Qui est admis

invited-reader = Vous êtes admis. Demandez un lieu : dernières attaques près de Bamako
invited-editor = Vous êtes admis comme éditeur : ce que vous transférez ou envoyez en fichier est pris. Demandez un lieu : dernières attaques près de Bamako
invited-operator = Vous gérez maintenant ce bot avec d’autres. /people montre qui est admis. Demandez un lieu : dernières attaques près de Bamako
group-closed = Je ne suis pas encore admis dans ce groupe. Qui me gère peut l’admettre avec /groups.
group-hello = On peut m’interroger ici : écrivez /ask@{ $name } et votre question, ou répondez à ce que je dis.

operators-only = Seul qui gère ce bot peut le faire. /help montre ce que vous pouvez demander.
invite-usage = Écrivez /invite, puis lecteur, éditeur ou opérateur, pour combien de personnes ({ $uses } au plus) et pour combien de jours ({ $days } au plus). Par exemple : /invite éditeur 5 7
invite-reader = { $uses ->
    [one] Ce lien admet un lecteur jusqu’au { $until }. Envoyez-le-lui : { $link }
   *[other] Ce lien admet { $uses } lecteurs jusqu’au { $until }. Envoyez-le-leur : { $link }
}
invite-editor = { $uses ->
    [one] Ce lien admet un éditeur, qui peut ajouter des dépêches, jusqu’au { $until }. Envoyez-le-lui : { $link }
   *[other] Ce lien admet { $uses } éditeurs, qui peuvent ajouter des dépêches, jusqu’au { $until }. Envoyez-le-leur : { $link }
}
invite-operator = { $uses ->
    [one] Ce lien admet une personne, qui gère ensuite ce bot comme vous, jusqu’au { $until }. Ne l’envoyez à nul autre : { $link }
   *[other] Ce lien admet { $uses } personnes, qui gèrent ensuite ce bot comme vous, jusqu’au { $until }. Ne l’envoyez à nul autre : { $link }
}
people-head = { $count ->
    [one] Une personne. Invitations en cours : { $invites }. Pressez le numéro pour changer un rôle.
   *[other] { $count } personnes. Invitations en cours : { $invites }. Pressez un numéro pour changer un rôle.
}
person-line = { $name } · { $id } · { $role } · { $since }
since = depuis le { $day }
appointed = nommé dans VIGIE_OPERATORS
nameless = sans nom
role-reader = lecteur
role-editor = éditeur
role-operator = opérateur
role-revoked = révoqué
button-make-reader = Lecteur
button-make-editor = Éditeur
button-make-operator = Opérateur
button-revoke = Révoquer
button-end-invites = Clore les invitations
person-gone = Cette personne n’est plus connue ici. /people montre qui l’est.
cannot-appoint = Cela ne peut être changé ici : le dernier opérateur reste, comme ceux que nomme VIGIE_OPERATORS.
invites-ended = Plus aucune invitation n’est en cours. /invite en fait une nouvelle.

## Groupes et canaux

groups-none = Je ne suis dans aucun groupe ni canal. Ajoutez-moi dans Telegram ; je vous demanderai ici si je dois y répondre.
groups-head = { $count ->
    [one] Un groupe ou canal :
   *[other] { $count } groupes et canaux :
}
chat-line = { $title } · { $kind } · { $state }
chat-group = groupe
chat-channel = canal
chat-let-in = admis
chat-waiting = pas encore admis
added-to-group = { $name } m’a ajouté au groupe { $title }. Je n’y réponds que s’il est admis ; tous ses membres peuvent alors m’interroger.
added-to-channel = { $name } m’a ajouté au canal { $title }. S’il est admis, je prends ce qu’il publie.
button-let-in = Admettre { $title }
button-leave = Quitter { $title }
let-in-group = { $title } est admis : tous ses membres peuvent m’y interroger. /groups l’annule.
let-in-channel = { $title } est admis : je prends ce qu’il publie désormais. /groups l’annule.
left = J’ai quitté { $title }. Pour revenir, il faut m’ajouter et m’admettre à nouveau.
chat-gone = Je ne suis plus dans ce groupe ou canal. /groups montre où je suis.

## Commandes de qui gère le bot, et ce que Telegram montre avant un premier message

command-invite = Un lien pour admettre
command-people = Qui est admis, et comme quoi
command-groups = Groupes et canaux
bot-about =
    Je réponds à ce qui s’est passé, où et quand, d’après des dépêches, en français et en anglais. Vous recevez les passages mot pour mot, avec lieu, distance, jour et source ; rien n’est réécrit.

    Je suis privé : qui me gère vous admet.

## Prendre des dépêches

editors-only = Seuls les éditeurs peuvent faire prendre des dépêches. Pour interroger, écrivez la question en mots.
intake-no-text = Il n’y a pas de texte dedans. Transférez un message écrit, ou envoyez un fichier.
intake-file-kind = Je prends le texte (.txt, .md) et le JSON Lines (.jsonl). Envoyez un de ces fichiers.
intake-file-large = Ce fichier dépasse les { $limit } Mo que Telegram me donne. Coupez-le et envoyez les parties.
intake-done = Ajoutées : { $added }. Inchangées : { $same }. Nouvelles versions : { $versions }. Retirées : { $withdrawn }. Refusées : { $refused }.
intake-more = { $count ->
    [one] Une autre a été refusée.
   *[other] { $count } autres ont été refusées.
}
intake-source = Un fichier qui ne nomme pas sa source la prend de sa légende : renvoyez-le avec la source en légende.

## Ce qui est gardé d’une personne

command-privacy = Ce que je garde de vous
command-forget = Effacer ce que je garde de vous
kept-head = Ce que je garde de vous, sur la machine de qui me gère :
kept-bot_people = votre identifiant Telegram, le nom que vous y aviez à votre admission, votre rôle et depuis quand
kept-bot_choices = la langue que vous avez choisie
kept-bot_strangers = que vous m’avez écrit un jour avant d’être admis
kept-bot_invites = { $count ->
    [one] une invitation que vous avez faite : une empreinte de son code, son rôle et sa fin
   *[other] { $count } invitations que vous avez faites : une empreinte de chaque code, son rôle et sa fin
}
kept-bot_snapshots = { $count ->
    [one] une question et les passages qui y ont répondu, pour les boutons ; effacée après 7 jours
   *[other] { $count } questions et les passages qui y ont répondu, pour les boutons ; chacune effacée après 7 jours
}
kept-bot_chats = cette conversation, comme une où je suis
kept-watches = { $count ->
    [one] une veille : sa question et où elle prévient
   *[other] { $count } veilles : la question de chacune et où elle prévient
}
kept-watch_chats = comment vous voulez être prévenu : heures calmes et résumés
kept-alerts = { $count ->
    [one] une alerte qui attend de vous être envoyée
   *[other] { $count } alertes qui attendent de vous être envoyées
}
kept-told = { $count ->
    [one] un événement dont vous avez été prévenu, pour que ce qui y change vous parvienne
   *[other] { $count } événements dont vous avez été prévenu, pour que ce qui y change vous parvienne
}
kept-not = Ce que vous demandez n’est dans aucun journal. Une position que vous envoyez reste en mémoire seulement, pendant une demi-heure. Ce qui est dans cette conversation est gardé par Telegram, pas par moi : effacez-le là-bas. /forget efface ce que je garde.
button-show-all = Tout me montrer
forget-ask = Effacer ce que je garde de vous ? Vos veilles prennent fin, les boutons sous les réponses passées ne marchent plus et vos invitations n’admettent plus personne.
button-forget-data = Effacer ; je reste admis
button-forget-all = Effacer et me laisser partir
button-forget-none = Garder
forget-nothing = Rien n’a été effacé. /privacy montre ce que je garde.
forget-last-operator = Vous seul gérez ce bot : sans vous, plus personne ne le pourrait. Donnez d’abord le rôle à quelqu’un avec /invite opérateur.
forgotten-data = Effacé. Je garde votre identifiant Telegram et votre rôle, rien d’autre. Ce qui est dans cette conversation, effacez-le dans Telegram.
forgotten-all = Effacé. Vous n’êtes plus admis. Ce qui est dans cette conversation, effacez-le dans Telegram.
too-fast = { $seconds ->
    [one] C’est beaucoup à la fois. Redemandez dans une seconde.
   *[other] C’est beaucoup à la fois. Redemandez dans { $seconds } secondes.
}

## Comment je vais

command-status = Comment je vais
status-dispatches = { $count ->
    [0] Aucune dépêche encore. Ajoutez-en avec vigie ingest, ou transférez-m’en une.
    [one] Une dépêche ; parution : { $newest }.
   *[other] { $count } dépêches ; dernière parution : { $newest }.
}
status-none = sans date
status-people = Personnes admises : { $people }. Groupes et canaux admis : { $chats }.
status-alerts = Alertes en attente : { $waiting }. N’ont pu être envoyées : { $dead }.
status-memory = Mémoire : { $mb } Mo. En marche depuis le { $since }.
status-error = Erreur : { $kind }, { $at }
status-no-error = Aucune erreur depuis.
