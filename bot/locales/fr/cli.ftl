## Ce que dit `vigie --help`

help-vigie = Répond aux questions sur des dépêches, mot pour mot et avec leurs sources. Pour commencer : vigie ingest DOSSIER
help-ingest = Faire entrer des dépêches : fichiers, dossiers, ou - pour du JSON Lines sur l’entrée standard.
help-ask = Poser une question, ou un fichier de questions avec --batch.
help-chat = Poser ses questions dans ce terminal, comme dans Telegram.
help-bot = Répondre dans Telegram. Il faut VIGIE_TELEGRAM_TOKEN.
help-places = Les lieux que Vigie connaît.
help-places-import = Lire des fichiers de pays GeoNames, comme ML.txt.
help-places-add = Prendre chez GeoNames les villages d’un pays et les lire. COUNTRY est un code comme ML.
help-places-list = Montrer les fichiers de pays déjà lus.
help-people = Les personnes que le bot admet.
help-people-list = Les montrer, avec leur rôle et leur identifiant Telegram.
help-people-revoke = Retirer tout accès, sur-le-champ, à la personne de cet identifiant, et effacer ce qui est gardé d’elle.
help-check = Dire ce qui ne va pas dans cette installation, et le remède.
help-rebuild = Recalculer le vecteur de chaque passage, comme après un changement de modèle.
help-feedback = Ce que les gens ont dit des réponses.
help-feedback-export = L’écrire en questions jugées, un objet JSON par ligne.
help-purge = Effacer des dépêches pour de bon, par source, par date ou les deux.
option-data = Où tout est gardé.
option-version = Montrer la version.
option-paths = Du texte, du JSON Lines ou un dossier.
option-source = La source des textes qui n’en nomment pas ; ce qu’il faut effacer, avec purge.
option-published = La date des textes qui n’en portent pas, p. ex. 2026-08-20 ou 2026-08-20T14:00+00:00.
option-language = fr ou en ; trouvée toute seule si elle n’est pas donnée.
option-samples = Faire entrer les exemples inventés livrés avec Vigie.
option-question = La question, en français ou en anglais.
option-batch = Des questions, un objet JSON par ligne : id, question, now, language.
option-now = Répondre comme à ce moment : ce qui a paru plus tard n’y est pas.
option-limit = Combien de récits au plus.
option-here = Où est « près de moi » : latitude et longitude en degrés, p. ex. 14.48,-4.18.
option-as-json = Répondre en JSON, une ligne par question.
option-files = Des fichiers de pays GeoNames.
option-countries = Des codes de pays, comme ML BF NE.
option-user-id = Un identifiant Telegram, comme vigie people list le montre.
option-before = Effacer ce qui a paru avant ce moment.

## Pendant le travail

cli-rate = { $per_s } passages/s
cli-progress = { $done } dépêches sur { $total }
cli-progress-open = { $done } dépêches
cli-ingested = Ajoutées : { $added }. Inchangées : { $same }. Nouvelles versions : { $new_versions }. Retirées : { $withdrawn }. Refusées : { $refused }.
cli-stopped = Arrêté. Ce qui est entré est gardé ; relancez la même commande pour continuer.
cli-rebuilt = { $passages ->
    [one] { $passages } passage recalculé.
   *[other] { $passages } passages recalculés.
}
cli-purged = { $count ->
    [0] Aucune dépêche ne correspond : rien n’a été effacé.
    [one] Une dépêche a été effacée.
   *[other] { $count } dépêches ont été effacées.
}
cli-claim = Personne ne gère encore ce bot. Envoyez-lui ce code dans Telegram d’ici un jour : { $code }
cli-people-row = { $id } · { $role } · { $since } · { $name }
cli-people-none = Personne n’est encore admis. Lancez vigie bot : il montre le code de son premier opérateur.
cli-revoked = { $id } n’a plus aucun accès, et ce qui était gardé de cette personne est effacé.
cli-places-row = { $name } : { $rows } lieux, lu le { $at }
cli-feedback-left-out = { $count ->
    [one] Un jugement est laissé de côté : ses mots ne disent pas toute la question, ou il n’en reste rien.
   *[other] { $count } jugements sont laissés de côté : leurs mots ne disent pas toute la question, ou il n’en reste rien.
}
cli-places-none = Aucun fichier de pays n’a encore été lu. Pour en lire un : vigie places add ML

## Ce que trouve `vigie check`

