"""Update -> engine -> render -> reply, one file a subject.

gate        duplicates, strangers, codes              greetings   /start, /help, /language
team        /invite, /people                          groups      /groups; added, thrown out, another id
questions   a question and its answer                 presses     what happens when a button is pressed
status      /status                                   pacing      who asks too fast
privacy     /privacy, /forget                         intake      what editors send on, channels post
failures    a handler raised                          desk        what all of them work with
"""
