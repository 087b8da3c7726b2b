## What `vigie --help` tells

help-vigie = Answers questions over news dispatches, word for word and with their sources. Begin with: vigie ingest FOLDER
help-ingest = Take in dispatches: files, folders, or - for JSON Lines on the standard input.
help-ask = Ask a question, or a file of questions with --batch.
help-chat = Ask in this terminal, as in Telegram.
help-bot = Answer in Telegram. Needs VIGIE_TELEGRAM_TOKEN.
help-places = The places that Vigie knows.
help-places-import = Read GeoNames country files, such as ML.txt.
help-places-add = Fetch the villages of a country from GeoNames and read them. COUNTRY is a code such as ML.
help-places-list = List the country files that were read.
help-people = The people whom the bot lets in.
help-people-list = Show them, with role and Telegram id.
help-people-revoke = Take all access away from the person with this Telegram id, at once, and erase what is kept of them.
help-check = Say what is wrong with this installation, and its cure.
help-rebuild = Compute every passage's vector anew, as after a change of model.
help-feedback = What people said of answers.
help-feedback-export = Write it as questions with judgements, one JSON object a line.
help-purge = Delete dispatches for good, by source, by date or both.
option-data = Where everything is kept.
option-version = Show the version.
option-paths = Text, JSON Lines or a folder of them.
option-source = The source of texts that do not name one; what to delete, with purge.
option-published = When texts that do not say so were published, e.g. 2026-08-20 or 2026-08-20T14:00+00:00.
option-language = fr or en; found out by itself where it is not given.
option-samples = Take in the invented samples that come with Vigie.
option-question = The question, in French or English.
option-batch = Questions, one JSON object a line: id, question, now, language.
option-now = Answer as at that moment: what was published later is not there.
option-limit = How many stories at most.
option-here = Where “near me” is: latitude and longitude in degrees, e.g. 14.48,-4.18.
option-as-json = Answer in JSON, a line for each question.
option-files = GeoNames country files.
option-countries = Codes of countries, such as ML BF NE.
option-user-id = A Telegram id, as vigie people list shows it.
option-before = Delete what was published before that moment.

## While it works

cli-rate = { $per_s } passages/s
cli-progress = { $done } of { $total } dispatches
cli-progress-open = { $done } dispatches
cli-ingested = Added: { $added }. Same: { $same }. New versions: { $new_versions }. Withdrawn: { $withdrawn }. Refused: { $refused }.
cli-stopped = Stopped. What was taken in is kept; run the same command again to go on.
cli-rebuilt = { $passages ->
    [one] One passage was computed anew.
   *[other] { $passages } passages were computed anew.
}
cli-purged = { $count ->
    [0] No dispatch matches: nothing was deleted.
    [one] One dispatch was deleted.
   *[other] { $count } dispatches were deleted.
}
cli-claim = Nobody runs this bot yet. Send it this code in Telegram within a day: { $code }
cli-people-row = { $id } · { $role } · { $since } · { $name }
cli-people-none = Nobody is let in yet. Start vigie bot: it prints the code for its first operator.
cli-revoked = { $id } has no access any more, and what was kept of them is erased.
cli-places-row = { $name }: { $rows } places, read on { $at }
cli-feedback-left-out = { $count ->
    [one] Left out: one judgement whose words do not tell the question, or of which nothing is left.
   *[other] Left out: { $count } judgements whose words do not tell the question, or of which nothing is left.
}
cli-places-none = No country file was read yet. Read one with: vigie places add ML

## What `vigie check` finds

