"""Update -> engine -> render -> reply, one file a subject.

gate        duplicates, strangers, the claim code     greetings   /start, /help, /language
questions   a question and its answer                 presses     what happens when a button is pressed
moves       a group that gets another id              failures    a handler raised
desk        what all of them work with
"""
