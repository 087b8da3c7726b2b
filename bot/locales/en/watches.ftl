## Watches

command-watch = Tell me when something happens
command-watches = What I watch for you, and when I tell it
button-tell = Tell me when it happens again
watch-how =
    Write what to watch for after /watch, as you would ask it:
    /watch attacks near Gao, at least 5 dead
    /watch protests in Niger, source: "Radio Falaise", in French
watch-added = I will tell you.
watch-edit = Send: /watch #{ $number } and the new question.
watch-deleted = I no longer watch for “{ $watch }”. /watches shows what is left.
watch-gone = That is no longer there. /watches shows what is.
watch-admins = In a group only its admins change what is watched. Watch for yourself in a private chat with me.
watch-tried = { $count ->
    [0] In the last 7 days this would have told you nothing. Try fewer words or a wider place.
    [one] In the last 7 days this would have told you one thing:
   *[other] In the last 7 days this would have told you { $count } things:
}
watch-tried-more = In the last 7 days this would have told you more than { $count } things. The newest:
watch-tried-withdrawn = { $count ->
    [one] One thing would have come that was withdrawn since.
   *[other] { $count } things would have come that were withdrawn since.
}
watch-toll = { $count } dead or more
watch-source = only { $source }
watch-language-fr = in French
watch-language-en = in English
watch-paused = paused
watch-file-bad = That file holds no watches. Send one that /watches exported.
watch-file-read = { $made } of { $of } watches are made. /watches shows them.
watches-none = I watch for nothing here yet. You can have { $left } watches: /watch attacks near Gao
watches-left = { $left ->
    [0] No more watches are left to you. Delete one to make another.
    [one] You can have one more watch.
   *[other] You can have { $left } more watches.
}
delivery-instant = at once
delivery-digest = in the digest
delivery-silent = at once, without a sound
button-this-watch = This watch
button-export = As a file
button-watch-try = Try: last 7 days
button-watch-pause = Pause
button-watch-resume = Go on
button-watch-instant = At once
button-watch-digest = In the digest
button-watch-silent = Without a sound
button-watch-edit = Change
button-watch-delete = Delete

## When a chat is told

quiet-how =
    Write the hours without messages, a time zone if it is another, and what may come all the same:
    /quiet 22-7 Africa/Bamako 20 km 5 dead
    /quiet off
digest-how =
    Write the hours of the digest, and a time zone if it is another:
    /digest 7 19 Africa/Bamako
hours-no-quiet = No quiet hours: /quiet sets them.
hours-quiet = Quiet from { $start } to { $end } ({ $zone }).
hours-near = What is within { $km } km comes all the same.
hours-toll = { $count } dead or more come all the same.
hours-digest = Digest at { $hours } ({ $zone }).

## An alert

alert-watch = You watch for: { $watch }
alert-changed = New: { $facts }
alert-corrected = CORRECTED by its source: { $facts }
alert-withdrawn = WITHDRAWN by { $source }: do not rely on it.
alert-withdrawn-by-one = { $source } WITHDREW its dispatch. Others still tell this:
first-corrected = CORRECTED since: read my answer to this message.
first-withdrawn = WITHDRAWN by its source: do not rely on it.
alert-topic-closed = The topic of this watch is closed, so I write here.
changed-toll = toll
changed-place = place
changed-claimant = who claims it
changed-denial = a denial
changed-wording = wording
bundle-digest = { $count ->
    [one] Your digest: one story
   *[other] Your digest: { $count } stories
}
bundle-slept = { $count ->
    [one] While you slept: one story
   *[other] While you slept: { $count } stories
}
bundle-capped = { $count ->
    [one] Much happened at once. One more story:
   *[other] Much happened at once. { $count } more stories:
}
bundle-away = { $count ->
    [one] While I could not write here: one story
   *[other] While I could not write here: { $count } stories
}
operator-undelivered = An alert to chat { $chat } could not be delivered. vigie check counts them.
operator-suspended = I cannot write to chat { $chat } any more. Its watches rest until it lets me in again.
