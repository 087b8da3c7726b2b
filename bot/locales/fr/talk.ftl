## La suite de ce qui a été demandé

understood = Demandé : { $asked }
asks-claims = qui revendique
asks-denies = qui dément
asks-reports = qui rapporte
asks-says = qui le dit
you-there = vous
cannot-refine = Ce lieu n’a pas de centre d’où mesurer. Redemandez avec le nom d’une ville.

## Les boutons sous une réponse

button-sources = Sources
button-where = Où
button-recent = { $hours } h seulement
button-wider = Plus large : { $km } km
button-radius = { $km } km
button-fresh = Repartir de zéro
button-good = 👍
button-bad = 👎
button-misplaced = Mauvais lieu
button-outdated = Ancien
button-offtopic = Hors sujet
rating-why = Qu’est-ce qui ne va pas dans cette réponse ?
rating-kept = C’est noté, merci.
sources-head = { $count ->
    [one] Raconté par une dépêche :
   *[other] Raconté par { $count } dépêches :
}
sources-left = … et { $count } de plus.
where-title = Là, d’après le texte
where-unknown = Le texte ne dit pas où. Lisez le passage entier.
where-vague = Le texte dit { $place }, ce qui est trop vaste pour un point sur la carte.
venue-about = à moins de { $km } km de { $point }

## Où sont les gens

where-are-you = Où êtes-vous ? Envoyez votre position avec le bouton ci-dessous, ou nommez une ville. Je l’oublie après une demi-heure.
where-are-you-group = Dans un groupe, je ne me sers pas de votre position. Nommez une ville, ou demandez-moi en privé.
button-share = Envoyer ma position
button-save-place = Garder comme mon lieu
button-forget-place = L’oublier
place-saved = Votre lieu est { $place }. /latest dit les dernières nouvelles autour.
place-forgotten = C’est oublié. /lieu suivi d’un nom en garde un autre.
place-none = Aucun lieu n’est gardé. Envoyez votre position, ou écrivez /lieu et une ville, par exemple : /lieu Gao
place-none-group = Dans un groupe, je ne me sers pas de votre lieu. Écrivez /latest et une ville, par exemple : /latest Gao
place-unknown = Je ne connais pas le lieu { $name }. Vérifiez l’orthographe ou nommez une ville plus grande à côté.

## Le temps

timezone-choose = Vos heures sont celles du fuseau { $zone } : il est { $time }. Pressez-en une autre, ou écrivez /timezone et une ville, par exemple : /timezone Dakar
timezone-kept = Vos heures sont désormais celles du fuseau { $zone } : il est { $time }.
timezone-unknown = Je ne connais pas ce fuseau. Écrivez /timezone et une grande ville, par exemple : /timezone Dakar

## Dans d’autres conversations

inline-hint = Tapez une question : attaques près de Gao
inline-nothing = Rien trouvé. Demandez-moi en privé.
inline-where = Nommez une ville, ou demandez-moi en privé.

## Ce que dirait une personne : lu par les mêmes salles que ce que l’on écrit

say-within = à moins de { $number } km
say-last-hours = ces { $number } dernières heures
say-latest = dernières nouvelles : { $words }
say-latest-here = dernières nouvelles près de moi
say-latest-near = dernières nouvelles près de { $place }

## Ce qui est gardé d’une conversation

kept-bot_turns = votre dernière question dans chaque conversation, pendant une demi-heure, pour continuer
kept-bot_places = le lieu que vous avez gardé ; un point, à un kilomètre près seulement
kept-bot_timezones = le fuseau que vous avez choisi
kept-bot_feedback = { $count ->
    [one] ce que vous avez dit d’une réponse, avec sa question
   *[other] ce que vous avez dit de { $count } réponses, avec leurs questions
}
