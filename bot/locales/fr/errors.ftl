## Un enregistrement est refusé, les autres continuent

record-json-broken = { $where } : cette ligne n’est pas du JSON complet (colonne { $column }). Écrivez un objet sur une ligne et relancez.
record-not-object = { $where } : cette ligne est du JSON mais pas un objet. Écrivez {"{"}"id": …, "source": …, "body": …{"}"} et relancez.
record-field-missing = { $where } : le champ « { $field } » manque. Ajoutez-le et relancez ; pour un texte, --source donne la source.
record-field-type = { $where } : le champ « { $field } » doit être du texte. Mettez-le entre guillemets et relancez.
record-field-long = { $where } : le champ « { $field } » dépasse { $longest } caractères. Raccourcissez-le et relancez.
record-date-bad = { $where } : « { $value } » n’est pas une date. Écrivez « { $field } » comme 2026-08-20 ou 2026-08-20T14:00:00+00:00 et relancez.
record-date-name = { $where } : la date est dans « { $found } », que Vigie ne lit pas. Nommez ce champ « { $field } » si c’est la date de publication, « happened_on » sinon, et relancez.
record-status-bad = { $where } : « { $value } » n’est pas un statut. Écrivez usable, corrected, canceled ou withheld et relancez.
record-language-bad = { $where } : « { $value } » n’est pas un code de langue. Écrivez fr ou en, ou retirez-le, et relancez.
record-url-bad = { $where } : « { $value } » n’est pas une adresse web. Commencez-la par https://, ou retirez-la, et relancez.
record-text-missing = { $where } : il n’y a ni corps ni titre. Donnez l’un des deux et relancez.
record-too-large = { $where } : plus de { $largest_kb } ko, c’est trop pour une dépêche. Coupez le texte et relancez.
record-encoding = { $where } : ce n’est pas de l’UTF-8. Enregistrez le fichier en UTF-8 et relancez.
record-empty = { $where } : il n’y a rien dedans. Remplissez ce fichier ou retirez-le.
record-binary = { $where } : ce n’est pas du texte. Enregistrez-le en texte brut ou en JSON Lines et relancez.
record-markup = { $where } : c’est une page web ou du XML, pas du texte brut. Enregistrez le texte seul et relancez.
record-unreadable = { $where } : impossible à ouvrir. Vérifiez qu’il existe et que vous y avez accès, puis relancez.
record-id-twice = { $where } : { $first } a déjà l’identifiant « { $value } ». Renommez l’un des fichiers, ou écrivez id: en tête du texte, et relancez.

## Ce qui a été donné ne peut servir

input-path-missing = { $path } n’existe pas. Vérifiez le nom et relancez.
input-folder-empty = Il n’y a aucun fichier à lire dans { $path }. Mettez-y des textes ou du JSON Lines, ou nommez un autre dossier.

## Le modèle

model-default-missing = Le dossier du modèle { $folder } est incomplet. Réinstallez Vigie, ou nommez un autre modèle dans VIGIE_MODEL.
model-folder-missing = Le dossier de modèle { $folder } n’existe pas. Vérifiez VIGIE_MODEL.
model-file-unreadable = Le fichier de modèle { $file } ne peut être lu. Vérifiez qu’il existe et que vous y avez accès.
model-not-loadable = Le modèle { $model } ne peut être chargé. Vérifiez VIGIE_MODEL, ou retirez-le pour prendre le modèle par défaut.
model-changed = Le modèle { $model } a changé depuis que les dépêches ont été prises. Lancez : vigie rebuild

## Les lieux

gazetteer-columns = { $where } : { $found } colonnes au lieu de { $expected }. Reprenez le fichier du pays chez GeoNames.
gazetteer-number = { $where } : un nombre est illisible. Reprenez le fichier du pays chez GeoNames.
gazetteer-empty = { $where } : aucun lieu dedans. Donnez un fichier de pays de GeoNames, comme ML.txt.
gazetteer-encoding = { $where } : ce n’est pas de l’UTF-8. Donnez le fichier du pays tel que GeoNames le publie.
gazetteer-unreadable = { $where } : impossible à ouvrir ({ $cause }). Vérifiez qu’il existe et que vous y avez accès.

## Ce qui est gardé

store-folder-unusable = Impossible d’écrire dans { $folder }. Choisissez un autre dossier avec --data.
store-database-unusable = La base dans { $folder } est inutilisable. Lancez : vigie check
store-newer = Une Vigie plus récente a fait cette base (version { $version } ; celle-ci connaît { $known }). Installez la Vigie récente.
store-busy = Une autre Vigie se sert de la base. Attendez un instant et réessayez.
store-unusable = La base est inutilisable. Lancez : vigie check
input-watch-empty = Cela ne demande rien que je puisse guetter. Nommez un lieu, un fait ou un acteur : attaques près de Gao
input-watches-full = Vous avez { $most } veilles, le maximum. Supprimez-en une d’abord : /watches
input-watch-number = Il n’y a pas de veille { $number }. vigie watch list les montre toutes.
input-watch-chat = Dites avec --chat qui prévenir : l’identifiant Telegram d’un chat, un nombre.
