## Getting in

stranger = This bot is private. Your id is { $id }: send it to the person who runs it.
claimed = You now run this bot. Ask about a place: latest attacks near Bamako
greeting =
    Ask about a place, a day or what happened, in French or English. For example: latest attacks near Bamako

    The thumbs under an answer tell me how good it was. I keep what you say of it with the question, to be tested by.
help =
    Ask in your own words, in French or English:
    • latest attacks near Bamako
    • who claimed the attack on Thursday?
    • abductions within 30 km of Gao since March

    You get the passages as they were published, with place, distance, day and source. Nothing is rewritten.

    Then go on: and in Gao? · only last week · who claimed it? · near me (send me your location)

    /ask followed by a question, also in groups
    /latest for the newest around your place
    /place followed by a name to save your place
    /watch followed by a question to be told, /watches to see your watches
    /asof followed by an hour and a question for what was known then
    /language to read me in French or English
    /timezone for the hours you read
    /privacy to see what I keep of you, /forget to erase it
    /help for this page
language-choose = In which language shall I answer?
language-kept = I will answer in English.
language-name = English

## Commands, as Telegram lists them

command-ask = Ask about a place, a day, what happened
command-latest = The newest around your place
command-place = Save your place
command-asof = Ask with what was known at an hour or a day
command-language = French or English
command-timezone = The hours you read
command-help = What you can ask
bot-description = Answers from news dispatches, word for word, with sources, near and recent first.

## Talking

ask-empty = Write your question after /ask, for example: /ask latest attacks near Bamako
asof-how = Write an hour or a day that has begun, then your question, for example: /asof 14:00 latest attacks near Bamako
asof-known = As known on { $moment }
question-long = That is too long. Ask in at most { $limit } characters.
only-text = I can only read text. Write your question in words.
unknown-command = I do not know this command. /help shows what you can ask.
error-unexpected = Something went wrong and has been noted. Ask again in a minute.
error-busy = I cannot reach my files just now. Ask again in a minute.

## Under an answer

button-whole = Whole { $number }
button-more = More ({ $left })
button-again = Ask again
expired = That answer is more than { $days } days old and is gone. Ask again for a fresh one.
withdrawn = Its source has taken this passage back, or it was deleted here. Ask again for what still stands.
not-yours = Only the person who asked can use this button. Ask with /ask.
no-more = Nothing more is left of this answer. Ask again for a fresh one.

## A story's line

sample = SAMPLE
distance = { $km } km { $compass }
distance-plain = { $km } km
distance-of = { $distance } of { $place }
distance-of-vowel = { $distance } of { $place }
distance-from = { $distance } from { $place }
distance-from-vowel = { $distance } from { $place }
distance-about = ≈ { $distance }
distance-under = under { $km } km
day-unknown = date unknown
day-published = published { $day }
day-week = week of { $day }
today = today
yesterday = yesterday
sources-more = { $source } +{ $count }
version = version { $version }
source-also = also: { $sources }
story-sources = { $count } sources, { $independent ->
    [one] one independent
   *[other] { $independent } independent
  }
turn-toll = toll { $before } → { $after } { $harm } ({ $source })
turn-first-toll = toll { $after } { $harm } ({ $source })
turn-corrected-toll = corrected: { $before } → { $after } { $harm } ({ $source })
turn-corrected-first-toll = corrected: { $after } { $harm } ({ $source })
turn-corrected = corrected by { $source }
harm-killed = { $count ->
   *[other] dead
  }
harm-wounded = { $count ->
   *[other] wounded
  }
harm-abducted = { $count ->
   *[other] abducted
  }
harm-missing = { $count ->
   *[other] missing
  }
undated-source = no date given
link = read at the source
part-cut = … The rest is at the source.

own-words = “{ $words }”
claim-claims = claimed by { $actor }
claim-denies = denied by { $actor }
claim-reports = reported by { $actor }
claim-says = said by { $actor }

doubt-unverified = unconfirmed
doubt-anonymous = source not named
doubt-one_side = told by one side only
tolls-differ = Killed, by whom it is said: { $tolls }
toll-said = { $toll } ({ $who })
toll-least = at least { $count }
toll-people = { $count }
toll-soldiers = { $least ->
    [one] { $count } soldier
   *[other] { $count } soldiers
}
toll-civilians = { $least ->
    [one] { $count } civilian
   *[other] { $count } civilians
}
toll-attackers = { $least ->
    [one] { $count } attacker
   *[other] { $count } attackers
}

