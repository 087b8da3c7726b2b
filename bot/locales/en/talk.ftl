## Going on from what was asked

understood = Asked: { $asked }
asks-claims = who claims it
asks-denies = who denies it
asks-reports = who reports it
asks-says = who says so
you-there = you
cannot-refine = This place has no centre to measure from. Ask again with the name of a town.

## Buttons under an answer

button-sources = Sources
button-where = Where
button-recent = Only { $hours } h
button-wider = Wider: { $km } km
button-radius = { $km } km
button-fresh = Start over
button-good = 👍
button-bad = 👎
button-misplaced = Wrong place
button-outdated = Old
button-offtopic = Off topic
rating-why = What is wrong with this answer?
rating-kept = Noted, thank you.
sources-head = { $count ->
    [one] Told by one dispatch:
   *[other] Told by { $count } dispatches:
}
sources-left = … and { $count } more.
where-title = There, as told
where-unknown = The text does not say where. Read the whole passage.
where-vague = The text says { $place }, which is too wide for a point on the map.
venue-about = within { $km } km of { $point }

## Where people are

where-are-you = Where are you? Send your location with the button below, or name a town. I forget it after half an hour.
where-are-you-group = In a group I do not use your location. Name a town, or ask me in private.
button-share = Send my location
button-save-place = Save as my place
button-forget-place = Forget it
place-saved = Your place is { $place }. /latest tells the newest around it.
place-forgotten = Forgotten. /place followed by a name saves another.
place-none = No place is saved. Send your location, or write /place and a town, for example: /place Gao
place-none-group = In a group I do not use your place. Write /latest and a town, for example: /latest Gao
place-unknown = I do not know the place { $name }. Check the spelling or name a larger town nearby.

## Time

timezone-choose = Your hours are those of { $zone }: it is { $time }. Press another, or write /timezone and a city, for example: /timezone Dakar
timezone-kept = Your hours are now those of { $zone }: it is { $time }.
timezone-unknown = I do not know this time zone. Write /timezone and a large city, for example: /timezone Dakar

## In other chats

inline-hint = Type a question: attacks near Gao
inline-nothing = Nothing found. Ask me in private.
inline-where = Name a town, or ask me in private.

## What a person might say: read by the same rooms as what people write

say-within = within { $number } km
say-last-hours = in the last { $number } hours
say-latest = latest { $words }
say-latest-here = latest news near me
say-latest-near = latest news near { $place }

## What is kept of a talk

kept-bot_turns = what you asked last in each chat, for half an hour, to go on from
kept-bot_places = the place you saved; a point only to about a kilometre
kept-bot_timezones = your choice of time zone
kept-bot_feedback = { $count ->
    [one] what you said of one answer, with its question
   *[other] what you said of { $count } answers, with their questions
}