check-database-ok = Base : entière.
check-database-wrong = Base : endommagée ({ $fault }). Remettez une copie de vigie.sqlite3, ou refaites entrer les dépêches avec --data dans un nouveau dossier.
check-index-ok = Index : { $passages } passages, tous trouvables.
check-index-wrong = Index : { $passages } passages, mais { $vectors } vecteurs et { $texts } textes. Lancez : vigie rebuild
check-model-ok = Modèle : { $serving }.
check-model-wrong = Modèle : les passages ont été calculés avec { $serving }, les réglages demandent { $wanted }. Remettez VIGIE_MODEL, ou lancez : vigie rebuild
check-gazetteer-ok = { $files ->
    [one] Lieux : { $places } d’un fichier de pays.
   *[other] Lieux : { $places } de { $files } fichiers de pays.
}
check-gazetteer-wrong = Lieux : les grandes localités seulement. Pour les villages du Mali, lancez : vigie places add ML
check-token-none = Telegram : pas de jeton, donc pas de bot. Demandez-en un à @BotFather et mettez-le dans VIGIE_TELEGRAM_TOKEN.
check-token-ok = Telegram : le jeton est celui de @{ $name }.
check-joins-ok = Groupes : il peut y être ajouté ; un opérateur admet chacun.
check-joins-advice = Groupes : il ne peut être ajouté à aucun. Pour le permettre : @BotFather, /setjoingroups.
check-reads-ok = Groupes : il voit tous les messages ; une mention de @{ $name } lui parvient.
check-reads-advice = Groupes : en mode privé il voit /ask@{ $name } et les réponses à ses messages ; une simple mention peut ne pas lui parvenir. Pour le changer : @BotFather, /setprivacy, puis rajoutez-le au groupe.
check-inline-ok = En ligne : @{ $name } peut être interrogé dans toute conversation.
check-inline-advice = En ligne : non. Pour interroger @{ $name } partout : @BotFather, /setinline.

## Ce qui ne peut se faire

usage-missing = { $name } manque. Ajoutez --help pour voir l’usage.
usage-wrong = « { $name } » n’est pas compris ici. Ajoutez --help pour voir ce qui l’est.
input-nothing-given = Nommez un fichier ou un dossier, - pour l’entrée standard, ou --samples.
input-question-or-batch = Écrivez une question, ou donnez un fichier de questions avec --batch, pas les deux.
input-purge-nothing = Dites quoi effacer : --source, --before ou les deux.
input-moment = « { $text } » n’est pas une date. Écrivez-la comme 2026-08-20 ou 2026-08-20T14:00+00:00.
input-language = Vigie ne répond pas dans la langue « { $text } ». Écrivez fr ou en.
input-here = « { $text } » n’est pas un point. Écrivez latitude et longitude en degrés, séparées d’une virgule : 14.48,-4.18.
input-data-folder = Impossible d’écrire dans { $path }. Choisissez un autre dossier avec --data.
input-unreadable = { $path } ne peut être lu. Vérifiez qu’il existe, que c’est du texte en UTF-8 et que vous y avez accès.
input-token-missing = Il n’y a pas de jeton. Demandez-en un à @BotFather et mettez-le dans VIGIE_TELEGRAM_TOKEN.
input-person = Personne d’admis n’a l’identifiant { $id }. Pour voir qui l’est : vigie people list
input-person-appointed = VIGIE_OPERATORS nomme { $id }. Retirez-en l’identifiant et relancez le bot.
input-country = « { $name } » n’est le code d’aucun pays. Écrivez deux lettres, comme ML pour le Mali.
input-download = { $name } n’a pu être pris chez GeoNames ({ $cause }). Vérifiez le réseau, ou prenez le fichier ailleurs puis : vigie places import { $name }.txt
input-too-large = Le fichier reçu pour { $name } dépasse celui de tout pays. Il n’a pas été lu.
input-archive = Ce qui est arrivé pour { $name } n’est pas l’archive de GeoNames. Réessayez plus tard.
record-question-json = { $where } : cette ligne n’est pas un objet JSON. Corrigez-la et relancez.
record-question-field = { $where } : le champ « { $field } » manque ou ne peut servir. Corrigez-le et relancez.

## Watches

help-watch = Ce qui est dit, et à qui, dès que cela arrive.
help-watch-add = Guetter quelque chose et le dire à un chat.
help-watch-list = Lister les veilles de tous.
help-watch-try = Montrer ce qu’une veille aurait dit ces 7 derniers jours.
help-watch-remove = Supprimer une veille, par son numéro dans la liste.
option-chat = L’identifiant Telegram du chat prévenu ; celui de l’opérateur s’il n’est pas donné.
option-delivery = Aussitôt, dans le résumé du chat, ou aussitôt sans bruit.
option-number = Le numéro d’une veille, comme vigie watch list le montre.
option-no-alerts = Ne prévenir personne : pour les archives.
cli-watch-added = La veille { $number } prévient le chat { $chat }. On peut en faire encore { $left } pour lui.
cli-watch-removed = La veille { $number } est supprimée.
cli-watch-row = { $number }  chat { $chat }  { $delivery }  { $question }
cli-watches-none = Personne ne guette rien. Commencez par : vigie watch add attaques près de Gao
check-outbox-ok = Alertes : tout ce qui était dû a pu être remis.
check-outbox-wrong = Alertes : { $dead } n’ont pas pu être remises, { $suspended } chats ne peuvent être joints. Le journal de vigie bot dit lesquels.
