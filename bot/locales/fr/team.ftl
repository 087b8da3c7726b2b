## Qui est admis

invited-reader = Vous êtes admis. Demandez un lieu : dernières attaques près de Bamako
invited-editor = Vous êtes admis comme éditeur : ce que vous transférez ou envoyez en fichier est pris. Demandez un lieu : dernières attaques près de Bamako
invited-operator = Vous gérez maintenant ce bot avec d’autres. /people montre qui est admis. Demandez un lieu : dernières attaques près de Bamako
group-closed = Je ne suis pas encore admis dans ce groupe. Qui me gère peut l’admettre avec /groups.
