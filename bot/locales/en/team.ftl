## Who is let in

invited-reader = You are let in. Ask about a place: latest attacks near Bamako
invited-editor = You are let in as an editor: what you forward or send as a file is taken in. Ask about a place: latest attacks near Bamako
invited-operator = You now run this bot with others. /people shows who is let in. Ask about a place: latest attacks near Bamako
group-closed = I am not let into this group yet. Whoever runs me can let it in with /groups.
group-hello = I can be asked here: write /ask@{ $name } and your question, or reply to what I say.

operators-only = Only whoever runs this bot can do that. /help shows what you can ask.
invite-usage = Write /invite, then reader, editor or operator, for how many people (at most { $uses }) and for how many days (at most { $days }). For example: /invite editor 5 7
invite-reader = { $uses ->
    [one] This link lets in one reader until { $until }. Send it to them: { $link }
   *[other] This link lets in { $uses } readers until { $until }. Send it to them: { $link }
}
invite-editor = { $uses ->
    [one] This link lets in one editor, who can add dispatches, until { $until }. Send it to them: { $link }
   *[other] This link lets in { $uses } editors, who can add dispatches, until { $until }. Send it to them: { $link }
}
invite-operator = { $uses ->
    [one] This link lets in one person who then runs this bot as you do, until { $until }. Send it to nobody else: { $link }
   *[other] This link lets in { $uses } people who then run this bot as you do, until { $until }. Send it to nobody else: { $link }
}
people-head = { $count ->
    [one] One person. Invites that stand: { $invites }. Press the number to change a role.
   *[other] { $count } people. Invites that stand: { $invites }. Press a number to change a role.
}
person-line = { $name } · { $id } · { $role } · { $since }
since = since { $day }
appointed = set in VIGIE_OPERATORS
nameless = no name
role-reader = reader
role-editor = editor
role-operator = operator
role-revoked = revoked
button-make-reader = Reader
button-make-editor = Editor
button-make-operator = Operator
button-revoke = Revoke now
button-end-invites = End all invites
person-gone = This person is not known here any more. /people shows who is.
cannot-appoint = That cannot be changed here: the last operator stays, and so does whom VIGIE_OPERATORS names.
invites-ended = No invite stands any more. /invite makes a new one.

## Groups and channels

groups-none = I am in no group or channel. Add me to one in Telegram; I will ask you here whether to answer there.
groups-head = { $count ->
    [one] One group or channel:
   *[other] { $count } groups and channels:
}
chat-line = { $title } · { $kind } · { $state }
chat-group = group
chat-channel = channel
chat-let-in = let in
chat-waiting = not let in
added-to-group = { $name } added me to the group { $title }. I answer there only if it is let in; then all its members can ask.
added-to-channel = { $name } added me to the channel { $title }. If it is let in, I take in what it posts.
button-let-in = Let in { $title }
button-leave = Leave { $title }
let-in-group = { $title } is let in: all its members can ask there. /groups undoes it.
let-in-channel = { $title } is let in: I take in what it posts from now on. /groups undoes it.
left = I have left { $title }. To come back I must be added and let in again.
chat-gone = I am not in that chat any more. /groups shows where I am.

## Commands of those who run the bot, and what Telegram shows before a first message

command-invite = A link that lets people in
command-people = Who is let in, and as what
command-groups = Groups and channels
bot-about =
    I answer questions about what happened where and when, from news dispatches, in French and English. You get the passages word for word, with place, distance, day and source; nothing is rewritten.

    I am private: whoever runs me lets you in.

## Taking in

editors-only = Only editors can have dispatches taken in. To ask about it, write the question in words.
intake-no-text = There are no words in it. Forward a message with text, or send a file.
intake-file-kind = I take in text files (.txt, .md) and JSON Lines (.jsonl). Send one of those.
intake-file-large = That file is larger than the { $limit } MB that Telegram gives me. Cut it and send the parts.
intake-done = Added: { $added }. Unchanged: { $same }. New versions: { $versions }. Withdrawn: { $withdrawn }. Refused: { $refused }.
intake-more = { $count ->
    [one] One more was refused.
   *[other] { $count } more were refused.
}
intake-source = A file that does not name its source takes it from its caption: send it again with the source as the caption.

## What is kept of a person

command-privacy = What I keep of you
command-forget = Erase what I keep of you
kept-head = What I keep of you, on the machine of whoever runs me:
kept-bot_people = your Telegram id, the name you had there when you were let in, your role and since when
kept-bot_choices = your choice of language
kept-bot_strangers = that you once wrote to me before you were let in
kept-bot_invites = { $count ->
    [one] one invite that you made: a fingerprint of its code, its role and its end
   *[other] { $count } invites that you made: a fingerprint of each code, its role and its end
}
kept-bot_snapshots = { $count ->
    [one] one question and which passages answered it, for the buttons; gone after 7 days
   *[other] { $count } questions and which passages answered them, for the buttons; each gone after 7 days
}
kept-bot_chats = this chat, as one that I am in
kept-watches = { $count ->
    [one] one watch: its question and where it tells
   *[other] { $count } watches: the question of each and where it tells
}
kept-watch_chats = how you want to be told: quiet hours and digests
kept-alerts = { $count ->
    [one] one alert that waits to be sent to you
   *[other] { $count } alerts that wait to be sent to you
}
kept-told = { $count ->
    [one] one story that you were told of, so that what changes in it reaches you
   *[other] { $count } stories that you were told of, so that what changes in them reaches you
}
kept-not = What you ask is in no log. A location that you send is kept in memory alone, for half an hour. What stands in this chat is kept by Telegram, not by me: delete it there. /forget erases what I keep.
button-show-all = Show me all of it
forget-ask = Erase what I keep of you? Your watches end, buttons under earlier answers stop working, and invites that you made let nobody in any more.
button-forget-data = Erase it; I stay let in
button-forget-all = Erase it and let me go
button-forget-none = Keep it
forget-nothing = Nothing was erased. /privacy shows what I keep.
forget-last-operator = You alone run this bot: without you nobody could. First give the role to somebody with /invite operator.
forgotten-data = Erased. I keep your Telegram id and your role, nothing else. What stands in this chat, delete in Telegram.
forgotten-all = Erased. You are no longer let in. What stands in this chat, delete in Telegram.
too-fast = { $seconds ->
    [one] That is a lot at once. Ask again in one second.
   *[other] That is a lot at once. Ask again in { $seconds } seconds.
}

## How I am doing

command-status = How I am doing
status-dispatches = { $count ->
    [0] No dispatch yet. Add some with vigie ingest, or forward me a post.
    [one] One dispatch; published { $newest }.
   *[other] { $count } dispatches; the newest was published { $newest }.
}
status-none = without a date
status-people = People let in: { $people }. Groups and channels let in: { $chats }.
status-alerts = Alerts waiting: { $waiting }. Could not be sent: { $dead }.
status-memory = Memory: { $mb } MB. Running since { $since }.
status-error = Error: { $kind }, { $at }
status-no-error = No error since then.