kind-attack = attack
kind-clash = clash
kind-bombing = bomb or mine
kind-shelling = shelling
kind-air_strike = air strike
kind-abduction = abduction
kind-killing = killing
kind-looting = looting
kind-protest = protest
kind-riot = riot
kind-arrest = arrest
kind-movement = troop movement
kind-territory = territory
kind-statement = statement
kind-displacement = displacement
kind-accident = accident
kind-politics = politics
kind-other = other
kinds-violence = attacks of any kind

compass-n = N
compass-ne = NE
compass-e = E
compass-se = SE
compass-s = S
compass-sw = SW
compass-w = W
compass-nw = NW

## What an answer must own up to

note-nothing_found = Nothing found.
note-nothing_found-for = Nothing found: { $asked }.
note-nearest = The nearest is { $what }.
note-nearest_in_time = The nearest in time is { $what }.
note-unsaid-for = Not found: { $asked }. What follows tells of it.
note-unsaid = What follows tells of it, but not who says so.
note-uncounted = No number was found. What follows tells of it.
note-stale = Old news: the newest is { $age } old.
note-stale-bare = Old news: nothing recent was found.
note-ambiguous_place = { $name } read as { $chosen }. Others: { $others }. Add the country or region to choose.
note-ambiguous_place-bare = Several places have this name. Add the country or region to choose.
note-unknown_place = I do not know the place { $name }. Check the spelling or name a larger town nearby.
note-unknown_place-bare = I do not know this place. Check the spelling or name a larger town nearby.
note-location_missing = I do not know where you are. Share your location in this chat, then ask again, or name a town.
note-which_border = Which border? Name a country: “attacks near the border with Niger”.
note-spelled = { $asked } read as { $read }.
note-spelled-bare = I corrected a spelling.
note-undated = { $count ->
    [one] One dispatch has no date and comes last.
   *[other] { $count } dispatches have no date and come last.
}
note-undated-bare = Dispatches without a date come last.
note-widened = Searched wider than you asked: within { $km } km.
note-widened-bare = Searched wider than you asked.
note-gazetteer_small = I only know larger towns. Whoever runs me can add the villages of a country.

asked-within = within { $km } km of { $place }
asked-within-vowel = within { $km } km of { $place }
asked-since = since { $day }
asked-until = until { $day }
asked-between = { $start } to { $end }
asked-toll = at least { $least } killed
asked-day = on { $day }

searched = { $count ->
    [one] Searched one dispatch; it is { $newest }.
   *[other] Searched { $count } dispatches; the newest is { $newest }.
}
searched-undated = { $count ->
    [one] Searched one dispatch; it has no date.
   *[other] Searched { $count } dispatches; none has a date.
}
searched-nothing = There is no dispatch here yet. Whoever runs me must add some first.
newest-ago = from { $day } ({ $ago })

## Starting and stopping

telegram-conflict = Another program is reading this bot's messages. Stop it; I go on by myself once it has stopped.
telegram-token = Telegram refuses the token. Copy it again from @BotFather into VIGIE_TELEGRAM_TOKEN.
telegram-network = Telegram cannot be reached. Check the network and try again.
telegram-webhook = Telegram refuses the webhook. Check VIGIE_WEBHOOK_URL: https, port 443, 80, 88 or 8443.
telegram-refused = Telegram refuses what I sent ({ $reason }).
settings-bad = { $name } cannot be used: { $cure }
settings-missing = { $name } is missing: { $cure }
cure-token = copy the token from @BotFather, as 123456:ABC…
cure-operators = write Telegram ids separated by commas, as 123456,789012
cure-language = write fr or en
cure-timezone = write a name of the time zone list, as Africa/Bamako
cure-port = write a number from 1 to 65535
cure-log = write text or json
cure-webhook-url = write an https address
cure-webhook-secret = write 16 to 256 letters, digits, _ or -
console-hello = Ask a question; the number of a button presses it; /here 13.5,2.1 says where you are; Ctrl-D leaves.