check-database-ok = Database: whole.
check-database-wrong = Database: damaged ({ $fault }). Put back a copy of vigie.sqlite3, or take the dispatches in again with --data in a new folder.
check-index-ok = Index: { $passages } passages, all searchable.
check-index-wrong = Index: { $passages } passages, but { $vectors } vectors and { $texts } texts. Run: vigie rebuild
check-model-ok = Model: { $serving }.
check-model-wrong = Model: passages were computed with { $serving }, the settings ask for { $wanted }. Set VIGIE_MODEL back, or run: vigie rebuild
check-gazetteer-ok = { $files ->
    [one] Places: { $places } from one country file.
   *[other] Places: { $places } from { $files } country files.
}
check-gazetteer-wrong = Places: larger towns only. For the villages of Mali, run: vigie places add ML
check-token-none = Telegram: no token, so no bot. Ask @BotFather for one and put it in VIGIE_TELEGRAM_TOKEN.
check-token-ok = Telegram: the token is that of @{ $name }.
check-joins-ok = Groups: it can be added to groups; an operator lets each in.
check-joins-advice = Groups: it cannot be added to any. To allow it: @BotFather, /setjoingroups.
check-reads-ok = Groups: it sees all messages, so a mention of @{ $name } reaches it.
check-reads-advice = Groups: in privacy mode it sees /ask@{ $name } and replies to it; a mention alone may not reach it. To change that: @BotFather, /setprivacy, then add it to the group again.
check-inline-ok = Inline: @{ $name } can be asked in any chat.
check-inline-advice = Inline: off. To ask @{ $name } in any chat: @BotFather, /setinline.

## What cannot be done

usage-missing = { $name } is missing. Add --help to see how this is used.
usage-wrong = “{ $name }” is not understood here. Add --help to see what is.
input-nothing-given = Name a file or a folder, - for the standard input, or --samples.
input-question-or-batch = Write a question, or give a file of questions with --batch, not both.
input-purge-nothing = Say what to delete: --source, --before or both.
input-moment = “{ $text }” is no date. Write it like 2026-08-20 or 2026-08-20T14:00+00:00.
input-language = “{ $text }” is no language that Vigie answers in. Write fr or en.
input-here = “{ $text }” is no point. Write latitude and longitude in degrees, with a comma between: 14.48,-4.18.
input-data-folder = { $path } cannot be written. Choose another folder with --data.
input-unreadable = { $path } cannot be read. Check that it is there, is text in UTF-8 and is yours to read.
input-token-missing = There is no token. Ask @BotFather for one and put it in VIGIE_TELEGRAM_TOKEN.
input-person = Nobody with the id { $id } is let in. To see who is: vigie people list
input-person-appointed = VIGIE_OPERATORS names { $id }. Take the id out there and start the bot again.
input-country = “{ $name }” is no country's code. Write two letters, such as ML for Mali.
input-download = { $name } could not be fetched from GeoNames ({ $cause }). Check the network, or fetch the file elsewhere and use: vigie places import { $name }.txt
input-too-large = The file for { $name } is larger than any country's. It was not read.
input-archive = What came for { $name } is not GeoNames' archive. Try again later.
record-question-json = { $where }: this line is no JSON object. Mend it and ask again.
record-question-field = { $where }: the field “{ $field }” is missing or cannot be used. Mend it and ask again.

## Watches

help-watch = What is told to whom as soon as it comes in.
help-watch-add = Watch for something, and tell it to a chat.
help-watch-list = List everybody's watches.
help-watch-try = Show what a watch would have told in the last 7 days.
help-watch-remove = Delete a watch, by its number in the list.
option-chat = The Telegram id of the chat that is told; the operator's own where it is not given.
option-delivery = At once, in the chat's digest, or at once without a sound.
option-number = The number of a watch, as vigie watch list shows it.
option-no-alerts = Tell nobody who watches: for archives.
cli-watch-added = Watch { $number } tells chat { $chat }. { $left } more can be made for it.
cli-watch-removed = Watch { $number } is deleted.
cli-watch-row = { $number }  chat { $chat }  { $delivery }  { $question }
cli-watches-none = Nobody watches for anything yet. Begin with: vigie watch add attacks near Gao
check-outbox-ok = Alerts: all that was due could be delivered.
check-outbox-wrong = Alerts: { $dead } could not be delivered, { $suspended } chats cannot be written to. The log of vigie bot tells which.
